//! Organisations of the ledger. A claim goes to the organisation that has one of its names, or makes one.

mod choice;

pub use choice::{ClaimLink, Link};

use super::Work;
use super::records::{SourceRow, claims_of, release, source_rows};
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::figures::FigureRow;
use crate::organisations::apart::Apart;
use crate::organisations::compose;
use crate::sharing::bare_organisation;
use crate::{App, Page, PageOf};
use samesky_model::id::{AnnouncementId, EventId, OrganisationId, TeamId};
use samesky_model::reading::OrganisationClaim;
use samesky_model::record::{
    Belonging, BelongsAs, Claim, ClaimKind, ClaimRecord, EventRecord, Fact, KeptFact, OrganisationChoice,
    OrganisationRecord, RecordKind, RecordState,
};
use samesky_store as store;
pub use samesky_store::organisation::OrganisationFilter;
use std::collections::BTreeSet;

/// An organisation with everything that rests on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationView {
    /// The organisation.
    pub organisation: OrganisationRecord,
    /// What officers and lists say of it.
    pub facts: Vec<KeptFact>,
    /// The organisation it belongs to.
    pub parent: Option<OrganisationRecord>,
    /// The organisations that belong to it.
    pub children: Children,
    /// The claims on which it rests.
    pub sources: Vec<SourceRow>,
    /// The events of its announcements, figures and projects.
    pub events: Vec<EventRecord>,
    /// The figures that are its own.
    pub figures: Vec<FigureRow>,
    /// The projects that name it.
    pub projects: Vec<samesky_model::record::ProjectRecord>,
    /// The organisation that it became part of.
    pub merged_into: Option<OrganisationId>,
}

/// The organisations that belong to another: some of them, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Children {
    /// The first, at most 100.
    pub some: Vec<Child>,
    /// All of them.
    pub total: usize,
}

/// An organisation that belongs to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// The organisation.
    pub organisation: OrganisationRecord,
    /// How it belongs to it.
    pub how: BelongsAs,
}

/// Announcements of an organisation whose events are looked up at most.
const ANNOUNCEMENTS: usize = 100;

/// Organisations that belong to another and are shown at most.
const CHILDREN: usize = 100;

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
        let found = store::organisation::list(&self.store, session.team, filter, page).await?;
        Ok(found.map(|one| bare_organisation(session.team, one)))
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
        let facts = store::organisation::fact::of_one(db, team, id).await?;
        let parents: Vec<_> = facts.iter().filter_map(parent_of).collect();
        let names: Vec<_> = organisation.names.iter().map(|name| name.text.clone()).collect();
        let sources = source_rows(db, team, id.0).await?;
        let projects = store::project::naming(db, team, &names).await?;
        let known = figures.iter().filter_map(|figure| figure.event).chain(projects.iter().filter_map(|one| one.event));
        let events = events(db, team, &sources, known.collect()).await?;
        Ok(OrganisationView {
            parent: store::organisation::get_many(db, team, &parents).await?.pop(),
            children: children(db, team, id).await?,
            facts,
            sources,
            events,
            figures: self.figure_rows(db, team, figures).await?,
            projects,
            merged_into: store::organisation::merge::survivor(db, id).await?.map(|(survivor, _)| survivor),
            organisation,
        })
    }
}

/// The events that announcements tell of which an organisation is told as well, and others that are known.
async fn events(
    db: &dyn store::Db,
    team: TeamId,
    sources: &[SourceRow],
    mut ids: BTreeSet<EventId>,
) -> Result<Vec<EventRecord>, AppError> {
    for row in sources.iter().take(ANNOUNCEMENTS) {
        let told = store::claim::list_of_kind(db, team, row.announcement.id, ClaimKind::Event).await?;
        ids.extend(
            told.into_iter().filter(|claim| claim.state.is_taken()).filter_map(|claim| claim.record.map(EventId)),
        );
    }
    let ids: Vec<EventId> = ids.into_iter().collect();
    Ok(store::event::get_many(db, team, &ids).await?)
}

async fn children(db: &dyn store::Db, team: TeamId, id: OrganisationId) -> Result<Children, AppError> {
    let lookup = Belonging::lookup(id);
    let mut found = store::organisation::fact::by_lookup(db, team, std::slice::from_ref(&lookup)).await?;
    let mut ids = found.remove(&lookup).unwrap_or_default();
    let total = ids.len();
    ids.truncate(CHILDREN);
    let facts = store::organisation::fact::of(db, team, &ids).await?;
    let how = |child: OrganisationId| {
        facts.get(&child)?.iter().find_map(|kept| match &kept.fact {
            Fact::Parent(belonging) => Some(belonging.how),
            _ => None,
        })
    };
    let records = store::organisation::get_many(db, team, &ids).await?.into_iter();
    let some = records.filter_map(|organisation| Some(Child { how: how(organisation.id)?, organisation })).collect();
    Ok(Children { some, total })
}

