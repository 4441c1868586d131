//! Pairs of records that may be one: found as records come and change, without comparing all pairs, and answered by officers.

use super::likeness::{Candidate, blocking, compared, party};
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::{App, Page, PageOf};
use samesky_model::id::OrganisationId;
use samesky_model::record::{OrganisationPair, OrganisationRecord, PairAnswer, PairVerdict, RecordKind};
use samesky_store as store;
use samesky_store::organisation::pair;
use serde::Serialize;
use std::collections::HashMap;

/// Records that are looked at in one step.
const STEP: u64 = 200;

/// A pair with its records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The pair.
    pub pair: OrganisationPair,
    /// The one with the lesser identifier.
    pub one: OrganisationRecord,
    /// The other.
    pub other: OrganisationRecord,
}

/// How far the search has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Looked {
    /// Records that were looked at now.
    pub looked: i64,
    /// Records that nobody looked at since they were made or changed.
    pub left: i64,
}

/// How many pairs have which answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DuplicateCounts {
    /// Not answered.
    pub open: i64,
    /// To be looked at later.
    pub later: i64,
    /// Two that stay two.
    pub apart: i64,
    /// Records that nobody looked at yet.
    pub left: i64,
}

/// An answer as the audit has it.
#[derive(Serialize)]
struct Answered {
    other: OrganisationId,
    answer: PairAnswer,
}

impl App {
    /// Compares records that are new or were changed with those that they may be; so many at most.
    ///
    /// # Errors
    /// [`AppError::Forbidden`], or when the store does not answer.
    pub async fn look_for_duplicates(&self, session: &Session, most: u64) -> Result<Looked, AppError> {
        session.may(Action::Write)?;
        let mut looked = 0;
        while looked < most {
            let some = pair::unlooked(&self.store, session.team, STEP.min(most - looked)).await?;
            if some.is_empty() {
                break;
            }
            looked += some.len() as u64;
            self.look_at(session, some).await?;
        }
        let left = pair::unlooked_count(&self.store, session.team).await?;
        Ok(Looked { looked: i64::try_from(looked).unwrap_or(i64::MAX), left })
    }

    async fn look_at(&self, session: &Session, some: Vec<OrganisationRecord>) -> Result<(), AppError> {
        let (db, team) = (&self.store, session.team);
        let registry = self.registries.of(team);
        let mut registry = registry.lock().await;
        let comparer = registry.refresh(db, team).await?;
        let ids: Vec<OrganisationId> = some.iter().map(|one| one.id).collect();
        let facts = store::organisation::fact::of(db, team, &ids).await?;
        let parties: Vec<_> =
            some.iter().map(|one| party(one, facts.get(&one.id).map_or(&[][..], Vec::as_slice))).collect();
        let with = comparer.clone();
        let profiles = blocking(move || parties.iter().map(|party| with.profile(party)).collect::<Vec<_>>()).await?;
        let mut found: HashMap<(OrganisationId, OrganisationId), Candidate> = HashMap::new();
        for (record, profile) in some.iter().zip(&profiles) {
            let mut near = registry.near(profile);
            near.extend(pair::open_with(db, team, record.id).await?);
            near.sort_unstable();
            near.dedup();
            near.retain(|id| *id != record.id);
            for candidate in compared(db, team, &comparer, (profile, &near)).await? {
                if matches!(candidate.verdict, PairVerdict::Same | PairVerdict::Ask) {
                    found.insert(pair::ordered(record.id, candidate.record.id), candidate);
                }
            }
        }
        drop(registry);
        self.keep_pairs(session, &some, found).await
    }

    async fn keep_pairs(
        &self,
        session: &Session,
        looked: &[OrganisationRecord],
        found: HashMap<(OrganisationId, OrganisationId), Candidate>,
    ) -> Result<(), AppError> {
        let tx = self.store.write().await?;
        let ids: Vec<OrganisationId> = looked.iter().map(|one| one.id).collect();
        pair::forget_open(&tx, session.team, &ids).await?;
        let now = self.sources.now();
        for ((one, other), Candidate { verdict, score, evidence, .. }) in found {
            let (id, team, answer) = (self.sources.id::<uuid::Uuid>(), session.team, PairAnswer::Open);
            let pair =
                OrganisationPair { id, team, one, other, verdict, score, evidence, answer, answered: None, found: now };
            pair::keep(&tx, &pair).await?;
        }
        pair::set_looked(&tx, looked).await?;
        Ok(tx.commit().await?)
    }

