//! Records shown to others.

use super::stamp;
use crate::Ids;
use samesky_model::id::{PublicationId, TeamId};
use samesky_model::reading::OrganisationKind;
use samesky_model::record::{
    Content, Edition, EditionState, Facts, PublicName, Publication, RecordRef, Share, Shareable,
};
use uuid::Uuid;

/// A record of a kind, shown to a team.
#[must_use]
pub fn share(team: TeamId, kind: Shareable, id: Uuid, with: TeamId) -> Share {
    Share { team, record: RecordRef { kind, id }, with, made: stamp(1) }
}

/// An address under which nothing is seen yet.
#[must_use]
pub fn publication(ids: &Ids, team: TeamId, kind: Shareable, id: Uuid) -> Publication {
    Publication {
        id: ids.next(),
        team,
        record: RecordRef { kind, id },
        version: 1,
        edition: None,
        changed_at: stamp(1).at,
        withdrawn: None,
        withdrawn_why: None,
    }
}

/// A request that waits.
#[must_use]
pub fn edition(ids: &Ids, team: TeamId, publication: PublicationId, number: i64) -> Edition {
    Edition {
        id: ids.next(),
        publication,
        team,
        number,
        state: EditionState::Waiting,
        content: content("架空株式会社"),
        digest: "0".repeat(64),
        requested: stamp(number),
        requester: Some(ids.next()),
        why: Some("the fair".to_owned()),
        decided: None,
        decided_for: None,
        reason: None,
    }
}

/// A company of this name and nothing more.
#[must_use]
pub fn content(name: &str) -> Content {
    Content {
        names: vec![PublicName { text: name.to_owned(), language: Some("ja".to_owned()) }],
        facts: Facts::Organisation {
            organisation_kind: OrganisationKind::Company,
            country: None,
            places: Vec::new(),
            identifiers: Vec::new(),
        },
        figures: Vec::new(),
        sources: Vec::new(),
    }
}
