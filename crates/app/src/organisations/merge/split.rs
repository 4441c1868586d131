//! A part of a record becomes a record of its own: the values and claims that an officer picks. They stay there; the two are
//! remembered as two.

use super::super::WithFacts;
use super::super::compose::{compose, told};
use super::undo::{announcements, figures_back, part};
use super::{Seen, Valued, deriving, rederive, stands, valid, values};
use crate::App;
use crate::access::{Action, Session};
use crate::audit::{Change, reason};
use crate::error::AppError;
use crate::ledger::Work;
use samesky_model::id::{ClaimId, OrganisationId};
use samesky_model::record::{
    BeforeMerge, ClaimKind, KeptFact, MergeKind, Moved, OrganisationChoice, OrganisationMerge, OrganisationPair,
    OrganisationRecord, PairAnswer, PairVerdict, RecordKind, RecordState, Stamp,
};
use samesky_store as store;
use samesky_store::organisation::merge as kept;
use samesky_store::organisation::{choice, pair};
use std::collections::BTreeSet;

/// What is taken out of a record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Splitting {
    /// Its values, by their place in the list, from 0.
    pub facts: BTreeSet<usize>,
    /// Claims that are linked to it.
    pub claims: BTreeSet<ClaimId>,
    /// Why.
    pub why: Option<String>,
}

impl App {
    /// Makes a record of its own of some values and claims of another. It needs a name, and so does what is left.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a record of another team, [`AppError::Conflict`] when somebody changed it first,
    /// [`AppError::Invalid`] when one of the two would have no name, or something picked is not the record's.
    pub async fn split_organisation(
        &self,
        session: &Session,
        (id, version): Seen,
        splitting: Splitting,
    ) -> Result<OrganisationMerge, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let work = Work { app: self, session, tx: &tx };
        let record = store::organisation::get(&tx, session.team, id).await?;
        stands(&record)?;
        self.as_seen(session, &tx, &record, version).await?;
        let facts = store::organisation::fact::of_one(&tx, session.team, id).await?;
        let merge = split(work, &Valued { record, facts }, splitting).await?;
        tx.commit().await?;
        Ok(merge)
    }
}

async fn split(work: Work<'_>, from: &Valued, splitting: Splitting) -> Result<OrganisationMerge, AppError> {
    let (id, stamp): (OrganisationId, Stamp) = (work.app.sources.id(), work.app.stamp(work.session));
    if splitting.facts.iter().any(|at| *at >= from.facts.len()) {
        return Err(AppError::invalid("facts", "not-of-record"));
    }
    let picked = |at: &usize| splitting.facts.contains(at);
    let (taken, left): (Vec<_>, Vec<_>) = from.facts.iter().cloned().enumerate().partition(|(at, _)| picked(at));
    let bare = |facts: Vec<(usize, KeptFact)>| facts.into_iter().map(|(_, kept)| kept).collect::<Vec<_>>();
    let (taken, left) = (bare(taken), bare(left));
    valid::few(&taken)?;
    let mut derived = deriving(work, std::slice::from_ref(from)).await?;
    let moved = give(work, from, id, &splitting.claims, &stamp).await?;
    let made = make(work, from, (id, &taken), &stamp).await?;
    let rest = leave(work, from, &left).await?;
    if made.names.is_empty() || rest.names.is_empty() || rest.state == RecordState::Withdrawn {
        return Err(AppError::invalid("names", "name-missing"));
    }
    rederive(work, &mut derived).await?;
    let merge = OrganisationMerge {
        id: work.app.sources.id(),
        team: work.session.team,
        kind: MergeKind::Split,
        survivor: from.record.id,
        others: vec![id],
        moved,
        made: stamp,
        why: reason(splitting.why),
        undone: None,
    };
    let before = vec![(from.record.id, from.facts.clone())];
    let after = vec![(from.record.id, left.clone()), (id, taken.clone())];
    kept::insert(work.tx, &merge, (&before, &after), &derived).await?;
    let changes = [
        Change::new("organisation.split", RecordKind::Organisation, from.record.id.0)
            .before(&WithFacts { record: &from.record, values: &from.facts })
            .after(&WithFacts { record: &rest, values: &left }),
        Change::new("organisation.split_off", RecordKind::Organisation, id.0)
            .after(&WithFacts { record: &made, values: &taken }),
    ];
    let changes = changes.into_iter().map(|change| change.why(merge.why.clone())).collect();
    work.app.append_audits(work.session, work.tx, changes).await?;
    Ok(merge)
}

/// The claims are the new record's, now and when they are decided again.
async fn give(
    work: Work<'_>,
    from: &Valued,
    to: OrganisationId,
    claims: &BTreeSet<ClaimId>,
    stamp: &Stamp,
) -> Result<Moved, AppError> {
    let (tx, team) = (work.tx, work.session.team);
    for id in claims {
        let claim = store::claim::get(tx, team, *id).await?;
        if claim.current.kind() != ClaimKind::Organisation || claim.record != Some(from.record.id.0) {
            return Err(AppError::invalid("claims", "not-of-record"));
        }
    }
    let ids = claims.iter().map(|id| id.0).collect();
    let rows = kept::link::repoint_claims(tx, &ids, from.record.id, to).await?;
    let list: Vec<ClaimId> = claims.iter().copied().collect();
    let chosen = choice::of(tx, team, &list).await?;
    for claim in list.into_iter().filter(|id| !chosen.contains_key(id)) {
        let choice = OrganisationChoice { claim, team, organisation: Some(to), made: stamp.clone() };
        choice::set(tx, &choice).await?;
    }
    let (one, other) = pair::ordered(from.record.id, to);
    let apart = OrganisationPair {
        id: work.app.sources.id(),
        team,
        one,
        other,
        verdict: PairVerdict::Different,
        score: 0,
        evidence: Vec::new(),
        answer: PairAnswer::Apart,
        answered: Some(stamp.clone()),
        found: stamp.at,
    };
    pair::set(tx, &apart).await?;
    let before = BeforeMerge {
        organisation: from.record.id,
        state: from.record.state,
        kind: from.record.kind,
        names: from.record.names.clone(),
        country: from.record.country.clone(),
        readings: from.record.readings.clone(),
    };
    Ok(Moved { before: vec![before], rows, ..Moved::default() })
}

