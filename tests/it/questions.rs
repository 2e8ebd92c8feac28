//! One grammar: what is typed behind the program's name means what it means behind `:`.

use neutrality::app::App;
use neutrality::app::input::Input;
use neutrality::app::picker::readings::Readings;
use neutrality::app::picker::target::Target;
use neutrality::selection::facet::Facet;
use neutrality::selection::value::Value;

use crate::common::files::{SHIPPED, script};
use crate::common::process::{answer, output, program, run};
use crate::common::reader::{open, press, timeline};
use crate::common::texts;

/// The first things of the timeline that `:` offers for a line, best first.
fn offered_by_the_prompt(app: &mut App, line: &str) -> Vec<Target> {
    press(app, "Esc Esc :");
    app.handle(Input::Paste(line.to_owned()));
    let picker = app.picker().expect("the prompt is open");
    let targets = picker.matches().map(|item| item.target);
    let of_the_screen = |target: &Target| {
        let is_of_the_screen = matches!(
            target,
            Target::View(_)
                | Target::Action(_)
                | Target::Theme(_)
                | Target::Only(_)
                | Target::About
                | Target::History(_)
                | Target::Proposed(_)
        );
        is_of_the_screen || matches!(target, Target::Signs | Target::Sign(_))
    };
    targets
        .filter(|target| !of_the_screen(target))
        .take(5)
        .collect()
}

#[test]
fn forty_questions_have_the_same_answers_in_the_shell_and_behind_the_colon() {
    let timeline = timeline(texts::SHIPPED);
    let mut app = open(texts::SHIPPED, 100, 30);
    // What is asked, and the sort of thing that alone can be meant; none where several can be, or nothing.
    let mut check = |line: &str, expected: Option<&str>| {
        let readings = Readings::of(line, &timeline);
        let shell: Vec<Target> = readings.targets.iter().map(|of| of.0).take(5).collect();
        assert_eq!(shell, offered_by_the_prompt(&mut app, line), "{line:?}");
        assert_eq!(readings.one().map(Target::kind), expected, "{line:?}");
    };
    check("belgium 1914-08-01", Some("status"));
    check("Belgium on 1 August 1914", Some("status"));
    check("1 Aug 1914, Belgium", Some("status"));
    check("BE 1914", Some("status"));
    check("switzerland 1815-11-20", Some("status"));
    check("laos 1962", None);
    check("ukraine 1990-2014", None);
    check("1914-08-01", Some("date"));
    check("1 Aug 1914", Some("date"));
    check("Aug 1914", Some("date"));
    check("August 4, 1914", Some("date"));
    check("autumn 1939", Some("date"));
    check("1990-2014", Some("date"));
    check("1914-18", Some("date"));
    check("c. 1907", Some("date"));
    check("1830s", Some("date"));
    check("19th century", Some("date"));
    check("1815", Some("date"));
    check("since 1955", Some("date"));
    check("belgium", Some("country"));
    check("BELGIUM", Some("country"));
    check("be", Some("country"));
    check("prussia", Some("country"));
    check("åland", Some("country"));
    check("aland", Some("country"));
    check("¶8", Some("passage"));
    check("two-aggressors", Some("passage"));
    check("belgium-1839", Some("case"));
    check("argument", Some("tour"));
    check("tour argument", Some("tour"));
    check("treaty-of-london-1839", Some("event"));
    check("Austrian State Treaty", Some("event"));
    check("budapest memorandum", Some("event"));
    check("germany invades belgium", Some("event"));
    check("treaty of london", None);
    check("declares its neutrality", None);
    check("neutral", None);
    check("xyzzy", None);
    check("8/4/1914", None);
    check("44 BC", Some("date"));
}

