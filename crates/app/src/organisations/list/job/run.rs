//! The steps that take long.

use super::super::cells::Cells;
use super::super::mapping::{Layout, layout};
use super::super::plan::Plan;
use super::super::{List, ListOptions, Mapping, Progress, keep, overtaken};
use super::{ListColumn, ListJob, ListLayout, ListPreviewRow, ListState, close};
use crate::App;
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::import::count;
use samesky_extract::{Sheet, SheetRow};
use samesky_model::id::ListJobId;
use samesky_model::remark::RemarkCode;
use samesky_registry::list::letters;
use samesky_store as store;
use std::collections::BTreeMap;

/// Rows below the head that are shown beside the columns.
const SHOWN: usize = 5;
/// Characters of a cell that are shown there.
const LONGEST: usize = 60;

impl App {
    /// Does the step that a list is at: reading, comparing or keeping. A list that is at none stays as it is.
    ///
    /// # Errors
    /// When the store does not answer. What is wrong with the list is noted on it and no error.
    pub async fn run_list(&self, session: &Session, id: ListJobId) -> Result<(), AppError> {
        session.may(Action::Write)?;
        let job = store::list_job::get(&self.store, session.team, id).await?;
        let progress = Progress::default();
        self.lists.begin(id, &progress);
        let done = self.held_list(&job, &progress, self.step(session, &job, &progress)).await;
        self.lists.end(id);
        let Err(error) = done else {
            self.list_waiting_organisations().await;
            return Ok(());
        };
        let end = match &error {
            _ if progress.is_stopped() => close::End::Cancelled,
            AppError::Extract(error) => close::End::Unreadable(error.remark()),
            error => {
                tracing::error!(list = %id, %error, "work on a list broke off; nothing was kept");
                close::End::Broken
            }
        };
        close::ended(self, session, &job, end).await
    }

    async fn step(&self, session: &Session, job: &ListJob, progress: &Progress) -> Result<(), AppError> {
        match job.state {
            ListState::Reading => self.read_list(session, job).await,
            ListState::Comparing => self.compare(session, job, progress).await,
            ListState::Keeping => self.keep_job(session, job, progress).await,
            _ => Ok(()),
        }
    }

    async fn read_list(&self, session: &Session, job: &ListJob) -> Result<(), AppError> {
        let sheet = self.sheet_of(session, job).await?;
        let cells = Cells::of(&sheet);
        let said = Mapping { header_rows: job.said.header_rows.clone(), ..Mapping::default() };
        let view = self.store.snapshot().await?;
        let mut found = layout(&view, session.team, &cells, Some(&said)).await?;
        drop(view);
        found.say_known(&job.said.columns);
        let mut after = ListJob { state: ListState::Mapped, layout: shown(&sheet, &found), ..job.clone() };
        let letters = |one: &ListColumn| one.letters.clone();
        let there: Vec<String> = after.layout.columns.iter().map(letters).collect();
        after.said.columns.retain(|column, _| there.contains(column));
        close::next(self, &after, job.state, None).await
    }

    async fn compare(&self, session: &Session, job: &ListJob, progress: &Progress) -> Result<(), AppError> {
        let sheet = self.sheet_of(session, job).await?;
        let view = self.store.snapshot().await?;
        let plan =
            Plan::make(&view, session.team, &sheet, Some(&mapping(job, BTreeMap::new())), (&self.sources, progress))
                .await?;
        let decided = choices(&view, session, job).await?;
        drop(view);
        let decided = Mapping { rows: decided, ..Mapping::default() }.choices().unwrap_or_default();
        let mut after = ListJob { state: ListState::Compared, totals: plan.totals, ..job.clone() };
        after.layout.messages.clone_from(&plan.layout.messages);
        close::next(self, &after, job.state, Some(plan.job_rows(&decided))).await
    }

