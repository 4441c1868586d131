//! Errors as problem documents (RFC 9457).

mod app_error;

use super::import::ImportReport;
use super::scalar::Instant;
use crate::server::passage::Passage;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// A problem document (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem, example = json!({
    "type": "urn:samesky:problem:invalid", "title": "The input is wrong", "status": 422,
    "detail": "published: “2020-13” is not a date; expected YYYY-MM-DD, YYYY-MM, YYYY, --MM-DD or --MM",
    "instance": "/api/v1/announcements",
    "errors": [{"field": "published", "problem": "not-expected", "found": null,
                "detail": "“2020-13” is not a date; expected YYYY-MM-DD, YYYY-MM, YYYY, --MM-DD or --MM"}]
}))]
pub(super) struct Document {
    /// The kind of problem; the same for every occurrence.
    #[serde(rename = "type")]
    kind: String,
    /// The kind in words.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// This occurrence in words.
    detail: String,
    /// The address that was asked for.
    instance: String,
    /// The number of the request in the logs of the server, as in the header `X-Request-Id`.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schema(required = false, value_type = String)]
    request: Arc<str>,
    /// What is wrong field by field, for input that cannot be taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<FieldProblem>,
    /// The version that the record has now, where a change came too late.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i64>,
    /// Who changed it, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    changed_by: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    changed_at: Option<Instant>,
    /// What came of each file, where an import was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<ImportReport>)]
    report: Option<Arc<ImportReport>>,
}

/// A field that was filled in wrongly.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct FieldProblem {
    /// The field: a name of the query, or a path into the document.
    #[schema(example = "claim.value")]
    pub(super) field: String,
    /// What is wrong, as a code.
    #[schema(example = "not-expected")]
    pub(super) problem: String,
    /// What was found, where it helps.
    pub(super) found: Option<String>,
    /// The same in words.
    pub(super) detail: String,
}

/// What went wrong with a request.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    kind: Kind,
    detail: String,
    errors: Vec<FieldProblem>,
    changed: Option<Box<Changed>>,
    report: Option<Arc<ImportReport>>,
}

/// Who changed a record first.
#[derive(Debug, Clone)]
struct Changed {
    version: i64,
    by: Option<String>,
    at: Option<Instant>,
}

/// The kinds of problems, each with its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Malformed,
    NotSignedIn,
    Forbidden,
    TooMany,
    NotFound,
    MethodNotAllowed,
    Conflict,
    Stale,
    TooLarge,
    TooSlow,
    UnsupportedMedia,
    Invalid,
    Unreadable,
    VersionMissing,
    Internal,
    ReadOnly,
    Unavailable,
    DiskFull,
    /// Anything that a layer refuses with a status of its own.
    Refused(StatusCode),
}

impl Kind {
    fn facts(self) -> (&'static str, StatusCode, &'static str) {
        match self {
            Self::Malformed => ("malformed", StatusCode::BAD_REQUEST, "The request cannot be understood"),
            Self::NotSignedIn => (
                "not-signed-in",
                StatusCode::UNAUTHORIZED,
                "Nobody who signed in, and no token that works, stands behind this",
            ),
            Self::Forbidden => ("forbidden", StatusCode::FORBIDDEN, "The role or the token does not allow this"),
            Self::TooMany => ("too-many", StatusCode::TOO_MANY_REQUESTS, "Too many attempts failed"),
            Self::NotFound => ("not-found", StatusCode::NOT_FOUND, "There is nothing here"),
            Self::MethodNotAllowed => {
                ("method-not-allowed", StatusCode::METHOD_NOT_ALLOWED, "This address does not take this method")
            }
            Self::Conflict => ("conflict", StatusCode::CONFLICT, "The record does not allow this any more"),
            Self::Stale => ("stale", StatusCode::PRECONDITION_FAILED, "Somebody else changed the record first"),
            Self::TooLarge => ("too-large", StatusCode::PAYLOAD_TOO_LARGE, "This is more than is taken"),
            Self::TooSlow => ("too-slow", StatusCode::REQUEST_TIMEOUT, "The request came too slowly"),
            Self::UnsupportedMedia => {
                ("unsupported-media-type", StatusCode::UNSUPPORTED_MEDIA_TYPE, "This media type is not taken here")
            }
            Self::Invalid => ("invalid", StatusCode::UNPROCESSABLE_ENTITY, "The input is wrong"),
            Self::Unreadable => ("unreadable", StatusCode::UNPROCESSABLE_ENTITY, "The file cannot be read"),
            Self::VersionMissing => {
                ("version-missing", StatusCode::PRECONDITION_REQUIRED, "The change does not say what it changes")
            }
            Self::Internal => ("internal", StatusCode::INTERNAL_SERVER_ERROR, "The server failed"),
            Self::ReadOnly => ("read-only", StatusCode::SERVICE_UNAVAILABLE, "Nothing can be changed now"),
            Self::Unavailable => ("unavailable", StatusCode::SERVICE_UNAVAILABLE, "The database does not answer"),
            Self::DiskFull => ("disk-full", StatusCode::INSUFFICIENT_STORAGE, "The disk is full"),
            Self::Refused(status) => ("", status, status.canonical_reason().unwrap_or("The request was refused")),
        }
    }

