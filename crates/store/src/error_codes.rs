//! What the databases say, in the words of [`StoreError`].

use crate::StoreError;
use crate::dialect::{postgres, sqlite};
use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// What a driver's error code means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    ReadOnly,
    DiskFull,
    CannotOpen,
    Unavailable,
    Corrupt,
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        if let DbErr::ConnectionAcquire(reason) = &error {
            return Self::Unavailable(reason.to_string());
        }
        match meaning(&error) {
            Some(Meaning::ReadOnly) => Self::ReadOnly,
            Some(Meaning::DiskFull) => Self::DiskFull,
            Some(Meaning::CannotOpen) => Self::CannotOpen { place: "in use".to_owned(), reason: message(&error) },
            Some(Meaning::Unavailable) => Self::Unavailable(message(&error)),
            Some(Meaning::Corrupt) => Self::Corrupt { what: message(&error) },
            None => Self::Database(error),
        }
    }
}

/// The words of the driver alone, without what the layers above it put in front.
pub(crate) fn message(error: &DbErr) -> String {
    match driver(error) {
        Some(SqlxError::Database(said)) => said.message().to_owned(),
        Some(said) => said.to_string(),
        None => error.to_string(),
    }
}

fn meaning(error: &DbErr) -> Option<Meaning> {
    match driver(error)? {
        SqlxError::Io(_)
        | SqlxError::Tls(_)
        | SqlxError::Protocol(_)
        | SqlxError::PoolTimedOut
        | SqlxError::PoolClosed
        | SqlxError::WorkerCrashed => Some(Meaning::Unavailable),
        SqlxError::Database(said) => {
            let code = said.code()?;
            if said.try_downcast_ref::<sea_orm::SqlxSqliteError>().is_some() {
                sqlite::meaning(&code)
            } else {
                postgres::meaning(&code)
            }
        }
        _ => None,
    }
}

fn driver(error: &DbErr) -> Option<&SqlxError> {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(said))
        | DbErr::Exec(RuntimeErr::SqlxError(said))
        | DbErr::Query(RuntimeErr::SqlxError(said)) => Some(said),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Meaning;
    use crate::dialect::{postgres, sqlite};

    #[test]
    fn sqlite_code_extended_means_the_same_as_its_primary() {
        let codes = ["13", "8", "264", "14", "526", "5", "261", "517", "11", "26", "2067"];
        let meanings: Vec<_> = codes.iter().map(|code| sqlite::meaning(code)).collect();
        assert_eq!(
            meanings,
            [
                Some(Meaning::DiskFull),
                Some(Meaning::ReadOnly),
                Some(Meaning::ReadOnly),
                Some(Meaning::CannotOpen),
                Some(Meaning::CannotOpen),
                Some(Meaning::Unavailable),
                Some(Meaning::Unavailable),
                Some(Meaning::Unavailable),
                Some(Meaning::Corrupt),
                Some(Meaning::CannotOpen),
                None,
            ]
        );
    }

    #[test]
    fn postgres_code_of_a_known_class_has_a_meaning() {
        let codes = ["53100", "25006", "40001", "40P01", "55P03", "57P01", "08006", "3D000", "28P01", "XX001", "23505"];
        let meanings: Vec<_> = codes.iter().map(|code| postgres::meaning(code)).collect();
        assert_eq!(
            meanings,
            [
                Some(Meaning::DiskFull),
                Some(Meaning::ReadOnly),
                Some(Meaning::Unavailable),
                Some(Meaning::Unavailable),
                Some(Meaning::Unavailable),
                Some(Meaning::Unavailable),
                Some(Meaning::Unavailable),
                Some(Meaning::CannotOpen),
                Some(Meaning::CannotOpen),
                Some(Meaning::Corrupt),
                None,
            ]
        );
    }
}
