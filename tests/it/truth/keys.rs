//! Random walks: whatever keys are pressed in whatever order, the screen tells the truth, Backspace leads to the very
//! place, and what is copied stands on the screen or on the page.

use std::cell::Cell;
use std::sync::LazyLock;

use neutrality::app::input::{Code, Effect, Input, Key, Size};
use neutrality::app::keys::Keymap;
use neutrality::app::{App, Location, Pane, View};
use neutrality::timeline::EventId;

use super::chance::Chance;
use super::for_each_seed;
use super::made::Made;
use crate::common::reader::{loaded, screen, selected};

/// Every key that the table has, those that mean something in several places more often.
static KEYS: LazyLock<Vec<Vec<Key>>> = LazyLock::new(|| {
    let keymap = Keymap::default();
    let keys = keymap.bindings().iter().flat_map(|binding| &binding.keys);
    keys.map(|sequence| sequence.keys().to_vec()).collect()
});

/// Keys that lead somewhere else, and letters to be typed.
const COMMON: [&str; 28] = [
    "1",
    "2",
    "3",
    "4",
    "j",
    "k",
    "j",
    "l",
    "h",
    "Enter",
    "Enter",
    "Esc",
    "Backspace",
    "L",
    "]",
    "[",
    "w",
    "a",
    "s",
    "x",
    "/",
    ":",
    "z",
    "q",
    "f",
    "c",
    "Tab",
    "Space",
];

fn any_keys(chance: &mut Chance) -> Vec<Key> {
    if chance.once_in(3) {
        chance.of(&KEYS).clone()
    } else {
        vec![Key::named(chance.of::<&str>(&COMMON)).unwrap()]
    }
}

fn any_size(chance: &mut Chance) -> Size {
    let sizes = [
        (80, 24),
        (120, 40),
        (60, 16),
        (40, 12),
        (200, 60),
        (100, 30),
    ];
    let (columns, rows) = *chance.of(&sizes);
    if chance.once_in(4) {
        let (columns, rows) = (40 + chance.below(120) as u16, 12 + chance.below(40) as u16);
        return Size { columns, rows };
    }
    Size { columns, rows }
}

/// A reader under way, with the keys that led there.
struct Walk {
    app: App,
    made: Made,
    pressed: Vec<String>,
    /// How many jumps were taken back, and how many texts were copied.
    looked_at: (usize, usize),
}

impl Walk {
    fn new(chance: &mut Chance) -> Self {
        let made = Made::new(chance, 24);
        let mut app = App::new(loaded(&made.toml())).unwrap();
        app.handle(Input::Resize(any_size(chance)));
        Walk {
            app,
            made,
            pressed: Vec::new(),
            looked_at: (0, 0),
        }
    }

    fn press(&mut self, keys: &[Key]) -> Effect {
        self.pressed.push(
            keys.iter()
                .map(Key::to_string)
                .collect::<Vec<_>>()
                .join(" "),
        );
        let effects = keys.iter().map(|key| self.app.handle(Input::Key(*key)));
        effects.last().unwrap_or(Effect::Draw)
    }

    fn named(&mut self, key: &str) -> Effect {
        self.press(&[Key::named(key).unwrap()])
    }

    /// Takes a step, and looks whether it can be taken back where it led elsewhere.
    fn step(&mut self, chance: &mut Chance) -> Effect {
        if chance.once_in(40) {
            let size = any_size(chance);
            self.pressed.push(format!("{}x{}", size.columns, size.rows));
            return self.app.handle(Input::Resize(size));
        }
        let before = self.app.location().clone();
        let is_browsing = self.app.overlay().is_none() && self.app.pending().is_empty();
        let effect = self.press(&any_keys(chance));
        if chance.once_in(4) {
            self.is_settled();
        }
        if is_browsing && self.app.overlay().is_none() {
            self.leads_back(&before, chance);
        }
        effect
    }

    fn says(&self) -> String {
        let size = self.app.size();
        format!(
            "at {}x{} after {}\n{}",
            size.columns,
            size.rows,
            self.pressed.join(" "),
            self.made.toml()
        )
    }

    /// What follows from where the reader is was worked out at once, so that nothing is left to change.
    fn is_settled(&mut self) {
        if self.app.pending().is_empty() {
            let here = self.app.location().clone();
            self.named("Ctrl-L");
            assert!(
                *self.app.location() == here,
                "not settled {}\n{:#?}\n{here:#?}",
                self.says(),
                self.app.location()
            );
        }
    }

    /// Where a jump was made, Backspace leads to the very place that was left, and `L` forward to where it led.
    fn leads_back(&mut self, before: &Location, chance: &mut Chance) {
        let here = self.app.location().clone();
        let is_jump = self.app.left_last() == Some(before) && here != *before;
        if !is_jump || chance.once_in(3) {
            return;
        }
        self.looked_at.0 += 1;
        let is_drawn = chance.once_in(8);
        let frame = is_drawn.then(|| self.frame());
        self.named("Backspace");
        assert!(
            self.app.location() == before,
            "Backspace leads elsewhere {}\n{:#?}\n{before:#?}",
            self.says(),
            self.app.location()
        );
        self.named("L");
        assert!(
            *self.app.location() == here,
            "L leads elsewhere {}\n{:#?}\n{here:#?}",
            self.says(),
            self.app.location()
        );
        if let Some(frame) = frame {
            assert_eq!(self.frame(), frame, "{}", self.says());
        }
        if chance.once_in(2) {
            self.named("Backspace");
        }
    }

    /// The screen without the sentence in its foot, which is of the key and not of the place.
    fn frame(&mut self) -> String {
        self.app.take_message();
        screen(&self.app)
    }

