//! Meetings are of two or more who exist, are worth something, and do not wait for one another in a circle.

use super::ids::Ids;
use super::limits::Limits;
use super::order;
use crate::instance::{Instance, Meeting};
use crate::refusal::{Reason, Refusals};

pub(super) fn hold(instance: &Instance, slots: &Ids<'_>, venues: &Ids<'_>, found: &mut Refusals) {
    let people = Ids::of("participants", "participant", instance.participants.iter().map(|one| &one.id), found);
    let meetings = Ids::of("meetings", "meeting", instance.meetings.iter().map(|one| &one.id), found);
    let mut after = Vec::with_capacity(instance.meetings.len());
    for (at, meeting) in instance.meetings.iter().enumerate() {
        priority(meeting, at, found);
        participants(meeting, at, &people, found);
        venues.find_if(meeting.venue.as_ref(), || format!("meetings[{at}].venue"), found);
        slots.find_if(meeting.fixed_slot.as_ref(), || format!("meetings[{at}].fixed_slot"), found);
        slots.find_all(&meeting.unavailable, || format!("meetings[{at}].unavailable"), found);
        after.push(earlier(meeting, at, &meetings, found));
    }
    if let Some(circle) = order::circle(&after) {
        let path = || format!("meetings[{}].after", circle.first().copied().unwrap_or_default());
        let ids = circle.iter().filter_map(|at| instance.meetings.get(*at)).map(|meeting| meeting.id.clone());
        found.add(path, || Reason::Circle { meetings: ids.collect() });
    }
}

fn priority(meeting: &Meeting, at: usize, found: &mut Refusals) {
    if !(1..=Limits::PRIORITY).contains(&meeting.priority) {
        let reason = || Reason::Priority { found: meeting.priority, limit: Limits::PRIORITY };
        found.add(|| format!("meetings[{at}].priority"), reason);
    }
}

fn participants(meeting: &Meeting, at: usize, people: &Ids<'_>, found: &mut Refusals) {
    let list = &meeting.participants;
    if list.len() < 2 {
        found.add(|| format!("meetings[{at}].participants"), || Reason::TooFew { found: list.len() });
    }
    people.find_all(list, || format!("meetings[{at}].participants"), found);
    let mut order: Vec<_> = list.iter().enumerate().map(|(place, id)| (id, place)).collect();
    order.sort_unstable();
    for pair in order.windows(2) {
        if let [(one, _), (other, place)] = pair
            && one == other
        {
            let reason = || Reason::Twice { id: (*other).clone() };
            found.add(|| format!("meetings[{at}].participants[{place}]"), reason);
        }
    }
}

/// The places of the meetings that have to be earlier.
fn earlier(meeting: &Meeting, at: usize, meetings: &Ids<'_>, found: &mut Refusals) -> Vec<usize> {
    let ids = meeting.after.iter().enumerate();
    ids.filter_map(|(n, id)| meetings.find(id, || format!("meetings[{at}].after[{n}]"), found)).collect()
}
