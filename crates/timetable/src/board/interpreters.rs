//! Who could interpret.

use super::Board;
use crate::problem::NONE;

/// Nobody can interpret, even if others change places.
#[derive(Debug)]
pub(crate) struct Nobody;

impl Board<'_> {
    /// The interpreters of a kind.
    pub(crate) fn interpreters_of(&self, kind: u32) -> Vec<usize> {
        let classes = self.problem.kinds.get(kind as usize).map(Vec::as_slice).unwrap_or_default();
        let members = classes.iter().flat_map(|class| &self.problem.classes[*class as usize].members);
        members.map(|one| *one as usize).collect()
    }

    /// Whether an interpreter works in a slot.
    pub(crate) fn works(&self, interpreter: usize, slot: usize) -> bool {
        self.skills[interpreter].free.has(slot)
    }

    /// Whether an interpreter has as many meetings as they can have.
    pub(crate) fn is_used_up(&self, interpreter: usize) -> bool {
        self.service_counts[interpreter] >= self.skills[interpreter].cap
    }

    /// Whether an interpreter can serve a meeting where it is or would be.
    pub(super) fn can_serve(&self, interpreter: usize, kind: u32) -> bool {
        kind != NONE && self.problem.serves(self.skills[interpreter].class, kind)
    }

    /// An interpreter of this kind for this slot, the wanted one if they can; nobody where none is needed. Meetings of the
    /// slot exchange theirs where that frees one.
    pub(crate) fn free_interpreter(
        &mut self,
        kind: u32,
        slot: usize,
        wanted: Option<usize>,
    ) -> Result<Option<usize>, Nobody> {
        if kind == NONE {
            return Ok(None);
        }
        let mut seen = vec![false; self.skills.len()];
        let wanted = wanted.filter(|one| self.can_serve(*one, kind));
        let able: Vec<usize> = wanted.into_iter().chain(self.interpreters_of(kind)).collect();
        let idle = able.iter().copied().find(|one| self.is_idle(*one, slot));
        idle.or_else(|| self.relieve(&able, slot, &mut seen)).map(Some).ok_or(Nobody)
    }

    pub(super) fn is_idle(&self, interpreter: usize, slot: usize) -> bool {
        self.works(interpreter, slot) && !self.is_used_up(interpreter) && self.service_at(interpreter, slot).is_none()
    }

    /// Frees one of these in the slot by giving their meeting another interpreter, and so on.
    fn relieve(&mut self, able: &[usize], slot: usize, seen: &mut [bool]) -> Option<usize> {
        for &one in able {
            if seen[one] || !self.works(one, slot) {
                continue;
            }
            seen[one] = true;
            let Some(meeting) = self.service_at(one, slot).filter(|meeting| self.is_movable(*meeting)) else {
                continue;
            };
            if self.hand_over(meeting, slot, seen) {
                return Some(one);
            }
        }
        None
    }

    fn hand_over(&mut self, meeting: usize, slot: usize, seen: &mut [bool]) -> bool {
        let Some(seat) = self.seat(meeting) else { return false };
        let Some(place) = self.problem.place(meeting, super::small(seat.venue)) else { return false };
        let able = self.interpreters_of(place.kind);
        let other =
            able.iter().copied().find(|one| self.is_idle(*one, slot)).or_else(|| self.relieve(&able, slot, seen));
        if let Some(other) = other {
            self.set(meeting, Some(super::Seat { interpreter: Some(other), ..seat }));
        }
        other.is_some()
    }
}
