//! The reader in lines of text: what a screen would show is said, what a key would do is typed.
//!
//! Underneath is the same [`App`] with the same keys; this room only says what became of it. Lines in, lines out:
//! it reads no terminal, writes nothing and knows no escape sequence. What has been said is not said again: after
//! every line come the message, if there is one, and what changed.
//!
//! - `listing`: what there is to choose where one is, and what that place is called.
//! - `page`: a page with numbers behind its links.
//! - `typed`: what a typed line means.

mod listing;
mod page;
mod typed;

use crate::app::App;
use crate::app::input::{Effect, Input, Size};
use crate::app::keys::{Binding, Context};
use crate::app::screen::hints;
use crate::text::wrap::wrap;
use listing::Listing;
use typed::LineMeaning;

/// Items that are said at once.
const ITEMS: usize = 10;

/// Rows of the screen that nobody sees: so many that all of a page is in sight.
const ROWS: u16 = 1000;

/// What is said after a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Whole lines.
    pub text: String,
    /// Whether the reader was left.
    pub ended: bool,
}

/// The reader with what has been said last.
pub struct Linear {
    app: App,
    columns: usize,
    /// What was said to be where one is.
    heading: String,
    /// The same of the place that lies under a menu or a prompt.
    beneath: String,
    /// The item that was chosen.
    chosen: Option<usize>,
    /// The first of the items that were said.
    top: usize,
    /// Where the hints were said last.
    hinted: Option<Context>,
}

impl Linear {
    /// The reader in lines of so many columns; few are taken as 80, many as 200.
    #[must_use]
    pub fn new(mut app: App, columns: usize) -> Self {
        let wide = u16::try_from(columns).unwrap_or(u16::MAX);
        app.handle(Input::Resize(Size {
            columns: wide.clamp(80, 200),
            rows: ROWS,
        }));
        Linear {
            app,
            columns,
            heading: String::new(),
            beneath: String::new(),
            chosen: None,
            top: 0,
            hinted: None,
        }
    }

    /// The first thing that is said: what is read, and where it begins.
    pub fn open(&mut self) -> Reply {
        let mut said = Said::new(self.columns);
        said.line(&self.app.timeline().title);
        if let Some(summary) = &self.app.timeline().summary {
            said.line(summary);
        }
        said.blank();
        self.say_changes(&mut said);
        said.ending(false)
    }

    /// Takes a typed line and says what came of it.
    pub fn take(&mut self, line: &str) -> Reply {
        let mut said = Said::new(self.columns);
        self.app.take_message();
        match self.means(line) {
            LineMeaning::Done(Effect::Quit) => return said.ending(true),
            LineMeaning::Done(Effect::Repaint) => self.forget(),
            LineMeaning::Done(Effect::Suspend) => {
                said.line("the terminal itself does this: Ctrl-Z")
            }
            LineMeaning::Done(Effect::Mouse(_)) => {
                self.app.say("nothing here takes the mouse");
            }
            LineMeaning::Done(Effect::Edit(_)) => {
                self.app.say("the editor needs a screen of its own");
            }
            // The terminal is not asked for anything: what would be copied or opened is said.
            LineMeaning::Done(Effect::Copy(text) | Effect::Open(text)) => {
                self.app.take_message();
                // As it is, since a wrapped one could not be used elsewhere.
                said.text.push_str(text.trim_end());
                said.text.push('\n');
                return said.ending(false);
            }
            LineMeaning::Done(Effect::Draw) => {}
            LineMeaning::Turn(forward) => {
                self.turn(forward, &mut said);
                return said.ending(false);
            }
            LineMeaning::Nothing(why) => {
                said.line(&why);
                return said.ending(false);
            }
        }
        self.say_changes(&mut said);
        said.ending(false)
    }

    /// Makes everything be said again.
    fn forget(&mut self) {
        self.heading.clear();
        self.beneath.clear();
        self.hinted = None;
    }

