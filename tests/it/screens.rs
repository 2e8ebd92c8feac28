//! Whole screens, as a person sees them: keys in, rows out.

use crate::common::reader::shows;
use crate::common::texts::SMALL;
use expect_test::{Expect, expect};

fn check(columns: u16, rows: u16, keys: &str, expected: Expect) {
    shows(SMALL, columns, rows, keys, expected);
}

#[test]
fn the_first_screen() {
    check(
        80,
        24,
        "",
        expect![[r#"
80x24
 Small neutralities 1815–2014   1 Timeline   2 Lanes   3 Article        ? help
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
  H       About this timeline
▌ ◆ B     ◆    20 Nov 1815  The powers guarantee Switzerland                ¶6
  ┃ E L   ◆           1831  Articles for Belgium
  ┃ ◆ U   ◆    19 Apr 1839  Treaties of London: Belgium neutralised         ¶6
  ┃ ┃ ◆   ◆    11 May 1867  Treaty of London: Luxembourg neutralised        ¶6
  ┃ ┃ ✕   ✕     2 Aug 1914  Germany occupies Luxembourg                     ¶8
────────────────────────────────────────────────────────────────────────────────
  20 November 1815 · Paris
  The powers guarantee Switzerland

  An act of the powers.

  Neutral      Switzerland
  Guarantors   Great Britain · Prussia

  The powers acknowledge the perpetual neutrality of Switzerland.
                                                                              ▼
 ◆ neutralisation · ◆ Switzerland guaranteed from here · ¶6 supports
 ↑↓ move   Enter read   / search   : ask   f filter               9 of 9 shown
"#]],
    );
}

#[test]
fn an_event_with_its_parties_and_its_relations() {
    check(
        80,
        24,
        "j j",
        expect![[r#"
80x24 j j
 Small neutralities 1815–2014   1 Timeline   2 Lanes   3 Article        ? help
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
  H       About this timeline
  ◆ B     ◆    20 Nov 1815  The powers guarantee Switzerland                ¶6
  ┃ E L   ◆           1831  Articles for Belgium
▌ ┃ ◆ U   ◆    19 Apr 1839  Treaties of London: Belgium neutralised         ¶6
  ┃ ┃ ◆   ◆    11 May 1867  Treaty of London: Luxembourg neutralised        ¶6
  ┃ ┃ ✕   ✕     2 Aug 1914  Germany occupies Luxembourg                     ¶8
────────────────────────────────────────────────────────────────────────────────
  19 April 1839 · London
  Treaties of London: Belgium neutralised

  Neutral      Belgium
  Guarantors   Great Britain · Prussia
  Provision    Art. VII of the annexed treaty
  Ratified     8 June 1839

  Belgium is to be “an independent and perpetually neutral State”.
                                                                              ▼
 ◆ neutralisation · ◆ Belgium guaranteed from here · ¶6 supports
 ↑↓ move   Enter read   / search   : ask   f filter               9 of 9 shown
"#]],
    );
}

#[test]
fn the_countries_to_choose_from() {
    check(
        80,
        24,
        "c",
        expect![[r#"
80x24 c
 Small neutralities 1815–2014   1 Timeline   2 Lanes   3 Article        ? help
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
────────────────────────────────────────────────────────────────────────────────
                Events of a country                  in any role
                > type to narrow

                  Germany                                      5
                  Belgium                                      4
                  Luxembourg                                   3
                  Ukraine                                      2
                  United Kingdom                               2
                  Switzerland                                  1

                Enter take   Space mark   Tab role   Esc leave
────────────────────────────────────────────────────────────────────────────────
  Guarantors   Great Britain · Prussia

  The powers acknowledge the perpetual neutrality of Switzerland.
                                                                              ▼
 ◆ neutralisation · ◆ Switzerland guaranteed from here · ¶6 supports
                                                                  9 of 9 shown
"#]],
    );
}

#[test]
fn a_filter_is_said_where_one_looks() {
    check(
        80,
        24,
        "c belg Enter",
        expect![[r#"
80x24 c belg Enter
 Small neutralities 1815–2014   1 Timeline   2 Lanes   3 Article        ? help
 1815      █  █                        █ █                                2014
  Belgium ✕   x lifts all
  C
  H B
▌ ┃ E L ◆           1831  Articles for Belgium
  ┃ ◆ U ◆    19 Apr 1839  Treaties of London: Belgium neutralised           ¶6
  ┃ ✕ ╎ ✕     4 Aug 1914  Germany invades Belgium                           ¶8
  ┃ ╵ ╵ □    28 Jun 1919  Treaty of Versailles: the titles end


────────────────────────────────────────────────────────────────────────────────
  1831
  Articles for Belgium

  Neutral      Belgium

  Articles that the Dutch king refused.

  Sources
  1  Hertslet, The Map of Europe by Treaty (1875)
     https://example.org/map
 ◆ neutralisation
 ↑↓ move   Enter read   / search   : ask   f filter               4 of 9 shown
"#]],
    );
}

#[test]
fn a_search_marks_and_counts() {
    check(
        80,
        24,
        "/ belg",
        expect![[r#"
80x24 / belg
 Small neutralities 1815–2014   1 Timeline   2 Lanes   3 Article        ? help
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
  H       About this timeline
  ◆ B     ◆    20 Nov 1815  The powers guarantee Switzerland                ¶6
▌ ┃ E L   ◆           1831  Articles for Belgium
  ┃ ◆ U   ◆    19 Apr 1839  Treaties of London: Belgium neutralised         ¶6
  ┃ ┃ ◆   ◆    11 May 1867  Treaty of London: Luxembourg neutralised        ¶6
  ┃ ┃ ✕   ✕     2 Aug 1914  Germany occupies Luxembourg                     ¶8
────────────────────────────────────────────────────────────────────────────────
  1831
  Articles for Belgium

  Neutral      Belgium

  Articles that the Dutch king refused.

  Sources
  1  Hertslet, The Map of Europe by Treaty (1875)
     https://example.org/map
 ◆ neutralisation
 /belg   1 of 4 events · 1 claim                                  9 of 9 shown
"#]],
    );
}

#[test]
fn the_article_claim_by_claim() {
    check(
        80,
        24,
        "3 j",
        expect![[r#"
80x24 3 j
 Small neutralities 1815–2014   1 Timeline   2 Lanes   3 Article        ? help
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014

 On promises  A. Author · June 2022
 The past                                                  events, ≠ complicate
  ¶6  Where the idea comes from                                         3
▌ ¶8  The First World War                                               3  ≠ 1

 Today
  ¶14 Ukraine’s own neutrality                                          1

────────────────────────────────────────────────────────────────────────────────
  ¶8   The First World War

  The author’s claim
  The promises did not stand the test of the war.

  What the record shows
  Belgium and Luxembourg were invaded, Switzerland was not.

  Complicates  1
     19 Apr 1839  Treaties of London: Belgium neutralised                     ▼

 ↑↓ claims   Enter read   X what complicates it   Tab events      9 of 9 shown
"#]],
    );
}

#[test]
fn the_events_of_a_claim() {
    check(
        80,
        24,
        "3 j Tab j",
        expect![[r#"
80x24 3 j Tab j
 Small neutralities 1815–2014   1 Timeline   2 Lanes   3 Article        ? help

  ¶8   The First World War

  The author’s claim
  The promises did not stand the test of the war.

  What the record shows
  Belgium and Luxembourg were invaded, Switzerland was not.

  Complicates  1
     19 Apr 1839  Treaties of London: Belgium neutralised
                  The promise was put to the test.

  Supports  2
      2 Aug 1914  Germany occupies Luxembourg
                  The promise was put to the test.
      4 Aug 1914  Germany invades Belgium
                  The promise was put to the test.

  Read the article
  https://example.org/on-promises

 ↑↓ events   Enter go to event   y copy   Tab list                9 of 9 shown
"#]],
    );
}

#[test]
fn side_by_side_on_a_wide_screen() {
    check(
        120,
        30,
        "j j",
        expect![[r#"
120x30 j j
 Small neutralities 1815–2014           1 Timeline   2 Lanes   3 Article                             9 events   ? help
 1815 ▆       ▆   ▆               ▆                        █ ▆                                                ▆ ▆ 2014

                                                                │  19 April 1839 · London
  C                                                             │  Treaties of London: Belgium neutralised
  H       About this timeline                                   │
  ◆ B     ◆    20 Nov 1815  The powers guarantee Switzerla… ¶6  │  Neutral      Belgium
  ┃ E L   ◆           1831  Articles for Belgium                │  Guarantors   Great Britain · Prussia
▌ ┃ ◆ U   ◆    19 Apr 1839  Treaties of London: Belgium ne… ¶6  │  Provision    Art. VII of the annexed treaty
  ┃ ┃ ◆   ◆    11 May 1867  Treaty of London: Luxembourg n… ¶6  │  Ratified     8 June 1839
  ┃ ┃ ✕   ✕     2 Aug 1914  Germany occupies Luxembourg     ¶8  │
  ┃ ✕ ╎ U ✕     4 Aug       Germany invades Belgium         ¶8  │  Belgium is to be “an independent and perpetually
  ┃ ╵ ╵ A □    28 Jun 1919  Treaty of Versailles: the titles…   │  neutral State”.
  ┃     ◇ □     1 Jul 2010  Ukraine’s law on non-bloc sta… ¶14  │
  ┃     ╵ □    23 Dec 2014  The non-bloc status is given up     │  The five courts place the articles under their
                                                                │  guarantee.
                                                                │
                                                                │  In the article
                                                                │  ¶6   Where the idea comes from  supports
                                                                │       It made a state neutral by a promise of
                                                                │       others.
                                                                │  ¶8   The First World War  complicates
                                                                │       The promise was put to the test.
                                                                │
                                                                │  Related
                                                                │  broken by      Germany invades Belgium, 1914
                                                                │
                                                                │  Sources                                            ▼
 ◆ neutralisation · ◆ Belgium guaranteed from here · ¶6 supports
 ↑↓ move   Enter read   / search   : ask   f filter   c country   w violation   y copy   s sources        9 of 9 shown
"#]],
    );
}

#[test]
fn the_smallest_screen() {
    check(
        40,
        12,
        "} } }",
        expect![[r#"
40x12 } } }
 1 Timeline  2  3    9 events   ? help

  + Switzerland · Belgium · Luxembourg
  About this timeline
  ◆    20 Nov 1815  The powers gua… ¶6
  ◆           1831  Articles for Belg…
  ◆    19 Apr 1839  Treaties of Lo… ¶6
  ◆    11 May 1867  Treaty of Lond… ¶6
▌ ✕     2 Aug 1914  Germany occupi… ¶8
  ✕     4 Aug       Germany invade… ¶8
  □    28 Jun 1919  Treaty of Versail…
 ↑↓ move   Enter read     9 of 9 shown
"#]],
    );
}

#[test]
fn one_pane_alone_on_the_smallest_screen() {
    check(
        40,
        12,
        "j j Enter",
        expect![[r#"
40x12 j j Enter
 1 Timeline  2  3    9 events   ? help
  19 April 1839 · London
  Treaties of London: Belgium
  neutralised

  Neutral      Belgium
  Guarantors   Great Britain · Prussia
  Provision    Art. VII of the annexed
               treaty
  Ratified     8 June 1839
                                      ▼
 ↑↓ links                 9 of 9 shown
"#]],
    );
}

#[test]
fn a_date_to_go_to() {
    check(
        80,
        24,
        ": 1914",
        expect![[r#"
80x24 : 1914
 Small neutralities 1815–2014   1 Timeline   2 Lanes   3 Article        ? help
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
  H       About this timeline
▌ ◆ B     ◆    20 Nov 1815  The powers guarantee Switzerland                ¶6
  ┃ E L   ◆           1831  Articles for Belgium
  ┃ ◆ U   ◆    19 Apr 1839  Treaties of London: Belgium neutralised         ¶6
  ┃ ┃ ◆   ◆    11 May 1867  Treaty of London: Luxembourg neutralised        ¶6
  ┃ ┃ ✕   ✕     2 Aug 1914  Germany occupies Luxembourg                     ¶8
────────────────────────────────────────────────────────────────────────────────
  20 November 1815 · Paris
  The powers guarantee Switzerland

  An act of the powers.

  Neutral      Switzerland
  Guarantors   Great Britain · Prussia
────────────────────────────────────────────────────────────────────────────────
  date     1914  Germany occupies Luxembourg                          2 events
  event    Germany occupies Luxembourg                              2 Aug 1914
  event    Germany invades Belgium                                  4 Aug 1914
 :1914                                                            9 of 9 shown
"#]],
    );
}

#[test]
fn what_cannot_be_found_is_said() {
    check(
        80,
        24,
        ": 1066x Enter",
        expect![[r#"
80x24 : 1066x Enter
 Small neutralities 1815–2014   1 Timeline   2 Lanes   3 Article        ? help
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
  H       About this timeline
▌ ◆ B     ◆    20 Nov 1815  The powers guarantee Switzerland                ¶6
  ┃ E L   ◆           1831  Articles for Belgium
  ┃ ◆ U   ◆    19 Apr 1839  Treaties of London: Belgium neutralised         ¶6
  ┃ ┃ ◆   ◆    11 May 1867  Treaty of London: Luxembourg neutralised        ¶6
  ┃ ┃ ✕   ✕     2 Aug 1914  Germany occupies Luxembourg                     ¶8
────────────────────────────────────────────────────────────────────────────────
  20 November 1815 · Paris
  The powers guarantee Switzerland

  An act of the powers.

  Neutral      Switzerland
  Guarantors   Great Britain · Prussia

  The powers acknowledge the perpetual neutrality of Switzerland.
                                                                              ▼
 ◆ neutralisation · ◆ Switzerland guaranteed from here · ¶6 supports
 nothing is called “1066x”; try 1914-08, ¶6 or a country          9 of 9 shown
"#]],
    );
}

#[test]
fn a_message_takes_the_rows_that_it_needs_until_the_next_key() {
    check(
        40,
        12,
        "+",
        expect![[r#"
40x12 +
 1 Timeline  2  3    9 events   ? help

  + Switzerland
  About this timeline
▌ ◆    20 Nov 1815  The powers gua… ¶6
  ◆           1831  Articles for Belg…
  ◆    19 Apr 1839  Treaties of Lo… ¶6
  ◆    11 May 1867  Treaty of Lond… ¶6
  ✕     2 Aug 1914  Germany occupi… ¶8
  ✕     4 Aug       Germany invade… ¶8
 + works in the lanes: closer, down to
 a month; 2 leads there   9 of 9 shown
"#]],
    );
    check(
        40,
        12,
        "+ j",
        expect![[r#"
40x12 + j
 1 Timeline  2  3    9 events   ? help

  + Switzerland
  About this timeline
  ◆    20 Nov 1815  The powers gua… ¶6
▌ ◆           1831  Articles for Belg…
  ◆    19 Apr 1839  Treaties of Lo… ¶6
  ◆    11 May 1867  Treaty of Lond… ¶6
  ✕     2 Aug 1914  Germany occupi… ¶8
  ✕     4 Aug       Germany invade… ¶8
  □    28 Jun 1919  Treaty of Versail…
 ↑↓ move   Enter read     9 of 9 shown
"#]],
    );
}
