//! One run of the solver: rounds of two searches side by side, brought together after each.
//!
//! There are always two, however many threads there are, so that the same seed and the same number of changes give the
//! same plan everywhere.

use super::anneal::{BEAT, Best, Search};
use super::options::{Options, Pace, Progress};
use super::random::Random;
use super::split::{Half, halves};
use super::state::State;
use super::watch::Watch;
use super::worth::Worth;
use crate::plan::Score;

/// The whole way, in millionths.
pub(crate) const ALL: u32 = 1_000_000;
/// Where slots are halved: how many times on the way.
const ROUNDS: u32 = 100;
/// From so many meetings on the searches take half of the slots each; before, both take all.
const MANY: usize = 1000;

/// A run and what it knows.
pub(crate) struct Run<'a, 'p> {
    lanes: [Search<'p>; 2],
    random: Random,
    options: &'a Options,
    watch: &'a Watch<'a>,
    pace: &'a mut dyn FnMut(&Progress) -> Pace,
    iterations: u64,
}

impl<'a, 'p> Run<'a, 'p> {
    pub(crate) fn new(
        state: &State<'p>,
        options: &'a Options,
        watch: &'a Watch<'a>,
        pace: &'a mut dyn FnMut(&Progress) -> Pace,
    ) -> Self {
        let worth = Worth::new(state.problem, options.stay);
        let lane = |lane| Search::new(state.clone(), worth.clone(), Random::new(options.seed, lane));
        let lanes = [lane(0), lane(1)];
        Self { lanes, random: Random::new(options.seed, 2), options, watch, pace, iterations: 0 }
    }

    /// With one thread: proves what can be proven in the first part of the time.
    pub(crate) fn prove_first(&mut self) {
        let (best, watch, counted) = (self.lanes[0].best(), self.watch, self.options.iterations.is_some());
        let pace = &mut self.pace;
        watch.prove(&mut || match pace(&progress(best, watch, 0)) {
            Pace::Stop => {
                watch.end();
                false
            }
            Pace::Used(used) => {
                watch.use_up(used);
                counted || used < ALL / 5
            }
        });
    }

    pub(crate) fn search(&mut self) {
        let meetings = self.lanes[0].state.problem.meetings.len();
        let halved = meetings >= MANY && self.lanes[0].state.problem.max_break_difference.is_none();
        let rounds = if halved { ROUNDS } else { cycles(meetings) };
        let mut from = if self.options.iterations.is_some() { 0 } else { self.watch.used() };
        for round in 1..=rounds {
            let to = ALL / rounds * round;
            if to <= from || self.watch.ended() {
                continue;
            }
            let busy = (halved || self.watch.breaks_alone()) && !self.watch.settled();
            let alone = self.options.iterations.is_none() && (self.options.threads <= 1 || busy);
            if alone {
                self.whole(from, to, halved);
            } else if halved {
                self.halved(from, to);
            } else {
                self.both(from, to);
            }
            from = to.max(if self.options.iterations.is_some() { 0 } else { self.watch.used() });
        }
    }

    /// The best plan, and how many changes were tried.
    pub(crate) fn finish(mut self) -> (Best, u64) {
        if let Some(proven) = self.watch.proven_seats() {
            self.lanes[0].jump_to(&proven);
        }
        (self.lanes[0].best().clone(), self.iterations)
    }

    /// One search of everything.
    fn whole(&mut self, from: u32, to: u32, halved: bool) {
        self.side_by_side(Round { from, to, cycle: !halved, alone: true });
        if !halved {
            let best = self.lanes[0].best().clone();
            self.lanes[0].return_to(&best);
        }
    }

    /// Two searches of everything; the better one is where both go on.
    fn both(&mut self, from: u32, to: u32) {
        self.side_by_side(Round { from, to, cycle: true, alone: false });
        let other = self.lanes[1].best().clone();
        self.lanes[0].offer(&other);
        let best = self.lanes[0].best().clone();
        self.lanes.iter_mut().for_each(|lane| lane.return_to(&best));
    }

