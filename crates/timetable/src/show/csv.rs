//! Agendas as a table for spreadsheets.

use super::agenda::{Agenda, Entry};

const HEADER: [&str; 17] = [
    "agenda",
    "agenda_name",
    "date",
    "start",
    "end",
    "utc_offset",
    "time_zone",
    "slot",
    "venue",
    "venue_name",
    "table",
    "meeting",
    "with",
    "with_names",
    "interpreter",
    "interpreter_name",
    "start_utc",
];

/// The agendas as CSV (RFC 4180), a row for each entry, with a byte-order mark so that spreadsheets read it as UTF-8.
/// Words that a spreadsheet would take for a formula have an apostrophe before them.
///
/// # Errors
/// None that memory does not raise.
pub fn csv(agendas: &[Agenda]) -> Result<String, std::io::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(HEADER)?;
    for agenda in agendas {
        for entry in &agenda.entries {
            writer.write_record(row(agenda, entry))?;
        }
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    let text = String::from_utf8(bytes).map_err(std::io::Error::other)?;
    Ok(format!("\u{FEFF}{text}"))
}

fn row(agenda: &Agenda, entry: &Entry) -> [String; 17] {
    let joined = |pick: fn(&(String, String)) -> &String| {
        harmless(&entry.with.iter().map(|one| pick(one).as_str()).collect::<Vec<_>>().join("; "))
    };
    let (interpreter, interpreter_name) = entry.interpreter.clone().unwrap_or_default();
    [
        harmless(&agenda.id),
        harmless(&agenda.name),
        entry.start.strftime("%Y-%m-%d").to_string(),
        entry.start.strftime("%H:%M").to_string(),
        entry.end.strftime("%H:%M").to_string(),
        // With its sign first this would be a formula.
        entry.start.strftime("UTC%:z").to_string(),
        entry.start.time_zone().iana_name().unwrap_or_default().to_owned(),
        harmless(&entry.slot),
        harmless(&entry.venue),
        harmless(&entry.venue_name),
        entry.table.to_string(),
        harmless(&entry.meeting),
        joined(|(id, _)| id),
        joined(|(_, name)| name),
        harmless(&interpreter),
        harmless(&interpreter_name),
        entry.start.timestamp().to_string(),
    ]
}

/// What begins so is a formula to a spreadsheet (OWASP, CSV injection), full-width signs to those of East Asia.
fn harmless(text: &str) -> String {
    const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.trim_start_matches(' ').starts_with(SIGNS) { format!("'{text}") } else { text.to_owned() }
}
