//! What stands around every page: counts in the side list, the officer's name, and a page for what went wrong.

use crate::door::{self, Asker};
use crate::lang::{error, tr};
use crate::pages::layout::Layout;
use crate::state::{DEMO_COOKIE, DEMO_ROLES, Officer, WebState};
use crate::ui::{Chrome, Ctx, Flash, Tone, list};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use jiff::{Timestamp, tz::TimeZone};
use maud::html;
use samesky_app::access::Action;
use samesky_app::overview::Waiting;
use samesky_app::{AppError, Session, StoreError, Who};
use std::sync::Arc;

/// A use case that was not carried out. The frame makes a page of it in the reader's language.
#[derive(Debug, Clone)]
pub struct Failed(Arc<AppError>);

/// What a page's handler answers.
pub type Answer<T = Response> = Result<T, Failed>;

impl From<AppError> for Failed {
    fn from(error: AppError) -> Self {
        Self(Arc::new(error))
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let mut response = status(&self.0).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The status of a failure.
#[must_use]
pub const fn status(error: &AppError) -> StatusCode {
    match error {
        AppError::NotFound { .. } => StatusCode::NOT_FOUND,
        AppError::Conflict { .. } => StatusCode::CONFLICT,
        AppError::Forbidden { .. } => StatusCode::FORBIDDEN,
        AppError::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        AppError::Invalid(_) | AppError::Extract(_) => StatusCode::UNPROCESSABLE_ENTITY,
        AppError::Store(StoreError::BadCursor(_)) => StatusCode::BAD_REQUEST,
        AppError::Store(StoreError::DiskFull) => StatusCode::INSUFFICIENT_STORAGE,
        AppError::Store(StoreError::ReadOnly | StoreError::Unavailable(_)) => StatusCode::SERVICE_UNAVAILABLE,
        AppError::Store(_) | AppError::Stopped(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Puts what the frame shows into the request, and makes a page of a failure.
pub async fn chrome(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(officer) = Officer::from_request_parts(&mut parts, &()).await;
    let session = state.session(&officer);
    let demo_as = state.person(None).map(|_| chosen(&parts.headers));
    parts.extensions.insert(Chrome { demo_as, ..shown(&state, &session).await });
    let Ok(ctx) = Ctx::from_request_parts(&mut parts, &()).await;
    if let Some(Asker(Err(failure))) = parts.extensions.get::<Asker>() {
        return page(&ctx, failure);
    }
    if !session.is_somebody() && !door::is_open(parts.uri.path()) {
        return door::to_sign_in(&parts.method, &ctx.here);
    }
    if session.must_enrol && !door::is_enrolment(parts.uri.path()) {
        return Redirect::to(door::ENROLMENT).into_response();
    }
    if ctx.chrome.guest && parts.uri.path() == "/" {
        return Redirect::to("/public").into_response();
    }
    let response = next.run(Request::from_parts(parts, body)).await;
    match response.extensions().get::<Failed>() {
        Some(Failed(failure)) => page(&ctx, failure),
        None if is_bare(&response) => not_understood(&ctx, response.status()),
        None => response,
    }
}

/// As whom the demonstration is looked at.
fn chosen(headers: &axum::http::HeaderMap) -> &'static str {
    let jar = CookieJar::from_headers(headers);
    let word = jar.get(DEMO_COOKIE).map(|cookie| cookie.value().to_owned());
    let known = |role: &&&'static str| word.as_deref() == Some(**role);
    DEMO_ROLES.iter().find(known).copied().unwrap_or(DEMO_ROLES[0])
}

/// A refusal that no page of ours says: an address with a broken identifier, a form that cannot be read.
fn is_bare(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    response.status().is_client_error() && kind.is_none_or(|kind| kind.starts_with("text/plain"))
}

/// The page for a form that another site sent.
pub async fn foreign(state: &WebState, officer: &Officer, ctx: Ctx) -> Response {
    let ctx = Ctx { chrome: shown(state, &state.session(officer)).await, here: "/".to_owned(), ..ctx };
    saying(&ctx, StatusCode::FORBIDDEN, ctx.t("error-title-foreign"), &ctx.t("error-foreign"))
}

fn not_understood(ctx: &Ctx, status: StatusCode) -> Response {
    saying(ctx, status, ctx.t("error-title-400"), &ctx.t("error-malformed"))
}

async fn shown(state: &WebState, session: &Session) -> Chrome {
    let (now, zone) = (Some(Timestamp::now()), Some(TimeZone::system()));
    let demo = state.settings().demo;
    if !session.is_somebody() || session.must_enrol {
        return Chrome { closed: true, demo, now, zone, ..Chrome::default() };
    }
    let guest = !session.can(Action::Read);
    let waiting = if guest { Ok(Waiting::default()) } else { state.app().waiting(session).await };
    let Waiting { announcements: waiting, contradicted, to_confirm, shared } = waiting.unwrap_or_else(|error| {
        tracing::warn!(%error, "the counts of the side list are not known");
        Waiting::default()
    });
    Chrome {
        to_confirm,
        shared,
        guest,
        demo_as: None,
        team: state.app().team(session).await.map(|team| team.names).unwrap_or_default(),
        officer: Some(session.account.clone()),
        signed_in: matches!(session.who, Who::Account { .. }),
        closed: false,
        waiting,
        contradicted,
        demo,
        now,
        zone: own_zone(state, session).await.or(zone),
    }
}

/// The time zone of whoever signed in, where they chose one.
async fn own_zone(state: &WebState, session: &Session) -> Option<TimeZone> {
    if !matches!(session.who, Who::Account { .. }) {
        return None;
    }
    let zone = state.app().profile(session).await.ok()?.account.time_zone?;
    TimeZone::get(&zone).ok()
}

fn page(ctx: &Ctx, failure: &AppError) -> Response {
    let status = status(failure);
    if status.is_server_error() {
        tracing::error!(error = %failure, "a page could not be made");
    }
    let title = tr(ctx.lang, &format!("error-title-{}", status.as_u16()), &[]);
    saying(ctx, status, title, &error::app(ctx.lang, failure))
}

fn saying(ctx: &Ctx, status: StatusCode, title: String, text: &str) -> Response {
    let back = html! { a.btn href="/" { (ctx.t("nav-overview")) } };
    let body = list::empty(&title, text, Some(back));
    (status, Layout::new(ctx, title).render(&body)).into_response()
}

/// The page for an address that leads nowhere.
pub async fn nowhere(ctx: Ctx) -> Response {
    page(&ctx, &AppError::NotFound { kind: "page" })
}

/// Goes on to another page, which shows the message once.
#[must_use]
pub fn go(to: &str, flash: &Flash) -> Response {
    (CookieJar::new().add(flash.cookie()), Redirect::to(to)).into_response()
}

/// Goes on to another page with what went wrong, where the reader can mend it; other failures get a page of their own.
///
/// # Errors
/// The failure, where staying on the page would not help.
pub fn go_back(ctx: &Ctx, to: &str, failure: AppError) -> Answer {
    match failure {
        AppError::Conflict { .. } | AppError::Invalid(_) | AppError::Extract(_) => {
            let text = error::app(ctx.lang, &failure);
            Ok(go(to, &Flash::new(Tone::Bad, "flash-failed", &[("text", text)])))
        }
        other => Err(other.into()),
    }
}
