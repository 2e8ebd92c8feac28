//! The program's own words in other languages: whole screens, what is printed, and that no text is without its words.

use std::fs;
use std::path::Path;

use crate::common::process;
use crate::common::reader::{shows, timeline};
use crate::common::texts::SMALL_WITH_CASES;
use expect_test::{Expect, expect};
use neutrality::selection::{facet::Facet, filter::Filter, value::Value};
use neutrality::timeline::{Importance, KindId};
use neutrality::words::{Language, while_speaking};

/// The small timeline, which asks for a language.
fn in_language(code: &str) -> String {
    let head = format!("[timeline]\nlanguage = {code:?}");
    SMALL_WITH_CASES.replacen("[timeline]", &head, 1)
}

fn check(code: &str, columns: u16, rows: u16, keys: &str, expected: Expect) {
    shows(&in_language(code), columns, rows, keys, expected);
}

#[test]
fn the_reader_speaks_german() {
    check(
        "de",
        80,
        24,
        "j j",
        expect![[r#"
80x24 j j
 Small neutralities    1 Zeitleiste   2 Bahnen   3 Artikel   4 Fälle   ? Hilfe
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
  H       Über diese Zeitleiste
  ◆ B     ◆     20. Nov 1815  The powers guarantee Switzerland              ¶6
  ┃ E L   ◆             1831  Articles for Belgium
▌ ┃ ◆ U   ◆     19. Apr 1839  Treaties of London: Belgium neutralised       ¶6
  ┃ ┃ ◆   ◆     11. Mai 1867  Treaty of London: Luxembourg neutralised      ¶6
  ┃ ┃ ✕   ✕      2. Aug 1914  Germany occupies Luxembourg                   ¶8
────────────────────────────────────────────────────────────────────────────────
  19. April 1839 · London
  Treaties of London: Belgium neutralised

  Neutral      Belgium
  Guarantors   Great Britain · Prussia
  Bestimmung   Art. VII of the annexed treaty
  Ratified     8. Juni 1839

  Belgium is to be “an independent and perpetually neutral State”.
                                                                              ▼
 ◆ neutralisation · ◆ Belgium garantiert ab hier · ¶6 stützt
 ↑↓ bewegen   Enter lesen   / suchen   : fragen   f Filter     9 von 9 gezeigt
"#]],
    );
    check(
        "de",
        80,
        24,
        "2",
        expect![[r#"
80x24 2
 Small neutralities    1 Zeitleiste   2 Bahnen   3 Artikel   4 Fälle   ? Hilfe
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014

 20. Nov 1815        1850         1900         1950         2000
              ▼       ╷            ╷            ╷            ╷
 Durch Vertrag
▌ Switzerland ┊ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶ seit 1815
  Belgium     ┊     ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇✕╌                         verletzt 1914
  Luxembourg  ┊            ▇ T ▇▇▇▇▇▇▇▇✕╌                         verletzt 1914
 Eigener Akt oder Politik
  Ukraine     ┊                                                ╍╍ beendet 2014

 20. November 1815   The powers guarantee Switzerland
  Switzerland  Permanent neutrality by treaty
               garantiert 1815 durch Great Britain · Prussia
               The powers guarantee Switzerland, 20. November 1815

  Noch nicht   Belgium 1839 · Luxembourg 1867 · Ukraine 2010



 ▇▇ T garantiert   ╍╍ Politik   ✕ Verletzung   ╌╌ danach   ▶ gilt
 ▇ T Switzerland garantiert seit 1815
 ←→ in der Zeit   + - Zoom   ↑↓ Zeile   Enter öffnen           9 von 9 gezeigt
"#]],
    );
    check(
        "de",
        80,
        24,
        "4",
        expect![[r#"
80x24 4
 Small neutralities    1 Zeitleiste   2 Bahnen   3 Artikel   4 Fälle   ? Hilfe
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014

  Switzerland 1815               CH         BE         LU         UA
  ● ja                           1815       1839       1867       2010–2014
  ────────────────────────────────────────────────────────────────────────────
▌ ¶6  Small?                     ● ja       ● ja       ● ja       ○ nein
  ¶6  Asked for?                 ● ja       ◐ tlw.     ?          –
  ¶8  In peacetime?              ± str.     ○ nein     ● ja       –
  ¶8  Outlasted 1914–18?         ● ja       ○ nein     ○ nein     –
  ¶14 Did it become a liability? –          –          –          ● ja
  ────────────────────────────────────────────────────────────────────────────
      Versprochen                →          →          →          –
      Was daraus wurde           T          ✕          ✕          L

  Switzerland 1815  Was the state small?  ja

  Twenty-two cantons.

  Belege
      20. Nov 1815  The powers guarantee Switzerland
                                                                              ▼

 ↑↓←→ Zelle   Enter Belege   d Unterschiede   = anheften       9 von 9 gezeigt
"#]],
    );
    check(
        "de",
        80,
        24,
        "f",
        expect![[r#"
80x24 f
 Small neutralities    1 Zeitleiste   2 Bahnen   3 Artikel   4 Fälle   ? Hilfe
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
  H       Über diese Zeitleiste
▌ ◆ B     ◆     20. Nov 1815  The powers guarantee Switzerland              ¶6
  ┃ E L   ◆             1831  Articles for Belgium
  ┃ ◆ U   ◆     19. Apr 1839  Treaties of London: Belgium neutralised       ¶6
  ┃ ┃ ◆   ◆     11. Mai 1867  Treaty of London: Luxembourg neutralised      ¶6
  ┃ ┃ ✕   ✕      2. Aug 1914  Germany occupies Luxembourg                   ¶8
────────────────────────────────────────────────────────────────────────────────
   Filter

   Land             Germany                           ▂▂▂▂▂▂▂▂▂▂▂▂ 5
   Rolle            Belgium                           ▂▂▂▂▂▂▂▂▂▂   4
   Art              Luxembourg                        ▂▂▂▂▂▂▂      3
   Status           Ukraine                           ▂▂▂▂▂        2
   Verletzung       United Kingdom                    ▂▂▂▂▂        2
   Zeit             Switzerland                       ▂▂           1
   Ort
 ▼ Artikel
 ◆ neutralisation · ◆ Switzerland garantiert ab hier · ¶6 stützt
 Space eines von   + alle   - keines   Tab Merkmal             9 von 9 gezeigt
"#]],
    );
    check(
        "de",
        120,
        40,
        "3 j",
        expect![[r#"
120x40 3 j
 Small neutralities 1815–2014           1 Zeitleiste   2 Bahnen   3 Artikel   4 Fälle              3 Stellen   ? Hilfe
 1815 ▆       ▆   ▆               ▆                        █ ▆                                                ▆ ▆ 2014

 On promises  A. Author · Juni 2022                 │  ¶8   The First World War
 The past                   Ereignisse, ≠ erschwert │
  ¶6  Where the idea comes from             3       │  These des Autors
▌ ¶8  The First World War                   3  ≠ 1  │  The promises did not stand the test of the war.
                                                    │
 Today                                              │  Was der Befund zeigt
  ¶14 Ukraine’s own neutrality              1       │  Belgium and Luxembourg were invaded, Switzerland was not.
                                                    │
                                                    │  Erschwert  1
                                                    │      19. Apr 1839  Treaties of London: Belgium neutralised
                                                    │                    The promise was put to the test.
                                                    │
                                                    │  Stützt  2
                                                    │       2. Aug 1914  Germany occupies Luxembourg
                                                    │                    The promise was put to the test.
                                                    │       4. Aug 1914  Germany invades Belgium
                                                    │                    The promise was put to the test.
                                                    │
                                                    │  Den Artikel lesen
                                                    │  https://example.org/on-promises
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │
                                                    │

 ↑↓ Thesen   Enter lesen   X was erschwert   Tab Ereignisse   y kopieren   / suchen                    9 von 9 gezeigt
"#]],
    );
}

#[test]
fn the_reader_speaks_ukrainian() {
    check(
        "uk",
        80,
        24,
        "j j",
        expect![[r#"
80x24 j j
 Small neutraliti…   1 Хронологія   2 Смуги   3 Стаття   4 Випадки   ? довідка
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
  H       Про цю хронологію
  ◆ B     ◆    20 лис 1815  The powers guarantee Switzerland                ¶6
  ┃ E L   ◆           1831  Articles for Belgium
▌ ┃ ◆ U   ◆    19 кві 1839  Treaties of London: Belgium neutralised         ¶6
  ┃ ┃ ◆   ◆    11 тра 1867  Treaty of London: Luxembourg neutralised        ¶6
  ┃ ┃ ✕   ✕     2 сер 1914  Germany occupies Luxembourg                     ¶8
────────────────────────────────────────────────────────────────────────────────
  19 квітня 1839 · London
  Treaties of London: Belgium neutralised

  Neutral      Belgium
  Guarantors   Great Britain · Prussia
  Положення    Art. VII of the annexed treaty
  Ratified     8 червня 1839

  Belgium is to be “an independent and perpetually neutral State”.
                                                                              ▼
 ◆ neutralisation · ◆ Belgium гарантовано звідси · ¶6 підтверджує
 ↑↓ рух   Enter читати   / пошук   : запит   f фільтр           показано 9 з 9
"#]],
    );
    check(
        "uk",
        80,
        24,
        "2 A",
        expect![[r#"
80x24 2 A
 Small neutraliti…   1 Хронологія   2 Смуги   3 Стаття   4 Випадки   ? довідка
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014

 роки               0        50        100       150
 За договором
▌ Switzerland 1815  ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶ 199 р.  ▶ чинний
  Belgium 1839      ▇ T ▇▇▇▇▇▇▇▇▇▇⊗╌                         75 р.  ⊗ гарантом
  Luxembourg 1867   ▇ T ▇▇▇▇▇⊗╌                              47 р.  ⊗ гарантом

 Власний акт чи політика
  Ukraine 2010      ╍                                         4 р.    завершено










 ▇▇ T гарантовано   ╍╍ політика   ⊗ порушив гарант   ╌╌ після неї   ▶ чинний
 Switzerland 1815 · ▇ Permanent neutrality by treaty · дотримано 199 р. · ▶ ч…
 ↑↓ статус   Enter його події   + - масштаб   A роки            показано 9 з 9
"#]],
    );
    check(
        "uk",
        80,
        24,
        ":",
        expect![[r#"
80x24 :
 Small neutraliti…   1 Хронологія   2 Смуги   3 Стаття   4 Випадки   ? довідка
 1815 ▆    ▆  ▆        ▆               █ ▆                             ▆▆ 2014


  C
  H       Про цю хронологію
▌ ◆ B     ◆    20 лис 1815  The powers guarantee Switzerland                ¶6
  ┃ E L   ◆           1831  Articles for Belgium
  ┃ ◆ U   ◆    19 кві 1839  Treaties of London: Belgium neutralised         ¶6
  ┃ ┃ ◆   ◆    11 тра 1867  Treaty of London: Luxembourg neutralised        ¶6
  ┃ ┃ ✕   ✕     2 сер 1914  Germany occupies Luxembourg                     ¶8
────────────────────────────────────────────────────────────────────────────────
  запит    belgium 1914-08-01  статус і хто його дав
  запит    ¶8  теза поруч із фактами
  запит    only ukraine  події однієї країни
  запит    1914  найповніший рік
  вид      the timeline  show-timeline                                       1
  вид      the lanes: every country’s status over time  show-lanes           2
  вид      the article, claim by claim  show-article                         3
  вид      the cases, side by side  show-cases                               4
  сторінка Про цю хронологію                                            g Home
  уривок   ¶6 Where the idea comes from                                3 події
  уривок   ¶8 The First World War                                      3 події ▼
 :   дата, країна й дата, ¶6, назва чи команда                  показано 9 з 9
"#]],
    );
    check(
        "uk",
        120,
        40,
        "2",
        expect![[r#"
120x40 2
 Small neutralities 1815–2014           1 Хронологія   2 Смуги   3 Стаття   4 Випадки           4 проміжки   ? довідка
 1815 ▆       ▆   ▆               ▆                        █ ▆                                                ▆ ▆ 2014

 20 лис 1815     1825      1850      1875       1900      1925       1950      1975      2000
              ▼   ╷         ╷         ╷          ╷         ╷          ╷         ╷         ╷
 За договором ┊
▌ Switzerland ┊ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▶ з 1815
              ●
              The powers guarantee Switzerland
  Belgium     ┊         ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇✕╌╌                                        75 р. · порушено 1914
  Luxembourg  ┊                    ▇ T ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇✕╌╌                                        47 р. · порушено 1914
              ┊
 Власний акт чи політика
  Ukraine     ┊                                                                                ╍╍ 4 р. · завершено 2014

 20 листопада 1815   The powers guarantee Switzerland
  Switzerland  Permanent neutrality by treaty      гарантовано 1815: Great Britain · Prussia
               The powers guarantee Switzerland, 20 листопада 1815

  Ще ні        Belgium 1839 · Luxembourg 1867 · Ukraine 2010

















 ▇▇ T гарантовано   ╍╍ політика   ✕ порушення   ╌╌ після неї   ● як нейтральна   ▶ чинний
 ● як нейтральна: The powers guarantee Switzerland · ▇ T Switzerland гарантовано з 1815
 ←→ у часі   + - масштаб   ↑↓ рядок   Enter відкрити   A вік   w порушення   y копія   c країна         показано 9 з 9
"#]],
    );
}

#[test]
fn commands_print_dates_and_labels_in_the_language_of_the_timeline() {
    let check = |code: &str, arguments: &[&str], expected: &[&str]| {
        let arguments = [arguments, &["-f", "-"]].concat();
        let (status, printed, faults) = process::answer_to(&arguments, &in_language(code));
        assert_eq!((status, faults.as_str()), (0, ""), "{arguments:?}");
        for part in expected {
            assert!(printed.contains(part), "{arguments:?}: {part}\n{printed}");
        }
    };
    check("en", &["list"], &["20 Nov 1815"]);
    check("de", &["list"], &["20. Nov 1815"]);
    check("uk", &["list"], &["20 лис 1815"]);
    check("de", &["show", "vienna-1815"], &["20. November 1815"]);
    check("de", &["at", "1914-08"], &["2. August 1914 verletzt durch"]);
    check(
        "uk",
        &["export", "--format", "html"],
        &["lang=\"uk\"", "20 листопада 1815", "Джерела"],
    );
    check(
        "de",
        &["export", "--format", "markdown"],
        &["November 1815", "Quellen:"],
    );
    // What programs read does not depend on what people speak.
    check("uk", &["export", "--format", "csv"], &["1815-11-20"]);
}

#[test]
fn faults_and_the_names_of_languages_are_said_in_english() {
    let source = in_language("fr");
    let (status, printed, _) = process::answer_to(&["check", "-"], &source);
    assert_eq!(status, 1);
    assert!(printed.contains("one of: en, de, uk"), "{printed}");
}

/// The first string behind each call of a function that looks words up.
fn looked_up(code: &str) -> Vec<&str> {
    let calls = ["translated(", "fill("];
    let behind = calls.iter().flat_map(|call| code.split(call).skip(1));
    behind
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .collect()
}

fn all_code(folder: &Path, code: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all_code(&path, code);
        } else {
            code.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_text_that_is_looked_up_has_a_row() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut code, mut rows) = (String::new(), String::new());
    for part in [
        "app",
        "export",
        "lanes",
        "linear",
        "page",
        "selection",
        "timeline",
        "ui",
    ] {
        all_code(&src.join(part), &mut code);
        code.push_str(&fs::read_to_string(src.join(part).with_extension("rs")).unwrap());
    }
    all_code(&src.join("words/table"), &mut rows);
    let texts = looked_up(&code);
    assert!(texts.len() > 100, "{}", texts.len());
    let without: Vec<&str> = texts
        .into_iter()
        .filter(|text| !rows.contains(&format!("(\"{text}\", [")))
        .collect();
    assert_eq!(without, [""; 0]);
}

#[test]
fn a_filter_is_said_in_the_language_that_is_spoken() {
    let timeline = timeline(SMALL_WITH_CASES);
    let kinds: Vec<Value> = KindId::all(&timeline).map(Value::Kind).take(2).collect();
    let check = |facet: Facet, values: &[Value], expected: &str| {
        let mut filter = Filter::default();
        filter.choices.include_only(facet, values);
        let said = while_speaking(Language::German, || filter.parts(&timeline).join(", "));
        assert_eq!(said, expected);
    };
    check(Facet::Kind, &kinds, "neutralisation oder violation");
    let high = [Value::Importance(Importance::High)];
    check(Facet::Importance, &high, "Gewicht 1");
    // Every way to say a facet has its row.
    for facet in Facet::all() {
        for without in [false, true] {
            let phrase = || facet.phrase("7", without);
            let is_bare = phrase() == "7";
            for language in [Language::German, Language::Ukrainian] {
                let said = while_speaking(language, phrase);
                assert!(is_bare || said != phrase(), "{}", phrase());
            }
        }
    }
}