    /// Pairs with this answer, the nearest first.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn duplicates(
        &self,
        session: &Session,
        answer: PairAnswer,
        page: &Page,
    ) -> Result<PageOf<Duplicate>, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let found = pair::list(&view, session.team, answer, page).await?;
        let ids: Vec<_> = found.items.iter().flat_map(|pair| [pair.one, pair.other]).collect();
        let records = store::organisation::get_many(&view, session.team, &ids).await?;
        let records: HashMap<_, _> = records.into_iter().map(|one| (one.id, one)).collect();
        let whole = |pair: OrganisationPair| {
            let (one, other) = (records.get(&pair.one)?.clone(), records.get(&pair.other)?.clone());
            Some(Duplicate { pair, one, other })
        };
        let PageOf { items, next, previous, total } = found;
        Ok(PageOf { items: items.into_iter().filter_map(whole).collect(), next, previous, total })
    }

    /// How many pairs have which answer, and how many records nobody looked at yet.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn duplicate_counts(&self, session: &Session) -> Result<DuplicateCounts, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let team = session.team;
        Ok(DuplicateCounts {
            open: pair::count(&view, team, PairAnswer::Open).await?,
            later: pair::count(&view, team, PairAnswer::Later).await?,
            apart: pair::count(&view, team, PairAnswer::Apart).await?,
            left: pair::unlooked_count(&view, team).await?,
        })
    }

    /// Says of two records of the own team what they are to one another: two ([`PairAnswer::Apart`]), a question for later, or open
    /// again. Also of two that the search did not find.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a record of another team; [`AppError::Invalid`] for one record or one that was merged.
    pub async fn answer_duplicate(
        &self,
        session: &Session,
        (one, other): (OrganisationId, OrganisationId),
        answer: PairAnswer,
        why: Option<String>,
    ) -> Result<OrganisationPair, AppError> {
        session.may(Action::Write)?;
        if one == other {
            return Err(AppError::invalid("other", "merge-needs-others"));
        }
        let tx = self.store.write().await?;
        for id in [one, other] {
            super::merge::stands(&store::organisation::get(&tx, session.team, id).await?)?;
        }
        let stamp = self.stamp(session);
        let (one, other) = pair::ordered(one, other);
        let before = pair::one(&tx, session.team, one, other).await?;
        let fresh = || OrganisationPair {
            id: self.sources.id(),
            team: session.team,
            one,
            other,
            verdict: PairVerdict::Different,
            score: 0,
            evidence: Vec::new(),
            answer,
            answered: None,
            found: stamp.at,
        };
        let after = OrganisationPair { answer, answered: Some(stamp.clone()), ..before.clone().unwrap_or_else(fresh) };
        pair::set(&tx, &after).await?;
        let said = |other, answer| Answered { other, answer };
        let mut change = Change::new("organisation.apart", RecordKind::Organisation, one.0)
            .after(&said(other, answer))
            .why(crate::audit::reason(why));
        if let Some(before) = before {
            change = change.before(&said(other, before.answer));
        }
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(after)
    }

    /// The records of the own team that each of these may mean, the nearest first: for many at once, by the index in memory.
    pub(crate) async fn likely(
        &self,
        session: &Session,
        parties: Vec<samesky_registry::Party>,
    ) -> Result<Vec<Vec<Candidate>>, AppError> {
        let (db, team) = (&self.store, session.team);
        let registry = self.registries.of(team);
        let mut registry = registry.lock().await;
        let comparer = registry.refresh(db, team).await?;
        let mut all = Vec::with_capacity(parties.len());
        for party in parties {
            let keys = super::compose::keys(party.names.iter().map(String::as_str));
            let numbers: Vec<String> =
                party.identifiers.iter().map(|(scheme, value)| format!("{scheme}:{value}")).collect();
            let with = comparer.clone();
            let profile = blocking(move || with.profile(&party)).await?;
            let mut near = registry.near(&profile);
            near.extend(store::organisation::ids_by_keys(db, team, &keys).await?.into_values().flatten());
            near.extend(store::organisation::fact::by_lookup(db, team, &numbers).await?.into_values().flatten());
            near.sort_unstable();
            near.dedup();
            all.push(compared(db, team, &comparer, (&profile, &near)).await?);
        }
        Ok(all)
    }
}
