//! A timeline being made out of rows or slides: what they name is gathered into the tables of the file.

mod image;

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

pub(super) use image::ImageDraft;

use super::dates::{Habits, ImportedDate};
use super::report::{About, Remarks};
use super::{Object, Read, slug};
use crate::text;
use crate::timeline::check::sources::is_web_address;

/// Signs of the kinds in the order in which they appear.
const SYMBOLS: [(&str, &str); 10] = [
    ("◆", "*"),
    ("●", "@"),
    ("■", "#"),
    ("▲", "^"),
    ("◇", "o"),
    ("○", "~"),
    ("□", "="),
    ("△", "&"),
    ("✕", "x"),
    ("▫", "'"),
];

/// An event as a row or a slide tells of it; what is empty was not told.
#[derive(Debug, Default)]
pub(super) struct EventDraft {
    pub id: String,
    pub title: String,
    pub basis: String,
    pub place: String,
    pub short: String,
    pub kind: String,
    pub importance: String,
    /// Words of the author's own.
    pub tags: Vec<String>,
    /// "Belgium: Neutral; Germany as Prussia: Guarantor".
    pub parties: String,
    pub provision: String,
    pub summary: String,
    pub text: String,
    /// Other texts that an event may have, by their keys in the format.
    pub others: Vec<(&'static str, String)>,
    /// "signed: 1839-04-19", each with its date in EDTF.
    pub milestones: Vec<String>,
    pub image: Option<ImageDraft>,
    /// A source each, its address behind it.
    pub sources: Vec<String>,
    /// What has no room in an event, to be told.
    pub left: Vec<String>,
}

#[derive(Debug, Default)]
pub(super) struct Draft {
    title: String,
    summary: String,
    countries: NamedObjects,
    kinds: NamedObjects,
    roles: NamedObjects,
    sources: NamedObjects,
    eras: Vec<Value>,
    events: Vec<Value>,
    ids: HashSet<String>,
    /// The last number that was given to an id of which there are several.
    alike: HashMap<String, usize>,
    losses: Vec<String>,
    remarks: Remarks,
    /// Times of day that are left out.
    times: usize,
    /// How many events are not as they were written.
    changed: usize,
}

impl Draft {
    /// What the timeline is called, and what it is about.
    pub(super) fn head(&mut self, title: &str, summary: &str) {
        self.title = text::clean(title.trim()).into_owned();
        self.summary = text::clean(summary.trim()).into_owned();
    }

    /// Notes what is left out, with where it stands.
    pub(super) fn lose(&mut self, location: &str, reason: &str) {
        self.losses.push(format!("{location}: {reason}"));
    }

    pub(super) fn remark(&mut self, about: About, remark: impl Into<String>) {
        self.remarks.add(about, remark);
    }

    pub(super) fn era(&mut self, location: &str, title: &str, found: &ImportedDate) {
        self.tell_date(location, found);
        let title = text::clean(title.trim());
        self.eras
            .push(json!({ "title": title, "date": found.date.written() }));
    }

    /// Adds an event; `location` is where it stands, for remarks.
    pub(super) fn event(&mut self, location: &str, entry: EventDraft, found: &ImportedDate) {
        let before = self.remarks.len();
        let mut event = Object::new();
        let id = self.own_id(&entry);
        let given = text::clean(entry.id.trim()).into_owned();
        if !given.is_empty() && given != id {
            self.remark(
                About::Event,
                format!("{location}: the id '{given}' is taken already, and is '{id}' here"),
            );
        }
        event.insert("id".into(), id.into());
        event.insert("date".into(), found.date.written().into());
        let basis = self.basis(location, &entry, found);
        let line = |text: &str| Value::from(text::clean(text.trim()));
        event.insert("basis".into(), line(&basis));
        event.insert("place".into(), line(&entry.place));
        event.insert("title".into(), line(&entry.title));
        event.insert("short".into(), line(&entry.short));
        let kind = self.kind(&entry.kind);
        event.insert("kind".into(), kind.into());
        if !entry.importance.trim().is_empty() {
            match entry.importance.trim().parse() {
                Ok(importance @ 1..=3) => {
                    event.insert("importance".into(), Value::from(importance));
                }
                _ => self.remark(
                    About::Event,
                    format!(
                        "{location}: the importance '{}' is none of 1, 2 and 3 and is left out",
                        text::clean(&entry.importance)
                    ),
                ),
            }
        }
        let tags = entry.tags.iter().map(|tag| line(tag));
        event.insert("tags".into(), tags.collect());
        let parties = self.parties(location, &entry.parties);
        event.insert("parties".into(), parties);
        event.insert("provision".into(), line(&entry.provision));
        event.insert("summary".into(), line(&entry.summary));
        for (key, text) in &entry.others {
            event.insert((*key).into(), line(text));
        }
        let text = text::clean_lines(entry.text.trim()).into_owned();
        event.insert("text".into(), text.into());
        let milestones = self.milestones(location, &entry.milestones);
        event.insert("milestones".into(), milestones);
        if let Some(image) = &entry.image {
            event.insert("image".into(), image.table());
        }
        let sources = entry.sources.iter();
        let sources: Vec<Value> = sources.filter_map(|of| self.source(of)).collect();
        event.insert("sources".into(), sources.into());
        for left in &entry.left {
            let left = text::truncate(&text::clean(left), 60).into_owned();
            self.remark(About::Event, format!("{location}: '{left}' is left out"));
        }
        self.changed += usize::from(self.remarks.len() > before || found.has_time);
        self.events.push(event.into());
    }

