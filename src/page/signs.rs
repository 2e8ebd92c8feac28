//! Signs and words: every sign that a view can show with what it means, and every word of the record with its definition.
//!
//! The signs are those that are drawn (`glyphs`, and `cases` for the answers), the words those of the file.

use super::cases::{self, Signs};
use super::event::stance_tone;
use super::evidence::Numbers;
use super::glyphs::{self, line, texture};
use super::{Page, Piece, Tone, Writer};
use crate::text;
use crate::text::fold::fold;
use crate::text::rank::{Matcher, Rank};
use crate::timeline::{Answer, LegalBasis, Outcome, RolePart, Stance, Timeline};

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
    everywhere(&mut to);
    words(&mut to, timeline);
    to.signs
}

/// The page of all signs and words, as they are drawn or in ASCII.
#[must_use]
pub fn page(timeline: &Timeline, columns: usize, ascii: bool, signs: Signs) -> Page {
    let mut writer = Writer::new(columns, &[]);
    writer.paragraph("Signs and words", Tone::Strong);
    let mut group = "";
    for sign in all(timeline, ascii) {
        if sign.group != group {
            group = sign.group;
            writer.heading(group);
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
    match ground {
        LegalBasis::Guarantee => "guaranteed",
        LegalBasis::Treaty => "by treaty",
        LegalBasis::OwnAct => "own act",
        LegalBasis::War => "in one war",
        LegalBasis::Policy => "policy",
        LegalBasis::Proposal => "proposed",
        LegalBasis::Territory => "territory",
    }
}

/// What a status rests on, in a sentence.
fn basis_in_full(ground: LegalBasis) -> &'static str {
    match ground {
        LegalBasis::Guarantee => "It rests on a treaty in which others guarantee it.",
        LegalBasis::Treaty => "It rests on a treaty of several states; nobody guarantees it.",
        LegalBasis::OwnAct => "It rests on the state’s own declaration or law.",
        LegalBasis::War => "A declaration for the length of one war.",
        LegalBasis::Policy => {
            "A policy, or a law on staying out of alliances, without a claim to permanent neutrality."
        }
        LegalBasis::Proposal => "A paper that was never agreed, or an intention.",
        LegalBasis::Territory => "A territory that may not be armed.",
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
    let is_met = |sign: &Sign| {
        on_lines.contains(&sign.sign.as_str()) || ["claim", "complicate"].contains(&&*sign.name)
    };
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
    to.add(
        "BE",
        Tone::Dim,
        "a country",
        "Two letters over a line say whose it is; after “+” stand those that found no room.",
    );
    to.add(
        glyphs::BEGINS_GUARANTEED,
        Tone::Status(LegalBasis::Guarantee),
        "begins guaranteed",
        "With this event a neutrality begins that others guarantee.",
    );
    to.add(
        glyphs::BEGINS,
        Tone::Status(LegalBasis::OwnAct),
        "begins",
        "With this event a status on another basis begins.",
    );
    for ground in LegalBasis::ALL {
        let tone = Tone::Status(ground);
        to.add(line(ground), tone, basis(ground), basis_in_full(ground));
    }
    to.add(
        glyphs::VIOLATED,
        Tone::Violation,
        "violated",
        "With this event the neutrality is violated.",
    );
    to.add(
        glyphs::LINE_AFTER_VIOLATION,
        Tone::Violation,
        "after a violation",
        "The title goes on after it was violated.",
    );
    to.add(
        glyphs::ENDS,
        Tone::Dim,
        "ends",
        "With this event the status ends.",
    );
}

/// The signs of the kinds of events, before their dates.
fn kinds(to: &mut Collected, timeline: &Timeline, ascii: bool) {
    to.group =
        "Kinds of events: the sign before a date; in the colour of a violation where one was";
    for kind in &timeline.kinds {
        let sign = if ascii { &kind.ascii } else { &kind.symbol };
        let meaning = kind.definition.as_deref().unwrap_or_default();
        to.add(sign, Tone::Dim, &kind.label, meaning);
    }
    to.add(
        glyphs::OTHERWISE,
        Tone::Dim,
        "no kind",
        "The file names no kind.",
    );
}

/// Bands, their letters and the marks on them.
fn lanes(to: &mut Collected, timeline: &Timeline, ascii: bool) {
    to.group = "The lanes: a band is the time in which a country had a status";
    for ground in LegalBasis::ALL {
        let band = texture(ground).repeat(2);
        to.add(
            &band,
            Tone::Status(ground),
            basis(ground),
            basis_in_full(ground),
        );
    }
    for status in &timeline.statuses {
        let meaning = status.definition.as_deref().unwrap_or_default();
        let tone = Tone::Status(status.ground);
        to.add(&status.letter, tone, &status.label, meaning);
    }
    let band = [
        (
            glyphs::VIOLATED,
            Tone::Violation,
            "violation",
            "In this column the neutrality was violated.",
        ),
        (
            glyphs::BAND_AFTER_VIOLATION,
            Tone::Violation,
            "after it",
            "The title goes on after it was violated.",
        ),
        (
            glyphs::PERHAPS,
            Tone::Plain,
            "inexact",
            "The record does not know the day: it may have held here.",
        ),
        (
            glyphs::IN_FORCE,
            Tone::Plain,
            "in force",
            "The status holds to this day.",
        ),
        (
            glyphs::CONTESTED,
            Tone::Dim,
            "contested",
            "Its beginning or its end is contested; the day’s page says how.",
        ),
    ];
    let marks = [
        (
            glyphs::AS_VIOLATOR,
            Tone::Violation,
            "violator",
            "An event in which the country violates another’s neutrality.",
        ),
        (
            glyphs::AS_NEUTRAL,
            Tone::Plain,
            "as neutral",
            "An event in which the country’s own neutrality is at issue.",
        ),
        (
            glyphs::AS_GUARANTOR,
            Tone::Plain,
            "as guarantor",
            "An event in which the country guarantees another’s.",
        ),
        (
            glyphs::OTHERWISE,
            Tone::Plain,
            "otherwise",
            "An event in which it takes another part.",
        ),
        (
            glyphs::INEXACT,
            Tone::Plain,
            "no exact day",
            "An event whose date fills more than one column.",
        ),
        (
            glyphs::SPREAD,
            Tone::Dim,
            "spread",
            "The columns over which such a date may lie.",
        ),
        (
            "2",
            Tone::Plain,
            "several",
            "So many events fall into the column; Enter lists them.",
        ),
        (
            glyphs::MANY,
            Tone::Plain,
            "ten or more",
            "Ten events or more fall into the column.",
        ),
    ];
    let cursor = if ascii {
        glyphs::CURSOR_IN_ASCII
    } else {
        glyphs::CURSOR
    };
    let head = [
        (
            cursor,
            Tone::Accent,
            "cursor",
            "The day of which the panel below tells.",
        ),
        (
            glyphs::CURSOR_HEAD,
            Tone::Accent,
            "cursor",
            "The same day, over the lanes.",
        ),
        (
            glyphs::TICK,
            Tone::Dim,
            "year",
            "The year that is named above it begins here.",
        ),
        (
            glyphs::FOLDED,
            Tone::Accent,
            "folded",
            "A group of countries that Tab unfolds.",
        ),
        (
            glyphs::ERA[0],
            Tone::Dim,
            "era",
            "An era begins, where no tint shows it.",
        ),
        (glyphs::ERA[1], Tone::Dim, "era", "An era ends."),
    ];
    for (sign, tone, name, meaning) in band.into_iter().chain(marks).chain(head) {
        to.add(sign, tone, name, meaning);
    }
}

/// What is drawn of the ages and is not of the lanes.
fn ages(to: &mut Collected) {
    to.group = "The ages, A in the lanes: every title with its beginning at zero";
    let signs = [
        (
            glyphs::BROKEN_BY_GUARANTOR,
            Tone::Violation,
            "by a guarantor",
            "At this age a state that had guaranteed the title broke it, alone or with others.",
        ),
        (
            glyphs::VIOLATED,
            Tone::Violation,
            "by others",
            "At this age states that had not guaranteed it broke it.",
        ),
        (
            glyphs::PERHAPS,
            Tone::Plain,
            "inexact",
            "Before zero: the first day is not known. On a bar: it may have been held so long.",
        ),
        (
            glyphs::IN_FORCE,
            Tone::Plain,
            "in force",
            "The title holds to this day, and is counted to the last event of the timeline.",
        ),
        (
            glyphs::FURTHER[1],
            Tone::Plain,
            "goes on",
            "The bar is longer than there is room for; - zooms out.",
        ),
        (
            "",
            Tone::Plain,
            "replaced",
            "The title ended with the act that gave the country its next one.",
        ),
        (
            "",
            Tone::Plain,
            "ended",
            "The title ended without having been violated; below the bars stands how.",
        ),
    ];
    for (sign, tone, name, meaning) in signs {
        to.add(sign, tone, name, meaning);
    }
}

/// What an event does to a claim, in a sentence.
fn stance_in_full(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "The event speaks for the claim.",
        Stance::Complicates => "The event speaks against the claim, limits it, or does not fit it.",
        Stance::Context => {
            "The event belongs to what the claim is about and speaks neither for nor against it."
        }
    }
}

/// The claims of the article.
fn article(to: &mut Collected, timeline: &Timeline, ascii: bool) {
    if timeline.passages.is_empty() {
        return;
    }
    to.group = "The article";
    to.add(
        "¶6",
        Tone::Accent,
        "claim",
        "The paragraph of the article that makes the claim.",
    );
    to.add(
        "46",
        Tone::Dim,
        "events",
        "Beside a claim: all the events that are linked to it.",
    );
    to.add(
        glyphs::AGAINST,
        Tone::Complicates,
        "complicate",
        "Beside a claim: how many of them complicate it.",
    );
    for stance in Stance::ALL {
        to.add(
            "",
            stance_tone(stance),
            stance.word(),
            stance_in_full(stance),
        );
    }
    let number = Numbers::for_ascii(ascii).written(1);
    to.add(
        &number,
        Tone::Accent,
        "evidence",
        "What carries the sentence: the number leads to the event or the source, which is listed below the text.",
    );
}

/// What an answer says, in a sentence.
fn answer_in_full(answer: Option<Answer>) -> &'static str {
    match answer {
        Some(Answer::Yes) => "The record answers the question with yes; neither answer praises.",
        Some(Answer::No) => "The record answers the question with no.",
        Some(Answer::Partly) => "In one respect yes and in another no, as the note says.",
        Some(Answer::Disputed) => "Those who have written of it answer differently.",
        Some(Answer::Unknown) => "The record does not say.",
        None => "The question does not arise in this case.",
    }
}

