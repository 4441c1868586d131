//! Lines of the stream in, a document for each out.

use super::incoming::{Incoming, LONGEST};
use jiff::civil::Date;
use samesky_app::read::{How, Known, read_texts};
use samesky_model::reading::Reading;
use samesky_model::remark::{Remark, RemarkCode};
use serde::Deserialize;
use std::borrow::Cow;

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(default)]
    id: serde_json::Value,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    reference_date: Option<String>,
    #[serde(default)]
    url: Option<String>,
}

/// A line that cannot be read still has its answer.
#[derive(serde::Serialize)]
struct Unreadable {
    id: Option<String>,
    remarks: Vec<Remark>,
}

/// A line as it was understood.
struct Asked<'a> {
    line: Line<'a>,
    id: Option<String>,
    /// The day from which dates are counted.
    reference_date: Option<Date>,
    /// A reference date that is none, as it is written.
    no_date: Option<String>,
}

impl Asked<'_> {
    /// The text with what is known of it. What the line does not name is as in `defaults`.
    fn text<'a>(&'a self, defaults: &Known<'a>) -> (&'a str, Known<'a>) {
        let text: &str = &self.line.text;
        let known = Known {
            id: self.id.as_deref(),
            language: self.line.lang.as_deref().or(defaults.language),
            reference_date: self.reference_date,
            url: self.line.url.as_deref(),
        };
        (text.strip_prefix('\u{FEFF}').unwrap_or(text), known)
    }

    /// The reading with what is to be said of the line.
    fn answered(self, mut reading: Reading) -> Reading {
        if let Some(date) = self.no_date {
            reading.remarks.push(Remark::new(RemarkCode::ImpossibleDate, &[("quote", &date)]));
        }
        reading
    }
}

/// The answers to lines, in their order, each with its line break. Each step is done for all of them before the next begins.
pub(super) fn answers(lines: &[Incoming], defaults: &Known<'_>, how: How<'_>) -> Vec<u8> {
    let texts: Vec<Result<Cow<'_, str>, String>> = lines.iter().map(text).collect();
    let asked: Vec<Result<Asked<'_>, String>> = texts.iter().map(|text| ask(text, defaults)).collect();
    let mut readings = read(&asked, defaults, how).into_iter();
    let mut answers = Vec::new();
    for asked in asked {
        let reading = asked.map(|asked| asked.answered(readings.next().unwrap_or_default()));
        write(&mut answers, reading);
    }
    answers
}

/// The text of a line. What is no UTF-8 is replaced.
fn text(line: &Incoming) -> Result<Cow<'_, str>, String> {
    match line {
        Incoming::Line(line) => {
            let whole = simdutf8::basic::from_utf8(line).map(Cow::Borrowed);
            Ok(mend_surrogates(whole.unwrap_or_else(|_| String::from_utf8_lossy(line))))
        }
        Incoming::TooLong => Err(format!("longer than {} MB", LONGEST / 1_000_000)),
    }
}

fn ask<'a>(text: &'a Result<Cow<'_, str>, String>, defaults: &Known<'_>) -> Result<Asked<'a>, String> {
    let text = text.as_ref().map_err(String::clone)?;
    let parsed = serde_json::from_str::<Line<'_>>(text.strip_prefix('\u{FEFF}').unwrap_or(text));
    let mut line = parsed.map_err(|error| error.to_string())?;
    let stated = line.reference_date.take().filter(|date| !date.trim().is_empty());
    let date = stated.as_deref().and_then(|date| date.trim().parse::<Date>().ok());
    let reference_date = if stated.is_some() { date } else { defaults.reference_date };
    Ok(Asked { id: identifier(&line.id), line, reference_date, no_date: stated.filter(|_| date.is_none()) })
}

