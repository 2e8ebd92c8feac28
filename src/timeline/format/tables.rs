//! The tables of format 1. The examples are parts of one timeline, which has no fault when they are put together.

use super::{EventText, FormatKey, FormatTable, ValueKind};
use crate::timeline::Order;
use crate::timeline::check::SOURCE_TYPES;
use crate::timeline::date::julian::Calendar;
use crate::timeline::model::{Answer, LegalBasis, Outcome, RolePart, Stance, StopView};

const fn needed(
    name: &'static str,
    value: ValueKind,
    about: &'static str,
    example: &'static str,
) -> FormatKey {
    FormatKey {
        name,
        required: true,
        value,
        about,
        example,
        text: None,
    }
}

const fn key(
    name: &'static str,
    value: ValueKind,
    about: &'static str,
    example: &'static str,
) -> FormatKey {
    FormatKey {
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
        FormatKey {
            text: Some(EventText {
                of: |texts| &texts.$name,
                of_mut: |texts| &mut texts.$name,
                label: $label,
            }),
            ..key(stringify!($name), ValueKind::Line, $about, $example)
        }
    };
}

/// Every table, each before those that stand in it.
pub const ALL: &[&FormatTable] = &[
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
pub static FILE: FormatTable = FormatTable {
    name: "file",
    header: "",
    about: "A timeline is one TOML file. Only `format`, `timeline` and `events` are required; a key that is not listed here is an error.",
    keys: &[
        needed("format",  ValueKind::Format,             "The version of the format. This program reads format 1.", "1"),
        needed("timeline", ValueKind::Table(&TIMELINE),  "What the timeline is called.", ""),
        key("article",    ValueKind::Table(&ARTICLE),    "The text that the timeline accompanies, with its claims. With it the reader has the article’s view.", ""),
        key("countries",  ValueKind::Named(&COUNTRY),    "The countries, or whatever takes part in the events: each has an id, by which parties and spans refer to it.", ""),
        key("kinds",      ValueKind::Named(&KIND),       "The kinds of events, each with its sign.", ""),
        key("roles",      ValueKind::Named(&ROLE),       "The roles in which countries take part in events.", ""),
        key("statuses",   ValueKind::Named(&STATUS),     "What a country can be for a stretch of time. With spans they make the life-lines and the lanes.", ""),
        key("relations",  ValueKind::NamedOrLine(&RELATION_PAIR), "The words for how one event is related to another, each with the word for the other side. A word that goes both ways is its own inverse: `\"compared with\" = \"compared with\"`.", ""),
        key("stages",     ValueKind::Named(&STAGE),      "The stages of acts that milestones name: signed, ratified, in force. A milestone may name others.", ""),
        key("sources",    ValueKind::Named(&SOURCE),     "The works that events cite, in the fields of Hayagriva.", ""),
        key("eras",       ValueKind::List(&ERA, false),  "Stretches of time that stand over the axis of the lanes.", ""),
        needed("events",  ValueKind::List(&EVENT, true), "The events, in any order.", ""),
        key("spans",      ValueKind::List(&SPAN, false), "From when to when a country had a status.", ""),
        key("criteria",   ValueKind::List(&CRITERION, false), "The questions that are asked of every case.", ""),
        key("cases",      ValueKind::List(&CASE, false), "The cases that are compared. With them the reader has the table of cases.", ""),
        key("tours",      ValueKind::List(&TOUR, false), "Paths through the record, stop by stop.", ""),
        key("changes",    ValueKind::List(&CHANGE, false), "Corrections: what the timeline once said, and what is right.", ""),
    ],
};

/// `[timeline]`.
#[rustfmt::skip]
pub static TIMELINE: FormatTable = FormatTable {
    name: "timeline",
    header: "[timeline]",
    about: "The head of the file.",
    keys: &[
        needed("title", ValueKind::Line, "Stands at the top of the screen.", r#""Permanent neutrality""#),
        key("summary",  ValueKind::Line, "What the timeline is about, in a sentence.", r#""From the Congress of Vienna to the Istanbul talks.""#),
        key("lanes",    ValueKind::References("countries"), "The countries whose lanes come first, and in which order; the group of the first one comes first. The others follow by the weight of their events.", r#"["belgium"]"#),
        key("untrusted_hosts", ValueKind::Lines, "Hosts whose texts are not to be cited: private sites, scrapers, test servers. `check` finds addresses there.", r#"["library.example.com"]"#),
    ],
};

/// `[article]`.
#[rustfmt::skip]
pub static ARTICLE: FormatTable = FormatTable {
    name: "article",
    header: "[article]",
    about: "The text that the timeline accompanies: a paper, a chapter, a talk. The reader sets its claims beside the events.",
    keys: &[
        needed("title",  ValueKind::Line,    "The title of the text.", r#""Permanent Neutrality for Ukraine is a Chimera""#),
        key("author",    ValueKind::Line,    "Who wrote it.", r#""Mart Kuldkepp""#),
        key("publisher", ValueKind::Line,    "Who published it.", r#""RUSI""#),
        key("date",      ValueKind::Date,    "When it was published.", r#""2022-06""#),
        key("url",       ValueKind::Address, "Where it can be read.", r#""https://example.org/chimera""#),
        key("passages",  ValueKind::List(&PASSAGE, false), "Its claims, one by one.", ""),
    ],
};

/// `[[article.passages]]`.
#[rustfmt::skip]
pub static PASSAGE: FormatTable = FormatTable {
    name: "passage",
    header: "[[article.passages]]",
    about: "One claim of the article, with what the record shows beside it. Events are linked to it by its id.",
    keys: &[
        needed("id",      ValueKind::Id,              "By which events and criteria name the passage.", r#""neutralised-states""#),
        key("paragraph",  ValueKind::Number(1, None), "The paragraph of the article, counted from 1; shown as ¶6.", "6"),
        key("section",    ValueKind::Line,            "The part of the argument that the passage belongs to; passages of one section stand together.", r#""The record""#),
        needed("heading", ValueKind::Line,            "What the passage is about, in a few words.", r#""Where the idea comes from""#),
        key("claim",      ValueKind::Paragraphs,      "The author’s claim, in your own words.", r#""Neutralisation is an idea of the nineteenth century.""#),
        key("record",     ValueKind::Prose,           "What the events show beside the claim.", r#""Belgium was neutralised in 1839 [@treaty-of-london-1839], and invaded in 1914. [@@hertslet-map, no. 183]""#),
    ],
};

/// `[countries.ID]`.
#[rustfmt::skip]
pub static COUNTRY: FormatTable = FormatTable {
    name: "country",
    header: "[countries.belgium]",
    about: "A country, or whatever takes part in the events: a town, a company, a person. What stands behind the dot is its id.",
    keys: &[
        needed("name",  ValueKind::Line,       "The name by which it is shown.", r#""Belgium""#),
        key("code",     ValueKind::Columns(2), "One or two letters at the head of its life-line; without them the first two of its name.", r#""BE""#),
        key("aliases",  ValueKind::Lines,      "Other names by which it is found, earlier ones among them.", r#"["Kingdom of Belgium"]"#),
    ],
};

/// `[kinds.ID]`.
#[rustfmt::skip]
pub static KIND: FormatTable = FormatTable {
    name: "kind",
    header: "[kinds.neutralisation]",
    about: "A kind of event, with the sign that stands for it in the list and on the lanes. What stands behind the dot is its id.",
    keys: &[
        needed("label",   ValueKind::Line,       "The kind in a word or two.", r#""Neutralisation""#),
        key("definition", ValueKind::Line,       "What is meant by it.", r#""A state is made neutral by a treaty of others.""#),
        key("symbol",     ValueKind::Columns(1), "Its sign, one column wide; `•` without it.", r#""◆""#),
        key("ascii",      ValueKind::Ascii,      "Its sign where only ASCII is drawn; `*` without it.", r#""*""#),
    ],
};

/// `[roles.ID]`.
#[rustfmt::skip]
pub static ROLE: FormatTable = FormatTable {
    name: "role",
    header: "[roles.neutral]",
    about: "What a country is or does in an event. What stands behind the dot is the id of the role.",
    keys: &[
        needed("label",   ValueKind::Line, "The role in a word or two.", r#""Neutral""#),
        key("definition", ValueKind::Line, "What is meant by it.", r#""The state that is to stay out of wars.""#),
        key("plural",     ValueKind::Line, "The label for several countries in the role.", r#""Neutrals""#),
        key("part",       ValueKind::Word(parts), "The part that the role plays in a neutrality: whose it is, who promises it, who breaks it. Without it a role is a word like any other.", r#""neutral""#),
    ],
};

/// `[statuses.ID]`.
#[rustfmt::skip]
pub static STATUS: FormatTable = FormatTable {
    name: "status",
    header: "[statuses.guaranteed]",
    about: "What a country can be for a stretch of time. What stands behind the dot is the id of the status.",
    keys: &[
        needed("label",   ValueKind::Line,       "The status in a few words.", r#""Permanent neutrality by treaty""#),
        key("definition", ValueKind::Line,       "What is meant by it.", r#""Neutral for all time, under a guarantee.""#),
        key("letter",     ValueKind::Columns(1), "A letter for it on the lanes; without it the first of its label.", r#""T""#),
        key("ground",     ValueKind::Word(grounds), "What the status rests on, which decides how its line is drawn; `own act` without it.", r#""guarantee""#),
    ],
};

/// A word of `[relations]`, with its inverse.
#[rustfmt::skip]
pub static RELATION_PAIR: FormatTable = FormatTable {
    name: "relation-pair",
    header: "[relations.\"broken by\"]",
    about: "A word for how one event is related to another, written between quotation marks if it has spaces. In short: `\"broken by\" = \"breaks\"`.",
    keys: &[
        needed("inverse", ValueKind::Line,         "The word for the other side: what is broken by an event is what the event breaks.", r#""breaks""#),
        key("order",      ValueKind::Word(orders), "Whether the event that bears the relation is before or after the one that it names; `check` then looks at the dates.", r#""before""#),
    ],
};

/// `[stages."WORD"]`.
#[rustfmt::skip]
pub static STAGE: FormatTable = FormatTable {
    name: "stage",
    header: "[stages.\"in force\"]",
    about: "A stage of an act, as milestones name it. What stands behind the dot is the word itself, between quotation marks if it has spaces.",
    keys: &[
        key("definition", ValueKind::Line, "What is meant by it.", r#""The act binds those who made it.""#),
        key("effective",  ValueKind::Flag, "Whether an act takes effect with it, so that a span begins or ends on its day; `false` without it.", "true"),
    ],
};

/// `[sources.ID]`.
#[rustfmt::skip]
pub static SOURCE: FormatTable = FormatTable {
    name: "source",
    header: "[sources.hertslet-map]",
    about: "A work that events cite, in the fields of Hayagriva (https://github.com/typst/hayagriva). What stands behind the dot is its id.",
    keys: &[
        needed("type",  ValueKind::Word(types),  "The type of the work.", r#""book""#),
        needed("title", ValueKind::Line,         "Its title.", r#""The Map of Europe by Treaty""#),
        key("publisher",     ValueKind::LineOrNumber, "Who published it.", r#""Butterworths""#),
        key("location",      ValueKind::LineOrNumber, "Where it was published.", r#""London""#),
        key("volume",        ValueKind::LineOrNumber, "The volume.", "2"),
        key("issue",         ValueKind::LineOrNumber, "The issue of a periodical.", r#""2""#),
        key("page-range",    ValueKind::LineOrNumber, "The pages that it takes in a larger work.", r#""979–998""#),
        key("edition",       ValueKind::LineOrNumber, "The edition.", "1"),
        key("parent-title",  ValueKind::LineOrNumber, "The periodical, the collection or the site that it is a part of.", r#""Treaties""#),
        key("organization",  ValueKind::LineOrNumber, "The body on whose behalf it was made.", r#""Foreign Office""#),
        key("serial-number", ValueKind::LineOrNumber, "Its number in a series, a DOI or an ISBN.", r#""183""#),
        key("archive",       ValueKind::LineOrNumber, "The archive that keeps it.", r#""British Library""#),
        key("genre",         ValueKind::LineOrNumber, "What sort of thing it is, within its type.", r#""collection""#),
        key("language",      ValueKind::LineOrNumber, "Its language, as a code.", r#""en""#),
        key("translator",    ValueKind::LineOrNumber, "Who translated it.", r#""Doe, Jane""#),
        key("note",          ValueKind::LineOrNumber, "Anything else that a reader should know.", r#""Four volumes.""#),
        key("author",        ValueKind::Lines,   "Who wrote it, the family name first.", r#""Hertslet, Edward""#),
        key("editor",        ValueKind::Lines,   "Who edited it.", r#"["Hertslet, Edward", "Doe, Jane"]"#),
        key("date",          ValueKind::Date,    "When it was published.", "1875"),
        key("url",           ValueKind::Address, "Where it can be read.", r#""https://example.org/map-of-europe""#),
    ],
};

/// `[[eras]]`.
#[rustfmt::skip]
pub static ERA: FormatTable = FormatTable {
    name: "era",
    header: "[[eras]]",
    about: "A stretch of time that stands over the axis of the lanes.",
    keys: &[
        needed("title", ValueKind::Line, "Its name.", r#""First World War""#),
        needed("date",  ValueKind::Date, "From when to when.", r#""1914/1918""#),
    ],
};

/// `[[events]]`.
#[rustfmt::skip]
pub static EVENT: FormatTable = FormatTable {
    name: "event",
    header: "[[events]]",
    about: "Something that happened, as exact in time as the record is and no more.",
    keys: &[
        needed("id",      ValueKind::Id,                   "By which other tables name the event. Small letters, figures and hyphens read best.", r#""treaty-of-london-1839""#),
        needed("date",    ValueKind::Date,                 "When it happened.", r#""1839-04-19~""#),
        key("calendar",   ValueKind::Word(calendars),      "The calendar of the date: a day of the Julian one is converted, and both are shown; `gregorian` without it.", r#""gregorian""#),
        event_text!(basis, None, "Why the date is uncertain or approximate; `check` asks for it where the date says so.", r#""The copies differ.""#),
        event_text!(place, None, "Where it happened.", r#""London""#),
        needed("title",   ValueKind::Line,                 "What happened, in a line.", r#""Treaty of London: Belgium permanently neutral""#),
        event_text!(short, None, "The title in a few words, where there is little room.", r#""Treaty of London""#),
        key("kind",       ValueKind::Reference("kinds"),   "The kind of event.", r#""neutralisation""#),
        key("importance", ValueKind::Number(1, Some(3)),   "1 high, 2 middle, 3 low: what is left when there is little room; 2 without it.", "1"),
        key("parties",    ValueKind::List(&PARTY, false),  "Who took part, and as what.", r#"[{ country = "belgium", role = "neutral" }]"#),
        event_text!(provision, Some("Provision"), "The article or paragraph of a treaty or a law that matters.", r#""Art. VII of the annexed treaty""#),
        event_text!(summary, None, "What happened, in a sentence.", r#""Five powers make Belgium neutral for all time.""#),
        key("text",       ValueKind::Paragraphs,           "What happened, in a few paragraphs.", r#""Belgium is to be an “independent and perpetually neutral State”.""#),
        key("milestones", ValueKind::List(&MILESTONE, false), "Other dates of the same event: signed, ratified, in force.", r#"[{ stage = "ratified", date = "1839-06-08" }]"#),
        key("sources",    ValueKind::List(&CITATION, false), "What the event rests on; `check` asks for at least one.", r#"[{ source = "hertslet-map", at = "vol. II, no. 183", primary = true }]"#),
        key("article",    ValueKind::List(&LINK, false),   "The claims of the article that the event bears on.", r#"[{ passage = "neutralised-states", stance = "supports" }]"#),
        key("related",    ValueKind::List(&RELATION, false), "Other events that it is related to. The other side is added by the program.", r#"[{ event = "german-invasion-1914", relation = "broken by" }]"#),
        key("readings",   ValueKind::List(&READING, false), "The dates that sources give, where they disagree. `date` has the one that is preferred, and `basis` says why.", r#"[{ date = "1839-04-20", source = "hertslet-map" }]"#),
    ],
};

/// A row of `readings` of an event.
#[rustfmt::skip]
pub static READING: FormatTable = FormatTable {
    name: "reading",
    header: "events.readings",
    about: "The date of an event as one source gives it.",
    keys: &[
        needed("date",   ValueKind::Date,                 "The date that the source gives.", r#""1839-04-07""#),
        key("calendar",  ValueKind::Word(calendars),      "The calendar of that date; `gregorian` without it.", r#""julian""#),
        needed("source", ValueKind::Reference("sources"), "The source.", r#""hertslet-map""#),
        key("at",        ValueKind::Line,                 "The place in it.", r#""p. 979""#),
    ],
};

/// A row of `parties` of an event.
#[rustfmt::skip]
pub static PARTY: FormatTable = FormatTable {
    name: "party",
    header: "events.parties",
    about: "A country that took part in an event.",
    keys: &[
        needed("country", ValueKind::Reference("countries"), "The country.", r#""belgium""#),
        needed("role",    ValueKind::Reference("roles"),     "As what it took part.", r#""neutral""#),
        key("as",         ValueKind::Line,                   "What it was called at the time, where that is another name.", r#""Kingdom of Belgium""#),
    ],
};

/// A row of `milestones` of an event.
#[rustfmt::skip]
pub static MILESTONE: FormatTable = FormatTable {
    name: "milestone",
    header: "events.milestones",
    about: "Another date of the same event.",
    keys: &[
        needed("stage", ValueKind::Line, "What happened then.", r#""ratified""#),
        needed("date",  ValueKind::Date, "When.", r#""1839-06-08""#),
    ],
};

/// A row of `sources` of an event.
#[rustfmt::skip]
pub static CITATION: FormatTable = FormatTable {
    name: "citation",
    header: "events.sources",
    about: "A source of an event, and the place in it.",
    keys: &[
        needed("source", ValueKind::Reference("sources"), "The source.", r#""hertslet-map""#),
        key("at",        ValueKind::Line,                 "The place in it: a page, a number, an article.", r#""vol. II, no. 183""#),
        key("primary",   ValueKind::Flag,                 "Whether it is a document of the event itself; `false` without it.", "true"),
    ],
};

/// A row of `article` of an event.
#[rustfmt::skip]
pub static LINK: FormatTable = FormatTable {
    name: "link",
    header: "events.article",
    about: "A claim of the article that the event bears on.",
    keys: &[
        needed("passage", ValueKind::Reference("article.passages"), "The passage.", r#""neutralised-states""#),
        key("stance",     ValueKind::Word(stances),                 "What the event does to the claim; `context` without it.", r#""supports""#),
        key("because",    ValueKind::Line,                          "Why the event bears on the claim, in one sentence of the record’s voice.", r#""The powers that made it neutral did so at a congress.""#),
    ],
};

/// A row of `related` of an event.
#[rustfmt::skip]
pub static RELATION: FormatTable = FormatTable {
    name: "relation",
    header: "events.related",
    about: "Another event that the event is related to.",
    keys: &[
        needed("event",    ValueKind::Reference("events"),    "The other event.", r#""german-invasion-1914""#),
        needed("relation", ValueKind::Reference("relations"), "How they are related, seen from this event; a word of `[relations]`, from either side.", r#""broken by""#),
    ],
};

/// `[[spans]]`.
#[rustfmt::skip]
pub static SPAN: FormatTable = FormatTable {
    name: "span",
    header: "[[spans]]",
    about: "From when to when a country had a status. Its ends are events, so that each end has its sources.",
    keys: &[
        needed("country",  ValueKind::Reference("countries"), "The country.", r#""belgium""#),
        needed("status",   ValueKind::Reference("statuses"),  "The status.", r#""guaranteed""#),
        needed("begins",   ValueKind::Reference("events"),    "The event with which it begins.", r#""treaty-of-london-1839""#),
        key("begins_at",   ValueKind::Line,                   "The milestone of that event, by its stage, on whose date the span begins; without it the event’s own date.", r#""ratified""#),
        key("ends",        ValueKind::Reference("events"),    "The event with which it ends; without it the status still holds.", r#""treaty-of-versailles-1919""#),
        key("ends_at",     ValueKind::Line,                   "As `begins_at`, for the end.", r#""in force""#),
        key("violated_by", ValueKind::References("events"),   "Events in which the status was violated.", r#"["german-invasion-1914"]"#),
        key("contested",   ValueKind::Line,                   "What is disputed about it.", r#""The end is told differently.""#),
        key("note",        ValueKind::Line,                   "What needs a word about its days.", r#""Ratified by all on one day.""#),
    ],
};

/// `[[criteria]]`.
#[rustfmt::skip]
pub static CRITERION: FormatTable = FormatTable {
    name: "criterion",
    header: "[[criteria]]",
    about: "A question that is asked of every case.",
    keys: &[
        needed("id",       ValueKind::Id,   "By which cases answer the question.", r#""small""#),
        needed("question", ValueKind::Line, "The question.", r#""Was the state small?""#),
        key("short",       ValueKind::Line, "The question in a word or two, for the table.", r#""Small""#),
        key("passage",     ValueKind::Reference("article.passages"), "The claim of the article that the question comes from.", r#""neutralised-states""#),
        key("article",     ValueKind::Word(answers), "What the article says of the cases that it builds on; the table marks what departs from it.", r#""yes""#),
    ],
};

/// `[[cases]]`.
#[rustfmt::skip]
pub static CASE: FormatTable = FormatTable {
    name: "case",
    header: "[[cases]]",
    about: "One of the cases that are compared.",
    keys: &[
        needed("id",             ValueKind::Id,                     "The name of the case in answers of the program.", r#""belgium-1839""#),
        key("title",             ValueKind::Line,                   "How the case is headed; without it by its country and year.", r#""Belgium 1839""#),
        needed("country",        ValueKind::Reference("countries"), "The country.", r#""belgium""#),
        needed("established_by", ValueKind::Reference("events"),    "The event with which the case begins.", r#""treaty-of-london-1839""#),
        key("promise",           ValueKind::Prose,                  "What was promised, in a sentence.", r#""Its neutrality is guaranteed.""#),
        needed("outcome",        ValueKind::Word(outcomes),         "What came of it.", r#""breached""#),
        key("outcome_note",      ValueKind::Prose,                  "What came of it, in a sentence.", r#""In 1914.""#),
        key("answers",           ValueKind::Named(&ANSWER),         "The answers to the questions, each by the id of its criterion.", ""),
    ],
};

/// `[cases.answers.CRITERION]`.
#[rustfmt::skip]
pub static ANSWER: FormatTable = FormatTable {
    name: "answer",
    header: "[cases.answers.small]",
    about: "The answer of a case to a question. What stands behind the last dot is the id of the criterion.",
    keys: &[
        needed("answer", ValueKind::Word(answers),         "The answer. `unknown` and `disputed` are not `no`.", r#""yes""#),
        key("note",      ValueKind::Prose,                 "What the answer rests on, in a sentence; `check` asks for it.", r#""Half the size of its neighbour.""#),
        key("events",    ValueKind::References("events"),  "The events that the answer rests on.", r#"["treaty-of-london-1839"]"#),
    ],
};

/// `[[tours]]`.
#[rustfmt::skip]
pub static TOUR: FormatTable = FormatTable {
    name: "tour",
    header: "[[tours]]",
    about: "A path through the record.",
    keys: &[
        needed("id",    ValueKind::Id,   "The name of the tour on the command line.", r#""argument""#),
        needed("title", ValueKind::Line, "What the tour is called.", r#""Does the history bear the argument?""#),
        key("summary",  ValueKind::Line, "What it shows, in a sentence.", r#""One stop, a minute.""#),
        key("stops",    ValueKind::List(&STOP, false), "Its stops, in order.", ""),
    ],
};

/// `[[tours.stops]]`.
#[rustfmt::skip]
pub static STOP: FormatTable = FormatTable {
    name: "stop",
    header: "[[tours.stops]]",
    about: "A stop of a tour: what it says, and what the reader has before the eyes.",
    keys: &[
        needed("title", ValueKind::Line, "What the stop is about, in a line.", r#""A promise is not yet a guarantee""#),
        key("text",     ValueKind::Prose, "What it shows, in two or three sentences.", r#""Five powers promised. [@treaty-of-london-1839]""#),
        key("view",     ValueKind::Word(views), "The view in which it is shown; `timeline` without it.", r#""cases""#),
        key("events",   ValueKind::References("events"), "The events that it shows: the first is selected, all are lit.", r#"["treaty-of-london-1839"]"#),
        key("countries", ValueKind::References("countries"), "The countries that it brings out in the lanes.", r#"["belgium"]"#),
        key("window",   ValueKind::Date, "What the lanes show.", r#""1830/1914""#),
        key("passage",  ValueKind::Reference("article.passages"), "The claim that it speaks to.", r#""neutralised-states""#),
        key("case",     ValueKind::Reference("cases"), "The case that it shows.", r#""belgium-1839""#),
        key("criterion", ValueKind::Reference("criteria"), "With `case`: the question that it shows.", r#""small""#),
        key("question", ValueKind::Line, "What a reader may ask here.", r#""Who promised, and what?""#),
    ],
};

/// `[[changes]]`.
#[rustfmt::skip]
pub static CHANGE: FormatTable = FormatTable {
    name: "change",
    header: "[[changes]]",
    about: "A correction of fact. It names what it is about, or nothing where it is about the timeline as a whole.",
    keys: &[
        needed("date", ValueKind::Date, "When it was corrected.", r#""2026-11-26""#),
        key("event",   ValueKind::Reference("events"), "The event that is corrected.", r#""treaty-of-london-1839""#),
        key("span",    ValueKind::Reference("events"), "The span that is corrected, by the event with which it begins.", r#""treaty-of-london-1839""#),
        key("passage", ValueKind::Reference("article.passages"), "The passage that is corrected.", r#""neutralised-states""#),
        key("case",    ValueKind::Reference("cases"), "The case that is corrected.", r#""belgium-1839""#),
        needed("was",  ValueKind::Line, "What stood there.", r#""20 April 1839""#),
        needed("now",  ValueKind::Line, "What is right.", r#""19 April 1839""#),
        key("source",  ValueKind::Reference("sources"), "The source that says so.", r#""hertslet-map""#),
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
