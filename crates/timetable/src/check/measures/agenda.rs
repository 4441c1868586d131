//! Sessions, and who is next to whom in one of them.

use crate::check::seen::Sitting;
use crate::instance::Instance;
use std::collections::HashMap;

/// For each slot, its session and its place in it.
pub(super) struct Sessions {
    /// The session and the place of each slot.
    places: Vec<(usize, usize)>,
    /// The slots of each session in the order of time.
    slots: Vec<Vec<usize>>,
}

impl Sessions {
    pub(super) fn of(instance: &Instance) -> Self {
        let mut names = HashMap::new();
        let (mut places, mut slots) = (Vec::new(), Vec::<Vec<usize>>::new());
        for (at, slot) in instance.slots.iter().enumerate() {
            let session = *names.entry(slot.session.as_deref().unwrap_or_default()).or_insert(slots.len());
            if session == slots.len() {
                slots.push(Vec::new());
            }
            let Some(list) = slots.get_mut(session) else { continue };
            places.push((session, list.len()));
            list.push(at);
        }
        Self { places, slots }
    }

    /// The pairs of sittings that follow each other in one session, of an agenda in the order of time.
    pub(super) fn neighbours<'s, 'a>(&self, agenda: &[&'s Sitting<'a>]) -> Vec<Neighbours<'s, 'a>> {
        let mut placed: Vec<_> = agenda.iter().map(|sitting| (self.place(sitting.slot), *sitting)).collect();
        placed.sort_by_key(|(place, _)| *place);
        let pairs = placed.iter().zip(placed.iter().skip(1)).filter(|(one, next)| one.0.0 == next.0.0);
        pairs
            .map(|(one, next)| Neighbours { session: one.0.0, from: one.0.1, to: next.0.1, pair: [one.1, next.1] })
            .collect()
    }

    fn place(&self, slot: usize) -> (usize, usize) {
        self.places.get(slot).copied().unwrap_or_default()
    }

    /// The slots between two places of a session.
    pub(super) fn between(&self, neighbours: &Neighbours<'_, '_>) -> &[usize] {
        let slots = self.slots.get(neighbours.session).map(Vec::as_slice).unwrap_or_default();
        slots.get(neighbours.from + 1..neighbours.to).unwrap_or_default()
    }
}

/// Two sittings of one agenda that follow each other in one session.
pub(super) struct Neighbours<'s, 'a> {
    session: usize,
    /// The place of the first in the session.
    pub(super) from: usize,
    /// The place of the second.
    pub(super) to: usize,
    /// Both.
    pub(super) pair: [&'s Sitting<'a>; 2],
}
