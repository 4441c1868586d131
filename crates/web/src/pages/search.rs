//! One question over everything: announcements, events, organisations, projects, figures.

use super::figures::parts::{full_value, source, what};
use super::frame::Answer;
use super::layout::Layout;
use super::query::address;
use super::records::{names, sources};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::Field;
use crate::ui::section::section;
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, Icon, badge, figure, list, time};
use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use maud::{Markup, html};
use samesky_app::PageOf;
use samesky_app::search::Found;
use serde::Deserialize;

const HERE: &str = "/search";

/// The route of the search.
pub fn router() -> Router<WebState> {
    Router::new().route(HERE, get(show))
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    q: Option<String>,
}

async fn show(State(state): State<WebState>, officer: Officer, ctx: Ctx, Query(asked): Query<Asked>) -> Answer<Markup> {
    let question = asked.q.unwrap_or_default();
    let found = state.app().search(&state.session(&officer), &question).await?;
    Ok(page_of(&ctx, &question, found.as_ref()))
}

fn page_of(ctx: &Ctx, question: &str, found: Option<&Found>) -> Markup {
    let label = ctx.t("search-everything");
    let body = html! {
        form.filters role="search" action=(HERE) {
            (Field::new("q", &label).id("question").value(question).grow().search())
            (control::submit(Button::Primary, Some(Icon::Search), &ctx.t("do-search")))
        }
        @match found {
            None => (list::empty(&ctx.t("search-nothing-asked"), &ctx.t("search-hint"), None)),
            Some(found) if found.total() == 0 => (nothing(ctx, found)),
            Some(found) => div.stack { (groups(ctx, found)) },
        }
    };
    let title = match found {
        Some(found) => ctx.t_with("search-title", &[("words", found.words.as_str().into())]),
        None => ctx.t("search"),
    };
    let layout = Layout::new(ctx, title);
    match found {
        Some(found) => {
            layout.by(html! { (ctx.t_with("search-total", &[("count", found.total().into())])) }).render(&body)
        }
        None => layout.render(&body),
    }
}

fn nothing(ctx: &Ctx, found: &Found) -> Markup {
    list::empty(&ctx.t_with("search-none", &[("words", found.words.as_str().into())]), &ctx.t("search-none-hint"), None)
}

fn groups(ctx: &Ctx, found: &Found) -> Markup {
    html! {
        (group(ctx, "nav-events", "/events", &found.words, &found.events, &[
            Column::new(ctx.t("column-date")), Column::new(ctx.t("column-name")), Column::new(ctx.t("column-place")),
        ], |event| vec![
            Cell::new(match event.date { Some(date) => time::day(ctx.lang, date), None => figure::not_stated(ctx.lang) }),
            Cell::title(names::linked(ctx, &format!("/events/{}", event.id), &event.names, &names::unnamed_event(ctx, event))),
            Cell::new(super::events::places(ctx, &event.places, event.names.first().and_then(|name| name.language.as_deref()))),
        ]))
        (group(ctx, "nav-organisations", "/organisations", &found.words, &found.organisations, &[
            Column::new(ctx.t("column-name")), Column::new(ctx.t("column-kind")),
        ], |one| vec![
            Cell::title(names::linked(ctx, &format!("/organisations/{}", one.id), &one.names, &ctx.t("records-no-name"))),
            Cell::new(html! { (ctx.name(one.kind)) }),
        ]))
        (group(ctx, "nav-projects", "/projects", &found.words, &found.projects, &[
            Column::new(ctx.t("column-project")), Column::new(ctx.t("nav-organisations")), Column::new(ctx.t("column-stage")),
        ], |one| vec![
            Cell::title(names::linked(ctx, &format!("/projects/{}", one.id), &one.names, &ctx.t("figures-unnamed-project"))),
            Cell::wide(super::events::words(ctx, &one.organisations, one.names.first().and_then(|name| name.language.as_deref()))),
            Cell::new(match one.stage { Some(stage) => badge::stage(ctx.lang, stage), None => figure::not_stated(ctx.lang) }),
        ]))
        (group(ctx, "nav-figures", "/figures", &found.words, &found.figures, &[
            Column::new(ctx.t("column-what")), Column::number(ctx.t("column-value")), Column::new(ctx.t("column-class")),
            Column::new(ctx.t("column-source")),
        ], |row| vec![
            Cell::title(html! { a.title href={ "/figures/" (row.figure.id) } { (what(ctx, row)) } }),
            Cell::new(full_value(ctx, row)),
            Cell::new(super::figures::parts::class(ctx, row.figure.money_class)),
            Cell::wide(html! { @for entry in row.entries.iter().take(2) { span.block { (source(ctx, entry)) } } }),
        ]))
        (group(ctx, "nav-announcements", "/announcements", &found.words, &found.announcements, &[
            Column::new(ctx.t("column-title")), Column::new(ctx.t("column-publisher")), Column::new(ctx.t("column-published")),
            Column::new(ctx.t("column-status")),
        ], |one| vec![
            Cell::title(html! {
                a.title href={ "/announcements/" (one.id) } lang=[one.language.as_deref()] { (sources::called(ctx, one)) }
            }),
            Cell::new(sources::publisher(ctx, one)),
            Cell::new(super::figures::parts::published(ctx, one)),
            Cell::new(badge::announcement_state(ctx.lang, one.state)),
        ]))
    }
}

/// The first few of one kind, with the way to all of them; nothing where nothing was found.
fn group<T>(
    ctx: &Ctx,
    key: &str,
    list: &str,
    words: &str,
    page: &PageOf<T>,
    columns: &[Column],
    cells: impl Fn(&T) -> Vec<Cell>,
) -> Markup {
    let rows: Vec<_> = page.items.iter().map(|item| Row::new(cells(item))).collect();
    let title = ctx.t(key);
    let more = page.next.is_some();
    let label = ctx.t_with("search-all", &[("count", page.total.into())]);
    let aside = html! {
        @if more { a href=(address(list, &[("q", words)])) { (label) } }
        @else { span.note { (ctx.t_with("search-found", &[("count", page.total.into())])) } }
    };
    html! { @if !rows.is_empty() { (section(&key.replace("nav-", "found-"), &title, &aside, &dense(ctx.lang, &title, columns, &rows))) } }
}
