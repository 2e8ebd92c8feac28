//! Work on all events of a long timeline, done on all processors at once.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

/// Events that a thread is made for: fewer are done with as soon as it is made.
const SHARE: usize = 1 << 15;

/// Works on so many events, this thread doing the first share; what comes of each, in their order.
pub(super) fn at_once<R: Send>(events: usize, work: impl Fn(Range<usize>) -> R + Sync) -> Vec<R> {
    let most = events / SHARE;
    if most < 2 {
        return vec![work(0..events)];
    }
    let shares = thread::available_parallelism().map_or(1, usize::from);
    let share = events.div_ceil(shares.min(most));
    let work = &work;
    thread::scope(|scope| {
        let others = (share..events).step_by(share).map(|from| {
            let range = from..events.min(from + share);
            let builder = thread::Builder::new().name("filtering".into());
            let thread = builder.spawn_scoped(scope, {
                let range = range.clone();
                move || work(range)
            });
            (range, thread)
        });
        let others: Vec<_> = others.collect();
        let mut done = vec![work(0..share)];
        for (range, thread) in others {
            done.push(match thread {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                // Where no thread can be made, its share is done here.
                Err(_) => work(range),
            });
        }
        done
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_is_in_one_share_and_the_shares_are_in_order() {
        let check = |events: usize| {
            let shares = at_once(events, |range| range);
            let all: Vec<usize> = shares.into_iter().flatten().collect();
            assert!(all.into_iter().eq(0..events), "{events}");
        };
        check(0);
        check(1);
        check(SHARE);
        check(2 * SHARE - 1);
        check(2 * SHARE);
        check(2 * SHARE + 1);
        check(7 * SHARE + 3);
    }
}
