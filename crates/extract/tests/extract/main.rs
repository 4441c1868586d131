//! The extractor as its callers use it, with a real reading process.

mod any_bytes;
mod docx;
mod docx_maker;
mod hostile;
mod html;
mod html_pages;
mod pdf;
mod pdf_maker;
mod shared;
mod sheet_maker;
mod sheets;
mod text;

use samesky_extract::{ExtractError, Extracted, Extractor, Format, Hint};

/// An extractor with the worker of this crate.
fn extractor() -> Extractor {
    Extractor::new(env!("CARGO_BIN_EXE_samesky-extract-worker"), [""; 0])
}

fn extract(bytes: &[u8]) -> Result<Extracted, ExtractError> {
    extractor().extract(bytes, &Hint::default())
}

/// What comes out where a document says nothing but its text.
fn only(text: &str, format: Format) -> Extracted {
    Extracted {
        text: text.to_owned(),
        format,
        encoding: "UTF-8".to_owned(),
        title: None,
        language: None,
        source_address: None,
        publisher: None,
        published: None,
        body: None,
        remarks: Vec::new(),
    }
}

/// The article's words, by the block that says where it stands.
fn body_of(extracted: &Extracted) -> String {
    let blocks = extracted.body.as_deref().unwrap_or_default();
    let slice = |start: usize, end: usize| extracted.text.chars().skip(start).take(end - start).collect::<String>();
    blocks.iter().map(|block| slice(block.start, block.end)).collect::<Vec<_>>().join("\n")
}
