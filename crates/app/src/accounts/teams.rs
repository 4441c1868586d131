//! The teams below a team.

use crate::access::{Action, Session};
use crate::error::{AppError, Field};
use crate::{App, audit};
use samesky_model::id::TeamId;
use samesky_model::record::{RecordKind, Team, TeamKind, TeamNames};
use samesky_store as store;

/// What a team is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTeam {
    /// Its names; at least one, each 80 characters at most.
    pub names: TeamNames,
    /// What kind of team.
    pub kind: TeamKind,
    /// Where it is, as written.
    pub place: Option<String>,
}

impl App {
    /// The session's team with all teams below it, each after the one above it, with how far below it is.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn teams(&self, session: &Session) -> Result<Vec<(Team, usize)>, AppError> {
        session.may(Action::ManageTeams)?;
        let all = store::team::list(&self.store).await?;
        let mut found = Vec::new();
        let mut waiting = vec![(session.team, 0)];
        while let Some((id, depth)) = waiting.pop() {
            found.extend(all.iter().find(|team| team.id == id).map(|team| (team.clone(), depth)));
            if depth < store::team::DEEPEST {
                let below = all.iter().rev().filter(|team| team.parent == Some(id));
                waiting.extend(below.map(|team| (team.id, depth + 1)));
            }
        }
        Ok(found)
    }

    /// Makes a team below the session's team or one below it. It has no members yet: its first owner is invited.
    ///
    /// # Errors
    /// [`AppError::Forbidden`], [`AppError::NotFound`] for a team out of reach, [`AppError::Invalid`].
    pub async fn make_team(&self, session: &Session, parent: TeamId, new: NewTeam) -> Result<Team, AppError> {
        session.may(Action::ManageTeams)?;
        let NewTeam { names, kind, place } = new.valid()?;
        let tx = self.store.write().await?;
        self.reaches(session, &tx, parent).await?;
        if store::team::ancestors(&tx, parent).await?.len() + 2 >= store::team::DEEPEST {
            return Err(AppError::invalid("parent", "too-deep"));
        }
        let created_at = self.sources.now();
        let team = Team { id: self.sources.id(), parent: Some(parent), names, kind, place, created_at };
        store::team::insert(&tx, &team).await?;
        let change = audit::Change::new("team.make", RecordKind::Team, team.id.0).of_team(team.id).after(&team);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(team)
    }

    /// Says what a team is called, what it is and where.
    ///
    /// # Errors
    /// [`AppError::Forbidden`], [`AppError::NotFound`] for a team out of reach, [`AppError::Invalid`].
    pub async fn change_team_details(&self, session: &Session, id: TeamId, new: NewTeam) -> Result<Team, AppError> {
        session.may(Action::ManageTeams)?;
        let NewTeam { names, kind, place } = new.valid()?;
        let tx = self.store.write().await?;
        let before = self.reaches(session, &tx, id).await?;
        let after = Team { names, kind, place, ..before.clone() };
        if after != before {
            store::team::update(&tx, &after).await?;
            let change = audit::Change::new("team.change", RecordKind::Team, id.0).of_team(id);
            self.append_audit(session, &tx, change.before(&before).after(&after)).await?;
        }
        tx.commit().await?;
        Ok(after)
    }
}

impl NewTeam {
    fn valid(self) -> Result<Self, AppError> {
        let TeamNames { zh_hans, ja, en, th } = self.names;
        let names = [("zh_hans", zh_hans), ("ja", ja), ("en", en), ("th", th)];
        let names = names.map(|(field, name)| (field, name.trim().to_owned()));
        let place = self.place.map(|place| place.trim().to_owned()).filter(|place| !place.is_empty());
        let mut wrong: Vec<Field> = names.iter().filter_map(|(field, name)| too_long(field, name)).collect();
        wrong.extend(place.as_ref().and_then(|place| too_long("place", place)));
        if names.iter().all(|(_, name)| name.is_empty()) {
            wrong.push(Field { name: "zh_hans".into(), problem: "name-missing", found: None });
        }
        let [zh_hans, ja, en, th] = names.map(|(_, name)| name);
        let names = TeamNames { zh_hans, ja, en, th };
        if wrong.is_empty() { Ok(Self { names, place, ..self }) } else { Err(AppError::Invalid(wrong)) }
    }
}

fn too_long(field: &str, text: &str) -> Option<Field> {
    let length = text.chars().count();
    let is_wrong = length > 80 || text.chars().any(char::is_control);
    is_wrong.then(|| Field { name: field.to_owned(), problem: "name-too-long", found: Some(length.to_string()) })
}
