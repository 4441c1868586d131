//! Figures of the ledger: the list with its sums and its files, one figure with its words and its history, corrections.

mod correct;
mod detail;
mod export;
mod filter;
mod history;
pub(in crate::pages) mod industry;
mod list;
pub(in crate::pages) mod parts;
mod tier;
pub(in crate::pages) mod totals;
pub(in crate::pages) mod wanted;
mod whole;

use crate::state::WebState;
use axum::Router;
use axum::routing::{get, post};

/// The routes of figures.
pub fn router() -> Router<WebState> {
    Router::new()
        .route(wanted::LIST, get(list::show))
        .route("/figures/export.csv", get(export::csv))
        .route("/figures/export.xlsx", get(export::xlsx))
        .route("/figures/{id}", get(detail::show))
        .route("/entries/{id}/correction", post(correct::send))
}
