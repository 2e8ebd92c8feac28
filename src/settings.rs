//! What a person has settled for good: an optional file, the environment, and the flags of the day, in layers.
//!
//! A flag goes before the environment, the environment before the file, the file before the default. A fault in
//! the file or the environment is a warning and never keeps the program from running.
//! Where the file lies and what it holds is found in `commands/settings`; nothing in here reads or writes a file.

mod colours;

use crate::words::Language;
use toml::de::DeTable;

use crate::app::colours::Colours;
use crate::app::keys::Keymap;
use crate::cli::{FilterArgs, LookArgs, ThemeArg, ViewArg};
use crate::text;
use crate::timeline::diagnostic::{Faults, Report, quoted};
use crate::timeline::syntax;
use crate::timeline::table_reader::{Fill, THE_FILE, TableReader, TextOrTable};
use crate::timeline::tree::TomlTable;

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SettingOrigin {
    Default,
    File,
    /// A variable of the environment, by its name.
    Environment(&'static str),
    Flag,
}

/// A value, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Setting<T> {
    pub value: T,
    pub origin: SettingOrigin,
}

/// What one layer says; what it does not speak of is left to the layers under it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Layer {
    pub theme: Option<ThemeArg>,
    pub ascii: Option<bool>,
    pub mouse: Option<bool>,
    pub view: Option<ViewArg>,
    /// A command of the shell; empty for none.
    pub pager: Option<String>,
}

/// What holds after all layers.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub theme: Setting<ThemeArg>,
    pub ascii: Setting<bool>,
    pub mouse: Setting<bool>,
    pub view: Setting<ViewArg>,
    pub pager: Setting<String>,
    pub keymap: Keymap,
    /// Actions whose keys the file changes.
    pub changed_keys: Vec<&'static str>,
    /// In the order of the file.
    pub filters: Vec<SettledFilter>,
    /// Colours in place of the program's own.
    pub colours: Colours,
    /// Whether the reader begins where it was left last.
    pub resume: bool,
    /// The language of the program’s own words, whatever a timeline asks for.
    pub language: Option<Language>,
}

/// Flags to filter by, under a name.
#[derive(Debug, Clone)]
pub(crate) struct SettledFilter {
    pub name: String,
    pub flags: FilterArgs,
    /// The line of the file in which it stands, from 1.
    pub line: usize,
}

/// What a settings file says, and what is wrong with it.
#[derive(Debug)]
pub(crate) struct FromFile {
    pub layer: Layer,
    pub keymap: Keymap,
    pub changed_keys: Vec<&'static str>,
    pub filters: Vec<SettledFilter>,
    pub colours: Colours,
    pub resume: bool,
    pub language: Option<Language>,
    pub report: Report,
}

/// Variables that stand for settings, in the order of [`Layer`]'s fields.
pub const VARIABLES: [&str; 5] = [
    "NEUTRALITY_THEME",
    "NEUTRALITY_ASCII",
    "NEUTRALITY_MOUSE",
    "NEUTRALITY_VIEW",
    "NEUTRALITY_PAGER",
];

impl Settings {
    /// Lays the layers on each other.
    #[must_use]
    pub(crate) fn settle(flags: Layer, environment: Layer, file: FromFile) -> Self {
        let [theme, ascii, mouse, view, pager] = VARIABLES.map(SettingOrigin::Environment);
        let of = file.layer;
        Settings {
            theme: top(
                flags.theme,
                environment.theme,
                theme,
                of.theme,
                ThemeArg::Auto,
            ),
            ascii: top(flags.ascii, environment.ascii, ascii, of.ascii, false),
            mouse: top(flags.mouse, environment.mouse, mouse, of.mouse, true),
            view: top(
                flags.view,
                environment.view,
                view,
                of.view,
                ViewArg::Timeline,
            ),
            pager: top(
                flags.pager,
                environment.pager,
                pager,
                of.pager,
                "less".to_owned(),
            ),
            keymap: file.keymap,
            changed_keys: file.changed_keys,
            filters: file.filters,
            colours: file.colours,
            resume: file.resume,
            language: file.language,
        }
    }

