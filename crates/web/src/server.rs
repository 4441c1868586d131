//! The server: all routes, and the layers that every request passes.

mod foreign;
pub(crate) mod guard;
mod health;

use crate::state::WebState;
use crate::{api, door, frame, layered, pages};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::trace::TraceLayer;

/// Bytes of one request at most: an upload of many files.
pub const BODY_LIMIT: usize = 100 << 20;

/// Serves until `stop` ends, then lets the requests that are under way finish.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    state: WebState,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = router(state).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(within(stop, Duration::from_secs(20))).await
}

/// Everything that is served.
pub fn router(state: WebState) -> Router {
    let pages = pages::router().layer(from_fn_with_state(state.clone(), pages::chrome));
    let routes = Router::new()
        .merge(frame())
        .merge(health::router())
        .merge(pages)
        .nest("/api", api::router())
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(state.clone())
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(state.clone(), foreign::say))
        .layer(from_fn_with_state(state.clone(), door::ask))
        .layer(from_fn_with_state(state.clone(), guard::strict_transport))
        .layer(from_fn_with_state(state, guard::known_host));
    layered(routes).layer(CatchPanicLayer::new()).layer(CompressionLayer::new()).layer(TraceLayer::new_for_http())
}

/// A request that does not end is not waited for longer than this: the process ends with the last requests cut off.
async fn within(stop: impl Future<Output = ()> + Send + 'static, patience: Duration) {
    stop.await;
    tokio::spawn(async move {
        tokio::time::sleep(patience).await;
        tracing::warn!("some requests did not end; stopping all the same");
        std::process::exit(0);
    });
}
