//! Imports: round trips, tables of other people, and what cannot be read.

use std::fs;

use crate::common::files::{DATES, SHIPPED, SMALL, SMALL_WITH_CASES, folder};
use crate::common::process::{answer, answer_to, export};
use crate::common::texts;
use serde_json::Value;

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// An import that loses nothing: the file that it makes.
#[track_caller]
fn imported(text: &str, format: &str) -> String {
    let (status, file, error) = answer_to(&["import", "-", "--format", format], text);
    assert_eq!(status, 0, "{error}");
    file
}

/// Ids, dates and titles of a timeline file that comes on standard input.
#[track_caller]
fn events(file: &str) -> Vec<String> {
    let (status, printed, error) = answer_to(&["list", "-f", "-", "--format", "json"], file);
    assert_eq!(status, 0, "{error}");
    let line = |event: &Value| {
        let part = |value: &Value| value.as_str().unwrap().to_owned();
        format!(
            "{} {} {}",
            part(&event["id"]),
            part(&event["date"]["edtf"]),
            part(&event["title"])
        )
    };
    parsed(&printed)["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(line)
        .collect()
}

#[test]
fn a_file_that_went_through_json_says_the_very_same() {
    for file in [SMALL, DATES, SHIPPED] {
        let before = export(file, "json", &[]);
        let made = imported(&before, "json");
        let (status, printed, _) = answer_to(&["check", "-"], &made);
        assert_eq!(status, 0, "{printed}");
        let (_, after, _) = answer_to(&["export", "-f", "-", "--format", "json"], &made);
        assert!(before == after, "{file} is another after it");
    }
}

#[test]
fn events_dates_and_precision_survive_the_other_ways_too() {
    for file in [SMALL, DATES, SHIPPED] {
        let before = events(&fs::read_to_string(file).unwrap());
        for format in ["timelinejs", "csv"] {
            let made = imported(&export(file, format, &[]), format);
            assert_eq!(events(&made), before, "{file} as {format}");
            let (status, printed, _) = answer_to(&["check", "-"], &made);
            assert_eq!(status, 0, "{printed}");
        }
    }
}

#[test]
fn parties_sources_eras_and_stages_survive_a_spreadsheet_or_slides() {
    for format in ["timelinejs", "csv"] {
        let made = imported(&export(SMALL, format, &[]), format);
        let (_, printed, _) = answer_to(&["show", "london-1839", "-f", "-"], &made);
        for part in [
            "Prussia",
            "Great Britain",
            "Art. VII",
            "vol. II, no. 183",
            "primary",
            "London",
        ] {
            assert!(
                printed.contains(part),
                "{format}: {part} is missing in\n{printed}"
            );
        }
    }
    let made = imported(&export(DATES, "timelinejs", &[]), "timelinejs");
    assert!(
        made.contains("date = \"1914-07-28/1918\"") && made.contains("date = \"194X\""),
        "{made}"
    );
    let made = imported(&export(DATES, "csv", &[]), "csv");
    assert!(
        made.contains("{ stage = \"ratified\", date = \"1839-06\" }"),
        "{made}"
    );
}

#[test]
fn a_part_comes_back_without_what_it_cannot_carry() {
    let part = export(SMALL, "json", &["--country", "belgium", "--to", "1914"]);
    let (status, made, error) = answer_to(&["import", "-"], &part);
    assert_eq!((status, events(&made).len()), (0, 3), "{error}");
    // What another hand left out, or an earlier version wrote, may name more than it holds.
    let mut all: serde_json::Value = serde_json::from_str(&export(SMALL, "json", &[])).unwrap();
    let events_of = all["events"].as_array_mut().unwrap();
    events_of.retain(|event| event["id"] != "versailles-1919");
    let (status, made, error) = answer_to(&["import", "-"], &all.to_string());
    assert_eq!((status, events(&made).len()), (1, 8), "{error}");
    assert!(
        error.contains(
            "the span of \"belgium\" is left out: the event \"versailles-1919\" is not in the file"
        ),
        "{error}"
    );
    assert!(
        error.ends_with("neutrality: 8 events imported, 2 left out\n"),
        "{error}"
    );
}

#[test]
fn a_picture_comes_back_by_way_of_slides_and_of_tables() {
    let image =
        "{ url = \"https://example.org/seal.jpg?w=9\", alt = \"A seal\", credit = \"A museum\" }";
    let event = "id = \"vienna-1815\"\n";
    let source = texts::SMALL.replacen(event, &format!("{event}image = {image}\n"), 1);
    let exported = |form: &str| answer_to(&["export", "-f", "-", "--format", form], &source).1;
    let check = |form: &str, expected: &[&str]| {
        let (_, made, error) = answer_to(&["import", "-"], &exported(form));
        for part in expected {
            assert!(made.contains(part), "{form}: {part}\n{made}\n{error}");
        }
    };
    let url = "[events.image]\nurl = \"https://example.org/seal.jpg?w=9\"\n";
    let words = "alt = \"A seal\"\ncredit = \"A museum\"\n";
    check("timelinejs", &[url, words]);
    // A table has a column for its place only.
    check("csv", &[url]);
}

#[test]
fn the_template_of_timelinejs_is_read() {
    let sheet = "\
Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background
,,,,,,,,,Neutral states,<p>A <b>history</b>.</p>,,,,,title,,
1914,7,28,,1918,11,11,,,The war,,,,,,era,,
1839,4,19,,,,,,,Treaty &amp; guarantee,\"<p>One.</p><p>Two, \"\"three\"\".</p>\",https://example.org/a.png,A museum,The treaty,,,Treaties,#fff
1907,,,,,,,,c. 1907,A letter,,,,,,,,
1914,8,,13:30,1914,9,,,,\"Autumn\",,,,,,,,
,,,,,,,,,Without a date,,,,,,,,
1914,13,,,,,,,,A thirteenth month,,,,,,,,
";
    let (status, made, error) = answer_to(&["import", "-", "--format", "csv"], sheet);
    assert_eq!(status, 1);
    assert_eq!(
        events(&made),
        [
            "treaty-guarantee 1839-04-19 Treaty & guarantee",
            "a-letter 1907~ A letter",
            "autumn 1914-08/1914-09 Autumn"
        ]
    );
    for part in [
        "title = \"Neutral states\"\nsummary = \"A history.\"",
        "[[eras]]\ntitle = \"The war\"\ndate = \"1914-07-28/1918-11-11\"",
        "text = \"\"\"\nOne.\n\nTwo, \"three\".\"\"\"",
        "[events.image]\nurl = \"https://example.org/a.png\"\nalt = \"The treaty\"\ncredit = \"A museum\"\n",
        "label = \"Treaties\"",
        "basis = \"Dated “c. 1907” where it was imported from.\"",
    ] {
        assert!(made.contains(part), "{part}\n{made}");
    }
    for part in [
        "standard input: row 7: it has no date\n",
        "standard input: row 8: '1914-13' is no date: there is no month 13\n",
        "standard input: row 5: 'c. 1907' is read as 1907~\n",
        "standard input: 1 column is left out: 'Background'; --column ROLE=NAME takes one\n",
        "standard input: 1 time of day left out: dates are days\n",
        "neutrality: 3 events imported, 2 of them not as written, 2 left out\n",
    ] {
        assert!(error.contains(part), "{part}\n{error}");
    }
}

#[test]
fn plain_tables_are_read_as_people_write_them() {
    let check = |sheet: &str, expected: &[&str]| {
        let (_, made, error) = answer_to(&["import", "-", "--format", "csv"], sheet);
        assert!(!made.is_empty(), "{error}");
        assert_eq!(events(&made), expected, "{sheet}");
    };
    check(
        "Date,Title\n1839-04-19,A\n1907~,B\n",
        &["a 1839-04-19 A", "b 1907~ B"],
    );
    check(
        "when;what\n4 August 1914;\"A; B\"\n",
        &["a-b 1914-08-04 A; B"],
    );
    check("date\ttitle\n1830s\tA\n", &["a 183X A"]);
    check(
        "\u{feff}DATE,TITLE\r\n1914,A\r\n1914,A\r\n",
        &["a 1914 A", "a-2 1914 A"],
    );
    check(
        "start,end,event\n1914,1918,War\n1920,1920,Peace\n",
        &["war 1914/1918 War", "peace 1920 Peace"],
    );
    check(
        "Start Date,End Date,Headline\n8/4/1914,,A\n",
        &["a 1914-08-04 A"],
    );
    check("date,title\n\n1914,\n1914,A\n", &["a 1914 A"]);
    check("date,title\n-44,Ides\n", &["ides -0043 Ides"]);
}

#[test]
fn slides_of_other_people_are_read() {
    let slides = r#"{
      "title": { "text": { "headline": "Slides", "text": "<p>About.</p>" } },
      "events": [
        { "start_date": { "year": 1914, "month": "8" }, "text": { "headline": "<b>A</b>", "text": "x<script>y</script>" } },
        { "start_date": { "year": "-44" }, "text": { "text": "No headline" } },
        { "start_date": { "year": "1830" }, "end_date": { "year": "1839" }, "display_date": "1830s", "text": { "headline": "B" } },
        { "text": { "headline": "No date" } },
        { "start_date": { "year": "-65000000" }, "text": { "headline": "Dinosaurs" } },
        { "start_date": {}, "text": { "headline": "No year" } }
      ]
    }"#;
    let (status, made, error) = answer_to(&["import", "-"], slides);
    assert_eq!(status, 1);
    assert_eq!(
        events(&made),
        [
            "dinosaurs [..-9999] Dinosaurs",
            "no-headline -0043 No headline",
            "b 183X B",
            "a 1914-08 A"
        ]
    );
    for part in [
        "slide 4 ('No date'): it has no start_date",
        "slide 5 ('Dinosaurs'): '65000000 BC' is read as [..-9999]",
        "slide 6 ('No year'): it has no start_date",
    ] {
        assert!(error.contains(part), "{part}\n{error}");
    }
}