    /// What the flags say, and the defaults: for pictures that are the same for everyone.
    #[must_use]
    pub(crate) fn of_flags(look: &LookArgs) -> Self {
        Self::settle(Layer::of_flags(look), Layer::default(), FromFile::none())
    }
}

/// The first layer that speaks.
fn top<T>(
    flag: Option<T>,
    environment: Option<T>,
    named: SettingOrigin,
    file: Option<T>,
    or: T,
) -> Setting<T> {
    let layers = [
        (flag, SettingOrigin::Flag),
        (environment, named),
        (file, SettingOrigin::File),
    ];
    for (value, origin) in layers {
        if let Some(value) = value {
            return Setting { value, origin };
        }
    }
    Setting {
        value: or,
        origin: SettingOrigin::Default,
    }
}

impl Layer {
    #[must_use]
    pub(crate) fn of_flags(look: &LookArgs) -> Self {
        Layer {
            theme: look.theme,
            ascii: look.ascii,
            mouse: None,
            view: look.view,
            pager: None,
        }
    }

    /// What the environment says, with a sentence for each value that says nothing.
    pub(crate) fn of_environment(variable: impl Fn(&str) -> Option<String>) -> (Self, Vec<String>) {
        let mut warnings = Vec::new();
        let [theme, ascii, mouse, view, pager] = VARIABLES;
        let value_of = |name: &'static str| {
            variable(name)
                .filter(|value| !value.is_empty())
                .map(|value| (name, value))
        };
        let pager_named = [pager, "PAGER"].into_iter().find_map(&variable);
        let mut layer = Layer {
            pager: pager_named,
            ..Layer::default()
        };
        layer.theme = value_of(theme).and_then(|(name, value)| one_of(name, &value, &mut warnings));
        layer.view = value_of(view).and_then(|(name, value)| one_of(name, &value, &mut warnings));
        layer.ascii =
            value_of(ascii).and_then(|(name, value)| yes_or_no(name, &value, &mut warnings));
        layer.mouse =
            value_of(mouse).and_then(|(name, value)| yes_or_no(name, &value, &mut warnings));
        (layer, warnings)
    }
}

fn one_of<T: clap::ValueEnum>(name: &str, value: &str, warnings: &mut Vec<String>) -> Option<T> {
    let found = T::from_str(value, true).ok();
    if found.is_none() {
        let known: Vec<String> = T::value_variants()
            .iter()
            .filter_map(|variant| Some(variant.to_possible_value()?.get_name().to_owned()))
            .collect();
        warnings.push(format!(
            "{name} cannot be '{}'; it is one of: {}",
            text::clean(value),
            known.join(", ")
        ));
    }
    found
}

fn yes_or_no(name: &str, value: &str, warnings: &mut Vec<String>) -> Option<bool> {
    match value.to_lowercase().as_str() {
        "1" | "true" | "yes" | "on" => Some(true),
        "0" | "false" | "no" | "off" => Some(false),
        _ => {
            warnings.push(format!(
                "{name} cannot be '{}'; it is 1 or 0",
                text::clean(value)
            ));
            None
        }
    }
}

impl FromFile {
    /// Where there is no file.
    #[must_use]
    pub(crate) fn none() -> Self {
        FromFile {
            layer: Layer::default(),
            keymap: Keymap::default(),
            changed_keys: Vec::new(),
            filters: Vec::new(),
            colours: Colours::default(),
            resume: false,
            language: None,
            report: Report::default(),
        }
    }

