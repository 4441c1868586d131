//! Attachments: files beside announcements, events and projects. Who may see a record may see its files; who may change it may
//! attach and remove. The trail of both stands in the history of the record, with the hash.

use crate::access::{Action, Session};
use crate::error::AppError;
use crate::{App, audit};
use samesky_extract::attachment_kind;
use samesky_model::id::AttachmentId;
use samesky_model::record::RecordKind;
pub use samesky_model::record::{Attachment, AttachmentKind};
use samesky_store as store;
use samesky_store::Db;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::sync::Arc;
use uuid::Uuid;

/// Bytes of a piece.
const PIECE: usize = 256 << 10;
/// Files beside one record at most.
const FILES: usize = 200;
/// Characters of a name at most.
const NAME: usize = 200;

/// What may be attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachmentRules {
    /// Bytes of one file at most.
    pub size: u64,
    /// The kinds that are taken.
    pub kinds: Vec<AttachmentKind>,
}

impl Default for AttachmentRules {
    /// 20 MiB, every kind.
    fn default() -> Self {
        Self { size: 20 << 20, kinds: AttachmentKind::ALL.to_vec() }
    }
}

/// A record that a file stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// An announcement, an event or a project.
    pub kind: RecordKind,
    /// Which.
    pub record: Uuid,
}

/// The bytes of an attachment, piece by piece.
#[derive(Clone)]
pub struct Pieces {
    app: App,
    attachment: Attachment,
    next: i64,
}

impl App {
    /// The same that takes other files.
    #[must_use]
    pub fn with_attachments(self, rules: AttachmentRules) -> Self {
        Self { attachments: Arc::new(rules), ..self }
    }

    /// What may be attached.
    #[must_use]
    pub fn attachment_rules(&self) -> &AttachmentRules {
        &self.attachments
    }

    /// Attaches a file. The same bytes beside the same record are there already: that attachment is the answer then.
    ///
    /// # Errors
    /// When there is no such record, the file is too large, empty or of a kind that is not taken, or there are too many.
    pub async fn attach(
        &self,
        session: &Session,
        beside: Beside,
        name: &str,
        mut file: File,
    ) -> Result<Attachment, AppError> {
        session.may(Action::Write)?;
        self.beside(session, &self.store, beside).await?;
        let rules = self.attachments.clone();
        let looked = tokio::task::spawn_blocking(move || look(&mut file, &rules).map(|found| (file, found))).await;
        let (file, found) = looked.map_err(|error| AppError::Stopped(error.to_string()))??;
        let attachment = Attachment {
            id: self.sources.id(),
            team: session.team,
            record_kind: beside.kind,
            record: beside.record,
            name: plain_name(name, found.kind),
            kind: found.kind,
            sha256: found.sha256,
            size: found.size,
            attached: self.stamp(session),
        };
        self.keep_attachment(session, beside, attachment, file).await
    }

    async fn keep_attachment(
        &self,
        session: &Session,
        beside: Beside,
        attachment: Attachment,
        file: File,
    ) -> Result<Attachment, AppError> {
        let tx = self.store.write().await?;
        self.beside(session, &tx, beside).await?;
        let others = store::attachment::of_record(&tx, session.team, beside.kind, beside.record).await?;
        if let Some(same) = others.iter().find(|other| other.sha256 == attachment.sha256) {
            return Ok(same.clone());
        }
        if others.len() >= FILES {
            return Err(AppError::invalid("file", "too-many-attachments"));
        }
        let content = match store::attachment::content_by_hash(&tx, session.team, &attachment.sha256).await? {
            Some(known) => known,
            None => self.keep_content(&tx, &attachment, file).await?,
        };
        store::attachment::insert(&tx, &attachment, content).await?;
        let change = audit::Change::new("attachment.add", beside.kind, beside.record).after(&attachment);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(attachment)
    }

    async fn keep_content(&self, tx: &store::Tx, attachment: &Attachment, mut file: File) -> Result<Uuid, AppError> {
        let content = self.sources.id::<Uuid>();
        store::attachment::insert_content(tx, content, attachment).await?;
        file.seek(SeekFrom::Start(0)).map_err(unread)?;
        for ordinal in 1.. {
            let piece = piece(&mut file).map_err(unread)?;
            if piece.is_empty() {
                break;
            }
            store::attachment::insert_piece(tx, attachment.team, content, ordinal, piece).await?;
        }
        Ok(content)
    }

    /// The files beside a record, oldest first.
    ///
    /// # Errors
    /// When there is no such record.
    pub async fn attachments(&self, session: &Session, beside: Beside) -> Result<Vec<Attachment>, AppError> {
        session.may(Action::Read)?;
        self.beside(session, &self.store, beside).await?;
        Ok(store::attachment::of_record(&self.store, session.team, beside.kind, beside.record).await?)
    }

    /// One file without its bytes.
    ///
    /// # Errors
    /// When there is no such file, or its record may not be seen.
    pub async fn attachment(&self, session: &Session, id: AttachmentId) -> Result<Attachment, AppError> {
        session.may(Action::Read)?;
        self.seen(session, &self.store, id).await
    }

