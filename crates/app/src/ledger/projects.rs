//! Projects of the ledger. A project is found again by its name, with an organisation or a place in common.

use super::records::{SourceRow, claims_of, release, source_rows, sources};
use super::{Work, names};
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::figures::FigureRow;
use crate::sharing::bare_project;
use crate::{App, Page, PageOf};
use samesky_model::id::{AnnouncementId, EventId, ProjectId};
use samesky_model::reading::{EventType, ProjectClaim};
use samesky_model::record::{
    Announcement, Claim, ClaimKind, ClaimRecord, EventRecord, ProjectRecord, RecordKind, RecordState, Stage,
    WrittenName,
};
use samesky_reading::gazetteer::place_key;
use samesky_store as store;
pub use samesky_store::project::ProjectFilter;
use std::collections::BTreeSet;

/// A project with everything that rests on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectView {
    /// The project.
    pub project: ProjectRecord,
    /// The event at which it was signed or begun.
    pub event: Option<EventRecord>,
    /// The claims on which it rests.
    pub sources: Vec<SourceRow>,
    /// Its figures.
    pub figures: Vec<FigureRow>,
}

impl App {
    /// Projects that the filter lets through, by name.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn projects(
        &self,
        session: &Session,
        filter: &ProjectFilter,
        page: &Page,
    ) -> Result<PageOf<ProjectRecord>, AppError> {
        session.may(Action::Read)?;
        let found = store::project::list(&self.store, session.team, filter, page).await?;
        Ok(found.map(|one| bare_project(session.team, one)))
    }

    /// One project with everything that rests on it.
    ///
    /// # Errors
    /// When there is no such project.
    pub async fn project(&self, session: &Session, id: ProjectId) -> Result<ProjectView, AppError> {
        session.may(Action::Read)?;
        let (db, team) = (&self.store.snapshot().await?, session.team);
        let project = store::project::get(db, team, id).await?;
        let figures = store::figure::of_project(db, team, id).await?;
        let event = match project.event {
            Some(event) => store::event::get_many(db, team, &[event]).await?.pop(),
            None => None,
        };
        Ok(ProjectView {
            event,
            sources: source_rows(db, team, id.0).await?,
            figures: self.figure_rows(db, team, figures).await?,
            project,
        })
    }
}

/// Links every taken project claim to a project, and lets go of the others.
pub(super) async fn settle(work: Work<'_>, announcement: AnnouncementId) -> Result<(), AppError> {
    let mut made_again = BTreeSet::new();
    for claim in claims_of(work, announcement, ClaimKind::Project).await? {
        match (claim.state.is_taken(), claim.record) {
            (true, Some(record)) if made_again.insert(record) => rebuild(work, record.into()).await?,
            (true, Some(_)) => {}
            (true, None) => link(work, &claim).await?,
            (false, _) => {
                if let Some(lost) = release(work, &claim).await? {
                    rebuild(work, lost.into()).await?;
                }
            }
        }
    }
    Ok(())
}

async fn link(work: Work<'_>, claim: &ClaimRecord) -> Result<(), AppError> {
    let Claim::Project(stated) = &claim.current else { return Ok(()) };
    let found = store::project::by_names(work.tx, work.session.team, &[names::key(&stated.name)]).await?;
    let event = event_of(work, claim.announcement, stated).await?.map(|event| event.id);
    if let Some(known) = found.iter().find(|known| is_same(known, stated) && !elsewhere(known.event, event)) {
        store::claim::set_record(work.tx, claim.id, Some(known.id.0)).await?;
        return rebuild(work, known.id).await;
    }
    let project = ProjectRecord {
        id: work.app.sources.id(),
        team: work.session.team,
        version: 1,
        state: RecordState::Withdrawn,
        names: Vec::new(),
        organisations: Vec::new(),
        place: None,
        event: None,
        stage: None,
        industries: Vec::new(),
        created: work.app.stamp(work.session),
    };
    store::project::insert(work.tx, &project).await?;
    store::claim::set_record(work.tx, claim.id, Some(project.id.0)).await?;
    rebuild(work, project.id).await
}

