//! A browser without a network: it keeps cookies, and says what came back.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use std::collections::BTreeMap;
use tower::ServiceExt;

/// Somebody's browser, or a program with a token.
#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    token: Option<String>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) set_cookies: Vec<String>,
    pub(crate) text: String,
    head: HeaderMap,
}

impl Answer {
    /// A line of the head.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.head.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Browser {
    /// A browser without cookies.
    pub(crate) fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new(), token: None }
    }

    /// A program with this token.
    pub(crate) fn with_token(router: Router, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..Self::new(router) }
    }

    /// The value of a cookie.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Puts a cookie in, as somebody would who means ill.
    pub(crate) fn put(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// `GET`.
    pub(crate) async fn get(&mut self, address: &str) -> Answer {
        self.ask(&Method::GET, address, &[], String::new()).await
    }

    /// `POST` of a form.
    pub(crate) async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let form = serde_html_form::to_string(fields).expect("a form");
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        self.ask(&Method::POST, address, &kind, form).await
    }

    /// Any request.
    pub(crate) async fn ask(
        &mut self,
        method: &Method,
        address: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Answer {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(address).header(header::HOST, "localhost");
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        request = headers
            .iter()
            .fold(request.header("accept-language", "en"), |request, (name, value)| request.header(*name, *value));
        let request = request.body(Body::from(body)).unwrap_or_else(|error| panic!("{address}: {error}"));
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let read = |name| response.headers().get(name).map(|value| value.to_str().expect("ASCII").to_owned());
        let (status, location) = (response.status(), read(header::LOCATION).unwrap_or_default());
        let set = response.headers().get_all(header::SET_COOKIE);
        let set_cookies: Vec<_> = set.iter().map(|value| value.to_str().expect("ASCII").to_owned()).collect();
        for cookie in &set_cookies {
            self.keep(cookie);
        }
        let head = response.headers().clone();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        Answer { status, location, set_cookies, text: String::from_utf8_lossy(&bytes).into_owned(), head }
    }

    fn keep(&mut self, cookie: &str) {
        let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if rest.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
