//! What an author adds in words of his own: tags, pictures, sources that are only addresses, notes, another heading.

use crate::common::files::folder;
use crate::common::process;
use crate::common::reader;
use serde_json::Value;
use std::fs;

const FILE: &str = r#"format = 1
[timeline]
title = "The Curies"
parties = "People"

[countries.marie]
name = "Marie Curie"

[roles.finder]
label = "Finder"

[sources.paper]
type = "article"
title = "Sur une substance nouvelle"
memo = "The copy in the library lacks page 3."

[[events]]
id = "polonium"
date = "1898-07"
title = "Polonium"
tags = ["elements", "Paris"]
image = { url = "https://example.org/lab.jpg", alt = "The shed", credit = "Musée Curie" }
parties = [{ country = "marie", role = "finder" }]
sources = ["paper", "https://example.org/polonium"]
memo = """
Ask Irène's letters about the day.
"""

[[events]]
id = "prize"
date = "1903"
title = "Prize"
tags = ["prizes"]
sources = "https://example.org/polonium"
"#;

/// The answer of a command about the timeline of the Curies, with nothing amiss.
#[track_caller]
fn printed(arguments: &[&str]) -> String {
    let (status, printed, faults) = process::answer_to(&[arguments, &["-f", "-"]].concat(), FILE);
    assert_eq!((status, faults.as_str()), (0, ""), "{arguments:?}");
    printed
}

#[test]
fn tags_are_a_filter_as_any_other() {
    let check = |flags: &[&str], expected: &[&str]| {
        let printed = printed(&[&["list", "--format", "json"], flags].concat());
        let answer: Value = serde_json::from_str(&printed).unwrap();
        let ids = answer["events"].as_array().unwrap().iter();
        let ids: Vec<&str> = ids.map(|event| event["id"].as_str().unwrap()).collect();
        assert_eq!(ids, expected, "{flags:?}");
    };
    check(&["--tag", "ELEMENTS"], &["polonium"]);
    check(
        &["--tag", "elements", "--tag", "prizes"],
        &["polonium", "prize"],
    );
    check(&["--without-tag", "elements"], &["prize"]);
    check(&["--with-tag", "paris"], &["polonium"]);
}

#[test]
fn a_page_has_tags_and_a_link_to_the_picture_and_no_notes() {
    let page = printed(&["show", "polonium"]);
    for text in [
        "elements · Paris",
        "The shed · Musée Curie",
        "example.org/polonium",
    ] {
        assert!(page.contains(text), "{text} in {page}");
    }
    for form in ["json", "html", "markdown", "csv", "timelinejs"] {
        let printed = printed(&["export", "--format", form]);
        assert!(
            printed.contains("https://example.org/lab.jpg"),
            "{form}: {printed}"
        );
        assert!(
            !printed.contains("Irène") && !printed.contains("lacks page"),
            "{form}"
        );
    }
    assert!(
        printed(&["export", "--format", "html"])
            .contains("<a href=\"https://example.org/lab.jpg\">")
    );
}

#[test]
fn an_address_alone_is_one_source_however_often_it_is_cited() {
    let printed = printed(&["export", "--format", "json"]);
    let file: Value = serde_json::from_str(&printed).unwrap();
    let sources = file["sources"].as_object().unwrap();
    assert_eq!(sources.len(), 2);
    assert_eq!(sources["https://example.org/polonium"]["type"], "web");
    let imported = process::answer_to(&["import", "-", "--format", "json"], &printed);
    assert_eq!(imported.0, 0, "{}", imported.2);
    let (status, again, _) =
        process::answer_to(&["export", "--format", "json", "-f", "-"], &imported.1);
    assert_eq!((status, again), (0, printed));
}

