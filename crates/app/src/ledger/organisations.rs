//! Organisations of the ledger. Here one name is one organisation; deeper comparison is the registry's work.

use super::records::{SourceRow, claims_of, release, source_rows, sources};
use super::{Work, names};
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::figures::FigureRow;
use crate::{App, Page, PageOf};
use samesky_model::id::{AnnouncementId, OrganisationId};
use samesky_model::reading::OrganisationClaim;
use samesky_model::record::{
    Announcement, Claim, ClaimKind, ClaimRecord, OrganisationRecord, RecordKind, RecordState, WrittenName,
};
use samesky_store as store;
pub use samesky_store::organisation::OrganisationFilter;

/// An organisation with everything that rests on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationView {
    /// The organisation.
    pub organisation: OrganisationRecord,
    /// The claims on which it rests.
    pub sources: Vec<SourceRow>,
    /// The figures that are its own.
    pub figures: Vec<FigureRow>,
    /// The projects that name it.
    pub projects: Vec<samesky_model::record::ProjectRecord>,
}

impl App {
    /// Organisations that the filter lets through, by name.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn organisations(
        &self,
        session: &Session,
        filter: &OrganisationFilter,
        page: &Page,
    ) -> Result<PageOf<OrganisationRecord>, AppError> {
        session.may(Action::Read)?;
        Ok(store::organisation::list(&self.store, session.team, filter, page).await?)
    }

    /// One organisation with everything that rests on it.
    ///
    /// # Errors
    /// When there is no such organisation.
    pub async fn organisation(&self, session: &Session, id: OrganisationId) -> Result<OrganisationView, AppError> {
        session.may(Action::Read)?;
        let (db, team) = (&self.store.snapshot().await?, session.team);
        let organisation = store::organisation::get(db, team, id).await?;
        let figures = store::figure::of_organisation(db, team, id).await?;
        let names: Vec<_> = organisation.names.iter().map(|name| name.text.clone()).collect();
        Ok(OrganisationView {
            sources: source_rows(db, team, id.0).await?,
            figures: self.figure_rows(db, team, figures).await?,
            projects: store::project::naming(db, team, &names).await?,
            organisation,
        })
    }
}

/// Links every taken organisation claim to an organisation, and lets go of the others.
pub(super) async fn settle(work: Work<'_>, announcement: AnnouncementId) -> Result<(), AppError> {
    for claim in claims_of(work, announcement, ClaimKind::Organisation).await? {
        match (claim.state.is_taken(), claim.record) {
            (true, Some(record)) => rebuild(work, record.into()).await?,
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
    let Claim::Organisation(stated) = &claim.current else { return Ok(()) };
    let found = store::organisation::by_names(work.tx, work.session.team, &keys(stated)).await?;
    if let Some(known) = found.first() {
        store::claim::set_record(work.tx, claim.id, Some(known.id.0)).await?;
        return rebuild(work, known.id).await;
    }
    let announcement = store::announcement::get(work.tx, work.session.team, claim.announcement).await?;
    let mut organisation = OrganisationRecord {
        id: work.app.sources.id(),
        team: work.session.team,
        version: 1,
        state: RecordState::Active,
        names: Vec::new(),
        kind: stated.kind,
        created: work.app.stamp(work.session),
    };
    add_names(&mut organisation.names, stated, &announcement);
    store::organisation::insert(work.tx, &organisation).await?;
    store::organisation::set_keys(work.tx, organisation.id, &keys(stated)).await?;
    store::claim::set_record(work.tx, claim.id, Some(organisation.id.0)).await?;
    let change = Change::new("organisation.make", RecordKind::Organisation, organisation.id.0).after(&organisation);
    work.app.append_audit(work.session, work.tx, change).await
}

async fn rebuild(work: Work<'_>, id: OrganisationId) -> Result<(), AppError> {
    let before = store::organisation::get(work.tx, work.session.team, id).await?;
    let mut after = OrganisationRecord { names: Vec::new(), state: RecordState::Withdrawn, ..before.clone() };
    let mut all_keys = Vec::new();
    for row in sources(work, id.0).await? {
        if let Claim::Organisation(stated) = &row.claim.current {
            if after.state == RecordState::Withdrawn {
                after.state = RecordState::Active;
                after.kind = stated.kind;
            }
            add_names(&mut after.names, stated, &row.announcement);
            all_keys.extend(keys(stated));
        }
    }
    if after.names.is_empty() {
        after.names.clone_from(&before.names);
    }
    if after == before {
        return Ok(());
    }
    after.version += 1;
    store::organisation::update(work.tx, &after, before.version).await?;
    store::organisation::set_keys(work.tx, id, &all_keys).await?;
    let change = Change::new("organisation.rebuild", RecordKind::Organisation, id.0).before(&before).after(&after);
    work.app.append_audit(work.session, work.tx, change).await
}

fn add_names(into: &mut Vec<WrittenName>, stated: &OrganisationClaim, announcement: &Announcement) {
    for text in std::iter::once(&stated.name).chain(&stated.aliases) {
        let name =
            WrittenName { text: text.clone(), language: announcement.language.clone(), announcement: announcement.id };
        names::merge(into, name);
    }
}

fn keys(stated: &OrganisationClaim) -> Vec<String> {
    let mut keys: Vec<_> = std::iter::once(&stated.name).chain(&stated.aliases).map(|name| names::key(name)).collect();
    keys.retain(|key| !key.is_empty());
    keys.sort();
    keys.dedup();
    keys
}
