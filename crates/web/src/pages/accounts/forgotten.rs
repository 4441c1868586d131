//! A forgotten password, where mail is sent. The answer is the same, and as quick, whether or not the address is known.

use super::super::draft::{Draft, Sent, Sheet};
use super::super::frame::Answer;
use super::mails::{self, Letter};
use super::narrow;
use crate::door::{mail_base, origin_of};
use crate::state::WebState;
use crate::ui::control::{self, Button};
use crate::ui::message::notice;
use crate::ui::section::note;
use crate::ui::{Ctx, Tone};
use axum::Router;
use axum::extract::State;
use axum::http::request::Parts;
use axum::routing::get;
use maud::{Markup, html};
use samesky_model::record::Origin;
use serde::Deserialize;

const HERE: &str = "/forgotten";
const FORM: &str = "forgotten";

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route(HERE, get(show).post(ask))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    email: String,
}

async fn show(State(state): State<WebState>, ctx: Ctx) -> Markup {
    let sheet = Draft::default();
    let sheet = Sheet::new(&ctx, FORM, &sheet);
    let body = html! {
        @if state.app().mailer().is_some() {
            form.form method="post" action=(HERE) {
                (sheet.field("email", "", |field| field.required().autocomplete("username").email()))
                div.row { (control::submit(Button::Primary, None, &ctx.t("do-mail-link"))) }
            }
        } @else {
            (note(&ctx.t("sign-in-forgotten")))
        }
        p { a href="/sign-in" { (ctx.t("do-sign-in")) } }
    };
    framed(&ctx, &body)
}

async fn ask(State(state): State<WebState>, ctx: Ctx, parts: Parts, Sent { form, .. }: Sent<Asked>) -> Answer<Markup> {
    let origin = origin_of(&parts);
    state.app().ask_for_reset(&origin).await?;
    if state.app().mailer().is_some() {
        let base = mail_base(&state, &parts.headers);
        tokio::spawn(mail_link(state, ctx.clone(), form.email, origin, base));
    }
    let body = html! {
        (notice(Tone::Ok, &ctx.t("forgotten-asked"), None))
        p { a href="/sign-in" { (ctx.t("do-sign-in")) } }
    };
    Ok(framed(&ctx, &body))
}

/// Looks the address up and mails the link; whoever asked has their answer already.
async fn mail_link(state: WebState, ctx: Ctx, email: String, origin: Origin, base: String) {
    match state.app().forgotten(&email, origin).await {
        Ok(Some((account, secret))) => {
            let link = format!("{base}/new-password/{}", secret.reveal());
            let args = [("name", account.name.as_str().into()), ("link", link.as_str().into())];
            let lang = account.language.unwrap_or(ctx.lang);
            let letter = Letter { lang, to: &account.email, kind: "reset", args: &args };
            mails::send(&state, &letter).await;
        }
        Ok(None) => {}
        Err(error) => tracing::error!(%error, "a link for a new password was not made"),
    }
}

fn framed(ctx: &Ctx, body: &Markup) -> Markup {
    let ctx = Ctx { here: HERE.to_owned(), ..ctx.clone() };
    narrow(&ctx, &ctx.t("forgotten-title"), &ctx.t("forgotten-by"), body)
}
