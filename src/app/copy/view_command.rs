//! The command line that opens this very view: the view, the place in it and the filter, safe to paste into a shell.
//!
//! The theme and the size are the reader's own, and are left out.

use crate::app::view::cases::CasesState;
use crate::app::view::lanes::ages;
use crate::app::{App, View};
use crate::selection::facet::{Facet, Flags, Takes};
use crate::selection::filter::Filter;
use crate::selection::requirement::Requirement;
use crate::selection::value::Value;
use crate::text;
use crate::timeline::Timeline;

/// The command, in one line.
///
/// # Errors
/// Why there is none that every shell would take alike.
pub fn view_command(app: &App) -> Result<String, &'static str> {
    let mut words = vec!["neutrality".to_owned()];
    words.extend(named_files(&app.setup.files));
    words.extend(view_flags(app, quoted));
    in_every_shell(words.join(" "))
}

/// One file behind its flag; several as words, for only so they make one timeline.
fn named_files(files: &[String]) -> Vec<String> {
    let word = |file: &String| match file.starts_with('-') {
        true => quoted(&format!("./{file}")),
        false => quoted(file),
    };
    match files {
        [file] => vec![format!("--file={}", quoted(file))],
        files => files.iter().map(word).collect(),
    }
}

/// A command without signs that a terminal would obey, and that no two shells quote alike; nor with such that stand for
/// bytes that are no text.
fn in_every_shell(command: String) -> Result<String, &'static str> {
    let is_safe =
        text::clean(&command) == command && !command.contains(char::REPLACEMENT_CHARACTER);
    is_safe
        .then_some(command)
        .ok_or("the file has signs in its name that no two shells write alike; rename it")
}

/// What of the view no flag says, each as it is called.
#[must_use]
pub fn left_out(app: &App) -> Vec<&'static str> {
    let (location, timeline) = (&app.location, &app.document.timeline);
    let (lanes, cases) = (&location.lanes, &location.cases);
    let is_beside_tour = location.tour.is_some() && location.stop().is_none();
    let in_lanes = location.view == View::Lanes;
    let is_zoomed = match lanes.ages.shown {
        true => lanes.ages.reach.is_some(),
        false => lanes.window.is_some(),
    };
    let is_untold = in_lanes
        && lanes.ages.shown
        && location.stop().is_none()
        && ages::telling_event(app).is_none();
    let in_cases = location.view == View::Cases;
    let parts = [
        (is_beside_tour, "the tour beside it"),
        (in_lanes && is_zoomed, "how far the lanes are zoomed"),
        (is_untold, "the chosen title"),
        (
            in_cases && cases.is_pinned_anew(timeline),
            "the pinned case",
        ),
        (
            in_cases && cases.aspect != CasesState::new(timeline).aspect,
            "the chosen question",
        ),
        (
            in_cases && cases.only_differences,
            "that only differences are shown",
        ),
    ];
    parts
        .into_iter()
        .filter(|(is_left, _)| *is_left)
        .map(|(_, part)| part)
        .collect()
}

/// The flags that open this very view, as a line that a file could have.
#[must_use]
pub fn place_flags(app: &App) -> String {
    view_flags(app, quoted_for_settings).join(" ")
}

fn view_flags(app: &App, quoted: fn(&str) -> String) -> Vec<String> {
    let mut words = Vec::new();
    match app.location.stop() {
        Some((tour, stop)) => {
            let tour = &app.document.timeline[tour].id;
            words.push(format!(
                "--tour={}",
                quoted(&format!("{tour}:{}", stop + 1))
            ));
        }
        None => {
            words.extend(view(app).map(|view| format!("--view={view}")));
            words.extend(place(app).map(|place| format!("--at={}", quoted(&place))));
        }
    }
    let filter = app.location.selection.filter();
    words.extend(flags(filter, &app.document.timeline, quoted));
    words
}

/// The view, unless it is the one that the program begins with.
fn view(app: &App) -> Option<String> {
    let location = &app.location;
    if location.view == View::Lanes && location.lanes.ages.shown {
        return Some("ages".to_owned());
    }
    let view = View::ALL.iter().find(|(view, ..)| *view == location.view);
    let (_, _, name) = view.filter(|(view, ..)| *view != View::Timeline)?;
    Some(name.to_lowercase())
}

/// The filter as a line of flags that a settings file could have.
#[must_use]
pub(in crate::app) fn filter_flags(filter: &Filter, timeline: &Timeline) -> String {
    flags(filter, timeline, quoted_for_settings).join(" ")
}

/// The event, the day, the claim or the case that is selected; in the ages an event of the chosen title.
fn place(app: &App) -> Option<String> {
    let timeline = &app.document.timeline;
    match app.location.view {
        View::Timeline if app.location.is_before_events() => None,
        View::Timeline => {
            let selection = &app.location.selection;
            let selected = selection.selected();
            selection
                .shows(selected)
                .then(|| timeline[selected].id.to_string())
        }
        View::Lanes if app.location.lanes.ages.shown && ages::telling_event(app).is_some() => {
            ages::telling_event(app).map(|event| timeline[event].id.to_string())
        }
        View::Lanes => {
            let selected = app.location.selection.selected();
            let event = &timeline[selected];
            // The event also says which row is chosen.
            let is_on_day = event.date.representative_day() == app.location.lanes.as_of;
            if is_on_day && app.location.lanes.asks_of_a_day() {
                return Some(event.id.to_string());
            }
            let day = app.location.lanes.date();
            day.map(|day| day.written().to_owned())
        }
        View::Article => app.location.passage.map(|id| timeline[id].id.clone()),
        View::Cases => app.location.cases.case.map(|id| timeline[id].id.clone()),
    }
}

