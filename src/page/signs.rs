//! Signs and words: every sign that a view can show with what it means, and every word of the record with its definition.
//!
//! The signs are those that are drawn (`glyphs`, and `cases` for the answers), the words those of the file.

mod argument;
mod dates;
mod documents;
mod lanes;
mod meanings;

use self::argument::{CLAIM, answers, article};
use self::dates::dates;
pub use self::documents::in_documents;
use self::lanes::{ages, lanes};
use self::meanings::{basis_in_full, part_in_full};
use super::cases::Signs;
use super::glyphs::{self, line, texture};
use super::{Page, Piece, Tone, Writer};
use crate::text;
use crate::text::fold::fold;
use crate::text::rank::{Matcher, Rank};
use crate::timeline::{LegalBasis, Timeline};
use crate::words::translated;

/// Columns of the signs in the page.
const SIGNS: usize = 5;

/// A sign or a word with its meaning.
#[derive(Debug, Clone, PartialEq)]
pub struct Sign {
    /// Where it is met: the heading that it stands under.
    pub group: &'static str,
    /// As it is drawn; empty for a word that has no sign.
    pub sign: String,
    /// In which tone it is drawn.
    pub tone: Tone,
    /// What it is called.
    pub name: String,
    /// What it means, in a sentence or in the words of the file.
    pub meaning: String,
}

/// Collects the signs of one group after the other.
struct Collected {
    signs: Vec<Sign>,
    group: &'static str,
}

impl Collected {
    /// A sign that the program explains in its own words.
    fn own(&mut self, sign: &str, tone: Tone, name: &'static str, meaning: &'static str) {
        self.add(sign, tone, translated(name), translated(meaning));
    }

    /// A sign or a word that the file explains.
    fn add(&mut self, sign: &str, tone: Tone, name: &str, meaning: &str) {
        self.signs.push(Sign {
            group: self.group,
            sign: sign.to_owned(),
            tone,
            name: name.to_owned(),
            meaning: meaning.to_owned(),
        });
    }
}

/// All signs and words of a timeline; with `ascii` the kinds have the letters that the file gives them for it.
#[must_use]
pub fn all(timeline: &Timeline, ascii: bool) -> Vec<Sign> {
    let mut to = Collected {
        signs: Vec::new(),
        group: "",
    };
    list(&mut to);
    kinds(&mut to, timeline, ascii);
    lanes(&mut to, timeline, ascii);
    ages(&mut to);
    article(&mut to, timeline, ascii);
    if !timeline.cases.is_empty() {
        answers(&mut to);
    }
    dates(&mut to);
    everywhere(&mut to);
    words(&mut to, timeline);
    to.signs
}

/// The page of all signs and words, as they are drawn or in ASCII.
#[must_use]
pub fn page(timeline: &Timeline, columns: usize, ascii: bool, signs: Signs) -> Page {
    let mut writer = Writer::new(columns, &[]);
    writer.paragraph(translated("Signs and words"), Tone::Strong);
    let mut group = "";
    for sign in all(timeline, ascii) {
        if sign.group != group {
            group = sign.group;
            writer.heading(translated(group));
        }
        let drawn = shown(&sign.sign, signs);
        let mut pieces = vec![Piece::new(sign.name, Tone::Strong)];
        if !sign.meaning.is_empty() {
            pieces.push(Piece::new(format!("  {}", sign.meaning), Tone::Plain));
        }
        let lead = vec![Piece::new(text::pad(&drawn, SIGNS), sign.tone)];
        writer.flow(SIGNS, lead, pieces);
    }
    writer.finish()
}

/// A sign as the terminal has it, character by character.
fn shown(sign: &str, signs: Signs) -> String {
    let of = |known: &'static str| (known, signs(known));
    let known: Vec<(&str, &str)> = glyphs::all().into_iter().map(of).collect();
    sign.chars()
        .map(|character| {
            let written = character.to_string();
            let found = known.iter().find(|(known, _)| *known == written);
            found.map_or(written, |(_, shown)| (*shown).to_owned())
        })
        .collect()
}

