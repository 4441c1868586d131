//! Who interprets: `languages` of the meeting if given (two or more: one who speaks all of them; else nobody); else nobody
//! when the participants have a language in common or someone lists none; else one who has at least one language in
//! common with every participant.

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
    if let Some(languages) = &sitting.meeting.languages {
        return languages.len() > 1;
    }
    let mut speakers = seen.participants(sitting).map(|one| &one.languages);
    let mut common: Vec<&String> = speakers.next().into_iter().flatten().collect();
    for languages in speakers {
        if languages.is_empty() {
            return false;
        }
        common.retain(|one| languages.contains(one));
    }
    common.is_empty() && seen.participants(sitting).all(|one| !one.languages.is_empty())
}

fn serves(seen: &Seen<'_>, sitting: &Sitting<'_>, spoken: &[String]) -> bool {
    match &sitting.meeting.languages {
        Some(needed) => needed.iter().all(|language| spoken.contains(language)),
        None => seen.participants(sitting).all(|one| one.languages.iter().any(|language| spoken.contains(language))),
    }
}
