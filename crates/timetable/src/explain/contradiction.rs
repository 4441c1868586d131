//! Required meetings that contradict, in words.

use super::slots::in_slots;
use super::words::introduced;
use super::{Explanation, words};
use crate::board::Board;
use crate::instance::Instance;
use crate::problem::Problem;
use crate::sat::{Contradiction, Limit};
use std::fmt::Write;

/// Which required meetings cannot all be held, and why, for people, in English, in lines. The problem is that of the
/// instance, the contradiction one that the solver found in it.
#[must_use]
pub fn contradiction_words(instance: &Instance, problem: &Problem, found: &Contradiction) -> String {
    match found.meetings.as_slice() {
        [alone] if found.limits.is_empty() => impossible(instance, problem, *alone),
        _ => together(instance, problem, found),
    }
}

/// One meeting that has no place at all.
fn impossible(instance: &Instance, problem: &Problem, meeting: usize) -> String {
    let Some(one) = instance.meetings.get(meeting) else { return String::new() };
    let mut text = format!("{} has to be held, and there is no slot for it.\n", introduced(instance, one));
    let slots = in_slots(&Board::new(problem), instance, meeting);
    let explanation = Explanation { meeting: one.id.clone(), held: None, slots, exchange: None };
    words::hindrances(&explanation, instance, &mut text);
    text
}

fn together(instance: &Instance, problem: &Problem, found: &Contradiction) -> String {
    let mut text = "These meetings have to be held, and cannot all be:\n".to_owned();
    for (at, meeting) in found.meetings.iter().filter_map(|at| Some((*at, instance.meetings.get(*at)?))) {
        let _ = writeln!(text, "  {}: {}", introduced(instance, meeting), possible(instance, problem, at));
    }
    text.push_str("because\n");
    for limit in found.limits.iter().filter(|limit| !matches!(limit, Limit::EvenBreaks(_))) {
        let _ = writeln!(text, "  {}", reason(instance, limit));
    }
    if let Some(even) = even_breaks(instance, found) {
        let _ = writeln!(text, "  {even}");
    }
    text.push_str(if found.minimal {
        "Without any one of these meetings, or any one of these rules, the others could be.\n"
    } else {
        "Fewer of them may contradict already: the search for the fewest ended early.\n"
    });
    text
}

/// The slots in which a meeting can be held by itself.
fn possible(instance: &Instance, problem: &Problem, meeting: usize) -> String {
    let places = problem.meetings[meeting].places.iter();
    let each = places.map(|place| {
        let slots: Vec<&str> = place.slots.iter().map(|slot| instance.slots[slot].id.as_str()).collect();
        let slots = if slots.len() == instance.slots.len() { "any slot".to_owned() } else { slots.join(", ") };
        format!("{slots} at {}", instance.venues[place.venue as usize].id)
    });
    format!("can be in {}", each.collect::<Vec<_>>().join("; or in "))
}

/// The rule on breaks is one for all whom it concerns here.
fn even_breaks(instance: &Instance, found: &Contradiction) -> Option<String> {
    let difference = instance.rules.as_ref()?.max_break_difference?;
    let person = |limit: &Limit| match *limit {
        Limit::EvenBreaks(at) => instance.participants.get(at).map(|one| named(one.name.as_ref(), &one.id)),
        _ => None,
    };
    let people: Vec<String> = found.limits.iter().filter_map(person).collect();
    (!people.is_empty()).then(|| format!("the breaks of {} may differ by {difference} at most", people.join(" and ")))
}

fn reason(instance: &Instance, limit: &Limit) -> String {
    let person =
        |at: usize| instance.participants.get(at).map(|one| named(one.name.as_ref(), &one.id)).unwrap_or_default();
    let meeting = |at: usize| instance.meetings.get(at).map(|one| one.id.clone()).unwrap_or_default();
    match *limit {
        Limit::OneAtATime(at) => format!("{} can be in one meeting at a time", person(at)),
        Limit::MaxMeetings(at) => {
            let most = instance.participants.get(at).and_then(|one| one.max_meetings);
            let most =
                most.map_or_else(|| "as many meetings as free slots".to_owned(), |most| format!("{most} meetings"));
            format!("{} can have {most} at most", person(at))
        }
        Limit::Tables(at) => {
            let venue = instance.venues.get(at);
            let tables = venue.map(|venue| venue.tables).unwrap_or_default();
            let tables = if tables == 1 { "one table".to_owned() } else { format!("{tables} tables") };
            format!("{} has {tables}", venue.map(|one| named(one.name.as_ref(), &one.id)).unwrap_or_default())
        }
        Limit::Interpreters(at) => interpreters(instance, at),
        Limit::After(later, earlier) => format!("{} has to be after {}", meeting(later), meeting(earlier)),
        Limit::EvenBreaks(at) => format!("the breaks of {} count", person(at)),
    }
}

/// The interpreters that are alike but for their names.
fn interpreters(instance: &Instance, at: usize) -> String {
    let Some(one) = instance.interpreters.get(at) else { return String::new() };
    let alike = instance.interpreters.iter().filter(|other| {
        (&other.venue, &other.languages, &other.unavailable, other.max_meetings)
            == (&one.venue, &one.languages, &one.unavailable, one.max_meetings)
    });
    let names: Vec<String> = alike.map(|one| named(one.name.as_ref(), &one.id)).collect();
    let most = one.max_meetings.map(|most| format!(" and {most} at most")).unwrap_or_default();
    format!(
        "of those who interpret {}, {} can serve one meeting at a time{most}",
        one.languages.join(", "),
        names.join(", ")
    )
}

fn named(name: Option<&String>, id: &str) -> String {
    name.map_or_else(|| id.to_owned(), |name| format!("{name} ({id})"))
}
