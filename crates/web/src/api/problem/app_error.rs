//! The one place where an error of the app gets its status.

use super::super::scalar::{Instant, shortened};
use super::{Changed, FieldProblem, Kind, Problem};
use jiff::Timestamp;
use samesky_app::{AppError, ExtractError, Field, StoreError};

impl Problem {
    /// The problem of a change that named the version it was made on.
    pub(in super::super) fn of_change(error: AppError) -> Self {
        let problem = Self::from(error);
        if problem.kind == Kind::Conflict { Self { kind: Kind::Stale, ..problem } } else { problem }
    }
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        match error {
            AppError::NotFound { kind } => Self::new(Kind::NotFound, format!("there is no such {kind}")),
            AppError::Conflict { kind, by, at, version } => overtaken(kind, by, at, version),
            AppError::Forbidden { .. } => Self::new(Kind::Forbidden, error.to_string()),
            AppError::TooMany { .. } => Self::new(Kind::TooMany, error.to_string()),
            AppError::Invalid(fields) => Self::invalid(fields.into_iter().map(FieldProblem::from).collect()),
            AppError::Extract(error) => unread(&error),
            AppError::Store(error) => stored(error),
            AppError::Stopped(reason) => internal(&reason),
        }
    }
}

impl From<Field> for FieldProblem {
    fn from(Field { name, problem, found }: Field) -> Self {
        let said = super::super::said::of(problem).unwrap_or(problem);
        let detail = found.as_ref().map_or_else(|| said.to_owned(), |found| format!("{said} (found “{found}”)"));
        Self { field: name, problem: problem.to_owned(), found, detail }
    }
}

fn overtaken(kind: &str, by: String, at: Option<Timestamp>, version: i64) -> Problem {
    let by = Some(by).filter(|by| !by.is_empty());
    let who = by.as_deref().unwrap_or("somebody else");
    let detail = format!("this {kind} was changed by {who} in the meantime; it has version {version} now");
    let changed = Some(Box::new(Changed { version, by, at: at.map(Instant) }));
    Problem { changed, ..Problem::new(Kind::Conflict, detail) }
}

fn unread(error: &ExtractError) -> Problem {
    let kind = match error {
        ExtractError::TooLarge { .. } | ExtractError::UnpacksTooLarge { .. } => Kind::TooLarge,
        ExtractError::ParserUnavailable { reason } => return internal(reason),
        _ => Kind::Unreadable,
    };
    let remark = error.remark();
    let found = remark.args.iter().find(|(name, _)| name == "found").map(|(_, found)| found.clone());
    let detail = remark.to_string();
    let problem = FieldProblem { field: "file".into(), problem: remark.code.to_string(), found, detail };
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
            field("after", "no-cursor", shortened(&found), "no cursor of this list".to_owned())
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
    use super::Problem;
    use samesky_app::{AppError, ExtractError, StoreError};

    fn status(problem: Problem) -> u16 {
        problem.document("/api").status
    }

    #[test]
    fn app_error_every_kind_has_its_status() {
        let conflict = || AppError::Conflict { kind: "claim", by: "林晓".into(), at: None, version: 3 };
        let found = [
            AppError::NotFound { kind: "figure" }.into(),
            conflict().into(),
            Problem::of_change(conflict()),
            AppError::invalid("why", "reason-missing").into(),
            AppError::from(ExtractError::Empty).into(),
            AppError::from(ExtractError::TooLarge { size: 2, limit: 1 }).into(),
            AppError::from(ExtractError::ParserUnavailable { reason: "gone".into() }).into(),
            AppError::Store(StoreError::ReadOnly).into(),
            AppError::Store(StoreError::DiskFull).into(),
            AppError::Store(StoreError::Unavailable("busy".into())).into(),
            AppError::Store(StoreError::BadCursor("x".into())).into(),
            AppError::Store(StoreError::Corrupt { what: "a row".into() }).into(),
            AppError::Stopped("panicked".into()).into(),
            AppError::Forbidden { action: "write" }.into(),
            AppError::TooMany { minutes: 15 }.into(),
        ];
        assert_eq!(found.map(status), [404, 409, 412, 422, 422, 413, 500, 503, 507, 503, 422, 500, 500, 403, 429]);
    }

    #[test]
    fn internal_error_tells_the_asker_nothing() {
        let problem = Problem::from(AppError::Store(StoreError::Corrupt { what: "secret".into() }));
        let document = serde_json::to_string(&problem.document("/api")).expect("json");
        assert!(!document.contains("secret"), "{document}");
    }
}
