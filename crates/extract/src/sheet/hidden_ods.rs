//! What an ODS hides and merges (OpenDocument 1.3, part 3, 9.1). The reader of workbooks does not tell.

use super::hidden::{Hidden, value};
use super::{COLUMNS, Merged};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

/// Merged areas that are noted at most.
const AREAS: usize = 200_000;

/// What is hidden and merged of a sheet. A file whose parts cannot be told hides nothing.
pub(super) fn of(bytes: &[u8], sheet: &str) -> (Hidden, Vec<Merged>) {
    let mut found = Found::default();
    if let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes))
        && let Ok(file) = archive.by_name("content.xml")
    {
        found.read(Reader::from_reader(BufReader::new(file)), sheet);
    }
    (found.hidden, found.merged)
}

#[derive(Default)]
struct Found {
    hidden: Hidden,
    merged: Vec<Merged>,
    /// Whether the sheet is being read that is meant.
    here: bool,
    /// Rows of the sheet so far, and columns of the sheet and of the row.
    rows: u32,
    columns: u32,
    cells: u32,
}

impl Found {
    fn read<R: std::io::BufRead>(&mut self, mut reader: Reader<R>, sheet: &str) {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element) | Event::Empty(element)) => {
                    if element.local_name().as_ref() == "table" {
                        self.here = value(&element, "table:name").as_deref() == Some(sheet);
                    } else if self.here {
                        self.element(&element);
                    }
                }
                Ok(Event::End(element)) if self.here && element.local_name().as_ref() == "table" => return,
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    fn element(&mut self, element: &BytesStart<'_>) {
        let number = |name| value(element, name).and_then(|text| text.parse::<u32>().ok()).unwrap_or(1).max(1);
        let is_hidden = || value(element, "table:visibility").is_some_and(|how| how == "collapse" || how == "filter");
        match element.local_name().as_ref() {
            "table-column" => {
                let next = self.columns.saturating_add(number("table:number-columns-repeated"));
                if is_hidden() && self.columns < COLUMNS {
                    self.hidden.hide_columns(self.columns, next - 1);
                }
                self.columns = next;
            }
            "table-row" => {
                let from = self.rows.saturating_add(1);
                self.rows = self.rows.saturating_add(number("table:number-rows-repeated"));
                self.cells = 0;
                if is_hidden() {
                    self.hidden.rows.push((from, self.rows));
                }
            }
            "table-cell" | "covered-table-cell" => {
                let (wide, high) = (number("table:number-columns-spanned"), number("table:number-rows-spanned"));
                if (wide > 1 || high > 1) && self.merged.len() < AREAS {
                    let rows = (self.rows, self.rows.saturating_add(high - 1));
                    self.merged.push(Merged { rows, columns: (self.cells, self.cells.saturating_add(wide - 1)) });
                }
                self.cells = self.cells.saturating_add(number("table:number-columns-repeated"));
            }
            _ => {}
        }
    }
}
