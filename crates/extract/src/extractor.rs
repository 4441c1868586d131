//! The way in.

use crate::child::{self, Start};
use crate::decode::{Decoded, decode, is_text};
use crate::gate::Gate;
use crate::sheet::{Sheet, read_delimited};
use crate::sniff::{Kind, coded, is_html, sniff};
use crate::table::looks_like_table;
use crate::wire::{Found, Job, SheetWish};
use crate::{ExtractError, Extracted, Format, Hint, Limits};
use samesky_model::remark::{Remark, RemarkCode};
use samesky_model::span::Block;
use std::ffi::OsString;
use std::path::PathBuf;

/// Reads documents: plain text in this process, everything else in a child process with limits.
#[derive(Debug)]
pub struct Extractor {
    start: Start,
    limits: Limits,
    gate: Gate,
}

impl Extractor {
    /// An extractor with default [`Limits`] whose reading process is `program args…`; that process must run
    /// [`worker_main`](crate::worker_main).
    pub fn new<A: Into<OsString>>(program: impl Into<PathBuf>, args: impl IntoIterator<Item = A>) -> Self {
        let start = Start { program: program.into(), args: args.into_iter().map(Into::into).collect() };
        let limits = Limits::default();
        Self { start, gate: Gate::new(limits.processes), limits }
    }

    /// The same with other limits.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { gate: Gate::new(limits.processes), limits, ..self }
    }

    /// The limits in force.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Reads one document. Blocks until it is read; call it from a thread that may wait.
    ///
    /// # Errors
    /// [`ExtractError`] says what is wrong with the bytes, or what became of the reading process. Nothing panics.
    pub fn extract(&self, bytes: &[u8], hint: &Hint<'_>) -> Result<Extracted, ExtractError> {
        let size = bytes.len() as u64;
        if size > self.limits.input_bytes {
            return Err(ExtractError::TooLarge { size, limit: self.limits.input_bytes });
        }
        match sniff(bytes) {
            Kind::Pdf => self.parse(Format::Pdf, bytes).map(|found| finish(found, Format::Pdf, "UTF-8")),
            Kind::Zip => self.parse(Format::Docx, bytes).map(|found| finish(found, Format::Docx, "UTF-8")),
            Kind::Other(name) => Err(ExtractError::UnknownFormat { found: name.to_owned() }),
            Kind::Unknown => self.read_text(&decode(bytes, hint.charset()), hint),
        }
    }

    fn read_text(&self, decoded: &Decoded, hint: &Hint<'_>) -> Result<Extracted, ExtractError> {
        if decoded.text.trim().is_empty() {
            return Err(ExtractError::Empty);
        }
        if !is_text(decoded) {
            return Err(ExtractError::UnknownFormat { found: "binary data".to_owned() });
        }
        if is_html(&decoded.text, hint.says_html()) {
            let found = self.parse(Format::Html, decoded.text.as_bytes())?;
            return Ok(with_bad_bytes(finish(found, Format::Html, decoded.encoding), decoded));
        }
        if let Some(name) = coded(&decoded.text) {
            return Err(ExtractError::UnknownFormat { found: name.to_owned() });
        }
        Ok(plain(decoded))
    }

    fn parse(&self, format: Format, bytes: &[u8]) -> Result<Found, ExtractError> {
        let _place = self.gate.enter();
        child::run(&self.start, &Job { format, limits: self.limits.clone(), sheet: None }, bytes)
    }

    /// Reads one sheet of a spreadsheet: the one of that name, else the first that can be seen and is not empty. Blocks
    /// until it is read.
    ///
    /// # Errors
    /// [`ExtractError`] says what is wrong with the file, or what became of the reading process. Nothing panics.
    pub fn sheet(&self, bytes: &[u8], hint: &Hint<'_>, name: Option<&str>) -> Result<Sheet, ExtractError> {
        let size = bytes.len() as u64;
        let limits = for_sheets(&self.limits);
        if size > limits.input_bytes {
            return Err(ExtractError::TooLarge { size, limit: limits.input_bytes });
        }
        let format = match sniff(bytes) {
            Kind::Zip => Format::Xlsx,
            Kind::Other(found) if found.starts_with("OLE2") => Format::Xls,
            Kind::Other(found) => return Err(ExtractError::NotASheet { found: found.to_owned() }),
            Kind::Pdf => return Err(ExtractError::NotASheet { found: "PDF".to_owned() }),
            Kind::Unknown => return read_rows(&decode(bytes, hint.charset())),
        };
        let _place = self.gate.enter();
        let sheet = Some(SheetWish { name: name.map(str::to_owned) });
        child::run(&self.start, &Job { format, limits, sheet }, bytes)
    }
}

