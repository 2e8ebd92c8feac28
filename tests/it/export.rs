//! Exports: what each form holds, and how a file is written whole or not at all.

use std::fs;

use crate::common::files::{DATES, LANES, SHIPPED, SMALL, folder};
use crate::common::process::{answer, export, output, program, run};

const FORMATS: [&str; 7] = [
    "markdown",
    "html",
    "json",
    "csv",
    "timelinejs",
    "svg",
    "icalendar",
];

#[test]
fn every_form_holds_the_events_their_sources_and_their_precision() {
    for format in FORMATS {
        let printed = export(DATES, format, &[]);
        for label in [
            "until 1846",
            "1830s",
            "c. 1907",
            "1866 or 1867",
            "since 12 December 1995",
        ] {
            assert!(printed.contains(label), "{format} lacks {label}");
        }
        let small = export(SMALL, format, &[]);
        // A drawing has room for events and statuses only, and a calendar for events.
        if !["svg", "icalendar"].contains(&format) {
            for part in [
                "The Map of Europe by Treaty",
                "no. 183",
                "complicates",
                "Great Britain",
            ] {
                assert!(small.contains(part), "{format} lacks {part}");
            }
        }
    }
}

#[test]
fn every_form_says_what_it_was_made_by() {
    let version = concat!("neutrality ", env!("CARGO_PKG_VERSION"));
    for format in ["markdown", "html", "json", "timelinejs", "svg"] {
        let printed = export(SMALL, format, &[]);
        assert!(printed.contains(version), "{format}");
        assert!(printed.contains("9 events from 1815 to 2014."), "{format}");
        let part = export(SMALL, format, &["--country", "belgium", "--from", "1900"]);
        assert!(
            part.contains("2 of 9 events: Belgium, from 1900."),
            "{format}"
        );
    }
    let folder = folder();
    let one = folder.join("one.toml");
    let event = "format = 1\n[timeline]\ntitle = \"T\"\n[[events]]\nid = \"a\"\ndate = \"1914\"\ntitle = \"A\"\n";
    fs::write(&one, event).unwrap();
    let page = export(&one.to_string_lossy(), "html", &[]);
    assert!(page.contains("1 event in 1914."), "{page}");
}

#[test]
fn a_filter_leaves_its_events_and_no_link_leads_nowhere() {
    let check = |format: &str, here: &str, not_here: &str| {
        let printed = export(SMALL, format, &["--country", "luxembourg"]);
        assert!(printed.contains(here), "{format} lacks {here}");
        assert!(!printed.contains(not_here), "{format} has {not_here}");
    };
    check("csv", "london-1867", "london-1839");
    check("markdown", "(#event-london-1867)", "(#event-london-1839)");
    check("html", "#event-london-1867", "#event-london-1839");
    check("timelinejs", "london-1867", "london-1839");
    check("svg", "Luxembourg", ">Belgium<");
}

#[test]
fn markdown_is_taken_for_nothing_else() {
    let printed = export(DATES, "markdown", &[]);
    for line in [
        "# Dates \\& \\<doubts\\>",
        "A line of \\*every\\* sort.",
        "#### <a id=\"event-decade\"></a>\\<script\\>alert('1830s')\\</script\\>",
        "\\# no heading",
        "1\\. no list \\& no \\<b\\>bold\\</b\\>, =1+1",
        "- Date in EDTF: `1914-08-XX`",
        "- Dated: The paper was made from 1906 to 1908.",
        "- Ratified: June 1839",
        "### 1990s",
    ] {
        assert!(
            printed.lines().any(|found| found == line),
            "{line}\n{printed}"
        );
    }
}

#[test]
fn csv_has_a_row_an_event() {
    let printed = export(DATES, "csv", &[]);
    let mut reader = csv::Reader::from_reader(printed.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 11);
    let row = |at: usize| rows[at].iter().collect::<Vec<_>>();
    let first = rows
        .iter()
        .position(|row| &row[0] == "open-beginning")
        .unwrap();
    assert_eq!(
        row(first)[..5],
        ["open-beginning", "../1846", "", "1846-12-31", "until 1846"]
    );
    let quoted = rows
        .iter()
        .position(|row| &row[7] == "Day, \"quoted\"")
        .unwrap();
    assert_eq!(row(quoted)[9..12], ["Act", "2", "Belgium: Neutral"]);
    assert_eq!(
        row(quoted)[17..19],
        [
            "ratified: 1839-06",
            "A letter, \"undated\", fol. 2 (primary)"
        ]
    );
}

