//! Kept values for people: words of code lists by name, numbers with separators, lists joined.

use crate::lang::{
    Lang,
    format::{digits::group, list},
    has, tr,
};
use crate::ui::{Ctx, figure};
use maud::{Markup, html};
use samesky_model::record::RecordKind;
use serde_json::Value;

/// Characters of one value that are shown.
const LONGEST: usize = 400;

/// The field's name; one without a name is shown as it is kept.
pub(super) fn label(ctx: &Ctx, path: &str) -> Markup {
    let last = path.rsplit('.').next().unwrap_or(path);
    let key = format!("field-{last}");
    let known = last.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte.is_ascii_digit());
    html! { @if known && has(ctx.lang, &key, &[]) { (ctx.t(&key)) } @else { code { (path) } } }
}

/// The value, or a dash where there is none.
pub(super) fn shown(ctx: &Ctx, kind: RecordKind, path: &str, value: Option<&Value>) -> Markup {
    html! {
        @match value {
            None => (figure::dash()),
            Some(value) => bdi { (cut(text(ctx.lang, kind, path, value))) },
        }
    }
}

/// The value in words.
pub(super) fn text(lang: Lang, kind: RecordKind, path: &str, value: &Value) -> String {
    written(lang, kind, path.rsplit('.').next().unwrap_or(path), value)
}

fn cut(text: String) -> String {
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}

fn written(lang: Lang, kind: RecordKind, field: &str, value: &Value) -> String {
    match value {
        Value::String(text) => named(lang, kind, field, text).unwrap_or_else(|| text.clone()),
        Value::Number(number) => group(&number.to_string()),
        Value::Array(items) => {
            let mut said: Vec<String> = Vec::new();
            for item in items.iter().map(|item| written(lang, kind, field, item)) {
                if !said.contains(&item) {
                    said.push(item);
                }
            }
            list(lang, &said)
        }
        Value::Object(fields) => {
            let said = ["text", "name", "label", "quote"].iter().find_map(|key| fields.get(*key)?.as_str());
            said.map_or_else(|| value.to_string(), ToOwned::to_owned)
        }
        Value::Bool(_) | Value::Null => value.to_string(),
    }
}

/// The name of a word of a code list, or a number with separators.
fn named(lang: Lang, record: RecordKind, field: &str, word: &str) -> Option<String> {
    if matches!(field, "value" | "low" | "high") {
        return Some(group(word));
    }
    let plain = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let known = |list: &&str| plain && has(lang, &format!("{list}-{word}"), &[]);
    let found = lists(record, field).iter().find(|list| known(list))?;
    Some(tr(lang, &format!("{found}-{word}"), &[]))
}

/// The code lists that a field's word may be of.
const fn lists(record: RecordKind, field: &str) -> &'static [&'static str] {
    match (field.as_bytes(), record) {
        (b"measure", _) => &["measure"],
        (b"money_class", _) => &["money"],
        (b"qualifier", _) => &["qualifier"],
        (b"status", _) => &["status"],
        (b"flow", _) => &["flow"],
        (b"mode", _) => &["mode"],
        (b"date_basis" | b"basis", _) => &["date-basis"],
        (b"stage", _) => &["stage"],
        (b"role", _) => &["role"],
        (b"type", _) => &["event-type"],
        (b"format", _) => &["source-format"],
        (b"source", _) => &["import-source"],
        (b"state", RecordKind::Claim) => &["claim-state"],
        (b"state", RecordKind::Import) => &["import-state"],
        (b"state", RecordKind::Announcement) => &["announcement-state"],
        (b"state", _) => &["record-state"],
        (b"kind", RecordKind::Event) => &["event-type"],
        (b"kind", RecordKind::Entry) => &["entry-kind"],
        (b"kind", _) => &["organisation-kind", "claim-kind"],
        _ => &[],
    }
}
