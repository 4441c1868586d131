//! Organisations as they are listed and found.
//!
//! For each team there are two spaces: its own organisations, and those of others that it is shown. A space holds a row for each organisation, with
//! what lists are sorted by, and its terms in order. Rows and terms of a hidden record are in no space of whoever may not see it, so it
//! influences no result, no order and no count. All of it is made of the records when a transaction that touched them ends, by a [`Finder`]; a
//! backup leaves it out.

mod place;
mod row;
mod settle;
mod space;
mod term;
mod unlisted;
mod value;
mod walk;

pub use place::Place;
pub(crate) use settle::settle;
pub use settle::{Remade, list_missing};
pub use space::{Spaces, spaces};
pub use term::{Term, numbers, probe, terms};
pub(crate) use unlisted::note;
pub use unlisted::{list_waiting, waiting};
pub use value::values;
pub use walk::{Listed, Order, at, count, walk};

use samesky_model::record::{KeptFact, OrganisationRecord};

/// Languages that lists are sorted in: Chinese, Japanese, Thai, English.
pub const LANGUAGES: usize = 4;

/// What an organisation is listed and found by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Of this its terms are made.
    pub prepared: String,
    /// What it is sorted by in each language.
    pub sort: [String; LANGUAGES],
}

/// For whom a record is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// For its own team.
    Own,
    /// For a team that it is shown to.
    Foreign,
}

/// Says what organisations are listed and found by. Whoever opens the store gives it: the store knows no language.
pub trait Finder: Send + Sync + std::fmt::Debug {
    /// Changes when other entries or terms would be made of the same record.
    fn version(&self) -> i64;
    /// What a record is listed and found by; `facts` are all its values.
    fn entry(&self, record: &OrganisationRecord, facts: &[KeptFact], whose: Whose) -> Entry;
    /// The terms of what was prepared, each once.
    fn terms(&self, prepared: &str) -> Vec<String>;
}
