//! Records of other teams as they are seen: alone, and in lists without what leads to the records beside them.

use super::content::{content_of, figures_of};
use super::stranger::bare_names;
use crate::App;
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::organisations::merge::face_of;
use samesky_model::id::{AnnouncementId, EventId, FigureId, OrganisationId, ProjectId, TeamId};
use samesky_model::record::{
    Announcement, AnnouncementText, Content, EventRecord, Figure, ProjectRecord, PublicFigure, PublicSource, RecordRef,
    RecordState, Scope, Shareable, Team,
};
use samesky_store::{self as store, Sight};
use std::collections::HashMap;
use uuid::Uuid;

/// A record that another team shares with the own one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedRecord {
    /// Which record.
    pub record: RecordRef,
    /// The team that shares it.
    pub owner: Team,
    /// Whether it still rests on a claim of that team.
    pub state: RecordState,
    /// What it says.
    pub content: Content,
    /// The text, where it is an announcement.
    pub text: Option<AnnouncementText>,
}

/// A figure that another team shares with the own one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedFigure {
    /// Its identifier.
    pub id: FigureId,
    /// The team that shares it.
    pub owner: Team,
    /// The figure with its words.
    pub figure: PublicFigure,
    /// The announcements whose words they are.
    pub sources: Vec<PublicSource>,
}

impl App {
    /// A record that another team shares with the own one. One that is not shared and one that is not there answer alike.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub async fn shared_record(&self, session: &Session, record: RecordRef) -> Result<SharedRecord, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let record = standing(&view, record).await?;
        let (owner, state) = found(&view, Sight::of(session.team, Scope::Shared), record).await?;
        let text = match record.kind {
            Shareable::Announcement => Some(store::announcement::text(&view, owner, record.id.into()).await?),
            _ => None,
        };
        let content = content_of(&view, owner, record).await?;
        Ok(SharedRecord { record, owner: store::team::get(&view, owner).await?, state, content, text })
    }

    /// A figure that goes with a record that another team shares with the own one.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub async fn shared_figure(&self, session: &Session, id: FigureId) -> Result<SharedFigure, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let figure = store::figure::get(&view, Sight::of(session.team, Scope::Shared), id).await?;
        let owner = store::team::get(&view, figure.team).await?;
        let (mut figures, sources) = figures_of(&view, figure.team, vec![figure], Vec::new()).await?;
        let figure = figures.pop().ok_or(AppError::NotFound { kind: "figure" })?;
        Ok(SharedFigure { id, owner, figure, sources })
    }
}

/// The record itself; in the place of an organisation that became part of another, that one.
async fn standing(db: &dyn store::Db, record: RecordRef) -> Result<RecordRef, AppError> {
    if record.kind != Shareable::Organisation {
        return Ok(record);
    }
    let survivor = store::organisation::merge::survivor(db, OrganisationId(record.id)).await?;
    let stands = survivor.map_or(OrganisationId(record.id), |(survivor, _)| survivor);
    Ok(RecordRef { id: face_of(db, stands).await?.0, ..record })
}

async fn found(db: &dyn store::Db, sight: Sight, record: RecordRef) -> Result<(TeamId, RecordState), AppError> {
    let id = record.id;
    Ok(match record.kind {
        Shareable::Announcement => {
            let one = store::announcement::get(db, sight, AnnouncementId(id)).await?;
            (one.team, RecordState::Active)
        }
        Shareable::Event => {
            let one = store::event::get(db, sight, EventId(id)).await?;
            (one.team, one.state)
        }
        Shareable::Organisation => {
            let one = store::organisation::get(db, sight, OrganisationId(id)).await?;
            (one.team, one.state)
        }
        Shareable::Project => {
            let one = store::project::get(db, sight, ProjectId(id)).await?;
            (one.team, one.state)
        }
    })
}

/// The teams of these records that are not the own one.
pub(crate) async fn owners(
    db: &dyn store::Db,
    own: TeamId,
    teams: impl Iterator<Item = TeamId>,
) -> Result<HashMap<TeamId, Team>, AppError> {
    let mut others: Vec<_> = teams.filter(|team| *team != own).collect();
    others.sort_unstable();
    others.dedup();
    if others.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(store::team::get_many(db, &others).await?.into_iter().map(|team| (team.id, team)).collect())
}

/// An event; one of another team without what leads to others.
pub(crate) fn bare_event(own: TeamId, event: EventRecord) -> EventRecord {
    if event.team == own {
        return event;
    }
    EventRecord { part_of: None, names: bare_names(event.names), ..event }
}

/// A project; one of another team without what leads to others.
pub(crate) fn bare_project(own: TeamId, project: ProjectRecord) -> ProjectRecord {
    if project.team == own {
        return project;
    }
    ProjectRecord { event: None, names: bare_names(project.names), ..project }
}

/// An announcement; one of another team without its import and how far its review has come.
pub(crate) fn bare_announcement(own: TeamId, one: Announcement) -> Announcement {
    if one.team == own {
        return one;
    }
    Announcement { import: Uuid::nil().into(), claims: 0, pending: 0, ..one }
}

/// A figure; one of another team without what leads to others.
pub(crate) fn bare_figure(own: TeamId, figure: Figure) -> Figure {
    if figure.team == own {
        return figure;
    }
    Figure { event: None, project: None, organisation: None, part_of: None, entries: Vec::new(), ..figure }
}
