//! The rules of a timetable as clauses, for some of its meetings. Each rule can be switched off by a literal.

use std::collections::{BTreeMap, HashMap};

use batsat::Lit;

use super::count::at_most;
use super::required::Limit;
use super::solver::Sat;
use crate::problem::{NONE, Problem};
use crate::solve::Seat;

/// What the literals mean.
pub(super) struct Model<'p> {
    pub(super) problem: &'p Problem,
    /// Whether each meeting is held; these are assumed.
    pub(super) held: BTreeMap<u32, Lit>,
    /// Whether each rule holds; these are assumed.
    pub(super) limits: BTreeMap<Limit, Lit>,
    seats: HashMap<u32, Vec<(Seat, Lit)>>,
    /// What a person does in a slot; the number is person · slots + slot.
    pub(super) busy: HashMap<usize, Vec<Lit>>,
    classes: HashMap<u32, Vec<(u32, Lit)>>,
}

impl<'p> Model<'p> {
    pub(super) fn new(sat: &mut Sat<'_>, problem: &'p Problem, meetings: &[u32]) -> Self {
        let (held, limits) = (BTreeMap::new(), BTreeMap::new());
        let mut model =
            Self { problem, held, limits, seats: HashMap::new(), busy: HashMap::new(), classes: HashMap::new() };
        meetings.iter().for_each(|&meeting| model.meeting(sat, meeting));
        model.one_at_a_time(sat);
        model.meetings_of_people(sat);
        model.tables(sat);
        model.interpreters(sat, meetings);
        model.order(sat, meetings);
        model
    }

    /// Everything that is assumed: all meetings are held and all rules hold.
    pub(super) fn assumed(&self) -> Vec<Lit> {
        self.held.values().chain(self.limits.values()).copied().collect()
    }

    /// Where a meeting could be.
    pub(super) fn options(&self, meeting: u32) -> &[(Seat, Lit)] {
        self.seats.get(&meeting).map(Vec::as_slice).unwrap_or_default()
    }

    /// Where the meetings are in the answer.
    pub(super) fn seats(&self, sat: &Sat<'_>) -> Vec<Seat> {
        let mut seats = vec![Seat::NOWHERE; self.problem.meetings.len()];
        for (&meeting, options) in &self.seats {
            let Some(&(seat, _)) = options.iter().find(|(_, lit)| sat.holds(*lit)) else { continue };
            let class = self.classes.get(&meeting).and_then(|classes| classes.iter().find(|(_, lit)| sat.holds(*lit)));
            seats[meeting as usize] = Seat { class: class.map_or(NONE, |(class, _)| *class), ..seat };
        }
        seats
    }

    pub(super) fn limit(&mut self, sat: &mut Sat<'_>, limit: Limit) -> Lit {
        *self.limits.entry(limit).or_insert_with(|| sat.lit())
    }

    /// A meeting that is held is in one of its seats, and in no two.
    fn meeting(&mut self, sat: &mut Sat<'_>, meeting: u32) {
        let facts = &self.problem.meetings[meeting as usize];
        let held = sat.lit();
        let mut options = Vec::new();
        for place in &facts.places {
            for slot in place.slots.iter() {
                let lit = sat.lit();
                let slot_number = u32::try_from(slot).unwrap_or(NONE);
                options.push((Seat { slot: slot_number, venue: place.venue, class: NONE }, lit));
                for &person in &facts.who {
                    self.busy.entry(person as usize * self.problem.slot_count() + slot).or_default().push(lit);
                }
            }
        }
        let lits: Vec<Lit> = options.iter().map(|(_, lit)| *lit).collect();
        sat.clause(lits.iter().copied().chain([!held]));
        lits.iter().for_each(|&lit| sat.clause([!lit, held]));
        for (at, &one) in lits.iter().enumerate() {
            lits[..at].iter().for_each(|&other| sat.clause([!one, !other]));
        }
        self.held.insert(meeting, held);
        self.seats.insert(meeting, options);
    }

    fn one_at_a_time(&mut self, sat: &mut Sat<'_>) {
        let mut places: Vec<_> = self.busy.iter().map(|(&at, lits)| (at, lits.clone())).collect();
        places.sort_unstable_by_key(|(at, _)| *at);
        for (at, lits) in places.into_iter().filter(|(_, lits)| lits.len() > 1) {
            let when = self.limit(sat, Limit::OneAtATime(at / self.problem.slot_count()));
            at_most(sat, &lits, 1, when);
        }
    }

