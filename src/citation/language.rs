//! The language of a work as a code, which decides whether a style may capitalise its title.

/// Languages as people name them, each with its code; other codes pass as they are.
const NAMES: &[(&str, &[&str])] = &[
    ("cs", &["czech", "čeština", "ces", "cze"]),
    ("da", &["danish", "dansk", "dan"]),
    ("de", &["german", "deutsch", "ngerman", "deu", "ger"]),
    ("en", &["english", "british", "american", "eng"]),
    ("es", &["spanish", "español", "spa"]),
    ("et", &["estonian", "eesti", "est"]),
    ("fi", &["finnish", "suomi", "fin"]),
    ("fr", &["french", "français", "fra", "fre"]),
    ("it", &["italian", "italiano", "ita"]),
    ("la", &["latin", "latina", "lat"]),
    ("nl", &["dutch", "nederlands", "nld", "dut"]),
    ("no", &["norwegian", "norsk", "nor"]),
    ("pl", &["polish", "polski", "pol"]),
    ("pt", &["portuguese", "português", "por"]),
    ("ru", &["russian", "русский", "rus"]),
    ("sv", &["swedish", "svenska", "swe"]),
    ("uk", &["ukrainian", "українська", "ukr"]),
];

/// "en" of "English" or "eng"; what is no known name is taken for a code.
#[must_use]
pub fn code(written: &str) -> &str {
    let name = written.trim().to_lowercase();
    let found = NAMES
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()));
    found.map_or(written.trim(), |(code, _)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_becomes_a_code() {
        let check = |written, expected| assert_eq!(code(written), expected, "{written}");
        check("English", "en");
        check("eng", "en");
        check("en-GB", "en-GB");
        check("Deutsch", "de");
        check("українська", "uk");
        check("und", "und");
    }
}
