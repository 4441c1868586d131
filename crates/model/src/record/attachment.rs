//! Attachments: files that stand beside a record as evidence. They are kept and handed out, never read.

use super::{RecordKind, Stamp};
use crate::code::code_list;
use crate::id::{AttachmentId, TeamId};
use serde::Serialize;
use uuid::Uuid;

code_list! {
    /// What a file is, told by its content.
    AttachmentKind {
        /// A picture in PNG.
        Png = "png",
        /// A picture in JPEG.
        Jpeg = "jpeg",
        /// A picture in WebP.
        Webp = "webp",
        /// A picture in GIF.
        Gif = "gif",
        /// A PDF document.
        Pdf = "pdf",
        /// A Word document without macros.
        Docx = "docx",
        /// An Excel workbook without macros.
        Xlsx = "xlsx",
        /// A PowerPoint presentation without macros.
        Pptx = "pptx",
        /// An OpenDocument text.
        Odt = "odt",
        /// An OpenDocument spreadsheet.
        Ods = "ods",
        /// An OpenDocument presentation.
        Odp = "odp",
    }
}

impl AttachmentKind {
    /// The media type (IANA).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
        }
    }

    /// Whether it is a picture, which a page may show.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Webp | Self::Gif)
    }

    /// Whether a browser may show it by itself, in a sandbox: a picture or a PDF. All others are handed out to be saved.
    #[must_use]
    pub const fn is_shown(self) -> bool {
        self.is_picture() || matches!(self, Self::Pdf)
    }
}

/// A file beside a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attachment {
    /// Its identifier.
    pub id: AttachmentId,
    /// The owner of the record.
    pub team: TeamId,
    /// What kind of record it stands beside: an announcement, an event or a project.
    pub record_kind: RecordKind,
    /// Which record.
    pub record: Uuid,
    /// The file's name as it came: a text for people, never a path.
    pub name: String,
    /// What it is.
    pub kind: AttachmentKind,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Its length in bytes.
    pub size: i64,
    /// Who attached it, and when.
    pub attached: Stamp,
}
