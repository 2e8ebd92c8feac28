//! How much of a file is read, and the refusal of what is more: seen before memory is taken for it.

use toml_parser::Source;

use super::pieces::Pieces;

/// How much of a file is read. What is made of its text takes many times the memory of the text, the more the shorter
/// its words are; so both are bounded before anything is made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub(super) mebibytes: u64,
}

impl Limits {
    /// About two million events.
    pub const USUAL: Limits = Limits::of_mebibytes(1024);

    /// Limits for a file of so many mebibytes.
    #[must_use]
    pub const fn of_mebibytes(mebibytes: u64) -> Self {
        Limits { mebibytes }
    }

    /// The largest file, in bytes.
    #[must_use]
    pub const fn bytes(self) -> u64 {
        self.mebibytes << 20
    }

    /// The most words and signs of a file that is read event by event: every value is one, and every event ten.
    pub(super) const fn words(self) -> u64 {
        self.mebibytes * 100_000
    }

    /// The same for a file of this size: a small one may be dense, a large one has to have the words of a large one.
    pub(super) fn of_file(self, bytes: usize) -> Limits {
        let mebibytes = (bytes as u64 >> 20) + 1;
        Limits::of_mebibytes(self.mebibytes.min(mebibytes.max(Self::SMALL)))
    }

    /// Up to this size, in MiB, a file may be of nothing but short words.
    const SMALL: u64 = 64;

    /// What is read as one, with a tree of all of it in memory, is bounded by itself: a sixteenth of a large limit.
    pub(super) const fn of_tree(self) -> Limits {
        let share = self.mebibytes / 16;
        Limits::of_mebibytes(if self.mebibytes < Self::SMALL {
            self.mebibytes
        } else if share < Self::SMALL {
            Self::SMALL
        } else {
            share
        })
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits::USUAL
    }
}

/// As how many words an event counts, beside its values.
pub(super) const WORDS_OF_AN_EVENT: u64 = 10;

/// What the tree takes for a token at most, as measured, in bytes.
const TREE_OF_A_TOKEN: usize = 220;

/// What an event takes that says nothing at all, while the list of them grows: what was read, its faults, and the list
/// as it was before; as measured.
const MEMORY_OF_AN_EVENT: usize = 2400;

/// What an ordinary file takes for every byte while it is read, as measured.
const MEMORY_OF_A_BYTE: usize = 8;

/// Why a text is not read at all: the byte where that is seen, what is wrong, and the way out.
pub(super) struct Refusal {
    pub(super) at: usize,
    pub(super) reason: String,
    pub(super) help: String,
}

/// Whether a file is as small as it has to be, and the memory there that it will need.
pub(super) fn keeps_within(limits: Limits, source: &str) -> Result<(), Refusal> {
    if source.len() as u64 > limits.bytes() {
        return Err(Refusal {
            at: 0,
            reason: format!("the file is larger than {} MiB", limits.mebibytes),
            help: raise(limits),
        });
    }
    // Where the memory is bounded too, it is better to be refused than to be ended in the middle.
    let room = Vec::<u8>::new().try_reserve_exact(source.len() * MEMORY_OF_A_BYTE);
    room.map_err(|_| no_memory())
}

/// Whether there is memory for so many events, and they are no more than a file of this size may have: both are seen
/// before the first one is read.
pub(super) fn has_room_for(limits: Limits, source: &str, pieces: &Pieces) -> Result<(), Refusal> {
    let most = limits.of_file(source.len()).words() / WORDS_OF_AN_EVENT;
    let beyond = usize::try_from(most)
        .ok()
        .and_then(|most| pieces.events.get(most));
    if let Some(event) = beyond {
        return Err(too_many_for_its_size(limits, source, event.start));
    }
    let room = pieces.events.len().saturating_mul(MEMORY_OF_AN_EVENT);
    let room = Vec::<u8>::new().try_reserve_exact(room);
    room.map_err(|_| no_memory())
}

/// How many words and signs a text has of which one tree is made, if there is room for it.
pub(super) fn count_words(limits: Limits, text: &str) -> Result<u64, Refusal> {
    let mut words = 0;
    for token in Source::new(text).lex() {
        words += 1;
        if words > limits.words() {
            return Err(too_many_words(limits, token.span().start()));
        }
    }
    let room = usize::try_from(words)
        .unwrap_or(usize::MAX)
        .saturating_mul(TREE_OF_A_TOKEN);
    let room = Vec::<u8>::new().try_reserve_exact(room);
    room.map_err(|_| no_memory())?;
    Ok(words)
}

/// The same of a file that is smaller than it may be, where a larger limit would be of no help.
pub(super) fn too_many_for_its_size(limits: Limits, source: &str, at: usize) -> Refusal {
    let of_file = limits.of_file(source.len());
    let mut refusal = too_many_words(of_file, at);
    if of_file != limits {
        "divide it".clone_into(&mut refusal.help);
    }
    refusal
}

fn too_many_words(limits: Limits, at: usize) -> Refusal {
    let (most, mebibytes) = (limits.words(), limits.mebibytes);
    Refusal {
        at,
        reason: format!(
            "the file has more than {most} words and signs, too many for a file of {mebibytes} MiB"
        ),
        help: raise(limits),
    }
}

fn raise(limits: Limits) -> String {
    let mebibytes = limits.mebibytes;
    format!("divide it, or set NEUTRALITY_LIMIT to more than {mebibytes}")
}

fn no_memory() -> Refusal {
    Refusal {
        at: 0,
        reason: "there is not enough memory for the file".to_owned(),
        help: "close other programs, or raise the limit of the process".to_owned(),
    }
}
