//! PDF: characters at places on pages, made into lines and paragraphs again.

mod glyphs;
mod lines;
mod paragraphs;
mod predefined;
mod radicals;

use crate::error::Death;
use crate::wire::{Answer, Found};
use crate::worker::said;
use crate::{ExtractError, Format};
use glyphs::{Collector, PageGlyphs};
use lines::Line;
use pdf_extract::{Document, Error, encryption::DecryptionError, output_doc_page};
use samesky_model::remark::{Remark, RemarkCode, StoredRemark};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads the text of a PDF: paragraphs as lines, put together from the places of the characters. A page that its parser
/// cannot read is left out with a remark.
///
/// # Errors
/// Where the file is damaged or locked, has no text, or no page of it can be read.
pub(crate) fn read(bytes: &[u8]) -> Answer {
    let document = open(bytes)?;
    let (pages, failed, last) = pages_of(&document);
    let total = pages.len() + failed.len();
    if pages.is_empty() && !failed.is_empty() {
        return Err(ExtractError::ParserDied { format: Format::Pdf, reason: Death::Broke, detail: last });
    }
    let mut lines: Vec<Vec<Line>> = pages.iter().map(lines::read).collect();
    lines::drop_page_marks(&mut lines);
    let (paragraphs, title) = paragraphs::read(&lines);
    let text = paragraphs.join("\n");
    let (all, lost) = (text.chars().count(), text.chars().filter(|c| *c == '\u{FFFD}').count());
    if lost * 2 >= all {
        return Err(ExtractError::WithoutText { format: Format::Pdf });
    }
    let remarks = skipped(&failed, total).into_iter().chain(lost_characters(lost)).collect();
    Ok(Found { text, title, remarks, ..Found::default() })
}

fn open(bytes: &[u8]) -> Result<Document, ExtractError> {
    let damaged = ExtractError::Damaged { format: Format::Pdf };
    let at = bytes.windows(5).take(1024).position(|window| window == b"%PDF-").unwrap_or_default();
    let mut document = match Document::load_mem(bytes.get(at..).unwrap_or_default()) {
        Ok(document) => document,
        Err(error) if is_lock(&error) => return Err(ExtractError::Locked { format: Format::Pdf }),
        Err(_) => return Err(damaged),
    };
    if document.is_encrypted() {
        document.decrypt("").map_err(|_| ExtractError::Locked { format: Format::Pdf })?;
    }
    predefined::write_out(&mut document);
    if document.get_pages().is_empty() { Err(damaged) } else { Ok(document) }
}

fn is_lock(error: &Error) -> bool {
    matches!(error, Error::InvalidPassword | Error::Decryption(DecryptionError::IncorrectPassword))
}

/// The pages that can be read, the numbers of those that cannot, and what the last of these said.
fn pages_of(document: &Document) -> (Vec<PageGlyphs>, Vec<u32>, String) {
    let (mut pages, mut failed, mut last) = (Vec::new(), Vec::new(), String::new());
    for number in document.get_pages().into_keys() {
        let mut collector = Collector::default();
        let reading = || output_doc_page(document, &mut collector, number).map_err(|error| error.to_string());
        match catch_unwind(AssertUnwindSafe(reading)) {
            Ok(Ok(())) => pages.push(collector.into_page()),
            Ok(Err(said)) => (last, _) = (said, failed.push(number)),
            Err(panic) => (last, _) = (said(panic.as_ref()), failed.push(number)),
        }
    }
    (pages, failed, last.chars().take(200).collect())
}

fn skipped(failed: &[u32], total: usize) -> Option<StoredRemark> {
    let pages: Vec<String> = failed.iter().take(20).map(ToString::to_string).collect();
    let args = [("pages", pages.join(", ")), ("total", total.to_string())];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    (!failed.is_empty()).then(|| Remark::new(RemarkCode::PagesSkipped, &args).into())
}

fn lost_characters(count: usize) -> Option<StoredRemark> {
    let args = [("count", &*count.to_string()), ("format", Format::Pdf.name())];
    (count > 0).then(|| Remark::new(RemarkCode::LostCharacters, &args).into())
}
