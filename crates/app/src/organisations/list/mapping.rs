//! What each column holds: guessed, remembered from the last list of the same layout, or said by an officer.

use super::message::of_file;
use super::{ListMessage, cells::Cells};
use crate::error::AppError;
use samesky_model::id::{OrganisationId, TeamId};
use samesky_registry::list::{Column, Field, Guess, letters};
use samesky_store::{self as store, Db};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// What an officer says of a list: a JSON document, every part of it optional.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The rows that are the head; none at all for a list without one.
    #[serde(default)]
    pub header_rows: Option<Vec<u32>>,
    /// What columns hold, by head or by letters (`C`): `name.zh-Hans.legal`, `identifier.cn-uscc`, `country`, `skip`, ….
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// What becomes of doubtful rows, by number.
    #[serde(default)]
    pub rows: BTreeMap<String, String>,
}

/// A mapping that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct MappingError(pub String);

/// What becomes of a doubtful row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// It makes an organisation.
    New,
    /// It is this organisation.
    Is(OrganisationId),
    /// It is the same as a row above.
    Row(u32),
    /// Nothing is taken of it.
    Skip,
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New => f.write_str("new"),
            Self::Skip => f.write_str("skip"),
            Self::Row(row) => write!(f, "row:{row}"),
            Self::Is(id) => id.fmt(f),
        }
    }
}

impl FromStr for Choice {
    type Err = MappingError;

    fn from_str(word: &str) -> Result<Self, MappingError> {
        let wrong =
            || MappingError(format!("rows: {word:?} is neither new nor skip nor row:NUMBER nor an organisation"));
        match (word, word.strip_prefix("row:")) {
            ("new", _) => Ok(Self::New),
            ("skip", _) => Ok(Self::Skip),
            (_, Some(row)) => row.parse().map(Self::Row).map_err(|_| wrong()),
            (id, None) => id.parse().map(Self::Is).map_err(|_| wrong()),
        }
    }
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// When it is no JSON of this form, or names a field or a choice that there is not.
    pub fn read(json: &str) -> Result<Self, MappingError> {
        let mapping: Self = serde_json::from_str(json).map_err(|error| MappingError(error.to_string()))?;
        for field in mapping.columns.values() {
            field.parse::<Field>().map_err(|error| MappingError(error.to_string()))?;
        }
        mapping.choices()?;
        Ok(mapping)
    }

    /// What becomes of doubtful rows.
    ///
    /// # Errors
    /// When a row is no number, or what is said of it no choice.
    pub fn choices(&self) -> Result<BTreeMap<u32, Choice>, MappingError> {
        let one = |(row, choice): (&String, &String)| {
            let number = row.parse().map_err(|_| MappingError(format!("rows: {row:?} is no number of a row")))?;
            Ok((number, choice.parse()?))
        };
        self.rows.iter().map(one).collect()
    }
}

/// The columns of a list as they are taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) head: Vec<u32>,
    pub(super) columns: Vec<Column>,
    /// What names the layout.
    pub(super) key: String,
    pub(super) messages: Vec<ListMessage>,
}

impl Layout {
    /// Takes what is said of columns that there are.
    pub(super) fn say_known(&mut self, columns: &BTreeMap<String, String>) {
        for column in &mut self.columns {
            let said = columns.get(&letters(column.column)).and_then(|field| field.parse().ok());
            column.field = said.unwrap_or_else(|| column.field.clone());
        }
    }

    /// What each column holds, by its head.
    pub(super) fn mapping(&self) -> BTreeMap<String, String> {
        self.columns.iter().map(|column| (column.head.clone(), column.field.to_string())).collect()
    }
}

/// Finds out what the columns hold.
pub(super) async fn layout(
    db: &dyn Db,
    team: TeamId,
    cells: &Cells<'_>,
    said: Option<&Mapping>,
) -> Result<Layout, AppError> {
    let guess = match said.and_then(|said| said.header_rows.as_ref()) {
        Some(head) => cells.guess_below(head),
        None => cells.guess(),
    };
    let key = key_of(&guess);
    let mut layout = Layout { head: guess.head, columns: guess.columns, key, messages: Vec::new() };
    if let Some(known) = store::organisation_import::latest_of_layout(db, team, &layout.key).await? {
        remember(&mut layout, &known.mapping);
    }
    if let Some(said) = said {
        say(&mut layout, said)?;
    }
    if !layout.columns.iter().any(|column| matches!(column.field, Field::Name { .. })) {
        layout.messages.push(of_file("no-names", &[]));
    }
    Ok(layout)
}

fn key_of(guess: &Guess) -> String {
    let heads: Vec<&str> = guess.columns.iter().map(|column| column.head.as_str()).collect();
    Sha256::digest(heads.join("\u{1f}")).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// What was said of this layout last time holds again.
fn remember(layout: &mut Layout, known: &BTreeMap<String, String>) {
    let mut used = false;
    for column in &mut layout.columns {
        let field = known.get(&column.head).and_then(|field| field.parse::<Field>().ok());
        if let Some(field) = field.filter(|field| *field != column.field) {
            column.field = field;
            used = true;
        }
    }
    if used {
        layout.messages.push(of_file("mapping-remembered", &[]));
    }
}

fn say(layout: &mut Layout, said: &Mapping) -> Result<(), AppError> {
    for (head, field) in &said.columns {
        let wrong = |problem| AppError::invalid_value("mapping", problem, format!("{head}: {field}"));
        let field: Field = field.parse().map_err(|_| wrong("no-such-field"))?;
        let meant = |column: &&mut Column| column.head == *head || letters(column.column) == *head;
        let column = layout.columns.iter_mut().find(meant).ok_or_else(|| wrong("no-such-column"))?;
        column.field = field;
    }
    Ok(())
}
