//! Pages: one file each, markup in, markup out.

mod accounts;
pub mod announcements;
mod attachments;
pub mod checks;
pub mod components;
mod content;
mod draft;
pub mod events;
pub mod figures;
pub mod frame;
pub mod history;
pub mod imports;
pub mod layout;
mod lines;
mod lists;
pub mod organisations;
pub mod overview;
pub mod people;
pub mod projects;
mod public;
mod publishing;
pub mod query;
mod records;
pub mod review;
pub mod search;
pub mod settings;
mod sharing;

pub use frame::chrome;

use crate::state::WebState;
use axum::Router;

/// Every page that shows records.
pub fn router() -> Router<WebState> {
    Router::new()
        .merge(overview::router())
        .merge(figures::router())
        .merge(checks::router())
        .merge(announcements::router())
        .merge(imports::router())
        .merge(review::router())
        .merge(events::router())
        .merge(organisations::router())
        .merge(lists::router())
        .merge(people::router())
        .merge(projects::router())
        .merge(attachments::router())
        .merge(history::router())
        .merge(search::router())
        .merge(settings::router())
        .merge(accounts::router())
        .merge(sharing::router())
        .merge(publishing::router())
        .merge(public::router())
        .fallback(frame::nowhere)
}
