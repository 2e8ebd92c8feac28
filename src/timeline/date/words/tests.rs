use super::*;

#[test]
fn words_are_read_as_exactly_as_they_are_written() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = meanings(text, None).written();
        assert_eq!(found, [expected], "{text}");
    }
    for (text, expected) in [
        ("1914-08-04", "1914-08-04"),
        ("4 August 1914", "1914-08-04"),
        ("4th August 1914", "1914-08-04"),
        ("4th of August, 1914", "1914-08-04"),
        ("August 4, 1914", "1914-08-04"),
        ("Tuesday, 4 August 1914", "1914-08-04"),
        ("on 4 Aug. 1914", "1914-08-04"),
        ("1914 August 4", "1914-08-04"),
        ("4-Aug-1914", "1914-08-04"),
        ("4.8.1914", "1914-08-04"),
        ("4.VIII.1914", "1914-08-04"),
        ("4 VIII 1914", "1914-08-04"),
        ("13/8/1914", "1914-08-13"),
        ("8/13/1914", "1914-08-13"),
        ("1914/08/04", "1914-08-04"),
        ("1914-8-4", "1914-08-04"),
        ("1914-08-00", "1914-08"),
        ("1914-00-00", "1914"),
        ("+1914-08-04", "1914-08-04"),
        ("1914.08", "1914-08"),
        ("19140804", "1914-08-04"),
        ("4. August 1914", "1914-08-04"),
        ("4 août 1914", "1914-08-04"),
        ("24 серпня 1991", "1991-08-24"),
        ("Aug. 1914", "1914-08"),
        ("in August 1914", "1914-08"),
        ("März 1914", "1914-03"),
        ("8/1914", "1914-08"),
        ("early 1914", "1914"),
        ("1914.0", "1914"),
        ("(1914)", "1914"),
        ("1830s", "183X"),
        ("1830s (decade)", "183X"),
        ("1900s (decade)", "190X"),
        ("the 1830's", "183X"),
        ("mid-1830s", "183X"),
        ("1800s", "18XX"),
        ("19th century", "18XX"),
        ("19th c.", "18XX"),
        ("18th C", "17XX"),
        ("early 18th c.", "17XX"),
        ("nineteenth century", "18XX"),
        ("XIX century", "18XX"),
        ("19th c.", "18XX"),
        ("late 19th c.", "18XX"),
        ("c. 19th c.", "18XX~"),
        ("XIX c.", "18XX"),
        ("5th c. BC", "[-0499..-0400]"),
        ("18th–19th c.", "17XX/18XX"),
        ("1914 on", "1914/.."),
        ("4 August 1914 on", "1914-08-04/.."),
        ("southern summer 1914 on", "1914-30/.."),
        ("winter 1939/40", "1939-24"),
        ("winter 1939–40", "1939-24"),
        ("Winter 1939-1940", "1939-24"),
        ("winter 1899/1900", "1899-24"),
        ("c. winter 1939/40", "1939-24~"),
        ("winter 1939/40?", "1939-24?"),
        ("southern summer 1914–15", "1914-30"),
        ("winter 1939–1941", "1939-24/1941"),
        ("winter 1939 – 1940", "1939-24/1940"),
        ("winter 1939 to 1940", "1939-24/1940"),
        ("autumn 1939/40", "1939-23/1940"),
        ("first half of the 19th century", "18XX"),
        ("2nd millennium", "1XXX"),
        ("spring 1947", "1947-21"),
        ("southern spring 1947", "1947-29"),
        ("c. Southern Winter 1914", "1914-32~"),
        ("Fall of 1939", "1939-23"),
        ("Q3 1914", "1914-35"),
        ("third quarter of 1914", "1914-35"),
        ("second half of 1914", "1914-41"),
    ] {
        check(text, expected);
    }
}

/// Whatever the program calls a date can be typed back, and means the same days.
#[test]
fn a_label_is_read_back() {
    for written in [
        "1839-04-19",
        "1914-08",
        "1914",
        "183X",
        "190X",
        "19XX",
        "00XX",
        "1XXX",
        "0XXX",
        "1950S1",
        "1950S2",
        "1950S3",
        "1914-08-XX",
        "1914-XX",
        "1914-XX-XX",
        "1560-XX-25",
        "XXXX",
        "XXXX-12",
        "XXXX-12-21",
        "XXXX-XX-21",
        "19X4",
        "X914",
        "1984-1X",
        "1984-12-2X",
        "1984-X2",
        "1984-12-3X",
        "{..1984}",
        "[..1984]",
        "{1984..}",
        "[1984..]",
        "{1914,1916}",
        "[1914,1916]",
        "[1914..1918]",
        "1914/1918",
        "1914-08-02/1914-08-04",
        "1984/..",
        "../1984",
        "1907~",
        "1917?",
        "1917%",
        "-0043",
        "0079",
        "008X",
        "-0043-03-15",
        "-0043/0014",
        "1947-21",
        "1914-35",
    ] {
        let date = HistoricDate::parse(written).unwrap();
        let label = date.label();
        let back = read(&label).unwrap_or_else(|fault| panic!("{written}, {label}: {fault}"));
        assert_eq!(
            (back.earliest(), back.latest()),
            (date.earliest(), date.latest()),
            "{written}, {label}: {}",
            back.written()
        );
    }
}

