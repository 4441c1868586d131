//! The edge: the first and the last that a request passes. It gets its number, what a trusted proxy says of it is taken to
//! heart, and what came of it is counted and noted, without anything that says who asked or for which record.

use super::below;
use super::forwarded::{self, Forwarded};
use super::passage::{self, Passage};
use super::patience::{is_late, patient};
use crate::api;
use crate::state::WebState;
use axum::extract::{ConnectInfo, MatchedPath, OriginalUri, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::net::SocketAddr;
use std::time::Instant;
use tracing::Instrument;

/// The header with the number of a request.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What is said to a client that is too slow.
const SLOW: &str = "the body of the request came too slowly";

/// The route that answered, as it is written in the code: no identifier of any record stands in it.
#[derive(Debug, Clone)]
pub(super) struct Route(String);

/// Notes in the answer which route made it.
pub(super) async fn route(path: Option<MatchedPath>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(path) = path {
        response.extensions_mut().insert(Route(path.as_str().to_owned()));
    }
    response
}

pub(super) async fn pass(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    let (request, passage) = received(&state, request);
    let id = passage.id.clone();
    let span = tracing::info_span!("request", id = %id);
    let counted = state.metrics().begin();
    let mut response = passage.during(answered(&state, request, next)).instrument(span.clone()).await;
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    let route = response.extensions().get::<Route>().map_or("none", |route| route.0.as_str());
    counted.end(&method, route, response.status(), begun.elapsed());
    let _inside = span.enter();
    note(&method, route, response.status(), begun);
    response
}

/// The request as the rest of the server is to see it.
fn received(state: &WebState, mut request: Request) -> (Request, Passage) {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| *peer);
    let believed = peer.is_some_and(|peer| state.reach().trusts(peer.ip()));
    let said = if believed { forwarded::read(request.headers(), &state.reach().trusted) } else { Forwarded::default() };
    let given = request.headers().get(&REQUEST_ID).and_then(|id| id.to_str().ok()).filter(|_| believed);
    let id = passage::id(given);
    if let (Some(client), Some(peer)) = (said.client, peer) {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(client, peer.port())));
    }
    if let Some(host) = said.host.as_deref().and_then(|host| HeaderValue::from_str(host).ok()) {
        request.headers_mut().insert(header::HOST, host);
    }
    let below = said.prefix.clone().or_else(|| state.reach().public.as_ref().map(|public| public.path.clone()));
    let below = below.unwrap_or_default();
    if let Some(uri) = Some(&below).filter(|below| !below.is_empty()).and_then(|b| below::without(request.uri(), b)) {
        request.extensions_mut().insert(OriginalUri(uri.clone()));
        *request.uri_mut() = uri;
    }
    request.extensions_mut().insert(said);
    (request, Passage { id, below: below.into() })
}

async fn answered(state: &WebState, request: Request, next: Next) -> Response {
    if let Some(address) = by_tls(state, &request) {
        return Redirect::permanent(&address).into_response();
    }
    let path = request.uri().path().to_owned();
    let (parts, body) = request.into_parts();
    let (body, late) = patient(body, state.reach().limits.body);
    let response = next.run(Request::from_parts(parts, body)).await;
    if !is_late(&late) {
        return response;
    }
    let mut refused = if path.starts_with("/api/") {
        api::refused(StatusCode::REQUEST_TIMEOUT, SLOW, &path)
    } else {
        (StatusCode::REQUEST_TIMEOUT, format!("{SLOW}\n")).into_response()
    };
    refused.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    refused
}

/// Where whoever looked at something without TLS finds it by TLS, where that is the public address.
fn by_tls(state: &WebState, request: &Request) -> Option<String> {
    let public = state.reach().public.as_ref().filter(|public| public.secure)?;
    let plainly = request.extensions().get::<Forwarded>()?.secure == Some(false);
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let looking = [Method::GET, Method::HEAD].contains(request.method());
    (plainly && looking).then(|| format!("{}{path}", public.base()))
}

fn note(method: &Method, route: &str, status: StatusCode, begun: Instant) {
    let (status, ms) = (status.as_u16(), begun.elapsed().as_millis());
    if status >= 500 {
        tracing::error!(%method, route, status, ms, "answered");
    } else if route.starts_with("/assets/") || ["/healthz", "/readyz"].contains(&route) {
        tracing::debug!(%method, route, status, ms, "answered");
    } else {
        tracing::info!(%method, route, status, ms, "answered");
    }
}
