//! Taking a merge back: every row is as it was before. What came since stays with the record that stayed.

use super::super::WithFacts;
use super::super::compose::{compose, told};
use super::{give_parent, stands, told_by_figures, values};
use crate::App;
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::ledger::{self, Work};
use samesky_model::id::{AnnouncementId, OrganisationId, OrganisationImportId, OrganisationMergeId};
use samesky_model::record::{
    BeforeMerge, FactField, FactSource, KeptFact, MergeKind, OrganisationMerge, OrganisationRecord, RecordKind,
    RecordState,
};
use samesky_store as store;
use samesky_store::organisation::merge::{self as kept, Rederived};
use std::collections::{BTreeSet, HashMap};

type Sides = HashMap<OrganisationId, Vec<KeptFact>>;

impl App {
    /// One merge or split of the own team.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub async fn organisation_merge(
        &self,
        session: &Session,
        id: OrganisationMergeId,
    ) -> Result<OrganisationMerge, AppError> {
        session.may(Action::Read)?;
        Ok(kept::get(&self.store, session.team, id).await?)
    }

    /// Takes a merge or a split back. What was entered, told or shared since stays with the record that stayed.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Invalid`] when it was taken back already (`nothing-to-undo`), when the record that stayed
    /// became part of another or was split since (`merged-since`, `split-since`), or when another record has a number by now
    /// that one of them had (`number-taken`).
    pub async fn undo_merge(&self, session: &Session, id: OrganisationMergeId) -> Result<OrganisationMerge, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let work = Work { app: self, session, tx: &tx };
        let merge = kept::get(&tx, session.team, id).await?;
        may_undo(work, &merge).await?;
        match merge.kind {
            MergeKind::Merge => take_back(work, &merge).await?,
            MergeKind::Split => super::split::take_back(work, &merge).await?,
            MergeKind::Across | MergeKind::Part => {
                return Err(AppError::Forbidden { action: Action::MergeAcross.as_str() });
            }
        }
        tx.commit().await?;
        Ok(merge)
    }
}

async fn may_undo(work: Work<'_>, merge: &OrganisationMerge) -> Result<(), AppError> {
    if merge.undone.is_some() {
        return Err(AppError::invalid("merge", "nothing-to-undo"));
    }
    let survivor = store::organisation::get(work.tx, work.session.team, merge.survivor).await?;
    stands(&survivor).map_err(|_| AppError::invalid("merge", "merged-since"))?;
    let since = kept::of(work.tx, work.session.team, merge.survivor).await?;
    let split = |one: &OrganisationMerge| {
        one.kind == MergeKind::Split && one.undone.is_none() && (one.made.at, one.id) > (merge.made.at, merge.id)
    };
    if merge.kind == MergeKind::Merge && since.iter().any(split) {
        Err(AppError::invalid("merge", "split-since"))
    } else {
        Ok(())
    }
}

async fn take_back(work: Work<'_>, merge: &OrganisationMerge) -> Result<(), AppError> {
    let (tx, team) = (work.tx, work.session.team);
    let (mut before, after, derived) = kept::sides(tx, team, merge.id).await?;
    without_undone_imports(work, &mut before).await?;
    let survivor = store::organisation::get(tx, team, merge.survivor).await?;
    let now = store::organisation::fact::of_one(tx, team, merge.survivor).await?;
    free_numbers(work, merge, &before, &now).await?;
    let since = announcements(work, &[merge.survivor], &derived).await?;
    // The merge is over before anything is looked up by name again.
    kept::set_undone(tx, merge.id, &work.app.stamp(work.session)).await?;
    shares_gone(work, merge).await?;
    kept::link::point_back(tx, &merge.moved.rows, merge.survivor).await?;
    for (child, from) in &merge.moved.children {
        give_parent(work, *child, &[merge.survivor], *from).await?;
    }
    let none = Vec::new();
    let old = |id: &OrganisationId| before.get(id).unwrap_or(&none);
    let facts = values::parted(old(&merge.survivor), after.get(&merge.survivor).unwrap_or(&none), &now);
    let unmerged = "organisation.unmerge";
    let mut changes = vec![part(work, (&survivor, &now), (facts, merge.moved.before.first()), unmerged).await?];
    for other in &merge.others {
        let record = store::organisation::get(tx, team, *other).await?;
        changes.push(part(work, (&record, &[]), (old(other).clone(), None), unmerged).await?);
    }
    figures_back(work, derived, since).await?;
    work.app.append_audits(work.session, tx, changes).await
}

