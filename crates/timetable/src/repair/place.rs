//! Finding a place for what lost its own, with as few others moved as possible.

use crate::board::{Board, Loaded, Obstacle, Seat};
use crate::problem::Place;

/// How many others may move for one meeting.
const CHAIN: usize = 3;
/// How many places are looked at for one meeting, and for all of them, before it is let go.
const LOOKS_FOR_ONE: usize = 20_000;
const LOOKS: usize = 600_000;
/// How many meetings of a full room are thought of to make room.
const GUESTS: usize = 12;

pub(super) struct Placing<'p> {
    board: Board<'p>,
    looks: usize,
}

impl<'p> Placing<'p> {
    pub(super) const fn new(board: Board<'p>) -> Self {
        Self { board, looks: 0 }
    }

    pub(super) const fn board(&mut self) -> &mut Board<'p> {
        &mut self.board
    }

    pub(super) fn into_board(self) -> Board<'p> {
        self.board
    }

    /// Finds places for agreed meetings that could not stay: at first without moving others, then with.
    pub(super) fn agreed(&mut self, before: &Loaded) {
        let mut lost: Vec<(usize, Seat)> =
            before.held.iter().copied().filter(|(meeting, _)| self.board.seat(*meeting).is_none()).collect();
        lost.sort_by_key(|(meeting, seat)| (self.rank(*meeting), seat.slot));
        // Those that can keep their slot do, before others look for room in it.
        lost.retain(|(meeting, seat)| !self.stay(*meeting, *seat));
        for chain in 0..=CHAIN {
            lost.retain(|(meeting, seat)| !self.admit(*meeting, Some(*seat), chain));
        }
        for (meeting, _) in lost {
            self.require(meeting);
        }
    }

    /// Uses the room that is left for what was asked for and is not held. Only for what is required others move, or go.
    pub(super) fn asked(&mut self) {
        let mut open: Vec<usize> =
            (0..self.board.problem.meetings.len()).filter(|one| self.board.seat(*one).is_none()).collect();
        open.sort_by_key(|meeting| self.rank(*meeting));
        for meeting in open {
            let required = self.board.problem.meetings[meeting].required;
            self.board.exchanges = required;
            let mut chains = 0..=if required { CHAIN } else { 0 };
            if !chains.any(|chain| self.admit(meeting, None, chain)) {
                self.require(meeting);
            }
        }
        self.board.exchanges = true;
    }

    /// Leaves a meeting in its slot and venue, at another table or with another interpreter.
    fn stay(&mut self, meeting: usize, seat: Seat) -> bool {
        let places = self.board.options(meeting).into_iter();
        let mut own = places.filter(|(place, slot)| (place.venue as usize, *slot) == (seat.venue, seat.slot));
        own.any(|(place, slot)| self.board.put(meeting, place, slot, Some(seat)).is_ok())
    }

    /// Required ones first, then those that are worth more, then those with fewer places.
    fn rank(&self, meeting: usize) -> (bool, i64, usize) {
        let facts = &self.board.problem.meetings[meeting];
        (!facts.required, -facts.weight, facts.places.iter().map(|place| place.slots.len()).sum())
    }

    /// Finds a place, moving `chain` others.
    fn admit(&mut self, meeting: usize, like: Option<Seat>, chain: usize) -> bool {
        if chain > 0 && self.looks > LOOKS {
            return false;
        }
        let mut left = LOOKS_FOR_ONE;
        self.place(meeting, like, chain, &mut left)
    }

    fn place(&mut self, meeting: usize, like: Option<Seat>, chain: usize, left: &mut usize) -> bool {
        let options = self.options(meeting, like);
        for (place, slot) in &options {
            if !self.look(left) {
                return false;
            }
            if self.board.put(meeting, *place, *slot, like).is_ok() {
                return true;
            }
        }
        chain > 0 && options.iter().any(|(place, slot)| self.make_room(meeting, *place, *slot, chain, left))
    }

    /// Where it may be held: its own slot first, then what makes fewest breaks, then the earliest.
    fn options(&self, meeting: usize, like: Option<Seat>) -> Vec<(Place, usize)> {
        let who = &self.board.problem.meetings[meeting].who;
        let breaks = |slot: usize| -> u32 {
            let people = who.iter().map(|one| *one as usize).filter(|one| self.board.person_at(*one, slot).is_none());
            people.map(|one| self.board.breaks(one, Some(slot))).sum()
        };
        let mut options: Vec<_> = self.board.options(meeting).into_iter().map(|one| (breaks(one.1), one)).collect();
        options.sort_by_key(|(breaks, (place, slot))| {
            (like.map(|seat| seat.slot) != Some(*slot), *breaks, *slot, place.venue)
        });
        options.into_iter().map(|(_, option)| option).collect()
    }

    fn make_room(&mut self, meeting: usize, place: Place, slot: usize, chain: usize, left: &mut usize) -> bool {
        let Some(blockers) = self.blockers(meeting, place, slot) else { return false };
        let full = self.board.at(place.venue as usize, slot).count()
            >= self.board.problem.venues[place.venue as usize].room[slot] as usize;
        let frees =
            blockers.iter().any(|one| self.board.seat(*one).is_some_and(|seat| seat.venue == place.venue as usize));
        let guests: Vec<usize> = self.guests(place, slot, &blockers);
        let sets: Vec<Vec<usize>> = if full && !frees {
            guests.into_iter().map(|guest| [blockers.clone(), vec![guest]].concat()).collect()
        } else if blockers.is_empty() {
            // Only the interpreters are in the way.
            guests
                .into_iter()
                .filter(|guest| self.board.seat(*guest).is_some_and(|seat| seat.interpreter.is_some()))
                .map(|guest| vec![guest])
                .collect()
        } else {
            vec![blockers]
        };
        sets.into_iter().any(|set| set.len() <= chain && self.swap(meeting, place, slot, &set, chain, left))
    }

    /// The meetings of its people in that slot; none if something else is in the way, or one of them must stay.
    fn blockers(&self, meeting: usize, place: Place, slot: usize) -> Option<Vec<usize>> {
        let mut blockers = Vec::new();
        for obstacle in self.board.obstacles(meeting, place, slot) {
            match obstacle {
                Obstacle::Busy { meeting: other, .. } if self.board.is_movable(other) => blockers.push(other),
                Obstacle::NoTable { .. } => {}
                _ => return None,
            }
        }
        blockers.sort_unstable();
        blockers.dedup();
        Some(blockers)
    }

    /// Meetings in the same room at the same time that may go elsewhere.
    fn guests(&self, place: Place, slot: usize, but: &[usize]) -> Vec<usize> {
        let here = self.board.at(place.venue as usize, slot);
        here.filter(|one| self.board.is_movable(*one) && !but.contains(one)).take(GUESTS).collect()
    }

    /// Puts the meeting there and finds other places for those who were.
    fn swap(
        &mut self,
        meeting: usize,
        place: Place,
        slot: usize,
        others: &[usize],
        chain: usize,
        left: &mut usize,
    ) -> bool {
        if !self.look(left) {
            return false;
        }
        let mark = self.board.mark_now();
        let before: Vec<_> = others.iter().map(|one| (*one, self.board.seat(*one))).collect();
        others.iter().for_each(|one| self.board.set(*one, None));
        let done = self.board.put(meeting, place, slot, None).is_ok()
            && self.elsewhere(meeting, &before, chain - others.len(), left);
        if !done {
            self.board.back_to(mark);
        }
        done
    }

    /// Finds a place for each; what is on its way must not be moved again.
    fn elsewhere(&mut self, meeting: usize, others: &[(usize, Option<Seat>)], chain: usize, left: &mut usize) -> bool {
        let was = self.board.locked[meeting];
        self.board.locked[meeting] = true;
        let found = others.iter().all(|(one, seat)| self.place(*one, *seat, chain, left));
        self.board.locked[meeting] = was;
        found
    }

    /// A required meeting that found no place takes that of the one that is worth least, if that one can go.
    fn require(&mut self, meeting: usize) {
        if !self.board.problem.meetings[meeting].required || self.board.seat(meeting).is_some() {
            return;
        }
        let mut ways = Vec::new();
        for (place, slot) in self.board.options(meeting) {
            let Some(blockers) = self.blockers(meeting, place, slot) else { continue };
            let guests = self.guests(place, slot, &blockers);
            let sets = std::iter::once(blockers.clone())
                .chain(guests.into_iter().map(|guest| [blockers.clone(), vec![guest]].concat()));
            ways.extend(
                sets.filter(|set| set.iter().all(|one| self.may_go(*one)))
                    .map(|set| (self.worth(&set), place, slot, set)),
            );
        }
        ways.sort_by_key(|(worth, place, slot, _)| (*worth, *slot, place.venue));
        for (_, place, slot, set) in ways {
            let mark = self.board.mark_now();
            set.iter().for_each(|one| self.board.set(*one, None));
            if self.board.put(meeting, place, slot, None).is_ok() {
                for one in set {
                    self.admit(one, None, 0);
                }
                return;
            }
            self.board.back_to(mark);
        }
    }

    /// Whether a meeting may be dropped: it is not required, and no meeting that is held waits for it.
    fn may_go(&self, meeting: usize) -> bool {
        let facts = &self.board.problem.meetings[meeting];
        !facts.required && facts.before.iter().all(|later| self.board.seat(*later as usize).is_none())
    }

    fn worth(&self, set: &[usize]) -> i64 {
        set.iter().map(|one| self.board.problem.meetings[*one].weight).sum()
    }

    fn look(&mut self, left: &mut usize) -> bool {
        self.looks += 1;
        *left = left.saturating_sub(1);
        *left > 0
    }
}
