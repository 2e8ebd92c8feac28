//! Citations case by case: a source with one thing that is hard to cite, and what stands there in print.
//!
//! Where an engine for CSL in another language says the same, nothing is noted; what is judged otherwise says why.

use crate::common::reader::timeline;
use neutrality::citation::{self, bibtex, csl_json};
use neutrality::timeline::{EventId, Timeline};
use serde_json::{Value, json};

/// A timeline with one event that cites sources of these fields, all at page 5.
fn citing(sources: &[&str]) -> Timeline {
    let mut file = "format = 1\n[timeline]\ntitle = \"T\"\n".to_owned();
    let mut cited = String::new();
    for (number, fields) in sources.iter().enumerate() {
        let title = if format!("; {fields}").contains("; title =") {
            ""
        } else {
            "title = \"Neutrality\"\n"
        };
        let kind = if format!("; {fields}").contains("; type =") {
            ""
        } else {
            "type = \"book\"\n"
        };
        let fields = fields.replace("; ", "\n");
        file += &format!("[sources.s{number}]\n{kind}{title}{fields}\n");
        cited += &format!("{{ source = \"s{number}\", at = \"p. 5\" }}, ");
    }
    timeline(&format!(
        "{file}[[events]]\nid = \"e\"\ndate = 1839\ntitle = \"E\"\nsources = [{cited}]\n"
    ))
}

#[cfg(feature = "citations")]
fn cited(style: &str, sources: &[&str]) -> Vec<String> {
    let timeline = citing(sources);
    let events: Vec<EventId> = EventId::all(&timeline).collect();
    let works = citation::works(&timeline, &events);
    let style = citation::style::named(style).unwrap();
    let cited = citation::style::cite(&works, style).unwrap();
    cited.iter().map(citation::style::Cited::lines).collect()
}

/// A source in the notes of Chicago.
#[cfg(feature = "citations")]
#[track_caller]
fn note(source: &str, expected: &str) {
    assert_eq!(cited("chicago-notes", &[source]), [expected], "{source}");
}

/// The reference of a source, and what points to it from the text.
#[cfg(feature = "citations")]
#[track_caller]
fn reference(style: &str, source: &str, reference: &str, in_text: &str) {
    let expected = format!("{reference}\n    in the text: {in_text}");
    assert_eq!(cited(style, &[source]), [expected], "{source} in {style}");
}

#[test]
#[cfg(feature = "citations")]
fn marks_stand_as_in_print() {
    let apa = |source, expected, in_text| reference("apa", source, expected, in_text);
    let dated =
        |source, expected, in_text| reference("chicago-author-date", source, expected, in_text);
    let law = r#"type = "legislation"; title = "Act of Paris"; date = 1815"#;
    apa(law, "Act of Paris. (1815).", "(Act of Paris, 1815, p. 5)");
    let weather = r#"type = "newspaper"; title = "Weather"; parent-title = "Foreign Affairs"; date = "1939-23""#;
    apa(
        weather,
        "Weather. (1939, Autumn). Foreign Affairs.",
        "(“Weather,” 1939, p. 5)",
    );
    // Autumn is autumn in the southern half of the earth too, and a stop ends a sentence but not the title.
    let southern = r#"type = "newspaper"; title = "It Rains. They Were Talking."; parent-title = "Pacific Affairs"; date = "1939-31""#;
    apa(
        southern,
        "It Rains. They Were Talking. (1939, Autumn). Pacific Affairs.",
        "(“It Rains. They Were Talking,” 1939, p. 5)",
    );
    let papers = r#"type = "anthology"; title = "Papers"; editor = ["Brown, Anne", "Doe, Jane"]; date = 1815"#;
    apa(
        papers,
        "Brown, A., & Doe, J. (Eds.). (1815). Papers.",
        "(Brown & Doe, 1815, p. 5)",
    );
    let undated = r#"author = "Smith, John"; publisher = "Plon""#;
    dated(
        undated,
        "Smith, John. n.d. Neutrality. Plon.",
        "(Smith, n.d., 5)",
    );
    let asked = r#"type = "article"; author = "Smith, John"; title = "Is It Dead?"; date = 1941; parent-title = "Foreign Affairs""#;
    apa(
        asked,
        "Smith, J. (1941). Is It Dead? Foreign Affairs.",
        "(Smith, 1941, p. 5)",
    );
    dated(
        asked,
        "Smith, John. 1941. “Is It Dead?” Foreign Affairs.",
        "(Smith 1941, 5)",
    );
    note(
        asked,
        "John Smith, “Is It Dead?,” Foreign Affairs, 1941, 5.",
    );
    for title in ["The “Belgian” Question", "The \\\"Belgian\\\" Question"] {
        let quoted = format!(
            "type = \"article\"; author = \"Smith, John\"; title = \"{title}\"; date = 1941; parent-title = \"Foreign Affairs\""
        );
        note(
            &quoted,
            "John Smith, “The ‘Belgian’ Question,” Foreign Affairs, 1941, 5.",
        );
    }
    let whole = r#"type = "newspaper"; title = "“Russia will not stop”"; parent-title = "The Times"; date = 2022"#;
    note(whole, "“‘Russia will not stop,’” The Times, 2022, 5.");
    note(
        r#"author = "Smith, John"; title = "La guerre : la paix"; date = 1941"#,
        "John Smith, La guerre : la paix (1941), 5.",
    );
}

