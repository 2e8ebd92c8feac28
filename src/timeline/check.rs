//! From the document to the timeline: every reference is resolved, every rule asked, every fault noted.
//!
//! Errors are what the program cannot show; warnings are what an author should look at.
//! The model that comes back may only be used when no error was found.

mod cases;
mod events;
mod lookup;
mod rules;
mod spans;

use super::diagnostic::Faults;
use super::document::{CountryTable, Document, PassageTable, SourceTable, Vocabulary};
use super::model::{Country, Ground, Kind, Passage, Role, Source, Status, Timeline};
use super::reader::Located;
use lookup::Lookup;

/// Everything that can be referred to, by its id.
struct Names {
    countries: Lookup,
    kinds: Lookup,
    roles: Lookup,
    statuses: Lookup,
    sources: Lookup,
    passages: Lookup,
    events: Lookup,
    criteria: Lookup,
    relations: Lookup,
}

/// Builds the timeline out of the document; `source` is the text of the file, for line numbers.
pub fn check(mut document: Document, source: &str, faults: &Faults) -> Timeline {
    let events = std::mem::take(&mut document.events);
    let order = events::in_order_of_time(&events);
    let names = Names {
        countries: Lookup::new(
            "country",
            document.countries.iter().map(|country| &country.id),
            faults,
        ),
        kinds: Lookup::new("kind", document.kinds.iter().map(|kind| &kind.id), faults),
        roles: Lookup::new("role", document.roles.iter().map(|role| &role.id), faults),
        statuses: Lookup::new(
            "status",
            document.statuses.iter().map(|status| &status.id),
            faults,
        ),
        sources: Lookup::new(
            "source",
            document.sources.iter().map(|source| &source.id),
            faults,
        ),
        passages: Lookup::new(
            "passage",
            document.passages.iter().map(|passage| &passage.id),
            faults,
        ),
        criteria: Lookup::new(
            "criterion",
            document.criteria.iter().map(|criterion| &criterion.id),
            faults,
        ),
        relations: relations(&document, faults),
        events: events::lookup(&events, &order, faults),
    };
    let mut timeline = Timeline {
        eras: std::mem::take(&mut document.eras),
        ..Timeline::default()
    };
    events.iter().for_each(|event| rules::event(event, faults));
    timeline.events = events::resolve(events, &order, &names, source, faults);
    events::add_inverse_relations(&mut timeline.events, &document.relations);
    timeline.spans = spans::resolve(&document.spans, &timeline, &names, faults);
    timeline.criteria = cases::criteria(&document.criteria, &names, faults);
    timeline.cases = cases::resolve(
        &document.cases,
        &timeline,
        &names,
        &document.countries,
        faults,
    );
    rules::whole(&document, &timeline, faults);

    timeline.title = document.title;
    timeline.summary = document.summary;
    timeline.article = document.article;
    timeline.countries = document.countries.into_iter().map(country).collect();
    timeline.kinds = document.kinds.into_iter().map(kind).collect();
    timeline.roles = document.roles.into_iter().map(role).collect();
    timeline.statuses = document
        .statuses
        .into_iter()
        .map(|word| status(word, faults))
        .collect();
    timeline.sources = document
        .sources
        .into_iter()
        .map(|table| self::source(table, faults))
        .collect();
    timeline.passages = document.passages.into_iter().map(passage).collect();
    link_passages(&mut timeline);
    timeline
}

/// Both sides of every pair of relations are words that an event may use.
fn relations(document: &Document, faults: &Faults) -> Lookup {
    let mut words: Vec<Located<String>> = Vec::new();
    for (word, inverse) in &document.relations {
        words.push(word.clone());
        if *inverse != word.value {
            words.push(Located {
                value: inverse.clone(),
                span: word.span.clone(),
            });
        }
    }
    Lookup::new("relation", words.iter(), faults)
}

/// Lists under every passage the events that name it.
fn link_passages(timeline: &mut Timeline) {
    for event in super::EventId::all(timeline) {
        for at in 0..timeline[event].links.len() {
            let (passage, stance) = (
                timeline[event].links[at].passage,
                timeline[event].links[at].stance,
            );
            if let Some(passage) = timeline.passages.get_mut(passage.index()) {
                passage.events.push((event, stance));
            }
        }
    }
}

fn country(table: CountryTable) -> Country {
    let name = table.name.unwrap_or_default();
    let code = table.code.map_or_else(
        || name.chars().take(2).collect::<String>().to_uppercase(),
        |code| code.value,
    );
    let aliases = table.aliases.into_iter().map(|alias| alias.value).collect();
    Country {
        id: table.id.value,
        name,
        code,
        aliases,
    }
}

fn kind(word: Vocabulary) -> Kind {
    Kind {
        id: word.id.value,
        label: word.label.unwrap_or_default(),
        symbol: word
            .symbol
            .map_or_else(|| "•".to_owned(), |symbol| symbol.value),
        ascii: word
            .ascii
            .map_or_else(|| "*".to_owned(), |symbol| symbol.value),
        definition: word.definition,
    }
}

fn role(word: Vocabulary) -> Role {
    Role {
        id: word.id.value,
        label: word.label.unwrap_or_default(),
        plural: word.plural,
        definition: word.definition,
    }
}

fn status(word: Vocabulary, faults: &Faults) -> Status {
    let label = word.label.unwrap_or_default();
    let letter = match word.symbol {
        Some(Located { value, span }) => {
            if crate::text::width(&value) != 1 {
                faults.error(
                    &span,
                    format!("`letter` of a status takes one column, and `{value}` does not"),
                    None,
                );
            }
            value
        }
        None => label.chars().take(1).collect::<String>().to_uppercase(),
    };
    let ground = word.ground.unwrap_or(Ground::OwnAct);
    Status {
        id: word.id.value,
        label,
        letter,
        ground,
        definition: word.definition,
    }
}

fn source(table: SourceTable, faults: &Faults) -> Source {
    const TYPES: [&str; 26] = [
        "article",
        "chapter",
        "entry",
        "anthos",
        "report",
        "thesis",
        "web",
        "scene",
        "artwork",
        "patent",
        "case",
        "newspaper",
        "legislation",
        "manuscript",
        "post",
        "misc",
        "performance",
        "periodical",
        "proceedings",
        "book",
        "blog",
        "reference",
        "conference",
        "anthology",
        "repository",
        "video",
    ];
    if let Some(kind) = &table.kind
        && !TYPES.contains(&kind.value.to_lowercase().as_str())
    {
        let help = match crate::text::nearest(&kind.value, TYPES) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                "one of Hayagriva's types: book, article, legislation, web, report …".to_owned()
            }
        };
        faults.error(
            &kind.span,
            format!("no type of source is called `{}`", kind.value),
            Some(help),
        );
    }
    Source {
        id: table.id.value,
        kind: table
            .kind
            .map(|kind| kind.value.to_lowercase())
            .unwrap_or_default(),
        title: table.title.unwrap_or_default(),
        authors: table.authors,
        editors: table.editors,
        date: table.date,
        url: table.url.map(|url| url.value),
        fields: table.fields,
    }
}

fn passage(table: PassageTable) -> Passage {
    Passage {
        id: table.id.value,
        paragraph: table.paragraph,
        section: table.section,
        heading: table.heading.unwrap_or_default(),
        claim: table.claim,
        record: table.record,
        events: Vec::new(),
    }
}
