//! The examples of the Library of Congress: taken as the specification has them, or refused as the format says.

use std::fmt::Write as _;

use neutrality::timeline::HistoricDate;

use crate::common::process::answer_to;
use crate::common::snapshot;

const EXAMPLES: [&str; 64] = [
    "1985-04-12",
    "1985-04",
    "1985",
    "1985-04-12T23:20:30",
    "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30-04",
    "1985-04-12T23:20:30+04:30",
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005-02-08",
    "2004-02-01/2005-02",
    "2004-02-01/2005",
    "2005/2006-02",
    "Y170000002",
    "Y-170000002",
    "2001-21",
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "201X",
    "20XX",
    "2004-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "1985-04-12/..",
    "1985-04/..",
    "1985/..",
    "../1985-04-12",
    "../1985-04",
    "../1985",
    "1985-04-12/",
    "1985-04/",
    "1985/",
    "/1985-04-12",
    "/1985-04",
    "/1985",
    "-1985",
    "Y-17E7",
    "1950S2",
    "Y171010000S3",
    "Y3388E2S3",
    "2001-34",
    "[1667,1668,1670..1672]",
    "[..1760-12-03]",
    "[1760-12..]",
    "[1760-01,1760-02,1760-12..]",
    "[1667,1760-12]",
    "[..1984]",
    "{1667,1668,1670..1672}",
    "{1960,1961-12}",
    "{..1984}",
    "2004-06-11%",
    "2004-06~-11",
    "2004?-06-11",
    "?2004-06-~11",
    "2004-%06-11",
    "156X-12-25",
    "15XX-12-25",
    "XXXX-12-XX",
    "1XXX-XX",
    "1XXX-12",
    "1984-1X",
    "2004-06-~01/2004-06-~20",
    "2004-06-XX/2004-07-03",
];

#[test]
fn every_example_is_taken_or_refused_as_the_format_says() {
    let mut answers = String::new();
    for written in EXAMPLES {
        let answer = match HistoricDate::parse(written) {
            Ok(date) => {
                assert_eq!(date.written(), written);
                date.label()
            }
            Err(fault) => format!("no: {}", fault.reason),
        };
        writeln!(answers, "{written:<28} {answer}").unwrap();
    }
    snapshot::file("tests/data/edtf.txt", &answers);
}

/// Two events on either side of the first year, and one before a bound.
const ROME: &str = r#"
format = 1
[timeline]
title = "Rome"
[[events]]
id = "ides"
date = "-0043-03-15"
title = "The ides of March"
[[events]]
id = "death-of-augustus"
date = "0014-08-19"
title = "The death of Augustus"
[[events]]
id = "before-vesuvius"
date = "[..0078]"
title = "A house is built"
"#;

#[test]
fn dates_are_understood_in_words_wherever_they_are_typed() {
    let check = |arguments: &[&str], expected: &str| {
        let (status, answer, error) = answer_to(arguments, ROME);
        assert!(
            answer.contains(expected) || error.contains(expected),
            "{arguments:?} {status}: {answer}{error}"
        );
    };
    check(&["list", "-f", "-", "--to", "-0008"], "ides of March");
    check(
        &["list", "-f", "-", "--from", "-0043-03-15", "--to", "44 BC"],
        "ides of March",
    );
    check(&["list", "-f", "-", "--from", "AD 14"], "death of Augustus");
    check(
        &["list", "-f", "-", "--from", "before 44 BC"],
        "ides of March",
    );
    check(
        &["list", "-f", "-", "--from", "-44"],
        "write it as '-0043' (44 BC) or '-0044' (45 BC)",
    );
    check(
        &["list", "-f", "-", "--from", "1/2/14"],
        "'1/2/14' is no date",
    );
    check(&["frame", "-f", "-", "--at", "-0043"], "Rome");
}

#[test]
fn every_place_that_says_a_year_says_its_era() {
    let (_, document, _) = answer_to(&["export", "-f", "-", "--format", "markdown"], ROME);
    for line in [
        "3 events from 44 BC to AD 78.",
        "### 40s BC",
        "### AD 10s",
        "### AD 70s",
    ] {
        assert!(document.contains(line), "{line}\n{document}");
    }
    let (_, frame, _) = answer_to(&["frame", "-f", "-", "--size", "100x30"], ROME);
    for part in ["44 BC – AD 78", "15 Mar 44 BC", "19 Aug AD 14"] {
        assert!(frame.contains(part), "{part}\n{frame}");
    }
}