    async fn keep_job(&self, session: &Session, job: &ListJob, progress: &Progress) -> Result<(), AppError> {
        let sheet = self.sheet_of(session, job).await?;
        let file = keep::File { name: &job.file_name, sha256: &job.sha256 };
        let options = ListOptions { dry_run: false, skip_refused: job.skip_refused };
        progress.twice();
        for _ in 0..4 {
            let view = self.store.snapshot().await?;
            let stand = store::organisation::stand(&view, session.team).await?;
            let said = mapping(job, choices(&view, session, job).await?);
            let plan = Plan::make(&view, session.team, &sheet, Some(&said), (&self.sources, progress)).await?;
            drop(view);
            if plan.totals.refused > 0 && !options.skip_refused {
                let after = ListJob { state: ListState::Compared, totals: plan.totals, ..job.clone() };
                return close::next(self, &after, job.state, Some(plan.job_rows(&BTreeMap::new()))).await;
            }
            if plan.keeps_nothing(options) {
                let tx = self.store.write().await?;
                close::kept(self, &tx, job, None).await?;
                return Ok(tx.commit().await?);
            }
            if keep::keep(self, session, &plan, file, stand, (Some(job), progress)).await?.is_some() {
                return Ok(());
            }
        }
        Err(overtaken())
    }

    async fn sheet_of(&self, session: &Session, job: &ListJob) -> Result<Sheet, AppError> {
        let bytes = store::list_job::bytes(&self.store, session.team, job.id).await?;
        let bytes = bytes.ok_or(AppError::NotFound { kind: "list" })?;
        let sheet = job.said.sheet.clone().filter(|name| !name.trim().is_empty());
        self.sheet(List { file_name: job.file_name.clone(), bytes, sheet, mapping: None }).await
    }
}

/// What was said, as a mapping of the whole.
fn mapping(job: &ListJob, rows: BTreeMap<String, String>) -> Mapping {
    let columns = job.layout.columns.iter().map(|column| (column.letters.clone(), column.field.clone())).collect();
    Mapping { header_rows: Some(job.layout.header_rows.clone()), columns, rows }
}

async fn choices(
    view: &store::Snapshot,
    session: &Session,
    job: &ListJob,
) -> Result<BTreeMap<String, String>, AppError> {
    let rows = store::list_job::rows::choices(view, session.team, job.id).await?;
    Ok(rows.into_iter().map(|(row, choice)| (row.to_string(), choice)).collect())
}

/// The layout with the head and the first rows, as whoever corrects it sees it.
fn shown(sheet: &Sheet, found: &Layout) -> ListLayout {
    let last = found.head.iter().max().copied().unwrap_or(0);
    let columns = found.columns.iter().map(|column| ListColumn {
        letters: letters(column.column),
        head: column.head.clone(),
        field: column.field.to_string(),
        hidden: sheet.hidden_columns.contains(&column.column),
    });
    let row = |row: &SheetRow| ListPreviewRow {
        row: row.number,
        hidden: row.hidden,
        cells: found.columns.iter().map(|column| text(row, column.column)).collect(),
    };
    let head = sheet.rows.iter().filter(|row| row.number <= last).take(SHOWN);
    let below = sheet.rows.iter().filter(|row| row.number > last);
    ListLayout {
        sheet: sheet.name.clone(),
        sheets: sheet.sheets.clone(),
        header_rows: found.head.clone(),
        columns: columns.collect(),
        rows: head.chain(below.clone().take(SHOWN)).map(row).collect(),
        below: count(below.count()),
        messages: found.messages.clone(),
    }
}

fn text(row: &SheetRow, column: u32) -> String {
    let text = Cells::own(row, column).map_or("", |cell| cell.text.as_str());
    let mut shown: String = text.chars().take(LONGEST).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// A file whose sheet cannot be used though others may can be mapped again.
pub(super) const fn is_of_the_sheet(why: RemarkCode) -> bool {
    use RemarkCode as Code;
    matches!(why, Code::EmptySheet | Code::NoSuchSheet | Code::SheetTooLong)
}
