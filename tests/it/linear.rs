//! The reader in lines: what is typed, what is said, and what never is.

use crate::common::files;
use crate::common::process::{Answer, feed, program};
use crate::common::reader::open;
use crate::common::texts::{SHIPPED, SMALL, TOURS};
use expect_test::expect;
use neutrality::linear::Linear;

/// What is said after each of the lines, each answer beginning with its line behind "> ".
fn printed(columns: usize, lines: &[&str]) -> String {
    let mut linear = Linear::new(open(SMALL, 80, 24), columns);
    let mut printed = linear.open().text;
    for line in lines {
        printed.clear();
        let answer = linear.take(line);
        printed.push_str(&answer.text);
    }
    printed
}

/// What is said after the last of the lines, which are parted by bars.
#[track_caller]
fn check(lines: &str, expected: &str) {
    let lines: Vec<&str> = lines.split('|').collect();
    let printed = printed(80, &lines);
    assert_eq!(
        printed.trim_end(),
        expected.trim(),
        "\nafter {lines:?}:\n{printed}"
    );
}

/// A part of what is said after the last of the lines.
#[track_caller]
fn check_part(lines: &str, expected: &str) {
    let lines: Vec<&str> = lines.split('|').collect();
    let printed = printed(80, &lines);
    assert!(
        printed.contains(expected),
        "\nafter {lines:?} no {expected:?} in\n{printed}"
    );
}

