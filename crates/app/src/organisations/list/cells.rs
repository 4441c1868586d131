//! A sheet as rows of cells, with what is merged spread over the cells that it covers.

use samesky_extract::{Merged, Sheet, SheetCell, SheetRow};
use samesky_registry::list::{Guess, Row, guess};
use std::collections::HashMap;

/// Rows that are looked at for a guess.
const TOP: usize = 300;

pub(super) struct Cells<'a> {
    pub(super) sheet: &'a Sheet,
    /// Areas by each of their rows.
    merged: HashMap<u32, Vec<Merged>>,
    by_number: HashMap<u32, usize>,
}

impl<'a> Cells<'a> {
    pub(super) fn of(sheet: &'a Sheet) -> Self {
        let mut merged: HashMap<u32, Vec<Merged>> = HashMap::new();
        for area in &sheet.merged {
            // An area over a whole column is no value of every row.
            for row in (area.rows.0..=area.rows.1).take(10_000) {
                merged.entry(row).or_default().push(*area);
            }
        }
        let by_number = sheet.rows.iter().enumerate().map(|(at, row)| (row.number, at)).collect();
        Self { sheet, merged, by_number }
    }

    /// The cell itself.
    pub(super) fn own(row: &SheetRow, column: u32) -> Option<&SheetCell> {
        row.cells.binary_search_by_key(&column, |cell| cell.column).ok().and_then(|at| row.cells.get(at))
    }

    /// The cell that a merged one belongs to, from a row above.
    pub(super) fn above(&self, row: u32, column: u32) -> Option<(u32, &SheetCell)> {
        let area = self.area(row, column).filter(|area| area.rows.0 < row && area.columns.0 == column)?;
        self.at(area.rows.0, area.columns.0).map(|cell| (area.rows.0, cell))
    }

    pub(super) fn guess(&self) -> Guess {
        self.guess_in(&self.sheet.rows)
    }

    /// A guess where the rows of the head are known.
    pub(super) fn guess_below(&self, head: &[u32]) -> Guess {
        let last = head.iter().max().copied().unwrap_or(0);
        let kept: Vec<SheetRow> = self
            .sheet
            .rows
            .iter()
            .filter(|row| head.contains(&row.number) || row.number > last)
            .take(TOP)
            .cloned()
            .collect();
        let found = self.guess_in(&kept);
        if found.head == head { found } else { self.named_by(head, &kept) }
    }

    /// The head has no known words: its cells name the columns all the same.
    fn named_by(&self, head: &[u32], rows: &[SheetRow]) -> Guess {
        let body: Vec<SheetRow> = rows.iter().filter(|row| !head.contains(&row.number)).cloned().collect();
        let mut found = self.guess_in(&body);
        // A guess among the rows below must not take one of them for a head.
        found.head = head.to_vec();
        for column in &mut found.columns {
            let words: Vec<String> = head
                .iter()
                .filter_map(|row| self.at(*row, column.column))
                .map(|cell| cell.text.split_whitespace().collect::<Vec<_>>().join(" "))
                .collect();
            if !words.is_empty() {
                column.head = words.join(" / ");
            }
        }
        found
    }

    fn guess_in(&self, rows: &[SheetRow]) -> Guess {
        let cells: Vec<(u32, Vec<(u32, &str)>)> = rows
            .iter()
            .take(TOP)
            .map(|row| (row.number, row.cells.iter().map(|cell| (cell.column, cell.text.as_str())).collect()))
            .collect();
        let rows: Vec<Row<'_>> = cells.iter().map(|(number, cells)| Row { number: *number, cells }).collect();
        guess(&rows, &|row, column| self.spread(row, column))
    }

    fn spread(&self, row: u32, column: u32) -> Option<String> {
        let area = self.area(row, column)?;
        self.at(area.rows.0, area.columns.0).map(|cell| cell.text.clone())
    }

    fn area(&self, row: u32, column: u32) -> Option<Merged> {
        let covers = |area: &&Merged| (area.columns.0..=area.columns.1).contains(&column);
        self.merged.get(&row).and_then(|areas| areas.iter().find(covers)).copied()
    }

    fn at(&self, row: u32, column: u32) -> Option<&SheetCell> {
        let at = *self.by_number.get(&row)?;
        self.sheet.rows.get(at).and_then(|row| Self::own(row, column))
    }
}
