//! Exchanging two slots for a chain of meetings that share people: named after Kempe's argument on colourings.

use crate::problem::NONE;
use crate::solve::state::{Seat, State};
use crate::solve::trial::Trial;

/// Longer chains are left alone.
const LONGEST: usize = 24;

/// Moves a meeting to another slot, its people's meetings of that slot back into its own, and so on. False: it cannot be.
pub(crate) fn exchange(state: &mut State<'_>, trial: &mut Trial, meeting: u32, other: usize) -> bool {
    let here = state.seats[meeting as usize].slot as usize;
    let mut chain = [NONE; LONGEST];
    let Some(length) = chain_of(state, &mut chain, meeting, (here, other)) else { return false };
    let mut seats = [Seat::NOWHERE; LONGEST];
    for (seat, &one) in seats.iter_mut().zip(&chain[..length]) {
        *seat = trial.take(state, one);
    }
    let moved = chain[..length].iter().zip(seats);
    let back = moved.clone().all(|(&one, seat)| {
        let slot = if seat.slot as usize == here { other } else { here };
        sit(state, trial, one, seat.venue, slot)
    });
    back && chain[..length].iter().all(|&one| ordered(state, one))
}

/// The meetings of two slots that hang together by their people.
fn chain_of(
    state: &State<'_>,
    chain: &mut [u32; LONGEST],
    meeting: u32,
    (here, other): (usize, usize),
) -> Option<usize> {
    chain[0] = meeting;
    let (mut length, mut next) = (1, 0);
    while next < length {
        let one = chain[next];
        let opposite = if state.seats[one as usize].slot as usize == here { other } else { here };
        if state.frozen[one as usize] || !may_be_in(state, one, opposite) {
            return None;
        }
        for &person in state.who(one) {
            let linked = state.meeting_of(person, opposite);
            if linked != NONE && !chain[..length].contains(&linked) {
                *chain.get_mut(length)? = linked;
                length += 1;
            }
        }
        next += 1;
    }
    Some(length)
}

fn may_be_in(state: &State<'_>, meeting: u32, slot: usize) -> bool {
    let venue = state.seats[meeting as usize].venue;
    state.problem.place(meeting as usize, venue).is_some_and(|place| place.slots.has(slot))
}

fn sit(state: &mut State<'_>, trial: &mut Trial, meeting: u32, venue: u32, slot: usize) -> bool {
    let Some(place) = state.problem.place(meeting as usize, venue) else { return false };
    let people = state.people_free(meeting, place.slots);
    if !people.has(slot) || !state.room_open[venue as usize].has(slot) {
        return false;
    }
    let Some(seat) = state.seat(place, slot) else { return false };
    trial.put(state, meeting, seat);
    true
}

fn ordered(state: &State<'_>, meeting: u32) -> bool {
    let slot = state.seats[meeting as usize].slot as usize;
    state.follows(meeting, slot) && state.precedes(meeting, slot)
}
