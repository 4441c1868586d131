//! Versions in headers: `ETag` on one record, `If-None-Match` to ask whether it changed, `If-Match` to change it.
//!
//! An entity tag is `"VERSION-HASH"`: the version counts the changes that people make, the hash follows everything that
//! is shown. `If-Match` looks at the version alone, so that a change elsewhere does not spoil an officer's work.

use super::problem::{Kind, Problem};
use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::convert::Infallible;
use utoipa::IntoParams;

/// The version that a change is made on.
pub(super) struct Expected(pub(super) i64);

/// What the asker knows already.
pub(super) struct Known(Vec<String>);

/// The header for changes.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code)] // the name for the OpenAPI document; `Expected` reads the header
pub(super) struct IfMatch {
    /// The `ETag` of the record as it was read. Without it the answer is 428; when somebody else changed the record
    /// since, 412, with the version it has now.
    #[param(
        rename = "If-Match",
        required = true,
        example = "\"3-2f1d8a0b6c4e9f57\"",
        pattern = "^\"[0-9]{1,18}(-[0-9a-f]{16})?\"$"
    )]
    if_match: String,
}

impl<S: Send + Sync> FromRequestParts<S> for Expected {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let said = "name the version that you change: If-Match with the ETag of the record as you read it";
        let missing = || Problem::new(Kind::VersionMissing, said);
        let header = parts.headers.get(header::IF_MATCH).filter(|header| *header != "*").ok_or_else(missing)?;
        let wrong = || Problem::new(Kind::Malformed, format!("If-Match is no ETag of this server; {said}"));
        header.to_str().ok().and_then(version).map(Self).ok_or_else(wrong)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Known {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let listed = parts.headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        Ok(Self(listed.flat_map(|value| value.split(',')).map(|tag| bare(tag).to_owned()).collect()))
    }
}

impl Known {
    /// The asker has nothing, or may not be told “unchanged”.
    pub(super) const fn nothing() -> Self {
        Self(Vec::new())
    }

    /// Whether the asker has just this.
    pub(super) fn has(&self, tag: &str) -> bool {
        self.0.iter().any(|known| known == "*" || known == bare(tag))
    }
}

/// One record with its tag, or 304 where the asker has it already.
pub(super) fn tagged<T: Serialize>(known: &Known, version: i64, record: T) -> Response {
    let Ok(body) = serde_json::to_vec(&record) else {
        return Problem::new(Kind::Internal, "the record cannot be written").into_response();
    };
    let tag = format!("\"{version}-{}\"", hash(&body));
    if known.has(&tag) {
        (StatusCode::NOT_MODIFIED, headers(&tag)).into_response()
    } else {
        (headers(&tag), Json(record)).into_response()
    }
}

/// The headers of a record with this tag: it may be kept, but is asked for again each time.
pub(super) fn headers(tag: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    headers
}

fn hash(body: &[u8]) -> String {
    Sha256::digest(body).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The opaque part of a tag. A proxy that packs an answer makes the tag weak; it names the same version.
fn bare(tag: &str) -> &str {
    let tag = tag.trim();
    let tag = tag.strip_prefix("W/").unwrap_or(tag);
    tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"')).unwrap_or(tag)
}

fn version(header: &str) -> Option<i64> {
    let tag = header.trim();
    let tag = tag.strip_prefix("W/").unwrap_or(tag).strip_prefix('"')?.strip_suffix('"')?;
    let digits = tag.split_once('-').map_or(tag, |(version, _)| version);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Known, version};

    #[test]
    fn version_is_read_from_any_writing_of_a_tag() {
        for (header, found) in [
            ("\"3\"", Some(3)),
            ("\"3-2f1d8a0b6c4e9f57\"", Some(3)),
            ("W/\"3-2f1d8a0b6c4e9f57\"", Some(3)),
            ("\"0\"", Some(0)),
            ("0", None),
            ("*", None),
            ("\"\"", None),
            ("\"-3\"", None),
            ("\"3\", \"4\"", None),
            ("\"99999999999999999999\"", None),
        ] {
            assert_eq!(version(header), found, "{header}");
        }
    }

    #[test]
    fn known_tag_is_found_among_several() {
        let known = Known(vec!["1-a".to_owned(), "2-b".to_owned()]);
        assert!(known.has("\"2-b\"") && known.has("W/\"1-a\"") && !known.has("\"2-c\""));
        assert!(Known(vec!["*".to_owned()]).has("\"1-a\""));
    }
}