/// A record with its own values again.
pub(super) async fn part(
    work: Work<'_>,
    (record, now): (&OrganisationRecord, &[KeptFact]),
    (facts, was): (Vec<KeptFact>, Option<&BeforeMerge>),
    action: &'static str,
) -> Result<Change, AppError> {
    let base = match was {
        Some(was) => OrganisationRecord {
            kind: was.kind,
            names: was.names.clone(),
            country: was.country.clone(),
            readings: was.readings.clone(),
            ..record.clone()
        },
        None => OrganisationRecord { state: RecordState::Active, ..record.clone() },
    };
    let mut made = compose(&base, &facts, &told(work, record.id).await?);
    made.record.version = record.version + 1;
    store::organisation::update(work.tx, &made.record, record.version).await?;
    store::organisation::set_keys(work.tx, record.id, &made.keys).await?;
    let kept = [(record.id, facts)];
    store::organisation::fact::replace(work.tx, work.session.team, &kept).await?;
    Ok(Change::new(action, RecordKind::Organisation, record.id.0)
        .before(&WithFacts { record, values: now })
        .after(&WithFacts { record: &made.record, values: &kept[0].1 }))
}

/// What an import gave that was taken back since does not come back.
async fn without_undone_imports(work: Work<'_>, before: &mut Sides) -> Result<(), AppError> {
    let import_of = |kept: &KeptFact| match kept.source {
        FactSource::Import { import, .. } => Some(import),
        FactSource::Officer => None,
    };
    let imports: BTreeSet<OrganisationImportId> = before.values().flatten().filter_map(import_of).collect();
    let mut undone = BTreeSet::new();
    for import in imports {
        match store::organisation_import::get(work.tx, work.session.team, import).await {
            Ok(found) if found.undone.is_some() => {
                undone.insert(import);
            }
            Ok(_) | Err(store::StoreError::NotFound { .. }) => {}
            Err(other) => return Err(other.into()),
        }
    }
    before.values_mut().for_each(|facts| facts.retain(|kept| import_of(kept).is_none_or(|id| !undone.contains(&id))));
    Ok(())
}

/// Whether the numbers that come back are free: one that was taken off the record may be another's by now.
async fn free_numbers(
    work: Work<'_>,
    merge: &OrganisationMerge,
    before: &Sides,
    now: &[KeptFact],
) -> Result<(), AppError> {
    let has = |lookup: &String| now.iter().any(|kept| kept.fact.lookup().as_ref() == Some(lookup));
    let numbers = before.values().flatten().filter(|kept| kept.fact.field() == FactField::Identifier);
    let lookups: Vec<String> = numbers.filter_map(|kept| kept.fact.lookup()).collect();
    let gone: Vec<String> = lookups.into_iter().filter(|lookup| !has(lookup)).collect();
    let owners = store::organisation::fact::by_lookup(work.tx, work.session.team, &gone).await?;
    match owners.into_iter().find(|(_, owners)| owners.iter().any(|owner| *owner != merge.survivor)) {
        Some((lookup, _)) => Err(AppError::invalid_value("merge", "number-taken", lookup)),
        None => Ok(()),
    }
}

/// A team to which the record that stayed is not shown any more does not see the others again either.
async fn shares_gone(work: Work<'_>, merge: &OrganisationMerge) -> Result<(), AppError> {
    use samesky_model::record::{RecordRef, Shareable};
    let of = |id: OrganisationId| RecordRef { kind: Shareable::Organisation, id: id.0 };
    let team = work.session.team;
    let seen: BTreeSet<_> =
        store::share::of_record(work.tx, team, of(merge.survivor)).await?.iter().map(|one| one.with).collect();
    for other in &merge.others {
        for share in store::share::of_record(work.tx, team, of(*other)).await? {
            if !seen.contains(&share.with) {
                store::share::remove(work.tx, team, of(*other), share.with).await?;
            }
        }
    }
    Ok(())
}

/// The announcements whose figures may change: those of before, and those that state a figure of the record now.
pub(super) async fn announcements(
    work: Work<'_>,
    records: &[OrganisationId],
    derived: &Rederived,
) -> Result<BTreeSet<AnnouncementId>, AppError> {
    let mut all = BTreeSet::new();
    for record in records {
        all.extend(told_by_figures(work, *record).await?);
    }
    all.extend(derived.before.announcements.iter().copied());
    ledger::reached(work, &all).await
}

/// Figures as they were where nothing happened since, with their addresses; else made again, and those addresses kept.
pub(super) async fn figures_back(
    work: Work<'_>,
    Rederived { before, after }: Rederived,
    since: BTreeSet<AnnouncementId>,
) -> Result<(), AppError> {
    let (tx, team) = (work.tx, work.session.team);
    let unchanged = kept::derived::read(tx, team, &before.announcements).await?.digest() == after;
    if !before.announcements.is_empty() {
        kept::derived::put_back(tx, team, &before).await?;
    }
    let known: BTreeSet<AnnouncementId> = before.announcements.iter().copied().collect();
    if unchanged && since.is_subset(&known) {
        return Ok(());
    }
    ledger::regroup(work, &since | &known).await
}
