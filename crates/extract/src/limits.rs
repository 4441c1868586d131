//! How much is read, and what the reading process may use.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Bounds on input and on the reading process. The defaults suit announcements on a small server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Bytes of one input (default 20 MiB).
    pub input_bytes: u64,
    /// Bytes that all parts of an archive unpack to (default 100 MiB).
    pub unpacked_bytes: u64,
    /// Parts of an archive (default 5,000).
    pub archive_entries: usize,
    /// Bytes of the reading process's answer (default 64 MiB).
    pub answer_bytes: u64,
    /// Time by the clock that one document may take (default 30 s).
    pub wall_time: Duration,
    /// Processor time that one document may take, in seconds (default 20).
    pub cpu_seconds: u64,
    /// Address space of the reading process in bytes (default 1 GiB).
    pub memory_bytes: u64,
    /// Reading processes at one time; further callers wait (default 4).
    pub processes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: u64 = 1024 * 1024;
        Self {
            input_bytes: 20 * MIB,
            unpacked_bytes: 100 * MIB,
            archive_entries: 5_000,
            answer_bytes: 64 * MIB,
            wall_time: Duration::from_secs(30),
            cpu_seconds: 20,
            memory_bytes: 1024 * MIB,
            processes: 4,
        }
    }
}
