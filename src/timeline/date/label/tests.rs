use super::*;
use crate::timeline::date::julian::Calendar;

fn check(written: &str, long: &str, short: &str) {
    let date = HistoricDate::parse(written).unwrap_or_else(|fault| panic!("{written}: {fault:?}"));
    assert_eq!(
        (date.label(), date.short_label()),
        (long.to_owned(), short.to_owned()),
        "{written}"
    );
}

#[test]
fn a_label_is_as_exact_as_the_date() {
    check("1839-04-19", "19 April 1839", "19 Apr 1839");
    check("1815-11", "November 1815", "Nov 1815");
    check("1815", "1815", "1815");
    check("186X", "1860s", "1860s");
    check("190X", "1900s (decade)", "1900s (decade)");
    check("191X", "1910s", "1910s");
    check("18XX", "19th century", "19th century");
    check("19XX", "20th century", "20th century");
    check("20XX", "21st century", "21st century");
    check("12XX", "13th century", "13th century");
    check("1947-21", "spring 1947", "spring 1947");
    check("1947-27", "autumn 1947", "autumn 1947");
    check("1947-29", "southern spring 1947", "southern spring 1947");
    check("1947-32", "southern winter 1947", "southern winter 1947");
    check("1947-33", "first quarter 1947", "first quarter 1947");
    check("1947-41", "second half 1947", "second half 1947");
    check("1914-08-XX", "August 1914, day unknown", "Aug 1914");
    check("1914-XX", "1914, month unknown", "1914");
    check("-0043", "44 BC", "44 BC");
    check("0000", "1 BC", "1 BC");
    check("0800", "800", "800");
    check("0079", "AD 79", "AD 79");
    check("0079-08-24", "24 August AD 79", "24 Aug AD 79");
    check("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC");
    check("008X", "AD 80s", "AD 80s");
    check("000X", "1 BC – AD 9", "1 BC – AD 9");
    check("-0043S3", "50–41 BC, estimated 44 BC", "44 BC, 50–41 BC");
    check(
        "-0450S2",
        "500–401 BC, estimated 451 BC",
        "451 BC, 500–401 BC",
    );
    check(
        "-1450S1",
        "2000–1001 BC, estimated 1451 BC",
        "1451 BC, 2000–1001 BC",
    );
    check("00XX", "1st century AD", "1st century AD");
    check("08XX", "9th century", "9th century");
    check("1XXX", "2nd millennium", "2nd millennium");
    check("0XXX", "1st millennium AD", "1st millennium AD");
    check("156X-12-25", "25 December in the 1560s", "25 Dec 1560s");
    check(
        "15XX-12-25",
        "25 December in the 16th century",
        "25 Dec 16th century",
    );
}

#[test]
fn a_label_says_what_is_unknown() {
    check("1914-XX-XX", "1914, month and day unknown", "1914");
    check(
        "1560-XX-25",
        "day 25 of an unknown month of 1560",
        "25 ? 1560",
    );
    check(
        "1984-1X",
        "between October and December 1984",
        "Oct–Dec 1984",
    );
    check("1984-X2", "February or December 1984", "Feb or Dec 1984");
    check(
        "1984-12-2X",
        "between 20 and 29 December 1984",
        "20–29 Dec 1984",
    );
    check("1984-12-3X", "30 or 31 December 1984", "30 or 31 Dec 1984");
    check(
        "1984-1X-XX",
        "between October and December 1984, day unknown",
        "Oct–Dec 1984",
    );
    check("19X4", "19X4, X unknown", "19X4");
    check("X914", "X914, X unknown", "X914");
    check("XXXX", "year unknown", "year unknown");
    check("XXXX-12", "December of an unknown year", "Dec ?");
    check("XXXX-12-21", "21 December of an unknown year", "21 Dec ?");
    check(
        "XXXX-XX-21",
        "day 21 of an unknown month of an unknown year",
        "21 ? ?",
    );
    check("1950S2", "20th century, estimated 1950", "1950, 20th c.");
    check("1950S3", "1950s, estimated 1950", "1950, 1950s");
    check("1950S4", "1950", "1950");
}

