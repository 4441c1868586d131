//! Personal data: what is kept of people, why and for how long; what is held on one person; how they are forgotten.

mod document;
mod erase;
mod export;
mod former;
mod journal;
mod kinds;
mod tidy;

pub(crate) use document::looks_like_a_document;
pub use erase::{Erased, pseudonym, pseudonym_number};
pub use export::{Held, Place};
pub use journal::{Forgotten, Journal};
pub use kinds::{KINDS, Kind, markdown};
pub use tidy::Tidied;