/// What a status rests on, in a few words.
#[must_use]
pub fn basis(ground: LegalBasis) -> &'static str {
    translated(match ground {
        LegalBasis::Guarantee => "guaranteed",
        LegalBasis::Treaty => "by treaty",
        LegalBasis::OwnAct => "by own act",
        LegalBasis::War => "for one war",
        LegalBasis::Policy => "as a policy",
        LegalBasis::Proposal => "proposed or intended",
        LegalBasis::Territory => "demilitarised",
    })
}

/// The same as a label beside a sign, where a line has many of them.
#[must_use]
pub fn short_basis(ground: LegalBasis) -> &'static str {
    match ground {
        LegalBasis::OwnAct => translated("own act"),
        LegalBasis::War => translated("one war"),
        LegalBasis::Policy => translated("policy"),
        LegalBasis::Proposal => translated("proposed"),
        LegalBasis::Guarantee | LegalBasis::Treaty | LegalBasis::Territory => basis(ground),
    }
}

/// The signs that stand beside the events of this timeline, those that it has no use for left out.
#[must_use]
pub fn beside_events(timeline: &Timeline) -> Vec<Sign> {
    let mut to = Collected {
        signs: Vec::new(),
        group: "",
    };
    list(&mut to);
    article(&mut to, timeline, false);
    let on_lines = on_lines(timeline);
    let is_met =
        |sign: &Sign| on_lines.contains(&sign.sign.as_str()) || sign.name == translated(CLAIM);
    to.signs.retain(is_met);
    to.signs
}

/// The sign or the word that is itself, or is called, as a query says.
#[must_use]
pub fn called(timeline: &Timeline, query: &str) -> Option<Sign> {
    let matcher = Matcher::new(query);
    let signs = all(timeline, false).into_iter();
    let is_called = |sign: &Sign| {
        let name = fold(&format!("{}\n{}", sign.sign, sign.name));
        matcher.rank(&name) == Some(Rank::Exact)
    };
    signs
        .filter(|sign| !sign.meaning.is_empty())
        .find(is_called)
}

/// What a mark on the lanes is called.
#[must_use]
pub fn name_in_lanes(timeline: &Timeline, sign: &str) -> Option<String> {
    let mut to = Collected {
        signs: Vec::new(),
        group: "",
    };
    lanes(&mut to, timeline, false);
    let found = to.signs.into_iter().find(|known| known.sign == sign);
    found.map(|sign| sign.name)
}

/// The signs that the life-lines of this timeline are drawn with.
fn on_lines(timeline: &Timeline) -> Vec<&'static str> {
    let mut drawn = Vec::new();
    for span in &timeline.spans {
        let ground = timeline[span.status].ground;
        drawn.extend([line(ground), glyphs::beginning(ground)]);
        if !span.violated_by.is_empty() {
            drawn.extend([glyphs::VIOLATED, glyphs::LINE_AFTER_VIOLATION]);
        }
        if span.ends.is_some() {
            drawn.push(glyphs::ENDS);
        }
    }
    drawn
}

/// The life-lines at the left of the list.
fn list(to: &mut Collected) {
    to.group = "The lines at the left of the list: a country each";
    to.own(
        "BE",
        Tone::Dim,
        "a country",
        "Two letters over a line say whose it is; after “+” stand those that found no room.",
    );
    to.own(
        glyphs::BEGINS_GUARANTEED,
        Tone::Status(LegalBasis::Guarantee),
        "guarantee begins",
        "With this event a neutrality begins that others guarantee.",
    );
    to.own(
        glyphs::BEGINS,
        Tone::Status(LegalBasis::OwnAct),
        "status begins",
        "With this event a status on another basis begins.",
    );
    for ground in LegalBasis::ALL {
        let tone = Tone::Status(ground);
        to.own(line(ground), tone, basis(ground), basis_in_full(ground));
    }
    to.own(
        glyphs::VIOLATED,
        Tone::Violation,
        "violated",
        "With this event the neutrality is violated.",
    );
    to.own(
        glyphs::LINE_AFTER_VIOLATION,
        Tone::Violation,
        "after a violation",
        "The title goes on after it was violated.",
    );
    to.own(
        glyphs::ENDS,
        Tone::Dim,
        "status ends",
        "With this event the status ends.",
    );
}

