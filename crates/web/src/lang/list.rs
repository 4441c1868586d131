//! What there is to say of lists that are imported, in the reader's language.

use super::register::registers;
use super::{Arg, Lang, has, registry, tr};
use samesky_model::record::ListMessage;

/// The sentence.
#[must_use]
pub fn message(lang: Lang, message: &ListMessage) -> String {
    let mut args: Vec<(&str, Arg<'_>)> =
        message.args.iter().map(|(name, value)| (name.as_str(), said(lang, name, value))).collect();
    if !message.evidence.is_empty() {
        args.retain(|(name, _)| *name != "why");
        args.push(("why", registry::reasons(lang, &message.evidence).into()));
    }
    if let Some(code) = message.args.get("fault_code") {
        let said = tr(lang, &format!("fault-{code}"), &faulty(message));
        args.retain(|(name, _)| *name != "fault");
        args.push(("fault", said.into()));
    }
    let key = format!("list-{}", message.code);
    let key = if has(lang, &key, &args) { key } else { format!("problem-{}", message.code) };
    tr(lang, &key, &args)
}

/// A value of the sentence; registers by their names.
fn said<'a>(lang: Lang, name: &str, value: &'a str) -> Arg<'a> {
    match name {
        "scheme" | "other" | "schemes" => registers(lang, value).into(),
        _ => value.into(),
    }
}

/// What a sentence on a fault names.
fn faulty(message: &ListMessage) -> Vec<(&str, Arg<'_>)> {
    let named = |name: &str| message.args.get(name).map_or("", String::as_str);
    vec![("found", named("fault_found").into()), ("expected", named("fault_expected").into())]
}

/// What would have been right, where that can be said.
#[must_use]
pub fn expected(lang: Lang, message: &ListMessage) -> Option<String> {
    let key = match message.code.as_str() {
        "name-missing" | "name-null" | "name-date" | "name-number" => "list-expected-name",
        "number-date" | "number-digits-lost" | "number-fails" | "number-other-scheme" | "number-two-schemes" => {
            "list-expected-number"
        }
        "formula-text" | "formula-empty" | "cell-error" => "list-expected-value",
        "no-country" => "list-expected-country",
        "no-date" => "list-expected-date",
        "no-kind" => "list-expected-kind",
        "no-ranking" => "list-expected-ranking",
        _ => return None,
    };
    Some(tr(lang, key, &[]))
}
