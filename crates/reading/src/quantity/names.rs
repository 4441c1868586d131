//! Names and phrases that hold numerals but state no number.

use super::words::Table;
use std::sync::LazyLock;

/// Names with Latin letters or digits.
const LATIN: &[&str] = &[
    "7-Eleven",
    "7-11",
    "7-ELEVEN",
    "3M",
    "360安全",
    "58同城",
    "51job",
    "4399",
    "996",
    "007",
    "24/7",
    "1688",
    "12306",
    "12345热线",
    "110报警",
    "PM2.5",
    "PM10",
    "H1N1",
    "Web3",
    "Web 3.0",
    "500强",
    "MP3",
    "MP4",
    "50 Cent",
    "24-7",
    "4x4",
];

static CHINESE: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::exact(super::zh::NAMES.iter().chain(super::zh::PROPER).chain(LATIN).map(|&word| (word, ())))
});
static JAPANESE: LazyLock<Table<()>> =
    LazyLock::new(|| Table::exact(super::ja::NAMES.iter().chain(LATIN).map(|&word| (word, ()))));

/// The end of the name with Latin letters or digits at `i`.
pub(super) fn latin_at(c: &[char], i: usize) -> Option<usize> {
    LATIN
        .iter()
        .filter(|word| word.chars().enumerate().all(|(k, w)| c.get(i + k) == Some(&w)))
        .map(|word| i + word.len())
        .max()
}

/// The end of the name that begins at `i`.
pub(super) fn at(c: &[char], i: usize, chinese: bool) -> Option<usize> {
    let table = if chinese { &CHINESE } else { &JAPANESE };
    table.at(c, i).map(|(n, ())| i + n)
}

/// Every name, so that the scanner stops at its first character.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    super::zh::NAMES.iter().chain(super::zh::PROPER).chain(super::ja::NAMES).chain(LATIN).copied()
}
