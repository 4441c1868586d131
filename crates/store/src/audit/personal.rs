//! What of an audit record is personal. It is taken out of the row and stands beside it, so that it can be erased while the
//! chain over the rows holds.

use super::value::{self, ADDRESS, AGENT, BY, WHY};
use crate::StoreError;
use crate::column::json;
use samesky_model::record::{AuditRecord, Origin, RecordKind};
use serde_json::Value;

/// An audit record taken apart.
pub(crate) struct Parts {
    /// The state before as JSON, personal values being `null`.
    pub(crate) before: Option<String>,
    /// The state after.
    pub(crate) after: Option<String>,
    /// What is personal, by field.
    pub(crate) values: Vec<(String, String)>,
}

impl Parts {
    pub(crate) fn of(record: &AuditRecord) -> Result<Self, StoreError> {
        let mut values = vec![(BY.to_owned(), record.stamp.by.clone())];
        let Origin { address, agent } = &record.origin;
        for (field, value) in [(ADDRESS, address), (AGENT, agent), (WHY, &record.why)] {
            values.extend(value.as_ref().map(|value| (field.to_owned(), value.clone())));
        }
        let before = taken(record.record_kind, "before", record.before.as_ref(), &mut values)?;
        let after = taken(record.record_kind, "after", record.after.as_ref(), &mut values)?;
        Ok(Self { before, after, values })
    }
}

/// One side of a change without its personal values, which go to `values`.
pub(crate) fn taken(
    kind: RecordKind,
    side: &str,
    state: Option<&Value>,
    values: &mut Vec<(String, String)>,
) -> Result<Option<String>, StoreError> {
    let Some(mut state) = state.cloned() else { return Ok(None) };
    take(kind, side, &mut state, values);
    json(&state).map(Some)
}

fn take(kind: RecordKind, path: &str, state: &mut Value, values: &mut Vec<(String, String)>) {
    match state {
        Value::Object(fields) => {
            let is_stamp = fields.contains_key("at");
            for (name, inner) in fields.iter_mut() {
                let below = format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
                match inner {
                    Value::String(text) if is_personal(kind, name, is_stamp) => {
                        values.push((below, std::mem::take(text)));
                        *inner = Value::Null;
                    }
                    _ => take(kind, &below, inner, values),
                }
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter_mut().enumerate() {
                take(kind, &format!("{path}/{index}"), inner, values);
            }
        }
        _ => {}
    }
}

/// What of a person of an organisation is not personal: identifiers, instants, what kind of value something is.
const OF_PERSONS: [&str; 8] = ["id", "team", "organisation", "at", "field", "source", "import", "layout"];

/// Names in stamps, reasons, and what accounts are known by. What announcements say of organisations is not personal.
fn is_personal(kind: RecordKind, name: &str, is_stamp: bool) -> bool {
    let of_people =
        matches!(kind, RecordKind::Account | RecordKind::Membership | RecordKind::Ticket | RecordKind::Token);
    match name {
        // Of a person of an organisation all is personal but how it hangs together.
        name if kind == RecordKind::Person && !OF_PERSONS.contains(&name) => name != "by" || is_stamp,
        "by" => is_stamp,
        "email" | "agent" | "why" => true,
        "name" | "address" => of_people,
        _ => false,
    }
}

/// Puts the values that are there back to where they stood.
pub(crate) fn put_back(side: &str, state: &mut Value, values: &[value::Model]) {
    for value in values {
        let Some(path) = value.field.strip_prefix(side).filter(|path| path.is_empty() || path.starts_with('/')) else {
            continue;
        };
        if let (Some(place), Some(shown)) = (state.pointer_mut(path), value.clone().shown()) {
            *place = Value::String(shown);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::taken;
    use samesky_model::record::RecordKind;
    use serde_json::json;

    fn apart(kind: RecordKind, state: &serde_json::Value) -> (String, Vec<(String, String)>) {
        let mut values = Vec::new();
        let rest = taken(kind, "after", Some(state), &mut values).expect("JSON").expect("a state");
        (rest, values)
    }

    #[test]
    fn taken_names_of_people_leave_their_place_empty() {
        let state = json!({"name": "Lin", "email": "lin@example.org", "role": "owner", "made": {"by": "Lin", "at": 1}});
        let (rest, values) = apart(RecordKind::Account, &state);
        assert_eq!(rest, r#"{"email":null,"made":{"at":1,"by":null},"name":null,"role":"owner"}"#);
        let found: Vec<_> = values.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
        assert_eq!(found, [("after/email", "lin@example.org"), ("after/made/by", "Lin"), ("after/name", "Lin")]);
    }

    #[test]
    fn taken_of_a_person_of_an_organisation_leaves_nothing_that_names_them() {
        let state = json!({
            "id": "1", "organisation": "2", "version": 1,
            "values": [{"field": "post", "value": {"titles": [{"text": "部長", "language": "ja"}], "from": "2019", "current": true},
                        "source": "officer", "added": {"by": "Lin", "at": 1}}]
        });
        let (rest, values) = apart(RecordKind::Person, &state);
        let kept = r#"{"id":"1","organisation":"2","values":[{"added":{"at":1,"by":null},"field":"post","source":"officer","value":{"current":true,"from":null,"titles":[{"language":null,"text":null}]}}],"version":1}"#;
        assert_eq!(rest, kept);
        let taken: Vec<_> = values.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(taken, ["Lin", "2019", "ja", "部長"]);
    }

    #[test]
    fn taken_names_of_records_stay() {
        let state = json!({"names": [{"text": "架空精工"}], "name": "甲", "by": "x", "a/b": [{"why": "y"}]});
        let (rest, values) = apart(RecordKind::Event, &state);
        assert_eq!(rest, r#"{"a/b":[{"why":null}],"by":"x","name":"甲","names":[{"text":"架空精工"}]}"#);
        assert_eq!(values, [("after/a~1b/0/why".to_owned(), "y".to_owned())]);
    }
}
