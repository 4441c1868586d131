//! The same project signed again at a later event: found among all projects of the team, counted once.

use super::super::{Work, names, records};
use super::facts::Facts;
use crate::error::AppError;
use samesky_figures::{Group, ProjectFacts, Resigning};
use samesky_model::Decimal;
use samesky_model::date::PartialDate;
use samesky_model::id::{AnnouncementId, EventId, ProjectId};
use samesky_model::record::{ClaimKind, EventRecord, Figure, ProjectRecord, RecordState};
use samesky_reading::gazetteer::place_key;
use samesky_store as store;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The projects at hand, and every other one of the same name or organisation, compared.
pub(super) async fn of(work: Work<'_>, facts: &Facts, groups: &[Group]) -> Result<Vec<Resigning>, AppError> {
    compared(work, facts.projects().cloned().collect(), groups).await
}

/// The announcements of projects that these announcements' projects sign again, or that sign them again: whether their
/// figures count hangs on these.
pub(super) async fn beside(
    work: Work<'_>,
    announcements: &BTreeSet<AnnouncementId>,
) -> Result<BTreeSet<AnnouncementId>, AppError> {
    let mut here = BTreeSet::new();
    for announcement in announcements {
        let claims = records::claims_of(work, *announcement, ClaimKind::Project).await?;
        here.extend(claims.iter().filter_map(|claim| claim.record).map(ProjectId::from));
    }
    if here.is_empty() {
        return Ok(BTreeSet::new());
    }
    let ids: Vec<_> = here.iter().copied().collect();
    let projects = store::project::get_many(work.tx, work.session.team, &ids).await?;
    let mut found = BTreeSet::new();
    for Resigning { earlier, later, .. } in compared(work, projects, &[]).await? {
        if here.contains(&earlier) || here.contains(&later) {
            for project in [earlier, later].into_iter().filter(|project| !here.contains(project)) {
                found.extend(store::claim::sources(work.tx, work.session.team, project.0).await?);
            }
        }
    }
    Ok(found)
}

async fn compared(work: Work<'_>, here: Vec<ProjectRecord>, groups: &[Group]) -> Result<Vec<Resigning>, AppError> {
    let projects = comparable(work, here).await?;
    let events = events_of(work, projects.values()).await?;
    let kept = kept(work, projects.keys().copied().collect()).await?;
    let rows: Vec<_> = projects
        .values()
        .map(|project| Row {
            project,
            place_key: project.place.as_deref().and_then(place_key),
            organisations: project.organisations.iter().map(|name| names::key(name)).collect(),
            amounts: amounts(groups, &kept, project.id),
        })
        .collect();
    let borrowed: Vec<_> = rows.iter().map(|row| row.facts(&events)).collect();
    Ok(samesky_figures::resigned(&borrowed))
}

/// Projects compared with one another at most; those at hand come first, then those of the same name.
const COMPARED: usize = 200;

struct Row<'a> {
    project: &'a ProjectRecord,
    place_key: Option<String>,
    organisations: Vec<String>,
    amounts: Vec<(Decimal, String)>,
}

impl Row<'_> {
    fn facts(&self, events: &HashMap<EventId, EventRecord>) -> ProjectFacts<'_> {
        let event = self.project.event.and_then(|id| events.get(&id));
        ProjectFacts {
            project: self.project.id,
            names: self.project.names.iter().map(|name| name.text.as_str()).collect(),
            organisations: self.organisations.iter().map(String::as_str).collect(),
            place_keys: self.place_key.iter().map(String::as_str).collect(),
            event: event.map(|event| event.part_of.unwrap_or(event.id)),
            date: event.and_then(|event: &EventRecord| -> Option<PartialDate> { event.date }),
            amounts: self.amounts.iter().map(|(value, unit)| (*value, unit.as_str())).collect(),
        }
    }
}

async fn comparable(work: Work<'_>, here: Vec<ProjectRecord>) -> Result<BTreeMap<ProjectId, ProjectRecord>, AppError> {
    let keys: Vec<_> = here.iter().flat_map(|project| &project.names).map(|name| names::key(&name.text)).collect();
    let organisations: Vec<_> = here.iter().flat_map(|project| project.organisations.clone()).collect();
    let mut found = store::project::by_names(work.tx, work.session.team, &keys).await?;
    found.extend(store::project::naming(work.tx, work.session.team, &organisations).await?);
    found.splice(0..0, here);
    found.retain(|project| project.state == RecordState::Active);
    found.truncate(COMPARED);
    Ok(found.into_iter().map(|project| (project.id, project)).collect())
}

async fn events_of(
    work: Work<'_>,
    projects: impl Iterator<Item = &ProjectRecord>,
) -> Result<HashMap<EventId, EventRecord>, AppError> {
    let ids: Vec<_> = projects.filter_map(|project| project.event).collect();
    let events = store::event::get_many(work.tx, work.session.team, &ids).await?;
    Ok(events.into_iter().map(|event| (event.id, event)).collect())
}

async fn kept(work: Work<'_>, projects: Vec<ProjectId>) -> Result<Vec<Figure>, AppError> {
    Ok(store::figure::of_projects(work.tx, work.session.team, &projects).await?)
}

/// From the groups at hand, else from the figures kept before.
fn amounts(groups: &[Group], kept: &[Figure], project: ProjectId) -> Vec<(Decimal, String)> {
    let at_hand: Vec<_> = groups
        .iter()
        .filter(|group| group.project == Some(project))
        .filter_map(|group| Some((group.value?, group.unit.clone()?)))
        .collect();
    if !at_hand.is_empty() {
        return at_hand;
    }
    let of_project = kept.iter().filter(|figure| figure.project == Some(project));
    of_project.filter_map(|figure| Some((figure.value?, figure.unit.clone()?))).collect()
}
