//! Headers that every answer carries.

use crate::ui::Flash;
use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// Nothing from another host, nothing inline, no framing.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const FIXED: &[(&str, &str)] = &[
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

/// Sets what the answer does not set itself. Pages depend on language and cookies and are not kept by anyone between.
pub async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Takes a message away once a page has shown it.
pub async fn forget_flash(request: Request, next: Next) -> Response {
    let came =
        request.headers().get_all(header::COOKIE).iter().any(|cookies| {
            cookies.to_str().is_ok_and(|text| text.split("; ").any(|cookie| cookie.starts_with("flash=")))
        });
    let mut response = next.run(request).await;
    if came && is_page(&response) && !sets_flash(&response) {
        let gone = format!("{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax", Flash::COOKIE);
        if let Ok(value) = HeaderValue::from_str(&gone) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn sets_flash(response: &Response) -> bool {
    response.headers().get_all(header::SET_COOKIE).iter().any(|cookie| cookie.as_bytes().starts_with(b"flash="))
}
