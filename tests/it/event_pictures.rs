//! The pictures of events: files beside a timeline, which `check` looks at, a page of HTML holds, and `v` shows in terminals
//! that show pictures.

use std::fs;
use std::os::unix::fs::symlink;

use rustix::process::Signal;

use crate::common::files::{self, Folder, folder};
use crate::common::process;
use crate::common::terminal::{Life, Session};

/// A PNG that says it has this size.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR".to_vec();
    bytes.extend([width.to_be_bytes(), height.to_be_bytes()].concat());
    bytes.extend(b"\x08\x02\0\0\0----\0\0\0\x06IDAT\x1b]0;x\x07----\0\0\0\0IEND----");
    bytes
}

/// A folder with a timeline whose events have these images, and a good picture in `pictures/seal.png`.
fn with(images: &[&str]) -> Folder {
    let folder = folder();
    fs::create_dir(folder.join("pictures")).unwrap();
    fs::write(folder.join("pictures/seal.png"), png(40, 20)).unwrap();
    let mut timeline = "format = 1\n[timeline]\ntitle = \"T\"\n".to_owned();
    for (at, image) in images.iter().enumerate() {
        timeline.push_str(&format!(
            "[[events]]\nid = \"e{at}\"\ndate = {}\ntitle = \"Event {at}\"\nsources = [\"https://a.org/x\"]\nimage = {{ {image} }}\n",
            1900 + at
        ));
    }
    fs::write(folder.join("mine.toml"), timeline).unwrap();
    folder
}

fn file(folder: &Folder) -> String {
    folder.join("mine.toml").to_str().unwrap().to_owned()
}

#[test]
fn check_tells_what_is_wrong_with_a_picture() {
    let outside = "leaves the folder of the timeline; a picture lies in the folder of the file that names it, or below it";
    let cases = [
        ("pictures/seal.png", ""),
        ("./pictures/inside.png", ""),
        (
            "pictures/nothing.png",
            "there is no file `pictures/nothing.png`; the way leads from the file that names it",
        ),
        ("../seal.png", outside),
        ("/dev/zero", outside),
        ("pictures/outside.png", outside),
        ("pictures/zero.png", outside),
        (
            "pictures",
            "cannot read `pictures`: it is a directory; look at it",
        ),
        (
            "fifo.png",
            "cannot read `fifo.png`: it is no regular file; look at it",
        ),
        (
            "empty.png",
            "`empty.png` is no PNG, GIF or JPEG; save the picture as a PNG",
        ),
        (
            "mine.toml",
            "`mine.toml` is no PNG, GIF or JPEG; save the picture as a PNG",
        ),
        (
            "cut.png",
            "`cut.png` ends before the picture does; copy the file again",
        ),
        (
            "lie.png",
            "`lie.png` has 4294967295 × 1 pixels; a picture has at least one pixel, at most 10,000 a side, and at most 40 million in all",
        ),
        (
            "large.png",
            "cannot read `large.png`: it is larger than 8 MiB; make it smaller",
        ),
    ];
    let images: Vec<String> = cases
        .iter()
        .map(|(file, _)| format!("file = \"{file}\""))
        .collect();
    let images: Vec<&str> = images.iter().map(String::as_str).collect();
    let folder = with(&images);
    let other = files::folder();
    fs::write(other.join("outside.png"), png(1, 1)).unwrap();
    symlink("seal.png", folder.join("pictures/inside.png")).unwrap();
    symlink(
        other.join("outside.png"),
        folder.join("pictures/outside.png"),
    )
    .unwrap();
    symlink("/dev/zero", folder.join("pictures/zero.png")).unwrap();
    files::fifo(&folder.join("fifo.png"));
    fs::write(folder.join("empty.png"), "").unwrap();
    fs::write(folder.join("cut.png"), &png(9, 9)[..50]).unwrap();
    fs::write(folder.join("lie.png"), png(u32::MAX, 1)).unwrap();
    let large = fs::File::create(folder.join("large.png")).unwrap();
    large.set_len((8 << 20) + 1).unwrap();

    let (status, printed, _) = process::answer(&["check", "--format", "json", &file(&folder)]);
    assert_eq!(status, 0, "{printed}");
    let json: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let faults = json["files"][0]["faults"].as_array().unwrap();
    let found = |line: u64| {
        let at_line = faults.iter().filter(|fault| fault["line"] == line);
        let told = at_line.map(|fault| {
            assert_eq!(fault["severity"], "warning");
            format!(
                "{}; {}",
                fault["message"].as_str().unwrap(),
                fault["help"].as_str().unwrap()
            )
        });
        told.collect::<Vec<_>>().join("\n")
    };
    for (at, (file, expected)) in cases.iter().enumerate() {
        let expected = match *expected == outside {
            true => format!("`{file}` {outside}"),
            false => (*expected).to_owned(),
        };
        assert_eq!(found(9 + 6 * at as u64), expected, "{file}");
    }
    let (status, _, _) = process::answer(&["check", "--strict", &file(&folder)]);
    assert_eq!(status, 1);
}

