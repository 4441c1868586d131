//! The text of the main part (WordprocessingML).

use super::parts::{attribute, resolved};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::HashMap;

/// The lines of a document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Story {
    pub(crate) lines: Vec<String>,
    /// The paragraph that is styled as the title or as a first-level heading, near the top.
    pub(crate) title: Option<String>,
}

/// Elements whose content is no part of the text: deleted and moved-away revisions, the older twin of a text box,
/// ruby readings, field codes and section properties.
const SKIPPED: &[&str] = &["del", "moveFrom", "Fallback", "rt", "instrText", "delText", "sectPr"];

/// Headings are looked for among this many lines.
const TITLE_WITHIN: usize = 12;

/// Tables inside tables are told apart this deep; what lies deeper goes to the last cell as lines.
const DEEPEST: usize = 32;

#[derive(Default)]
struct Writer<'a> {
    styles: Option<&'a HashMap<String, String>>,
    /// Where finished paragraphs go: the document, or the table cells that are open.
    sinks: Vec<Vec<String>>,
    /// Cells of the rows that are open.
    rows: Vec<Vec<Vec<String>>>,
    /// The paragraphs that are open: one inside another only through a text box.
    open: Vec<Paragraph>,
    /// Paragraphs of text boxes, until the paragraph around them ends.
    boxes: Vec<String>,
    /// Rows that are open below [`DEEPEST`].
    beyond: usize,
    in_text: bool,
    in_run_properties: bool,
    hidden: bool,
    title: Option<String>,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    heading: bool,
}

/// Reads the main part. `styles` gives names of styles by identifier.
pub(crate) fn read(xml: &str, styles: &HashMap<String, String>) -> Result<Story, quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer { styles: Some(styles), sinks: vec![Vec::new()], ..Writer::default() };
    loop {
        match reader.read_event()? {
            Event::Start(tag) if SKIPPED.contains(&tag.local_name().as_ref()) => {
                reader.read_to_end(tag.name())?;
            }
            Event::Start(tag) => writer.start(&tag),
            Event::Empty(tag) => writer.empty(&tag),
            Event::End(tag) => writer.end(tag.local_name().as_ref()),
            Event::Text(text) => writer.text(&text.xml10_content()),
            Event::CData(text) => writer.text(&text.xml10_content()),
            Event::GeneralRef(reference) => writer.text(&resolved(&reference)),
            Event::Eof => return Ok(writer.finish()),
            _ => {}
        }
    }
}

impl Writer<'_> {
    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "p" => self.open.push(Paragraph::default()),
            "r" => self.hidden = false,
            "rPr" => self.in_run_properties = true,
            "t" => self.in_text = true,
            "tr" if self.rows.len() >= DEEPEST => self.beyond += 1,
            "tr" => self.rows.push(Vec::new()),
            "tc" if self.beyond == 0 => self.sinks.push(Vec::new()),
            "pStyle" | "vanish" => self.empty(tag),
            _ => {}
        }
    }

    fn empty(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "tab" if !self.in_run_properties => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "p" => self.add_line(""),
            "vanish" if self.in_run_properties => self.hidden = is_on(tag),
            "pStyle" => self.style(tag),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "rPr" => self.in_run_properties = false,
            "pPr" | "r" => self.hidden = false,
            "t" => self.in_text = false,
            "tr" if self.beyond > 0 => self.beyond -= 1,
            "tc" if self.beyond == 0 => self.end_cell(),
            "tr" => self.end_row(),
            _ => {}
        }
    }

    fn style(&mut self, tag: &BytesStart<'_>) {
        let id = attribute(tag, "val").unwrap_or_default();
        let name = self.styles.and_then(|styles| styles.get(&id)).cloned().unwrap_or_else(|| id.to_lowercase());
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.heading = matches!(name.as_str(), "title" | "heading 1" | "heading1");
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if !self.hidden
            && let Some(paragraph) = self.open.last_mut()
        {
            paragraph.text.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        if !self.open.is_empty() {
            self.boxes.push(paragraph.text);
            return;
        }
        let line = paragraph.text.trim();
        let near_top = self.sinks.len() == 1 && self.sinks.first().is_some_and(|lines| lines.len() < TITLE_WITHIN);
        if paragraph.heading && near_top && self.title.is_none() && !line.is_empty() {
            self.title = Some(line.replace(['\n', '\t'], " "));
        }
        self.add_line(&paragraph.text);
        std::mem::take(&mut self.boxes).iter().for_each(|line| self.add_line(line));
    }

    /// Line breaks inside a paragraph make lines of their own; empty lines are left out.
    fn add_line(&mut self, text: &str) {
        if let Some(sink) = self.sinks.last_mut() {
            sink.extend(text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned));
        }
    }

    /// A cell outside of a row is nothing that Word writes; its lines stay.
    fn end_cell(&mut self) {
        let cell = if self.sinks.len() > 1 { self.sinks.pop().unwrap_or_default() } else { Vec::new() };
        match (self.rows.last_mut(), self.sinks.last_mut()) {
            (Some(row), _) => row.push(cell),
            (None, Some(sink)) => sink.extend(cell),
            (None, None) => {}
        }
    }

    /// A row of one cell is layout, and its paragraphs stay lines; other rows become one line with tabs.
    fn end_row(&mut self) {
        let Some(mut cells) = self.rows.pop() else { return };
        let lines = match cells.len() {
            1 => cells.remove(0),
            _ => vec![cells.iter().map(|cell| cell.join(" ").replace('\t', " ")).collect::<Vec<_>>().join("\t")],
        };
        lines.into_iter().filter(|line| !line.trim().is_empty()).for_each(|line| {
            if let Some(sink) = self.sinks.last_mut() {
                sink.push(line.trim_end().to_owned());
            }
        });
    }

    fn finish(mut self) -> Story {
        while let Some(paragraph) = self.open.pop() {
            self.add_line(&paragraph.text);
        }
        let lines = self.sinks.into_iter().flatten().collect();
        Story { lines, title: self.title }
    }
}

fn is_on(tag: &BytesStart<'_>) -> bool {
    !matches!(attribute(tag, "val").as_deref(), Some("0" | "false" | "off"))
}
