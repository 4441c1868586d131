//! Which rows of an XLSX sheet are hidden. The reader of workbooks does not tell.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The numbers of hidden rows, from 1. A workbook whose parts cannot be told has none.
pub(super) fn rows(bytes: &[u8], sheet: &str) -> HashSet<u32> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return HashSet::new() };
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

fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

fn in_part(archive: &mut Archive<'_>, part: &str) -> HashSet<u32> {
    let Ok(file) = archive.by_name(part) else { return HashSet::new() };
    let mut reader = Reader::from_reader(BufReader::new(file));
    let (mut buffer, mut hidden, mut number) = (Vec::new(), HashSet::new(), 0_u32);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(row) | Event::Empty(row)) if row.local_name().as_ref() == "row" => {
                number = value(&row, "r").and_then(|r| r.parse().ok()).unwrap_or(number.saturating_add(1));
                if value(&row, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true") {
                    hidden.insert(number);
                }
            }
            Ok(Event::Eof) | Err(_) => return hidden,
            Ok(_) => {}
        }
    }
}
