//! Names as each source writes them.

use crate::lang::Lang;
use crate::pages::figures::parts::best_name;
use crate::ui::section::section;
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, Icon, badge, figure};
use maud::{Markup, html};
use samesky_app::ledger::SourceRow;
use samesky_model::id::AnnouncementId;
use samesky_model::record::{EventRecord, WrittenName};

/// The name for a heading with its language: in the reader's language first.
pub(in crate::pages) fn heading(ctx: &Ctx, names: &[WrittenName], fallback: String) -> (String, Option<String>) {
    best_name(ctx.lang, names).map_or((fallback, None), |name| (name.text.clone(), name.language.clone()))
}

/// What an event is called where no source names it: its kind, with the date where there is one.
pub(in crate::pages) fn unnamed_event(ctx: &Ctx, event: &EventRecord) -> String {
    let kind = ctx.name(event.kind);
    match event.date {
        Some(date) => format!("{kind} {}", crate::lang::format::date(ctx.lang, date)),
        None => kind,
    }
}

/// All writings in one cell, the reader's language first; the first one is the link.
pub(in crate::pages) fn linked(ctx: &Ctx, href: &str, names: &[WrittenName], fallback: &str) -> Markup {
    let writings = writings(ctx.lang, names);
    let Some((first, others)) = writings.split_first() else {
        return html! { a.title href=(href) { (fallback) } };
    };
    html! {
        span.names {
            bdi { a.title href=(href) lang=[first.language.as_deref()] { (first.text) } }
            @for name in others.iter().take(2) { span lang=[name.language.as_deref()] { (name.text) } }
            @if others.len() > 2 {
                span { (ctx.t_with("records-more-names", &[("count", (others.len() - 2).into())])) }
            }
        }
    }
}

/// The table of names with the announcements that write them so.
pub(in crate::pages) fn section_of(ctx: &Ctx, names: &[WrittenName], sources: &[SourceRow]) -> Markup {
    let columns =
        [Column::new(ctx.t("column-name")), Column::new(ctx.t("column-language")), Column::new(ctx.t("column-source"))];
    let rows: Vec<_> = writings(ctx.lang, names).iter().map(|name| row(ctx, name, names, sources)).collect();
    let note = html! { span class="note" { (ctx.t("records-names-note")) } };
    let body = html! {
        @if rows.is_empty() { p.note { (ctx.t("records-no-name")) } }
        @else { (dense(ctx.lang, &ctx.t("records-names"), &columns, &rows)) }
    };
    section("names", &ctx.t("records-names"), &note, &body)
}

fn row(ctx: &Ctx, name: &WrittenName, names: &[WrittenName], sources: &[SourceRow]) -> Row {
    let tellers: Vec<_> = names.iter().filter(|other| same(other, name)).map(|other| other.announcement).collect();
    Row::new(vec![
        Cell::title(html! { bdi { (name.text) } }).lang(name.language.as_deref()),
        Cell::new(badge::text_language(ctx.lang, name.language.as_deref())),
        Cell::wide(html! { @for id in tellers {
            span.block { @match id { Some(id) => (teller(ctx, id, sources)), None => (ctx.t("records-name-kept")) } }
        } }),
    ])
}

fn teller(ctx: &Ctx, id: AnnouncementId, sources: &[SourceRow]) -> Markup {
    let known = sources.iter().find(|row| row.announcement.id == id);
    match known {
        Some(row) => {
            let words = format!("/claims/{}", row.claim.id);
            crate::pages::figures::parts::source_of(ctx, &row.announcement, &words)
        }
        None => {
            figure::from(Icon::File, &html! { a href={ "/announcements/" (id) } { (ctx.t("source-announcement")) } })
        }
    }
}

/// Each writing once, the reader's language first.
fn writings(lang: Lang, names: &[WrittenName]) -> Vec<WrittenName> {
    let mut found: Vec<WrittenName> = Vec::new();
    for name in names {
        if !found.iter().any(|known| same(known, name)) {
            found.push(name.clone());
        }
    }
    found.sort_by_key(|name| name.language.as_deref().and_then(Lang::from_tag) != Some(lang));
    found
}

fn same(a: &WrittenName, b: &WrittenName) -> bool {
    a.text == b.text && a.language == b.language
}