#[test]
fn a_picture_lies_beside_the_file_that_names_it() {
    let folder = with(&["url = \"https://a.org/x.png\""]);
    let main = fs::read_to_string(folder.join("mine.toml")).unwrap();
    let main = main.replacen(
        "[timeline]",
        "include = [\"pictures/more.toml\"]\n[timeline]",
        1,
    );
    fs::write(folder.join("mine.toml"), main).unwrap();
    let check = |name: &str, expected: &str| {
        let event = format!(
            "[[events]]\nid = \"of\"\ndate = 1800\ntitle = \"T\"\nsources = [\"https://a.org/x\"]\nimage = {{ file = \"{name}\" }}\n"
        );
        fs::write(folder.join("pictures/more.toml"), event).unwrap();
        let (_, printed, _) = process::answer(&["check", &file(&folder)]);
        assert!(printed.contains(expected), "{name}: {printed}");
    };
    check("seal.png", "no faults");
    check("pictures/seal.png", "pictures/more.toml:6:18");
    check("../pictures/seal.png", "leaves the folder");
    let piped = fs::read_to_string(folder.join("pictures/more.toml")).unwrap();
    let piped = format!("format = 1\n[timeline]\ntitle = \"T\"\n{piped}");
    let (_, printed, _) = process::answer_to(&["check", "-"], &piped);
    assert!(
        printed.contains("the timeline lies in no folder"),
        "{printed}"
    );
}

#[test]
fn an_image_has_an_address_or_a_file() {
    let check = |image: &str, expected: &str| {
        let (_, printed, _) = process::answer(&["check", &file(&with(&[image]))]);
        assert!(printed.contains(expected), "{image}: {printed}");
    };
    check("alt = \"Seals\"", "an image needs `url` or `file`");
    check("alt = \"Seals\"", "add `url = \"…\"` or `file = \"…\"`");
    check("path = \"pictures/seal.png\"", "did you mean `file`?");
    check("url = \"https://a.org/x.png\"", "no faults");
    check(
        "url = \"https://a.org/x.png\", file = \"pictures/seal.png\"",
        "no faults",
    );
}

