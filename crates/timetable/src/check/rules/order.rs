//! What has to be held, and after what.

use crate::check::{Seen, Violation};

/// A meeting is held only if each of its `after` is held in an earlier slot.
pub(super) fn meetings_follow_those_they_wait_for(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in &seen.sittings {
        for earlier in &sitting.meeting.after {
            let other = seen.sitting(earlier);
            if other.is_none_or(|other| other.slot >= sitting.slot) {
                let (meeting, earlier) = (sitting.meeting.id.clone(), earlier.clone());
                violations.push(Violation::NotAfter { meeting, earlier, held: other.is_some() });
            }
        }
    }
}

/// A required meeting is held.
pub(super) fn required_meetings_are_held(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    let required = seen.instance.meetings.iter().filter(|meeting| meeting.required);
    let missing = required.filter(|meeting| seen.sitting(&meeting.id).is_none());
    violations.extend(missing.map(|meeting| Violation::RequiredNotHeld { meeting: meeting.id.clone() }));
}
