//! The tables of format 1. The examples are parts of one timeline, which has no fault when they are put together.

use super::{EventText, Key, Table, Value};
use crate::timeline::Order;
use crate::timeline::check::SOURCE_TYPES;
use crate::timeline::date::julian::Calendar;
use crate::timeline::model::{Answer, LegalBasis, Outcome, RolePart, Stance, StopView};

const fn needed(
    name: &'static str,
    value: Value,
    about: &'static str,
    example: &'static str,
) -> Key {
    Key {
        name,
        required: true,
        value,
        about,
        example,
        text: None,
    }
}

const fn key(name: &'static str, value: Value, about: &'static str, example: &'static str) -> Key {
    Key {
        name,
        required: false,
        value,
        about,
        example,
        text: None,
    }
}

/// A text of an event, kept by the model under the name of its key.
macro_rules! event_text {
    ($name:ident, $label:expr, $about:expr, $example:expr) => {
        Key {
            text: Some(EventText {
                of: |texts| &texts.$name,
                of_mut: |texts| &mut texts.$name,
                label: $label,
            }),
            ..key(stringify!($name), Value::Line, $about, $example)
        }
    };
}

/// Every table, each before those that stand in it.
pub const ALL: &[&Table] = &[
    &FILE,
    &TIMELINE,
    &ARTICLE,
    &PASSAGE,
    &COUNTRY,
    &KIND,
    &ROLE,
    &STATUS,
    &RELATION_PAIR,
    &STAGE,
    &SOURCE,
    &ERA,
    &EVENT,
    &READING,
    &PARTY,
    &MILESTONE,
    &CITATION,
    &LINK,
    &RELATION,
    &SPAN,
    &CRITERION,
    &CASE,
    &ANSWER,
    &TOUR,
    &STOP,
    &CHANGE,
];

/// The file itself.
#[rustfmt::skip]
pub static FILE: Table = Table {
    name: "file",
    header: "",
    about: "A timeline is one TOML file. Only `format`, `timeline` and `events` are required; a key that is not listed here is an error.",
    keys: &[
        needed("format",  Value::Format,             "The version of the format. This program reads format 1.", "1"),
        needed("timeline", Value::Table(&TIMELINE),  "What the timeline is called.", ""),
        key("article",    Value::Table(&ARTICLE),    "The text that the timeline accompanies, with its claims. With it the reader has the article’s view.", ""),
        key("countries",  Value::Named(&COUNTRY),    "The countries, or whatever takes part in the events: each has an id, by which parties and spans refer to it.", ""),
        key("kinds",      Value::Named(&KIND),       "The kinds of events, each with its sign.", ""),
        key("roles",      Value::Named(&ROLE),       "The roles in which countries take part in events.", ""),
        key("statuses",   Value::Named(&STATUS),     "What a country can be for a stretch of time. With spans they make the life-lines and the lanes.", ""),
        key("relations",  Value::NamedOrLine(&RELATION_PAIR), "The words for how one event is related to another, each with the word for the other side. A word that goes both ways is its own inverse: `\"compared with\" = \"compared with\"`.", ""),
        key("stages",     Value::Named(&STAGE),      "The stages of acts that milestones name: signed, ratified, in force. A milestone may name others.", ""),
        key("sources",    Value::Named(&SOURCE),     "The works that events cite, in the fields of Hayagriva.", ""),
        key("eras",       Value::List(&ERA, false),  "Stretches of time that stand over the axis of the lanes.", ""),
        needed("events",  Value::List(&EVENT, true), "The events, in any order.", ""),
        key("spans",      Value::List(&SPAN, false), "From when to when a country had a status.", ""),
        key("criteria",   Value::List(&CRITERION, false), "The questions that are asked of every case.", ""),
        key("cases",      Value::List(&CASE, false), "The cases that are compared. With them the reader has the table of cases.", ""),
        key("tours",      Value::List(&TOUR, false), "Paths through the record, stop by stop.", ""),
        key("changes",    Value::List(&CHANGE, false), "Corrections: what the timeline once said, and what is right.", ""),
    ],
};

