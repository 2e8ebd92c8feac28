//! In a page beside its list and on the whole screen: its lines and its links.

use super::*;
use crate::timeline::samples;
use expect_test::expect;

#[test]
fn the_page_beside_the_list_is_gone_through_by_its_links() {
    let mut app = reader(samples::small(), 80, 20);
    keys(
        &mut app,
        "j j l j j j j j j j j j k k k k k k k k k k g G k",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         j  list from 0 on belgium-1831, page from 0
         j  list from 0 on london-1839, page from 0
         l  list from 0 on london-1839 in its page, page from 0 at link 0
         j  list from 0 on london-1839 in its page, page from 1 at link 1
         j  list from 0 on london-1839 in its page, page from 2 at link 2
         j  list from 0 on london-1839 in its page, page from 3 at link 3
         j  list from 0 on london-1839 in its page, page from 4 at link 4
         j  list from 0 on london-1839 in its page, page from 5 at link 5
         j  list from 0 on london-1839 in its page, page from 6 at link 6
         j  list from 0 on london-1839 in its page, page from 7 at link 6
         j  =
         j  =
         k  list from 0 on london-1839 in its page, page from 6 at link 5
         k  list from 0 on london-1839 in its page, page from 5 at link 4
         k  list from 0 on london-1839 in its page, page from 4 at link 3
         k  list from 0 on london-1839 in its page, page from 3 at link 2
         k  list from 0 on london-1839 in its page, page from 2 at link 1
         k  list from 0 on london-1839 in its page, page from 1 at link 0
         k  list from 0 on london-1839 in its page, page from 0 at link 0
         k  =
         k  =
         k  =
         g  list from 0 on london-1839 in its page, page from 0
         G  list from 0 on london-1839 in its page, page from 7
         k  list from 0 on london-1839 in its page, page from 6 at link 6
"#]],
    );
}

#[test]
fn a_page_on_the_whole_screen_is_read_line_by_line() {
    let mut app = reader(samples::small(), 60, 12);
    keys(
        &mut app,
        "j j Enter j j j j j j j j j j k k k k k k k k k k k",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         j  list from 0 on belgium-1831, page from 0
         j  list from 0 on london-1839, page from 0
     Enter  list from 0 on london-1839 in a page, page from 0
         j  list from 0 on london-1839 in a page, page from 1 at link 0
         j  list from 0 on london-1839 in a page, page from 2 at link 1
         j  list from 0 on london-1839 in a page, page from 3 at link 2
         j  list from 0 on london-1839 in a page, page from 6 at link 3
         j  list from 0 on london-1839 in a page, page from 8 at link 4
         j  list from 0 on london-1839 in a page, page from 12 at link 5
         j  list from 0 on london-1839 in a page, page from 16 at link 6
         j  list from 0 on london-1839 in a page, page from 17 at link 6
         j  =
         j  =
         k  list from 0 on london-1839 in a page, page from 16 at link 5
         k  list from 0 on london-1839 in a page, page from 15 at link 4
         k  list from 0 on london-1839 in a page, page from 14 at link 3
         k  list from 0 on london-1839 in a page, page from 13 at link 3
         k  list from 0 on london-1839 in a page, page from 12 at link 3
         k  list from 0 on london-1839 in a page, page from 11 at link 3
         k  list from 0 on london-1839 in a page, page from 10 at link 3
         k  list from 0 on london-1839 in a page, page from 9 at link 3
         k  list from 0 on london-1839 in a page, page from 8 at link 3
         k  list from 0 on london-1839 in a page, page from 7 at link 3
         k  list from 0 on london-1839 in a page, page from 6 at link 3
"#]],
    );
}

