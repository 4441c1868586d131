//! A plan as a board on which single meetings are put, taken and looked at: for changing a plan a little, and for saying
//! what stands in the way of a meeting.

mod interpreters;
mod load;
mod obstacle;
mod room;
mod trial;

use crate::problem::{NONE, Place, Problem, Slots};
use std::collections::BTreeMap;

pub(crate) use load::{Loaded, assignment, plan};
pub(crate) use obstacle::Obstacle;
pub(crate) use trial::Mark;

/// Where a meeting is held. Everything by its place in the instance, but for the table: that has its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seat {
    pub(crate) slot: usize,
    pub(crate) venue: usize,
    pub(crate) table: u32,
    pub(crate) interpreter: Option<usize>,
}

/// What an interpreter can do.
#[derive(Clone, Debug)]
struct Skill {
    class: u32,
    free: Slots,
    cap: u32,
}

/// A plan that can be changed and changed back.
#[derive(Clone, Debug)]
pub(crate) struct Board<'p> {
    pub(crate) problem: &'p Problem,
    /// Slots into which nothing is put any more.
    pub(crate) begun: Slots,
    /// Whether meetings may exchange their interpreters for another one.
    pub(crate) exchanges: bool,
    /// Meetings that stay where they are.
    pub(crate) locked: Vec<bool>,
    seats: Vec<Option<Seat>>,
    /// For each person and slot the meeting, or [`NONE`].
    people: Vec<u32>,
    /// The same for interpreters.
    services: Vec<u32>,
    /// For each venue and slot the meeting of each table that is taken.
    tables: Vec<BTreeMap<u32, u32>>,
    person_counts: Vec<u32>,
    service_counts: Vec<u32>,
    skills: Vec<Skill>,
    /// What was done, so that it can be undone: a meeting and where it was.
    log: Vec<(usize, Option<Seat>)>,
}

impl<'p> Board<'p> {
    /// A board with nothing on it.
    pub(crate) fn new(problem: &'p Problem) -> Self {
        let slots = problem.slot_count();
        let skills = skills(problem);
        Self {
            problem,
            begun: Slots::default(),
            exchanges: true,
            locked: vec![false; problem.meetings.len()],
            seats: vec![None; problem.meetings.len()],
            people: vec![NONE; problem.people.len() * slots],
            services: vec![NONE; skills.len() * slots],
            tables: vec![BTreeMap::new(); problem.venues.len() * slots],
            person_counts: vec![0; problem.people.len()],
            service_counts: vec![0; skills.len()],
            skills,
            log: Vec::new(),
        }
    }

    /// Where a meeting is held.
    pub(crate) fn seat(&self, meeting: usize) -> Option<Seat> {
        self.seats[meeting]
    }

    /// What a person does in a slot.
    pub(crate) fn person_at(&self, person: usize, slot: usize) -> Option<usize> {
        some(self.people[person * self.slots() + slot])
    }

    /// What an interpreter does in a slot.
    pub(crate) fn service_at(&self, interpreter: usize, slot: usize) -> Option<usize> {
        some(self.services[interpreter * self.slots() + slot])
    }

    /// The meetings of a venue in a slot.
    pub(crate) fn at(&self, venue: usize, slot: usize) -> impl Iterator<Item = usize> {
        self.tables[venue * self.slots() + slot].values().map(|meeting| *meeting as usize)
    }

    /// Whether a meeting may be moved or dropped.
    pub(crate) fn is_movable(&self, meeting: usize) -> bool {
        let begun = self.seat(meeting).is_some_and(|seat| self.begun.has(seat.slot));
        !begun && !self.locked[meeting]
    }

    /// Where and when a meeting may be held at all: every venue and slot that has not begun.
    pub(crate) fn options(&self, meeting: usize) -> Vec<(Place, usize)> {
        let begun = self.begun;
        let places = self.problem.meetings[meeting].places.iter();
        places.flat_map(|place| place.slots.without(begun).iter().map(|slot| (*place, slot))).collect()
    }

    /// Puts a meeting somewhere, or nowhere.
    pub(crate) fn set(&mut self, meeting: usize, seat: Option<Seat>) {
        let before = self.seats[meeting];
        self.log.push((meeting, before));
        self.write(meeting, seat);
    }

    fn write(&mut self, meeting: usize, seat: Option<Seat>) {
        if let Some(old) = self.seats[meeting] {
            self.mark(meeting, old, false);
        }
        if let Some(new) = seat {
            self.mark(meeting, new, true);
        }
        self.seats[meeting] = seat;
    }

    fn mark(&mut self, meeting: usize, seat: Seat, here: bool) {
        let slots = self.slots();
        let value = if here { small(meeting) } else { NONE };
        let problem = self.problem;
        for &person in &problem.meetings[meeting].who {
            self.people[person as usize * slots + seat.slot] = value;
            count(&mut self.person_counts[person as usize], here);
        }
        if let Some(one) = seat.interpreter {
            self.services[one * slots + seat.slot] = value;
            count(&mut self.service_counts[one], here);
        }
        let tables = &mut self.tables[seat.venue * slots + seat.slot];
        if here {
            tables.insert(seat.table, value);
        } else {
            tables.remove(&seat.table);
        }
    }

    /// How many slots there are.
    pub(crate) fn slots(&self) -> usize {
        self.problem.slot_count()
    }
}

const fn count(number: &mut u32, up: bool) {
    *number = if up { number.saturating_add(1) } else { number.saturating_sub(1) };
}

const fn some(meeting: u32) -> Option<usize> {
    if meeting == NONE { None } else { Some(meeting as usize) }
}

fn skills(problem: &Problem) -> Vec<Skill> {
    let mut skills = vec![Skill { class: NONE, free: Slots::default(), cap: 0 }; problem.ids.interpreters.len()];
    for (number, class) in problem.classes.iter().enumerate() {
        let each = class.cap / small(class.members.len()).max(1);
        for &member in &class.members {
            let class_number = small(number);
            skills[member as usize] = Skill { class: class_number, free: class.free, cap: each };
        }
    }
    skills
}

/// A place in a list as the problem keeps it.
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}
