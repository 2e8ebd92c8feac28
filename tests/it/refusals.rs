//! Wrong inputs and what is said to each: a table to be read aloud, in which every message names what is wrong and a way
//! out.

use std::fs;
use std::process::Command;

use crate::common::files::folder;
use crate::common::process::{program, run};
use crate::common::snapshot;

/// What is typed behind the name of the program, a line each; quotation marks keep words together.
const WRONG: &[&str] = &[
    "xyzzy",
    "lst",
    r#""""#,
    r#"list """#,
    "no/such",
    "nowhere.toml",
    "folder",
    "fifo",
    "1914-13-01",
    "8/4/1914",
    "neutral",
    "belgium atlantis 1914",
    "at soon",
    r#"at "30 Feb 1914""#,
    r#"list --from "the war""#,
    "list --from 1915 --to 1914",
    "list --country atlantis",
    "list --country belgum",
    "list --role guaranter",
    "list --kind treety",
    "list --status neutered",
    "list --linked 99",
    "list --stance against",
    "list --place Nowhere",
    "list --importance 9",
    "list --importance -1",
    "lanes --width -5",
    "list --violation nobody",
    "list --party germany",
    "list --party germany:victim",
    "list --filter mine",
    "list --format xml",
    "list --nothing",
    "show",
    "show nothing-1914",
    "show treaty",
    "show treaty-of-london-1839 --style apa",
    "cite treaty-of-london-1839 --style vancouverish",
    "cite",
    "article 99",
    "tour nothing",
    "completions tcsh",
    "man lst",
    "lanes --width 5",
    "--theme blue",
    "--view map",
    "--at nothing",
    "--tour nothing",
    "--format json",
    "frame --size 5",
    "frame --size 0x0",
    "schema --format xml",
    "export --format docx",
    "export --format html --only poems",
    "export --format csv --title x",
    "export --format markdown --only lanes",
    "export --format html --style vancouverish",
    "export --format csv --tour argument",
    "export --format html --tour nothing",
    "export --format html --country atlantis",
    "export --format html --from 1700 --to 1701",
    "export --format html --marked",
    "export --format markdown -o exists.md",
    "export --format markdown -o none/new.md",
    "export --format markdown -o folder",
    "import nowhere.json",
    "import empty.toml",
    "import bytes.toml --format csv",
    "import exists.md --dates backwards",
    "init exists.md",
    "new Not-An-Id",
    "diff nowhere.toml",
    "check nowhere.toml",
    "notes -",
    "notes --import nowhere.toml",
    "notes --import newer.toml",
    "belgium 1914 --view lanes",
    "belgium --as footnote",
    "1914 --from 1914",
];

/// The words of a line.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}

#[test]
fn every_wrong_input_is_told_what_is_wrong_with_it() {
    let folder = folder();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    fs::create_dir(folder.join("folder")).unwrap();
    write("exists.md", b"x");
    write("empty.toml", b"");
    write("bytes.toml", b"\xff");
    write("newer.toml", b"format = 2\n");
    let made = Command::new("mkfifo").arg(folder.join("fifo")).status();
    assert!(made.unwrap().success());
    let mut table = String::new();
    for line in WRONG {
        let words = words(line);
        let arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        let (status, text, errors) = run(program(&arguments).current_dir(&*folder));
        assert_eq!(text, "", "{line}: nothing is answered");
        assert!(status == 1 || status == 2, "{line}: {status}");
        assert!(errors.starts_with("neutrality: "), "{line}: {errors}");
        table.push_str(&format!("$ neutrality {line}\n{errors}[{status}]\n\n"));
    }
    assert!(WRONG.len() > 50, "{} inputs", WRONG.len());
    snapshot::file("tests/data/refusals.txt", &table);
}
