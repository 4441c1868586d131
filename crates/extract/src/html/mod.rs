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
use dom_query::Document;

/// Reads a page that is already decoded.
///
/// # Errors
/// Where nothing of the page is text that a reader would see.
pub(crate) fn read(html: &str) -> Answer {
    let document = Document::from(depth::flattened(html).as_ref());
    let about = meta::read(&document);
    let page = lines::read(&document);
    if page.lines.is_empty() {
        return Err(ExtractError::WithoutText { format: Format::Html });
    }
    let choice = choose::choose(&page, &about.titles);
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
