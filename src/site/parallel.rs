//! Work spread over all cores.

use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::LazyLock;

/// Rendering nests deeply, most of all without optimisation; a thread has 2 MiB otherwise.
pub(crate) const STACK: usize = 16 << 20;

/// Does work on threads with room enough on their stacks: what it gives to rayon is done by all of them.
pub(crate) fn on_all_cores<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    static POOL: LazyLock<Option<ThreadPool>> =
        LazyLock::new(|| ThreadPoolBuilder::new().stack_size(STACK).build().ok());
    match &*POOL {
        Some(pool) => pool.install(work),
        // The system gives no such threads; rayon's own, or this one alone, have to do.
        None => work(),
    }
}
