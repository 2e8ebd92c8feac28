//! What the button does at every cell of the screen, as a picture of it: a letter for each thing that they lead to.

use std::fmt::Write;

use expect_test::expect;

use super::*;
use crate::app::input::{Mouse, MouseKind};
use crate::timeline::samples;

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Does the same at every cell of a small screen, each time from the place to which some keys lead; after a bar come those
/// that open what lies over it.
pub(super) fn check(timeline: Timeline, keys: &str, kind: MouseKind, expected: Expect) {
    check_on((56, 14), timeline, keys, kind, expected);
}

/// The same on a screen of so many columns and rows.
pub(super) fn check_on(
    (columns, rows): (u16, u16),
    timeline: Timeline,
    keys: &str,
    kind: MouseKind,
    mut expected: Expect,
) {
    let (keys, over) = keys.split_once('|').unwrap_or((keys, ""));
    let mut app = reader(timeline, columns, rows);
    press(&mut app, keys);
    let location = app.location().clone();
    press(&mut app, over);
    let before = outcome(&app);
    let mut outcomes: Vec<String> = Vec::new();
    let mut picture = String::new();
    for row in 0..rows {
        for column in 0..columns {
            app.handle(Input::Mouse(Mouse { kind, column, row }));
            let now = outcome(&app);
            let sign = if now == before {
                '·'
            } else {
                let known = outcomes.iter().position(|known| *known == now);
                let at = known.unwrap_or(outcomes.len());
                if known.is_none() {
                    outcomes.push(now);
                }
                char::from(LETTERS[at])
            };
            picture.push(sign);
            change(&mut app, |app| {
                app.location = location.clone();
                app.overlay = None;
                app.message = None;
                app.gesture.drag = None;
            });
            press(&mut app, over);
        }
        picture.push('\n');
    }
    for (outcome, letter) in outcomes.iter().zip(LETTERS) {
        writeln!(picture, "{}  {outcome}", char::from(*letter)).unwrap();
    }
    expected.indent(false);
    expected.assert_eq(&picture);
}

/// Where the reader is, but for the day in the lanes: there are as many as columns.
fn outcome(app: &App) -> String {
    let day = app.location().lanes.as_of.to_string();
    let place = place(app).replace(&day, "a day");
    format!("{place} {}", app.message().unwrap_or_default())
        .trim_end()
        .to_owned()
}

/// Does the same at each cell of a row of the lanes, and compares the day and the years that are gone to.
pub(super) fn along_a_row(keys: &str, kind: MouseKind, row: u16, mut expected: Expect) {
    let mut app = reader(samples::lanes(), 56, 14);
    press(&mut app, keys);
    let location = app.location().clone();
    let mut days = String::new();
    for column in (0..56).step_by(3) {
        app.handle(Input::Mouse(Mouse { kind, column, row }));
        let lanes = &app.location().lanes;
        let years = lanes.window.as_ref();
        let years = years.map(|days| (scale::day(days.start), scale::day(days.end - 1)));
        writeln!(days, "{column}: {} {years:?}", lanes.as_of).unwrap();
        change(&mut app, |app| app.location = location.clone());
    }
    expected.indent(false);
    expected.assert_eq(&days);
}

