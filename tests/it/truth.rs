//! Truth on the screen: timelines made by chance, and what always holds of them, whatever is asked of them or pressed.
//!
//! What is expected is worked out by a plain model in these files, from how the timeline was made and not from what the
//! program read. The ordinary run takes the same seeds every time; `NEUTRALITY_STEPS` multiplies its steps, and
//! `NEUTRALITY_SEED` begins at another seed. A failure names its seed.

mod asked;
mod chance;
mod dates;
mod exact;
mod keys;
mod made;
mod standing;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use chance::Chance;

/// A number that the environment has under a name.
fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// Runs a test on so many seeds, or on as many times more as are asked for, and says at which one it failed.
fn for_each_seed(seeds: u64, test: impl Fn(&mut Chance)) {
    let first = number("NEUTRALITY_SEED").unwrap_or(1);
    let times = number("NEUTRALITY_STEPS").unwrap_or(1).max(1);
    for seed in first..first + seeds * times {
        let tested = catch_unwind(AssertUnwindSafe(|| test(&mut Chance::new(seed))));
        if let Err(panic) = tested {
            eprintln!("the seed was {seed}");
            resume_unwind(panic);
        }
    }
}