#[test]
fn eras_are_read() {
    let check = |text: &str, expected: &str| {
        assert_eq!(meanings(text, None).written(), [expected], "{text}");
    };
    check("44 BC", "-0043");
    check("44 B.C.", "-0043");
    check("44BCE", "-0043");
    check("15 March 44 BC", "-0043-03-15");
    check("March 44 BC", "-0043-03");
    check("c. 44 BC", "-0043~");
    check("AD 79", "0079");
    check("A.D. 79", "0079");
    check("79 CE", "0079");
    check("24 August 79 AD", "0079-08-24");
    check("August 24, AD 79", "0079-08-24");
    check("1 BC", "0000");
    check("500–400 BC", "-0499/-0399");
    check("500-400 BC", "-0499/-0399");
    check("500 to 400 BCE", "-0499/-0399");
    check("44 BC – AD 14", "-0043/0014");
    check("AD 50–79", "0050/0079");
    check("50–79 CE", "0050/0079");
    check("c. 500–400 BC", "-0499~/-0399~");
    check("5th century BC", "[-0499..-0400]");
    check("1st century BC", "[-0099..0000]");
    check("5th–4th century BC", "-0499/-0300");
    check("5th c. BC", "[-0499..-0400]");
    check("c. 5th–4th c. BC", "-0499~/-0300~");
    check("40s BC", "[-0048..-0039]");
    check("1700s BC", "[-1798..-1699]");
    check("before 44 BC", "[..-0044]");
    check("after 44 BC", "[-0042..]");
    check("44 v. Chr.", "-0043");
}

#[test]
fn bounds_mean_what_they_say() {
    let check = |text: &str, expected: &str| {
        assert_eq!(meanings(text, None).written(), [expected], "{text}");
    };
    check("before 1914", "[..1913]");
    check("before August 1914", "[..1914-07]");
    check("before 1 August 1914", "[..1914-07-31]");
    check("before spring 1914", "[..1914-02]");
    check("before the 1830s", "[..1829]");
    check("pre-1914", "[..1913]");
    check("before c. 1914", "[..1913~]");
    check("after 1914", "[1915..]");
    check("after 31 December 1914", "[1915-01-01..]");
    check("after the 19th century", "[1900..]");
    check("by 1914", "[..1914]");
    check("no later than 1914", "[..1914]");
    check("1914 or earlier", "[..1914]");
    check("not before 1914", "[1914..]");
    check("1914 or later", "[1914..]");
    check("1914 and later", "1914/..");
    check("1914 and before", "../1914");
    check("since 1955", "1955/..");
    check("from 1955", "1955/..");
    check("from 1955 onwards", "1955/..");
    check("1955–present", "1955/..");
    check("1955–", "1955/..");
    check("until 1955", "../1955");
    check("1955–?", "1955/");
    check("c. 1914–1918", "1914~/1918~");
    check("c. 1914 – c. 1918", "1914~/1918~");
    check("1914–c. 1918", "1914/1918~");
    check("1914?–1918", "1914?/1918");
    check("August 2–4, 1914", "1914-08-02/1914-08-04");
    check("August 2nd–4th, 1914", "1914-08-02/1914-08-04");
    check("2nd–4th August 1914", "1914-08-02/1914-08-04");
    check("August 2 and 4, 1914", "{1914-08-02,1914-08-04}");
    check(
        "August 2, 3 or 5, 1914",
        "[1914-08-02,1914-08-03,1914-08-05]",
    );
    check(
        "August 2, 1914 or August 3, 1914",
        "[1914-08-02,1914-08-03]",
    );
    check("July, 1914 or August, 1914", "[1914-07,1914-08]");
    check("between 1914 and 1918", "[1914..1918]");
    check("1914×1918", "[1914..1918]");
    check("500×401 BC", "[-0499..-0400]");
    check("Feb×Mar 1915", "[1915-02..1915-03]");
    check("between c. 1914 and 1918", "1914~/1918~");
    check("Between 47 and 50", "[0047..0050]");
    check("between 4 and 6 August 1914", "[1914-08-04..1914-08-06]");
    check("1914 or 1915", "[1914,1915]");
    check("4 or 5 August 1914", "[1914-08-04,1914-08-05]");
    check("1914, 1916 and 1917", "{1914,1916,1917}");
}

