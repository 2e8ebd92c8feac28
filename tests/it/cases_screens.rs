//! The table of cases as a person sees it: keys in, rows out.

use crate::cases::{app, draw, timeline};
use crate::common::reader::shows;
use crate::common::texts::{CASES, SMALL_WITH_CASES};
use expect_test::expect;
use neutrality::page::cases::{self};
use neutrality::page::evidence::Numbers;
use neutrality::timeline::CaseId;

#[test]
fn narrow_screens_have_signs_and_the_chosen_cell_in_words() {
    shows(
        SMALL_WITH_CASES,
        40,
        12,
        "4 l j",
        expect![[r#"
40x12 4 l j
 1  2  3  4 Cases     4 cases   ? help
  Belgium 1839          CH   BE   LU
  ◐ partly              1815 1839 1867
  ─────────────────────────────── 1 →─
  ¶6  Small?            ●    ●    ●
▌ ¶6  Asked for?        ●    ◐    ?
  ¶8  In peacetime?     ±    ○    ●
  ¶8  Outlasted 1914–1… ●    ○    ○
  ¶14 Did it become a…  –    –    –
  ────────────────────────────────────
      Promised          →    →    →    ▼
 ↑↓←→ cell                9 of 9 shown
"#]],
    );
}

#[test]
fn the_evidence_of_a_cell_has_a_low_screen_to_itself() {
    shows(
        SMALL_WITH_CASES,
        40,
        12,
        "4 l } j Enter",
        expect![[r#"
40x12 4 l } j Enter
 1  2  3  4 Cases     4 cases   ? help
  Belgium 1839  Did it outlast the
  First World War?  no

  It was given up after the war.

  Evidence
      4 Aug 1914  Germany invades
                  Belgium
     28 Jun 1919  Treaty of
                  Versailles: the     ▼
 ↑↓ links                 9 of 9 shown
"#]],
    );
}

#[test]
fn at_80_columns_the_answers_have_their_words() {
    shows(
        SMALL_WITH_CASES,
        80,
        24,
        "4 l } j",
        expect![[r#"
80x24 4 l } j
 Small neutralities       1 Timeline   2 Lanes   3 Article   4 Cases    ? help
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014

  Belgium 1839                   CH         BE         LU         UA
  ○ no                           1815       1839       1867       2010–2014
  ────────────────────────────────────────────────────────────────────────────
  ¶6  Small?                     ● yes      ● yes      ● yes      ○ no
  ¶6  Asked for?                 ● yes      ◐ part     ?          –
  ¶8  In peacetime?              ± disp     ○ no       ● yes      –
▌ ¶8  Outlasted 1914–18?         ● yes      ○ no       ○ no       –
  ¶14 Did it become a liability? –          –          –          ● yes
  ────────────────────────────────────────────────────────────────────────────
      Promised                   →          →          →          –
      What came of it            T          ✕          ✕          L

  Belgium 1839  Did it outlast the First World War?  no

  It was given up after the war.

  Evidence
      4 Aug 1914  Germany invades Belgium
     28 Jun 1919  Treaty of Versailles: the titles end                        ▼

 ↑↓←→ cell   Enter evidence   d differences   = pin   a claim     9 of 9 shown
"#]],
    );
}

#[test]
fn a_pinned_case_is_parted_from_the_others_and_the_page_follows_the_table() {
    shows(
        SMALL_WITH_CASES,
        120,
        40,
        "4 End = Home l d",
        expect![[r#"
120x40 4 End = Home l d
 Small neutralities 1815–2014           1 Timeline   2 Lanes   3 Article   4 Cases                    4 cases   ? help
 1815 ▆       ▆   ▆               ▆                        █ ▆                                                ▆ ▆ 2014

                                           Switzerland       Belgium           Luxembourg          Ukraine
  Where these two differ                   1815              1839              1867                2010–2014
  ──────────────────────────────────────────────────────────────────────────────────────────────── = ─────────────────
▌ ¶6  Was the state small?                 ● yes             ● yes             ● yes             │ ○ no
  ¶6  Did the state itself ask for it?     ● yes             ◐ partly          ? unknown         │ –
                                                                                                 │
  ¶8  Was it agreed in peacetime?          ± disputed        ○ no              ● yes             │ –
  ¶8  Did it outlast the First World War?  ● yes             ○ no              ○ no              │ –
                                                                                                 │
  ¶14 Did it become a liability?           –                 –                 –                 │ ● yes
  ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      Promised                             The powers        Five powers       The powers        │ –
                                           acknowledge its   guarantee it.     guarantee it      │
                                           perpetual                           together.         │
                                           neutrality.                                           │
      What came of it                      tested and kept   breached          breached          │ lapsed


  Belgium 1839  Was the state small?  yes                 │  Ukraine 2010–2014  Was the state small?  no
                                                          │
  Four million people.                                    │  Forty-five million people.
                                                          │
  Evidence                                                │  Question from   ¶6  Where the idea comes from
     19 Apr 1839  Treaties of London: Belgium neutralised │
                                                          │
  Question from   ¶6  Where the idea comes from           │
                                                          │
                                                          │
                                                          │
                                                          │
                                                          │
                                                          │
                                                          │
                                                          │
                                                          │

 Belgium and Ukraine differ in 5 of 5; d ends it                                       5 of 5 questions · 9 of 9 shown
"#]],
    );
}

#[test]
fn in_ascii_no_sign_of_the_table_is_more_than_ascii() {
    let mut app = app(100, 24, "l =");
    app.setup.ascii = true;
    let (screen, _) = draw(&app);
    let table = screen.lines().skip(3).take(9).collect::<String>();
    for sign in ["●", "○", "◐", "±", "≠", "│", "─", "▌", "→", "←", "▼"] {
        assert!(!table.contains(sign), "{sign} in\n{screen}");
    }
    for sign in ["@ yes", "o no", "% partly", "$ disputed"] {
        assert!(table.contains(sign), "{sign} is not in\n{screen}");
    }
}

#[test]
fn a_case_is_told_whole_in_plain_text() {
    let timeline = timeline(CASES);
    let case = CaseId::at(&timeline, 1).unwrap();
    let told = cases::full(&timeline, case, 80, |sign| sign, Numbers::Raised).plain();
    expect![[r#"
        Belgium 1839
        Promised          Five powers guarantee it.
        What came of it   breached. Germany came in on 4 August 1914.

        ¶6   Was the state small?  ● yes
             Four million people.
             → 19 April 1839: Treaties of London: Belgium neutralised

        ¶6   Did the state itself ask for it?  ◐ partly
             Its congress was not asked first.

        ¶8   Was it agreed in peacetime?  ○ no
             The Dutch war was settled with it.

        ¶8   Did it outlast the First World War?  ○ no
             It was given up after the war.
             → 4 August 1914: Germany invades Belgium
             → 28 June 1919: Treaty of Versailles: the titles end

        ¶14  Did it become a liability?  – does not apply
    "#]]
    .assert_eq(&told);
}
