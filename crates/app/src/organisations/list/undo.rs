//! Taking a whole import back: what it gave goes, what it took away comes back, what officers did since stays.

use crate::App;
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::ledger::{Work, records};
use crate::organisations::{WithFacts, write};
use samesky_model::id::{OrganisationId, OrganisationImportId};
use samesky_model::record::{FactSource, KeptFact, OrganisationRecord, RecordKind, RemovedFact, Stamp};
use samesky_store as store;
use std::collections::HashMap;

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
        let mut removed = removed(work, id).await?;
        let (mut undone, mut audit, mut gone) = (Undone::default(), Vec::new(), Vec::new());
        let touched = store::organisation::fact::of_import(&tx, session.team, id).await?;
        for some in touched.chunks(500) {
            let records = store::organisation::get_many(&tx, session.team, some).await?;
            let mut facts = store::organisation::fact::of(&tx, session.team, some).await?;
            for record in records {
                let before = facts.remove(&record.id).unwrap_or_default();
                let after = without(&before, id, removed.remove(&record.id).unwrap_or_default());
                if after.is_empty() && rests_on_nothing(work, &record).await? {
                    gone.push(record.id);
                    let change = Change::new(UNDONE, RecordKind::Organisation, record.id.0);
                    audit.push(change.before(&WithFacts { record: &record, values: &before }));
                } else {
                    let (_, change) = write::put(work, UNDONE, (&record, &before), after).await?;
                    audit.push(change);
                    undone.changed += 1;
                }
            }
        }
        undone.gone = i64::try_from(gone.len()).unwrap_or(i64::MAX);
        store::organisation::remove_many(&tx, session.team, &gone).await?;
        let after = store::organisation_import::get(&tx, session.team, id).await?;
        let kind = RecordKind::OrganisationImport;
        audit.push(Change::new("organisation_import.undo", kind, id.0).before(&import).after(&after));
        self.append_audits(session, &tx, audit).await?;
        tx.commit().await?;
        Ok(undone)
    }
}

/// What the import took away, by organisation, as it was.
async fn removed(work: Work<'_>, id: OrganisationImportId) -> Result<HashMap<OrganisationId, Vec<KeptFact>>, AppError> {
    let team = work.session.team;
    let mut stamps: HashMap<OrganisationImportId, Stamp> = HashMap::new();
    let mut found: HashMap<OrganisationId, Vec<KeptFact>> = HashMap::new();
    for line in store::organisation_import::lines(work.tx, team, id, &[]).await? {
        let Some(organisation) = line.organisation else { continue };
        for RemovedFact { fact, import, row, layout } in line.removed {
            let stamp = match stamps.get(&import) {
                Some(stamp) => stamp.clone(),
                None => {
                    let earlier = store::organisation_import::get(work.tx, team, import).await?;
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

/// No claim, figure or other record leads to it.
async fn rests_on_nothing(work: Work<'_>, record: &OrganisationRecord) -> Result<bool, AppError> {
    let team = work.session.team;
    let told = !records::sources(work, record.id.0).await?.is_empty();
    let merged = store::organisation::merge::has_merged(work.tx, record.id).await?;
    Ok(!told && !merged && store::figure::of_organisation(work.tx, team, record.id).await?.is_empty())
}
