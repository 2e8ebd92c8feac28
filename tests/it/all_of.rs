//! What every event must have: told with "always" wherever a filter is told, and never where any of several will do.

use crate::common::process::{answer, feed, output, program};

/// Flags, and what the filter says of itself.
const FILTERS: [(&[&str], &str); 9] = [
    (&["--with-country", "belgium"], "always Belgium"),
    (
        &["--with-country", "belgium", "--with-country", "germany"],
        "always Belgium and Germany",
    ),
    (
        &["--country", "belgium", "--country", "germany"],
        "Belgium or Germany",
    ),
    (
        &["--with-role", "neutral", "--with-role", "violator"],
        "always as neutral and violator",
    ),
    (
        &["--with-status", "guaranteed"],
        "always permanent neutrality, guaranteed",
    ),
    (
        &["--with-linked", "6", "--with-linked", "8"],
        "always linked to ¶6 and ¶8",
    ),
    (
        &["--with-stance", "supports", "--with-stance", "complicates"],
        "always supports and complicates a claim",
    ),
    (
        &["--party", "germany:violator", "--party", "belgium:neutral"],
        "always Germany as violator and Belgium as neutral",
    ),
    (
        &[
            "--country",
            "france",
            "--with-country",
            "belgium",
            "--without-country",
            "germany",
        ],
        "France, always Belgium, not Germany",
    ),
];

#[test]
fn the_shell_says_always_of_what_is_required() {
    for (flags, words) in FILTERS {
        let (status, _, told) = answer(&[&["list", "--search", "xyzzy"], flags].concat());
        assert_eq!(status, 0, "{flags:?}");
        let expected = format!("neutrality: no event is left: {words}, with “xyzzy”\n");
        assert_eq!(told, expected, "{flags:?}");
    }
}

#[test]
fn a_document_says_so_too() {
    for (flags, words) in FILTERS {
        let document = output(
            &[
                &["export", "--format", "markdown", "--only", "timeline"],
                flags,
            ]
            .concat(),
        );
        let expected = format!(" of 290 events: {words}. Made by ");
        assert!(document.contains(&expected), "{flags:?}");
    }
}

#[test]
fn the_chips_say_so_and_lift_it() {
    for (flags, words) in FILTERS {
        let frame = |keys: &str| {
            let frame = ["frame", "--size", "120x24", "--keys", keys];
            output(&[&frame, flags].concat())
        };
        let (on, lifted) = (frame("3"), frame("3 x"));
        for part in words.split(", ") {
            // A long chip is cut.
            let begin: String = part.chars().take(40).collect();
            assert!(on.contains(&begin), "{part}: {on}");
        }
        assert!(!lifted.contains("always "), "{flags:?}: {lifted}");
    }
}

#[test]
fn the_command_of_the_view_requires_it_again() {
    let flags = ["--with-country=belgium", "--party=germany:violator"];
    let mut command = program(&[&["--linear", "--print-view"], &flags[..]].concat());
    let (status, answer, _) = feed(&mut command, "Q\n");
    assert_eq!(status, 0);
    let command = answer.lines().last().unwrap();
    assert!(command.ends_with(&flags.join(" ")), "{command}");
}
