//! What the API answers of lists of organisations.

use crate::api::organisation::Organisation;
use crate::api::parts::{Remark, Stamp, many};
use crate::api::scalar::Instant;
use crate::api::words::{ListState, PairVerdict, RowOutcome};
use crate::lang::{self, Lang};
use samesky_model::record;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// A list of organisations on its way in.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct OrganisationList {
    /// Its identifier.
    id: Uuid,
    /// The name of the file.
    file_name: String,
    /// SHA-256 of its bytes, hexadecimal.
    sha256: String,
    /// Length in bytes.
    size: i64,
    /// How far it has come.
    state: ListState,
    /// How the sheet is laid out, once it was read.
    layout: ListLayout,
    /// How many rows come to what, once they were compared.
    totals: RowTotals,
    /// Whether refused rows stay out while the others are kept.
    skip_refused: bool,
    /// Number of rows of the step that runs; 0 while that is not known. A step that keeps counts each row twice.
    total: i64,
    /// Number of them that are done.
    done: i64,
    /// Somebody asked for it to stop.
    cancel_requested: bool,
    /// Why it cannot be read.
    problems: Vec<Remark>,
    /// Who brought it, and when.
    started: Stamp,
    /// When it ended.
    finished_at: Option<Instant>,
    /// The import, where it was kept and anything was new.
    import: Option<Uuid>,
}

/// How a sheet is laid out.
#[derive(Debug, Serialize, ToSchema)]
struct ListLayout {
    /// The sheet; empty for text with delimiters.
    sheet: String,
    /// All sheets of the file.
    sheets: Vec<String>,
    /// The rows that are the head.
    header_rows: Vec<u32>,
    /// The columns, from the left.
    columns: Vec<ListColumn>,
    /// Number of rows below the head.
    rows: i64,
    /// What there is to say of the file.
    messages: Vec<ListMessage>,
}

/// A column of a list.
#[derive(Debug, Serialize, ToSchema)]
struct ListColumn {
    /// Its letters.
    #[schema(example = "C")]
    letters: String,
    /// What stands at its head.
    head: String,
    /// What it holds.
    #[schema(example = "name.zh-Hans.legal")]
    field: String,
    /// Whether the spreadsheet hides it.
    hidden: bool,
}

/// How many rows come to what.
#[derive(Debug, Serialize, ToSchema)]
struct RowTotals {
    /// Rows that make an organisation.
    new: i64,
    /// Rows that change one.
    updated: i64,
    /// Rows that say nothing new.
    unchanged: i64,
    /// Rows that somebody has to decide.
    doubtful: i64,
    /// Rows that cannot be taken.
    refused: i64,
}

/// What there is to say of a row or a file.
#[derive(Debug, Serialize, ToSchema)]
struct ListMessage {
    /// The cell as the spreadsheet calls it, where one is meant.
    #[schema(example = "C4")]
    cell: Option<String>,
    /// What is said, as a code.
    code: String,
    /// The same in English.
    problem: String,
    /// What would have been right, where that can be said.
    expected: Option<String>,
}

/// A row of a list that was compared.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct ListRow {
    /// Its number as the spreadsheet counts it.
    row: i64,
    /// What would come of it.
    outcome: RowOutcome,
    /// The main name.
    name: Option<String>,
    /// The organisation that it is, where one is known.
    organisation: Option<Uuid>,
    /// Its numbers after repair, by register.
    identifiers: BTreeMap<String, String>,
    /// Its country/region.
    country: Option<String>,
    /// What there is to say of it.
    messages: Vec<ListMessage>,
    /// Whom a doubtful row may mean, the likeliest first.
    candidates: Vec<RowCandidate>,
    /// What was decided of it.
    choice: Option<String>,
}

/// Somebody whom a doubtful row may mean.
#[derive(Debug, Serialize, ToSchema)]
struct RowCandidate {
    /// An organisation that is kept,
    organisation: Option<Uuid>,
    /// or a row above.
    row: Option<u32>,
    /// Its name.
    name: String,
    /// The registry's verdict.
    verdict: PairVerdict,
    /// How near to one record, in thousandths.
    score: u16,
    /// What the verdict rests on, in English.
    evidence: Vec<String>,
}

