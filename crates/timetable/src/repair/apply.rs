//! The event as it is after the changes. What has begun does not change any more.

use super::changes::{Change, ChangeKind, Changes};
use crate::instance::{Instance, LostTable, Meeting};
use crate::problem::Slots;
use serde_json::Map;
use std::ops::Range;

/// The instance after all changes, one after another.
pub(super) fn apply(instance: &Instance, changes: &Changes, begun: Slots) -> Instance {
    let mut event =
        Event { ids: instance.slots.iter().map(|slot| slot.id.clone()).collect(), instance: instance.clone(), begun };
    changes.changes.iter().for_each(|change| event.take(change));
    event.instance
}

struct Event {
    ids: Vec<String>,
    instance: Instance,
    begun: Slots,
}

impl Event {
    fn take(&mut self, change: &Change) {
        let all = 0..self.ids.len();
        match change.kind {
            ChangeKind::ParticipantLate => self.away(change, &self.range(0..self.at(change.until.as_deref()))),
            ChangeKind::ParticipantGone => self.away(change, &self.range(self.from(change)..all.end)),
            ChangeKind::ParticipantAway | ChangeKind::InterpreterAway => self.away(change, &self.named(change)),
            ChangeKind::InterpreterGone => self.away(change, &self.range(self.from(change)..all.end)),
            ChangeKind::TableLost => self.lose_table(change),
            ChangeKind::SlotLost => self.lose_slot(change),
            ChangeKind::MeetingCancelled => self.cancel(change),
            ChangeKind::MeetingAsked => self.instance.meetings.extend(change.new_meeting.clone()),
            ChangeKind::ParticipantAdded => self.instance.participants.extend(change.new_participant.clone()),
            ChangeKind::InterpreterAdded => self.instance.interpreters.extend(change.new_interpreter.clone()),
        }
    }

    /// The number of a slot; the end of the event if there is none.
    fn at(&self, slot: Option<&str>) -> usize {
        self.ids.iter().position(|id| Some(id.as_str()) == slot).unwrap_or(self.ids.len())
    }

    fn from(&self, change: &Change) -> usize {
        change.from.as_deref().map_or(0, |slot| self.at(Some(slot)))
    }

    /// The slots of a range that have not begun.
    fn range(&self, range: Range<usize>) -> Vec<String> {
        range.filter(|slot| !self.begun.has(*slot)).filter_map(|slot| self.ids.get(slot).cloned()).collect()
    }

    /// The slots that the change names and that have not begun.
    fn named(&self, change: &Change) -> Vec<String> {
        let named = change.slots.iter().flatten().filter(|slot| {
            let at = self.at(Some(slot));
            at < self.ids.len() && !self.begun.has(at)
        });
        named.cloned().collect()
    }

    fn away(&mut self, change: &Change, slots: &[String]) {
        let participants = self.instance.participants.iter_mut();
        let person = participants.filter(|one| Some(&one.id) == change.participant.as_ref());
        let interpreters = self.instance.interpreters.iter_mut();
        let interpreter = interpreters.filter(|one| Some(&one.id) == change.interpreter.as_ref());
        let lists = person.map(|one| &mut one.unavailable).chain(interpreter.map(|one| &mut one.unavailable));
        lists.for_each(|list| add(list, slots));
    }

    fn lose_table(&mut self, change: &Change) {
        let slots = if change.slots.is_some() { self.named(change) } else { self.range(0..self.ids.len()) };
        let Some(table) = change.table.filter(|_| !slots.is_empty()) else { return };
        let venues = self.instance.venues.iter_mut().filter(|venue| Some(&venue.id) == change.venue.as_ref());
        venues.for_each(|venue| venue.lost_tables.push(LostTable { table, slots: slots.clone(), other: Map::new() }));
    }

    fn lose_slot(&mut self, change: &Change) {
        let at = self.at(change.slot.as_deref());
        let slots = self.range(at..at.saturating_add(1));
        let here = |id: &String| change.venue.as_ref().is_none_or(|venue| venue == id);
        let venues = self.instance.venues.iter_mut().filter(|venue| here(&venue.id));
        venues.for_each(|venue| add(&mut venue.unavailable, &slots));
    }

    /// A meeting that is not wanted can be held in no slot to come; it stays in the list, as others may name it.
    fn cancel(&mut self, change: &Change) {
        let slots = self.range(0..self.ids.len());
        let meetings = self.instance.meetings.iter_mut();
        let cancel = |meeting: &mut Meeting| {
            add(&mut meeting.unavailable, &slots);
            meeting.required = false;
        };
        meetings.filter(|meeting| Some(&meeting.id) == change.meeting.as_ref()).for_each(cancel);
    }
}

fn add(list: &mut Vec<String>, slots: &[String]) {
    let new: Vec<_> = slots.iter().filter(|slot| !list.contains(slot)).cloned().collect();
    list.extend(new);
}
