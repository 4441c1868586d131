//! Lists of organisations on their way in: read, mapped, compared, kept; each step may wait for an officer.

use super::{ListMessage, PairVerdict, RowOutcome, RowTotals, Stamp};
use crate::code::code_list;
use crate::id::{ListJobId, OrganisationId, OrganisationImportId, TeamId};
use crate::remark::Remark;
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeMap;

code_list! {
    /// How far a list has come. Only a kept one has left anything in the records.
    ListState {
        /// The file is being read.
        Reading = "reading",
        /// It was read; an officer looks at its columns.
        Mapped = "mapped",
        /// Its rows are being compared with what is kept.
        Comparing = "comparing",
        /// They were compared; an officer looks at the report.
        Compared = "compared",
        /// It is being kept.
        Keeping = "keeping",
        /// It was kept.
        Kept = "kept",
        /// Somebody stopped it; nothing was kept.
        Cancelled = "cancelled",
        /// The file cannot be read, or the work broke off; nothing was kept.
        Failed = "failed",
        /// The server stopped in the middle of it; nothing was kept.
        Interrupted = "interrupted",
    }
}

impl ListState {
    /// Whether a server is at work on it.
    #[must_use]
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Reading | Self::Comparing | Self::Keeping)
    }

    /// Whether nothing more comes of it.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Kept | Self::Cancelled | Self::Failed)
    }
}

/// A list of organisations on its way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListJob {
    /// Its identifier.
    pub id: ListJobId,
    /// Its owner.
    pub team: TeamId,
    /// The name of the file.
    pub file_name: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Length in bytes.
    pub size: i64,
    /// How far it has come.
    pub state: ListState,
    /// What an officer says of sheet, head and columns.
    pub said: ListSaid,
    /// How the sheet is laid out, once it was read.
    #[serde(skip)]
    pub layout: ListLayout,
    /// How many rows come to what, once they were compared.
    pub totals: RowTotals,
    /// Keep the other rows though some are refused.
    pub skip_refused: bool,
    /// Number of rows of the step that runs; 0 while that is not known.
    pub total: i64,
    /// Number of them that are done.
    pub done: i64,
    /// Somebody asked for it to stop.
    pub cancel_requested: bool,
    /// Why it failed, where that can be said.
    #[serde(serialize_with = "sentences")]
    pub problems: Vec<Remark>,
    /// Who brought it, and when.
    pub started: Stamp,
    /// When it ended.
    pub finished_at: Option<jiff::Timestamp>,
    /// The import, where it was kept and anything was new.
    pub import: Option<OrganisationImportId>,
}

fn sentences<S: Serializer>(remarks: &[Remark], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(remarks.iter().map(ToString::to_string))
}

/// What an officer says of a list's sheet, head and columns; what is not said is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListSaid {
    /// The sheet.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The rows that are the head; none at all for a list without one.
    #[serde(default)]
    pub header_rows: Option<Vec<u32>>,
    /// What columns hold, by their letters.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
}

/// How a sheet is laid out, with its first rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListLayout {
    /// The sheet; empty for text with delimiters.
    pub sheet: String,
    /// All sheets of the file.
    pub sheets: Vec<String>,
    /// The rows that are the head.
    pub header_rows: Vec<u32>,
    /// The columns, from the left.
    pub columns: Vec<ListColumn>,
    /// The first rows with what their cells show, in the order of the columns.
    pub rows: Vec<ListPreviewRow>,
    /// Number of rows below the head.
    pub below: i64,
    /// What there is to say of the file.
    pub messages: Vec<ListMessage>,
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListColumn {
    /// Its letters (`C`).
    pub letters: String,
    /// What stands at its head.
    pub head: String,
    /// What it holds: a field of a mapping.
    pub field: String,
    /// Whether the spreadsheet hides it.
    #[serde(default)]
    pub hidden: bool,
}

/// One of the first rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPreviewRow {
    /// Its number as the spreadsheet counts it.
    pub row: u32,
    /// Whether the spreadsheet hides it.
    #[serde(default)]
    pub hidden: bool,
    /// What its cells show, one for each column; long ones are cut.
    pub cells: Vec<String>,
}

/// A row of a list that was compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListJobRow {
    /// Its number as the spreadsheet counts it.
    pub row: i64,
    /// What would come of it.
    pub outcome: RowOutcome,
    /// The main name.
    pub name: Option<String>,
    /// The organisation that it is, where one is known.
    pub organisation: Option<OrganisationId>,
    /// Its numbers after repair, by register.
    pub identifiers: BTreeMap<String, String>,
    /// Its country/region.
    pub country: Option<String>,
    /// What there is to say of it.
    pub messages: Vec<ListMessage>,
    /// Whom it may mean, the likeliest first; of doubtful rows.
    pub candidates: Vec<RowCandidate>,
    /// What was decided of it: `new`, `skip`, `row:17`, or the organisation that is meant.
    pub choice: Option<String>,
}

/// Somebody whom a doubtful row may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowCandidate {
    /// An organisation that is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    /// Or a row above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// Its name.
    pub name: String,
    /// The registry's verdict.
    pub verdict: PairVerdict,
    /// How near to one record, in thousandths.
    pub score: u16,
    /// What the verdict rests on, the weightiest first.
    pub evidence: Vec<EvidenceNote>,
}

/// A piece of evidence of the registry: the message `registry-<code>` of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceNote {
    /// What was found.
    pub code: String,
    /// The first thing it names; empty where it names none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub a: String,
    /// The second.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub b: String,
}
