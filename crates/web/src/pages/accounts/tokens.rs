//! The own tokens for programs.

use super::super::draft::{Draft, Sent, Sheet};
use super::super::frame::{Answer, go};
use super::handed;
use super::profile::{self, HERE};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::Choice;
use crate::ui::section::note;
use crate::ui::table::{Cell, Column, Mark, Row};
use crate::ui::{Ctx, Flash, Tone, table, time};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::post;
use maud::{Markup, html};
use samesky_app::accounts::NewToken;
use samesky_app::{AppError, Session};
use samesky_model::record::{ApiToken, TokenScope};
use serde::Deserialize;

const FORM: &str = "token";

/// The routes.
pub(super) fn router() -> Router<WebState> {
    let back = || async { Redirect::to(HERE) };
    Router::new()
        .route("/profile/tokens", post(make).get(back))
        .route("/profile/tokens/{id}/revoke", post(revoke).get(back))
}

#[derive(Deserialize)]
struct New {
    #[serde(default)]
    name: String,
    #[serde(default)]
    scope: String,
    #[serde(default)]
    days: String,
}

async fn make(State(state): State<WebState>, officer: Officer, ctx: Ctx, Sent { form, typed }: Sent<New>) -> Answer {
    let session = state.session(&officer);
    let scope = form.scope.parse().unwrap_or(TokenScope::Read);
    let new = NewToken { name: form.name, scope, days: form.days.parse().ok() };
    match state.app().make_token(&session, new).await {
        Ok(made) => {
            let shown = handed(&ctx, "token-made", &made.token.name, made.secret.reveal());
            let ctx = Ctx { here: HERE.to_owned(), ..ctx };
            Ok(profile::page(&state, &session, &ctx, &Draft::default(), &shown).await?.into_response())
        }
        Err(failure) => profile::refused(&state, &session, ctx, (FORM, typed), failure).await,
    }
}

async fn revoke(State(state): State<WebState>, officer: Officer, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| AppError::NotFound { kind: "token" })?;
    state.app().revoke_token(&state.session(&officer), id).await?;
    Ok(go(HERE, &Flash::new(Tone::Ok, "flash-token-revoked", &[])))
}

/// The tokens, and the form for another.
pub(super) async fn list(state: &WebState, session: &Session, ctx: &Ctx, draft: &Draft) -> Answer<Markup> {
    let found = state.app().tokens(session).await?;
    let columns = [
        Column::new(ctx.t("column-name")),
        Column::new(ctx.t("token-scope")),
        Column::new(ctx.t("token-seen")),
        Column::new(ctx.t("token-ends")),
        Column::new(""),
    ];
    let rows: Vec<_> = found.iter().map(|one| row(ctx, one)).collect();
    Ok(html! {
        (note(&ctx.t("tokens-why")))
        @if !rows.is_empty() { (table::dense(ctx.lang, &ctx.t("tokens-title"), &columns, &rows)) }
        (form(ctx, draft))
    })
}

fn row(ctx: &Ctx, one: &ApiToken) -> Row {
    let moment = |at: Option<jiff::Timestamp>| at.map_or_else(|| html! { "–" }, |at| time::moment(ctx, at));
    let end = html! {
        @match one.revoked_at {
            Some(at) => { (ctx.t("token-revoked")) " " (time::moment(ctx, at)) },
            None => form method="post" action={ "/profile/tokens/" (one.id) "/revoke" } {
                (control::submit(Button::Small, None, &ctx.t("do-revoke")))
            },
        }
    };
    let cells = vec![
        Cell::title(html! { bdi { (one.name) } }),
        Cell::new(html! { (ctx.name(one.scope)) }),
        Cell::new(moment(one.seen_at)),
        Cell::new(moment(one.ends_at)),
        Cell::new(end),
    ];
    Row::new(cells).mark(if one.revoked_at.is_some() { Mark::Void } else { Mark::None })
}

fn form(ctx: &Ctx, draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, FORM, draft);
    let scopes: Vec<_> = TokenScope::ALL.iter().map(|scope| Choice::new(scope.as_str(), ctx.name(*scope))).collect();
    let days = ["30", "90", "365"].map(|days| Choice::new(days, ctx.t_with("token-in-days", &[("days", days.into())])));
    let days: Vec<_> = days.into_iter().chain([Choice::new("", ctx.t("token-never"))]).collect();
    html! {
        form.form method="post" action="/profile/tokens" {
            div.row {
                (sheet.field("name", "", |field| field.required().text()))
                (sheet.select("scope", &scopes, "read"))
                (sheet.select("days", &days, "90"))
            }
            div.row { (control::submit(Button::Plain, None, &ctx.t("do-make-token"))) }
        }
    }
}