/// Signed at another event: a record of its own, which the comparison of re-signings sets beside the earlier one.
fn elsewhere(known: Option<EventId>, stated: Option<EventId>) -> bool {
    known.is_some() && stated.is_some() && known != stated
}

/// One name is one project unless organisations and places both say otherwise.
fn is_same(known: &ProjectRecord, stated: &ProjectClaim) -> bool {
    let shares_organisation = stated.organisations.iter().any(|stated| {
        let key = names::key(stated);
        known.organisations.iter().any(|known| names::key(known) == key)
    });
    let silent = known.organisations.is_empty() || stated.organisations.is_empty();
    let key =
        |place: &Option<String>| place.as_deref().map(|place| place_key(place).unwrap_or_else(|| names::key(place)));
    let (here, there) = (key(&known.place), key(&stated.place));
    shares_organisation || (silent && (here.is_none() || there.is_none() || here == there))
}

async fn rebuild(work: Work<'_>, id: ProjectId) -> Result<(), AppError> {
    let before = store::project::get(work.tx, work.session.team, id).await?;
    let rows = sources(work, id.0).await?;
    let mut after = ProjectRecord {
        names: Vec::new(),
        organisations: Vec::new(),
        place: None,
        event: None,
        stage: None,
        industries: Vec::new(),
        state: if rows.is_empty() { RecordState::Withdrawn } else { RecordState::Active },
        ..before.clone()
    };
    for row in &rows {
        if let Claim::Project(stated) = &row.claim.current {
            let event = event_of(work, row.announcement.id, stated).await?;
            add_source(&mut after, stated, &row.announcement, event.as_ref());
        }
    }
    if rows.is_empty() {
        after = ProjectRecord { state: RecordState::Withdrawn, ..before.clone() };
    }
    if after == before {
        return Ok(());
    }
    after.version += 1;
    let keys: Vec<_> = after.names.iter().map(|name| names::key(&name.text)).collect();
    store::project::update(work.tx, &after, before.version).await?;
    store::project::set_keys(work.tx, id, &keys).await?;
    let action = if before.names.is_empty() { "project.make" } else { "project.rebuild" };
    let change = Change::new(action, RecordKind::Project, id.0).before(&before).after(&after);
    work.app.append_audit(work.session, work.tx, change).await
}

/// What an earlier source said stays: the first signing is the one that counts.
fn add_source(
    project: &mut ProjectRecord,
    stated: &ProjectClaim,
    announcement: &Announcement,
    event: Option<&EventRecord>,
) {
    let name = WrittenName {
        text: stated.name.clone(),
        language: announcement.language.clone(),
        announcement: Some(announcement.id),
    };
    names::merge(&mut project.names, name);
    for organisation in &stated.organisations {
        let key = names::key(organisation);
        if !project.organisations.iter().any(|known| names::key(known) == key) {
            project.organisations.push(organisation.clone());
        }
    }
    project.place = project.place.take().or_else(|| stated.place.clone());
    project.event = project.event.or_else(|| event.map(|event| event.id));
    project.stage = project.stage.or_else(|| event.and_then(stage_at));
    for industry in &stated.industries {
        if !project.industries.contains(industry) {
            project.industries.push(industry.clone());
        }
    }
}

const fn stage_at(event: &EventRecord) -> Option<Stage> {
    match event.kind {
        EventType::Signing => Some(Stage::Signed),
        EventType::Groundbreaking => Some(Stage::UnderConstruction),
        _ => None,
    }
}

async fn event_of(
    work: Work<'_>,
    announcement: AnnouncementId,
    stated: &ProjectClaim,
) -> Result<Option<EventRecord>, AppError> {
    let Some(local) = stated.event.as_deref() else { return Ok(None) };
    let claims = claims_of(work, announcement, ClaimKind::Event).await?;
    let taken = claims.iter().filter(|claim| claim.state.is_taken());
    let record = taken.into_iter().find(|claim| claim.current.local_id() == local).and_then(|claim| claim.record);
    match record {
        Some(record) => Ok(Some(store::event::get(work.tx, work.session.team, EventId::from(record)).await?)),
        None => Ok(None),
    }
}
