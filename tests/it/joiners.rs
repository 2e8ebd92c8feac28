//! Joiners and direction marks are part of a writing and are kept in every form; what turns the order of reading over
//! (CVE-2021-42574) reaches none of them.

use neutrality::app::input::{Effect, Input, Key};
use neutrality::citation::{Work, bibtex, csl_json, ris};
use neutrality::export::{Extract, csv, html, icalendar, json, lanes_svg, markdown, timelinejs};
use neutrality::import::{ImportForm, import};
use neutrality::page;
use neutrality::selection::filter::Filter;
use neutrality::timeline::{Timeline, load};
use proptest::prelude::*;
use serde_json::Value;

use crate::common::reader::{open, press, screen};

/// Letters of several writings, with what joins, parts and directs them, and now and then what turns them over.
fn title() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-z]{1,4}",
        3 => "[\u{645}\u{6cc}\u{62e}\u{5d0}\u{5e9}\u{915}\u{937}]{1,3}",
        3 => "[\u{61c}\u{200c}\u{200d}\u{200e}\u{200f}]",
        1 => "[\u{202a}-\u{202e}\u{2066}-\u{2069}]",
    ];
    let pieces = prop::collection::vec(piece, 1..8);
    pieces.prop_map(|pieces| format!("x{}y", pieces.concat()))
}

/// What is left of a title: nothing that turns over, and everything else.
fn expected(title: &str) -> String {
    let mut expected = String::new();
    for character in title.chars() {
        match character {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => expected.push('\u{fffd}'),
            other => expected.push(other),
        }
    }
    expected
}

fn source(title: &str) -> String {
    // TOML has what JSON has for the characters that are asked for here.
    let quoted = Value::from(title).to_string();
    format!(
        "format = 1\n[timeline]\ntitle = {quoted}\n[countries.a]\nname = {quoted}\ncode = \"AA\"\n\
         [roles.r]\nlabel = \"R\"\n[statuses.s]\nlabel = {quoted}\nletter = \"S\"\n[sources.b]\ntype = \"book\"\ntitle = {quoted}\n\
         [[events]]\nid = \"e\"\ndate = \"1815-03-20\"\ntitle = {quoted}\ntext = {quoted}\n\
         parties = [{{ country = \"a\", role = \"r\" }}]\nsources = [{{ source = \"b\" }}]\n\
         [[spans]]\ncountry = \"a\"\nstatus = \"s\"\nbegins = \"e\"\n"
    )
}

fn read(source: String) -> Timeline {
    let loaded = load::read("a.toml", source.into_bytes());
    let report = loaded.report;
    loaded
        .timeline
        .unwrap_or_else(|| panic!("{}", report.render(false, false)))
}

/// Every text of an XML document, elements and attributes.
fn texts(document: &str) -> Result<String, TestCaseError> {
    let document = roxmltree::Document::parse(document);
    let document = document.map_err(|error| TestCaseError::fail(error.to_string()))?;
    let nodes = document
        .descendants()
        .filter(roxmltree::Node::is_text)
        .filter_map(|node| node.text().map(str::to_owned));
    Ok(nodes.collect())
}

/// The forms, each by its name and by what a reader of that form finds in it.
fn forms(timeline: &Timeline) -> Result<Vec<(&'static str, String)>, TestCaseError> {
    let filter = Filter::default();
    let extract = Extract::new(timeline, &filter);
    let object = |text: &str| -> Value { serde_json::from_str(text).expect("JSON") };
    let full = object(&json::full(&extract));
    let slides = object(&timelinejs::file(&extract));
    let table = csv::events(&extract);
    let mut rows = ::csv::Reader::from_reader(table.as_bytes());
    let row = rows.records().next().expect("a row").expect("a record");
    let page = html::page(&extract).replace("<br>", "<br/>");
    let body = &page[page.find("<body").unwrap()..page.find("</html>").unwrap()];
    let document = markdown::document(&extract);
    let parsed = pulldown_cmark::Parser::new(&document).filter_map(|event| match event {
        pulldown_cmark::Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    // A long line of a calendar is continued behind a space.
    let calendar = icalendar::calendar(&extract).replace("\r\n ", "");
    let works: Vec<Work> = timeline
        .sources
        .iter()
        .map(|source| Work {
            source,
            pinpoints: Vec::new(),
        })
        .collect();
    let bibliography = biblatex::Bibliography::parse(&bibtex::write(&works)).expect("BibTeX");
    let entry = bibliography.iter().next().expect("an entry");
    let cited = object(&csl_json::write(&works));
    let references = ris::write(&works);
    let reference = references
        .lines()
        .find_map(|line| line.strip_prefix("TI  - "));
    let of_page = page::event::page(timeline, timeline.event_called("e").unwrap(), 200, &[]);
    Ok(vec![
        (
            "json",
            full["events"][0]["title"].as_str().unwrap().to_owned(),
        ),
        (
            "timelinejs",
            slides["events"][0]["text"]["headline"]
                .as_str()
                .unwrap()
                .to_owned(),
        ),
        (
            "csv",
            row.iter()
                .map(csv::unguarded)
                .collect::<Vec<_>>()
                .join("\n"),
        ),
        ("html", texts(body)?),
        ("svg", texts(&lanes_svg::document(&extract))?),
        ("markdown", parsed.collect()),
        ("icalendar", calendar),
        (
            "bibtex",
            biblatex::ChunksExt::format_verbatim(entry.get("title").unwrap()),
        ),
        ("csl-json", cited[0]["title"].as_str().unwrap().to_owned()),
        ("ris", reference.unwrap().to_owned()),
        ("page", of_page.plain()),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_form_keeps_what_is_written_and_nothing_that_turns_it_over(title in title()) {
        let source = source(&title);
        let timeline = read(source.clone());
        let expected = expected(&title);
        prop_assert_eq!(&timeline.title, &expected);
        for (form, found) in forms(&timeline)? {
            prop_assert!(found.contains(&expected), "{form}: {found:?}");
        }

        let filter = Filter::default();
        let full = json::full(&Extract::new(&timeline, &filter));
        let imported = import("a.json", full.as_bytes(), &ImportForm::Json.into());
        let imported = imported.map_err(|error| TestCaseError::fail(error.to_string()))?;
        let again = read(imported.file);
        prop_assert_eq!(again.event_called("e").map(|id| again[id].title.as_str()), Some(expected.as_str()));
        prop_assert_eq!(json::full(&Extract::new(&again, &filter)), full);

        // A terminal places cells: what has no shape has none, and the letters stand as without it.
        let mut app = open(&source, 120, 30);
        let shown = screen(&app);
        let is_mark = |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        prop_assert!(!shown.contains(is_mark), "{shown:?}");
        press(&mut app, "y");
        match app.handle(Input::Key(Key::named("t").unwrap())) {
            Effect::Copy(text) => prop_assert!(text.contains(&expected), "{text:?}"),
            other => prop_assert!(false, "{other:?}"),
        }
    }
}

#[test]
fn what_is_typed_without_joiners_finds_what_is_written_with_them() {
    let check = |written: &str, typed: &str, expected: &str| {
        let mut app = open(&source(written), 120, 30);
        press(&mut app, &format!("/ {typed} Enter"));
        let shown = screen(&app);
        assert!(shown.contains(expected), "{written:?} {typed:?}\n{shown}");
    };
    check("می\u{200c}خواهم", "میخواهم", "1 of 1 event for");
    check("(a)\u{200f} b", "(a)", "1 of 1 event for");
}
