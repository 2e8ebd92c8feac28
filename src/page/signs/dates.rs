//! The signs within a date: what it leaves open, in a letter or two.

use super::Collected;
use crate::page::Tone;

pub(super) fn dates(to: &mut Collected) {
    to.group = "In dates";
    for (sign, name, meaning) in [
        ("c.", "about", "The date is approximate."),
        ("?", "in doubt", "The sources for the date are doubted."),
        (
            "–",
            "from … to",
            "All of the time from one date to the other.",
        ),
        (
            "×",
            "between",
            "Some time between the two, and the record does not say when.",
        ),
    ] {
        to.add(sign, Tone::Plain, name, meaning);
    }
}
