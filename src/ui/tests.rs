//! What a frame costs: it does not depend on how many events there are, only on how many are in sight.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;

use super::{draw, screen};
use crate::app::App;
use crate::app::input::{Input, Key, Size};
use crate::timeline::model::looked_at;
use crate::timeline::{Event, HistoricDate, Timeline, samples};
use crate::ui::theme::Depth;

/// A timeline with so many events more than it has, one a day after its last one.
fn with_events(number: usize) -> Timeline {
    let mut timeline = samples::tours();
    let last = postcard::to_allocvec(timeline.events.last().unwrap()).unwrap();
    let copy = || postcard::from_bytes::<Event>(&last).unwrap();
    let first = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
    let days = first.iter_days().take(number).enumerate();
    timeline.events.extend(days.map(|(at, day)| Event {
        id: format!("more-{at}"),
        date: HistoricDate::of_day(day).unwrap(),
        ..copy()
    }));
    timeline
}

fn press(app: &mut App, keys: &str) {
    for key in keys.split_whitespace() {
        app.handle(Input::Key(Key::named(key).unwrap()));
    }
}

fn reader(timeline: Timeline) -> App {
    let mut app = App::new(timeline).unwrap();
    let (columns, rows) = (120, 40);
    app.handle(Input::Resize(Size { columns, rows }));
    app
}

/// To halve its way to each column of the overview takes a few looks more, and a fuller lane has more signs; but a pass
/// over the events would look at each of them.
const MORE: usize = 4_000;

#[test]
fn a_key_and_its_frame_look_at_what_is_in_sight_alone() {
    let mut readers = [1_000, 20_000].map(|number| reader(with_events(number)));
    let mut check = |keys: &str| {
        let [few, many] = readers.each_mut().map(|app| {
            let (last, before) = keys.rsplit_once(' ').map_or((keys, ""), |(a, b)| (b, a));
            press(app, "1 Esc Esc Esc");
            press(app, before);
            let mut buffer = Buffer::empty(screen(app));
            looked_at::during(|| {
                press(app, last);
                draw(app, Depth::True, &mut buffer);
            })
        });
        assert!(many < few + MORE, "{keys}: {few} looks, or {many}");
    };
    for view in ["1 g j j j", "1 G", "2", "2 g j", "3", "3 j", "4", "4 j"] {
        for key in [
            "j", "k", "PgDn", "PgUp", "G", "g", "Left", "Right", "Tab", "Enter", "+", "-",
        ] {
            check(&format!("{view} {key}"));
        }
    }
}
