//! Organisations: the list, one organisation with what is told of it.

mod detail;
mod list;

use crate::state::WebState;
use axum::Router;
use axum::routing::get;

/// The routes of organisations.
pub fn router() -> Router<WebState> {
    Router::new().route(list::LIST, get(list::show)).route("/organisations/{id}", get(detail::show))
}
