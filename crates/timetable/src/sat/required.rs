//! Whether the required meetings can be held at all; if not, a few of them and of the rules that contradict.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use batsat::Lit;

use super::breaks::{break_ends, even_where};
use super::model::Model;
use super::solver::{Answer, Sat};
use crate::problem::Problem;

/// A rule that stands in the way. The numbers are places in the lists of the instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// This participant is in one meeting at a time, and only in slots in which they are free.
    OneAtATime(usize),
    /// This participant's `max_meetings`, or the number of their free slots.
    MaxMeetings(usize),
    /// The tables of this venue.
    Tables(usize),
    /// The interpreters of the same class as this one: alike in venue, languages, times and limit.
    Interpreters(usize),
    /// The first meeting has to come after the second.
    After(usize, usize),
    /// This participant has not so many more breaks, nor so many fewer, than the others that are named so.
    EvenBreaks(usize),
}

/// Required meetings that cannot all be held, and the rules that forbid it. Without any one of them there would be a way,
/// unless `minimal` is false: then the search for what can be left out ended early.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contradiction {
    /// Places of the meetings in the instance.
    pub meetings: Vec<usize>,
    /// The rules. Empty: the one meeting has no slot in which it could be held.
    pub limits: Vec<Limit>,
    /// Whether nothing of it can be left out.
    pub minimal: bool,
}

/// More seats than this are not looked into; nor more than that, where breaks count.
const MOST_SEATS: usize = 1_000_000;
const MOST_SEATS_WITH_BREAKS: usize = 60_000;
/// How many clauses may be learnt for the first answer, and for each that makes it smaller.
const EFFORT: u64 = 300_000;
const SMALLER: u64 = 20_000;

/// The contradiction of the required meetings, if there is one and it is found in time.
pub(crate) fn required(problem: &Problem, ended: &AtomicBool) -> Option<Contradiction> {
    let meetings = needed(problem);
    if let Some(&alone) = meetings.iter().find(|&&meeting| problem.meetings[meeting as usize].places.is_empty()) {
        return Some(Contradiction { meetings: vec![alone as usize], limits: Vec::new(), minimal: true });
    }
    if meetings.is_empty() || seats(problem, &meetings) > MOST_SEATS {
        return None;
    }
    let mut sat = Sat::new(ended);
    let model = Model::new(&mut sat, problem, &meetings);
    match sat.solve(&model.assumed(), EFFORT) {
        Answer::No(core) => Some(named(&model, smallest(&mut sat, core))),
        Answer::Yes => uneven(problem, &meetings, ended),
        Answer::Unknown => None,
    }
}

/// The contradiction of the required meetings with the rule on breaks. The other meetings can be held or not: they may
/// fill a break, or make one.
fn uneven(problem: &Problem, required: &[u32], ended: &AtomicBool) -> Option<Contradiction> {
    let difference = problem.max_break_difference? as usize;
    let all: Vec<u32> = (0..).zip(&problem.meetings).map(|(at, _)| at).collect();
    if seats(problem, &all) > MOST_SEATS_WITH_BREAKS {
        return None;
    }
    let mut sat = Sat::new(ended);
    let mut model = Model::new(&mut sat, problem, &all);
    let ends = break_ends(&mut sat, &model, false);
    let even: Vec<Lit> = (0..ends.len()).map(|person| model.limit(&mut sat, Limit::EvenBreaks(person))).collect();
    even_where(&mut sat, &ends, difference, Some(&even));
    model.held.retain(|meeting, _| required.binary_search(meeting).is_ok());
    match sat.solve(&model.assumed(), EFFORT) {
        Answer::No(core) => Some(named(&model, smallest(&mut sat, core))),
        Answer::Yes | Answer::Unknown => None,
    }
}

/// In how many places these meetings could be.
fn seats(problem: &Problem, meetings: &[u32]) -> usize {
    let of = |meeting: &u32| problem.meetings[*meeting as usize].places.iter().map(|place| place.slots.len());
    meetings.iter().flat_map(of).sum()
}

/// The required meetings and all that have to be held before them.
fn needed(problem: &Problem) -> Vec<u32> {
    let mut all: BTreeSet<u32> = BTreeSet::new();
    let mut next: Vec<u32> =
        (0..).zip(&problem.meetings).filter(|(_, facts)| facts.required).map(|(at, _)| at).collect();
    while let Some(meeting) = next.pop() {
        if all.insert(meeting) {
            next.extend(&problem.meetings[meeting as usize].after);
        }
    }
    all.into_iter().collect()
}

/// Leaves out what is not needed for the contradiction, one by one. The second: whether all were tried with an answer.
fn smallest(sat: &mut Sat<'_>, mut core: Vec<Lit>) -> (Vec<Lit>, bool) {
    let (mut at, mut sure) = (0, true);
    while at < core.len() {
        let without: Vec<Lit> = core[..at].iter().chain(&core[at + 1..]).copied().collect();
        match sat.solve(&without, SMALLER) {
            Answer::No(less) => core = less,
            Answer::Yes => at += 1,
            Answer::Unknown => (at, sure) = (at + 1, false),
        }
    }
    (core, sure)
}

fn named(model: &Model<'_>, (core, minimal): (Vec<Lit>, bool)) -> Contradiction {
    let class = |limit: &Limit| match *limit {
        Limit::Interpreters(class) => Limit::Interpreters(model.problem.classes[class].members[0] as usize),
        other => other,
    };
    let within = |lit: &Lit| core.contains(lit);
    Contradiction {
        meetings: model.held.iter().filter(|(_, lit)| within(lit)).map(|(&meeting, _)| meeting as usize).collect(),
        limits: model.limits.iter().filter(|(_, lit)| within(lit)).map(|(limit, _)| class(limit)).collect(),
        minimal,
    }
}