#[test]
fn a_page_turns_by_screens_and_halves_and_stops_at_its_ends() {
    let mut app = reader(samples::small(), 60, 12);
    keys(
        &mut app,
        "j j Enter Space Space Space Space Ctrl-B Ctrl-D Ctrl-U G k k g PgDn PgUp J J K",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         j  list from 0 on belgium-1831, page from 0
         j  list from 0 on london-1839, page from 0
     Enter  list from 0 on london-1839 in a page, page from 0
     Space  list from 0 on london-1839 in a page, page from 9
     Space  list from 0 on london-1839 in a page, page from 17
     Space  =
     Space  =
    Ctrl-B  list from 0 on london-1839 in a page, page from 8
    Ctrl-D  list from 0 on london-1839 in a page, page from 12
    Ctrl-U  list from 0 on london-1839 in a page, page from 8
         G  list from 0 on london-1839 in a page, page from 17
         k  list from 0 on london-1839 in a page, page from 16 at link 6
         k  list from 0 on london-1839 in a page, page from 15 at link 5
         g  list from 0 on london-1839 in a page, page from 0
      PgDn  list from 0 on london-1839 in a page, page from 9
      PgUp  list from 0 on london-1839 in a page, page from 0
         J  list from 0 on london-1839 in a page, page from 1
         J  list from 0 on london-1839 in a page, page from 2
         K  list from 0 on london-1839 in a page, page from 1
"#]],
    );
}

#[test]
fn beside_a_claim_the_events_are_the_list() {
    let mut app = reader(samples::cases(), 80, 20);
    keys(
        &mut app,
        "3 j l j j j j k k k k Esc j Enter j j j k k k Esc",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         3  outline from 0 on origins, page from 0
         j  outline from 0 on war, page from 0
         l  outline from 0 on war in its page, page from 0 at link 0
         j  outline from 0 on war in its page, page from 0 at link 1
         j  outline from 0 on war in its page, page from 0 at link 2
         j  outline from 0 on war in its page, page from 3 at link 3
         j  =
         k  outline from 0 on war in its page, page from 3 at link 2
         k  outline from 0 on war in its page, page from 3 at link 1
         k  outline from 0 on war in its page, page from 3 at link 0
         k  outline from 0 on war in its page, page from 2 at link 0
       Esc  outline from 0 on war in its page, page from 2
         j  outline from 0 on war in its page, page from 2 at link 0
     Enter  list from 0 on london-1839, page from 0
         j  list from 1 on london-1867, page from 0
         j  list from 2 on occupation-1914, page from 0
         j  list from 3 on invasion-1914, page from 0
         k  list from 3 on occupation-1914, page from 0
         k  list from 3 on london-1867, page from 0
         k  list from 2 on london-1839, page from 0
       Esc  =  ] and [ walk the article’s events again
"#]],
    );
}

#[test]
fn beside_a_case_the_events_are_the_list() {
    let mut app = reader(samples::cases(), 80, 20);
    keys(
        &mut app,
        "4 j j l l j h h k k k l Enter j j k k Esc Esc",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         4  cases from (0, 0) on switzerland-1815 Question(CriterionId(0)), page from 0
         j  cases from (0, 0) on switzerland-1815 Question(CriterionId(1)), page from 0
         j  cases from (0, 0) on switzerland-1815 Question(CriterionId(2)), page from 0
         l  cases from (0, 0) on belgium-1839 Question(CriterionId(2)), page from 0
         l  cases from (0, 0) on luxembourg-1867 Question(CriterionId(2)), page from 0
         j  cases from (0, 0) on luxembourg-1867 Question(CriterionId(3)), page from 0
         h  cases from (0, 0) on belgium-1839 Question(CriterionId(3)), page from 0
         h  cases from (0, 0) on switzerland-1815 Question(CriterionId(3)), page from 0
         k  cases from (0, 0) on switzerland-1815 Question(CriterionId(2)), page from 0
         k  cases from (0, 0) on switzerland-1815 Question(CriterionId(1)), page from 0
         k  cases from (0, 0) on switzerland-1815 Question(CriterionId(0)), page from 0
         l  cases from (0, 0) on belgium-1839 Question(CriterionId(0)), page from 0
     Enter  cases from (0, 0) on belgium-1839 Question(CriterionId(0)) in a page, page from 0 at link 0
         j  cases from (0, 0) on belgium-1839 Question(CriterionId(0)) in a page, page from 0 at link 1
         j  =
         k  cases from (0, 0) on belgium-1839 Question(CriterionId(0)) in a page, page from 0 at link 0
         k  =
       Esc  cases from (0, 0) on belgium-1839 Question(CriterionId(0)), page from 0
       Esc  =
"#]],
    );
}