#[test]
fn the_shell_answers_each_sort_of_question() {
    let check = |question: &[&str], expected: &str| {
        let text = output(question);
        assert!(text.contains(expected), "{question:?}: {text}");
    };
    check(
        &["belgium", "1914-08-01"],
        "Belgium  Permanent neutrality, guaranteed",
    );
    check(
        &["belgium 1914-08-01"],
        "\nCite: neutrality cite treaty-of-london-1839\n",
    );
    check(
        &["at", "1 Aug 1914", "--country", "belgium"],
        "1 August 1914\n",
    );
    // What began or ended within the time is certain, and only the time is longer.
    check(
        &["belgium 1940"],
        "Belgium  Neutral in a war, until 10 May 1940\n",
    );
    check(
        &["at", "1955", "--country", "austria"],
        "Austria  Permanent neutrality, declared, from 5 November 1955\n",
    );
    check(&["china 1914-08-01"], "Neutral in a war, possibly\n");
    check(&["1990-2014"], "sovereignty-declaration-1990\n");
    check(
        &["belgium", "--from", "aug 1914", "--to", "autumn 1916"],
        "german-invasion-belgium-1914\n",
    );
    check(
        &["list", "--from", "aug 1914", "--to", "aug 1914"],
        "german-invasion-belgium-1914\n",
    );
    check(
        &["show", "austrian", "state", "treaty"],
        "\nCite: neutrality cite austrian-state-treaty-1955\n",
    );
    check(
        &["show", "austrian state treaty", "--format", "markdown"],
        "**15 May 1955** · Vienna",
    );
    check(&["two-aggressors"], "¶");
    check(&["argument"], "1 of 13");
    check(&["belgium-1839"], "Belgium");
    check(
        &["at", "2035", "--country", "belgium"],
        "the record ends with ",
    );
    check(
        &[SHIPPED, "belgium", "1914-08-01"],
        "Belgium  Permanent neutrality, guaranteed",
    );
    check(
        &["-f", SHIPPED, "belgium", "1914-08-01"],
        "Belgium  Permanent neutrality, guaranteed",
    );
    check(
        &["list", "--format", "markdown", "--country", "cracow"],
        "| Date | Event | Claim | Id |\n| --- |",
    );
    check(
        &["belgium 1914-08-01", "--format", "csv"],
        "\n1914-08-01,Belgium,\"Permanent neutrality, guaranteed\",certain,",
    );
    check(
        &[
            "countries",
            "--from",
            "1914",
            "--to",
            "1918",
            "--format",
            "csv",
        ],
        "\nbelgium,Belgium,",
    );
    check(&["roles"], "guarantor ");
    check(
        &["passages", "--format", "json"],
        "\"id\": \"two-aggressors\"",
    );
}

#[test]
#[cfg(feature = "citations")]
fn a_footnote_is_three_lines() {
    let check = |question: &[&str], expected: [&str; 3]| {
        let text = output(question);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3, "{text}");
        for (line, expected) in lines.iter().zip(expected) {
            assert!(line.starts_with(expected), "{text}");
        }
    };
    check(
        &["belgium", "1914-08-01", "--as", "footnote"],
        [
            "Belgium, 1 August 1914: permanent neutrality, guaranteed in 1839 by Austrian Empire, France,",
            "Treaties of London: Belgium neutralised, 19 April 1839, ratifications exchanged (France and Belgium) 8 June 1839, Art. VII",
            "Edward Hertslet, The Map of Europe by Treaty, vol. 2 (Butterworths, 1875)",
        ],
    );
    check(
        &[
            "at",
            "1914-08-01",
            "--country",
            "belgium",
            "--as",
            "footnote",
            "--style",
            "apa",
        ],
        [
            "Belgium, 1 August 1914: ",
            "Treaties of London",
            "Hertslet, E. (1875).",
        ],
    );
    check(
        &["show", "treaty-of-london-1839", "--as", "footnote"],
        [
            "Treaties of London: Belgium neutralised, 19 April 1839",
            "Art. VII",
            "Edward Hertslet",
        ],
    );
    check(
        &["belgium", "1950-01-01", "--as", "footnote"],
        [
            "Belgium, 1 January 1950: no status (ended 10 May 1940",
            "Germany invades",
            "United States",
        ],
    );
}

