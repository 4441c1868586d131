//! A plan as it is written down: the format `b2b-solution/1`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What `format` has to say in a plan.
pub const PLAN_FORMAT: &str = "b2b-solution/1";

/// Which meetings are held, when, at which table, with which interpreter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Always [`PLAN_FORMAT`].
    pub format: String,
    /// The name of the instance it is a plan of.
    pub instance: String,
    /// What made it.
    #[serde(default)]
    pub solver: String,
    /// The meetings held.
    pub assignments: Vec<Assignment>,
    /// All other meetings.
    #[serde(default)]
    pub unscheduled: Vec<String>,
    /// How good it says it is: any of the fields of [`Score`], and others. The check compares them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<Map<String, Value>>,
    /// How good it says any plan can be: any of the fields of [`Bounds`], and others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bounds: Option<Map<String, Value>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A meeting that is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The meeting's id.
    pub meeting: String,
    /// The slot's id.
    pub slot: String,
    /// The venue's id.
    pub venue: String,
    /// The table, from 1 to the venue's `tables`.
    pub table: u32,
    /// The interpreter's id; there exactly when the meeting needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// How good a plan is, by every measure, whether it is an objective of the instance or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The sum of the priorities of the meetings held.
    pub weight: u64,
    /// How many meetings are held.
    pub meetings_held: u64,
    /// The sum over participants of (could have had - has)², where "could have had" is the least of the meetings
    /// asked, the free slots and `max_meetings`.
    pub fairness: u64,
    /// Groups of slots without a meeting between two meetings of one participant in one session.
    pub breaks: u64,
    /// Free slots between a participant's first and last meeting of a session.
    pub idle_slots: u64,
    /// Neighbouring meetings of one participant in one session at different tables of one onsite venue.
    pub table_changes: u64,
}

/// What no plan can do better than. Only what is proven stands here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// No plan holds more weight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<u64>,
    /// No plan of the best weight has fewer breaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breaks: Option<u64>,
}

impl Plan {
    /// Writes into the plan how good it is and how good any plan can be.
    #[must_use]
    pub fn claiming(mut self, score: Score, bounds: Bounds) -> Self {
        self.objective = fields(score);
        self.bounds = fields(bounds).filter(|bounds| !bounds.is_empty());
        self
    }
}

fn fields(of: impl Serialize) -> Option<Map<String, Value>> {
    match serde_json::to_value(of) {
        Ok(Value::Object(fields)) => Some(fields),
        _ => None,
    }
}
