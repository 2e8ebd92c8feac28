//! A timeline file: from bytes to a checked timeline, and from there to a screen, to other forms and back.

use ratatui::buffer::Buffer;

use super::{assert_clean, text};
use crate::app::App;
use crate::app::input::{Input, Key, Size};
use crate::export::{Extract, json::full};
use crate::import::{ImportForm, import};
use crate::selection::filter::Filter;
use crate::text::is_hostile;
use crate::timeline::diagnostic::Severity;
use crate::timeline::format::ordered::ordered;
use crate::timeline::load::{self, Limits};
use crate::timeline::{Timeline, samples};
use crate::ui::{self, theme::Depth};

/// The longest report of what is wrong with a small file, in bytes: so many for each byte of the file, and these.
const LONGEST_REPORT: usize = 1 << 20;

/// Reads a file; what is read is packed, put in order, exported, imported again and drawn.
///
/// # Panics
/// When a fault is shown with something that a terminal obeys, when an error and a timeline come together, when a form
/// loses an event, or when a cell of the screen is not clean.
pub fn model(bytes: &[u8]) {
    let loaded = load::read_within(Limits::of_mebibytes(1), "a.toml", bytes.to_vec());
    let report = loaded.report.render(false, false);
    assert_clean(&report);
    assert!(
        report.len() <= LONGEST_REPORT,
        "{} bytes are told of {} bytes",
        report.len(),
        bytes.len()
    );
    let errors = loaded.report.count(Severity::Error);
    assert_eq!(loaded.timeline.is_none(), errors > 0, "{report}");
    let Some(timeline) = loaded.timeline else {
        return;
    };
    assert!(load::pack(&timeline).is_ok(), "it cannot be packed");
    if let Some(source) = text(bytes) {
        check_order(source, &timeline);
    }
    check_export(&timeline);
    draw(timeline);
}

/// Put in order the file says the same, and is in order.
fn check_order(source: &str, timeline: &Timeline) {
    let Some(sorted) = ordered(source) else {
        return;
    };
    assert_eq!(
        ordered(&sorted).as_ref(),
        Some(&sorted),
        "is never in order"
    );
    let again = samples::read(&sorted);
    assert_eq!(again.events.len(), timeline.events.len());
}

/// Our own JSON is taken back whole.
fn check_export(timeline: &Timeline) {
    let filter = Filter::default();
    let json = full(&Extract::new(timeline, &filter));
    assert_clean(&json);
    match import("a.json", json.as_bytes(), &ImportForm::Json.into()) {
        Ok(imported) => {
            assert_eq!(imported.events, timeline.events.len());
            let losses = imported.losses;
            assert!(losses.is_empty(), "{losses:?}");
        }
        Err(refusal) => panic!("our own JSON is refused: {refusal}\n{json}"),
    }
}

/// Every view, wide and narrow.
fn draw(timeline: Timeline) {
    let Some(mut app) = App::new(timeline) else {
        return;
    };
    for (columns, rows) in [(40, 10), (100, 30)] {
        app.handle(Input::Resize(Size { columns, rows }));
        for key in ['1', '2', '3', '4', '5', '1'] {
            app.handle(Input::Key(Key::char(key)));
            assert_screen_is_clean(&app);
        }
    }
}

/// Panics where a cell holds what a terminal would obey.
pub(super) fn assert_screen_is_clean(app: &App) {
    let mut buffer = Buffer::empty(ui::screen(app));
    ui::draw(app, Depth::True, &mut buffer);
    for cell in buffer.content() {
        assert!(
            !cell.symbol().chars().any(is_hostile),
            "{:?} on the screen",
            cell.symbol()
        );
    }
}
