//! The few requests that go out to the service: short, small, and never led elsewhere.

use super::ServiceError;
use ::http::{Request, Uri, header};
use http_body_util::{BodyExt, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;
use std::time::Duration;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(8);
/// Bytes of an answer at most.
const LARGEST: usize = 256 << 10;

/// Asks the service. Redirects are not followed.
#[derive(Clone)]
pub(super) struct Http {
    client: Client<HttpsConnector<HttpConnector>, String>,
}

/// Whether an address may be asked: by TLS, or on this machine.
pub(super) fn is_safe(address: &str) -> bool {
    let Ok(uri) = address.parse::<Uri>() else { return false };
    let is_here = || ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| uri.host() == Some(*name));
    match uri.scheme_str() {
        Some("https") => uri.host().is_some_and(|host| !host.is_empty()),
        Some("http") => is_here(),
        _ => false,
    }
}

impl Http {
    pub(super) fn new() -> Self {
        let connector = HttpsConnectorBuilder::new().with_webpki_roots().https_or_http().enable_http1().build();
        Self { client: Client::builder(TokioExecutor::new()).build(connector) }
    }

    /// The JSON behind an address.
    pub(super) async fn get(&self, address: &str) -> Result<Value, ServiceError> {
        self.answer(Request::get(address).header(header::ACCEPT, "application/json").body(String::new())).await
    }

    /// What the service answers to a form.
    pub(super) async fn post(
        &self,
        address: &str,
        authorization: Option<&str>,
        form: String,
    ) -> Result<Value, ServiceError> {
        let mut request = Request::post(address)
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(authorization) = authorization {
            request = request.header(header::AUTHORIZATION, authorization);
        }
        self.answer(request.body(form)).await
    }

    async fn answer(&self, request: Result<Request<String>, ::http::Error>) -> Result<Value, ServiceError> {
        let unreachable = |reason: String| ServiceError::Unreachable(reason);
        let request = request.map_err(|error| unreachable(error.to_string()))?;
        let asked = async {
            let answer = self.client.request(request).await.map_err(|error| unreachable(error.to_string()))?;
            if !answer.status().is_success() {
                return Err(unreachable(format!("status {}", answer.status())));
            }
            let body = Limited::new(answer.into_body(), LARGEST).collect().await;
            let bytes = body.map_err(|error| unreachable(error.to_string()))?.to_bytes();
            serde_json::from_slice(&bytes).map_err(|_| unreachable("no JSON".to_owned()))
        };
        tokio::time::timeout(PATIENCE, asked).await.unwrap_or_else(|_| Err(unreachable("no answer in time".to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn address_is_safe_by_tls_or_on_this_machine() {
        for safe in [
            "https://id.example.org",
            "https://id.example.org:8443/realm",
            "http://127.0.0.1:9000",
            "http://localhost/x",
        ] {
            assert!(is_safe(safe), "{safe}");
        }
        let unsafe_ones = [
            "",
            "id.example.org",
            "http://id.example.org",
            "http://10.0.0.1",
            "file:///etc/passwd",
            "http://127.0.0.1.evil.example",
            "http://localhost@evil.example",
        ];
        for other in unsafe_ones {
            assert!(!is_safe(other), "{other}");
        }
    }
}
