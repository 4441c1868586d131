//! Chinese: word tables of numbers, money, counts, dimensions and dates.

pub(super) mod calendar;
mod names;
pub(super) mod nouns;
mod proper;
pub(super) mod units;

pub(super) use names::NAMES;
pub(super) use proper::PROPER;

/// Words at whose first character the scanner must stop.
pub(super) fn triggers() -> impl Iterator<Item = &'static str> {
    calendar::words()
        .chain(super::names::all())
        .chain(["正月", "翻番", "翻了", "翻一", "翻两", "翻三", "翻四", "翻1", "翻2", "翻3"])
}
