//! What stays packed until it is first looked at: of the texts and sources of the shipped timeline a reader sees a few at
//! a time, and none before the first frame. What was read from a file is there at once.

use std::ops::Deref;
use std::sync::OnceLock;
use std::{fmt, slice};

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value that looks as if it were there.
pub struct Deferred<T> {
    /// What it is unpacked from, where it is not there yet.
    packed: &'static [u8],
    value: OnceLock<T>,
}

impl<T: Deserialize<'static> + Default> Deferred<T> {
    /// Changes the value.
    pub fn change(&mut self, change: impl FnOnce(&mut T)) {
        let value = self.value.take();
        let mut value = value.unwrap_or_else(|| unpacked(self.packed));
        change(&mut value);
        self.value = OnceLock::from(value);
    }
}

/// The build packed it with the very same code, so that there is nothing in it that cannot be read.
fn unpacked<T: Deserialize<'static> + Default>(packed: &'static [u8]) -> T {
    postcard::from_bytes(packed).unwrap_or_default()
}

impl<T> From<T> for Deferred<T> {
    fn from(value: T) -> Self {
        Deferred {
            packed: &[],
            value: OnceLock::from(value),
        }
    }
}

impl<T> Deferred<T> {
    /// A value that is not there yet.
    pub(super) fn packed(packed: &'static [u8]) -> Self {
        let value = OnceLock::new();
        Deferred { packed, value }
    }
}

/// Nothing is packed, and it is made when it is looked at.
impl<T> Default for Deferred<T> {
    fn default() -> Self {
        Deferred::packed(&[])
    }
}

impl<T: Deserialize<'static> + Default> Deref for Deferred<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.get_or_init(|| unpacked(self.packed))
    }
}

impl<'a, T: Deserialize<'static>> IntoIterator for &'a Deferred<Vec<T>> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Deserialize<'static> + Default + fmt::Debug> fmt::Debug for Deferred<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Deserialize<'static> + Default + Serialize> Serialize for Deferred<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let packed = postcard::to_allocvec(&**self).map_err(S::Error::custom)?;
        serializer.serialize_bytes(&packed)
    }
}

impl<'de: 'static, T> Deserialize<'de> for Deferred<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&[u8]>::deserialize(deserializer).map(Deferred::packed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{load, samples};

    #[test]
    fn a_value_is_unpacked_when_it_is_looked_at() {
        let check = |value: Vec<String>| {
            let packed = postcard::to_allocvec(&Deferred::from(value.clone())).unwrap();
            let mut read: Deferred<Vec<String>> = postcard::from_bytes(packed.leak()).unwrap();
            assert!(read.value.get().is_none());
            assert_eq!(*read, value);
            read.change(|texts| texts.push("more".to_owned()));
            assert_eq!(read.last().map(String::as_str), Some("more"));
            assert_eq!(read.len(), value.len() + 1);
        };
        check(vec![]);
        check(vec!["a".to_owned(), "ü".to_owned()]);
    }

    #[test]
    fn what_was_not_looked_at_can_be_changed() {
        let packed = postcard::to_allocvec(&Deferred::from(vec![1_u32])).unwrap();
        let mut read: Deferred<Vec<u32>> = postcard::from_bytes(packed.leak()).unwrap();
        read.change(|figures| figures.push(2));
        assert_eq!(*read, [1, 2]);
    }

    #[test]
    fn a_timeline_says_the_same_once_it_was_packed() {
        let timeline = samples::tours();
        let packed = load::pack(&timeline).unwrap();
        let unpacked = load::unpack(packed.clone().leak()).unwrap();
        assert_eq!(load::pack(&unpacked).unwrap(), packed);
        for (unpacked, read) in unpacked.events.iter().zip(&timeline.events) {
            assert_eq!(unpacked.date.edtf(), read.date.edtf());
        }
    }
}