#[test]
#[cfg(feature = "citations")]
fn names_keep_their_parts() {
    let check = |author: &str, in_note: &str, listed: &str, in_text: &str| {
        let source = format!("author = \"{author}\"; date = 1990");
        note(&source, &format!("{in_note}, Neutrality (1990), 5."));
        let listed = format!("{listed} 1990. Neutrality.");
        let in_text = format!("({in_text} 1990, 5)");
        reference("chicago-author-date", &source, &listed, &in_text);
    };
    check(
        "Della Valle, Marta",
        "Marta Della Valle",
        "Della Valle, Marta.",
        "Della Valle",
    );
    check(
        "Le Goff, Jacques",
        "Jacques Le Goff",
        "Le Goff, Jacques.",
        "Le Goff",
    );
    check(
        "de Visscher, Charles",
        "Charles de Visscher",
        "Visscher, Charles de.",
        "de Visscher",
    );
    check(
        "van der Berg, Jan",
        "Jan van der Berg",
        "Berg, Jan van der.",
        "van der Berg",
    );
    check(
        "King, Martin Luther, Jr.",
        "Martin Luther King Jr.",
        "King, Martin Luther, Jr.",
        "King",
    );
    check(
        "King, Jr., Martin Luther",
        "Martin Luther King Jr.",
        "King, Martin Luther, Jr.",
        "King",
    );
    check(
        "Temple, Henry John, Viscount Palmerston",
        "Henry John Temple, Viscount Palmerston",
        "Temple, Henry John, Viscount Palmerston.",
        "Temple",
    );
    let body = "Department of Peace, Order and Government";
    check(&format!("{{{body}}}"), body, &format!("{body}."), body);
}

#[test]
#[cfg(feature = "citations")]
fn dates_are_cited_as_exactly_as_they_are_known() {
    let check = |date: &str, in_note: &str, in_text: &str| {
        let source = format!("author = \"Smith, John\"; date = \"{date}\"");
        note(&source, &format!("John Smith, Neutrality ({in_note}), 5."));
        let listed = format!("Smith, John. {in_note}. Neutrality.");
        let in_text = format!("(Smith {in_text}, 5)");
        reference("chicago-author-date", &source, &listed, &in_text);
    };
    // The engine in the other language has “[1907?]” for both kinds of doubt; here each is told.
    check("1907~", "c. 1907", "c. 1907");
    check("1907?", "1907?", "1907?");
    check("-0043", "44 BC", "44 BC");
    check("-0049/-0043", "50–44 BC", "50–44 BC");
    check("1914/1918", "1914–1918", "1914–1918");
    check("186X", "1860s", "1860s");
    check("[1866,1867]", "1866 or 1867", "1866 or 1867");
    check("1914-08-02/1914-08-04", "2–4 August 1914", "1914");
    // Chicago has a season where it has a month: in an article, and not in the year of a book.
    let season = r#"type = "article"; author = "Smith, John"; date = "1939-23"; parent-title = "Foreign Affairs"; url = "https://example.org/a/1939""#;
    note(
        season,
        "John Smith, “Neutrality,” Foreign Affairs, Autumn 1939, 5, https://example.org/a/1939.",
    );
    reference(
        "chicago-author-date",
        season,
        "Smith, John. 1939. “Neutrality.” Foreign Affairs, Autumn. https://example.org/a/1939.",
        "(Smith 1939, 5)",
    );
}

