//! Quantities: every number expression of a text, with what it means and where it stands.
//!
//! ```
//! use samesky_reading::quantity::{read, Options};
//! let found = read("计划投资总额204.5亿元", &Options::default());
//! assert_eq!(found[0].quantity.value, "20450000000");
//! assert_eq!(found[0].quantity.quote, "204.5亿元");
//! ```

mod amount;
mod begin;
mod calendar;
mod class;
mod code;
mod ctx;
mod currency;
mod digits;
mod en;
mod facts;
mod fold;
mod han;
mod item;
mod ja;
mod line;
mod memory;
mod names;
mod place;
mod scan;
mod th;
mod units;
mod words;
mod zh;

use rust_decimal::Decimal;
use samesky_model::reading::{Quantity, Tier};
use std::ops::Range;

/// What the reader may know beside the text.
#[derive(Debug, Default, Clone)]
pub struct Options {
    /// The day from which 昨日, last week, ปีนี้ are counted; without it such words are not read.
    pub reference_date: Option<jiff::civil::Date>,
    /// BCP 47 tag of the text's language, where it is known. Script decides first; the hint decides what script cannot.
    pub language: Option<String>,
}

/// One number expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it says; `start` and `end` count code points, `quote` is exactly the slice.
    pub quantity: Quantity,
    /// The same stretch in bytes of the text.
    pub bytes: Range<usize>,
    /// The size class named: “2个50亿元级项目” is a count of 2 with a tier of 50亿元.
    pub tier: Option<Tier>,
    /// The unit is not written at the number but was taken from the words around it (总投资逾200亿).
    pub unit_from_context: bool,
    /// For a count: the classifier or noun as written (个项目, 家, 社, โครงการ, projects).
    pub head: Option<String>,
    /// The number as written, where `quantity.value` is something else: 2 for 两个月, whose value is in seconds.
    pub number: Option<Decimal>,
    /// For a converted amount in brackets: the index of the amount that it converts.
    pub converts: Option<usize>,
    /// The name of the rule that made it.
    pub rule: &'static str,
}

/// Reads every number expression of `text`, in order of start, never overlapping.
#[must_use]
pub fn read(text: &str, options: &Options) -> Vec<Found> {
    scan::read(text, options, str::len)
}

/// The same, of those expressions only that begin within so many bytes of their line as `wanted` says; it is asked of the
/// lines in their order.
pub(crate) fn read_lines(text: &str, options: &Options, wanted: impl FnMut(&str) -> usize) -> Vec<Found> {
    scan::read(text, options, wanted)
}

/// Words of which one stands in every Thai day that is written in words: months and holidays.
pub(crate) fn thai_days() -> impl Iterator<Item = &'static str> {
    th::days()
}

/// Whether a character is invisible and stands between others as if it were not there.
pub(crate) fn is_ignorable(char: char) -> bool {
    fold::ignorable(char)
}
