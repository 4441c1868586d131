//! The server: all routes, and the layers that every request passes.

mod below;
mod edge;
mod foreign;
mod forwarded;
pub(crate) mod guard;
mod health;
pub mod limits;
mod listen;
pub(crate) mod metrics;
pub mod network;
pub(crate) mod passage;
mod patience;
pub mod reach;
mod stream;

pub use forwarded::path as plain_path;

use crate::state::WebState;
use crate::{api, door, frame, layered, pages};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

/// Serves until `stop` ends, then lets the requests that are under way finish, for as long as the limits say.
pub async fn serve(listener: TcpListener, state: WebState, stop: impl Future<Output = ()> + Send + 'static) {
    let limits = state.reach().limits;
    listen::listen(listener, service(state), limits, stop).await;
}

/// Serves the metrics, and nothing else, for as long as this is awaited.
pub async fn serve_metrics(listener: TcpListener, state: WebState) {
    let limits = state.reach().limits;
    listen::listen(listener, metrics::router(state), limits, std::future::pending()).await;
}

/// Everything that is served, as it is reached from outside.
pub fn service(state: WebState) -> Router {
    Router::new().fallback_service(router(state.clone())).layer(from_fn_with_state(state, edge::pass))
}

/// Everything that is served.
pub fn router(state: WebState) -> Router {
    let pages = pages::router().layer(from_fn_with_state(state.clone(), pages::chrome));
    let routes = Router::new()
        .merge(frame())
        .merge(health::router())
        .merge(pages)
        .nest("/api", api::router())
        .layer(DefaultBodyLimit::max(limits::FORM))
        .with_state(state.clone())
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(state.clone(), foreign::say))
        .layer(from_fn_with_state(state.clone(), door::ask))
        .layer(from_fn_with_state(state.clone(), guard::strict_transport))
        .layer(from_fn_with_state(state, guard::known_host))
        .layer(from_fn(edge::route));
    layered(routes).layer(from_fn(below::write)).layer(CatchPanicLayer::new()).layer(CompressionLayer::new())
}