#[test]
#[cfg(feature = "citations")]
fn a_footnote_tells_of_the_violation_and_cites_it() {
    let check = |question: &str, told: &[&str]| {
        let asked: Vec<&str> = question.split_whitespace().collect();
        let text = output(&[asked.as_slice(), &["--as", "footnote"]].concat());
        let statement = text.lines().next().unwrap();
        for told in told {
            assert!(statement.contains(told), "{text}");
        }
        let last = text.lines().last().unwrap();
        assert!(last.starts_with("On the violation: "), "{text}");
    };
    let germany = "; violated 4 August 1914 by German Empire, a guarantor";
    check("belgium 1914-08-05", &["guaranteed in 1839 by ", germany]);
    check("belgium 1916", &[germany]);
    check(
        "belgium 1914-08",
        &["; in this month: violated 4 August 1914"],
    );
    check("belgium 1914", &["; in this year: violated 4 August 1914"]);
    check(
        "luxembourg 1942",
        &["; violated 10 May 1940 by German Reich"],
    );
    check(
        "ukraine 2014-03-01",
        &["; about this time: violated 27 February – 18 March 2014 by Russia"],
    );
}

#[test]
fn where_words_can_mean_several_things_they_are_listed() {
    let check = |question: &[&str], expected: &[&str]| {
        let (status, text, error) = answer(question);
        assert_eq!((status, text.as_str()), (1, ""), "{question:?}: {error}");
        for expected in expected {
            assert!(error.contains(expected), "{question:?}: {error}");
        }
    };
    let several = "neutrality: 'treaty of london' can mean several events:\n";
    check(
        &["show", "treaty of london"],
        &[
            several,
            "treaty-of-london-1867: ",
            "treaty-of-london-1839: ",
        ],
    );
    check(&["cite", "treaty of london"], &[several]);
    check(&["show", "belgium"], &["several events", "and ", " more;"]);
    check(&["neutral"], &["several things", "event    "]);
    check(
        &["austria 1955"],
        &[
            "case     austria-1955: Austria 1955\n",
            "status   at '1955' --country austria: Austria, 1955\n",
        ],
    );
}

#[test]
fn every_refusal_is_one_line_of_one_voice_and_has_its_status() {
    let check = |command: &[&str], status: i32, expected: &str| {
        let (found, text, error) = answer(command);
        assert_eq!((found, text.as_str()), (status, ""), "{command:?}: {error}");
        assert!(
            error.starts_with(&format!("neutrality: {expected}")),
            "{command:?}: {error}"
        );
        assert!(
            !error.contains("press") && !error.contains("in the reader"),
            "{error}"
        );
    };
    check(&["xyzzy"], 1, "nothing is called 'xyzzy'");
    check(
        &["lst"],
        1,
        "nothing is called 'lst'; did you mean 'neutrality list'?",
    );
    check(
        &["no/such"],
        1,
        "no file and nothing in the timeline is called 'no/such'",
    );
    check(&["nowhere.toml"], 2, "cannot read 'nowhere.toml'");
    check(&["./nowhere"], 2, "cannot read './nowhere'");
    check(&["1914-13-01"], 1, "'1914-13-01' is no date");
    check(&["at", "soon"], 1, "'soon' is no date");
    check(&["list", "--from", "the war"], 1, "'the war' is no date");
    check(
        &["--theme", "blue"],
        1,
        "no theme is called 'blue'; it is one of: auto, light, dark, mono",
    );
    check(
        &["list", "--format", "xml"],
        1,
        "no format is called 'xml'; it is one of: text, json, csv, markdown",
    );
    check(&["--view", "map"], 1, "no view is called 'map'");
    check(&["completions", "tcsh"], 1, "no shell is called 'tcsh'");
    check(&["lanes", "--width", "5"], 1, "--width does not take '5'");
    check(
        &["list", "--importance", "9"],
        1,
        "--importance does not take '9'",
    );
    check(
        &["list", "--role", "guaranter"],
        1,
        "no role is called 'guaranter'; did you mean 'guarantor'?",
    );
    check(
        &["list", "--country", "atlantis"],
        1,
        "no country is called 'atlantis'; 'neutrality countries' prints them all",
    );
    check(
        &["list", "--nothing"],
        2,
        "'--nothing' is no flag of 'neutrality list'",
    );
    check(
        &["show"],
        2,
        "the following required arguments were not provided",
    );
    check(
        &["belgium", "1914", "--view", "lanes"],
        2,
        "--view is for the reader",
    );
    check(
        &["belgium", "1914", "--role", "neutral"],
        2,
        "'belgium 1914' is answered whole",
    );
    check(
        &["1914", "--from", "1914"],
        2,
        "the question names the time already",
    );
    check(
        &["belgium", "--as", "footnote"],
        2,
        "a footnote is of a status on a day",
    );
    check(
        &["--format", "json"],
        2,
        "--format, --as and --style are for a question",
    );
    check(
        &["show", "treaty-of-london-1839", "--style", "apa"],
        2,
        "--style is for '--as footnote'",
    );
    check(&["-f", SHIPPED, SHIPPED], 2, "the timeline is named twice");
}

