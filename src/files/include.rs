//! The files of which a timeline consists: the one that is named, and those that it includes.
//!
//! An included file lies in the folder of the first one or below it. Whoever opens a timeline of somebody else opens
//! nothing but that folder, whatever the files say.

use std::fs;
use std::mem;
use std::path::{Path, PathBuf};

use super::beside::{self, Astray};
use super::fingerprint::Fingerprint;
use super::{door, limits, unreadable};
use crate::timeline::load::{self, IncludeFault, Kept, Loaded, Part, Progress, includes};

/// The most files of one timeline.
const MOST: usize = 256;

/// The files of a timeline, the first one first, and what is wrong with their includes.
#[derive(Debug)]
pub(crate) struct Gathered {
    pub parts: Vec<Part>,
    pub faults: Vec<IncludeFault>,
    /// Where the parts lie.
    pub paths: Vec<PathBuf>,
    /// Where files would lie that are included and not there.
    pub absent: Vec<PathBuf>,
}

impl Gathered {
    /// What lies in no folder, and so can include nothing.
    #[must_use]
    pub(super) fn without_folder(name: String, bytes: Vec<u8>) -> Self {
        let fault = |(written, span)| IncludeFault {
            part: 0,
            span,
            message: format!("`{written}` cannot be found: {name} lies in no folder"),
            help: "name the file instead, or join the two".to_owned(),
        };
        let faults = includes(&bytes).into_iter().map(fault).collect();
        Gathered {
            parts: vec![Part { name, bytes }],
            faults,
            paths: Vec::new(),
            absent: Vec::new(),
        }
    }

    /// Reads and checks the timeline, and tells how far it is; what was kept of it before is taken over, and what is
    /// read now is kept.
    #[must_use]
    pub(crate) fn load(mut self, progress: &Progress, kept: &mut Option<Kept>) -> Loaded {
        let paths = mem::take(&mut self.paths);
        let mut loaded = self.load_parts(progress, kept);
        if let Some(timeline) = &mut loaded.timeline {
            timeline.files = loaded.report.starts().zip(paths).collect();
        }
        loaded
    }

    fn load_parts(mut self, progress: &Progress, kept: &mut Option<Kept>) -> Loaded {
        match self.parts.pop() {
            Some(part) if self.parts.is_empty() && self.faults.is_empty() => {
                load::read_again(limits(), &part.name, part.bytes, progress, kept)
            }
            last => {
                self.parts.extend(last);
                load::read_parts(limits(), self.parts, self.faults)
            }
        }
    }

    /// Adds another file of the timeline with its own includes; one that is there already is not read twice.
    pub(super) fn add(&mut self, other: Gathered) {
        let known: Vec<PathBuf> = self.paths.iter().flat_map(fs::canonicalize).collect();
        let files = other.paths.into_iter().zip(other.parts);
        let mut places: Vec<Option<usize>> = Vec::new();
        for (path, part) in files {
            let is_known = fs::canonicalize(&path).is_ok_and(|path| known.contains(&path));
            places.push((!is_known).then_some(self.parts.len()));
            if !is_known {
                self.paths.push(path);
                self.parts.push(part);
            }
        }
        let faults = other.faults.into_iter().filter_map(|mut fault| {
            fault.part = places.get(fault.part).copied().flatten()?;
            Some(fault)
        });
        self.faults.extend(faults);
        self.absent.extend(other.absent);
    }

    /// What tells whether anything has changed.
    #[must_use]
    pub(crate) fn fingerprint(&self) -> Fingerprint {
        let parts = self.parts.iter().map(|part| part.bytes.as_slice());
        let faults = self.faults.iter().map(|fault| fault.message.as_bytes());
        Fingerprint::of(parts.chain(faults))
    }
}

/// Follows the includes of a file that was read, depth first, within so many bytes.
#[must_use]
pub(crate) fn gather(path: &Path, name: String, bytes: Vec<u8>, limit: u64) -> Gathered {
    let mut gatherer = Gatherer {
        root: beside::folder(path),
        left: limit.saturating_sub(bytes.len() as u64),
        seen: fs::canonicalize(path).into_iter().collect(),
        open: Vec::new(),
        found: Gathered {
            parts: Vec::new(),
            faults: Vec::new(),
            paths: Vec::new(),
            absent: Vec::new(),
        },
    };
    gatherer.add(path.to_owned(), name, bytes);
    gatherer.found
}

struct Gatherer {
    /// The folder that no include may leave.
    root: Option<PathBuf>,
    /// How many bytes more may be read.
    left: u64,
    /// Files that are read already.
    seen: Vec<PathBuf>,
    /// Files whose includes are being followed.
    open: Vec<PathBuf>,
    found: Gathered,
}

impl Gatherer {
    /// Adds a file and all that it includes.
    fn add(&mut self, path: PathBuf, name: String, bytes: Vec<u8>) {
        let part = self.found.parts.len();
        let included = includes(&bytes);
        self.found.parts.push(Part { name, bytes });
        self.found.paths.push(path.clone());
        self.open.extend(fs::canonicalize(&path));
        for (written, span) in included {
            if let Err((message, help)) = self.include(&path, &written) {
                self.found.faults.push(IncludeFault {
                    part,
                    span,
                    message,
                    help,
                });
            }
        }
        self.open.pop();
    }

    /// Reads an included file, or says why it is not read and what can be done.
    fn include(&mut self, from: &Path, written: &str) -> Result<(), (String, String)> {
        let fault = |message: String, help: &str| Err((message, help.to_owned()));
        let path = beside::way(from, written);
        let real = match beside::find(self.root.as_deref(), from, written) {
            Ok(real) => real,
            Err(astray) => {
                let help = match astray {
                    Astray::Outside => {
                        "an included file lies in the folder of the first one, or below it"
                    }
                    Astray::Absent => {
                        self.found.absent.push(path);
                        "the way leads from the file that includes it"
                    }
                };
                return fault(astray.in_words(written), help);
            }
        };
        if self.open.contains(&real) {
            let help = "take one of the two includes out";
            return fault(format!("`{written}` includes this file in turn"), help);
        }
        if self.seen.contains(&real) {
            return Ok(());
        }
        if self.seen.len() >= MOST {
            return fault(
                format!("a timeline has at most {MOST} files"),
                "join some of them",
            );
        }
        let bytes = door::file(&path, self.left)
            .map_err(|error| (unreadable(written, &error), "look at it".to_owned()))?;
        self.left = self.left.saturating_sub(bytes.len() as u64);
        self.seen.push(real);
        let name = path.display().to_string();
        self.add(path, name, bytes);
        Ok(())
    }
}
