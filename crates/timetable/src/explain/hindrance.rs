//! One thing that stands in the way of a meeting.

use serde::Serialize;

/// One thing that stands in the way of a meeting in a slot. The fields are ids of what their names say.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, thiserror::Error)]
#[serde(tag = "why", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the texts say what the fields are")]
pub enum Hindrance {
    /// The meeting is fixed to another slot.
    #[error("it is fixed to {slot}")]
    FixedElsewhere { slot: String },
    /// The meeting excludes the slot.
    #[error("it cannot be held then")]
    Excluded,
    /// Somebody is not there.
    #[error("{participant} is unavailable")]
    Unavailable { participant: String },
    /// The venue is closed, or has lost all its tables.
    #[error("{venue} is closed")]
    Closed { venue: String },
    /// No interpreter speaks what it needs.
    #[error("no interpreter speaks what it needs")]
    NobodySpeaks,
    /// All interpreters who could are away.
    #[error("no interpreter who could is there")]
    InterpretersAway,
    /// All interpreters who could are in other meetings, or have as many as they can have.
    #[error("no interpreter who could is free: {}", .busy.join(", "))]
    InterpretersBusy { busy: Vec<String> },
    /// Somebody is in another meeting.
    #[error("{participant} is in {meeting}")]
    Busy { participant: String, meeting: String },
    /// Somebody has as many meetings as they can have.
    #[error("{participant} has as many meetings as they can have, {limit}")]
    Limit { participant: String, limit: u32 },
    /// All tables are taken.
    #[error("{}", full(venue, *tables))]
    Full { venue: String, tables: u32 },
    /// A meeting that has to be earlier is not.
    #[error("it has to be after {earlier}, which is {}", .in_slot.as_ref().map_or_else(|| "not held".to_owned(), |slot| format!("in {slot}")))]
    NotAfter { earlier: String, in_slot: Option<String> },
    /// A meeting that waits for this one is not later.
    #[error("{later} has to be after it, and is not later than that")]
    NotBefore { later: String },
    /// The rule on breaks.
    #[error("{participant} would have more breaks than the rule allows")]
    Breaks { participant: String },
}

fn full(venue: &str, tables: u32) -> String {
    match tables {
        1 => format!("the only table of {venue} is taken"),
        _ => format!("all {tables} tables of {venue} are taken"),
    }
}
