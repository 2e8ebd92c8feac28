//! How events and sources stand in a packed timeline: what of them is deferred lies behind all of them, in one piece, so
//! that to read what is asked of all touches none of it.

use compact_str::CompactString;
use serde::{Deserialize, Deserializer, Serialize};

/// Values behind one another, each packed for itself.
#[derive(Default, Serialize)]
struct ValueWriter {
    lengths: Vec<u32>,
    bytes: Vec<u8>,
}

impl ValueWriter {
    fn add<T: Serialize>(&mut self, value: &T) -> postcard::Result<()> {
        let packed = postcard::to_allocvec(value)?;
        let length = u32::try_from(packed.len());
        self.lengths
            .push(length.map_err(|_| postcard::Error::SerializeBufferFull)?);
        self.bytes.extend(packed);
        Ok(())
    }
}

/// The same, to be taken out in their order.
#[derive(Deserialize)]
struct ValueReader<'p> {
    lengths: Vec<u32>,
    bytes: &'p [u8],
}

impl ValueReader<'static> {
    /// The packed values; of what is missing nothing.
    fn values(self) -> impl Iterator<Item = &'static [u8]> {
        let mut rest = self.bytes;
        self.lengths.into_iter().map(move |length| {
            let (value, after) = rest.split_at_checked(length as usize).unwrap_or_default();
            rest = after;
            value
        })
    }
}

pub(super) mod events {
    use super::super::{Deferred, Event};
    use super::{Deserialize, Deserializer, ValueReader, ValueWriter};
    use serde::{Serialize, Serializer, ser::Error};

    pub(in super::super) fn serialize<S: Serializer>(
        events: &Vec<Event>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut values = ValueWriter::default();
        for event in events {
            values.add(&*event.details).map_err(S::Error::custom)?;
        }
        (events, values).serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de: 'static, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Event>, D::Error> {
        let (mut events, packed) = <(Vec<Event>, ValueReader)>::deserialize(deserializer)?;
        for (event, details) in events.iter_mut().zip(packed.values()) {
            event.details = Deferred::packed(details);
        }
        Ok(events)
    }
}

pub(super) mod sources {
    use super::super::{Deferred, Source};
    use super::{Deserialize, Deserializer, ValueReader, ValueWriter};
    use serde::{Serialize, Serializer, ser::Error};

    pub(in super::super) fn serialize<S: Serializer>(
        sources: &[Deferred<Box<Source>>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut values = ValueWriter::default();
        for source in sources {
            values.add(&**source).map_err(S::Error::custom)?;
        }
        values.serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de: 'static, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Deferred<Box<Source>>>, D::Error> {
        let packed = ValueReader::deserialize(deserializer)?;
        Ok(packed.values().map(Deferred::packed).collect())
    }
}

/// A text that stays where it is packed.
pub(super) fn unmoved<'de: 'static, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<CompactString, D::Error> {
    <&'static str>::deserialize(deserializer).map(CompactString::const_new)
}
