//! The tables of an argument: the article and its passages, the cases that are compared, and tours.

use super::super::{FormatTable, ValueKind};
use super::{answers, key, needed, outcomes, views};

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
