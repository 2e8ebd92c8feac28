//! What a timeline has very many of costs in proportion: four times as many take some four times as long, not sixteen.

use std::time::Duration;

use crate::common::clock::run_time;
use crate::common::reader::{buffer, loaded, press};
use neutrality::app::App;
use neutrality::app::input::{Input, Size};
use neutrality::timeline::load;
use neutrality::ui::{lanes, picture};
use ratatui::buffer::Buffer;

const HEAD: &str = r#"
format = 1
timeline = { title = "Many" }
roles.r = { label = "Neutral" }
statuses.s = { label = "Neutral" }
"#;

/// So many tables or values, each with its number from 0 in place of `{}`.
fn many(count: usize, one: &str) -> String {
    let number = |number: usize| one.replace("{}", &number.to_string());
    (0..count).map(number).collect()
}

fn countries(count: usize) -> String {
    many(count, "[countries.c{}]\nname = \"Land {}\"\n")
}

/// An event, with more of it as it stands in the file.
fn event(id: &str, date: &str, more: &str) -> String {
    format!("[[events]]\nid = \"{id}\"\ndate = \"{date}\"\ntitle = \"Event\"\n{more}\n")
}

/// An event in which all countries take part.
fn event_of_all(count: usize) -> String {
    let parties = many(count, "{ country = \"c{}\", role = \"r\" },");
    event("all", "1914", &format!("parties = [{parties}]"))
}

/// Fails where four times as many take far more than four times as long.
fn in_proportion(what: &str, count: usize, time_of: impl Fn(usize) -> Duration) {
    let (few, more) = (time_of(count), time_of(4 * count));
    // Nothing is too short to be measured, and a busy machine takes its share.
    let most = 7 * few + Duration::from_millis(60);
    assert!(
        more < most,
        "{what}: {few:?} for {count}, {more:?} for four times as many"
    );
}

#[test]
fn a_key_and_its_frame_take_as_long_as_there_is_much_to_show() {
    let check = |what: &str, count: usize, timeline: &dyn Fn(usize) -> String, keys: &str| {
        in_proportion(what, count, |count| {
            let source = format!("{HEAD}{}", timeline(count));
            let mut app = App::new(loaded(&source)).unwrap();
            let size = Size {
                columns: 120,
                rows: 40,
            };
            app.handle(Input::Resize(size));
            let before = run_time();
            for key in keys.split(' ') {
                press(&mut app, key);
                buffer(&app);
            }
            run_time() - before
        });
    };
    let parties = |count| countries(count) + &event_of_all(count);
    check("parties of an event", 6_000, &parties, "j");
    let word = |count| event("a", "1914", &format!("text = \"{}\"", "ab".repeat(count)));
    check("letters of a word", 60_000, &word, "j");
    let spans = "[[spans]]\ncountry = \"c{}\"\nstatus = \"s\"\nbegins = \"all\"\n";
    let begun = |count| countries(count) + &event_of_all(count) + &many(count, spans);
    check("life-lines at an event", 400, &begun, "j");
    let own = "[[events]]\nid = \"e{}\"\ndate = \"1914\"\ntitle = \"Event\"\n\
        parties = [{ country = \"c{}\", role = \"r\" }]\n\
        [[spans]]\ncountry = \"c{}\"\nstatus = \"s\"\nbegins = \"e{}\"\nends = \"later\"\n";
    let lanes = |count| countries(count) + &many(count, own) + &event("later", "1990", "");
    check(
        "rows out of sight in the lanes",
        1_000,
        &lanes,
        "2 G > > > >",
    );
}

