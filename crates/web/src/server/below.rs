//! Below a path. Handlers and pages know addresses from the root; where the server is reached below a path, it is put
//! before them here: in links and forms of pages, in `Location` and `Link`, in the paths of cookies.
//!
//! A page is text that maud has written: in it a quotation mark stands only around the value of an attribute, so that
//! ` href="/` can be nothing but one.

use super::passage::Passage;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri, header, uri::PathAndQuery};
use axum::middleware::Next;
use axum::response::Response;

/// The attributes that hold an address.
const ATTRIBUTES: [&str; 4] = [" href=\"/", " src=\"/", " action=\"/", " formaction=\"/"];

/// The address without the path below which the server is reached. A proxy may have taken it away already.
pub(super) fn without(uri: &Uri, below: &str) -> Option<Uri> {
    let whole = uri.path_and_query()?.as_str();
    let rest = whole.strip_prefix(below).filter(|rest| rest.is_empty() || rest.starts_with(['/', '?']))?;
    let rest = if rest.starts_with('/') { rest.to_owned() } else { format!("/{rest}") };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(rest.parse::<PathAndQuery>().ok()?);
    Uri::from_parts(parts).ok()
}

/// Puts the path before every address of an answer.
pub(super) async fn write(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let below = Passage::current().below;
    if below.is_empty() {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    each(&mut parts.headers, &header::LOCATION, |value| rooted(value).then(|| format!("{below}{value}")));
    each(&mut parts.headers, &header::LINK, |value| Some(value.replace("</", &format!("<{below}/"))));
    each(&mut parts.headers, &header::SET_COOKIE, |value| in_cookie(value, &below));
    if !is_page(&parts.headers) {
        return Response::from_parts(parts, body);
    }
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return Response::from_parts(parts, Body::empty()) };
    let page = in_page(&String::from_utf8_lossy(&bytes), &below);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}

fn each(headers: &mut HeaderMap, name: &HeaderName, change: impl Fn(&str) -> Option<String>) {
    let old: Vec<HeaderValue> = headers.get_all(name).iter().cloned().collect();
    headers.remove(name);
    for value in old {
        let new = value.to_str().ok().and_then(&change).and_then(|value| HeaderValue::from_str(&value).ok());
        headers.append(name.clone(), new.unwrap_or(value));
    }
}

fn rooted(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//")
}

fn in_cookie(cookie: &str, below: &str) -> Option<String> {
    let parts = cookie.split("; ").map(|part| match part.strip_prefix("Path=/") {
        Some("") => format!("Path={below}"),
        Some(path) => format!("Path={below}/{path}"),
        None => part.to_owned(),
    });
    Some(parts.collect::<Vec<_>>().join("; "))
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

fn in_page(page: &str, below: &str) -> String {
    let mut written = String::with_capacity(page.len() + page.len() / 8);
    let mut rest = page;
    while let Some((at, attribute)) = next_address(rest) {
        let end = at + attribute.len() - 1;
        written.push_str(&rest[..end]);
        if !rest[end..].starts_with("//") {
            written.push_str(below);
        }
        rest = &rest[end..];
    }
    written.push_str(rest);
    written
}

/// The next attribute with an address from the root, and where it begins.
fn next_address(text: &str) -> Option<(usize, &'static str)> {
    let mut from = 0;
    while let Some(found) = text[from..].find("=\"/") {
        let equals = from + found;
        let upto = &text[..equals + 3];
        if let Some(attribute) = ATTRIBUTES.into_iter().find(|attribute| upto.ends_with(attribute)) {
            return Some((upto.len() - attribute.len(), attribute));
        }
        from = equals + 3;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{in_cookie, in_page, without};

    #[test]
    fn page_every_address_from_the_root_is_below_the_path() {
        let page = "<a href=\"/\">=\"/x</a><form action=\"/events?a=1\"><img src=\"/a.svg\"><a href=\"//other\">\
                    <button formaction=\"/x\"><a href=\"#s\"><a data-href=\"/y\"><use href=\"/assets/i.svg#a\"></use>";
        let expected = "<a href=\"/s/\">=\"/x</a><form action=\"/s/events?a=1\"><img src=\"/s/a.svg\"><a href=\"//other\">\
                    <button formaction=\"/s/x\"><a href=\"#s\"><a data-href=\"/y\"><use href=\"/s/assets/i.svg#a\"></use>";
        assert_eq!(in_page(page, "/s"), expected);
    }

    #[test]
    fn address_loses_the_path_and_only_the_path() {
        let found = |uri: &str| without(&uri.parse().expect("an address"), "/s").map(|uri| uri.to_string());
        assert_eq!(found("/s/events?a=1").as_deref(), Some("/events?a=1"));
        assert_eq!(found("/s").as_deref(), Some("/"));
        assert_eq!(found("/s?lang=ja").as_deref(), Some("/?lang=ja"));
        assert_eq!(found("/search"), None);
    }

    #[test]
    fn cookie_path_is_the_path() {
        let found = in_cookie("a=Path=/; Path=/; HttpOnly", "/s");
        assert_eq!(found.as_deref(), Some("a=Path=/; Path=/s; HttpOnly"));
        assert_eq!(in_cookie("a=b; Path=/sign-in", "/s").as_deref(), Some("a=b; Path=/s/sign-in"));
    }
}
