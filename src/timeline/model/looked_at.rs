//! How often something of a timeline is looked at by its id, so that a test can say what a frame costs without a clock.

use std::cell::Cell;

thread_local! {
    static NUMBER: Cell<usize> = const { Cell::new(0) };
}

pub(super) fn count() {
    NUMBER.set(NUMBER.get() + 1);
}

/// How often that is while something is done.
pub(crate) fn during(work: impl FnOnce()) -> usize {
    let before = NUMBER.get();
    work();
    NUMBER.get() - before
}
