//! What a good plan is.

use serde::{Deserialize, Serialize};

/// One measure of a plan. An instance puts them in order; each decides only between plans that are alike before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// The sum of the priorities of the meetings held: more is better.
    Weight,
    /// The sum over participants of the square of what they could have had less what they have: less is better.
    Fairness,
    /// Groups of slots without a meeting between two meetings of one participant in one session: fewer are better.
    Breaks,
    /// Neighbouring meetings of one participant at different tables of one onsite venue: fewer are better.
    TableChanges,
}

impl Objective {
    /// All of them, in the order that holds where an instance names none.
    pub const ALL: [Self; 4] = [Self::Weight, Self::Fairness, Self::Breaks, Self::TableChanges];
}
