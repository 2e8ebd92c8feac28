//! All of a picture as text: the table of cases and the chart of the lanes, with what is scrolled out, and in brackets what
//! stands back on the screen because the filter leaves nothing of it; and one case with all its answers.

use super::{COLUMNS, CopyError};
use crate::app::{App, View};
use crate::page::cases::{self, Signs, table};
use crate::page::evidence::Numbers;
use crate::page::glyphs::ascii::in_ascii;
use crate::text;
use crate::timeline::{CaseId, CriterionId};

/// The table or the chart that is looked at, under its name.
pub(super) fn full(app: &App) -> Result<(String, String), CopyError> {
    match app.location.view {
        View::Cases => full_table(app),
        _ => chart(app),
    }
}

/// The table as it stands: the cases in their order, and the questions that are shown.
fn full_table(app: &App) -> Result<(String, String), CopyError> {
    let (timeline, state) = (&app.document.timeline, &app.location.cases);
    let questions: Vec<CriterionId> = state.questions(timeline).collect();
    let of = state.order(timeline);
    let stands_back = |case| !app.keeps_case(case);
    let table = table::table(timeline, &questions, &of, &stands_back, app.setup.ascii);
    let table = table.ok_or(CopyError::Missing("no question is asked of these cases"))?;
    let size = format!(
        "{} and {}",
        text::count(of.len(), "case"),
        text::count(questions.len(), "question")
    );
    Ok((format!("the table of {size}"), table))
}

/// The lanes or the ages, as they are drawn.
fn chart(app: &App) -> Result<(String, String), CopyError> {
    let lanes = &app.location.lanes;
    let drawn = app
        .setup
        .chart
        .filter(|_| !app.document.timeline.spans.is_empty());
    let drawn = drawn.ok_or(CopyError::Missing("there is no chart here"))?;
    if lanes.ages.shown {
        return Ok(("the chart of the ages".to_owned(), drawn(app)));
    }
    let rows = app.document.plan().lanes().count();
    let title = format!("the chart of {}", text::count(rows, "row"));
    Ok((title, drawn(app)))
}

/// The chosen case with its promise, its answers and their notes.
pub(super) fn case(app: &App) -> Result<(String, String), CopyError> {
    let timeline = &app.document.timeline;
    let case: Option<CaseId> = app.location.cases.case;
    let case = case.ok_or(CopyError::Missing("this timeline compares no cases"))?;
    let ascii = app.setup.ascii;
    let signs: Signs = if ascii { in_ascii } else { |sign| sign };
    let page = cases::full(timeline, case, COLUMNS, signs, Numbers::for_ascii(ascii));
    let title = format!("the case “{}” with all its answers", timeline[case].title);
    Ok((title, page.plain()))
}
