//! What a proxy says of the request that it passes on. It is believed only from an address that the settings trust, and of
//! several hops only the last that is not trusted itself: what stands before it anybody could have written.

use super::network::Network;
use axum::http::{HeaderMap, HeaderName};
use std::net::{IpAddr, SocketAddr};

/// What is believed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Forwarded {
    /// Who asked the proxy.
    pub(super) client: Option<IpAddr>,
    /// Whether they asked by TLS.
    pub(super) secure: Option<bool>,
    /// The host they named.
    pub(super) host: Option<String>,
    /// Below which path the proxy serves.
    pub(super) prefix: Option<String>,
}

/// Reads the headers of a request that came from a trusted address: `X-Forwarded-*`, else `Forwarded` (RFC 7239).
pub(super) fn read(headers: &HeaderMap, trusted: &[Network]) -> Forwarded {
    let last = |name| list(headers, name).pop();
    let standard = Standard::of(headers);
    let hops = list(headers, "x-forwarded-for");
    let hops = if hops.is_empty() { standard.hops } else { hops };
    Forwarded {
        client: client(&hops, trusted),
        secure: last("x-forwarded-proto").or(standard.proto).map(|proto| proto.eq_ignore_ascii_case("https")),
        host: last("x-forwarded-host").or(standard.host),
        prefix: last("x-forwarded-prefix").and_then(|prefix| path(&prefix)),
    }
}

/// A path below which everything stands, without its last slash; nothing for what is no plain path.
pub fn path(text: &str) -> Option<String> {
    let path = text.trim_end_matches('/');
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let fits = path.len() <= 200
        && (path.is_empty() || path.starts_with('/'))
        && !path.contains("//")
        && !path.split('/').any(|part| part == "." || part == "..")
        && path.bytes().all(plain);
    fits.then(|| path.to_owned())
}

fn client(hops: &[String], trusted: &[Network]) -> Option<IpAddr> {
    let mut found = None;
    for hop in hops.iter().rev() {
        let Some(address) = address(hop) else { break };
        found = Some(address);
        if !trusted.iter().any(|network| network.has(address)) {
            break;
        }
    }
    found
}

/// An address with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim().trim_matches('"');
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()))
}

/// The entries of a header that lists, over all its lines, first to last.
fn list(headers: &HeaderMap, name: &'static str) -> Vec<String> {
    let lines = headers.get_all(HeaderName::from_static(name)).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(|entry| entry.trim().to_owned()).filter(|e| !e.is_empty()).collect()
}

#[derive(Default)]
struct Standard {
    hops: Vec<String>,
    proto: Option<String>,
    host: Option<String>,
}

impl Standard {
    fn of(headers: &HeaderMap) -> Self {
        let mut found = Self::default();
        for hop in list(headers, "forwarded") {
            for pair in hop.split(';') {
                let Some((name, value)) = pair.trim().split_once('=') else { continue };
                let value = value.trim_matches('"').to_owned();
                match name.to_ascii_lowercase().as_str() {
                    "for" => found.hops.push(value),
                    "proto" => found.proto = Some(value),
                    "host" => found.host = Some(value),
                    _ => {}
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{Forwarded, path, read};
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    fn said(lines: &[(&'static str, &'static str)]) -> Forwarded {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        read(&headers, &["10.0.0.0/8".parse().expect("a network")])
    }

    fn client(lines: &[(&'static str, &'static str)]) -> Option<String> {
        said(lines).client.map(|client| client.to_string())
    }

    #[test]
    fn client_is_the_last_hop_that_is_not_trusted() {
        let name = "x-forwarded-for";
        for (value, found) in [
            ("192.0.2.1", Some("192.0.2.1")),
            ("203.0.113.9, 192.0.2.1, 10.1.1.1", Some("192.0.2.1")),
            ("10.2.2.2, 10.1.1.1", Some("10.2.2.2")),
            ("192.0.2.1, unknown, 10.1.1.1", Some("10.1.1.1")),
            ("192.0.2.1:4711", Some("192.0.2.1")),
            ("[2001:db8::1]:80", Some("2001:db8::1")),
            ("rubbish", None),
        ] {
            assert_eq!(client(&[(name, value)]).as_deref(), found, "{value}");
        }
        assert_eq!(client(&[(name, "203.0.113.9"), (name, "192.0.2.1")]).as_deref(), Some("192.0.2.1"));
    }

    #[test]
    fn standard_header_counts_where_the_others_are_missing() {
        let found = said(&[("forwarded", "for=203.0.113.9, for=\"[2001:db8::7]:1\";proto=https;host=s.example")]);
        let client = "2001:db8::7".parse().ok();
        let expected = Forwarded { client, secure: Some(true), host: Some("s.example".into()), prefix: None };
        assert_eq!(found, expected);
    }

    #[test]
    fn prefix_is_a_plain_path_or_nothing() {
        let found =
            ["/samesky/", "/a/b", "/", "", "samesky", "//evil.example", "/a\"onclick=x", "/../x", "/a b"].map(path);
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(found, [some("/samesky"), some("/a/b"), some(""), some(""), None, None, None, None, None]);
    }
}
