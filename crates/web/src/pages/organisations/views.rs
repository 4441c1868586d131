//! Saved views of the list of organisations.

use super::asked::{Asked, LIST};
use super::columns::{self, Shown};
use crate::pages::frame::{Answer, go, go_back};
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::address;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::{Field, tick};
use crate::ui::table::{Cell, Column, Row, table};
use crate::ui::{Ctx, Flash, Tone, list, time};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::organisations::views::{NewView, SavedView};
use samesky_model::id::SavedViewId;
use serde::Deserialize;

/// The address of the views.
pub(super) const VIEWS: &str = "/organisations/views";

/// The views as links above the list, and the form that saves what is shown.
pub(super) fn bar(ctx: &Ctx, asked: &Asked, shown: &[Shown], views: &[SavedView], may_save: bool) -> Markup {
    html! {
        @if !views.is_empty() || may_save {
            nav.row aria-label=(ctx.t("views")) {
                @for view in views { a class="btn small" href={ (VIEWS) "/" (view.id) } { bdi { (view.name) } } }
                @if may_save { (save_form(ctx, asked, shown)) }
                @if !views.is_empty() && may_save { (control::link(Button::Quiet, VIEWS, None, &ctx.t("views-manage"))) }
            }
        }
    }
}

fn save_form(ctx: &Ctx, asked: &Asked, shown: &[Shown]) -> Markup {
    html! {
        details class="menu choose" {
            summary class="btn small" { (ctx.t("views-save")) }
            form.stack method="post" action=(VIEWS) {
                @for (name, value) in asked.pairs().iter().filter(|(_, value)| !value.is_empty()) {
                    input type="hidden" name={ "ask-" (name) } value=(value);
                }
                input type="hidden" name="ask-columns" value=(columns::words(shown).join("."));
                (Field::new("name", &ctx.t("views-name")).id("view-name").required().text())
                (tick("of_team", "yes", &ctx.t("views-of-team"), false))
                (control::submit(Button::Plain, None, &ctx.t("do-save")))
            }
        }
    }
}

/// Shows a view: its columns become the reader's, and the list is asked what it asks.
pub(super) async fn open(State(state): State<WebState>, officer: Officer, Path(id): Path<SavedViewId>) -> Answer {
    let views = state.app().saved_views(&state.session(&officer)).await?;
    let missing = || samesky_app::AppError::NotFound { kind: "saved_view" };
    let view = views.iter().find(|view| view.id == id).ok_or_else(missing)?;
    let pairs: Vec<(&str, &str)> = view.content.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let own = pairs.iter().filter(|(name, _)| Asked::default().pairs().iter().any(|(known, _)| known == name));
    let to = address(LIST, &own.copied().collect::<Vec<_>>());
    let shown = view.content.get("columns").map(|words| columns::of_words(words.split('.')));
    let jar = shown.map_or_else(CookieJar::new, |shown| CookieJar::new().add(columns::cookie(&shown)));
    Ok((jar, Redirect::to(&to)).into_response())
}

/// Saves what is shown.
pub(super) async fn save(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Form(typed): Form<Vec<(String, String)>>,
) -> Answer {
    let said = |wanted: &str| typed.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
    let asked = typed.iter().filter_map(|(name, value)| Some((name.strip_prefix("ask-")?.to_owned(), value.clone())));
    let new = NewView {
        name: said("name").unwrap_or_default(),
        of_team: said("of_team").is_some(),
        content: asked.collect(),
    };
    match state.app().save_view(&state.session(&officer), new).await {
        Ok(view) => {
            let said = Flash::new(Tone::Ok, "flash-view-saved", &[("name", view.name)]);
            Ok(go(&format!("{VIEWS}/{}", view.id), &said))
        }
        Err(failure) => go_back(&ctx, LIST, failure),
    }
}

/// All views, with what can be done with them.
pub(super) async fn manage(State(state): State<WebState>, officer: Officer, ctx: Ctx) -> Answer {
    let session = state.session(&officer);
    let views = state.app().saved_views(&session).await?;
    let may = session.can(Action::Write);
    let columns = ["column-name", "views-whose", "records-since", "views-change"].map(|key| Column::new(ctx.t(key)));
    let rows: Vec<_> = views.iter().map(|view| row(&ctx, view, may)).collect();
    let body = html! {
        @if rows.is_empty() { (list::empty(&ctx.t("views-none"), &ctx.t("views-hint"), None)) }
        @else { (table(ctx.lang, &ctx.t("views"), &columns, &rows)) }
    };
    let page = Layout::new(&ctx, ctx.t("views"))
        .nav(Nav::Organisations)
        .crumb(LIST, ctx.t("nav-organisations"))
        .crumb_here(ctx.t("views"))
        .render(&body);
    Ok(page.into_response())
}

fn row(ctx: &Ctx, view: &SavedView, may: bool) -> Row {
    let here = format!("{VIEWS}/{}", view.id);
    let whose = ctx.t(if view.account.is_some() { "views-own" } else { "views-team" });
    let field = format!("name-{}", view.id);
    Row::new(vec![
        Cell::title(html! { a.title href=(here) { bdi { (view.name) } } }),
        Cell::new(html! { (whose) span class="xs mute block" { bdi { (ctx.who(&view.created.by)) } } }),
        Cell::new(time::moment(ctx, view.created.at)),
        Cell::wide(html! {
            @if may {
                form.row method="post" action=(here) {
                    input type="hidden" name="version" value=(view.version);
                    label.sr for=(field) { (ctx.t("views-name")) }
                    input type="text" id=(field) name="name" value=(view.name) required;
                    (control::submit_as(Button::Small, ("do", "rename"), None, &ctx.t("views-rename")))
                    (control::submit_as(Button::Small, ("do", "remove"), None, &ctx.t("views-remove")))
                }
            }
        }),
    ])
}

#[derive(Debug, Deserialize)]
pub(super) struct Change {
    version: i64,
    #[serde(default)]
    name: String,
    #[serde(default, rename = "do")]
    action: String,
}

/// Renames a view, or takes it away.
pub(super) async fn change(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<SavedViewId>,
    Form(form): Form<Change>,
) -> Answer<Response> {
    let session = state.session(&officer);
    let done = if form.action == "remove" {
        state.app().remove_saved_view(&session, id).await.map(|()| "flash-view-removed")
    } else {
        let renamed = state.app().rename_saved_view(&session, id, form.version, &form.name).await;
        renamed.map(|_| "flash-view-renamed")
    };
    match done {
        Ok(said) => Ok(go(VIEWS, &Flash::new(Tone::Ok, said, &[]))),
        Err(failure) => go_back(&ctx, VIEWS, failure),
    }
}
