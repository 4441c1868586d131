//! JSON bodies: malformed is 400, of the wrong shape is 422 with the field's path.

use super::problem::{FieldProblem, Kind, Problem};
use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Bytes of a JSON document at most.
pub(super) const JSON_LIMIT: usize = 2 << 20;

/// A JSON document. An empty body stands for an empty object.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let declared = is_json(request.headers());
        let bytes = to_bytes(request.into_body(), JSON_LIMIT).await.map_err(|_| too_large())?;
        if bytes.is_empty() {
            return Ok(Self(typed(Value::Object(serde_json::Map::new()), "")?));
        }
        if !declared {
            return Err(unsupported("application/json"));
        }
        let value: Value = serde_json::from_slice(&bytes).map_err(|error| malformed(&error))?;
        without_nul(&value, "")?;
        if !value.is_object() {
            return Err(not_expected("", "expected a JSON object".to_owned()).into());
        }
        Ok(Self(typed(value, "")?))
    }
}

/// Whether the body is declared to be JSON.
pub(super) fn is_json(headers: &HeaderMap) -> bool {
    let declared = media_type(headers);
    declared == "application/json" || (declared.starts_with("application/") && declared.ends_with("+json"))
}

/// The declared media type without its parameters.
pub(super) fn media_type(headers: &HeaderMap) -> String {
    let declared = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// 415, naming what would do.
pub(super) fn unsupported(expected: &str) -> Problem {
    Problem::new(Kind::UnsupportedMedia, format!("the body must be declared as {expected} (Content-Type)"))
}

/// Gives a value its type; the error names the field below `parent`.
pub(super) fn typed<T: DeserializeOwned>(value: Value, parent: &str) -> Result<T, FieldProblem> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        let field = match (parent, path.as_str()) {
            (parent, "." | "?") => parent.to_owned(),
            ("", path) => path.to_owned(),
            (parent, path) => format!("{parent}.{path}"),
        };
        not_expected(&field, error.inner().to_string())
    })
}

/// A field whose value has the wrong shape.
pub(super) fn not_expected(field: &str, detail: String) -> FieldProblem {
    let field = if field.is_empty() { "body" } else { field }.to_owned();
    FieldProblem { field, problem: "not-expected".to_owned(), found: None, detail }
}

/// No name, reason or address holds a NUL, and not every database keeps one.
fn without_nul(value: &Value, path: &str) -> Result<(), FieldProblem> {
    match value {
        Value::String(text) if text.contains('\0') => Err(nul(path)),
        Value::Array(items) => {
            items.iter().enumerate().try_for_each(|(index, item)| without_nul(item, &format!("{path}[{index}]")))
        }
        Value::Object(fields) => fields.iter().try_for_each(|(name, value)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            without_nul(value, &path)
        }),
        _ => Ok(()),
    }
}

/// A NUL where text is expected.
pub(super) fn nul(field: &str) -> FieldProblem {
    let field = if field.is_empty() { "body" } else { field }.to_owned();
    FieldProblem { field, problem: "nul".into(), found: None, detail: "holds the character U+0000".into() }
}

fn malformed(error: &serde_json::Error) -> Problem {
    Problem::new(Kind::Malformed, format!("the body is no JSON: {error}"))
}

fn too_large() -> Problem {
    Problem::new(Kind::TooLarge, format!("a JSON body may have {JSON_LIMIT} bytes at most; send longer texts as files"))
}
