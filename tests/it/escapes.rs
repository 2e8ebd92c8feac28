//! Texts of every sort through every form that is written, read back by a real reader of that form.

use neutrality::export::{Extract, csv, html, json, lanes_svg, markdown, timelinejs};
use neutrality::selection::filter::Filter;
use neutrality::text;
use neutrality::timeline::{Timeline, load};
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser};
use serde_json::Value;

/// Titles with the signs that forms obey, and with letters of any writing.
fn title() -> impl Strategy<Value = String> {
    let signs = r##"[-a1=+@'"{}\\<>&#*_`~\[\]()|!%$^.,;: \t]{1,12}"##;
    let title = prop_oneof![signs, "\\PC{1,12}"];
    let cleaned = title.prop_map(|title| text::clean(title.trim()).trim().to_owned());
    cleaned.prop_filter("a title says something", |title| !title.is_empty())
}

/// A timeline whose every text is this one.
fn timeline(title: &str) -> Timeline {
    let quoted = Value::from(title).to_string();
    // JSON and TOML escape alike, but for the one that TOML wants escaped and JSON does not.
    let quoted = quoted.replace('\u{7f}', "\\u007f");
    let source = format!(
        "format = 1\n[timeline]\ntitle = {quoted}\nsummary = {quoted}\n[countries.a]\nname = {quoted}\ncode = \"AA\"\n\
         [roles.r]\nlabel = {quoted}\n[statuses.s]\nlabel = {quoted}\nletter = \"S\"\n[sources.b]\ntype = \"book\"\ntitle = {quoted}\n\
         [[events]]\nid = \"e\"\ndate = \"1815-03-20\"\ntitle = {quoted}\nplace = {quoted}\ntext = {quoted}\n\
         parties = [{{ country = \"a\", role = \"r\" }}]\nsources = [{{ source = \"b\", at = {quoted} }}]\n\
         [[spans]]\ncountry = \"a\"\nstatus = \"s\"\nbegins = \"e\"\n"
    );
    let loaded = load::read("a.toml", source.into_bytes());
    let report = loaded.report;
    loaded
        .timeline
        .unwrap_or_else(|| panic!("{}", report.render(false, false)))
}

/// Text without the difference between one space and several.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_reader_of_each_form_finds_the_text(title in title()) {
        let timeline = timeline(&title);
        let filter = Filter::default();
        let extract = Extract::new(&timeline, &filter);

        let object: Value = serde_json::from_str(&json::full(&extract)).unwrap();
        prop_assert_eq!(&object["events"][0]["title"], &Value::from(title.as_str()));
        prop_assert_eq!(&object["countries"]["a"]["name"], &Value::from(title.as_str()));

        let slides: Value = serde_json::from_str(&timelinejs::file(&extract)).unwrap();
        prop_assert!(slides["events"][0]["text"]["headline"].is_string());

        let table = csv::events(&extract);
        let mut reader = ::csv::Reader::from_reader(table.as_bytes());
        let column = reader.headers().unwrap().iter().position(|name| name == "title").unwrap();
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(rows.len(), 1);
        prop_assert_eq!(csv::unguarded(&rows[0][column]), title.as_str());

        let drawing = lanes_svg::document(&extract);
        let drawing = roxmltree::Document::parse(&drawing).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let found = drawing.descendants().filter_map(|node| node.text()).any(|text| words(text).contains(&words(&title)));
        prop_assert!(found, "not in the drawing");

        // Only the elements without an end keep the page from being XML.
        let page = html::page(&extract).replace("<br>", "<br/>");
        let body = page.find("<body").and_then(|at| page.get(at..page.find("</html>")?)).unwrap();
        let body = roxmltree::Document::parse(body).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let shown: String = body.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
        prop_assert!(words(&shown).contains(&words(&title)), "not on the page");

        let document = markdown::document(&extract);
        let text = |event| match event {
            Event::Text(text) => text.into_string(),
            Event::SoftBreak => "\n".to_owned(),
            _ => String::new(),
        };
        let shown: Vec<String> = Parser::new(&document).map(text).collect();
        prop_assert!(words(&shown.concat()).contains(&words(&title)), "not in the document");
    }
}
