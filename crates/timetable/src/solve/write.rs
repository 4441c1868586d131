//! From a schedule to the plan that is handed out.

use super::Outcome;
use super::anneal::Best;
use super::deal::deal;
use super::score::score;
use super::seating::improve;
use super::start::Kept;
use super::tables::tables;
use super::watch::Proofs;
use crate::plan::{Assignment, Bounds, PLAN_FORMAT, Plan};
use crate::problem::{NONE, Problem};

/// What the plan says made it.
const SOLVER: &str = "samesky timetable";

/// Deals out interpreters and tables and writes everything down.
pub(crate) fn outcome(problem: &Problem, best: &Best, kept: &Kept, proofs: Proofs, iterations: u64) -> Outcome {
    let seats = &best.seats;
    let stays = |(seat, kept): (&_, &Option<(super::state::Seat, u32)>)| {
        kept.filter(|(before, _)| before.same_time_and_venue(seat)).map(|(_, table)| table)
    };
    let kept: Vec<_> = seats.iter().zip(&kept.tables).map(stays).collect();
    let mut tables = tables(problem, seats, &kept);
    let settled: Vec<bool> = kept.iter().map(Option::is_some).collect();
    improve(problem, seats, &settled, &mut tables);
    let people = deal(problem, seats);
    let score = score(problem, seats, &tables);
    let ids = &problem.ids;
    let (mut assignments, mut unscheduled) = (Vec::new(), Vec::new());
    for (at, seat) in seats.iter().enumerate() {
        if seat.slot == NONE {
            unscheduled.push(ids.meetings[at].clone());
            continue;
        }
        assignments.push(Assignment {
            meeting: ids.meetings[at].clone(),
            slot: ids.slots[seat.slot as usize].clone(),
            venue: ids.venues[seat.venue as usize].clone(),
            table: tables[at],
            interpreter: people[at].map(|person| ids.interpreters[person as usize].clone()),
            other: serde_json::Map::new(),
        });
    }
    let plan = Plan {
        format: PLAN_FORMAT.to_owned(),
        instance: problem.name.clone(),
        solver: SOLVER.to_owned(),
        assignments,
        unscheduled,
        objective: None,
        bounds: None,
        other: serde_json::Map::new(),
    };
    let breaks = proofs.breaks.map(i64::unsigned_abs);
    let bounds = Bounds { weight: proofs.weight.as_ref().map(|(weight, _)| *weight), breaks };
    let plan = plan.claiming(score, bounds);
    Outcome {
        plan,
        score,
        valid: best.tally.valid(),
        bound: proofs.weight,
        iterations,
        breaks_bound: breaks,
        contradiction: proofs.contradiction,
    }
}