#[test]
fn an_id_is_made_of_the_title() {
    let check = |flags: &[&str], expected: &str| {
        let printed = process::output(&[&["new"], flags].concat());
        let id = printed
            .lines()
            .nth(1)
            .unwrap()
            .split('#')
            .next()
            .unwrap()
            .trim();
        assert_eq!(id, format!("id = \"{expected}\""), "{flags:?}");
    };
    check(
        &["--title", "Treaty of London", "--date", "1839-04-19"],
        "treaty-of-london-1839",
    );
    check(&["--title", "Élysée 1963", "--date", "1963"], "elysee-1963");
    check(
        &["--title", "Ides of March", "--date", "44 BC"],
        "ides-of-march-44-bc",
    );
    check(&["own-id", "--title", "Treaty of London"], "own-id");
    let folder = folder();
    let file = folder.join("mine.toml");
    fs::write(&file, FILE).unwrap();
    let file = file.to_str().unwrap();
    check(&["--title", "Prize", "-f", file], "prize-2");
    assert_eq!(process::answer(&["new"]).0, 2);
    assert_eq!(process::answer(&["new", "--title", "…"]).0, 2);
}

#[test]
fn keys_are_put_in_order_and_no_comment_is_lost() {
    let folder = folder();
    let file = folder.join("mine.toml");
    let unordered = FILE.replace(
        "id = \"prize\"\ndate = \"1903\"",
        "date = \"1903\" # the year\n# Its id.\nid = \"prize\"",
    );
    fs::write(&file, &unordered).unwrap();
    let path = file.to_str().unwrap();
    let (status, printed, _) = process::answer(&["fmt", "--check", path]);
    assert_eq!((status, printed), (1, format!("{path}\n")));
    assert_eq!(fs::read_to_string(&file).unwrap(), unordered);
    assert_eq!(process::answer(&["fmt", path]).0, 0);
    let ordered = fs::read_to_string(&file).unwrap();
    assert!(
        ordered.contains("# Its id.\nid = \"prize\"\ndate = \"1903\" # the year\n"),
        "{ordered}"
    );
    assert!(ordered.contains("Ask Irène"), "{ordered}");
    assert_eq!(
        process::answer(&["fmt", "--check", path]),
        (0, String::new(), String::new())
    );
    let (status, printed, _) = process::answer_to(&["fmt", "-"], &unordered);
    assert_eq!((status, printed), (0, ordered));
    let (status, _, faults) = process::answer_to(&["fmt", "-"], "broken = ");
    assert_eq!(status, 1);
    assert!(faults.contains("is no TOML"), "{faults}");
}

#[test]
fn a_reference_manager_is_written_and_read() {
    let ris = printed(&["cite", "--all", "--format", "ris"]);
    assert!(ris.starts_with("TY  - GEN\r\nID  - paper\r\n"), "{ris}");
    assert!(
        ris.contains("UR  - https://example.org/polonium\r\n"),
        "{ris}"
    );
    let dated = ris.replace("ER  - ", "DA  - 1898/07/18/\r\nKW  - radium\r\nER  - ");
    let (status, imported, faults) = process::answer_to(&["import", "-"], &dated);
    assert_eq!((status, faults.as_str()), (0, ""), "{imported}");
    for text in ["date = \"1898-07-18\"", "tags = [\"radium\"]"] {
        assert!(imported.contains(text), "{text} in {imported}");
    }
}

#[test]
fn csv_begins_with_a_mark_where_it_is_wished() {
    let plain = printed(&["export", "--format", "csv"]);
    let marked = printed(&["export", "--format", "csv", "--bom"]);
    assert_eq!(marked, format!("\u{FEFF}{plain}"));
    assert_eq!(
        process::answer(&["export", "--format", "json", "--bom"]).0,
        2
    );
}

#[test]
fn what_takes_part_is_called_so_wherever_the_program_speaks_of_it() {
    let check = |keys: &str, expected: &str| {
        let mut app = reader::open(FILE, 120, 50);
        reader::press(&mut app, keys);
        let screen = reader::screen(&app);
        assert!(screen.contains(expected), "{keys}: {expected}\n{screen}");
        assert!(
            !screen.to_lowercase().contains("countr"),
            "{keys}\n{screen}"
        );
    };
    check("j j", "c person");
    check("c", "Events of a person");
    check("c z z Enter", "no person is called “zz”");
    check("f", "People");
    check("?", "next event, person, passage, link or line");
    check("]", "a person or a violation");
    check(": z z z Enter", "or a person");
    assert!(printed(&["signs"]).contains("Roles of people"));
}