    /// The tree of the file.
    pub(super) fn finish(mut self) -> Read {
        if self.times > 0 {
            let times = text::count(self.times, "time");
            self.remark(
                About::Whole,
                format!("{times} of day left out: dates are days"),
            );
        }
        let changed = self.changed;
        let remarks = self.remarks.lines();
        let mut file = Object::new();
        file.insert("format".into(), 1.into());
        let title = if self.title.is_empty() {
            "Imported timeline".to_owned()
        } else {
            self.title
        };
        file.insert(
            "timeline".into(),
            json!({ "title": title, "summary": self.summary }),
        );
        file.insert("countries".into(), self.countries.table.into());
        file.insert("kinds".into(), self.kinds.table.into());
        file.insert("roles".into(), self.roles.table.into());
        file.insert("sources".into(), self.sources.table.into());
        file.insert("eras".into(), self.eras.into());
        file.insert("events".into(), self.events.into());
        Read {
            file,
            changed,
            losses: self.losses,
            remarks,
        }
    }

    /// The id that the entry brings, else one made of its title; the second of two alike has a number.
    fn own_id(&mut self, entry: &EventDraft) -> String {
        let given = text::clean(entry.id.trim()).into_owned();
        let wanted = [given, slug(&entry.title), "event".to_owned()];
        let wanted = wanted.into_iter().find(|id| !id.is_empty());
        let wanted = wanted.unwrap_or_default();
        let mut id = wanted.clone();
        // Counted from where the last one alike stopped: a sheet may have a thousand rows of one title.
        let alike = self.alike.entry(wanted.clone()).or_insert(1);
        while self.ids.contains(&id) {
            *alike += 1;
            id = format!("{wanted}-{alike}");
        }
        self.ids.insert(id.clone());
        id
    }

    /// Why a date is inexact: what the entry says, else how it was written.
    fn basis(&mut self, location: &str, entry: &EventDraft, found: &ImportedDate) -> String {
        self.tell_date(location, found);
        if !entry.basis.trim().is_empty() || !(found.date.wants_basis() || found.is_out_of_reach())
        {
            return entry.basis.clone();
        }
        let written = found.read_from.as_deref();
        format!(
            "Dated “{}” where it was imported from.",
            written.unwrap_or(found.date.written())
        )
    }

    /// Tells how a date was read, where that is not how it was written.
    fn tell_date(&mut self, location: &str, found: &ImportedDate) {
        self.times += usize::from(found.has_time);
        for part in &found.left_out {
            self.remark(About::PartOfDate, format!("{location}: {part}"));
        }
        let Some(written) = &found.read_from else {
            if let Some(other) = &found.other {
                let (read, other) = (found.date.written(), other.written());
                let way = format!("if {} was meant, write {other}", found.other_label());
                self.remark(
                    About::Guess,
                    format!(
                        "{location}: '{read}' is read as {}; {way}",
                        found.date.label()
                    ),
                );
            }
            return;
        };
        let (written, read) = (text::clean(written), found.date.written());
        match &found.other {
            Some(other) => {
                let way = format!(
                    "if {} was meant, write {}",
                    found.other_label(),
                    other.written()
                );
                self.remark(
                    About::Guess,
                    format!("{location}: '{written}' is read as {read}; {way}"),
                );
            }
            // A day whose hour is left out is counted among the times.
            None if found.has_time && written.starts_with(read) => {}
            None => self.remark(
                About::Date,
                format!("{location}: '{written}' is read as {read}"),
            ),
        }
    }

    fn kind(&mut self, label: &str) -> String {
        let label = text::clean(label.trim()).into_owned();
        let at = self.kinds.table.len() % SYMBOLS.len();
        named(&mut self.kinds, "label", &label, |kind| {
            let (symbol, ascii) = SYMBOLS.get(at).copied().unwrap_or(("•", "*"));
            kind.insert("symbol".into(), symbol.into());
            kind.insert("ascii".into(), ascii.into());
        })
    }

