//! The tables of format 1. The examples are parts of one timeline, which has no fault when they are put together.

mod argument;
mod event;

pub use self::argument::{ANSWER, ARTICLE, CASE, CRITERION, PASSAGE, STOP, TOUR};
pub use self::event::{CITATION, EVENT, IMAGE, LINK, MILESTONE, PARTY, READING, RELATION};
use super::{FormatKey, FormatTable, ValueKind};
use crate::timeline::Order;
use crate::timeline::check::SOURCE_TYPES;
use crate::timeline::date::julian::Calendar;
use crate::timeline::model::{Answer, LegalBasis, Outcome, RolePart, Stance, StopView};
use crate::words::Language;

const fn needed(
    name: &'static str,
    value: ValueKind,
    about: &'static str,
    example: &'static str,
) -> FormatKey {
    FormatKey {
        name,
        required: true,
        or: None,
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
        or: None,
        value,
        about,
        example,
        text: None,
    }
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
    &IMAGE,
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
    &FILTER,
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
        key("include",    ValueKind::Lines,              "Other files of the same timeline, from this one’s folder; they lie there or below it. What a file defines counts in all.", r#"["letters.toml", "words/kinds.toml"]"#),
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
        key("filters",    ValueKind::List(&FILTER, false), "Filters under names: `:NAME` in the reader and `--filter NAME` in the shell.", ""),
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
        key("parties",  ValueKind::Line, "What `countries` are called where the program speaks of them (in English), if they are people, towns or firms: the plural, of which the singular is made; `Countries` without it.", r#""States""#),
        key("language", ValueKind::Word(languages), "The language of the program’s own words about this timeline: dates, headings, labels, counts and key hints. The reader’s own setting goes before it; your words stay as they are.", r#""de""#),
        key("untrusted_hosts", ValueKind::Lines, "Hosts whose texts are not to be cited: private sites, scrapers, test servers. `check` finds addresses there.", r#"["library.example.com"]"#),
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
        key("memo",          ValueKind::Paragraphs,   "A note to yourself, which the program neither shows nor exports.", r#""The second edition has a map.""#),
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

/// `[[filters]]`.
#[rustfmt::skip]
pub static FILTER: FormatTable = FormatTable {
    name: "filter",
    header: "[[filters]]",
    about: "A filter under a name: flags that one would write behind `neutrality list`.",
    keys: &[
        needed("id",    ValueKind::Id,   "The name.", r#""broken-promises""#),
        key("title",    ValueKind::Line, "What it leaves, in a few words.", r#""What guarantors broke""#),
        needed("flags", ValueKind::Line, "The flags; what has spaces stands in quotation marks.", r#""--violation guarantor""#),
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

fn languages() -> Vec<&'static str> {
    Language::ALL.into_iter().map(Language::code).collect()
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
