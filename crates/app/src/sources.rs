//! Where time and identifiers come from.

use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

/// A clock and a maker of identifiers, handed in by whoever starts the program or the test.
#[derive(Clone)]
pub struct Sources {
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    id: Arc<dyn Fn() -> Uuid + Send + Sync>,
}

impl Sources {
    /// Takes any clock and any maker of identifiers.
    pub fn new(
        now: impl Fn() -> Timestamp + Send + Sync + 'static,
        id: impl Fn() -> Uuid + Send + Sync + 'static,
    ) -> Self {
        Self { now: Arc::new(now), id: Arc::new(id) }
    }

    /// The machine's clock, to the microsecond that both databases keep, and time-ordered random identifiers.
    #[must_use]
    pub fn system() -> Self {
        Self::new(
            || Timestamp::from_microsecond(Timestamp::now().as_microsecond()).unwrap_or(Timestamp::UNIX_EPOCH),
            Uuid::now_v7,
        )
    }

    /// The instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.now)()
    }

    /// A new identifier.
    #[must_use]
    pub fn id<T: From<Uuid>>(&self) -> T {
        T::from((self.id)())
    }
}