#[test]
fn a_slide_that_was_moved_since_has_its_new_date() {
    let slides = export(DATES, "timelinejs", &["--search", "about"]);
    let moved = slides
        .replace("\"year\": \"1907\"", "\"year\": \"1911\"")
        .replace("c. 1907", "");
    assert!(imported(&moved, "timelinejs").contains("date = \"1911\""));
}

#[test]
fn what_is_none_of_these_is_refused_and_nothing_is_written() {
    let folder = folder();
    let path = folder.join("out.toml").display().to_string();
    let check = |text: &str, more: &[&str], printed: &str| {
        let (status, out, error) = answer_to(&[&["import", "-", "-o", &path], more].concat(), text);
        assert_eq!((status, out.as_str()), (1, ""), "{text}");
        assert!(error.contains(printed), "{text}: {error}");
        assert_eq!(fs::read_dir(&*folder).unwrap().count(), 0, "{text}");
    };
    check("", &[], "it is empty");
    check("\n", &[], "it is empty");
    check("hello", &[], "it is neither JSON nor CSV");
    check(
        "{\"events\": [{\"start_date\": {\"ye",
        &[],
        "the JSON ends too early, at line 1 column 31",
    );
    check("{\"events\": [}", &[], "broken JSON at line 1 column 13");
    check("{\"slides\": []}", &[], "it has no list 'events'");
    check("{\"events\": []}", &[], "no event in it can be read");
    check("{\"events\": [{}]}", &[], "slide 1: it has no start_date");
    check(
        "{\"format\": 2, \"events\": []}",
        &[],
        "format 2 is not known; this program reads format 1",
    );
    check("{\"format\": 1}", &[], "it has no list of events");
    check(
        "{\"format\": 1, \"events\": [{\"id\": \"a\"}]}",
        &[],
        "makes no timeline",
    );
    check(
        "a,b\n1,2\n",
        &[],
        "no column is called 'date', 'Start Date' or 'Year'; the columns are 'a', 'b'",
    );
    check(
        "date,b\n1914,2\n",
        &[],
        "no column is called 'title' or 'Headline'",
    );
    check("date,title\n", &[], "no event in it can be read");
    check("date,title\nsoon,A\n", &[], "row 2: 'soon' is no date");
    check(
        "date,title\n8/4/1914,A\n",
        &[],
        "can be read in more than one way",
    );
}

