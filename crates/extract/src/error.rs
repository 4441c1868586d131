//! Why bytes could not be read.

use crate::Format;
use samesky_model::remark::{Remark, RemarkCode};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How the reading process ended before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Death {
    /// It crashed: a stack overflow, a failed assertion, an unreadable answer.
    Broke,
    /// It used up its time.
    TooSlow,
    /// It used up its memory, or answered with more than is taken.
    OutOfMemory,
}

/// Why bytes could not be read. It shows itself as the English sentence of its [`remark`](Self::remark).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExtractError {
    /// There are no bytes, or nothing but white space.
    Empty,
    /// There are more bytes than are read.
    TooLarge {
        /// Bytes that came.
        size: u64,
        /// Bytes that are read at most.
        limit: u64,
    },
    /// The bytes are of a kind that is not read.
    UnknownFormat {
        /// The name of what was found: `PNG`, `RTF`, `OLE2 (DOC, XLS, PPT)`, `binary data`.
        found: String,
    },
    /// A ZIP archive whose directory or parts are broken.
    UnreadableZip,
    /// A ZIP archive that is no Word document.
    NotADocx {
        /// What it is instead: `XLSX`, `PPTX`, `ODT`, `ZIP`.
        found: String,
    },
    /// A file of a format that is read, but broken.
    Damaged {
        /// The format.
        format: Format,
    },
    /// A file that opens with a password only.
    Locked {
        /// The format.
        format: Format,
    },
    /// An archive that unpacks to more than is read.
    UnpacksTooLarge {
        /// The format.
        format: Format,
        /// Bytes that are unpacked at most.
        limit: u64,
    },
    /// A document without any text, such as a scan.
    WithoutText {
        /// The format.
        format: Format,
    },
    /// A file that is no spreadsheet where one is expected.
    NotASheet {
        /// What it is instead.
        found: String,
    },
    /// A workbook without a sheet of that name.
    NoSuchSheet {
        /// The name that was asked for.
        found: String,
        /// The names that are there, with commas.
        sheets: String,
    },
    /// A sheet without any value.
    EmptySheet {
        /// Its name, where it has one.
        sheet: String,
    },
    /// A sheet with more rows than are read.
    SheetTooLong {
        /// Rows that are read at most.
        limit: u64,
    },
    /// The reading process did not come back with an answer.
    ParserDied {
        /// The format it was reading.
        format: Format,
        /// How it ended.
        reason: Death,
        /// For logs: what it said last, in English, at most 200 characters.
        detail: String,
    },
    /// The reading process could not be started.
    ParserUnavailable {
        /// What the system said.
        reason: String,
    },
}

impl ExtractError {
    /// The same as a remark: a code with arguments, which the interface shows in the reader's language.
    #[must_use]
    pub fn remark(&self) -> Remark {
        use RemarkCode as Code;
        match self {
            Self::Empty => Remark::new(Code::EmptyInput, &[]),
            Self::TooLarge { size, limit } => {
                Remark::new(Code::TooLarge, &[("size", &size.to_string()), ("limit", &limit.to_string())])
            }
            Self::UnknownFormat { found } => Remark::new(Code::UnknownFormat, &[("found", found)]),
            Self::UnreadableZip => Remark::new(Code::DamagedFile, &[("format", "ZIP")]),
            Self::NotADocx { found } => Remark::new(Code::NotADocx, &[("found", found)]),
            Self::Damaged { format } => about(Code::DamagedFile, *format),
            Self::Locked { format } => about(Code::LockedFile, *format),
            Self::UnpacksTooLarge { format, limit } => {
                Remark::new(Code::UnpacksTooLarge, &[("format", format.name()), ("limit", &limit.to_string())])
            }
            Self::WithoutText { format } => about(Code::NoTextInDocument, *format),
            Self::NotASheet { found } => Remark::new(Code::NotASheet, &[("found", found)]),
            Self::NoSuchSheet { found, sheets } => {
                Remark::new(Code::NoSuchSheet, &[("found", found), ("sheets", sheets)])
            }
            Self::EmptySheet { sheet } => Remark::new(Code::EmptySheet, &[("sheet", sheet)]),
            Self::SheetTooLong { limit } => Remark::new(Code::SheetTooLong, &[("limit", &limit.to_string())]),
            Self::ParserDied { format, reason, .. } => about(reason.code(), *format),
            Self::ParserUnavailable { reason } => Remark::new(Code::ParserUnavailable, &[("reason", reason)]),
        }
    }
}

impl Death {
    const fn code(self) -> RemarkCode {
        match self {
            Self::Broke => RemarkCode::ParserBroke,
            Self::TooSlow => RemarkCode::ParserTooSlow,
            Self::OutOfMemory => RemarkCode::ParserOutOfMemory,
        }
    }
}

impl fmt::Display for ExtractError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.remark().fmt(f)
    }
}

impl std::error::Error for ExtractError {}

fn about(code: RemarkCode, format: Format) -> Remark {
    Remark::new(code, &[("format", format.name())])
}

#[cfg(test)]
mod tests {
    use super::{Death, ExtractError};
    use crate::Format;

    #[test]
    fn error_every_kind_names_its_thing_in_a_whole_sentence() {
        let format = Format::Pdf;
        let said: Vec<String> = [
            ExtractError::Empty,
            ExtractError::TooLarge { size: 200, limit: 20 },
            ExtractError::UnknownFormat { found: "PNG".to_owned() },
            ExtractError::UnreadableZip,
            ExtractError::NotADocx { found: "XLSX".to_owned() },
            ExtractError::Damaged { format },
            ExtractError::Locked { format },
            ExtractError::UnpacksTooLarge { format: Format::Docx, limit: 5 },
            ExtractError::WithoutText { format },
            ExtractError::NotASheet { found: "PDF".to_owned() },
            ExtractError::NoSuchSheet { found: "甲".to_owned(), sheets: "乙, 丙".to_owned() },
            ExtractError::EmptySheet { sheet: "乙".to_owned() },
            ExtractError::SheetTooLong { limit: 5 },
            ExtractError::ParserDied { format, reason: Death::Broke, detail: String::new() },
            ExtractError::ParserDied { format, reason: Death::TooSlow, detail: String::new() },
            ExtractError::ParserDied { format, reason: Death::OutOfMemory, detail: String::new() },
            ExtractError::ParserUnavailable { reason: "no such file".to_owned() },
        ]
        .iter()
        .map(ToString::to_string)
        .collect();
        assert_eq!(
            said,
            [
                "the input has no text",
                "the input has 200 bytes; at most 20 are read",
                "PNG is not read; text, HTML, PDF and docx are",
                "this ZIP is damaged",
                "this ZIP archive is no docx: XLSX",
                "this PDF is damaged",
                "this PDF is locked with a password",
                "this docx unpacks to more than 5 bytes",
                "this PDF holds no text (a scan?)",
                "PDF is no spreadsheet; XLSX, XLS, ODS and CSV are read",
                "there is no sheet 甲; there are: 乙, 丙",
                "the sheet 乙 is empty",
                "the sheet has more rows than are read: 5",
                "this PDF broke its reader off; nothing was read from it",
                "reading this PDF took longer than is allowed",
                "reading this PDF needed more memory than is allowed",
                "the program that reads files could not be started: no such file",
            ]
        );
    }
}
