//! Organisations: the list, one organisation with what is told of it.

mod asked;
mod columns;
mod detail;
mod edit;
mod family;
mod guests;
mod list;
mod values;

use crate::state::WebState;
use axum::Router;
use axum::routing::{get, post};

/// The routes of organisations.
pub fn router() -> Router<WebState> {
    Router::new()
        .route(asked::LIST, get(list::show))
        .route("/organisations/columns", post(columns::choose).get(columns::back_to_list))
        .route("/organisations/{id}", get(detail::show))
        .route("/organisations/{id}/edit", get(edit::show).post(edit::save))
        .route("/organisations/{id}/undo", post(edit::undo))
        .route("/organisations/{id}/guests", get(guests::show).post(guests::invite))
        .route("/organisations/{id}/guests/{account}/remove", post(guests::remove))
}
