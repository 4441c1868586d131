//! Agendas as a calendar file (RFC 5545).

use super::agenda::{Agenda, By, Entry};
use super::text::titled;
use icalendar::{Calendar, Component, Event, EventLike};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::HashSet;

/// The agendas as one calendar. Times are in UTC, so every program shows them in its own zone. A meeting has the same
/// `UID` in every file made of plans of one instance: bringing in a later file moves it. Of several agendas each meeting
/// is there once, with everybody who meets. `made` is when the file is made.
///
/// # Errors
/// None that memory does not raise.
pub fn calendar(instance: &str, agendas: &[Agenda], made: Timestamp) -> Result<String, std::fmt::Error> {
    let mut calendar = Calendar::empty();
    for (name, value) in
        [("VERSION", "2.0"), ("PRODID", "-//Samesky//timetable//EN"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
    {
        calendar.append_property((name, value));
    }
    let mut seen = HashSet::new();
    for agenda in agendas {
        let own = agendas.len() == 1;
        let new = agenda.entries.iter().filter(|entry| seen.insert(entry.meeting.clone()));
        new.for_each(|entry| {
            calendar.push(event(instance, entry, agenda, own, made));
        });
    }
    let mut text = String::new();
    std::fmt::write(&mut text, format_args!("{calendar}"))?;
    Ok(text)
}

/// An event of one's own agenda tells whom one meets; one of many agendas tells who meets.
fn event(instance: &str, entry: &Entry, agenda: &Agenda, own: bool, made: Timestamp) -> Event {
    let mut who: Vec<String> = entry.with.iter().map(|(_, name)| plain(name)).collect();
    if !own && agenda.by == By::Participant {
        who.insert(0, plain(&agenda.name));
    }
    let interpreter =
        entry.interpreter.as_ref().map(|(id, name)| format!("\nInterpreter: {}", plain(&titled(id, name))));
    let place = format!("{}, table {}", plain(&entry.venue_name), entry.table);
    let description = format!("Meeting {}{}", plain(&entry.meeting), interpreter.unwrap_or_default());
    let mut event = Event::new();
    event.uid(&uid(instance, entry)).summary(&who.join(" – ")).location(&place).description(&description);
    event.add_property("DTSTAMP", utc(made));
    event.add_property("DTSTART", utc(entry.start.timestamp()));
    event.add_property("DTEND", utc(entry.end.timestamp()));
    event
}

/// Ids may hold any character; a UID holds those of a name and a host.
fn uid(instance: &str, entry: &Entry) -> String {
    let safe = |text: &str| -> String {
        text.chars()
            .map(|c| if c.is_ascii_alphanumeric() || c == '-' { c.to_string() } else { format!("_{:x}", u32::from(c)) })
            .collect()
    };
    format!("{}.{}@timetable.samesky", safe(&entry.meeting), safe(instance))
}

fn utc(moment: Timestamp) -> String {
    moment.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Names without characters that end a line or command a terminal.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
