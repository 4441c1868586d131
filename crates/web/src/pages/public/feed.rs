//! What is published as an Atom feed (RFC 4287), the last confirmed first.

use super::answered;
use crate::door::base;
use crate::pages::content;
use crate::pages::frame::Answer;
use crate::pages::sharing::{kind_name, named};
use crate::state::WebState;
use crate::ui::Ctx;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use jiff::Timestamp;
use samesky_app::Page;
use samesky_app::publishing::{PublicFilter, PublicRecord};
use std::fmt::Write;

/// Entries of the feed at most.
const ENTRIES: u64 = 100;

pub(super) async fn show(State(state): State<WebState>, ctx: Ctx, headers: HeaderMap) -> Answer {
    let found = state.app().public_records(&PublicFilter::default(), &Page::first(ENTRIES)).await?;
    let text = feed(&ctx, &base(&state, &headers), &found.items);
    let tag = super::tag(&ctx, &[&text]);
    let kind = [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")];
    Ok(answered(&ctx, &headers, &tag, (kind, text)))
}

fn feed(ctx: &Ctx, base: &str, records: &[PublicRecord]) -> String {
    let updated = records.iter().map(|one| one.publication.changed_at).max().unwrap_or(Timestamp::UNIX_EPOCH);
    let (title, base) = (xml(&ctx.t("public-title")), xml(base));
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{title}</title>\n<id>{base}/public</id>\n<updated>{updated}</updated>\n\
         <link rel=\"self\" href=\"{base}/public/feed.atom\"/>\n<link href=\"{base}/public\"/>\n",
        ctx.lang.as_str()
    );
    for one in records {
        let (title, tag) = content::title(ctx, &one.edition.content);
        let lang = tag.map(|tag| format!(" xml:lang=\"{}\"", xml(&tag))).unwrap_or_default();
        let id = one.publication.id;
        let _ = write!(
            text,
            "<entry>\n<title{lang}>{}</title>\n<id>urn:uuid:{id}</id>\n<updated>{}</updated>\n\
             <link href=\"{base}/public/{id}\"/>\n<author><name>{}</name></author>\n<category term=\"{}\" label=\"{}\"/>\n</entry>\n",
            xml(&title),
            one.publication.changed_at,
            xml(&named(ctx, &one.team)),
            one.publication.record.kind,
            xml(&kind_name(ctx.lang, one.publication.record.kind)),
        );
    }
    text.push_str("</feed>\n");
    text
}

/// Text in XML: characters that mean something there are written otherwise, those that XML has no place for are left out.
fn xml(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::xml;

    #[test]
    fn xml_of_hostile_text_has_no_mark_and_no_control_character() {
        assert_eq!(xml("<a href=\"x\">&\u{0}\u{b}架空\u{ffff}"), "&lt;a href=&quot;x&quot;&gt;&amp;架空");
    }
}
