//! `neutrality check`: all faults of all files.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};
use std::path::Path;

use super::{filter, print, progress, wants_colour};
use crate::cli::{CheckArgs, Format};
use crate::error::Error;
use crate::export::json;
use crate::files::Origin;
use crate::timeline::coverage::coverage;
use crate::timeline::diagnostic::{Report, Severity};
use crate::timeline::load::{self, Loaded};

/// Exits with 0 when every file is clean, with 1 when one has faults; a file that cannot be read is reported at the end.
pub(super) fn run(args: &CheckArgs) -> Result<u8, Error> {
    let mut paths: Vec<Option<&Path>> =
        args.paths.iter().map(|path| Some(path.as_path())).collect();
    paths.extend(args.file.file.as_deref().map(Some));
    if paths.is_empty() {
        paths.push(None);
    }
    let mut unreadable: Option<Error> = None;
    let mut checked: Vec<Loaded> = Vec::new();
    for path in paths {
        match load_with_filters(Origin::new(path)) {
            Ok(loaded) => checked.push(loaded),
            Err(error) => {
                // All but the last are reported here, in their order; the last is the command's own failure.
                if let Some(earlier) = unreadable.replace(error) {
                    let _ = writeln!(io::stderr(), "neutrality: {earlier}");
                }
            }
        }
    }
    let at_fault = checked
        .iter()
        .any(|loaded| is_at_fault(&loaded.report, args.strict));
    match args.format {
        Format::Json => print(&json::faults(&checked))?,
        Format::Text => print(&in_words(&checked, args.strict))?,
    };
    unreadable.map_or(Ok(u8::from(at_fault)), Err)
}

/// A file with its faults, among them those of its filters, whose flags only the command line knows.
fn load_with_filters(origin: Origin) -> Result<Loaded, Error> {
    let name = origin.name();
    let (source, mut loaded) = progress::reporting(&name, |progress| {
        let gathered = origin.gather(progress)?;
        let source = load::joined(&gathered.parts);
        Ok((source, gathered.load(progress)))
    })?;
    let Some(timeline) = &loaded.timeline else {
        return Ok(loaded);
    };
    for named in &timeline.filters {
        if let Some(reason) = filter::fault_of(named, timeline) {
            let message = format!("the filter `{}` means nothing: {reason}", named.id);
            let at = named.flags_at.clone();
            loaded.report.add_error(&source, at, message);
        }
    }
    Ok(loaded)
}

fn is_at_fault(report: &Report, strict: bool) -> bool {
    report.count(Severity::Error) > 0 || (strict && !report.faults.is_empty())
}

fn in_words(checked: &[Loaded], strict: bool) -> String {
    let terminal = io::stdout().is_terminal();
    let mut text = String::new();
    for Loaded { timeline, report } in checked {
        text.push_str(&report.render(wants_colour(terminal), terminal));
        let _ = writeln!(text, "{}: {}", report.name, report.tally());
        if let Some(timeline) = timeline
            && !is_at_fault(report, strict)
        {
            let _ = write!(text, "{}", coverage(timeline));
        }
    }
    text
}
