//! Starting from a plan that there is already.

use std::collections::HashMap;

use super::options::Options;
use super::state::{Seat, State};
use super::worth::Stay;
use crate::plan::{Assignment, Plan};
use crate::problem::{NONE, Problem};

/// What a finished plan should keep: the tables and interpreters of the plan it began with.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) tables: Vec<Option<(Seat, u32)>>,
}

/// Puts in what the plan holds, as far as it still can be, and freezes what has to stay.
pub(crate) fn begin(state: &mut State<'_>, options: &Options) -> Kept {
    let problem = state.problem;
    let mut kept = Kept { tables: vec![None; problem.meetings.len()] };
    let Some(plan) = &options.start else { return kept };
    let mut found = seats(problem, plan);
    found.sort_by_key(|(meeting, _, _)| (!options.frozen.contains(&(*meeting as usize)), *meeting));
    for &(meeting, seat, table) in &found {
        kept.tables[meeting as usize] = Some((seat, table));
        if options.stay != Stay::No {
            state.agreed[meeting as usize] = seat;
            state.tally.moved += 1;
        }
        hold(state, meeting, seat, options.frozen.contains(&(meeting as usize)));
    }
    drop_too_early(state);
    for &meeting in &options.frozen {
        if let Some(frozen) = state.frozen.get_mut(meeting) {
            *frozen = true;
        }
    }
    kept
}

/// Where the plan has each meeting; what the problem does not know is left out.
fn seats(problem: &Problem, plan: &Plan) -> Vec<(u32, Seat, u32)> {
    let number = |ids: &'_ [String]| -> HashMap<String, u32> { ids.iter().cloned().zip(0..).collect() };
    let (meetings, slots) = (number(&problem.ids.meetings), number(&problem.ids.slots));
    let (venues, people) = (number(&problem.ids.venues), number(&problem.ids.interpreters));
    let class_of = |id: &String| {
        let person = people.get(id)?;
        (0..).zip(&problem.classes).find(|(_, class)| class.members.contains(person)).map(|(at, _)| at)
    };
    let one = |a: &Assignment| {
        let class = a.interpreter.as_ref().map_or(Some(NONE), class_of)?;
        let seat = Seat { slot: *slots.get(&a.slot)?, venue: *venues.get(&a.venue)?, class };
        Some((*meetings.get(&a.meeting)?, seat, a.table))
    };
    plan.assignments.iter().filter_map(one).collect()
}

/// Holds a meeting where it was if it still can be there; a frozen one with its own interpreters only.
fn hold(state: &mut State<'_>, meeting: u32, seat: Seat, frozen: bool) {
    let problem = state.problem;
    let slot = seat.slot as usize;
    let Some(place) = problem.place(meeting as usize, seat.venue) else { return };
    let free = state.people_free(meeting, state.table_free(place)).has(slot);
    if state.held(meeting) || !free {
        return;
    }
    let same = place.kind == NONE
        || seat.class != NONE && problem.serves(seat.class, place.kind) && state.class_free(seat.class).has(slot);
    let seat =
        if same { Some(Seat { class: if place.kind == NONE { NONE } else { seat.class }, ..seat }) } else { None };
    let other = if frozen { None } else { state.seat(place, slot) };
    if let Some(seat) = seat.or(other) {
        state.put(meeting, seat);
    }
}

/// Takes out what no longer comes after the meetings that it waits for.
fn drop_too_early(state: &mut State<'_>) {
    let problem = state.problem;
    let mut again = true;
    while again {
        again = false;
        for (meeting, facts) in (0..).zip(&problem.meetings) {
            let slot = state.seats[meeting as usize].slot;
            if !facts.after.is_empty() && slot != NONE && !state.follows(meeting, slot as usize) {
                state.take(meeting);
                again = true;
            }
        }
    }
}
