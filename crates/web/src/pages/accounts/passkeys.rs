//! Passkeys: making them known, taking them away, signing in with one. The browser's part is `assets/passkey.js`; without script
//! there is the password.

use super::super::draft::Sent;
use super::super::frame::{Answer, go};
use super::profile::HERE;
use super::welcomed;
use crate::choice::back;
use crate::door::{base, origin_of};
use crate::lang::error;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::Field;
use crate::ui::section::note;
use crate::ui::table::{Cell, Column, Row};
use crate::ui::{Ctx, Flash, Tone, table, time};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Json, Router};
use maud::{Markup, html};
use samesky_app::accounts::{Assertion, NewPasskey, Page, Question};
use samesky_app::{AppError, Session};
use samesky_model::record::Passkey;
use serde::Deserialize;
use serde_json::json;

/// The routes.
pub(super) fn router() -> Router<WebState> {
    let back = || async { Redirect::to(HERE) };
    Router::new()
        .route("/profile/passkeys", post(add).get(back))
        .route("/profile/passkeys/ask", post(ask_new).get(back))
        .route("/profile/passkeys/{id}/remove", post(remove).get(back))
        .route("/sign-in/passkey", post(enter))
        .route("/sign-in/passkey/ask", post(ask))
}

/// Scheme, host and port of this page, and the host alone.
fn place(state: &WebState, headers: &HeaderMap) -> (String, String) {
    let origin = base(state, headers);
    let authority = origin.split("://").nth(1).unwrap_or_default();
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    let host = host.to_owned();
    (origin, host)
}

fn question(asked: &Question, host: &str) -> serde_json::Value {
    json!({ "step": asked.step.reveal(), "challenge": asked.challenge, "host": host })
}

#[derive(Deserialize)]
struct Proof {
    #[serde(default)]
    present: String,
}

async fn ask_new(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    headers: HeaderMap,
    Sent { form, .. }: Sent<Proof>,
) -> Answer {
    let session = state.session(&officer);
    let profile = state.app().profile(&session).await?;
    let asked = match state.app().ask_for_passkey(&session, &form.present).await {
        Ok(asked) => asked,
        Err(failure @ (AppError::Invalid(_) | AppError::TooMany { .. })) => return Ok(problem(&ctx, &failure)),
        Err(failure) => return Err(failure.into()),
    };
    let known: Vec<_> = state.app().passkeys(&session).await?.into_iter().map(|key| key.credential).collect();
    let mut said = question(&asked, &place(&state, &headers).1);
    said["user"] = profile.account.id.to_string().into();
    said["email"] = profile.account.email.into();
    said["name"] = profile.account.name.into();
    said["known"] = known.into();
    Ok(Json(said).into_response())
}

fn problem(ctx: &Ctx, failure: &AppError) -> Response {
    let status = super::super::frame::status(failure);
    (status, Json(json!({ "problem": error::app(ctx.lang, failure) }))).into_response()
}

#[derive(Deserialize)]
struct Made {
    #[serde(default)]
    step: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    client_data: String,
    #[serde(default)]
    authenticator_data: String,
}

async fn add(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    headers: HeaderMap,
    Sent { form, .. }: Sent<Made>,
) -> Answer {
    let (origin, host) = place(&state, &headers);
    let page = Page { origin: &origin, host: &host };
    let new =
        NewPasskey { name: form.name, client_data: form.client_data, authenticator_data: form.authenticator_data };
    match state.app().add_passkey(&state.session(&officer), &form.step, page, new).await {
        Ok(()) => Ok(go(HERE, &Flash::new(Tone::Ok, "flash-passkey-made", &[]))),
        Err(failure) => super::super::frame::go_back(&ctx, HERE, failure),
    }
}

async fn remove(State(state): State<WebState>, officer: Officer, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| AppError::NotFound { kind: "passkey" })?;
    state.app().remove_passkey(&state.session(&officer), id).await?;
    Ok(go(HERE, &Flash::new(Tone::Ok, "flash-passkey-removed", &[])))
}

