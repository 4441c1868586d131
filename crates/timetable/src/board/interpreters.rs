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

    /// The class of an interpreter.
    pub(crate) fn class_of(&self, interpreter: usize) -> u32 {
        self.skills[interpreter].class
    }

    /// One of a class who is idle in a slot: the wanted one, else who has served least.
    pub(super) fn member(&self, class: u32, slot: usize, wanted: Option<usize>) -> Option<usize> {
        let members = self.problem.classes.get(class as usize)?.members.iter().map(|one| *one as usize);
        let idle = members.filter(|one| self.is_idle(*one, slot));
        idle.min_by_key(|one| (wanted != Some(*one), self.service_counts[*one]))
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
        let wanted = wanted.filter(|one| self.can_serve(*one, kind));
        let able: Vec<usize> = wanted.into_iter().chain(self.interpreters_of(kind)).collect();
        let idle = able.iter().copied().find(|one| self.is_idle(*one, slot));
        idle.or_else(|| self.relieve(&able, slot)).map(Some).ok_or(Nobody)
    }

    pub(super) fn is_idle(&self, interpreter: usize, slot: usize) -> bool {
        self.works(interpreter, slot) && !self.is_used_up(interpreter) && self.service_at(interpreter, slot).is_none()
    }

    /// Frees one of these in the slot by giving their meeting to another, whose meeting goes to another, and so on: along
    /// the shortest such chain, found breadth first.
    fn relieve(&mut self, able: &[usize], slot: usize) -> Option<usize> {
        if !self.exchanges {
            return None;
        }
        let mut from: Vec<Option<Option<usize>>> = vec![None; self.skills.len()];
        let mut queue: Vec<usize> = Vec::new();
        self.reach(able, slot, None, &mut from, &mut queue);
        let mut at = 0;
        while let Some(one) = queue.get(at).copied() {
            let others = self.successors(one, slot);
            if let Some(idle) = others.iter().copied().find(|other| self.is_idle(*other, slot)) {
                return Some(self.hand_on(one, idle, slot, &from));
            }
            self.reach(&others, slot, Some(one), &mut from, &mut queue);
            at += 1;
        }
        None
    }

    /// Notes who can be reached: those at work in the slot whose meeting may change.
    fn reach(
        &self,
        list: &[usize],
        slot: usize,
        by: Option<usize>,
        from: &mut [Option<Option<usize>>],
        queue: &mut Vec<usize>,
    ) {
        for &one in list {
            let busy = self.service_at(one, slot).is_some_and(|meeting| self.is_movable(meeting));
            if busy && self.works(one, slot) && from[one].is_none() {
                from[one] = Some(by);
                queue.push(one);
            }
        }
    }

    /// Who could take over what this one does in the slot.
    fn successors(&self, one: usize, slot: usize) -> Vec<usize> {
        let place = self.service_at(one, slot).and_then(|meeting| {
            let venue = self.seat(meeting)?.venue;
            self.problem.place(meeting, super::small(venue))
        });
        place.map(|place| self.interpreters_of(place.kind)).unwrap_or_default()
    }

    /// Hands every meeting of the chain on to the next; gives who is free at its beginning.
    fn hand_on(&mut self, last: usize, idle: usize, slot: usize, from: &[Option<Option<usize>>]) -> usize {
        let (mut one, mut to) = (last, idle);
        loop {
            if let Some((meeting, seat)) =
                self.service_at(one, slot).and_then(|meeting| Some((meeting, self.seat(meeting)?)))
            {
                self.set(meeting, Some(super::Seat { interpreter: Some(to), ..seat }));
            }
            match from[one].flatten() {
                Some(before) => (one, to) = (before, one),
                None => return one,
            }
        }
    }
}
