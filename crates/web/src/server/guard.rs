//! Which Host names are answered. A page of another site that points its own name at this machine gets nothing
//! (DNS rebinding).

use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const KNOWN: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// Answers only requests for a loopback name.
pub(super) async fn known_host(request: Request, next: Next) -> Response {
    let named = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .or_else(|| request.uri().authority().map(axum::http::uri::Authority::as_str));
    if named.is_some_and(is_known) {
        return next.run(request).await;
    }
    let said = named.unwrap_or("none").escape_debug().to_string();
    let message = format!("This server answers only the host names {}. The request named: {said}\n", KNOWN.join(", "));
    (StatusCode::MISDIRECTED_REQUEST, message).into_response()
}

fn is_known(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    KNOWN.iter().any(|known| known.eq_ignore_ascii_case(name))
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
