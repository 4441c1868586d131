//! Signing in and out.

use super::super::draft::{Draft, Sent, Sheet};
use super::super::frame::{Answer, go};
use super::super::layout::Layout;
use super::entered_by;
use crate::choice::back;
use crate::door::{no_cookie, origin_of};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::section::note;
use crate::ui::{Ctx, Flash, Tone};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};
use serde::Deserialize;

const FORM: &str = "in";

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route("/sign-in", get(show).post(enter)).route("/sign-out", post(leave))
}

#[derive(Deserialize)]
struct Asked {
    next: Option<String>,
}

#[derive(Deserialize)]
struct Credentials {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    next: Option<String>,
}

/// Whoever is somebody already has nothing to do here.
async fn show(State(state): State<WebState>, officer: Officer, ctx: Ctx, Query(asked): Query<Asked>) -> Response {
    if state.session(&officer).is_somebody() {
        return Redirect::to(&back(asked.next.as_deref())).into_response();
    }
    page_of(&state, &ctx, &Draft::default(), asked.next.as_deref()).into_response()
}

async fn enter(
    State(state): State<WebState>,
    ctx: Ctx,
    parts: Parts,
    Sent { form, typed }: Sent<Credentials>,
) -> Answer {
    match state.app().sign_in(&form.email, &form.password, origin_of(&parts)).await {
        Ok(entered) => Ok(entered_by(&state, &entered, &back(form.next.as_deref()), None)),
        Err(failure) => {
            let draft = Draft::refused(&ctx, FORM, typed, failure)?;
            draft.answer(page_of(&state, &ctx, &draft, form.next.as_deref()))
        }
    }
}

async fn leave(State(state): State<WebState>, officer: Officer) -> Answer {
    state.app().sign_out(&state.session(&officer)).await?;
    let answer = go("/sign-in", &Flash::new(Tone::Ok, "flash-signed-out", &[]));
    Ok((CookieJar::new().add(no_cookie()), answer).into_response())
}

fn page_of(state: &WebState, ctx: &Ctx, draft: &Draft, next: Option<&str>) -> Markup {
    let sheet = Sheet::new(ctx, FORM, draft);
    let next = back(next);
    let body = html! {
        (draft.summary(ctx))
        form.form method="post" action="/sign-in" {
            @if next != "/" { input type="hidden" name="next" value=(next); }
            (sheet.field("email", "", |field| field.required().autocomplete("username").email()))
            (sheet.field("password", "", |field| field.required().autocomplete("current-password").password()))
            div.row { (control::submit(Button::Primary, None, &ctx.t("do-sign-in"))) }
        }
        (other_ways(state, ctx, &next))
        @if state.app().mailer().is_some() {
            p { a href="/forgotten" { (ctx.t("forgotten-link")) } }
        } @else {
            (note(&ctx.t("sign-in-forgotten")))
        }
    };
    let ctx = Ctx { here: "/sign-in".to_owned(), ..ctx.clone() };
    let body = html! { div class="stack settings" { (body) } };
    let page = Layout::new(&ctx, ctx.t("sign-in-title")).by(html! { (ctx.t("sign-in-by")) });
    let page = if cfg!(feature = "passkeys") { page.script("passkey.js") } else { page };
    page.render(&body)
}

/// The ways beside the password that this program was built with.
fn other_ways(state: &WebState, ctx: &Ctx, next: &str) -> Markup {
    html! {
        (passkey(ctx, next))
        (service(state, ctx, next))
    }
}

#[cfg(feature = "passkeys")]
fn passkey(ctx: &Ctx, next: &str) -> Markup {
    super::passkeys::button(ctx, next)
}

#[cfg(not(feature = "passkeys"))]
fn passkey(_: &Ctx, _: &str) -> Markup {
    html! {}
}

#[cfg(feature = "oidc")]
fn service(state: &WebState, ctx: &Ctx, next: &str) -> Markup {
    super::service::link(state, ctx, next)
}

#[cfg(not(feature = "oidc"))]
fn service(_: &WebState, _: &Ctx, _: &str) -> Markup {
    html! {}
}
