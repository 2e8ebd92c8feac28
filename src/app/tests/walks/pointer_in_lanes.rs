//! What the button does in the lanes, in the ages and in the panel under them.

use expect_test::expect;

use super::pointer::{along_a_row, check, check_on};
use super::*;
use crate::app::input::{Mouse, MouseKind};
use crate::timeline::samples;

#[test]
fn a_press_on_the_lanes() {
    check(
        samples::small(),
        "2 j",
        MouseKind::Press,
        expect![[r#"
·aaaaaaaaaa·············bbbbbbbbb···············cccccc··
························································
························································
dddddddddddddddddddddddddddddddddddddddddddddddddddddddd
eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
·····f··················································
gggggggggggggggggggggggggggggggggggggggggggggggggggggggg
hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii
························································
························································
························································
························································
··············jjjjjjjj···gggggg·························
a  list from 0 on vienna-1815, page from 0
b  outline from 0 on origins, page from 0
c  Help from 0 on 0
d  lanes from 0 on By treaty, a day, panel from 0, vienna-1815
e  lanes from 0 on Switzerland, a day, panel from 0, vienna-1815
f  list from 0 on belgium-1831, page from 0
g  lanes from 0 on Luxembourg, a day, panel from 0, vienna-1815
h  lanes from 0 on By own act or policy, a day, panel from 0, vienna-1815
i  lanes from 0 on Ukraine, a day, panel from 0, vienna-1815
j  lanes from 0 on Belgium, a day, 1815-06-12 to 1915-06-12, panel from 0, vienna-1815
"#]],
    );
    along_a_row(
        "2 j",
        MouseKind::Press,
        6,
        expect![[r#"
0: 1815-11-20 None
3: 1815-11-20 None
6: 1819-02-28 None
9: 1831-08-22 None
12: 1844-02-13 None
15: 1856-08-07 None
18: 1869-01-29 None
21: 1881-07-23 None
24: 1894-01-14 None
27: 1906-07-10 None
30: 1919-01-01 None
33: 1931-06-25 None
36: 1943-12-18 None
39: 1956-06-10 None
42: 1968-12-02 None
45: 1981-05-26 None
48: 1993-11-18 None
51: 2006-05-12 None
54: 2018-11-03 None
"#]],
    );
}

#[test]
fn a_press_on_the_panel_under_the_lanes_and_under_the_ages() {
    let press = MouseKind::Press;
    check_on(
        (80, 23),
        samples::lanes(),
        "2",
        press,
        expect![[r#"
··························aaaaaaaaaa····································bbbbbb··
················································································
················································································
················································································
················································································
················································································
cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc
··············a·································································
dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg
hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
················································································
················································································
················································································
·····································iiiiii···jjjjjjj···························
···············aaaaaaaaaaaaaaaaaaaaaaaaaaa······································
················································································
················································································
················································································
················································································
··············kkkkkkkk···dddddd···aaaaaaaaaa···llllll···························
a  list from 0 on paris-1815, page from 0
b  Help from 0 on 0
c  lanes from 0 on By treaty, a day, panel from 0, paris-1815
d  lanes from 0 on Belgium, a day, panel from 0, paris-1815
e  lanes from 0 on Proposed or intended, a day, panel from 0, paris-1815
f  lanes from 0 on Ukraine, a day, panel from 0, paris-1815
g  lanes from 0 on By own act or policy, a day, panel from 0, paris-1815
h  lanes from 1 on Ireland, a day, panel from 0, paris-1815
i  list from 0 on paris-1815, page from 0 ] and [ now walk 2 events of France; Esc ends it
j  list from 0 on paris-1815, page from 0 ] and [ now walk 4 events of Germany; Esc ends it
k  lanes from 0 on Switzerland, a day, 1815-06-18 to 1915-06-18, panel from 0, paris-1815
l  lanes from 0 on Switzerland, ages from 0 on Some(SpanId(0)) to None, panel from 0, paris-1815
"#]],
    );
    check_on(
        (80, 23),
        samples::lanes(),
        "2 A j",
        press,
        expect![[r#"
··························aaaaaaaaaa····································bbbbbb··
······ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc·······
················································································
················································································
················································································
dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
················································································
················································································
ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg
················································································
················································································
hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
················································································
················································································
················································································
················································································
················································································
················································································
················································································
················································································
·ffffffff···eeeeeeeeeeeeeeee···iiiiiiii···ccccccc·······························
a  list from 0 on paris-1815, page from 0
b  Help from 0 on 0
c  lanes from 0 on Belgium, a day, panel from 0, paris-1815
d  lanes from 0 on Switzerland, ages from 0 on Some(SpanId(0)) to None, panel from 0, paris-1815
e  Cluster from 0 on 0
f  lanes from 0 on Ireland, ages from 0 on Some(SpanId(3)) to None, panel from 0, paris-1815
g  lanes from 0 on Cambodia, ages from 0 on Some(SpanId(4)) to None, panel from 0, paris-1815
h  lanes from 0 on Denmark, ages from 0 on Some(SpanId(2)) to None, panel from 0, paris-1815
i  lanes from 0 on Belgium, ages from 0 on Some(SpanId(1)) to Some(36525), panel from 0, paris-1815
"#]],
    );
}

#[test]
fn a_drag_over_the_lanes_takes_day_and_row_along_and_stops_at_the_edges() {
    let mut app = reader(samples::lanes(), 56, 14);
    press(&mut app, "2");
    let at = |kind, (column, row)| {
        let mouse = Mouse { kind, column, row };
        (format!("{column},{row}"), Input::Mouse(mouse))
    };
    let drag = [
        (9, 5),
        (20, 5),
        (20, 6),
        (20, 7),
        (40, 9),
        (0, 0),
        (55, 13),
        (30, 6),
    ];
    let drag = drag.map(|place| at(MouseKind::Drag, place));
    let inputs = std::iter::once(at(MouseKind::Press, (8, 4))).chain(drag);
    walk(
        &mut app,
        inputs,
        expect![[r#"
lanes from 0 on Switzerland, 1815-11-20, panel from 0, paris-1815
       8,4  lanes from 0 on Switzerland, 1827-06-25, panel from 0, paris-1815
       9,5  lanes from 0 on Belgium, 1831-08-22, panel from 0, paris-1815
      20,5  lanes from 0 on Belgium, 1877-05-26, panel from 0, paris-1815
      20,6  =
      20,7  lanes from 0 on Ukraine, 1877-05-26, panel from 0, paris-1815
      40,9  lanes from 0 on Ireland, 1960-08-07, panel from 0, paris-1815
       0,0  lanes from 0 on Ireland, 1815-01-01, panel from 0, paris-1815
     55,13  lanes from 0 on Denmark, 2018-11-03, panel from 0, paris-1815
      30,6  lanes from 0 on Denmark, 1919-01-01, panel from 0, paris-1815
"#]],
    );
}
