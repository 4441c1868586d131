//! From a plan to the board, and back.

use super::{Board, Seat};
use crate::plan::{Assignment, PLAN_FORMAT, Plan};
use crate::problem::Problem;
use serde_json::Map;
use std::collections::HashMap;

/// Where the meetings of a plan are, in numbers. What the problem does not know is left out.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// Every meeting that is held with where.
    pub(crate) held: Vec<(usize, Seat)>,
}

impl Loaded {
    pub(crate) fn of(plan: &Plan, problem: &Problem) -> Self {
        let slots = numbers(&problem.ids.slots);
        let venues = numbers(&problem.ids.venues);
        let interpreters = numbers(&problem.ids.interpreters);
        let meetings = numbers(&problem.ids.meetings);
        let seat = |said: &Assignment| {
            let interpreter = said.interpreter.as_ref().and_then(|id| interpreters.get(id.as_str()).copied());
            let (slot, venue) = (*slots.get(said.slot.as_str())?, *venues.get(said.venue.as_str())?);
            Some((*meetings.get(said.meeting.as_str())?, Seat { slot, venue, table: said.table, interpreter }))
        };
        Self { held: plan.assignments.iter().filter_map(seat).collect() }
    }
}

fn numbers(ids: &[String]) -> HashMap<&str, usize> {
    ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect()
}

impl Board<'_> {
    /// Puts a whole plan that holds to the rules on the board.
    pub(crate) fn lay(&mut self, loaded: &Loaded) {
        for (meeting, seat) in &loaded.held {
            self.write(*meeting, Some(*seat));
        }
    }
}

/// The board as a plan. Meetings stand in the order of slots, venues and tables.
pub(crate) fn plan(board: &Board<'_>, solver: &str) -> Plan {
    let ids = &board.problem.ids;
    let mut held: Vec<(Seat, usize)> =
        (0..ids.meetings.len()).filter_map(|meeting| Some((board.seat(meeting)?, meeting))).collect();
    held.sort_by_key(|(seat, meeting)| (seat.slot, seat.venue, seat.table, *meeting));
    let unscheduled = (0..ids.meetings.len()).filter(|meeting| board.seat(*meeting).is_none());
    Plan {
        format: PLAN_FORMAT.to_owned(),
        instance: board.problem.name.clone(),
        solver: solver.to_owned(),
        assignments: held.into_iter().map(|(seat, meeting)| assignment(board.problem, meeting, seat)).collect(),
        unscheduled: unscheduled.map(|meeting| ids.meetings[meeting].clone()).collect(),
        objective: None,
        bounds: None,
        other: Map::new(),
    }
}

/// A seat as it is written down.
pub(crate) fn assignment(problem: &Problem, meeting: usize, seat: Seat) -> Assignment {
    let ids = &problem.ids;
    Assignment {
        meeting: ids.meetings[meeting].clone(),
        slot: ids.slots[seat.slot].clone(),
        venue: ids.venues[seat.venue].clone(),
        table: seat.table,
        interpreter: seat.interpreter.map(|one| ids.interpreters[one].clone()),
        other: Map::new(),
    }
}
