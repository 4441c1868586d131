//! Names and identifiers of organisations: normalise, compare, explain, find candidates.
//!
//! [`identifier`] checks and mends numbers of registers. [`Comparer`] says what two organisations are to one another, and
//! why. [`Known`] holds what no rule can know: names of one organisation across languages. [`Index`] finds candidates among
//! many.

mod compare;
mod country;
pub mod find;
mod fold;
pub mod identifier;
mod index;
pub mod industry;
mod known;
mod lexicon;
pub mod list;
mod name;
mod sound;

pub use compare::{Answer, Comparer, Evidence, EvidenceCode, Party, Profile, Verdict};
pub use country::{country_of, is_country};
pub use index::{Candidate, Index};
pub use known::{Entry, EntryError, Group, Known, NameIn};
pub use lexicon::place_names;