/// Rows of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct ListRows {
    /// The rows in their order.
    pub(super) items: Vec<ListRow>,
    /// How many the filter lets through.
    pub(super) total: u64,
    /// Doubtful rows of the whole list of which nothing was decided.
    pub(super) undecided: u64,
}

/// An import of a list that was kept.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct OrganisationImport {
    /// Its identifier.
    id: Uuid,
    /// The name of the file.
    file_name: String,
    /// SHA-256 of its bytes, hexadecimal.
    sha256: String,
    /// The sheet; empty for text with delimiters.
    sheet: String,
    /// What each column holds, by its head.
    mapping: BTreeMap<String, String>,
    /// How many rows came to what.
    totals: RowTotals,
    /// Who imported it, and when.
    started: Stamp,
    /// Who took it back, and when.
    undone: Option<Stamp>,
}

/// What taking an import back would do, or did.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct ImportUndo {
    /// Organisations that go: nothing else speaks of them.
    pub(super) gone: i64,
    /// Organisations that stay, without what the import gave.
    pub(super) changed: i64,
    /// The first of those that would go.
    pub(super) first_gone: Vec<Organisation>,
    /// The first of those that would stay.
    pub(super) first_changed: Vec<Organisation>,
}

impl From<record::ListJob> for OrganisationList {
    fn from(job: record::ListJob) -> Self {
        Self {
            id: job.id.0,
            file_name: job.file_name,
            sha256: job.sha256,
            size: job.size,
            state: job.state.into(),
            layout: job.layout.into(),
            totals: job.totals.into(),
            skip_refused: job.skip_refused,
            total: job.total,
            done: job.done,
            cancel_requested: job.cancel_requested,
            problems: many(job.problems),
            started: job.started.into(),
            finished_at: job.finished_at.map(Instant),
            import: job.import.map(|import| import.0),
        }
    }
}

impl From<record::ListLayout> for ListLayout {
    fn from(layout: record::ListLayout) -> Self {
        let column = |one: record::ListColumn| ListColumn {
            letters: one.letters,
            head: one.head,
            field: one.field,
            hidden: one.hidden,
        };
        Self {
            sheet: layout.sheet,
            sheets: layout.sheets,
            header_rows: layout.header_rows,
            columns: layout.columns.into_iter().map(column).collect(),
            rows: layout.below,
            messages: many(layout.messages),
        }
    }
}

impl From<record::RowTotals> for RowTotals {
    fn from(record::RowTotals { new, updated, unchanged, doubtful, refused }: record::RowTotals) -> Self {
        Self { new, updated, unchanged, doubtful, refused }
    }
}

impl From<record::ListMessage> for ListMessage {
    fn from(message: record::ListMessage) -> Self {
        let problem = lang::list::message(Lang::En, &message);
        let expected = lang::list::expected(Lang::En, &message);
        Self { cell: message.cell, code: message.code, problem, expected }
    }
}

impl From<record::ListJobRow> for ListRow {
    fn from(row: record::ListJobRow) -> Self {
        Self {
            row: row.row,
            outcome: row.outcome.into(),
            name: row.name,
            organisation: row.organisation.map(|id| id.0),
            identifiers: row.identifiers,
            country: row.country,
            messages: many(row.messages),
            candidates: many(row.candidates),
            choice: row.choice,
        }
    }
}

impl From<record::RowCandidate> for RowCandidate {
    fn from(one: record::RowCandidate) -> Self {
        let evidence = one.evidence.iter().map(|note| lang::registry::evidence(Lang::En, note)).collect();
        let (organisation, row) = (one.organisation.map(|id| id.0), one.row);
        Self { organisation, row, name: one.name, verdict: one.verdict.into(), score: one.score, evidence }
    }
}

impl From<record::OrganisationImport> for OrganisationImport {
    fn from(import: record::OrganisationImport) -> Self {
        Self {
            id: import.id.0,
            file_name: import.file_name,
            sha256: import.sha256,
            sheet: import.sheet,
            mapping: import.mapping,
            totals: import.totals.into(),
            started: import.started.into(),
            undone: import.undone.map(Stamp::from),
        }
    }
}
