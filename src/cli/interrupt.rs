//! Ctrl-C, and what a service manager sends to end a program.

use atlas_site::output;
use std::process;
use std::thread;
use tokio::runtime::Builder;

/// The status of a program that was interrupted, as shells give it.
const INTERRUPTED: i32 = 130;

/// When the program is told to end, it does this, removes what is half-written, and ends: with 0 when `stop` says that there
/// was nothing left to do. Until then it runs as if nothing had been said.
pub fn on_interrupt(stop: impl FnOnce() -> bool + Send + 'static) {
    let wait = || {
        // Without a thread or signals the system ends the program in its own way.
        let Ok(runtime) = Builder::new_current_thread().enable_all().build() else { return };
        if !runtime.block_on(interrupted()) {
            return;
        }
        let was_done = stop();
        let _halted = output::abandon_unfinished();
        process::exit(if was_done { 0 } else { INTERRUPTED });
    };
    let _ = thread::Builder::new().spawn(wait);
}

/// Waits; false when the system cannot tell.
#[cfg(unix)]
async fn interrupted() -> bool {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut interrupt), Ok(mut terminate)) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        return false;
    };
    tokio::select! {
        _ = interrupt.recv() => true,
        _ = terminate.recv() => true,
    }
}

/// Waits; false when the system cannot tell.
#[cfg(not(unix))]
async fn interrupted() -> bool {
    tokio::signal::ctrl_c().await.is_ok()
}
