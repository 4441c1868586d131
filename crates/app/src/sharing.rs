//! Showing records to other teams. Who sees what follows from one rule ([`samesky_store::sight`]); what they see of it is
//! [`Content`], in which nothing leads to a record beside it.

mod content;
mod seen;
mod stranger;

pub(crate) use content::{content_of, digest};
pub use seen::{SharedFigure, SharedRecord};
pub(crate) use seen::{bare_announcement, bare_event, bare_figure, bare_project, owners};
pub(crate) use stranger::{bare_organisation, each_once, is_told, told};

use crate::access::{Action, Session};
use crate::error::AppError;
use crate::{App, audit};
use samesky_model::id::TeamId;
use samesky_model::record::{RecordKind, RecordRef, RecordState, Share, Shareable, Team};
use samesky_store as store;

/// With whom a record is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareWith {
    /// This team.
    Team(TeamId),
    /// The team above the own one.
    Parent,
}

/// A record is shown to a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedWith {
    /// Since when, and by whom.
    pub share: Share,
    /// The team.
    pub team: Team,
}

impl App {
    /// Shows a record of the own team to another. It sees the record as it is at any time, and nothing beside it.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a record or a team that is not there, [`AppError::Invalid`] for the own team or one that
    /// sees it already.
    pub async fn share(&self, session: &Session, record: RecordRef, with: ShareWith) -> Result<SharedWith, AppError> {
        session.may(Action::Share)?;
        let tx = self.store.write().await?;
        if state_of(&tx, session.team, record).await? == RecordState::Merged {
            return Err(AppError::invalid("record", "is-merged"));
        }
        if record.kind == Shareable::Organisation
            && store::organisation::merge::part_of(&tx, record.id.into()).await?.is_some()
        {
            return Err(AppError::invalid("record", "is-part"));
        }
        let team = target(&tx, session.team, with).await?;
        if store::share::find(&tx, record, team.id).await?.is_some() {
            return Err(AppError::invalid("with", "is-shared"));
        }
        let share = Share { team: session.team, record, with: team.id, made: self.stamp(session) };
        store::share::insert(&tx, &share).await?;
        let change = audit::Change::new(action(record, "share"), record_kind(record.kind), record.id);
        self.append_audit(session, &tx, change.after(&Shown { with: &team })).await?;
        tx.commit().await?;
        Ok(SharedWith { share, team })
    }

    /// Shows a record to a team no more.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it is not shown to it.
    pub async fn unshare(&self, session: &Session, record: RecordRef, with: TeamId) -> Result<(), AppError> {
        session.may(Action::Share)?;
        let tx = self.store.write().await?;
        state_of(&tx, session.team, record).await?;
        store::share::remove(&tx, session.team, record, with).await?;
        let team = store::team::get(&tx, with).await?;
        let change = audit::Change::new(action(record, "unshare"), record_kind(record.kind), record.id);
        self.append_audit(session, &tx, change.before(&Shown { with: &team })).await?;
        Ok(tx.commit().await?)
    }

    /// To which teams a record of the own team is shown, the first first.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a record that is not there.
    pub async fn shares(&self, session: &Session, record: RecordRef) -> Result<Vec<SharedWith>, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        state_of(&view, session.team, record).await?;
        let shares = store::share::of_record(&view, session.team, record).await?;
        let ids: Vec<_> = shares.iter().map(|share| share.with).collect();
        let teams = store::team::get_many(&view, &ids).await?;
        Ok(shares.into_iter().zip(teams).map(|(share, team)| SharedWith { share, team }).collect())
    }

    /// The teams that records can be shown to: all but the own one. Of each only what it is called is told.
    ///
    /// # Errors
    /// [`AppError::Forbidden`].
    pub async fn other_teams(&self, session: &Session) -> Result<Vec<Team>, AppError> {
        session.may(Action::Share)?;
        let all = store::team::list(&self.store).await?;
        Ok(all.into_iter().filter(|team| team.id != session.team).collect())
    }

    /// How many records of each kind other teams share with the own one.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn shared_counts(&self, session: &Session) -> Result<Vec<(Shareable, i64)>, AppError> {
        session.may(Action::Read)?;
        Ok(store::share::counts(&self.store, session.team).await?)
    }
}

async fn target(db: &dyn store::Db, own: TeamId, with: ShareWith) -> Result<Team, AppError> {
    let id = match with {
        ShareWith::Team(id) => id,
        ShareWith::Parent => {
            let parent = store::team::get(db, own).await?.parent;
            parent.ok_or_else(|| AppError::invalid("with", "no-parent"))?
        }
    };
    if id == own { Err(AppError::invalid("with", "own-team")) } else { Ok(store::team::get(db, id).await?) }
}

/// Whether a record of a team still rests on a claim; an announcement always does.
pub(crate) async fn state_of(db: &dyn store::Db, team: TeamId, record: RecordRef) -> Result<RecordState, AppError> {
    let id = record.id;
    Ok(match record.kind {
        Shareable::Announcement => {
            store::announcement::get(db, team, id.into()).await?;
            RecordState::Active
        }
        Shareable::Event => store::event::get(db, team, id.into()).await?.state,
        Shareable::Organisation => store::organisation::get(db, team, id.into()).await?.state,
        Shareable::Project => store::project::get(db, team, id.into()).await?.state,
    })
}

/// What the audit calls it: `event.share`.
pub(crate) fn action(record: RecordRef, what: &str) -> String {
    format!("{}.{what}", record.kind)
}

pub(crate) const fn record_kind(kind: Shareable) -> RecordKind {
    match kind {
        Shareable::Announcement => RecordKind::Announcement,
        Shareable::Event => RecordKind::Event,
        Shareable::Organisation => RecordKind::Organisation,
        Shareable::Project => RecordKind::Project,
    }
}

/// A share as the audit keeps it.
#[derive(serde::Serialize)]
struct Shown<'a> {
    with: &'a Team,
}
