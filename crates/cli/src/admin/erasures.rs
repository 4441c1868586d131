//! The list of erasures outside of the database.

use super::args::Erasures;
use crate::args::Place;
use samesky_app::personal::Journal;
use std::path::Path;

/// The file that was named, else the one beside a SQLite database. A PostgreSQL database has none unless one is named.
pub(crate) fn journal(options: &Erasures, place: &Place) -> Option<Journal> {
    let beside = || {
        let path = place.database.strip_prefix("sqlite:")?;
        let path = Path::new(path.strip_prefix("//").unwrap_or(path));
        (path != Path::new(":memory:")).then(|| path.with_file_name("erasures.jsonl"))
    };
    options.list.clone().or_else(beside).map(Journal::at)
}

#[cfg(test)]
mod tests {
    use super::{Erasures, Journal, Place, journal};

    #[test]
    fn list_of_erasures_lies_beside_a_file_and_where_it_is_said() {
        let of = |database: &str, file: Option<&str>| {
            let place = Place { database: database.to_owned(), account: None };
            journal(&Erasures { list: file.map(Into::into) }, &place)
        };
        assert_eq!(of("sqlite:/var/lib/x/samesky.db", None), Some(Journal::at("/var/lib/x/erasures.jsonl")));
        assert_eq!(of("sqlite:samesky.db", None), Some(Journal::at("erasures.jsonl")));
        assert_eq!(of("sqlite::memory:", None), None);
        assert_eq!(of("postgres://db/samesky", None), None);
        assert_eq!(of("postgres://db/samesky", Some("/e")), Some(Journal::at("/e")));
    }
}