#[test]
fn a_list_of_a_time_beyond_the_record_says_so() {
    let check = |arguments: &[&str], expected: &str| {
        let (status, text, error) = answer(&[&["list"], arguments].concat());
        assert_eq!((status, text.as_str(), error.as_str()), (0, "", expected));
    };
    check(
        &["--from", "2400"],
        "neutrality: no event is left: from 2400\n\
         neutrality: the record ends with 14–24 December 2025; what came later is not in it\n",
    );
    check(
        &["--to", "1500", "--country", "laos"],
        "neutrality: no event is left: Laos, to 1500\n\
         neutrality: the record begins with 20 March 1815; what came before is not in it\n",
    );
    check(
        &["--to", "2400", "--country", "laos", "--kind", "law"],
        "neutrality: no event is left: Laos, law, to 2400\n",
    );
}

#[test]
fn a_file_that_exists_goes_before_a_name() {
    let folder = crate::common::files::folder();
    let path = script(&folder, "belgium", texts::SMALL);
    let text = output(&[&path]);
    assert!(text.contains(" london-1839\n"), "{text}");
}

#[test]
fn countries_that_are_named_are_narrowed_by_the_other_flags() {
    let check = |flags: &[&str], expected: bool| {
        let mut command = vec!["at", "1914-08-01", "--country", "belgium"];
        command.extend(flags);
        let (_, text, _) = answer(&command);
        assert_eq!(text.contains("Belgium"), expected, "{flags:?}: {text}");
    };
    check(&[], true);
    check(&["--role", "neutral"], true);
    check(&["--role", "guarantor"], false);
}

#[test]
fn all_that_is_required_of_an_event_counts() {
    let check = |flags: &[&str], there: &str, missing: &str| {
        let text = output(&[&["list"], flags].concat());
        assert!(text.contains(there), "{flags:?}: {text}");
        assert!(!text.contains(missing), "{flags:?}: {text}");
    };
    let invasion = "german-invasion-belgium-1914\n";
    check(
        &["--party", "germany:violator", "--party", "belgium:neutral"],
        invasion,
        "treaty-of-london-1839\n",
    );
    check(
        &["--party", "germany:guarantor", "--party", "belgium:neutral"],
        "treaty-of-london-1839\n",
        invasion,
    );
    check(
        &["--with-country", "belgium", "--with-country", "luxembourg"],
        "treaty-of-versailles-1919\n",
        "belgian-revolution-1830\n",
    );
    let (status, _, error) = answer(&["list", "--party", "germany"]);
    assert_eq!(status, 1, "{error}");
    assert!(
        error.contains("'germany' is no party; it is a country and its role"),
        "{error}"
    );
    let (_, _, error) = answer(&["list", "--party", "germany:violator", "--from", "2030"]);
    assert!(error.contains("Germany as violator"), "{error}");
}

