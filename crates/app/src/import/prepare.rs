//! One file made ready to be kept: read, checked, and turned into records. Nothing is written here.

use super::{Content, Incoming, count};
use crate::access::Session;
use crate::error::AppError;
use crate::read::{How, Known, read_bytes, source_format};
use crate::{App, Hint};
use samesky_extract::{ExtractError, Extracted};
use samesky_model::id::{AnnouncementId, TeamId};
use samesky_model::reading::{Check, DateBasis, Published, Reading};
use samesky_model::record::{
    Announcement, AnnouncementState, AnnouncementText, Claim, ClaimRecord, ClaimState, FileOutcome, Import, ImportFile,
};
use samesky_model::remark::{Remark, RemarkCode};
use samesky_store as store;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use tokio::io::AsyncReadExt;

/// A file that was read, with its row of the report.
pub(super) struct Prepared {
    pub(super) report: ImportFile,
    pub(super) new: Option<NewAnnouncement>,
    /// The hash of an earlier file of the same import with the same bytes, which is not kept yet.
    pub(super) repeats: Option<String>,
}

/// Everything that a new announcement leaves in the store.
pub(super) struct NewAnnouncement {
    pub(super) announcement: Announcement,
    pub(super) text: AnnouncementText,
    pub(super) original: Vec<u8>,
    pub(super) claims: Vec<ClaimRecord>,
    pub(super) checks: Vec<Check>,
}

impl Prepared {
    /// The row as it may be shown before anything is kept: no address of an announcement that is not there yet.
    pub(super) fn report_while_running(&self) -> ImportFile {
        let mut report = self.report.clone();
        if self.new.is_some() {
            report.announcement = None;
        }
        report
    }
}

impl App {
    pub(super) async fn prepare(
        &self,
        session: &Session,
        import: &Import,
        ordinal: i64,
        file: Incoming,
        seen: &mut HashSet<String>,
    ) -> Result<Prepared, AppError> {
        let name = file.name.clone();
        let bytes = match self.load(&file.content).await {
            Ok(bytes) => bytes,
            Err(remark) => return Ok(refused(ordinal, name, remark)),
        };
        let sha256 = hex(&Sha256::digest(&bytes));
        if seen.contains(&sha256) {
            return Ok(Prepared { repeats: Some(sha256), ..row(ordinal, name, FileOutcome::Known, None) });
        }
        if let Some(id) = store::announcement::find_by_hash(&self.store, session.team, &sha256).await? {
            return Ok(row(ordinal, name, FileOutcome::Known, Some(id)));
        }
        match self.read_incoming(file, bytes).await? {
            Err(remark) => Ok(refused(ordinal, name, remark)),
            Ok(read) => {
                let new = self.new_announcement(session, import, sha256.clone(), read);
                seen.insert(sha256);
                Ok(new_file(ordinal, name, new))
            }
        }
    }

