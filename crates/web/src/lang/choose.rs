//! Which language a reader gets: `?lang=`, else the cookie, else `Accept-Language` by its weights, else Chinese.

use super::Lang;
use axum::{
    extract::{FromRequestParts, Query},
    http::{HeaderMap, header::ACCEPT_LANGUAGE, request::Parts},
};
use axum_extra::extract::CookieJar;
use serde::Deserialize;
use std::convert::Infallible;

/// The name of the cookie that remembers the choice.
pub const COOKIE: &str = "language";

/// The language chosen for one request, as an extractor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen(pub Lang);

#[derive(Deserialize)]
struct Asked {
    lang: Option<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for Chosen {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(of_request(parts)))
    }
}

/// The language for a request.
#[must_use]
pub fn of_request(parts: &Parts) -> Lang {
    let asked = Query::<Asked>::try_from_uri(&parts.uri).ok().and_then(|query| query.0.lang);
    let cookie = CookieJar::from_headers(&parts.headers).get(COOKIE).map(|cookie| cookie.value().to_owned());
    [asked, cookie].iter().flatten().find_map(|tag| Lang::from_tag(tag)).unwrap_or_else(|| by_header(&parts.headers))
}

fn by_header(headers: &HeaderMap) -> Lang {
    let value = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted(value).unwrap_or(Lang::ZhHans)
}

/// The best of our languages by an `Accept-Language` header (RFC 9110, 12.5.4); of equal weights the first written.
#[must_use]
pub fn accepted(header: &str) -> Option<Lang> {
    let mut best: Option<(u16, Lang)> = None;
    for part in header.split(',').take(64) {
        let (tag, parameters) = part.trim().split_once(';').unwrap_or((part.trim(), ""));
        let weight = weight(parameters);
        let Some(lang) = Lang::from_tag(tag.trim()) else { continue };
        if weight > best.map_or(0, |(weight, _)| weight) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

/// The weight in thousandths; one that cannot be read counts as 0.
fn weight(parameters: &str) -> u16 {
    let Some(value) = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("q=")) else {
        return 1000;
    };
    let (whole, fraction) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    let thousandths = format!("{fraction:0<3}");
    match (whole, thousandths.len() == 3, thousandths.parse::<u16>()) {
        ("1", true, Ok(0)) => 1000,
        ("0", true, Ok(parts)) => parts,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn chosen(uri: &str, cookie: &str, accept: &str) -> Lang {
        let request = Request::builder()
            .uri(uri)
            .header("cookie", cookie)
            .header("accept-language", accept)
            .body(())
            .expect("a request");
        of_request(&request.into_parts().0)
    }

    #[test]
    fn accepted_weights_decide_and_order_breaks_ties() {
        assert_eq!(accepted("fr, en;q=0.5, ja;q=0.8"), Some(Lang::Ja));
        assert_eq!(accepted("en-GB,en;q=0.9,zh-TW;q=0.8"), Some(Lang::En));
        assert_eq!(accepted("th;q=0.7, ja;q=0.7"), Some(Lang::Th));
        assert_eq!(accepted("zh-CN;q=0, en;q=0.001"), Some(Lang::En));
    }

    #[test]
    fn accepted_nonsense_is_passed_over() {
        for header in ["", "*", "fr", "ja;q=0", "ja;q=2", "ja;q=-1", "ja;q=0.12345", ";;;,,,=", "ja;q=１"] {
            assert_eq!(accepted(header), None, "{header}");
        }
    }

    #[test]
    fn chosen_address_then_cookie_then_header_then_chinese() {
        assert_eq!(chosen("/?lang=th", "language=ja", "en"), Lang::Th);
        assert_eq!(chosen("/?lang=fr", "language=ja", "en"), Lang::Ja);
        assert_eq!(chosen("/", "other=1", "en"), Lang::En);
        assert_eq!(chosen("/?q=%FF", "language=%00", "fr"), Lang::ZhHans);
    }
}
