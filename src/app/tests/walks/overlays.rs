//! In the panel of facets, in menus, in a search: what is chosen, what is shown, and where one is after them.

use expect_test::expect;

use super::*;
use crate::timeline::samples;

#[test]
fn values_and_facets_of_the_panel() {
    let mut app = reader(samples::cases(), 80, 24);
    keys(
        &mut app,
        "f j j k Space j + k Space Space j - j j j j j j j k G g PgDn PgUp Tab Tab Shift-Tab h l x X Esc",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         f  panel at 0 of Country, 9 shown
         j  panel at 1 of Country, 9 shown
         j  panel at 2 of Country, 9 shown
         k  panel at 1 of Country, 9 shown
     Space  panel at 1 of Country, 4 shown
         j  panel at 2 of Country, 4 shown
         +  panel at 2 of Country, 1 shown
         k  panel at 1 of Country, 1 shown
     Space  panel at 1 of Country, 3 shown
     Space  panel at 1 of Country, 1 shown
         j  panel at 2 of Country, 1 shown
         -  panel at 2 of Country, 3 shown
         j  panel at 3 of Country, 3 shown
         j  panel at 4 of Country, 3 shown
         j  panel at 5 of Country, 3 shown
         j  =
         j  =
         j  =
         j  =
         k  panel at 4 of Country, 3 shown
         G  panel at 5 of Country, 3 shown
         g  panel at 0 of Country, 3 shown
      PgDn  panel at 5 of Country, 3 shown
      PgUp  panel at 0 of Country, 3 shown
       Tab  panel at 0 of Role, 3 shown
       Tab  panel at 0 of Kind, 3 shown
 Shift-Tab  panel at 0 of Role, 3 shown
         h  panel at 0 of Country, 3 shown
         l  panel at 0 of Role, 3 shown
         x  =
         X  panel at 0 of Role, 9 shown
       Esc  list from 0 on vienna-1815, page from 0
"#]],
    );
}

#[test]
fn the_panel_is_narrowed_and_taken() {
    let mut app = reader(samples::cases(), 80, 24);
    keys(
        &mut app,
        "j j f / b e l Enter Space Enter j j k x x f / z z Esc Esc q",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         j  list from 0 on belgium-1831, page from 0
         j  list from 0 on london-1839, page from 0
         f  panel at 0 of Country, 9 shown
         /  =
         b  =
         e  =
         l  =
     Enter  =
     Space  panel at 0 of Country, 4 shown
     Enter  list from 0 on london-1839, page from 0
         j  list from 0 on invasion-1914, page from 0
         j  list from 0 on versailles-1919, page from 0
         k  list from 0 on invasion-1914, page from 0
         x  list from 2 on invasion-1914, page from 0  filter lifted; x puts it back
         x  list from 0 on invasion-1914, page from 0
         f  panel at 0 of Country, 4 shown
         /  =
         z  =
         z  =
       Esc  =
       Esc  list from 0 on invasion-1914, page from 0
         q  =
"#]],
    );
}

#[test]
fn what_was_filtered_is_looked_at_in_the_list() {
    let mut app = reader(samples::cases(), 80, 24);
    keys(
        &mut app,
        "j j l f Space Enter x l f Enter 3 l f Down Space Enter",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         j  list from 0 on belgium-1831, page from 0
         j  list from 0 on london-1839, page from 0
         l  list from 0 on london-1839 in its page, page from 0 at link 0
         f  panel at 0 of Country, 9 shown
     Space  panel at 0 of Country, 5 shown
     Enter  list from 0 on london-1839, page from 0 at link 0
         x  =  filter lifted; x puts it back
         l  list from 0 on london-1839 in its page, page from 0 at link 0
         f  panel at 0 of Country, 9 shown
     Enter  list from 0 on london-1839, page from 0 at link 0
         3  outline from 0 on origins, page from 0
         l  outline from 0 on origins in its page, page from 0 at link 0
         f  panel at 0 of Country, 5 shown
      Down  panel at 1 of Country, 5 shown
     Space  panel at 1 of Country, 7 shown
     Enter  outline from 0 on origins in its page, page from 0 at link 0
"#]],
    );
}

#[test]
fn a_range_is_typed_into_the_panel() {
    let mut app = reader(samples::small(), 80, 24);
    keys(
        &mut app,
        "f Tab Tab Tab Tab Tab Space 1 9 1 4 Backspace 4 . . Enter Enter j k x",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         f  panel at 0 of Country, 9 shown
       Tab  panel at 0 of Role, 9 shown
       Tab  panel at 0 of Kind, 9 shown
       Tab  panel at 0 of Status, 9 shown
       Tab  panel at 0 of Violation, 9 shown
       Tab  panel at 0 of Time, 9 shown
     Space  =
         1  =
         9  =
         1  =
         4  =
 Backspace  =
         4  =
         .  =
         .  =
     Enter  panel at 0 of Time, 5 shown
     Enter  list from 0 on occupation-1914, page from 0
         j  list from 0 on invasion-1914, page from 0
         k  list from 0 on occupation-1914, page from 0
         x  list from 1 on occupation-1914, page from 0  filter lifted; x puts it back
"#]],
    );
}

