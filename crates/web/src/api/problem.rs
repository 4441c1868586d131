//! Errors as problem documents (RFC 9457), and the one place where an error of the app gets its status.

use super::import::ImportReport;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use samesky_app::{AppError, ExtractError, Field, StoreError};
use serde::Serialize;
use utoipa::ToSchema;

/// A problem document (RFC 9457).
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({
    "type": "urn:samesky:problem:invalid", "title": "The input is wrong", "status": 422,
    "detail": "published: “2020-13” is not a date; expected YYYY-MM-DD, YYYY-MM, YYYY, --MM-DD or --MM",
    "instance": "/api/v1/announcements",
    "errors": [{"field": "published", "problem": "not-expected", "found": "2020-13",
                "detail": "“2020-13” is not a date; expected YYYY-MM-DD, YYYY-MM, YYYY, --MM-DD or --MM"}]
}))]
pub(super) struct Problem {
    /// The kind of problem; the same for every occurrence.
    #[serde(rename = "type")]
    kind: String,
    /// The kind in words.
    title: String,
    /// The HTTP status.
    status: u16,
    /// This occurrence in words.
    detail: String,
    /// The address that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    instance: Option<String>,
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
    changed_at: Option<super::scalar::Instant>,
    /// What came of each file, where an import was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<ImportReport>)]
    report: Option<std::sync::Arc<ImportReport>>,
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

/// The kinds of problems, each with its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Malformed,
    NotFound,
    MethodNotAllowed,
    Conflict,
    Stale,
    TooLarge,
    UnsupportedMedia,
    Invalid,
    Unreadable,
    VersionMissing,
    Internal,
    ReadOnly,
    Unavailable,
    DiskFull,
}

impl Kind {
    const fn facts(self) -> (&'static str, StatusCode, &'static str) {
        match self {
            Self::Malformed => ("malformed", StatusCode::BAD_REQUEST, "The request cannot be understood"),
            Self::NotFound => ("not-found", StatusCode::NOT_FOUND, "There is nothing here"),
            Self::MethodNotAllowed => {
                ("method-not-allowed", StatusCode::METHOD_NOT_ALLOWED, "This address does not take this method")
            }
            Self::Conflict => ("conflict", StatusCode::CONFLICT, "The record does not allow this any more"),
            Self::Stale => ("stale", StatusCode::PRECONDITION_FAILED, "Somebody else changed the record first"),
            Self::TooLarge => ("too-large", StatusCode::PAYLOAD_TOO_LARGE, "This is more than is taken"),
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
        }
    }

    /// The kind for a bare status that some layer answered with.
    fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMedia,
            StatusCode::UNPROCESSABLE_ENTITY => Self::Invalid,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            status if status.is_server_error() => Self::Internal,
            _ => Self::Malformed,
        }
    }
}

impl Problem {
    /// A problem of a kind, with what happened.
    pub(super) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        let (code, status, title) = kind.facts();
        Self {
            kind: format!("urn:samesky:problem:{code}"),
            title: title.to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            instance: None,
            errors: Vec::new(),
            version: None,
            changed_by: None,
            changed_at: None,
            report: None,
        }
    }

    /// Wrong fields.
    pub(super) fn invalid(errors: Vec<FieldProblem>) -> Self {
        let detail: Vec<_> = errors.iter().map(|error| format!("{}: {}", error.field, error.detail)).collect();
        Self { errors, ..Self::new(Kind::Invalid, detail.join("; ")) }
    }

    /// An import that kept nothing.
    pub(super) fn refused(errors: Vec<FieldProblem>, report: ImportReport) -> Self {
        let kind =
            if errors.iter().any(|error| error.problem == "too-large") { Kind::TooLarge } else { Kind::Unreadable };
        let report = Some(std::sync::Arc::new(report));
        let Self { detail, errors, .. } = Self::invalid(errors);
        Self { errors, report, ..Self::new(kind, detail) }
    }

    /// The answer of a layer that knows nothing of problem documents.
    pub(super) fn of_status(status: StatusCode, detail: impl Into<String>) -> Self {
        let kind = Kind::of(status);
        let problem = Self::new(kind, detail);
        if kind == Kind::Malformed && status != StatusCode::BAD_REQUEST {
            let title = status.canonical_reason().unwrap_or("The request was refused").to_owned();
            return Self { status: status.as_u16(), title, kind: "about:blank".to_owned(), ..problem };
        }
        problem
    }

    /// The same where the request named the version that it changes.
    pub(super) fn of_change(error: AppError) -> Self {
        let problem = Self::from(error);
        if problem.status != StatusCode::CONFLICT.as_u16() {
            return problem;
        }
        let Self { detail, version, changed_by, changed_at, .. } = problem;
        Self { version, changed_by, changed_at, ..Self::new(Kind::Stale, detail) }
    }

    /// The status.
    pub(super) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The document, with the address that was asked for.
    pub(super) fn answer(&self, instance: &str) -> Response {
        let problem = Self { instance: Some(instance.to_owned()), ..self.clone() };
        let mut response = (self.status(), axum::Json(problem)).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if self.kind.ends_with(":unavailable") {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
        }
        response
    }
}

