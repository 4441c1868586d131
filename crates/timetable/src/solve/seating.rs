//! Fewer changes of tables: two meetings of one room and slot exchange their tables where that brings people back to
//! where they sat.

use std::collections::HashMap;

use crate::problem::{NONE, Problem};
use crate::solve::state::Seat;

/// How often all meetings are looked at, at most.
const PASSES: usize = 30;

/// Exchanges tables until no exchange of two makes fewer changes. Meetings with a table that is settled stay.
pub(crate) fn improve(problem: &Problem, seats: &[Seat], settled: &[bool], tables: &mut [u32]) {
    let mut seating = Seating { problem, seats, settled, links: links(problem, seats), taken: taken(seats, tables) };
    for _ in 0..PASSES {
        let mut better = false;
        for meeting in 0..seats.len() {
            better |= seating.improve_one(meeting, tables);
        }
        if !better {
            return;
        }
    }
}

struct Seating<'a> {
    problem: &'a Problem,
    seats: &'a [Seat],
    settled: &'a [bool],
    /// For each meeting: those right before and after it of each of its people, in the same session and onsite venue.
    links: Vec<Vec<u32>>,
    /// The meeting of each slot, venue and table.
    taken: HashMap<(u32, u32, u32), usize>,
}

impl Seating<'_> {
    /// Moves a meeting to the table of one of its neighbours, if that is better for all.
    fn improve_one(&mut self, meeting: usize, tables: &mut [u32]) -> bool {
        let here = tables[meeting];
        if self.settled[meeting] {
            return false;
        }
        for at in 0..self.links[meeting].len() {
            let there = tables[self.links[meeting][at] as usize];
            if there != here && self.usable(meeting, there) && self.exchange(meeting, there, tables) {
                return true;
            }
        }
        false
    }

    fn exchange(&mut self, meeting: usize, there: u32, tables: &mut [u32]) -> bool {
        let (seat, here) = (self.seats[meeting], tables[meeting]);
        let other = self.taken.get(&(seat.slot, seat.venue, there)).copied();
        if other.is_some_and(|other| self.settled[other]) {
            return false;
        }
        let changes = |at: usize, table: u32, tables: &[u32]| {
            self.links[at].iter().filter(|&&next| tables[next as usize] != table).count()
        };
        let both = |one: u32, two: u32| changes(meeting, one, tables) + other.map_or(0, |at| changes(at, two, tables));
        if both(there, here) >= both(here, there) {
            return false;
        }
        tables[meeting] = there;
        self.taken.insert((seat.slot, seat.venue, there), meeting);
        match other {
            Some(other) => {
                tables[other] = here;
                self.taken.insert((seat.slot, seat.venue, here), other);
            }
            None => drop(self.taken.remove(&(seat.slot, seat.venue, here))),
        }
        true
    }

    fn usable(&self, meeting: usize, table: u32) -> bool {
        let seat = self.seats[meeting];
        let lost = self.problem.venues[seat.venue as usize].lost.get(&table);
        lost.is_none_or(|slots| !slots.has(seat.slot as usize))
    }
}

fn taken(seats: &[Seat], tables: &[u32]) -> HashMap<(u32, u32, u32), usize> {
    let held = (0..seats.len()).filter(|&at| seats[at].slot != NONE);
    held.map(|at| ((seats[at].slot, seats[at].venue, tables[at]), at)).collect()
}

fn links(problem: &Problem, seats: &[Seat]) -> Vec<Vec<u32>> {
    let mut links = vec![Vec::new(); seats.len()];
    for person in &problem.people {
        let mut mine: Vec<u32> = person.meetings.clone();
        mine.retain(|&meeting| seats[meeting as usize].slot != NONE);
        let session = |meeting: u32| problem.slots[seats[meeting as usize].slot as usize].session;
        mine.sort_by_key(|&meeting| (session(meeting), seats[meeting as usize].slot));
        for pair in mine.windows(2) {
            let venue = seats[pair[0] as usize].venue;
            let near = session(pair[0]) == session(pair[1]) && venue == seats[pair[1] as usize].venue;
            if near && problem.venues[venue as usize].onsite {
                links[pair[0] as usize].push(pair[1]);
                links[pair[1] as usize].push(pair[0]);
            }
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::solve::score::score;
    use crate::solve::tables::tables;

    #[test]
    fn tables_after_improving_are_free_and_change_less_often() {
        let (instance, plan) = crate::sample::mandatory(crate::sample::Mandatory::of_seed(7), 7);
        let problem = Problem::new(&instance).expect("a problem");
        let seats = seats(&problem, &plan);
        let none = vec![None; seats.len()];
        let first = tables(&problem, &seats, &none);
        let mut after = first.clone();
        improve(&problem, &seats, &vec![false; seats.len()], &mut after);
        assert!(score(&problem, &seats, &after).table_changes < score(&problem, &seats, &first).table_changes);
        assert_eq!(taken(&seats, &after).len(), taken(&seats, &first).len());
        let mut kept = first.clone();
        improve(&problem, &seats, &vec![true; seats.len()], &mut kept);
        assert_eq!(kept, first);
    }

    fn seats(problem: &Problem, plan: &crate::plan::Plan) -> Vec<Seat> {
        let at = |ids: &[String], id: &str| {
            u32::try_from(ids.iter().position(|one| one == id).expect("known")).expect("small")
        };
        let mut seats = vec![Seat::NOWHERE; problem.meetings.len()];
        for one in &plan.assignments {
            let (slot, venue) = (at(&problem.ids.slots, &one.slot), at(&problem.ids.venues, &one.venue));
            seats[at(&problem.ids.meetings, &one.meeting) as usize] = Seat { slot, venue, class: NONE };
        }
        seats
    }
}
