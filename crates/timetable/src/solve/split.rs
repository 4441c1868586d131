//! Halving a problem by its slots, so that two searches can change one schedule at the same time.

use super::random::Random;
use super::state::State;
use crate::problem::{NONE, Slots};

/// What one search may change.
#[derive(Clone, Debug)]
pub(crate) struct Half {
    active: Slots,
    frozen: Vec<bool>,
    caps: Vec<u32>,
    class_caps: Vec<u32>,
}

impl Half {
    /// What the state says now.
    pub(crate) fn of(state: &State<'_>) -> Self {
        let (frozen, caps) = (state.frozen.clone(), state.caps.clone());
        Self { active: state.active, frozen, caps, class_caps: state.class_caps.clone() }
    }

    pub(crate) fn put_on(self, state: &mut State<'_>) {
        state.active = self.active;
        state.frozen = self.frozen;
        state.caps = self.caps;
        state.class_caps = self.class_caps;
    }
}

/// Two halves: each has half of the slots with the meetings in them, half of those that wait, and half of what people and
/// interpreters have left to give. Meetings that wait for one another stay where they are.
pub(crate) fn halves(state: &State<'_>, random: &mut Random) -> [Half; 2] {
    let mut parts = [Half::of(state), Half::of(state)];
    let chosen = half_of_slots(state, random);
    parts[0].active = chosen;
    parts[1].active = state.active.without(chosen);
    for (at, seat) in state.seats.iter().enumerate() {
        let facts = &state.problem.meetings[at];
        let linked = !facts.after.is_empty() || !facts.before.is_empty();
        let lane = if seat.slot == NONE { random.below(2) } else { usize::from(!chosen.has(seat.slot as usize)) };
        parts[1 - lane].frozen[at] = true;
        parts[lane].frozen[at] |= linked;
    }
    for (at, &count) in state.count.iter().enumerate() {
        parts[random.below(2)].caps[at] = count;
    }
    for (at, &cap) in state.class_caps.iter().enumerate() {
        let served = u32::try_from(state.served.len(at)).unwrap_or(cap);
        let (left, lane) = (cap - served, random.below(2));
        parts[lane].class_caps[at] = served + left / 2;
        parts[1 - lane].class_caps[at] = served + left.div_ceil(2);
    }
    parts
}

fn half_of_slots(state: &State<'_>, random: &mut Random) -> Slots {
    let mut slots: Vec<usize> = state.active.iter().collect();
    let half = slots.len() / 2;
    for at in 0..half {
        let other = at + random.below(slots.len() - at);
        slots.swap(at, other);
    }
    slots[..half].iter().copied().collect()
}
