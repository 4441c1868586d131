//! What went wrong, in the reader's language: what happened and what to do next.

use super::{Arg, Lang, remark::remark, tr};
use samesky_app::{AppError, Field, StoreError};

/// A use case that was not carried out.
#[must_use]
pub fn app(lang: Lang, error: &AppError) -> String {
    match error {
        AppError::NotFound { kind } => {
            tr(lang, "error-not-found", &[("kind", tr(lang, &format!("kind-{kind}"), &[]).into())])
        }
        AppError::Conflict { by, at, .. } => conflict(lang, by, *at),
        AppError::Forbidden { action } => {
            let action = tr(lang, &format!("permission-{action}"), &[]);
            tr(lang, "error-forbidden", &[("action", action.into())])
        }
        AppError::TooMany { minutes } => tr(lang, "error-too-many", &[("minutes", (*minutes).into())]),
        AppError::Invalid(fields) => fields.iter().map(|wrong| field(lang, wrong)).collect::<Vec<_>>().join(" "),
        AppError::Extract(error) => remark(lang, &error.remark()),
        AppError::Store(error) => store(lang, error),
        AppError::Stopped(reason) => tr(lang, "error-stopped", &[("reason", reason.as_str().into())]),
    }
}

/// A field that was filled in wrongly.
#[must_use]
pub fn field(lang: Lang, wrong: &Field) -> String {
    let found = wrong.found.as_deref().unwrap_or_default();
    tr(lang, &format!("problem-{}", wrong.problem), &[("found", found.into())])
}

/// What the store cannot do.
#[must_use]
pub fn store(lang: Lang, error: &StoreError) -> String {
    match error {
        StoreError::NewerDatabase { found, known } => {
            tr(lang, "error-newer-database", &[("found", found.as_str().into()), ("known", known.as_str().into())])
        }
        StoreError::CannotOpen { place, reason } => {
            tr(lang, "error-cannot-open", &[("place", place.as_str().into()), ("reason", reason.as_str().into())])
        }
        StoreError::BadCursor(found) => tr(lang, "error-bad-cursor", &[("found", found.as_str().into())]),
        StoreError::ReadOnly => tr(lang, "error-read-only", &[]),
        StoreError::DiskFull => tr(lang, "error-disk-full", &[]),
        StoreError::NotFound { .. } => tr(lang, "error-not-found", &[("kind", tr(lang, "kind-record", &[]).into())]),
        StoreError::Conflict { .. } => conflict(lang, "", None),
        StoreError::NotEmpty { .. } => tr(lang, "error-not-empty", &[]),
        StoreError::DamagedBackup { .. } => tr(lang, "error-damaged-backup", &[("reason", error.to_string().into())]),
        StoreError::NewerBackup { .. } => tr(lang, "error-newer-backup", &[("reason", error.to_string().into())]),
        other => tr(lang, "error-store", &[("reason", other.to_string().into())]),
    }
}

fn conflict(lang: Lang, by: &str, at: Option<jiff::Timestamp>) -> String {
    let at = at.map(|at| at.strftime("%Y-%m-%d %H:%M UTC").to_string()).unwrap_or_default();
    let args: [(&str, Arg<'_>); 2] = [("by", by.into()), ("at", at.into())];
    tr(lang, if by.is_empty() { "error-conflict" } else { "error-conflict-by" }, &args)
}
