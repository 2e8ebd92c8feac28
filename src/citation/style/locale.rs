//! The words of a language that styles cite in: "edited by", "vol.", the months.
//!
//! The library keeps sixty languages and gives them only together, which takes longer than citing a hundred works. The
//! two that nearly all styles are in are kept here as copies: Creative Commons Attribution-ShareAlike 3.0, by the
//! authors that each names, as the library has them.

use std::sync::OnceLock;

use hayagriva::archive;
use hayagriva::citationberg::{IndependentStyle, Locale};

/// English as it is written in America, in which a style is that names no language, and in Britain.
const ENGLISH: [&str; 2] = [
    include_str!("locales/en-US.json"),
    include_str!("locales/en-GB.json"),
];

/// The languages that a style may need.
pub(super) fn locales(style: &IndependentStyle) -> &'static [Locale] {
    static ALL: OnceLock<Vec<Locale>> = OnceLock::new();
    static OF_ENGLISH: OnceLock<Option<Vec<Locale>>> = OnceLock::new();
    let language = style.default_locale.as_ref().map(|code| code.0.as_str());
    let english = match language {
        None | Some("en-US" | "en-GB") => OF_ENGLISH.get_or_init(english).as_deref(),
        Some(_) => None,
    };
    english.unwrap_or_else(|| ALL.get_or_init(archive::locales))
}

fn english() -> Option<Vec<Locale>> {
    let read = ENGLISH.iter().map(|text| serde_json::from_str(text).ok());
    read.collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::*;

    #[test]
    fn the_copies_are_what_the_library_has() {
        let of = |language: &str| {
            let mut all = archive::locales().into_iter();
            let named = |locale: &Locale| locale.lang.as_ref().is_some_and(|l| l.0 == language);
            all.find(named).unwrap()
        };
        let (america, britain) = (of("en-US"), of("en-GB"));
        let written = |locale: &Locale| serde_json::to_string_pretty(locale).unwrap() + "\n";
        expect_file!["locales/en-US.json"].assert_eq(&written(&america));
        expect_file!["locales/en-GB.json"].assert_eq(&written(&britain));
        assert_eq!(english(), Some(vec![america, britain]));
    }
}
