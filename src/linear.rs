//! The reader in lines of text: what a screen would show is written out, what a key would do is typed.
//!
//! Underneath is the same [`App`] with the same keys; this room only puts what came of it into words. Lines in, lines out:
//! it reads no terminal, prints nothing and knows no escape sequence. What has been written is not repeated: after
//! every line come the message, if there is one, and what changed.
//!
//! - `listing`: what there is to choose at a location, and its heading.
//! - `page`: a page with numbers behind its links.
//! - `input`: what a typed line means.

mod input;
mod listing;
mod page;

use crate::app::App;
use crate::app::input::{Effect, Input, Saving, Size};
use crate::app::keys::{Binding, Context};
use crate::app::overlay::Overlay;
use crate::app::screen::hints;
use crate::page::about;
use crate::text::wrap::wrap_around_addresses;
use input::LineMeaning;
use listing::Listing;

/// Items that are written at once.
const ITEMS: usize = 10;

/// Rows of the screen that nobody sees: so many that all of a page is in sight.
const ROWS: u16 = 1000;

/// What is written after a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Whole lines.
    pub text: String,
    /// Whether the reader was left.
    pub ended: bool,
}

/// Keeps or writes what is asked for, and says what came of it.
pub type KeepLines = dyn FnMut(&mut App, Saving);

