//! What a change changed: the fields that differ, side by side.

use super::value;
use crate::ui::Ctx;
use maud::{Markup, html};
use samesky_model::record::RecordKind;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Fields shown of one change at most.
const MOST: usize = 60;

/// Fields that say nothing to a reader: identifiers, counters, stamps that stand beside the change already.
const SILENT: [&str; 11] =
    ["id", "team", "version", "created", "entered", "imported", "start", "end", "spans", "sha256", "place_keys"];

/// A field that differs: its path, what it was, what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Changed {
    pub(super) path: String,
    pub(super) before: Option<Value>,
    pub(super) after: Option<Value>,
}

/// The fields in which two states differ, by path.
pub(super) fn fields(before: Option<&Value>, after: Option<&Value>) -> Vec<Changed> {
    let (mut was, mut is) = (BTreeMap::new(), BTreeMap::new());
    flatten("", before, &mut was);
    flatten("", after, &mut is);
    let mut paths: Vec<&String> = was.keys().chain(is.keys()).collect();
    paths.sort();
    paths.dedup();
    paths
        .into_iter()
        .filter(|path| was.get(*path) != is.get(*path))
        .take(MOST)
        .map(|path| Changed { path: path.clone(), before: was.get(path).cloned(), after: is.get(path).cloned() })
        .collect()
}

/// Objects are taken apart; lists stay whole. What is empty counts as not there.
fn flatten(path: &str, value: Option<&Value>, out: &mut BTreeMap<String, Value>) {
    match value {
        None | Some(Value::Null) => {}
        Some(Value::Array(items)) if items.is_empty() => {}
        Some(Value::String(text)) if text.is_empty() => {}
        Some(Value::Object(fields)) => flatten_fields(path, fields, out),
        Some(other) => {
            out.insert(path.to_owned(), other.clone());
        }
    }
}

fn flatten_fields(path: &str, fields: &Map<String, Value>, out: &mut BTreeMap<String, Value>) {
    for (name, inner) in fields.iter().filter(|(name, _)| !SILENT.contains(&name.as_str())) {
        let below = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        flatten(&below, Some(inner), out);
    }
}

/// Whether the two sides of a field look different to a reader: identifiers of other records say nothing, and lists
/// that differ only in who wrote them look the same.
pub(super) fn says_something(ctx: &Ctx, kind: RecordKind, field: &Changed) -> bool {
    let said = |side: Option<&Value>| side.map(|side| value::text(ctx.lang, kind, &field.path, side));
    let (was, is) = (said(field.before.as_ref()), said(field.after.as_ref()));
    let names_a_record =
        |side: &Option<String>| side.as_deref().is_some_and(|side| uuid::Uuid::try_parse(side).is_ok());
    was != is && !names_a_record(&was) && !names_a_record(&is)
}

/// The two columns.
pub(super) fn table(ctx: &Ctx, kind: RecordKind, fields: &[Changed]) -> Markup {
    html! {
        table class="t dense changes" {
            thead { tr {
                th scope="col" { (ctx.t("history-field")) }
                th scope="col" { (ctx.t("history-before")) }
                th scope="col" { (ctx.t("history-after")) }
            } }
            tbody {
                @for field in fields {
                    tr {
                        th scope="row" { (value::label(ctx, &field.path)) }
                        td.was { (value::shown(ctx, kind, &field.path, field.before.as_ref())) }
                        td { (value::shown(ctx, kind, &field.path, field.after.as_ref())) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Changed, fields};
    use serde_json::json;

    #[test]
    fn fields_only_what_differs_is_told() {
        let before = json!({"id": 1, "version": 1, "state": "active", "date": "2020", "names": ["a"], "zone": null});
        let after =
            json!({"id": 2, "version": 2, "state": "withdrawn", "date": "2020", "names": ["a", "b"], "zone": ""});
        let changed = |path: &str, was, is| Changed { path: path.into(), before: Some(was), after: Some(is) };
        assert_eq!(
            fields(Some(&before), Some(&after)),
            [changed("names", json!(["a"]), json!(["a", "b"])), changed("state", json!("active"), json!("withdrawn"))]
        );
    }

    #[test]
    fn fields_inner_ones_have_a_path_and_a_new_record_no_before() {
        let after = json!({"figure": {"value": "15", "start": 3}, "remarks": []});
        let found = fields(None, Some(&after));
        assert_eq!(found, [Changed { path: "figure.value".into(), before: None, after: Some(json!("15")) }]);
        assert_eq!(fields(None, None), []);
    }
}
