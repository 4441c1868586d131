//! What Chinese and Japanese share: numerals, the order of number and unit, the writing of dates.

mod count;
mod date;
mod measure;
mod money;
pub(super) mod numeral;
mod ordinal;
mod qualifier;
mod range;
mod read;
mod relative;
mod share;
mod time;

pub(super) use read::read;
