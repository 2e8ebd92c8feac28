//! The tables of an event: itself, its parties, milestones, readings, citations, links and relations.

use super::super::{EventText, FormatKey, FormatTable, ValueKind};
use super::{calendars, key, needed, stances};

/// A text of an event, kept by the model under the name of its key.
macro_rules! event_text {
    ($name:ident, $label:expr, $about:expr, $example:expr) => {
        FormatKey {
            text: Some(EventText {
                of: |texts| texts.$name.as_deref(),
                of_mut: |texts| &mut texts.$name,
                label: $label,
            }),
            ..key(stringify!($name), ValueKind::Line, $about, $example)
        }
    };
}

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
        key("tags",       ValueKind::Lines,                "Words of your own by which events are found and filtered; an event may have several.", r#"["treaties", "Low Countries"]"#),
        event_text!(provision, Some("Provision"), "The article or paragraph of a treaty or a law that matters.", r#""Art. VII of the annexed treaty""#),
        event_text!(summary, None, "What happened, in a sentence.", r#""Five powers make Belgium neutral for all time.""#),
        key("text",       ValueKind::Paragraphs,           "What happened, in a few paragraphs.", r#""Belgium is to be an “independent and perpetually neutral State”.""#),
        key("image",      ValueKind::Table(&IMAGE),        "A picture of it: its address is shown as a link, and its file where a terminal can.", r#"{ url = "https://example.org/treaty.jpg", alt = "The seals of the treaty" }"#),
        key("milestones", ValueKind::List(&MILESTONE, false), "Other dates of the same event: signed, ratified, in force.", r#"[{ stage = "ratified", date = "1839-06-08" }]"#),
        key("sources",    ValueKind::ListOrLines(&CITATION), "What the event rests on; `check` asks for at least one. A source without a place in it may stand as its id alone, and a page of the web that has no table as its address alone.", r#"[{ source = "hertslet-map", at = "vol. II, no. 183", primary = true }]"#),
        key("article",    ValueKind::List(&LINK, false),   "The claims of the article that the event bears on.", r#"[{ passage = "neutralised-states", stance = "supports" }]"#),
        key("related",    ValueKind::List(&RELATION, false), "Other events that it is related to. The other side is added by the program.", r#"[{ event = "german-invasion-1914", relation = "broken by" }]"#),
        key("readings",   ValueKind::List(&READING, false), "The dates that sources give, where they disagree. `date` has the one that is preferred, and `basis` says why.", r#"[{ date = "1839-04-20", source = "hertslet-map" }]"#),
        key("memo",       ValueKind::Paragraphs,           "A note to yourself. The program keeps it in the file, and neither shows nor exports it.", r#""Ask the archive for the annex.""#),
    ],
};

/// `image` of an event.
#[rustfmt::skip]
pub static IMAGE: FormatTable = FormatTable {
    name: "image",
    header: "events.image",
    about: "A picture that belongs to an event. The program fetches nothing: it shows what can be seen in words, and links to where that is. \
            A file is shown by `v` in terminals that show pictures (kitty, Ghostty, WezTerm, iTerm2), and stands in a page of HTML. \
            It is a PNG, or a GIF or JPEG, which kitty and Ghostty do not take; it has at most 8 MiB, 10,000 pixels a side and 40 million in all.",
    keys: &[
        FormatKey { or: Some("file"), ..needed("url", ValueKind::Address, "Where it can be seen.", r#""https://example.org/treaty.jpg""#) },
        key("file",     ValueKind::Line,    "The picture itself, from the folder of the file that says so; it lies there or below it.", r#""pictures/treaty.png""#),
        key("alt",      ValueKind::Line,    "What can be seen, in words.", r#""The seals of the treaty""#),
        key("credit",   ValueKind::Line,    "Who made it, and who keeps it.", r#""State Archives, Brussels""#),
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