/// The reader with what was written last.
pub struct Linear {
    app: App,
    /// Who keeps marks and writes documents; without it they last as long as the reader.
    keep: Option<Box<KeepLines>>,
    columns: usize,
    /// The heading that was written last.
    heading: String,
    /// The heading of what lies under a menu or a prompt.
    beneath: String,
    /// The item that was chosen.
    chosen: Option<usize>,
    /// The first of the items that were written.
    top: usize,
    /// Where the hints were written last.
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
            keep: None,
            columns,
            heading: String::new(),
            beneath: String::new(),
            chosen: None,
            top: 0,
            hinted: None,
        }
    }

    /// The same with somebody who keeps marks and writes documents.
    #[must_use]
    pub fn kept_by(mut self, keep: Box<KeepLines>) -> Self {
        self.keep = Some(keep);
        self
    }

    /// The reader as it is now.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }

    fn save(&mut self, saving: Saving) {
        match (&mut self.keep, saving) {
            (Some(keep), saving) => keep(&mut self.app, saving),
            (None, Saving::Change(change)) => self.app.change_notebook(change),
            (None, Saving::Export(_)) => self.app.say("nothing is written from here"),
        }
    }

    /// What is written first: what is read, and where it begins.
    pub fn open(&mut self) -> Reply {
        let mut reply = ReplyWriter::new(self.columns);
        reply.line(&self.app.timeline().title);
        if let Some(summary) = &self.app.timeline().summary {
            reply.line(summary);
        }
        if self.app.location().is_before_events() {
            reply.blank();
            let article = about::argument_in_words(self.app.timeline());
            article.into_iter().for_each(|article| reply.line(&article));
            reply.line("Type “about” for what can be walked and asked here.");
        }
        reply.blank();
        self.say_changes(&mut reply);
        reply.ending(false)
    }

    /// Takes a typed line and writes what came of it.
    pub fn take(&mut self, line: &str) -> Reply {
        let mut reply = ReplyWriter::new(self.columns);
        self.app.take_message();
        match self.means(line) {
            LineMeaning::Done(Effect::Quit) => return reply.ending(true),
            LineMeaning::Done(Effect::Repaint) => self.forget(),
            LineMeaning::Done(Effect::Suspend) => {
                reply.line("the terminal itself does this: Ctrl-Z")
            }
            LineMeaning::Done(Effect::Mouse(_)) => {
                self.app.say("nothing here takes the mouse");
            }
            LineMeaning::Done(Effect::Save(saving)) => self.save(*saving),
            LineMeaning::Done(Effect::Edit(_) | Effect::WriteNote(_)) => {
                self.app.say("the editor needs a screen of its own");
            }
            // The terminal is not asked for anything: what would be copied or opened is written.
            LineMeaning::Done(Effect::Copy(text) | Effect::Open(text) | Effect::Print(text)) => {
                self.app.take_message();
                // As it is, since a wrapped one could not be used elsewhere.
                reply.text.push_str(text.trim_end());
                reply.text.push('\n');
                return reply.ending(false);
            }
            // No line shows a picture, and so none is asked for.
            LineMeaning::Done(Effect::Draw | Effect::Picture(_)) => {}
            LineMeaning::Turn(forward) => {
                self.turn(forward, &mut reply);
                return reply.ending(false);
            }
            LineMeaning::Nothing(why) => {
                reply.line(&why);
                return reply.ending(false);
            }
        }
        self.say_changes(&mut reply);
        reply.ending(false)
    }

    /// Makes everything be written again.
    fn forget(&mut self) {
        self.heading.clear();
        self.beneath.clear();
        self.hinted = None;
    }

    /// Writes the message, then the location and what is there, or only which item is chosen now.
    fn say_changes(&mut self, reply: &mut ReplyWriter) {
        if let Some(message) = self.app.message() {
            reply.line(message);
        }
        let mut listing = listing::listing(&self.app, self.columns);
        let browses = self.app.overlay().is_none();
        if listing.heading != self.heading && browses && listing.heading == self.beneath {
            // A menu or a prompt was left, and all is as it was.
            reply.line(&listing.heading);
            self.hinted = Some(self.app.context());
            self.top = listing.chosen.unwrap_or(0) / ITEMS * ITEMS;
            listing
                .chosen
                .into_iter()
                .for_each(|at| reply.item(&listing, at));
        } else if listing.heading != self.heading {
            // An empty line follows a link only when it was gone to.
            self.app.unlink();
            listing.chosen = listing.chosen.filter(|_| !listing.is_page());
            reply.blank();
            reply.line(&listing.heading);
            for line in &listing.text {
                reply.text.push_str(line);
                reply.text.push('\n');
            }
            self.top = listing.chosen.unwrap_or(0) / ITEMS * ITEMS;
            if !listing.is_page() {
                self.say_items(&listing, reply);
            }
            self.say_hints(&listing, reply);
        } else if listing.chosen != self.chosen
            && let Some(chosen) = listing.chosen
        {
            // Where one has come to is said, and what stands around it only when it is asked for.
            self.top = chosen / ITEMS * ITEMS;
            reply.item(&listing, chosen);
        } else if reply.is_empty() {
            reply.line("nothing changed");
        }
        if browses {
            self.beneath.clone_from(&listing.heading);
        }
        (self.heading, self.chosen) = (listing.heading, listing.chosen);
    }

    /// Turns to other items of a long list.
    fn turn(&mut self, forward: bool, reply: &mut ReplyWriter) {
        let listing = listing::listing(&self.app, self.columns);
        if listing.is_page() {
            return reply.line("all of it has been said; what there is to go to has a number");
        }
        let top = if forward {
            Some(self.top + ITEMS).filter(|top| *top < listing.items.len())
        } else {
            self.top.checked_sub(ITEMS)
        };
        match top {
            Some(top) => {
                self.top = top;
                self.say_items(&listing, reply);
            }
            None if forward => reply.line("these were the last"),
            None => reply.line("these were the first"),
        }
    }

    /// Ten items with their numbers, and how many more there are.
    fn say_items(&self, listing: &Listing, reply: &mut ReplyWriter) {
        let end = (self.top + ITEMS).min(listing.items.len());
        for at in self.top..end {
            reply.item(listing, at);
        }
        let left = listing.items.len() - end;
        if left > 0 {
            reply.line(&format!("({left} more: type more)"));
        }
    }

    /// What can be typed here, when the reader has come to another sort of location.
    fn say_hints(&mut self, listing: &Listing, reply: &mut ReplyWriter) {
        let context = self.app.context();
        if self.hinted.replace(context) == Some(context) {
            return;
        }
        let hint_text = |(binding, word): (&Binding, &'static str)| {
            // A hint stays on one line.
            format!("{} {word}", input::key_to_type(binding)).replace(' ', "\u{a0}")
        };
        let mut hints: Vec<String> = listing.note.iter().cloned().collect();
        hints.extend(hints::here(&self.app).into_iter().map(hint_text));
        reply.blank();
        let lead = match self.app.overlay() {
            Some(Overlay::Line(_)) => "Type the line, or Esc to leave:",
            Some(Overlay::Text(_)) => "Type:",
            _ => "Type a number, or:",
        };
        reply.line(&format!("{lead} {}", hints.join(", ")));
    }
}

/// Lines that are being written, wrapped at the columns.
struct ReplyWriter {
    text: String,
    columns: usize,
}

impl ReplyWriter {
    fn new(columns: usize) -> Self {
        ReplyWriter {
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

    /// An empty line, unless nothing was written or one stands there already.
    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// "*  4  19 Apr 1839  Treaty of London …": the star marks the chosen one.
    fn item(&mut self, listing: &Listing, at: usize) {
        let Some(item) = listing.items.get(at) else {
            return;
        };
        let star = if listing.chosen == Some(at) { '*' } else { ' ' };
        self.wrapped(&format!("{star}{:>3}  ", at + 1), item);
    }

    fn wrapped(&mut self, lead: &str, line: &str) {
        let room = self.columns.saturating_sub(lead.len()).max(1);
        for (row, range) in wrap_around_addresses(line, room).into_iter().enumerate() {
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
