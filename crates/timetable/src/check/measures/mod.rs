//! How good a plan is, by every measure, one function each.

mod agenda;
mod fairness;
mod gaps;
mod tables;

use super::Seen;
use crate::instance::Participant;
use crate::plan::Score;
use agenda::Sessions;

/// Every measure of the plan.
pub(super) fn score(seen: &Seen<'_>) -> Score {
    let sessions = Sessions::of(seen.instance);
    Score {
        weight: weight(seen),
        meetings_held: seen.sittings.len() as u64,
        fairness: fairness::fairness(seen),
        breaks: breaks_of_each(seen).iter().map(|(_, breaks)| breaks).sum(),
        idle_slots: gaps::idle_slots(seen, &sessions),
        table_changes: tables::table_changes(seen, &sessions),
    }
}

/// The sum of the priorities of the meetings held.
fn weight(seen: &Seen<'_>) -> u64 {
    seen.sittings.iter().map(|sitting| sitting.meeting.priority).sum()
}

/// Every participant with the number of its breaks.
pub(super) fn breaks_of_each<'a>(seen: &Seen<'a>) -> Vec<(&'a Participant, u64)> {
    let sessions = Sessions::of(seen.instance);
    seen.everyone().map(|(one, agenda)| (one, gaps::breaks(&sessions.neighbours(&agenda)))).collect()
}