#[test]
fn every_row_that_is_lost_is_named() {
    let check = |sheet: &str, expected: &str| {
        let (status, made, error) = answer_to(&["import", "-"], sheet);
        assert_eq!(status, 1, "{error}");
        assert_eq!(events(&made), ["a 1914 A"]);
        assert!(error.contains(expected), "{error}");
    };
    check(
        "date,title\n1914,A\n1915,B,C\n",
        "row 3: it has 3 cells under 2 names",
    );
    check("date,title\n1914,A\n1915,\n", "row 3: it has no title");
    check("date,title\n1914,A\n,C\n", "row 3: it has no date");
    check(
        "date,title\n1914,A\n1915-02-30,C\n",
        "row 3: '1915-02-30' is no date",
    );
    // What a spreadsheet cut off in the middle of a cell.
    let (status, _, error) =
        answer_to(&["import", "-"], "date,title,text\n1914,A,\"cut\n1915,B,\n");
    assert_eq!(status, 1);
    assert!(
        error.contains("row 2: a quotation mark in it is not closed"),
        "{error}"
    );
}

#[test]
fn nothing_that_a_terminal_would_obey_gets_through() {
    let sheet = "date,title,text\n1914,A\u{1b}[31m,b\u{202e}c\n";
    let (status, made, error) = answer_to(&["import", "-"], sheet);
    assert_eq!(status, 0, "{error}");
    assert!(!made.contains('\u{1b}') && !made.contains('\u{202e}'));
    assert!(
        error.contains("2 characters of it could command") && error.contains("U+001B in line 2"),
        "{error}"
    );
    let (_, _, error) = answer_to(&["import", "-"], "date,title\n1914,A\n\u{1b}]0;x\u{7},B\n");
    assert!(
        !error.contains('\u{1b}') && error.contains("row 3"),
        "{error}"
    );
}