#[test]
fn every_export_has_the_picture_in_its_way() {
    let folder = with(&[
        "file = \"pictures/seal.png\", alt = \"The <seals>\", credit = \"Archives\"",
        "file = \"pictures/nothing.png\", alt = \"Lost\"",
        "url = \"https://a.org/x.png\", file = \"pictures/seal.png\"",
    ]);
    let check = |format: &str, expected: &[&str]| {
        let written = process::export(&file(&folder), format, &[]);
        for text in expected {
            assert!(written.contains(text), "{text} in {format}: {written}");
        }
    };
    check(
        "html",
        &[
            "<img src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAU",
            "\" alt=\"The &lt;seals&gt;\">The &lt;seals&gt; · Archives</dd>",
            "<dd>Lost (pictures/nothing.png)</dd>",
            "\" alt=\"\"><a href=\"https://a.org/x.png\">https://a.org/x.png</a></dd>",
        ],
    );
    check(
        "markdown",
        &[
            "- Image: The \\<seals\\> · Archives (pictures/seal.png)",
            "- Image: Lost (pictures/nothing.png)",
            "- Image: [https://a.org/x.png](<https://a.org/x.png>) (pictures/seal.png)",
        ],
    );
    check(
        "json",
        &["\"url\": \"https://a.org/x.png\",\n        \"file\": \"pictures/seal.png\""],
    );
    check("csv", &[",pictures/nothing.png,", ",https://a.org/x.png,"]);
    let slides = process::export(&file(&folder), "timelinejs", &[]);
    assert_eq!(slides.matches("\"media\"").count(), 1, "{slides}");
}

/// What begins a picture of kitty's in so many cells, and what takes it away.
const BEGIN: &str = "\x1b_Ga=T,f=100,q=2,C=1,c=4,r=1,m=0;iVBORw0KGgo";
const TAKE_AWAY: &str = "\x1b_Ga=d,d=A,q=2\x1b\\";

/// The reader of a folder's timeline, in a terminal that is known by these variables.
fn reader(folder: &Folder, environment: &str) -> Session {
    let script = format!("cd \"$1\" && {environment} exec \"$0\" mine.toml");
    let mut session = Session::start_in_shell(&script, &[folder.to_str().unwrap()], 100, 24);
    session.wait_for("? help");
    session
}

#[test]
fn a_key_shows_the_picture_and_any_key_comes_back() {
    let folder = with(&[
        "file = \"pictures/seal.png\", alt = \"The seals\", credit = \"Archives\"",
        "file = \"pictures/nothing.png\"",
        "url = \"https://a.org/x.png\"",
    ]);
    let mut session = reader(&folder, "TERM=xterm-kitty");
    session.send("v");
    session.wait_for("this page is about all events");
    session.send("j");
    session.wait_until("the event", |screen| {
        let contents = screen.contents();
        contents.contains("Image") && !contents.contains("this page is about")
    });
    let trimmed = |contents: String| -> Vec<String> {
        let lines = contents.lines();
        lines.map(|line| line.trim_end().to_owned()).collect()
    };
    let before = trimmed(session.contents());
    session.send("v");
    session.wait_for("Event 0 · The seals · Archives\n(any key goes back to the reader)");
    assert!(session.has_written(BEGIN));
    assert!(!session.has_written("\x1b]0;x"), "no byte of the file");
    // What the terminal answers is no key.
    session.send("\x1b_Gi=1;OK\x1b\\");
    assert!(!session.has_written(TAKE_AWAY));
    session.send("j");
    session.wait_until("the same screen", |screen| {
        trimmed(screen.contents()) == before
    });
    assert!(session.has_written(TAKE_AWAY));
    session.send("jv");
    session.wait_for("there is no file `pictures/nothing.png`; it is pictures/nothing.png");
    session.send("jv");
    session.wait_for("this picture is elsewhere");
    session.send("kkv");
    session.wait_for("(any key goes back");
    session.signal(Signal::TERM);
    session.wait_for_life(Life::Ended(143));
    assert_eq!(session.not_restored(), Vec::<String>::new());
    let end = format!("{TAKE_AWAY}\x1b[?2026l");
    assert!(session.has_written(&end), "before the screen is given back");
}

#[test]
fn a_terminal_without_pictures_says_where_the_file_is() {
    let folder = with(&["file = \"pictures/seal.png\""]);
    let check = |environment: &str| {
        let mut session = reader(&folder, environment);
        session.send("jv");
        session.wait_for("this terminal shows no pictures; this one is pictures/seal.png");
        assert!(!session.has_written("\x1b_G"));
    };
    check("TERM=xterm-256color");
    check("TERM=xterm-kitty TMUX=/tmp/t,1,0");
}
