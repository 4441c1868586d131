//! What an entry is about: only entries about one thing can be one figure.

use super::EntryFacts;
use crate::measure::{Family, is_statistic};
use samesky_model::Decimal;
use samesky_model::id::{AnnouncementId, EventId, OrganisationId, ProjectId};
use samesky_model::reading::{Measure, Status};

/// The thing that is measured, with the family of measures, the unit and the status.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Scope {
    thing: Thing,
    family: Family,
    unit: Option<String>,
    status: Status,
    tier: Option<(Decimal, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    /// A project, wherever it is told of.
    Project(ProjectId),
    /// An organisation; its investment at one event, its sales of one period.
    Organisation(OrganisationId, Option<EventId>, Option<String>),
    /// An event with its parts.
    Event(EventId),
    /// A place or a pair of places over a period.
    Parties(Vec<String>, Option<String>),
    /// Nothing that another announcement could speak of too.
    Announcement(AnnouncementId),
}

impl Scope {
    pub(super) fn of(facts: &EntryFacts<'_>) -> Self {
        let figure = &facts.entry.figure;
        let tier = figure.tier.as_ref().map(|tier| (tier.value.normalize(), tier.unit.clone()));
        Self {
            thing: Thing::of(facts),
            family: family(figure.measure, figure.unit.as_deref()),
            unit: figure.unit.clone(),
            status: figure.status,
            tier,
        }
    }
}

/// Projects counted under “other” are projects too: some writers say that they broke ground, others that they signed.
fn family(measure: Measure, unit: Option<&str>) -> Family {
    if measure == Measure::Other && unit == Some("projects") { Family::Projects } else { Family::of(measure) }
}

impl Thing {
    fn of(facts: &EntryFacts<'_>) -> Self {
        let figure = &facts.entry.figure;
        let statistic = is_statistic(figure.measure);
        let root = whole_event(facts);
        let money_of_one =
            matches!(figure.measure, Measure::Investment | Measure::Target | Measure::Other) || statistic;
        match (facts.project, facts.organisation, root) {
            (Some(project), ..) => Self::Project(project),
            (None, Some(organisation), _) if statistic => Self::Organisation(organisation, None, figure.period.clone()),
            (None, Some(organisation), root) if money_of_one => Self::Organisation(organisation, root, None),
            (None, _, Some(root)) if !statistic => Self::Event(root),
            _ if statistic && !facts.announcement_parties.is_empty() => Self::of_parties(facts),
            _ => Self::Announcement(facts.entry.announcement),
        }
    }

    fn of_parties(facts: &EntryFacts<'_>) -> Self {
        let mut parties = facts.announcement_parties.to_vec();
        parties.sort_unstable();
        parties.dedup();
        Self::Parties(parties, facts.entry.figure.period.clone())
    }
}

/// The event, or the one of which it is a part.
pub(super) fn whole_event(facts: &EntryFacts<'_>) -> Option<EventId> {
    facts.event_is_part_of.or(facts.event)
}
