//! Filters that have names: where they come from, and what is wrong with them.

use super::filter::{filter, unknown};
use super::{notebook, settings};
use crate::app::{App, FilterByName};
use crate::cli::FilterArgs;
use crate::error::Error;
use crate::files::Origin;
use crate::notes::Notebook;
use crate::selection::filter::Filter;
use crate::settings::{Layer, Settings};
use crate::text;
use crate::timeline::{NamedFilter, Timeline};

/// A filter under its name.
pub(super) struct KnownFilter {
    pub name: String,
    pub args: FilterArgs,
    /// Where it was named.
    place: FilterOrigin,
}

enum FilterOrigin {
    /// The line of the settings file.
    Settings(usize),
    Reader,
    Timeline,
}

impl KnownFilter {
    /// Why it is not asked for by its name in the reader, where that means something already.
    fn taken(&self, app: &App) -> Option<String> {
        let elsewhere = led_elsewhere(app, &self.name)?;
        let place = match self.place {
            FilterOrigin::Settings(line) => format!("in line {line} of the settings"),
            FilterOrigin::Reader => "that was named in the reader".to_owned(),
            FilterOrigin::Timeline => "of this timeline".to_owned(),
        };
        let name = text::clean(&self.name);
        Some(format!(
            "the filter “{name}” {place} needs another name: {elsewhere}"
        ))
    }
}

/// What a filter's name leads to in the reader where that is not the filter.
pub(super) fn led_elsewhere(app: &App, name: &str) -> Option<String> {
    let (meaning, name) = (app.meaning_of(name)?, text::clean(name));
    Some(format!(
        ":{name} leads to {meaning}; --filter {name} still asks for it"
    ))
}

/// Every filter that has a name: those of the settings, those that were named in the reader, and those of the timeline;
/// the first of a name counts.
fn all(settings: &Settings, notebook: &Notebook, of_timeline: &[NamedFilter]) -> Vec<KnownFilter> {
    let known = |name: &str, flags: &str, place: FilterOrigin| {
        Some(KnownFilter {
            name: name.to_owned(),
            args: FilterArgs::of_line(flags).ok()?,
            place,
        })
    };
    let of_settings = settings.filters.iter().map(|filter| KnownFilter {
        name: filter.name.clone(),
        args: filter.flags.clone(),
        place: FilterOrigin::Settings(filter.line),
    });
    let of_reader = notebook.filters.iter();
    let of_reader = of_reader.filter_map(|(name, flags)| known(name, flags, FilterOrigin::Reader));
    let of_timeline = of_timeline.iter();
    let of_timeline =
        of_timeline.filter_map(|filter| known(&filter.id, &filter.flags, FilterOrigin::Timeline));
    let mut all: Vec<KnownFilter> = Vec::new();
    for filter in of_settings.chain(of_reader).chain(of_timeline) {
        if all.iter().all(|known| known.name != filter.name) {
            all.push(filter);
        }
    }
    all
}

/// The flags with those that are kept under the names that are asked for.
pub(super) fn put_in(
    args: &FilterArgs,
    timeline: &Timeline,
    origin: Origin,
) -> Result<FilterArgs, Error> {
    let found = settings::find(Layer::default());
    found.warn();
    let known = all(&found.settings, &notebook::load(origin)?, &timeline.filters);
    let mut all = args.clone();
    all.named.clear();
    for name in &args.named {
        let named = known.iter().find(|known| known.name == *name);
        let names = || known.iter().map(|known| known.name.as_str());
        let named = named.ok_or_else(|| unknown("filter", name, names()))?;
        all.add(named.args.clone());
    }
    Ok(all)
}