/// What became of a promise, in a sentence.
fn outcome_in_full(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "The neutrality has been kept, and no attack put it to the test.",
        Outcome::TestedAndKept => "It was put to the test and kept.",
        Outcome::Breached => "It was violated.",
        Outcome::Lapsed => "It ended without a violation: given up, replaced or overtaken.",
        Outcome::NeverTested => "It ended or goes on without having been put to the test.",
        Outcome::Proposed => "It was proposed and never agreed.",
    }
}

/// The table of cases.
fn answers(to: &mut Collected) {
    to.group = "The cases";
    let given = Answer::ALL.into_iter().map(Some).chain([None]);
    for answer in given {
        let word = answer.map_or("does not apply", Answer::word);
        to.add(
            cases::sign(answer),
            cases::tone(answer),
            word,
            answer_in_full(answer),
        );
    }
    to.add(
        glyphs::AGAINST,
        Tone::Complicates,
        "departs",
        "Before an answer: it is not what the article says of the cases that it builds on.",
    );
    for outcome in Outcome::ALL {
        let (letter, tone) = (cases::letter(outcome), cases::outcome_tone(outcome));
        to.add(letter, tone, outcome.word(), outcome_in_full(outcome));
    }
    to.add(
        glyphs::PROMISE,
        Tone::Plain,
        "promised",
        "There was a promise; below the table stands what it said.",
    );
    to.add(
        glyphs::NOTHING,
        Tone::Plain,
        "nothing",
        "The record names no promise.",
    );
    to.add(
        glyphs::FURTHER[0],
        Tone::Dim,
        "further left",
        "So many cases lie further left.",
    );
    to.add(
        glyphs::FURTHER[1],
        Tone::Dim,
        "further right",
        "So many cases lie further right.",
    );
}

