//! A file that is read again says what it says to who reads it for the first time: the same model, faults and positions.

use proptest::prelude::*;

use super::agreement::{EVENTS, SPOILS};
use super::kept::Unchanged;
use super::pieces::Pieces;
use super::{Kept, Limits, Loaded, Progress, read_again};

const LIMITS: Limits = Limits::of_mebibytes(64);

fn read(text: &str, kept: &mut Option<Kept>) -> Loaded {
    let bytes = text.as_bytes().to_vec();
    read_again(LIMITS, "a.toml", bytes, &Progress::default(), kept)
}

/// Reads texts as states of one file, and compares all that comes out with what each says by itself.
fn check<'t>(states: impl IntoIterator<Item = &'t str>) {
    let mut kept = None;
    for text in states {
        let mut fresh = None;
        let expected = read(text, &mut fresh);
        let found = read(text, &mut kept);
        assert_eq!(format!("{found:?}"), format!("{expected:?}"), "{text}");
        if let Some(fresh) = fresh {
            let kept = kept.as_ref().map(Kept::in_place);
            assert_eq!(kept, Some(fresh.in_place()), "{text}");
        }
    }
}

#[test]
fn what_stands_before_and_behind_a_change_is_taken_over() {
    let head = "format = 1\n[timeline]\ntitle = \"T\"\n";
    let event = |id| {
        format!(
            "[[events]]\nid = \"{id}\"\ndate = 1815\ntitle = \"T\"\ntags = [\"t\"]\nimage = {{ file = \"a.png\" }}\n\
             sources = [\"https://example.org/{id}\"]\nmilestones = [{{ stage = \"signed\", date = 1815 }}]\n"
        )
    };
    let file = |head: &str, ids: &str| {
        ids.chars()
            .map(event)
            .fold(head.to_owned(), |file, event| file + &event)
    };
    let check_one = |before: &str, now: &str, expected: (usize, usize)| {
        let mut kept = None;
        read(before, &mut kept);
        let unchanged = kept.unwrap().unchanged(now, &Pieces::of(now));
        let (first, last) = expected;
        assert_eq!(unchanged, Unchanged { first, last }, "{now}");
        check([before, now, before]);
    };
    let other_head = "format = 1\n[timeline]\ntitle = \"Longer\"\n";
    for (before, now, expected) in [
        ("abcd", "abcd", (4, 0)),
        ("abcd", "abxd", (2, 1)),
        ("abcd", "abxcd", (2, 2)),
        ("abcd", "acd", (1, 2)),
        ("abcd", "xbcd", (0, 3)),
        ("abcd", "abcx", (3, 0)),
        ("aaa", "aa", (2, 0)),
        ("ab", "ba", (0, 0)),
        ("ab", "x", (0, 0)),
    ] {
        check_one(&file(head, before), &file(head, now), expected);
        check_one(&file(head, before), &file(other_head, now), expected);
    }
}

#[test]
fn the_shipped_timeline_is_read_again_as_it_is_read() {
    let shipped = include_str!("../../../timeline.toml");
    let half = shipped.len() / 2;
    let at = half + shipped[half..].find("title = \"").unwrap();
    let longer = format!("{}title = \"Longer {}", &shipped[..at], &shipped[at + 9..]);
    check([shipped, &longer]);
}

#[test]
fn what_is_kept_is_not_lost_when_a_file_is_broken_for_a_while() {
    let broken = EVENTS.replace("id = \"b\"", "id = \"b");
    let mut kept = None;
    for (text, is_kept) in [(EVENTS, true), (&broken, true), (EVENTS, true)] {
        read(text, &mut kept);
        assert_eq!(kept.is_some(), is_kept);
    }
    check([EVENTS, &broken, EVENTS]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_that_is_changed_at_random_is_read_as_for_the_first_time(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, any::<prop::sample::Index>()), 1..4)
    ) {
        let mut states = vec![EVENTS.to_owned()];
        let mut text: Vec<char> = EVENTS.chars().collect();
        for (at, taken, spoil) in changes {
            let at = at.index(text.len());
            let end = text.len().min(at + taken * taken);
            text.splice(at..end, SPOILS[spoil.index(SPOILS.len())].chars());
            states.push(text.iter().collect());
        }
        states.push(EVENTS.to_owned());
        check(states.iter().map(String::as_str));
    }

    #[test]
    fn events_in_any_order_are_read_as_for_the_first_time(order in prop::collection::vec(0..5_usize, 0..8)) {
        let pieces = Pieces::of(EVENTS);
        let start = pieces.events[0].start;
        let events: Vec<&str> = pieces.events.iter().map(|piece| &EVENTS[piece.clone()]).collect();
        let events = order.iter().filter_map(|at| events.get(*at).copied());
        let now: String = std::iter::once(&EVENTS[..start]).chain(events).collect();
        check([EVENTS, &now, EVENTS]);
    }
}
