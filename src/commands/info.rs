//! `neutrality info`: what the program found around it, for questions and reports.

use crate::words::Language;
use std::env;
use std::fmt::Write as _;
use std::io::{self, IsTerminal as _};

use serde_json::{Value, json};

use super::{named_filters, notebook, print, progress, settings, wants_colour};
use crate::app::Theme;
use crate::app::colours::Colours;
use crate::cli::{Format, InfoArgs};
use crate::error::Error;
use crate::export::json::{FORMAT, in_text};
use crate::files::Origin as FileOrigin;
use crate::reader;
use crate::settings::{Layer, SettingOrigin};
use crate::text;
use crate::timeline::Timeline;

/// A part of the answer: its heading, and labels with what was found.
type InfoSection = (&'static str, Vec<(&'static str, String)>);

pub(super) fn run(args: &InfoArgs) -> Result<u8, Error> {
    if args.example {
        return print(settings::EXAMPLE);
    }
    let mut found = settings::find(Layer::default());
    let timeline = progress::timeline(FileOrigin::new(args.file.path()))?;
    let parts = [
        program(),
        settings_in_force(&found),
        what_it_holds(args, &timeline),
        terminal(),
    ];
    found
        .warnings
        .extend(named_filters::taken(timeline, &found.settings));
    match args.format {
        Format::Json => print(&in_text(&as_json(&parts, &found.warnings))),
        Format::Text => {
            found.warn();
            print(&in_words(&parts))
        }
    }
}

fn program() -> InfoSection {
    let citations = if cfg!(feature = "citations") {
        "with citations"
    } else {
        "without citations"
    };
    let version = format!("neutrality {}, {citations}", env!("CARGO_PKG_VERSION"));
    ("Program", vec![("version", version)])
}

fn settings_in_force(found: &settings::Found) -> InfoSection {
    let of = &found.settings;
    let file = match (&found.path, found.exists) {
        (None, _) => "none: no home is known".to_owned(),
        (Some(path), true) => text::clean(&path.display().to_string()).into_owned(),
        (Some(path), false) => format!("{} (not there)", text::clean(&path.display().to_string())),
    };
    let yes = |value: bool| if value { "yes" } else { "no" };
    let row =
        |value: &str, origin: SettingOrigin| format!("{}{}", text::clean(value), from(origin));
    let pager = if of.pager.value.is_empty() {
        "none"
    } else {
        &of.pager.value
    };
    let keys = match of.changed_keys.as_slice() {
        [] => "as they come".to_owned(),
        changed => format!("changed for {}", changed.join(", ")),
    };
    let rows = vec![
        ("file", file),
        ("theme", row(of.theme.value.word(), of.theme.origin)),
        ("ascii", row(yes(of.ascii.value), of.ascii.origin)),
        ("mouse", row(yes(of.mouse.value), of.mouse.origin)),
        ("view", row(of.view.value.word(), of.view.origin)),
        ("pager", row(pager, of.pager.origin)),
        ("keys", keys),
        ("colours", own_colours(&of.colours)),
        ("resume", yes(of.resume).to_owned()),
        (
            "language",
            of.language
                .map_or("the timeline’s", Language::code)
                .to_owned(),
        ),
    ];
    ("Settings", rows)
}

fn own_colours(colours: &Colours) -> String {
    let of = |(theme, name): &(Theme, &str)| {
        let chosen = colours.of(*theme);
        let roles: Vec<String> = chosen
            .map(|(role, colour)| format!("{} {colour}", role.name()))
            .collect();
        (!roles.is_empty()).then(|| format!("{name}: {}", roles.join(", ")))
    };
    let changed: Vec<String> = Theme::ALL.iter().filter_map(of).collect();
    match changed.is_empty() {
        true => "as they come".to_owned(),
        false => changed.join("; "),
    }
}

fn from(origin: SettingOrigin) -> String {
    match origin {
        SettingOrigin::Default => String::new(),
        SettingOrigin::File => ", from the file".to_owned(),
        SettingOrigin::Environment(name) => format!(", from {name}"),
        SettingOrigin::Flag => ", from a flag".to_owned(),
    }
}

fn what_it_holds(args: &InfoArgs, timeline: &Timeline) -> InfoSection {
    let origin = FileOrigin::new(args.file.path());
    let holds = [
        text::count(timeline.events.len(), "event"),
        text::count(timeline.spans.len(), "span"),
        text::count(timeline.passages.len(), "passage"),
        text::count(timeline.cases.len(), "case"),
        text::count(timeline.sources.len(), "source"),
    ];
    let marks = match notebook::file(origin) {
        Ok(file) => text::clean(&file.path().display().to_string()).into_owned(),
        Err(error) => error.to_string(),
    };
    let rows = vec![
        ("from", text::clean(&origin.name()).into_owned()),
        ("title", timeline.title.clone()),
        ("holds", holds.join(", ")),
        ("marks", marks),
    ];
    ("Timeline", rows)
}

fn terminal() -> InfoSection {
    let variable = |name: &str| {
        env::var(name).map_or_else(
            |_| "not set".to_owned(),
            |value| text::clean(&value).into_owned(),
        )
    };
    let is_terminal = io::stdout().is_terminal();
    let size = crossterm::terminal::size()
        .ok()
        .filter(|_| is_terminal)
        .map_or_else(
            || "not known: standard output is no terminal".to_owned(),
            |(columns, rows)| format!("{columns} × {rows}"),
        );
    let colours = if wants_colour(is_terminal) {
        reader::depth().in_words()
    } else {
        "none"
    };
    let rows = vec![
        ("TERM", variable("TERM")),
        ("COLORTERM", variable("COLORTERM")),
        ("NO_COLOR", variable("NO_COLOR")),
        ("colours", colours.to_owned()),
        ("size", size),
    ];
    ("Terminal", rows)
}

fn in_words(parts: &[InfoSection]) -> String {
    let mut text = String::new();
    for (heading, rows) in parts {
        let _ = writeln!(text, "{heading}");
        for (label, value) in rows {
            let _ = writeln!(text, "  {}  {value}", text::pad(label, 10));
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn as_json(parts: &[InfoSection], warnings: &[String]) -> Value {
    let mut answer = json!({ "format": FORMAT, "warnings": warnings });
    for (heading, rows) in parts {
        let rows: serde_json::Map<String, Value> = rows
            .iter()
            .map(|(label, value)| ((*label).to_lowercase(), value.clone().into()))
            .collect();
        answer[heading.to_lowercase()] = Value::Object(rows);
    }
    answer
}
