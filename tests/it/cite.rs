//! Citations: every sort of source in every style, and the forms that other programs read.

use crate::common::files::SOURCES;
use crate::common::reader::timeline;
use crate::common::{process, texts};
use biblatex::{Bibliography, ChunksExt as _};
use neutrality::citation::{self, Work, bibtex, csl_json};
use neutrality::timeline::{EventId, HistoricDate, Source, Timeline};
use serde_json::Value;

/// Status, standard output and standard error.
fn answer(arguments: &[&str]) -> (i32, String, String) {
    process::answer(&[&["cite"], arguments, &["-f", SOURCES]].concat())
}

/// What the program prints when nothing is amiss.
#[track_caller]
fn printed(arguments: &[&str]) -> String {
    process::output(&[&["cite"], arguments, &["-f", SOURCES]].concat())
}

/// Cites one event in a style.
#[cfg(feature = "citations")]
#[track_caller]
fn check(style: &str, event: &str, expected: &[&str]) {
    let printed = printed(&[event, "--style", style]);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines, expected, "{event} in {style}");
}

#[test]
#[cfg(feature = "citations")]
fn notes_in_the_style_of_chicago_hold_the_place_in_the_source() {
    let check = |event: &str, expected: &str| check("chicago-notes", event, &[expected]);
    check(
        "treatise",
        "Charles de Visscher, Neutrality (Butterworths, 1875), 2:98.",
    );
    check(
        "article",
        "James Headlam-Morley, “Guarantees,” The Cambridge Historical Journal 2, no. 2 (1927): 160–2.",
    );
    check(
        "newspaper",
        "“Belgium invaded,” The Times, August 5, 1914, https://example.org/times?a=1&b=2#c_d.",
    );
    check(
        "agency",
        "“Talks in Istanbul,” Associated Press, March 29, 2022.",
    );
    check(
        "treaty",
        "“Treaty of London,” in British and Foreign State Papers, UNTS no. 52, April 19, 1839, Art. VII (b).",
    );
}

#[test]
#[cfg(feature = "citations")]
fn styles_that_cite_in_the_text_give_the_reference_and_what_points_to_it() {
    check(
        "chicago-author-date",
        "treatise",
        &[
            "Visscher, Charles de. 1875. Neutrality. Vol. 2. Butterworths.",
            "    in the text: (de Visscher 1875, 98)",
        ],
    );
    check(
        "apa",
        "article",
        &[
            "Headlam-Morley, J. (1927). Guarantees. The Cambridge Historical Journal, 2(2), 151–173.",
            "    in the text: (Headlam-Morley, 1927, pp. 160–2)",
        ],
    );
    check(
        "mla",
        "article",
        &[
            "Headlam-Morley, James. “Guarantees.” The Cambridge Historical Journal, vol. 2, no. 2, Mar. 1927, pp. 151–73.",
            "    in the text: (Headlam-Morley 160–2)",
        ],
    );
    check(
        "apa",
        "treaty",
        &[
            "Treaty of London. (1839, April 19). In British and Foreign State Papers (UNTS no. 52).",
            "    in the text: (“Treaty of London,” 1839, Art. VII (b))",
        ],
    );
}

#[test]
#[cfg(feature = "citations")]
fn a_date_is_cited_as_exactly_as_it_is_known() {
    let check = |event: &str, expected: &str| check("chicago-notes", event, &[expected]);
    check(
        "two-editors",
        "Anne Brown and Institut de Droit International, eds., Papers on neutrality (Plon, 1914–1918).",
    );
    check("about", "John Smith, An undated pamphlet (c. 1907).");
    check(
        "decade",
        "John Smith, “Notes of a minister,” unpublished manuscript, 1860s.",
    );
}

#[test]
#[cfg(feature = "citations")]
fn a_source_is_cited_once_with_all_its_places() {
    let expected =
        "Charles de Visscher, Neutrality, vol. 2 (Butterworths, 1875), p. 98; no. 3 (annex).";
    check("chicago-notes", "places", &[expected]);
    let twice = printed(&["treatise", "places", "article"]);
    assert_eq!(twice.lines().count(), 2, "{twice}");
    assert_eq!(printed(&["none"]), "");
}

