//! Holding a meeting in a certain slot: whoever stands in the way gives way, and looks for another place.

use crate::problem::{NONE, Place};
use crate::solve::random::Random;
use crate::solve::state::{Seat, State};
use crate::solve::trial::Trial;

/// Holds a meeting in this place and slot. False: it cannot be.
pub(crate) fn place(
    state: &mut State<'_>,
    trial: &mut Trial,
    random: &mut Random,
    meeting: u32,
    (place, slot): (&Place, usize),
) -> bool {
    if state.held(meeting) {
        trial.take(state, meeting);
    }
    let room = state.follows(meeting, slot)
        && clear_people(state, trial, random, meeting, slot)
        && clear_table(state, trial, random, place.venue, slot)
        && clear_interpreter(state, trial, random, place.kind, slot)
        && clear_waiting(state, trial, meeting, slot)
        && state.follows(meeting, slot);
    let seat = if room { state.seat(place, slot) } else { None };
    let Some(seat) = seat else { return false };
    trial.put(state, meeting, seat);
    for next in 0..trial.displaced.len() {
        settle(state, trial, random, trial.displaced[next]);
    }
    true
}

/// Where meetings had to go for good, their people have time for others that wait. Goes on until `enough`.
pub(crate) fn refill(
    state: &mut State<'_>,
    trial: &mut Trial,
    random: &mut Random,
    enough: &mut dyn FnMut(&State<'_>) -> bool,
) -> bool {
    for next in 0..trial.displaced.len() {
        let gone = trial.displaced[next];
        for &person in state.who(gone) {
            if !state.held(gone) && fill_time(state, trial, random, (person, gone), enough) {
                return true;
            }
        }
    }
    false
}

/// Other meetings than the one that is gone, for one person.
fn fill_time(
    state: &mut State<'_>,
    trial: &mut Trial,
    random: &mut Random,
    (person, gone): (u32, u32),
    enough: &mut dyn FnMut(&State<'_>) -> bool,
) -> bool {
    let meetings = &state.problem.people[person as usize].meetings;
    let first = random.below(meetings.len());
    for &other in meetings[first..].iter().chain(&meetings[..first]) {
        if state.at_limit(person) {
            return false;
        }
        if other == gone || state.frozen[other as usize] || state.held(other) || !state.may_fit(other, state.active) {
            continue;
        }
        settle(state, trial, random, other);
        if state.held(other) && enough(state) {
            return true;
        }
    }
    false
}

/// What its people do in that slot gives way, and one more meeting of whoever has reached the limit.
fn clear_people(state: &mut State<'_>, trial: &mut Trial, random: &mut Random, meeting: u32, slot: usize) -> bool {
    for &person in state.who(meeting) {
        let other = state.meeting_of(person, slot);
        if other != NONE && !trial.displace(state, other) {
            return false;
        }
        if state.at_limit(person) && !displace_one_of(state, trial, random, person) {
            return false;
        }
    }
    true
}

/// The lighter of two meetings of a person gives way.
fn displace_one_of(state: &mut State<'_>, trial: &mut Trial, random: &mut Random, person: u32) -> bool {
    let busy = state.busy[person as usize];
    let count = busy.len();
    let mut one = || busy.nth(random.below(count.max(1))).map(|slot| state.meeting_of(person, slot));
    let (Some(first), Some(second)) = (one(), one()) else { return false };
    let other = lighter(state, first, second);
    trial.displace(state, other)
}

/// Where all tables are taken, the lightest of three meetings gives way.
fn clear_table(state: &mut State<'_>, trial: &mut Trial, random: &mut Random, venue: u32, slot: usize) -> bool {
    if state.room_open[venue as usize].has(slot) {
        return true;
    }
    let list = state.rooms.of(venue as usize * state.problem.slot_count() + slot);
    match lightest(state, random, list) {
        Some(other) => trial.displace(state, other),
        None => false,
    }
}

/// Where no interpreter is left, the lightest of three meetings of one class gives way.
fn clear_interpreter(state: &mut State<'_>, trial: &mut Trial, random: &mut Random, kind: u32, slot: usize) -> bool {
    if kind == NONE || state.interpreter_free(kind).has(slot) {
        return true;
    }
    let classes = &state.problem.kinds[kind as usize];
    let class = classes[random.below(classes.len())] as usize;
    if !state.problem.classes[class].free.has(slot) {
        return false;
    }
    let here = state.staff.of(class * state.problem.slot_count() + slot);
    let members = state.problem.classes[class].members.len();
    let list = if here.len() >= members { here } else { state.served.of(class) };
    match lightest(state, random, list) {
        Some(other) => trial.displace(state, other),
        None => false,
    }
}

/// Meetings that wait for this one and would be too early give way.
fn clear_waiting(state: &mut State<'_>, trial: &mut Trial, meeting: u32, slot: usize) -> bool {
    let waiting = &state.problem.meetings[meeting as usize].before;
    waiting.iter().all(|&other| {
        let at = state.seats[other as usize].slot;
        at == NONE || at as usize > slot || trial.displace(state, other)
    })
}

/// Finds another place for a meeting that gave way, if there is one that is free: where it makes the fewest breaks.
pub(crate) fn settle(state: &mut State<'_>, trial: &mut Trial, random: &mut Random, meeting: u32) {
    if let Some(seat) = best_free(state, random, meeting) {
        trial.put(state, meeting, seat);
    }
}

/// The free seat of a meeting that makes the fewest breaks.
pub(crate) fn best_free(state: &State<'_>, random: &mut Random, meeting: u32) -> Option<Seat> {
    let mut best: Option<((i64, u64), &Place, usize)> = None;
    for place in &state.problem.meetings[meeting as usize].places {
        for slot in state.free_slots(meeting, place).iter() {
            let key = (state.more_breaks(meeting, slot), random.next());
            if best.is_none_or(|(least, ..)| key < least) {
                best = Some((key, place, slot));
            }
        }
    }
    best.and_then(|(_, place, slot)| state.seat(place, slot))
}

fn lightest(state: &State<'_>, random: &mut Random, list: &[u32]) -> Option<u32> {
    if list.is_empty() {
        return None;
    }
    let mut one = || list[random.below(list.len())];
    let (a, b, c) = (one(), one(), one());
    Some(lighter(state, lighter(state, a, b), c))
}

fn lighter(state: &State<'_>, a: u32, b: u32) -> u32 {
    let weight = |meeting: u32| state.problem.meetings[meeting as usize].weight;
    if weight(b) < weight(a) { b } else { a }
}
