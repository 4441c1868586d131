//! How much the server takes, and how long it waits.

use std::time::Duration;

/// Bytes of a request at most, where an address does not take more: forms of pages, JSON documents.
pub const FORM: usize = 2 << 20;
/// Bytes of a request that brings files or a text, at most.
pub const UPLOAD: usize = 100 << 20;

/// How much the server takes, and how long it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at once; more wait until one ends.
    pub connections: usize,
    /// For the head of a request, and for the next request of a connection that is kept.
    pub header: Duration,
    /// For each piece of a body, sent or taken; the whole of a request's may take twenty times as long.
    pub body: Duration,
    /// For the requests that are under way when the server is asked to stop.
    pub stop: Duration,
}

impl Default for Limits {
    /// 1000 connections, 15 and 30 seconds, 20 seconds.
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { connections: 1_000, header: seconds(15), body: seconds(30), stop: seconds(20) }
    }
}
