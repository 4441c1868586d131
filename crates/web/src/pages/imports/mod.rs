//! Bringing announcements in: files, pasted text, progress and report.

mod form;
mod report;
mod send;

use crate::server::limits::UPLOAD;
use crate::state::WebState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::Redirect;
use axum::routing::{get, post};

/// The address of both forms.
const HERE: &str = "/imports";

/// The routes of imports.
pub fn router() -> Router<WebState> {
    Router::new()
        .route(HERE, get(form::show).post(send::upload).layer(DefaultBodyLimit::max(UPLOAD)))
        .route(
            "/imports/text",
            post(send::paste).get(|| async { Redirect::to(HERE) }).layer(DefaultBodyLimit::max(UPLOAD)),
        )
        .route("/imports/{id}", get(report::show))
        .route("/imports/{id}/cancel", post(send::cancel))
}
