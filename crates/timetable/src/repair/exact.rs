//! Where an event is small enough: as few agreed meetings as possible are dropped or moved, proven.

use crate::board::{Board, Loaded, Seat};
use crate::problem::NONE;
use crate::sat::{Agreed, fewest_moves};

/// Takes the way that harms the fewest agreed meetings, if one is found that is better than what is on the board.
pub(super) fn improve(board: &mut Board<'_>, before: &Loaded) {
    let problem = board.problem;
    let open = (0..problem.meetings.len()).any(|one| problem.meetings[one].required && board.seat(one).is_none());
    let harm = harm(board, before);
    // What is required anew has its own way in; breaks may become even again with what comes in later.
    if open || problem.max_break_difference.is_some() || harm.0 + harm.1 <= cannot_stay(board, before, harm.0) {
        return;
    }
    let agreed: Vec<Agreed> = before.held.iter().map(|(meeting, seat)| agreed(board, *meeting, *seat)).collect();
    let Some(seats) = fewest_moves(problem, &agreed, board.begun, harm) else { return };
    let mark = board.mark_now();
    let found = lay(board, before, &seats);
    if found.is_none() || self::harm(board, before) >= harm {
        board.back_to(mark);
    }
}

fn agreed(board: &Board<'_>, meeting: usize, seat: Seat) -> Agreed {
    let stays = board.begun.has(seat.slot) || board.locked[meeting];
    Agreed { meeting: small(meeting), slot: small(seat.slot), venue: small(seat.venue), stays }
}

/// How many are dropped, and how many are in another slot or venue.
fn harm(board: &Board<'_>, before: &Loaded) -> (usize, usize) {
    let dropped = before.held.iter().filter(|(meeting, _)| board.seat(*meeting).is_none()).count();
    let elsewhere = |(meeting, old): &&(usize, Seat)| {
        board.seat(*meeting).is_some_and(|new| (new.slot, new.venue) != (old.slot, old.venue))
    };
    (dropped, before.held.iter().filter(elsewhere).count())
}

/// How many have lost their place whatever the others do, if none or as many are dropped as cannot be held at all: the
/// board cannot be better then.
fn cannot_stay(board: &Board<'_>, before: &Loaded, dropped: usize) -> usize {
    let slots = |meeting: usize, venue: usize| board.problem.place(meeting, small(venue)).map(|place| place.slots);
    let lost = |(meeting, seat): &&(usize, Seat)| !slots(*meeting, seat.venue).is_some_and(|all| all.has(seat.slot));
    let nowhere = before.held.iter().filter(|(meeting, _)| board.options(*meeting).is_empty()).count();
    if dropped > nowhere { 0 } else { before.held.iter().filter(lost).count() }
}

/// Puts everything where it was found to be, with its old table and interpreter where it can have them.
fn lay(board: &mut Board<'_>, before: &Loaded, seats: &[crate::solve::Seat]) -> Option<()> {
    let movable: Vec<(usize, Seat)> =
        before.held.iter().copied().filter(|(meeting, _)| board.is_movable(*meeting)).collect();
    movable.iter().for_each(|(meeting, _)| board.set(*meeting, None));
    let mut waiting = movable;
    // What waits for another comes after it.
    waiting.sort_by_key(|(meeting, _)| seats[*meeting].slot);
    // First those that keep their interpreter, then the others.
    waiting.retain(|(meeting, old)| !keeps(board, *meeting, *old, seats[*meeting]));
    for (meeting, old) in waiting {
        let seat = seats[meeting];
        if seat.slot == NONE {
            continue;
        }
        let place = *board.problem.place(meeting, seat.venue)?;
        board.deal(meeting, place, seat.slot as usize, seat.class, old)?;
    }
    Some(())
}

fn keeps(board: &mut Board<'_>, meeting: usize, old: Seat, new: crate::solve::Seat) -> bool {
    let same = (new.slot, new.venue) == (small(old.slot), small(old.venue));
    let class = old.interpreter.map_or(NONE, |one| board.class_of(one));
    same && class == new.class && board.keep(meeting, old)
}

fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}
