//! A first schedule whose breaks are as even as the rule wants: whoever has too many leaves out what is worth least.

use super::moves::drop::{leave_out_all, run_around};
use super::state::State;
use super::trial::Trial;
use crate::problem::Slots;

/// Leaves out meetings until no two people's breaks differ too much, or nothing more can be left out.
pub(crate) fn settle(state: &mut State<'_>) {
    let mut stuck = vec![false; state.problem.people.len()];
    while state.tally.uneven > 0 {
        let people = (0..).zip(&stuck).filter(|(_, stuck)| !**stuck).map(|(person, _)| person);
        let Some(person) = people.max_by_key(|person: &u32| state.breaks_of(*person)) else { return };
        if state.breaks_of(person) == 0 {
            return;
        }
        stuck[person as usize] = !leave_out_a_run(state, person);
    }
}

/// One break less for a person: the meetings between two breaks, or at an end of the day, that are worth least go.
fn leave_out_a_run(state: &mut State<'_>, person: u32) -> bool {
    let mut runs: Vec<(i64, Slots)> = Vec::new();
    for slot in state.busy[person as usize].iter() {
        let run = run_around(state, person, slot);
        // Only where there is a break in the same session one less helps.
        if broken(state, person, slot, run) && !runs.iter().any(|(_, other)| other.has(slot)) {
            runs.push((worth(state, person, run), run));
        }
    }
    runs.sort_by_key(|(worth, _)| *worth);
    runs.into_iter().any(|(_, run)| {
        let mut trial = Trial::default();
        let needed = run.iter().any(|slot| state.problem.meetings[state.meeting_of(person, slot) as usize].required);
        let missing = state.tally.missing;
        let gone = !needed && leave_out_all(state, &mut trial, person, run) && state.tally.missing == missing;
        if !gone {
            trial.undo(state);
        }
        gone
    })
}

/// Whether the person meets in the session of this run at another time as well.
fn broken(state: &State<'_>, person: u32, slot: usize, run: Slots) -> bool {
    let session = |slot: usize| state.problem.slots[slot].session;
    state.busy[person as usize].without(run).iter().any(|other| session(other) == session(slot))
}

fn worth(state: &State<'_>, person: u32, run: Slots) -> i64 {
    run.iter().map(|slot| state.problem.meetings[state.meeting_of(person, slot) as usize].weight).sum()
}
