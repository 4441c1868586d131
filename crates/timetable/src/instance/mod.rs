//! An event as it is written down: the format `b2b-schedule/1`.
//!
//! Fields that are not known here are kept in `other` and written again, so that a program may add its own.

mod objective;
pub(crate) mod validate;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use objective::Objective;
pub use validate::Limits;

/// What `format` has to say in an instance.
pub const INSTANCE_FORMAT: &str = "b2b-schedule/1";

/// An event: who is there, who wants to meet whom, when and where there is room. Ids are unique inside their own list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Instance {
    /// Always [`INSTANCE_FORMAT`].
    pub format: String,
    /// The name of the instance; plans name it.
    pub name: String,
    /// What a good plan is, the most important first. None: [`Objective::ALL`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objectives: Option<Vec<Objective>>,
    /// Rules for the whole event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Rules>,
    /// The moments in which meetings are held. They do not overlap and stand in time order.
    pub slots: Vec<Slot>,
    /// Where meetings are held.
    pub venues: Vec<Venue>,
    /// Who may be met.
    pub participants: Vec<Participant>,
    /// Who can interpret.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interpreters: Vec<Interpreter>,
    /// What was asked for.
    pub meetings: Vec<Meeting>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Rules for the whole event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// By how much the number of breaks of any two participants may differ at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_break_difference: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A moment in which meetings are held, the same everywhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// Its id.
    pub id: String,
    /// When it starts: ISO 8601 with an offset from UTC.
    pub start: String,
    /// When it ends: ISO 8601 with an offset from UTC, after `start`.
    pub end: String,
    /// Breaks are counted inside a session only. None: the session without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// What kind of place a venue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Tables at one site.
    Onsite,
    /// Booths or rooms for calls.
    Video,
}

/// A place with tables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Venue {
    /// Its id.
    pub id: String,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// IANA name of its time zone, for agendas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// Onsite or video.
    pub mode: Mode,
    /// How many meetings at once. Tables are numbered from 1 to this.
    pub tables: u32,
    /// Slots in which it is closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<String>,
    /// Tables that cannot be used, from 1 to `tables`. Empty: all can be used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lost_tables: Vec<LostTable>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A table that cannot be used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LostTable {
    /// Its number, from 1 to the venue's `tables`.
    pub table: u32,
    /// The slots in which it cannot be used. Empty: it can be used in none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A company, a zone, an investor: one who meets others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Participant {
    /// Its id.
    pub id: String,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Any word for the side it is on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// The venue where it is. None: online only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// IANA name of the time zone of its agenda. None: that of its venue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// BCP 47 tags, compared as plain text. Empty: speaks whatever is spoken.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Slots in which it cannot meet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<String>,
    /// How many meetings it can have at most. None: as many as there are slots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_meetings: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// One who interprets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interpreter {
    /// Its id.
    pub id: String,
    /// What people call them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The only venue where they work. None: any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// BCP 47 tags, compared as plain text.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Slots in which they cannot work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<String>,
    /// How many meetings they can serve at most. None: as many as there are slots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_meetings: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A meeting that was asked for. It may stay unscheduled unless `required`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its id.
    pub id: String,
    /// Who meets: two or more.
    pub participants: Vec<String>,
    /// How much it is worth: 1 or more.
    pub priority: u64,
    /// The only venue where it may be held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// Two or more: an interpreter who speaks all of them. Exactly one: no interpreter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages: Option<Vec<String>>,
    /// If held, then in this slot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_slot: Option<String>,
    /// Slots in which it cannot be held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<String>,
    /// Meetings of which each has to be held in an earlier slot, if this one is held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// Whether it has to be held.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Instance {
    /// What a good plan is, the most important first.
    #[must_use]
    pub fn objectives(&self) -> &[Objective] {
        self.objectives.as_deref().unwrap_or(&Objective::ALL)
    }
}
