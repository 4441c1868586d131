//! Organisations that become one record, and what is remembered so that they can be taken apart again.

use super::{EvidenceNote, RecordState, Stamp, WrittenName};
use crate::code::code_list;
use crate::id::{ClaimId, OrganisationId, OrganisationMergeId, TeamId};
use crate::reading::OrganisationKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

code_list! {
    /// What was done.
    MergeKind {
        /// Several records became one.
        Merge = "merge",
        /// A part of a record became a record of its own.
        Split = "split",
        /// Records of other teams and this one are one for others: this one stays.
        Across = "across",
        /// This record is a team's part of one of another team.
        Part = "part",
    }
}

code_list! {
    /// What an officer says of a pair that may be one record.
    PairAnswer {
        /// Nothing yet.
        Open = "open",
        /// It is to be looked at later.
        Later = "later",
        /// These are two, and stay two.
        Apart = "apart",
    }
}

code_list! {
    /// What the comparison says of a pair.
    PairVerdict {
        /// One record.
        Same = "same",
        /// It cannot be told.
        Ask = "ask",
        /// One belongs to the other.
        Branch = "branch",
        /// Two.
        Different = "different",
    }
}

/// A row that pointed to one organisation and points to another now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedRow {
    /// The values that name the row, without the one that was changed.
    pub key: Vec<serde_json::Value>,
    /// Whom it pointed to.
    pub from: Uuid,
}

/// What an organisation was before, beside its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeforeMerge {
    /// Which.
    pub organisation: OrganisationId,
    /// Whether it rested on anything.
    pub state: RecordState,
    /// What kind it was taken for.
    pub kind: OrganisationKind,
    /// Its names.
    pub names: Vec<WrittenName>,
    /// Its country/region.
    pub country: Option<String>,
    /// How its names are read.
    pub readings: Vec<String>,
}

/// What was moved, by table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Moved {
    /// The organisations as they were, the one that stays first.
    pub before: Vec<BeforeMerge>,
    /// Rows that point elsewhere now, by the name of their table.
    pub rows: BTreeMap<String, Vec<MovedRow>>,
    /// Organisations that belonged to one that is gone.
    pub children: Vec<(OrganisationId, OrganisationId)>,
    /// Teams that see the one that stays since a merge across teams.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<TeamId>,
}

/// A merge of organisations, or a split of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrganisationMerge {
    /// Its identifier.
    pub id: OrganisationMergeId,
    /// Its owner.
    pub team: TeamId,
    /// What was done.
    pub kind: MergeKind,
    /// The organisation that stays; of a split the one that was split.
    pub survivor: OrganisationId,
    /// The organisations that became part of it; of a split the one that was made.
    pub others: Vec<OrganisationId>,
    /// What was moved.
    pub moved: Moved,
    /// Who did it, and when.
    pub made: Stamp,
    /// Why, where the officer said so.
    pub why: Option<String>,
    /// Who took it back, and when.
    pub undone: Option<Stamp>,
}

/// Two organisations that may be one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrganisationPair {
    /// Names the pair in lists.
    pub id: Uuid,
    /// Its owner.
    pub team: TeamId,
    /// The one with the lesser identifier.
    pub one: OrganisationId,
    /// The other.
    pub other: OrganisationId,
    /// What the comparison says.
    pub verdict: PairVerdict,
    /// How near to one record, in thousandths.
    pub score: i64,
    /// What speaks for and against.
    pub evidence: Vec<EvidenceNote>,
    /// What an officer says.
    pub answer: PairAnswer,
    /// Who said so, and when.
    pub answered: Option<Stamp>,
    /// When it was found.
    pub found: jiff::Timestamp,
}

/// Which record an officer gave a claim of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrganisationChoice {
    /// The claim.
    pub claim: ClaimId,
    /// Its owner.
    pub team: TeamId,
    /// The organisation; none for a record of its own, as long as there is none yet.
    pub organisation: Option<OrganisationId>,
    /// Who chose, and when.
    pub made: Stamp,
}