    /// Reads a settings file; whatever is wrong in it is reported and left out.
    #[must_use]
    pub(crate) fn read(name: &str, source: &str) -> Self {
        let faults = Faults::default();
        let (table, errors) = DeTable::parse_recoverable(source);
        syntax::report(&errors, source, &faults);
        let mut file = FromFile::none();
        if errors.is_empty() {
            let span = table.span();
            let table = TomlTable::of(table.into_inner(), &|span| span);
            let table = TableReader::new(&table, span, THE_FILE, &faults);
            file.take(table, source, &faults);
        }
        file.report = Report::new(name, source, faults);
        file
    }

    fn take(&mut self, mut table: TableReader, source: &str, faults: &Faults) {
        let themes = [
            ThemeArg::Auto,
            ThemeArg::Light,
            ThemeArg::Dark,
            ThemeArg::Mono,
        ];
        let views = [
            ViewArg::Timeline,
            ViewArg::Lanes,
            ViewArg::Ages,
            ViewArg::Article,
            ViewArg::Cases,
        ];
        self.layer.theme = table.word("theme", &themes, ThemeArg::word);
        self.layer.view = table.word("view", &views, ViewArg::word);
        self.layer.ascii = table.choice("ascii");
        self.layer.mouse = table.choice("mouse");
        self.resume = table.choice("resume").unwrap_or(false);
        self.language = table.word("language", &Language::ALL, Language::code);
        self.layer.pager = table.text("pager").map(|pager| pager.value);
        let changes: Vec<_> = table
            .values("keys", "the table of keys", Fill::OrEmpty)
            .into_iter()
            .collect();
        self.keymap
            .announce(changes.iter().map(|(action, _)| action.value.as_str()));
        for (action, keys) in changes {
            let TextOrTable::Text(keys) = keys else {
                let message = format!("the keys of {} are a string", quoted(&action.value));
                let help = format!("write `{} = \"Ctrl-D F5\"`", action.value);
                faults.error(&action.span, message, Some(help));
                continue;
            };
            match self.keymap.change(&action.value, &keys.value) {
                Ok(name) => self.changed_keys.push(name),
                Err(fault) => {
                    let span = if fault.in_keys {
                        &keys.span
                    } else {
                        &action.span
                    };
                    faults.error(span, fault.message, fault.help);
                }
            }
        }
        for (name, flags) in table.values("filters", "the table of filters", Fill::Always) {
            let TextOrTable::Text(flags) = flags else {
                let message = format!("the filter {} is a string", quoted(&name.value));
                let help = format!("write `{} = \"--country belgium\"`", name.value);
                faults.error(&name.span, message, Some(help));
                continue;
            };
            match FilterArgs::of_line(&flags.value) {
                Ok(args) => self.filters.push(SettledFilter {
                    name: name.value.clone(),
                    flags: args,
                    line: line_of(source, name.span.start),
                }),
                Err(wrong) => faults.error(&flags.span, wrong.to_string(), None),
            }
        }
        colours::take(&mut self.colours, &mut table, faults);
        table.finish();
        self.keymap.for_each_lost(|action| {
            faults.warning(
                &(0..0),
                format!("no key is left for {}", quoted(action)),
                None,
            );
        });
    }
}

/// The line of a byte, from 1.
fn line_of(source: &str, at: usize) -> usize {
    let before = source.as_bytes().get(..at).unwrap_or_default();
    memchr::memchr_iter(b'\n', before).count() + 1
}

impl ThemeArg {
    #[must_use]
    pub(crate) fn word(self) -> &'static str {
        match self {
            ThemeArg::Auto => "auto",
            ThemeArg::Light => "light",
            ThemeArg::Dark => "dark",
            ThemeArg::Mono => "mono",
        }
    }
}

impl ViewArg {
    #[must_use]
    pub(crate) fn word(self) -> &'static str {
        match self {
            ViewArg::Timeline => "timeline",
            ViewArg::Lanes => "lanes",
            ViewArg::Ages => "ages",
            ViewArg::Article => "article",
            ViewArg::Cases => "cases",
        }
    }
}

#[cfg(test)]
mod tests;
