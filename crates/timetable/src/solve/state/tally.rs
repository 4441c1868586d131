//! What a schedule is worth, by every measure.

use crate::problem::Problem;

/// What a schedule is worth. All but the weight are better when they are less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// How many required meetings are not held, and by how much breaks differ too much.
    pub(crate) missing: i64,
    pub(crate) uneven: i64,
    /// How many agreed meetings are elsewhere or not held.
    pub(crate) moved: i64,
    pub(crate) weight: i64,
    pub(crate) fairness: i64,
    pub(crate) breaks: i64,
}

impl Tally {
    /// The worth of holding nothing.
    pub(crate) fn empty(problem: &Problem) -> Self {
        let required = problem.meetings.iter().filter(|meeting| meeting.required).count();
        let squares = problem.people.iter().map(|person| i64::from(person.target).pow(2));
        Self { missing: i64::try_from(required).unwrap_or(i64::MAX), fairness: squares.sum(), ..Self::default() }
    }

    /// Whether every hard rule holds. The others hold in every state.
    pub(crate) fn valid(&self) -> bool {
        self.missing == 0 && self.uneven == 0
    }
}
