//! What is known of a request on its whole way through the server: its number in the logs, and the path below which the
//! server is reached.

use std::sync::Arc;
use uuid::Uuid;

tokio::task_local! {
    static CURRENT: Passage;
}

/// One request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Its number in the logs and in the answer.
    pub(crate) id: Arc<str>,
    /// The path below which the server is reached, without a slash at its end; empty where it is reached at the root.
    pub(crate) below: Arc<str>,
}

impl Passage {
    /// The request that is being answered; an empty one outside of any.
    pub(crate) fn current() -> Self {
        CURRENT.try_with(Self::clone).unwrap_or_default()
    }

    /// Answers within this request.
    pub(super) async fn during<T>(self, work: impl Future<Output = T>) -> T {
        CURRENT.scope(self, work).await
    }
}

/// A number that a trusted proxy gave, where it is one, else a new one.
pub(super) fn id(given: Option<&str>) -> Arc<str> {
    let plain = |id: &&str| {
        (8..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    };
    given.filter(plain).map_or_else(|| Uuid::now_v7().simple().to_string().into(), Into::into)
}
