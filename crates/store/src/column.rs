//! How nouns become columns: words of code lists, instants, JSON, and text that both databases take.

use crate::StoreError;
use jiff::Timestamp;
use samesky_model::remark::{Remark, StoredRemark};
use serde::{Serialize, de::DeserializeOwned};
use std::str::FromStr;

/// Text as both databases take it: PostgreSQL has no place for U+0000 in text, so it becomes U+FFFD.
pub(crate) fn text(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// The same for text that may be missing.
pub(crate) fn optional(given: Option<&String>) -> Option<String> {
    given.map(|given| text(given))
}

/// Text for searching: lower case.
pub(crate) fn folded(given: &str) -> String {
    text(given).to_lowercase()
}

/// Text for sorting: its beginning is enough and keeps cursors short.
pub(crate) fn sort_key(given: &str) -> String {
    text(given).chars().take(100).collect()
}

/// An instant as microseconds since 1970; finer parts are cut off.
pub(crate) fn micros(instant: Timestamp) -> i64 {
    instant.as_microsecond()
}

/// The instant of a number of microseconds.
pub(crate) fn instant(micros: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(micros).map_err(|_| corrupt("instant", &micros.to_string()))
}

/// A list or a structure as JSON.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Corrupt { what: error.to_string() })
}

/// What was kept as JSON.
pub(crate) fn from_json<T: DeserializeOwned>(column: &'static str, json: &str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|error| StoreError::Corrupt { what: format!("{column}: {error}") })
}

/// Remarks as JSON, so that they can be shown in any language later.
pub(crate) fn remarks(remarks: &[Remark]) -> Result<String, StoreError> {
    json(&remarks.iter().cloned().map(StoredRemark::from).collect::<Vec<_>>())
}

/// Remarks that were kept as JSON.
pub(crate) fn from_remarks(json: &str) -> Result<Vec<Remark>, StoreError> {
    Ok(from_json::<Vec<StoredRemark>>("remarks", json)?.into_iter().map(Remark::from).collect())
}

/// What a word, date or number in a text column stands for.
pub(crate) fn word<T: FromStr>(column: &'static str, text: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| corrupt(column, text))
}

/// The same for a column that may be empty.
pub(crate) fn optional_word<T: FromStr>(column: &'static str, text: Option<&String>) -> Result<Option<T>, StoreError> {
    text.map(|text| word(column, text)).transpose()
}

fn corrupt(column: &'static str, found: &str) -> StoreError {
    StoreError::Corrupt { what: format!("{column}: “{found}”") }
}
