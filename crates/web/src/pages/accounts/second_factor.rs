//! The second factor of the own account: turning it on and off, recovery codes.

use super::super::draft::{Draft, Sent, Sheet, Typed};
use super::super::frame::{Answer, go};
use super::super::layout::Layout;
use super::qr;
use crate::door::ENROLMENT as HERE;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::message::notice;
use crate::ui::section::{note, section};
use crate::ui::{Ctx, Flash, Tone, time};
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_app::accounts::{Offer, SecondFactor};
use samesky_app::{AppError, Session};
use serde::Deserialize;

const OFFER: &str = "offer";
const CONFIRM: &str = "confirm";
const RENEW: &str = "renew";
const DROP: &str = "drop";

/// The routes.
pub(super) fn router() -> Router<WebState> {
    let back = || async { Redirect::to(HERE) };
    Router::new()
        .route(HERE, get(show))
        .route("/profile/second-factor/offer", post(offer).get(back))
        .route("/profile/second-factor/confirm", post(confirm).get(back))
        .route("/profile/second-factor/renew", post(renew).get(back))
        .route("/profile/second-factor/drop", post(drop).get(back))
}

async fn show(State(state): State<WebState>, officer: Officer, ctx: Ctx) -> Answer<Markup> {
    page(&state, &state.session(&officer), &ctx, &Draft::default(), &html! {}).await
}

#[derive(Deserialize)]
struct Proof {
    #[serde(default)]
    present: String,
}

async fn offer(State(state): State<WebState>, officer: Officer, ctx: Ctx, Sent { form, typed }: Sent<Proof>) -> Answer {
    let session = state.session(&officer);
    match state.app().offer_second_factor(&session, &form.present).await {
        Ok(offer) => Ok(offered(&at_home(ctx), &Draft::default(), &offer).into_response()),
        Err(failure) => refused(&state, &session, ctx, (OFFER, typed), failure).await,
    }
}

#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    code: String,
}

async fn confirm(State(state): State<WebState>, officer: Officer, ctx: Ctx, Sent { form, .. }: Sent<Given>) -> Answer {
    let session = state.session(&officer);
    match state.app().confirm_second_factor(&session, &form.code).await {
        Ok(codes) => Ok(recovery(&at_home(ctx), &codes, true).into_response()),
        Err(failure) => {
            let draft = Draft::refused(&ctx, CONFIRM, Typed::new(), failure)?;
            let offer = state.app().offered(&session).await?;
            draft.answer(offered(&at_home(ctx), &draft, &offer))
        }
    }
}

async fn renew(State(state): State<WebState>, officer: Officer, ctx: Ctx, Sent { form, typed }: Sent<Proof>) -> Answer {
    let session = state.session(&officer);
    match state.app().renew_recovery_codes(&session, &form.present).await {
        Ok(codes) => Ok(recovery(&at_home(ctx), &codes, false).into_response()),
        Err(failure) => refused(&state, &session, ctx, (RENEW, typed), failure).await,
    }
}

async fn drop(State(state): State<WebState>, officer: Officer, ctx: Ctx, Sent { form, typed }: Sent<Proof>) -> Answer {
    let session = state.session(&officer);
    match state.app().drop_second_factor(&session, &form.present).await {
        Ok(()) => Ok(go(HERE, &Flash::new(Tone::Ok, "flash-second-off", &[]))),
        Err(failure) => refused(&state, &session, ctx, (DROP, typed), failure).await,
    }
}

fn at_home(ctx: Ctx) -> Ctx {
    Ctx { here: HERE.to_owned(), ..ctx }
}

async fn refused(
    state: &WebState,
    session: &Session,
    ctx: Ctx,
    (form, typed): (&str, Typed),
    failure: AppError,
) -> Answer {
    let typed = typed.into_iter().filter(|(name, _)| name != "present").collect();
    let draft = Draft::refused(&ctx, form, typed, failure)?;
    let page = page(state, session, &at_home(ctx), &draft, &html! {}).await?;
    draft.answer(page)
}

