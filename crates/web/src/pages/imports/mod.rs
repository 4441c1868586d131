//! Bringing announcements in: files, pasted text, progress and report.

mod form;
mod report;
mod send;

use crate::state::WebState;
use axum::Router;
use axum::routing::{get, post};

/// The routes of imports.
pub fn router() -> Router<WebState> {
    Router::new()
        .route("/imports", get(form::show).post(send::upload))
        .route("/imports/text", post(send::paste))
        .route("/imports/{id}", get(report::show))
        .route("/imports/{id}/cancel", post(send::cancel))
}
