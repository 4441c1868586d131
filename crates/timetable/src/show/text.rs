//! Agendas as text.

use super::agenda::{Agenda, Entry};
use std::fmt::Write;

/// The agendas as text for people, one after another.
#[must_use]
pub fn text(agendas: &[Agenda]) -> String {
    let mut text = String::new();
    for (at, agenda) in agendas.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        let zone = agenda.entries.first().map(zone).unwrap_or_default();
        let _ = writeln!(text, "{} · times of {zone}", titled(&agenda.id, &agenda.name));
        let mut day = None;
        for entry in &agenda.entries {
            if day.replace(entry.start.date()) != Some(entry.start.date()) {
                let _ = writeln!(text, "  {}", entry.start.strftime("%A, %-d %B %Y"));
            }
            let _ = writeln!(text, "    {}", line(entry));
        }
    }
    text
}

fn zone(entry: &Entry) -> String {
    let zone = entry.start.time_zone();
    zone.iana_name().map_or_else(|| entry.start.strftime("UTC%:z").to_string(), str::to_owned)
}

fn line(entry: &Entry) -> String {
    let with: Vec<String> = entry.with.iter().map(|(id, name)| titled(id, name)).collect();
    let place = format!("{}, table {}", entry.venue_name, entry.table);
    let interpreter = entry.interpreter.as_ref().map(|(id, name)| format!(" · interpreter {}", titled(id, name)));
    let (start, end) = (entry.start.strftime("%H:%M"), entry.end.strftime("%H:%M"));
    format!("{start}–{end}  {} · {place}{} · {}", with.join(", "), interpreter.unwrap_or_default(), entry.meeting)
}

/// A name with its id, where they differ.
pub(super) fn titled(id: &str, name: &str) -> String {
    if id == name || id.contains('/') { name.to_owned() } else { format!("{name} ({id})") }
}
