//! The menu of countries, of which several can be marked. What is marked counts at once, so that the list behind the
//! menu shows what would be left; Esc brings back what was there before.

use super::source::PickerSource;
use super::target::{Label, Target};
use super::{Items, Picker};
use crate::app::input::Key;
use crate::app::location::Snapshot;
use crate::app::overlay::Overlay;
use crate::app::{App, Pane, View, filtering, navigate, overlay};
use crate::selection::tally::Tally;
use crate::selection::{facet::Facet, value::Value};
use crate::timeline::{CountryId, RoleId};
use crate::words::{fill, translated};

/// What a picker of several things remembers.
#[derive(Debug)]
pub struct CountryMarks {
    /// What was marked when it was opened.
    pub opened_with: Vec<Target>,
    /// What Esc brings back.
    pub before: Box<Snapshot>,
}

pub(in crate::app) fn country_items(app: &App) -> Result<Items, &'static str> {
    if app.document.timeline.countries.is_empty() {
        return Err(translated("this timeline names no countries"));
    }
    let filter = app.location.selection.filter();
    let tally = Tally::new(filter, &app.document.timeline, app.document.facet_index());
    let count = |id: CountryId| tally.of(Value::Country(id));
    let is_included = |id: CountryId| filter.choices.include.contains(&Value::Country(id));
    let mut countries: Vec<CountryId> = CountryId::all(&app.document.timeline)
        .filter(|id| count(*id) > 0 || is_included(*id))
        .collect();
    countries.sort_by_key(|id| std::cmp::Reverse(count(*id)));
    let mut items = Items::default();
    for id in countries {
        let label = Label::noted(&app.document.timeline[id].name, count(id).to_string());
        let keywords = Value::Country(id).keywords(&app.document.timeline);
        items.add(Target::Country(id), label, &keywords).marked = is_included(id);
    }
    Ok(items)
}

/// The marks of a picker that is opened now; `None` where nothing can be marked.
pub(in crate::app) fn marks(app: &App, picker: &Picker) -> Option<CountryMarks> {
    (picker.source == PickerSource::Countries).then(|| CountryMarks {
        opened_with: picker.marked(),
        before: Box::new(navigate::snapshot(app)),
    })
}

/// Marks the chosen country, or takes its mark away; where nothing can be marked a space is typed.
pub(in crate::app) fn mark(app: &mut App) {
    let Some(picker) = app.picker_mut().filter(|picker| picker.marks.is_some()) else {
        return overlay::edit(app, Key::char(' '));
    };
    picker.mark();
    let countries = countries(&picker.marked());
    filtering::ask_only_countries(app, &countries);
}

/// Any role, then each role that the timeline defines, then any again.
pub(in crate::app) fn next_role(app: &mut App) {
    if app.picker().is_none_or(|picker| picker.marks.is_none()) {
        return;
    }
    let next = match app
        .location
        .selection
        .filter()
        .choices
        .included_of(Facet::Role)
        .next()
    {
        Some(Value::Role(role)) => RoleId::at(&app.document.timeline, role.index() + 1),
        _ => RoleId::at(&app.document.timeline, 0),
    };
    let next: Vec<Value> = next.into_iter().map(Value::Role).collect();
    filtering::ask_only(app, Facet::Role, &next);
    let (filter, document) = (app.location.selection.filter(), &app.document);
    let tally = Tally::new(filter, &document.timeline, document.facet_index());
    if let Some(Overlay::Picker(picker)) = &mut app.overlay {
        picker.set_notes(|target| match target {
            Target::Country(country) => tally.of(Value::Country(country)).to_string(),
            _ => String::new(),
        });
    }
}

/// Enter takes the marked countries, or the chosen one when none is marked.
pub(in crate::app) fn pick_countries(app: &mut App, picker: &Picker, marks: CountryMarks) {
    let mut marked = picker.marked();
    let unchanged = marked == marks.opened_with;
    if !picker.query().is_empty() || marked.is_empty() || unchanged {
        match picker.target() {
            Some(country) if !marked.contains(&country) => {
                if unchanged {
                    marked.clear();
                }
                marked.push(country);
            }
            Some(_) => {}
            None => {
                navigate::bring_back(app, *marks.before);
                return app.say(fill("no country is called “{0}”", &[&picker.query()]));
            }
        }
    }
    // What was filtered is looked at next, and in the list.
    if app.location.view == View::Timeline {
        app.location.pane = Pane::List;
    }
    filtering::ask_only_countries(app, &countries(&marked));
}

fn countries(targets: &[Target]) -> Vec<CountryId> {
    let country = |target: &Target| match target {
        Target::Country(country) => Some(*country),
        _ => None,
    };
    targets.iter().filter_map(country).collect()
}
