//! The web of Samesky: routes, pages, forms and the JSON API. It extracts a request, calls the app and renders.

pub mod api;
pub mod assets;
mod attached;
mod audit_file;
pub mod choice;
pub mod door;
mod harmless;
pub mod headers;
pub mod lang;
pub mod pages;
pub mod server;
pub mod state;
pub mod ui;

use axum::{
    Router,
    middleware::from_fn,
    response::Redirect,
    routing::{get, post},
};
use maud::Markup;
use ui::Ctx;

/// What needs no records: assets, the reader's choices, the page of components.
pub fn frame<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{*file}", get(assets::serve))
        .route("/language", post(choice::language).get(first_page))
        .route("/theme", post(choice::theme).get(first_page))
        .route("/demo/role", post(choice::role).get(first_page))
        .route("/components", get(components))
}

/// The layers that every answer passes.
pub fn layered<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    router.layer(from_fn(headers::forget_flash)).layer(from_fn(headers::secure))
}

/// Whoever opens the address of a choice as a page.
async fn first_page() -> Redirect {
    Redirect::to("/")
}

async fn components(ctx: Ctx) -> Markup {
    pages::components::page(&ctx)
}
