//! English: numbers, money, counts, dimensions and dates. It also reads what is written in Latin letters within the
//! other languages.

pub(super) mod calendar;
mod count;
mod date;
mod number;
mod ordinal;
mod part;
mod prefixed;
mod qualifier;
mod range;
mod read;
mod relative;
mod share;
mod time;
mod unit;
mod units;
mod vocabulary;

pub(super) use prefixed::prefixed;
pub(super) use read::{read, word_end};
