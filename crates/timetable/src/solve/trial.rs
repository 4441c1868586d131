//! A change that may be taken back.

use super::state::{Seat, State};

/// What a trial did, in order, and which meetings gave way.
#[derive(Debug, Default)]
pub(crate) struct Trial {
    done: Vec<Step>,
    pub(crate) displaced: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Put(u32),
    Took(u32, Seat),
}

impl Trial {
    pub(crate) fn put(&mut self, state: &mut State<'_>, meeting: u32, seat: Seat) {
        state.put(meeting, seat);
        self.done.push(Step::Put(meeting));
    }

    pub(crate) fn take(&mut self, state: &mut State<'_>, meeting: u32) -> Seat {
        let seat = state.take(meeting);
        self.done.push(Step::Took(meeting, seat));
        seat
    }

    /// Takes a meeting out because another needs its place, and those that wait for it. False: it must not move.
    pub(crate) fn displace(&mut self, state: &mut State<'_>, meeting: u32) -> bool {
        if state.frozen[meeting as usize] {
            return false;
        }
        self.take(state, meeting);
        self.displaced.push(meeting);
        let waiting = &state.problem.meetings[meeting as usize].before;
        waiting.iter().all(|&other| !state.held(other) || self.displace(state, other))
    }

    /// Leaves things as they are now.
    pub(crate) fn keep(&mut self) {
        self.done.clear();
        self.displaced.clear();
    }

    /// Puts everything back as it was.
    pub(crate) fn undo(&mut self, state: &mut State<'_>) {
        while let Some(step) = self.done.pop() {
            match step {
                Step::Put(meeting) => drop(state.take(meeting)),
                Step::Took(meeting, seat) => state.put(meeting, seat),
            }
        }
        self.displaced.clear();
    }
}
