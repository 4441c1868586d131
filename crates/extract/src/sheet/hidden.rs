//! Which rows and columns of an XLSX sheet are hidden. The reader of workbooks does not tell.

use super::{COLUMNS, Sheet};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What a spreadsheet hides.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    /// Rows from and to, from 1, in their order.
    pub(super) rows: Vec<(u32, u32)>,
    /// Columns, from 0.
    pub(super) columns: BTreeSet<u32>,
}

impl Hidden {
    /// Notes on a sheet what of it is hidden.
    pub(super) fn note(self, sheet: &mut Sheet) {
        let mut ranges = self.rows.into_iter().peekable();
        for row in &mut sheet.rows {
            while ranges.next_if(|(_, to)| *to < row.number).is_some() {}
            row.hidden = ranges.peek().is_some_and(|(from, _)| *from <= row.number);
        }
        sheet.hidden_columns = self.columns;
    }

    pub(super) fn hide_columns(&mut self, from: u32, to: u32) {
        self.columns.extend(from..=to.min(COLUMNS));
    }
}

/// What a workbook hides of a sheet. One whose parts cannot be told hides nothing.
pub(super) fn of_xlsx(bytes: &[u8], sheet: &str) -> Hidden {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Hidden::default() };
    part(&mut archive, sheet).map(|part| in_part(&mut archive, &part)).unwrap_or_default()
}

/// The part of the archive that a sheet is in: its relation by the workbook, its target by the relations.
fn part(archive: &mut Archive<'_>, sheet: &str) -> Option<String> {
    let workbook = text(archive, "xl/workbook.xml")?;
    let relation =
        elements(&workbook, "sheet").into_iter().find(|element| value(element, "name").as_deref() == Some(sheet));
    let relation = relation.and_then(|element| value(&element, "r:id"))?;
    let relations = text(archive, "xl/_rels/workbook.xml.rels")?;
    let target = elements(&relations, "Relationship")
        .into_iter()
        .find(|element| value(element, "Id").as_deref() == Some(&relation))
        .and_then(|element| value(&element, "Target"))?;
    Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
}

fn text(archive: &mut Archive<'_>, part: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(part).ok()?.take(1 << 24).read_to_string(&mut text).ok()?;
    Some(text)
}

fn elements(xml: &str, wanted: &str) -> Vec<BytesStart<'static>> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) if element.local_name().as_ref() == wanted => {
                found.push(element.into_owned());
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

pub(super) fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

fn in_part(archive: &mut Archive<'_>, part: &str) -> Hidden {
    let Ok(file) = archive.by_name(part) else { return Hidden::default() };
    let mut reader = Reader::from_reader(BufReader::new(file));
    let (mut buffer, mut hidden, mut number) = (Vec::new(), Hidden::default(), 0_u32);
    let is_hidden =
        |element: &BytesStart<'_>| value(element, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true");
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => match element.local_name().as_ref() {
                "row" => {
                    number = value(&element, "r").and_then(|r| r.parse().ok()).unwrap_or(number.saturating_add(1));
                    if is_hidden(&element) {
                        hidden.rows.push((number, number));
                    }
                }
                "col" if is_hidden(&element) => {
                    let at = |name| value(&element, name).and_then(|at| at.parse::<u32>().ok());
                    if let (Some(from @ 1..), Some(to @ 1..)) = (at("min"), at("max")) {
                        hidden.hide_columns(from - 1, to - 1);
                    }
                }
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return hidden,
            Ok(_) => {}
        }
    }
}
