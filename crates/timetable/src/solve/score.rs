//! How good a finished plan is, by every measure.

use crate::plan::Score;
use crate::problem::{NONE, Problem};
use crate::solve::state::Seat;

/// Counts everything from the start, without anything that the search kept.
pub(crate) fn score(problem: &Problem, seats: &[Seat], tables: &[u32]) -> Score {
    let mut score = Score::default();
    for (facts, _) in problem.meetings.iter().zip(seats).filter(|(_, seat)| seat.slot != NONE) {
        score.weight += facts.weight.unsigned_abs();
        score.meetings_held += 1;
    }
    for person in &problem.people {
        let mut mine: Vec<usize> = person.meetings.iter().map(|&meeting| meeting as usize).collect();
        mine.retain(|&meeting| seats[meeting].slot != NONE);
        mine.sort_by_key(|&meeting| seats[meeting].slot);
        score.fairness += u64::from(person.target).saturating_sub(mine.len() as u64).pow(2);
        let mut days: Vec<Vec<usize>> = Vec::new();
        for meeting in mine {
            let session = |meeting: usize| problem.slots[seats[meeting].slot as usize].session;
            match days.iter_mut().find(|day| day.first().is_some_and(|&first| session(first) == session(meeting))) {
                Some(day) => day.push(meeting),
                None => days.push(vec![meeting]),
            }
        }
        for pair in days.iter().flat_map(|day| day.windows(2)) {
            let (a, b) = (seats[pair[0]], seats[pair[1]]);
            let between = problem.slots[a.slot as usize].after.and(problem.slots[b.slot as usize].before);
            score.breaks += u64::from(!between.is_empty());
            score.idle_slots += between.and(person.free).len() as u64;
            let onsite = a.venue == b.venue && problem.venues[a.venue as usize].onsite;
            score.table_changes += u64::from(onsite && tables[pair[0]] != tables[pair[1]]);
        }
    }
    score
}
