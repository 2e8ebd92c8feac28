//! `neutrality check`: all faults of all files.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};
use std::path::Path;

use super::{named_filters, print, progress, wants_colour};
use crate::app::App;
use crate::cli::{CheckArgs, Format};
use crate::error::Error;
use crate::export::json;
use crate::files::{Origin, faults_of_pictures};
use crate::timeline::Timeline;
use crate::timeline::coverage::coverage;
use crate::timeline::diagnostic::{Fault, Report, Severity};
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

/// A file with its faults, among them those of its filters, whose flags only the command line knows, and of the
/// pictures beside it.
fn load_with_filters(origin: Origin) -> Result<Loaded, Error> {
    let name = origin.name();
    let (source, mut loaded) = progress::reporting(&name, |progress| {
        let gathered = origin.gather(progress)?;
        // The text is needed again where filters or pictures are at fault, and else not copied.
        let may_need_it = |part: &load::Part| {
            let has = |word: &str| memchr::memmem::find(&part.bytes, word.as_bytes()).is_some();
            has("filters") || has("image")
        };
        let source = match gathered.parts.iter().any(may_need_it) {
            true => load::joined(&gathered.parts),
            false => String::new(),
        };
        Ok((source, gathered.load(progress, &mut None)))
    })?;
    let mut found = faults_of_filters(&mut loaded.timeline);
    if let Some(timeline) = &loaded.timeline {
        found.extend(faults_of_pictures(timeline));
    }
    loaded.report.add(&source, found);
    Ok(loaded)
}

/// What is wrong with the filters: with what they ask for, and with names that mean something else in the reader.
fn faults_of_filters(timeline: &mut Option<Timeline>) -> Vec<Fault> {
    let named = |timeline: &Timeline| !timeline.filters.is_empty();
    let Some(with_filters) = timeline.take_if(|timeline| named(timeline)) else {
        return Vec::new();
    };
    let filters = with_filters.filters.iter();
    let mut faults: Vec<Fault> = filters
        .filter_map(|named| {
            let reason = named_filters::fault_of(named, &with_filters)?;
            Some(Fault {
                severity: Severity::Error,
                span: named.flags_at.clone(),
                message: format!("the filter `{}` means nothing: {reason}", named.id),
                help: None,
            })
        })
        .collect();
    // Nothing is read of a timeline without events, and no name is asked for.
    if with_filters.events.is_empty() {
        *timeline = Some(with_filters);
        return faults;
    }
    let Some(app) = App::new(with_filters) else {
        return faults;
    };
    let filters = app.timeline().filters.iter();
    faults.extend(filters.filter_map(|named| {
        Some(Fault {
            severity: Severity::Warning,
            span: named.id_at.clone(),
            message: format!("the filter `{}` needs another name", named.id),
            help: Some(named_filters::led_elsewhere(&app, &named.id)?),
        })
    }));
    *timeline = app.into_timeline();
    faults
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