/// The filter as flags, in the order of the facets.
fn flags(filter: &Filter, timeline: &Timeline, quoted: fn(&str) -> String) -> Vec<String> {
    let mut words = Vec::new();
    for (facet, flags) in Facet::all().filter_map(|facet| Some((facet, facet.flags()?))) {
        let included: Vec<Value> = filter.choices.included_of(facet).collect();
        words.extend(included_as(flags, &included, timeline, quoted));
        for required in filter.choices.required_of(facet) {
            words.push(match required {
                Requirement::Value(value) => {
                    format!("--with-{}={}", flags.name, quoted(&value.key(timeline)))
                }
                Requirement::Party(country, role) => {
                    let party = format!("{}:{}", timeline[country].id, timeline[role].id);
                    format!("--party={}", quoted(&party))
                }
            });
        }
        let excluded: Vec<Value> = filter.choices.excluded_of(facet).collect();
        let exclude = Flags { name: "", ..flags };
        let without = included_as(exclude, &excluded, timeline, quoted).into_iter();
        words.extend(
            without.map(|flag| flag.replacen("--", &format!("--without-{}", flags.name), 1)),
        );
    }
    let dates = [("--from", &filter.range.from), ("--to", &filter.range.to)];
    for (flag, date) in dates {
        words.extend(
            date.as_ref()
                .map(|date| format!("{flag}={}", quoted(date.written()))),
        );
    }
    let text = filter.text.as_ref();
    words.extend(text.map(|text| format!("--search={}", quoted(&text.words))));
    words.extend(filter.marked.as_ref().map(|_| "--marked".to_owned()));
    words
}

/// "--country=belgium" for each value; all values of a facet, and figures up to one, as their flags take them.
fn included_as(
    flags: Flags,
    values: &[Value],
    timeline: &Timeline,
    quoted: fn(&str) -> String,
) -> Vec<String> {
    if let Takes::UpTo(_) = flags.takes {
        let figures = values.iter().map(|value| value.key(timeline));
        return figures
            .max()
            .map(|most| format!("--{}={most}", flags.name))
            .into_iter()
            .collect();
    }
    let flag = |value: &Value| match value.key(timeline) {
        key if key.is_empty() => format!("--{}", flags.name),
        key => format!("--{}={}", flags.name, quoted(&key)),
    };
    values.iter().map(flag).collect()
}

/// A word as a line of flags in a file has it: between quotation marks that it does not have itself.
fn quoted_for_settings(word: &str) -> String {
    match (word.contains('"'), word.contains('\'')) {
        (true, true) => format!("\"{}\"", word.replace('"', "")),
        (true, false) => format!("'{word}'"),
        _ if word.contains(char::is_whitespace) || word.contains('\'') => format!("\"{word}\""),
        _ => word.to_owned(),
    }
}

/// A word as every shell takes it: as it is where nothing in it means anything to one, else between single quotes.
///
/// A backslash means something between the quotes of one shell and nothing between those of others; it stands outside.
fn quoted(word: &str) -> String {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "-_.:/".contains(sign);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    let inner = word.replace('\\', "\u{0}").replace('\'', "'\\''");
    let inner = inner.replace('\u{0}', "'\\\\'");
    format!("'{inner}'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn before_the_events_no_event_is_named() {
        let mut app = App::new(crate::timeline::samples::tours()).unwrap();
        app.start_before_events();
        assert_eq!(place(&app), None);
        app.start_at("london-1839");
        assert_eq!(place(&app).as_deref(), Some("london-1839"));
    }

    #[test]
    fn what_no_two_shells_write_alike_is_no_command() {
        let check = |file: &str, expected: Option<&str>| {
            let command = in_every_shell(format!("neutrality --file={}", quoted(file)));
            assert_eq!(command.as_deref().ok(), expected, "{file:?}");
        };
        check("a.toml", Some("neutrality --file=a.toml"));
        check("Åland ¶.toml", Some("neutrality --file='Åland ¶.toml'"));
        for sign in [
            '\u{1b}', '\n', '\t', '\u{7f}', '\u{9b}', '\u{202e}', '\u{fffd}',
        ] {
            check(&format!("a{sign}b.toml"), None);
        }
    }

    #[test]
    fn files_are_named_as_they_make_one_timeline() {
        let check = |files: &[&str], expected: &str| {
            let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
            assert_eq!(named_files(&files).join(" "), expected, "{files:?}");
        };
        check(&[], "");
        check(&["a.toml"], "--file=a.toml");
        check(&["-a.toml"], "--file=-a.toml");
        check(&["a.toml", "it's.toml"], "a.toml 'it'\\''s.toml'");
        check(&["-a.toml", "b.toml"], "./-a.toml b.toml");
    }

    #[test]
    fn a_word_is_safe_in_a_shell() {
        let check = |word: &str, expected: &str| assert_eq!(quoted(word), expected, "{word}");
        check("belgium", "belgium");
        check("1914-08", "1914-08");
        check("", "''");
        check("two words", "'two words'");
        check("$(rm -rf /)", "'$(rm -rf /)'");
        check("it's", "'it'\\''s'");
        check("a\\b", "'a'\\\\'b'");
        check("`x`; y & z", "'`x`; y & z'");
    }
}
