//! The pictures that lie beside a timeline: opened when one is asked for, and looked at by `check`.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};

use super::{beside, door, unreadable};
use crate::error::ReadError;
use crate::picture::{MOST_BYTES, Picture, PictureFault};
use crate::timeline::diagnostic::{Fault, Severity};
use crate::timeline::{EventId, ImageFile, Timeline};

/// The most bytes of all pictures of one document.
const MOST_OF_ALL: usize = 64 << 20;

/// Why a picture cannot be shown, and what can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unshown {
    pub why: String,
    pub help: &'static str,
}

/// The picture beside a timeline, if there is one that can be shown.
///
/// # Errors
/// Says why there is none.
pub(crate) fn picture(timeline: &Timeline, file: &ImageFile) -> Result<Picture, Unshown> {
    let from = timeline.file_with(file.at.start);
    let path = find(from, &file.written)?;
    read(&path, &file.written)
}

/// The pictures of some events, by their order, as far as there is room for them in a document.
#[must_use]
pub(crate) fn pictures(timeline: &Timeline, events: &[EventId]) -> HashMap<EventId, Picture> {
    let mut room = Some(MOST_OF_ALL);
    let of_event = |event: &EventId| {
        let file = timeline[*event].image.as_ref()?.file.as_ref()?;
        // After the first that has no room nothing is read any more, however many there are.
        let left = room?;
        let picture = picture(timeline, file).ok()?;
        room = left.checked_sub(picture.bytes.len());
        room.is_some().then_some((*event, picture))
    };
    events.iter().filter_map(of_event).collect()
}

/// What is wrong with the pictures that a timeline names; a file that several events name is read once.
#[must_use]
pub(crate) fn faults_of_pictures(timeline: &Timeline) -> Vec<Fault> {
    let mut looked_at: HashMap<(Option<&Path>, &str), Option<Unshown>> = HashMap::new();
    let images = timeline
        .events
        .iter()
        .filter_map(|event| event.image.as_ref());
    let files = images.filter_map(|image| image.file.as_ref());
    let fault = |file: &ImageFile, unshown: &Unshown| Fault {
        severity: Severity::Warning,
        span: file.at.clone(),
        message: unshown.why.clone(),
        help: Some(unshown.help.to_owned()),
    };
    let mut faults = Vec::new();
    for file in files {
        let key = (timeline.file_with(file.at.start), file.written.as_str());
        let found = match looked_at.entry(key) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(picture(timeline, file).err()),
        };
        faults.extend(found.as_ref().map(|unshown| fault(file, unshown)));
    }
    faults
}

/// Where the file really lies that a timeline in the file `from` names.
fn find(from: Option<&Path>, written: &str) -> Result<PathBuf, Unshown> {
    let from = from.ok_or_else(|| Unshown {
        why: format!("`{written}` cannot be found: the timeline lies in no folder"),
        help: "open the timeline as a file",
    })?;
    beside::find(beside::folder(from).as_deref(), from, written).map_err(|astray| Unshown {
        why: astray.in_words(written),
        help: match astray {
            beside::Astray::Outside => {
                "a picture lies in the folder of the file that names it, or below it"
            }
            beside::Astray::Absent => "the way leads from the file that names it",
        },
    })
}

fn read(path: &Path, written: &str) -> Result<Picture, Unshown> {
    let bytes = door::file(path, MOST_BYTES).map_err(|error| Unshown {
        why: unreadable(written, &error),
        help: match error {
            ReadError::LargerThan(_) => "make it smaller",
            _ => "look at it",
        },
    })?;
    Picture::new(bytes).map_err(|fault| match fault {
        PictureFault::OtherForm => Unshown {
            why: format!("`{written}` is no PNG, GIF or JPEG"),
            help: "save the picture as a PNG",
        },
        PictureFault::CutOff => Unshown {
            why: format!("`{written}` ends before the picture does"),
            help: "copy the file again",
        },
        PictureFault::Size(width, height) => Unshown {
            why: format!("`{written}` has {width} × {height} pixels"),
            help: "a picture has at least one pixel, at most 10,000 a side, and at most 40 million in all",
        },
    })
}