#[test]
#[cfg(feature = "citations")]
fn every_style_cites_every_sort_of_source() {
    let timeline = timeline(texts::SOURCES);
    let works = all_works(&timeline);
    for name in citation::style::names() {
        let style = citation::style::named(name).unwrap();
        for (work, cited) in works
            .iter()
            .zip(citation::style::cite(&works, style).unwrap())
        {
            let text = cited.lines();
            assert!(!cited.citation.is_empty(), "{name} {}", work.source.id);
            let is_clean = |c: char| !c.is_control() && !('\u{E000}'..='\u{E00F}').contains(&c);
            assert!(
                text.lines().all(|line| line.chars().all(is_clean)),
                "{name}: {text}"
            );
            let stand_in = (20_000..20_100).find(|year| text.contains(&year.to_string()));
            assert_eq!(stand_in, None, "{name}: {text}");
        }
    }
}

#[test]
#[cfg(feature = "citations")]
fn what_is_unknown_is_said_with_the_nearest() {
    let check = |arguments: &[&str], status: i32, expected: &str| {
        let (got, printed, faults) = answer(arguments);
        assert_eq!((got, printed.as_str()), (status, ""), "{arguments:?}");
        assert!(faults.contains(expected), "{faults}");
    };
    check(&["treatsies"], 1, "no event is called 'treatsies'");
    check(
        &["treatise", "--style", "appa"],
        1,
        "no style is called 'appa'; did you mean 'apa'?",
    );
    check(
        &["treatise", "--style", "zzzzzzzzz"],
        1,
        "no style is called 'zzzzzzzzz'",
    );
    check(&[], 2, "no event is named");
    check(
        &["treatise", "--format", "docx"],
        1,
        "no format is called 'docx'",
    );
}

#[test]
#[cfg(not(feature = "citations"))]
fn without_the_engine_the_forms_for_programs_are_left() {
    let (status, _, faults) = answer(&["treatise"]);
    assert_eq!(status, 2);
    assert!(
        faults.contains("built without styles of citation"),
        "{faults}"
    );
    assert!(printed(&["treatise", "--format", "bibtex"]).starts_with("@book{treatise,"));
}

#[test]
#[cfg(feature = "citations")]
fn all_styles_are_listed_and_known() {
    let names = process::output(&["cite", "--styles"]);
    for name in ["chicago-notes", "chicago-author-date", "apa", "mla"] {
        assert!(names.lines().any(|known| known == name), "{name}");
    }
}

#[test]
#[cfg(feature = "citations")]
fn events_are_named_on_standard_input_or_all_at_once() {
    let (status, printed, faults) =
        process::answer_to(&["cite", "-f", SOURCES], "treatise\n\n  places\n");
    assert_eq!((status, faults.as_str()), (0, ""));
    assert_eq!(printed.lines().count(), 1, "{printed}");
    let all = self::printed(&["--all"]);
    let named = self::printed(&[
        "treatise",
        "places",
        "two-editors",
        "about",
        "decade",
        "article",
        "newspaper",
        "agency",
        "treaty",
        "web",
        "none",
    ]);
    assert_eq!(all.lines().count(), named.lines().count());
    assert_eq!(answer(&["--all", "treatise"]).0, 2);
    let (status, _, faults) = process::answer_to(&["cite", "-f", SOURCES], "treatsie\n");
    assert_eq!(status, 1);
    assert!(faults.contains("did you mean"), "{faults}");
}

#[test]
fn an_event_is_cited_as_an_entry_of_the_timeline() {
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        printed(&["newspaper", "--own"]),
        format!(
            "“A newspaper” (19 April 1839), in Sources, neutrality {version}, event newspaper.\n"
        )
    );
}

#[test]
#[cfg(feature = "citations")]
fn the_answer_in_json_holds_the_citation_and_the_place() {
    let printed = printed(&["treatise", "--style", "apa", "--format", "json"]);
    let answer: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(answer["format"], 1);
    assert_eq!(answer["style"], "apa");
    assert_eq!(answer["events"][0]["id"], "treatise");
    let source = &answer["sources"][0];
    assert_eq!(source["source"], "treatise");
    assert_eq!(source["at"], "p. 98");
    assert_eq!(source["citation"], "(de Visscher, 1875, p. 98)");
    assert_eq!(
        source["reference"],
        "de Visscher, C. (1875). Neutrality (Vol. 2). Butterworths."
    );
}