/// The signs of the kinds of events, before their dates.
fn kinds(to: &mut Collected, timeline: &Timeline, ascii: bool) {
    to.group =
        "Kinds of events: the sign before a date; in the colour of a violation where one was";
    kinds_of_events(to, timeline, ascii);
    to.own(
        glyphs::OTHERWISE,
        Tone::Dim,
        "no kind",
        "The file names no kind.",
    );
}

fn kinds_of_events(to: &mut Collected, timeline: &Timeline, ascii: bool) {
    for kind in &timeline.kinds {
        let sign = if ascii { &kind.ascii } else { &kind.symbol };
        let meaning = kind.definition.as_deref().unwrap_or_default();
        to.add(sign, Tone::Dim, &kind.label, meaning);
    }
}

/// What stands in more than one view, and the colours.
fn everywhere(to: &mut Collected) {
    to.group = "In every view";
    to.own(
        glyphs::SELECTED,
        Tone::Accent,
        "selected",
        "The row on which one is; dimmed where another pane has the keys.",
    );
    to.own(
        glyphs::MORE[0],
        Tone::Accent,
        "more above",
        "The text goes on above.",
    );
    to.own(
        glyphs::MORE[1],
        Tone::Accent,
        "more below",
        "The text goes on below.",
    );
    to.own(
        glyphs::MARKED,
        Tone::Accent,
        "marked",
        "What you marked; your note on it stands over its text. Over the lanes it stands at the time of a marked event, in the cases in the marked cell.",
    );
    to.own("…", Tone::Plain, "cut", "There was no room for the rest.");
    let bars = [glyphs::BARS[0], glyphs::BARS[3], glyphs::BARS[7]].concat();
    to.own(
        &bars,
        Tone::Plain,
        "number of events",
        "In the strip at the top: how many events there are in those years.",
    );
    to.own(
        glyphs::ASKED_FOR,
        Tone::Accent,
        "asked for",
        "In the filter: a value that is asked for.",
    );
    to.own(
        glyphs::REQUIRED,
        Tone::Accent,
        "required",
        "In the filter: a value that every event must have, beside the others of its facet.",
    );
    to.own(
        glyphs::REFUSED,
        Tone::Accent,
        "refused",
        "In the filter: a value that is refused.",
    );
    to.own(
        &glyphs::SHARE.repeat(3),
        Tone::Dim,
        "share",
        "In the filter: how many events a value would bring.",
    );
    to.own(
        glyphs::LIFTS,
        Tone::Dim,
        "lifts",
        "A click lifts this part of the filter.",
    );
    let colours = [
        (
            Tone::Status(LegalBasis::Treaty),
            "treaty",
            "Blue where there are colours, as links are.",
        ),
        (
            Tone::Status(LegalBasis::OwnAct),
            "own act, supports",
            "Green where there are colours.",
        ),
        (
            Tone::Status(LegalBasis::War),
            "for one war",
            "Violet where there are colours.",
        ),
        (
            Tone::Status(LegalBasis::Policy),
            "policy, complicates",
            "Yellow where there are colours.",
        ),
        (
            Tone::Violation,
            "violation",
            "Vermilion where there are colours.",
        ),
        (Tone::Disputed, "disputed", "Rose where there are colours."),
        (
            Tone::Accent,
            "can be acted on",
            "Amber where there are colours: where one is, and what Enter follows.",
        ),
    ];
    for (tone, name, meaning) in colours {
        to.own(
            &texture(LegalBasis::Guarantee).repeat(2),
            tone,
            name,
            meaning,
        );
    }
}

/// Roles, stages and what else the file defines without a sign.
fn words(to: &mut Collected, timeline: &Timeline) {
    to.group = "Roles of countries";
    for role in &timeline.roles {
        let meaning = role.definition.as_deref();
        let part = role.part.map(part_in_full).map_or("", translated);
        to.add("", Tone::Plain, &role.label, meaning.unwrap_or(part));
    }
    to.group = "Stages of an act";
    for stage in &timeline.stages {
        let meaning = stage.definition.as_deref().unwrap_or_default();
        to.add("", Tone::Plain, &stage.id, meaning);
    }
}
