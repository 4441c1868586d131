//! Where the database is and how it is opened.

use std::time::Duration;

/// How a store is opened.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// Make the SQLite file and the folders above it where they are missing.
    pub create: bool,
    /// Connections to the database at once, at least 2.
    pub connections: u32,
    /// How long a write waits for its turn before it gives up.
    pub busy_timeout: Duration,
}

impl Default for OpenOptions {
    /// Create what is missing, 8 connections, 30 seconds.
    fn default() -> Self {
        Self { create: true, connections: 8, busy_timeout: Duration::from_secs(30) }
    }
}
