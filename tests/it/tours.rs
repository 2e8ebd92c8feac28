//! Tours: in the reader, as text, and as a hand-out.

use crate::common::files;
use crate::common::process::{answer, output};

/// The program's answer, with the timeline that has tours.
fn said(arguments: &[&str]) -> String {
    output(&[arguments, &["-f", &files::TOURS]].concat())
}

#[test]
fn tours_are_listed_and_each_is_told_from_its_first_stop_to_its_last() {
    let list = said(&["tour"]);
    assert!(list.starts_with("promises  What the promises were worth  4 stops\n"));
    assert!(list.contains("\none-stop  A tour of one stop  1 stop\n"));
    let tour = said(&["tour", "promises"]);
    let mut rest = tour.as_str();
    for stop in [
        "What the promises were worth\nFour stops, a minute.",
        "\n\n\n1 of 4   A promise of two",
        "\n\n\n2 of 4   The summer in which it was broken",
        "\n\n\n3 of 4   What the author makes of it",
        "\n\n\n4 of 4   Who was spared\n",
    ] {
        let (_, after) = rest.split_once(stop).expect(stop);
        rest = after;
    }
    assert!(said(&["tour", "promises", "--ascii"]).is_ascii());
    let json: serde_json::Value =
        serde_json::from_str(&said(&["tour", "--format", "json"])).unwrap();
    assert_eq!(json["tours"][0]["stops"][3]["criterion"], "survived");
    assert_eq!(json["tours"].as_array().map(Vec::len), Some(2));
}

#[test]
fn what_is_no_tour_is_refused_with_a_way_out() {
    let check = |arguments: &[&str], expected: &str| {
        let (status, _, error) = answer(&[arguments, &["-f", &files::TOURS]].concat());
        assert_eq!((status, error.as_str()), (1, expected), "{arguments:?}");
    };
    let near = "neutrality: no tour is called 'promise'; did you mean 'promises'?\n";
    check(&["tour", "promise"], near);
    let none = output(&["tour", "-f", files::SMALL]);
    assert_eq!(none, "this timeline has no tours\n");
}

#[test]
fn every_tour_of_the_shipped_timeline_is_told() {
    for line in output(&["tour"])
        .lines()
        .filter(|line| !line.starts_with(' '))
    {
        let Some(id) = line.split("  ").next().filter(|id| !id.is_empty()) else {
            continue;
        };
        let tour = output(&["tour", id]);
        assert!(tour.contains("\n\n\n1 of "), "{id}");
        assert!(tour.contains("\nLook at\n"), "{id}");
    }
}
