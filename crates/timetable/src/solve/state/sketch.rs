//! The little of each meeting that tells most often that it does not fit, close together in memory.

use std::sync::Arc;

use super::State;
use crate::problem::{Problem, Slots};

/// How many people a sketch knows.
const PEOPLE: usize = 4;

/// Shared by all searches of one problem.
pub(super) type Sketches = Arc<[Sketch]>;

/// When a meeting may be held in any of its places, and the first few of its people.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sketch {
    slots: Slots,
    who: [u32; PEOPLE],
    known: u32,
}

pub(super) fn sketches(problem: &Problem) -> Sketches {
    let of = |facts: &crate::problem::MeetingFacts| {
        let slots = facts.places.iter().fold(Slots::default(), |slots, place| slots.or(place.slots));
        let mut who = [0; PEOPLE];
        let known = facts.who.len().min(PEOPLE);
        who[..known].copy_from_slice(&facts.who[..known]);
        Sketch { slots, who, known: u32::try_from(known).unwrap_or(0) }
    };
    problem.meetings.iter().map(of).collect()
}

impl State<'_> {
    /// Whether its people have time for a meeting in one of these slots: false is certain, true may be wrong.
    #[inline]
    pub(crate) fn may_fit(&self, meeting: u32, slots: Slots) -> bool {
        let sketch = &self.sketches[meeting as usize];
        let mut left = sketch.slots.and(slots);
        for &person in &sketch.who[..sketch.known as usize] {
            if self.at_limit(person) {
                return false;
            }
            left = left.without(self.busy[person as usize]);
        }
        !left.is_empty()
    }
}