#[test]
fn ranges_and_doubts_are_read() {
    let check = |text: &str, expected: &str| {
        assert_eq!(meanings(text, None).written(), [expected], "{text}");
    };
    check("c. 1907", "1907~");
    check("c.1907", "1907~");
    check("ca. 1907", "1907~");
    check("~ 1907", "1907~");
    check("circa August 1914", "1914-08~");
    check("1907 (?)", "1907?");
    check("1907 ?", "1907?");
    check("probably August 1914", "1914-08?");
    check("c. 1907?", "1907%");
    check("1914-18", "1914/1918");
    check("1914–18", "1914/1918");
    check("1914/15", "1914/1915");
    check("1914–5", "1914/1915");
    check("1805–6", "1805/1806");
    check("AD 5–9", "0005/0009");
    check("4 August 1914 – 5", "1914-08-04/1914-08-05");
    check("1905–07", "1905/1907");
    check("1914–1918", "1914/1918");
    check("1914 to 1918", "1914/1918");
    check("from 1914 to 1918", "1914/1918");
    check("1830s–40s", "183X/184X");
    check("18th to 19th century", "17XX/18XX");
    check("4–6 August 1914", "1914-08-04/1914-08-06");
    check("August 4–6, 1914", "1914-08-04/1914-08-06");
    check("28 July – 4 August 1914", "1914-07-28/1914-08-04");
    check("28.7.1914 - 4.8.1914", "1914-07-28/1914-08-04");
    check("1914-08-04 - 1914-08-06", "1914-08-04/1914-08-06");
    check("1914-08/09", "1914-08/1914-09");
    check("July–August 1914", "1914-07/1914-08");
    check("July 1914 – 1918", "1914-07/1918");
    check("late 1914 – early 1915", "1914/1915");
}

#[test]
fn what_can_be_read_in_two_ways_gives_both() {
    let check = |text: &str, order: Option<FigureOrder>, expected: &[&str]| {
        assert_eq!(meanings(text, order).written(), expected, "{text}");
    };
    check("8/4/1914", None, &["1914-04-08", "1914-08-04"]);
    check("8/4/1914", Some(FigureOrder::DayFirst), &["1914-04-08"]);
    check("8/4/1914", Some(FigureOrder::MonthFirst), &["1914-08-04"]);
    check("4/4/1914", None, &["1914-04-04"]);
    check("1905-07", None, &["1905-07", "1905/1907"]);
    check("1905/07", None, &["1905-07", "1905/1907"]);
    check("1998-07", None, &["1998-07"]);
    check("1914-5", None, &["1914-05", "1914/1915"]);
    check("1914/5", None, &["1914-05", "1914/1915"]);
    check("1914-4", None, &["1914-04"]);
    check("1826-31", None, &["1826-31", "1826/1831"]);
    check("-44", None, &["-0043", "-0044"]);
}

#[test]
fn a_time_of_day_is_cut_off_and_said() {
    let check = |text: &str, expected: &str| {
        let reading = meanings(text, Some(FigureOrder::MonthFirst));
        assert_eq!(
            (reading.written(), reading.has_time),
            (vec![expected.to_owned()], true),
            "{text}"
        );
        assert!(read(text).is_err(), "{text}");
    };
    check("1914-08-04T12:30:00", "1914-08-04");
    check("1914-08-04T12:30:00.000Z", "1914-08-04");
    check("1914-08-04T12:30:00+02:00", "1914-08-04");
    check("1914-08-04 12:30:00", "1914-08-04");
    check("-0043-03-15T00:00:00Z", "-0043-03-15");
    check("8/4/1914 12:30:00 PM", "1914-08-04");
    check("4 August 1914, 19:00", "1914-08-04");
    check("Aug 4 1914 09:00:00 GMT", "1914-08-04");
    check("Tue Aug 04 1914 12:30:00 GMT+0100 (CET)", "1914-08-04");
    check("Tue Aug 04 12:30:00 UTC 1914", "1914-08-04");
    check(
        "1914-08-04 12:30 - 1914-08-05 13:00",
        "1914-08-04/1914-08-05",
    );
}

#[test]
fn what_is_no_date_has_no_reading() {
    for text in [
        "",
        "...",
        "1914-09/....",
        ".../1914",
        "soon",
        "the war",
        "after the war",
        "99 August 1914",
        "1914-08-99",
        "31 February 1914",
        "12",
        "30s",
        "May",
        "4 August",
        "4 August 14",
        "8/4/14",
        "0 BC",
        "1918-1914",
        "44 BC–14",
        "19:00",
        "1914 1915",
        "12345",
        "Q5 1914",
        "August August 1914",
        "century",
        "April fools of 1914",
        "?",
        "c.",
        "1066x",
        "1914.5",
        "1914–05",
        "1914–4",
        "1914, 1916",
        "19,14",
        "Y1914",
        "0000-00-00",
    ] {
        assert_eq!(meanings(text, None).written(), [] as [String; 0], "{text}");
    }
}