/// The problem travels with the answer, so that the layer around all handlers can name the address.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        match error {
            AppError::NotFound { kind } => Self::new(Kind::NotFound, format!("there is no such {kind}")),
            AppError::Conflict { kind, by, at, version } => overtaken(kind, by, at, version),
            AppError::Invalid(fields) => Self::invalid(fields.into_iter().map(FieldProblem::from).collect()),
            AppError::Extract(error) => unread(&error),
            AppError::Store(error) => stored(error),
            AppError::Stopped(reason) => internal(&reason),
        }
    }
}

impl From<FieldProblem> for Problem {
    fn from(error: FieldProblem) -> Self {
        Self::invalid(vec![error])
    }
}

impl From<Field> for FieldProblem {
    fn from(Field { name, problem, found }: Field) -> Self {
        let said = super::said::of(problem).unwrap_or(problem);
        let detail = found.as_ref().map_or_else(|| said.to_owned(), |found| format!("{said} (found “{found}”)"));
        Self { field: name, problem: problem.to_owned(), found, detail }
    }
}

fn overtaken(kind: &str, by: String, at: Option<Timestamp>, version: i64) -> Problem {
    let by = Some(by).filter(|by| !by.is_empty());
    let who = by.clone().unwrap_or_else(|| "somebody else".to_owned());
    let detail = format!("this {kind} was changed by {who} in the meantime; it has version {version} now");
    let changed_at = at.map(super::scalar::Instant);
    Problem { version: Some(version), changed_by: by, changed_at, ..Problem::new(Kind::Conflict, detail) }
}

fn unread(error: &ExtractError) -> Problem {
    let kind = match error {
        ExtractError::TooLarge { .. } | ExtractError::UnpacksTooLarge { .. } => Kind::TooLarge,
        ExtractError::ParserUnavailable { reason } => return internal(reason),
        _ => Kind::Unreadable,
    };
    let remark = error.remark();
    let found = remark.args.iter().find(|(name, _)| name == "found").map(|(_, found)| found.clone());
    let problem =
        FieldProblem { field: "file".into(), problem: remark.code.to_string(), found, detail: remark.to_string() };
    Problem { errors: vec![problem], ..Problem::new(kind, remark.to_string()) }
}

fn stored(error: StoreError) -> Problem {
    let field = |field: &str, problem: &str, found: String, detail: String| {
        Problem::from(FieldProblem { field: field.into(), problem: problem.into(), found: Some(found), detail })
    };
    let detail = error.to_string();
    match error {
        StoreError::Conflict { kind, found, .. } => overtaken(kind, String::new(), None, found),
        StoreError::NotFound { kind, .. } => Problem::new(Kind::NotFound, format!("there is no such {kind}")),
        StoreError::BadCursor(found) => {
            field("after", "no-cursor", super::scalar::shortened(&found), "no cursor of this list".into())
        }
        StoreError::TooManyDigits { what } => field("value", "too-many-digits", what, detail),
        StoreError::ReadOnly => Problem::new(Kind::ReadOnly, detail),
        StoreError::DiskFull => Problem::new(Kind::DiskFull, detail),
        StoreError::Unavailable(_) => Problem::new(Kind::Unavailable, detail),
        other => internal(&other.to_string()),
    }
}

/// What went wrong inside is for the log, not for whoever asked.
fn internal(reason: &str) -> Problem {
    tracing::error!(reason, "an API request failed");
    Problem::new(Kind::Internal, "the server failed and has noted why; nothing was changed")
}

#[cfg(test)]
mod tests {
    use super::{Kind, Problem};
    use axum::http::StatusCode;
    use samesky_app::{AppError, ExtractError, StoreError};

    fn status(error: AppError) -> u16 {
        Problem::from(error).status
    }

    #[test]
    fn app_error_every_kind_has_its_status() {
        let conflict = || AppError::Conflict { kind: "claim", by: "林晓".into(), at: None, version: 3 };
        let stored = |error| AppError::Store(error);
        let found = [
            status(AppError::NotFound { kind: "figure" }),
            status(conflict()),
            Problem::of_change(conflict()).status,
            status(AppError::invalid("why", "reason-missing")),
            status(ExtractError::Empty.into()),
            status(ExtractError::TooLarge { size: 2, limit: 1 }.into()),
            status(ExtractError::ParserUnavailable { reason: "gone".into() }.into()),
            status(stored(StoreError::ReadOnly)),
            status(stored(StoreError::DiskFull)),
            status(stored(StoreError::Unavailable("busy".into()))),
            status(stored(StoreError::BadCursor("x".into()))),
            status(stored(StoreError::Corrupt { what: "a row".into() })),
            status(AppError::Stopped("panicked".into())),
        ];
        assert_eq!(found, [404, 409, 412, 422, 422, 413, 500, 503, 507, 503, 422, 500, 500]);
    }

    #[test]
    fn internal_error_tells_the_asker_nothing() {
        let problem = Problem::from(AppError::Store(StoreError::Corrupt { what: "secret".into() }));
        assert!(!serde_json::to_string(&problem).expect("json").contains("secret"));
    }

    #[test]
    fn bare_status_without_a_kind_keeps_its_number() {
        let problem = Problem::of_status(StatusCode::MISDIRECTED_REQUEST, "another host");
        assert_eq!((problem.status, problem.kind.as_str()), (421, "about:blank"));
        assert_eq!(Problem::of_status(StatusCode::BAD_REQUEST, "?").kind, Problem::new(Kind::Malformed, "?").kind);
    }
}
