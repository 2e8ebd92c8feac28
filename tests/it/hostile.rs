//! Text that would like to command the terminal never reaches it: not from a file, not from an argument.

use crate::common::process::{answer, answer_to};
use crate::common::reader::{open, press, screen};
use crate::common::texts::SMALL;

const PAYLOADS: [&str; 12] = [
    "\u{1b}]0;owned\u{7}",
    "\u{1b}[31mred",
    "\u{1b}[2J",
    "\u{1b}P+q\u{1b}\\",
    "\u{9b}31m",
    "\u{90}q\u{9c}",
    "\u{202e}txt.exe",
    "\u{2066}isolated",
    "\u{8}\u{8}back",
    "\rover",
    "\u{2069}\u{2066}mark",
    "\u{feff}mark",
];

/// A file in which every text of every table carries the payload.
fn file(payload: &str) -> String {
    let payload: String = payload
        .chars()
        .map(|character| format!("\\U{:08X}", u32::from(character)))
        .collect();
    let mut source = String::new();
    for line in SMALL.lines() {
        let text = [
            "title = ",
            "name = ",
            "heading = ",
            "claim = ",
            "record = ",
            "label = ",
            "place = ",
            "text = \"",
            "provision = ",
        ];
        match text.iter().find(|key| line.starts_with(**key)) {
            Some(_) if line.ends_with('"') && !line.ends_with("\"\"\"") => {
                source.push_str(&line[..line.len() - 1]);
                source.push_str(&payload);
                source.push('"');
            }
            _ => source.push_str(line),
        }
        source.push('\n');
    }
    source
}

/// The first character that a terminal would obey.
fn obeyed(text: &str) -> Option<char> {
    text.chars().find(|c| {
        (c.is_control() && *c != '\n')
            || matches!(c, '\u{200B}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
    })
}

#[test]
fn nothing_of_a_file_is_obeyed_on_any_screen() {
    for payload in PAYLOADS {
        for keys in [
            "",
            "j j Enter",
            "3 Enter",
            "c",
            "?",
            "/ treaty Enter",
            "j j s",
            "2",
            "4",
            "f Space Tab - Tab Space",
            "f Tab Tab Tab",
            "f Tab Tab Tab Tab Tab Tab Space Down - Enter",
            "f Space Tab Tab Down Space Tab Space - Enter",
        ] {
            let mut app = open(&file(payload), 100, 30);
            press(&mut app, keys);
            let shown = screen(&app);
            assert_eq!(obeyed(&shown), None, "{payload:?} after {keys}\n{shown}");
        }
    }
}

#[test]
fn nothing_of_a_file_is_obeyed_in_any_answer() {
    for payload in PAYLOADS {
        let source = file(payload);
        let answers: [&[&str]; 6] = [
            &["list", "-f", "-"],
            &["list", "-f", "-", "--format", "json"],
            &["show", "london-1839", "-f", "-"],
            &["show", "london-1839", "-f", "-", "--format", "json"],
            &["check", "-"],
            &["check", "-", "--format", "json"],
        ];
        for arguments in answers {
            let (_, output, error) = answer_to(arguments, &source);
            for text in [output, error] {
                assert_eq!(obeyed(&text), None, "{payload:?} in {arguments:?}\n{text}");
            }
        }
    }
}

#[test]
fn nothing_of_an_argument_is_obeyed_in_a_message() {
    for payload in PAYLOADS {
        let name = format!("x{payload}");
        let flag = format!("--{payload}");
        let wrong: [&[&str]; 8] = [
            &["show", &name],
            &["list", "--country", &name],
            &["list", "--from", &name],
            &["list", "--status", &name],
            &["list", "--without-kind", &name],
            &[&flag],
            &["check", &name],
            &["frame", "--size", &name],
        ];
        for arguments in wrong {
            let (status, _, text) = answer(arguments);
            assert_ne!(status, 0, "{arguments:?}");
            assert_eq!(obeyed(&text), None, "{arguments:?}\n{text:?}");
        }
    }
}

#[test]
fn broken_toml_is_quoted_without_being_obeyed() {
    for payload in PAYLOADS {
        let (status, _, text) = answer_to(
            &["list", "-f", "-"],
            &format!("format = 1\ntitle = {payload}\n"),
        );
        assert_eq!(status, 1);
        assert_eq!(obeyed(&text), None, "{text:?}");
    }
}
