//! Taking a whole import back: what it gave goes, what it took away comes back, what officers did since stays.

use crate::App;
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::ledger::Work;
use crate::organisations::{WithFacts, write};
use samesky_model::id::{OrganisationId, OrganisationImportId, TeamId};
use samesky_model::record::{FactSource, KeptFact, OrganisationRecord, RecordKind, RemovedFact, Stamp};
use samesky_store::{self as store, Db};
use std::collections::{HashMap, HashSet};

/// Organisations that are read at a time.
const AT_A_TIME: usize = 500;
/// Organisations that are shown of those that an undo concerns.
const SHOWN: usize = 20;

/// What it is called in the audit of an organisation.
const UNDONE: &str = "organisation.import_undo";

/// What an undo did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Undone {
    /// Organisations that are gone: only this import spoke of them.
    pub gone: i64,
    /// Organisations that stay, without what the import gave.
    pub changed: i64,
}

impl App {
    /// Takes an import of a list back. Organisations of which nothing else speaks are removed; their trace stays in the audit.
    ///
    /// # Errors
    /// When there is no such import, or it was taken back already.
    pub async fn undo_organisation_import(
        &self,
        session: &Session,
        id: OrganisationImportId,
    ) -> Result<Undone, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let work = Work { app: self, session, tx: &tx };
        let import = store::organisation_import::get(&tx, session.team, id).await?;
        let stamp = self.stamp(session);
        if !store::organisation_import::set_undone(&tx, id, &stamp).await? {
            return Err(AppError::invalid("import", "nothing-to-undo"));
        }
        if import.totals.kept() > super::LISTED_AT_ONCE {
            tx.list_organisations_later();
        }
        let (mut undone, mut audit, mut gone) = (Undone::default(), Vec::new(), Vec::new());
        for some in store::organisation::fact::of_import(&tx, session.team, id).await?.chunks(AT_A_TIME) {
            for one in unwound(&tx, session.team, id, some).await? {
                if one.is_gone() {
                    gone.push(one.record.id);
                    let change = Change::new(UNDONE, RecordKind::Organisation, one.record.id.0);
                    audit.push(change.before(&WithFacts { record: &one.record, values: &one.before }));
                } else {
                    let (_, change) = write::put(work, UNDONE, (&one.record, &one.before), one.after).await?;
                    audit.push(change);
                    undone.changed += 1;
                }
            }
            self.append_audits(session, &tx, std::mem::take(&mut audit)).await?;
        }
        undone.gone = i64::try_from(gone.len()).unwrap_or(i64::MAX);
        store::organisation::remove_many(&tx, session.team, &gone).await?;
        let after = store::organisation_import::get(&tx, session.team, id).await?;
        let kind = RecordKind::OrganisationImport;
        audit.push(Change::new("organisation_import.undo", kind, id.0).before(&import).after(&after));
        self.append_audits(session, &tx, audit).await?;
        tx.commit().await?;
        self.list_waiting_organisations().await;
        Ok(undone)
    }
}

/// What an undo would do, with the names of the first organisations that it concerns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UndoPreview {
    /// How many go and how many stay with less.
    pub counts: Undone,
    /// The first of those that would go.
    pub gone: Vec<OrganisationRecord>,
    /// The first of those that would stay, without what the import gave.
    pub changed: Vec<OrganisationRecord>,
}

impl App {
    /// What taking an import back would do.
    ///
    /// # Errors
    /// When there is no such import, or it was taken back already.
    pub async fn preview_undo(&self, session: &Session, id: OrganisationImportId) -> Result<UndoPreview, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        if store::organisation_import::get(&view, session.team, id).await?.undone.is_some() {
            return Err(AppError::invalid("import", "nothing-to-undo"));
        }
        let mut found = UndoPreview::default();
        for some in store::organisation::fact::of_import(&view, session.team, id).await?.chunks(AT_A_TIME) {
            for one in unwound(&view, session.team, id, some).await? {
                let (count, shown) = match one.is_gone() {
                    true => (&mut found.counts.gone, &mut found.gone),
                    false => (&mut found.counts.changed, &mut found.changed),
                };
                *count += 1;
                if shown.len() < SHOWN {
                    shown.push(one.record);
                }
            }
        }
        Ok(found)
    }
}

