//! The fewest breaks of a timetable in which every meeting is required, proven: what cannot be at once is found again and
//! again, and each time one more break is allowed (core-guided MaxSAT, the method OLL of Andres and others, 2012).

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use batsat::Lit;

use super::breaks::{break_ends, even};
use super::count::counted;
use super::model::Model;
use super::solver::{Answer, Sat};
use crate::problem::Problem;
use crate::solve::Seat;

/// More seats than this are not looked into.
const MOST_SEATS: usize = 60_000;
/// How many clauses may be learnt between two looks at the time, and to make a contradiction smaller.
const SLICE: u64 = 1_000;
const SMALLER: u64 = 500;
/// Contradictions larger than this are not made smaller.
const LARGE: usize = 60;

/// Whether every meeting has to be held, so that breaks are all there is to improve.
pub(crate) fn all_required(problem: &Problem) -> bool {
    let seats =
        |meeting: &crate::problem::MeetingFacts| meeting.places.iter().map(|place| place.slots.len()).sum::<usize>();
    let meetings = &problem.meetings;
    !meetings.is_empty()
        && meetings.iter().all(|meeting| meeting.required)
        && meetings.iter().map(seats).sum::<usize>() <= MOST_SEATS
}

/// Tells `found` of better and better proofs: no plan has fewer breaks; in the end also of a plan that has no more.
/// `found` says whether to go on.
pub(crate) fn fewest_breaks(
    problem: &Problem,
    ended: &AtomicBool,
    found: &mut dyn FnMut(i64, Option<Vec<Seat>>) -> bool,
) {
    let mut sat = Sat::new(ended);
    let meetings: Vec<u32> = (0..).zip(&problem.meetings).map(|(at, _)| at).collect();
    let model = Model::new(&mut sat, problem, &meetings);
    model.assumed().into_iter().for_each(|lit| sat.clause([lit]));
    let ends = break_ends(&mut sat, &model, true);
    if let Some(limit) = problem.max_break_difference {
        even(&mut sat, &ends, limit as usize);
    }
    let mut search = Fewest::new(ends.concat().into_iter().map(|end| !end));
    if search.run(&mut sat, &mut |proven| found(proven, None)) {
        found(search.proven, Some(model.seats(&sat)));
    }
}

/// What is hoped for, and how much of it is proven to be in vain.
pub(super) struct Fewest {
    /// Each hope; and for "no more than k of these", the counter with k.
    hopes: BTreeMap<Lit, Option<(Vec<Lit>, usize)>>,
    proven: i64,
}

impl Fewest {
    /// Hopes that these are true.
    pub(super) fn new(hopes: impl Iterator<Item = Lit>) -> Self {
        Self { hopes: hopes.map(|lit| (lit, None)).collect(), proven: 0 }
    }

    /// Allows one more hope to fail, again and again, until an answer fulfils the others: then as few fail as can be.
    /// `on` is told how many have to fail at least, and says whether to go on.
    pub(super) fn run(&mut self, sat: &mut Sat<'_>, on: &mut dyn FnMut(i64) -> bool) -> bool {
        loop {
            let hopes: Vec<Lit> = self.hopes.keys().copied().collect();
            match sat.solve(&hopes, SLICE) {
                Answer::Yes => return true,
                Answer::No(core) if core.is_empty() => return false,
                Answer::No(core) => self.allow_one(sat, core),
                Answer::Unknown => {}
            }
            if !on(self.proven) {
                return false;
            }
        }
    }

    /// From here on no more of them may fail.
    pub(super) fn settle(&self, sat: &mut Sat<'_>) {
        self.hopes.keys().for_each(|&lit| sat.clause([lit]));
    }

    /// These hopes cannot hold together: one may fail, but no two.
    fn allow_one(&mut self, sat: &mut Sat<'_>, core: Vec<Lit>) {
        let core = smaller(sat, core);
        self.proven += 1;
        for lit in &core {
            if let Some(Some((counter, allowed))) = self.hopes.remove(lit) {
                self.hope(counter, allowed + 1);
            }
        }
        if let [lit] = core[..] {
            sat.clause([!lit]);
            return;
        }
        let failed: Vec<Lit> = core.iter().map(|&lit| !lit).collect();
        sat.clause(failed.iter().copied());
        let counter = counted(sat, &failed, failed.len());
        self.hope(counter, 1);
    }

    /// Hopes that no more than so many of a counter are true.
    fn hope(&mut self, counter: Vec<Lit>, allowed: usize) {
        if let Some(&more) = counter.get(allowed) {
            self.hopes.insert(!more, Some((counter, allowed)));
        }
    }
}

/// Leaves out of a contradiction what is quickly seen not to be needed.
fn smaller(sat: &mut Sat<'_>, mut core: Vec<Lit>) -> Vec<Lit> {
    let mut at = 0;
    while core.len() > 1 && core.len() <= LARGE && at < core.len() {
        let without: Vec<Lit> = core[..at].iter().chain(&core[at + 1..]).copied().collect();
        match sat.solve(&without, SMALLER) {
            Answer::No(less) if !less.is_empty() => core = less,
            _ => at += 1,
        }
    }
    core
}
