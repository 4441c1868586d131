//! The pages of accounts: becoming somebody, signing in, the own account, the team.

mod code;
mod first_owner;
mod forgotten;
mod invitation;
mod mails;
mod members;
mod new_password;
#[cfg(feature = "passkeys")]
mod passkeys;
mod person;
mod profile;
mod qr;
mod second_factor;
#[cfg(feature = "oidc")]
mod service;
mod sessions;
mod sign_in;
mod team;
mod tokens;

use super::frame::go;
use super::layout::Layout;
use crate::choice::kept;
use crate::door;
use crate::lang::{Lang, choose};
use crate::state::WebState;
use crate::ui::{Ctx, Flash};
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_app::accounts::{Entered, SignedIn};

/// The routes of all of them.
pub(super) fn router() -> Router<WebState> {
    let router = Router::new();
    #[cfg(feature = "passkeys")]
    let router = router.merge(passkeys::router());
    #[cfg(feature = "oidc")]
    let router = router.merge(service::router());
    router
        .merge(first_owner::router())
        .merge(sign_in::router())
        .merge(code::router())
        .merge(forgotten::router())
        .merge(second_factor::router())
        .merge(invitation::router())
        .merge(new_password::router())
        .merge(profile::router())
        .merge(sessions::router())
        .merge(tokens::router())
        .merge(team::router())
        .merge(members::router())
}

/// Goes on as somebody who is signed in.
fn welcomed(state: &WebState, signed_in: &SignedIn, to: &str, flash: Option<&Flash>) -> Response {
    let answer = match flash {
        Some(flash) => go(to, flash),
        None => Redirect::to(to).into_response(),
    };
    let jar = in_own_language(signed_in.account.language).add(door::cookie(state, &signed_in.secret));
    (jar, answer).into_response()
}

/// Goes on as somebody who is signed in, or to the code that is still asked for.
fn entered_by(state: &WebState, entered: &Entered, to: &str, flash: Option<&Flash>) -> Response {
    match entered {
        Entered::In(signed_in) => welcomed(state, signed_in, to, flash),
        Entered::Code(secret) => {
            let way = match to {
                "/" => "/sign-in/code".to_owned(),
                to => format!("/sign-in/code?next={}", utf8_percent_encode(to, NON_ALPHANUMERIC)),
            };
            (CookieJar::new().add(door::step_cookie(state, secret)), Redirect::to(&way)).into_response()
        }
    }
}

/// From now on the pages speak the language that the account chose.
fn in_own_language(chosen: Option<Lang>) -> CookieJar {
    let jar = CookieJar::new();
    match chosen {
        Some(lang) => jar.add(kept(choose::COOKIE, lang.as_str())),
        None => jar,
    }
}

/// A page with one narrow form on it.
fn narrow(ctx: &Ctx, title: &str, by: &str, body: &Markup) -> Markup {
    let body = html! { div class="stack settings" { (body) } };
    Layout::new(ctx, title).by(html! { (by) }).render(&body)
}

/// A secret that is shown once, to be handed over.
pub(in crate::pages) fn handed(ctx: &Ctx, id: &str, label: &str, secret: &str) -> Markup {
    html! {
        div class="notice ok" role="status" {
            p { strong { (label) } " " (ctx.t("shown-once")) }
            p { output id=(id) { code class="secret" { (secret) } } }
        }
    }
}
