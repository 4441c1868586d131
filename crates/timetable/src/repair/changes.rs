//! What changed, as it is written down: the format `b2b-changes/1`; and what must stay: `b2b-locks/1`.

use crate::instance::{Interpreter, Meeting, Participant};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What `format` has to say in changes.
pub const CHANGES_FORMAT: &str = "b2b-changes/1";
/// What `format` has to say in locks.
pub const LOCKS_FORMAT: &str = "b2b-locks/1";

/// What changed since a plan was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Changes {
    /// Always [`CHANGES_FORMAT`].
    pub format: String,
    /// The name of the instance.
    pub instance: String,
    /// What changed, in order.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// Meetings that stay where they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locks: Vec<Lock>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Meetings that stay where they are, as a file of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Locks {
    /// Always [`LOCKS_FORMAT`].
    pub format: String,
    /// The name of the instance.
    pub instance: String,
    /// The meetings.
    pub locks: Vec<Lock>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A meeting that keeps its slot, venue, table and interpreter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lock {
    /// The meeting's id.
    pub meeting: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// What kind of change it is, and which fields tell of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// `participant` comes later: is not there before the slot `until`.
    ParticipantLate,
    /// `participant` leaves: is not there from the slot `from` on, or from now on.
    ParticipantGone,
    /// `participant` is not there in `slots`.
    ParticipantAway,
    /// `interpreter` leaves: from the slot `from` on, or from now on.
    InterpreterGone,
    /// `interpreter` is not there in `slots`.
    InterpreterAway,
    /// `table` of `venue` cannot be used in `slots`, or any more.
    TableLost,
    /// `slot` is lost at `venue`, or everywhere.
    SlotLost,
    /// `meeting` is not wanted any more.
    MeetingCancelled,
    /// `new_meeting` is asked for.
    MeetingAsked,
    /// `new_participant` comes.
    ParticipantAdded,
    /// `new_interpreter` comes.
    InterpreterAdded,
}

/// One change. [`ChangeKind`] says which fields belong to which kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the kinds say what the fields mean")]
pub struct Change {
    pub kind: ChangeKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slots: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_meeting: Option<Meeting>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_participant: Option<Participant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_interpreter: Option<Interpreter>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}
