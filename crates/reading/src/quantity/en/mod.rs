//! English: numbers, money, counts, dimensions and dates. It also reads what is written in Latin letters within the
//! other languages.

pub(super) mod calendar;
mod count;
mod date;
mod number;
mod ordinal;
mod qualifier;
mod read;
mod relative;
mod time;
mod units;

pub(super) use read::{prefixed, read, word_end};