    /// The kind for a bare status that some layer answered with.
    fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::BAD_REQUEST => Self::Malformed,
            StatusCode::UNAUTHORIZED => Self::NotSignedIn,
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::TOO_MANY_REQUESTS => Self::TooMany,
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::REQUEST_TIMEOUT => Self::TooSlow,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMedia,
            StatusCode::UNPROCESSABLE_ENTITY => Self::Invalid,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            status if status.is_server_error() => Self::Internal,
            status => Self::Refused(status),
        }
    }
}

impl Problem {
    /// A problem of a kind, with what happened.
    pub(super) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into(), errors: Vec::new(), changed: None, report: None }
    }

    /// Wrong fields.
    pub(super) fn invalid(errors: Vec<FieldProblem>) -> Self {
        let detail: Vec<_> = errors.iter().map(|error| format!("{}: {}", error.field, error.detail)).collect();
        Self { errors, ..Self::new(Kind::Invalid, detail.join("; ")) }
    }

    /// An import that kept nothing.
    pub(super) fn refused(errors: Vec<FieldProblem>, report: ImportReport) -> Self {
        let large = errors.iter().any(|error| error.problem == "too-large");
        let kind = if large { Kind::TooLarge } else { Kind::Unreadable };
        Self { kind, report: Some(Arc::new(report)), ..Self::invalid(errors) }
    }

    /// The answer of a layer that knows nothing of problem documents.
    pub(super) fn of_status(status: StatusCode, detail: impl Into<String>) -> Self {
        Self::new(Kind::of(status), detail)
    }

    /// The document, with the address that was asked for.
    pub(super) fn answer(self, instance: &str) -> Response {
        let (unavailable, unsigned) = (self.kind == Kind::Unavailable, self.kind == Kind::NotSignedIn);
        let status = self.kind.facts().1;
        let mut response = (status, axum::Json(self.document(instance))).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if unsigned {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if unavailable {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
        }
        response
    }

    fn document(self, instance: &str) -> Document {
        let (code, status, title) = self.kind.facts();
        let changed = self.changed.map(|changed| *changed);
        let (version, changed_by, changed_at) =
            changed.map_or((None, None, None), |Changed { version, by, at }| (Some(version), by, at));
        let Passage { id: request, below } = Passage::current();
        Document {
            kind: if code.is_empty() { "about:blank".to_owned() } else { format!("urn:samesky:problem:{code}") },
            title,
            status: status.as_u16(),
            detail: self.detail,
            instance: format!("{below}{instance}"),
            request,
            errors: self.errors,
            version,
            changed_by,
            changed_at,
            report: self.report,
        }
    }
}

/// The problem travels with the answer, so that the layer around all handlers can name the address.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.kind.facts().1.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<FieldProblem> for Problem {
    fn from(error: FieldProblem) -> Self {
        Self::invalid(vec![error])
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Problem};
    use axum::http::StatusCode;

    #[test]
    fn bare_status_without_a_kind_keeps_its_number() {
        let document = Problem::of_status(StatusCode::MISDIRECTED_REQUEST, "another host").document("/api");
        assert_eq!((document.status, document.kind.as_str()), (421, "about:blank"));
        assert_eq!(Problem::of_status(StatusCode::BAD_REQUEST, "?").kind, Kind::Malformed);
    }
}
