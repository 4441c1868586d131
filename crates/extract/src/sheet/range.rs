//! XLS and ODS, whose readers lay a sheet out whole; the memory of the reading process bounds them.

use super::{Merged, Sheet, SheetRow, cell, chosen, first_filled, hidden_ods, hidden_xls, push};
use crate::{ExtractError, Format};
use calamine::{Data, Ods, OdsError, Range, Reader, SheetVisible, Xls};
use std::collections::BTreeSet;
use std::io::Cursor;

pub(super) fn xls(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, ExtractError> {
    if hidden_xls::is_locked(bytes) {
        return Err(ExtractError::Locked { format: Format::Xls });
    }
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|_| old_or_locked(bytes))?;
    let (visible, all) = names(book.sheets_metadata());
    let names = chosen(wanted, &visible, &all)?;
    let mut found = first_filled(&names, |name| {
        let range = book.worksheet_range(name).map_err(|_| ExtractError::Damaged { format: Format::Xls })?;
        let formulas = book.worksheet_formula(name).unwrap_or_default();
        let areas = book.merge_cells_by_sheet_name(name).unwrap_or_default();
        let merged = areas
            .iter()
            .map(|area| Merged { rows: (area.start.0 + 1, area.end.0 + 1), columns: (area.start.1, area.end.1) });
        Ok(Sheet { merged: merged.collect(), ..sheet(Format::Xls, name, &all, &range, &formulas)? })
    })?;
    let place = all.iter().position(|name| *name == found.name).unwrap_or(0);
    hidden_xls::of(bytes, place).note(&mut found);
    Ok(found)
}

/// A workbook with a password is an XLSX in a wrapping that looks like an XLS ([MS-OFFCRYPTO] 2.3.4).
fn old_or_locked(bytes: &[u8]) -> ExtractError {
    let wanted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(wanted.len()).any(|window| window == wanted) {
        return ExtractError::Locked { format: Format::Xlsx };
    }
    ExtractError::Damaged { format: Format::Xls }
}

pub(super) fn ods(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, ExtractError> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => ExtractError::Locked { format: Format::Ods },
        _ => ExtractError::Damaged { format: Format::Ods },
    })?;
    let (visible, all) = names(book.sheets_metadata());
    let names = chosen(wanted, &visible, &all)?;
    let mut found = first_filled(&names, |name| {
        let range = book.worksheet_range(name).map_err(|_| ExtractError::Damaged { format: Format::Ods })?;
        let formulas = book.worksheet_formula(name).unwrap_or_default();
        sheet(Format::Ods, name, &all, &range, &formulas)
    })?;
    let (hidden, merged) = hidden_ods::of(bytes, &found.name);
    hidden.note(&mut found);
    found.merged = merged;
    Ok(found)
}

fn names(sheets: &[calamine::Sheet]) -> (Vec<String>, Vec<String>) {
    let seen = sheets.iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    (seen.map(|sheet| sheet.name.clone()).collect(), sheets.iter().map(|sheet| sheet.name.clone()).collect())
}

fn sheet(
    format: Format,
    name: &str,
    all: &[String],
    range: &Range<Data>,
    formulas: &Range<String>,
) -> Result<Sheet, ExtractError> {
    let mut rows: Vec<SheetRow> = Vec::new();
    let (top, left) = range.start().unwrap_or_default();
    for (row, cells) in (top..).zip(range.rows()) {
        for (column, value) in (left..).zip(cells) {
            let formula = formulas.get_value((row, column)).is_some_and(|formula| !formula.is_empty());
            push(&mut rows, row + 1, cell::owned(column, value, formula))?;
        }
    }
    Ok(Sheet {
        format,
        name: name.to_owned(),
        sheets: all.to_vec(),
        rows,
        merged: Vec::new(),
        hidden_columns: BTreeSet::new(),
    })
}
