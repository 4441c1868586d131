//! Source documents as they came.

use super::Stamp;
use crate::code::code_list;
use crate::id::{AnnouncementId, ImportId, TeamId};
use crate::reading::Published;
use crate::remark::Remark;
use crate::span::Block;
use serde::Serialize;

code_list! {
    /// How far an announcement has come. Derived from its claims.
    AnnouncementState {
        /// No claim was decided yet.
        New = "new",
        /// Some claims are decided, some wait.
        InReview = "in_review",
        /// Every claim is decided.
        Reviewed = "reviewed",
    }
}

code_list! {
    /// The format of the original bytes.
    SourceFormat {
        /// Plain text.
        Text = "text",
        /// HTML.
        Html = "html",
        /// PDF.
        Pdf = "pdf",
        /// Office Open XML text document.
        Docx = "docx",
    }
}

/// An announcement without its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Announcement {
    /// Its identifier.
    pub id: AnnouncementId,
    /// Its owner.
    pub team: TeamId,
    /// Counts the changes; for If-Match.
    pub version: i64,
    /// SHA-256 of the original bytes, hexadecimal.
    pub sha256: String,
    /// Length of the original in bytes.
    pub size: i64,
    /// Format of the original.
    pub format: SourceFormat,
    /// Encoding of the original (WHATWG label), where it is text.
    pub encoding: Option<String>,
    /// The file's name, where it came as a file.
    pub file_name: Option<String>,
    /// Where it was published.
    pub source_address: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published, and how that is known.
    pub published: Option<Published>,
    /// BCP 47 tag of its main language.
    pub language: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The parties between which cooperation is told of.
    pub parties: Vec<String>,
    /// The reader's remarks on the whole.
    pub remarks: Vec<Remark>,
    /// The import that brought it.
    pub import: ImportId,
    /// Who brought it, and when.
    pub imported: Stamp,
    /// How far it has come.
    pub state: AnnouncementState,
    /// Number of claims.
    pub claims: i64,
    /// Number of claims that wait for a decision.
    pub pending: i64,
}

/// The text of an announcement. Spans of claims count its code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnnouncementText {
    /// The whole text.
    pub text: String,
    /// The stretches that are the announcement itself.
    pub body: Vec<Block>,
}