#[test]
fn bibtex_keeps_dates_names_places_and_what_tex_would_obey() {
    let printed = printed(&[
        "web",
        "two-editors",
        "about",
        "decade",
        "places",
        "--format",
        "bibtex",
    ]);
    for line in [
        "@misc{web,",
        "  title = {{50 \\% \\& more: \\#1\\_\\textbraceleft{}a\\textbraceright{}\\textasciitilde{}\\textasciicircum{}\\textbackslash{}\\$}},",
        "  editor = {Brown, Anne and {Institut de Droit International}},",
        "  date = {1914/1918},",
        "  date = {1907~},",
        "  date = {186X},",
        "  pinpoint = {p. 98; no. 3 (annex)},",
    ] {
        assert!(
            printed.lines().any(|printed| printed == line),
            "no {line} in\n{printed}"
        );
    }
}

fn all_works(timeline: &Timeline) -> Vec<Work<'_>> {
    let events: Vec<EventId> = EventId::all(timeline).collect();
    citation::works(timeline, &events)
}

/// Whether a report was published by who wrote it, under its own name, which then is that of the paper.
fn is_agency(source: &Source) -> bool {
    let [author] = source.authors.as_slice() else {
        return false;
    };
    source.kind == "newspaper" && source.field("parent-title").is_none() && !author.contains(',')
}

/// Writes all sources as BibTeX and reads them with a library for BibLaTeX.
fn check_bibtex(timeline: &Timeline) {
    let works = all_works(timeline);
    let written = bibtex::write(&works);
    let read = Bibliography::parse(&written).unwrap_or_else(|fault| panic!("{fault}\n{written}"));
    assert_eq!(read.len(), works.len());
    for work in works {
        let source = work.source;
        let entry = read
            .get(&source.id)
            .unwrap_or_else(|| panic!("no {}", source.id));
        assert_eq!(
            entry.title().unwrap().format_verbatim(),
            source.title,
            "{}",
            source.id
        );
        assert_eq!(
            entry.author().unwrap_or_default().len(),
            if is_agency(source) {
                0
            } else {
                source.authors.len()
            },
            "{}",
            source.id
        );
        // The library sets dashes even in an address; BibLaTeX and BibTeX leave it alone.
        let url = source
            .url
            .as_ref()
            .map(|url| url.replace("---", "—").replace("--", "–"));
        assert_eq!(entry.url().ok(), url, "{}", source.id);
        let pinpoint = entry
            .get("pinpoint")
            .map(biblatex::ChunksExt::format_verbatim);
        assert_eq!(pinpoint, work.at(), "{}", source.id);
        let written = entry.get_as::<String>("date").or(entry.get_as("year")).ok();
        // A set of dates has no form in BibLaTeX and is said in words.
        let is_set = |date: &HistoricDate| date.written().starts_with(['[', '{']);
        let expected = source.date.as_ref().map(|date| match is_set(date) {
            true => date.label(),
            false => date.written().to_owned(),
        });
        assert_eq!(written, expected, "{}", source.id);
    }
}

#[test]
fn all_sources_as_bibtex_are_read_back() {
    let shipped = timeline(texts::SHIPPED);
    check_bibtex(&shipped);
    let read_again = Bibliography::parse(&bibtex::write(&all_works(&shipped))).unwrap();
    let dated = read_again
        .iter()
        .filter(|entry| entry.date().is_ok())
        .count();
    let known = all_works(&shipped)
        .iter()
        .filter(|work| work.source.date.is_some())
        .count();
    assert_eq!(dated, known);
    check_bibtex(&timeline(texts::SOURCES));
}

