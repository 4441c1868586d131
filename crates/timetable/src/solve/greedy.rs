//! A first schedule, at once: meeting by meeting, where it fits.

use super::moves::place::best_free;
use super::random::Random;
use super::state::State;

/// Puts in what fits: required meetings first, then those that others wait for, the heavy, the least flexible.
pub(crate) fn fill(state: &mut State<'_>, random: &mut Random) {
    let problem = state.problem;
    let mut order: Vec<u32> = state.waiting.of(0).to_vec();
    order.sort_by_cached_key(|&meeting| {
        let facts = &problem.meetings[meeting as usize];
        let slots: usize = facts.places.iter().map(|place| place.slots.len()).sum();
        (!facts.required, depth(state, meeting), -facts.weight, slots, meeting)
    });
    for meeting in order {
        if !state.frozen[meeting as usize]
            && let Some(seat) = best_free(state, random, meeting)
        {
            state.put(meeting, seat);
        }
    }
}

/// How many meetings have to come before this one, one after the other; counted up to a few.
fn depth(state: &State<'_>, meeting: u32) -> usize {
    let mut depth = 0;
    let mut layer = vec![meeting];
    while depth < state.problem.slot_count() {
        layer = layer.iter().flat_map(|&one| &state.problem.meetings[one as usize].after).copied().take(64).collect();
        if layer.is_empty() {
            break;
        }
        depth += 1;
    }
    depth
}
