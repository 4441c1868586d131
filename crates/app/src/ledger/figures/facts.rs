//! What grouping needs to know of each entry beside the entry itself.

use super::super::Work;
use super::super::events::party_keys;
use crate::error::AppError;
use samesky_figures::EntryFacts;
use samesky_model::id::{AnnouncementId, ClaimId, EntryId, EventId, OrganisationId, ProjectId};
use samesky_model::reading::Rule;
use samesky_model::record::{
    Announcement, CheckRecord, Claim, ClaimKind, ClaimRecord, EventRecord, FigureEntry, ProjectRecord,
};
use samesky_store as store;
use samesky_store::check::CheckFilter;
use samesky_store::entry::EntryScope;
use std::collections::HashMap;

/// The current entries of some announcements, with the records that they belong to.
pub(super) struct Facts {
    rows: Vec<Row>,
    index: HashMap<EntryId, usize>,
    events: HashMap<EventId, EventRecord>,
    projects: HashMap<ProjectId, ProjectRecord>,
    announcements: HashMap<AnnouncementId, Announcement>,
    parties: HashMap<AnnouncementId, Vec<String>>,
}

struct Row {
    entry: FigureEntry,
    event: Option<EventId>,
    project: Option<ProjectId>,
    organisation: Option<OrganisationId>,
    part_of: Option<EntryId>,
}

impl Facts {
    pub(super) async fn load(work: Work<'_>, ids: &[AnnouncementId]) -> Result<Self, AppError> {
        let (tx, team) = (work.tx, work.session.team);
        let entries = store::entry::current(tx, team, &EntryScope::Announcements(ids.to_vec())).await?;
        let by_claim: HashMap<ClaimId, EntryId> = entries.iter().map(|entry| (entry.claim, entry.id)).collect();
        let mut claims = HashMap::new();
        for id in ids {
            claims.insert(*id, store::claim::list(tx, team, *id).await?);
        }
        let wholes = wholes(work, ids).await?;
        let rows: Vec<_> = entries.into_iter().map(|entry| row(entry, &claims, &by_claim, &wholes)).collect();
        let events: Vec<_> = rows.iter().filter_map(|row| row.event).collect();
        let projects: Vec<_> = rows.iter().filter_map(|row| row.project).collect();
        let announcements = by_id(store::announcement::summaries(tx, team, ids).await?, |one| one.id);
        Ok(Self {
            parties: announcements.values().map(|one: &Announcement| (one.id, party_keys(&one.parties))).collect(),
            announcements,
            index: rows.iter().enumerate().map(|(at, row)| (row.entry.id, at)).collect(),
            rows,
            events: by_id(store::event::get_many(tx, team, &events).await?, |event| event.id),
            projects: by_id(store::project::get_many(tx, team, &projects).await?, |project| project.id),
        })
    }

    pub(super) fn borrow(&self) -> Vec<EntryFacts<'_>> {
        self.rows
            .iter()
            .map(|row| EntryFacts {
                entry: &row.entry,
                event: row.event,
                event_is_part_of: row.event.and_then(|id| self.events.get(&id)).and_then(|event| event.part_of),
                project: row.project,
                organisation: row.organisation,
                part_of_entry: row.part_of,
                year: self.year(row),
                announcement_parties: self.parties.get(&row.entry.announcement).map_or(&[], Vec::as_slice),
            })
            .collect()
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = &FigureEntry> {
        self.rows.iter().map(|row| &row.entry)
    }

    pub(super) fn entry(&self, id: EntryId) -> Option<&FigureEntry> {
        self.index.get(&id).and_then(|at| self.rows.get(*at)).map(|row| &row.entry)
    }

    pub(super) fn event_of(&self, id: EntryId) -> Option<EventId> {
        self.index.get(&id).and_then(|at| self.rows.get(*at)).and_then(|row| row.event)
    }

    pub(super) fn event(&self, id: EventId) -> Option<&EventRecord> {
        self.events.get(&id)
    }

    pub(super) fn project(&self, id: ProjectId) -> Option<&ProjectRecord> {
        self.projects.get(&id)
    }

