//! Text with delimiters: CSV and its kin (RFC 4180), with whatever delimiter the spreadsheet of the country writes.

use super::{COLUMNS, CellKind, ROWS, Sheet, SheetCell, SheetRow};
use crate::{ExtractError, Format};
use std::collections::BTreeSet;

const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// Reads decoded text. Rows are counted as a spreadsheet counts them: a line break in quotes does not end one.
pub(crate) fn read(text: &str) -> Result<Sheet, ExtractError> {
    let (delimiter, text) = stated(text).unwrap_or_else(|| (guessed(text), text));
    let mut rows = Vec::new();
    for (number, cells) in (1_u32..).zip(Records { rest: text, delimiter }) {
        let cells: Vec<SheetCell> = (0..COLUMNS).zip(cells).filter_map(|(column, text)| cell(column, text)).collect();
        if cells.is_empty() {
            continue;
        }
        if rows.len() == ROWS {
            return Err(ExtractError::SheetTooLong { limit: ROWS as u64 });
        }
        rows.push(SheetRow { number, hidden: false, cells });
    }
    if rows.is_empty() {
        return Err(ExtractError::EmptySheet { sheet: String::new() });
    }
    Ok(Sheet {
        format: Format::Csv,
        name: String::new(),
        sheets: Vec::new(),
        rows,
        merged: Vec::new(),
        hidden_columns: BTreeSet::new(),
    })
}

fn cell(column: u32, text: String) -> Option<SheetCell> {
    (!text.trim().is_empty()).then_some(SheetCell { column, text, kind: CellKind::Text, formula: false })
}

/// A first line such as `sep=;` tells the delimiter to spreadsheets and is no row of theirs.
fn stated(text: &str) -> Option<(char, &str)> {
    let rest = text.strip_prefix("sep=")?;
    let delimiter = rest.chars().next().filter(|char| *char != '\n' && *char != '\r')?;
    let rest = rest.get(delimiter.len_utf8()..)?;
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    Some((delimiter, rest))
}

/// The delimiter that cuts the first rows into the most even ones of several cells.
fn guessed(text: &str) -> char {
    let score = |delimiter: &char| {
        let widths: Vec<usize> = Records { rest: text, delimiter: *delimiter }.take(50).map(|row| row.len()).collect();
        let widest = widths.iter().copied().max().unwrap_or(0);
        let even = widths.iter().filter(|width| **width == widest).count();
        if widest < 2 { (0, 0) } else { (even * 100 / widths.len().max(1), widest) }
    };
    DELIMITERS.into_iter().rev().max_by_key(score).unwrap_or(',')
}

/// Records of a text, each a list of cells.
struct Records<'a> {
    rest: &'a str,
    delimiter: char,
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        let (mut cells, mut cell, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
        let mut chars = self.rest.char_indices().peekable();
        while let Some((at, char)) = chars.next() {
            let after = at + char.len_utf8();
            match char {
                '"' if quoted && chars.peek().is_some_and(|(_, next)| *next == '"') => {
                    chars.next();
                    cell.push('"');
                }
                '"' if quoted => quoted = false,
                '"' if !begun => (quoted, begun) = (true, true),
                _ if quoted => cell.push(char),
                '\r' if chars.peek().is_some_and(|(_, next)| *next == '\n') => {}
                '\n' | '\r' => {
                    cells.push(cell);
                    self.rest = self.rest.get(after..).unwrap_or_default();
                    return Some(cells);
                }
                _ if char == self.delimiter => {
                    cells.push(std::mem::take(&mut cell));
                    begun = false;
                }
                _ => {
                    begun = begun || !char.is_whitespace();
                    cell.push(char);
                }
            }
        }
        cells.push(cell);
        self.rest = "";
        Some(cells)
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn rows(text: &str) -> Vec<(u32, Vec<(u32, String)>)> {
        let sheet = read(text).expect("a sheet");
        let cells = |row: super::SheetRow| row.cells.into_iter().map(|cell| (cell.column, cell.text)).collect();
        sheet.rows.into_iter().map(|row| (row.number, cells(row))).collect()
    }

    fn row(number: u32, cells: &[(u32, &str)]) -> (u32, Vec<(u32, String)>) {
        (number, cells.iter().map(|(column, text)| (*column, (*text).to_owned())).collect())
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        let text = "名称,备注\r\n\r\n\"甲,乙\",\"一\n二 \"\"三\"\"\"\r\n丙,\r\n";
        let expected =
            [row(1, &[(0, "名称"), (1, "备注")]), row(3, &[(0, "甲,乙"), (1, "一\n二 \"三\"")]), row(4, &[(0, "丙")])];
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn delimiter_is_told_or_guessed() {
        let expected = [row(1, &[(0, "a"), (1, "b")]), row(2, &[(0, "1,5"), (1, "2")])];
        assert_eq!(rows("a;b\n1,5;2"), expected);
        assert_eq!(rows("sep=;\r\na;b\r\n1,5;2\r\n"), expected);
        assert_eq!(rows("a\tb\n1,5\t2\n"), expected);
        assert_eq!(rows("甲\n乙\n"), [row(1, &[(0, "甲")]), row(2, &[(0, "乙")])]);
    }

    #[test]
    fn quote_that_never_ends_is_read_once() {
        let text = format!("a,\"{}", "x\n".repeat(10_000));
        assert_eq!(rows(&text).len(), 1);
    }

    #[test]
    fn nothing_is_an_empty_sheet() {
        assert!(read(" \n,,\n").is_err());
    }
}
