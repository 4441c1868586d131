//! Time and identifiers that are the same at every run.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use uuid::Uuid;

/// A clock that moves one second at each look, from 2026-03-01T00:00:00Z on.
#[derive(Debug, Default)]
pub struct SteppingClock {
    looks: AtomicI64,
}

impl SteppingClock {
    /// A clock at its beginning.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The next instant.
    pub fn now(&self) -> Timestamp {
        instant(self.looks.fetch_add(1, Ordering::Relaxed))
    }
}

/// 2026-03-01T00:00:00Z and that many seconds.
pub(crate) fn instant(seconds: i64) -> Timestamp {
    const BEGINNING: i64 = 1_772_323_200;
    Timestamp::UNIX_EPOCH
        .checked_add(SignedDuration::from_secs(BEGINNING.saturating_add(seconds)))
        .unwrap_or(Timestamp::MAX)
}

/// A source of identifiers: version 7, each after the one before, the same for the same seed.
#[derive(Debug)]
pub struct Ids {
    seed: u64,
    made: AtomicU64,
}

impl Ids {
    /// A source for this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, made: AtomicU64::new(0) }
    }

    /// The next identifier, of whatever kind is asked for.
    pub fn next<I: From<Uuid>>(&self) -> I {
        let number = self.made.fetch_add(1, Ordering::Relaxed);
        let digest = Sha256::digest(format!("{}/{number}", self.seed));
        let mut random = [0_u8; 10];
        random.copy_from_slice(&digest[..10]);
        I::from(uuid::Builder::from_unix_timestamp_millis(1_772_323_200_000 + number, &random).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    use super::{Ids, SteppingClock};
    use uuid::Uuid;

    #[test]
    fn ids_same_seed_gives_the_same_rising_ids() {
        let take = |seed| {
            let ids = Ids::new(seed);
            [ids.next::<Uuid>(), ids.next(), ids.next()]
        };
        assert_eq!(take(1), take(1));
        assert_ne!(take(1), take(2));
        assert!(take(1).is_sorted());
    }

    #[test]
    fn clock_each_look_is_a_second_later() {
        let clock = SteppingClock::new();
        assert_eq!(clock.now().to_string(), "2026-03-01T00:00:00Z");
        assert_eq!(clock.now().to_string(), "2026-03-01T00:00:01Z");
    }
}
