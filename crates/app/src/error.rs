//! What can go wrong in a use case, as a code with arguments that pages and the command line put into words.

use samesky_extract::ExtractError;
use samesky_store::StoreError;
use thiserror::Error;

/// A field that was filled in wrongly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The field's name in the form or the JSON document.
    pub name: String,
    /// What is wrong: the message `problem-<code>` of the interface.
    pub problem: &'static str,
    /// What was found, where it helps.
    pub found: Option<String>,
}

/// Why a use case was not carried out. Nothing was changed.
#[derive(Debug, Error)]
pub enum AppError {
    /// There is no such record, or this reader may not know of it.
    #[error("there is no such {kind}")]
    NotFound {
        /// What kind of record.
        kind: &'static str,
    },
    /// Somebody else changed the record first.
    #[error("this {kind} was changed by {by} in the meantime")]
    Conflict {
        /// What kind of record.
        kind: &'static str,
        /// Who changed it.
        by: String,
        /// When.
        at: Option<jiff::Timestamp>,
        /// The version it has now.
        version: i64,
    },
    /// The role, or the token's scope, does not allow it.
    #[error("this is not allowed ({action})")]
    Forbidden {
        /// The word of the action in the table of permissions.
        action: &'static str,
    },
    /// Too many attempts failed; more are let through after a while.
    #[error("too many attempts failed; try again in {minutes} minutes")]
    TooMany {
        /// After so many minutes at most.
        minutes: i64,
    },
    /// The input is wrong.
    #[error("{}", describe(.0))]
    Invalid(Vec<Field>),
    /// The file cannot be read.
    #[error(transparent)]
    Extract(#[from] ExtractError),
    /// The store cannot do it.
    #[error(transparent)]
    Store(StoreError),
    /// A worker thread ended without an answer.
    #[error("reading stopped without an answer: {0}")]
    Stopped(String),
}

impl AppError {
    /// One wrong field.
    #[must_use]
    pub fn invalid(name: &str, problem: &'static str) -> Self {
        Self::Invalid(vec![Field { name: name.to_owned(), problem, found: None }])
    }

    /// One wrong field, with what was found there.
    #[must_use]
    pub fn invalid_value(name: &str, problem: &'static str, found: impl Into<String>) -> Self {
        Self::Invalid(vec![Field { name: name.to_owned(), problem, found: Some(found.into()) }])
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound { kind, .. } => Self::NotFound { kind },
            other => Self::Store(other),
        }
    }
}

fn describe(fields: &[Field]) -> String {
    fields
        .iter()
        .map(|field| match &field.found {
            Some(found) => format!("{}: {} (found “{found}”)", field.name, field.problem),
            None => format!("{}: {}", field.name, field.problem),
        })
        .collect::<Vec<_>>()
        .join("; ")
}
