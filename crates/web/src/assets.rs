//! Styles, scripts and icons, compiled in and served under addresses that carry a hash of their content.

use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

#[derive(RustEmbed)]
#[folder = "../../assets"]
struct Files;

/// The parts of the one stylesheet, in the order in which they are joined.
pub const STYLES: &[&str] = &[
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
    "css/components.css",
    "css/tables.css",
    "css/figures.css",
    "css/review.css",
    "css/pages.css",
    "css/overview.css",
    "css/records.css",
    "css/find.css",
    "css/lists.css",
    "css/print.css",
];

/// The joined stylesheet's name.
pub const STYLESHEET: &str = "samesky.css";

struct Asset {
    address: String,
    content_type: String,
    etag: String,
    body: Cow<'static, [u8]>,
}

struct Assets {
    by_name: HashMap<String, Asset>,
    names: HashMap<String, String>,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(collect);

/// The address of an asset, as in `address("icons.svg")`; of one that does not exist an address that answers 404.
#[must_use]
pub fn address(name: &str) -> &'static str {
    ASSETS.by_name.get(name).map_or("/assets/missing", |asset| asset.address.as_str())
}

/// The text of the joined stylesheet.
#[must_use]
pub fn stylesheet() -> String {
    STYLES
        .iter()
        .filter_map(|name| Files::get(name))
        .map(|file| String::from_utf8_lossy(&file.data).into_owned())
        .collect()
}

/// Answers `/assets/{file}`: the content may be kept for ever, since another content has another address.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.names.get(&file).and_then(|name| ASSETS.by_name.get(name)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kept = headers.get(header::IF_NONE_MATCH).is_some_and(|tag| tag.as_bytes() == asset.etag.as_bytes());
    let facts = [
        (header::CONTENT_TYPE, asset.content_type.as_str()),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::ETAG, asset.etag.as_str()),
    ];
    if kept { (StatusCode::NOT_MODIFIED, facts).into_response() } else { (facts, asset.body.clone()).into_response() }
}

fn collect() -> Assets {
    let single = Files::iter().filter(|name| !name.starts_with("css/"));
    let mut by_name: HashMap<String, Asset> =
        single.filter_map(|name| Some((name.to_string(), asset(&name, Files::get(&name)?.data)))).collect();
    by_name.insert(STYLESHEET.to_owned(), asset(STYLESHEET, stylesheet().into_bytes().into()));
    let names =
        by_name.iter().map(|(name, asset)| (asset.address["/assets/".len()..].to_owned(), name.clone())).collect();
    Assets { by_name, names }
}

fn asset(name: &str, body: Cow<'static, [u8]>) -> Asset {
    let hash: String = Sha256::digest(&body).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let kind = mime_guess::from_ext(ending).first_or_octet_stream();
    let text = matches!(ending, "css" | "js" | "svg");
    Asset {
        address: format!("/assets/{stem}.{hash}.{ending}"),
        content_type: if text { format!("{}; charset=utf-8", kind.essence_str()) } else { kind.to_string() },
        etag: format!("\"{hash}\""),
        body,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stylesheet_has_every_part() {
        let parts: Vec<String> =
            Files::iter().filter(|name| name.starts_with("css/")).map(|name| name.to_string()).collect();
        let mut listed: Vec<String> = STYLES.iter().map(|name| (*name).to_owned()).collect();
        listed.sort();
        let mut parts = parts;
        parts.sort();
        assert_eq!(parts, listed);
    }

    #[test]
    fn address_of_a_missing_asset_answers_nothing() {
        assert_eq!(address("nothing.css"), "/assets/missing");
        assert!(address(STYLESHEET).starts_with("/assets/samesky."));
    }
}
