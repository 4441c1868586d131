//! What comes out.

use samesky_model::{date::PartialDate, remark::Remark, span::Block};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text.
    Text,
    /// A web page.
    Html,
    /// A PDF with text in it.
    Pdf,
    /// A Word document (Office Open XML).
    Docx,
    /// A workbook (Office Open XML).
    Xlsx,
    /// An older workbook (BIFF).
    Xls,
    /// An OpenDocument spreadsheet.
    Ods,
    /// Text with delimiters.
    Csv,
}

impl Format {
    /// The word for this format in the database, the API and files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Csv => "csv",
        }
    }

    /// The name of this format as people write it, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "TXT",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
            Self::Docx => "docx",
            Self::Xlsx => "XLSX",
            Self::Xls => "XLS",
            Self::Ods => "ODS",
            Self::Csv => "CSV",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What the outside says about the bytes. None of it is trusted against the content.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hint<'a> {
    /// The file's name; only its extension is looked at, and only where the content could be two things.
    pub file_name: Option<&'a str>,
    /// The declared media type, as in HTTP: `text/html; charset=gbk`.
    pub content_type: Option<&'a str>,
}

/// The text of a document with what the document says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extracted {
    /// The text. For plain text the input's own, for the others paragraphs as lines.
    pub text: String,
    /// What the bytes were.
    pub format: Format,
    /// The encoding they were in, by its name in the WHATWG Encoding standard; `UTF-8` for PDF and docx.
    pub encoding: String,
    /// The headline.
    pub title: Option<String>,
    /// The BCP 47 tag that the document itself states, which is often wrong on web pages.
    pub language: Option<String>,
    /// The address that a page states as its own (http or https).
    pub source_address: Option<String>,
    /// The name of the site or publisher.
    pub publisher: Option<String>,
    /// The day of publication that the page's markup states (not one found in its words).
    pub published: Option<PartialDate>,
    /// Web pages: the article itself, in code points of `text`, without headline, date line and source line. `None`
    /// where it could not be told from the rest of the page, and for the other formats.
    pub body: Option<Vec<Block>>,
    /// What there is to say about the bytes.
    pub remarks: Vec<Remark>,
}
