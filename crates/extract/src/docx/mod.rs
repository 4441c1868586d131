//! Word documents (Office Open XML, ISO/IEC 29500): a ZIP archive with the text in one XML part.

mod archive;
mod parts;
mod story;

use crate::wire::{Answer, Found};
use crate::{ExtractError, Format, Limits};
use archive::Archive;

/// Reads the text of a docx: paragraphs as lines, rows of tables as lines with tabs, text boxes after the paragraph that
/// holds them. Deleted revisions, hidden runs, field codes and ruby readings stay out.
///
/// # Errors
/// Where the bytes are no archive, no docx, locked, damaged, unpack to too much, or hold no text.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Answer {
    let mut archive = Archive::open(bytes, limits)?;
    let main = archive.main_part()?;
    let styles = archive.text_beside(&main, "styles.xml")?.map(|xml| parts::style_names(&xml)).unwrap_or_default();
    let document = archive.text(&main)?.ok_or(ExtractError::Damaged { format: Format::Docx })?;
    let story = story::read(&document, &styles).map_err(|_| ExtractError::Damaged { format: Format::Docx })?;
    if story.lines.is_empty() {
        return Err(ExtractError::WithoutText { format: Format::Docx });
    }
    let properties = archive.text("docProps/core.xml")?.map(|xml| parts::properties(&xml)).unwrap_or_default();
    let title = story.title.or(properties.title);
    Ok(Found { text: story.lines.join("\n"), title, language: properties.language, ..Found::default() })
}
