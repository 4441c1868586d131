//! Where time, identifiers and secrets come from.

use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

/// A clock, a maker of identifiers and a maker of secrets, handed in by whoever starts the program or the test.
#[derive(Clone)]
pub struct Sources {
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    id: Arc<dyn Fn() -> Uuid + Send + Sync>,
    secret: Arc<dyn Fn() -> [u8; 32] + Send + Sync>,
}

impl Sources {
    /// Takes any clock and any maker of identifiers. Secrets are the operating system's.
    pub fn new(
        now: impl Fn() -> Timestamp + Send + Sync + 'static,
        id: impl Fn() -> Uuid + Send + Sync + 'static,
    ) -> Self {
        Self { now: Arc::new(now), id: Arc::new(id), secret: Arc::new(random) }
    }

    /// The same with secrets from elsewhere, for tests that must know them.
    #[must_use]
    pub fn with_secrets(self, secret: impl Fn() -> [u8; 32] + Send + Sync + 'static) -> Self {
        Self { secret: Arc::new(secret), ..self }
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

    /// 256 new bits that nobody can guess.
    #[must_use]
    pub fn secret(&self) -> [u8; 32] {
        (self.secret)()
    }
}

/// From the operating system. Without it nobody could be let in safely, so the program rather ends.
fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    if let Err(error) = getrandom::fill(&mut bytes) {
        tracing::error!(%error, "the operating system gives no random numbers");
        std::process::abort();
    }
    bytes
}
