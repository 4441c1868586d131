//! Trying something, and taking it back.

use super::{Board, Seat};

/// A moment to go back to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark(usize);

impl Board<'_> {
    /// The moment now.
    pub(crate) fn mark_now(&self) -> Mark {
        Mark(self.log.len())
    }

    /// Undoes everything since that moment.
    pub(crate) fn back_to(&mut self, mark: Mark) {
        while self.log.len() > mark.0 {
            if let Some((meeting, before)) = self.log.pop() {
                self.write(meeting, before);
            }
        }
    }

    /// The meetings that are elsewhere than at that moment, each with where it was.
    pub(crate) fn changed_since(&self, mark: Mark) -> Vec<(usize, Option<Seat>)> {
        let mut first: Vec<(usize, Option<Seat>)> = Vec::new();
        for (meeting, before) in self.log.iter().skip(mark.0) {
            if !first.iter().any(|(known, _)| known == meeting) {
                first.push((*meeting, *before));
            }
        }
        first.retain(|(meeting, before)| self.seat(*meeting) != *before);
        first
    }
}
