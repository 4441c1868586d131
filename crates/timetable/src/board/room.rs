//! Tables, and putting a meeting where nothing is in its way.

use super::{Board, Obstacle, Seat};
use crate::problem::{NONE, Place};

impl Board<'_> {
    /// A table that is free: the wanted one, else one where somebody of the meeting sits before or after, else the first.
    pub(super) fn table(&self, meeting: usize, venue: usize, slot: usize, wanted: Option<u32>) -> Option<u32> {
        let near = self.tables_near(meeting, venue, slot);
        let all = 1..=self.problem.venues[venue].tables;
        wanted.into_iter().chain(near).chain(all).find(|table| self.is_free(venue, slot, *table))
    }

    fn is_free(&self, venue: usize, slot: usize, table: u32) -> bool {
        let facts = &self.problem.venues[venue];
        let lost = facts.lost.get(&table).is_some_and(|slots| slots.has(slot));
        let taken = self.tables[venue * self.slots() + slot].contains_key(&table);
        (1..=facts.tables).contains(&table) && !lost && !taken
    }

    fn tables_near(&self, meeting: usize, venue: usize, slot: usize) -> Vec<u32> {
        let facts = self.problem.slots[slot];
        let near = [facts.previous, facts.next].into_iter().flatten().map(|slot| slot as usize);
        let who = &self.problem.meetings[meeting].who;
        let meetings = near.flat_map(|slot| who.iter().filter_map(move |one| self.person_at(*one as usize, slot)));
        meetings
            .filter_map(|other| self.seat(other))
            .filter(|seat| seat.venue == venue)
            .map(|seat| seat.table)
            .collect()
    }

    /// Puts a meeting into a venue and slot if nothing is in its way, with another interpreter for others where that
    /// helps. Keeps what it can of `like`.
    ///
    /// # Errors
    /// What is in its way; the board is then as before.
    pub(crate) fn put(
        &mut self,
        meeting: usize,
        place: Place,
        slot: usize,
        like: Option<Seat>,
    ) -> Result<(), Vec<Obstacle>> {
        let obstacles = self.obstacles(meeting, place, slot);
        if !obstacles.is_empty() {
            return Err(obstacles);
        }
        let mark = self.mark_now();
        let venue = place.venue as usize;
        let like = like.filter(|seat| seat.venue == venue);
        let table = self.table(meeting, venue, slot, like.map(|seat| seat.table));
        let interpreter = self.free_interpreter(place.kind, slot, like.and_then(|seat| seat.interpreter));
        match (table, interpreter) {
            (Some(table), Ok(interpreter)) => {
                self.set(meeting, Some(Seat { slot, venue, table, interpreter }));
                Ok(())
            }
            (table, _) => {
                self.back_to(mark);
                Err(vec![if table.is_none() { Obstacle::NoTable { venue } } else { Obstacle::NoInterpreter }])
            }
        }
    }
}

impl Board<'_> {
    /// Leaves a meeting where a plan has it, at its table and with its interpreter, if that can still be.
    pub(crate) fn keep(&mut self, meeting: usize, seat: Seat) -> bool {
        let small = |at| super::small(at);
        let Some(place) = self.problem.place(meeting, small(seat.venue)).copied() else { return false };
        let needs = place.kind != NONE;
        let served = match seat.interpreter {
            Some(one) => needs && self.can_serve(one, place.kind) && self.is_idle(one, seat.slot),
            None => !needs,
        };
        let fits = place.slots.has(seat.slot) && served && self.is_free(seat.venue, seat.slot, seat.table);
        let stays = fits
            && !self.obstacles(meeting, place, seat.slot).iter().any(|one| !matches!(one, Obstacle::Breaks { .. }));
        if stays {
            self.set(meeting, Some(seat));
        }
        stays
    }

    /// Puts a meeting into a venue and slot with an interpreter of this class; its old table and interpreter if they can
    /// be. None: it cannot be there now.
    pub(crate) fn deal(&mut self, meeting: usize, place: Place, slot: usize, class: u32, old: Seat) -> Option<()> {
        if !self.obstacles(meeting, place, slot).is_empty() {
            return None;
        }
        let venue = place.venue as usize;
        let wanted = (old.venue == venue).then_some(old.table);
        let table = self.table(meeting, venue, slot, wanted)?;
        let interpreter = if place.kind == NONE { None } else { Some(self.member(class, slot, old.interpreter)?) };
        self.set(meeting, Some(Seat { slot, venue, table, interpreter }));
        Some(())
    }
}
