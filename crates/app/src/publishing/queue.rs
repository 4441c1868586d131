//! The publishing queue: what waits for whom, what was published, and what was withdrawn.

use super::{account_of, hidden};
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::sharing::{content_of, digest, state_of};
use crate::{App, Page, PageOf};
use samesky_model::id::{EditionId, TeamId};
use samesky_model::record::{Edition, EditionState, Publication, RecordRef, RecordState, Team};
use samesky_store as store;
use samesky_store::publication::edition::{self, EditionFilter};
use samesky_store::publication::{PublicationFilter, Standing};
use std::collections::HashMap;

/// A request with what is needed to decide on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The request.
    pub edition: Edition,
    /// The address it is for.
    pub publication: Publication,
    /// The team that asks.
    pub team: Team,
    /// Whether the session may confirm it.
    pub may_confirm: bool,
}

/// Which requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requests {
    /// Those that wait for the session's confirmation: of the own team and of those below it, by somebody else.
    ToConfirm,
    /// Those of the own team, whatever became of them.
    Own,
}

/// Something that the own team published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Its address.
    pub publication: Publication,
    /// What everybody sees; what everybody saw last, where it was withdrawn.
    pub edition: Option<Edition>,
    /// Whether the record says something else today.
    pub changed: bool,
}

impl App {
    /// Requests to publish, the latest first.
    ///
    /// # Errors
    /// [`AppError::Forbidden`], or when the cursor is none of ours.
    pub async fn requests(&self, session: &Session, which: Requests, page: &Page) -> Result<PageOf<Request>, AppError> {
        session.may(if which == Requests::Own { Action::Read } else { Action::Confirm })?;
        let view = self.store.snapshot().await?;
        let filter = match which {
            Requests::ToConfirm => to_confirm(&view, session).await?,
            Requests::Own => EditionFilter { teams: vec![session.team], ..EditionFilter::default() },
        };
        let found = edition::list(&view, &filter, page).await?;
        let PageOf { items, next, previous, total } = found;
        Ok(PageOf { items: requests(&view, session, items).await?, next, previous, total })
    }

    /// One request: of the own team, or of one below it for those who may confirm.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for one out of reach.
    pub async fn request(&self, session: &Session, id: EditionId) -> Result<Request, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let edition = edition::get(&view, id).await?;
        if edition.team != session.team {
            session.may(Action::Confirm).map_err(hidden)?;
            self.reaches(session, &view, edition.team).await.map_err(hidden)?;
        }
        requests(&view, session, vec![edition]).await?.pop().ok_or(AppError::NotFound { kind: "edition" })
    }

    /// What the own team published, or withdrew, the last changed first.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn publications(
        &self,
        session: &Session,
        standing: Standing,
        page: &Page,
    ) -> Result<PageOf<Published>, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let (team, standing) = (Some(session.team), Some(standing));
        let filter = PublicationFilter { team, standing, ..PublicationFilter::default() };
        let PageOf { items, next, previous, total } = store::publication::list(&view, &filter, page).await?;
        let mut shown = Vec::with_capacity(items.len());
        for publication in items {
            shown.push(published(&view, publication).await?);
        }
        Ok(PageOf { items: shown, next, previous, total })
    }

    /// Whether and how a record of the own team is published, and the request that waits.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a record that is not there.
    pub async fn publication_of(
        &self,
        session: &Session,
        record: RecordRef,
    ) -> Result<(Option<Published>, Option<Edition>), AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        state_of(&view, session.team, record).await?;
        let Some(publication) = store::publication::of_record(&view, session.team, record).await? else {
            return Ok((None, None));
        };
        let editions = edition::of(&view, publication.id).await?;
        let waiting = editions.into_iter().find(|edition| edition.state == EditionState::Waiting);
        Ok((Some(published(&view, publication).await?), waiting))
    }

    /// How many requests wait for the session's confirmation.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn requests_to_confirm(&self, session: &Session) -> Result<i64, AppError> {
        if !session.can(Action::Confirm) {
            return Ok(0);
        }
        let filter = to_confirm(&self.store, session).await?;
        Ok(edition::count(&self.store, &filter).await?)
    }
}

async fn to_confirm(db: &dyn store::Db, session: &Session) -> Result<EditionFilter, AppError> {
    let all = store::team::list(db).await?;
    let (state, not_by) = (Some(EditionState::Waiting), account_of(session));
    Ok(EditionFilter { teams: with_those_below(&all, session.team), state, not_by })
}

/// A team and all teams below it.
fn with_those_below(all: &[Team], top: TeamId) -> Vec<TeamId> {
    let mut found = vec![top];
    let mut at = 0;
    while let Some(above) = found.get(at).copied() {
        let below = all.iter().filter(|team| team.parent == Some(above) && !found.contains(&team.id));
        let below: Vec<_> = below.map(|team| team.id).collect();
        found.extend(below);
        at += 1;
    }
    found
}

async fn requests(db: &dyn store::Db, session: &Session, editions: Vec<Edition>) -> Result<Vec<Request>, AppError> {
    let ids: Vec<_> = editions.iter().map(|edition| edition.team).collect();
    let teams: HashMap<_, _> = store::team::get_many(db, &ids).await?.into_iter().map(|team| (team.id, team)).collect();
    let confirms = session.can(Action::Confirm);
    let mut found = Vec::with_capacity(editions.len());
    for edition in editions {
        let Some(team) = teams.get(&edition.team).cloned() else { continue };
        let publication = store::publication::get(db, edition.publication).await?;
        let own = edition.requester.is_some() && edition.requester == account_of(session);
        let may_confirm = confirms && !own && edition.state == EditionState::Waiting;
        found.push(Request { edition, publication, team, may_confirm });
    }
    Ok(found)
}

async fn published(db: &dyn store::Db, publication: Publication) -> Result<Published, AppError> {
    let editions = edition::of(db, publication.id).await?;
    let is_it = |edition: &&Edition| match publication.edition {
        Some(number) => edition.number == number,
        None => edition.state == EditionState::Published,
    };
    let edition = editions.iter().find(is_it).cloned();
    let changed = match (&edition, publication.edition) {
        (Some(edition), Some(_)) => says_else(db, &publication, &edition.digest).await?,
        _ => false,
    };
    Ok(Published { publication, edition, changed })
}

async fn says_else(db: &dyn store::Db, publication: &Publication, seen: &str) -> Result<bool, AppError> {
    let (team, record) = (publication.team, publication.record);
    if state_of(db, team, record).await? != RecordState::Active {
        return Ok(true);
    }
    Ok(digest(&content_of(db, team, record).await?) != seen)
}