    /// One file with its bytes.
    ///
    /// # Errors
    /// When there is no such file, or its record may not be seen.
    pub async fn attachment_bytes(
        &self,
        session: &Session,
        id: AttachmentId,
    ) -> Result<(Attachment, Pieces), AppError> {
        let attachment = self.attachment(session, id).await?;
        Ok((attachment.clone(), Pieces { app: self.clone(), attachment, next: 1 }))
    }

    /// Takes a file away. What it was, with its hash, stays in the history of the record.
    ///
    /// # Errors
    /// When there is no such file, or no reason is given.
    pub async fn remove_attachment(
        &self,
        session: &Session,
        id: AttachmentId,
        why: Option<String>,
    ) -> Result<Attachment, AppError> {
        session.may(Action::Write)?;
        let why = audit::reason(why);
        let tx = self.store.write().await?;
        let before = self.seen(session, &tx, id).await?;
        if why.is_none() {
            return Err(AppError::invalid("why", "reason-missing"));
        }
        store::attachment::remove(&tx, session.team, id).await?;
        let change =
            audit::Change::new("attachment.remove", before.record_kind, before.record).before(&before).why(why);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(before)
    }

    async fn seen(&self, session: &Session, db: &dyn Db, id: AttachmentId) -> Result<Attachment, AppError> {
        let found = store::attachment::get(db, session.team, id).await?;
        self.beside(session, db, Beside { kind: found.record_kind, record: found.record }).await?;
        Ok(found)
    }

    /// Whether the record is there for this reader: the rights of a file are those of its record.
    async fn beside(&self, session: &Session, db: &dyn Db, Beside { kind, record }: Beside) -> Result<(), AppError> {
        match kind {
            RecordKind::Announcement => {
                store::announcement::get(db, session.team, record.into()).await?;
            }
            RecordKind::Event => {
                store::event::get(db, session.team, record.into()).await?;
            }
            RecordKind::Project => {
                store::project::get(db, session.team, record.into()).await?;
            }
            _ => return Err(AppError::NotFound { kind: "record" }),
        }
        Ok(())
    }
}

impl Pieces {
    /// The next piece; nothing behind the last.
    ///
    /// # Errors
    /// When the store does not answer, or the file was removed meanwhile.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, AppError> {
        let (team, id) = (self.attachment.team, self.attachment.id);
        let piece = store::attachment::piece(&self.app.store, team, id, self.next).await?;
        self.next += 1;
        Ok(piece)
    }
}

struct Looked {
    kind: AttachmentKind,
    sha256: String,
    size: i64,
}

/// What the file is, its hash and its length.
fn look(file: &mut File, rules: &AttachmentRules) -> Result<Looked, AppError> {
    let size = file.seek(SeekFrom::End(0)).map_err(unread)?;
    if size > rules.size {
        return Err(too_large(rules));
    }
    let kind = attachment_kind(file).map_err(unread)?.filter(|kind| rules.kinds.contains(kind));
    let kind = kind.ok_or_else(|| {
        let taken: Vec<_> = rules.kinds.iter().map(|kind| kind.as_str()).collect();
        AppError::invalid_value("file", "attachment-kind", taken.join(", "))
    })?;
    file.seek(SeekFrom::Start(0)).map_err(unread)?;
    let mut digest = Sha256::new();
    loop {
        let piece = piece(file).map_err(unread)?;
        if piece.is_empty() {
            break;
        }
        digest.update(&piece);
    }
    let sha256 = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Looked { kind, sha256, size: i64::try_from(size).unwrap_or(i64::MAX) })
}

/// The refusal of a file that is too large.
#[must_use]
pub fn too_large(rules: &AttachmentRules) -> AppError {
    AppError::invalid_value("file", "attachment-too-large", (rules.size >> 20).to_string())
}

fn piece(file: &mut File) -> std::io::Result<Vec<u8>> {
    let mut piece = Vec::with_capacity(PIECE);
    file.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
    Ok(piece)
}

fn unread(error: impl std::fmt::Display) -> AppError {
    AppError::Stopped(format!("the uploaded file could not be read: {error}"))
}

/// The name as a text for people: without folders, control characters and those that turn the direction of writing, which
/// can make `exe.png` of `gnp.exe`.
fn plain_name(given: &str, kind: AttachmentKind) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let name: String = last.chars().filter(|c| !c.is_control() && !turns(*c)).take(NAME).collect();
    let name = name.trim().trim_matches('.').trim().to_owned();
    if name.is_empty() { format!("file.{kind}") } else { name }
}

#[cfg(test)]
mod tests {
    use super::{AttachmentKind, plain_name};

    #[test]
    fn name_is_a_text_and_never_a_path() {
        for (given, kept) in [
            ("协议书.pdf", "协议书.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\x\\a.png", "a.png"),
            ("..", "file.png"),
            ("", "file.png"),
            ("a\r\nSet-Cookie: b.png", "aSet-Cookie: b.png"),
            ("photo\u{202e}gnp.exe", "photognp.exe"),
            ("=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")"),
        ] {
            assert_eq!(plain_name(given, AttachmentKind::Png), kept, "{given}");
        }
        assert_eq!(plain_name(&"长".repeat(500), AttachmentKind::Png).chars().count(), 200);
    }
}
