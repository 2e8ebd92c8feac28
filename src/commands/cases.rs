//! `neutrality cases`: the cases side by side where there is room, else one after the other.
//!
//! Nothing is cut in either form: under a table the promises and the notes follow, a block a case.

use std::fmt::Write as _;

use super::{ascii_if, columns, filter, print, read_out, terminal_columns};
use crate::cli::{CasesArgs, TableFormat};
use crate::error::Error;
use crate::export::{csv, json};
use crate::files::Origin;
use crate::page::cases::{self, Aspect, Signs, kept};
use crate::page::evidence::Numbers;
use crate::page::glyphs::AGAINST;
use crate::text;
use crate::timeline::{Answer, CaseId, CriterionId, Timeline};
use crate::ui::canvas::in_ascii;

/// Columns between two columns of the table.
const GAP: usize = 2;

pub(super) fn run(args: &CasesArgs) -> Result<u8, Error> {
    let origin = Origin::new(args.file.path());
    let mut timeline = origin.timeline()?;
    let filter = filter::filter(&args.filter, &timeline, origin)?;
    let has_none = timeline.cases.is_empty();
    let kept: Vec<bool> = CaseId::all(&timeline)
        .map(|case| kept::keeps(&filter, &timeline, case))
        .collect();
    let mut kept = kept.into_iter();
    timeline.cases.retain(|_| kept.next() == Some(true));
    match args.format {
        TableFormat::Text if timeline.cases.is_empty() && !has_none => {
            filter::warn_of_no_match("case", &filter, &timeline);
            Ok(0)
        }
        TableFormat::Text => read_out(&text(&timeline, terminal_columns(), columns(), args.ascii)),
        TableFormat::Json => print(&json::cases(&timeline)),
        TableFormat::Csv => print(&csv::cases(&timeline)),
    }
}

/// The table where it fits in `room`, and the cases one by one in lines of `columns`.
fn text(timeline: &Timeline, room: usize, columns: usize, ascii: bool) -> String {
    if timeline.cases.is_empty() {
        return "this timeline compares no cases\n".to_owned();
    }
    let signs: Signs = if ascii { in_ascii } else { |sign| sign };
    let mut text = table(timeline, signs, ascii)
        .filter(|table| table.lines().all(|line| text::width(line) <= room))
        .map_or_else(String::new, |table| table + "\n\n");
    for (at, case) in CaseId::all(timeline).enumerate() {
        if at > 0 {
            text.push_str("\n\n");
        }
        let page = cases::full(timeline, case, columns, signs, Numbers::for_ascii(ascii)).plain();
        text.push_str(&ascii_if(page, ascii));
    }
    text
}

/// Questions as rows and cases as columns; `None` when there are no questions.
fn table(timeline: &Timeline, signs: Signs, ascii: bool) -> Option<String> {
    let mut rows: Vec<Vec<String>> = vec![vec![String::new()], vec![String::new()]];
    let is_told = timeline
        .criteria
        .iter()
        .any(|criterion| criterion.article.is_some());
    if is_told {
        rows[0].push("Article".to_owned());
        rows[1].push("says".to_owned());
    }
    for case in CaseId::all(timeline) {
        let (name, when) = cases::heading(timeline, case);
        rows[0].push(name);
        rows[1].push(when);
    }
    for id in CriterionId::all(timeline) {
        rows.push(question(timeline, id, signs, is_told));
    }
    let mut last = vec![Aspect::Outcome.label(timeline).to_owned()];
    last.extend(is_told.then(String::new));
    last.extend(
        timeline
            .cases
            .iter()
            .map(|case| case.outcome.word().to_owned()),
    );
    rows.push(last);
    // Before the columns are measured: what stands for a sign may be longer than it.
    for cell in rows.iter_mut().flatten() {
        *cell = ascii_if(std::mem::take(cell), ascii);
    }
    (!timeline.criteria.is_empty()).then(|| aligned(&rows))
}

/// "¶7  Was the state small?", what the article says where it says anything, then the answer of each case.
fn question(timeline: &Timeline, id: CriterionId, signs: Signs, is_told: bool) -> Vec<String> {
    let criterion = &timeline[id];
    let mark = criterion
        .passage
        .map_or_else(String::new, |passage| timeline[passage].mark());
    let mut row = vec![format!("{mark:<4}{}", criterion.question)];
    row.extend(is_told.then(|| criterion.article.map_or("", Answer::word).to_owned()));
    for case in &timeline.cases {
        let answer = cases::answer(case, id).map(|given| given.answer);
        let word = answer.map_or("", Answer::word);
        let sign = signs(cases::sign(answer));
        let departs = match (is_told, cases::departs(criterion, answer)) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    #[test]
    fn the_table_is_there_when_it_fits_and_no_line_is_too_wide_when_it_does_not() {
        let timeline = samples::cases();
        let wide = text(&timeline, 120, 100, true);
        let table: Vec<&str> = wide.lines().take(8).collect();
        assert_eq!(
            table,
            [
                "                                             Switzerland      Belgium   Luxembourg  Ukraine",
                "                                             1815             1839      1867        2010-2014",
                "par. 6  Was the state small?                 @ yes            @ yes     @ yes       o no",
                "par. 6  Did the state itself ask for it?     @ yes            % partly  ? unknown   -",
                "par. 8  Was it agreed in peacetime?          $ disputed       o no      @ yes       -",
                "par. 8  Did it outlast the First World War?  @ yes            o no      o no        -",
                "par. 14 Did it become a liability?           -                -         -           @ yes",
                "What came of it                              tested and kept  breached  breached    lapsed",
            ]
        );
        for columns in [20, 40, 80] {
            let text = text(&timeline, columns, columns, false);
            assert!(text.starts_with("Switzerland 1815\n"), "{text}");
            assert!(text.lines().all(|line| text::width(line) <= columns));
        }
    }

    #[test]
    fn a_timeline_without_cases_says_so() {
        let text = text(&samples::small(), 80, 80, false);
        assert_eq!(text, "this timeline compares no cases\n");
    }
}
