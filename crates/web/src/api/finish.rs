//! What happens around every handler: whatever error comes out is a problem document that names the address.

use super::problem::{Kind, Problem};
use crate::door::Asker;
use axum::body::to_bytes;
use axum::extract::{OriginalUri, Request};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Bytes of another layer's message that are taken into a problem document.
const SAID: usize = 1_000;

/// Turns every error into a problem document.
pub(super) async fn problems(request: Request, next: Next) -> Response {
    let whole = request.extensions().get::<OriginalUri>().map_or_else(|| request.uri().clone(), |uri| uri.0.clone());
    let mut response = next.run(request).await;
    if !response.status().is_client_error() && !response.status().is_server_error() {
        return response;
    }
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        return with_allowed(problem.answer(whole.path()), &response);
    }
    let (parts, body) = response.into_parts();
    let said = to_bytes(body, SAID).await.unwrap_or_default();
    let said = String::from_utf8_lossy(&said).into_owned();
    let detail = if said.is_empty() { parts.status.canonical_reason().unwrap_or_default().to_owned() } else { said };
    with_allowed(Problem::of_status(parts.status, detail).answer(whole.path()), &Response::from_parts(parts, ()))
}

/// 405 names the methods that would do.
fn with_allowed<B>(mut answer: Response, original: &Response<B>) -> Response {
    if let Some(allowed) = original.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    answer
}

/// Lets somebody known in and nobody else, but to what is published.
pub(super) async fn known(request: Request, next: Next) -> Response {
    let whole = request.extensions().get::<OriginalUri>().map_or_else(|| request.uri().clone(), |uri| uri.0.clone());
    if is_public(whole.path()) {
        return next.run(request).await;
    }
    let problem = match request.extensions().get::<Asker>() {
        Some(Asker(Ok(session))) if session.is_somebody() => return next.run(request).await,
        Some(Asker(Err(_))) => Problem::new(Kind::Unavailable, "the database does not say who asks"),
        _ => Problem::new(Kind::NotSignedIn, "sign in, or send a token that works as `Authorization: Bearer …`"),
    };
    problem.into_response()
}

fn is_public(path: &str) -> bool {
    let rest = path.strip_prefix("/api").unwrap_or(path).strip_prefix("/v1/public");
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// 404 for an address that nobody has.
pub(super) async fn nothing_here() -> Problem {
    Problem::new(Kind::NotFound, "there is nothing at this address; /api/openapi.json lists what there is")
}

/// 405 for an address that takes other methods.
pub(super) async fn not_this_method() -> Problem {
    Problem::new(Kind::MethodNotAllowed, "this address does not take this method; Allow lists those it takes")
}
