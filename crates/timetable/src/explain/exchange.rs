//! The cheapest exchange that admits a meeting.

use crate::board::{Board, Obstacle, Seat, assignment};
use crate::instance::Instance;
use crate::plan::Assignment;
use crate::problem::{NONE, Place};
use serde::Serialize;

/// What would have to change for a meeting to be held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exchange {
    /// Where the meeting would be held.
    pub to: Assignment,
    /// The meetings that would no longer be held.
    pub dropped: Vec<String>,
    /// The meetings that would be elsewhere.
    pub moved: Vec<Shift>,
    /// The sum of the priorities of the dropped.
    pub lost: u64,
    /// The priority of the meeting.
    pub gained: u64,
}

/// A meeting that would be elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shift {
    /// Where it is.
    pub from: Assignment,
    /// Where it would be.
    pub to: Assignment,
}

/// How many sets of meetings are tried in one slot: of a full hall each meeting is one.
const TRIES: usize = 1_000;

/// The cheapest exchange; none where nothing that is looked at admits the meeting.
pub(super) fn cheapest(board: &mut Board<'_>, instance: &Instance, meeting: usize) -> Option<Exchange> {
    let mut best: Option<(Cost, Exchange)> = None;
    for (place, slot) in board.options(meeting) {
        for set in sets(board, meeting, place, slot).into_iter().take(TRIES) {
            let mark = board.mark_now();
            if admit(board, meeting, place, slot, &set) && holds(board, &set) {
                let exchange = written(board, instance, meeting, mark);
                let cost = cost(&exchange);
                if best.as_ref().is_none_or(|(known, _)| cost < *known) {
                    best = Some((cost, exchange));
                }
            }
            board.back_to(mark);
        }
    }
    best.map(|(_, exchange)| exchange)
}

type Cost = (u64, usize, usize);

fn cost(exchange: &Exchange) -> Cost {
    (exchange.lost, exchange.dropped.len(), exchange.moved.len())
}

/// The sets of meetings that would have to go from their places; none where going does not help.
fn sets(board: &Board<'_>, meeting: usize, place: Place, slot: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    let obstacles = board.obstacles(meeting, place, slot);
    for obstacle in &obstacles {
        match *obstacle {
            Obstacle::Busy { meeting: other, .. } => all.iter_mut().for_each(|set| add(set, other)),
            Obstacle::Limit { person } => all = each_with(&all, &day(board, person)),
            Obstacle::NoTable { .. } => {}
            _ => return Vec::new(),
        }
    }
    let venue = place.venue as usize;
    if obstacles.iter().any(|one| matches!(one, Obstacle::NoTable { .. })) {
        let guests: Vec<usize> = board.at(venue, slot).collect();
        all = freeing(&all, &guests);
    }
    if place.kind != NONE {
        // Whoever could interpret may have to be freed as well.
        let able = board.interpreters_of(place.kind).into_iter().filter(|one| board.works(*one, slot));
        let served: Vec<usize> = able.filter_map(|one| board.service_at(one, slot)).collect();
        let with = freeing(&all, &served);
        all.extend(with);
    }
    all.retain(|set| set.iter().all(|one| board.is_movable(*one)));
    all
}

fn day(board: &Board<'_>, person: usize) -> Vec<usize> {
    (0..board.slots()).filter_map(|slot| board.person_at(person, slot)).collect()
}

/// Each set with each of these, where it has none of them yet.
fn freeing(sets: &[Vec<usize>], others: &[usize]) -> Vec<Vec<usize>> {
    let (free, full): (Vec<_>, Vec<_>) =
        sets.iter().cloned().partition(|set| set.iter().any(|one| others.contains(one)));
    [free, each_with(&full, others)].concat()
}

fn each_with(sets: &[Vec<usize>], others: &[usize]) -> Vec<Vec<usize>> {
    let pairs = sets.iter().take(TRIES).flat_map(|set| others.iter().map(move |one| (set, *one)));
    pairs
        .map(|(set, one)| {
            let mut set = set.clone();
            add(&mut set, one);
            set
        })
        .collect()
}

fn add(set: &mut Vec<usize>, one: usize) {
    if !set.contains(&one) {
        set.push(one);
    }
}

/// Takes the set off, puts the meeting there, and finds other places for those of the set that have one.
fn admit(board: &mut Board<'_>, meeting: usize, place: Place, slot: usize, set: &[usize]) -> bool {
    let before: Vec<(usize, Option<Seat>)> = set.iter().map(|one| (*one, board.seat(*one))).collect();
    set.iter().for_each(|one| board.set(*one, None));
    if board.put(meeting, place, slot, None).is_err() {
        return false;
    }
    let mut order = before;
    order.sort_by_key(|(one, _)| -board.problem.meetings[*one].weight);
    for (one, seat) in order {
        let options = board.options(one);
        let found = options.into_iter().any(|(place, slot)| board.put(one, place, slot, seat).is_ok());
        if !found && board.problem.meetings[one].required {
            return false;
        }
    }
    true
}

/// Whether the rules that a single move does not see hold: the order of meetings, and the difference of breaks.
fn holds(board: &Board<'_>, set: &[usize]) -> bool {
    let seat = |one: u32| board.seat(one as usize);
    let in_order = set.iter().all(|one| {
        let here = board.seat(*one);
        let later = board.problem.meetings[*one].before.iter().filter_map(|other| seat(*other));
        later.into_iter().all(|later| here.is_some_and(|here| here.slot < later.slot))
    });
    in_order && breaks_hold(board)
}

fn breaks_hold(board: &Board<'_>) -> bool {
    let Some(limit) = board.problem.max_break_difference else { return true };
    let all = || (0..board.problem.people.len()).map(|person| board.breaks(person, None));
    all().max().unwrap_or_default() - all().min().unwrap_or_default() <= limit
}

fn written(board: &Board<'_>, instance: &Instance, meeting: usize, mark: crate::board::Mark) -> Exchange {
    let said = |one: usize, seat: Seat| assignment(board.problem, one, seat);
    let (mut dropped, mut moved, mut lost, mut to) = (Vec::new(), Vec::new(), 0, None);
    for (one, from) in board.changed_since(mark) {
        match (from, board.seat(one)) {
            (_, Some(seat)) if one == meeting => to = Some(said(one, seat)),
            (Some(from), Some(seat)) => moved.push(Shift { from: said(one, from), to: said(one, seat) }),
            (Some(_), None) => {
                lost += instance.meetings[one].priority;
                dropped.push(instance.meetings[one].id.clone());
            }
            _ => {}
        }
    }
    let nowhere = Seat { slot: 0, venue: 0, table: 0, interpreter: None };
    Exchange {
        to: to.unwrap_or_else(|| said(meeting, nowhere)),
        dropped,
        moved,
        lost,
        gained: instance.meetings[meeting].priority,
    }
}
