//! The breaks of each person, and how evenly they fall.

use crate::problem::{Problem, Slots};

/// How many breaks each person has.
#[derive(Clone, Debug)]
pub(super) struct Breaks {
    /// By how much they may differ, if that is a rule.
    limit: Option<usize>,
    of: Vec<u32>,
    /// How many people have 0, 1, 2… breaks.
    how_many: Vec<i64>,
}

impl Breaks {
    pub(super) fn new(problem: &Problem) -> Self {
        let mut how_many = vec![0; problem.slot_count() + 1];
        how_many[0] = i64::try_from(problem.people.len()).unwrap_or(i64::MAX);
        let limit = problem.max_break_difference.map(|limit| limit as usize);
        Self { limit, of: vec![0; problem.people.len()], how_many }
    }

    pub(super) fn of(&self, person: u32) -> u32 {
        self.of[person as usize]
    }

    /// Adds to somebody's breaks.
    pub(super) fn add(&mut self, person: usize, more: i64) {
        self.how_many[self.of[person] as usize] -= 1;
        self.of[person] = self.of[person].saturating_add_signed(i32::try_from(more).unwrap_or(0));
        self.how_many[self.of[person] as usize] += 1;
    }

    /// How many breaks too many or too few there are, at least, for the rule on their difference.
    pub(super) fn uneven(&self) -> i64 {
        let Some(limit) = self.limit else { return 0 };
        let lows = 0..self.how_many.len();
        lows.map(|low| self.outside(low, low + limit)).min().unwrap_or(0)
    }

    /// How far people are outside of this range, all together.
    fn outside(&self, low: usize, high: usize) -> i64 {
        let far = |breaks: usize| low.saturating_sub(breaks) + breaks.saturating_sub(high);
        let each = self.how_many.iter().enumerate().filter(|(_, people)| **people > 0);
        each.map(|(breaks, people)| people * i64::try_from(far(breaks)).unwrap_or(i64::MAX)).sum()
    }
}

/// How many breaks a person gets more by meeting in this slot too; less than 0: fewer. `busy` may have the slot or not.
#[inline]
pub(crate) fn more_breaks(problem: &Problem, busy: &Slots, slot: usize) -> i64 {
    let facts = &problem.slots[slot];
    let next_to = |slot: Option<u32>| slot.is_some_and(|slot| busy.has(slot as usize));
    match (busy.meets(facts.before), busy.meets(facts.after)) {
        (false, false) => 0,
        (true, false) => i64::from(!next_to(facts.previous)),
        (false, true) => i64::from(!next_to(facts.next)),
        (true, true) => 1 - i64::from(next_to(facts.previous)) - i64::from(next_to(facts.next)),
    }
}
