//! Interpreters: who they are, when and where they work.

use crate::check::{Seen, Violation};

/// An interpreter who is named exists.
pub(super) fn interpreters_exist(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in seen.sittings.iter().filter(|sitting| sitting.interpreter.is_none()) {
        if let Some(interpreter) = sitting.said.interpreter.clone() {
            violations.push(Violation::UnknownInterpreter { meeting: sitting.meeting.id.clone(), interpreter });
        }
    }
}

/// No interpreter is in two meetings in one slot.
pub(super) fn interpreters_have_one_meeting_at_a_time(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for (one, service) in seen.interpreters() {
        for pair in service.windows(2) {
            if let [before, after] = pair
                && before.slot == after.slot
            {
                violations.push(Violation::TwoServices {
                    meeting: after.meeting.id.clone(),
                    other: before.meeting.id.clone(),
                    interpreter: one.id.clone(),
                    slot: seen.slot(after).to_owned(),
                });
            }
        }
    }
}

/// No interpreter serves in a slot in which they are unavailable.
pub(super) fn interpreters_are_available(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for (one, service) in seen.interpreters() {
        for sitting in service {
            let slot = seen.slot(sitting);
            if one.unavailable.iter().any(|away| away == slot) {
                let (meeting, interpreter) = (sitting.meeting.id.clone(), one.id.clone());
                violations.push(Violation::InterpreterUnavailable { meeting, interpreter, slot: slot.to_owned() });
            }
        }
    }
}

/// An interpreter with a `venue` serves there only.
pub(super) fn interpreters_stay_at_their_venue(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for (one, service) in seen.interpreters() {
        let Some(works) = &one.venue else { continue };
        for sitting in service.into_iter().filter(|sitting| sitting.venue.id != *works) {
            violations.push(Violation::InterpreterElsewhere {
                meeting: sitting.meeting.id.clone(),
                interpreter: one.id.clone(),
                works: works.clone(),
                venue: sitting.venue.id.clone(),
            });
        }
    }
}

/// No interpreter serves more meetings than `max_meetings`.
pub(super) fn interpreters_keep_their_limit(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for (one, service) in seen.interpreters() {
        let held = service.len() as u64;
        if let Some(limit) = one.max_meetings.filter(|limit| held > u64::from(*limit)) {
            violations.push(Violation::InterpreterLimit { interpreter: one.id.clone(), held, limit });
        }
    }
}
