//! How many keys the answers cost: each question from launch, on the shipped timeline, in the real program.

use crate::common::terminal::Session;

/// What a terminal sends for a key.
fn sent(key: &str) -> &str {
    match key {
        "Enter" => "\r",
        "Backspace" => "\x7f",
        "Tab" => "\t",
        "End" => "\x1b[F",
        "Down" => "\x1b[B",
        "PgDn" => "\x06",
        key => key,
    }
}

/// A reader at a screen, who is counted on the keys.
struct Reader {
    session: Session,
    pressed: usize,
}

impl Reader {
    fn at_launch() -> Self {
        let mut session = Session::start(&["--theme", "dark"], 120, 40);
        session.wait_for(" shown");
        Reader {
            session,
            pressed: 0,
        }
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            self.session.send(sent(key));
            self.pressed += 1;
        }
        self
    }

    /// Waits until all of this stands on the screen at once.
    fn see(&mut self, texts: &[&str]) -> &mut Self {
        self.session.wait_until(&format!("{texts:?}"), |screen| {
            let contents = screen.contents();
            texts.iter().all(|text| contents.contains(text))
        });
        self
    }

    #[track_caller]
    fn with_at_most(&mut self, keys: usize) {
        assert!(self.pressed <= keys, "{} keys, not {keys}", self.pressed);
        self.session.send("Q");
        assert_eq!(self.session.exit_status(), 0);
    }
}

#[test]
fn the_status_of_belgium_on_1_august_1914_and_its_guarantors_cost_8_keys() {
    Reader::at_launch()
        .press("c b Enter 2 w , , ,")
        .see(&[
            "1 August 1914   status on this day",
            "Belgium         Permanent neutrality, guaranteed    guaranteed in 1839 by Austrian Empire · France · Great Britain ·",
            "Belgium neutralised, 19 April 1839, ratifications exchanged (France and Belgium) 8 June 1839 · Art.",
        ])
        .with_at_most(8);
}

#[test]
fn all_violations_by_a_guarantor_cost_6_keys() {
    Reader::at_launch()
        .press("f Tab Tab Tab Tab Enter")
        .see(&[
            "violation by a guarantor",
            "6 of ",
            "17 Feb 1836  Cracow occupied",
            "6 Nov 1846  Cracow annexed",
            "2 Aug 1914  Luxembourg occupied",
            "4 Aug       Germany invades Belgium",
            "Oct–Dec       Greece, Italy in Alban",
            "1915–1916  Albania overrun",
        ])
        .with_at_most(6);
}

#[test]
fn from_a_claim_to_its_third_event_and_back_costs_6_keys() {
    let mut reader = Reader::at_launch();
    reader
        .press("3 Tab j j Enter")
        .see(&[
            "17 March 2014",
            "Russia proposes a neutral, federal Ukraine",
        ])
        .press("Backspace")
        .see(&["Complicates  1", "Supports  9"])
        .with_at_most(6);
}

#[test]
fn the_evidence_for_a_guarantor_of_ukraine_that_had_invaded_costs_8_keys() {
    Reader::at_launch()
        .press("4 End } } Enter")
        .see(&[
            "Ukraine 2022, as proposed  Had a guarantor already invaded the country?  yes",
            "Russia, named as a guarantor, had taken Crimea in 2014",
            "Feb–Mar 2014  Russia takes control of Crimea",
            "Enter go to event",
        ])
        .with_at_most(8);
}

#[test]
fn the_ages_of_the_six_broken_titles_cost_4_keys() {
    let mut reader = Reader::at_launch();
    reader.press("2 A").see(&[
        "Belgium 1839",
        "75 y  ⊗ 1914 by a guarantor",
        "47 y  ⊗ 1914 by a guarantor",
        "20 y  ⊗ 1836 by a guarantor",
        "Laos 1962",
        "by others, then a guarantor",
    ]);
    reader
        .press("t PgDn")
        .see(&["Ukraine 2010", "3 y  ✕ 2014 by others"]);
    reader.with_at_most(4);
}
