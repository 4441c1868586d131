//! What other teams share with the own one.

use super::{kind_name, known, list_of, named};
use crate::pages::content;
use crate::pages::frame::{Answer, Failed};
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::address;
use crate::pages::records::state;
use crate::state::{Officer, WebState};
use crate::ui::section::section;
use crate::ui::{Ctx, list};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use samesky_app::{AppError, Session};
use samesky_model::record::{AnnouncementText, Scope, Shareable};

/// How much there is of each kind, with the way to the lists.
pub(super) async fn list(State(state): State<WebState>, officer: Officer, ctx: Ctx) -> Answer<Markup> {
    let counts = state.app().shared_counts(&state.session(&officer)).await?;
    let total: i64 = counts.iter().map(|(_, count)| count).sum();
    let row = |(kind, count): &(Shareable, i64)| {
        let (place, key) = list_of(*kind);
        let count = ctx.t_with("shared-count", &[("count", (*count).into())]);
        (ctx.t(key), html! { a href=(address(place, &[("scope", Scope::Shared.as_str())])) { (count) } })
    };
    let rows: Vec<_> = counts.iter().map(row).collect();
    let figures = address("/figures", &[("scope", Scope::Shared.as_str())]);
    let body = html! {
        @if total == 0 { (list::empty(&ctx.t("shared-none"), &ctx.t("shared-none-hint"), None)) } @else {
            (list::facts(&rows))
            p { a href=(figures) { (ctx.t("shared-figures")) } }
        }
    };
    Ok(Layout::new(&ctx, ctx.t("shared-title")).nav(Nav::Shared).by(html! { (ctx.t("shared-intro")) }).render(&body))
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path((kind, id)): Path<(String, String)>,
) -> Answer<Markup> {
    let record = known((&kind, &id))?;
    let view = state.app().shared_record(&state.session(&officer), record).await?;
    let (title, tag) = content::title(&ctx, &view.content);
    let body = html! {
        (state::withdrawn(&ctx, view.state))
        div.stack {
            (content::sections(&ctx, &view.content))
            @if let Some(text) = &view.text { (text_of(&ctx, text, tag.as_deref())) }
        }
    };
    let by = ctx.t_with("shared-by", &[("team", named(&ctx, &view.owner).into())]);
    Ok(Layout::new(&ctx, title)
        .title_lang(tag.as_deref())
        .nav(Nav::Shared)
        .crumb("/shared", ctx.t("shared-title"))
        .crumb_here(kind_name(ctx.lang, record.kind))
        .by(html! { (by) })
        .render(&body))
}

pub(super) async fn figure(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<String>,
) -> Answer<Markup> {
    let id = id.parse().map_err(|_| AppError::NotFound { kind: "figure" })?;
    let view = state.app().shared_figure(&state.session(&officer), id).await?;
    let by = ctx.t_with("shared-by", &[("team", named(&ctx, &view.owner).into())]);
    let title = ctx.name(view.figure.measure);
    let body = html! { div.stack { (content::figures(&ctx, &[view.figure], &view.sources)) } };
    Ok(Layout::new(&ctx, title)
        .nav(Nav::Shared)
        .crumb("/shared", ctx.t("shared-title"))
        .crumb_here(ctx.t("nav-figures"))
        .by(html! { (by) })
        .render(&body))
}

fn text_of(ctx: &Ctx, text: &AnnouncementText, tag: Option<&str>) -> Markup {
    let lines = text.text.lines().filter(|line| !line.trim().is_empty());
    let body = html! { div lang=[tag] { @for line in lines { p { (line) } } } };
    section("text", &ctx.t("shared-text"), &html! {}, &body)
}

/// The page of a record that is not the own team's: to where it is shared, if it is. A hidden one and a missing one answer
/// alike.
pub(in crate::pages) async fn or_shared(
    state: &WebState,
    session: &Session,
    (kind, id): (&str, &str),
    failure: AppError,
) -> Answer<Response> {
    if !matches!(failure, AppError::NotFound { .. }) {
        return Err(Failed::from(failure));
    }
    let seen = match kind {
        "figure" => match id.parse() {
            Ok(id) => state.app().shared_figure(session, id).await.is_ok(),
            Err(_) => false,
        },
        _ => match known((kind, id)) {
            Ok(record) => state.app().shared_record(session, record).await.is_ok(),
            Err(_) => false,
        },
    };
    if seen { Ok(Redirect::to(&format!("/shared/{kind}/{id}")).into_response()) } else { Err(Failed::from(failure)) }
}
