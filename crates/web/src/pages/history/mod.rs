//! Who changed what, when and why.

mod diff;
mod file;
mod list;
pub(in crate::pages) mod row;
mod value;

use crate::state::WebState;
use axum::Router;
use axum::routing::get;

/// The routes of the history.
pub fn router() -> Router<WebState> {
    Router::new()
        .route(list::LIST, get(list::show))
        .route("/history/export.csv", get(file::csv))
        .route("/history/export.jsonl", get(file::json_lines))
        .route("/history/head.json", get(file::head))
}
