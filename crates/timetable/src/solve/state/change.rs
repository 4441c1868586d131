//! Putting a meeting into the schedule and taking it out.

use super::State;
use super::breaks::more_breaks;
use crate::problem::NONE;

/// Where a meeting is held and who interprets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seat {
    pub(crate) slot: u32,
    pub(crate) venue: u32,
    /// The class of interpreters, or [`NONE`].
    pub(crate) class: u32,
}

impl Seat {
    pub(crate) const NOWHERE: Self = Self { slot: NONE, venue: NONE, class: NONE };

    pub(crate) fn same_time_and_venue(&self, other: &Self) -> bool {
        self.slot == other.slot && self.venue == other.venue
    }
}

impl State<'_> {
    /// Holds a meeting there. It was not held, its people are free, and there are a table and an interpreter for it.
    pub(crate) fn put(&mut self, meeting: u32, seat: Seat) {
        let slot = seat.slot as usize;
        for &person in self.who(meeting) {
            self.meet(person as usize, slot, meeting);
        }
        self.take_table(meeting, seat);
        self.take_interpreter(meeting, seat);
        self.waiting.take(0, meeting);
        self.seats[meeting as usize] = seat;
        self.count_held(meeting, 1);
    }

    /// Takes a meeting out that was held.
    pub(crate) fn take(&mut self, meeting: u32) -> Seat {
        let seat = self.seats[meeting as usize];
        let slot = seat.slot as usize;
        self.count_held(meeting, -1);
        for &person in self.who(meeting) {
            self.part(person as usize, slot);
        }
        self.leave_table(meeting, seat);
        self.leave_interpreter(meeting, seat);
        self.waiting.put(0, meeting);
        self.seats[meeting as usize] = Seat::NOWHERE;
        seat
    }

    fn meet(&mut self, person: usize, slot: usize, meeting: u32) {
        self.at[person * self.problem.slot_count() + slot] = meeting;
        self.count_breaks(person, slot, 1);
        self.busy[person].insert(slot);
        self.count_fairness(person, -1);
        self.count[person] += 1;
        self.count_fairness(person, 1);
    }

    fn part(&mut self, person: usize, slot: usize) {
        self.at[person * self.problem.slot_count() + slot] = NONE;
        self.busy[person].remove(slot);
        self.count_breaks(person, slot, -1);
        self.count_fairness(person, -1);
        self.count[person] -= 1;
        self.count_fairness(person, 1);
    }

    fn count_breaks(&mut self, person: usize, slot: usize, sign: i64) {
        let more = sign * more_breaks(self.problem, &self.busy[person], slot);
        if more != 0 {
            self.tally.breaks += more;
            if self.problem.max_break_difference.is_some() {
                self.breaks.add(person, more);
                self.tally.uneven = self.breaks.uneven();
            }
        }
    }

    fn count_fairness(&mut self, person: usize, sign: i64) {
        let short = self.problem.people[person].target.saturating_sub(self.count[person]);
        self.tally.fairness += sign * i64::from(short).pow(2);
    }

    fn count_held(&mut self, meeting: u32, sign: i64) {
        let facts = &self.problem.meetings[meeting as usize];
        self.tally.weight += sign * facts.weight;
        self.tally.missing -= sign * i64::from(facts.required);
        let agreed = &self.agreed[meeting as usize];
        if agreed.slot != NONE && agreed.same_time_and_venue(&self.seats[meeting as usize]) {
            self.tally.moved -= sign;
        }
    }

    fn take_table(&mut self, meeting: u32, seat: Seat) {
        let (venue, slot) = (seat.venue as usize, seat.slot as usize);
        let list = venue * self.problem.slot_count() + slot;
        self.rooms.put(list, meeting);
        if self.rooms.len(list) >= self.problem.venues[venue].room[slot] as usize {
            self.room_open[venue].remove(slot);
        }
    }

    fn leave_table(&mut self, meeting: u32, seat: Seat) {
        let (venue, slot) = (seat.venue as usize, seat.slot as usize);
        self.rooms.take(venue * self.problem.slot_count() + slot, meeting);
        self.room_open[venue].insert(slot);
    }

    fn take_interpreter(&mut self, meeting: u32, seat: Seat) {
        if seat.class == NONE {
            return;
        }
        let (class, slot) = (seat.class as usize, seat.slot as usize);
        let list = class * self.problem.slot_count() + slot;
        self.staff.put(list, meeting);
        self.served.put(class, meeting);
        if self.staff.len(list) >= self.problem.classes[class].members.len() {
            self.staff_open[class].remove(slot);
        }
    }

    fn leave_interpreter(&mut self, meeting: u32, seat: Seat) {
        if seat.class == NONE {
            return;
        }
        let (class, slot) = (seat.class as usize, seat.slot as usize);
        self.staff.take(class * self.problem.slot_count() + slot, meeting);
        self.served.take(class, meeting);
        self.staff_open[class].insert(slot);
    }
}
