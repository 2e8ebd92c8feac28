//! Along the list of events and the outline of the article.

use super::*;
use crate::timeline::samples;
use expect_test::expect;

/// Sixty events, five in each decade but the sixth, which is crowded.
fn many() -> App {
    let dates: Vec<String> = (0..60)
        .map(|number| match number {
            25..45 => format!("{}-{:02}-01", 1860 + number % 4, 1 + number % 12),
            _ => (1810 + 2 * number).to_string(),
        })
        .collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    reader(samples::read(&samples::dated(&dates)), 80, 24)
}

#[test]
fn line_by_line_the_list_keeps_some_rows_around_the_chosen_one() {
    let mut app = many();
    keys(
        &mut app,
        "j j j j j j j j j j j k k k k k k k k k k k k",
        expect![[r#"
list from 0 on e0, page from 0
         j  list from 0 on e1, page from 0
         j  list from 0 on e2, page from 0
         j  list from 0 on e3, page from 0
         j  list from 1 on e4, page from 0
         j  list from 2 on e5, page from 0
         j  list from 3 on e6, page from 0
         j  list from 4 on e7, page from 0
         j  list from 5 on e8, page from 0
         j  list from 6 on e9, page from 0
         j  list from 7 on e10, page from 0
         j  list from 8 on e11, page from 0
         k  list from 8 on e10, page from 0
         k  list from 8 on e9, page from 0
         k  list from 8 on e8, page from 0
         k  list from 7 on e7, page from 0
         k  list from 6 on e6, page from 0
         k  list from 5 on e5, page from 0
         k  list from 4 on e4, page from 0
         k  list from 3 on e3, page from 0
         k  list from 2 on e2, page from 0
         k  list from 1 on e1, page from 0
         k  list from 0 on e0, page from 0
         k  list from 0 on before e0, page from 0
"#]],
    );
}

#[test]
fn pages_halves_and_both_ends() {
    let mut app = many();
    keys(
        &mut app,
        "PgDn PgDn Ctrl-D Ctrl-D Ctrl-U PgUp PgUp PgUp G PgDn Ctrl-U j g Ctrl-F Ctrl-B",
        expect![[r#"
list from 0 on e0, page from 0
      PgDn  list from 5 on e5, page from 0
      PgDn  list from 10 on e10, page from 0
    Ctrl-D  list from 10 on e12, page from 0
    Ctrl-D  list from 11 on e14, page from 0
    Ctrl-U  list from 11 on e12, page from 0
      PgUp  list from 6 on e7, page from 0
      PgUp  list from 1 on e2, page from 0
      PgUp  list from 0 on before e0, page from 0
         G  list from 55 on e59, page from 0
      PgDn  =
    Ctrl-U  list from 55 on e57, page from 0
         j  list from 55 on e58, page from 0
         g  list from 0 on before e0, page from 0
    Ctrl-F  list from 4 on e4, page from 0
    Ctrl-B  list from 0 on before e0, page from 0
"#]],
    );
}

#[test]
fn scrolling_takes_the_chosen_row_along_only_at_the_edge() {
    let mut app = many();
    keys(
        &mut app,
        "Ctrl-E Ctrl-E Ctrl-E Ctrl-E Ctrl-E Ctrl-Y Ctrl-Y Ctrl-Y Ctrl-Y Ctrl-Y Ctrl-Y G Ctrl-E Ctrl-Y Ctrl-Y z z k z z",
        expect![[r#"
list from 0 on e0, page from 0
    Ctrl-E  list from 1 on e1, page from 0
    Ctrl-E  list from 2 on e2, page from 0
    Ctrl-E  list from 3 on e3, page from 0
    Ctrl-E  list from 4 on e4, page from 0
    Ctrl-E  list from 5 on e5, page from 0
    Ctrl-Y  list from 4 on e5, page from 0
    Ctrl-Y  list from 3 on e5, page from 0
    Ctrl-Y  list from 2 on e5, page from 0
    Ctrl-Y  list from 1 on e4, page from 0
    Ctrl-Y  list from 0 on e3, page from 0
    Ctrl-Y  =
         G  list from 55 on e59, page from 0
    Ctrl-E  =
    Ctrl-Y  list from 54 on e57, page from 0
    Ctrl-Y  list from 53 on e56, page from 0
         z  =
         z  list from 54 on e56, page from 0
         k  list from 54 on e55, page from 0
         z  =
         z  list from 53 on e55, page from 0
"#]],
    );
}

#[test]
fn periods_are_decades_and_in_a_crowded_one_years() {
    let mut app = many();
    keys(
        &mut app,
        "} } } } } } } } } } } } } } { { { { { { { { { { { { {",
        expect![[r#"
list from 0 on e0, page from 0
         }  list from 2 on e5, page from 0
         }  list from 8 on e10, page from 0
         }  list from 13 on e15, page from 0
         }  list from 18 on e20, page from 0
         }  list from 23 on e36, page from 0
         }  list from 28 on e25, page from 0
         }  list from 33 on e26, page from 0
         }  list from 38 on e27, page from 0
         }  list from 43 on e45, page from 0
         }  list from 48 on e50, page from 0
         }  list from 53 on e55, page from 0
         }  =
         }  =
         }  =
         {  list from 50 on e50, page from 0
         {  list from 43 on e45, page from 0
         {  list from 40 on e27, page from 0
         {  list from 33 on e26, page from 0
         {  list from 30 on e25, page from 0
         {  list from 23 on e36, page from 0
         {  list from 20 on e20, page from 0
         {  list from 13 on e15, page from 0
         {  list from 10 on e10, page from 0
         {  list from 3 on e5, page from 0
         {  list from 0 on e0, page from 0
         {  =
         {  =
"#]],
    );
}

#[test]
fn the_outline_of_an_article_scrolls_as_the_list_does() {
    let mut app = reader(samples::cases(), 80, 14);
    keys(
        &mut app,
        "3 j j j j j k k k G Ctrl-E Ctrl-Y Ctrl-Y Ctrl-Y z z g PgDn PgUp Ctrl-D",
        expect![[r#"
list from 0 on vienna-1815, page from 0
         3  outline from 0 on origins, page from 0
         j  outline from 0 on war, page from 0
         j  outline from 0 on today, page from 0
         j  =
         j  =
         j  =
         k  outline from 0 on war, page from 0
         k  outline from 0 on origins, page from 0
         k  =
         G  outline from 0 on today, page from 0
    Ctrl-E  =
    Ctrl-Y  =
    Ctrl-Y  =
    Ctrl-Y  =
         z  =
         z  =
         g  outline from 0 on origins, page from 0
      PgDn  outline from 0 on today, page from 0
      PgUp  outline from 0 on origins, page from 0
    Ctrl-D  outline from 0 on today, page from 0
"#]],
    );
}
