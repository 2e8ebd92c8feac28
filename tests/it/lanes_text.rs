//! The lanes and the standings on the command line: the same as text and as JSON.

use crate::common::files::LANES;
use crate::common::process::{self, Answer};
use crate::common::snapshot::transcript;
use expect_test::{Expect, expect};

fn answer(arguments: &[&str]) -> Answer {
    process::answer(&[arguments, &["-f", LANES]].concat())
}

fn output(arguments: &[&str]) -> String {
    process::output(&[arguments, &["-f", LANES]].concat())
}

fn says(arguments: &[&str], expected: Expect) {
    let given = format!("neutrality {}", arguments.join(" "));
    transcript(&given, &output(arguments), expected);
}

#[test]
fn lanes_are_printed_at_a_width() {
    says(
        &["lanes", "--width", "72"],
        expect![[r#"
neutrality lanes --width 72
                    1850      1900      1950       2000
                     ╷         ╷         ╷          ╷
                     First World War   Second World War
 By treaty                        ┆    ┆
  Switzerland ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶ since 1815
  Belgium          ▇ T ▇▇▇▇▇▇▇▇▇▇▇✕╌   ┆                  violated 1914
                                  ┆    ┆
 Proposed or intended             ┆    ┆
  Ukraine                         ┆    ┆                ░ proposed 2022
                                  ┆    ┆
 By own act or policy             ┆    ┆
  Ireland                         ┆    ┆ ░ P ╍╍╍╍╍╍╍╍╍╍╍▶ since 1949
  Cambodia                        ┆    ┆   ░D━━           ended 1970
                                  ┆    ┆
 For one war                      ┆    ┆
  Denmark                         ╾╾   ┆                  ended 1919

 ▇▇ T guaranteed   ━━ D own act   ╍╍ P policy   ╾╾ one war
 ░░ proposed   ✕ violation   ╌╌ after it   ░ inexact   ▶ in force
"#]],
    );
}

#[test]
fn lanes_are_printed_in_ascii() {
    let found = output(&["lanes", "--width", "100", "--ascii"]);
    // The words of the endings keep their dot only where the terminal can draw one.
    assert!(found.is_ascii(), "{found}");
    assert!(found.contains("# T ####"), "{found}");
}

#[test]
fn at_a_date_every_status_is_told_with_what_stands_behind_it() {
    says(
        &["at", "1914-08-05"],
        expect![[r#"
neutrality at 1914-08-05
5 August 1914

Switzerland  Guaranteed
             guaranteed in 1815 by France · Prussia
             Swiss neutrality guaranteed, 20 November 1815 · Declaration

Belgium      Guaranteed
             violated 4 August 1914 by German Empire, a guarantor
             guaranteed in 1839 by France · Prussia
             Belgium neutralised, 19 April 1839 · Art. VII
             until 28 June 1919: Treaty of Versailles
             contested: Whether the treaty of 1919 ended it.

Denmark      In a war, possibly
             Danish neutrality, 1–8 August 1914
             until 28 June 1919: Treaty of Versailles

Ukraine      not yet: Istanbul communiqué, 29 March 2022
Ireland      not yet: Ireland stays out, 1949
Cambodia     not yet: Cambodian law, 1957 (?)

paris-1815: no source is named
london-1839: no source is named
denmark-1914: no source is named
"#]],
    );
    says(
        &["at", "1914", "--country", "be"],
        expect![[r#"
neutrality at 1914 --country be
1914

Belgium  Guaranteed
         in this year: violated 4 August 1914 by German Empire, a guarantor
         guaranteed in 1839 by France · Prussia
         Belgium neutralised, 19 April 1839 · Art. VII
         until 28 June 1919: Treaty of Versailles
         contested: Whether the treaty of 1919 ended it.

london-1839: no source is named
"#]],
    );
}

#[test]
fn at_a_bad_date_or_an_unknown_country_says_what_was_meant() {
    let check = |arguments: &[&str], expected: &str| {
        let (status, _, error) = answer(arguments);
        assert_eq!((status, error.trim_end()), (1, expected));
    };
    check(
        &["at", "8/4/1914"],
        "neutrality: '8/4/1914' is no date: it can be read in more than one way; \
         write it as '1914-04-08' (8 April 1914) or '1914-08-04' (4 August 1914)",
    );
    check(
        &["at", "1914", "--country", "belgum"],
        "neutrality: no country is called 'belgum'; did you mean 'Belgium'?",
    );
}

#[test]
fn the_same_in_json() {
    let json = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_str(&output(arguments)).unwrap()
    };
    let lanes = json(&["lanes", "--format", "json"]);
    assert_eq!(lanes["format"], 1);
    assert_eq!(lanes["lanes"].as_array().map(Vec::len), Some(6));
    assert_eq!(lanes["lanes"][1]["country"], "belgium");
    assert_eq!(lanes["lanes"][1]["standing"], "75 y · violated 1914");
    assert_eq!(
        lanes["lanes"][1]["spans"][0]["begins"]["event"],
        "london-1839"
    );
    let at = json(&["at", "1914-08-05", "--format", "json"]);
    assert_eq!(
        (&at["format"], &at["date"]["label"]),
        (&1.into(), &"5 August 1914".into())
    );
    let belgium = &at["statuses"][1];
    assert_eq!(
        (&belgium["status"], &belgium["holds"]),
        (&"guaranteed".into(), &"certain".into())
    );
    assert_eq!(belgium["guarantors"][1]["as"], "Prussia");
    assert_eq!(belgium["violated_by"][0]["certainty"], "certain");
    let absent = &at["statuses"][3];
    assert_eq!(
        (&absent["country"], &absent["status"]),
        (&"ireland".into(), &serde_json::Value::Null)
    );
}

/// Nothing but letters is foreign where ASCII is asked for.
#[test]
fn in_ascii_only_letters_are_foreign() {
    for arguments in [
        &["at", "2022-03-29", "--ascii"][..],
        &["lanes", "--ascii"],
        &["cases", "--ascii"],
        &["article", "--ascii"],
    ] {
        let printed = process::output(arguments);
        let foreign = |c: &char| !c.is_ascii() && !c.is_alphabetic();
        let found: std::collections::BTreeSet<char> = printed.chars().filter(foreign).collect();
        assert!(found.is_empty(), "{arguments:?} writes {found:?}");
        assert!(printed.lines().count() > 10, "{printed}");
    }
}
