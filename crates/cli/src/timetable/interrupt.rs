//! Ctrl-C and SIGTERM while something is being searched for.

use crate::stop::Stop;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::signal::unix::SignalKind;

/// Becomes true when somebody asked to stop. Asked a second time the process ends, as it would have without this.
pub(super) fn watched() -> Arc<AtomicBool> {
    let asked = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&asked);
    let (ready, begun) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        runtime.block_on(async {
            let Ok(mut stop) = Stop::on(&[SignalKind::interrupt(), SignalKind::terminate()]) else { return };
            let _ = ready.send(());
            stop.next().await;
            told.store(true, Ordering::Relaxed);
            stop.next().await;
            std::process::exit(130);
        });
    });
    // Signals are heard from here on; where they cannot be, the channel closes and nothing is waited for.
    let _ = begun.recv();
    asked
}