    fn meetings_of_people(&mut self, sat: &mut Sat<'_>) {
        for (at, person) in self.problem.people.iter().enumerate() {
            let held: Vec<Lit> = person.meetings.iter().filter_map(|meeting| self.held.get(meeting)).copied().collect();
            if held.len() > person.cap as usize {
                let when = self.limit(sat, Limit::MaxMeetings(at));
                at_most(sat, &held, person.cap as usize, when);
            }
        }
    }

    fn tables(&mut self, sat: &mut Sat<'_>) {
        let mut rooms: BTreeMap<(u32, u32), Vec<Lit>> = BTreeMap::new();
        for meeting in self.held.keys() {
            for (seat, lit) in &self.seats[meeting] {
                rooms.entry((seat.venue, seat.slot)).or_default().push(*lit);
            }
        }
        for ((venue, slot), lits) in rooms {
            let room = self.problem.venues[venue as usize].room[slot as usize] as usize;
            if lits.len() > room {
                let when = self.limit(sat, Limit::Tables(venue as usize));
                at_most(sat, &lits, room, when);
            }
        }
    }

    /// A meeting that needs an interpreter has one class, which has enough people in each slot and for all slots.
    fn interpreters(&mut self, sat: &mut Sat<'_>, meetings: &[u32]) {
        let mut at_work: BTreeMap<(u32, u32), Vec<Lit>> = BTreeMap::new();
        let mut in_all: BTreeMap<u32, Vec<Lit>> = BTreeMap::new();
        for &meeting in meetings {
            let facts = &self.problem.meetings[meeting as usize];
            let mut classes: Vec<u32> = facts
                .places
                .iter()
                .filter(|p| p.kind != NONE)
                .flat_map(|p| &self.problem.kinds[p.kind as usize])
                .copied()
                .collect();
            classes.sort_unstable();
            classes.dedup();
            let chosen: Vec<(u32, Lit)> = classes.into_iter().map(|class| (class, sat.lit())).collect();
            self.interpreted(sat, meeting, &chosen, &mut at_work);
            chosen.iter().for_each(|&(class, lit)| in_all.entry(class).or_default().push(lit));
            self.classes.insert(meeting, chosen);
        }
        for ((class, _), lits) in at_work {
            let members = self.problem.classes[class as usize].members.len();
            if lits.len() > members {
                let when = self.limit(sat, Limit::Interpreters(class as usize));
                at_most(sat, &lits, members, when);
            }
        }
        for (class, lits) in in_all {
            let when = self.limit(sat, Limit::Interpreters(class as usize));
            at_most(sat, &lits, self.problem.classes[class as usize].cap as usize, when);
        }
    }

    fn interpreted(
        &self,
        sat: &mut Sat<'_>,
        meeting: u32,
        chosen: &[(u32, Lit)],
        at_work: &mut BTreeMap<(u32, u32), Vec<Lit>>,
    ) {
        for (at, &(_, one)) in chosen.iter().enumerate() {
            chosen[..at].iter().for_each(|&(_, other)| sat.clause([!one, !other]));
        }
        for (seat, lit) in &self.seats[&meeting] {
            let place = self.problem.place(meeting as usize, seat.venue);
            let Some(kind) = place.map(|place| place.kind).filter(|&kind| kind != NONE) else { continue };
            let able = |class: u32| {
                self.problem.serves(class, kind) && self.problem.classes[class as usize].free.has(seat.slot as usize)
            };
            sat.clause(chosen.iter().filter(|(class, _)| able(*class)).map(|(_, one)| *one).chain([!*lit]));
            for &(class, one) in chosen.iter().filter(|(class, _)| able(*class)) {
                let works = sat.lit();
                sat.clause([!*lit, !one, works]);
                at_work.entry((class, seat.slot)).or_default().push(works);
            }
        }
    }

    /// A meeting that waits for another is in a later slot.
    fn order(&mut self, sat: &mut Sat<'_>, meetings: &[u32]) {
        for &meeting in meetings {
            for &first in &self.problem.meetings[meeting as usize].after {
                let when = self.limit(sat, Limit::After(meeting as usize, first as usize));
                for (seat, lit) in self.seats[&meeting].clone() {
                    let earlier =
                        self.seats.get(&first).into_iter().flatten().filter(|(other, _)| other.slot < seat.slot);
                    sat.clause(earlier.map(|(_, lit)| *lit).chain([!lit, !when]));
                }
            }
        }
    }
}
