//! CSV (RFC 4180): one row a fact, with a first row of names, for spreadsheets and for statistics.

use csv::Writer;

use super::{Extract, parties_in_a_line, sources_in_lines};
use crate::page::cases;
use crate::timeline::{Answer, Case, CriterionId, EventId, Timeline};

/// The names over the columns of [`cases`].
const CASES: [&str; 9] = [
    "case",
    "title",
    "country",
    "criterion",
    "question",
    "paragraph",
    "answer",
    "note",
    "events",
];

/// The names over the columns of [`events`].
const EVENTS: [&str; 18] = [
    "id",
    "date",
    "earliest",
    "latest",
    "label",
    "basis",
    "place",
    "title",
    "short",
    "kind",
    "importance",
    "parties",
    "provision",
    "summary",
    "text",
    "milestones",
    "sources",
    "article",
];

/// The events, a row each; `import` reads them back.
///
/// Where a cell holds several things, parties and claims are parted by "; ", milestones and sources by line breaks.
#[must_use]
pub fn events(extract: &Extract) -> String {
    let mut rows = vec![EVENTS.map(str::to_owned)];
    rows.extend(extract.events.iter().map(|id| event(extract.timeline, *id)));
    written(&rows)
}

fn event(timeline: &Timeline, id: EventId) -> [String; 18] {
    let event = &timeline[id];
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let milestones = event
        .milestones
        .iter()
        .map(|stage| format!("{}: {}", stage.stage, stage.date.written()));
    let sources = sources_in_lines(timeline, event)
        .map(|(said, url)| url.map_or(said.clone(), |url| format!("{said} {url}")));
    let claims = event.links.iter().map(|link| {
        let passage = &timeline[link.passage];
        format!("{} {}", passage.id, link.stance.word())
    });
    [
        event.id.clone(),
        event.date.written().to_owned(),
        day(event.date.earliest()),
        day(event.date.latest()),
        event.date.label(),
        or_empty(&event.basis),
        or_empty(&event.place),
        event.title.clone(),
        or_empty(&event.short),
        event
            .kind
            .map_or_else(String::new, |kind| timeline[kind].label.clone()),
        event.importance.figure().to_string(),
        parties_in_a_line(timeline, event),
        or_empty(&event.provision),
        or_empty(&event.summary),
        event.text.join("\n\n"),
        milestones.collect::<Vec<_>>().join("\n"),
        sources.collect::<Vec<_>>().join("\n"),
        claims.collect::<Vec<_>>().join("; "),
    ]
}

/// The cases: one row an answer, then one for the promise and one for the outcome of each case.
///
/// An answer is empty where the question does not apply; events are ids parted by spaces.
#[must_use]
pub fn cases(timeline: &Timeline) -> String {
    let mut rows = vec![CASES.map(str::to_owned)];
    for case in &timeline.cases {
        let asked = CriterionId::all(timeline).map(|asked| answer(timeline, case, asked));
        rows.extend(asked);
        rows.push(own(timeline, case, "promise", "", case.promise.as_deref()));
        let outcome = case.outcome.word();
        let note = case.outcome_note.as_deref();
        rows.push(own(timeline, case, "outcome", outcome, note));
    }
    written(&rows)
}

fn answer(timeline: &Timeline, case: &Case, asked: CriterionId) -> [String; 9] {
    let criterion = &timeline[asked];
    let given = cases::answer(case, asked);
    let paragraph = criterion
        .passage
        .and_then(|passage| timeline[passage].paragraph);
    let events = given.map_or(&[][..], |given| given.events.as_slice());
    let events: Vec<&str> = events
        .iter()
        .map(|event| timeline[*event].id.as_str())
        .collect();
    [
        case.id.clone(),
        case.title.clone(),
        timeline[case.country].id.clone(),
        criterion.id.clone(),
        criterion.question.clone(),
        paragraph.map_or_else(String::new, |number| number.to_string()),
        word(given.map(|given| given.answer)).to_owned(),
        given
            .and_then(|given| given.note.as_deref())
            .unwrap_or_default()
            .to_owned(),
        events.join(" "),
    ]
}

fn word(answer: Option<Answer>) -> &'static str {
    answer.map_or("", Answer::word)
}

/// A row that is not asked by a criterion, with the event that establishes the case.
fn own(
    timeline: &Timeline,
    case: &Case,
    what: &str,
    answer: &str,
    note: Option<&str>,
) -> [String; 9] {
    [
        case.id.clone(),
        case.title.clone(),
        timeline[case.country].id.clone(),
        what.to_owned(),
        String::new(),
        String::new(),
        answer.to_owned(),
        note.unwrap_or_default().to_owned(),
        timeline[case.established_by].id.clone(),
    ]
}

/// Writing to memory cannot fail, and every row has the columns of the first.
fn written<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    for row in rows {
        if writer.write_record(row).is_err() {
            break;
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
