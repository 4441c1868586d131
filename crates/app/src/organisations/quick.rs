//! Adding an organisation quickly: who may be the same is said while one types, and what was added can be taken back.

use super::likeness::{Candidate, blocking, compared};
use super::{FactChange, WithFacts, near, valid};
use crate::App;
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::ledger::OrganisationView;
use samesky_model::id::OrganisationId;
use samesky_model::record::{Belonging, Fact, OrganisationRecord, PairVerdict, RecordKind};
use samesky_registry::Party;
use samesky_store as store;

/// Records that are compared with what is typed at most.
const COMPARED: usize = 40;
/// Records that are named at most.
const NAMED: usize = 8;

/// What the audit calls an organisation that an officer adds.
pub(super) const ADDED: &str = "organisation.add";

/// What became of an organisation that was to be added where it is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addition {
    /// It was added.
    Made(Box<OrganisationView>),
    /// Nothing was kept: records of the team are called the same organisation by the comparison.
    Known(Vec<Candidate>),
}

impl App {
    /// The records of the own team that these names, numbers and place may mean, the nearest first; other teams' never. It asks the index of the
    /// search and no more than a few records, so it can be asked while one types.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn likely_organisations(&self, session: &Session, party: Party) -> Result<Vec<Candidate>, AppError> {
        session.may(Action::Read)?;
        let (db, team) = (&self.store.snapshot().await?, session.team);
        let comparer = self.registries.comparer(db, team).await?;
        let (keys, numbers) = (super::compose::keys(party.names.iter().map(String::as_str)), numbers(&party));
        let with = comparer.clone();
        let (profile, names) = blocking(move || {
            let profile = with.profile(&party);
            let also = with.also_called(&profile);
            (profile, party.names.into_iter().chain(also).collect::<Vec<_>>())
        })
        .await?;
        let mut ids: Vec<OrganisationId> = Vec::new();
        ids.extend(store::organisation::fact::by_lookup(db, team, &numbers).await?.into_values().flatten());
        ids.extend(store::organisation::ids_by_keys(db, team, &keys).await?.into_values().flatten());
        ids.extend(near::near(db, team, &names).await?);
        let mut seen = std::collections::HashSet::new();
        ids.retain(|id| seen.insert(*id));
        ids.truncate(COMPARED);
        let mut found = compared(db, team, &comparer, (&profile, &ids)).await?;
        found.truncate(NAMED);
        Ok(found)
    }

    /// Makes an organisation of what an officer says, unless the team has it already: then it says which records these are.
    ///
    /// # Errors
    /// As [`App::add_organisation`].
    pub async fn add_organisation_if_new(&self, session: &Session, said: FactChange) -> Result<Addition, AppError> {
        session.may(Action::Write)?;
        let mut known = self.likely_organisations(session, party(&said)).await?;
        known.retain(|one| one.verdict == PairVerdict::Same);
        if known.is_empty() {
            return Ok(Addition::Made(Box::new(self.add_organisation(session, said).await?)));
        }
        Ok(Addition::Known(known))
    }

    /// Takes an organisation back that an officer added, while nothing was changed since and nothing speaks of it.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Conflict`] when somebody changed it first; [`AppError::Invalid`] with `nothing-to-undo` when it was
    /// not just added, with `is-used` when something points to it by now.
    pub async fn take_back_addition(
        &self,
        session: &Session,
        id: OrganisationId,
        expected: i64,
    ) -> Result<(), AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let record = store::organisation::get(&tx, session.team, id).await?;
        self.as_seen(session, &tx, &record, expected).await?;
        let last = self.latest_change(&tx, session, id).await?;
        if record.version != 1 || last.is_none_or(|last| last.action != ADDED) {
            return Err(AppError::invalid("organisation", "nothing-to-undo"));
        }
        if is_used(&tx, &record).await? {
            return Err(AppError::invalid("organisation", "is-used"));
        }
        let facts = store::organisation::fact::of_one(&tx, session.team, id).await?;
        store::organisation::pair::remove_of(&tx, session.team, id).await?;
        store::organisation::remove_many(&tx, session.team, &[id]).await?;
        let before = WithFacts { record: &record, values: &facts };
        let change = Change::new("organisation.take_back", RecordKind::Organisation, id.0).before(&before);
        self.append_audit(session, &tx, change).await?;
        Ok(tx.commit().await?)
    }
}

/// Whether anything speaks of a record: claims, figures, people, files, guests, shares, lists, a merge, an organisation that belongs to it.
async fn is_used(tx: &store::Tx, record: &OrganisationRecord) -> Result<bool, AppError> {
    let (team, id) = (record.team, record.id);
    let lookup = Belonging::lookup(id);
    let children = store::organisation::fact::by_lookup(tx, team, std::slice::from_ref(&lookup)).await?;
    Ok(store::organisation::merge::link::is_pointed_to(tx, id).await?
        || !children.is_empty()
        || !store::figure::whose(tx, team, &[id]).await?.is_empty()
        || !store::organisation::merge::of(tx, team, id).await?.is_empty())
}

fn numbers(party: &Party) -> Vec<String> {
    party.identifiers.iter().map(|(scheme, value)| valid::checked_number(scheme, value).lookup()).collect()
}

/// What is said, as the comparison takes it.
fn party(said: &FactChange) -> Party {
    let mut party = Party::default();
    for fact in &said.facts {
        match fact {
            Fact::Name(name) => party.names.push(name.text.clone()),
            Fact::Identifier(number) => {
                party.identifiers.insert(number.scheme.clone(), number.value.clone());
            }
            Fact::Place(place) => party.place = party.place.or_else(|| Some(place.clone())),
            _ => {}
        }
    }
    party
}
