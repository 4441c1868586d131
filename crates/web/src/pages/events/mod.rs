//! Events: the list, one event with everything that rests on it, joining and separating.

mod change;
mod detail;
mod evidence;
mod facts;
mod list;
mod same;

pub(in crate::pages) use facts::industries;
pub(in crate::pages) use list::{place, places, words};

use crate::state::WebState;
use axum::Router;
use axum::routing::{get, post};

/// The routes of events.
pub fn router() -> Router<WebState> {
    Router::new()
        .route(list::LIST, get(list::show))
        .route("/events/{id}", get(detail::show))
        .route("/events/{id}/join", post(change::join))
        .route("/events/{id}/separate", post(change::separate))
}
