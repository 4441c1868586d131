//! Pages: one file each, markup in, markup out.

pub mod announcements;
pub mod checks;
pub mod components;
pub mod figures;
pub mod frame;
pub mod imports;
pub mod layout;
pub mod overview;
pub mod query;
pub mod review;

pub use frame::chrome;

use crate::state::WebState;
use axum::Router;

/// Every page that shows records.
pub fn router() -> Router<WebState> {
    Router::new().merge(overview::router()).merge(figures::router()).merge(checks::router()).merge(announcements::router()).merge(imports::router()).merge(review::router()).fallback(frame::nowhere)
}
