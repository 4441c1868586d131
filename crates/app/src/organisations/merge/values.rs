//! The values of several records as those of one, and what becomes of them when they are taken apart again.

use super::Valued;
use crate::error::AppError;
use samesky_model::id::OrganisationId;
use samesky_model::record::{Fact, FactField, FactSource, KeptFact, Stamp};
use std::collections::{BTreeMap, BTreeSet};

/// The values of all, each once with its first source; of fields with one value the one that is chosen.
pub(super) fn joined(
    all: &[Valued],
    keep: &BTreeMap<FactField, OrganisationId>,
    stamp: &Stamp,
) -> Result<Vec<KeptFact>, AppError> {
    let ids: BTreeSet<OrganisationId> = all.iter().map(|one| one.record.id).collect();
    if keep.iter().any(|(field, id)| !field.is_single() || !ids.contains(id)) {
        return Err(AppError::invalid("keep", "no-such-organisation"));
    }
    let mut facts: Vec<KeptFact> = Vec::new();
    for kept in all.iter().flat_map(|one| &one.facts).filter(|kept| !kept.fact.field().is_single()) {
        if !facts.iter().any(|known| known.fact == kept.fact) {
            facts.push(kept.clone());
        }
    }
    let singles = FactField::ALL.iter().filter(|field| field.is_single());
    facts.extend(singles.filter_map(|field| single(all, *field, keep.get(field).copied(), stamp)));
    facts.retain(|kept| !belongs_to_itself(kept, &ids));
    facts.sort_by_key(|kept| kept.fact.field());
    Ok(facts)
}

/// The value of the chosen record, else of the first that has one. A kind that no one entered, and that an officer chose, is
/// entered by that.
fn single(all: &[Valued], field: FactField, chosen: Option<OrganisationId>, stamp: &Stamp) -> Option<KeptFact> {
    let of = |one: &Valued| one.facts.iter().find(|kept| kept.fact.field() == field).cloned();
    let Some(chosen) = all.iter().find(|one| Some(one.record.id) == chosen) else { return all.iter().find_map(of) };
    let entered =
        || KeptFact { fact: Fact::Kind(chosen.record.kind), source: FactSource::Officer, added: stamp.clone() };
    let differs = || all.iter().any(|one| one.record.kind != chosen.record.kind);
    of(chosen).or_else(|| (field == FactField::Kind && differs()).then(entered))
}

fn belongs_to_itself(kept: &KeptFact, ids: &BTreeSet<OrganisationId>) -> bool {
    matches!(&kept.fact, Fact::Parent(belonging) if ids.contains(&belonging.organisation))
}

/// The values that stay when a merge is taken back: those from before, less what somebody took away since, and what came since.
pub(super) fn parted(before: &[KeptFact], after: &[KeptFact], now: &[KeptFact]) -> Vec<KeptFact> {
    let came: Vec<KeptFact> = now.iter().filter(|kept| !after.contains(kept)).cloned().collect();
    let went = |kept: &KeptFact| after.contains(kept) && !now.contains(kept);
    let replaced = |field: FactField| field.is_single() && came.iter().any(|kept| kept.fact.field() == field);
    let stays = |kept: &&KeptFact| !went(kept) && !replaced(kept.fact.field());
    let mut facts: Vec<KeptFact> = before.iter().filter(stays).cloned().collect();
    for kept in came {
        if !facts.iter().any(|known| known.fact == kept.fact) {
            facts.push(kept);
        }
    }
    facts.sort_by_key(|kept| kept.fact.field());
    facts
}
