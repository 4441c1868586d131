//! Imports of lists of organisations.

use super::{EvidenceNote, Fact, Stamp};
use crate::code::code_list;
use crate::id::{OrganisationId, OrganisationImportId, TeamId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

code_list! {
    /// What came of a row of a list.
    RowOutcome {
        /// It makes an organisation.
        New = "new",
        /// It changes one.
        Updated = "updated",
        /// It says nothing that is not known.
        Unchanged = "unchanged",
        /// An officer has to decide; nothing was kept of it.
        Doubtful = "doubtful",
        /// It cannot be taken.
        Refused = "refused",
    }
}

/// What there is to say of a row or a file: a code with arguments, which the interface puts into words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListMessage {
    /// The cell as the spreadsheet calls it (`C4`), where one is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// What is said: the message `list-<code>` of the interface.
    pub code: String,
    /// What the sentence names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
    /// What it rests on, where the registry says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceNote>,
}

/// How many rows came to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowTotals {
    /// Rows that make an organisation.
    pub new: i64,
    /// Rows that change one.
    pub updated: i64,
    /// Rows that say nothing new.
    pub unchanged: i64,
    /// Rows that an officer has to decide.
    pub doubtful: i64,
    /// Rows that cannot be taken.
    pub refused: i64,
}

impl RowTotals {
    /// How many rows make an organisation or change one.
    #[must_use]
    pub const fn kept(&self) -> i64 {
        self.new + self.updated
    }

    /// Counts one more.
    pub const fn count(&mut self, outcome: RowOutcome) {
        let one = match outcome {
            RowOutcome::New => &mut self.new,
            RowOutcome::Updated => &mut self.updated,
            RowOutcome::Unchanged => &mut self.unchanged,
            RowOutcome::Doubtful => &mut self.doubtful,
            RowOutcome::Refused => &mut self.refused,
        };
        *one += 1;
    }
}

/// An import of a list, which is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrganisationImport {
    /// Its identifier.
    pub id: OrganisationImportId,
    /// Its owner.
    pub team: TeamId,
    /// The name of the file.
    pub file_name: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// The name of the sheet; empty for text with delimiters.
    pub sheet: String,
    /// What names the layout: the same heads give the same text.
    pub layout: String,
    /// What each column holds, by its head.
    pub mapping: BTreeMap<String, String>,
    /// How many rows came to what.
    pub totals: RowTotals,
    /// Who imported it, and when.
    pub started: Stamp,
    /// Who took it back, and when.
    pub undone: Option<Stamp>,
}

/// A row of an import, with what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrganisationImportRow {
    /// Its number as the spreadsheet counts it, from 1.
    pub row: i64,
    /// What came of it.
    pub outcome: RowOutcome,
    /// The organisation that it was taken for.
    pub organisation: Option<OrganisationId>,
    /// What there is to say of it.
    pub messages: Vec<ListMessage>,
    /// The values of lists that it put others in place of, with the import and row that had given them.
    pub removed: Vec<RemovedFact>,
    /// What it says, as a digest: rows of one layout that say the same have the same. Rows that were kept before there were digests
    /// have none.
    #[serde(skip)]
    pub content: Option<String>,
}

/// A value of a list that a later list took away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovedFact {
    /// What was said.
    pub fact: Fact,
    /// The import that had given it.
    pub import: OrganisationImportId,
    /// Its row.
    pub row: i64,
    /// The layout of that list.
    pub layout: String,
}