    async fn load(&self, content: &Content) -> Result<Vec<u8>, Remark> {
        let path = match content {
            Content::Bytes(bytes) => return Ok(bytes.clone()),
            Content::File(path) => path,
        };
        let unreadable = |error: std::io::Error| {
            Remark::new(RemarkCode::UnreadableFormat, &[("format", "file"), ("reason", &error.to_string())])
        };
        let file = tokio::fs::File::open(path).await.map_err(unreadable)?;
        let stated = file.metadata().await.map_err(unreadable)?.len();
        let limit = self.extractor.limits().input_bytes;
        // A device or a pipe has no size to state: one byte more than the limit tells that it is too large.
        let mut bytes = Vec::new();
        if stated <= limit {
            file.take(limit.saturating_add(1)).read_to_end(&mut bytes).await.map_err(unreadable)?;
        }
        let size = stated.max(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        if size > limit { Err(ExtractError::TooLarge { size, limit }.remark()) } else { Ok(bytes) }
    }

    async fn read_incoming(&self, file: Incoming, bytes: Vec<u8>) -> Result<Result<Read, Remark>, AppError> {
        let extractor = self.extractor.clone();
        let work = move || {
            let hint = Hint { file_name: Some(&file.name), content_type: file.content_type.as_deref() };
            let known = Known {
                id: None,
                language: file.language.as_deref(),
                reference_date: file.published.and_then(|date| date.full()),
                url: file.source_address.as_deref(),
            };
            read_bytes(&extractor, &bytes, &hint, &known, How::default())
                .map(|(extracted, reading)| (extracted, reading, file, bytes))
        };
        match tokio::task::spawn_blocking(work).await {
            Ok(Ok((extracted, reading, file, bytes))) => Ok(Ok(Read { file, bytes, extracted, reading })),
            Ok(Err(AppError::Extract(error))) => Ok(Err(error.remark())),
            Ok(Err(other)) => Err(other),
            // A reader that breaks down over one file must not take the others with it.
            Err(broken) if broken.is_panic() => {
                tracing::error!(%broken, "the reader broke down; the file was refused");
                Ok(Err(Remark::new(RemarkCode::ParserBroke, &[("format", "TXT")])))
            }
            Err(stopped) => Err(AppError::Stopped(stopped.to_string())),
        }
    }

    fn new_announcement(&self, session: &Session, import: &Import, sha256: String, read: Read) -> NewAnnouncement {
        let Read { file, bytes, extracted, mut reading } = read;
        if file.published.is_some() {
            name_basis(&mut reading);
        }
        let id: AnnouncementId = self.sources.id();
        let claims = self.claim_records(session.team, id, &reading);
        let published = file
            .published
            .map(|date| Published { date, basis: DateBasis::Published })
            .or_else(|| reading.published.clone());
        let announcement = Announcement {
            id,
            team: session.team,
            version: 1,
            sha256,
            size: count(bytes.len()),
            format: source_format(extracted.format),
            encoding: Some(extracted.encoding),
            file_name: Some(file.name),
            source_address: file.source_address.or(extracted.source_address),
            publisher: file.publisher.or(reading.publisher),
            published,
            language: file.language.or(reading.language),
            title: reading.title.map(|title| title.text),
            parties: reading.parties,
            remarks: reading.remarks,
            import: import.id,
            imported: self.stamp(session),
            state: AnnouncementState::New,
            claims: count(claims.len()),
            pending: count(claims.len()),
        };
        let text = AnnouncementText { text: extracted.text, body: reading.body };
        NewAnnouncement { announcement, text, original: bytes, claims, checks: reading.checks }
    }

    fn claim_records(&self, team: TeamId, announcement: AnnouncementId, reading: &Reading) -> Vec<ClaimRecord> {
        let mut claims: Vec<Claim> = Vec::new();
        claims.extend(reading.events.iter().cloned().map(Claim::Event));
        claims.extend(reading.figures.iter().cloned().map(Claim::Figure));
        claims.extend(reading.projects.iter().cloned().map(Claim::Project));
        claims.extend(reading.organisations.iter().cloned().map(Claim::Organisation));
        claims.sort_by_key(Claim::place);
        claims.into_iter().zip(1..).map(|(claim, ordinal)| self.pending(team, announcement, ordinal, claim)).collect()
    }

    fn pending(&self, team: TeamId, announcement: AnnouncementId, ordinal: i64, claim: Claim) -> ClaimRecord {
        ClaimRecord {
            id: self.sources.id(),
            team,
            announcement,
            ordinal,
            version: 0,
            state: ClaimState::Pending,
            remarks: remarks_of(&claim).to_vec(),
            original: Some(claim.clone()),
            current: claim,
            decided: None,
            why: None,
            record: None,
        }
    }
}

/// The date that the reader was given is the date of publication.
fn name_basis(reading: &mut Reading) {
    for event in reading.events.iter_mut().filter(|event| event.date_basis == DateBasis::Reference) {
        event.date_basis = DateBasis::Published;
    }
}

struct Read {
    file: Incoming,
    bytes: Vec<u8>,
    extracted: Extracted,
    reading: Reading,
}

fn remarks_of(claim: &Claim) -> &[Remark] {
    match claim {
        Claim::Event(claim) => &claim.remarks,
        Claim::Figure(claim) => &claim.remarks,
        Claim::Organisation(claim) => &claim.remarks,
        Claim::Project(claim) => &claim.remarks,
    }
}

fn refused(ordinal: i64, name: String, remark: Remark) -> Prepared {
    let mut prepared = row(ordinal, name, FileOutcome::Refused, None);
    prepared.report.remarks.push(remark);
    prepared
}

fn new_file(ordinal: i64, name: String, new: NewAnnouncement) -> Prepared {
    let mut prepared = row(ordinal, name, FileOutcome::New, Some(new.announcement.id));
    prepared.report.claims = new.announcement.claims;
    prepared.report.remarks.clone_from(&new.announcement.remarks);
    prepared.new = Some(new);
    prepared
}

fn row(ordinal: i64, name: String, outcome: FileOutcome, announcement: Option<AnnouncementId>) -> Prepared {
    let report = ImportFile { ordinal, name, outcome, announcement, claims: 0, remarks: Vec::new() };
    Prepared { report, new: None, repeats: None }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