#[test]
fn the_drawing_is_xml_and_every_shape_has_its_title() {
    for (file, least) in [(SMALL, 9), (DATES, 11), (SHIPPED, 190)] {
        let printed = export(file, "svg", &[]);
        let svg = roxmltree::Document::parse(&printed).unwrap();
        let root = svg.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        assert!(root.attribute("viewBox").is_some());
        let titles: Vec<&str> = svg
            .descendants()
            .filter(|node| node.has_tag_name("title"))
            .filter_map(|node| node.text())
            .collect();
        let timeline = export(file, "json", &[]);
        let timeline: serde_json::Value = serde_json::from_str(&timeline).unwrap();
        let all = timeline["events"].as_array().unwrap();
        assert!(all.len() >= least, "{file}: {}", all.len());
        for event in all {
            let title = event["title"].as_str().unwrap();
            assert!(titles.iter().any(|found| found.ends_with(title)), "{title}");
        }
        assert!(
            !printed.contains("NaN") && !printed.contains("inf"),
            "{file}"
        );
    }
}

#[test]
fn bands_end_where_their_dates_do_and_fade_where_these_are_inexact() {
    let sharp = export(SMALL, "svg", &["--country", "belgium"]);
    let bands = sharp
        .split("<defs>")
        .nth(1)
        .unwrap()
        .split("</defs>")
        .nth(1)
        .unwrap();
    let of_belgium = bands.split("<title>Belgium: ").nth(1).unwrap();
    let band = of_belgium.split("</g>").next().unwrap();
    assert!(band.starts_with("Permanent neutrality by treaty. From 19 April 1839 to 28 June 1919. Violated 4 August 1914."));
    assert!(
        band.contains("guarantee broken")
            && band.contains("class=\"cross\"")
            && !band.contains("mask=")
    );
    let faded = export(DATES, "svg", &[]);
    let band = faded
        .split("<title>Belgium: ")
        .nth(1)
        .unwrap()
        .split("</g>")
        .next()
        .unwrap();
    assert!(band.contains("url(#fade-out)"), "{band}");
}

#[test]
fn a_file_is_replaced_only_when_that_is_asked() {
    let folder = folder();
    let path = folder.join("x.csv").display().to_string();
    let ask = |more: &[&str]| {
        answer(
            &[
                &["export", "-f", SMALL, "--format", "csv", "-o", &path],
                more,
            ]
            .concat(),
        )
    };
    assert_eq!(ask(&[]), (0, String::new(), String::new()));
    let first = fs::read(&path).unwrap();
    assert_eq!(first, export(SMALL, "csv", &[]).into_bytes());
    let (status, _, error) = ask(&["--country", "belgium"]);
    assert_eq!(status, 2);
    assert_eq!(
        error,
        format!("neutrality: '{path}' exists already; --force replaces it\n")
    );
    assert_eq!(fs::read(&path).unwrap(), first, "the file was kept");
    assert_eq!(ask(&["--country", "belgium", "--force"]).0, 0);
    assert_ne!(fs::read(&path).unwrap(), first);
    assert_eq!(
        fs::read_dir(&*folder).unwrap().count(),
        1,
        "nothing else is left"
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_is_replaced_keeps_its_mode_and_a_link_goes_on_being_one() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder();
    let (file, link) = (folder.join("x.csv"), folder.join("link.csv"));
    fs::write(&file, "old").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&file, &link).unwrap();
    let path = link.display().to_string();
    let (status, ..) = answer(&[
        "export", "-f", SMALL, "--format", "csv", "-o", &path, "--force",
    ]);
    assert_eq!(status, 0);
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&file).unwrap().starts_with("id,date"));
}

