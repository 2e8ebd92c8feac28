//! What was decided before the first key, by flags, settings and the terminal, and what of it a key can change.

use std::cell::OnceCell;

use super::App;
use super::colours::Colours;
use super::edit::Provenance;
use super::input::Background;
use super::keys::Keymap;
use crate::selection::filter::Filter;
use crate::timeline::Timeline;

/// Colours by name; what each looks like is known to `ui`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Light text on a dark screen.
    Dark,
    /// Dark text on a light screen.
    Light,
    /// No colour at all: bold, dim, underline and reverse carry the meaning.
    Mono,
}

impl Theme {
    /// All with their names, in the order of the key.
    pub const ALL: [(Theme, &'static str); 3] = [
        (Theme::Dark, "dark"),
        (Theme::Light, "light"),
        (Theme::Mono, "without colour"),
    ];

    /// The name of the theme.
    #[must_use]
    pub fn name(self) -> &'static str {
        let named = Theme::ALL.iter().find(|(theme, _)| *theme == self);
        named.map_or("", |(_, name)| name)
    }

    /// The one after it, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Theme::Dark => Theme::Light,
            Theme::Light => Theme::Mono,
            Theme::Mono => Theme::Dark,
        }
    }
}

impl From<Background> for Theme {
    fn from(background: Background) -> Self {
        match background {
            Background::Dark => Theme::Dark,
            Background::Light => Theme::Light,
        }
    }
}

/// A filter under a name.
#[derive(Debug, Clone)]
pub struct FilterByName {
    /// By which it is asked for.
    pub name: String,
    filter: OnceCell<Filter>,
    /// What the filter is read from when it is first asked for.
    unread: Option<UnreadFilter>,
}

#[derive(Debug, Clone)]
struct UnreadFilter {
    flags: String,
    read: fn(&str, &Timeline) -> Filter,
}

impl FilterByName {
    /// A filter that is there.
    #[must_use]
    pub fn new(name: String, filter: Filter) -> Self {
        FilterByName {
            name,
            filter: OnceCell::from(filter),
            unread: None,
        }
    }

    /// A filter as flags, which only the command line can read: to read them takes as long as to draw the list.
    #[must_use]
    pub fn of_flags(name: String, flags: String, read: fn(&str, &Timeline) -> Filter) -> Self {
        FilterByName {
            name,
            filter: OnceCell::new(),
            unread: Some(UnreadFilter { flags, read }),
        }
    }

    /// The filter itself.
    pub fn filter(&self, timeline: &Timeline) -> &Filter {
        self.filter.get_or_init(|| {
            let unread = self.unread.as_ref();
            unread.map_or_else(Filter::default, |UnreadFilter { flags, read }| {
                read(flags, timeline)
            })
        })
    }
}

/// How the reader is set up.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Which colours are used.
    pub theme: Theme,
    /// Whether the theme follows what the terminal says of its background.
    pub follows_terminal: bool,
    /// What was chosen in place of the theme's own colours.
    pub colours: Colours,
    /// Whether only ASCII may be drawn beside the timeline's own text.
    pub ascii: bool,
    /// Whether the program takes the mouse, or leaves it to the terminal.
    pub mouse: bool,
    /// Which keys mean what.
    pub keymap: Keymap,
    /// Whether the terminal takes what is copied.
    pub can_copy: bool,
    /// Whether the terminal shows pictures.
    pub shows_pictures: bool,
    /// Whose file is read.
    pub provenance: Provenance,
    /// The files that were named, as they were named.
    pub files: Vec<String>,
    /// The lanes or the ages as text: only those know how who draw them.
    pub chart: Option<fn(&App) -> String>,
    /// Filters under names, of the file, of the settings and of the reader.
    pub filters: Vec<FilterByName>,
}

impl Default for Setup {
    fn default() -> Self {
        Setup {
            theme: Theme::Dark,
            follows_terminal: false,
            colours: Colours::default(),
            ascii: false,
            mouse: true,
            keymap: Keymap::default(),
            can_copy: true,
            shows_pictures: false,
            provenance: Provenance::default(),
            files: Vec::new(),
            chart: None,
            filters: Vec::new(),
        }
    }
}
