//! A kept organisation that a row of a list may mean.

use super::draft::Draft;
use super::merge::is_same;
use crate::error::AppError;
use crate::organisations::likeness::{blocking, party_of};
use samesky_model::id::{OrganisationId, TeamId};
use samesky_model::record::{Fact, FactSource, KeptFact, OrganisationRecord};
use samesky_registry::{Comparer, Party, Profile};
use samesky_store::{self as store, Db};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A record, ready to be compared.
pub(super) struct Candidate {
    pub(super) name: String,
    pub(super) profile: Profile,
    /// The same without numbers, for the few of which it is asked.
    pub(super) named: Party,
    /// Its values, and whether the last list of the same layout gave them.
    values: Vec<(Fact, bool)>,
}

impl Candidate {
    fn of(record: &OrganisationRecord, facts: &[KeptFact], layout: &str, with: &Comparer) -> Self {
        let names: Vec<String> = record.names.iter().map(|name| name.text.clone()).collect();
        let name = names.first().cloned().unwrap_or_default();
        let party = party_of(names, facts);
        let profile = with.profile(&party);
        let values = facts.iter().map(|kept| (kept.fact.clone(), is_of(kept, layout))).collect();
        Self { name, profile, named: Party { identifiers: Default::default(), ..party }, values }
    }

    /// Numbers that the last list of the same layout gave.
    pub(super) fn own_numbers(&self) -> BTreeSet<String> {
        self.values.iter().filter(|(_, own)| *own).filter_map(|(fact, _)| fact.lookup()).collect()
    }

    /// Whether a list of the same layout brought this record by such a row: names and numbers are from there, and it has the place.
    pub(super) fn came_from(&self, draft: &Draft) -> bool {
        let stands = |fact: &Fact| {
            let own_only = matches!(fact, Fact::Name(_) | Fact::Identifier(_));
            self.values.iter().any(|(known, own)| (*own || !own_only) && is_same(known, fact))
        };
        draft.facts.iter().map(|(fact, _)| fact).filter(|fact| tells(fact)).all(stands)
    }

    /// Whether it has all that a row says from a list of the same layout.
    pub(super) fn says_all(&self, draft: &Draft) -> bool {
        draft.facts.iter().all(|(fact, _)| self.values.iter().any(|(known, own)| *own && is_same(known, fact)))
    }

    /// Whether it has all the names and numbers of a row.
    pub(super) fn knows(&self, draft: &Draft) -> bool {
        let stands = |fact: &Fact| self.values.iter().any(|(known, _)| is_same(known, fact));
        let named = |fact: &&Fact| matches!(fact, Fact::Name(_) | Fact::Identifier(_));
        draft.facts.iter().map(|(fact, _)| fact).filter(named).all(stands)
    }
}

const fn tells(fact: &Fact) -> bool {
    matches!(fact, Fact::Name(_) | Fact::Identifier(_) | Fact::Place(_) | Fact::Country(_))
}

fn is_of(kept: &KeptFact, wanted: &str) -> bool {
    matches!(&kept.source, FactSource::Import { layout, .. } if layout == wanted)
}

/// Reads records and makes them ready.
pub(super) async fn candidates(
    db: &dyn Db,
    team: TeamId,
    ids: BTreeSet<OrganisationId>,
    (layout, with): (&str, Arc<Comparer>),
) -> Result<HashMap<OrganisationId, Candidate>, AppError> {
    let ids: Vec<OrganisationId> = ids.into_iter().collect();
    let records = store::organisation::get_many(db, team, &ids).await?;
    let facts = store::organisation::fact::of(db, team, &ids).await?;
    let layout = layout.to_owned();
    blocking(move || {
        let one = |record: OrganisationRecord| {
            let facts = facts.get(&record.id).map(Vec::as_slice).unwrap_or_default();
            (record.id, Candidate::of(&record, facts, &layout, &with))
        };
        records.into_iter().map(one).collect()
    })
    .await
}
