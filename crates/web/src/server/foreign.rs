//! What is said to a form or a change that another site sent: nothing was changed, and what to do instead.

use crate::state::{Officer, WebState};
use crate::ui::Ctx;
use crate::{api, pages};
use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tower_http::csrf::ProtectionError;

/// What the API says of it; the details of problems are in English.
const DETAIL: &str = "the request came from another site (Sec-Fetch-Site or Origin says so); nothing was changed; send it \
     from a page of this server, or from a program without these headers";

/// Puts words into the empty refusal of a request that another site sent.
pub(super) async fn say(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    let Ok(officer) = Officer::from_request_parts(&mut parts, &()).await;
    let Ok(ctx) = Ctx::from_request_parts(&mut parts, &()).await;
    let response = next.run(Request::from_parts(parts, body)).await;
    if response.extensions().get::<ProtectionError>().is_none() {
        return response;
    }
    if path.starts_with("/api/") {
        return api::refused(response.status(), DETAIL, &path);
    }
    pages::frame::foreign(&state, &officer, ctx).await
}
