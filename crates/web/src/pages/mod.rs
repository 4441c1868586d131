//! Pages: one file each, markup in, markup out.

pub mod announcements;
pub mod components;
pub mod frame;
pub mod imports;
pub mod layout;
pub mod query;
pub mod review;

pub use frame::chrome;

use crate::state::WebState;
use axum::Router;

/// Every page that shows records.
pub fn router() -> Router<WebState> {
    Router::new().merge(announcements::router()).merge(imports::router()).merge(review::router()).fallback(frame::nowhere)
}
