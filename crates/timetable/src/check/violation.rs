//! What a plan can do wrong.

use crate::plan::Assignment;
use thiserror::Error;

/// A rule that is broken, and by what. All fields are ids of the instance, unless they say otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "the fields are ids of what their names say")]
pub enum Violation {
    /// An assignment of something that the instance does not have.
    #[error("{meeting}: the meeting, the slot “{slot}” or the venue “{venue}” is not in the instance")]
    Unknown { meeting: String, slot: String, venue: String },
    /// A meeting with two assignments.
    #[error("{meeting}: is held twice")]
    HeldTwice { meeting: String },
    /// A meeting that is neither held nor listed as unscheduled, or both, or listed twice, or unknown.
    #[error("{meeting}: `unscheduled` must list exactly the meetings that are not held; it {}", if *.listed { "should not list this one, or not twice" } else { "lacks this one" })]
    Unscheduled { meeting: String, listed: bool },
    /// A table that the venue does not have, or not in that slot.
    #[error("{meeting}: {venue} has no table {table} in {slot}")]
    NoTable { meeting: String, venue: String, table: u32, slot: String },
    /// Two meetings at one table.
    #[error("{meeting}: table {table} of {venue} is also given to {other} in {slot}")]
    TableShared { meeting: String, other: String, venue: String, table: u32, slot: String },
    /// Somebody in two meetings at once.
    #[error("{meeting}: {participant} is also in {other} in {slot}")]
    TwoMeetings { meeting: String, other: String, participant: String, slot: String },
    /// An interpreter in two meetings at once.
    #[error("{meeting}: the interpreter {interpreter} is also in {other} in {slot}")]
    TwoServices { meeting: String, other: String, interpreter: String, slot: String },
    /// A venue that is closed.
    #[error("{meeting}: the venue {venue} is closed in {slot}")]
    VenueClosed { meeting: String, venue: String, slot: String },
    /// A meeting in a slot in which it cannot be.
    #[error("{meeting}: cannot be held in {slot}")]
    MeetingUnavailable { meeting: String, slot: String },
    /// Somebody who is not there.
    #[error("{meeting}: {participant} is unavailable in {slot}")]
    ParticipantUnavailable { meeting: String, participant: String, slot: String },
    /// An interpreter who is not there.
    #[error("{meeting}: the interpreter {interpreter} is unavailable in {slot}")]
    InterpreterUnavailable { meeting: String, interpreter: String, slot: String },
    /// A pinned slot that was left.
    #[error("{meeting}: is fixed to {fixed}, and is in {slot}")]
    NotInFixedSlot { meeting: String, fixed: String, slot: String },
    /// A pinned venue that was left.
    #[error("{meeting}: is pinned to {pinned}, and is in {venue}")]
    NotInPinnedVenue { meeting: String, pinned: String, venue: String },
    /// Everybody is at one site and the meeting is not.
    #[error("{meeting}: everybody is at {site}, and the meeting is in {venue}")]
    NotOnSite { meeting: String, site: String, venue: String },
    /// They are not at one site and the meeting is not by video.
    #[error("{meeting}: its participants are not at one site, so it has to be in a video venue, and is in {venue}")]
    NotByVideo { meeting: String, venue: String },
    /// A meeting that is not after another.
    #[error("{meeting}: has to be after {earlier}{}", if *.held { "" } else { ", which is not held" })]
    NotAfter { meeting: String, earlier: String, held: bool },
    /// A meeting that needs an interpreter and has none.
    #[error("{meeting}: needs an interpreter")]
    NoInterpreter { meeting: String },
    /// A meeting with an interpreter it does not need.
    #[error("{meeting}: has the interpreter {interpreter}, and needs none")]
    NeedlessInterpreter { meeting: String, interpreter: String },
    /// An interpreter that the instance does not have.
    #[error("{meeting}: there is no interpreter {interpreter}")]
    UnknownInterpreter { meeting: String, interpreter: String },
    /// An interpreter who works elsewhere.
    #[error("{meeting}: the interpreter {interpreter} works at {works}, not in {venue}")]
    InterpreterElsewhere { meeting: String, interpreter: String, works: String, venue: String },
    /// An interpreter who does not speak what is needed.
    #[error("{meeting}: the interpreter {interpreter} does not speak what it needs")]
    InterpreterLanguages { meeting: String, interpreter: String },
    /// More meetings than somebody can have. `held` and `limit` are numbers.
    #[error("{participant}: has {held} meetings, and can have {limit}")]
    ParticipantLimit { participant: String, held: u64, limit: u32 },
    /// More meetings than an interpreter can serve. `held` and `limit` are numbers.
    #[error("the interpreter {interpreter}: serves {held} meetings, and can serve {limit}")]
    InterpreterLimit { interpreter: String, held: u64, limit: u32 },
    /// A required meeting that is not held.
    #[error("{meeting}: is required, and is not held")]
    RequiredNotHeld { meeting: String },
    /// Breaks that are dealt too unevenly. The counts and the limit are numbers.
    #[error("{most} has {most_breaks} breaks and {least} has {least_breaks}; they may differ by {limit} at most")]
    BreakDifference { most: String, most_breaks: u64, least: String, least_breaks: u64, limit: u32 },
    /// The plan says another value of a measure. The values are as JSON.
    #[error("objective.{measure}: the plan says {stated}, and it is {found}")]
    Objective { measure: &'static str, stated: String, found: u64 },
    /// The plan says that none can hold as much weight as it holds. The values are as JSON.
    #[error("bounds.weight: the plan says that no plan holds more than {stated}, and it holds {found}")]
    Bound { stated: String, found: u64 },
}

impl Violation {
    pub(super) fn unknown(said: &Assignment) -> Self {
        let (meeting, slot, venue) = (said.meeting.clone(), said.slot.clone(), said.venue.clone());
        Self::Unknown { meeting, slot, venue }
    }

    /// The rule as a word for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "unknown",
            Self::HeldTwice { .. } => "held-twice",
            Self::Unscheduled { .. } => "unscheduled",
            Self::NoTable { .. } => "no-table",
            Self::TableShared { .. } => "table-shared",
            Self::TwoMeetings { .. } => "two-meetings",
            Self::TwoServices { .. } => "two-services",
            Self::VenueClosed { .. } => "venue-closed",
            Self::MeetingUnavailable { .. } => "meeting-unavailable",
            Self::ParticipantUnavailable { .. } => "participant-unavailable",
            Self::InterpreterUnavailable { .. } => "interpreter-unavailable",
            Self::NotInFixedSlot { .. } => "not-in-fixed-slot",
            Self::NotInPinnedVenue { .. } => "not-in-pinned-venue",
            Self::NotOnSite { .. } => "not-on-site",
            Self::NotByVideo { .. } => "not-by-video",
            Self::NotAfter { .. } => "not-after",
            Self::NoInterpreter { .. } => "no-interpreter",
            Self::NeedlessInterpreter { .. } => "needless-interpreter",
            Self::UnknownInterpreter { .. } => "unknown-interpreter",
            Self::InterpreterElsewhere { .. } => "interpreter-elsewhere",
            Self::InterpreterLanguages { .. } => "interpreter-languages",
            Self::ParticipantLimit { .. } => "participant-limit",
            Self::InterpreterLimit { .. } => "interpreter-limit",
            Self::RequiredNotHeld { .. } => "required-not-held",
            Self::BreakDifference { .. } => "break-difference",
            Self::Objective { .. } => "objective",
            Self::Bound { .. } => "bound",
        }
    }
}
