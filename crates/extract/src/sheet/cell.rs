//! What a cell of a workbook shows.

use super::{CellKind, SheetCell};
use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};

/// A spreadsheet keeps 15 digits of a number; from here on the last ones are not what was typed.
const EXACT: f64 = 1e15;

/// A cell that is not empty.
pub(super) fn cell(column: u32, value: &DataRef<'_>, formula: bool) -> Option<SheetCell> {
    let (text, kind) = match value {
        DataRef::Int(number) => (number.to_string(), CellKind::Number),
        DataRef::Float(number) => (number_text(*number), CellKind::Number),
        DataRef::String(text) => (text.clone(), CellKind::Text),
        DataRef::SharedString(text) => ((*text).to_owned(), CellKind::Text),
        DataRef::Bool(flag) => (flag_text(*flag), CellKind::Flag),
        DataRef::DateTime(date) => (date_text(date), CellKind::Date),
        DataRef::DateTimeIso(text) => (iso_text(text), CellKind::Date),
        DataRef::DurationIso(text) => (text.clone(), CellKind::Date),
        DataRef::Error(error) => (error_text(error), CellKind::Error),
        DataRef::Empty if formula => (String::new(), CellKind::Text),
        DataRef::Empty => return None,
    };
    let says = formula || !text.trim().is_empty();
    says.then_some(SheetCell { column, text, kind, formula })
}

/// The same of a workbook that is read whole.
pub(super) fn owned(column: u32, value: &Data, formula: bool) -> Option<SheetCell> {
    let value = match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(flag) => DataRef::Bool(*flag),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    };
    cell(column, &value, formula)
}

/// Plain, but with an exponent where digits were lost, so that nobody takes it for a number that was typed.
fn number_text(number: f64) -> String {
    if number.abs() < EXACT {
        return number.to_string();
    }
    format!("{number:E}").replacen('E', "E+", 1)
}

fn flag_text(flag: bool) -> String {
    if flag { "TRUE" } else { "FALSE" }.to_owned()
}

fn date_text(date: &ExcelDateTime) -> String {
    if date.is_duration() {
        return date.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { day } else { format!("{day}T{hour:02}:{minute:02}:{second:02}") }
}

/// Midnight says nothing.
fn iso_text(text: &str) -> String {
    text.strip_suffix("T00:00:00").unwrap_or(text).to_owned()
}

fn error_text(error: &CellErrorType) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::number_text;

    #[test]
    fn number_that_lost_digits_says_so() {
        assert_eq!(number_text(1_180_301_018_771.0), "1180301018771");
        assert_eq!(number_text(913_501_005_729_731_690.0), "9.135010057297317E+17");
        assert_eq!(number_text(0.5), "0.5");
        assert_eq!(number_text(-3.0), "-3");
    }
}
