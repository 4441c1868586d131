//! What a meeting needs by itself. Who interprets: `languages` of the meeting if given (two or more: one who speaks all
//! of them; else nobody); else nobody when the participants have a language in common or someone lists none; else one
//! who has at least one language in common with every participant.

use crate::instance::{Meeting, Participant};

/// Whether it needs an interpreter.
pub(super) fn interpreter(meeting: &Meeting, people: &[&Participant]) -> bool {
    if let Some(languages) = &meeting.languages {
        return languages.len() > 1;
    }
    let mut speakers = people.iter().map(|one| &one.languages);
    let mut common: Vec<&String> = speakers.next().into_iter().flatten().collect();
    for languages in speakers {
        common.retain(|one| languages.contains(one));
    }
    common.is_empty() && people.iter().all(|one| !one.languages.is_empty())
}

/// Whether somebody who speaks these languages can interpret it.
pub(super) fn is_served(meeting: &Meeting, people: &[&Participant], spoken: &[String]) -> bool {
    match &meeting.languages {
        Some(needed) => needed.iter().all(|language| spoken.contains(language)),
        None => people.iter().all(|one| one.languages.iter().any(|language| spoken.contains(language))),
    }
}

/// The venue that all participants name, if they do.
pub(super) fn together<'a>(people: &[&'a Participant]) -> Option<&'a str> {
    let first = people.first()?.venue.as_deref()?;
    people.iter().all(|one| one.venue.as_deref() == Some(first)).then_some(first)
}
