//! Bringing announcements in: all files of an import or none, with a report file by file.

mod lease;
mod prepare;

use crate::access::{Action, Session};
use crate::announcements::SourceDetails;
use crate::error::AppError;
use crate::{App, Page, PageOf, audit, ledger};
pub(crate) use lease::LEASE;
use prepare::Prepared;
use samesky_model::date::PartialDate;
use samesky_model::id::ImportId;
use samesky_model::record::{FileOutcome, Import, ImportFile, ImportSource, ImportState, RecordKind};
use samesky_store as store;
use std::collections::HashSet;
use std::path::PathBuf;

/// Who noted what nobody did.
pub(crate) const PROGRAM: &str = "samesky";

/// One file to be imported, with what its bringer knows of it.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// The file's name, or a name for the pasted text.
    pub name: String,
    /// Its bytes, or where they are.
    pub content: Content,
    /// The media type that came with it.
    pub content_type: Option<String>,
    /// Where it was published.
    pub source_address: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
}

/// The bytes of a file.
#[derive(Debug, Clone)]
pub enum Content {
    /// At hand.
    Bytes(Vec<u8>),
    /// On disk; read only when its turn comes.
    File(PathBuf),
}

impl Incoming {
    /// A file of which nothing is known but its name and content.
    #[must_use]
    pub fn new(name: impl Into<String>, content: Content) -> Self {
        Self {
            name: name.into(),
            content,
            content_type: None,
            source_address: None,
            publisher: None,
            published: None,
            language: None,
        }
    }

    fn details(&self) -> SourceDetails {
        SourceDetails {
            source_address: self.source_address.clone(),
            publisher: self.publisher.clone(),
            published: self.published,
            language: self.language.clone(),
        }
    }
}

/// How an import goes about its files.
#[derive(Debug, Clone, Copy)]
pub struct ImportOptions {
    /// How the files came.
    pub source: ImportSource,
    /// Keep the readable files though others are refused. Otherwise one refused file keeps all of them out.
    pub skip_refused: bool,
}

/// An import with what came of each file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// The import.
    pub import: Import,
    /// Its files in order.
    pub files: Vec<ImportFile>,
}

impl ImportReport {
    /// How many files came out so.
    #[must_use]
    pub fn count(&self, outcome: FileOutcome) -> usize {
        self.files.iter().filter(|file| file.outcome == outcome).count()
    }
}

impl App {
    /// Imports the files and waits for the report.
    ///
    /// # Errors
    /// When there is no file, or the store cannot keep them. A refused file is no error: the report names it.
    pub async fn import(
        &self,
        session: &Session,
        files: Vec<Incoming>,
        options: ImportOptions,
    ) -> Result<ImportReport, AppError> {
        let import = self.begin_import(session, &files, options).await?;
        self.run_import(session, import.clone(), files, options).await?;
        self.import_report(session, import.id).await
    }

    /// Notes that an import begins, so that its progress can be looked at.
    ///
    /// # Errors
    /// When there is no file, a source address or language is none, or the store does not answer.
    pub async fn begin_import(
        &self,
        session: &Session,
        files: &[Incoming],
        options: ImportOptions,
    ) -> Result<Import, AppError> {
        session.may(Action::Write)?;
        if files.is_empty() {
            return Err(AppError::invalid("files", "no-file"));
        }
        for file in files {
            file.details().valid()?;
        }
        let import = Import {
            id: self.sources.id(),
            team: session.team,
            source: options.source,
            started: self.stamp(session),
            finished_at: None,
            state: ImportState::Running,
            total: count(files.len()),
            done: 0,
            cancel_requested: false,
        };
        let waiting: Vec<_> = files.iter().zip(1..).map(|(file, ordinal)| waiting_file(ordinal, &file.name)).collect();
        let tx = self.store.write().await?;
        store::import::insert(&tx, &import, &waiting).await?;
        store::import::lease::hold(&tx, import.id, self.lease).await?;
        let change = audit::Change::new("import.begin", RecordKind::Import, import.id.0).after(&import);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(import)
    }

    /// Reads the files of an import that has begun and keeps all of them or none.
    ///
    /// # Errors
    /// When the store cannot keep them; the import is then noted as interrupted, with nothing kept.
    pub async fn run_import(
        &self,
        session: &Session,
        import: Import,
        files: Vec<Incoming>,
        options: ImportOptions,
    ) -> Result<(), AppError> {
        match self.held(&import, self.read_and_keep(session, &import, files, options)).await {
            Ok(()) => Ok(()),
            Err(error) => {
                tracing::error!(import = %import.id, %error, "the import was given up; nothing was kept");
                self.end_import(session, &import, ImportState::Interrupted, import.done).await?;
                Err(error)
            }
        }
    }

