//! The lanes as a person sees them: keys in, rows out.

use crate::common::reader::shows;
use crate::common::texts::LANES;
use expect_test::{Expect, expect};

fn check(columns: u16, rows: u16, keys: &str, expected: Expect) {
    shows(LANES, columns, rows, keys, expected);
}

#[test]
fn a_narrow_and_low_screen_has_codes_and_no_ends() {
    check(
        40,
        12,
        "2 w",
        expect![[r#"
40x12 2 w
 Lanes   1 Timeline   2 Lanes   ? help
 4 Aug 1914      1900     1950    2000
 By treaty           ┊
  CH ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇┊▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶
▌ BE    ▇ T ▇▇▇▇▇▇▇▇▇✕╌
 Proposed or intended
  UA                 ┊                ░
 By own act or policy
  IE                 ┊    ░ P ╍╍╍╍╍╍╍╍▶
  KH                 ┊      ░D━
 For one war         ┊                 ▼
 violations · 1 of 1    11 of 11 shown
"#]],
    );
}

#[test]
fn a_common_screen_has_the_panel() {
    check(
        80,
        24,
        "2 w , , ,",
        expect![[r#"
80x24 2 w , , ,
 Lanes 1815–2022          1 Timeline   2 Lanes                6 spans   ? help
 1815 ▅      ▅                        █▅         ▅ ▅    ▅               ▇ 2022

 1 Aug 1914          1850        1900         1950        2000
                      ╷           ╷   ▼        ╷           ╷
                         First World War    Second World War
 By treaty                            ┊
  Switzerland ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇┊▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶ since 1815
▌ Belgium          ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇✕╌                          violated 1914
 Proposed or intended                 ┊
  Ukraine                             ┊                         ░ proposed 2022
 By own act or policy                 ┊
  Ireland                             ┊       ░ P ╍╍╍╍╍╍╍╍╍╍╍╍╍╍▶ since 1949
  Cambodia                            ┊         ░ D ━             ended 1970   ▼

 1 August 1914   status on this day
  Belgium      Guaranteed
               guaranteed in 1839 by France · Prussia
               Belgium neutralised, 19 April 1839 · Art. VII
  Switzerland  Guaranteed                                                      ▼

 ▇▇ T guaranteed   ━━ D own act   ✕ violation   ╌╌ after it   ▶ in force
 ▇ T Belgium guaranteed since 1839
 ←→ in time   + - zoom   ↑↓ row   Enter open   A ages           11 of 11 shown
"#]],
    );
}

#[test]
fn closer_up_events_have_marks_and_gaps_are_no_peace() {
    check(
        80,
        24,
        "2 w + + + +",
        expect![[r#"
80x24 2 w + + + +
 Lanes 1815–2022          1 Timeline   2 Lanes                6 spans   ? help
 1815 ▅      ▅                        █▅         ▅ ▅    ▅               ▇ 2022

 4 Aug 1914   1910      1912      1914      1916      1918
               no events in this file ▼ no events in this file
                                      First World War
 By treaty                            ┊
  Switzerland ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇┊▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶ since 1815
▌ Belgium     ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇✕╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌? violated 1914
                                      ✕                        ●
                                      Germany invades Belgium +1
 Proposed or intended                 ┊
  other years  Ukraine                ┊
 By own act or policy                 ┊                                        ▼

 4 August 1914   Germany invades Belgium
  Belgium      Guaranteed
               violated 4 August 1914 by German Empire, a guarantor
               guaranteed in 1839 by France · Prussia
               Belgium neutralised, 19 April 1839 · Art. VII                   ▼

 ▇▇ T guaranteed   ✕ violation   ╌╌ after it   ● as neutral   ▶ in force
 ✕ violation: Germany invades Belgium; 2 events here · ╌ T Belgium guaranteed…
 ←→ in time   + - zoom   ↑↓ row   Enter open      11 of 11 shown · 2 clustered
"#]],
    );
}

#[test]
fn a_wide_screen_tells_how_long_it_lasted() {
    check(
        120,
        40,
        "2 w",
        expect![[r#"
120x40 2 w
 Lanes 1815–2022                        1 Timeline   2 Lanes                                          6 spans   ? help
 1815 ▅           ▅                                      █ ▅              ▅    ▅     ▅                          ▇ 2022

 4 Aug 1914     1825      1850      1875      1900     1925      1950      1975      2000
                 ╷         ╷         ╷         ╷    ▼   ╷         ╷         ╷         ╷
                                        First World War       Second World War

 By treaty                                          ┊
  Switzerland ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇┊▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶ since 1815
▌ Belgium              ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇✕╌╌                                         75 y · violated 1914
                       ●                            ✕ ●
                       Belgium neutralised          Germany invades Belgium +1
                                                    ┊
 Proposed or intended                               ┊
  Ukraine                                           ┊                                         ░ proposed 2022
                                                    ┊
 By own act or policy                               ┊
  Ireland                                           ┊             ╍ P ╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍▶ since 1949
  Cambodia                                          ┊                ░ D ━━                     c. 12–13 y · ended 1970
                                                    ┊
 For one war                                        ┊
  Denmark                                           ┊W╾                                         4 y · ended 1919

 4 August 1914   Germany invades Belgium
  Belgium      Guaranteed                          guaranteed in 1839 by France · Prussia
               violated 4 August 1914 by German Empire, a guarantor
               Belgium neutralised, 19 April 1839 · Art. VII
  Switzerland  Guaranteed                          guaranteed in 1815 by France · Prussia
  Denmark      In a war, possibly                  Danish neutrality

  Contested    Belgium: Whether the treaty of 1919 ended it.

  Not yet      Ireland 1949 · Cambodia 1957? · Ukraine 2022




 ▇▇ T guaranteed   ━━ D own act   ╍╍ P policy   ╾╾ W one war   ░░ proposed   ✕ violation   ╌╌ after it   ▶ in force
 ✕ violation: Germany invades Belgium; 2 events here · ╌ T Belgium guaranteed since 1839, violated 1914
 violations · 1 of 1                                                                      11 of 11 shown · 2 clustered
"#]],
    );
}

#[test]
fn groups_fold_into_a_line() {
    check(
        80,
        24,
        "2 w Tab t",
        expect![[r#"
80x24 2 w Tab t
 Lanes 1815–2022          1 Timeline   2 Lanes                6 spans   ? help
 1815 ▅      ▅                        █▅         ▅ ▅    ▅               ▇ 2022

 4 Aug 1914          1850        1900         1950        2000
                      ╷           ╷   ▼        ╷           ╷
                         First World War    Second World War
▌▸ By treaty  2 countries             ┊
 Proposed or intended                 ┊
  Ukraine                             ┊                         ░ proposed 2022
 By own act or policy                 ┊
  Ireland                             ┊       ░ P ╍╍╍╍╍╍╍╍╍╍╍╍╍╍▶ since 1949
  Cambodia                            ┊         ░ D ━             ended 1970
 For one war                          ┊
  Denmark                             ┊╾                          ended 1919







 ━━ D own act   ╍╍ P policy   ╾╾ one war   ░░ proposed   ░ inexact   ▶ in force
 By treaty, 2 rows
 the panel is hidden; t shows it again                          11 of 11 shown
"#]],
    );
}
