//! Lists of organisations: bringing one in step by step, the imports so far, taking one back, handing everything out.

mod ended;
mod fields;
mod file;
mod job;
mod kept;
mod mapping;
mod messages;
mod report;
mod send;
mod start;
mod waiting;

use crate::server::limits::UPLOAD;
use crate::state::WebState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use samesky_model::id::ListJobId;
pub(super) use waiting::not_findable;

/// The address of the beginning.
const HERE: &str = "/organisations/import";

/// The routes of lists.
pub(super) fn router() -> Router<WebState> {
    Router::new()
        .route(HERE, get(start::show).post(send::upload).layer(DefaultBodyLimit::max(UPLOAD)))
        .route("/organisations/import/{id}", get(job::show))
        .route("/organisations/import/{id}/map", post(send::map))
        .route("/organisations/import/{id}/decide", post(send::decide))
        .route("/organisations/import/{id}/keep", post(send::keep))
        .route("/organisations/import/{id}/cancel", post(send::cancel))
        .route("/organisations/import/{id}/report.csv", get(file::csv))
        .route("/organisations/import/{id}/report.xlsx", get(file::xlsx))
        .route("/organisations/imported/{id}", get(kept::show))
        .route("/organisations/imported/{id}/undo", post(kept::undo))
        .route("/organisations/export.csv", get(file::export))
}

fn address(id: ListJobId) -> String {
    format!("{HERE}/{id}")
}