    /// What always holds, and costs no frame.
    fn holds(&self) {
        let (app, selection) = (&self.app, self.app.selection());
        let filter = selection.filter();
        let kept: Vec<EventId> = EventId::all(app.timeline())
            .filter(|event| filter.keeps(&app.timeline()[*event]))
            .collect();
        assert_eq!(selection.visible(), kept, "{}", self.says());
        assert_eq!(
            selection.position().is_some(),
            !kept.is_empty(),
            "{}",
            self.says()
        );
        let (Some(layout), View::Timeline) = (app.layout(), app.location().view) else {
            return;
        };
        if let (Some(list), Some(row)) = (layout.list, app.selected_row()) {
            let window =
                app.location().list_top..app.location().list_top + usize::from(list.height);
            assert!(
                window.contains(&row),
                "row {row} is not in {window:?} {}",
                self.says()
            );
        }
    }

    /// What the screen says of itself.
    fn is_true(&self) {
        let (app, shown) = (&self.app, screen(&self.app));
        let squeezed = squeeze(&shown);
        let (visible, all) = (app.selection().visible().len(), app.timeline().events.len());
        if app.overlay().is_none() && app.pending().is_empty() && app.location().stop().is_none() {
            let count = format!("{visible}of{all}shown");
            assert!(
                squeezed.contains(&count),
                "{count} is not on the screen {}\n{shown}",
                self.says()
            );
        }
        let has_list = app.layout().is_some_and(|layout| layout.list.is_some());
        let browses =
            app.overlay().is_none() && app.pending().is_empty() && app.message().is_none();
        if browses
            && has_list
            && app.location().view == View::Timeline
            && app.location().pane == Pane::List
            && visible > 0
            && !app.selection().is_before_events()
        {
            let title = app.timeline()[app.selection().selected()].short_title();
            let marked = shown.lines().find(|line| line.starts_with('▌'));
            let marked = squeeze(marked.unwrap_or_default());
            let begin: String = squeeze(title).chars().take(8).collect();
            assert!(
                marked.contains(&begin),
                "{begin} is not selected on the screen {}\n{shown}",
                self.says()
            );
        }
    }

    /// What is copied stands on the screen or on the page that is read.
    fn copies_what_is_there(&mut self, chance: &mut Chance) {
        if self.app.overlay().is_some() || !self.app.pending().is_empty() {
            return;
        }
        let what = *chance.of(&["t", "i", "y", "b", "u", "e", "f"]);
        let mut there = squeeze(&screen(&self.app));
        there.push_str(&squeeze(&self.app.page().plain()));
        let Effect::Copy(text) = self.press(&[
            Key::named("y").unwrap(),
            Key::plain(Code::Char(what.chars().next().unwrap())),
        ]) else {
            return;
        };
        self.looked_at.1 += 1;
        // In the lanes the act behind a band is copied, which the foot names where no panel has room to.
        let in_lanes = self.app.location().view == View::Lanes;
        if in_lanes {
            there.push_str(&squeeze(self.app.message().unwrap_or_default()));
        }
        let timeline = self.app.timeline();
        let is_there = |text: &str| there.contains(&squeeze(text));
        // Long titles are cut on narrow screens; the beginning is there.
        let begins_there = |text: &str| {
            let begin: String = squeeze(text).chars().take(10).collect();
            there.contains(&begin)
        };
        let is_named = match what {
            "t" => text.lines().next().is_some_and(begins_there),
            "i" if in_lanes => is_there(&text),
            "i" => {
                let event = timeline.events.iter().find(|event| event.id == text);
                let passage = timeline.passages.iter().find(|passage| passage.id == text);
                let case = timeline.cases.iter().find(|case| case.id == text);
                event
                    .map(neutrality::timeline::Event::short_title)
                    .or(passage.map(|passage| passage.heading.as_str()))
                    .or(case.map(|case| case.title.as_str()))
                    .is_some_and(begins_there)
            }
            "u" => timeline
                .sources
                .iter()
                .any(|source| source.url.as_deref() == Some(text.as_str())),
            "y" | "b" if self.app.location().view == View::Timeline => timeline
                .sources
                .iter()
                .filter(|source| text.contains(&source.title))
                .all(|source| is_there(&source.title)),
            _ => true,
        };
        assert!(
            is_named,
            "y {what} copies {text:?} {}\n{}\n{}",
            self.says(),
            screen(&self.app),
            self.app.page().plain()
        );
        if what == "f" && self.app.location().view == View::Timeline {
            let title = &timeline[self.app.selection().selected()].title;
            assert!(
                text.contains(title.as_str()),
                "{text} {} {}",
                selected(&self.app),
                self.says()
            );
        }
    }
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

#[test]
fn whatever_is_pressed_the_place_is_kept_and_the_counts_add_up() {
    let jumps = Cell::new(0);
    for_each_seed(20, |chance| {
        let mut walk = Walk::new(chance);
        for _ in 0..100 {
            walk.step(chance);
            walk.holds();
        }
        jumps.set(jumps.get() + walk.looked_at.0);
    });
    assert!(jumps.get() > 50, "{} jumps were taken back", jumps.get());
}

#[test]
fn whatever_is_pressed_the_screen_tells_what_is_so() {
    let copies = Cell::new(0);
    for_each_seed(10, |chance| {
        let mut walk = Walk::new(chance);
        for _ in 0..20 {
            for _ in 0..3 {
                walk.step(chance);
            }
            walk.is_true();
            walk.copies_what_is_there(chance);
        }
        copies.set(copies.get() + walk.looked_at.1);
    });
    assert!(copies.get() > 50, "{} texts were copied", copies.get());
}
