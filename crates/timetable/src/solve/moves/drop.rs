//! Leaving meetings out: where a break counts for more than a meeting, or is forbidden, fewer meetings can be better.

use crate::problem::Slots;
use crate::solve::random::Random;
use crate::solve::state::State;
use crate::solve::trial::Trial;

/// Leaves a meeting out, or with it all that one of its people does right before and after it. False: something of it
/// must not move.
pub(crate) fn leave_out(state: &mut State<'_>, trial: &mut Trial, random: &mut Random, meeting: u32) -> bool {
    let who = state.who(meeting);
    let slot = state.seats[meeting as usize].slot as usize;
    match who.get(random.below(2 * who.len())) {
        Some(&person) => leave_out_all(state, trial, person, run_around(state, person, slot)),
        None => trial.displace(state, meeting),
    }
}

/// Leaves out what a person does in these slots, and what waits for that. False: something of it must not move.
pub(crate) fn leave_out_all(state: &mut State<'_>, trial: &mut Trial, person: u32, slots: Slots) -> bool {
    slots.iter().all(|slot| {
        let meeting = state.meeting_of(person, slot);
        // What waited for another of these is gone already.
        meeting == crate::problem::NONE || trial.displace(state, meeting)
    })
}

/// The slots around this one, of the same session, in which a person meets without a break between.
pub(crate) fn run_around(state: &State<'_>, person: u32, slot: usize) -> Slots {
    let busy = state.busy[person as usize];
    let facts = |slot: usize| &state.problem.slots[slot];
    let meets = |slot: &usize| busy.has(*slot);
    let earlier = std::iter::successors(Some(slot), |at| facts(*at).previous.map(|one| one as usize).filter(meets));
    let later = std::iter::successors(Some(slot), |at| facts(*at).next.map(|one| one as usize).filter(meets));
    earlier.chain(later).collect()
}
