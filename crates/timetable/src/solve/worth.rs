//! Which of two schedules is better, and by how much for the search.

use super::state::Tally;
use crate::instance::Objective;
use crate::problem::Problem;

/// When meetings that were agreed already should stay where they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stay {
    /// It does not matter.
    #[default]
    No,
    /// Before all objectives: nothing moves unless a rule forces it.
    First,
    /// After the first objective.
    AfterFirst,
}

/// What counts, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Moved,
    Measure(Objective),
}

/// Temperatures of the first measure, from and to: about so much worse may a change be.
const FIRST: (f64, f64) = (0.5, 0.01);
/// The part of the way in which the first measure cools down.
pub(crate) const EARLY: f64 = 0.3;
/// Temperatures of the measures after it.
const LATER: (f64, f64) = (2.0, 0.2);

/// Compares schedules.
#[derive(Clone, Debug)]
pub(crate) struct Worth {
    levels: Vec<Level>,
    /// How much one unit of weight is: meetings count about 3 of these.
    unit: f64,
    /// How much a break counts that is too many for the rule on their difference.
    uneven: f64,
}

/// What the search wants to be small, at one moment of its way: how much one more of each counts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Costs {
    missing: f64,
    uneven: f64,
    moved: f64,
    weight: f64,
    fairness: f64,
    breaks: f64,
}

#[expect(clippy::float_arithmetic, reason = "the search trades one measure for another")]
impl Costs {
    #[inline]
    pub(crate) fn of(&self, tally: &Tally) -> f64 {
        self.missing * tally.missing as f64
            + self.uneven * tally.uneven as f64
            + self.moved * tally.moved as f64
            + self.fairness * tally.fairness as f64
            + self.breaks * tally.breaks as f64
            - self.weight * tally.weight as f64
    }
}

impl Worth {
    pub(crate) fn new(problem: &Problem, stay: Stay) -> Self {
        let mut levels: Vec<_> = problem.objectives.iter().map(|&objective| Level::Measure(objective)).collect();
        match stay {
            Stay::No => {}
            Stay::First => levels.insert(0, Level::Moved),
            Stay::AfterFirst => levels.insert(levels.len().min(1), Level::Moved),
        }
        Self { levels, unit: unit(problem), uneven: if all_required(problem) { 4.0 } else { 12.0 } }
    }

    /// Whether a break can be worth more than a meeting.
    pub(crate) fn may_leave_out(&self, problem: &Problem) -> bool {
        let at = |wanted: Objective| self.levels.iter().position(|level| *level == Level::Measure(wanted));
        let breaks_first =
            at(Objective::Breaks).is_some_and(|breaks| at(Objective::Weight).is_none_or(|weight| breaks < weight));
        (breaks_first || problem.max_break_difference.is_some()) && !all_required(problem)
    }

    /// What counts how much when so much of the way is done, from 0 to 1: a change that makes things worse by c is taken
    /// with a chance of exp(-c). The first measure cools down first and those after it later, so that all of them
    /// are cared for at once, and no later one is bought with an earlier one in the end.
    #[expect(clippy::float_arithmetic, reason = "the search trades one measure for another")]
    pub(crate) fn costs(&self, done: f64) -> Costs {
        let first = 1.0 / cool(FIRST, done / EARLY);
        let later = 1.0 / cool(LATER, done);
        let mut costs = Costs { missing: 4.0 * first, uneven: self.uneven * first, ..Costs::default() };
        let mut share = first;
        for (at, level) in self.levels.iter().enumerate() {
            match level {
                Level::Moved => costs.moved = 4.0 * share,
                Level::Measure(Objective::Weight) => costs.weight = share / self.unit,
                Level::Measure(Objective::Fairness) => costs.fairness = 0.5 * share,
                Level::Measure(Objective::Breaks) => costs.breaks = share,
                Level::Measure(Objective::TableChanges) => continue,
            }
            share = if at == 0 { later } else { 0.3 * share };
        }
        costs
    }

    /// Less is better, in the order of the levels.
    pub(crate) fn key(&self, tally: &Tally) -> [i64; 6] {
        let mut key = [0; 6];
        key[0] = tally.missing + tally.uneven;
        for (at, level) in key[1..].iter_mut().zip(&self.levels) {
            *at = match level {
                Level::Moved => tally.moved,
                Level::Measure(Objective::Weight) => -tally.weight,
                Level::Measure(Objective::Fairness) => tally.fairness,
                Level::Measure(Objective::Breaks) => tally.breaks,
                Level::Measure(Objective::TableChanges) => 0,
            };
        }
        key
    }
}

fn all_required(problem: &Problem) -> bool {
    problem.meetings.iter().all(|meeting| meeting.required)
}

/// From one temperature to the other, evenly in their logarithms.
#[expect(clippy::float_arithmetic, reason = "temperatures are fractions")]
fn cool((from, to): (f64, f64), done: f64) -> f64 {
    from * (to / from).powf(done.min(1.0))
}

#[expect(clippy::float_arithmetic, reason = "a mean of priorities")]
fn unit(problem: &Problem) -> f64 {
    let count = problem.meetings.len().max(1) as f64;
    let mean = problem.meetings.iter().map(|meeting| meeting.weight as f64).sum::<f64>() / count;
    mean.max(1.0) / 3.0
}