/// Gives the reader the filters that have names, in so far as they mean something in this timeline; the answer names those
/// whose name means something else.
pub(super) fn give(
    app: &mut App,
    origin: Origin,
    settings: &Settings,
    notebook: &Notebook,
) -> Vec<String> {
    let (mut filters, mut taken): (Vec<FilterByName>, Vec<String>) = (Vec::new(), Vec::new());
    // The names and flags in the shipped timeline were looked at when it was tested: to read them, and to fold all that
    // can be gone to, before the first frame takes longer than to draw it.
    let (tested, untested) = match (origin, app.timeline().filters.as_slice()) {
        (Origin::Shipped, filters) => (filters, &[][..]),
        (_, filters) => (&[][..], filters),
    };
    let known = all(settings, notebook, untested);
    // One that does not fit keeps its name all the same.
    let is_free = |named: &&NamedFilter| known.iter().all(|known| known.name != named.id);
    let lazily = |NamedFilter { id, flags, .. }: &NamedFilter| {
        FilterByName::of_flags(id.clone(), flags.clone(), of_shipped)
    };
    let tested: Vec<FilterByName> = tested.iter().filter(is_free).map(lazily).collect();
    for known in known {
        let Ok(filter) = filter(&known.args, app.timeline(), origin) else {
            continue;
        };
        match known.taken(app) {
            None => filters.push(FilterByName::new(known.name, filter)),
            Some(message) => taken.push(message),
        }
    }
    filters.extend(tested);
    app.setup.filters = filters;
    taken
}

/// A filter of the shipped timeline, whose flags are known to be good.
fn of_shipped(flags: &str, timeline: &Timeline) -> Filter {
    let args = FilterArgs::of_line(flags).ok();
    let read = args.and_then(|args| filter(&args, timeline, Origin::Shipped).ok());
    read.unwrap_or_default()
}

/// What is wrong with a filter of the timeline, if it is none, or names what the timeline lacks.
pub(super) fn fault_of(named: &NamedFilter, timeline: &Timeline) -> Option<String> {
    match FilterArgs::of_line(&named.flags) {
        Err(wrong) => Some(wrong.to_string()),
        // A filter of a file is the same for every reader.
        Ok(args) if args.marked || !args.named.is_empty() => {
            Some("a filter of a file cannot ask for marks or for other filters".to_owned())
        }
        Ok(args) => {
            let found = filter(&args, timeline, Origin::Shipped);
            found.err().map(|error| error.to_string())
        }
    }
}

/// Which filters of the settings have a name that means something in this timeline.
pub(super) fn taken(timeline: Timeline, settings: &Settings) -> Vec<String> {
    let Some(mut app) = App::new(timeline).filter(|_| !settings.filters.is_empty()) else {
        return Vec::new();
    };
    app.setup.keymap = settings.keymap.clone();
    let of_settings = all(settings, &Notebook::default(), &app.timeline().filters).into_iter();
    let of_settings = of_settings.filter(|known| matches!(known.place, FilterOrigin::Settings(_)));
    of_settings.filter_map(|known| known.taken(&app)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::LookArgs;
    use crate::settings::SettledFilter;
    use crate::timeline::load::Progress;

    #[test]
    fn a_filter_of_the_settings_keeps_its_name_from_the_shipped_timeline() {
        let check = |flags: Option<&str>, expected: &[(&str, bool)]| {
            let opened = Origin::Shipped.open(&Progress::default()).unwrap();
            let mut app = App::new(opened.timeline).unwrap();
            let of_flags = |flags| SettledFilter {
                name: "guarantor-violations".to_owned(),
                flags: FilterArgs::of_line(flags).unwrap(),
                line: 1,
            };
            let settings = Settings {
                filters: flags.into_iter().map(of_flags).collect(),
                ..Settings::of_flags(&LookArgs::default())
            };
            give(&mut app, Origin::Shipped, &settings, &Notebook::default());
            let violations = |named: &FilterByName| {
                let filter = named.filter(app.timeline());
                *filter == of_shipped(&app.timeline().filters[0].flags, app.timeline())
            };
            let filters = app.setup.filters.iter();
            let found: Vec<(&str, bool)> = filters
                .map(|named| (named.name.as_str(), violations(named)))
                .collect();
            assert_eq!(found, expected, "{flags:?}");
        };
        check(None, &[("guarantor-violations", true)]);
        check(
            Some("--country belgium"),
            &[("guarantor-violations", false)],
        );
        check(Some("--country nowhere"), &[]);
    }
}
