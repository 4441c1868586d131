//! Records of the ledger in lists: each with what a row shows beside the record itself.

use crate::access::{Action, Session};
use crate::error::AppError;
use crate::ledger::{EventFilter, OrganisationFilter, ProjectFilter};
use crate::sharing::{bare_event, bare_organisation, bare_project, owners};
use crate::{App, Page, PageOf};
use samesky_model::id::{EventId, TeamId};
use samesky_model::record::{EventRecord, Figure, OrganisationRecord, ProjectRecord, Team};
use samesky_reading::gazetteer::place_key;
use samesky_store as store;
use std::collections::HashMap;
use uuid::Uuid;

/// An event in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// The event.
    pub event: EventRecord,
    /// The team that shares it, where it is not the own one.
    pub owner: Option<Team>,
    /// The event that it is a part of.
    pub whole: Option<EventRecord>,
    /// Number of announcements that tell of it.
    pub sources: i64,
}

/// An organisation in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationRow {
    /// The organisation.
    pub organisation: OrganisationRecord,
    /// The team that shares it, where it is not the own one.
    pub owner: Option<Team>,
    /// Number of announcements that name it.
    pub sources: i64,
}

/// A project in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// The project.
    pub project: ProjectRecord,
    /// The team that shares it, where it is not the own one.
    pub owner: Option<Team>,
    /// The event at which it was signed or begun.
    pub event: Option<EventRecord>,
    /// Its figures, greatest value first.
    pub figures: Vec<Figure>,
    /// Number of announcements that tell of it.
    pub sources: i64,
}

/// By what a list of events can be narrowed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventChoices {
    /// The years in which events were held, latest first.
    pub years: Vec<i16>,
    /// The zones that events are about, as written.
    pub zones: Vec<String>,
}

/// Narrows the events to a place in whatever language it is written; a place that the gazetteer does not know is looked
/// for by its words.
#[must_use]
pub fn at_place(filter: EventFilter, place: &str) -> EventFilter {
    match place_key(place) {
        Some(key) => EventFilter { place_key: Some(key), ..filter },
        None => EventFilter { place_contains: Some(place.to_owned()), ..filter },
    }
}

impl App {
    /// Events that the filter lets through, latest first, as rows of a list.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn event_rows(
        &self,
        session: &Session,
        filter: &EventFilter,
        page: &Page,
    ) -> Result<PageOf<EventRow>, AppError> {
        session.may(Action::Read)?;
        let (db, team) = (&self.store.snapshot().await?, session.team);
        let events = store::event::list(db, team, filter, page).await?;
        let owners = owners(db, team, events.items.iter().map(|event| event.team)).await?;
        let wholes: Vec<_> = events.items.iter().filter_map(|event| event.part_of).collect();
        let wholes = events_by_id(db, team, &wholes).await?;
        let sources = counted(db, team, events.items.iter().map(|event| event.id.0).collect()).await?;
        Ok(events.map(|event| EventRow {
            whole: event.part_of.and_then(|id| wholes.get(&id).cloned()),
            sources: sources.get(&event.id.0).copied().unwrap_or(0),
            owner: owners.get(&event.team).cloned(),
            event: bare_event(team, event),
        }))
    }

    /// By what a list of events can be narrowed.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn event_choices(&self, session: &Session) -> Result<EventChoices, AppError> {
        session.may(Action::Read)?;
        let (db, team) = (&self.store.snapshot().await?, session.team);
        let years = store::event::years(db, team).await?;
        Ok(EventChoices { years, zones: store::event::zones(db, team).await? })
    }

    /// Organisations that the filter lets through, by their first name, as rows of a list.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn organisation_rows(
        &self,
        session: &Session,
        filter: &OrganisationFilter,
        page: &Page,
    ) -> Result<PageOf<OrganisationRow>, AppError> {
        session.may(Action::Read)?;
        let (db, team) = (&self.store.snapshot().await?, session.team);
        let found = store::organisation::list(db, team, filter, page).await?;
        let owners = owners(db, team, found.items.iter().map(|one| one.team)).await?;
        let sources = counted(db, team, found.items.iter().map(|one| one.id.0).collect()).await?;
        Ok(found.map(|organisation| OrganisationRow {
            sources: sources.get(&organisation.id.0).copied().unwrap_or(0),
            owner: owners.get(&organisation.team).cloned(),
            organisation: bare_organisation(team, organisation),
        }))
    }

    /// Projects that the filter lets through, newest first, as rows of a list.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn project_rows(
        &self,
        session: &Session,
        filter: &ProjectFilter,
        page: &Page,
    ) -> Result<PageOf<ProjectRow>, AppError> {
        session.may(Action::Read)?;
        let (db, team) = (&self.store.snapshot().await?, session.team);
        let found = store::project::list(db, team, filter, page).await?;
        let owners = owners(db, team, found.items.iter().map(|project| project.team)).await?;
        let ids: Vec<_> = found.items.iter().map(|project| project.id).collect();
        let events: Vec<_> = found.items.iter().filter_map(|project| project.event).collect();
        let events = events_by_id(db, team, &events).await?;
        let sources = counted(db, team, ids.iter().map(|id| id.0).collect()).await?;
        let mut figures: HashMap<_, Vec<Figure>> = HashMap::new();
        for figure in store::figure::of_projects(db, team, &ids).await? {
            figures.entry(figure.project).or_default().push(figure);
        }
        Ok(found.map(|project| ProjectRow {
            event: project.event.and_then(|id| events.get(&id).cloned()),
            figures: figures.remove(&Some(project.id)).unwrap_or_default(),
            sources: sources.get(&project.id.0).copied().unwrap_or(0),
            owner: owners.get(&project.team).cloned(),
            project: bare_project(team, project),
        }))
    }
}

async fn events_by_id(
    db: &dyn store::Db,
    team: TeamId,
    ids: &[EventId],
) -> Result<HashMap<EventId, EventRecord>, AppError> {
    let found = store::event::get_many(db, team, ids).await?;
    Ok(found.into_iter().map(|event| (event.id, event)).collect())
}

async fn counted(db: &dyn store::Db, team: TeamId, records: Vec<Uuid>) -> Result<HashMap<Uuid, i64>, AppError> {
    Ok(store::event::source_counts(db, team, &records).await?.into_iter().collect())
}

/// How a list of names writes the place or party of a key; the last part of the key where no name of the list has it.
#[must_use]
pub fn written(names: &[String], key: &str) -> String {
    let exact = names.iter().find(|name| place_key(name).as_deref() == Some(key) || name.to_lowercase() == key);
    let within = || names.iter().find(|name| place_key(name).is_some_and(|found| key.starts_with(&found)));
    let last = || key.rsplit('/').next().unwrap_or(key).to_owned();
    exact.or_else(within).cloned().unwrap_or_else(last)
}

#[cfg(test)]
mod tests {
    use super::{at_place, written};
    use crate::ledger::EventFilter;

    #[test]
    fn at_place_known_one_is_found_in_every_language_and_another_by_its_words() {
        let at = |place| at_place(EventFilter::default(), place);
        assert_eq!(at("Chengdu"), at("成都"));
        assert_eq!(at("架空市").place_contains.as_deref(), Some("架空市"));
    }

    #[test]
    fn written_is_the_name_of_the_list_else_the_end_of_the_key() {
        let names = ["成都".to_owned(), "架空商会".to_owned()];
        assert_eq!(written(&names, "CN-SC/chengdu"), "成都");
        assert_eq!(written(&names, "架空商会"), "架空商会");
        assert_eq!(written(&[], "CN-SC/chengdu"), "chengdu");
    }
}
