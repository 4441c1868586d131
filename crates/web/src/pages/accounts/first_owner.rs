//! The page behind the link that the starting server prints: it makes the first account.

use super::super::draft::{Draft, Sent, Sheet};
use super::super::frame::Answer;
use super::person::{Newcomer, fields};
use super::{narrow, welcomed};
use crate::door::origin_of;
use crate::state::WebState;
use crate::ui::control::{self, Button};
use crate::ui::section::note;
use crate::ui::{Ctx, Flash, Tone};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::routing::get;
use maud::{Markup, html};
use samesky_app::AppError;

const FORM: &str = "owner";

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route("/first-owner/{secret}", get(show).post(make))
}

async fn show(State(state): State<WebState>, Path(secret): Path<String>, ctx: Ctx) -> Answer<Markup> {
    if !state.app().owner_link_works(&secret).await? {
        return Err(AppError::NotFound { kind: "ticket" }.into());
    }
    Ok(page_of(&ctx, &Draft::default()))
}

async fn make(
    State(state): State<WebState>,
    Path(secret): Path<String>,
    ctx: Ctx,
    parts: Parts,
    Sent { form, typed }: Sent<Newcomer>,
) -> Answer {
    match state.app().make_owner(&secret, form.person(ctx.lang), origin_of(&parts)).await {
        Ok(made) => {
            let said = Flash::new(Tone::Ok, "flash-welcome", &[("name", made.account.name.clone())]);
            Ok(welcomed(&state, &made, "/", Some(&said)))
        }
        Err(failure) => {
            let draft = Draft::refused(&ctx, FORM, typed, failure)?;
            draft.answer(page_of(&ctx, &draft))
        }
    }
}

fn page_of(ctx: &Ctx, draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, FORM, draft);
    let body = html! {
        (draft.summary(ctx))
        form.form method="post" {
            (note(&ctx.t("first-owner-why")))
            (fields(&sheet, &ctx.t("account-password-hint"), None))
            div.row { (control::submit(Button::Primary, None, &ctx.t("do-make-account"))) }
        }
    };
    narrow(ctx, &ctx.t("first-owner-title"), &ctx.t("first-owner-by"), &body)
}
