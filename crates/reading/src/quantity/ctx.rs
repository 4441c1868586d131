//! What a rule may look at.

use super::facts::Facts;
use super::item::Item;
use super::line::Line;
use super::memory::Memory;
use jiff::civil::Date;

/// The line, and what is known around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ctx<'a> {
    pub(super) line: &'a Line,
    pub(super) facts: &'a Facts<'a>,
    pub(super) reference: Option<Date>,
    /// The dates named before, to which 同年, 当天, 13日, 上年同期 refer.
    pub(super) memory: Memory,
    /// Chinese, not Japanese, where both could be.
    pub(super) chinese: bool,
}

/// What a rule says of a place.
#[derive(Debug)]
pub(super) enum Outcome {
    /// An expression begins here.
    Found(Box<Item>),
    /// Nothing to read before this place.
    Skip(usize),
}

impl From<Item> for Outcome {
    fn from(item: Item) -> Self {
        Self::Found(Box::new(item))
    }
}
