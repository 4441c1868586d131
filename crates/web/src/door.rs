//! The door: every request is asked who it is from before anything else looks at it, and whoever is nobody is let to the
//! pages on which one becomes somebody, and to nothing else.

use crate::server::guard;
use crate::server::passage::Passage;
use crate::state::{DEMO_COOKIE, OFFICER_COOKIE, WebState, named};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_app::accounts::{Presented, Secret};
use samesky_app::{AppError, Session, Who};
use samesky_model::record::Origin;
use std::net::SocketAddr;
use std::sync::Arc;

/// The cookie with the secret of a session.
pub const SESSION_COOKIE: &str = "samesky_session";

/// The cookie with the secret of a step before the session.
pub(crate) const STEP_COOKIE: &str = "samesky_step";

/// The header with the officer's name (percent-encoded UTF-8), for programs on this machine while there is no account.
const OFFICER_HEADER: &str = "samesky-officer";

/// Who asks, or why that could not be found out. Everything behind the door finds it in the request.
#[derive(Debug, Clone)]
pub(crate) struct Asker(pub(crate) Result<Session, Arc<AppError>>);

/// Puts the asker into the request. Assets and signs of life need none.
pub(crate) async fn ask(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    if !needs_nobody(parts.uri.path()) {
        let asker = asker(&state, &parts).await;
        parts.extensions.insert(asker);
    }
    next.run(Request::from_parts(parts, body)).await
}

fn needs_nobody(path: &str) -> bool {
    path.starts_with("/assets/") || ["/healthz", "/readyz", "/language", "/theme", "/demo/role"].contains(&path)
}

async fn asker(state: &WebState, parts: &Parts) -> Asker {
    let (headers, origin) = (&parts.headers, || origin_of(parts));
    let jar = CookieJar::from_headers(headers);
    let local = is_local(headers);
    let chosen = jar.get(DEMO_COOKIE).map(Cookie::value);
    let nothing = match state.person(chosen).filter(|_| local) {
        Some(person) => Presented::Cookie(person),
        None => Presented::Nothing { local: local.then_some(state.settings().account.as_str()) },
    };
    let presented = match (bearer(headers), jar.get(SESSION_COOKIE)) {
        (Some(token), _) => Presented::Token(token),
        (None, Some(cookie)) => Presented::Cookie(cookie.value()),
        (None, None) => nothing,
    };
    let mut found = state.app().session_of(presented, origin()).await;
    if let (Ok(session), Presented::Cookie(_)) = (&found, presented)
        && !session.is_somebody()
    {
        // What is left of a session that ended is no hindrance while there is no account.
        found = state.app().session_of(nothing, origin()).await;
    }
    Asker(found.map(|session| as_named(session, headers, &jar)).map_err(Arc::new))
}

/// Whether whoever asks sits at this machine: they name it so, and nothing says that the request was passed on.
fn is_local(headers: &HeaderMap) -> bool {
    let passed_on = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    host.is_none_or(guard::is_known) && !passed_on.iter().any(|name| headers.contains_key(*name))
}