#[test]
#[cfg(feature = "citations")]
fn works_of_one_author_are_told_apart() {
    let check = |style: &str, dates: [u32; 3], expected: [&str; 3]| {
        let sources: Vec<String> = ["First", "Second", "Third"]
            .iter()
            .zip(dates)
            .map(|(title, date)| {
                format!("author = \"Doe, Jane\"; title = \"{title}\"; date = {date}")
            })
            .collect();
        let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
        let cited = cited(style, &sources);
        let in_text: Vec<&str> = cited
            .iter()
            .map(|lines| lines.split("text: ").last().unwrap())
            .collect();
        assert_eq!(in_text, expected, "{style}");
    };
    check(
        "apa",
        [1907, 1907, 1908],
        [
            "(Doe, 1907a, p. 5)",
            "(Doe, 1907b, p. 5)",
            "(Doe, 1908, p. 5)",
        ],
    );
    check(
        "chicago-author-date",
        [1907, 1908, 1907],
        ["(Doe 1907a, 5)", "(Doe 1908, 5)", "(Doe 1907b, 5)"],
    );
    check(
        "mla",
        [1907, 1908, 1907],
        ["(Doe, First 5)", "(Doe, Second 5)", "(Doe, Third 5)"],
    );
}

#[test]
#[cfg(feature = "citations")]
fn unsigned_articles_go_by_their_newspaper_and_keep_their_marks() {
    let paper = |title: &str, day: u32| {
        format!(
            "type = \"newspaper\"; title = \"{title}\"; date = \"1914-08-{day:02}\"; parent-title = \"The Times\""
        )
    };
    let quoted = paper("“A Scrap of Paper”", 5);
    reference(
        "chicago-author-date",
        &quoted,
        "The Times. 1914. “‘A Scrap of Paper.’” August 5.",
        "(The Times 1914, 5)",
    );
    reference(
        "apa",
        &quoted,
        "“A Scrap of Paper.” (1914, August 5). The Times.",
        "(“‘A Scrap of Paper,’” 1914, p. 5)",
    );
    note(
        &quoted,
        "“‘A Scrap of Paper,’” The Times, August 5, 1914, 5.",
    );
    let both = [quoted, paper("War Declared", 6)];
    let both = both.each_ref().map(String::as_str);
    assert_eq!(
        cited("chicago-author-date", &both),
        [
            "The Times. 1914a. “‘A Scrap of Paper.’” August 5.\n    in the text: (The Times 1914a, 5)",
            "The Times. 1914b. “War Declared.” August 6.\n    in the text: (The Times 1914b, 5)",
        ]
    );
}

#[test]
#[cfg(feature = "citations")]
fn what_stands_for_an_author_takes_nothing_away() {
    let agency = r#"type = "newspaper"; title = "Talks in Istanbul"; author = "Associated Press"; date = 2022-03-29"#;
    reference(
        "chicago-author-date",
        agency,
        "Associated Press. 2022. “Talks in Istanbul.” March 29.",
        "(Associated Press 2022, 5)",
    );
    let part = r#"type = "report"; title = "Report on Austria"; parent-title = "Foreign Relations"; serial-number = "doc. 300"; date = 1958"#;
    reference(
        "apa",
        part,
        "Report on Austria. (1958). In Foreign Relations (doc. 300).",
        "(Report on Austria, 1958, p. 5)",
    );
    reference(
        "chicago-author-date",
        part,
        "“Report on Austria.” 1958. In Foreign Relations, doc. 300.",
        "(“Report on Austria” 1958, 5)",
    );
    let whole = r#"type = "report"; title = "Opinion on the Treaty"; serial-number = "Session 185"; date = 1948; publisher = "CVCE""#;
    reference(
        "apa",
        whole,
        "Opinion on the Treaty (Session 185). (1948). CVCE.",
        "(Opinion on the Treaty, 1948, p. 5)",
    );
}

