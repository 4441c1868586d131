//! The same event told of in several places is one event.

use super::{Event, is_meeting};
use crate::claims::context::Context;
use samesky_model::reading::{DateBasis, EventType};

/// More events than this are a calendar, no announcement.
const MOST: usize = 60;

/// Adds an event, or joins it to one that is known.
pub(super) fn add(context: &Context<'_>, events: &mut Vec<Event>, event: Event) {
    match events.iter().position(|known| is_same(context, known, &event)) {
        Some(at) => {
            let back = points_back(context, &event);
            join(&mut events[at], event, back);
        }
        None if events.len() < MOST => events.push(event),
        None => {}
    }
}

/// `The two-day forum`: a meeting in small letters, behind the article, is the one named before.
fn points_back(context: &Context<'_>, event: &Event) -> bool {
    let Some(name) = event.name.as_ref() else { return false };
    let words = context.text.slice(name);
    is_meeting(event.claim.kind)
        && context.ends_with(name.start, "the ")
        && !words.contains(|char: char| char.is_ascii_uppercase() || char.is_ascii_digit())
}

/// Same kind, and neither the dates nor, for two named and dated events, the names stand against it.
fn is_same(context: &Context<'_>, known: &Event, event: &Event) -> bool {
    if known.claim.kind != event.claim.kind {
        return false;
    }
    if known.named && points_back(context, event) {
        return true;
    }
    let dates = match (known.claim.date, event.claim.date) {
        (Some(one), Some(other)) => one.agrees_with(other),
        _ => true,
    };
    let both_told = known.named && event.named && known.claim.date.is_some() && event.claim.date.is_some();
    dates && (!both_told || shares_words(context, known, event) || known.claim.date == event.claim.date)
}

/// Whether the names have four characters in a row in common.
fn shares_words(context: &Context<'_>, known: &Event, event: &Event) -> bool {
    let name =
        |event: &Event| event.name.as_ref().map(|name| context.text.folded_slice(name)).unwrap_or_default().to_owned();
    let (one, other) = (name(known), name(event));
    let chars: Vec<char> = one.chars().collect();
    chars.windows(4).any(|four| other.contains(&four.iter().collect::<String>()))
}

/// What one telling lacks, the other adds. The telling in the body stands before that in the title.
fn join(known: &mut Event, event: Event, back: bool) {
    let fuller = event.claim.name.as_ref().map_or(0, String::len) > known.claim.name.as_ref().map_or(0, String::len);
    // `The forum closed on Tuesday`: it began on the day that the other telling names.
    if back && event.claim.date.zip(known.claim.date).is_some_and(|(told, last)| told.day().is_some() && told < last) {
        (known.claim.date, known.claim.date_basis) = (event.claim.date, event.claim.date_basis);
    }
    let dated = known.claim.date.is_none() && event.claim.date.is_some();
    let better = !back && event.named && (known.sentence == 0 || dated || !known.named);
    if better || (fuller && known.claim.name.is_none()) {
        known.claim.name.clone_from(&event.claim.name);
        known.name.clone_from(&event.name);
        (known.bytes, known.sentence, known.named) = (event.bytes.clone(), event.sentence, true);
        (known.claim.start, known.claim.end) = (event.claim.start, event.claim.end);
    }
    let more = |date: Option<samesky_model::date::PartialDate>| {
        date.map_or(0, |date| 1 + u8::from(date.day().is_some()) + u8::from(date.year().is_some()))
    };
    if more(event.claim.date) > more(known.claim.date) {
        (known.claim.date, known.claim.date_basis) = (event.claim.date, event.claim.date_basis);
        known.claim.remarks = event.claim.remarks;
    }
    if known.claim.places.is_empty() {
        known.claim.places = event.claim.places;
    }
    known.claim.mode = known.claim.mode.or(event.claim.mode);
    known.claim.zone = known.claim.zone.take().or(event.claim.zone);
    for organiser in event.claim.organisers {
        if !known.claim.organisers.iter().any(|known| known.name == organiser.name) {
            known.claim.organisers.push(organiser);
        }
    }
}

/// What the whole text tells: a main event without a date takes that of the dateline, a title alone is not enough where
/// the body tells of other events.
pub(super) fn settle(context: &Context<'_>, events: &mut Vec<Event>) {
    let told_in_body = events.iter().any(|event| !context.in_title(event.bytes.start));
    events
        .retain(|event| !told_in_body || !context.in_title(event.bytes.start) || event.claim.kind != EventType::Other);
    let meets = |event: &Event| !context.in_title(event.bytes.start) && event.named;
    let met_in_body = events.iter().any(meets);
    events.retain(|event| {
        !met_in_body
            || !context.in_title(event.bytes.start)
            || !is_meeting(event.claim.kind)
            || event.claim.date.is_some()
    });
    let undated = events.iter().all(|event| event.claim.date.is_none());
    let Some(issue) = context.head.issue.day.filter(|issue| undated && issue.day() > 7) else { return };
    let month = samesky_model::date::PartialDate::new(Some(issue.year()), Some(issue.month()), None).ok();
    if let [event] = events.as_mut_slice()
        && event.claim.kind != EventType::ZoneLaunch
    {
        (event.claim.date, event.claim.date_basis) = (month, context.head.issue.basis);
        debug_assert!(context.head.issue.basis != DateBasis::Text);
    }
}