/// At the machine the name that stands behind changes is the one that was given.
fn as_named(session: Session, headers: &HeaderMap, jar: &CookieJar) -> Session {
    if session.who != Who::Local {
        return session;
    }
    let header = headers.get(OFFICER_HEADER).and_then(|value| value.to_str().ok()).and_then(named);
    let cookie = || jar.get(OFFICER_COOKIE).and_then(|cookie| named(cookie.value()));
    match header.or_else(cookie) {
        Some(account) => Session { account, ..session },
        None => session,
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Where a request came from.
pub(crate) fn origin_of(parts: &Parts) -> Origin {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let agent = parts.headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    Origin {
        address: peer.map(|ConnectInfo(peer)| peer.ip().to_string()),
        agent: agent.map(|agent| agent.chars().take(200).collect()),
    }
}

/// Whether nobody may see the page too: what is published, and where one becomes somebody.
pub(crate) fn is_open(path: &str) -> bool {
    let public = path == "/public" || path.strip_prefix("/public/").is_some_and(|rest| !rest.contains('/'));
    public
        || ["/sign-in", "/sign-in/code", "/forgotten"].contains(&path)
        || ["/sign-in/passkey", "/sign-in/passkey/ask", "/sign-in/service", "/sign-in/service/back"].contains(&path)
        || ["/first-owner/", "/invitation/", "/new-password/"].iter().any(|way| path.starts_with(way))
}

/// Whether somebody whose team asks for a second factor may see it without one: where it is turned on, and the way out.
pub(crate) fn is_enrolment(path: &str) -> bool {
    path == "/sign-out" || path == ENROLMENT || path.starts_with("/profile/second-factor/")
}

/// The page of the second factor.
pub(crate) const ENROLMENT: &str = "/profile/second-factor";

/// To the page on which one signs in, and back afterwards where something was only looked at.
pub(crate) fn to_sign_in(method: &Method, here: &str) -> Response {
    if method != Method::GET || here == "/" {
        return Redirect::to("/sign-in").into_response();
    }
    Redirect::to(&format!("/sign-in?next={}", utf8_percent_encode(here, NON_ALPHANUMERIC))).into_response()
}

/// The cookie of a session that begins now. No script reads it, no other site's form sends it, and a browser that is closed
/// forgets it.
pub(crate) fn cookie(state: &WebState, secret: &Secret) -> Cookie<'static> {
    let mut cookie = Cookie::new(SESSION_COOKIE, secret.reveal().to_owned());
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.set_secure(state.is_secure());
    cookie
}

/// The cookie between the password and the code. Nothing but the pages of signing in gets it.
pub(crate) fn step_cookie(state: &WebState, secret: &Secret) -> Cookie<'static> {
    let mut cookie = Cookie::new(STEP_COOKIE, secret.reveal().to_owned());
    cookie.set_path("/sign-in");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.set_secure(state.is_secure());
    cookie
}

/// Takes that cookie away.
pub(crate) fn no_step() -> Cookie<'static> {
    let mut cookie = Cookie::new(STEP_COOKIE, "");
    cookie.set_path("/sign-in");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.make_removal();
    cookie
}

/// Where this server is, without a slash at its end: as the settings say, else as the request named it; the guard has looked
/// at the name.
pub(crate) fn base(state: &WebState, headers: &HeaderMap) -> String {
    if let Some(public) = &state.reach().public {
        return public.base();
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    format!("http://{host}{}", Passage::current().below)
}

/// Where links in mail lead: to the address that the settings name, whatever the request named.
pub(crate) fn mail_base(state: &WebState, headers: &HeaderMap) -> String {
    state.public_base().unwrap_or_else(|| base(state, headers))
}

/// Takes the cookie away.
pub(crate) fn no_cookie() -> Cookie<'static> {
    let mut cookie = Cookie::new(SESSION_COOKIE, "");
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.make_removal();
    cookie
}

#[cfg(test)]
mod tests {
    use super::{is_open, to_sign_in};
    use axum::http::{Method, header};

    fn target(method: &Method, here: &str) -> String {
        let answer = to_sign_in(method, here);
        answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned()
    }

    #[test]
    fn way_to_the_sign_in_remembers_what_was_looked_at() {
        assert_eq!(target(&Method::GET, "/figures?year=2020"), "/sign-in?next=%2Ffigures%3Fyear%3D2020");
        assert_eq!(target(&Method::POST, "/events/1/join"), "/sign-in");
        assert_eq!(target(&Method::GET, "/"), "/sign-in");
    }

    #[test]
    fn open_are_only_the_pages_on_which_one_becomes_somebody() {
        for path in ["/sign-in", "/sign-in/code", "/forgotten", "/first-owner/x", "/invitation/x", "/new-password/x"] {
            assert!(is_open(path), "{path}");
        }
        for path in ["/public", "/public/x"] {
            assert!(is_open(path), "{path}");
        }
        for path in [
            "/",
            "/publishing",
            "/publicx",
            "/public/x/y",
            "/shared",
            "/sign-in/x",
            "/sign-inx",
            "/first-owner",
            "/figures",
            "/sign-out",
            "/profile",
        ] {
            assert!(!is_open(path), "{path}");
        }
    }
}