#[test]
fn years_are_no_finer_than_the_date() {
    let check = |written: &str, expected: &str| {
        assert_eq!(
            HistoricDate::parse(written).unwrap().years_label(),
            expected
        );
    };
    check("1914-08-04", "1914");
    check("1815", "1815");
    check("1915/1916-02", "1915–1916");
    check("1907~", "c. 1907");
    check("1957?", "1957?");
    check("186X", "1860–1869");
    check("1995-12-12/..", "1995 or later");
    check("../1846", "1846 or earlier");
    check("-0043", "44 BC");
}

#[test]
fn doubts_are_shown() {
    check("1907~", "c. 1907", "c. 1907");
    check("1917?", "1917 (?)", "1917?");
    check("1917%", "c. 1917 (?)", "c. 1917?");
}

#[test]
fn ranges_say_what_they_share_once() {
    check("1914/1916", "1914–1916", "1914–1916");
    check("-0499/-0399", "500–400 BC", "500–400 BC");
    check("0050/0079", "AD 50–79", "AD 50–79");
    check("-0043/0014", "44 BC – AD 14", "44 BC – AD 14");
    check("-0043~/0014", "c. 44 BC – AD 14", "c. 44 BC – AD 14");
    check(
        "-0043-03-15/0014",
        "15 March 44 BC – AD 14",
        "44 BC – AD 14",
    );
    check("[1667,-0043]", "44 BC or 1667", "44 BC or 1667");
    check(
        "[1667,0014,-0043]",
        "44 BC, 1667 or AD 14",
        "44 BC, 1667 or AD 14",
    );
    check("[-0499..-0400]", "between 500 BC and 401 BC", "500×401 BC");
    check("[1914..1918]", "between 1914 and 1918", "1914×1918");
    check("{1914..1918}", "1914–1918", "1914–1918");
    check("[..1913]", "1913 or before", "1913 or before");
    check("{..1913}", "1913 and all before", "all to 1913");
    check("{1915..}", "1915 and all after", "all from 1915");
    check("[1915..]", "1915 or after", "1915 or after");
    check("1914-08-02/1914-08-04", "2–4 August 1914", "2–4 Aug 1914");
    check("1915-02/1915-03", "February–March 1915", "Feb–Mar 1915");
    check(
        "1914-07-28/1914-08-04",
        "28 July – 4 August 1914",
        "Jul–Aug 1914",
    );
    check(
        "1839-04-19/1914-08",
        "19 April 1839 – August 1914",
        "1839–1914",
    );
    check(
        "1995-12-12/..",
        "since 12 December 1995",
        "since 12 Dec 1995",
    );
    check("/1846", "until 1846, start unknown", "?–1846");
    check("../1846", "until 1846", "until 1846");
    check("1846/", "from 1846, end unknown", "1846–?");
    check("[1866,1867]", "1866 or 1867", "1866 or 1867");
    check(
        "{1914,1916,1917}",
        "1914, 1916 and 1917",
        "1914, 1916 and 1917",
    );
}

#[test]
fn no_figure_is_cut_where_a_column_is_narrow() {
    let check = |written: &str, columns: usize, expected: &str| {
        let date = HistoricDate::parse(written).unwrap();
        assert_eq!(date.short_label_within(columns), expected, "{written}");
    };
    check("1914-08-04", 14, "4 Aug 1914");
    check("1826-09-23%", 14, "c. 1826?");
    check("[1829-10-01..]", 14, "1 Oct 1829 …");
    check("[1829-10-01..]", 12, "1 Oct 1829 …");
    check("[0040-02,1826-12]", 14, "Feb AD 40 or …");
}

#[test]
fn a_day_of_the_julian_calendar_stands_behind_its_label() {
    let check = |calendar: Calendar, written: &str, expected: &str| {
        let date = HistoricDate::parse_in(calendar, written).unwrap();
        assert_eq!(date.full_label(), expected, "{written}");
    };
    check(Calendar::Gregorian, "1912-11-18", "18 November 1912");
    let old = "18 November 1912 (5 November 1912 Old Style)";
    check(Calendar::Julian, "1912-11-05", old);
}
