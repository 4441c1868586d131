//! One line of the stream in, one document out.

use jiff::civil::Date;
use samesky_app::read::{Depth, Known, read_text};
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

/// The answer to one line, without its line break.
pub(super) fn answer(line: &[u8], defaults: &Known<'_>, depth: Depth) -> Vec<u8> {
    let text = mend_surrogates(String::from_utf8_lossy(line));
    let document = match serde_json::from_str::<Line<'_>>(text.strip_prefix('\u{FEFF}').unwrap_or(&text)) {
        Ok(line) => serde_json::to_vec(&read(&line, defaults, depth)),
        Err(error) => return refused(&error.to_string()),
    };
    document.unwrap_or_else(|_| refused("no JSON can be made of its answer"))
}

/// The answer to a line that cannot be read.
pub(super) fn refused(reason: &str) -> Vec<u8> {
    serde_json::to_vec(&unreadable(reason)).unwrap_or_else(|_| br#"{"id":null,"remarks":[]}"#.to_vec())
}

/// What the line does not name is as in `defaults`.
fn read(line: &Line<'_>, defaults: &Known<'_>, depth: Depth) -> Reading {
    let stated = line.reference_date.as_deref().filter(|date| !date.trim().is_empty());
    let reference_date = stated.and_then(|date| date.trim().parse::<Date>().ok());
    let id = identifier(&line.id);
    let text = line.text.strip_prefix('\u{FEFF}').unwrap_or(&line.text);
    let known = Known {
        id: id.as_deref(),
        language: line.lang.as_deref().or(defaults.language),
        reference_date: if stated.is_some() { reference_date } else { defaults.reference_date },
        url: line.url.as_deref(),
        gazetteer: defaults.gazetteer,
    };
    let mut reading = read_text(text, &known, depth);
    if let Some(date) = stated.filter(|_| reference_date.is_none()) {
        reading.remarks.push(Remark::new(RemarkCode::ImpossibleDate, &[("quote", date)]));
    }
    reading
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
    use super::{answer, mend_surrogates};
    use samesky_app::read::{Depth, Known};

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
        let published = |line: &str| {
            let said = answer(line.as_bytes(), &defaults, Depth::default());
            serde_json::from_slice::<serde_json::Value>(&said).expect("JSON")["published"]["date"].clone()
        };
        assert_eq!(published(r#"{"text": "12个项目签约。"}"#), "2024-05-02");
        assert_eq!(published(r#"{"text": "12个项目签约。", "reference_date": "2023-01-09"}"#), "2023-01-09");
        assert_eq!(published(r#"{"text": "12个项目签约。", "reference_date": "no date"}"#), serde_json::Value::Null);
    }

    #[test]
    fn line_that_is_no_object_is_answered_in_its_place() {
        let said: serde_json::Value =
            serde_json::from_slice(&answer(b"not json", &Known::default(), Depth::default())).expect("JSON");
        assert_eq!(said["id"], serde_json::Value::Null);
        assert_eq!(said["remarks"].as_array().map(Vec::len), Some(1));
    }
}
