//! Which Host names are answered. A page of another site that points its own name at this machine gets nothing
//! (DNS rebinding).

use crate::state::WebState;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const KNOWN: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// Answers only requests for a loopback name, or for the one that the server is reached at.
pub(super) async fn known_host(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let named = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .or_else(|| request.uri().authority().map(axum::http::uri::Authority::as_str));
    if named.is_some_and(|named| is_known(named) || state.host().is_some_and(|host| is_host(named, host))) {
        return next.run(request).await;
    }
    let said = named.unwrap_or("none").escape_debug().to_string();
    let known: Vec<_> = KNOWN.into_iter().chain(state.host()).collect();
    let message = format!("This server answers only the host names {}. The request named: {said}\n", known.join(", "));
    (StatusCode::MISDIRECTED_REQUEST, message).into_response()
}

/// Behind TLS a browser is told to come by TLS only from now on, for a year.
pub(super) async fn strict_transport(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if state.is_secure() {
        let year = HeaderValue::from_static("max-age=31536000");
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    response
}

/// Whether it is a loopback name, with any port.
pub(crate) fn is_known(host: &str) -> bool {
    KNOWN.iter().any(|known| is_host(host, known))
}

/// Whether it is that host, with any port.
fn is_host(named: &str, host: &str) -> bool {
    let name = match named.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => named,
    };
    host.eq_ignore_ascii_case(name)
}

#[cfg(test)]
mod tests {
    use super::is_known;

    #[test]
    fn host_only_loopback_names_are_known() {
        for host in ["localhost", "LOCALHOST:8090", "127.0.0.1:8090", "[::1]:8090", "[::1]"] {
            assert!(is_known(host), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example:80",
            "localhost:x",
            "::1",
            "10.0.0.1",
        ] {
            assert!(!is_known(host), "{host}");
        }
    }
}
