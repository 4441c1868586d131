//! Changes and locks that cannot be used.

use super::changes::{CHANGES_FORMAT, Change, ChangeKind, Changes, LOCKS_FORMAT, Lock, Locks};
use crate::instance::Instance;
use crate::instance::validate::{Ids, refusals};
use crate::plan::Plan;
use crate::problem::Slots;
use crate::read::{format_is, instance_is, parse};
use crate::refusal::{Reason, Refusals};

/// Reads changes of this instance and of a plan of it.
///
/// # Errors
/// What is wrong with them, each with its path and what was expected.
pub fn read_changes(bytes: &[u8], instance: &Instance, plan: &Plan) -> Result<Changes, Refusals> {
    let changes: Changes = parse(bytes)?;
    format_is(&changes.format, CHANGES_FORMAT)?;
    instance_is(&changes.instance, instance)?;
    let mut found = Refusals::default();
    let after = super::apply::apply(instance, &changes, Slots::default());
    let lists = Lists::of(&after);
    for (at, change) in changes.changes.iter().enumerate() {
        lists.hold(change, at, &mut found);
    }
    are_held(&changes.locks, plan, &mut found);
    found.or(())?;
    refusals(&after).or(changes)
}

/// Reads locks of a plan of this instance.
///
/// # Errors
/// What is wrong with them, each with its path and what was expected.
pub fn read_locks(bytes: &[u8], instance: &Instance, plan: &Plan) -> Result<Vec<Lock>, Refusals> {
    let locks: Locks = parse(bytes)?;
    format_is(&locks.format, LOCKS_FORMAT)?;
    instance_is(&locks.instance, instance)?;
    let mut found = Refusals::default();
    are_held(&locks.locks, plan, &mut found);
    found.or(locks.locks)
}

fn are_held(locks: &[Lock], plan: &Plan, found: &mut Refusals) {
    let held: std::collections::HashSet<&str> = plan.assignments.iter().map(|one| one.meeting.as_str()).collect();
    for (at, lock) in locks.iter().enumerate().filter(|(_, lock)| !held.contains(lock.meeting.as_str())) {
        found.add(|| format!("locks[{at}].meeting"), || Reason::NotHeld { id: lock.meeting.clone() });
    }
}

/// The ids that changes may name: those of the event with all that is added.
struct Lists<'a> {
    instance: &'a Instance,
    slots: Ids<'a>,
    venues: Ids<'a>,
    people: Ids<'a>,
    interpreters: Ids<'a>,
    meetings: Ids<'a>,
}

impl<'a> Lists<'a> {
    fn of(instance: &'a Instance) -> Self {
        // Ids that are there twice are refused with the event as a whole.
        let mut unused = Refusals::default();
        let found = &mut unused;
        Self {
            instance,
            slots: Ids::of("slots", "slot", instance.slots.iter().map(|one| &one.id), found),
            venues: Ids::of("venues", "venue", instance.venues.iter().map(|one| &one.id), found),
            people: Ids::of("participants", "participant", instance.participants.iter().map(|one| &one.id), found),
            interpreters: Ids::of(
                "interpreters",
                "interpreter",
                instance.interpreters.iter().map(|one| &one.id),
                found,
            ),
            meetings: Ids::of("meetings", "meeting", instance.meetings.iter().map(|one| &one.id), found),
        }
    }

    /// Refuses what a change of its kind lacks, and ids that are in no list.
    fn hold(&self, change: &Change, at: usize, found: &mut Refusals) {
        for (field, words, there) in needed(change) {
            if !there {
                found.add(|| format!("changes[{at}].{field}"), || Reason::Expected(words));
            }
        }
        let path = |field: &'static str| move || format!("changes[{at}].{field}");
        self.people.find_if(change.participant.as_ref(), path("participant"), found);
        self.interpreters.find_if(change.interpreter.as_ref(), path("interpreter"), found);
        self.meetings.find_if(change.meeting.as_ref(), path("meeting"), found);
        self.slots.find_if(change.slot.as_ref(), path("slot"), found);
        self.slots.find_if(change.from.as_ref(), path("from"), found);
        self.slots.find_if(change.until.as_ref(), path("until"), found);
        self.slots.find_all(change.slots.as_deref().unwrap_or_default(), path("slots"), found);
        if let Some(id) = &change.venue
            && let Some(venue) = self.venues.find(id, path("venue"), found)
            && let Some(table) = change.table
        {
            let tables = self.instance.venues.get(venue).map_or(0, |venue| venue.tables);
            if !(1..=tables).contains(&table) {
                found.add(path("table"), || Reason::UnknownTable { found: table, tables });
            }
        }
    }
}

/// The fields that a kind of change has to have: the name, what it should be, and whether it is there.
fn needed(change: &Change) -> Vec<(&'static str, &'static str, bool)> {
    let participant = ("participant", "the id of a participant", change.participant.is_some());
    let interpreter = ("interpreter", "the id of an interpreter", change.interpreter.is_some());
    let slots = ("slots", "a list of slots", change.slots.is_some());
    match change.kind {
        ChangeKind::ParticipantLate => {
            vec![participant, ("until", "the first slot in which they are there", change.until.is_some())]
        }
        ChangeKind::ParticipantGone => vec![participant],
        ChangeKind::ParticipantAway => vec![participant, slots],
        ChangeKind::InterpreterGone => vec![interpreter],
        ChangeKind::InterpreterAway => vec![interpreter, slots],
        ChangeKind::TableLost => vec![
            ("venue", "the id of a venue", change.venue.is_some()),
            ("table", "the number of a table", change.table.is_some()),
        ],
        ChangeKind::SlotLost => vec![("slot", "the id of a slot", change.slot.is_some())],
        ChangeKind::MeetingCancelled => vec![("meeting", "the id of a meeting", change.meeting.is_some())],
        ChangeKind::MeetingAsked => vec![("new_meeting", "a meeting", change.new_meeting.is_some())],
        ChangeKind::ParticipantAdded => vec![("new_participant", "a participant", change.new_participant.is_some())],
        ChangeKind::InterpreterAdded => vec![("new_interpreter", "an interpreter", change.new_interpreter.is_some())],
    }
}
