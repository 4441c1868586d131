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

/// Compares schedules.
#[derive(Clone, Debug)]
pub(crate) struct Worth {
    levels: Vec<Level>,
    /// What one of each counts for the search.
    missing: f64,
    moved: f64,
    weight: f64,
    fairness: f64,
    breaks: f64,
}

impl Worth {
    pub(crate) fn new(problem: &Problem, stay: Stay) -> Self {
        let mut levels: Vec<_> = problem.objectives.iter().map(|&objective| Level::Measure(objective)).collect();
        match stay {
            Stay::No => {}
            Stay::First => levels.insert(0, Level::Moved),
            Stay::AfterFirst => levels.insert(levels.len().min(1), Level::Moved),
        }
        let mut worth = Self { levels, missing: 0.0, moved: 0.0, weight: 0.0, fairness: 0.0, breaks: 0.0 };
        worth.weigh(problem);
        worth
    }

    /// The first level counts fully, each one after it less, so that the search cares for all of them at once.
    #[expect(clippy::float_arithmetic, reason = "the search trades one measure for another")]
    fn weigh(&mut self, problem: &Problem) {
        let count = problem.meetings.len().max(1) as f64;
        let mean = problem.meetings.iter().map(|meeting| meeting.weight as f64).sum::<f64>() / count;
        let mut share = 1.0;
        for level in self.levels.clone() {
            match level {
                Level::Moved => self.moved = 4.0 * share,
                Level::Measure(Objective::Weight) => self.weight = 3.0 * share / mean.max(1.0),
                Level::Measure(Objective::Fairness) => self.fairness = 0.5 * share,
                Level::Measure(Objective::Breaks) => self.breaks = share,
                Level::Measure(Objective::TableChanges) => continue,
            }
            share *= 0.2;
        }
        self.missing = 10.0;
    }

    /// What the search wants to be small.
    #[inline]
    #[expect(clippy::float_arithmetic, reason = "the search trades one measure for another")]
    pub(crate) fn cost(&self, tally: &Tally) -> f64 {
        self.missing * (tally.missing + tally.uneven) as f64
            + self.moved * tally.moved as f64
            + self.fairness * tally.fairness as f64
            + self.breaks * tally.breaks as f64
            - self.weight * tally.weight as f64
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
