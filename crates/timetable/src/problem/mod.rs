//! An instance in numbers: what the solver, the bound and the search for contradictions work on.
//!
//! Everything is named by its place in the instance. What cannot be is left out here already: a meeting keeps only the
//! venues and slots in which all its people are free, the venue is open, and somebody could interpret.

mod build;
mod classes;
mod places;
mod slots;

use std::collections::BTreeMap;

use crate::instance::Objective;

pub use build::Unknown;
pub use slots::MAX_SLOTS;
pub(crate) use slots::Slots;

/// No slot, no meeting, no class.
pub(crate) const NONE: u32 = u32::MAX;

/// An instance in numbers.
#[derive(Clone, Debug)]
pub struct Problem {
    pub(crate) name: String,
    pub(crate) objectives: Vec<Objective>,
    pub(crate) max_break_difference: Option<u32>,
    pub(crate) ids: Ids,
    pub(crate) slots: Vec<SlotFacts>,
    pub(crate) venues: Vec<VenueFacts>,
    pub(crate) people: Vec<PersonFacts>,
    pub(crate) classes: Vec<Class>,
    /// For each kind of need: the classes that can serve it.
    pub(crate) kinds: Vec<Vec<u32>>,
    pub(crate) meetings: Vec<MeetingFacts>,
}

/// How the instance names things.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ids {
    pub(crate) slots: Vec<String>,
    pub(crate) venues: Vec<String>,
    pub(crate) interpreters: Vec<String>,
    pub(crate) meetings: Vec<String>,
}

/// What a slot is beside others of its session.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SlotFacts {
    pub(crate) session: u32,
    /// The slots of its session before it, and after it.
    pub(crate) before: Slots,
    pub(crate) after: Slots,
    /// The one right before and right after it in its session.
    pub(crate) previous: Option<u32>,
    pub(crate) next: Option<u32>,
}

#[derive(Clone, Debug)]
pub(crate) struct VenueFacts {
    pub(crate) tables: u32,
    pub(crate) onsite: bool,
    /// When it is open and has a table that can be used.
    pub(crate) open: Slots,
    /// For each slot: how many meetings at once; 0 where it is closed.
    pub(crate) room: Vec<u32>,
    /// Tables that cannot be used, and when.
    pub(crate) lost: BTreeMap<u32, Slots>,
}

#[derive(Clone, Debug)]
pub(crate) struct PersonFacts {
    pub(crate) free: Slots,
    /// How many meetings they can have at most: free slots or `max_meetings`.
    pub(crate) cap: u32,
    /// What fairness measures against: the least of `cap` and the meetings asked.
    pub(crate) target: u32,
    pub(crate) meetings: Vec<u32>,
}

/// Interpreters that differ in nothing but their name. Dealing a class's meetings round in turn keeps each of them within
/// the limit, so a class needs only a limit per slot and one in all.
#[derive(Clone, Debug)]
pub(crate) struct Class {
    pub(crate) members: Vec<u32>,
    pub(crate) free: Slots,
    /// How many meetings they can serve together.
    pub(crate) cap: u32,
}

#[derive(Clone, Debug)]
pub(crate) struct MeetingFacts {
    pub(crate) who: Vec<u32>,
    pub(crate) weight: i64,
    pub(crate) required: bool,
    pub(crate) places: Vec<Place>,
    /// Meetings that have to be held in an earlier slot, and those that wait for this one.
    pub(crate) after: Vec<u32>,
    pub(crate) before: Vec<u32>,
}

/// A venue where a meeting may be held, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) venue: u32,
    pub(crate) slots: Slots,
    /// The kind of interpreter it needs, or [`NONE`].
    pub(crate) kind: u32,
}

impl Problem {
    /// How many slots there are.
    pub(crate) fn slot_count(&self) -> usize {
        self.slots.len()
    }

    /// Whether an interpreter of this class can serve this kind of need.
    pub(crate) fn serves(&self, class: u32, kind: u32) -> bool {
        self.kinds[kind as usize].contains(&class)
    }

    /// The place of a meeting in a venue, if it may be held there.
    pub(crate) fn place(&self, meeting: usize, venue: u32) -> Option<&Place> {
        self.meetings[meeting].places.iter().find(|place| place.venue == venue)
    }
}
