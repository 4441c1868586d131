//! Owners of records.

use crate::code::code_list;
use crate::id::TeamId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

code_list! {
    /// What kind of team.
    TeamKind {
        /// A commerce bureau.
        Bureau = "bureau",
        /// The committee of a development or cooperation zone.
        Zone = "zone",
        /// A trade-promotion council.
        Council = "council",
        /// A chamber.
        Chamber = "chamber",
        /// An outpost in another region.
        ServicePoint = "service_point",
    }
}

/// A name in each language of the interface; an empty one is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TeamNames {
    /// 简体中文.
    pub zh_hans: String,
    /// 日本語.
    pub ja: String,
    /// English.
    pub en: String,
    /// ไทย.
    pub th: String,
}

/// A team. Teams form a tree: province, cities, districts, service points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Its identifier.
    pub id: TeamId,
    /// The team above it.
    pub parent: Option<TeamId>,
    /// Its names.
    pub names: TeamNames,
    /// What kind of team.
    pub kind: TeamKind,
    /// Where it is, as written.
    pub place: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
}
