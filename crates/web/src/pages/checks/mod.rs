//! Checks over figures: what does not hold, first.

pub(in crate::pages) mod list;
pub(in crate::pages) mod row;

use crate::state::WebState;
use axum::Router;
use axum::routing::get;

/// The routes of checks.
pub fn router() -> Router<WebState> {
    Router::new().route(list::LIST, get(list::show))
}
