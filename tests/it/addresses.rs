//! Addresses: opened, chosen, shown whole, and links of the terminal.

use crate::common::files::{self};
use crate::common::reader::{open, press, screen, timeline};
use crate::common::terminal::Session;
use crate::common::texts::{SHIPPED, SMALL, SOURCES};
use crate::copying::{at, effect, quit, start};
use neutrality::app::input::{Effect, Input, Mouse, MouseKind};
use neutrality::page::evidence::Numbers;
use neutrality::page::{article, event};
use neutrality::text::hyperlink;
use neutrality::timeline::{EventId, PassageId};

#[test]
fn one_address_is_opened_and_of_several_one_is_chosen() {
    let opened = |event: &str, keys: &str, expected: &str| {
        let mut app = at(event);
        let address = expected.to_owned();
        assert_eq!(
            effect(&mut app, keys),
            Effect::Open(address),
            "{event} {keys}"
        );
        assert_eq!(app.message(), Some(format!("opening {expected}").as_str()));
    };
    opened("newspaper", "o", "https://example.org/times?a=1&b=2#c_d");
    opened("web", "o Enter", "https://example.org/web");
    opened("web", "o Down Enter", "https://example.org/report");
    opened(
        "web",
        "o o n Space n e u t Enter",
        "https://example.org/report",
    );
    opened("web", "s j o", "https://example.org/report");
    let mut app = open(SMALL, 80, 24);
    let address = "https://example.org/on-promises".to_owned();
    assert_eq!(effect(&mut app, "3 o"), Effect::Open(address));
    let mut app = at("web");
    press(&mut app, "o Down");
    let shown = screen(&app);
    assert!(shown.contains("https://example.org/report"), "{shown}");
}

#[test]
fn a_source_to_open_is_pressed_with_the_mouse() {
    let mut app = at("web");
    press(&mut app, "o");
    let shown = screen(&app);
    let row = shown
        .lines()
        .position(|row| row.contains("On neutrality (1938)"));
    let kind = MouseKind::Press;
    let row = u16::try_from(row.unwrap()).unwrap();
    let effect = app.handle(Input::Mouse(Mouse {
        kind,
        column: 20,
        row,
    }));
    assert_eq!(
        effect,
        Effect::Open("https://example.org/report".to_owned()),
        "{shown}"
    );
}

/// Shown in full where the foot has no room for it, and copied from there.
#[test]
fn a_long_address_is_shown_whole() {
    let long = format!("https://example.org/web/{}", "long".repeat(40));
    let source = SOURCES.replace("https://example.org/web", &long);
    let mut app = open(&source, 80, 24);
    app.start_at("web");
    press(&mut app, "s Enter");
    let shown = screen(&app);
    let rows = shown.lines().skip_while(|row| !row.contains("The address"));
    let rows: String = rows.skip(1).map(str::trim).collect();
    assert!(rows.contains(&long), "{shown}");
    assert_eq!(effect(&mut app, "Enter"), Effect::Copy(long));
    let mut app = at("web");
    press(&mut app, "s Enter");
    assert_eq!(app.message(), Some("https://example.org/web"));
}

/// In everything that goes to a pipe as text.
#[test]
fn an_address_is_never_broken_in_text() {
    let timeline = timeline(SHIPPED);
    let urls = |text: &str, urls: &[&String]| {
        for url in urls {
            let is_it = |word: &str| word == url.as_str();
            assert!(text.split_whitespace().any(is_it), "{url} in\n{text}");
        }
    };
    for event in EventId::all(&timeline) {
        let citations = timeline[event].citations.iter();
        let cited = citations.filter_map(|citation| timeline[citation.source].url.as_ref());
        let page = event::page(&timeline, event, 77, &[]);
        urls(&page.plain(), &cited.collect::<Vec<_>>());
    }
    let passages: Vec<PassageId> = PassageId::all(&timeline).collect();
    let page = article::full(&timeline, &passages, 40, Numbers::Raised);
    let article = timeline
        .article
        .as_ref()
        .and_then(|article| article.url.as_ref());
    urls(&page.plain(), &[article.unwrap()]);
}

#[test]
fn an_address_is_a_link_of_the_terminal() {
    let mut session = start("");
    let link = hyperlink::begin("https://example.org/times?a=1&b=2#c_d").unwrap();
    let title = format!("{link}Belgium invaded, The Times");
    assert!(session.has_written(&title), "{}", session.contents());
    quit(session);
    let arguments = ["show", "newspaper", "-f", files::SOURCES];
    let mut session = Session::start(&arguments, 100, 24);
    session.wait_for("Belgium invaded");
    assert!(session.has_written(&title), "{}", session.contents());
    let address = format!(
        "{link}https://example.org/times?a=1&b=2#c_d{}",
        hyperlink::END
    );
    assert!(session.has_written(&address), "{}", session.contents());
}
