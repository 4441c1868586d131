//! The pages of accounts: becoming somebody, signing in, the own account, the team.

mod first_owner;
mod invitation;
mod members;
mod new_password;
mod person;
mod profile;
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
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};
use samesky_app::accounts::SignedIn;

/// The routes of all of them.
pub(super) fn router() -> Router<WebState> {
    Router::new()
        .merge(first_owner::router())
        .merge(sign_in::router())
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
        None => axum::response::Redirect::to(to).into_response(),
    };
    let jar = in_own_language(signed_in.account.language).add(door::cookie(state, &signed_in.secret));
    (jar, answer).into_response()
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
fn handed(ctx: &Ctx, id: &str, label: &str, secret: &str) -> Markup {
    html! {
        div class="notice ok" role="status" {
            p { strong { (label) } " " (ctx.t("shown-once")) }
            p { output id=(id) { code class="secret" { (secret) } } }
        }
    }
}
