//! The chain of a team: every change names the digest of the one before it.
//!
//! A change is written when it is made; its link is written when the transaction ends. So the head of a team, which all of
//! its writers need, is held for as long as it takes to add the links, and not for the length of the work before.

use super::{digest, head, link};
use crate::{StoreError, Tx, rows};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A change that has no link yet.
#[derive(Debug, Clone)]
pub(crate) struct Unlinked {
    pub(crate) team: Uuid,
    pub(crate) audit: Uuid,
    /// Its digest.
    pub(crate) change: String,
}

/// Gives every change its link, team by team in a fixed order, so that no two writers wait for each other.
pub(crate) async fn seal(tx: &Tx, changes: Vec<Unlinked>) -> Result<(), StoreError> {
    let mut teams: BTreeMap<Uuid, Vec<Unlinked>> = BTreeMap::new();
    for change in changes {
        teams.entry(change.team).or_default().push(change);
    }
    for (team, changes) in teams {
        let mut head = head::lock(tx, team).await?;
        let links = changes.iter().map(|change| linked(&mut head, change)).collect();
        rows::insert::<link::Entity, _>(tx, links).await?;
        head::advance(tx, &head).await?;
    }
    Ok(())
}

/// The next link of a chain, whose end it is from now on.
pub(super) fn linked(head: &mut head::Model, change: &Unlinked) -> link::Model {
    let (sequence, previous) = (head.sequence + 1, head.digest.clone());
    let digest = digest::of_link(head.team_id, sequence, &previous, &change.change);
    (head.sequence, head.digest) = (sequence, digest.clone());
    link::Model { team_id: head.team_id, sequence, audit_id: change.audit, previous, digest }
}
