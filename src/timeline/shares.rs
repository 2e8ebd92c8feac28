//! Work on all events of a long file, done on all processors at once; what comes of it is what one would have made.
//!
//! Shares that are worked on at once cannot know what was found in those before them. Where that would decide anything,
//! because there are too many faults for proposals, there is no answer, and one does it all.

use std::panic::resume_unwind;
use std::thread;

use super::diagnostic::Faults;

/// Bytes of a file that a share is made for; fewer are done with sooner than a thread is made.
const SHARE: usize = 1 << 19;

/// In how many shares a file of so many bytes is worked on.
pub(super) fn number(bytes: usize) -> usize {
    let most = bytes / SHARE;
    if most < 2 {
        return 1;
    }
    thread::available_parallelism()
        .map_or(1, usize::from)
        .min(most)
}

/// Works on items in so many shares where that finds what one would find, else as one; the answers in their order.
pub(super) fn work<T: Sync, R: Send>(
    items: &[T],
    shares: usize,
    faults: &Faults,
    work: impl Fn(&[T], &Faults) -> R + Sync,
) -> Vec<R> {
    let Some(done) = at_once(items, shares, faults, &work) else {
        return vec![work(items, faults)];
    };
    let add = |(answer, found)| {
        faults.add(found);
        answer
    };
    done.into_iter().map(add).collect()
}

/// Works on items in so many shares, this thread doing the first; the answers and the faults of each, in their order.
/// `None` where the faults might be others, and where one is to do it.
pub(super) fn at_once<T: Sync, R: Send>(
    items: &[T],
    shares: usize,
    faults: &Faults,
    work: impl Fn(&[T], &Faults) -> R + Sync,
) -> Option<Vec<(R, Faults)>> {
    if shares < 2 {
        return None;
    }
    let (first, others) = items.split_at(items.len().div_ceil(shares));
    let work_on = |items: &[T], found: Faults| (work(items, &found), found);
    let work_on = &work_on;
    let done = thread::scope(|scope| {
        let others = others.chunks(first.len().max(1));
        let threads: Vec<_> = others
            .map(|items| {
                let found = faults.apart();
                let thread = thread::Builder::new().name("reading".into());
                thread.spawn_scoped(scope, move || work_on(items, found))
            })
            .collect();
        let mut done = vec![work_on(first, faults.apart())];
        for thread in threads {
            let of_thread = thread.ok()?.join();
            done.push(of_thread.unwrap_or_else(|panic| resume_unwind(panic)));
        }
        Some(done)
    })?;
    let found = done.iter().map(|(_, found)| found);
    Faults::all_propose(found.chain([faults])).then_some(done)
}
