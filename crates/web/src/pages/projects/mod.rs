//! Projects: the list, one project with its money class by class.

mod detail;
mod list;
mod money;

use crate::state::WebState;
use axum::Router;
use axum::routing::get;

/// The routes of projects.
pub fn router() -> Router<WebState> {
    Router::new().route(list::LIST, get(list::show)).route("/projects/{id}", get(detail::show))
}
