//! What stands in the way of a meeting in one venue and slot.

use super::Board;
use crate::problem::{NONE, Place};

/// One thing that stands in the way. People, meetings and so on by their place in the instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Obstacle {
    /// The slot has begun.
    Begun,
    /// Somebody is in another meeting.
    Busy { person: usize, meeting: usize },
    /// Somebody has as many meetings as they can have.
    Limit { person: usize },
    /// All tables are taken.
    NoTable { venue: usize },
    /// No interpreter who could is free.
    NoInterpreter,
    /// A meeting that has to be earlier is not.
    NotAfter { earlier: usize },
    /// A meeting that waits for this one is not later.
    NotBefore { later: usize },
    /// Somebody would have more breaks than the rule allows.
    Breaks { person: usize },
}

impl Board<'_> {
    /// Everything that stands in the way of a meeting that is not on the board. Empty: it can be put there, if an
    /// interpreter can be freed.
    pub(crate) fn obstacles(&self, meeting: usize, place: Place, slot: usize) -> Vec<Obstacle> {
        let mut found = Vec::new();
        if self.begun.has(slot) {
            found.push(Obstacle::Begun);
        }
        for person in self.problem.meetings[meeting].who.iter().map(|one| *one as usize) {
            match self.person_at(person, slot) {
                Some(meeting) => found.push(Obstacle::Busy { person, meeting }),
                None => found.extend(self.of_person(person, slot)),
            }
        }
        let venue = place.venue as usize;
        if self.at(venue, slot).count() >= self.problem.venues[venue].room[slot] as usize {
            found.push(Obstacle::NoTable { venue });
        }
        if place.kind != NONE && !self.interpreters_of(place.kind).iter().any(|one| self.works(*one, slot)) {
            found.push(Obstacle::NoInterpreter);
        }
        found.extend(self.of_order(meeting, slot));
        found
    }

    fn of_person(&self, person: usize, slot: usize) -> Option<Obstacle> {
        if self.person_counts[person] >= self.problem.people[person].cap {
            return Some(Obstacle::Limit { person });
        }
        let limit = self.problem.max_break_difference?;
        let (before, after) = (self.breaks(person, None), self.breaks(person, Some(slot)));
        (after > before && after > limit).then_some(Obstacle::Breaks { person })
    }

    fn of_order(&self, meeting: usize, slot: usize) -> Vec<Obstacle> {
        let facts = &self.problem.meetings[meeting];
        let seat_of = |other: u32| self.seat(other as usize);
        let earlier = facts.after.iter().filter(|other| seat_of(**other).is_none_or(|seat| seat.slot >= slot));
        let later = facts.before.iter().filter(|other| seat_of(**other).is_some_and(|seat| seat.slot <= slot));
        let earlier = earlier.map(|other| Obstacle::NotAfter { earlier: *other as usize });
        earlier.chain(later.map(|other| Obstacle::NotBefore { later: *other as usize })).collect()
    }

    /// The breaks of a person, as if there were a meeting in this slot as well.
    pub(crate) fn breaks(&self, person: usize, with: Option<usize>) -> u32 {
        let busy = |slot: usize| self.person_at(person, slot).is_some() || with == Some(slot);
        let mut breaks = 0;
        for slot in (0..self.slots()).filter(|slot| busy(*slot)) {
            let mut gap = 0;
            let mut at = self.problem.slots[slot].previous;
            while let Some(previous) = at.filter(|slot| !busy(*slot as usize)) {
                gap += 1;
                at = self.problem.slots[previous as usize].previous;
            }
            breaks += u32::from(gap > 0 && at.is_some());
        }
        breaks
    }
}
