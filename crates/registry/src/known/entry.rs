//! Lines of the files of names and groups.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An organisation and the names that mean it and no other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its key in the file; groups name it by this.
    #[serde(default)]
    pub key: String,
    /// Names in any language: legal, short, brand, former. The first is its title.
    pub names: Vec<NameIn>,
    /// company, government, chamber, institute; empty where it is not known.
    #[serde(default)]
    pub kind: String,
    /// The country/region of the seat (ISO 3166-1); empty where it is not known.
    #[serde(default)]
    pub country: String,
}

/// A name and its language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameIn {
    /// BCP 47.
    #[serde(default)]
    pub lang: String,
    /// The name.
    pub name: String,
}

/// Organisations under common control, and the words by which others of them are known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What the group is called.
    pub group: String,
    /// Keys of its organisations. A joint venture stands in several groups.
    #[serde(default)]
    pub members: Vec<String>,
    /// Words that show membership where they stand in a name.
    #[serde(default)]
    pub stems: Vec<String>,
}

/// A line that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {problem}")]
pub struct EntryError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
}

/// The objects of a file, and the lines that are none. Blank lines and lines that begin with `#` are passed over.
pub(super) fn lines<T: DeserializeOwned>(data: &str) -> (Vec<T>, Vec<EntryError>) {
    let (mut objects, mut errors) = (Vec::new(), Vec::new());
    for (line, text) in (1..).zip(data.lines()) {
        if text.trim().is_empty() || text.starts_with('#') {
            continue;
        }
        match serde_json::from_str::<T>(text) {
            Ok(object) => objects.push(object),
            Err(error) => errors.push(EntryError { line, problem: error.to_string() }),
        }
    }
    (objects, errors)
}