    /// Each search changes one half of the slots; then both take over what the other did.
    fn halved(&mut self, from: u32, to: u32) {
        let before = self.lanes[0].state.seats.clone();
        let there = self.lanes[1].state.seats.clone();
        self.lanes[1].move_to(&there, &before);
        let halves = halves(&self.lanes[0].state, &mut self.random);
        let whole = Half::of(&self.lanes[0].state);
        for (lane, half) in self.lanes.iter_mut().zip(halves) {
            half.put_on(&mut lane.state);
        }
        self.side_by_side(Round { from, to, cycle: false, alone: false });
        for lane in &mut self.lanes {
            whole.clone().put_on(&mut lane.state);
        }
        let other = self.lanes[1].best().clone();
        let after = self.lanes[1].state.seats.clone();
        self.lanes[0].offer(&other);
        self.lanes[0].move_to(&before, &after);
        self.lanes[0].note_best();
    }

    fn side_by_side(&mut self, round: Round) {
        let share = u64::from(round.to - round.from);
        let quota = self
            .options
            .iterations
            .map(|all| (all * share / u64::from(ALL) / if round.alone { 1 } else { 2 }).max(BEAT));
        let Self { lanes: [first, second], watch, pace, options, iterations, .. } = self;
        let before = *iterations;
        let mut done = 0;
        let mut lead = |best: &Best| {
            let used = pace(&progress(best, watch, before + done));
            if best.tally.valid() {
                watch.reached(best.tally.breaks);
            }
            match used {
                Pace::Stop => watch.end(),
                Pace::Used(used) if quota.is_none() => watch.use_up(used),
                Pace::Used(_) => {}
            }
            done += BEAT;
            round.part(quota, done - BEAT, watch)
        };
        if round.alone {
            first.run(&mut lead);
            *iterations = before + done;
            return;
        }
        let mut followed = 0;
        let mut follow = |_: &Best| {
            followed += BEAT;
            round.part(quota, followed - BEAT, watch)
        };
        if options.threads <= 1 {
            first.run(&mut lead);
            second.run(&mut follow);
        } else {
            std::thread::scope(|scope| {
                scope.spawn(|| second.run(&mut follow));
                first.run(&mut lead);
            });
        }
        *iterations = before + done + followed;
    }
}

/// Part of a run, in millionths of its way.
#[derive(Clone, Copy, Debug)]
struct Round {
    from: u32,
    to: u32,
    /// Whether it cools down by itself, from its own beginning to its own end.
    cycle: bool,
    alone: bool,
}

impl Round {
    /// How far on its way the cooling is, from 0 to 1; none at the end of the round.
    #[expect(clippy::float_arithmetic, reason = "a share of the way")]
    fn part(&self, quota: Option<u64>, done: u64, watch: &Watch<'_>) -> Option<f64> {
        let (from, to) = (f64::from(self.from), f64::from(self.to));
        let at = match quota {
            Some(all) => from + (to - from) * done as f64 / all as f64,
            None => f64::from(watch.used()),
        };
        let part = if self.cycle { (at - from) / (to - from) } else { at / f64::from(ALL) };
        (at < to && !watch.ended()).then_some(part.clamp(0.0, 1.0))
    }
}

/// How many times a search of everything cools down.
fn cycles(meetings: usize) -> u32 {
    if meetings < 400 { 8 } else { 2 }
}

fn progress(best: &Best, watch: &Watch<'_>, iterations: u64) -> Progress {
    let tally = &best.tally;
    let score = Score {
        weight: tally.weight.unsigned_abs(),
        fairness: tally.fairness.unsigned_abs(),
        breaks: tally.breaks.unsigned_abs(),
        ..Score::default()
    };
    Progress { iterations, best: score, valid: tally.valid(), bound: watch.bound() }
}
