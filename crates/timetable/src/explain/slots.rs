//! What stands in the way in each slot.

use super::Hindrance;
use crate::board::{Board, Obstacle};
use crate::instance::{Instance, Meeting, Mode, Participant};
use crate::problem::{NONE, Place, Slots};
use serde::Serialize;

/// What stands in the way of a meeting in one venue and slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InSlot {
    /// The slot's id.
    pub slot: String,
    /// The venue's id.
    pub venue: String,
    /// Whether it could be held there were it not for other meetings.
    pub possible: bool,
    /// What stands in the way.
    pub hindrances: Vec<Hindrance>,
}

/// Every venue where the meeting may be held, with every slot.
pub(super) fn in_slots(board: &Board<'_>, instance: &Instance, at: usize) -> Vec<InSlot> {
    let Some(meeting) = instance.meetings.get(at) else { return Vec::new() };
    let who: Vec<&Participant> =
        board.problem.meetings[at].who.iter().filter_map(|one| instance.participants.get(*one as usize)).collect();
    let mut found = Vec::new();
    for venue in venues(instance, meeting, &who) {
        let place = board.problem.place(at, u32::try_from(venue).unwrap_or(NONE)).copied();
        for slot in 0..instance.slots.len() {
            let itself = by_itself(instance, meeting, &who, venue, slot);
            let possible = place.is_some_and(|place| place.slots.has(slot));
            let hindrances = match place.filter(|_| possible) {
                Some(place) => by_others(board, instance, at, place, slot),
                None if itself.is_empty() => vec![no_interpreter(place)],
                None => itself,
            };
            let (slot, venue) = (instance.slots[slot].id.clone(), instance.venues[venue].id.clone());
            found.push(InSlot { slot, venue, possible, hindrances });
        }
    }
    found
}

/// Where the meeting may be held: its venue; else the site where all are; else any video venue.
fn venues(instance: &Instance, meeting: &Meeting, who: &[&Participant]) -> Vec<usize> {
    let at = |id: &str| instance.venues.iter().position(|venue| venue.id == id);
    if let Some(pinned) = &meeting.venue {
        return at(pinned).into_iter().collect();
    }
    let first = who.first().and_then(|one| one.venue.as_deref());
    let together = first.filter(|venue| who.iter().all(|one| one.venue.as_deref() == Some(*venue))).and_then(at);
    match together.filter(|venue| instance.venues[*venue].mode == Mode::Onsite) {
        Some(site) => vec![site],
        None => (0..instance.venues.len()).filter(|venue| instance.venues[*venue].mode == Mode::Video).collect(),
    }
}

/// What stands in the way whatever else is planned.
fn by_itself(
    instance: &Instance,
    meeting: &Meeting,
    who: &[&Participant],
    venue: usize,
    slot: usize,
) -> Vec<Hindrance> {
    let (slot, venue) = (&instance.slots[slot].id, &instance.venues[venue]);
    let mut found = Vec::new();
    if let Some(fixed) = meeting.fixed_slot.as_ref().filter(|fixed| *fixed != slot) {
        found.push(Hindrance::FixedElsewhere { slot: fixed.clone() });
    }
    if meeting.unavailable.contains(slot) {
        found.push(Hindrance::Excluded);
    }
    let away = who.iter().filter(|one| one.unavailable.contains(slot));
    found.extend(away.map(|one| Hindrance::Unavailable { participant: one.id.clone() }));
    let lost = |table: u32| {
        venue.lost_tables.iter().any(|one| one.table == table && (one.slots.is_empty() || one.slots.contains(slot)))
    };
    if venue.unavailable.contains(slot) || (!venue.lost_tables.is_empty() && (1..=venue.tables).all(lost)) {
        found.push(Hindrance::Closed { venue: venue.id.clone() });
    }
    found
}

/// Nothing else keeps it out of the slot, so it is the interpreters.
fn no_interpreter(place: Option<Place>) -> Hindrance {
    if place.is_some_and(|place| place.slots != Slots::default()) {
        Hindrance::InterpretersAway
    } else {
        Hindrance::NobodySpeaks
    }
}

/// What other meetings put in the way.
fn by_others(board: &Board<'_>, instance: &Instance, at: usize, place: Place, slot: usize) -> Vec<Hindrance> {
    let obstacles = board.obstacles(at, place, slot);
    let mut found: Vec<Hindrance> = obstacles.iter().filter_map(|one| named(board, instance, *one, slot)).collect();
    let mut trial = board.clone();
    if place.kind != NONE && trial.free_interpreter(place.kind, slot, None).is_err() {
        found.push(Hindrance::InterpretersBusy { busy: busy(board, instance, place, slot) });
    }
    found
}

fn busy(board: &Board<'_>, instance: &Instance, place: Place, slot: usize) -> Vec<String> {
    let there = board.interpreters_of(place.kind).into_iter().filter(|one| board.works(*one, slot));
    let said = there.map(|one| {
        let id = &instance.interpreters[one].id;
        match board.service_at(one, slot) {
            Some(meeting) => format!("{id} is in {}", instance.meetings[meeting].id),
            None => format!("{id} has as many meetings as they can have"),
        }
    });
    said.collect()
}

fn named(board: &Board<'_>, instance: &Instance, obstacle: Obstacle, slot: usize) -> Option<Hindrance> {
    let person = |one: usize| instance.participants[one].id.clone();
    let meeting = |one: usize| instance.meetings[one].id.clone();
    Some(match obstacle {
        Obstacle::Busy { person: one, meeting: other } => {
            Hindrance::Busy { participant: person(one), meeting: meeting(other) }
        }
        Obstacle::Limit { person: one } => {
            Hindrance::Limit { participant: person(one), limit: board.problem.people[one].cap }
        }
        Obstacle::NoTable { venue } => {
            let tables = board.problem.venues[venue].room[slot];
            Hindrance::Full { venue: instance.venues[venue].id.clone(), tables }
        }
        Obstacle::NotAfter { earlier } => {
            let in_slot = board.seat(earlier).map(|seat| instance.slots[seat.slot].id.clone());
            Hindrance::NotAfter { earlier: meeting(earlier), in_slot }
        }
        Obstacle::NotBefore { later } => Hindrance::NotBefore { later: meeting(later) },
        Obstacle::Breaks { person: one } => Hindrance::Breaks { participant: person(one) },
        Obstacle::Begun | Obstacle::NoInterpreter => return None,
    })
}
