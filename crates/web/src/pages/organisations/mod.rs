//! Organisations: the list, one organisation with what is told of it.

mod across;
mod asked;
mod bulk;
mod columns;
mod detail;
mod duplicates;
mod edit;
mod family;
mod guests;
pub(in crate::pages) mod likeness;
mod list;
mod merge;
mod merge_with;
mod pick;
mod quick;
mod split;
mod timeline;
mod values;
mod views;

use crate::state::WebState;
use axum::Router;
use axum::routing::{get, post};

/// The routes of organisations.
pub fn router() -> Router<WebState> {
    Router::new()
        .route(asked::LIST, get(list::show))
        .route(bulk::BULK, post(bulk::preview).get(bulk::back))
        .route("/organisations/bulk/change", post(bulk::make).get(bulk::back))
        .route("/organisations/bulk/undo", post(bulk::undo).get(bulk::back))
        .route(views::VIEWS, get(views::manage).post(views::save))
        .route("/organisations/views/{id}", get(views::open).post(views::change))
        .route("/organisations/columns", post(columns::choose).get(columns::back_to_list))
        .route("/organisations/{id}", get(detail::show))
        .route(quick::NEW, get(quick::show).post(quick::add))
        .route("/organisations/{id}/take-back", post(quick::take_back))
        .route(duplicates::HERE, get(duplicates::show).post(duplicates::answer))
        .route("/organisations/duplicates/look", post(duplicates::look))
        .route("/organisations/{id}/split", get(split::show).post(split::split))
        .route("/organisations/{id}/merge", get(merge::show).post(merge::merge))
        .route("/organisation-merges/{id}/undo", post(merge::undo))
        .route(across::ACROSS, get(across::show).post(across::merge))
        .route("/organisations/across/{id}/undo", post(across::undo).get(across::back))
        .route("/organisations/{id}/edit", get(edit::show).post(edit::save))
        .route("/organisations/{id}/undo", post(edit::undo))
        .route("/organisations/{id}/guests", get(guests::show).post(guests::invite))
        .route("/organisations/{id}/guests/{account}/remove", post(guests::remove))
}
