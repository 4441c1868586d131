//! Lists of organisations: which rows are the head, and what stands in which column.
//!
//! A guess rests on the words at the head (`data/headers.tsv`, four languages) and on what stands below: numbers whose check digit
//! holds, addresses, names of countries/regions, legal forms. It is shown and can be corrected; nothing is kept by a guess alone.

mod contents;
mod field;
mod guess;
mod head;

pub use contents::script_language;
pub use field::{Field, FieldError};
pub use guess::{Column, Guess, guess};

/// A row of a list: its number as the spreadsheet counts it, and its cells by column from 0.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// From 1.
    pub number: u32,
    /// Column and text, from the left; cells without text are left out.
    pub cells: &'a [(u32, &'a str)],
}

/// The letters of a column: A, B, …, Z, AA, ….
#[must_use]
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letters_are_those_of_spreadsheets() {
        assert_eq!([0, 25, 26, 51, 701, 702, 16_383].map(letters), ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
    }
}
