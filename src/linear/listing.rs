//! What is shown at a location: its heading, its text, and the items that can be taken by their numbers.

use super::page::{self, link_texts};
use crate::app::filtering;
use crate::app::overlay::Overlay;
use crate::app::pages;
use crate::app::panel::{Choice, FacetEntry, Panel, Typing};
use crate::app::picker::source::PickerSource;
use crate::app::picker::target::{self, Target};
use crate::app::picker::{Item, Picker};
use crate::app::prompt::Prompt;
use crate::app::view::lanes::rows::Chosen;
use crate::app::view::lanes::{self, ages as view_ages};
use crate::app::{App, Pane, View};
use crate::lanes::ages::Tenure;
use crate::page::bearing;
use crate::page::cases::{Aspect, answer};
use crate::page::tour::position;
use crate::page::{Page, about, signs};
use crate::selection::requirement::Requirement;
use crate::text;
use crate::timeline::status_at::status_during;
use crate::timeline::{EventId, PassageId};
use crate::words::{count, fill, translated};

/// A location, as it is written out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Listing {
    /// The location and what it depends on; while it stays the same, the rest has been written.
    pub heading: String,
    /// The lines of a page; its links have their numbers behind them.
    pub text: Vec<String>,
    /// What can be taken, in the order of its numbers.
    pub items: Vec<String>,
    pub chosen: Option<usize>,
    /// What else can be typed here.
    pub note: Option<String>,
}

impl Listing {
    /// Whether the items stand in the text already.
    pub(super) fn is_page(&self) -> bool {
        !self.text.is_empty()
    }
}

/// Where the reader is.
pub(super) fn listing(app: &App, columns: usize) -> Listing {
    match app.overlay() {
        None => browsing(app, columns),
        Some(Overlay::Search { .. }) => Listing {
            heading: "Search: type what to look for; case and accents do not count".to_owned(),
            ..Listing::default()
        },
        Some(Overlay::Picker(picker)) => picking(app, picker),
        Some(Overlay::Text(viewer)) => Listing {
            heading: viewer.title.clone(),
            text: viewer.text.lines().map(str::to_owned).collect(),
            note: Some("Enter says it again, q or Esc to leave".to_owned()),
            ..Listing::default()
        },
        Some(Overlay::Filter(panel)) => facets(app, panel),
        Some(Overlay::Line(line)) => Listing {
            heading: line.lead().trim_end_matches([' ', ':']).to_owned(),
            note: Some(line.hint().to_owned()),
            ..Listing::default()
        },
    }
}

fn browsing(app: &App, columns: usize) -> Listing {
    match (app.location().view, app.location().pane) {
        (_, Pane::Page) => {
            let page = pages::page(app, page::columns(columns));
            of_page(page_heading(app), &page, app.location().page.link, columns)
        }
        (View::Lanes, Pane::List) if app.location().lanes.ages.shown => ages(app),
        (View::Lanes, Pane::List) => {
            of_page(lanes_heading(app), &statuses(app, columns), None, columns)
        }
        (View::Timeline, Pane::List) if filtering::is_offering(app) => offers(app),
        (View::Timeline, Pane::List) => events(app),
        (View::Article, Pane::List) => passages(app),
        (View::Cases, Pane::List) => questions(app),
    }
}

/// "6 of 190 events · violation by a guarantor".
fn shown(app: &App) -> String {
    let (visible, all) = (app.selection().visible().len(), app.timeline().events.len());
    let all_events = count(all, "event");
    let events = if visible == all {
        all_events
    } else {
        fill("{0} of {1}", &[&visible, &all_events])
    };
    let parts = app.selection().filter().parts(app.timeline());
    joined(&[vec![events], parts].concat())
}

