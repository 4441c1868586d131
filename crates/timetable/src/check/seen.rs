//! The plan laid over the event: what the rules look at.

use super::Violation;
use crate::instance::{Instance, Interpreter, Meeting, Participant, Slot, Venue};
use crate::plan::{Assignment, Plan};
use std::collections::HashMap;

/// A meeting that is held.
pub(super) struct Sitting<'a> {
    /// What is held.
    pub(super) meeting: &'a Meeting,
    /// The number of its slot.
    pub(super) slot: usize,
    /// Where.
    pub(super) venue: &'a Venue,
    /// Who interprets, if one is named who exists.
    pub(super) interpreter: Option<usize>,
    /// How the plan says it.
    pub(super) said: &'a Assignment,
}

/// The plan laid over the event.
pub(super) struct Seen<'a> {
    pub(super) instance: &'a Instance,
    pub(super) plan: &'a Plan,
    /// The meetings held, in the order of the plan.
    pub(super) sittings: Vec<Sitting<'a>>,
    /// Where a meeting's sitting is, by the meeting's id.
    pub(super) held: HashMap<&'a str, usize>,
    /// For each participant its sittings in the order of time.
    pub(super) agendas: Vec<Vec<usize>>,
    /// The same for each interpreter.
    pub(super) services: Vec<Vec<usize>>,
    people: HashMap<&'a str, usize>,
    slots: HashMap<&'a str, usize>,
    venues: HashMap<&'a str, usize>,
}

impl<'a> Seen<'a> {
    /// Lays the plan over the event. What it does not find there, and what is there twice, is a violation and is left out.
    pub(super) fn of(instance: &'a Instance, plan: &'a Plan, violations: &mut Vec<Violation>) -> Self {
        let mut seen = Self {
            instance,
            plan,
            sittings: Vec::with_capacity(plan.assignments.len()),
            held: HashMap::new(),
            agendas: vec![Vec::new(); instance.participants.len()],
            services: vec![Vec::new(); instance.interpreters.len()],
            people: numbers(instance.participants.iter().map(|one| &one.id)),
            slots: numbers(instance.slots.iter().map(|one| &one.id)),
            venues: numbers(instance.venues.iter().map(|one| &one.id)),
        };
        seen.sit(violations);
        seen.arrange();
        seen
    }

    /// Rules: every assignment is of a meeting, a slot and a venue of the instance, and no meeting has two.
    fn sit(&mut self, violations: &mut Vec<Violation>) {
        let meetings = numbers(self.instance.meetings.iter().map(|one| &one.id));
        let interpreters = numbers(self.instance.interpreters.iter().map(|one| &one.id));
        for said in &self.plan.assignments {
            let meeting = find(&meetings, &said.meeting).and_then(|at| self.instance.meetings.get(at));
            let venue = self.venue(&said.venue);
            let (Some(meeting), Some(slot), Some(venue)) = (meeting, find(&self.slots, &said.slot), venue) else {
                violations.push(Violation::unknown(said));
                continue;
            };
            if self.held.contains_key(meeting.id.as_str()) {
                violations.push(Violation::HeldTwice { meeting: meeting.id.clone() });
                continue;
            }
            let interpreter = said.interpreter.as_ref().and_then(|id| find(&interpreters, id));
            self.held.insert(&meeting.id, self.sittings.len());
            self.sittings.push(Sitting { meeting, slot, venue, interpreter, said });
        }
    }

    fn arrange(&mut self) {
        let mut order: Vec<usize> = (0..self.sittings.len()).collect();
        order.sort_by_key(|at| self.sittings.get(*at).map(|sitting| sitting.slot));
        for at in order {
            let Some(sitting) = self.sittings.get(at) else { continue };
            for id in &sitting.meeting.participants {
                if let Some(agenda) = find(&self.people, id).and_then(|one| self.agendas.get_mut(one)) {
                    agenda.push(at);
                }
            }
            if let Some(service) = sitting.interpreter.and_then(|one| self.services.get_mut(one)) {
                service.push(at);
            }
        }
    }

    /// The sitting of a meeting, if it is held.
    pub(super) fn sitting(&self, meeting: &str) -> Option<&Sitting<'a>> {
        self.held.get(meeting).and_then(|at| self.sittings.get(*at))
    }

    /// The venue of this id.
    pub(super) fn venue(&self, id: &str) -> Option<&'a Venue> {
        self.instance.venues.get(find(&self.venues, id)?)
    }

    /// The participants of a sitting.
    pub(super) fn participants(&self, sitting: &Sitting<'a>) -> impl Iterator<Item = &'a Participant> {
        let people = &self.instance.participants;
        sitting.meeting.participants.iter().filter_map(|id| people.get(find(&self.people, id)?))
    }

    /// The interpreter of a sitting.
    pub(super) fn interpreter(&self, sitting: &Sitting<'a>) -> Option<&'a Interpreter> {
        self.instance.interpreters.get(sitting.interpreter?)
    }

    /// The slot of a sitting.
    pub(super) fn slot(&self, sitting: &Sitting<'a>) -> &'a str {
        self.instance.slots.get(sitting.slot).map(|slot: &Slot| slot.id.as_str()).unwrap_or_default()
    }

    /// Every participant with its sittings in the order of time.
    pub(super) fn everyone(&self) -> impl Iterator<Item = (&'a Participant, Vec<&Sitting<'a>>)> {
        let people = self.instance.participants.iter();
        people.zip(&self.agendas).map(|(one, agenda)| (one, self.all(agenda)))
    }

    /// Every interpreter with their sittings in the order of time.
    pub(super) fn interpreters(&self) -> impl Iterator<Item = (&'a Interpreter, Vec<&Sitting<'a>>)> {
        let interpreters = self.instance.interpreters.iter();
        interpreters.zip(&self.services).map(|(one, service)| (one, self.all(service)))
    }

    fn all(&self, list: &[usize]) -> Vec<&Sitting<'a>> {
        list.iter().filter_map(|at| self.sittings.get(*at)).collect()
    }
}

fn numbers<'a>(ids: impl Iterator<Item = &'a String>) -> HashMap<&'a str, usize> {
    ids.enumerate().map(|(at, id)| (id.as_str(), at)).collect()
}

fn find(numbers: &HashMap<&str, usize>, id: &str) -> Option<usize> {
    numbers.get(id).copied()
}
