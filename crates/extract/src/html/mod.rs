//! Web pages: the article's words out of everything that stands around them.
//!
//! The page becomes lines ([`lines`]), each line gets a weight ([`weigh`]), the best run of lines is the article
//! ([`choose`]), and what the page says of itself comes from its head ([`meta`]).

mod choose;
mod depth;
mod lines;
mod meta;
mod names;
mod stated_date;
mod weigh;
mod words;

use crate::wire::{Answer, Found};
use crate::{ExtractError, Format};
use choose::Choice;
use dom_query::Document;
use lines::Page;

/// Reads a page that is already decoded.
///
/// # Errors
/// Where nothing of the page is text that a reader would see.
pub(crate) fn read(html: &str) -> Answer {
    let document = Document::from(depth::flattened(html).as_ref());
    let about = meta::read(&document);
    let (page, choice) = chosen(&document, &about.titles);
    if page.lines.is_empty() {
        return Err(ExtractError::WithoutText { format: Format::Html });
    }
    let (text, body) = choice.write(&page);
    Ok(Found {
        text,
        body: body.map(|block| vec![block]),
        title: choice.title(&page).or_else(|| about.titles.into_iter().next()),
        language: about.language,
        source_address: about.address,
        publisher: about.publisher,
        published: about.published,
        remarks: Vec::new(),
    })
}

/// The page as it shows itself; where no article shows, the page with what it holds back.
fn chosen(document: &Document, titles: &[String]) -> (Page, Choice) {
    let look = |veiled| {
        let page = lines::read(document, veiled);
        let choice = choose::choose(&page, titles);
        (page, choice)
    };
    let (page, choice) = look(false);
    if choice.is_article() {
        return (page, choice);
    }
    let unveiled = look(true);
    if unveiled.1.is_article() { unveiled } else { (page, choice) }
}
