//! The web of Samesky: routes, pages, forms and the JSON API. It extracts a request, calls the app and renders.

pub mod api;
pub mod assets;
pub mod choice;
pub mod headers;
pub mod lang;
pub mod pages;
pub mod server;
pub mod state;
pub mod ui;

use axum::{
    Router,
    middleware::from_fn,
    routing::{get, post},
};
use maud::Markup;
use ui::Ctx;

/// What needs no records: assets, the reader's choices, the page of components.
pub fn frame<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{*file}", get(assets::serve))
        .route("/language", post(choice::language))
        .route("/theme", post(choice::theme))
        .route("/components", get(components))
}

/// The layers that every answer passes.
pub fn layered<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    router.layer(from_fn(headers::forget_flash)).layer(from_fn(headers::secure))
}

async fn components(ctx: Ctx) -> Markup {
    pages::components::page(&ctx)
}
