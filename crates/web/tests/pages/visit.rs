//! One request, and what came back.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use samesky_model::language::Language;
use tower::ServiceExt;

/// What was answered.
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: StatusCode,
    /// The media type without parameters.
    pub(crate) kind: String,
    /// Where to go on, where it is elsewhere.
    pub(crate) location: Option<String>,
    /// The body; bytes that are no text are replaced.
    pub(crate) text: String,
}

/// `GET` of an address as a reader of that language.
pub(crate) async fn get(router: &Router, lang: Language, address: &str) -> Answer {
    let request = Request::get(address).header(header::HOST, "localhost").header("accept-language", lang.as_str());
    let request = request.body(Body::empty()).unwrap_or_else(|error| panic!("{address}: {error}"));
    let response = router.clone().oneshot(request).await.expect("an answer");
    let read = |name| response.headers().get(name).map(|value| value.to_str().expect("ASCII").to_owned());
    let (status, location) = (response.status(), read(header::LOCATION));
    let kind = read(header::CONTENT_TYPE).unwrap_or_default();
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    Answer {
        status,
        kind: kind.split(';').next().unwrap_or_default().to_owned(),
        location,
        text: String::from_utf8_lossy(&bytes).into_owned(),
    }
}
