//! Claims under review.

use super::Stamp;
use crate::code::code_list;
use crate::id::{AnnouncementId, ClaimId, TeamId};
use crate::reading::{EventClaim, FigureClaim, OrganisationClaim, ProjectClaim};
use crate::remark::Remark;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

code_list! {
    /// What a claim speaks of.
    ClaimKind {
        /// An event.
        Event = "event",
        /// A figure.
        Figure = "figure",
        /// An organisation.
        Organisation = "organisation",
        /// A project.
        Project = "project",
    }
}

code_list! {
    /// What was decided on a claim.
    ClaimState {
        /// Nothing yet.
        Pending = "pending",
        /// Taken as read.
        Accepted = "accepted",
        /// Taken with changes; what was read stays visible.
        Corrected = "corrected",
        /// Not taken.
        Rejected = "rejected",
    }
}

impl ClaimState {
    /// Whether the claim becomes part of the ledger.
    #[must_use]
    pub const fn is_taken(self) -> bool {
        matches!(self, Self::Accepted | Self::Corrected)
    }
}

/// A claim of any kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "claim", rename_all = "snake_case")]
pub enum Claim {
    /// An event.
    Event(EventClaim),
    /// A figure.
    Figure(FigureClaim),
    /// An organisation.
    Organisation(OrganisationClaim),
    /// A project.
    Project(ProjectClaim),
}

impl Claim {
    /// What it speaks of.
    #[must_use]
    pub const fn kind(&self) -> ClaimKind {
        match self {
            Self::Event(_) => ClaimKind::Event,
            Self::Figure(_) => ClaimKind::Figure,
            Self::Organisation(_) => ClaimKind::Organisation,
            Self::Project(_) => ClaimKind::Project,
        }
    }

    /// Its identifier within the announcement.
    #[must_use]
    pub fn local_id(&self) -> &str {
        match self {
            Self::Event(claim) => &claim.id,
            Self::Figure(claim) => &claim.id,
            Self::Organisation(claim) => &claim.id,
            Self::Project(claim) => &claim.id,
        }
    }

    /// First code point and one past the last of the words that state it.
    #[must_use]
    pub const fn place(&self) -> (usize, usize) {
        match self {
            Self::Event(claim) => (claim.start, claim.end),
            Self::Figure(claim) => (claim.start, claim.end),
            Self::Organisation(claim) => (claim.start, claim.end),
            Self::Project(claim) => (claim.start, claim.end),
        }
    }

    /// Every further place where it stands.
    #[must_use]
    pub fn further_places(&self) -> &[Span] {
        match self {
            Self::Figure(claim) => &claim.spans,
            Self::Organisation(claim) => &claim.spans,
            Self::Event(_) | Self::Project(_) => &[],
        }
    }
}

/// A claim with the decision taken on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimRecord {
    /// Its identifier.
    pub id: ClaimId,
    /// Its owner.
    pub team: TeamId,
    /// The announcement that states it.
    pub announcement: AnnouncementId,
    /// Its place in the list, from 1, in the order of the text.
    pub ordinal: i64,
    /// Counts the decisions; a decision on another version than the latest is refused.
    pub version: i64,
    /// What was decided.
    pub state: ClaimState,
    /// As the reader found it; nothing where an officer added the claim.
    pub original: Option<Claim>,
    /// As it stands now.
    pub current: Claim,
    /// The reader's remarks.
    pub remarks: Vec<Remark>,
    /// Who decided last, and when.
    pub decided: Option<Stamp>,
    /// Why, where the officer said so.
    pub why: Option<String>,
    /// The event, organisation or project of the ledger that it became.
    pub record: Option<Uuid>,
}

/// One decision on a claim. Decisions are only ever added; an undo adds the state before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimDecision {
    /// The claim.
    pub claim: ClaimId,
    /// The claim's version after the decision, from 1 (0 is the claim as read).
    pub version: i64,
    /// What was decided.
    pub state: ClaimState,
    /// The claim as it stood after the decision.
    pub current: Claim,
    /// Who and when.
    pub stamp: Stamp,
    /// Why.
    pub why: Option<String>,
}
