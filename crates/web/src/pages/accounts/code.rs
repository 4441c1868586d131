//! The page between the password and the session: the code of the second factor.

use super::super::draft::{Draft, Sent, Sheet};
use super::super::frame::{Answer, go};
use super::{narrow, welcomed};
use crate::choice::back;
use crate::door::{STEP_COOKIE, no_step, origin_of};
use crate::state::WebState;
use crate::ui::control::{self, Button};
use crate::ui::section::note;
use crate::ui::{Ctx, Flash, Tone};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum_extra::extract::CookieJar;
use maud::{Markup, html};
use samesky_app::AppError;
use serde::Deserialize;

const HERE: &str = "/sign-in/code";
const FORM: &str = "step";

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route(HERE, get(show).post(give))
}

#[derive(Deserialize)]
struct Asked {
    next: Option<String>,
}

#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    code: String,
    next: Option<String>,
}

async fn show(State(state): State<WebState>, ctx: Ctx, jar: CookieJar, Query(asked): Query<Asked>) -> Answer {
    let Some(step) = jar.get(STEP_COOKIE) else { return Ok(again()) };
    if !state.app().waits_for_code(step.value()).await? {
        return Ok(again());
    }
    Ok(page_of(&ctx, &Draft::default(), asked.next.as_deref()).into_response())
}

async fn give(
    State(state): State<WebState>,
    ctx: Ctx,
    jar: CookieJar,
    parts: Parts,
    Sent { form, typed }: Sent<Given>,
) -> Answer {
    let Some(step) = jar.get(STEP_COOKIE) else { return Ok(again()) };
    match state.app().give_code(step.value(), &form.code, origin_of(&parts)).await {
        Ok(signed_in) => {
            let entered = welcomed(&state, &signed_in, &back(form.next.as_deref()), None);
            Ok((CookieJar::new().add(no_step()), entered).into_response())
        }
        Err(AppError::NotFound { .. }) => Ok(again()),
        Err(failure) => {
            // A code is never shown again, not even a wrong one.
            let typed = typed.into_iter().filter(|(name, _)| name != "code").collect();
            let draft = Draft::refused(&ctx, FORM, typed, failure)?;
            draft.answer(page_of(&ctx, &draft, form.next.as_deref()))
        }
    }
}

/// Back to the password.
fn again() -> Response {
    let answer = go("/sign-in", &Flash::new(Tone::Warn, "flash-step-ended", &[]));
    (CookieJar::new().add(no_step()), answer).into_response()
}

fn page_of(ctx: &Ctx, draft: &Draft, next: Option<&str>) -> Markup {
    let sheet = Sheet::new(ctx, FORM, draft);
    let (next, hint) = (back(next), ctx.t("code-hint"));
    let body = html! {
        (draft.summary(ctx))
        form.form method="post" action=(HERE) {
            @if next != "/" { input type="hidden" name="next" value=(next); }
            (sheet.field("code", "", |field| field.required().hint(&hint).autocomplete("one-time-code").text()))
            div.row { (control::submit(Button::Primary, None, &ctx.t("do-sign-in"))) }
        }
        (note(&ctx.t("code-lost")))
    };
    narrow(&Ctx { here: "/sign-in".to_owned(), ..ctx.clone() }, &ctx.t("code-title"), &ctx.t("code-by"), &body)
}