async fn ask(State(state): State<WebState>, headers: HeaderMap) -> Answer {
    let asked = state.app().ask_passkey().await?;
    Ok(Json(question(&asked, &place(&state, &headers).1)).into_response())
}

#[derive(Deserialize)]
struct Signed {
    #[serde(default)]
    step: String,
    next: Option<String>,
    #[serde(default)]
    credential: String,
    #[serde(default)]
    client_data: String,
    #[serde(default)]
    authenticator_data: String,
    #[serde(default)]
    signature: String,
}

async fn enter(State(state): State<WebState>, ctx: Ctx, parts: Parts, Sent { form, .. }: Sent<Signed>) -> Answer {
    let (origin, host) = place(&state, &parts.headers);
    let Signed { step, next, credential, client_data, authenticator_data, signature } = form;
    let given = Assertion { credential, client_data, authenticator_data, signature };
    let page = Page { origin: &origin, host: &host };
    match state.app().sign_in_by_passkey(&step, page, &given, origin_of(&parts)).await {
        Ok(signed_in) => Ok(welcomed(&state, &signed_in, &back(next.as_deref()), None)),
        Err(AppError::NotFound { .. }) => Ok(go("/sign-in", &Flash::new(Tone::Warn, "flash-step-ended", &[]))),
        Err(failure @ AppError::Invalid(_)) => {
            let text = error::app(ctx.lang, &failure);
            Ok(go("/sign-in", &Flash::new(Tone::Bad, "flash-not-signed-in", &[("text", text)])))
        }
        Err(failure) => Err(failure.into()),
    }
}

/// The button on the page of signing in. It shows itself where the browser can do it.
pub(super) fn button(ctx: &Ctx, next: &str) -> Markup {
    html! {
        form.form method="post" action="/sign-in/passkey" data-passkey="use" data-ask="/sign-in/passkey/ask" data-failed=(ctx.t("passkey-failed")) hidden {
            @if next != "/" { input type="hidden" name="next" value=(next); }
            div.row { (control::submit(Button::Plain, None, &ctx.t("do-sign-in-passkey"))) }
            output.note {}
        }
    }
}

/// The own passkeys, and the form for another.
pub(super) async fn list(state: &WebState, session: &Session, ctx: &Ctx) -> Answer<Markup> {
    let found = state.app().passkeys(session).await?;
    let columns = [
        Column::new(ctx.t("column-name")),
        Column::new(ctx.t("sessions-since")),
        Column::new(ctx.t("sessions-seen")),
        Column::new(""),
    ];
    let rows: Vec<_> = found.iter().map(|one| row(ctx, one)).collect();
    Ok(html! {
        (note(&ctx.t("passkeys-why")))
        @if !rows.is_empty() { (table::dense(ctx.lang, &ctx.t("passkeys-title"), &columns, &rows)) }
        (new(ctx))
    })
}

fn row(ctx: &Ctx, one: &Passkey) -> Row {
    let remove = html! {
        form method="post" action={ "/profile/passkeys/" (one.id) "/remove" } {
            (control::submit(Button::Small, None, &ctx.t("do-remove-passkey")))
        }
    };
    let used = one.used_at.map_or_else(|| html! { "–" }, |at| time::moment(ctx, at));
    Row::new(vec![
        Cell::title(html! { bdi { (one.name) } }),
        Cell::new(time::moment(ctx, one.created_at)),
        Cell::new(used),
        Cell::new(remove),
    ])
}

fn new(ctx: &Ctx) -> Markup {
    let (name, present, hint) = (ctx.t("column-name"), ctx.t("account-present"), ctx.t("passkey-name-hint"));
    html! {
        form.form.settings method="post" action="/profile/passkeys" data-passkey="make" data-ask="/profile/passkeys/ask" data-failed=(ctx.t("passkey-failed")) hidden {
            (Field::new("name", &name).id("name-passkey").hint(&hint).required().text())
            (Field::new("present", &present).id("present-passkey").required().autocomplete("current-password").password())
            div.row { (control::submit(Button::Plain, None, &ctx.t("do-make-passkey"))) }
            output.note {}
        }
        noscript { (note(&ctx.t("passkey-no-script"))) }
    }
}
