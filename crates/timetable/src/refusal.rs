//! Why input cannot be used: where, and what was expected there.

use std::fmt;

/// One thing in the input that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where it stands, such as `meetings[12].participants[1]`; empty for the whole of it.
    pub path: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What is wrong. The text of each says what was found and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Not JSON, or JSON of another shape; in the words of the parser.
    #[error("{0}")]
    Shape(String),
    /// The field `format` says something else.
    #[error("“{found}” is not a format that is read here; expected “{expected}”")]
    Format {
        /// What it says.
        found: String,
        /// What it has to say.
        expected: &'static str,
    },
    /// An id that is not in its list.
    #[error("there is no {kind} “{id}”; expected the id of one in `{list}`")]
    UnknownId {
        /// What it should be the id of.
        kind: &'static str,
        /// The id.
        id: String,
        /// The list where it should be.
        list: &'static str,
    },
    /// An id that another of the same list has.
    #[error("the id “{id}” is that of {first} as well; expected an id of its own")]
    DuplicateId {
        /// The id.
        id: String,
        /// Where it was first.
        first: String,
    },
    /// An id without a character.
    #[error("the id is empty; expected at least one character")]
    EmptyId,
    /// No moment in time.
    #[error("“{found}” is not a time; expected one such as 2027-04-14T09:00:00+05:00")]
    NotATime {
        /// What was found.
        found: String,
    },
    /// A time of a wall clock, nobody knows where.
    #[error("“{found}” has no offset from UTC; expected one at its end, such as +05:00 or Z")]
    NoOffset {
        /// What was found.
        found: String,
    },
    /// A slot of no or negative length.
    #[error("the slot ends at {end}, which is not after its start, {start}; expected a later end")]
    EndsBeforeStart {
        /// When it starts.
        start: String,
        /// When it ends.
        end: String,
    },
    /// A slot that starts before the one listed before it has ended.
    #[error(
        "the slot starts at {start}, before “{before}” has ended at {end}; expected slots in the order of time that do not overlap"
    )]
    Overlaps {
        /// When it starts.
        start: String,
        /// The id of the slot before it.
        before: String,
        /// When that ends.
        end: String,
    },
    /// A time zone that the IANA database does not have.
    #[error("“{found}” is not a time zone; expected a name of the IANA database such as Asia/Yekaterinburg")]
    UnknownTimeZone {
        /// What was found.
        found: String,
    },
    /// A venue without tables.
    #[error("a venue with no tables; expected a whole number from 1 to {limit}")]
    NoTables {
        /// The most there may be.
        limit: u64,
    },
    /// A table that the venue does not have.
    #[error("there is no table {found}; expected a number from 1 to {tables}")]
    UnknownTable {
        /// The number given.
        found: u32,
        /// The tables of the venue.
        tables: u32,
    },
    /// A meeting of nobody or of one.
    #[error("a meeting of {found}; expected two participants or more")]
    TooFew {
        /// How many there are.
        found: usize,
    },
    /// The same participant twice in one meeting.
    #[error("“{id}” is named twice; expected each participant once")]
    Twice {
        /// The participant's id.
        id: String,
    },
    /// A priority out of range.
    #[error("the priority {found} is out of range; expected a whole number from 1 to {limit}")]
    Priority {
        /// What was found.
        found: u64,
        /// The most it may be.
        limit: u64,
    },
    /// Meetings that each have to come after the other.
    #[error("these meetings wait for one another: {}; expected no circle in `after`", circle(.meetings))]
    Circle {
        /// Their ids: each comes after the next, the last after the first.
        meetings: Vec<String>,
    },
    /// More than is planned for.
    #[error("{found} {what}; no more than {limit} are taken")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How much.
        found: u64,
        /// The most that is taken.
        limit: u64,
    },
    /// An objective named twice.
    #[error("the objective is named twice; expected each once")]
    ObjectiveTwice,
    /// A list of no objectives.
    #[error("no objective; expected at least one of weight, fairness, breaks, table_changes, or no list at all")]
    NoObjective,
    /// A plan, or changes, of another event.
    #[error("this belongs to the instance “{found}”; expected “{expected}”")]
    OtherInstance {
        /// The instance that is named.
        found: String,
        /// The instance at hand.
        expected: String,
    },
    /// A meeting that is not in the plan where it has to be.
    #[error("the meeting “{id}” is not held in the plan; expected one that is")]
    NotHeld {
        /// The meeting's id.
        id: String,
    },
    /// A field that has to be there beside another.
    #[error("expected {0}")]
    Expected(&'static str),
}

impl Reason {
    /// The reason as a word for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Shape(_) => "shape",
            Self::Format { .. } => "format",
            Self::UnknownId { .. } => "unknown-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::EmptyId => "empty-id",
            Self::NotATime { .. } => "not-a-time",
            Self::NoOffset { .. } => "no-offset",
            Self::EndsBeforeStart { .. } => "ends-before-start",
            Self::Overlaps { .. } => "overlaps",
            Self::UnknownTimeZone { .. } => "unknown-time-zone",
            Self::NoTables { .. } => "no-tables",
            Self::UnknownTable { .. } => "unknown-table",
            Self::TooFew { .. } => "too-few",
            Self::Twice { .. } => "twice",
            Self::Priority { .. } => "priority",
            Self::Circle { .. } => "circle",
            Self::TooMany { .. } => "too-many",
            Self::ObjectiveTwice => "objective-twice",
            Self::NoObjective => "no-objective",
            Self::OtherInstance { .. } => "other-instance",
            Self::NotHeld { .. } => "not-held",
            Self::Expected(_) => "expected",
        }
    }
}

/// The first ids of a circle: who reads it needs no thousand of them.
fn circle(meetings: &[String]) -> String {
    const SHOWN: usize = 8;
    let more = if meetings.len() > SHOWN { " → …" } else { "" };
    let back = meetings.first().filter(|_| more.is_empty()).map(|first| format!(" → {first}")).unwrap_or_default();
    format!("{}{more}{back}", meetings.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(" → "))
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => write!(f, "{}", self.reason),
            path => write!(f, "{path}: {}", self.reason),
        }
    }
}

/// Everything in the input that cannot be used, in its order; the first [`Refusals::KEPT`] of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals {
    /// The first of them.
    pub kept: Vec<Refusal>,
    /// How many more there are.
    pub more: usize,
}

impl Refusals {
    /// How many are kept: a file of another kind would else answer with a million.
    pub const KEPT: usize = 100;

    /// One refusal.
    #[must_use]
    pub fn one(path: impl Into<String>, reason: Reason) -> Self {
        Self { kept: vec![Refusal { path: path.into(), reason }], more: 0 }
    }

    pub(crate) fn add(&mut self, path: impl FnOnce() -> String, reason: impl FnOnce() -> Reason) {
        if self.kept.len() < Self::KEPT {
            self.kept.push(Refusal { path: path(), reason: reason() });
        } else {
            self.more += 1;
        }
    }

    /// The value, if nothing was refused.
    pub(crate) fn or<T>(self, value: T) -> Result<T, Self> {
        if self.kept.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for Refusals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<_> = self.kept.iter().map(ToString::to_string).collect();
        write!(f, "{}", lines.join("\n"))?;
        if self.more > 0 { write!(f, "\nand {} more", self.more) } else { Ok(()) }
    }
}

impl std::error::Error for Refusals {}
