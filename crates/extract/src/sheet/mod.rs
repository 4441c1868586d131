//! Spreadsheets: XLSX, XLS, ODS and text with delimiters to rows of cells, as a spreadsheet shows them.
//!
//! What must not happen: a number that loses digits without anybody being told; a row that changes its number.

mod cell;
mod delimited;
mod hidden;
mod hidden_ods;
mod hidden_xls;
mod range;
mod xlsx;

pub(crate) use delimited::read as read_delimited;

use crate::{ExtractError, Format, Limits};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::Cursor;
use zip::ZipArchive;

/// Rows that are read of one sheet at most.
pub(crate) const ROWS: usize = 200_000;
/// Columns that are read of one row at most; what stands further right is passed over.
pub(crate) const COLUMNS: u32 = 512;

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// What the file is.
    pub format: Format,
    /// The name of the sheet; empty for text with delimiters.
    pub name: String,
    /// The names of all sheets of the file.
    pub sheets: Vec<String>,
    /// Rows with at least one cell that says something, from the top.
    pub rows: Vec<SheetRow>,
    /// Cells that are merged into one.
    pub merged: Vec<Merged>,
    /// Columns that the spreadsheet hides, from 0.
    #[serde(default)]
    pub hidden_columns: BTreeSet<u32>,
}

/// A row of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// Its number, from 1, as the spreadsheet shows it.
    #[serde(rename = "n")]
    pub number: u32,
    /// Whether the spreadsheet hides it.
    #[serde(rename = "h", default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// The cells that are not empty, from the left.
    #[serde(rename = "c")]
    pub cells: Vec<SheetCell>,
}

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetCell {
    /// Its column, from 0.
    #[serde(rename = "x")]
    pub column: u32,
    /// What it shows: numbers plain, or as `9.135E+17` where a spreadsheet keeps 15 digits only; dates as ISO 8601.
    #[serde(rename = "t")]
    pub text: String,
    /// What it is.
    #[serde(rename = "k", default, skip_serializing_if = "CellKind::is_text")]
    pub kind: CellKind,
    /// Whether a formula stands behind it; the text is then the value that was calculated last.
    #[serde(rename = "f", default, skip_serializing_if = "std::ops::Not::not")]
    pub formula: bool,
}

/// What a cell is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellKind {
    /// Text.
    #[default]
    #[serde(rename = "t")]
    Text,
    /// A number.
    #[serde(rename = "n")]
    Number,
    /// A date, perhaps with a time.
    #[serde(rename = "d")]
    Date,
    /// True or false.
    #[serde(rename = "b")]
    Flag,
    /// An error such as `#REF!`.
    #[serde(rename = "e")]
    Error,
}

impl CellKind {
    #[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
    fn is_text(&self) -> bool {
        *self == Self::Text
    }
}

/// Cells merged into one; the value stands in the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// First and last row, from 1.
    pub rows: (u32, u32),
    /// First and last column, from 0.
    pub columns: (u32, u32),
}

/// Reads a sheet in the reading process: the one that is named, else the first that can be seen and is not empty.
pub(crate) fn read(format: Format, wanted: Option<&str>, bytes: &[u8], limits: &Limits) -> Result<Sheet, ExtractError> {
    match format {
        Format::Xls => range::xls(bytes, wanted),
        _ => match archive_kind(bytes, limits)? {
            Some(Format::Xlsx) => xlsx::read(bytes, wanted),
            Some(_) => range::ods(bytes, wanted),
            None => Err(ExtractError::NotASheet { found: "ZIP".to_owned() }),
        },
    }
}

/// What a ZIP archive is, by the parts that it must have (ECMA-376, part 1, 12; OpenDocument 1.3, part 2, 3.3).
fn archive_kind(bytes: &[u8], limits: &Limits) -> Result<Option<Format>, ExtractError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ExtractError::UnreadableZip)?;
    let names: Vec<String> = archive.file_names().flatten().map(Cow::into_owned).collect();
    let has = |name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    let format = if has("xl/workbook.xml") {
        Some(Format::Xlsx)
    } else if has("content.xml") && has("mimetype") && is_ods(&mut archive) {
        Some(Format::Ods)
    } else {
        None
    };
    let unpacked =
        (0..archive.len()).filter_map(|at| archive.by_index_raw(at).ok().map(|file| file.size())).sum::<u64>();
    match format {
        Some(format) if unpacked > limits.unpacked_bytes => {
            Err(ExtractError::UnpacksTooLarge { format, limit: limits.unpacked_bytes })
        }
        found => Ok(found),
    }
}

fn is_ods(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    use std::io::Read;
    let mut kind = String::new();
    let read = archive.by_name("mimetype").map(|file| file.take(100).read_to_string(&mut kind));
    matches!(read, Ok(Ok(_))) && kind.starts_with("application/vnd.oasis.opendocument.spreadsheet")
}

/// The sheet that is meant: named, or the first of those given that is not empty.
fn chosen<'a>(wanted: Option<&str>, visible: &'a [String], all: &'a [String]) -> Result<Vec<&'a String>, ExtractError> {
    let Some(wanted) = wanted else { return Ok(visible.iter().collect()) };
    let same = |name: &&String| name.trim() == wanted.trim();
    match all.iter().find(same) {
        Some(name) => Ok(vec![name]),
        None => Err(ExtractError::NoSuchSheet { found: wanted.to_owned(), sheets: all.join(", ") }),
    }
}

/// The first sheet with rows, else the first.
fn first_filled(
    names: &[&String],
    mut read: impl FnMut(&str) -> Result<Sheet, ExtractError>,
) -> Result<Sheet, ExtractError> {
    let mut empty = None;
    for name in names {
        let sheet = read(name)?;
        if !sheet.rows.is_empty() {
            return Ok(sheet);
        }
        empty.get_or_insert(sheet.name);
    }
    Err(ExtractError::EmptySheet { sheet: empty.unwrap_or_default() })
}

/// Adds a cell to the row that it belongs to; cells come row by row.
fn push(rows: &mut Vec<SheetRow>, number: u32, cell: Option<SheetCell>) -> Result<(), ExtractError> {
    let Some(cell) = cell.filter(|cell| cell.column < COLUMNS) else { return Ok(()) };
    let full = rows.len() == ROWS;
    match rows.last_mut() {
        Some(row) if row.number == number => row.cells.push(cell),
        _ if full => return Err(ExtractError::SheetTooLong { limit: ROWS as u64 }),
        _ => rows.push(SheetRow { number, hidden: false, cells: vec![cell] }),
    }
    Ok(())
}
