//! What a frame costs: it does not depend on how many events there are, only on how many are in sight.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;

use super::{draw, screen};
use crate::app::App;
use crate::app::input::{Input, Key, Size};
use crate::timeline::model::looked_at;
use crate::timeline::{Deferred, Event, HistoricDate, Timeline, samples};
use crate::ui::theme::Depth;

/// A timeline with so many events more than it has, one a day after its last one.
fn with_events(number: usize) -> Timeline {
    let mut timeline = samples::tours();
    let last = timeline.events.last().unwrap();
    let details: &'static [u8] = postcard::to_allocvec(&*last.details).unwrap().leak();
    let last: &'static [u8] = postcard::to_allocvec(last).unwrap().leak();
    let copy = || Event {
        details: Deferred::from(postcard::from_bytes::<Box<_>>(details).unwrap()),
        ..postcard::from_bytes(last).unwrap()
    };
    let first = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
    let days = first.iter_days().take(number).enumerate();
    timeline.events.extend(days.map(|(at, day)| Event {
        id: format!("more-{at}").into(),
        date: HistoricDate::of_day(day).unwrap(),
        ..copy()
    }));
    timeline
}

/// A reader on a common screen.
struct CountedReader(App);

impl CountedReader {
    fn new(timeline: Timeline) -> Self {
        let mut reader = CountedReader(App::new(timeline).unwrap());
        let (columns, rows) = (120, 40);
        reader.0.handle(Input::Resize(Size { columns, rows }));
        reader
    }

    fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.0.handle(Input::Key(Key::named(key).unwrap()));
        }
    }

    /// How often the timeline is looked at for a key and its frame.
    fn looks(&mut self, key: &str) -> usize {
        let mut buffer = Buffer::empty(screen(&self.0));
        looked_at::during(|| {
            self.press(key);
            draw(&self.0, Depth::True, &mut buffer);
        })
    }
}

/// To halve its way to each column of the overview takes a few looks more, and a fuller lane has more signs; but a pass
/// over the events would look at each of them.
const MORE: usize = 4_000;

#[test]
fn a_key_and_its_frame_look_at_what_is_in_sight_alone() {
    let mut readers = [1_000, 20_000].map(|number| CountedReader::new(with_events(number)));
    let mut check = |view: &str, key: &str| {
        let [few, many] = readers.each_mut().map(|reader| {
            reader.press("1 Esc Esc Esc");
            reader.press(view);
            reader.looks(key)
        });
        assert!(many < few + MORE, "{view} {key}: {few} looks, or {many}");
    };
    for view in [
        "1 g j j j",
        "1 G",
        "2",
        "2 g j",
        "1 G 2",
        "1 G 2 + + +",
        "3",
        "3 j",
        "4",
        "4 j",
    ] {
        for key in [
            "j", "k", "PgDn", "PgUp", "G", "g", "Left", "Right", "Tab", "Enter", "+", "-",
        ] {
            check(view, key);
        }
    }
}
