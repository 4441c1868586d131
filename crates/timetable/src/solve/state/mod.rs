//! A schedule that is being searched, with all that makes a change of it cheap to judge.

mod breaks;
mod change;
mod free;
mod lists;
mod sketch;
mod tally;

use crate::problem::{NONE, Problem, Slots};

pub(crate) use change::Seat;
pub(crate) use lists::Lists;
pub(crate) use tally::Tally;

/// Which meeting is held when and where, and by which class of interpreters.
#[derive(Clone, Debug)]
pub(crate) struct State<'p> {
    pub(crate) problem: &'p Problem,
    /// Where each meeting is; its slot is [`NONE`] while it is not held.
    pub(crate) seats: Vec<Seat>,
    /// The meeting of each person and slot.
    at: Vec<u32>,
    /// When each person meets.
    pub(crate) busy: Vec<Slots>,
    pub(crate) count: Vec<u32>,
    /// The meetings of each venue and slot, and where there is room.
    pub(crate) rooms: Lists,
    pub(crate) room_open: Vec<Slots>,
    /// The meetings of each class and slot, those of each class, and where there is somebody left.
    pub(crate) staff: Lists,
    pub(crate) served: Lists,
    staff_open: Vec<Slots>,
    /// The meetings that are not held (list 0).
    pub(crate) waiting: Lists,
    breaks: breaks::Breaks,
    sketches: sketch::Sketches,
    pub(crate) tally: Tally,
    /// Meetings that stay where they are, or stay out.
    pub(crate) frozen: Vec<bool>,
    /// How many meetings each person, and each class of interpreters, can have at most.
    pub(crate) caps: Vec<u32>,
    pub(crate) class_caps: Vec<u32>,
    /// The slots in which anything may change.
    pub(crate) active: Slots,
    /// Where agreed meetings are, if moving them counts.
    pub(crate) agreed: Vec<Seat>,
}

impl<'p> State<'p> {
    /// Nothing is held.
    pub(crate) fn new(problem: &'p Problem) -> Self {
        let (slots, meetings, people) = (problem.slot_count(), problem.meetings.len(), problem.people.len());
        let classes = problem.classes.len();
        let mut waiting = Lists::new(1, meetings);
        (0..meetings as u64).for_each(|meeting| waiting.put(0, u32::try_from(meeting).unwrap_or(NONE)));
        Self {
            problem,
            seats: vec![Seat::NOWHERE; meetings],
            at: vec![NONE; people * slots],
            busy: vec![Slots::default(); people],
            count: vec![0; people],
            rooms: Lists::new(problem.venues.len() * slots, meetings),
            room_open: problem.venues.iter().map(|venue| venue.open).collect(),
            staff: Lists::new(classes * slots, meetings),
            served: Lists::new(classes, meetings),
            staff_open: problem.classes.iter().map(|class| class.free).collect(),
            waiting,
            breaks: breaks::Breaks::new(problem),
            sketches: sketch::sketches(problem),
            tally: Tally::empty(problem),
            frozen: vec![false; meetings],
            caps: problem.people.iter().map(|person| person.cap).collect(),
            class_caps: problem.classes.iter().map(|class| class.cap).collect(),
            active: Slots::first(slots),
            agreed: vec![Seat::NOWHERE; meetings],
        }
    }

    #[inline]
    pub(crate) fn held(&self, meeting: u32) -> bool {
        self.seats[meeting as usize].slot != NONE
    }

    /// The meeting of a person in a slot, or [`NONE`].
    #[inline]
    pub(crate) fn meeting_of(&self, person: u32, slot: usize) -> u32 {
        self.at[person as usize * self.problem.slot_count() + slot]
    }

    /// How many breaks a person has; counted only where a rule limits their difference.
    pub(crate) fn breaks_of(&self, person: u32) -> u32 {
        self.breaks.of(person)
    }

    #[inline]
    pub(crate) fn who(&self, meeting: u32) -> &'p [u32] {
        &self.problem.meetings[meeting as usize].who
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::solve::random::Random;
    use crate::solve::score::score;

    /// Whatever is put in and taken out, what is kept up to date is what counting from the start gives.
    #[test]
    fn tally_after_many_changes_is_what_counting_gives() {
        let (instance, _) = crate::sample::mandatory(crate::sample::Mandatory::of_seed(2), 2);
        let problem = Problem::new(&instance).expect("a problem");
        let (mut state, mut random) = (State::new(&problem), Random::new(5, 0));
        for _ in 0..3000 {
            let meeting = u32::try_from(random.below(problem.meetings.len())).expect("small");
            if state.held(meeting) {
                state.take(meeting);
            } else if let Some(seat) = crate::solve::moves::place::best_free(&state, &mut random, meeting) {
                state.put(meeting, seat);
            }
            let counted = score(&problem, &state.seats, &vec![0; problem.meetings.len()]);
            let kept = [state.tally.weight, state.tally.fairness, state.tally.breaks].map(i64::unsigned_abs);
            assert_eq!(kept, [counted.weight, counted.fairness, counted.breaks]);
        }
    }
}
