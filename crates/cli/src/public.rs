//! Where people reach the server, where that is not loopback.

use samesky_web::server::plain_path;
use samesky_web::state::PublicAddress;
use std::str::FromStr;

/// An address such as `https://samesky.example.org` or `https://www.example.org/samesky`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublicUrl {
    secure: bool,
    /// Host name and port.
    authority: String,
    /// The path below which everything stands, without a slash at its end.
    path: String,
}

impl PublicUrl {
    /// What the server needs to know of it.
    pub(crate) fn address(&self) -> PublicAddress {
        let host = match self.authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => &self.authority,
        };
        let (host, path) = (host.to_owned(), self.path.clone());
        PublicAddress { host, secure: self.secure, authority: self.authority.clone(), path }
    }
}

impl FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || "expected https://HOST or http://HOST, with a path where it is served below one".to_owned();
        let (scheme, rest) = text.split_once("://").ok_or_else(expected)?;
        let secure = match scheme {
            "https" => true,
            "http" => false,
            _ => return Err(expected()),
        };
        let (authority, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
        let authority = authority.to_ascii_lowercase();
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-.:[]".contains(&byte);
        if authority.is_empty() || !authority.bytes().all(fits) {
            return Err(expected());
        }
        let path = plain_path(path).ok_or_else(expected)?;
        Ok(Self { secure, authority, path })
    }
}

#[cfg(test)]
mod tests {
    use super::PublicUrl;

    fn read(text: &str) -> Option<(String, String, bool)> {
        let url: PublicUrl = text.parse().ok()?;
        let address = url.address();
        Some((address.base(), address.host, address.secure))
    }

    #[test]
    fn url_with_host_and_port_is_read_and_others_are_refused() {
        let found = |base: &str, host: &str, secure| Some((base.to_owned(), host.to_owned(), secure));
        assert_eq!(read("https://S.example"), found("https://s.example", "s.example", true));
        assert_eq!(read("http://10.0.0.1:8090/"), found("http://10.0.0.1:8090", "10.0.0.1", false));
        assert_eq!(read("https://s.example/a/b/"), found("https://s.example/a/b", "s.example", true));
        for text in [
            "",
            "s.example",
            "ftp://s.example",
            "https://",
            "https://a/?b",
            "https://a//b",
            "https://a@b",
            "https://a b",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