#[test]
fn an_import_does_not_overwrite_and_tells_what_it_cannot_read() {
    let folder = folder();
    let (sheet, file) = (folder.join("My_sheet.csv"), folder.join("out.toml"));
    fs::write(&sheet, "date,title\n1914,A\n").unwrap();
    let (sheet, file) = (sheet.display().to_string(), file.display().to_string());
    assert_eq!(
        answer(&["import", &sheet, "-o", &file]),
        (0, String::new(), String::new())
    );
    assert!(
        fs::read_to_string(&file)
            .unwrap()
            .contains("title = \"My sheet\"")
    );
    let (status, _, error) = answer(&["import", &sheet, "-o", &file]);
    assert_eq!(
        (
            status,
            error.contains("exists already; --force replaces it")
        ),
        (2, true)
    );
    assert_eq!(answer(&["import", &sheet, "-o", &file, "--force"]).0, 0);
    let (status, _, error) = answer(&["import", "nowhere.csv"]);
    assert_eq!((status, error.contains("there is no such file")), (2, true));
    fs::write(&sheet, b"date,title\n1914,Br\xfcssel\n").unwrap();
    let (status, _, error) = answer(&["import", &sheet]);
    assert_eq!(
        (status, error.contains("byte 19 is not UTF-8")),
        (1, true),
        "{error}"
    );
}

#[test]
fn what_is_cut_off_anywhere_is_read_or_refused_and_never_breaks_the_program() {
    use neutrality::import::{ImportForm, import};
    for (format, form) in [
        ("json", ImportForm::Json),
        ("timelinejs", ImportForm::TimelineJs),
        ("csv", ImportForm::Csv),
    ] {
        let whole = export(DATES, format, &[]);
        for end in (0..whole.len()).step_by(13) {
            if let Ok(made) = import("", &whole.as_bytes()[..end], &form.into()) {
                assert!(made.events > 0, "{format} up to {end}");
            }
        }
    }
}

#[test]
fn json_of_a_wrong_shape_is_refused_and_never_breaks_the_program() {
    use neutrality::import::{ImportForm, import};
    let shapes = ["null", "\"a\"", "[1, null]", "{}", "[{\"event\": []}]"];
    for format in ["json", "timelinejs"] {
        let form = if format == "json" {
            ImportForm::Json
        } else {
            ImportForm::TimelineJs
        };
        // With cases, so that every shape of the format is there.
        let mut whole = parsed(&export(&SMALL_WITH_CASES, format, &[]));
        shorten(&mut whole);
        for pointer in pointers(&whole) {
            for shape in shapes {
                let mut broken = whole.clone();
                *broken.pointer_mut(&pointer).unwrap() = parsed(shape);
                let _ = import("", broken.to_string().as_bytes(), &form.into());
            }
        }
    }
}

/// Leaves two items in every list: the one that is broken, and a sound one after it.
fn shorten(value: &mut Value) {
    match value {
        Value::Object(object) => object.values_mut().for_each(shorten),
        Value::Array(items) => {
            items.truncate(2);
            items.iter_mut().for_each(shorten);
        }
        _ => {}
    }
}