/// The readings of the lines that were understood.
fn read(asked: &[Result<Asked<'_>, String>], defaults: &Known<'_>, how: How<'_>) -> Vec<Reading> {
    let texts: Vec<(&str, Known<'_>)> = asked.iter().flatten().map(|asked| asked.text(defaults)).collect();
    read_texts(&texts, how)
}

/// Writes the document for a line, and a line break.
fn write(answers: &mut Vec<u8>, reading: Result<Reading, String>) {
    let begin = answers.len();
    let write = |reading| serde_json::to_writer(&mut *answers, &reading).map_err(|error| error.to_string());
    if let Err(reason) = reading.and_then(write) {
        answers.truncate(begin);
        answers.extend(refused(&reason));
    }
    answers.push(b'\n');
}

/// The answer to a line that cannot be read.
fn refused(reason: &str) -> Vec<u8> {
    serde_json::to_vec(&unreadable(reason)).unwrap_or_else(|_| br#"{"id":null,"remarks":[]}"#.to_vec())
}

/// A number is handed through as it is written; nothing else but a text is an identifier.
fn identifier(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(id) => Some(id.clone()),
        serde_json::Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

fn unreadable(reason: &str) -> Unreadable {
    Unreadable { id: None, remarks: vec![Remark::new(RemarkCode::BadLine, &[("reason", reason)])] }
}

/// Makes a lone surrogate in a JSON escape (`\ud83d` without its other half), which no Unicode text can hold, into
/// `\ufffd`. Everything else stays.
fn mend_surrogates(line: Cow<'_, str>) -> Cow<'_, str> {
    if !has_surrogate_escape(&line) {
        return line;
    }
    let mut mended = String::with_capacity(line.len());
    let mut rest: &str = &line;
    while let Some(at) = rest.find('\\') {
        mended.push_str(&rest[..at]);
        let escape = &rest[at..];
        let length = match surrogate(escape) {
            Some(Half::High) if surrogate(escape.get(6..).unwrap_or_default()) == Some(Half::Low) => 12,
            Some(_) => {
                mended.push_str("\\ufffd");
                rest = &escape[6..];
                continue;
            }
            None => escape.char_indices().nth(2).map_or(escape.len(), |(end, _)| end),
        };
        mended.push_str(&escape[..length]);
        rest = &escape[length..];
    }
    mended.push_str(rest);
    Cow::Owned(mended)
}

fn has_surrogate_escape(line: &str) -> bool {
    line.contains("\\ud") || line.contains("\\uD")
}

#[derive(PartialEq, Eq)]
enum Half {
    High,
    Low,
}

/// Which half of a pair the escape at the beginning of `text` is (Unicode 16.0, section 3.8).
fn surrogate(text: &str) -> Option<Half> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    match u32::from_str_radix(digits, 16).ok()? {
        0xD800..=0xDBFF => Some(Half::High),
        0xDC00..=0xDFFF => Some(Half::Low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Incoming, answers, mend_surrogates};
    use samesky_app::read::{How, Known};

    fn answer(line: &[u8], defaults: &Known<'_>) -> serde_json::Value {
        let answers = answers(&[Incoming::Line(line.to_vec())], defaults, How::default());
        serde_json::from_slice(&answers).expect("JSON")
    }

    #[test]
    fn lone_surrogate_becomes_one_replacement_character() {
        for (line, mended) in [
            (r#""\ud83d""#, r#""\ufffd""#),
            (r#""\ude00x""#, r#""\ufffdx""#),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""\ud83d\ud83d\ude00""#, r#""\ufffd\ud83d\ude00""#),
            (r#""\\ud83d""#, r#""\\ud83d""#),
            (r#""\n\u0041""#, r#""\n\u0041""#),
            (r#""\uD8"#, r#""\uD8"#),
            (r#""\"#, r#""\"#),
        ] {
            assert_eq!(mend_surrogates(line.into()), mended);
        }
    }

    #[test]
    fn line_that_names_no_date_has_that_of_the_command() {
        let reference_date = Some(jiff::civil::date(2024, 5, 2));
        let defaults = Known { reference_date, ..Known::default() };
        let published = |line: &str| answer(line.as_bytes(), &defaults)["published"]["date"].clone();
        assert_eq!(published(r#"{"text": "12个项目签约。"}"#), "2024-05-02");
        assert_eq!(published(r#"{"text": "12个项目签约。", "reference_date": "2023-01-09"}"#), "2023-01-09");
        assert_eq!(published(r#"{"text": "12个项目签约。", "reference_date": "no date"}"#), serde_json::Value::Null);
    }

    #[test]
    fn line_that_is_no_object_is_answered_in_its_place() {
        let said = answer(b"not json", &Known::default());
        assert_eq!(said["id"], serde_json::Value::Null);
        assert_eq!(said["remarks"].as_array().map(Vec::len), Some(1));
    }
}