/// What stands in more than one view, and the colours.
fn everywhere(to: &mut Collected) {
    to.group = "In every view";
    to.add(
        glyphs::SELECTED,
        Tone::Accent,
        "selected",
        "The row on which one is; dimmed where another pane has the keys.",
    );
    to.add(
        glyphs::MORE[0],
        Tone::Accent,
        "more above",
        "The text goes on above.",
    );
    to.add(
        glyphs::MORE[1],
        Tone::Accent,
        "more below",
        "The text goes on below.",
    );
    to.add("…", Tone::Plain, "cut", "There was no room for the rest.");
    let bars = [glyphs::BARS[0], glyphs::BARS[3], glyphs::BARS[7]].concat();
    to.add(
        &bars,
        Tone::Plain,
        "number of events",
        "In the strip at the top: how many events there are in those years.",
    );
    to.add(
        glyphs::ASKED_FOR,
        Tone::Accent,
        "asked for",
        "In the filter: a value that is asked for.",
    );
    to.add(
        glyphs::AGAINST,
        Tone::Accent,
        "refused",
        "In the filter: a value that is refused.",
    );
    to.add(
        &glyphs::SHARE.repeat(3),
        Tone::Dim,
        "share",
        "In the filter: how many events a value would bring.",
    );
    to.add(
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
            "in one war",
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
        to.add(
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
        let part = role.part.map(part_in_full).unwrap_or_default();
        to.add("", Tone::Plain, &role.label, meaning.unwrap_or(part));
    }
    to.group = "Stages of an act";
    for stage in &timeline.stages {
        let meaning = stage.definition.as_deref().unwrap_or_default();
        to.add("", Tone::Plain, &stage.id, meaning);
    }
}

/// What a role does in a neutrality, in a sentence.
fn part_in_full(part: RolePart) -> &'static str {
    match part {
        RolePart::Neutral => "The state whose neutrality it is.",
        RolePart::Guarantor => "A state that promises to uphold it.",
        RolePart::Violator => "A state that breaks it.",
    }
}
