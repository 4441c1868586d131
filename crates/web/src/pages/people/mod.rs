//! People of organisations: one person, entering and changing them, removing, bringing back, erasing.

mod change;
mod detail;
mod entered;
mod form;
mod section;
mod words;

pub(in crate::pages) use section::section_of;

use crate::state::WebState;
use axum::Router;
use axum::routing::{get, post};

/// The routes of people of organisations.
pub fn router() -> Router<WebState> {
    Router::new()
        .route("/organisations/{id}/people/new", get(change::blank).post(change::add))
        .route("/organisations/{id}/people.vcf", get(detail::cards))
        .route("/people/{id}", get(detail::show))
        .route("/people/{id}/edit", get(change::show).post(change::save))
        .route("/people/{id}/undo", post(change::undo))
        .route("/people/{id}/remove", post(change::remove))
        .route("/people/{id}/restore", post(change::restore))
        .route("/people/{id}/erase", post(change::erase))
}
