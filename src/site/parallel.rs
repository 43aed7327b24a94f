//! Work spread over all cores.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Rendering nests deeply, most of all without optimisation.
pub const STACK: usize = 16 << 20;

/// Maps items on all cores, in order. A panic in `work` is passed on.
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let some = || {
        let mut done = Vec::new();
        while let index = next.fetch_add(1, Ordering::Relaxed)
            && let Some(item) = items.get(index)
        {
            done.push((index, work(item)));
        }
        done
    };
    let mut done: Vec<(usize, R)> = on_all_cores(items.len(), some).into_iter().flatten().collect();
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Does something with each item, on all cores, until it fails for one; the failure is the answer.
pub fn try_each<T: Sync, E: Send>(items: &[T], work: impl Fn(&T) -> Result<(), E> + Sync) -> Result<(), E> {
    let next = AtomicUsize::new(0);
    let some = || {
        while let index = next.fetch_add(1, Ordering::Relaxed)
            && let Some(item) = items.get(index)
        {
            work(item).inspect_err(|_| next.store(items.len(), Ordering::Relaxed))?;
        }
        Ok(())
    };
    on_all_cores(items.len(), some).into_iter().collect()
}

/// Runs the same on as many threads as there are cores, and no more than there are items.
fn on_all_cores<R: Send>(items: usize, work: impl Fn() -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(items);
    thread::scope(|scope| {
        let start = |_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, &work);
        let running: Vec<_> = (0..threads).map_while(|index| start(index).ok()).collect();
        if running.is_empty() {
            return vec![work()];
        }
        let ended = running.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        ended.collect()
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn keeps_the_order() {
        let numbers: Vec<u32> = (0..1000).collect();
        assert_eq!(super::map(&numbers, |n| n * 2), numbers.iter().map(|n| n * 2).collect::<Vec<_>>());
        assert!(super::map(&[] as &[u32], |n| *n).is_empty());
    }

    #[test]
    fn stops_at_a_failure() {
        let numbers: Vec<u32> = (0..1000).collect();
        assert_eq!(super::try_each(&numbers, |n| if *n == 400 { Err(*n) } else { Ok(()) }), Err(400));
        assert_eq!(super::try_each(&numbers, |_| Ok::<(), ()>(())), Ok(()));
    }
}
