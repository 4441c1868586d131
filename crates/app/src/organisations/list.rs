//! Lists of organisations, brought in from spreadsheets: all of a list or nothing, and the same list again changes nothing.
//!
//! A list is read into drafts, each draft is matched with what is kept and with the rows above it, and a plan is made without
//! writing. Only then, in one transaction, is the plan kept.

mod candidate;
mod cells;
mod draft;
mod earlier;
mod export;
mod identity;
pub mod job;
mod keep;
mod mapping;
mod merge;
mod message;
mod parent;
mod plan;
mod undo;
mod words;

pub use draft::language_by_script;
pub use mapping::{Choice, Mapping, MappingError};
pub use samesky_extract::Hint;
pub use samesky_model::record::{ListMessage, OrganisationImport, OrganisationImportRow, RowOutcome, RowTotals};
pub use samesky_registry::list::Field as ListField;
pub use undo::{UndoPreview, Undone};

use crate::access::{Action, Session};
use crate::error::AppError;
use crate::{App, Page, PageOf};
use plan::Plan;
use samesky_extract::Sheet;
use samesky_model::id::{OrganisationId, OrganisationImportId};
use samesky_store as store;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Organisations that are made findable by the transaction that keeps them. More than these are kept first, so that others need not wait
/// with what they want to write.
const LISTED_AT_ONCE: i64 = 1_000;

/// A list to be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The name of the file.
    pub file_name: String,
    /// Its bytes: XLSX, XLS, ODS or text with delimiters.
    pub bytes: Vec<u8>,
    /// The sheet, where it is not the first that says something.
    pub sheet: Option<String>,
    /// What an officer says of heads, columns and doubtful rows.
    pub mapping: Option<Mapping>,
}

/// How an import goes about it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListOptions {
    /// Only say what would come of it.
    pub dry_run: bool,
    /// Keep the rows that can be taken though others are refused. Otherwise one refused row keeps all of them out.
    pub skip_refused: bool,
}

/// How far an import has come, for whoever watches; and a way to stop it.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    rows: Arc<AtomicUsize>,
    done: Arc<AtomicUsize>,
    /// Steps of each row beside the one of comparing it.
    steps: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
}

impl Progress {
    /// Rows matched so far, and how many there are.
    #[must_use]
    pub fn of(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.rows.load(Ordering::Relaxed))
    }

    /// Asks the import to stop. It keeps nothing then, unless it is already keeping everything.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// The rows will be kept as well as compared.
    pub(crate) fn twice(&self) {
        self.steps.store(1, Ordering::Relaxed);
    }

    pub(crate) fn begin(&self, rows: usize) {
        self.rows.store(rows * (1 + self.steps.load(Ordering::Relaxed)), Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    pub(crate) fn step(&self, rows: usize) -> Result<(), AppError> {
        self.done.fetch_add(rows, Ordering::Relaxed);
        if self.stop.load(Ordering::Relaxed) {
            return Err(AppError::Stopped("the import was asked to stop; nothing was kept".to_owned()));
        }
        Ok(())
    }
}

/// What came of a list, or would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListReport {
    /// The import, where something was kept.
    pub import: Option<OrganisationImportId>,
    /// The name of the sheet.
    pub sheet: String,
    /// The numbers of the rows that are the head.
    pub header_rows: Vec<u32>,
    /// What each column holds, by its head.
    pub mapping: BTreeMap<String, String>,
    /// Every row below the head.
    pub rows: Vec<RowReport>,
    /// What there is to say of the file.
    pub messages: Vec<ListMessage>,
    /// How many rows came to what.
    pub totals: RowTotals,
}

/// What came of a row, or would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowReport {
    /// Its number as the spreadsheet counts it.
    pub row: u32,
    /// What came of it.
    pub outcome: RowOutcome,
    /// The main name as it is kept.
    pub organisation: Option<String>,
    /// The organisation that it is, where there is one.
    pub id: Option<OrganisationId>,
    /// Its numbers after repair, by register.
    pub identifiers: BTreeMap<String, String>,
    /// Its country/region.
    pub country: Option<String>,
    /// What there is to say of it.
    pub messages: Vec<ListMessage>,
}

impl App {
    /// Imports a list of organisations, or says what would come of it.
    ///
    /// # Errors
    /// [`AppError::Extract`] when the file cannot be read; [`AppError::Invalid`] when the mapping cannot be used; when it was asked to
    /// stop, or the store does not answer. Nothing is kept then.
    pub async fn import_organisations(
        &self,
        session: &Session,
        list: List,
        options: ListOptions,
        progress: &Progress,
    ) -> Result<ListReport, AppError> {
        session.may(if options.dry_run { Action::Read } else { Action::Write })?;
        let sha256 = Sha256::digest(&list.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let (file_name, mapping) = (list.file_name.clone(), list.mapping.clone());
        let sheet = self.sheet(list).await?;
        let mut tries = 0;
        loop {
            let view = self.store.snapshot().await?;
            let stand = store::organisation::stand(&view, session.team).await?;
            let plan = Plan::make(&view, session.team, &sheet, mapping.as_ref(), (&self.sources, progress)).await?;
            drop(view);
            if options.dry_run || plan.keeps_nothing(options) {
                return Ok(plan.report(None));
            }
            let how = keep::File { name: &file_name, sha256: &sha256 };
            match keep::keep(self, session, &plan, how, stand, (None, progress)).await? {
                Some(import) => {
                    self.list_waiting_organisations().await;
                    return Ok(plan.report(Some(import)));
                }
                None if tries < 3 => tries += 1,
                None => return Err(overtaken()),
            }
        }
    }

    /// Imports of lists, newest first.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn organisation_imports(
        &self,
        session: &Session,
        page: &Page,
    ) -> Result<PageOf<OrganisationImport>, AppError> {
        session.may(Action::Read)?;
        Ok(store::organisation_import::list(&self.store, session.team, page).await?)
    }

    /// One import of a list, with its rows.
    ///
    /// # Errors
    /// When there is no such import.
    pub async fn organisation_import(
        &self,
        session: &Session,
        id: OrganisationImportId,
    ) -> Result<(OrganisationImport, Vec<OrganisationImportRow>), AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let import = store::organisation_import::get(&view, session.team, id).await?;
        Ok((import, store::organisation_import::lines(&view, session.team, id, &[]).await?))
    }

    /// One import of a list, with some of its rows: after passing over some, so many.
    ///
    /// # Errors
    /// When there is no such import.
    pub async fn organisation_import_rows(
        &self,
        session: &Session,
        id: OrganisationImportId,
        outcome: Option<RowOutcome>,
        (skip, limit): (u64, u64),
    ) -> Result<(OrganisationImport, Vec<OrganisationImportRow>), AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let import = store::organisation_import::get(&view, session.team, id).await?;
        let rows = store::organisation_import::some_lines(&view, session.team, id, outcome, (skip, limit)).await?;
        Ok((import, rows))
    }

    async fn sheet(&self, list: List) -> Result<Sheet, AppError> {
        let extractor = self.extractor.clone();
        let read = move || {
            let hint = Hint { file_name: Some(&list.file_name), content_type: None };
            extractor.sheet(&list.bytes, &hint, list.sheet.as_deref())
        };
        let read = tokio::task::spawn_blocking(read).await;
        Ok(read.map_err(|stopped| AppError::Stopped(stopped.to_string()))??)
    }
}

fn overtaken() -> AppError {
    AppError::Conflict { kind: "organisation", by: String::new(), at: None, version: 0 }
}