fn joined(parts: &[String]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

fn titled(title: &str, prompt: &Prompt) -> String {
    match prompt.text().trim() {
        "" => title.to_owned(),
        query => format!("{title}: {query}"),
    }
}

fn of_page(heading: String, page: &Page, chosen: Option<usize>, columns: usize) -> Listing {
    Listing {
        heading,
        text: page::numbered(page, columns),
        items: link_texts(page),
        chosen,
        note: None,
    }
}

fn page_heading(app: &App) -> String {
    if let (Some(_), Some((tour, at))) = (app.location().stop(), app.tour()) {
        let at = fill("Stop {0}", &[&position(tour, at)]);
        return joined(&[at, tour.title.clone()]);
    }
    match app.location().view {
        View::Article => app.location().passage.map_or_else(String::new, |passage| {
            let number = app.timeline().passages.len();
            format!("Article · passage {} of {number}", passage.index() + 1)
        }),
        View::Cases => format!("{} · evidence", case_heading(app)),
        View::Timeline if app.location().is_before_events() => about::TITLE.to_owned(),
        View::Timeline | View::Lanes => {
            let position = app
                .selection()
                .position()
                .map_or(0, |position| position + 1);
            let number = app.selection().visible().len();
            let parts = app.selection().filter().parts(app.timeline());
            joined(&[vec![format!("Event {position} of {number}")], parts].concat())
        }
    }
}

/// What held on the cursor's day; who had no status then goes unsaid.
fn statuses(app: &App, columns: usize) -> Page {
    let (timeline, (first, last)) = (app.timeline(), app.location().lanes.time());
    let mut countries = app.location().lanes.countries(app.document().plan());
    countries.retain(|country| !status_during(timeline, *country, first, last).is_empty());
    lanes::statuses(app, countries, page::columns(columns))
}

fn lanes_heading(app: &App) -> String {
    let day = app.location().lanes.date();
    let day = day.map_or_else(String::new, |day| day.label());
    let row = match app.location().lanes.chosen_lane(app.document().plan()) {
        Some(lane) => app.timeline()[lane.country].name.clone(),
        None => match app.location().lanes.chosen {
            Some(Chosen::Group(group)) => app
                .document()
                .plan()
                .groups
                .get(group)
                .map_or_else(String::new, |group| translated(group.title).to_owned()),
            _ => String::new(),
        },
    };
    let event = lanes::event_at_cursor(app);
    let event = event.map_or_else(String::new, |event| app.timeline()[event].title.to_string());
    joined(&[translated("Lanes").to_owned(), day, row, event])
}

/// Every title with how long it was kept and what became of it.
fn ages(app: &App) -> Listing {
    let ages = app.document().ages();
    let item = |tenure: &Tenure| {
        let kept = format!("{}, {}", tenure.kept_label(), tenure.fate_label());
        let status = app.timeline()[tenure.span].status;
        let basis = signs::basis(app.timeline()[status].ground).to_owned();
        joined(&[tenure.name(app.timeline()), basis, kept])
    };
    let number = text::count(ages.tenures().count(), "title");
    Listing {
        heading: format!("Ages · {number}, those kept longest first within what they rest on"),
        items: ages.tenures().map(item).collect(),
        chosen: view_ages::position(&app.location().lanes.ages, ages),
        ..Listing::default()
    }
}

fn events(app: &App) -> Listing {
    let visible = app.selection().visible();
    let is_before = app.selection().is_before_events();
    let position = app.selection().position().filter(|_| !is_before);
    Listing {
        heading: joined(&[translated("Timeline").to_owned(), shown(app)]),
        items: visible
            .iter()
            .map(|event| event_line(app, *event))
            .collect(),
        chosen: position,
        ..Listing::default()
    }
}

/// "19 Apr 1839, Treaty of London: Belgium permanently neutral, ¶6", or why it bears on the claims that are asked for.
fn event_line(app: &App, event: EventId) -> String {
    let event = &app.timeline()[event];
    let choices = &app.selection().filter().choices;
    let mark = || {
        let link = choices.marking_link(event)?;
        Some(app.timeline()[link.passage].mark())
    };
    let bearing = bearing::in_words(app.timeline(), event, &|link| choices.requests(link));
    let bearing = bearing.or_else(mark).unwrap_or_default();
    joined(&[event.date.short_label(), event.title.to_string(), bearing])
}

/// The parts of the filter that may be lifted when nothing is left.
fn offers(app: &App) -> Listing {
    let filter = app.selection().filter();
    let offer = |(part, events): &(crate::selection::filter::FilterPart, usize)| {
        let part = filter.describe(*part, app.timeline());
        joined(&[fill("lift “{0}”", &[&part]), count(*events, "event")])
    };
    Listing {
        heading: joined(&[translated("Nothing is left").to_owned(), shown(app)]),
        items: app.relaxations().iter().map(offer).collect(),
        chosen: Some(app.location().relaxation),
        ..Listing::default()
    }
}

fn passages(app: &App) -> Listing {
    let item = |id: PassageId| {
        let passage = &app.timeline()[id];
        let title = format!("{} {}", passage.mark(), passage.heading);
        joined(&[title, count(passage.events.len(), "event")])
    };
    let article = app.timeline().article.as_ref();
    let title = article.map_or_else(String::new, |article| article.title.clone());
    Listing {
        heading: joined(&[translated("Article").to_owned(), title]),
        items: PassageId::all(app.timeline()).map(item).collect(),
        chosen: app.location().passage.map(PassageId::index),
        ..Listing::default()
    }
}

fn case_heading(app: &App) -> String {
    let order = app.location().cases.order(app.timeline());
    let Some(case) = app.location().cases.case else {
        return translated("Cases").to_owned();
    };
    let at = order.iter().position(|other| *other == case).unwrap_or(0) + 1;
    let title = &app.timeline()[case].title;
    let place = fill("Case {0} of {1}", &[&at, &order.len()]);
    joined(&[place, title.clone()])
}

fn questions(app: &App) -> Listing {
    let timeline = app.timeline();
    let item = |aspect: &Aspect| {
        let label = aspect.label(timeline).to_owned();
        let case = app.location().cases.case.map(|case| &timeline[case]);
        let text = match aspect {
            Aspect::Question(criterion) => {
                let given = case.and_then(|case| answer(case, *criterion));
                translated(given.map_or("does not apply", |given| given.answer.word()))
            }
            Aspect::Promise => "",
            Aspect::Outcome => case.map_or("", |case| translated(case.outcome.word())),
        };
        joined(&[label, text.to_owned()])
    };
    let aspects = app.location().cases.aspects(timeline);
    Listing {
        heading: case_heading(app),
        items: aspects.iter().map(item).collect(),
        chosen: aspects
            .iter()
            .position(|aspect| *aspect == app.location().cases.aspect),
        ..Listing::default()
    }
}

/// What a list offers.
fn picking(app: &App, picker: &Picker) -> Listing {
    let is_goto = picker.source == PickerSource::GoTo;
    let item = |item: &Item| {
        let label = target::label(app, item, picker);
        let (title, note) = (&label.title, label.note.clone());
        if is_goto {
            let kind = translated(item.target.kind());
            return joined(&[format!("{kind}: {title}"), label.aside.clone(), note]);
        }
        if matches!(item.target, Target::Sign(_)) {
            return joined(&[note, title.clone(), label.aside.clone()]);
        }
        let marked = if item.marked {
            translated("marked")
        } else {
            ""
        };
        joined(&[title.clone(), note, marked.to_owned()])
    };
    let name = translated(picker.spec().name);
    let title = match picker.source {
        PickerSource::Countries => format!("{name} · {}", shown(app)),
        _ => name.to_owned(),
    };
    let note = if is_goto {
        "a date, a passage, a name, what to do; Esc leaves"
    } else {
        "words that narrow the list, Enter for the one with the star, q or Esc to leave"
    };
    Listing {
        heading: titled(&title, &picker.prompt),
        items: picker.matches().map(item).collect(),
        chosen: picker.position(),
        note: Some(note.to_owned()),
        ..Listing::default()
    }
}

fn facets(app: &App, panel: &Panel) -> Listing {
    let titles: Vec<&str> = panel
        .facets()
        .map(|facet| facet.title_in(app.timeline()))
        .collect();
    let title = format!("Filter by {}", panel.facet().title_in(app.timeline()));
    let heading = match panel.typing {
        Typing::Range => {
            let prompt = "type the first and the last date, as 1914..1918";
            joined(&[
                format!("{title}: {prompt}"),
                panel.fault().unwrap_or_default().to_owned(),
            ])
        }
        _ => joined(&[titled(&title, &panel.narrow), shown(app)]),
    };
    let choices = &app.selection().filter().choices;
    let item = |entry: &&FacetEntry| {
        let state = match entry.choice {
            Choice::Value(value) if choices.include.contains(&value) => "asked for",
            Choice::Value(value) if choices.exclude.contains(&value) => "refused",
            Choice::Value(value) if choices.require.contains(&Requirement::Value(value)) => {
                "required"
            }
            _ => "",
        };
        let events = panel.events(entry.choice);
        let events = events.map_or_else(String::new, |events| count(events, "event"));
        joined(&[entry.label.clone(), events, state.to_owned()])
    };
    Listing {
        heading,
        items: panel.matches().iter().map(item).collect(),
        chosen: Some(panel.position()),
        note: Some(format!(
            "-1 to refuse the first, words that narrow the list, the name of a facet ({})",
            titles.join(", ")
        )),
        ..Listing::default()
    }
}
