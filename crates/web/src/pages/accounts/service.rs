//! Signing in by another service: the way there, and the way back.

use super::super::frame::{Answer, go};
use super::{entered_by, welcomed};
use crate::choice::back;
use crate::door::{STEP_COOKIE, mail_base, no_step, origin_of, step_cookie};
use crate::lang::error;
use crate::state::WebState;
use crate::ui::control::{self, Button};
use crate::ui::{Ctx, Flash, Tone};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum_extra::extract::CookieJar;
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_app::AppError;
use samesky_app::accounts::{Entered, ServiceAnswer};
use serde::Deserialize;

const THERE: &str = "/sign-in/service";
const BACK: &str = "/sign-in/service/back";

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route(THERE, get(go_there)).route(BACK, get(come_back))
}

#[derive(Deserialize)]
struct Asked {
    next: Option<String>,
}

/// To the service. Where it is not reached the page of signing in says so.
async fn go_there(State(state): State<WebState>, ctx: Ctx, parts: Parts, Query(asked): Query<Asked>) -> Answer {
    let here = format!("{}{BACK}", mail_base(&state, &parts.headers));
    match state.app().to_service(&back(asked.next.as_deref()), &here).await {
        Ok((secret, there)) => {
            Ok((CookieJar::new().add(step_cookie(&state, &secret)), Redirect::to(&there)).into_response())
        }
        Err(failure) => not_in(&ctx, failure),
    }
}

#[derive(Deserialize)]
struct Came {
    #[serde(default)]
    state: String,
    #[serde(default)]
    code: String,
}

async fn come_back(
    State(state): State<WebState>,
    ctx: Ctx,
    jar: CookieJar,
    parts: Parts,
    Query(came): Query<Came>,
) -> Answer {
    let step = jar.get(STEP_COOKIE).map(|cookie| cookie.value().to_owned()).unwrap_or_default();
    let answer = ServiceAnswer { state: came.state, code: came.code };
    match state.app().from_service(&step, &answer, origin_of(&parts)).await {
        Ok((Entered::In(signed_in), next)) => {
            let entered = welcomed(&state, &signed_in, &back(Some(&next)), None);
            Ok((CookieJar::new().add(no_step()), entered).into_response())
        }
        Ok((entered, next)) => Ok(entered_by(&state, &entered, &back(Some(&next)), None)),
        Err(failure) => not_in(&ctx, failure),
    }
}

/// Back to the page of signing in, with what went wrong.
fn not_in(ctx: &Ctx, failure: AppError) -> Answer {
    let flash = match &failure {
        AppError::NotFound { kind: "sign-in-step" } => Flash::new(Tone::Warn, "flash-step-ended", &[]),
        AppError::Invalid(_) => {
            let text = error::app(ctx.lang, &failure);
            Flash::new(Tone::Bad, "flash-not-signed-in", &[("text", text)])
        }
        _ => return Err(failure.into()),
    };
    Ok((CookieJar::new().add(no_step()), go("/sign-in", &flash)).into_response())
}

/// The link on the page of signing in, where a service is named.
pub(super) fn link(state: &WebState, ctx: &Ctx, next: &str) -> Markup {
    let Some(service) = state.app().service() else { return html! {} };
    let way = match next {
        "/" => THERE.to_owned(),
        next => format!("{THERE}?next={}", utf8_percent_encode(next, NON_ALPHANUMERIC)),
    };
    let label = ctx.t_with("do-sign-in-by", &[("name", service.name().into())]);
    html! { div.row { (control::link(Button::Plain, &way, None, &label)) } }
}
