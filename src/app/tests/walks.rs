//! Long walks through the views, a row for each key: where the reader is after it.
//!
//! A step too far, a line too many or a guard that no longer holds shows as a row that has changed;
//! `UPDATE_EXPECT=1 cargo test` keeps what is shown now, to be read before it is committed.

mod lanes;
mod lists;
mod overlays;
mod pages;
mod pointer;
mod pointer_in_lanes;
mod wheel;

use expect_test::Expect;

use super::*;
use crate::app::overlay::Overlay;
use crate::app::view::lanes::rows::Chosen;
use crate::lanes::scale;
use crate::timeline::Timeline;

/// Performs the inputs one after the other, and compares what each of them leads to.
fn walk(app: &mut App, inputs: impl IntoIterator<Item = (String, Input)>, mut expected: Expect) {
    // The row at the margin keeps the others where they are.
    let mut rows = format!("{}\n", place(app));
    for (name, input) in inputs {
        let before = place(app);
        app.handle(input);
        let now = place(app);
        let message = app.message().unwrap_or_default();
        let place = if now == before { "=" } else { &now };
        rows += format!("{name:>10}  {place}  {message}").trim_end();
        rows.push('\n');
    }
    expected.indent(false);
    expected.assert_eq(&rows);
}

/// The same by the names of keys, parted by spaces.
fn keys(app: &mut App, keys: &str, expected: Expect) {
    let input = |name: &str| (name.to_owned(), Input::Key(Key::named(name).unwrap()));
    walk(app, keys.split_whitespace().map(input), expected);
}

/// Where the reader is, in one row.
fn place(app: &App) -> String {
    match &app.overlay {
        None => view(app),
        Some(Overlay::Filter(panel)) => {
            let (facet, at) = (panel.facet().title(), panel.position());
            let shown = app.selection().visible().len();
            format!("panel at {at} of {facet}, {shown} shown")
        }
        Some(Overlay::Picker(picker)) => {
            let (source, top, at) = (picker.source, picker.top, picker.position());
            format!("{source:?} from {top} on {}", at.unwrap_or_default())
        }
        Some(Overlay::Text(_)) => "a text over the panes".to_owned(),
        Some(Overlay::Search { .. } | Overlay::Line(_)) => "a line at the foot".to_owned(),
    }
}

/// Where the reader is in the view, in one row.
fn view(app: &App) -> String {
    let at = app.location();
    let event = selected(app);
    let pane = match (at.pane, at.whole_page) {
        (Pane::List, _) => "",
        (Pane::Page, false) => " in its page",
        (Pane::Page, true) => " in a page",
    };
    let page = match at.page.link {
        Some(link) => format!("page from {} at link {link}", at.page.top),
        None => format!("page from {}", at.page.top),
    };
    match at.view {
        View::Timeline => {
            let before = if at.selection.is_before_events() {
                "before "
            } else {
                ""
            };
            format!("list from {} on {before}{event}{pane}, {page}", at.list_top)
        }
        View::Article => {
            let passage = at
                .passage
                .map(|passage| app.timeline()[passage].id.as_str());
            let (top, passage) = (at.list_top, passage.unwrap_or_default());
            format!("outline from {top} on {passage}{pane}, {page}")
        }
        View::Cases => {
            let cases = &at.cases;
            let case = cases.case.map(|case| app.timeline()[case].id.as_str());
            let (case, from) = (case.unwrap_or_default(), (cases.left, cases.top));
            format!(
                "cases from {from:?} on {case} {:?}{pane}, {page}",
                cases.aspect
            )
        }
        View::Lanes => {
            let lanes = &at.lanes;
            let window = lanes.window.as_ref().map(|days| {
                format!(
                    ", {} to {}",
                    scale::day(days.start),
                    scale::day(days.end - 1)
                )
            });
            let chosen = match lanes.chosen {
                Some(Chosen::Country(country)) => app.timeline()[country].name.clone(),
                Some(Chosen::Group(at)) => app.document().plan().groups[at].title.to_string(),
                None => String::new(),
            };
            let years = match &lanes.ages {
                ages if ages.shown => {
                    let (top, chosen) = (ages.top, ages.chosen);
                    format!("ages from {top} on {chosen:?} to {:?}", ages.reach)
                }
                _ => format!("{}{}", lanes.as_of, window.unwrap_or_default()),
            };
            let (top, panel) = (lanes.top, lanes.panel_top);
            format!("lanes from {top} on {chosen}, {years}, panel from {panel}, {event}")
        }
    }
}