#[test]
fn a_tour_is_read_on_from_stop_to_stop() {
    let mut app = reader(samples::tours(), 80, 20);
    keys(
        &mut app,
        "p Enter Enter Space Space Space Space Space Space Space Backspace Backspace Backspace j j j k q",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         p  Tours from 0 on 0
     Enter  list from 0 on vienna-1815 in its page, page from 0
     Enter  =  no link is chosen here; ↓ goes to the next
     Space  list from 0 on vienna-1815 in its page, page from 8
     Space  list from 0 on vienna-1815 in its page, page from 11
     Space  lanes from 0 on Belgium, 1914-08-04, 1910-01-01 to 1920-12-31, panel from 0, invasion-1914
     Space  =
     Space  outline from 0 on war in its page, page from 0
     Space  cases from (0, 0) on switzerland-1815 Question(CriterionId(3)) in its page, page from 0 at link 0
     Space  =  this was the last stop; Esc ends the tour
 Backspace  outline from 0 on war in its page, page from 0
 Backspace  lanes from 0 on Belgium, 1914-08-04, 1910-01-01 to 1920-12-31, panel from 0, invasion-1914
 Backspace  list from 0 on vienna-1815 in its page, page from 11
         j  list from 0 on vienna-1815 in its page, page from 11 at link 3
         j  list from 0 on vienna-1815 in its page, page from 11 at link 4
         j  =
         k  list from 0 on vienna-1815 in its page, page from 10 at link 3
         q  list from 0 on vienna-1815, page from 10 at link 3
"#]],
    );
}

#[test]
fn reading_on_goes_from_page_to_page() {
    let mut app = reader(samples::small(), 60, 14);
    keys(
        &mut app,
        "Enter Space Space Space Space Space Space Space Space Space Ctrl-B Ctrl-B Ctrl-B",
        expect![[r#"
list from 0 on vienna-1815, page from 0
     Enter  list from 0 on vienna-1815 in a page, page from 0
     Space  list from 0 on vienna-1815 in a page, page from 7
     Space  =
     Space  =
     Space  =
     Space  =
     Space  =
     Space  =
     Space  =
     Space  =
    Ctrl-B  list from 0 on vienna-1815 in a page, page from 0
    Ctrl-B  =
    Ctrl-B  =
"#]],
    );
}

#[test]
fn the_sources_are_gone_to_from_anywhere() {
    let mut app = reader(samples::small(), 60, 12);
    keys(
        &mut app,
        "s j k Esc j j s j k k Esc Enter s s k k k",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         s  list from 0 on vienna-1815 in its page, page from 9 at link 4
         j  =
         k  list from 0 on vienna-1815 in its page, page from 8 at link 3
       Esc  list from 0 on vienna-1815 in its page, page from 8
         j  list from 0 on vienna-1815 in its page, page from 9 at link 3
         j  list from 0 on vienna-1815 in its page, page from 9 at link 4
         s  =
         j  =
         k  list from 0 on vienna-1815 in its page, page from 8 at link 3
         k  list from 0 on vienna-1815 in its page, page from 7 at link 3
       Esc  list from 0 on vienna-1815 in its page, page from 7
     Enter  =  no link is chosen here; ↓ goes to the next
         s  list from 0 on vienna-1815 in its page, page from 9 at link 4
         s  =
         k  list from 0 on vienna-1815 in its page, page from 8 at link 3
         k  list from 0 on vienna-1815 in its page, page from 7 at link 3
         k  list from 0 on vienna-1815 in its page, page from 6 at link 2
"#]],
    );
}