#[test]
fn a_press_on_the_list_of_events() {
    check(
        samples::small(),
        "j",
        MouseKind::Press,
        expect![[r#"
··············aaaaaaa···bbbbbbbbb···············cccccc··
························································
························································
dddddddddddddddddddddddddddddddddddddddddddddddddddddddd
eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
ffffffffffffffffffffffffffffffffffffffffffffffffffffffff
gggggggggggggggggggggggggggggggggggggggggggggggggggggggg
hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii
jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj
kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
llllllllllllllllllllllllllllllllllllllllllllllllllllllll
mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm
·ffffffffff····ffffff···nnnnnnnn························
a  lanes from 0 on Belgium, a day, panel from 0, belgium-1831
b  outline from 0 on origins, page from 0
c  Help from 0 on 0
d  list from 0 on before vienna-1815, page from 0
e  list from 0 on vienna-1815, page from 0
f  list from 0 on belgium-1831 in a page, page from 0
g  list from 0 on london-1839, page from 0
h  list from 0 on london-1867, page from 0
i  list from 0 on occupation-1914, page from 0
j  list from 0 on invasion-1914, page from 0
k  list from 0 on versailles-1919, page from 0
l  list from 0 on non-bloc-2010, page from 0
m  list from 0 on repeal-2014, page from 0
n  a line at the foot
"#]],
    );
}

#[test]
fn a_press_on_a_page_that_is_read() {
    check(
        samples::small(),
        "j j Enter",
        MouseKind::Press,
        expect![[r#"
··············aaaaaaa···bbbbbbbbb···············cccccc··
························································
························································
························································
···············ddddddd··································
···············eeeeeeeeeeeee···fffffff··················
························································
························································
························································
························································
························································
························································
························································
·gggggggg···hhhhhhhhhhhhhhhhhhhhhh······················
a  lanes from 0 on Belgium, a day, panel from 0, london-1839
b  outline from 0 on origins, page from 0
c  Help from 0 on 0
d  list from 0 on london-1839 in a page, page from 0 at link 0 ] and [ now walk 4 events of Belgium; Esc ends it
e  list from 0 on london-1839 in a page, page from 0 at link 1 ] and [ now walk 2 events of United Kingdom; Esc ends it
f  list from 0 on london-1839 in a page, page from 0 at link 2 ] and [ now walk 5 events of Germany; Esc ends it
g  list from 0 on london-1839 in a page, page from 1 at link 0
h  list from 0 on london-1839, page from 0
"#]],
    );
}

#[test]
fn a_press_on_the_outline() {
    check(
        samples::cases(),
        "3 j",
        MouseKind::Press,
        expect![[r#"
·aaaaaaaaaa···bbbbbbb···············ccccccc·····dddddd··
························································
························································
eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
ffffffffffffffffffffffffffffffffffffffffffffffffffffffff
························································
························································
gggggggggggggggggggggggggggggggggggggggggggggggggggggggg
························································
························································
························································
························································
························································
·ggggggggg···ffffffffff·································
a  list from 0 on vienna-1815, page from 0
b  lanes from 0 on Switzerland, a day, panel from 0, vienna-1815
c  cases from (0, 0) on switzerland-1815 Question(CriterionId(2)), page from 0
d  Help from 0 on 0
e  outline from 0 on origins, page from 0
f  outline from 0 on war in a page, page from 0
g  outline from 0 on today, page from 0
"#]],
    );
}

#[test]
fn a_press_on_the_cases() {
    check(
        samples::cases(),
        "4 j",
        MouseKind::Press,
        expect![[r#"
·aaaaaaaaaa···bbbbbbb···ccccccccc···············dddddd··
······································eeeeefffffggggg···
······································eeeeefffffggggg···
······································eeeeefffffggggg···
hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiiiijjjjjkkkkkhhh
·································llllleeeeefffffggggg···
mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmnnnnnooooopppppmmm
qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqrrrrrssssstttttqqq
uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuvvvvvwwwwwxxxxxuuu
······································eeeeefffffggggg···
yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyzzzzzAAAAABBBBByyy
CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCDDDDDEEEEEFFFFFCCC
······································eeeeefffffggggg···
·mmmmmmmmm···llllllllllllll·····························
a  list from 0 on vienna-1815, page from 0
b  lanes from 0 on Switzerland, a day, panel from 0, vienna-1815
c  outline from 0 on origins, page from 0
d  Help from 0 on 0
e  cases from (0, 0) on belgium-1839 Question(CriterionId(1)), page from 0
f  cases from (0, 0) on luxembourg-1867 Question(CriterionId(1)), page from 0
g  cases from (0, 0) on ukraine-2010 Question(CriterionId(1)), page from 0
h  cases from (0, 0) on switzerland-1815 Question(CriterionId(0)), page from 0
i  cases from (0, 0) on belgium-1839 Question(CriterionId(0)), page from 0
j  cases from (0, 0) on luxembourg-1867 Question(CriterionId(0)), page from 0
k  cases from (0, 0) on ukraine-2010 Question(CriterionId(0)), page from 0
l  cases from (0, 0) on switzerland-1815 Question(CriterionId(1)) in a page, page from 0
m  cases from (0, 0) on switzerland-1815 Question(CriterionId(2)), page from 0
n  cases from (0, 0) on belgium-1839 Question(CriterionId(2)), page from 0
o  cases from (0, 0) on luxembourg-1867 Question(CriterionId(2)), page from 0
p  cases from (0, 0) on ukraine-2010 Question(CriterionId(2)), page from 0
q  cases from (0, 0) on switzerland-1815 Question(CriterionId(3)), page from 0
r  cases from (0, 0) on belgium-1839 Question(CriterionId(3)), page from 0
s  cases from (0, 0) on luxembourg-1867 Question(CriterionId(3)), page from 0
t  cases from (0, 0) on ukraine-2010 Question(CriterionId(3)), page from 0
u  cases from (0, 0) on switzerland-1815 Question(CriterionId(4)), page from 0
v  cases from (0, 0) on belgium-1839 Question(CriterionId(4)), page from 0
w  cases from (0, 0) on luxembourg-1867 Question(CriterionId(4)), page from 0
x  cases from (0, 0) on ukraine-2010 Question(CriterionId(4)), page from 0
y  cases from (0, 0) on switzerland-1815 Promise, page from 0
z  cases from (0, 0) on belgium-1839 Promise, page from 0
A  cases from (0, 0) on luxembourg-1867 Promise, page from 0
B  cases from (0, 0) on ukraine-2010 Promise, page from 0
C  cases from (0, 0) on switzerland-1815 Outcome, page from 0
D  cases from (0, 0) on belgium-1839 Outcome, page from 0
E  cases from (0, 0) on luxembourg-1867 Outcome, page from 0
F  cases from (0, 0) on ukraine-2010 Outcome, page from 0
"#]],
    );
}

#[test]
fn a_press_on_the_panel_of_facets() {
    check(
        samples::small(),
        "|f j",
        MouseKind::Press,
        expect![[r#"
························································
························································
························································
··aaaaaaaaaaaaaa·bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb··
··cccccccccccccc·ddddddddddddddddddddddddddddddddddddd··
··eeeeeeeeeeeeee·fffffffffffffffffffffffffffffffffffff··
··gggggggggggggg·hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh··
··iiiiiiiiiiiiii·jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj··
··kkkkkkkkkkkkkk·lllllllllllllllllllllllllllllllllllll··
··mmmmmmmmmmmmmm········································
··nnnnnnnnnnnnnn········································
··oooooooooooooo········································
··pppppppppppppp········································
·dddddddddddd···dddddddd···qqqqqqqqq····················
a  panel at 0 of Country, 9 shown
b  panel at 0 of Country, 5 shown
c  panel at 0 of Role, 9 shown
d  panel at 1 of Country, 4 shown
e  panel at 0 of Kind, 9 shown
f  panel at 2 of Country, 3 shown
g  panel at 0 of Status, 9 shown
h  panel at 3 of Country, 2 shown
i  panel at 0 of Violation, 9 shown
j  panel at 4 of Country, 2 shown
k  panel at 0 of Time, 9 shown
l  panel at 5 of Country, 1 shown
m  panel at 0 of Place, 9 shown
n  panel at 0 of Article, 9 shown
o  panel at 0 of Stance, 9 shown
p  panel at 0 of Importance, 9 shown
q  panel at 1 of Country, 5 shown
"#]],
    );
}
