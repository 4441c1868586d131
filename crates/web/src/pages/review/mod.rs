//! An announcement's page: its text with the claims marked, beside the claims and the checks.

pub(in crate::pages) mod add;
mod claims;
mod decide;
pub(in crate::pages) mod edit;
mod links;
mod marks;
mod page;
mod source;
mod undo;

use crate::state::WebState;
use axum::Router;
use axum::routing::{get, post};

/// The routes of review.
pub fn router() -> Router<WebState> {
    Router::new()
        .route("/announcements/{id}", get(page::show))
        .route("/announcements/{id}/original", get(source::original))
        .route("/announcements/{id}/source", post(source::describe))
        .route("/announcements/{id}/accept-clear", post(decide::accept_clear))
        .route("/announcements/{id}/undo", post(decide::undo_many))
        .route("/announcements/{id}/claims", post(add::add))
        .route("/claims/{id}/organisation", post(links::choose))
        .route("/claims/{id}", post(decide::decide).get(decide::find))
}
