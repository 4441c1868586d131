//! XLSX: cell by cell, so that a sheet is never laid out whole.

use super::{Merged, Sheet, SheetRow, cell, chosen, first_filled, hidden, push};
use crate::{ExtractError, Format};
use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::collections::BTreeSet;
use std::io::Cursor;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

pub(super) fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, ExtractError> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| failed(&error))?;
    let sheets: Vec<_> =
        book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect();
    let all: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let seen = sheets.iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let visible: Vec<String> = seen.map(|sheet| sheet.name.clone()).collect();
    let names = chosen(wanted, &visible, &all)?;
    let mut sheet = first_filled(&names, |name| one(&mut book, name, &all))?;
    hidden::of_xlsx(bytes, &sheet.name).note(&mut sheet);
    Ok(sheet)
}

fn one(book: &mut Book<'_>, name: &str, all: &[String]) -> Result<Sheet, ExtractError> {
    let mut rows: Vec<SheetRow> = Vec::new();
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| failed(&error))?;
    while let Some(next) = cells.next_cell_with_formula_metadata().map_err(|error| failed(&error))? {
        let (row, column) = next.pos;
        push(&mut rows, row + 1, cell::cell(column, &next.value, next.formula.is_some()))?;
    }
    drop(cells);
    let areas = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let merged = areas
        .iter()
        .map(|area| Merged { rows: (area.start.0 + 1, area.end.0 + 1), columns: (area.start.1, area.end.1) });
    Ok(Sheet {
        format: Format::Xlsx,
        name: name.to_owned(),
        sheets: all.to_vec(),
        merged: merged.collect(),
        hidden_columns: BTreeSet::new(),
        rows,
    })
}

fn failed(error: &XlsxError) -> ExtractError {
    match error {
        XlsxError::Password => ExtractError::Locked { format: Format::Xlsx },
        _ => ExtractError::Damaged { format: Format::Xlsx },
    }
}
