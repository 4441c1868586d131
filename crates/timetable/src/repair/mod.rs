//! A plan after something changed: what has begun or is locked stays, and as few agreed meetings as possible move.
//!
//! Agreed meetings that can stay, stay. One that only lost its table or its interpreter gets another. What can no longer
//! be held where it is gets a new place, at best without moving others, else by moving one, two or three others. Where an event is small,
//! a proof follows that fewer would not do, or the way in which they do. Only then is room used for meetings that were asked for anew or had found no place. No agreed meeting is given up for
//! another, unless the other is required.

mod apply;
mod changes;
mod even;
mod exact;
mod moves;
mod place;
mod refused;

use crate::board::{Board, Loaded, Seat, plan};
use crate::instance::Instance;
use crate::plan::Plan;
use crate::problem::{Problem, Slots};
use crate::refusal::{Reason, Refusals};
use jiff::Timestamp;
use place::Placing;
use std::collections::{HashMap, HashSet};

pub use changes::{CHANGES_FORMAT, Change, ChangeKind, Changes, LOCKS_FORMAT, Lock, Locks};
pub use moves::{Move, MoveKind};
pub use refused::{read_changes, read_locks};

/// What came of a repair.
#[derive(Clone, Debug)]
pub struct Repair {
    /// The event as it is after the changes.
    pub instance: Instance,
    /// The plan after the changes. Held against every rule it may still break one: a required meeting that cannot be held
    /// any more, or breaks that differ too much.
    pub plan: Plan,
    /// Every meeting that is elsewhere than before, is no longer held, or is held now.
    pub moves: Vec<Move>,
    /// Locked meetings that could not stay where they were.
    pub broken_locks: Vec<String>,
}

/// Repairs a plan of this instance, which has to hold to its rules. What starts at `now` or before has begun; without
/// `now` nothing has.
///
/// # Errors
/// When the event after the changes is none that can be planned.
pub fn repair(
    instance: &Instance,
    plan: &Plan,
    changes: &Changes,
    locks: &[Lock],
    now: Option<Timestamp>,
) -> Result<Repair, Refusals> {
    let begun = begun(instance, now);
    let instance = apply::apply(instance, changes, begun);
    let problem = Problem::new(&instance).map_err(|unknown| Refusals::one("", Reason::Shape(unknown.to_string())))?;
    let before = Loaded::of(plan, &problem);
    let mut board = Board::new(&problem);
    board.begun = begun;
    let broken = stay(&mut board, &before, &locked(&problem, &before, changes, locks));
    let mut placing = Placing::new(board);
    placing.agreed(&before);
    exact::improve(placing.board(), &before);
    placing.asked();
    let mut board = placing.into_board();
    even::even(&mut board);
    Ok(Repair {
        plan: written(&board, plan, &before),
        moves: moves::moves(&board, &before),
        broken_locks: broken.into_iter().map(|meeting| problem.ids.meetings[meeting].clone()).collect(),
        instance,
    })
}

/// The slots that have begun.
fn begun(instance: &Instance, now: Option<Timestamp>) -> Slots {
    let starts = instance.slots.iter().map(|slot| slot.start.parse::<Timestamp>().ok());
    starts.enumerate().filter(|(_, start)| start.is_some_and(|start| now >= Some(start))).map(|(at, _)| at).collect()
}

/// The meetings that are locked and held.
fn locked(problem: &Problem, before: &Loaded, changes: &Changes, locks: &[Lock]) -> Vec<usize> {
    let wanted: HashSet<&str> = changes.locks.iter().chain(locks).map(|lock| lock.meeting.as_str()).collect();
    let held = before.held.iter().map(|(meeting, _)| *meeting);
    held.filter(|meeting| wanted.contains(problem.ids.meetings[*meeting].as_str())).collect()
}

/// Puts everything on the board that can stay exactly as it is: first what has begun, whatever the rules say now, then
/// what is locked, then the others. Gives the locked ones that cannot.
fn stay(board: &mut Board<'_>, before: &Loaded, locked: &[usize]) -> Vec<usize> {
    let begun = board.begun;
    for (meeting, seat) in before.held.iter().filter(|(_, seat)| begun.has(seat.slot)) {
        board.set(*meeting, Some(*seat));
    }
    locked.iter().for_each(|meeting| board.locked[*meeting] = true);
    let coming = || before.held.iter().filter(|(_, seat)| !begun.has(seat.slot));
    for locks in [true, false] {
        // What waits for another comes after it: the order of slots is the order of `after`.
        let mut list: Vec<&(usize, Seat)> = coming().filter(|(meeting, _)| board.locked[*meeting] == locks).collect();
        list.sort_by_key(|(_, seat)| seat.slot);
        for (meeting, seat) in list {
            board.keep(*meeting, *seat);
        }
    }
    let broken: Vec<usize> = locked.iter().copied().filter(|meeting| board.seat(*meeting).is_none()).collect();
    broken.iter().for_each(|meeting| board.locked[*meeting] = false);
    broken
}

fn written(board: &Board<'_>, old: &Plan, before: &Loaded) -> Plan {
    let mut new = plan(board, "samesky repair");
    new.other = old.other.clone();
    let moves = moves::moves(board, before);
    new.other.insert("moves".to_owned(), serde_json::to_value(&moves).unwrap_or_default());
    // Fields that a program added to an assignment stay with it as long as it stays where it is.
    let known: HashMap<&str, _> = old.assignments.iter().map(|one| (one.meeting.as_str(), one)).collect();
    for assignment in &mut new.assignments {
        if let Some(one) = known.get(assignment.meeting.as_str()).filter(|one| one.slot == assignment.slot) {
            assignment.other = one.other.clone();
        }
    }
    new
}
