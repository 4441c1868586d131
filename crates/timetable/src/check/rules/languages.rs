//! Who interprets; what is needed stands in `needs`.

use crate::check::needs;
use crate::check::seen::Sitting;
use crate::check::{Seen, Violation};

/// A meeting that needs an interpreter names one.
pub(super) fn interpreters_are_where_they_are_needed(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in &seen.sittings {
        if sitting.said.interpreter.is_none() && needs_one(seen, sitting) {
            violations.push(Violation::NoInterpreter { meeting: sitting.meeting.id.clone() });
        }
    }
}

/// A meeting that needs no interpreter names none.
pub(super) fn interpreters_are_only_where_they_are_needed(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in &seen.sittings {
        if let Some(interpreter) = sitting.said.interpreter.as_ref().filter(|_| !needs_one(seen, sitting)) {
            let (meeting, interpreter) = (sitting.meeting.id.clone(), interpreter.clone());
            violations.push(Violation::NeedlessInterpreter { meeting, interpreter });
        }
    }
}

/// The interpreter of a meeting that needs one speaks what it needs.
pub(super) fn interpreters_speak_what_is_needed(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in &seen.sittings {
        let Some(interpreter) = seen.interpreter(sitting) else { continue };
        if needs_one(seen, sitting) && !serves(seen, sitting, &interpreter.languages) {
            let (meeting, interpreter) = (sitting.meeting.id.clone(), interpreter.id.clone());
            violations.push(Violation::InterpreterLanguages { meeting, interpreter });
        }
    }
}

fn needs_one(seen: &Seen<'_>, sitting: &Sitting<'_>) -> bool {
    needs::interpreter(sitting.meeting, &seen.participants(sitting).collect::<Vec<_>>())
}

fn serves(seen: &Seen<'_>, sitting: &Sitting<'_>, spoken: &[String]) -> bool {
    needs::is_served(sitting.meeting, &seen.participants(sitting).collect::<Vec<_>>(), spoken)
}
