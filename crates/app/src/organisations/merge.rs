//! Several records of one organisation become one. All that pointed to any of them points to the one that stays; what was moved is
//! noted, so that the merge can be taken back ([`undo`]).

mod across;
mod split;
mod undo;
mod values;
mod view;

pub(crate) use across::face_of;
pub use across::{Across, Face};
pub use split::Splitting;
pub use view::{Merged, SideBySide};

use super::compose::{compose, told};
use super::{WithFacts, valid};
use crate::App;
use crate::access::{Action, Session};
use crate::audit::{Change, reason};
use crate::error::AppError;
use crate::ledger::{self, Work};
use samesky_model::id::{AnnouncementId, OrganisationId, OrganisationMergeId, TeamId};
use samesky_model::record::{
    BeforeMerge, Belonging, Fact, FactField, KeptFact, MergeKind, Moved, OrganisationMerge, OrganisationRecord,
    RecordKind, RecordState, Scope,
};
use samesky_store as store;
use samesky_store::organisation::merge::{self as kept, Rederived};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Records that become one at a time, at most.
pub const MOST: usize = 20;

/// A record with the version that the officer saw.
pub type Seen = (OrganisationId, i64);

/// Which records become part of another, and which value stays where there can be one only.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merging {
    /// The records that become part of the one that stays.
    pub others: Vec<Seen>,
    /// Whose value of a field stays: of kind, country/region, parent, size, foundation. Where nothing is said, that of the record
    /// that stays, else the first that there is.
    pub keep: BTreeMap<FactField, OrganisationId>,
    /// Why.
    pub why: Option<String>,
}

/// A record with its values.
#[derive(Clone)]
pub(super) struct Valued {
    pub(super) record: OrganisationRecord,
    pub(super) facts: Vec<KeptFact>,
}

/// What the audit has of a record that became part of another.
#[derive(Serialize)]
pub(super) struct Into {
    pub(super) merged_into: OrganisationId,
    pub(super) merge: OrganisationMergeId,
}

/// Whether a record can be changed: one that became part of another cannot.
pub(crate) fn stands(record: &OrganisationRecord) -> Result<(), AppError> {
    match record.state {
        RecordState::Merged => Err(AppError::invalid("organisation", "is-merged")),
        RecordState::Active | RecordState::Withdrawn => Ok(()),
    }
}

impl App {
    /// Makes one record of several of the own team.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a record of another team, [`AppError::Conflict`] when somebody changed one of them first,
    /// [`AppError::Invalid`] when nothing is to be merged, or one became part of another already.
    pub async fn merge_organisations(
        &self,
        session: &Session,
        survivor: Seen,
        merging: Merging,
    ) -> Result<OrganisationMerge, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let work = Work { app: self, session, tx: &tx };
        let all = chosen(work, survivor, &merging.others).await?;
        let merge = merge(work, &all, merging).await?;
        tx.commit().await?;
        Ok(merge)
    }
}

/// The records, the one that stays first.
async fn chosen(work: Work<'_>, survivor: Seen, others: &[Seen]) -> Result<Vec<Valued>, AppError> {
    let distinct: BTreeSet<OrganisationId> = others.iter().map(|(id, _)| *id).collect();
    if distinct.is_empty() || distinct.len() < others.len() || distinct.contains(&survivor.0) {
        return Err(AppError::invalid("others", "merge-needs-others"));
    }
    if others.len() >= MOST {
        return Err(AppError::invalid_value("others", "too-many-values", MOST.to_string()));
    }
    let mut all = Vec::new();
    for (id, version) in std::iter::once(&survivor).chain(others) {
        let record = own(work.tx, work.session.team, *id).await?;
        stands(&record)?;
        work.app.as_seen(work.session, work.tx, &record, *version).await?;
        let facts = store::organisation::fact::of_one(work.tx, work.session.team, *id).await?;
        all.push(Valued { record, facts });
    }
    Ok(all)
}

/// A record of the own team. One that another team shares is seen, and is not the own team's to merge.
async fn own(db: &dyn store::Db, team: TeamId, id: OrganisationId) -> Result<OrganisationRecord, AppError> {
    match store::organisation::get(db, team, id).await {
        Err(store::StoreError::NotFound { .. }) => {
            store::organisation::get(db, store::Sight::of(team, Scope::Shared), id).await?;
            Err(AppError::invalid("others", "other-team"))
        }
        other => Ok(other?),
    }
}

async fn merge(work: Work<'_>, all: &[Valued], merging: Merging) -> Result<OrganisationMerge, AppError> {
    let Some((survivor, others)) = all.split_first() else {
        return Err(AppError::invalid("others", "merge-needs-others"));
    };
    let stamp = work.app.stamp(work.session);
    let facts = values::joined(all, &merging.keep, &stamp)?;
    valid::few(&facts)?;
    let mut derived = deriving(work, others).await?;
    let moved = moved(work, all).await?;
    let made = keep_survivor(work, survivor, others, &facts).await?;
    rederive(work, &mut derived).await?;
    let merge = OrganisationMerge {
        id: work.app.sources.id(),
        team: work.session.team,
        kind: MergeKind::Merge,
        survivor: survivor.record.id,
        others: others.iter().map(|one| one.record.id).collect(),
        moved,
        made: stamp,
        why: reason(merging.why),
        undone: None,
    };
    let before = all.iter().map(|one| (one.record.id, one.facts.clone())).collect();
    let after = vec![(survivor.record.id, facts.clone())];
    kept::insert(work.tx, &merge, (&before, &after), &derived).await?;
    note(work, &merge, all, (&made, &facts)).await?;
    Ok(merge)
}

