//! Where the server is reached, by way of whom, and how much it takes.

use super::limits::Limits;
use super::network::Network;
use std::net::IpAddr;

/// Where people reach the server, where that is not loopback.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublicAddress {
    /// The host name that is answered beside the loopback names.
    pub host: String,
    /// Whether TLS stands before the server: cookies then travel by it only.
    pub secure: bool,
    /// The host name with the port, where it has one.
    pub authority: String,
    /// The path below which everything stands, without a slash at its end; empty at the root.
    pub path: String,
}

impl PublicAddress {
    /// The address without a slash at its end.
    #[must_use]
    pub fn base(&self) -> String {
        let authority = if self.authority.is_empty() { &self.host } else { &self.authority };
        format!("{}://{authority}{}", if self.secure { "https" } else { "http" }, self.path)
    }
}

/// Where the server is reached, by way of whom, and how much it takes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reach {
    /// Where people reach it, where that is not loopback.
    pub public: Option<PublicAddress>,
    /// The proxies that are believed.
    pub trusted: Vec<Network>,
    /// How much it takes, and how long it waits.
    pub limits: Limits,
}

impl Reach {
    /// Whether a proxy at this address is believed.
    #[must_use]
    pub fn trusts(&self, address: IpAddr) -> bool {
        self.trusted.iter().any(|network| network.has(address))
    }
}
