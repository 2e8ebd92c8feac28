//! CSV (RFC 4180): one row a fact, with a first row of names, for spreadsheets and for statistics.

use csv::{Terminator, WriterBuilder};

use super::{Extract, parties_in_a_line, sources_in_lines};
use crate::page::cases;
use crate::timeline::format::FormatKey;
use crate::timeline::format::tables::EVENT;
use crate::timeline::{Answer, Case, CriterionId, Event, Timeline};

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

/// The events, a row each; `import` reads them back.
///
/// Where a cell holds several things, parties and claims are parted by "; ", milestones and sources by line breaks.
#[must_use]
pub fn events(extract: &Extract) -> String {
    let columns = EVENT.keys.iter().flat_map(|key| columns(key.name));
    let head = std::iter::once(columns.map(str::to_owned).collect());
    let rows = extract.events.iter().map(|id| {
        let event = &extract.timeline[*id];
        let cells = EVENT.keys.iter();
        cells
            .flat_map(|key| {
                let cells = cells_of(extract.timeline, event, key).into_iter();
                // A date before Christ begins with a hyphen and is no formula.
                let is_date = key.name == "date";
                cells.map(move |cell| if is_date { cell } else { guarded(cell) })
            })
            .collect()
    });
    written(head.chain(rows))
}

/// The columns of a key of an event: of a date what follows from it too, and none of what a date has within it.
fn columns(key: &'static str) -> Vec<&'static str> {
    match key {
        "date" => vec![key, "earliest", "latest", "label"],
        "calendar" | "related" | "memo" => Vec::new(),
        _ => vec![key],
    }
}

/// What stands in the columns of a key.
fn cells_of(timeline: &Timeline, event: &Event, key: &FormatKey) -> Vec<String> {
    if let Some(text) = &key.text {
        return vec![(text.of)(&event.texts).unwrap_or_default().to_owned()];
    }
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let lines = |lines: &mut dyn Iterator<Item = String>| lines.collect::<Vec<_>>().join("\n");
    let cell = match key.name {
        "id" => event.id.to_string(),
        "date" => {
            let (date, label) = (&event.date, event.date.label());
            let (earliest, latest) = (day(date.earliest()), day(date.latest()));
            return vec![date.written().to_owned(), earliest, latest, label];
        }
        "readings" => lines(&mut event.readings.iter().map(|reading| {
            let at = reading
                .at
                .as_ref()
                .map_or_else(String::new, |at| format!(", {at}"));
            let source = &timeline[reading.source].title;
            format!("{}: {source}{at}", reading.date.written())
        })),
        "title" => event.title.to_string(),
        "kind" => event
            .kind
            .map_or_else(String::new, |kind| timeline[kind].label.clone()),
        "importance" => event.importance.figure().to_string(),
        "parties" => parties_in_a_line(timeline, event),
        "text" => event.text.join("\n\n"),
        "tags" => {
            let tags = event.tags.iter().map(|tag| timeline[*tag].as_str());
            tags.collect::<Vec<_>>().join("; ")
        }
        "image" => event
            .image
            .as_ref()
            .map_or_else(String::new, |image| image.place().to_owned()),
        "milestones" => {
            let milestones = event.milestones.iter();
            lines(&mut milestones.map(|stage| format!("{}: {}", stage.stage, stage.date.written())))
        }
        "sources" => lines(
            &mut sources_in_lines(timeline, event)
                .map(|(text, url)| url.map_or(text.clone(), |url| format!("{text} {url}"))),
        ),
        "article" => {
            let claims = event.links.iter().map(|link| {
                let because = link.because.as_ref();
                let because = because.map_or_else(String::new, |because| format!(": {because}"));
                let passage = &timeline[link.passage];
                format!("{} {}{because}", passage.id, link.stance.word())
            });
            claims.collect::<Vec<_>>().join("; ")
        }
        _ => return Vec::new(),
    };
    vec![cell]
}

/// The cases: one row an answer, then one for the promise and one for the outcome of each case.
///
/// An answer is empty where the question does not apply; events are ids parted by spaces.
#[must_use]
pub fn cases(timeline: &Timeline) -> String {
    let mut rows = vec![CASES.map(str::to_owned).to_vec()];
    for case in &timeline.cases {
        let answers = CriterionId::all(timeline).map(|id| answer(timeline, case, id));
        rows.extend(answers.map(Vec::from));
        rows.push(own(timeline, case, "promise", "", case.promise.as_deref()).to_vec());
        let outcome = case.outcome.word();
        let note = case.outcome_note.as_deref();
        rows.push(own(timeline, case, "outcome", outcome, note).to_vec());
    }
    let guarded = |row: Vec<String>| row.into_iter().map(guarded).collect();
    written(rows.into_iter().map(guarded))
}

fn answer(timeline: &Timeline, case: &Case, id: CriterionId) -> [String; 9] {
    let criterion = &timeline[id];
    let given = cases::answer(case, id);
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

/// A row that is not criterion by a criterion, with the event that establishes the case.
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
        timeline[case.established_by].id.to_string(),
    ]
}

/// The signs with which a spreadsheet lets a formula begin.
const FORMULA: [char; 5] = ['=', '+', '-', '@', '\t'];

/// A text that a spreadsheet would take for a formula stands behind an apostrophe.
fn guarded(text: String) -> String {
    if text.trim_start_matches('\'').starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text
    }
}

/// A text without the apostrophe that [`guarded`] may have set before it.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'')
        .filter(|rest| rest.trim_start_matches('\'').starts_with(FORMULA))
        .unwrap_or(text)
}

/// Rows under the names of their columns.
#[must_use]
pub fn table(rows: &[Vec<String>]) -> String {
    let guard = |row: &Vec<String>| row.iter().cloned().map(guarded).collect();
    written(rows.iter().map(guard))
}

/// Writing to memory cannot fail, and every row has the columns of the first.
fn written(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        if writer.write_record(&row).is_err() {
            break;
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
