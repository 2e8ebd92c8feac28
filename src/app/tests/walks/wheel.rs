//! What the wheel does at every cell of the screen.

use expect_test::expect;

use super::pointer::{along_a_row, check};
use crate::app::input::MouseKind;
use crate::timeline::samples;

#[test]
fn the_wheel_on_the_list_of_events() {
    check(
        samples::small(),
        "j j",
        MouseKind::ScrollDown,
        expect![[r#"
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
a  list from 0 on london-1867, page from 0
"#]],
    );
}

#[test]
fn the_wheel_on_a_page_that_is_read() {
    check(
        samples::small(),
        "j j Enter J J",
        MouseKind::ScrollUp,
        expect![[r#"
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
a  list from 0 on london-1839 in a page, page from 0
"#]],
    );
}

#[test]
fn the_wheel_on_the_lanes() {
    check(
        samples::lanes(),
        "2 j",
        MouseKind::ScrollDown,
        expect![[r#"
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbba
aaaaabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbba
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
a  lanes from 0 on Ukraine, a day, panel from 0, paris-1815
b  lanes from 0 on Belgium, a day, panel from 0, paris-1815 all of the timeline is in sight
"#]],
    );
    along_a_row(
        "2 j",
        MouseKind::ZoomIn,
        6,
        expect![[r#"
0: 1815-11-20 Some((1815-06-18, 1915-06-18))
3: 1815-11-20 Some((1815-06-18, 1915-06-18))
6: 1818-03-29 Some((1818-03-29, 1918-03-29))
9: 1824-09-20 Some((1824-09-20, 1924-09-20))
12: 1831-03-15 Some((1831-03-15, 1931-03-15))
15: 1837-09-06 Some((1837-09-06, 1937-09-06))
18: 1844-02-28 Some((1844-02-28, 1944-02-28))
21: 1850-08-22 Some((1850-08-22, 1950-08-22))
24: 1857-02-13 Some((1857-02-13, 1957-02-13))
27: 1863-08-08 Some((1863-08-08, 1963-08-08))
30: 1870-01-29 Some((1870-01-29, 1970-01-29))
33: 1876-07-23 Some((1876-07-23, 1976-07-23))
36: 1883-01-15 Some((1883-01-15, 1983-01-15))
39: 1889-07-09 Some((1889-07-09, 1989-07-09))
42: 1895-12-31 Some((1895-12-31, 1995-12-31))
45: 1902-06-25 Some((1902-06-25, 2002-06-24))
48: 1908-12-17 Some((1908-12-17, 2008-12-16))
51: 1915-06-11 Some((1915-06-11, 2015-06-10))
54: 1921-12-03 Some((1921-12-03, 2021-12-02))
"#]],
    );
    along_a_row(
        "2 j + +",
        MouseKind::ZoomOut,
        6,
        expect![[r#"
0: 1815-11-20 Some((1815-06-20, 1915-06-20))
3: 1815-11-20 Some((1815-06-20, 1915-06-20))
6: 1815-11-20 Some((1815-01-01, 1915-01-01))
9: 1815-11-20 Some((1815-01-01, 1915-01-01))
12: 1815-11-20 Some((1815-01-01, 1915-01-01))
15: 1815-11-20 Some((1815-01-01, 1915-01-01))
18: 1815-11-20 Some((1815-01-01, 1915-01-01))
21: 1815-11-20 Some((1815-01-01, 1915-01-01))
24: 1815-11-20 Some((1815-01-01, 1915-01-01))
27: 1815-11-20 Some((1815-01-01, 1915-01-01))
30: 1815-11-20 Some((1815-01-01, 1915-01-01))
33: 1815-11-20 Some((1815-01-01, 1915-01-01))
36: 1815-11-20 Some((1815-01-01, 1915-01-01))
39: 1815-11-20 Some((1815-01-01, 1915-01-01))
42: 1815-11-20 Some((1815-01-01, 1915-01-01))
45: 1815-11-20 Some((1815-01-01, 1915-01-01))
48: 1815-11-20 Some((1815-01-01, 1915-01-01))
51: 1815-11-20 Some((1815-01-01, 1915-01-01))
54: 1815-11-20 Some((1815-01-01, 1915-01-01))
"#]],
    );
    along_a_row(
        "2 j + +",
        MouseKind::ScrollRight,
        6,
        expect![[r#"
0: 1818-10-19 Some((1818-10-19, 1868-10-18))
3: 1818-10-19 Some((1818-10-19, 1868-10-18))
6: 1818-10-19 Some((1818-10-19, 1868-10-18))
9: 1818-10-19 Some((1818-10-19, 1868-10-18))
12: 1818-10-19 Some((1818-10-19, 1868-10-18))
15: 1818-10-19 Some((1818-10-19, 1868-10-18))
18: 1818-10-19 Some((1818-10-19, 1868-10-18))
21: 1818-10-19 Some((1818-10-19, 1868-10-18))
24: 1818-10-19 Some((1818-10-19, 1868-10-18))
27: 1818-10-19 Some((1818-10-19, 1868-10-18))
30: 1818-10-19 Some((1818-10-19, 1868-10-18))
33: 1818-10-19 Some((1818-10-19, 1868-10-18))
36: 1818-10-19 Some((1818-10-19, 1868-10-18))
39: 1818-10-19 Some((1818-10-19, 1868-10-18))
42: 1818-10-19 Some((1818-10-19, 1868-10-18))
45: 1818-10-19 Some((1818-10-19, 1868-10-18))
48: 1818-10-19 Some((1818-10-19, 1868-10-18))
51: 1818-10-19 Some((1818-10-19, 1868-10-18))
54: 1818-10-19 Some((1818-10-19, 1868-10-18))
"#]],
    );
}

#[test]
fn the_wheel_on_the_panel_of_facets() {
    check(
        samples::cases(),
        "f j",
        MouseKind::ScrollDown,
        expect![[r#"
abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
a  panel at 2 of Country, 9 shown
b  list from 0 on belgium-1831, page from 0
"#]],
    );
}