/// `[timeline]`.
#[rustfmt::skip]
pub static TIMELINE: Table = Table {
    name: "timeline",
    header: "[timeline]",
    about: "The head of the file.",
    keys: &[
        needed("title", Value::Line, "Stands at the top of the screen.", r#""Permanent neutrality""#),
        key("summary",  Value::Line, "What the timeline is about, in a sentence.", r#""From the Congress of Vienna to the Istanbul talks.""#),
        key("untrusted_hosts", Value::Lines, "Hosts whose texts are not to be cited: private sites, scrapers, test servers. `check` finds addresses there.", r#"["library.example.com"]"#),
    ],
};

/// `[article]`.
#[rustfmt::skip]
pub static ARTICLE: Table = Table {
    name: "article",
    header: "[article]",
    about: "The text that the timeline accompanies: a paper, a chapter, a talk. The reader sets its claims beside the events.",
    keys: &[
        needed("title",  Value::Line,    "The title of the text.", r#""Permanent Neutrality for Ukraine is a Chimera""#),
        key("author",    Value::Line,    "Who wrote it.", r#""Mart Kuldkepp""#),
        key("publisher", Value::Line,    "Who published it.", r#""RUSI""#),
        key("date",      Value::Date,    "When it was published.", r#""2022-06""#),
        key("url",       Value::Address, "Where it can be read.", r#""https://example.org/chimera""#),
        key("passages",  Value::List(&PASSAGE, false), "Its claims, one by one.", ""),
    ],
};

/// `[[article.passages]]`.
#[rustfmt::skip]
pub static PASSAGE: Table = Table {
    name: "passage",
    header: "[[article.passages]]",
    about: "One claim of the article, with what the record shows beside it. Events are linked to it by its id.",
    keys: &[
        needed("id",      Value::Id,              "By which events and criteria name the passage.", r#""neutralised-states""#),
        key("paragraph",  Value::Number(1, None), "The paragraph of the article, counted from 1; shown as ¶6.", "6"),
        key("section",    Value::Line,            "The part of the argument that the passage belongs to; passages of one section stand together.", r#""The record""#),
        needed("heading", Value::Line,            "What the passage is about, in a few words.", r#""Where the idea comes from""#),
        key("claim",      Value::Paragraphs,      "The author’s claim, in your own words.", r#""Neutralisation is an idea of the nineteenth century.""#),
        key("record",     Value::Prose,           "What the events show beside the claim.", r#""Belgium was neutralised in 1839 [@treaty-of-london-1839], and invaded in 1914. [@@hertslet-map, no. 183]""#),
    ],
};

/// `[countries.ID]`.
#[rustfmt::skip]
pub static COUNTRY: Table = Table {
    name: "country",
    header: "[countries.belgium]",
    about: "A country, or whatever takes part in the events: a town, a company, a person. What stands behind the dot is its id.",
    keys: &[
        needed("name",  Value::Line,       "The name by which it is shown.", r#""Belgium""#),
        key("code",     Value::Columns(2), "One or two letters at the head of its life-line; without them the first two of its name.", r#""BE""#),
        key("aliases",  Value::Lines,      "Other names by which it is found, earlier ones among them.", r#"["Kingdom of Belgium"]"#),
    ],
};

/// `[kinds.ID]`.
#[rustfmt::skip]
pub static KIND: Table = Table {
    name: "kind",
    header: "[kinds.neutralisation]",
    about: "A kind of event, with the sign that stands for it in the list and on the lanes. What stands behind the dot is its id.",
    keys: &[
        needed("label",   Value::Line,       "The kind in a word or two.", r#""Neutralisation""#),
        key("definition", Value::Line,       "What is meant by it.", r#""A state is made neutral by a treaty of others.""#),
        key("symbol",     Value::Columns(1), "Its sign, one column wide; `•` without it.", r#""◆""#),
        key("ascii",      Value::Ascii,      "Its sign where only ASCII is drawn; `*` without it.", r#""*""#),
    ],
};

/// `[roles.ID]`.
#[rustfmt::skip]
pub static ROLE: Table = Table {
    name: "role",
    header: "[roles.neutral]",
    about: "What a country is or does in an event. What stands behind the dot is the id of the role.",
    keys: &[
        needed("label",   Value::Line, "The role in a word or two.", r#""Neutral""#),
        key("definition", Value::Line, "What is meant by it.", r#""The state that is to stay out of wars.""#),
        key("plural",     Value::Line, "The label for several countries in the role.", r#""Neutrals""#),
        key("part",       Value::Word(parts), "The part that the role plays in a neutrality: whose it is, who promises it, who breaks it. Without it a role is a word like any other.", r#""neutral""#),
    ],
};

/// `[statuses.ID]`.
#[rustfmt::skip]
pub static STATUS: Table = Table {
    name: "status",
    header: "[statuses.guaranteed]",
    about: "What a country can be for a stretch of time. What stands behind the dot is the id of the status.",
    keys: &[
        needed("label",   Value::Line,       "The status in a few words.", r#""Permanent neutrality by treaty""#),
        key("definition", Value::Line,       "What is meant by it.", r#""Neutral for all time, under a guarantee.""#),
        key("letter",     Value::Columns(1), "A letter for it on the lanes; without it the first of its label.", r#""T""#),
        key("ground",     Value::Word(grounds), "What the status rests on, which decides how its line is drawn; `own act` without it.", r#""treaty""#),
    ],
};

/// A word of `[relations]`, with its inverse.
#[rustfmt::skip]
pub static RELATION_PAIR: Table = Table {
    name: "relation-pair",
    header: "[relations.\"broken by\"]",
    about: "A word for how one event is related to another, written between quotation marks if it has spaces. In short: `\"broken by\" = \"breaks\"`.",
    keys: &[
        needed("inverse", Value::Line,         "The word for the other side: what is broken by an event is what the event breaks.", r#""breaks""#),
        key("order",      Value::Word(orders), "Whether the event that bears the relation is before or after the one that it names; `check` then looks at the dates.", r#""before""#),
    ],
};

/// `[stages."WORD"]`.
#[rustfmt::skip]
pub static STAGE: Table = Table {
    name: "stage",
    header: "[stages.\"in force\"]",
    about: "A stage of an act, as milestones name it. What stands behind the dot is the word itself, between quotation marks if it has spaces.",
    keys: &[
        key("definition", Value::Line, "What is meant by it.", r#""The act binds those who made it.""#),
        key("effective",  Value::Flag, "Whether an act takes effect with it, so that a span begins or ends on its day; `false` without it.", "true"),
    ],
};

/// `[sources.ID]`.
#[rustfmt::skip]
pub static SOURCE: Table = Table {
    name: "source",
    header: "[sources.hertslet-map]",
    about: "A work that events cite, in the fields of Hayagriva (https://github.com/typst/hayagriva). What stands behind the dot is its id.",
    keys: &[
        needed("type",  Value::Word(types),  "The type of the work.", r#""book""#),
        needed("title", Value::Line,         "Its title.", r#""The Map of Europe by Treaty""#),
        key("publisher",     Value::LineOrNumber, "Who published it.", r#""Butterworths""#),
        key("location",      Value::LineOrNumber, "Where it was published.", r#""London""#),
        key("volume",        Value::LineOrNumber, "The volume.", "2"),
        key("issue",         Value::LineOrNumber, "The issue of a periodical.", r#""2""#),
        key("page-range",    Value::LineOrNumber, "The pages that it takes in a larger work.", r#""979–998""#),
        key("edition",       Value::LineOrNumber, "The edition.", "1"),
        key("parent-title",  Value::LineOrNumber, "The periodical, the collection or the site that it is a part of.", r#""Treaties""#),
        key("organization",  Value::LineOrNumber, "The body on whose behalf it was made.", r#""Foreign Office""#),
        key("serial-number", Value::LineOrNumber, "Its number in a series, a DOI or an ISBN.", r#""183""#),
        key("archive",       Value::LineOrNumber, "The archive that keeps it.", r#""British Library""#),
        key("genre",         Value::LineOrNumber, "What sort of thing it is, within its type.", r#""collection""#),
        key("language",      Value::LineOrNumber, "Its language, as a code.", r#""en""#),
        key("translator",    Value::LineOrNumber, "Who translated it.", r#""Doe, Jane""#),
        key("note",          Value::LineOrNumber, "Anything else that a reader should know.", r#""Four volumes.""#),
        key("author",        Value::Lines,   "Who wrote it, the family name first.", r#""Hertslet, Edward""#),
        key("editor",        Value::Lines,   "Who edited it.", r#"["Hertslet, Edward", "Doe, Jane"]"#),
        key("date",          Value::Date,    "When it was published.", "1875"),
        key("url",           Value::Address, "Where it can be read.", r#""https://example.org/map-of-europe""#),
    ],
};

/// `[[eras]]`.
#[rustfmt::skip]
pub static ERA: Table = Table {
    name: "era",
    header: "[[eras]]",
    about: "A stretch of time that stands over the axis of the lanes.",
    keys: &[
        needed("title", Value::Line, "Its name.", r#""First World War""#),
        needed("date",  Value::Date, "From when to when.", r#""1914/1918""#),
    ],
};

/// `[[events]]`.
#[rustfmt::skip]
pub static EVENT: Table = Table {
    name: "event",
    header: "[[events]]",
    about: "Something that happened, as exact in time as the record is and no more.",
    keys: &[
        needed("id",      Value::Id,                   "By which other tables name the event. Small letters, figures and hyphens read best.", r#""treaty-of-london-1839""#),
        needed("date",    Value::Date,                 "When it happened.", r#""1839-04-19~""#),
        key("calendar",   Value::Word(calendars),      "The calendar of the date: a day of the Julian one is converted, and both are shown; `gregorian` without it.", r#""gregorian""#),
        event_text!(basis, None, "Why the date is uncertain or approximate; `check` asks for it where the date says so.", r#""The copies differ.""#),
        event_text!(place, None, "Where it happened.", r#""London""#),
        needed("title",   Value::Line,                 "What happened, in a line.", r#""Treaty of London: Belgium permanently neutral""#),
        event_text!(short, None, "The title in a few words, where there is little room.", r#""Treaty of London""#),
        key("kind",       Value::Reference("kinds"),   "The kind of event.", r#""neutralisation""#),
        key("importance", Value::Number(1, Some(3)),   "1 high, 2 middle, 3 low: what is left when there is little room; 2 without it.", "1"),
        key("parties",    Value::List(&PARTY, false),  "Who took part, and as what.", r#"[{ country = "belgium", role = "neutral" }]"#),
        event_text!(provision, Some("Provision"), "The article or paragraph of a treaty or a law that matters.", r#""Art. VII of the annexed treaty""#),
        event_text!(summary, None, "What happened, in a sentence.", r#""Five powers make Belgium neutral for all time.""#),
        key("text",       Value::Paragraphs,           "What happened, in a few paragraphs.", r#""Belgium is to be an “independent and perpetually neutral State”.""#),
        key("milestones", Value::List(&MILESTONE, false), "Other dates of the same event: signed, ratified, in force.", r#"[{ stage = "ratified", date = "1839-06-08" }]"#),
        key("sources",    Value::List(&CITATION, false), "What the event rests on; `check` asks for at least one.", r#"[{ source = "hertslet-map", at = "vol. II, no. 183", primary = true }]"#),
        key("article",    Value::List(&LINK, false),   "The claims of the article that the event bears on.", r#"[{ passage = "neutralised-states", stance = "supports" }]"#),
        key("related",    Value::List(&RELATION, false), "Other events that it is related to. The other side is added by the program.", r#"[{ event = "german-invasion-1914", relation = "broken by" }]"#),
        key("readings",   Value::List(&READING, false), "The dates that sources give, where they disagree. `date` has the one that is preferred, and `basis` says why.", r#"[{ date = "1839-04-20", source = "hertslet-map" }]"#),
    ],
};

/// A row of `readings` of an event.
#[rustfmt::skip]
pub static READING: Table = Table {
    name: "reading",
    header: "events.readings",
    about: "The date of an event as one source gives it.",
    keys: &[
        needed("date",   Value::Date,                 "The date that the source gives.", r#""1839-04-07""#),
        key("calendar",  Value::Word(calendars),      "The calendar of that date; `gregorian` without it.", r#""julian""#),
        needed("source", Value::Reference("sources"), "The source.", r#""hertslet-map""#),
        key("at",        Value::Line,                 "The place in it.", r#""p. 979""#),
    ],
};

/// A row of `parties` of an event.
#[rustfmt::skip]
pub static PARTY: Table = Table {
    name: "party",
    header: "events.parties",
    about: "A country that took part in an event.",
    keys: &[
        needed("country", Value::Reference("countries"), "The country.", r#""belgium""#),
        needed("role",    Value::Reference("roles"),     "As what it took part.", r#""neutral""#),
        key("as",         Value::Line,                   "What it was called at the time, where that is another name.", r#""Kingdom of Belgium""#),
    ],
};

/// A row of `milestones` of an event.
#[rustfmt::skip]
pub static MILESTONE: Table = Table {
    name: "milestone",
    header: "events.milestones",
    about: "Another date of the same event.",
    keys: &[
        needed("stage", Value::Line, "What happened then.", r#""ratified""#),
        needed("date",  Value::Date, "When.", r#""1839-06-08""#),
    ],
};

/// A row of `sources` of an event.
#[rustfmt::skip]
pub static CITATION: Table = Table {
    name: "citation",
    header: "events.sources",
    about: "A source of an event, and the place in it.",
    keys: &[
        needed("source", Value::Reference("sources"), "The source.", r#""hertslet-map""#),
        key("at",        Value::Line,                 "The place in it: a page, a number, an article.", r#""vol. II, no. 183""#),
        key("primary",   Value::Flag,                 "Whether it is a document of the event itself; `false` without it.", "true"),
    ],
};

/// A row of `article` of an event.
#[rustfmt::skip]
pub static LINK: Table = Table {
    name: "link",
    header: "events.article",
    about: "A claim of the article that the event bears on.",
    keys: &[
        needed("passage", Value::Reference("article.passages"), "The passage.", r#""neutralised-states""#),
        key("stance",     Value::Word(stances),                 "What the event does to the claim; `context` without it.", r#""supports""#),
        key("because",    Value::Line,                          "Why the event bears on the claim, in one sentence of the record’s voice.", r#""The powers that made it neutral did so at a congress.""#),
    ],
};

/// A row of `related` of an event.
#[rustfmt::skip]
pub static RELATION: Table = Table {
    name: "relation",
    header: "events.related",
    about: "Another event that the event is related to.",
    keys: &[
        needed("event",    Value::Reference("events"),    "The other event.", r#""german-invasion-1914""#),
        needed("relation", Value::Reference("relations"), "How they are related, seen from this event; a word of `[relations]`, from either side.", r#""broken by""#),
    ],
};

/// `[[spans]]`.
#[rustfmt::skip]
pub static SPAN: Table = Table {
    name: "span",
    header: "[[spans]]",
    about: "From when to when a country had a status. Its ends are events, so that each end has its sources.",
    keys: &[
        needed("country",  Value::Reference("countries"), "The country.", r#""belgium""#),
        needed("status",   Value::Reference("statuses"),  "The status.", r#""guaranteed""#),
        needed("begins",   Value::Reference("events"),    "The event with which it begins.", r#""treaty-of-london-1839""#),
        key("begins_at",   Value::Line,                   "The milestone of that event, by its stage, on whose date the span begins; without it the event’s own date.", r#""ratified""#),
        key("ends",        Value::Reference("events"),    "The event with which it ends; without it the status still holds.", r#""treaty-of-versailles-1919""#),
        key("ends_at",     Value::Line,                   "As `begins_at`, for the end.", r#""in force""#),
        key("violated_by", Value::References("events"),   "Events in which the status was violated.", r#"["german-invasion-1914"]"#),
        key("contested",   Value::Line,                   "What is disputed about it.", r#""The end is told differently.""#),
        key("note",        Value::Line,                   "What needs a word about its days.", r#""Ratified by all on one day.""#),
    ],
};

/// `[[criteria]]`.
#[rustfmt::skip]
pub static CRITERION: Table = Table {
    name: "criterion",
    header: "[[criteria]]",
    about: "A question that is asked of every case.",
    keys: &[
        needed("id",       Value::Id,   "By which cases answer the question.", r#""small""#),
        needed("question", Value::Line, "The question.", r#""Was the state small?""#),
        key("short",       Value::Line, "The question in a word or two, for the table.", r#""Small""#),
        key("passage",     Value::Reference("article.passages"), "The claim of the article that the question comes from.", r#""neutralised-states""#),
    ],
};

/// `[[cases]]`.
#[rustfmt::skip]
pub static CASE: Table = Table {
    name: "case",
    header: "[[cases]]",
    about: "One of the cases that are compared.",
    keys: &[
        needed("id",             Value::Id,                     "The name of the case in answers of the program.", r#""belgium-1839""#),
        key("title",             Value::Line,                   "How the case is headed; without it by its country and year.", r#""Belgium 1839""#),
        needed("country",        Value::Reference("countries"), "The country.", r#""belgium""#),
        needed("established_by", Value::Reference("events"),    "The event with which the case begins.", r#""treaty-of-london-1839""#),
        key("promise",           Value::Prose,                  "What was promised, in a sentence.", r#""Its neutrality is guaranteed.""#),
        needed("outcome",        Value::Word(outcomes),         "What came of it.", r#""breached""#),
        key("outcome_note",      Value::Prose,                  "What came of it, in a sentence.", r#""In 1914.""#),
        key("answers",           Value::Named(&ANSWER),         "The answers to the questions, each by the id of its criterion.", ""),
    ],
};

/// `[cases.answers.CRITERION]`.
#[rustfmt::skip]
pub static ANSWER: Table = Table {
    name: "answer",
    header: "[cases.answers.small]",
    about: "The answer of a case to a question. What stands behind the last dot is the id of the criterion.",
    keys: &[
        needed("answer", Value::Word(answers),         "The answer. `unknown` and `disputed` are not `no`.", r#""yes""#),
        key("note",      Value::Prose,                 "What the answer rests on, in a sentence; `check` asks for it.", r#""Half the size of its neighbour.""#),
        key("events",    Value::References("events"),  "The events that the answer rests on.", r#"["treaty-of-london-1839"]"#),
    ],
};

/// `[[tours]]`.
#[rustfmt::skip]
pub static TOUR: Table = Table {
    name: "tour",
    header: "[[tours]]",
    about: "A path through the record.",
    keys: &[
        needed("id",    Value::Id,   "The name of the tour on the command line.", r#""argument""#),
        needed("title", Value::Line, "What the tour is called.", r#""Does the history bear the argument?""#),
        key("summary",  Value::Line, "What it shows, in a sentence.", r#""One stop, a minute.""#),
        key("stops",    Value::List(&STOP, false), "Its stops, in order.", ""),
    ],
};

/// `[[tours.stops]]`.
#[rustfmt::skip]
pub static STOP: Table = Table {
    name: "stop",
    header: "[[tours.stops]]",
    about: "A stop of a tour: what it says, and what the reader has before the eyes.",
    keys: &[
        needed("title", Value::Line, "What the stop is about, in a line.", r#""A promise is not yet a guarantee""#),
        key("text",     Value::Prose, "What it shows, in two or three sentences.", r#""Five powers promised. [@treaty-of-london-1839]""#),
        key("view",     Value::Word(views), "The view in which it is shown; `timeline` without it.", r#""cases""#),
        key("events",   Value::References("events"), "The events that it shows: the first is selected, all are lit.", r#"["treaty-of-london-1839"]"#),
        key("countries", Value::References("countries"), "The countries that it brings out in the lanes.", r#"["belgium"]"#),
        key("window",   Value::Date, "What the lanes show.", r#""1830/1914""#),
        key("passage",  Value::Reference("article.passages"), "The claim that it speaks to.", r#""neutralised-states""#),
        key("case",     Value::Reference("cases"), "The case that it shows.", r#""belgium-1839""#),
        key("criterion", Value::Reference("criteria"), "With `case`: the question that it shows.", r#""small""#),
        key("question", Value::Line, "What a reader may ask here.", r#""Who promised, and what?""#),
    ],
};

/// `[[changes]]`.
#[rustfmt::skip]
pub static CHANGE: Table = Table {
    name: "change",
    header: "[[changes]]",
    about: "A correction of fact. It names what it is about, or nothing where it is about the timeline as a whole.",
    keys: &[
        needed("date", Value::Date, "When it was corrected.", r#""2026-11-26""#),
        key("event",   Value::Reference("events"), "The event that is corrected.", r#""treaty-of-london-1839""#),
        key("span",    Value::Reference("events"), "The span that is corrected, by the event with which it begins.", r#""treaty-of-london-1839""#),
        key("passage", Value::Reference("article.passages"), "The passage that is corrected.", r#""neutralised-states""#),
        key("case",    Value::Reference("cases"), "The case that is corrected.", r#""belgium-1839""#),
        needed("was",  Value::Line, "What stood there.", r#""20 April 1839""#),
        needed("now",  Value::Line, "What is right.", r#""19 April 1839""#),
        key("source",  Value::Reference("sources"), "The source that says so.", r#""hertslet-map""#),
    ],
};

fn parts() -> Vec<&'static str> {
    RolePart::ALL.into_iter().map(RolePart::word).collect()
}

fn calendars() -> Vec<&'static str> {
    Calendar::ALL.into_iter().map(Calendar::word).collect()
}

fn views() -> Vec<&'static str> {
    StopView::ALL.into_iter().map(StopView::word).collect()
}

fn grounds() -> Vec<&'static str> {
    LegalBasis::ALL.into_iter().map(LegalBasis::word).collect()
}

fn orders() -> Vec<&'static str> {
    Order::ALL.into_iter().map(Order::word).collect()
}

fn stances() -> Vec<&'static str> {
    Stance::ALL.into_iter().map(Stance::word).collect()
}

fn outcomes() -> Vec<&'static str> {
    Outcome::ALL.into_iter().map(Outcome::word).collect()
}

fn answers() -> Vec<&'static str> {
    Answer::ALL.into_iter().map(Answer::word).collect()
}

fn types() -> Vec<&'static str> {
    SOURCE_TYPES.to_vec()
}