async fn make(
    work: Work<'_>,
    from: &Valued,
    (id, facts): (OrganisationId, &[KeptFact]),
    stamp: &Stamp,
) -> Result<OrganisationRecord, AppError> {
    let empty = OrganisationRecord {
        id,
        version: 1,
        state: RecordState::Active,
        names: Vec::new(),
        country: None,
        readings: Vec::new(),
        created: stamp.clone(),
        ..from.record.clone()
    };
    let made = compose(&empty, facts, &told(work, id).await?);
    store::organisation::insert(work.tx, &made.record).await?;
    store::organisation::set_keys(work.tx, id, &made.keys).await?;
    store::organisation::fact::insert(work.tx, work.session.team, &[(id, facts.to_vec())]).await?;
    Ok(made.record)
}

/// What is left of the record; names that nothing speaks of any more are gone from it.
async fn leave(work: Work<'_>, from: &Valued, facts: &[KeptFact]) -> Result<OrganisationRecord, AppError> {
    let (tx, id) = (work.tx, from.record.id);
    let base = OrganisationRecord { names: Vec::new(), ..from.record.clone() };
    let mut made = compose(&base, facts, &told(work, id).await?);
    made.record.version = from.record.version + 1;
    store::organisation::update(tx, &made.record, from.record.version).await?;
    store::organisation::set_keys(tx, id, &made.keys).await?;
    store::organisation::fact::replace(tx, work.session.team, &[(id, facts.to_vec())]).await?;
    Ok(made.record)
}

/// Takes a split back. What came to the record that was made since would be lost, so it is refused then.
pub(super) async fn take_back(work: Work<'_>, merge: &OrganisationMerge) -> Result<(), AppError> {
    let (tx, team) = (work.tx, work.session.team);
    let (before, after, derived) = kept::sides(tx, team, merge.id).await?;
    let none = Vec::new();
    let of = |sides: &std::collections::HashMap<OrganisationId, Vec<KeptFact>>, id: &OrganisationId| {
        sides.get(id).cloned().unwrap_or_default()
    };
    let records: Vec<_> = std::iter::once(merge.survivor).chain(merge.others.iter().copied()).collect();
    let since = announcements(work, &records, &derived).await?;
    for other in &merge.others {
        let record = store::organisation::get(tx, team, *other).await?;
        stands(&record).map_err(|_| AppError::invalid("merge", "merged-since"))?;
        let facts = store::organisation::fact::of_one(tx, team, *other).await?;
        let children = kept::children(tx, team, &[*other]).await?;
        if facts != of(&after, other) || !children.is_empty() || !kept::with_merged(tx, &[*other]).await?.is_empty() {
            return Err(AppError::invalid("merge", "changed-since"));
        }
        kept::link::point_back(tx, &merge.moved.rows, *other).await?;
        forget_choices(work, merge, *other).await?;
    }
    let survivor = store::organisation::get(tx, team, merge.survivor).await?;
    let now = store::organisation::fact::of_one(tx, team, merge.survivor).await?;
    let facts = values::parted(&of(&before, &merge.survivor), &of(&after, &merge.survivor), &now);
    let mut changes =
        vec![part(work, (&survivor, &now), (facts, merge.moved.before.first()), "organisation.unsplit").await?];
    figures_back(work, derived, since).await?;
    for other in &merge.others {
        if kept::link::is_pointed_to(tx, *other).await? {
            return Err(AppError::invalid("merge", "changed-since"));
        }
        let record = store::organisation::get(tx, team, *other).await?;
        let facts = after.get(other).unwrap_or(&none);
        let change = Change::new("organisation.unsplit", RecordKind::Organisation, other.0);
        changes.push(change.before(&WithFacts { record: &record, values: facts }));
        pair::remove_of(tx, team, *other).await?;
    }
    store::organisation::remove_many(tx, team, &merge.others).await?;
    kept::set_undone(tx, merge.id, &work.app.stamp(work.session)).await?;
    work.app.append_audits(work.session, tx, changes).await
}

/// Claims that were given to the record by the split and by nothing else have no choice of their own any more.
async fn forget_choices(work: Work<'_>, merge: &OrganisationMerge, other: OrganisationId) -> Result<(), AppError> {
    let claims = merge.moved.rows.get("claim").into_iter().flatten();
    let ids: Vec<ClaimId> = claims.filter_map(|row| row.key.first()?.as_str()?.parse().ok()).collect();
    for (claim, choice) in choice::of(work.tx, work.session.team, &ids).await? {
        if choice.organisation == Some(other) && choice.made == merge.made {
            choice::remove(work.tx, claim).await?;
        }
    }
    Ok(())
}
