use super::*;

fn report(source: &str, span: Range<usize>) -> Report {
    let faults = Faults::default();
    faults.error(
        &span,
        "no country is called `germny`",
        Some("did you mean `germany`?".to_owned()),
    );
    Report::new("a.toml", source.to_owned(), faults)
}

#[test]
fn a_fault_names_its_position_and_a_suggestion() {
    let report = report("format = 1\nparty = \"germny\"\n", 19..27);
    assert_eq!(
        report.lines(),
        "a.toml:2:9: no country is called `germny`; did you mean `germany`?\n"
    );
    assert_eq!(
        report.render(false, false).trim_end(),
        "error: no country is called `germny`\n --> a.toml:2:9\n  |\n2 | party = \"germny\"\n  |         ^^^^^^^^\n  |\n  = help: did you mean `germany`?"
    );
}

#[test]
fn lines_and_columns_are_counted_from_one_and_columns_in_characters() {
    let check = |source: &str, at: usize, expected: (usize, usize)| {
        let report = report(source, at..at + 1);
        assert_eq!(report.position(&report.faults[0]), expected, "{source:?}");
        // Also of a fault whose line the report has not counted when it was made.
        let other = self::report(source, 0..0);
        let fault = &report.faults[0];
        assert_eq!(other.position(fault), expected, "{source:?}");
    };
    check("a", 0, (1, 1));
    check("abc", 2, (1, 3));
    check("a\nbc", 2, (2, 1));
    check("a\nbc", 3, (2, 2));
    check("é\nüx\n\ny", 5, (2, 2));
    check("é\nüx\n\ny", 8, (4, 1));
}

#[test]
fn what_the_file_holds_never_reaches_the_terminal_raw() {
    let rendered = report("x = \"\u{1b}]0;owned\u{7}\u{202e}\"", 4..8).render(false, false);
    assert!(
        !rendered
            .chars()
            .any(|c| c.is_control() && c != '\n' || c == '\u{202e}'),
        "{rendered:?}"
    );
}

#[test]
fn a_very_long_line_is_shown_in_part() {
    let source = format!("x = \"{}\"", "y".repeat(100_000));
    assert!(report(&source, 50_000..50_010).render(false, false).len() < 2_000);
}

#[test]
fn a_file_of_nothing_but_faults_is_reported_in_part_and_counted_in_full() {
    let faults = Faults::default();
    for at in 0..1500 {
        faults.warning(&(at..at + 1), "a warning", None);
    }
    faults.error(&(2000..2001), "an error", None);
    let report = Report::new("a.toml", "\n".repeat(3000), faults);
    assert_eq!(report.tally(), "1 error, 1500 warnings");
    let rendered = report.render(false, false);
    assert!(
        rendered.ends_with("and 1401 more faults\n\n"),
        "{}",
        &rendered[rendered.len() - 200..]
    );
}

#[test]
fn an_error_is_told_however_many_warnings_stand_before_it() {
    let report = |warnings: usize| {
        let faults = Faults::default();
        for at in 0..warnings {
            faults.warning(&(at..at + 1), "a warning", None);
        }
        faults.error(&(2000..2001), "an error", None);
        Report::new("a.toml", "\n".repeat(3000), faults)
    };
    for warnings in [0, 99, 100, 999, 1000, 1500] {
        let report = report(warnings);
        assert!(
            report.render(false, false).contains("an error"),
            "{warnings}"
        );
        assert!(report.faults.len() <= MOST, "{warnings}");
    }
    let errors = |warnings| report(warnings).render_errors();
    assert!(errors(0).starts_with("error: an error\n"), "{}", errors(0));
    assert!(errors(0).ends_with("\n\n1 error"), "{}", errors(0));
    let expected = "\n\n1 error, 2 warnings; `neutrality check` lists them";
    assert!(errors(2).ends_with(expected), "{}", errors(2));
    assert!(!errors(2).contains("a warning"));
}

#[test]
fn a_fault_at_the_end_of_the_file_or_past_it_is_still_reported() {
    for span in [0..0, 3..3, 90..99] {
        assert!(report("é\n", span).render(false, false).contains("germny"));
    }
}
