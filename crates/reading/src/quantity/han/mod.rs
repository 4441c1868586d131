//! What Chinese and Japanese share: numerals, the order of number and unit, the writing of dates.

mod compound;
mod count;
mod date;
mod figures;
mod measure;
mod money;
pub(super) mod numeral;
mod ordinal;
mod period;
mod qualifier;
mod range;
mod read;
mod relative;
mod share;
mod time;
mod year;

pub(super) use read::{dress, read};

use super::ctx::Ctx;
use super::item::Number;

/// A number in Chinese or Japanese writing at `i`.
pub(super) fn parse(ctx: &Ctx<'_>, i: usize) -> Option<Number> {
    numeral::parse(ctx.line, i, ctx.chinese)
}