/// The figures that hang on which organisation is meant, as they are.
async fn deriving(work: Work<'_>, others: &[Valued]) -> Result<Rederived, AppError> {
    let mut announcements = BTreeSet::new();
    for other in others {
        announcements.extend(told_by_figures(work, other.record.id).await?);
    }
    let reached: Vec<_> = ledger::reached(work, &announcements).await?.into_iter().collect();
    let before = match reached.as_slice() {
        [] => kept::Derived::default(),
        some => kept::derived::read(work.tx, work.session.team, some).await?,
    };
    Ok(Rederived { before, after: String::new() })
}

/// The announcements that state a figure of this organisation.
pub(super) async fn told_by_figures(work: Work<'_>, id: OrganisationId) -> Result<BTreeSet<AnnouncementId>, AppError> {
    let figures = store::figure::of_organisation(work.tx, work.session.team, id).await?;
    let entries: Vec<_> = figures.iter().flat_map(|figure| figure.entries.iter().copied()).collect();
    let entries = store::entry::get_many(work.tx, work.session.team, &entries).await?;
    Ok(entries.into_iter().map(|entry| entry.announcement).collect())
}

/// Makes them again, and notes how they came out.
async fn rederive(work: Work<'_>, derived: &mut Rederived) -> Result<(), AppError> {
    let announcements = derived.before.announcements.clone();
    if announcements.is_empty() {
        return Ok(());
    }
    ledger::regroup(work, announcements.iter().copied().collect()).await?;
    derived.after = kept::derived::read(work.tx, work.session.team, &announcements).await?.digest();
    Ok(())
}

/// Lets everything that points to one of the others point to the one that stays.
async fn moved(work: Work<'_>, all: &[Valued]) -> Result<Moved, AppError> {
    let before = |one: &Valued| BeforeMerge {
        organisation: one.record.id,
        state: one.record.state,
        kind: one.record.kind,
        names: one.record.names.clone(),
        country: one.record.country.clone(),
        readings: one.record.readings.clone(),
    };
    let mut moved = Moved { before: all.iter().map(before).collect(), ..Moved::default() };
    let ids: Vec<OrganisationId> = all.iter().map(|one| one.record.id).collect();
    let Some((survivor, others)) = ids.split_first() else { return Ok(moved) };
    for other in others {
        for (table, rows) in kept::link::repoint(work.tx, *other, *survivor).await? {
            moved.rows.entry(table).or_default().extend(rows);
        }
    }
    for child in kept::children(work.tx, work.session.team, others).await? {
        if !ids.contains(&child)
            && let Some(from) = give_parent(work, child, others, *survivor).await?
        {
            moved.children.push((child, from));
        }
    }
    Ok(moved)
}

/// An organisation that belonged to one of these belongs to that one; says to whom it belonged.
pub(super) async fn give_parent(
    work: Work<'_>,
    child: OrganisationId,
    from: &[OrganisationId],
    to: OrganisationId,
) -> Result<Option<OrganisationId>, AppError> {
    let team = work.session.team;
    let mut facts = store::organisation::fact::of_one(work.tx, team, child).await?;
    let mut was = None;
    for kept in &mut facts {
        if let Fact::Parent(Belonging { organisation, .. }) = &mut kept.fact
            && from.contains(organisation)
        {
            was = Some(std::mem::replace(organisation, to));
        }
    }
    if was.is_some() {
        store::organisation::fact::replace(work.tx, team, &[(child, facts)]).await?;
    }
    Ok(was)
}

async fn keep_survivor(
    work: Work<'_>,
    survivor: &Valued,
    others: &[Valued],
    facts: &[KeptFact],
) -> Result<OrganisationRecord, AppError> {
    let (tx, team, id) = (work.tx, work.session.team, survivor.record.id);
    for other in others {
        store::organisation::fact::replace(tx, team, &[(other.record.id, Vec::new())]).await?;
        kept::set_state(tx, team, other.record.id, other.record.version, RecordState::Merged).await?;
    }
    store::organisation::fact::replace(tx, team, &[(id, facts.to_vec())]).await?;
    let mut made = compose(&survivor.record, facts, &told(work, id).await?);
    made.record.version = survivor.record.version + 1;
    store::organisation::update(tx, &made.record, survivor.record.version).await?;
    store::organisation::set_keys(tx, id, &made.keys).await?;
    Ok(made.record)
}

async fn note(
    work: Work<'_>,
    merge: &OrganisationMerge,
    all: &[Valued],
    (made, facts): (&OrganisationRecord, &[KeptFact]),
) -> Result<(), AppError> {
    let mut changes = Vec::new();
    for one in all {
        let before = WithFacts { record: &one.record, values: &one.facts };
        let change = if one.record.id == made.id {
            Change::new("organisation.merge", RecordKind::Organisation, made.id.0)
                .after(&WithFacts { record: made, values: facts })
        } else {
            Change::new("organisation.merge_into", RecordKind::Organisation, one.record.id.0)
                .after(&Into { merged_into: made.id, merge: merge.id })
        };
        changes.push(change.before(&before).why(merge.why.clone()));
    }
    work.app.append_audits(work.session, work.tx, changes).await
}