#[test]
fn what_cannot_be_written_is_said_and_leaves_nothing_behind() {
    let folder = folder();
    let inside = folder.display().to_string();
    let nowhere = folder.join("no/x.csv").display().to_string();
    let check = |arguments: &[&str], status: i32, printed: &str| {
        let (found, out, error) = answer(&[&["export", "-f", SMALL], arguments].concat());
        assert_eq!((found, out.as_str()), (status, ""), "{arguments:?}");
        assert!(error.contains(printed), "{arguments:?}: {error}");
    };
    check(
        &["--format", "csv", "-o", &nowhere],
        2,
        "there is no such folder",
    );
    check(
        &["--format", "csv", "-o", &inside, "--force"],
        2,
        "it is a directory",
    );
    check(&["--format", "pdf"], 1, "no format is called 'pdf'");
    check(&[], 2, "--format");
    check(
        &["--format", "csv", "--from", "2100"],
        1,
        "no event is left to export: from 2100",
    );
    check(
        &["--format", "csv", "--country", "Belgum"],
        1,
        "did you mean 'Belgium'?",
    );
    assert_eq!(fs::read_dir(&*folder).unwrap().count(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let (status, _, error) =
        answer(&["export", "-f", SMALL, "--format", "html", "-o", "/dev/full"]);
    assert_eq!(status, 2);
    assert_eq!(
        error,
        "neutrality: cannot write '/dev/full': the disk is full\n"
    );
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let (status, _, error) =
        run(program(&["export", "-f", SMALL, "--format", "html"]).stdout(full));
    assert_eq!(status, 2);
    assert!(error.starts_with("neutrality: cannot write"), "{error}");
}

#[test]
fn a_part_is_exported_with_what_it_cites_and_no_more() {
    let part = ["--from", "1914-08", "--to", "1914-08"];
    for format in ["html", "markdown"] {
        let page = export(SHIPPED, format, &part);
        assert!(page.contains("Germany invades Belgium"), "{format}");
        assert!(!page.contains("Istanbul communiqué"), "{format}");
        assert!(!page.contains("budapest-memorandum-1994"), "{format}");
        let full = export(SHIPPED, format, &[]);
        assert!(
            page.len() * 8 < full.len(),
            "{format}: {} of {}",
            page.len(),
            full.len()
        );
    }
    let page = export(SHIPPED, "html", &part);
    let ticks: Vec<&str> = page.split("<text class=\"tick\"").skip(1).collect();
    assert!(
        ticks.iter().any(|tick| tick.contains(">6 Aug<")),
        "the axis fits"
    );
    assert!(
        !ticks.iter().any(|tick| tick.contains(">1900<")),
        "the axis fits"
    );
}

#[test]
fn a_document_has_the_title_and_the_parts_that_are_wanted() {
    let check = |more: &[&str], there: &[&str], missing: &[&str]| {
        let page = export(
            SHIPPED,
            "markdown",
            &[&["--country", "belgium"], more].concat(),
        );
        for text in there {
            assert!(page.contains(text), "{more:?}: {text}");
        }
        for text in missing {
            assert!(!page.contains(text), "{more:?}: {text}");
        }
    };
    check(
        &[
            "--title",
            "Belgium for the class",
            "--only",
            "timeline,sources",
        ],
        &[
            "# Belgium for the class\n",
            "</a>Timeline\n",
            "</a>Sources\n",
            "[Sources](#part-Sources)",
        ],
        &["</a>Article\n", "</a>Cases\n", "(#passage-"],
    );
    check(
        &["--only", "article"],
        &["</a>Article\n"],
        &["</a>Timeline\n", "(#event-"],
    );
    #[cfg(feature = "citations")]
    check(
        &["--style", "apa", "--only", "sources"],
        &["Hertslet, E. (1875"],
        &[],
    );
    let refused = |arguments: &[&str], status: i32, expected: &str| {
        let (found, _, error) = answer(&[&["export"], arguments].concat());
        assert_eq!(found, status, "{arguments:?}: {error}");
        assert!(error.contains(expected), "{arguments:?}: {error}");
    };
    refused(
        &["--format", "csv", "--title", "x"],
        2,
        "are for markdown and html",
    );
    refused(
        &["--format", "markdown", "--only", "lanes"],
        2,
        "lanes and ages are parts of html",
    );
    refused(
        &["--format", "html", "--only", "maps"],
        1,
        "no part is called 'maps'",
    );
    refused(
        &["--format", "html", "--only", "cases", "-f", SMALL],
        1,
        "there is nothing for the part 'cases'",
    );
}

#[test]
fn two_versions_are_compared_and_corrections_told() {
    let folder = folder();
    let newer = folder.join("newer.toml");
    let text = fs::read_to_string(SMALL).unwrap();
    fs::write(
        &newer,
        text.replace("Germany invades Belgium", "Germany attacks Belgium"),
    )
    .unwrap();
    let newer = newer.to_str().unwrap();
    let (status, text, _) = answer(&["diff", SMALL, newer]);
    assert_eq!(status, 1);
    assert!(
        text.contains(
            "~ event invasion-1914\n    title: Germany [-invades-] {+attacks+} Belgium\n"
        ),
        "{text}"
    );
    assert_eq!(
        answer(&["diff", SMALL, SMALL]),
        (0, String::new(), String::new())
    );
    let (_, markdown, _) = answer(&["diff", SMALL, newer, "--format", "markdown"]);
    assert!(
        markdown.contains("- event `invasion-1914` changed\n"),
        "{markdown}"
    );
    let (_, json, _) = answer(&["diff", SMALL, newer, "--format", "json"]);
    assert!(
        json.contains("\"new\": \"Germany attacks Belgium\""),
        "{json}"
    );
    let (_, changes, _) = answer(&["changes", "--format", "markdown"]);
    assert!(
        changes.starts_with("| date | about | was | now |"),
        "{changes}"
    );
    assert!(export(SHIPPED, "html", &[]).contains("id=\"corrections\""));
}

#[test]
fn the_sources_are_written_as_cite_writes_them() {
    for format in ["bibtex", "csl-json", "ris"] {
        let cited = output(&["cite", "--all", "--file", SMALL, "--format", format]);
        assert_eq!(export(SMALL, format, &[]), cited, "{format}");
    }
    // Of what a filter leaves, and of nothing else.
    let left = export(
        SHIPPED,
        "ris",
        &["--from", "1914-08-05", "--to", "1914-08-05"],
    );
    let count = left.lines().filter(|line| line.starts_with("TY  - "));
    assert!((1..20).contains(&count.count()), "{left}");
    let (status, _, error) = answer(&["export", LANES, "--format", "bibtex"]);
    assert_eq!(status, 1);
    assert_eq!(error, "neutrality: none of these events has a source\n");
}
