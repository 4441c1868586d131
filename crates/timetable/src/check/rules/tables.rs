//! Tables, and the list of what is not held.

use crate::check::{Seen, Violation};
use crate::instance::Venue;
use std::collections::{HashMap, HashSet};

/// `unscheduled` lists every meeting that is not held, once, and nothing else.
pub(super) fn unscheduled_are_the_rest(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    let mut known: HashSet<&str> = seen.instance.meetings.iter().map(|meeting| meeting.id.as_str()).collect();
    known.retain(|id| !seen.held.contains_key(id));
    for id in &seen.plan.unscheduled {
        if !known.remove(id.as_str()) {
            violations.push(Violation::Unscheduled { meeting: id.clone(), listed: true });
        }
    }
    let lacking = seen.instance.meetings.iter().filter(|meeting| known.contains(meeting.id.as_str()));
    violations.extend(lacking.map(|meeting| Violation::Unscheduled { meeting: meeting.id.clone(), listed: false }));
}

/// Tables are numbered from 1 to the venue's `tables`, and those that are lost are not used.
pub(super) fn tables_exist(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in &seen.sittings {
        let (table, slot) = (sitting.said.table, seen.slot(sitting));
        if !(1..=sitting.venue.tables).contains(&table) || is_lost(sitting.venue, table, slot) {
            let (meeting, venue) = (sitting.meeting.id.clone(), sitting.venue.id.clone());
            violations.push(Violation::NoTable { meeting, venue, table, slot: slot.to_owned() });
        }
    }
}

fn is_lost(venue: &Venue, table: u32, slot: &str) -> bool {
    let mut lost = venue.lost_tables.iter().filter(|lost| lost.table == table);
    lost.any(|lost| lost.slots.is_empty() || lost.slots.iter().any(|out| out == slot))
}

/// A table has one meeting in a slot.
pub(super) fn tables_are_not_shared(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    let mut taken: HashMap<(&str, u32, usize), &str> = HashMap::new();
    for sitting in &seen.sittings {
        let place = (sitting.venue.id.as_str(), sitting.said.table, sitting.slot);
        if let Some(other) = taken.insert(place, &sitting.meeting.id) {
            violations.push(Violation::TableShared {
                meeting: sitting.meeting.id.clone(),
                other: other.to_owned(),
                venue: sitting.venue.id.clone(),
                table: sitting.said.table,
                slot: seen.slot(sitting).to_owned(),
            });
        }
    }
}