/// A list of a hundred thousand rows is larger than any announcement.
fn for_sheets(limits: &Limits) -> Limits {
    Limits {
        input_bytes: limits.input_bytes.saturating_mul(5),
        unpacked_bytes: limits.unpacked_bytes.saturating_mul(8),
        answer_bytes: limits.answer_bytes.saturating_mul(4),
        wall_time: limits.wall_time.saturating_mul(6),
        cpu_seconds: limits.cpu_seconds.saturating_mul(6),
        memory_bytes: limits.memory_bytes.saturating_mul(2),
        ..limits.clone()
    }
}

fn read_rows(decoded: &Decoded) -> Result<Sheet, ExtractError> {
    if decoded.text.trim().is_empty() {
        return Err(ExtractError::Empty);
    }
    if !is_text(decoded) {
        return Err(ExtractError::NotASheet { found: "binary data".to_owned() });
    }
    if is_html(&decoded.text, false) || coded(&decoded.text).is_some() {
        return Err(ExtractError::NotASheet { found: "HTML".to_owned() });
    }
    read_delimited(&decoded.text)
}

impl Hint<'_> {
    fn charset(&self) -> Option<&str> {
        let declared = self.content_type?;
        let (_, value) = declared.split_once("charset=").or_else(|| declared.split_once("CHARSET="))?;
        value.split(';').next().map(|label| label.trim().trim_matches(['"', '\'']))
    }

    fn says_html(&self) -> bool {
        let extension = self.file_name.and_then(|name| name.rsplit_once('.')).map(|(_, e)| e.to_ascii_lowercase());
        matches!(extension.as_deref(), Some("html" | "htm" | "xhtml" | "shtml"))
            || self.content_type.is_some_and(|declared| declared.to_ascii_lowercase().contains("html"))
    }
}

fn plain(decoded: &Decoded) -> Extracted {
    let table =
        looks_like_table(&decoded.text).map(|name| Remark::new(RemarkCode::LooksLikeTable, &[("format", name)]));
    let remarks = table.into_iter().collect();
    let found = Found { text: decoded.text.clone(), ..Found::default() };
    let extracted = Extracted { remarks, ..finish(found, Format::Text, decoded.encoding) };
    with_bad_bytes(extracted, decoded)
}

fn with_bad_bytes(mut extracted: Extracted, decoded: &Decoded) -> Extracted {
    if decoded.bad > 0 {
        let args = [("encoding", decoded.encoding), ("count", &decoded.bad.to_string())];
        extracted.remarks.insert(0, Remark::new(RemarkCode::BadBytes, &args));
    }
    extracted
}

fn finish(found: Found, format: Format, encoding: &str) -> Extracted {
    let block = |(start, end)| Block { start, end, language: None };
    Extracted {
        text: found.text,
        format,
        encoding: encoding.to_owned(),
        title: found.title,
        language: found.language,
        source_address: found.source_address,
        publisher: found.publisher,
        published: found.published,
        body: found.body.map(|blocks| blocks.into_iter().map(block).collect()),
        remarks: found.remarks.into_iter().map(Remark::from).collect(),
    }
}
