//! Table numbers: they are interchangeable, so they come last, and people stay at their table where they can.

use std::collections::{BTreeMap, BTreeSet};

use crate::problem::{NONE, Problem};
use crate::solve::state::Seat;

/// The table of each meeting that is held; `kept` are tables that are settled already.
pub(crate) fn tables(problem: &Problem, seats: &[Seat], kept: &[Option<u32>]) -> Vec<u32> {
    let mut by_room: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
    for (meeting, seat) in (0..).zip(seats).filter(|(_, seat)| seat.slot != NONE) {
        by_room.entry((seat.slot, seat.venue)).or_default().push(meeting);
    }
    let mut given = vec![0; seats.len()];
    let mut last = vec![None; problem.people.len()];
    for ((slot, venue), meetings) in by_room {
        let session = problem.slots[slot as usize].session;
        let room = Room { problem, venue, slot: slot as usize, here: (venue, session), last: &last };
        room.seat(&meetings, kept, &mut given);
        for &meeting in &meetings {
            for &person in &problem.meetings[meeting as usize].who {
                last[person as usize] = Some((venue, session, given[meeting as usize]));
            }
        }
    }
    given
}

struct Room<'a> {
    problem: &'a Problem,
    venue: u32,
    slot: usize,
    here: (u32, u32),
    /// Where each person sat last: venue, session, table.
    last: &'a [Option<(u32, u32, u32)>],
}

impl Room<'_> {
    /// Kept tables first, then meetings whose people all come from one table, then those who share one, then the rest.
    fn seat(&self, meetings: &[u32], kept: &[Option<u32>], given: &mut [u32]) {
        let mut free = self.free();
        let mut open = Vec::new();
        for &meeting in meetings {
            match kept[meeting as usize].filter(|table| free.remove(table)) {
                Some(table) => given[meeting as usize] = table,
                None => open.extend(self.wishes(meeting)),
            }
        }
        open.sort_by_key(|(likes, meeting, table)| (std::cmp::Reverse(*likes), *meeting, *table));
        for (_, meeting, table) in open {
            if given[meeting as usize] == 0 && free.remove(&table) {
                given[meeting as usize] = table;
            }
        }
        for &meeting in meetings {
            if given[meeting as usize] == 0 {
                given[meeting as usize] = self.unloved(&mut free);
            }
        }
    }

    fn free(&self) -> BTreeSet<u32> {
        let venue = &self.problem.venues[self.venue as usize];
        let lost = |table: &u32| venue.lost.get(table).is_some_and(|slots| slots.has(self.slot));
        (1..=venue.tables).filter(|table| !lost(table)).collect()
    }

    /// The tables from which its people come, with how many of them.
    fn wishes(&self, meeting: u32) -> Vec<(usize, u32, u32)> {
        let mut tables: BTreeMap<u32, usize> = BTreeMap::new();
        for &person in &self.problem.meetings[meeting as usize].who {
            if let Some((_, _, table)) =
                self.last[person as usize].filter(|(venue, session, _)| (*venue, *session) == self.here)
            {
                *tables.entry(table).or_default() += 1;
            }
        }
        tables.into_iter().map(|(table, likes)| (likes, meeting, table)).collect()
    }

    fn unloved(&self, free: &mut BTreeSet<u32>) -> u32 {
        free.pop_first().unwrap_or(0)
    }
}