    /// Asks a running import to stop. It stops before its next file and keeps nothing.
    ///
    /// # Errors
    /// When there is no such import.
    pub async fn cancel_import(&self, session: &Session, id: ImportId) -> Result<(), AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let before = store::import::get(&tx, session.team, id).await?;
        store::import::request_cancel(&tx, session.team, id).await?;
        let after = Import { cancel_requested: true, ..before.clone() };
        let change = audit::Change::new("import.cancel", RecordKind::Import, id.0).before(&before).after(&after);
        self.append_audit(session, &tx, change).await?;
        Ok(tx.commit().await?)
    }

    /// An import with its files.
    ///
    /// # Errors
    /// When there is no such import.
    pub async fn import_report(&self, session: &Session, id: ImportId) -> Result<ImportReport, AppError> {
        session.may(Action::Read)?;
        Ok(ImportReport {
            import: store::import::get(&self.store, session.team, id).await?,
            files: store::import::files(&self.store, session.team, id).await?,
        })
    }

    /// The imports, newest first.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn imports(&self, session: &Session, page: &Page) -> Result<PageOf<Import>, AppError> {
        session.may(Action::Read)?;
        Ok(store::import::list(&self.store, session.team, page).await?)
    }

    async fn read_and_keep(
        &self,
        session: &Session,
        import: &Import,
        files: Vec<Incoming>,
        options: ImportOptions,
    ) -> Result<(), AppError> {
        let mut prepared = Vec::with_capacity(files.len());
        let mut seen = HashSet::new();
        for (file, ordinal) in files.into_iter().zip(1_i64..) {
            if store::import::cancel_requested(&self.store, import.id).await? {
                return self.end_import(session, import, ImportState::Cancelled, ordinal - 1).await;
            }
            let one = self.prepare(session, import, ordinal, file, &mut seen).await?;
            self.note_progress(import, &one).await?;
            prepared.push(one);
        }
        let refused = prepared.iter().any(|one| one.report.outcome == FileOutcome::Refused);
        if refused && !options.skip_refused {
            return self.keep_nothing(session, import, prepared).await;
        }
        self.keep(session, import, prepared).await
    }

    async fn note_progress(&self, import: &Import, one: &Prepared) -> Result<(), AppError> {
        let tx = self.store.write().await?;
        store::import::progress(&tx, import.id, one.report.ordinal).await?;
        store::import::update_file(&tx, import.id, &one.report_while_running()).await?;
        Ok(tx.commit().await?)
    }

    async fn keep_nothing(&self, session: &Session, import: &Import, prepared: Vec<Prepared>) -> Result<(), AppError> {
        let tx = self.store.write().await?;
        lease::still_running(&tx, import).await?;
        for one in prepared {
            let mut report = one.report;
            if report.outcome == FileOutcome::New || one.repeats.is_some() {
                report.outcome = FileOutcome::NotKept;
                report.announcement = None;
            }
            store::import::update_file(&tx, import.id, &report).await?;
        }
        self.end_in(session, &tx, import, ImportState::Refused, import.total).await?;
        Ok(tx.commit().await?)
    }

    async fn keep(&self, session: &Session, import: &Import, prepared: Vec<Prepared>) -> Result<(), AppError> {
        let tx = self.store.write().await?;
        lease::still_running(&tx, import).await?;
        for one in prepared {
            let report = self.keep_one(session, &tx, one).await?;
            store::import::update_file(&tx, import.id, &report).await?;
        }
        let ended = self.ended(import, ImportState::Finished, import.total);
        store::import::update(&tx, &ended).await?;
        store::import::lease::release(&tx, import.id).await?;
        let change = audit::Change::new("import.finish", RecordKind::Import, import.id.0).after(&ended);
        self.append_audit(session, &tx, change).await?;
        Ok(tx.commit().await?)
    }

    /// Another import may have kept the same bytes while this one was reading: that one stays.
    async fn keep_one(&self, session: &Session, tx: &store::Tx, one: Prepared) -> Result<ImportFile, AppError> {
        let mut report = one.report;
        if let Some(hash) = &one.repeats {
            report.announcement = store::announcement::find_by_hash(tx, session.team, hash).await?;
        }
        let Some(new) = one.new else { return Ok(report) };
        if let Some(known) = store::announcement::find_by_hash(tx, session.team, &new.announcement.sha256).await? {
            report.outcome = FileOutcome::Known;
            report.announcement = Some(known);
            return Ok(report);
        }
        store::announcement::insert(tx, &new.announcement, &new.text, &new.original).await?;
        store::claim::insert_many(tx, &new.claims).await?;
        store::announcement::refresh_state(tx, new.announcement.id).await?;
        ledger::keep_checks(self, tx, &new.announcement, &new.claims, &new.checks).await?;
        let change = audit::Change::new("announcement.import", RecordKind::Announcement, new.announcement.id.0)
            .after(&new.announcement);
        self.append_audit(session, tx, change).await?;
        Ok(report)
    }

    async fn end_import(
        &self,
        session: &Session,
        import: &Import,
        state: ImportState,
        done: i64,
    ) -> Result<(), AppError> {
        let tx = self.store.write().await?;
        if store::import::lease::is_running(&tx, import.id).await? {
            self.end_in(session, &tx, import, state, done).await?;
        }
        Ok(tx.commit().await?)
    }

    /// An import that kept nothing leaves its end in the audit: `import.refused`, `import.cancelled`, `import.interrupted`.
    async fn end_in(
        &self,
        session: &Session,
        tx: &store::Tx,
        import: &Import,
        state: ImportState,
        done: i64,
    ) -> Result<(), AppError> {
        let ended = self.ended(import, state, done);
        store::import::update(tx, &ended).await?;
        store::import::lease::release(tx, import.id).await?;
        let action = format!("import.{state}");
        self.append_audit(session, tx, audit::Change::new(action, RecordKind::Import, import.id.0).after(&ended)).await
    }

    fn ended(&self, import: &Import, state: ImportState, done: i64) -> Import {
        Import { state, done, finished_at: Some(self.sources.now()), ..import.clone() }
    }
}

fn waiting_file(ordinal: i64, name: &str) -> ImportFile {
    ImportFile {
        ordinal,
        name: name.to_owned(),
        outcome: FileOutcome::Waiting,
        announcement: None,
        claims: 0,
        remarks: Vec::new(),
    }
}

pub(crate) fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
