//! When venues are open and meetings can be held.

use crate::check::{Seen, Violation};

/// Nothing is held in a venue that is closed.
pub(super) fn venues_are_open(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in &seen.sittings {
        let slot = seen.slot(sitting);
        if sitting.venue.unavailable.iter().any(|closed| closed == slot) {
            let (meeting, venue) = (sitting.meeting.id.clone(), sitting.venue.id.clone());
            violations.push(Violation::VenueClosed { meeting, venue, slot: slot.to_owned() });
        }
    }
}

/// No meeting is held in a slot that it excludes.
pub(super) fn meetings_are_held_when_they_can(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in &seen.sittings {
        let slot = seen.slot(sitting);
        if sitting.meeting.unavailable.iter().any(|excluded| excluded == slot) {
            let meeting = sitting.meeting.id.clone();
            violations.push(Violation::MeetingUnavailable { meeting, slot: slot.to_owned() });
        }
    }
}

/// A meeting with `fixed_slot` is held in that slot.
pub(super) fn fixed_slots_are_kept(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in &seen.sittings {
        let slot = seen.slot(sitting);
        if let Some(fixed) = sitting.meeting.fixed_slot.as_ref().filter(|fixed| *fixed != slot) {
            let (meeting, fixed) = (sitting.meeting.id.clone(), fixed.clone());
            violations.push(Violation::NotInFixedSlot { meeting, fixed, slot: slot.to_owned() });
        }
    }
}