#[test]
fn countries_are_marked_in_their_menu() {
    let mut app = reader(samples::cases(), 60, 14);
    keys(
        &mut app,
        "c Down Space Down Down Space Up Space PgDn PgUp Enter j k x c Esc",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         c  Countries from 0 on 0
      Down  Countries from 0 on 1
     Space  =
      Down  Countries from 0 on 2
      Down  Countries from 0 on 3
     Space  =
        Up  Countries from 0 on 2
     Space  =
      PgDn  Countries from 0 on 5
      PgUp  Countries from 0 on 0
     Enter  list from 0 on belgium-1831, page from 0
         j  list from 0 on london-1839, page from 0
         k  list from 0 on belgium-1831, page from 0
         x  =  filter lifted; x puts it back
         c  Countries from 0 on 0
       Esc  list from 0 on belgium-1831, page from 0
"#]],
    );
}

#[test]
fn the_help_is_gone_through() {
    let mut app = reader(samples::small(), 60, 14);
    keys(
        &mut app,
        "? Down Down Up PgDn PgDn PgUp End Home Esc",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         ?  Help from 0 on 0
      Down  Help from 0 on 1
      Down  Help from 0 on 2
        Up  Help from 0 on 1
      PgDn  Help from 6 on 7
      PgDn  Help from 12 on 13
      PgUp  Help from 6 on 7
       End  Help from 156 on 135
      Home  Help from 0 on 0
       Esc  list from 0 on vienna-1815, page from 0
"#]],
    );
}

#[test]
fn a_line_leads_to_a_date_an_event_or_a_country() {
    let mut app = reader(samples::cases(), 80, 24);
    keys(
        &mut app,
        ": 1 8 6 7 Enter : b e l g Down Down Up Enter Backspace Backspace : Up Enter : Esc",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         :  GoTo from 0 on 0
         1  =
         8  =
         6  =
         7  =
     Enter  list from 0 on london-1867, page from 0
         :  GoTo from 0 on 0
         b  =
         e  =
         l  =
         g  =
      Down  GoTo from 0 on 1
      Down  GoTo from 0 on 2
        Up  GoTo from 0 on 1
     Enter  list from 0 on london-1839, page from 0
 Backspace  list from 0 on vienna-1815, page from 0
 Backspace  =  this is where you began
         :  GoTo from 0 on 0
        Up  =
     Enter  list from 0 on belgium-1831, page from 0  ] and [ now walk 4 events of Belgium; Esc ends it
         :  GoTo from 0 on 0
       Esc  list from 0 on belgium-1831, page from 0
"#]],
    );
}

#[test]
fn matches_are_stepped_through() {
    let mut app = reader(samples::cases(), 80, 24);
    keys(
        &mut app,
        "/ b e l g Enter n n n n N N N N Esc n",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         /  a line at the foot
         b  =
         e  =
         l  =
         g  =
     Enter  list from 0 on belgium-1831, page from 0  1 of 4 events for “belg” · 1 claim · 1 case · n goes to the next
         n  list from 0 on london-1839, page from 0  2 of 4 events for “belg” · 1 claim · 1 case
         n  list from 2 on invasion-1914, page from 0  3 of 4 events for “belg” · 1 claim · 1 case
         n  list from 3 on versailles-1919, page from 0  4 of 4 events for “belg” · 1 claim · 1 case
         n  list from 1 on belgium-1831, page from 0  1 of 4 events for “belg” · 1 claim · 1 case · the end was passed: from the first again
         N  list from 3 on versailles-1919, page from 0  4 of 4 events for “belg” · 1 claim · 1 case · the beginning was passed: from the last again
         N  list from 3 on invasion-1914, page from 0  3 of 4 events for “belg” · 1 claim · 1 case
         N  list from 2 on london-1839, page from 0  2 of 4 events for “belg” · 1 claim · 1 case
         N  list from 1 on belgium-1831, page from 0  1 of 4 events for “belg” · 1 claim · 1 case
       Esc  =  search ended
         n  =  nothing is searched for; / starts a search
"#]],
    );
}

#[test]
fn what_is_followed_is_stepped_through() {
    let mut app = reader(samples::cases(), 80, 24);
    keys(
        &mut app,
        "] ] [ w w w W W 3 j ] ] [ a Enter Backspace Backspace H L # ] [ Esc Esc",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         ]  list from 0 on london-1839, page from 0  the article · 2 of 6
         ]  list from 0 on london-1867, page from 0  the article · 3 of 6
         [  list from 0 on london-1839, page from 0  the article · 2 of 6
         w  list from 1 on occupation-1914, page from 0  violations · 1 of 2
         w  list from 2 on invasion-1914, page from 0  violations · 2 of 2
         w  =  no later violation
         W  list from 2 on occupation-1914, page from 0  violations · 1 of 2
         W  =  no earlier violation
         3  outline from 0 on origins, page from 0
         j  outline from 0 on war, page from 0
         ]  outline from 0 on war in its page, page from 0 at link 0
         ]  outline from 0 on war in its page, page from 0 at link 1
         [  outline from 0 on war in its page, page from 0 at link 0
         a  =  that is about an event, and none is selected here; 1 shows the events
     Enter  list from 0 on london-1839, page from 0
 Backspace  outline from 0 on war in its page, page from 0 at link 0
 Backspace  list from 2 on occupation-1914, page from 0
         H  =  this is where you began
         L  outline from 0 on war in its page, page from 0 at link 0
         #  list from 0 on london-1839, page from 0  1 of 1 event for “Treaties of London: Belgium neutralised” · Backspace brings you back
         ]  list from 1 on occupation-1914, page from 0  ¶8 · 2 of 3
         [  list from 1 on london-1839, page from 0  ¶8 · 1 of 3
       Esc  =  search ended
       Esc  =  ] and [ walk the article’s events again
"#]],
    );
}
