//! Who changed what, when and why.

mod diff;
mod list;
pub(in crate::pages) mod row;
mod value;

use crate::state::WebState;
use axum::Router;
use axum::routing::get;

/// The routes of the history.
pub fn router() -> Router<WebState> {
    Router::new().route(list::LIST, get(list::show))
}
