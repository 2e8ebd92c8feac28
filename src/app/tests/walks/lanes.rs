//! Along the lanes: rows, days, the years in sight, folds and the panel.

use super::*;
use crate::timeline::samples;
use expect_test::expect;

#[test]
fn rows_and_groups() {
    let mut app = reader(samples::lanes(), 80, 16);
    keys(
        &mut app,
        "2 j j j j j j j k k k k k k k } } } { { G g PgDn PgUp",
        expect![[r#"
list from 0 on paris-1815, page from 0
         2  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
         j  lanes from 0 on Belgium, 1815-11-20, panel from 0, paris-1815
         j  lanes from 0 on Ukraine, 1815-11-20, panel from 0, paris-1815
         j  lanes from 0 on Ireland, 1815-11-20, panel from 0, paris-1815
         j  lanes from 0 on Cambodia, 1815-11-20, panel from 0, paris-1815
         j  lanes from 0 on Denmark, 1815-11-20, panel from 0, paris-1815
         j  =
         j  =
         k  lanes from 0 on Cambodia, 1815-11-20, panel from 0, paris-1815
         k  lanes from 0 on Ireland, 1815-11-20, panel from 0, paris-1815
         k  lanes from 0 on Ukraine, 1815-11-20, panel from 0, paris-1815
         k  lanes from 0 on Belgium, 1815-11-20, panel from 0, paris-1815
         k  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
         k  =
         k  =
         }  lanes from 0 on Ukraine, 1815-11-20, panel from 0, paris-1815
         }  lanes from 0 on Ireland, 1815-11-20, panel from 0, paris-1815
         }  lanes from 0 on Denmark, 1815-11-20, panel from 0, paris-1815
         {  lanes from 0 on Ireland, 1815-11-20, panel from 0, paris-1815
         {  lanes from 0 on Ukraine, 1815-11-20, panel from 0, paris-1815
         G  lanes from 0 on Denmark, 1815-11-20, panel from 0, paris-1815
         g  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
      PgDn  lanes from 0 on Denmark, 1815-11-20, panel from 0, paris-1815
      PgUp  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
"#]],
    );
}

#[test]
fn time_is_gone_along_by_a_step_a_day_and_an_event() {
    let mut app = reader(samples::lanes(), 100, 24);
    keys(
        &mut app,
        "2 l l l h h h h h > > < < < . . , , n N ] ] ] [ [ w w W",
        expect![[r#"
list from 0 on paris-1815, page from 0
         2  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
         l  lanes from 0 on Switzerland, 1817-11-20, panel from 0, paris-1815
         l  lanes from 0 on Switzerland, 1819-11-20, panel from 0, paris-1815
         l  lanes from 0 on Switzerland, 1821-11-20, panel from 0, paris-1815
         h  lanes from 0 on Switzerland, 1819-11-20, panel from 0, paris-1815
         h  lanes from 0 on Switzerland, 1817-11-20, panel from 0, paris-1815
         h  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
         h  lanes from 0 on Switzerland, 1815-01-01, panel from 0, paris-1815
         h  =
         >  =  all of the timeline is in sight; + zooms in
         >  =  all of the timeline is in sight; + zooms in
         <  =  all of the timeline is in sight; + zooms in
         <  =  all of the timeline is in sight; + zooms in
         <  =  all of the timeline is in sight; + zooms in
         .  lanes from 0 on Switzerland, 1815-01-02, panel from 0, paris-1815
         .  lanes from 0 on Switzerland, 1815-01-03, panel from 0, paris-1815
         ,  lanes from 0 on Switzerland, 1815-01-02, panel from 0, paris-1815
         ,  lanes from 0 on Switzerland, 1815-01-01, panel from 0, paris-1815
         n  =  nothing is searched for; / starts a search
         N  =  nothing is searched for; / starts a search
         ]  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
         ]  =  no later event of Switzerland is shown
         ]  =  no later event of Switzerland is shown
         [  =  no earlier event of Switzerland is shown
         [  =  no earlier event of Switzerland is shown
         w  lanes from 0 on Belgium, 1914-08-04, panel from 0, invasion-1914  violations · 1 of 1
         w  =  no later violation
         W  =  no earlier violation
"#]],
    );
}

#[test]
fn the_window_is_widened_narrowed_and_moved() {
    let mut app = reader(samples::lanes(), 100, 24);
    keys(
        &mut app,
        "2 + + + l l l l l l - - h h h h h h h h + + + + + + + + - = 0",
        expect![[r#"
list from 0 on paris-1815, page from 0
         2  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
         +  lanes from 0 on Switzerland, 1815-11-20, 1815-06-18 to 1915-06-18, panel from 0, paris-1815
         +  lanes from 0 on Switzerland, 1815-11-20, 1815-09-04 to 1865-09-03, panel from 0, paris-1815
         +  lanes from 0 on Switzerland, 1815-11-20, 1815-10-21 to 1835-10-20, panel from 0, paris-1815
         l  lanes from 0 on Switzerland, 1816-02-20, 1815-10-21 to 1835-10-20, panel from 0, paris-1815
         l  lanes from 0 on Switzerland, 1816-05-20, 1815-10-21 to 1835-10-20, panel from 0, paris-1815
         l  lanes from 0 on Switzerland, 1816-08-20, 1815-10-21 to 1835-10-20, panel from 0, paris-1815
         l  lanes from 0 on Switzerland, 1816-11-20, 1815-10-21 to 1835-10-20, panel from 0, paris-1815
         l  lanes from 0 on Switzerland, 1817-02-20, 1815-10-21 to 1835-10-20, panel from 0, paris-1815
         l  lanes from 0 on Switzerland, 1817-05-20, 1815-10-21 to 1835-10-20, panel from 0, paris-1815
         -  lanes from 0 on Switzerland, 1817-05-20, 1815-01-01 to 1864-12-31, panel from 0, paris-1815
         -  lanes from 0 on Switzerland, 1817-05-20, 1815-01-01 to 1915-01-01, panel from 0, paris-1815
         h  lanes from 0 on Switzerland, 1816-05-20, 1815-01-01 to 1915-01-01, panel from 0, paris-1815
         h  lanes from 0 on Switzerland, 1815-05-20, 1815-01-01 to 1915-01-01, panel from 0, paris-1815
         h  lanes from 0 on Switzerland, 1815-01-01, 1815-01-01 to 1915-01-01, panel from 0, paris-1815
         h  =
         h  =
         h  =
         h  =
         h  =
         +  lanes from 0 on Switzerland, 1815-01-01, 1815-01-01 to 1864-12-31, panel from 0, paris-1815
         +  lanes from 0 on Switzerland, 1815-01-01, 1815-01-01 to 1834-12-31, panel from 0, paris-1815
         +  lanes from 0 on Switzerland, 1815-01-01, 1815-01-01 to 1824-12-31, panel from 0, paris-1815
         +  lanes from 0 on Switzerland, 1815-01-01, 1815-01-01 to 1820-01-01, panel from 0, paris-1815
         +  lanes from 0 on Switzerland, 1815-01-01, 1815-01-01 to 1816-12-31, panel from 0, paris-1815
         +  lanes from 0 on Switzerland, 1815-01-01, 1815-01-01 to 1816-01-01, panel from 0, paris-1815
         +  lanes from 0 on Switzerland, 1815-01-01, 1815-01-01 to 1815-07-02, panel from 0, paris-1815
         +  lanes from 0 on Switzerland, 1815-01-01, 1815-01-01 to 1815-04-02, panel from 0, paris-1815
         -  lanes from 0 on Switzerland, 1815-01-01, 1815-01-01 to 1815-07-02, panel from 0, paris-1815
         =  lanes from 0 on Switzerland, 1815-01-01, 1815-01-01 to 1815-04-02, panel from 0, paris-1815
         0  lanes from 0 on Switzerland, 1815-01-01, panel from 0, paris-1815
"#]],
    );
}

#[test]
fn a_row_is_brought_to_the_width_of_the_screen() {
    let mut app = reader(samples::lanes(), 100, 24);
    keys(
        &mut app,
        "2 z j z j z j z j z Z z k z k z",
        expect![[r#"
list from 0 on paris-1815, page from 0
         2  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
         z  =
         j  lanes from 0 on Belgium, 1815-11-20, panel from 0, paris-1815
         z  lanes from 0 on Belgium, 1839-04-19, 1834-04-15 to 1924-07-01, panel from 0, paris-1815
         j  lanes from 1 on Denmark, 1839-04-19, 1834-04-15 to 1924-07-01, panel from 0, paris-1815
         z  lanes from 3 on Denmark, 1914-08-01, 1914-04-11 to 1919-10-18, panel from 0, paris-1815
         j  =
         z  =
         j  =
         z  =
         Z  =  Z means nothing; ? lists every key
         z  =
         k  lanes from 0 on Belgium, 1914-08-01, 1914-04-11 to 1919-10-18, panel from 0, paris-1815
         z  lanes from 0 on Belgium, 1914-08-01, 1834-04-15 to 1924-07-01, panel from 0, paris-1815
         k  lanes from 0 on Switzerland, 1914-08-01, 1834-04-15 to 1924-07-01, panel from 0, paris-1815
         z  lanes from 0 on Switzerland, 1914-08-01, panel from 0, paris-1815
"#]],
    );
}

#[test]
fn groups_fold_and_open() {
    let mut app = reader(samples::lanes(), 100, 24);
    keys(
        &mut app,
        "2 Tab j j Tab Shift-Tab j j j k k Shift-Tab j",
        expect![[r#"
list from 0 on paris-1815, page from 0
         2  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
       Tab  lanes from 0 on By treaty, 1815-11-20, panel from 0, paris-1815
         j  lanes from 0 on Ukraine, 1815-11-20, panel from 0, paris-1815
         j  lanes from 0 on Ireland, 1815-11-20, panel from 0, paris-1815
       Tab  lanes from 0 on By own act or policy, 1815-11-20, panel from 0, paris-1815
 Shift-Tab  =
         j  lanes from 0 on For one war, 1815-11-20, panel from 0, paris-1815
         j  =
         j  =
         k  lanes from 0 on By own act or policy, 1815-11-20, panel from 0, paris-1815
         k  lanes from 0 on Proposed or intended, 1815-11-20, panel from 0, paris-1815
 Shift-Tab  lanes from 0 on Ukraine, 1815-11-20, panel from 0, paris-1815
         j  lanes from 1 on Ireland, 1815-11-20, panel from 0, paris-1815
"#]],
    );
}

#[test]
fn the_panel_scrolls_and_begins_anew_with_another_row() {
    let mut app = reader(samples::lanes(), 80, 14);
    keys(
        &mut app,
        "2 J J J J J K K J j J K K t J t",
        expect![[r#"
list from 0 on paris-1815, page from 0
         2  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
         J  lanes from 0 on Switzerland, 1815-11-20, panel from 1, paris-1815
         J  lanes from 0 on Switzerland, 1815-11-20, panel from 2, paris-1815
         J  lanes from 0 on Switzerland, 1815-11-20, panel from 3, paris-1815
         J  lanes from 0 on Switzerland, 1815-11-20, panel from 4, paris-1815
         J  lanes from 0 on Switzerland, 1815-11-20, panel from 5, paris-1815
         K  lanes from 0 on Switzerland, 1815-11-20, panel from 4, paris-1815
         K  lanes from 0 on Switzerland, 1815-11-20, panel from 3, paris-1815
         J  lanes from 0 on Switzerland, 1815-11-20, panel from 4, paris-1815
         j  lanes from 0 on Belgium, 1815-11-20, panel from 0, paris-1815
         J  lanes from 0 on Belgium, 1815-11-20, panel from 1, paris-1815
         K  lanes from 0 on Belgium, 1815-11-20, panel from 0, paris-1815
         K  =
         t  =  the panel is hidden; t shows it again
         J  lanes from 0 on Belgium, 1815-11-20, panel from 1, paris-1815
         t  =  there is no room for the panel on a screen of this size
"#]],
    );
}

#[test]
fn ages_have_rows_of_their_own() {
    let mut app = reader(samples::lanes(), 100, 20);
    keys(
        &mut app,
        "2 A j j j k + + - z l h } { Enter Backspace A",
        expect![[r#"
list from 0 on paris-1815, page from 0
         2  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
         A  lanes from 0 on Switzerland, ages from 0 on Some(SpanId(0)) to None, panel from 0, paris-1815
         j  lanes from 0 on Belgium, ages from 0 on Some(SpanId(1)) to None, panel from 0, paris-1815
         j  lanes from 0 on Ireland, ages from 0 on Some(SpanId(3)) to None, panel from 0, paris-1815
         j  lanes from 0 on Cambodia, ages from 0 on Some(SpanId(4)) to None, panel from 0, paris-1815
         k  lanes from 0 on Ireland, ages from 0 on Some(SpanId(3)) to None, panel from 0, paris-1815
         +  lanes from 0 on Ireland, ages from 0 on Some(SpanId(3)) to Some(36525), panel from 0, paris-1815
         +  lanes from 0 on Ireland, ages from 0 on Some(SpanId(3)) to Some(18263), panel from 0, paris-1815
         -  lanes from 0 on Ireland, ages from 0 on Some(SpanId(3)) to Some(36525), panel from 0, paris-1815
         z  lanes from 0 on Ireland, ages from 0 on Some(SpanId(3)) to Some(28473), panel from 0, paris-1815
         l  =  all titles begin at zero here; + and - zoom, A goes back to the years
         h  =  all titles begin at zero here; + and - zoom, A goes back to the years
         }  lanes from 0 on Denmark, ages from 0 on Some(SpanId(2)) to Some(28473), panel from 0, paris-1815
         {  lanes from 0 on Ireland, ages from 0 on Some(SpanId(3)) to Some(28473), panel from 0, paris-1815
     Enter  list from 5 on ireland-1949, page from 0
 Backspace  lanes from 0 on Ireland, ages from 0 on Some(SpanId(3)) to Some(28473), panel from 0, paris-1815
         A  lanes from 2 on Ireland, 1815-11-20, panel from 0, paris-1815
"#]],
    );
}

#[test]
fn ages_on_a_low_screen_scroll_with_their_headings() {
    let mut app = reader(samples::lanes(), 60, 12);
    keys(
        &mut app,
        "2 A j j j j j k k k k k k G g PgDn PgUp",
        expect![[r#"
list from 0 on paris-1815, page from 0
         2  lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
         A  lanes from 0 on Switzerland, ages from 0 on Some(SpanId(0)) to None, panel from 0, paris-1815
         j  lanes from 0 on Belgium, ages from 0 on Some(SpanId(1)) to None, panel from 0, paris-1815
         j  lanes from 0 on Ireland, ages from 0 on Some(SpanId(3)) to None, panel from 0, paris-1815
         j  lanes from 0 on Cambodia, ages from 0 on Some(SpanId(4)) to None, panel from 0, paris-1815
         j  lanes from 0 on Denmark, ages from 3 on Some(SpanId(2)) to None, panel from 0, paris-1815
         j  =
         k  lanes from 0 on Cambodia, ages from 3 on Some(SpanId(4)) to None, panel from 0, paris-1815
         k  lanes from 0 on Ireland, ages from 3 on Some(SpanId(3)) to None, panel from 0, paris-1815
         k  lanes from 0 on Belgium, ages from 0 on Some(SpanId(1)) to None, panel from 0, paris-1815
         k  lanes from 0 on Switzerland, ages from 0 on Some(SpanId(0)) to None, panel from 0, paris-1815
         k  =
         k  =
         G  lanes from 0 on Denmark, ages from 3 on Some(SpanId(2)) to None, panel from 0, paris-1815
         g  lanes from 0 on Switzerland, ages from 0 on Some(SpanId(0)) to None, panel from 0, paris-1815
      PgDn  lanes from 0 on Denmark, ages from 3 on Some(SpanId(2)) to None, panel from 0, paris-1815
      PgUp  lanes from 0 on Switzerland, ages from 0 on Some(SpanId(0)) to None, panel from 0, paris-1815
"#]],
    );
}