/// An organisation of which the import spoke.
struct Unwound {
    record: OrganisationRecord,
    before: Vec<KeptFact>,
    /// What stays of its values.
    after: Vec<KeptFact>,
    /// A claim speaks of it.
    is_told: bool,
    /// A figure is its own.
    has_figures: bool,
    /// Others became part of it.
    has_merged: bool,
    /// People of it are kept.
    has_people: bool,
}

impl Unwound {
    /// Nothing else speaks of it.
    const fn is_gone(&self) -> bool {
        self.after.is_empty() && !self.is_told && !self.has_figures && !self.has_merged && !self.has_people
    }
}

async fn unwound(
    db: &dyn Db,
    team: TeamId,
    id: OrganisationImportId,
    some: &[OrganisationId],
) -> Result<Vec<Unwound>, AppError> {
    let mut removed = removed(db, team, id, some).await?;
    let records = store::organisation::get_many(db, team, some).await?;
    let mut facts = store::organisation::fact::of(db, team, some).await?;
    let keys: Vec<uuid::Uuid> = some.iter().map(|id| id.0).collect();
    let told: HashSet<uuid::Uuid> =
        store::organisation::source_counts(db, team, &keys).await?.into_iter().map(|(id, _)| id).collect();
    let figures: HashSet<OrganisationId> = store::figure::whose(db, team, some).await?.into_iter().collect();
    let merged = store::organisation::merge::with_merged(db, some).await?;
    let people = store::organisation::person::with_any(db, some).await?;
    let one = |record: OrganisationRecord| {
        let (has_merged, has_people) = (merged.contains(&record.id), people.contains(&record.id));
        let before = facts.remove(&record.id).unwrap_or_default();
        let after = without(&before, id, removed.remove(&record.id).unwrap_or_default());
        let (is_told, has_figures) = (told.contains(&record.id.0), figures.contains(&record.id));
        Unwound { record, before, after, is_told, has_figures, has_merged, has_people }
    };
    Ok(records.into_iter().map(one).collect())
}

/// What the import took away from some organisations, as it was.
async fn removed(
    db: &dyn Db,
    team: TeamId,
    id: OrganisationImportId,
    some: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Vec<KeptFact>>, AppError> {
    let mut stamps: HashMap<OrganisationImportId, Stamp> = HashMap::new();
    let mut found: HashMap<OrganisationId, Vec<KeptFact>> = HashMap::new();
    for line in store::organisation_import::lines_about(db, team, id, some).await? {
        let Some(organisation) = line.organisation else { continue };
        for RemovedFact { fact, import, row, layout } in line.removed {
            let stamp = match stamps.get(&import) {
                Some(stamp) => stamp.clone(),
                None => {
                    let earlier = store::organisation_import::get(db, team, import).await?;
                    if earlier.undone.is_some() {
                        continue;
                    }
                    stamps.entry(import).or_insert(earlier.started).clone()
                }
            };
            let source = FactSource::Import { import, row, layout };
            found.entry(organisation).or_default().push(KeptFact { fact, source, added: stamp });
        }
    }
    Ok(found)
}

fn without(before: &[KeptFact], id: OrganisationImportId, removed: Vec<KeptFact>) -> Vec<KeptFact> {
    let given = |kept: &&KeptFact| matches!(kept.source, FactSource::Import { import, .. } if import == id);
    let mut after: Vec<KeptFact> = before.iter().filter(|kept| !given(kept)).cloned().collect();
    for kept in removed {
        let field = kept.fact.field();
        let taken = after.iter().any(|one| one.fact == kept.fact || field.is_single() && one.fact.field() == field);
        if !taken {
            after.push(kept);
        }
    }
    after.sort_by_key(|kept| kept.fact.field());
    after
}