#[test]
#[cfg(feature = "citations")]
fn labels_brackets_and_stops_stand_where_the_style_has_them() {
    let apa = |source, expected, in_text| reference("apa", source, expected, in_text);
    let quoting = r#"type = "web"; title = "Ukraine “shelves its bid”"; date = 2006; author = "Smith, John"; url = "https://example.org""#;
    note(
        &quoting.replace("web", "report"),
        "John Smith, Ukraine “shelves its bid” (2006), 5, https://example.org.",
    );
    apa(
        r#"type = "newspaper"; title = "Ukraine “shelves its bid”"; date = 2006-09-14"#,
        "Ukraine “shelves its bid.” (2006, September 14).",
        "(Ukraine “shelves its bid,” 2006, p. 5)",
    );
    note(
        r#"author = "Smith, John"; title = "The “Altmark”, and after"; date = 1940"#,
        "John Smith, The “Altmark”, and after (1940), 5.",
    );
    apa(
        r#"title = "Verdrag"; author = "Grotius, Hugo"; translator = "Kelsey, Francis W."; date = 1925"#,
        "Grotius, H. (1925). Verdrag (F. W. Kelsey, Trans.).",
        "(Grotius, 1925, p. 5)",
    );
    apa(
        r#"type = "legislation"; title = "Declarations"; author = "Ministerio de Estado"; parent-title = "Gaceta de Madrid"; issue = "219 (7 August 1914)"; date = 1914"#,
        "Ministerio de Estado. (1914). Declarations. In Gaceta de Madrid (Issue 219 (7 August 1914)).",
        "(Ministerio de Estado, 1914, p. 5)",
    );
    apa(
        r#"type = "report"; title = "Despatch"; author = "Goschen, Edward"; serial-number = "Cd. 7445, No. 8 (1914)"; date = 1914"#,
        "Goschen, E. (1914). Despatch (Cd. 7445, No. 8 (1914)).",
        "(Goschen, 1914, p. 5)",
    );
    let harvard = "harvard-cite-them-right";
    reference(
        harvard,
        r#"title = "Essays"; editor = ["Brown, Anne", "Doe, Jane"]; date = 1815"#,
        "Brown, A. and Doe, J. (eds.) (1815) Essays.",
        "(Brown and Doe, 1815, p. 5)",
    );
    // What is part of something unknown stands as a whole; the engine had "(no date) in. Plon".
    reference(
        harvard,
        r#"type = "chapter"; title = "Borders"; author = "Smith, John"; publisher = "Plon""#,
        "Smith, J. (no date) Borders. Plon.",
        "(Smith, no date, p. 5)",
    );
}

#[test]
#[cfg(feature = "citations")]
fn numbers_volumes_and_languages_stand_where_they_belong() {
    let doi = r#"type = "article"; author = "Smith, John"; date = 1990; parent-title = "Journal"; volume = 3; page-range = "1–20"; serial-number = "10.1000/182""#;
    reference(
        "apa",
        doi,
        "Smith, J. (1990). Neutrality. Journal, 3, 1–20. https://doi.org/10.1000/182",
        "(Smith, 1990, p. 5)",
    );
    note(
        doi,
        "John Smith, “Neutrality,” Journal 3 (1990): 5, https://doi.org/10.1000/182.",
    );
    let entry = r#"type = "reference"; date = 1911; parent-title = "Encyclopædia Britannica"; volume = 19; edition = 11"#;
    // Chicago would have “under ‘Neutrality’”, for which the engine has no words.
    note(
        entry,
        "“Neutrality,” in Encyclopædia Britannica, 11th ed. (1911), 19:5.",
    );
    reference(
        "chicago-author-date",
        entry,
        "“Neutrality.” 1911. In Encyclopædia Britannica, 11th ed., vol. 19.",
        "(“Neutrality” 1911, 5)",
    );
    let check = |language: &str, expected: &str| {
        let source = format!(
            "author = \"Smith, John\"; title = \"The neutrality of small states\"; date = 1895; language = \"{language}\""
        );
        note(&source, &format!("John Smith, {expected} (1895), 5."));
    };
    check("en", "The Neutrality of Small States");
    check("en-GB", "The Neutrality of Small States");
    check("English", "The Neutrality of Small States");
    check("de", "The neutrality of small states");
}