    fn parties(&mut self, location: &str, written: &str) -> Value {
        let mut parties = Vec::new();
        for party in written
            .split(';')
            .map(str::trim)
            .filter(|of| !of.is_empty())
        {
            let (country, role) = party.rsplit_once(':').unwrap_or((party, "Party"));
            let (country, called) = match country.split_once(" as ") {
                Some((country, called)) => (country, called.trim()),
                None => (country, ""),
            };
            let country = text::clean(country.trim()).into_owned();
            let role = text::clean(role.trim()).into_owned();
            if country.is_empty() || role.is_empty() {
                let party = text::clean(party);
                self.remark(
                    About::Event,
                    format!("{location}: the party '{party}' is left out; one is written as 'Belgium: Neutral'"),
                );
                continue;
            }
            let country = named(&mut self.countries, "name", &country, |_| ());
            let role = named(&mut self.roles, "label", &role, |_| ());
            parties.push(json!({ "country": country, "role": role, "as": text::clean(called) }));
        }
        parties.into()
    }

    fn milestones(&mut self, location: &str, written: &[String]) -> Value {
        let mut milestones = Vec::new();
        for milestone in written
            .iter()
            .map(|of| of.trim())
            .filter(|of| !of.is_empty())
        {
            let parts = milestone.rsplit_once(": ");
            let read = parts.and_then(|(stage, date)| {
                let date = super::dates::of_cell(
                    date,
                    Habits {
                        edtf: true,
                        order: None,
                    },
                )
                .ok()?
                .date;
                Some(json!({ "stage": text::clean(stage.trim()), "date": date.written() }))
            });
            match read {
                Some(read) => milestones.push(read),
                None => {
                    let milestone = text::clean(milestone);
                    self.remark(
                        About::Event,
                        format!("{location}: the milestone '{milestone}' is left out; one is written as 'signed: 1839-04-19'"),
                    );
                }
            }
        }
        milestones.into()
    }

    /// "The Map of Europe by Treaty (primary) https://…": a source under an id made of its words.
    fn source(&mut self, written: &str) -> Option<Value> {
        let written = text::clean(written.trim()).into_owned();
        let (words, url) = match written.rsplit_once(char::is_whitespace) {
            Some((words, url)) if is_web_address(url) => (words.trim(), Some(url)),
            _ if is_web_address(&written) => (written.as_str(), Some(written.as_str())),
            _ => (written.as_str(), None),
        };
        let (title, primary) = match words.strip_suffix("(primary)") {
            Some(title) => (title.trim(), true),
            None => (words, false),
        };
        if title.is_empty() {
            return None;
        }
        let source = json!({
            "type": if url.is_some() { "web" } else { "misc" },
            "title": title,
            "url": url.unwrap_or_default(),
        });
        let id = kept(&mut self.sources, &slug(title), source);
        let mut citation = json!({ "source": id });
        if primary {
            citation["primary"] = true.into();
        }
        Some(citation)
    }
}

/// A table of things with ids made of their names; the second of two ids alike has a number.
#[derive(Debug, Default)]
struct NamedObjects {
    table: Object,
    /// The id of each thing, by what makes it that one.
    ids: HashMap<String, String>,
    /// The last number that was given to an id of which there are several.
    alike: HashMap<String, usize>,
}

impl NamedObjects {
    /// The id of the thing that `own` makes this one; a new thing gets an id like the one that is wanted.
    fn id(&mut self, own: &str, wanted: &str, entry: impl FnOnce() -> Value) -> String {
        if let Some(id) = self.ids.get(own) {
            return id.clone();
        }
        let wanted = if wanted.is_empty() { "x" } else { wanted };
        let mut id = wanted.to_owned();
        // Counted from where the last one alike stopped, for there may be thousands.
        let alike = self.alike.entry(id.clone()).or_insert(1);
        while self.table.contains_key(&id) {
            *alike += 1;
            id = format!("{wanted}-{alike}");
        }
        self.table.insert(id.clone(), entry());
        self.ids.insert(own.to_owned(), id.clone());
        id
    }
}

/// The id under which a table has a name; a new name gets one.
fn named(
    table: &mut NamedObjects,
    key: &str,
    name: &str,
    more: impl FnOnce(&mut Object),
) -> String {
    if name.is_empty() {
        return String::new();
    }
    table.id(name, &slug(name), || {
        let mut entry = Object::new();
        entry.insert(key.into(), name.into());
        more(&mut entry);
        entry.into()
    })
}

/// Puts an entry under an id, unless it is there already.
fn kept(table: &mut NamedObjects, id: &str, entry: Value) -> String {
    let own = entry.to_string();
    table.id(&own, id, || entry)
}
