//! The table of cases as plain text: questions as rows and cases as columns, each as wide as its widest cell.

use std::fmt::Write as _;

use super::{Aspect, Signs, answer, departs, heading, sign};
use crate::page::glyphs::{AGAINST, ascii::in_ascii};
use crate::text;
use crate::timeline::{Answer, CaseId, CriterionId, Timeline};
use crate::words::translated;

/// Columns between two columns of the table.
const GAP: usize = 2;

/// These questions as rows and these cases as columns, those that stand back in brackets; `None` where there are no
/// questions.
#[must_use]
pub fn table(
    timeline: &Timeline,
    questions: &[CriterionId],
    of: &[CaseId],
    stands_back: &dyn Fn(CaseId) -> bool,
    ascii: bool,
) -> Option<String> {
    let mut rows: Vec<Vec<String>> = vec![vec![String::new()], vec![String::new()]];
    let is_told = timeline
        .criteria
        .iter()
        .any(|criterion| criterion.article.is_some());
    if is_told {
        rows[0].push(translated("Article").to_owned());
        rows[1].push(translated("says").to_owned());
    }
    for case in of {
        let (name, when) = heading(timeline, *case);
        rows[0].push(match stands_back(*case) {
            true => format!("({name})"),
            false => name,
        });
        rows[1].push(when);
    }
    let signs: Signs = if ascii { in_ascii } else { |sign| sign };
    for id in questions {
        rows.push(question(timeline, *id, of, signs, is_told));
    }
    let mut last = vec![Aspect::Outcome.label(timeline).to_owned()];
    last.extend(is_told.then(String::new));
    last.extend(
        of.iter()
            .map(|case| translated(timeline[*case].outcome.word()).to_owned()),
    );
    rows.push(last);
    if ascii {
        // Before the columns are measured: what stands for a sign may be longer than it.
        for cell in rows.iter_mut().flatten() {
            *cell = text::ascii::to_ascii(cell);
        }
    }
    let mut table = aligned(&rows);
    if of.iter().any(|case| stands_back(*case)) {
        let _ = writeln!(
            table,
            "\n( ) {}",
            translated("the filter leaves nothing of it")
        );
    }
    (!questions.is_empty()).then_some(table)
}

/// "¶7  Was the state small?", what the article says where it says anything, then the answer of each case.
fn question(
    timeline: &Timeline,
    id: CriterionId,
    of: &[CaseId],
    signs: Signs,
    is_told: bool,
) -> Vec<String> {
    let criterion = &timeline[id];
    let mark = criterion
        .passage
        .map_or_else(String::new, |passage| timeline[passage].mark());
    let mut row = vec![format!("{mark:<4}{}", criterion.question)];
    row.extend(is_told.then(|| criterion.article.map_or("", Answer::word).to_owned()));
    for case in of {
        let answer = answer(&timeline[*case], id).map(|given| given.answer);
        let word = answer.map_or("", Answer::word);
        let sign = signs(sign(answer));
        let departs = match (is_told, departs(criterion, answer)) {
            (false, _) => String::new(),
            (true, true) => format!("{} ", signs(AGAINST)),
            (true, _) => "  ".to_owned(),
        };
        row.push(format!("{departs}{sign} {word}").trim_end().to_owned());
    }
    row
}

/// The rows with every column as wide as its widest cell.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let wide = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| text::width(cell)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(wide).collect();
    let mut lines = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths);
        let line: String = cells
            .map(|(cell, wide)| text::pad(cell, wide + GAP))
            .collect();
        let _ = writeln!(lines, "{}", line.trim_end());
    }
    lines
}
