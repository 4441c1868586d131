//! Keeping a plan: everything in one transaction.

use super::plan::{OrganisationChange, Plan};
use super::{OrganisationImport, OrganisationImportRow, Progress, job};
use crate::App;
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::ledger::Work;
use crate::organisations::compose::{Composed, Told, compose};
use crate::organisations::{WithFacts, write};
use samesky_model::id::{OrganisationId, OrganisationImportId};
use samesky_model::reading::OrganisationKind;
use samesky_model::record::{
    FactSource, KeptFact, ListJob, OrganisationRecord, RecordKind, RecordState, RemovedFact, Stamp,
};
use samesky_store as store;

/// The file that a plan was made of.
#[derive(Clone, Copy)]
pub(super) struct File<'a> {
    pub(super) name: &'a str,
    pub(super) sha256: &'a String,
}

/// A record with the normalised names by which it is found.
type Made = (OrganisationRecord, Vec<String>);
/// The values of a record.
type Valued = (OrganisationId, Vec<KeptFact>);

/// Organisations that are written at a time.
const AT_A_TIME: usize = 1_000;

/// What the transaction writes with.
struct Keeping<'a> {
    work: Work<'a>,
    plan: &'a Plan,
    import: OrganisationImportId,
    stamp: Stamp,
    audit: Vec<Change>,
    progress: &'a Progress,
}

/// Keeps a plan; nothing where organisations came or went since it was made.
pub(super) async fn keep(
    app: &App,
    session: &Session,
    plan: &Plan,
    file: File<'_>,
    stand: (i64, Option<i64>),
    (job, progress): (Option<&ListJob>, &Progress),
) -> Result<Option<OrganisationImportId>, AppError> {
    session.may(Action::Write)?;
    let tx = app.store.write().await?;
    if store::organisation::stand(&tx, session.team).await? != stand {
        return Ok(None);
    }
    if plan.totals.kept() > super::LISTED_AT_ONCE {
        tx.list_organisations_later();
    }
    let (import, stamp) = (app.sources.id(), app.stamp(session));
    let work = Work { app, session, tx: &tx };
    let mut keeping = Keeping { work, plan, import, stamp, audit: Vec::new(), progress };
    keeping.organisations().await?;
    keeping.import(file).await?;
    let audit = keeping.audit;
    app.append_audits(session, &tx, audit).await?;
    if let Some(job) = job {
        job::close::kept(app, &tx, job, Some(import)).await?;
    }
    tx.commit().await?;
    Ok(Some(import))
}

impl Keeping<'_> {
    async fn organisations(&mut self) -> Result<(), AppError> {
        let (mut new, mut facts): (Vec<Made>, Vec<Valued>) = (Vec::new(), Vec::new());
        let plan = self.plan;
        for change in &plan.changes {
            match &change.kept {
                Some((record, before)) => {
                    if !change.merge.is_empty() {
                        self.update(change, record, before).await?;
                    }
                }
                None => {
                    let (made, values) = self.made(change);
                    let after = WithFacts { record: &made.record, values: &values };
                    let kind = RecordKind::Organisation;
                    self.audit.push(Change::new("organisation.import", kind, made.record.id.0).after(&after));
                    facts.push((made.record.id, values));
                    new.push((made.record, made.keys));
                }
            }
            self.progress.step(change.drafts.len())?;
            if self.audit.len() >= AT_A_TIME {
                self.write(&mut new, &mut facts).await?;
            }
        }
        self.write(&mut new, &mut facts).await
    }

    /// Writes what is ready, so that memory holds little of it at a time.
    async fn write(&mut self, new: &mut Vec<Made>, facts: &mut Vec<Valued>) -> Result<(), AppError> {
        let Work { app, session, tx } = self.work;
        store::organisation::insert_many(tx, new).await?;
        store::organisation::fact::insert(tx, session.team, facts).await?;
        app.append_audits(session, tx, std::mem::take(&mut self.audit)).await?;
        new.clear();
        facts.clear();
        Ok(())
    }

    fn made(&self, change: &OrganisationChange) -> (Composed, Vec<KeptFact>) {
        let empty = OrganisationRecord {
            id: change.id,
            team: self.work.session.team,
            version: 1,
            state: RecordState::Active,
            names: Vec::new(),
            kind: OrganisationKind::Company,
            country: None,
            readings: Vec::new(),
            created: self.stamp.clone(),
        };
        let facts = self.after(change, &[]);
        (compose(&empty, &facts, &Told::default()), facts)
    }

    async fn update(
        &mut self,
        change: &OrganisationChange,
        record: &OrganisationRecord,
        before: &[KeptFact],
    ) -> Result<(), AppError> {
        let facts = self.after(change, before);
        let (_, change) = write::write(self.work, "organisation.import", (record, before), facts).await?;
        self.audit.push(change);
        Ok(())
    }

    fn after(&self, change: &OrganisationChange, before: &[KeptFact]) -> Vec<KeptFact> {
        let stays = before.iter().enumerate().filter(|(at, _)| !change.merge.removed.contains(at));
        let mut facts: Vec<KeptFact> = stays.map(|(_, kept)| kept.clone()).collect();
        facts.extend(change.merge.added.iter().map(|one| KeptFact {
            fact: one.fact.clone(),
            source: FactSource::Import {
                import: self.import,
                row: i64::from(self.plan.drafts[one.draft].row),
                layout: self.plan.layout.key.clone(),
            },
            added: self.stamp.clone(),
        }));
        facts.sort_by_key(|kept| kept.fact.field());
        facts
    }

    async fn import(&mut self, File { name, sha256 }: File<'_>) -> Result<(), AppError> {
        let plan = self.plan;
        let import = OrganisationImport {
            id: self.import,
            team: self.work.session.team,
            file_name: name.chars().take(500).collect(),
            sha256: sha256.clone(),
            sheet: plan.sheet.clone(),
            layout: plan.layout.key.clone(),
            mapping: plan.layout.mapping(),
            totals: plan.totals,
            started: self.stamp.clone(),
            undone: None,
        };
        let lines: Vec<OrganisationImportRow> = (0..plan.drafts.len()).map(|at| self.line(at)).collect();
        store::organisation_import::insert(self.work.tx, &import, &lines).await?;
        let change =
            Change::new("organisation_import.keep", RecordKind::OrganisationImport, import.id.0).after(&import);
        self.audit.push(change);
        Ok(())
    }

    fn line(&self, at: usize) -> OrganisationImportRow {
        let draft = &self.plan.drafts[at];
        let change = self.plan.change_of[at];
        let removed =
            change.map(|change| &self.plan.changes[change]).filter(|change| change.drafts.first() == Some(&at));
        OrganisationImportRow {
            row: i64::from(draft.row),
            outcome: self.plan.outcomes[at],
            organisation: change.map(|change| self.plan.changes[change].id),
            messages: draft.messages.clone(),
            removed: removed.map(removed_by).unwrap_or_default(),
            content: Some(draft.content.clone()),
        }
    }
}

/// The values of lists that a change takes away; officers' values are never among them.
fn removed_by(change: &OrganisationChange) -> Vec<RemovedFact> {
    let Some((_, before)) = &change.kept else { return Vec::new() };
    let gone = change.merge.removed.iter().filter_map(|at| before.get(*at));
    gone.filter_map(|kept| match &kept.source {
        FactSource::Import { import, row, layout } => {
            Some(RemovedFact { fact: kept.fact.clone(), import: *import, row: *row, layout: layout.clone() })
        }
        FactSource::Officer => None,
    })
    .collect()
}
