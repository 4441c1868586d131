//! The queue, in four lists.

use super::{edition_state, when};
use crate::pages::content;
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::{address, filled};
use crate::pages::sharing::{here, kind_name, named};
use crate::state::{Officer, WebState};
use crate::ui::badge::{Look, badge};
use crate::ui::list::{self, Tab};
use crate::ui::table::{Cell, Column, Row, table};
use crate::ui::{Ctx, Icon, time};
use axum::extract::{Query, State};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::publishing::{Published, Request, Requests};
use samesky_app::{Page, PageOf, Standing};
use serde::Deserialize;

/// The address of the queue.
pub(super) const LIST: &str = "/publishing";

/// Rows of one page: each published one is compared with its record.
const ROWS: u64 = 20;

#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    show: Option<String>,
    after: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    ToConfirm,
    Own,
    Published,
    Withdrawn,
}

const PARTS: [(Part, &str); 4] = [
    (Part::ToConfirm, "to-confirm"),
    (Part::Own, "own"),
    (Part::Published, "published"),
    (Part::Withdrawn, "withdrawn"),
];

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let session = state.session(&officer);
    let confirms = session.can(Action::Confirm);
    let named = |(part, word): &(Part, &str)| (Some(*word) == asked.show.as_deref()).then_some(*part);
    let first = if confirms { Part::ToConfirm } else { Part::Own };
    let part = PARTS.iter().find_map(named).unwrap_or(first);
    let page = Page { after: filled(asked.after.as_ref()), limit: ROWS };
    let app = state.app();
    let shown = match part {
        Part::ToConfirm => requests(&ctx, part, &app.requests(&session, Requests::ToConfirm, &page).await?),
        Part::Own => requests(&ctx, part, &app.requests(&session, Requests::Own, &page).await?),
        Part::Published => published(&ctx, part, &app.publications(&session, Standing::Public, &page).await?),
        Part::Withdrawn => published(&ctx, part, &app.publications(&session, Standing::Withdrawn, &page).await?),
    };
    let tabs: Vec<_> =
        PARTS.iter().filter(|(one, _)| confirms || *one != Part::ToConfirm).map(|one| tab(&ctx, *one, part)).collect();
    let body = html! { (list::tabs(&ctx.t("publishing-title"), &tabs)) (shown) };
    Ok(Layout::new(&ctx, ctx.t("publishing-title"))
        .nav(Nav::Publishing)
        .by(html! { (ctx.t("publishing-by")) })
        .render(&body))
}

fn tab(ctx: &Ctx, (part, word): (Part, &str), current: Part) -> Tab {
    let count = (part == Part::ToConfirm).then_some(ctx.chrome.to_confirm);
    let label = ctx.t(&format!("publishing-{word}"));
    Tab { href: address(LIST, &[("show", word)]), label, count, current: part == current }
}

fn word(part: Part) -> &'static str {
    PARTS.iter().find(|(one, _)| *one == part).map_or("", |(_, word)| word)
}

fn pager<T>(ctx: &Ctx, part: Part, found: &PageOf<T>) -> Markup {
    let at = |cursor: &Option<String>| {
        cursor.as_deref().map(|after| address(LIST, &[("show", word(part)), ("after", after)]))
    };
    let said = ctx.t_with("publishing-count", &[("count", found.total.into())]);
    list::pager_cursor(ctx.lang, &said, at(&found.previous).as_deref(), at(&found.next).as_deref())
}

fn nothing(ctx: &Ctx, part: Part) -> Markup {
    list::empty(&ctx.t(&format!("publishing-none-{}", word(part))), &ctx.t("publishing-none-hint"), None)
}

fn requests(ctx: &Ctx, part: Part, found: &PageOf<Request>) -> Markup {
    if found.items.is_empty() {
        return nothing(ctx, part);
    }
    let columns = [
        Column::new(ctx.t("publishing-what")),
        Column::new(ctx.t("column-kind")),
        Column::new(ctx.t("sharing-team")),
        Column::new(ctx.t("publishing-asked")),
        Column::new(ctx.t("column-status")),
    ];
    let row = |one: &Request| {
        let (title, tag) = content::title(ctx, &one.edition.content);
        Row::new(vec![
            Cell::title(html! { a.title href={ "/publishing/" (one.edition.id) } lang=[tag] { (title) } }),
            Cell::new(html! { (kind_name(ctx.lang, one.publication.record.kind)) }),
            Cell::new(html! { bdi { (named(ctx, &one.team)) } }),
            Cell::new(
                html! { (time::moment(ctx, one.edition.requested.at)) span class="xs mute block" { bdi { (one.edition.requested.by) } } },
            ),
            Cell::new(edition_state(ctx, one.edition.state)),
        ])
    };
    let rows: Vec<_> = found.items.iter().map(row).collect();
    html! { (table(ctx.lang, &ctx.t(&format!("publishing-{}", word(part))), &columns, &rows)) (pager(ctx, part, found)) }
}

fn published(ctx: &Ctx, part: Part, found: &PageOf<Published>) -> Markup {
    if found.items.is_empty() {
        return nothing(ctx, part);
    }
    let columns = [
        Column::new(ctx.t("publishing-what")),
        Column::new(ctx.t("column-kind")),
        Column::new(ctx.t("publishing-since")),
        Column::new(ctx.t("column-status")),
    ];
    let row = |one: &Published| {
        let said = one.edition.as_ref().map(|edition| content::title(ctx, &edition.content));
        let (title, tag) = said.unwrap_or_else(|| (ctx.t("records-no-name"), None));
        let state = match (one.publication.edition.is_some(), one.changed) {
            (true, true) => badge(Look::Warn, Icon::Half, &ctx.t("publishing-changed-short")),
            (true, false) => badge(Look::Ok, Icon::Ok, &ctx.t("publishing-unchanged")),
            (false, _) => badge(Look::Plain, Icon::History, &ctx.t("publishing-withdrawn")),
        };
        Row::new(vec![
            Cell::title(html! { a.title href=(here(one.publication.record)) lang=[tag] { (title) } }),
            Cell::new(html! { (kind_name(ctx.lang, one.publication.record.kind)) }),
            Cell::new(when(ctx, one)),
            Cell::new(
                html! { (state) @if one.publication.edition.is_some() { " " a href={ "/public/" (one.publication.id) } { (ctx.t("publishing-see")) } } },
            ),
        ])
    };
    let rows: Vec<_> = found.items.iter().map(row).collect();
    html! { (table(ctx.lang, &ctx.t(&format!("publishing-{}", word(part))), &columns, &rows)) (pager(ctx, part, found)) }
}
