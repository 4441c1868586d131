//! The page behind a link for a new password.

use super::super::draft::{Draft, Sent, Sheet};
use super::super::frame::{Answer, go};
use super::narrow;
use super::person::new_password;
use crate::door::origin_of;
use crate::state::WebState;
use crate::ui::control::{self, Button};
use crate::ui::{Ctx, Flash, Tone};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::routing::get;
use maud::{Markup, html};
use samesky_model::record::Account;
use serde::Deserialize;

const FORM: &str = "reset";

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route("/new-password/{secret}", get(show).post(set))
}

#[derive(Deserialize)]
struct New {
    #[serde(default)]
    password: String,
}

async fn show(State(state): State<WebState>, Path(secret): Path<String>, ctx: Ctx) -> Answer<Markup> {
    let account = state.app().resetting(&secret).await?;
    Ok(page_of(&ctx, &account, &Draft::default()))
}

async fn set(
    State(state): State<WebState>,
    Path(secret): Path<String>,
    ctx: Ctx,
    parts: Parts,
    Sent { form, typed }: Sent<New>,
) -> Answer {
    match state.app().reset_password(&secret, &form.password, origin_of(&parts)).await {
        Ok(()) => Ok(go("/sign-in", &Flash::new(Tone::Ok, "flash-password-set", &[]))),
        Err(failure) => {
            let draft = Draft::refused(&ctx, FORM, typed, failure)?;
            let account = state.app().resetting(&secret).await?;
            draft.answer(page_of(&ctx, &account, &draft))
        }
    }
}

fn page_of(ctx: &Ctx, account: &Account, draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, FORM, draft);
    let body = html! {
        (draft.summary(ctx))
        form.form method="post" {
            (new_password(&sheet, "password", &ctx.t("account-password-hint")))
            div.row { (control::submit(Button::Primary, None, &ctx.t("do-save"))) }
        }
    };
    narrow(ctx, &ctx.t("new-password-title"), &account.name, &body)
}
