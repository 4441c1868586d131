//! Breaks that differ too much after something was dropped or moved.

use crate::board::Board;

/// How often something is moved or dropped for it.
const ROUNDS: usize = 300;

/// Moves meetings of whoever has most breaks, and drops them where moving does not help, until the rule holds or nothing
/// helps any more.
pub(super) fn even(board: &mut Board<'_>) {
    let Some(limit) = board.problem.max_break_difference else { return };
    for _ in 0..ROUNDS {
        let all: Vec<u32> = (0..board.problem.people.len()).map(|person| board.breaks(person, None)).collect();
        let least = all.iter().min().copied().unwrap_or_default();
        let Some((person, most)) = all.iter().enumerate().max_by_key(|(_, breaks)| **breaks) else { return };
        if most - least <= limit || !ease(board, person, *most) {
            return;
        }
    }
}

/// Gives a person fewer breaks.
fn ease(board: &mut Board<'_>, person: usize, most: u32) -> bool {
    let day: Vec<usize> = (0..board.slots()).filter_map(|slot| board.person_at(person, slot)).collect();
    let mut movable: Vec<usize> = day.into_iter().filter(|meeting| board.is_movable(*meeting)).collect();
    movable.sort_by_key(|meeting| board.problem.meetings[*meeting].weight);
    movable.iter().any(|meeting| shift(board, *meeting, person, most))
        || movable.iter().any(|meeting| drop_one(board, *meeting, person, most))
}

fn shift(board: &mut Board<'_>, meeting: usize, person: usize, most: u32) -> bool {
    let like = board.seat(meeting);
    for (place, slot) in board.options(meeting) {
        let mark = board.mark_now();
        board.set(meeting, None);
        if waits_for_none(board, meeting)
            && board.put(meeting, place, slot, like).is_ok()
            && board.breaks(person, None) < most
        {
            return true;
        }
        board.back_to(mark);
    }
    false
}

fn drop_one(board: &mut Board<'_>, meeting: usize, person: usize, most: u32) -> bool {
    let facts = &board.problem.meetings[meeting];
    let mark = board.mark_now();
    board.set(meeting, None);
    let helps = !facts.required && waits_for_none(board, meeting) && board.breaks(person, None) < most;
    if !helps {
        board.back_to(mark);
    }
    helps
}

/// Whether no meeting that is held waits for this one.
fn waits_for_none(board: &Board<'_>, meeting: usize) -> bool {
    board.problem.meetings[meeting].before.iter().all(|later| board.seat(*later as usize).is_none())
}
