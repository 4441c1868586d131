//! Two organisations as they are written: one record, a branch, two, or a question for an officer.

mod bodies;
mod core;
mod evidence;
pub(crate) mod forms;
mod identifiers;
mod names;
mod parties;
mod places;
mod rules;
mod text;
mod words;
mod written;

pub use evidence::{Evidence, EvidenceCode};
pub use parties::{Comparer, Party, Profile};

use std::fmt;

/// What two writings of organisations are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// One record.
    Same,
    /// Related, and a record of its own: a branch, a parent, an affiliate.
    Branch,
    /// A careful officer could not tell.
    Ask,
    /// Two that have nothing to do with one another.
    Different,
}

impl Verdict {
    /// The word that files and programs use.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Branch => "branch",
            Self::Ask => "ask",
            Self::Different => "different",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A verdict and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The verdict.
    pub verdict: Verdict,
    /// How near to one record, in thousandths: same from 900, ask 400 to 700, branch 250 to 390, different below 250.
    pub score: u16,
    /// What speaks for the verdict and against it, the weightiest first.
    pub evidence: Vec<Evidence>,
}

impl Answer {
    pub(crate) fn new(verdict: Verdict, score: u16, evidence: Vec<Evidence>) -> Self {
        Self { verdict, score, evidence }
    }
}