/// Holds all sources against the schema that the makers of CSL publish.
fn check_csl_json(timeline: &Timeline) {
    let schema: Value = serde_json::from_str(include_str!("../data/csl-data.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let works = all_works(timeline);
    let items: Value = serde_json::from_str(&csl_json::write(&works)).unwrap();
    let faults: Vec<String> = schema
        .iter_errors(&items)
        .map(|fault| format!("{} {fault}", fault.instance_path()))
        .collect();
    assert_eq!(faults, Vec::<String>::new());
    for (work, item) in works.iter().zip(items.as_array().unwrap()) {
        assert_eq!(item["id"], work.source.id.as_str());
        assert_eq!(item["custom"]["pinpoint"].as_str(), work.at().as_deref());
    }
}

#[test]
fn all_sources_as_csl_json_follow_its_schema() {
    check_csl_json(&timeline(texts::SHIPPED));
    check_csl_json(&timeline(texts::SOURCES));
}

#[test]
#[cfg(feature = "citations")]
fn all_shipped_sources_are_cited_in_the_styles_of_the_reader() {
    let timeline = timeline(texts::SHIPPED);
    let works = all_works(&timeline);
    for style in ["chicago-notes", "apa", "mla"] {
        let cited = citation::style::cite(&works, citation::style::named(style).unwrap()).unwrap();
        for (work, cited) in works.iter().zip(cited) {
            let text = cited.lines();
            let words = work.at().filter(|at| !at.starts_with('p'));
            // The stop of the note stands within the marks that close such words.
            let has = |at: String| text.contains(at.trim_end_matches('”'));
            assert!(words.is_none_or(has), "{style}: {text}");
            assert!(
                !text.contains("  ,") && !text.contains(" ."),
                "{style}: {text}"
            );
        }
    }
}

/// Words that a field may hold and that somebody may take for something else.
const ODD: &[&str] = &[
    "999999999999999999999999",
    "-1",
    "0",
    "5-99999999999999",
    "1/2",
    "&&&",
    "{",
    "}}",
    "<i>x</i>",
    "No. 1, 2–3 & 4",
    "é中ї",
    "\"",
    "$x^2$ \\url{",
    "vol. 1-3, 5",
    "iv–x",
    "@book{x,",
    "%",
];
const DATES: &[&str] = &[
    "1839",
    "-0044",
    "0000",
    "9999-12-31",
    "-9999",
    "1914/..",
    "../1914",
    "XXXX",
    "[1866,1867]",
    "{1914,1916}",
    "1947-21",
    "19XX-12",
    "1914?",
    "1914-08~/1918",
    "0030",
];
const TYPES: &[&str] = &[
    "article",
    "chapter",
    "entry",
    "report",
    "thesis",
    "web",
    "case",
    "newspaper",
    "legislation",
    "manuscript",
    "periodical",
    "proceedings",
    "book",
    "reference",
    "repository",
    "video",
];

/// A source of every type for every odd word, with the words turning through its fields.
fn odd() -> Timeline {
    let mut file = "format = 1\n[timeline]\ntitle = \"Odd\"\n".to_owned();
    let mut cited = String::new();
    let sources = TYPES
        .iter()
        .flat_map(|kind| (0..ODD.len()).map(move |word| (kind, word)));
    for (number, (kind, word)) in sources.enumerate() {
        let odd = |turn: usize| format!("'''{}'''", ODD[(word + turn) % ODD.len()]);
        let date = DATES[number % DATES.len()];
        file += &format!(
            "[sources.s{number}]\ntype = \"{kind}\"\ntitle = {}\ndate = \"{date}\"\n",
            odd(0)
        );
        file += &format!(
            "author = [{}, \"X, \", \", Y\", \"{{A and B, C}}\"]\n",
            odd(1)
        );
        let fields = [
            "volume",
            "issue",
            "page-range",
            "edition",
            "parent-title",
            "organization",
            "serial-number",
            "note",
        ];
        for (turn, field) in fields.iter().enumerate() {
            file += &format!("{field} = {}\n", odd(turn + 2));
        }
        cited += &format!("{{ source = \"s{number}\", at = {} }},\n", odd(5));
    }
    file +=
        &format!("[[events]]\nid = \"e\"\ndate = \"1839\"\ntitle = \"E\"\nsources = [\n{cited}]\n");
    timeline(&file)
}

#[test]
fn odd_words_keep_every_form_whole() {
    let timeline = odd();
    check_csl_json(&timeline);
    check_bibtex(&timeline);
    #[cfg(feature = "citations")]
    for name in ["chicago-notes", "chicago-author-date", "apa", "mla", "ieee"] {
        let style = citation::style::named(name).unwrap();
        let works = all_works(&timeline);
        assert_eq!(
            citation::style::cite(&works, style).unwrap().len(),
            works.len()
        );
    }
}
