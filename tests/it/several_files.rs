//! A timeline in several files: one includes the others, and a fault names the file in which it stands.

use std::fs;
use std::path::Path;

use crate::common::files::folder;
use crate::common::process;

const MAIN: &str = "format = 1\ninclude = [\"events/war.toml\", \"words.toml\"]\n[timeline]\ntitle = \"Whole\"\n\
                    [[events]]\nid = \"treaty\"\ndate = 1839\ntitle = \"Treaty\"\nkind = \"law\"\nsources = [\"paper\"]\n";
const WAR: &str = "# The war.\n[[events]]\nid = \"war\"\ndate = 1914\ntitle = \"War\"\nkind = \"law\"\nsources = [\"paper\"]";
const WORDS: &str = "format = 1\n[timeline]\ntitle = \"Words\"\nsummary = \"From the words.\"\n[kinds.law]\nlabel = \"Law\"\n\
                     [sources.paper]\ntype = \"article\"\ntitle = \"Paper\"\n";

/// Writes the files into a folder of their own and checks the first one.
fn checked(files: &[(&str, &str)]) -> (i32, String, String) {
    let folder = folder();
    write(&folder, files);
    let main = folder.join(files[0].0);
    let main = main.to_str().unwrap();
    let (status, printed, faults) = process::answer(&["check", main]);
    let root = format!("{}/", folder.to_str().unwrap());
    (
        status,
        printed.replace(&root, ""),
        faults.replace(&root, ""),
    )
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

#[test]
fn the_files_are_one_timeline() {
    let folder = folder();
    write(
        &folder,
        &[
            ("main.toml", MAIN),
            ("events/war.toml", WAR),
            ("words.toml", WORDS),
        ],
    );
    let main = folder.join("main.toml");
    let listed = process::output(&["list", main.to_str().unwrap()]);
    assert!(
        listed.contains("Treaty") && listed.contains("War"),
        "{listed}"
    );
    let exported = process::output(&["export", "--format", "json", "-f", main.to_str().unwrap()]);
    for text in [
        "\"title\": \"Whole\"",
        "\"summary\": \"From the words.\"",
        "\"label\": \"Law\"",
    ] {
        assert!(exported.contains(text), "{text}");
    }
}

#[test]
fn a_fault_names_its_file_and_its_line_there() {
    let check = |files: &[(&str, &str)], expected: &[&str]| {
        let (status, printed, faults) = checked(files);
        assert_eq!((status, faults.as_str()), (1, ""), "{printed}");
        for text in expected {
            assert!(printed.contains(text), "{text} in {printed}");
        }
    };
    let with = |war: &str, words: &str| {
        let files = [
            ("main.toml", MAIN),
            ("events/war.toml", war),
            ("words.toml", words),
        ];
        files.map(|(name, text)| (name, text.to_owned()))
    };
    let told = |war: &str, words: &str, expected: &[&str]| {
        let files = with(war, words);
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        check(&files, expected);
    };
    let bad_date = WAR.replace("1914", "\"1914-13\"");
    told(
        &bad_date,
        WORDS,
        &["events/war.toml:4:8", "4 | date = \"1914-13\""],
    );
    told(
        WAR,
        &WORDS.replace("law", "laws"),
        &["main.toml:9:8", "events/war.toml:6:8"],
    );
    told(
        &WAR.replace("\"war\"", "\"treaty\""),
        WORDS,
        &["events/war.toml:3:6", "treaty"],
    );
    told(
        &format!("{WAR}\nbroken"),
        WORDS,
        &["events/war.toml:8:", "broken TOML"],
    );
    let other = format!("{WAR}\n[kinds.law]\nlabel = \"Other\"\n");
    told(
        &other,
        WORDS,
        &[
            "words.toml:5:8",
            "`law` is defined otherwise in a file before",
        ],
    );
}

#[test]
fn an_include_neither_leaves_the_folder_nor_comes_back() {
    let check = |included: &str, other: &str, expected: &str| {
        let main = MAIN.replace("\"events/war.toml\", \"words.toml\"", included);
        let main = main
            + WORDS
                .split_once("[kinds")
                .map(|(_, kinds)| format!("[kinds{kinds}"))
                .as_deref()
                .unwrap();
        let (status, printed, _) = checked(&[("main.toml", &main), ("other.toml", other)]);
        assert_eq!(status, 1, "{printed}");
        assert!(printed.contains(expected), "{expected} in {printed}");
    };
    check(
        "\"../other.toml\"",
        "",
        "`../other.toml` leaves the folder of the timeline",
    );
    check(
        "\"/etc/passwd\"",
        "",
        "`/etc/passwd` leaves the folder of the timeline",
    );
    check("\"none.toml\"", "", "there is no file `none.toml`");
    check(
        "\"main.toml\"",
        "",
        "`main.toml` includes this file in turn",
    );
    check(
        "\"other.toml\"",
        "include = \"main.toml\"\n",
        "other.toml:1:11",
    );
}

#[test]
fn a_text_that_two_files_write_otherwise_is_a_fault() {
    let main = MAIN.replace("[timeline]", "note = \"a\"\n[timeline]");
    for other in ["\"b\"", "[\"a\"]"] {
        let war = format!("note = {other}\n{WAR}");
        let (status, printed, _) = checked(&[
            ("main.toml", &main),
            ("events/war.toml", &war),
            ("words.toml", WORDS),
        ]);
        assert_eq!(status, 1, "{printed}");
        assert!(
            printed.contains("`note` is another one in a file before"),
            "{printed}"
        );
    }
}

#[test]
fn what_is_included_may_include_in_turn() {
    let inner = MAIN.replace("\"events/war.toml\", \"words.toml\"", "\"deeper.toml\"");
    let check = |main: &str, inner: &str| {
        let files = [
            ("main.toml", main),
            ("parts/inner.toml", inner),
            ("parts/deeper.toml", WORDS),
            ("parts/war.toml", WAR),
        ];
        let (status, printed, _) = checked(&files);
        assert!(
            status == 0 && printed.contains("main.toml: no faults"),
            "{printed}"
        );
    };
    let one = "include = \"parts/inner.toml\"\n";
    let list = "include = [\"parts/inner.toml\", \"parts/war.toml\"]\n";
    let as_text = inner.replace("[\"deeper.toml\"]", "\"deeper.toml\"");
    check(one, &inner);
    check(list, &inner);
    check(one, &as_text);
    check(list, &as_text);
}

#[test]
fn what_lies_in_no_folder_includes_nothing() {
    let (status, printed, _) = process::answer_to(&["check", "-"], MAIN);
    assert_eq!(status, 1);
    let expected = "`words.toml` cannot be found: standard input lies in no folder";
    assert!(printed.contains(expected), "{printed}");
}

#[test]
fn a_link_that_leaves_the_folder_is_not_followed() {
    let outer = folder();
    write(&outer, &[("secret.toml", WORDS), ("inner/main.toml", "")]);
    let inner = outer.join("inner");
    std::os::unix::fs::symlink(outer.join("secret.toml"), inner.join("link.toml")).unwrap();
    fs::write(
        inner.join("main.toml"),
        MAIN.replace("events/war.toml", "link.toml"),
    )
    .unwrap();
    let (status, printed, _) =
        process::answer(&["check", inner.join("main.toml").to_str().unwrap()]);
    assert_eq!(status, 1);
    assert!(
        printed.contains("`link.toml` leaves the folder of the timeline"),
        "{printed}"
    );
}

#[test]
fn several_files_are_named_one_after_the_other() {
    let folder = folder();
    let main = MAIN.replace("include = [\"events/war.toml\", \"words.toml\"]\n", "");
    write(
        &folder,
        &[
            ("main.toml", &main),
            ("war.toml", WAR),
            ("words.toml", WORDS),
        ],
    );
    let paths = ["main.toml", "war.toml", "words.toml"].map(|name| folder.join(name));
    let paths = paths.each_ref().map(|path| path.to_str().unwrap());
    let listed = process::output(&paths);
    assert!(
        listed.contains("Treaty") && listed.contains("War"),
        "{listed}"
    );
    let twice = [paths[0], paths[1], paths[2], paths[1]];
    assert_eq!(process::output(&twice), listed);
    let asked = process::output(&[paths[0], paths[1], paths[2], "1914"]);
    assert!(
        asked.contains("War") && !asked.contains("Treaty"),
        "{asked}"
    );
    fs::write(paths[1], WAR.replace("1914", "\"1914-13\"")).unwrap();
    let (status, _, faults) = process::answer(&paths);
    assert_eq!(status, 1, "{faults}");
    assert!(faults.contains("war.toml:4:8"), "{faults}");
}