    /// Says the message, then where one is and what is there, or only which item is chosen now.
    fn say_changes(&mut self, said: &mut Said) {
        if let Some(message) = self.app.message() {
            said.line(message);
        }
        let mut listing = listing::listing(&self.app, self.columns);
        let browses = self.app.overlay().is_none();
        if listing.heading != self.heading && browses && listing.heading == self.beneath {
            // A menu or a prompt was left, and all is as it was.
            said.line(&listing.heading);
            self.hinted = Some(self.app.context());
            self.top = listing.chosen.unwrap_or(0) / ITEMS * ITEMS;
            listing
                .chosen
                .into_iter()
                .for_each(|at| said.item(&listing, at));
        } else if listing.heading != self.heading {
            // An empty line follows a link only when it was gone to.
            self.app.unlink();
            listing.chosen = listing.chosen.filter(|_| !listing.is_page());
            said.blank();
            said.line(&listing.heading);
            for line in &listing.text {
                said.text.push_str(line);
                said.text.push('\n');
            }
            self.top = listing.chosen.unwrap_or(0) / ITEMS * ITEMS;
            if !listing.is_page() {
                self.say_items(&listing, said);
            }
            self.say_hints(&listing, said);
        } else if listing.chosen != self.chosen
            && let Some(chosen) = listing.chosen
        {
            if (self.top..self.top + ITEMS).contains(&chosen) || listing.is_page() {
                said.item(&listing, chosen);
            } else {
                self.top = chosen / ITEMS * ITEMS;
                self.say_items(&listing, said);
            }
        } else if said.is_empty() {
            said.line("nothing changed");
        }
        if browses {
            self.beneath.clone_from(&listing.heading);
        }
        (self.heading, self.chosen) = (listing.heading, listing.chosen);
    }

    /// Turns to other items of a long list.
    fn turn(&mut self, forward: bool, said: &mut Said) {
        let listing = listing::listing(&self.app, self.columns);
        if listing.is_page() {
            return said.line("all of it has been said; what there is to go to has a number");
        }
        let top = if forward {
            Some(self.top + ITEMS).filter(|top| *top < listing.items.len())
        } else {
            self.top.checked_sub(ITEMS)
        };
        match top {
            Some(top) => {
                self.top = top;
                self.say_items(&listing, said);
            }
            None if forward => said.line("these were the last"),
            None => said.line("these were the first"),
        }
    }

    /// Ten items with their numbers, and how many more there are.
    fn say_items(&self, listing: &Listing, said: &mut Said) {
        let end = (self.top + ITEMS).min(listing.items.len());
        for at in self.top..end {
            said.item(listing, at);
        }
        let left = listing.items.len() - end;
        if left > 0 {
            said.line(&format!("({left} more: type more)"));
        }
    }

    /// What can be typed here, when one has come to another sort of place.
    fn say_hints(&mut self, listing: &Listing, said: &mut Said) {
        let context = self.app.context();
        if self.hinted.replace(context) == Some(context) {
            return;
        }
        let typed = |(binding, word): (&Binding, &'static str)| {
            // A hint stays on one line.
            format!("{} {word}", typed::key_to_type(binding)).replace(' ', "\u{a0}")
        };
        let mut hints: Vec<String> = listing.note.iter().cloned().collect();
        hints.extend(hints::here(&self.app).into_iter().map(typed));
        said.blank();
        said.line(&format!("Type a number, or: {}", hints.join(", ")));
    }
}

/// Lines that are being said, wrapped at the columns.
struct Said {
    text: String,
    columns: usize,
}

impl Said {
    fn new(columns: usize) -> Self {
        Said {
            text: String::new(),
            columns,
        }
    }

    fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    fn line(&mut self, line: &str) {
        self.wrapped("", line);
    }

    /// An empty line, unless nothing was said or one stands there already.
    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// "*  4  19 Apr 1839  Treaty of London …": the star is where one is.
    fn item(&mut self, listing: &Listing, at: usize) {
        let Some(item) = listing.items.get(at) else {
            return;
        };
        let star = if listing.chosen == Some(at) { '*' } else { ' ' };
        self.wrapped(&format!("{star}{:>3}  ", at + 1), item);
    }

    fn wrapped(&mut self, lead: &str, line: &str) {
        let room = self.columns.saturating_sub(lead.len()).max(1);
        for (row, range) in wrap(line, room).into_iter().enumerate() {
            let before = if row == 0 { lead } else { "                " };
            self.text
                .push_str(before.get(..lead.len()).unwrap_or(before));
            self.text.push_str(&line[range].replace('\u{a0}', " "));
            self.text.push('\n');
        }
    }

    fn ending(self, ended: bool) -> Reply {
        Reply {
            text: self.text,
            ended,
        }
    }
}
