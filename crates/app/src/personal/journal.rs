//! The list of erasures in a file outside of the database: a backup from before an erasure still has the person, and a
//! restore must forget them again (docs/decisions/0010).

use crate::error::AppError;
use crate::{App, Session};
use samesky_model::id::PersonId;
use samesky_model::record::{Erasure, PersonErasure};
use samesky_store as store;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Somebody who was erased: one who had an account, or a person of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Forgotten {
    /// Somebody with an account.
    Account(Erasure),
    /// A person of an organisation.
    Person(PersonErasure),
}

impl Forgotten {
    /// By what they are told apart.
    const fn key(&self) -> (Option<i64>, Option<PersonId>) {
        match self {
            Self::Account(erasure) => (Some(erasure.number), None),
            Self::Person(erasure) => (None, Some(erasure.person)),
        }
    }
}

/// A file with one erasure a line, as JSON: account, number, instant; or person, instant. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    path: PathBuf,
}

impl Journal {
    /// The file at this place; it need not be there yet.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it says; nothing where there is no file.
    ///
    /// # Errors
    /// When the file cannot be read, or a line of it is none.
    pub fn read(&self) -> std::io::Result<Vec<Forgotten>> {
        let text = match std::fs::read_to_string(&self.path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            read => read?,
        };
        let wrong = |(number, error): (usize, serde_json::Error)| {
            std::io::Error::new(std::io::ErrorKind::InvalidData, format!("line {number}: {error}"))
        };
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        lines.map(|(at, line)| serde_json::from_str(line).map_err(|error| wrong((at + 1, error)))).collect()
    }

    /// Adds what is not in it yet. The new file takes the place of the old one when it is whole.
    fn add(&self, erasures: &[Forgotten]) -> std::io::Result<()> {
        let mut lines = self.read()?;
        let known: BTreeSet<_> = lines.iter().map(Forgotten::key).collect();
        let before = lines.len();
        lines.extend(erasures.iter().filter(|one| !known.contains(&one.key())));
        if lines.len() == before {
            return Ok(());
        }
        lines.sort_by_key(|one| (one.key().0.is_none(), one.key()));
        let beside = self.path.with_extension("jsonl.new");
        let mut file = std::fs::File::create(&beside)?;
        for one in lines {
            writeln!(file, "{}", serde_json::to_string(&one)?)?;
        }
        file.sync_all()?;
        std::fs::rename(&beside, &self.path)
    }
}

impl App {
    /// From now on erasures are noted in this file as well.
    #[must_use]
    pub fn noting_erasures_in(self, journal: Option<Journal>) -> Self {
        Self { journal: journal.map(std::sync::Arc::new), ..self }
    }

    /// Brings the file up to what the database says. For the start of a server, and after each erasure.
    ///
    /// # Errors
    /// When the store does not answer, or the file cannot be written.
    pub async fn note_erasures(&self) -> Result<(), AppError> {
        let Some(journal) = &self.journal else { return Ok(()) };
        let accounts = store::erasure::list(&self.store).await?.into_iter().map(Forgotten::Account);
        let people = store::organisation::person::erasures(&self.store).await?.into_iter().map(Forgotten::Person);
        let erasures: Vec<Forgotten> = accounts.chain(people).collect();
        if erasures.is_empty() {
            return Ok(());
        }
        let failed = |error| AppError::Stopped(format!("{}: {error}", journal.path.display()));
        journal.add(&erasures).map_err(failed)
    }

    /// Forgets again whom a list says: after a restore. Says how many were still there.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn replay_erasures(&self, erasures: &[Forgotten]) -> Result<usize, AppError> {
        let mut forgotten = 0;
        for erasure in erasures {
            let session = Session::program(self.default_team().await?.id, crate::import::PROGRAM);
            forgotten += usize::from(match erasure {
                Forgotten::Account(erasure) => self.erase_again(&session, *erasure).await?,
                Forgotten::Person(erasure) => self.erase_person_again(&session, *erasure).await?,
            });
        }
        Ok(forgotten)
    }
}
