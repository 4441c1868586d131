//! What everybody sees, without signing in: the list, one record with data for search engines, a feed. Only editions that
//! were confirmed are shown here, and nothing leads into the house.

mod feed;
mod jsonld;
mod list;
mod record;

use crate::state::WebState;
use crate::ui::Ctx;
use axum::Router;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new()
        .route(list::LIST, get(list::show))
        .route("/public/feed.atom", get(feed::show))
        .route("/public/{id}", get(record::show))
}

/// What is said of a page is the same for as long as this does not change.
fn tag(ctx: &Ctx, of: &[&str]) -> String {
    let mut hash = Sha256::new();
    for piece in [ctx.lang.as_str(), ctx.theme.as_str(), crate::assets::address(crate::assets::STYLESHEET)] {
        hash.update(piece);
        hash.update([0]);
    }
    for piece in of {
        hash.update(piece);
        hash.update([0]);
    }
    let hash = hash.finalize();
    format!("\"{}\"", hash.iter().take(12).map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// An answer for everybody. Whoever keeps it asks again each time, so that what is withdrawn is gone at once. Somebody who
/// signed in, or to whom a message is shown, gets a page of their own.
fn answered(ctx: &Ctx, asked: &HeaderMap, tag: &str, body: impl IntoResponse) -> Response {
    if !ctx.chrome.closed || ctx.flash.is_some() {
        return body.into_response();
    }
    let listed = asked.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default();
    let known = listed.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
    let mut answer = if known { StatusCode::NOT_MODIFIED.into_response() } else { body.into_response() };
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    answer
}
