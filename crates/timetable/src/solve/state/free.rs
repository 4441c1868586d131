//! What stands in the way of a meeting: one function for each rule.

use super::State;
use super::breaks::more_breaks;
use super::change::Seat;
use crate::problem::{NONE, Place, Slots};

impl State<'_> {
    /// When all of its people are free and none has reached the limit.
    #[inline]
    pub(crate) fn people_free(&self, meeting: u32, slots: Slots) -> Slots {
        let mut slots = slots;
        for &person in self.who(meeting) {
            if self.at_limit(person) {
                return Slots::default();
            }
            slots = slots.without(self.busy[person as usize]);
        }
        slots
    }

    /// Whether somebody cannot have one more meeting.
    #[inline]
    pub(crate) fn at_limit(&self, person: u32) -> bool {
        self.count[person as usize] >= self.caps[person as usize]
    }

    /// When a table is left.
    #[inline]
    pub(crate) fn table_free(&self, place: &Place) -> Slots {
        place.slots.and(self.active).and(self.room_open[place.venue as usize])
    }

    /// When an interpreter of this kind is left.
    #[inline]
    pub(crate) fn interpreter_free(&self, kind: u32) -> Slots {
        let classes = self.problem.kinds[kind as usize].iter();
        classes.fold(Slots::default(), |slots, &class| slots.or(self.class_free(class)))
    }

    /// When somebody of this class is left.
    #[inline]
    pub(crate) fn class_free(&self, class: u32) -> Slots {
        let full = self.served.len(class as usize) >= self.class_caps[class as usize] as usize;
        if full { Slots::default() } else { self.staff_open[class as usize] }
    }

    /// A class of this kind that has somebody left in a slot: the one with the most to spare.
    #[inline]
    pub(crate) fn class_for(&self, kind: u32, slot: usize) -> Option<u32> {
        let free = |class: &u32| self.class_free(*class).has(slot);
        let spare = |class: &u32| self.class_caps[*class as usize] as usize - self.served.len(*class as usize);
        self.problem.kinds[kind as usize].iter().copied().filter(free).max_by_key(spare)
    }

    /// When the meetings that it waits for are over and those that wait for it have not been.
    #[inline]
    pub(crate) fn in_order(&self, meeting: u32, slots: Slots) -> Slots {
        let facts = &self.problem.meetings[meeting as usize];
        if facts.after.is_empty() && facts.before.is_empty() {
            return slots;
        }
        slots.iter().filter(|&slot| self.follows(meeting, slot) && self.precedes(meeting, slot)).collect()
    }

    /// Whether all meetings that this one waits for are held before a slot.
    pub(crate) fn follows(&self, meeting: u32, slot: usize) -> bool {
        let slot_of = |other: &u32| self.seats[*other as usize].slot;
        self.problem.meetings[meeting as usize].after.iter().all(|other| (slot_of(other) as usize) < slot)
    }

    /// Whether all held meetings that wait for this one are after a slot.
    pub(crate) fn precedes(&self, meeting: u32, slot: usize) -> bool {
        let slot_of = |other: &u32| self.seats[*other as usize].slot;
        self.problem.meetings[meeting as usize].before.iter().all(|other| slot_of(other) as usize > slot)
    }

    /// When a meeting that is not held could be held there, with nobody else giving way.
    #[inline]
    pub(crate) fn free_slots(&self, meeting: u32, place: &Place) -> Slots {
        let slots = self.people_free(meeting, self.table_free(place));
        if slots.is_empty() {
            return slots;
        }
        let slots = if place.kind == NONE { slots } else { slots.and(self.interpreter_free(place.kind)) };
        self.in_order(meeting, slots)
    }

    /// The seat of a meeting in a place and slot that are free for it.
    pub(crate) fn seat(&self, place: &Place, slot: usize) -> Option<Seat> {
        let class = if place.kind == NONE { NONE } else { self.class_for(place.kind, slot)? };
        Some(Seat { slot: u32::try_from(slot).ok()?, venue: place.venue, class })
    }

    /// How many breaks its people get more.
    #[inline]
    pub(crate) fn more_breaks(&self, meeting: u32, slot: usize) -> i64 {
        self.who(meeting).iter().map(|&person| more_breaks(self.problem, &self.busy[person as usize], slot)).sum()
    }
}