async fn page(state: &WebState, session: &Session, ctx: &Ctx, draft: &Draft, on_top: &Markup) -> Answer<Markup> {
    let stands = state.app().second_factor(session).await?;
    let body = html! {
        (on_top)
        (draft.summary(ctx))
        @if session.must_enrol { (notice(Tone::Warn, &ctx.t("second-asked"), None)) }
        div class="stack settings" {
            p { (ctx.t("second-why")) }
            @match stands.since {
                None => (proof(ctx, draft, OFFER, (Button::Primary, "do-second-on"))),
                Some(since) => {
                    p { strong { (ctx.t("second-is-on")) } " " (time::moment(ctx, since)) }
                    (section("recovery", &ctx.t("recovery-title"), &html! {}, &renewal(ctx, draft, &stands)))
                    (section("second-off", &ctx.t("second-off"), &html! {}, &html! {
                        @if stands.is_asked { (note(&ctx.t("second-asked"))) }
                        (proof(ctx, draft, DROP, (Button::Danger, "do-second-off")))
                    }))
                },
            }
            @if session.must_enrol {
                form method="post" action="/sign-out" { (control::submit(Button::Plain, None, &ctx.t("do-sign-out"))) }
            }
        }
    };
    Ok(Layout::new(ctx, ctx.t("second-title")).by(html! { (ctx.t("second-by")) }).render(&body))
}

fn renewal(ctx: &Ctx, draft: &Draft, stands: &SecondFactor) -> Markup {
    html! {
        p { (ctx.t_with("recovery-left", &[("left", stands.recovery_left.into())])) }
        (proof(ctx, draft, RENEW, (Button::Plain, "do-renew-recovery")))
    }
}

/// A form that asks for the password and does one thing.
fn proof(ctx: &Ctx, draft: &Draft, form: &str, (look, label): (Button, &str)) -> Markup {
    let sheet = Sheet::new(ctx, form, draft);
    html! {
        form.form method="post" action={ (HERE) "/" (form) } {
            (sheet.field("present", "", |field| field.required().autocomplete("current-password").password()))
            div.row { (control::submit(look, None, &ctx.t(label))) }
        }
    }
}

/// The secret that an app takes over, and the field for its first code.
fn offered(ctx: &Ctx, draft: &Draft, offer: &Offer) -> Markup {
    let sheet = Sheet::new(ctx, CONFIRM, draft);
    let groups: Vec<String> =
        offer.secret.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into()).collect();
    let body = html! {
        (draft.summary(ctx))
        div class="stack settings" {
            p { (ctx.t("second-scan")) }
            (qr::picture(&offer.address, &ctx.t("second-picture")))
            p { (ctx.t("second-type")) " " code.secret { (groups.join(" ")) } }
            form.form method="post" action={ (HERE) "/confirm" } {
                (sheet.field("code", "", |field| field.required().autocomplete("one-time-code").text()))
                div.row { (control::submit(Button::Primary, None, &ctx.t("do-second-on"))) }
            }
        }
    };
    Layout::new(ctx, ctx.t("second-title")).by(html! { (ctx.t("second-by")) }).render(&body)
}

/// The recovery codes, this once.
fn recovery(ctx: &Ctx, codes: &[String], is_first: bool) -> Markup {
    let text = format!("Samesky\n{}\n{}\n", ctx.t("recovery-title"), codes.join("\n"));
    let file = format!("data:text/plain;charset=utf-8,{}", utf8_percent_encode(&text, NON_ALPHANUMERIC));
    let body = html! {
        div class="stack settings" {
            @if is_first { (notice(Tone::Ok, &ctx.t("second-done"), None)) }
            p { (ctx.t("recovery-why")) " " (ctx.t("shown-once")) }
            ol.codes { @for code in codes { li { code.secret { (code) } } } }
            div.row {
                a.btn download="samesky-recovery.txt" href=(file) { (ctx.t_with("do-download", &[("format", "TXT".into())])) }
                (control::print(&ctx.t("do-print")))
                (control::link(Button::Primary, HERE, None, &ctx.t("recovery-kept")))
            }
        }
    };
    Layout::new(ctx, ctx.t("recovery-title")).by(html! { (ctx.t("second-title")) }).render(&body)
}

/// The second factor on the page of the own account.
pub(super) fn summary(ctx: &Ctx, stands: &SecondFactor) -> Markup {
    html! {
        @match stands.since {
            Some(since) => p.note { (ctx.t("second-is-on")) " " (time::moment(ctx, since)) },
            None => (note(&ctx.t("second-is-off"))),
        }
        div.row { (control::link(Button::Plain, HERE, None, &ctx.t("do-second-change"))) }
    }
}
