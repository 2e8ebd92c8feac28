//! What is said of a file that is no TOML: each break, or, of a file in another form, which form that is and the way in.

use toml::de::Error;

use crate::timeline::diagnostic::Faults;
use crate::timeline::syntax;

/// Tells what is wrong with a text that the parser stumbled over; nothing where it did not.
pub(super) fn report(errors: &[Error], source: &str, faults: &Faults) {
    let Some(form) = other_form(source).filter(|_| !errors.is_empty()) else {
        return syntax::report(errors, source, faults);
    };
    let start = source.len() - source.trim_start().len();
    let help = "`neutrality import` makes a timeline of it, and says what it cannot keep";
    let message = format!("this is {form}, and a timeline is written in TOML");
    faults.error(&(start..start), message, Some(help.to_owned()));
}

/// The form of a text that is no TOML, as far as its beginning tells: one that can be imported.
fn other_form(source: &str) -> Option<&'static str> {
    let start = source.trim_start();
    let in_brackets = start.strip_prefix('[').map(str::trim_start);
    if start.starts_with('{') || in_brackets.is_some_and(|inner| inner.starts_with('{')) {
        return Some("JSON");
    }
    if start.starts_with("BEGIN:VCALENDAR") {
        return Some("a calendar (iCalendar)");
    }
    let head = start.lines().next().unwrap_or_default();
    let is_head = !head.contains(['=', '[', '{', '#']) && head.contains([',', ';', '\t']);
    is_head.then_some("a table (CSV)")
}

#[cfg(test)]
mod tests {
    use crate::timeline::load::read;

    #[test]
    fn a_file_in_another_form_is_told_in_one_fault() {
        let check = |text: &str, expected: &str| {
            let loaded = read("file", text.as_bytes().to_vec());
            let first = loaded
                .report
                .faults
                .first()
                .map(|fault| fault.message.as_str());
            assert_eq!(first, Some(expected), "{text}");
            assert_eq!(loaded.report.faults.len(), 1, "{text}");
        };
        let json = "this is JSON, and a timeline is written in TOML";
        check("{\n  \"format\": 1,\n  \"events\": []\n}\n", json);
        check(" [\n  {\"title\": \"A\"},\n  {\"title\": \"B\"}\n]", json);
        let table = "this is a table (CSV), and a timeline is written in TOML";
        check("date,title\n1914,War\n1918,Peace\n", table);
        check("Date;Title\n1914;War\n", table);
        check("date\ttitle\n1914\tWar\n", table);
        let calendar = "this is a calendar (iCalendar), and a timeline is written in TOML";
        check(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
            calendar,
        );
    }

    #[test]
    fn broken_toml_is_told_as_such() {
        let check = |text: &str| {
            let loaded = read("file", text.as_bytes().to_vec());
            let first = loaded
                .report
                .faults
                .first()
                .map(|fault| fault.message.clone());
            let first = first.unwrap_or_default();
            assert!(first.starts_with("broken TOML"), "{text}: {first}");
        };
        check("format = 1\n[[events]\n");
        check("[[events]]\nid = \"a\n");
        check("[timeline\ntitle = \"A, B\"\n");
        check("title = \"A, B\n");
        check("====\n");
    }
}
