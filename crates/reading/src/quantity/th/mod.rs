//! Thai: numbers, money, counts, dimensions and dates.

pub(super) mod calendar;
mod date;
mod number;
mod ordinal;
mod qualifier;
mod read;
mod relative;
mod share;
mod time;
mod units;

pub(super) use calendar::days;
pub(super) use number::parse;
pub(super) use read::{dress, read};
