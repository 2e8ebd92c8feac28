//! The stops of a tour as a person sees them: keys in, rows out.

use crate::common::reader::shows;
use crate::common::texts::TOURS;
use crate::tours::BEGIN;
use expect_test::expect;

#[test]
fn a_stop_in_the_timeline() {
    shows(
        TOURS,
        80,
        24,
        BEGIN,
        expect![[r#"
80x24 : tour Space promises Enter
 Small neutralities       1 Timeline   2 Lanes   3 Article   4 Cases    ? help
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
  H       About this timeline
▌ ◆ B     ◆    20 Nov 1815  The powers guarantee Switzerland                ¶6
  ┃ E L   ◆           1831  Articles for Belgium
▌ ┃ ◆ U   ◆    19 Apr 1839  Treaties of London: Belgium neutralised         ¶6
  ┃ ┃ ◆   ◆    11 May 1867  Treaty of London: Luxembourg neutralised        ¶6
  ┃ ┃ ✕   ✕     2 Aug 1914  Germany occupies Luxembourg                     ¶8
────────────────────────────────────────────────────────────────────────────────
  1 of 4   A promise of two

  Two powers acknowledged what Switzerland had asked for.¹

  Nobody had tried it yet.

  The claim
  ¶6   Where the idea comes from

  Look at                                                                     ▼

 Space read on   Backspace back   ↑↓ what it shows                 stop 1 of 4
"#]],
    );
}

#[test]
fn a_stop_in_the_lanes() {
    shows(
        TOURS,
        120,
        40,
        &format!("{BEGIN} Space"),
        expect![[r#"
120x40 : tour Space promises Enter Space
 Small neutralities 1815–2014           1 Timeline   2 Lanes   3 Article   4 Cases                              ? help
 1815 ▆       ▆   ▆               ▆                        █ ▆                                                ▆ ▆ 2014

 4 Aug 1914   1910  1911    1912   1913    1914    1915   1916    1917    1918   1919    1920
               no events in this file 1867–1914  ▼  no events in this file 1914–1919   no events
 By treaty                                       ┊
  Switzerland ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇┊▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶ since 1815
▌ Belgium     ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇✕╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌            75 y · violated 1914
                                                 ✕                                    ●
                                                 Germany invades Belgium
▌ Luxembourg  ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇✕╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌●            47 y · violated 1914
 By own act or policy                            ┊
  other years  Ukraine                           ┊



 ▇▇ T guaranteed   ✕ violation   ╌╌ after it   ● as neutral   ▶ in force
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  2 of 4   The summer in which it was broken

  Both were invaded within three days.

  The claim
  ¶8   The First World War

  In the lanes
  Belgium · Luxembourg, 1910–1920

  Look at
      4 Aug 1914  Germany invades Belgium
                  supports ¶8: The promise was put to the test.
      2 Aug 1914  Germany occupies Luxembourg
                  supports ¶8: The promise was put to the test.

  Ask yourself
  What did the guarantee change?



 Space next stop   Backspace stop before   Enter read the event   ↑↓ what it shows   Esc end the tour      stop 2 of 4
"#]],
    );
}

#[test]
fn a_stop_on_the_smallest_screen() {
    shows(
        TOURS,
        40,
        12,
        BEGIN,
        expect![[r#"
40x12 : tour Space promises Enter
 1 Timeline  2  3  4            ? help
  1 of 4   A promise of two

  Two powers acknowledged what
  Switzerland had asked for.¹

  Nobody had tried it yet.

  The claim
  ¶6   Where the idea comes from
                                      ▼
 Space read on             stop 1 of 4
"#]],
    );
}

#[test]
fn a_stop_in_the_table_of_cases() {
    let keys = format!("{BEGIN} Space Space Space");
    shows(
        TOURS,
        120,
        40,
        &keys,
        expect![[r#"
120x40 : tour Space promises Enter Space Space Space
 Small neutralities 1815–2014           1 Timeline   2 Lanes   3 Article   4 Cases                              ? help
 1815 ▆       ▆   ▆               ▆                        █ ▆                                                ▆ ▆ 2014

                                           Switzerland        Belgium            Luxembourg         Ukraine
                                           1815               1839               1867               2010–2014
  ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  ¶6  Was the state small?                 ● yes              ● yes              ● yes              ○ no
  ¶6  Did the state itself ask for it?     ● yes              ◐ partly           ? unknown          –

  ¶8  Was it agreed in peacetime?          ± disputed         ○ no               ● yes              –
▌ ¶8  Did it outlast the First World War?  ● yes              ○ no               ○ no               –

  ¶14 Did it become a liability?           –                  –                  –                  ● yes
  ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      Promised                             →                  →                  →                  –
      What came of it                      tested and kept    breached           breached           lapsed

────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  4 of 4   Who was spared

  One question, four cases.

  In the table of cases
  Switzerland 1815  Did it outlast the First World War?  yes

  Look at
     20 Nov 1815  The powers guarantee Switzerland

  Ask yourself
  What had the spared in common?









 Backspace stop before   Enter read the event   ↑↓ what it shows   Esc end the tour   y cite   ? help      stop 4 of 4
"#]],
    );
}

#[test]
fn the_tours_to_choose_from() {
    shows(
        TOURS,
        80,
        24,
        "p",
        expect![[r#"
80x24 p
 Small neutralities       1 Timeline   2 Lanes   3 Article   4 Cases    ? help
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
  H       About this timeline
────────────────────────────────────────────────────────────────────────────────
    Tours: Space walks from stop to stop
    > type to narrow

     4 stops  What the promises were worth
      1 stop  A tour of one stop

    Four stops, a minute.

    Enter begin   Esc leave
────────────────────────────────────────────────────────────────────────────────
  Neutral      Switzerland
  Guarantors   Great Britain · Prussia

  The powers acknowledge the perpetual neutrality of Switzerland.
                                                                              ▼
 ◆ neutralisation · ◆ Switzerland guaranteed from here · ¶6 supports
                                                                  9 of 9 shown
"#]],
    );
}