#[test]
fn a_filter_has_a_name_in_the_settings() {
    let folder = crate::common::files::folder();
    let settings = folder.join("config.toml");
    std::fs::write(
        &settings,
        "[filters]\ninvaded = \"--party germany:violator --to 1914\"\nodd = \"--nothing\"\n",
    )
    .unwrap();
    let ask = |name: &str| {
        let mut command = program(&["list", "--filter", name]);
        run(command.env("NEUTRALITY_CONFIG", &settings))
    };
    let (status, text, _) = ask("invaded");
    assert_eq!(status, 0);
    assert!(
        text.contains("german-invasion-belgium-1914\n") && !text.contains("1839"),
        "{text}"
    );
    let (status, _, error) = ask("invadde");
    assert_eq!(status, 1);
    assert!(
        error.contains("no filter is called 'invadde'; did you mean 'invaded'?"),
        "{error}"
    );
    assert!(error.contains("unexpected argument '--nothing'"), "{error}");
}

#[test]
fn the_command_that_opens_a_view_opens_that_very_view() {
    let check = |flags: &[&str], keys: &str| {
        let frame = |flags: &[&str], keys: &str| {
            output(&[&["frame", "--size", "120x36", "--keys", keys], flags].concat())
        };
        // The reader as `frame` opens it: at an event, so that no page of the timeline's own comes first.
        let mut app = App::new(timeline(texts::SHIPPED)).unwrap();
        app.start_at("treaty-of-london-1839");
        app.handle(Input::Resize(neutrality::app::input::Size {
            columns: 120,
            rows: 36,
        }));
        press(&mut app, keys);
        for (flag, value) in flags.chunks_exact(2).map(|pair| (pair[0], pair[1])) {
            let timeline = app.timeline();
            let mut filter = app.selection().filter().clone();
            match flag {
                "--country" => filter
                    .choices
                    .include
                    .push(Value::Country(timeline.country_called(value).unwrap())),
                _ => filter
                    .choices
                    .exclude
                    .push(Facet::Kind.value_called(value, timeline).unwrap()),
            }
            app.set_filter(filter);
        }
        let command = neutrality::app::view_command(&app).unwrap();
        let words: Vec<&str> = command.split(' ').skip(1).collect();
        let before = frame(&[flags, &["--at", "treaty-of-london-1839"]].concat(), keys);
        assert_eq!(before, frame(&words, ""), "{command}");
        command
    };
    check(&[], "");
    check(&["--country", "belgium", "--without-kind", "statement"], "");
    let lanes = check(&[], "2");
    assert!(
        lanes.starts_with("neutrality --view=lanes --at="),
        "{lanes}"
    );
    let ages = check(&[], "2 A");
    assert!(ages.starts_with("neutrality --view=ages --at="), "{ages}");
    // Every title of the ages has a command that opens at it.
    for keys in [
        "2 A j",
        "2 A k",
        "2 A End",
        "2 A Home j j",
        "2 A j Enter Esc",
    ] {
        check(&[], keys);
    }
    // A stop of a tour is begun with as the walk comes to it.
    let mut app = App::new(timeline(texts::SHIPPED)).unwrap();
    let tour = app.timeline().tour_called("argument").unwrap();
    app.start_tour_at(tour, 2);
    let command = neutrality::app::view_command(&app).unwrap();
    assert_eq!(command, "neutrality --tour=argument:3");
    assert!(neutrality::app::left_out(&app).is_empty());
    let frame = |tour: &str| output(&["frame", "--size", "120x36", "--tour", tour]);
    assert_eq!(frame("argument"), frame("argument:1"));
    assert_ne!(frame("argument"), frame("argument:3"));
    let (status, _, error) = answer(&["frame", "--tour", "argument:99"]);
    assert_eq!(status, 1);
    assert!(
        error.contains("'99' is no stop of 'argument', which has "),
        "{error}"
    );
}
