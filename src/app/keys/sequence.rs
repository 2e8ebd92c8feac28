//! Keys pressed one after another that mean one thing; most have a single key.

use std::fmt;

use smallvec::{SmallVec, smallvec};

use super::Key;
use super::label;

/// One way to press something, never empty: "j", or "y" and then "b".
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sequence(SmallVec<[Key; 2]>);

impl Sequence {
    /// Reads names of keys with commas between them, "y,b"; a comma by itself is the key.
    #[must_use]
    pub fn named(names: &str) -> Option<Self> {
        if names == "," {
            return Some(Sequence(smallvec![Key::char(',')]));
        }
        let keys: Option<SmallVec<_>> = names.split(',').map(Key::named).collect();
        keys.map(Sequence)
    }

    /// The keys, in the order in which they are pressed.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// Whether one begins with the other, so that both cannot be told apart while they are typed.
    #[must_use]
    pub fn collides(&self, other: &Sequence) -> bool {
        self.0.starts_with(&other.0) || other.0.starts_with(&self.0)
    }

    /// Whether it needs Alt, which not every terminal sends.
    #[must_use]
    pub fn has_alt(&self) -> bool {
        self.0.iter().any(|key| key.alt)
    }

    /// "↓", "y b": as a person reads it.
    #[must_use]
    pub fn label(&self) -> String {
        in_words(&self.0)
    }
}

/// Keys pressed one after another, as a person reads them.
#[must_use]
pub fn in_words(keys: &[Key]) -> String {
    let labels: Vec<String> = keys.iter().map(|key| label(*key)).collect();
    labels.join(" ")
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self.0.iter().map(Key::to_string).collect();
        f.write_str(&names.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_is_read_as_it_is_written() {
        let check = |written: &str, label: &str| {
            let read = Sequence::named(written).expect(written);
            assert_eq!(
                (read.to_string().as_str(), read.label().as_str()),
                (written, label)
            );
        };
        check("j", "j");
        check("y,b", "y b");
        check("Ctrl-X,Down", "Ctrl-X ↓");
        check(",", ",");
        for wrong in ["", "y,", ",y", "y,,", "y,Foo"] {
            assert_eq!(Sequence::named(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn two_collide_when_one_begins_with_the_other() {
        let check = |a: &str, b: &str, expected: bool| {
            let read = |written| Sequence::named(written).expect("a sequence");
            assert_eq!(read(a).collides(&read(b)), expected, "{a} {b}");
        };
        check("y", "y", true);
        check("y", "y,b", true);
        check("y,b", "y", true);
        check("y,a", "y,b", false);
        check("b", "y,b", false);
    }
}