    pub(super) fn projects(&self) -> impl Iterator<Item = &ProjectRecord> {
        self.projects.values()
    }

    pub(super) fn announcement(&self, id: AnnouncementId) -> Option<&Announcement> {
        self.announcements.get(&id)
    }

    /// The year of the period, else of the event, else of publication.
    fn year(&self, row: &Row) -> Option<i16> {
        let of_period = row.entry.figure.period.as_deref().and_then(year_of);
        let of_event = || row.event.and_then(|id| self.events.get(&id)?.date?.year());
        let of_publication = || self.announcements.get(&row.entry.announcement)?.published.as_ref()?.date.year();
        of_period.or_else(of_event).or_else(of_publication)
    }
}

/// The whole of each part that a check of the announcement added up. Where the text does not call it a part, the sum
/// does; it is a part of the total whether or not the sum holds.
async fn wholes(work: Work<'_>, ids: &[AnnouncementId]) -> Result<HashMap<ClaimId, ClaimId>, AppError> {
    let mut found = HashMap::new();
    for id in ids {
        let filter = CheckFilter { announcement: Some(*id), ..CheckFilter::default() };
        let checks = store::check::list(work.tx, work.session.team, &filter, &crate::Page::first(500)).await?.items;
        for check in checks.iter().filter(|check| is_breakdown(check)) {
            found.extend(check.parts.iter().map(|part| (part.claim, check.total.claim)));
        }
    }
    Ok(found)
}

fn is_breakdown(check: &CheckRecord) -> bool {
    matches!(check.rule, Rule::Sum | Rule::Count | Rule::PartOf)
}

fn row(
    entry: FigureEntry,
    claims: &HashMap<AnnouncementId, Vec<ClaimRecord>>,
    by_claim: &HashMap<ClaimId, EntryId>,
    wholes: &HashMap<ClaimId, ClaimId>,
) -> Row {
    let siblings = claims.get(&entry.announcement).map_or(&[] as &[_], Vec::as_slice);
    let local = |kind: ClaimKind, name: Option<&String>| {
        name.and_then(|name| {
            siblings.iter().find(|claim| claim.current.kind() == kind && claim.current.local_id() == name)
        })
    };
    let figure = &entry.figure;
    // A claim that was let go remembers its event, but nothing is of that event any more.
    let event = local(ClaimKind::Event, figure.event.as_ref()).filter(|claim| claim.state.is_taken());
    let event = event.and_then(|claim| claim.record);
    let project = local(ClaimKind::Project, figure.project.as_ref()).and_then(|claim| claim.record);
    let stated = local(ClaimKind::Figure, figure.part_of.as_ref()).map(|claim| claim.id);
    let whole = stated.or_else(|| wholes.get(&entry.claim).copied());
    let part_of = whole.and_then(|claim| by_claim.get(&claim).copied());
    let organisation = figure.organisation.as_deref().and_then(|name| organisation_named(siblings, name));
    Row {
        event: event.map(EventId::from),
        project: project.map(ProjectId::from),
        organisation: organisation.map(OrganisationId::from),
        part_of,
        entry,
    }
}

fn organisation_named(siblings: &[ClaimRecord], name: &str) -> Option<uuid::Uuid> {
    siblings.iter().find_map(|claim| match &claim.current {
        Claim::Organisation(stated) if stated.name == name || stated.aliases.iter().any(|alias| alias == name) => {
            claim.record
        }
        _ => None,
    })
}

/// The year with which an ISO 8601 period begins.
fn year_of(period: &str) -> Option<i16> {
    let digits = period.get(..4)?;
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

fn by_id<K: std::hash::Hash + Eq, V>(values: Vec<V>, id: impl Fn(&V) -> K) -> HashMap<K, V> {
    values.into_iter().map(|value| (id(&value), value)).collect()
}

#[cfg(test)]
mod tests {
    use super::year_of;

    #[test]
    fn year_of_period_is_that_of_its_beginning() {
        assert_eq!(year_of("2019"), Some(2019));
        assert_eq!(year_of("2020-01/2020-07"), Some(2020));
        assert_eq!(year_of("../2025"), None);
        assert_eq!(year_of("--07-02"), None);
    }
}
