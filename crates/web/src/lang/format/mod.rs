//! Numbers, money and dates as each language writes them. Exact decimals only; nothing here rounds.

pub mod amount;
pub mod date;
pub mod digits;
mod join;
mod period;
pub mod qualified;
mod scale;
mod time;

pub use amount::{Amount, amount, full};
pub use date::{date, date_on_figure};
pub use digits::{group, number};
pub use join::list;
pub use period::period;
pub use qualified::{qualified, range};
pub use time::{date_time, iso_time};

/// Words as a message puts them around one thing: what stands before it and what stands after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Around {
    pub(crate) before: String,
    pub(crate) after: String,
}

/// Stands for the thing while the message is made. It is no character that a message could contain.
pub(crate) const HERE: &str = "\u{fffc}";

impl Around {
    /// Takes apart a message that was made with [`HERE`] in the place of the thing.
    pub(crate) fn of(message: &str) -> Self {
        let (before, after) = message.split_once(HERE).unwrap_or(("", ""));
        Self { before: before.to_owned(), after: after.to_owned() }
    }
}

#[cfg(test)]
mod tests;
