//! Pages: one file each, markup in, markup out.

pub mod components;
pub mod frame;
pub mod layout;
pub mod review;

pub use frame::chrome;

use crate::state::WebState;
use axum::Router;

/// Every page that shows records.
pub fn router() -> Router<WebState> {
    Router::new().merge(review::router()).fallback(frame::nowhere)
}