/// An entry of BibTeX holds these lines.
#[track_caller]
fn bibtex(source: &str, expected: &[&str]) {
    let timeline = citing(&[source]);
    let works = citation::works(&timeline, &EventId::all(&timeline).collect::<Vec<_>>());
    let written = bibtex::write(&works);
    for line in expected {
        let found = written.lines().any(|written| written.trim() == *line);
        assert!(found, "no {line} for {source} in\n{written}");
    }
}

#[test]
fn bibtex_has_a_field_for_each_thing() {
    bibtex(
        "date = 1914-08-04",
        &["date = {1914-08-04},", "year = {1914},", "month = aug,"],
    );
    bibtex("date = \"-0043\"", &["date = {-0043},", "year = {44 BC},"]);
    bibtex(
        "date = \"1907~\"",
        &["date = {1907~},", "year = {c. 1907},"],
    );
    bibtex(
        "date = \"1914/1918\"",
        &["date = {1914/1918},", "year = {1914–1918},"],
    );
    bibtex("date = \"186X\"", &["date = {186X},", "year = {1860s},"]);
    bibtex(
        "date = \"1939-23\"",
        &["date = {1939-23},", "year = {1939},"],
    );
    bibtex(
        "serial-number = \"doi:10.1000/182\"",
        &["doi = {10.1000/182},"],
    );
    bibtex(
        "serial-number = \"ISBN 978-3-16-148410-0\"",
        &["isbn = {978-3-16-148410-0},"],
    );
    bibtex("serial-number = \"Cmd. 1\"", &["number = {Cmd. 1},"]);
    bibtex(
        "author = [\"King, Martin Luther, Jr.\", \"{A, B and C}\", \"Della Valle, Marta\"]",
        &["author = {King, Jr., Martin Luther and {A, B and C} and Della Valle, Marta},"],
    );
    bibtex(
        "type = \"newspaper\"; author = \"Associated Press\"",
        &["@article{s0,", "journal = {Associated Press},"],
    );
}

#[test]
fn csl_json_has_a_variable_for_each_thing() {
    let check = |source: &str, variable: &str, expected: Value| {
        let timeline = citing(&[source]);
        let works = citation::works(&timeline, &EventId::all(&timeline).collect::<Vec<_>>());
        let items: Value = serde_json::from_str(&csl_json::write(&works)).unwrap();
        assert_eq!(items[0][variable], expected, "{source}");
    };
    check(
        "date = \"-0043\"",
        "issued",
        json!({ "date-parts": [[-44]] }),
    );
    check(
        "serial-number = \"10.1000/182\"",
        "DOI",
        json!("10.1000/182"),
    );
    check("serial-number = \"10.1000/182\"", "number", Value::Null);
    check(
        "serial-number = \"978-3-16-148410-0\"",
        "ISBN",
        json!("978-3-16-148410-0"),
    );
    check("language = \"German\"", "language", json!("de"));
    check(
        "author = \"King, Martin Luther, Jr.\"",
        "author",
        json!([{ "family": "King", "given": "Martin Luther", "suffix": "Jr.", "comma-suffix": false }]),
    );
    check(
        "author = \"{A, B and C}\"",
        "author",
        json!([{ "literal": "A, B and C" }]),
    );
    check(
        "type = \"newspaper\"; author = \"Associated Press\"",
        "container-title",
        json!("Associated Press"),
    );
}
