//! The search: small changes, taken when they are better, and by chance when they are a little worse, less and less so.

use super::moves::{drop, kempe, place};
use super::random::Random;
use super::state::{Seat, State, Tally};
use super::trial::Trial;
use super::worth::{Costs, EARLY, Worth};
use crate::problem::Place;

/// How many changes are tried between two looks at the time.
pub(crate) const BEAT: u64 = 512;

/// How often which kind of change is tried: of 16, so many place a meeting that waits, so many more any meeting, and the
/// rest exchange two slots.
#[derive(Clone, Copy, Debug)]
struct Mix {
    waiting: usize,
    placed: usize,
}

impl Mix {
    const ALL: usize = 16;
    /// While meetings are chosen.
    const EARLY: Self = Self { waiting: 6, placed: 12 };
    /// When it is rather settled which are held.
    const LATE: Self = Self { waiting: 1, placed: 8 };
}

/// One search with its own random numbers.
#[derive(Clone, Debug)]
pub(crate) struct Search<'p> {
    pub(crate) state: State<'p>,
    worth: Worth,
    random: Random,
    best: Best,
    beats: usize,
    /// Whether leaving a meeting out can be better.
    drops: bool,
}

/// The best schedule so far.
#[derive(Clone, Debug)]
pub(crate) struct Best {
    pub(crate) seats: Vec<Seat>,
    pub(crate) tally: Tally,
}

impl<'p> Search<'p> {
    pub(crate) fn new(state: State<'p>, worth: Worth, random: Random) -> Self {
        let best = Best { seats: state.seats.clone(), tally: state.tally };
        let drops = worth.may_leave_out(state.problem);
        Self { state, worth, random, best, beats: 0, drops }
    }

    pub(crate) fn best(&self) -> &Best {
        &self.best
    }

    /// Searches while `pace` says how much of the way is done, from 0 to 1; ends when it says none.
    #[expect(clippy::float_arithmetic, reason = "chances are fractions")]
    pub(crate) fn run(&mut self, pace: &mut dyn FnMut(&Best) -> Option<f64>) {
        let mut trial = Trial::default();
        while let Some(done) = pace(&self.best) {
            let costs = self.worth.costs(done);
            let mix = if done < EARLY { Mix::EARLY } else { Mix::LATE };
            let mut cost = costs.of(&self.state.tally);
            for _ in 0..BEAT {
                let limit = cost - self.random.unit().max(1e-12).ln();
                if self.change(&mut trial, mix) && self.reach(&mut trial, &costs, limit) {
                    cost = costs.of(&self.state.tally);
                    trial.keep();
                } else {
                    trial.undo(&mut self.state);
                }
            }
            self.beats += 1;
            if self.beats.is_multiple_of(1 + self.state.seats.len() / 2000) {
                self.note_best();
            }
        }
        self.note_best();
    }

    /// Whether the change is good enough, if need be after filling the time that it left.
    fn reach(&mut self, trial: &mut Trial, costs: &Costs, limit: f64) -> bool {
        costs.of(&self.state.tally) <= limit
            || place::refill(&mut self.state, trial, &mut self.random, &mut |state| costs.of(&state.tally) <= limit)
    }

    /// Goes on from the best schedule so far.
    pub(crate) fn return_to(&mut self, best: &Best) {
        self.jump_to(&best.seats);
    }

    /// Takes over a whole schedule.
    pub(crate) fn jump_to(&mut self, seats: &[Seat]) {
        let here = self.state.seats.clone();
        self.move_to(&here, seats);
        self.note_best();
    }

    /// Makes the changes that lead from one schedule to another, on top of what is there.
    pub(crate) fn move_to(&mut self, from: &[Seat], to: &[Seat]) {
        let changed = || (0..).zip(from.iter().zip(to)).filter(|(_, (from, to))| from != to);
        for (meeting, _) in changed().filter(|(_, (from, _))| **from != Seat::NOWHERE) {
            self.state.take(meeting);
        }
        for (meeting, (_, to)) in changed().filter(|(_, (_, to))| **to != Seat::NOWHERE) {
            self.state.put(meeting, *to);
        }
    }

    pub(crate) fn offer(&mut self, best: &Best) {
        if self.worth.key(&best.tally) < self.worth.key(&self.best.tally) {
            self.best = best.clone();
        }
    }

    pub(crate) fn note_best(&mut self) {
        if self.worth.key(&self.state.tally) < self.worth.key(&self.best.tally) {
            self.best.seats.copy_from_slice(&self.state.seats);
            self.best.tally = self.state.tally;
        }
    }

    /// Tries one change. False: it cannot be.
    fn change(&mut self, trial: &mut Trial, mix: Mix) -> bool {
        let problem = self.state.problem;
        let waiting = self.state.waiting.len(0);
        if problem.meetings.is_empty() {
            return false;
        }
        let kind = self.random.below(Mix::ALL);
        if kind < mix.waiting && waiting > 0 {
            let meeting = self.state.waiting.of(0)[self.random.below(waiting)];
            return self.place(trial, meeting);
        }
        let meeting = u32::try_from(self.random.below(problem.meetings.len())).unwrap_or(0);
        if kind < mix.placed || !self.state.held(meeting) {
            return self.place(trial, meeting);
        }
        if self.drops && kind + 1 == Mix::ALL {
            let here = self.state.active.has(self.state.seats[meeting as usize].slot as usize);
            return here && drop::leave_out(&mut self.state, trial, &mut self.random, meeting);
        }
        let slot = self.random.below(problem.slot_count());
        self.state.active.has(slot)
            && self.state.seats[meeting as usize].slot as usize != slot
            && kempe::exchange(&mut self.state, trial, meeting, slot)
    }

    fn place(&mut self, trial: &mut Trial, meeting: u32) -> bool {
        let places: &'p [Place] = &self.state.problem.meetings[meeting as usize].places;
        if self.state.frozen[meeting as usize] || places.is_empty() {
            return false;
        }
        let place = &places[self.random.below(places.len())];
        let seat = &self.state.seats[meeting as usize];
        let slots = place.slots.and(self.state.active);
        if slots.is_empty() {
            return false;
        }
        let Some(slot) = slots.nth(self.random.below(slots.len())) else { return false };
        if seat.slot as usize == slot && seat.venue == place.venue {
            return false;
        }
        place::place(&mut self.state, trial, &mut self.random, meeting, (place, slot))
    }
}
