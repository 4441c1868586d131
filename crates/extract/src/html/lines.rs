//! A page as lines: what a reader would see, top to bottom.

use super::names::{Purpose, is_unread, purpose};
use crate::wide::joins_tightly;
use dom_query::{Document, NodeData, NodeRef};
use std::ops::Range;

/// What a line was in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A heading, with its level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A row of a table of data.
    Row,
    /// Anything else.
    Plain,
}

/// A line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// How many of its characters are links.
    pub(crate) linked: usize,
    pub(crate) kind: Kind,
}

/// The lines of one element, with its purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) purpose: Purpose,
    pub(crate) lines: Range<usize>,
}

/// A page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) lines: Vec<Line>,
    pub(crate) areas: Vec<Area>,
}

/// Deeper than the parser is let go; anything below is not looked at.
const DEEPEST: usize = 2000;

/// Reads the lines of a page; `veiled` includes what the page holds but does not show yet.
pub(crate) fn read(document: &Document, veiled: bool) -> Page {
    let mut writer = Writer { veiled, ..Writer::default() };
    writer.visit(&document.html_root(), 0);
    writer.flush(Kind::Plain);
    writer.page
}

#[derive(Default)]
struct Writer {
    page: Page,
    veiled: bool,
    line: String,
    linked: usize,
    /// White space that has not been written yet, and whether it had a line break in it.
    space: Option<bool>,
    links: usize,
    rows: usize,
    preformatted: usize,
}

impl Writer {
    fn visit(&mut self, node: &NodeRef<'_>, depth: usize) {
        if node.is_text() {
            self.text(&node.text());
        } else if node.is_element() && depth < DEEPEST {
            let name = node.node_name().unwrap_or_default();
            if !is_unread(&name, node, self.veiled) {
                self.element(&name, node, depth);
            }
        }
    }

    fn element(&mut self, name: &str, node: &NodeRef<'_>, depth: usize) {
        match name {
            "br" | "hr" => return self.break_line(Kind::Paragraph),
            "a" if node.has_attr("href") => self.links += 1,
            "pre" => self.preformatted += 1,
            _ => {}
        }
        let kind = block_kind(name);
        if kind.is_some() {
            self.break_line(enclosing_kind(node));
        }
        let start = self.page.lines.len();
        if name == "table" && self.rows == 0 && is_data(node) {
            self.rows_of(node, depth);
        } else {
            node.children_it(false).for_each(|child| self.visit(&child, depth + 1));
        }
        if let Some(kind) = kind {
            self.break_line(kind);
            self.mark(name, node, start);
        }
        match name {
            "a" => self.links = self.links.saturating_sub(usize::from(node.has_attr("href"))),
            "pre" => self.preformatted -= 1,
            _ => {}
        }
    }

    /// Each row becomes one line with tabs between its cells.
    fn rows_of(&mut self, table: &NodeRef<'_>, depth: usize) {
        for part in table.descendants_it().filter(|part| part.has_name("tr") || part.has_name("caption")) {
            self.rows += 1;
            for (column, cell) in part.children_it(false).filter(NodeRef::is_element).enumerate() {
                if column > 0 {
                    self.space = None;
                    self.line.push('\t');
                }
                self.visit(&cell, depth + 3);
            }
            if part.has_name("caption") {
                self.text(&part.text());
            }
            self.rows -= 1;
            self.flush(Kind::Row);
        }
    }

    fn mark(&mut self, name: &str, node: &NodeRef<'_>, start: usize) {
        let lines = start..self.page.lines.len();
        let purpose = purpose(name, node);
        if lines.len() > 1 || (purpose != Purpose::Unsaid && !lines.is_empty()) {
            self.page.areas.push(Area { purpose, lines });
        }
    }

    fn text(&mut self, text: &str) {
        if self.preformatted > 0 && self.rows == 0 {
            for (n, line) in text.split('\n').enumerate() {
                if n > 0 {
                    self.flush(Kind::Paragraph);
                }
                self.words(line);
            }
        } else {
            self.words(text);
        }
    }

    fn words(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.space = Some(self.space.unwrap_or(false) || c == '\n');
            } else if !is_invisible(c) {
                self.write_space(c);
                self.line.push(c);
                self.linked += usize::from(self.links > 0);
            }
        }
    }

    /// White space becomes one space; a line break of the source between two characters of a script without spaces is
    /// none.
    fn write_space(&mut self, next: char) {
        let Some(broken) = self.space.take() else { return };
        match self.line.chars().next_back() {
            None | Some('\t') => {}
            Some(before) if broken && joins_tightly(before, next) => {}
            Some(_) => self.line.push(' '),
        }
    }

    fn break_line(&mut self, kind: Kind) {
        if self.rows > 0 {
            self.space = Some(self.space.unwrap_or(false));
        } else {
            self.flush(kind);
        }
    }

    fn flush(&mut self, kind: Kind) {
        let line = std::mem::take(&mut self.line);
        let text = line.trim_end();
        if !text.trim().is_empty() {
            self.page.lines.push(Line { text: text.to_owned(), linked: self.linked, kind });
        }
        (self.linked, self.space) = (0, None);
    }
}

/// Soft hyphens, zero-width spaces and joiners for line breaking, byte-order marks.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// What lines an element makes; `None` for elements that stand within a line.
fn block_kind(name: &str) -> Option<Kind> {
    Some(match name {
        "h1" => Kind::Heading(1),
        "h2" => Kind::Heading(2),
        "h3" => Kind::Heading(3),
        "h4" | "h5" | "h6" => Kind::Heading(4),
        "p" | "blockquote" | "pre" => Kind::Paragraph,
        "li" | "dt" | "dd" => Kind::Item,
        "address" | "article" | "aside" | "body" | "caption" | "center" | "details" | "dir" | "div" | "dl"
        | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "header" | "hgroup" | "html" | "legend"
        | "main" | "menu" | "nav" | "ol" | "section" | "summary" | "table" | "tbody" | "td" | "tfoot" | "th"
        | "thead" | "tr" | "ul" => Kind::Plain,
        _ => return None,
    })
}

/// What the words before a block inside another element belong to.
fn enclosing_kind(node: &NodeRef<'_>) -> Kind {
    node.parent().and_then(|parent| parent.node_name()).and_then(|name| block_kind(&name)).unwrap_or(Kind::Plain)
}

/// A table of data has rows of several short cells and no table inside; everything else is layout.
fn is_data(table: &NodeRef<'_>) -> bool {
    let (mut rows, mut cells, mut long) = (0_usize, 0_usize, 0_usize);
    for part in table.descendants_it() {
        let Some(name) = part.node_name() else { continue };
        match &*name {
            "table" | "h1" | "h2" | "article" | "form" => return false,
            "tr" => rows += 1,
            "td" | "th" => {
                cells += 1;
                long += usize::from(has_long_text(&part));
            }
            _ => {}
        }
    }
    rows >= 2 && cells >= rows * 2 && long * 4 <= cells
}

fn has_long_text(cell: &NodeRef<'_>) -> bool {
    let mut length = 0;
    cell.descendants_it().any(|part| {
        length += part.query_or(0, |node| match &node.data {
            NodeData::Text { contents } => contents.trim().chars().count(),
            _ => 0,
        });
        length > 120
    })
}
