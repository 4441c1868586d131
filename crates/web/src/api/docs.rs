//! The page to try the API on: Swagger UI, with its files from this server.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use std::sync::Arc;
use utoipa_swagger_ui::Config;

/// The page's own script. It stands in a file, so that no page needs scripts of its own.
const START: &str = include_str!("docs/start.js");
/// The page.
const PAGE: &str = include_str!("docs/page.html");
/// As everywhere, and pictures that the style sheet of Swagger UI holds as `data:`.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// `/docs` and the files below it; whoever asks for the API itself is led here.
pub(super) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/", get(|| async { Redirect::to("/api/docs/") }))
        .route("/docs", get(|| async { Redirect::permanent("/api/docs/") }))
        .route("/docs/", get(page))
        .route("/docs/start.js", get(|| async { ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], START) }))
        .route("/docs/{file}", get(file))
}

async fn page() -> Response {
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(PAGE)).into_response()
}

async fn file(Path(name): Path<String>) -> Response {
    let served = utoipa_swagger_ui::serve(&name, Arc::new(Config::from("/api/openapi.json")));
    let wanted = ["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"].contains(&name.as_str());
    let (true, Ok(Some(file))) = (wanted, served) else { return StatusCode::NOT_FOUND.into_response() };
    let packed = file.gzpipped.then_some([(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"))]);
    let kept = [(header::CACHE_CONTROL, "private, max-age=86400")];
    ([(header::CONTENT_TYPE, file.content_type)], kept, packed, file.bytes).into_response()
}