#[test]
fn a_file_is_checked_in_the_time_that_its_length_takes() {
    let check = |what: &str, count: usize, timeline: &dyn Fn(usize) -> String| {
        in_proportion(what, count, |count| {
            let source = format!("{HEAD}{}", timeline(count)).into_bytes();
            let before = run_time();
            let loaded = load::read("many.toml", source);
            let took = run_time() - before;
            assert!(
                loaded.timeline.is_some(),
                "{what}: {}",
                loaded.report.render(false, false)
            );
            took
        });
    };
    let answers = |count| {
        let case = "[[cases]]\nid = \"case\"\ncountry = \"c0\"\nestablished_by = \"all\"\noutcome = \"kept\"\n";
        let questions = many(
            count,
            "[[criteria]]\nid = \"q{}\"\nquestion = \"Was it so?\"\n",
        );
        let answers = many(
            count,
            "[cases.answers.q{}]\nanswer = \"yes\"\nnote = \"So it was.\"\n",
        );
        countries(1) + &event_of_all(1) + &questions + case + &answers
    };
    check("questions of a case", 2_000, &answers);
    let cases = |count| {
        let case = "[[cases]]\nid = \"case{}\"\ncountry = \"c0\"\nestablished_by = \"all\"\noutcome = \"kept\"\n";
        countries(1) + &event_of_all(1) + &many(count, case)
    };
    check("cases", 2_000, &cases);
    let figures = |count| {
        let note = many(count, "1{} men died [@all]. ");
        let case = "[[cases]]\nid = \"case\"\ncountry = \"c0\"\nestablished_by = \"all\"\noutcome = \"kept\"\n";
        countries(1) + &event_of_all(1) + case + &format!("outcome_note = \"{note}\"\n")
    };
    check("figures of a case", 2_000, &figures);
    let spans = |count| {
        let milestones = many(count, "{ stage = \"s{}\", date = \"1915\" },");
        let parties = many(count, "{ country = \"c{}\", role = \"r\" },");
        let event = event(
            "all",
            "1914",
            &format!("parties = [{parties}]\nmilestones = [{milestones}]"),
        );
        let span = "[[spans]]\ncountry = \"c{}\"\nstatus = \"s\"\nbegins = \"all\"\nbegins_at = \"s{}\"\n\
            ends = \"later\"\nviolated_by = [\"later\"]\n";
        countries(count) + &event + &self::event("later", "1990", "") + &many(count, span)
    };
    check("spans of an event", 1_000, &spans);
    let related = |count| {
        let event = "[[events]]\nid = \"e{}\"\ndate = \"1914\"\ntitle = \"Event\"\n\
            related = [{ event = \"all\", relation = \"breaks\" }]\n";
        let words = "[relations]\nbreaks = \"broken by\"\n";
        format!("{words}{}{}", event_of_all(0), many(count, event))
    };
    check("relations to an event", 5_000, &related);
    let carried = |count| {
        let marks = many(count, "Word [@e{}]. ");
        let passage = format!(
            "[[article.passages]]\nid = \"p\"\nheading = \"Claim\"\nrecord = \"{marks}\"\n"
        );
        let events = "[[events]]\nid = \"e{}\"\ndate = \"1914\"\ntitle = \"Event\"\n";
        format!("[article]\ntitle = \"A\"\n{passage}{}", many(count, events))
    };
    check("marks of evidence", 2_000, &carried);
    let broken = |count| {
        let event = "[[events]]\nid = \"e{}\"\ndate = \"1914\"\ntitle = \"Event\"\n\
            parties = [{ country = \"c0\", role = \"n\" }, { country = \"c1\", role = \"v\" }]\n";
        let roles = "[roles.n]\nlabel = \"N\"\npart = \"neutral\"\n[roles.v]\nlabel = \"V\"\npart = \"violator\"\n";
        let violated = many(count, "\"e{}\",");
        let span = format!(
            "[[spans]]\ncountry = \"c0\"\nstatus = \"s\"\nbegins = \"e0\"\nviolated_by = [{violated}]\n"
        );
        format!("{roles}{}{}{span}", countries(2), many(count, event))
    };
    check("violations of a status", 5_000, &broken);
}

#[test]
fn of_more_rows_than_a_sheet_has_is_said_how_many_are_left_out() {
    let begun = "[[spans]]\ncountry = \"c{}\"\nstatus = \"s\"\nbegins = \"all\"\n";
    let count = 10_003;
    let spans = many(count, begun);
    let source = format!("{HEAD}{}{}{spans}", countries(count), event_of_all(count));
    let timeline = loaded(&source);
    let check = |sheet: Buffer, expected: &str| {
        let shown = picture::text(&sheet);
        let rows = shown.lines().filter(|row| row.contains("Land ")).count();
        let left_out = shown
            .lines()
            .find(|row| row.contains(" more"))
            .unwrap_or_default();
        assert_eq!(format!("{rows} rows, {}", left_out.trim()), expected);
    };
    check(
        lanes::sheet::sheet(&timeline, 80, false),
        "10000 rows, +3 more",
    );
    check(
        lanes::ages::sheet(&timeline, 80, false),
        "9999 rows, +4 more",
    );
}

#[test]
fn more_filters_than_can_be_compared_are_refused() {
    let check = |count: usize, expected: &[&str]| {
        let filters = many(count, "[[filters]]\nid = \"f{}\"\nflags = \"--linked\"\n");
        let source = format!("{HEAD}{}{filters}", event_of_all(0));
        let report = load::read("many.toml", source.into_bytes()).report;
        let is_error = |line: &&str| line.starts_with("error: ");
        let shown = report.render(false, false);
        let errors: Vec<&str> = shown.lines().filter(is_error).collect();
        assert_eq!(errors, expected, "{count}");
    };
    check(200, &[]);
    check(
        201,
        &["error: a file has at most 200 filters, and here are 201"],
    );
}
