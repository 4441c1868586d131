//! Bringing announcements in: files, pasted text, progress and report.

mod form;
mod report;
mod send;

use crate::state::WebState;
use axum::Router;
use axum::response::Redirect;
use axum::routing::{get, post};

/// The address of both forms.
const HERE: &str = "/imports";

/// The routes of imports.
pub fn router() -> Router<WebState> {
    Router::new()
        .route(HERE, get(form::show).post(send::upload))
        .route("/imports/text", post(send::paste).get(|| async { Redirect::to(HERE) }))
        .route("/imports/{id}", get(report::show))
        .route("/imports/{id}/cancel", post(send::cancel))
}