#[test]
fn it_begins_with_what_is_read_and_what_can_be_typed() {
    let answer = Linear::new(open(SMALL, 80, 24), 80).open();
    assert!(!answer.ended);
    expect![[r#"
        Small neutralities

        Timeline · 9 events
        *  1  20 Nov 1815 · The powers guarantee Switzerland · ¶6
           2  1831 · Articles for Belgium
           3  19 Apr 1839 · Treaties of London: Belgium neutralised · ¶6
           4  11 May 1867 · Treaty of London: Luxembourg neutralised · ¶6
           5  2 Aug 1914 · Germany occupies Luxembourg · ¶8
           6  4 Aug 1914 · Germany invades Belgium · ¶8
           7  28 Jun 1919 · Treaty of Versailles: the titles end
           8  1 Jul 2010 · Ukraine’s law on non-bloc status · ¶14
           9  23 Dec 2014 · The non-bloc status is given up

        Type a number, or: j move, Enter read, / search, : ask, f filter, c country,
        w violation, y y copy, s sources, a claims, ] next in the article, q quit,
        ? help
    "#]]
    .assert_eq(&answer.text);
}

#[test]
fn a_number_opens_an_event_and_back_returns_to_the_list() {
    check_part("2", "Event 2 of 9\n");
    check_part("2|back", "Timeline · 9 events\n");
    check_part("2|q", "Timeline · 9 events\n");
    check_part("2|back", "*  1  20 Nov 1815");
    check_part("j|", "Event 2 of 9\n");
    check_part("j||back", "*  2  1831 · Articles for Belgium");
}

#[test]
fn only_what_changed_is_said() {
    check("j", "*  2  1831 · Articles for Belgium");
    check("G|j", "nothing changed");
    // The key itself is what a terminal that reads lines sends for it, and an arrow begins with the same.
    for leave in ["Esc", "esc", "q", "\u{1b}", "\u{1b}[A", "  \u{1b}"] {
        check(
            &format!("?|{leave}"),
            "Timeline · 9 events\n*  1  20 Nov 1815 · The powers guarantee Switzerland · ¶6",
        );
    }
    check("T", "nothing changed");
}

#[test]
fn the_links_of_a_page_have_numbers() {
    check_part(
        "london-1839",
        "Guarantors   Great Britain [2] · Prussia [3]\n",
    );
    check_part(
        "london-1839|2",
        "] and [ now walk 2 events of United Kingdom",
    );
    check_part("london-1839|j", "*  1  Belgium");
    check_part(
        "london-1839|",
        "*  3  19 Apr 1839 · Treaties of London: Belgium neutralised",
    );
}

#[test]
fn names_lead_to_what_they_name() {
    check_part("lanes", "Lanes · 20 November 1815");
    check_part("article", "Article · ");
    check("cases", "no cases to compare");
    check_part("london-1839", "Event 3 of 9");
    check_part(":1914-08", "2 Aug 1914");
    check_part("belgium 1914-08-01", "Lanes · 1 August 1914 · Belgium\n");
    check_part("next violation of a neutrality", "*  5  ");
}

#[test]
fn what_can_mean_several_things_is_asked_about() {
    check_part(
        "treaty",
        "Go to or do: treaty\n*  1  event: Treaty of London",
    );
    check_part("treaty|2", "Event 7 of 9\n");
    check_part("treaty|esc", "Timeline · 9 events\n*  1  ");
}

#[test]
fn a_line_that_means_nothing_names_what_is_near() {
    check(
        "xyzzy",
        "nothing is called “xyzzy”; try 1914-08, ¶6 or a country",
    );
    check("Z", "“Z” means nothing here; ? lists what does");
    check(
        "99",
        "the numbers here go from 1 to 9; a date is typed after a colon, as :1914",
    );
    check("c atlantis", "no country is called “atlantis”");
}

#[test]
fn filters_are_made_by_number_and_by_name() {
    check_part("c belgium", "Timeline · 4 of 9 events · Belgium\n");
    check_part("c belgium|x", "Timeline · 9 events\n");
    check_part(
        "f|violation|1",
        "Filter by Violation · 2 of 9 events · violation by a guarantor\n",
    );
    check_part(
        "f|violation|1|",
        "Timeline · 2 of 9 events · violation by a guarantor\n",
    );
    check_part(
        "f|violation|-1",
        "Filter by Violation · 7 of 9 events · no violation by a guarantor\n",
    );
    check_part(
        "f|time|1|1914..1913",
        "as 1914..1918 · it ends before\nit begins; write 1913..1914\n",
    );
    check_part(
        "f|time|1|1914..1918",
        "Filter by Time · 2 of 9 events · 1914–1918\n",
    );
    for narrowing in ["belg", "/belg", "/ belg", "/|belg"] {
        check_part(
            &format!("f|{narrowing}"),
            "Filter by Country: belg · 9 events\n*  1  Belgium · 4 events\n",
        );
        check_part(
            &format!("f|{narrowing}|"),
            "Timeline · 4 of 9 events · Belgium\n",
        );
    }
    check(
        "f|nowhere",
        "no facet and no value of this one is called “nowhere”",
    );
}

#[test]
fn a_long_list_is_said_ten_by_ten() {
    let mut linear = Linear::new(open(SHIPPED, 80, 24), 80);
    let mut say = |line: &str| linear.take(line).text;
    assert!(say("article").contains("  10  ¶10 "));
    let more = say("more");
    assert!(
        more.starts_with("  11  ¶11 ") && more.lines().count() == 9,
        "{more}"
    );
    assert_eq!(say("more"), "these were the last\n");
    assert!(say("less").ends_with("(9 more: type more)\n"));
    assert_eq!(say("less"), "these were the first\n");
    // A number counts whether it is in sight or not.
    assert!(say("19").starts_with("Article · passage 19 of 19\n"));
    assert!(say("more").starts_with("all of it has been said"));
}

#[test]
fn a_case_is_asked_question_by_question() {
    let mut linear = Linear::new(open(SHIPPED, 80, 24), 80);
    let mut say = |line: &str| linear.take(line).text;
    assert!(say("cases").starts_with("Case 1 of 9 · Switzerland 1815\n"));
    assert!(say("End").starts_with("Case 9 of 9 · Ukraine 2022, as proposed\n"));
    let evidence = say("9");
    assert!(
        evidence.contains("Russia, named as a guarantor, had taken Crimea in 2014"),
        "{evidence}"
    );
    assert!(
        evidence.contains("24 Feb 2022  Russia invades Ukraine² [5]"),
        "{evidence}"
    );
    assert!(say("2").starts_with("Event "));
    assert!(say("back").starts_with("Case 9 of 9 · Ukraine 2022, as proposed · evidence\n"));
    assert!(say("back").starts_with("Case 9 of 9 · Ukraine 2022, as proposed\n"));
}

#[test]
fn a_claim_leads_to_its_event_and_back() {
    check_part("article|1|1", "Event 1 of 9");
    check_part("article|1|1|back", "Article · passage 1 of ");
}

/// The real program with these lines on standard input.
fn answer(arguments: &[&str], input: &str) -> Answer {
    let arguments = [&["--linear"], arguments, &[files::SMALL]].concat();
    feed(program(&arguments).env("COLUMNS", "60"), input)
}

#[test]
fn a_pipe_is_answered_line_by_line_without_an_escape_and_its_end_is_the_end() {
    for (input, last) in [
        ("2\nq\nq\n", "> q\n"),
        ("2\n", "> \n"),
        ("", "> \n"),
        ("3", "> \n"),
    ] {
        let (status, printed, _) = answer(&[], input);
        assert_eq!(status, 0, "{printed}");
        assert!(printed.ends_with(last), "{input:?}: {printed}");
        assert!(
            !printed.contains('\x1b') && !printed.contains('\r'),
            "{printed}"
        );
        assert!(
            printed.lines().all(|line| line.chars().count() <= 60),
            "{printed}"
        );
    }
}

#[test]
fn the_flags_of_the_reader_hold_in_lines_too() {
    let printed = |arguments: &[&str]| answer(arguments, "").1;
    assert!(printed(&["--country", "belgium"]).contains("Timeline · 4 of 9 events · Belgium"));
    assert!(printed(&["--view", "article"]).contains("Article · "));
    assert!(printed(&["--at", "1914-08"]).contains("*  5  2 Aug 1914"));
    assert!(printed(&["--ascii", "--country", "belgium"]).is_ascii());
}

#[test]
fn hostile_lines_are_harmless() {
    let input = "\x1b[31m\n\u{202e}evil\n:\x07\n/\x1b]0;x\x07\n99999999999999999999999\n-0\nf\n-0\n-9\nesc\n\0\n";
    let (status, printed, _) = answer(&[], &format!("{input}{}\nQ\n", "x".repeat(9000)));
    assert_eq!(status, 0);
    assert!(
        !printed.contains(['\x1b', '\x07', '\u{202e}', '\0']),
        "{printed:?}"
    );
}

/// What follows the lines where nothing was asked for on the command line.
#[track_caller]
fn before_events(lines: &[&str], expected: &str) {
    let mut app = open(TOURS, 80, 24);
    app.start_before_events();
    let mut linear = Linear::new(app, 80);
    let mut text = linear.open().text;
    for line in lines {
        text = linear.take(line).text;
    }
    assert!(
        text.contains(expected),
        "after {lines:?} no {expected:?} in\n{text}"
    );
}

#[test]
fn the_timeline_as_a_whole_is_told_first_and_has_a_page() {
    before_events(
        &[],
        "One argument is weighed, and no verdict is passed: On promises, A. Author",
    );
    before_events(&[], "Timeline · 9 events\n   1  20 Nov 1815");
    before_events(&["1"], "Event 1 of 9\n20 November 1815");
    before_events(&["down"], "*  1  20 Nov 1815");
    before_events(
        &["about"],
        "About this timeline\nSmall neutralities, 1815–2014",
    );
    before_events(&["about"], "  What the promises were worth [2]");
    before_events(
        &["about", "2"],
        "Stop 1 of 4 · What the promises were worth",
    );
    before_events(&["space"], "Stop 1 of 4 · What the promises were worth");
    before_events(&["about", "5"], "1 August 1914");
    before_events(&["y y"], "this page is about all events");
}

#[test]
fn keys_that_belong_together_need_nothing_between_them() {
    for (apart, together) in [("y t", "yt"), ("y i", "yi"), ("y v", "yv"), ("y f", "yf")] {
        let expected = printed(80, &["1", apart]);
        assert!(!expected.contains("nothing is called"), "{expected}");
        assert_eq!(printed(80, &["1", together]), expected, "{together}");
    }
    check("qx", "nothing is called “qx”; the nearest is q");
}

#[test]
fn what_numbers_make_too_long_is_wrapped_anew_and_no_row_holds_only_a_dot() {
    let mut linear = Linear::new(open(SHIPPED, 80, 24), 80);
    linear.open();
    for number in 1..=290 {
        let page = linear.take(&number.to_string()).text;
        for row in page.lines() {
            let starts = row.trim_start().starts_with('·');
            assert!(!starts, "event {number}: {row:?} in\n{page}");
        }
        linear.take("q");
    }
}

#[test]
fn a_leap_says_the_event_itself() {
    let mut linear = Linear::new(open(SHIPPED, 80, 24), 80);
    linear.open();
    let leapt = linear.take("w").text;
    assert!(leapt.contains("Violator"), "{leapt}");
    assert!(!leapt.contains("more: type more"), "{leapt}");
    let again = linear.take("w").text;
    assert!(again.contains("Event "), "{again}");
}

#[test]
fn a_country_named_among_the_cases_is_its_case() {
    let mut linear = Linear::new(open(SHIPPED, 80, 24), 80);
    linear.take("cases");
    let found = linear.take("luxembourg").text;
    assert!(
        found.contains("Luxembourg") && found.contains("Case "),
        "{found}"
    );
}

#[test]
fn a_key_is_no_answer_to_a_prompt_and_a_step_in_time_is_said() {
    let mut linear = Linear::new(open(SHIPPED, 80, 24), 80);
    linear.open();
    linear.take("next");
    let found = linear.take("]").text;
    assert!(!found.contains("nothing is called"), "{found}");
    assert!(found.contains("Event "), "{found}");
    linear.take("lanes");
    let check = |linear: &mut Linear, key: &str, expected: &str| {
        let stepped = linear.take(key).text;
        assert!(stepped.starts_with(expected), "{key}: {stepped}");
    };
    check(&mut linear, "l", "5 years later\n");
    check(&mut linear, "h", "5 years earlier\n");
    check(&mut linear, ".", "1 day later\n");
}
