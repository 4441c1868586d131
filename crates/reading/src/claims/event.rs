//! Events: what was held, when, where, by whom.

mod candidate;
mod date;
mod happening;
mod merge;
mod mode;
mod name;
mod organiser;
mod place;

use super::context::Context;
use super::industry::industries;
use crate::lexicon::Sense;
use samesky_model::explanation::Explained;
use samesky_model::reading::{EventClaim, EventType, OrganisationKind, Organiser};
use std::ops::Range;

use date::day_in;
pub(crate) use date::{has_year, start_of};

/// An event with the places in the text that tell of it, in bytes.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) claim: EventClaim,
    /// The words that tell of it.
    pub(crate) bytes: Range<usize>,
    /// Its name, where written.
    pub(crate) name: Option<Range<usize>>,
    /// The sentence that tells of it.
    pub(crate) sentence: usize,
    /// Told of by the event's name, not only by what happened.
    pub(crate) named: bool,
}

/// The events of an announcement, in the order of the text.
pub(crate) fn events(context: &Context<'_>) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for candidate in candidate::candidates(context) {
        merge::add(context, &mut events, candidate);
    }
    happening::add(context, &mut events);
    events.sort_by_key(|event| event.bytes.start);
    merge::settle(context, &mut events);
    number(&mut events);
    part_of(&mut events);
    beside(context, &mut events);
    organised(context, &mut events);
    events
}

/// An event told of in this sentence, with everything that the sentence says of it.
fn told(
    context: &Context<'_>,
    kind: EventType,
    bytes: Range<usize>,
    name: Option<Range<usize>>,
    sentence: usize,
) -> Event {
    let whole = context.sentences.get(sentence).map_or(bytes.clone(), |sentence| sentence.bytes.clone());
    let span = context.text.span(&bytes);
    let of = (Explained::Event, &bytes);
    let rule = if name.is_some() { "event/candidate" } else { "event/happening" };
    context.decided(of, "type", rule, || Some(kind.as_str().to_owned()));
    let day = day_in(context, sentence, &bytes);
    context.decided(of, "date", "event/date", || day.date.map(|date| format!("{date}, by {}", day.basis)));
    let places = place::places(context, &whole, name.as_ref());
    context.decided(of, "places", "event/place", || (!places.is_empty()).then(|| places.join(", ")));
    let mode = mode::mode(context, &whole);
    context.decided(of, "mode", "event/mode", || mode.map(|mode| mode.as_str().to_owned()));
    let organisers = organiser::organisers(context, &whole);
    context.decided(of, "organisers", "event/organiser", || named(&organisers));
    let claim = EventClaim {
        id: String::new(),
        kind,
        name: name.clone().map(|name| context.text.slice(&name).to_owned()),
        date: day.date,
        date_basis: day.basis,
        places,
        mode,
        organisers,
        part_of: None,
        zone: zone(context, &bytes),
        industries: industries(context, &whole),
        start: span.start,
        end: span.end,
        remarks: day.remarks,
    };
    Event { claim, bytes, named: name.is_some(), name, sentence }
}

/// The organisers with their roles, for those who ask why.
fn named(organisers: &[Organiser]) -> Option<String> {
    let one = |organiser: &Organiser| format!("{} ({})", organiser.name, organiser.role);
    (!organisers.is_empty()).then(|| organisers.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// A zone named in these words (合作示范区, モデル区).
fn zone(context: &Context<'_>, bytes: &Range<usize>) -> Option<String> {
    let mark = context.marks_in(bytes).iter().find(|mark| mark.sense == Sense::Ending(OrganisationKind::Zone))?;
    let start = name::left(context, mark.start, bytes.start);
    let name = context.text.slice(&context.text.trim(&(start..mark.end.min(bytes.end))));
    (name.chars().count() > 3).then(|| name.to_owned())
}

fn number(events: &mut [Event]) {
    for (at, event) in events.iter_mut().enumerate() {
        event.claim.id = format!("e{}", at + 1);
    }
}

/// A signing or opening at a meeting is a part of that meeting.
fn part_of(events: &mut [Event]) {
    let main = events
        .iter()
        .find(|event| is_meeting(event.claim.kind))
        .map(|event| (event.claim.id.clone(), event.claim.date, event.claim.places.clone(), event.claim.date_basis));
    let Some((id, date, places, basis)) = main else { return };
    for event in events.iter_mut().filter(|event| event.claim.id != id) {
        let kind = matches!(event.claim.kind, EventType::Signing | EventType::ZoneLaunch | EventType::Groundbreaking);
        let agrees = match (event.claim.date, date) {
            (Some(own), Some(of)) => own.agrees_with(of),
            _ => true,
        };
        if kind && agrees {
            event.claim.part_of = Some(id.clone());
            if event.claim.date.is_none() {
                (event.claim.date, event.claim.date_basis) = (date, basis);
            }
            if event.claim.places.is_empty() {
                event.claim.places.clone_from(&places);
            }
        }
    }
}

/// A meeting whose organisers another sentence names (推介会由…主办) has them from there.
fn organised(context: &Context<'_>, events: &mut [Event]) {
    let Some(event) = events.iter_mut().find(|event| is_meeting(event.claim.kind)) else { return };
    if !event.claim.organisers.is_empty() {
        return;
    }
    let near = context.sentences.iter().skip(event.sentence + 1).take(8).filter(|sentence| sentence.paragraph > 0);
    let told =
        near.map(|sentence| organiser::named(context, &sentence.bytes)).find(|organisers| !organisers.is_empty());
    event.claim.organisers = told.unwrap_or_default();
}

/// A meeting that is said to be held beside another (另设, 同期) without a date of its own has that one's date.
fn beside(context: &Context<'_>, events: &mut [Event]) {
    const SIGNS: &[&str] = &[
        "另设",
        "另办",
        "同期",
        "期间",
        "同场",
        "会上",
        "现场还",
        "并設",
        "併せて",
        "合わせて",
        "あわせて",
        "同時開催",
        "on the sidelines",
        "仪式上",
        "式では",
        "席上",
        "at the ceremony",
        "at the event",
        "ในพิธี",
    ];
    let dated = |event: &&Event| event.claim.date.is_some() && event.claim.kind != EventType::Visit;
    let meeting =
        events.iter().filter(dated).find(|event| is_meeting(event.claim.kind)).or_else(|| events.iter().find(dated));
    let main = meeting.map(|event| event.claim.clone());
    let Some(main) = main else { return };
    for event in events.iter_mut().filter(|event| event.claim.date.is_none() && event.claim.part_of.is_none()) {
        let words = context
            .sentences
            .get(event.sentence)
            .map(|sentence| context.text.folded_slice(&sentence.bytes))
            .unwrap_or_default();
        if event.claim.id != main.id && SIGNS.iter().any(|sign| words.contains(sign)) {
            event.claim.part_of = Some(main.id.clone()).filter(|id| main.part_of.is_none() && *id != event.claim.id);
            (event.claim.date, event.claim.date_basis) = (main.date, main.date_basis);
        }
    }
}

const fn is_meeting(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::PromotionMeeting
            | EventType::Forum
            | EventType::Matchmaking
            | EventType::Exhibition
            | EventType::Other
    )
}