/// Where something stands in the first item of every list and at the top.
fn pointers(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let under = |key: &str, value: &Value| {
        let below = pointers(value);
        below
            .into_iter()
            .map(|of| format!("/{key}{of}"))
            .collect::<Vec<_>>()
    };
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| {
            found.extend(under(&key.replace('~', "~0").replace('/', "~1"), value));
        }),
        Value::Array(items) => items
            .first()
            .into_iter()
            .for_each(|item| found.extend(under("0", item))),
        _ => {}
    }
    found
}

#[test]
fn the_ending_of_a_name_says_what_a_broken_file_is() {
    let check = |name: &str, text: &str, expected: &str| {
        let refused = neutrality::import::import(
            name,
            text.as_bytes(),
            &neutrality::import::ImportOptions::default(),
        );
        let refused = refused.unwrap_err().to_string();
        assert!(refused.contains(expected), "{name}: {refused}");
    };
    check(
        "list.json",
        "[1,2",
        "the JSON ends too early, at line 1 column 4",
    );
    check("list.json", "[1,2]", "it has no list of records");
    check("list.csv", "[1,2", "no column is called 'date'");
}

#[test]
fn names_in_any_writing_come_back_out_of_our_own_json() {
    let file = "format = 1\n[timeline]\ntitle = \"中立\"\n[countries.ch]\nname = \"瑞士\"\n[countries.b]\nname = \"ベルギー\"\n\
        [countries.u]\nname = \"Україна\"\n[statuses.neutral]\nlabel = \"永久中立\"\n\
        [[events]]\nid = \"e\"\ndate = 1815\ntitle = \"維也納\"\n\
        [[spans]]\ncountry = \"ch\"\nstatus = \"neutral\"\nbegins = \"e\"\n";
    let (status, before, error) = answer_to(&["export", "-f", "-", "--format", "json"], file);
    assert_eq!(status, 0, "{error}");
    let made = imported(&before, "json");
    let (_, after, _) = answer_to(&["export", "-f", "-", "--format", "json"], &made);
    assert_eq!(before, after);
    let countries = &parsed(&before)["countries"];
    assert_eq!(
        (&countries["ch"]["code"], &countries["u"]["code"]),
        (&"瑞".into(), &"УК".into())
    );
}

#[test]
fn a_cell_that_would_be_a_formula_comes_back_as_it_was() {
    let file = "format = 1\n[timeline]\ntitle = \"T\"\n[[events]]\nid = \"e\"\ndate = 1815\ntitle = \"=1+1\"\nsummary = \"'@SUM(A1)\"\n";
    let (_, csv, _) = answer_to(&["export", "-f", "-", "--format", "csv"], file);
    assert!(
        csv.contains(",'=1+1,") && csv.contains(",''@SUM(A1),"),
        "{csv}"
    );
    let made = imported(&csv, "csv");
    assert!(
        made.contains("\"=1+1\"") && made.contains("\"'@SUM(A1)\""),
        "{made}"
    );
}

#[test]
fn remarks_and_losses_are_told_up_to_a_hundred_and_counted() {
    let columns: String = (0..5000)
        .map(|number| format!(",unknown{number}"))
        .collect();
    let rows = "someday,b\n".repeat(3000);
    let cells = ",x".repeat(5000);
    let table = format!("date,title{columns}\n1815,a{cells}\n{rows}");
    let (status, _, told) = answer_to(&["import", "-", "--format", "csv"], &table);
    assert_eq!(status, 1);
    assert!(
        told.contains("5000 columns are left out") && told.contains("and 2900 more\n"),
        "{}",
        &told[..2000]
    );
    assert!(told.lines().count() < 210);
}

#[test]
fn an_import_that_would_be_refused_when_it_is_read_is_refused() {
    let rows: String = (0..8000)
        .map(|number| {
            format!(
                "18{:02},title {number},{}\n",
                number % 100,
                "word ".repeat(20)
            )
        })
        .collect();
    let table = format!("date,title,text\n{rows}");
    let mut import = crate::common::process::program(&["import", "-", "--format", "csv"]);
    let (status, made, told) =
        crate::common::process::feed(import.env("NEUTRALITY_LIMIT", "1"), &table);
    assert_eq!((status, made.as_str()), (1, ""), "{told}");
}
