//! Reading one input: extract, read, check. No database.

use crate::App;
use crate::access::{Action, Session};
use crate::error::AppError;
use jiff::civil::Date;
use samesky_extract::{Extracted, Extractor, Format, Hint};
use samesky_model::Decimal;
use samesky_model::reading::{DateBasis, Title};
use samesky_model::reading::{Published, Reading};
use samesky_model::record::SourceFormat;
use samesky_model::remark::{Remark, RemarkCode};
use samesky_model::span::Block;
use samesky_reading::Input;
pub use samesky_reading::gazetteer::{Gazetteer, GazetteerError};
use std::iter::zip;

/// What is known about an input beside its bytes.
#[derive(Debug, Clone, Default)]
pub struct Known<'a> {
    /// An identifier that is handed through.
    pub id: Option<&'a str>,
    /// BCP 47 tag of the language.
    pub language: Option<&'a str>,
    /// The date that “yesterday” and “11月19日” are counted from.
    pub reference_date: Option<Date>,
    /// Where it was published.
    pub url: Option<&'a str>,
}

/// An input that is read and not kept.
#[derive(Debug, Clone)]
pub enum Unkept {
    /// Text that is text already.
    Text(String),
    /// A file of any known format.
    File {
        /// Its name.
        name: Option<String>,
        /// The media type that came with it.
        content_type: Option<String>,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

/// What is known about an input that is read and not kept; as [`Known`].
#[derive(Debug, Clone, Default)]
pub struct About {
    /// An identifier that is handed through.
    pub id: Option<String>,
    /// BCP 47 tag of the language.
    pub language: Option<String>,
    /// The date that “yesterday” and “11月19日” are counted from.
    pub reference_date: Option<Date>,
    /// Where it was published.
    pub url: Option<String>,
}

impl App {
    /// Reads an input and keeps nothing of it. The work is done on a thread that may block.
    ///
    /// # Errors
    /// When the bytes are no text and no format that can be read; the error names what was found.
    pub async fn read(
        &self,
        session: &Session,
        input: Unkept,
        about: About,
        how: How<'static>,
    ) -> Result<Reading, AppError> {
        session.may(Action::Read)?;
        let extractor = self.extractor.clone();
        let work = move || read_unkept(&extractor, &input, &about, how);
        tokio::task::spawn_blocking(work).await.map_err(|stopped| AppError::Stopped(stopped.to_string()))?
    }
}

fn read_unkept(extractor: &Extractor, input: &Unkept, about: &About, how: How<'_>) -> Result<Reading, AppError> {
    let known = Known {
        id: about.id.as_deref(),
        language: about.language.as_deref(),
        reference_date: about.reference_date,
        url: about.url.as_deref(),
    };
    match input {
        Unkept::Text(text) => Ok(read_text(text, &known, how)),
        Unkept::File { name, content_type, bytes } => {
            let hint = Hint { file_name: name.as_deref(), content_type: content_type.as_deref() };
            read_bytes(extractor, bytes, &hint, &known, how).map(|(_, reading)| reading)
        }
    }
}

/// How to read, and what to put into a reading beside the claims.
#[derive(Debug, Clone, Copy, Default)]
pub struct How<'a> {
    /// Every number expression.
    pub quantities: bool,
    /// Which rule made each claim and number expression, and by which words.
    pub explain: bool,
    /// Names beside those that every reader knows, and those.
    pub gazetteer: Option<&'a Gazetteer>,
}

/// Reads a text that is text already.
///
/// ```
/// use samesky_app::read::{How, Known, read_text};
/// let reading = read_text("11月19日，15个项目集中签约，总投资204.5亿元。", &Known::default(), How::default());
/// assert!(reading.figures.iter().any(|figure| figure.quote.contains("204.5亿元")));
/// ```
#[must_use]
pub fn read_text(text: &str, known: &Known<'_>, how: How<'_>) -> Reading {
    read_input(input(text, None, known), how)
}

/// Reads several, each for itself, and gives the answers in their order: quicker than one by one.
#[must_use]
pub fn read_texts(texts: &[(&str, Known<'_>)], how: How<'_>) -> Vec<Reading> {
    let inputs: Vec<Input<'_>> = texts.iter().map(|(text, known)| input(text, None, known)).collect();
    read_inputs(&inputs, how)
}

/// Reads bytes of any known format.
///
/// # Errors
/// When the bytes are no text and no format that can be read; the error names what was found.
pub fn read_bytes(
    extractor: &Extractor,
    bytes: &[u8],
    hint: &Hint<'_>,
    known: &Known<'_>,
    how: How<'_>,
) -> Result<(Extracted, Reading), AppError> {
    let extracted = extractor.extract(bytes, hint)?;
    let known = Known {
        language: known.language.or(extracted.language.as_deref()),
        reference_date: known.reference_date.or_else(|| extracted.published.and_then(|date| date.full())),
        url: known.url.or(extracted.source_address.as_deref()),
        ..*known
    };
    let mut reading = read_input(input(&extracted.text, extracted.body.as_deref(), &known), how);
    fill_from_page(&mut reading, &extracted);
    if extracted.format != Format::Text || extracted.encoding != "UTF-8" {
        reading.text = Some(extracted.text.clone());
    }
    reading.remarks.extend(extracted.remarks.iter().cloned());
    Ok((extracted, reading))
}

/// The kept name of an extracted format.
#[must_use]
pub const fn source_format(format: Format) -> SourceFormat {
    match format {
        // Spreadsheets are read as lists, never as announcements.
        Format::Text | Format::Xlsx | Format::Xls | Format::Ods | Format::Csv => SourceFormat::Text,
        Format::Html => SourceFormat::Html,
        Format::Pdf => SourceFormat::Pdf,
        Format::Docx => SourceFormat::Docx,
    }
}

fn input<'a>(text: &'a str, blocks: Option<&'a [Block]>, known: &Known<'a>) -> Input<'a> {
    let Known { id, language, reference_date, url } = *known;
    Input { id, text, language, reference_date, url, blocks }
}

fn read_input(input: Input<'_>, how: How<'_>) -> Reading {
    read_inputs(&[input], how).pop().unwrap_or_default()
}

fn read_inputs(inputs: &[Input<'_>], how: How<'_>) -> Vec<Reading> {
    let options = samesky_reading::Options { quantities: how.quantities, explain: how.explain };
    let gazetteer = how.gazetteer.unwrap_or_else(|| Gazetteer::built_in());
    let mut readings = samesky_reading::read_several(inputs, &options, gazetteer);
    for (input, reading) in zip(inputs, &mut readings) {
        leave_out_too_large(reading);
        reading.checks = samesky_figures::check(&samesky_figures::Claims {
            text: input.text,
            title: reading.title.as_ref(),
            events: &reading.events,
            figures: &reading.figures,
            organisations: &reading.organisations,
            projects: &reading.projects,
        });
    }
    readings
}

/// A number that the ledger could not keep exactly (more than 18 significant digits) becomes a remark, not a claim.
fn leave_out_too_large(reading: &mut Reading) {
    let fits = |value: Decimal| i64::try_from(value.normalize().mantissa()).is_ok();
    let Reading { figures, remarks, .. } = reading;
    figures.retain(|figure| {
        let kept = [Some(figure.value), figure.low, figure.high].into_iter().flatten().all(fits);
        if !kept {
            remarks.push(Remark::new(RemarkCode::NumberTooLarge, &[("quote", &figure.quote)]));
        }
        kept
    });
}

/// What a page says of itself counts where the text says nothing.
fn fill_from_page(reading: &mut Reading, extracted: &Extracted) {
    if reading.title.is_none() {
        reading.title = extracted.title.as_deref().and_then(|title| locate(&extracted.text, title));
    }
    if reading.published.is_none() {
        reading.published = extracted.published.map(|date| Published { date, basis: DateBasis::Published });
    }
    if reading.publisher.is_none() {
        reading.publisher.clone_from(&extracted.publisher);
    }
}

fn locate(text: &str, title: &str) -> Option<Title> {
    let at = text.find(title)?;
    let start = text[..at].chars().count();
    Some(Title { text: title.to_owned(), start, end: start + title.chars().count() })
}