pub(crate) fn parent_of(kept: &KeptFact) -> Option<OrganisationId> {
    match &kept.fact {
        Fact::Parent(belonging) => Some(belonging.organisation),
        _ => None,
    }
}

/// Links every taken organisation claim to an organisation, and lets go of the others.
pub(super) async fn settle(work: Work<'_>, announcement: AnnouncementId) -> Result<(), AppError> {
    let mut made_again = BTreeSet::new();
    for claim in claims_of(work, announcement, ClaimKind::Organisation).await? {
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
    let Claim::Organisation(stated) = &claim.current else { return Ok(()) };
    let chosen = store::organisation::choice::of(work.tx, work.session.team, &[claim.id]).await?.remove(&claim.id);
    match known(work, stated, chosen.as_ref()).await? {
        Named::One(known) => {
            store::claim::set_record(work.tx, claim.id, Some(known)).await?;
            return rebuild(work, known.into()).await;
        }
        // Somebody has to choose; until then the claim has no record.
        Named::Apart => return Ok(()),
        Named::None => {}
    }
    let empty = OrganisationRecord {
        id: work.app.sources.id(),
        team: work.session.team,
        version: 1,
        state: RecordState::Active,
        names: Vec::new(),
        kind: stated.kind,
        country: None,
        readings: Vec::new(),
        created: work.app.stamp(work.session),
    };
    store::claim::set_record(work.tx, claim.id, Some(empty.id.0)).await?;
    if let Some(chosen) = chosen {
        store::organisation::choice::set(work.tx, &OrganisationChoice { organisation: Some(empty.id), ..chosen })
            .await?;
    }
    let made = compose::compose(&empty, &[], &compose::told(work, empty.id).await?);
    store::organisation::insert(work.tx, &made.record).await?;
    store::organisation::set_keys(work.tx, empty.id, &made.keys).await?;
    let change = Change::new("organisation.make", RecordKind::Organisation, empty.id.0).after(&made.record);
    work.app.append_audit(work.session, work.tx, change).await
}

/// Whom a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Named<T> {
    /// This record.
    One(T),
    /// Records of which an officer said that they are not the same: which of them, a name does not tell.
    Apart,
    /// None that is kept, or the claim is to have its own.
    None,
}

/// The record that an officer chose for the claim, else the one that has its name.
async fn known(
    work: Work<'_>,
    stated: &OrganisationClaim,
    chosen: Option<&OrganisationChoice>,
) -> Result<Named<uuid::Uuid>, AppError> {
    let team = work.session.team;
    if let Some(chosen) = chosen {
        let Some(id) = chosen.organisation else { return Ok(Named::None) };
        let survivor = store::organisation::merge::survivor(work.tx, id).await?.map_or(id, |(survivor, _)| survivor);
        let record = store::organisation::get_many(work.tx, team, &[survivor]).await?.pop();
        return Ok(record.map_or(Named::None, |one| Named::One(one.id.0)));
    }
    Ok(match by_name(work.tx, team, &keys(stated)).await? {
        Named::One(record) => Named::One(record.id.0),
        Named::Apart => Named::Apart,
        Named::None => Named::None,
    })
}

/// The record that has one of these names, where officers do not keep its bearers apart.
async fn by_name(db: &dyn store::Db, team: TeamId, keys: &[String]) -> Result<Named<OrganisationRecord>, AppError> {
    let found = store::organisation::by_names(db, team, keys).await?;
    let ids: Vec<OrganisationId> = found.iter().map(|one| one.id).collect();
    if Apart::among(db, team, &ids).await?.any(&ids) {
        return Ok(Named::Apart);
    }
    Ok(found.into_iter().next().map_or(Named::None, Named::One))
}

async fn rebuild(work: Work<'_>, id: OrganisationId) -> Result<(), AppError> {
    let before = store::organisation::get(work.tx, work.session.team, id).await?;
    let facts = store::organisation::fact::of_one(work.tx, work.session.team, id).await?;
    let mut made = compose::compose(&before, &facts, &compose::told(work, id).await?);
    if made.record == before {
        return Ok(());
    }
    made.record.version += 1;
    store::organisation::update(work.tx, &made.record, before.version).await?;
    store::organisation::set_keys(work.tx, id, &made.keys).await?;
    let change =
        Change::new("organisation.rebuild", RecordKind::Organisation, id.0).before(&before).after(&made.record);
    work.app.append_audit(work.session, work.tx, change).await
}

fn keys(stated: &OrganisationClaim) -> Vec<String> {
    compose::keys(std::iter::once(&stated.name).chain(&stated.aliases).map(String::as_str))
}
