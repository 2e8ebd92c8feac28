//! What is typed: at `:`, at `/`, behind the program's name, and as flags to filter by.

use std::sync::OnceLock;

use super::model::assert_screen_is_clean;
use super::{assert_clean, assert_one_clean_line, text};
use crate::app::App;
use crate::app::input::{Code, Input, Key, Size};
use crate::app::picker::readings::Readings;
use crate::cli::FilterArgs;
use crate::commands::filter::filter;
use crate::files::Origin;
use crate::selection::facet::Facet;
use crate::selection::facet_index::FacetIndex;
use crate::selection::filter::Filter;
use crate::selection::search::{Index, Query};
use crate::selection::tally::{self, Tally};
use crate::timeline::{EventId, Timeline, load, samples};

/// Types a text wherever one can be typed.
///
/// # Panics
/// When an answer is not clean, a count is not what a filter leaves, or a search finds other than what is there.
pub fn questions(bytes: &[u8]) {
    let Some(line) = text(bytes) else {
        return;
    };
    let Some(timeline) = timeline() else {
        return;
    };
    let readings = Readings::of(line, &timeline);
    assert!(readings.one().is_none() || !readings.targets.is_empty());
    readings
        .reason
        .as_deref()
        .inspect(|reason| assert_clean(reason));
    search(line, &timeline);
    flags(line, &timeline);
    prompts(line, timeline);
}

/// The timeline that is asked, packed because every run changes one.
fn timeline() -> Option<Timeline> {
    static PACKED: OnceLock<Vec<u8>> = OnceLock::new();
    let packed = PACKED.get_or_init(|| load::pack(&samples::tours()).unwrap_or_default());
    load::unpack(packed).ok()
}

/// What is found has every word, and what is not found lacks one.
fn search(line: &str, timeline: &Timeline) {
    let query = Query::new(line);
    if query.is_empty() {
        return;
    }
    let index = Index::new(timeline);
    let found = index.find(&query, timeline);
    let is_sorted = found.is_sorted();
    assert!(is_sorted && found.len() <= timeline.events.len());
    let narrower = Query::new(&format!("{line} {line}"));
    let again = index.find(&narrower, timeline);
    assert_eq!(found, again, "{line:?} said twice finds something else");
}

fn flags(line: &str, timeline: &Timeline) {
    let args = match FilterArgs::of_line(line) {
        Ok(args) => args,
        Err(wrong) => return assert_one_clean_line(&wrong.to_string()),
    };
    // These two are looked up in the reader's own files.
    if args.marked || !args.named.is_empty() {
        return;
    }
    match filter(&args, timeline, Origin::Shipped) {
        Ok(filter) => check_filter(&filter, timeline),
        Err(error) => assert_clean(&error.to_string()),
    }
}

fn check_filter(filter: &Filter, timeline: &Timeline) {
    for part in filter.parts(timeline) {
        assert_one_clean_line(&part);
    }
    let count = |filter: &Filter| {
        let kept = timeline.events.iter().filter(|event| filter.keeps(event));
        kept.count()
    };
    let index = FacetIndex::new();
    let counts = Tally::new(filter, timeline, &index);
    for value in Facet::all().flat_map(|facet| facet.values(timeline)) {
        let chosen = Filter {
            choices: tally::alone(&filter.choices, value),
            ..filter.clone()
        };
        assert_eq!(counts.of(value), count(&chosen), "{value:?} of {filter:?}");
    }
    for (part, events) in tally::lifts(filter, timeline, &index) {
        assert_eq!(events, count(&filter.without(part)), "{part:?}");
    }
}

/// At `:` and at `/`, taken and given up.
fn prompts(line: &str, timeline: Timeline) {
    let Some(mut app) = App::new(timeline) else {
        return;
    };
    app.handle(Input::Resize(Size {
        columns: 80,
        rows: 24,
    }));
    for prompt in [':', '/'] {
        app.handle(Input::Key(Key::char(prompt)));
        app.handle(Input::Paste(line.to_owned()));
        app.handle(Input::Key(Key::plain(Code::Enter)));
        assert_screen_is_clean(&app);
        check_place(&app);
        for _ in 0..3 {
            app.handle(Input::Key(Key::plain(Code::Esc)));
        }
    }
}

/// The event that is chosen is one that is shown.
fn check_place(app: &App) {
    let selection = app.selection();
    let selected: EventId = selection.selected();
    assert!(
        selection.visible().is_empty() || selection.shows(selected),
        "what is chosen is not shown"
    );
    app.message().inspect(|message| assert_clean(message));
}
