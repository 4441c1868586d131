//! Being asked to stop.

use futures::future::select_all;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Signals that are heard from the moment in which this is made, so that none ends the process before it has cleaned up.
pub(crate) struct Stop(Vec<Signal>);

impl Stop {
    /// Listens for these signals.
    ///
    /// # Errors
    /// When the system does not let us.
    pub(crate) fn on(kinds: &[SignalKind]) -> std::io::Result<Self> {
        kinds.iter().map(|kind| signal(*kind)).collect::<Result<_, _>>().map(Self)
    }

    /// Waits for one of them.
    pub(crate) async fn asked(mut self) {
        self.next().await;
    }

    /// The same, to be asked again later.
    pub(crate) async fn next(&mut self) {
        select_all(self.0.iter_mut().map(|signal| Box::pin(signal.recv()))).await;
    }
}
