//! The table of cases: questions as rows, cases as columns, a glyph and a word in each cell.
//!
//! Where everything stands is known from `app::screen::table`; here it is only painted. Answers have no colour of
//! praise or blame: "no" stands back, what is disputed has its own tone, and a breach is a violation.

use crate::words::translated;
use ratatui::layout::Position;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::screen::layout::Area;
use crate::app::screen::table::{CaseColumn, CaseTableRow, CasesLayout, CellForm, HEADER};
use crate::app::{App, Pane};
use crate::notes::places::MarkPlace;
use crate::page::cases::{self, Aspect};
use crate::page::{Tone, glyphs};
use crate::text::{self, wrap::wrap};
use crate::timeline::{Answer, CaseId, CriterionId};

/// Draws the table; the answer is the position of the chosen cell.
pub(super) fn draw(app: &App, styles: &Styles, canvas: &mut Canvas) -> Option<Position> {
    let table = app.table()?;
    let drawing = CasesDrawing { app, styles, table };
    let area = table.area;
    drawing.draw_header(canvas);
    drawing.draw_heading_of_article(canvas);
    drawing.draw_corner(canvas);
    drawing.draw_rule(area.y + HEADER - 1, canvas);
    drawing.draw_more_cases(canvas);
    let mut chosen = None;
    let rows = drawing.table.rows.iter().skip(app.location().cases.top);
    for (row, y) in rows.zip(area.y + HEADER..area.y + area.height) {
        drawing.draw_row(*row, y, canvas);
        if row.aspect() == Some(app.location().cases.aspect) && chosen.is_none() {
            let x = app
                .location()
                .cases
                .case
                .and_then(|case| drawing.table.x_of(case));
            chosen = x.map(|x| Position::new(x, y));
        }
    }
    drawing.draw_more_rows(canvas);
    chosen
}

struct CasesDrawing<'a> {
    app: &'a App,
    styles: &'a Styles,
    table: &'a CasesLayout,
}

impl CasesDrawing<'_> {
    /// Where the marks begin.
    fn left(&self) -> u16 {
        self.table.area.x + 2
    }

    /// The column behind the last that may be written on.
    fn right(&self) -> u16 {
        self.table.area.x + self.table.area.width - 2
    }

    fn is_chosen(&self, case: CaseId) -> bool {
        self.app.location().cases.case == Some(case)
    }

    fn draw_header(&self, canvas: &mut Canvas) {
        let (timeline, y) = (&self.app.timeline(), self.table.area.y);
        // Its gap and what would be the next one's sign of a departure are free in the heading.
        let room = self.table.room() as u16;
        let mut names: Vec<(String, String)> = Vec::new();
        for column in &self.table.columns {
            names.push(cases::heading(timeline, column.case));
        }
        // Under narrow columns the codes are better reading than names that are cut.
        let cut = names
            .iter()
            .any(|(name, _)| text::width(name) > room.into());
        let codes = cut && self.table.form != CellForm::Words;
        for (CaseColumn { case, x }, (name, when)) in self.table.columns.iter().zip(&names) {
            let country = &timeline[timeline[*case].country];
            let name = if codes { &country.code } else { name };
            let years = if text::width(when) > room.into() {
                first_figure(when)
            } else {
                when
            };
            let year = if self.is_chosen(*case) {
                self.styles.accent()
            } else {
                self.styles.dim()
            };
            let x = x + self.departure();
            canvas.put(x, y, room, name, self.styles.strong());
            canvas.put(x, y + 1, room, years, year);
        }
    }

    /// Over what the article says.
    fn draw_heading_of_article(&self, canvas: &mut Canvas) {
        let Some(says) = self.table.says else { return };
        let rows = self.table.form.heading_of_article();
        for (row, y) in rows.into_iter().zip(says.y..) {
            canvas.put(says.x, y, says.width, row, self.styles.dim());
        }
    }

    /// Columns before a cell in which the sign of a departure stands, where the article says anything.
    fn departure(&self) -> u16 {
        match (self.table.says, self.table.form) {
            (None, _) => 0,
            (Some(_), CellForm::Words) => 2,
            (Some(_), CellForm::Short | CellForm::Sign) => 1,
        }
    }

    /// Columns of a cell.
    fn room(&self) -> u16 {
        (self.table.room() as u16).saturating_sub(self.departure())
    }

    /// What fits in the empty corner: the chosen cell in words where the cells have only glyphs, and what is left out.
    fn draw_corner(&self, canvas: &mut Canvas) {
        let (x, y) = (self.left(), self.table.area.y);
        let first = self.table.columns.first().map(|first| first.x);
        let says = self.table.says.map(|says| says.x);
        let first = says.or(first).unwrap_or(self.right());
        let room = first.saturating_sub(x + 1);
        if self.table.form != CellForm::Words {
            if let Some(case) = self.app.location().cases.case {
                let title = &self.app.timeline()[case].title;
                canvas.put(x, y, room, title, self.styles.accent());
                self.draw_cell_in_words(case, x, y + 1, room, canvas);
            }
        } else if self.app.location().cases.only_differences {
            let text = if self.app.location().cases.compares_two() {
                translated("Where these two differ")
            } else {
                translated("Only where they differ")
            };
            canvas.put(x, y + 1, room, text, self.styles.accent());
        }
        if self.table.form == CellForm::Words && self.table.says.is_some() {
            self.draw_departure_in_words(x, y, room, canvas);
        }
    }

    /// "≠ departs from the article", where there is room for so many words.
    fn draw_departure_in_words(&self, x: u16, y: u16, room: u16, canvas: &mut Canvas) {
        let words = [
            translated("departs from the article"),
            translated("departs"),
        ];
        let fits = |words: &&str| text::width(words) + 2 <= usize::from(room);
        if let Some(words) = words.into_iter().find(fits) {
            canvas.glyph(x, y, glyphs::AGAINST, self.styles.tone(Tone::Complicates));
            canvas.put(x + 2, y, room - 2, words, self.styles.dim());
        }
    }

    fn draw_cell_in_words(&self, case: CaseId, x: u16, y: u16, room: u16, canvas: &mut Canvas) {
        match self.app.location().cases.aspect {
            Aspect::Question(criterion) => {
                let answer = self.answer(case, criterion);
                let word = translated(answer.map_or("does not apply", Answer::word));
                self.draw_glyph(answer, x, y, self.styles.tone(cases::tone(answer)), canvas);
                let style = self.styles.tone(cases::tone(answer));
                let used = 2 + canvas.put(x + 2, y, room.saturating_sub(2), word, style);
                if cases::departs(&self.app.timeline()[criterion], answer) {
                    let left = room.saturating_sub(used + 2);
                    self.draw_departure_in_words(x + used + 2, y, left, canvas);
                }
            }
            Aspect::Promise => {
                let promise = self.app.timeline()[case].promise.as_deref();
                let text = promise.unwrap_or(translated("no promise"));
                canvas.put(x, y, room, text, self.styles.plain());
            }
            Aspect::Outcome => {
                let outcome = self.app.timeline()[case].outcome;
                let style = self.styles.tone(cases::outcome_tone(outcome));
                canvas.put(x, y, room, translated(outcome.word()), style);
            }
        }
    }

    fn draw_rule(&self, y: u16, canvas: &mut Canvas) {
        let (left, right) = (self.left(), self.right());
        let level = Area {
            x: left,
            y,
            width: right.saturating_sub(left),
            height: 1,
        };
        for x in level.x..level.x + level.width {
            canvas.glyph(x, y, "─", self.styles.faint());
        }
    }

    /// How many cases are scrolled out, on the rule at their side; "=" over the case that is pinned.
    fn draw_more_cases(&self, canvas: &mut Canvas) {
        let (table, style) = (self.table, self.styles.accent());
        let y = table.area.y + HEADER - 1;
        if let Some(pin) = table.pin {
            canvas.put(pin + 1, y, 3, " = ", style);
        }
        if let (true, Some(column)) = (table.before > 0, table.columns.first()) {
            let glyph = format!("{} {} ", glyphs::FURTHER[0], table.before);
            canvas.put(column.x, y, 6, &glyph, style);
        }
        if table.after > 0 {
            let glyph = format!(" {} {}", table.after, glyphs::FURTHER[1]);
            let wide = text::columns(&glyph);
            let right = table.pin.unwrap_or(self.right());
            canvas.put(right.saturating_sub(wide + 1), y, wide, &glyph, style);
        }
    }

    fn draw_row(&self, row: CaseTableRow, y: u16, canvas: &mut Canvas) {
        if row == CaseTableRow::Rule {
            return self.draw_rule(y, canvas);
        }
        if let Some(x) = self.table.pin {
            canvas.glyph(x, y, "│", self.styles.faint());
        }
        let Some(aspect) = row.aspect() else { return };
        let chosen = aspect == self.app.location().cases.aspect;
        self.draw_label(row, y, chosen, canvas);
        if chosen {
            let area = self.table.area;
            canvas.tint(area.x, y, area.width - 1, self.styles.selected());
        }
        let is_first_line = !matches!(row, CaseTableRow::Promise(1..) | CaseTableRow::Outcome(1..));
        if chosen && is_first_line {
            let area = self.table.area;
            let bar = if self.app.location().pane == Pane::List {
                self.styles.accent()
            } else {
                self.styles.dim()
            };
            canvas.glyph(area.x, y, glyphs::SELECTED, bar);
        }
        for CaseColumn { case, x } in &self.table.columns {
            let style = (chosen && self.is_chosen(*case)).then(|| self.styles.cell());
            self.draw_cell(row, *case, *x, y, style, canvas);
            if is_first_line {
                self.draw_reader_mark(row, *case, *x, y, canvas);
            }
            if style.is_none() && !self.app.keeps_cell(*case, aspect) {
                let room = self.table.room() as u16;
                canvas.tint(*x, y, room, self.styles.dim());
            }
        }
    }

    fn draw_label(&self, row: CaseTableRow, y: u16, chosen: bool, canvas: &mut Canvas) {
        let (timeline, table) = (&self.app.timeline(), self.table);
        let x = self.left() + table.mark;
        let (style, label) = match row {
            CaseTableRow::Question(criterion) => {
                if let Some(passage) = timeline[criterion].passage {
                    let mark = timeline[passage].mark();
                    canvas.put(self.left(), y, table.mark, &mark, self.styles.accent());
                }
                if let (Some(says), Some(answer)) = (table.says, timeline[criterion].article) {
                    canvas.put(
                        says.x,
                        y,
                        says.width,
                        translated(answer.word()),
                        self.styles.dim(),
                    );
                }
                let question = cases::question(&timeline[criterion], table.short);
                (self.styles.plain(), question)
            }
            CaseTableRow::Promise(0) => (self.styles.dim(), Aspect::Promise.label(timeline)),
            CaseTableRow::Outcome(0) => (self.styles.dim(), Aspect::Outcome.label(timeline)),
            CaseTableRow::Promise(_)
            | CaseTableRow::Outcome(_)
            | CaseTableRow::Blank
            | CaseTableRow::Rule => return,
        };
        let style = if chosen { self.styles.strong() } else { style };
        canvas.put(x, y, table.label, label, style);
        let found = (self.app.words(), self.styles.matched());
        canvas.mark_found(x, y, table.label, label, found);
    }

    /// A cell; `over` is the look of the chosen one and goes over its own.
    fn draw_cell(
        &self,
        row: CaseTableRow,
        case: CaseId,
        x: u16,
        y: u16,
        over: Option<Style>,
        canvas: &mut Canvas,
    ) {
        let room = self.room();
        let (at, x) = (x, x + self.departure());
        let look = |own: Style| over.map_or(own, |over| own.patch(over));
        match row {
            CaseTableRow::Question(criterion) => {
                let answer = self.answer(case, criterion);
                let style = look(self.styles.tone(cases::tone(answer)));
                self.draw_glyph(answer, x, y, style, canvas);
                if cases::departs(&self.app.timeline()[criterion], answer) {
                    canvas.glyph(at, y, glyphs::AGAINST, self.styles.tone(Tone::Complicates));
                }
                let word = answer.map(|answer| match self.table.form {
                    CellForm::Words => translated(answer.word()),
                    CellForm::Short => cases::short_word(answer),
                    CellForm::Sign => "",
                });
                if let Some(word) = word.filter(|word| !word.is_empty()) {
                    canvas.put(x + 1, y, 1, " ", style);
                    canvas.put(x + 2, y, room.saturating_sub(2), word, style);
                }
            }
            CaseTableRow::Promise(line) => {
                let promise = self.app.timeline()[case].promise.as_deref();
                let style = look(self.styles.plain());
                match promise {
                    Some(promise) if self.table.promises => {
                        self.draw_lines(promise, row, line, Position::new(x, y), style, canvas);
                    }
                    Some(_) if line == 0 => canvas.glyph(x, y, glyphs::PROMISE, style),
                    Some(_) => {}
                    None if line == 0 => canvas.glyph(x, y, glyphs::NOTHING, style),
                    None => {}
                }
            }
            CaseTableRow::Outcome(line) => {
                let outcome = self.app.timeline()[case].outcome;
                let style = look(self.styles.tone(cases::outcome_tone(outcome)));
                if self.table.form == CellForm::Words {
                    self.draw_lines(
                        translated(outcome.word()),
                        row,
                        line,
                        Position::new(x, y),
                        style,
                        canvas,
                    );
                } else {
                    canvas.glyph(x, y, cases::letter(outcome), style);
                }
            }
            CaseTableRow::Blank | CaseTableRow::Rule => {}
        }
    }

    /// The sign of what the reader marked: behind the sign of an answer, and before the words of other rows.
    fn draw_reader_mark(
        &self,
        row: CaseTableRow,
        case: CaseId,
        x: u16,
        y: u16,
        canvas: &mut Canvas,
    ) {
        let Some(aspect) = row.aspect() else { return };
        if self.app.mark_on(MarkPlace::Cell(case, aspect)).is_none() {
            return;
        }
        let x = x + self.departure();
        let x = match row {
            CaseTableRow::Question(_) => x + 1,
            _ => x.saturating_sub(1),
        };
        canvas.glyph(x, y, glyphs::MARKED, self.styles.accent());
    }

    fn answer(&self, case: CaseId, criterion: CriterionId) -> Option<Answer> {
        cases::answer(&self.app.timeline()[case], criterion).map(|answer| answer.answer)
    }

    fn draw_glyph(
        &self,
        answer: Option<Answer>,
        x: u16,
        y: u16,
        style: Style,
        canvas: &mut Canvas,
    ) {
        canvas.glyph(x, y, cases::sign(answer), style);
    }

    /// A line of a text of several, the last one cut where the text goes on.
    fn draw_lines(
        &self,
        text: &str,
        row: CaseTableRow,
        at: usize,
        position: Position,
        style: Style,
        canvas: &mut Canvas,
    ) {
        let room = usize::from(self.room());
        let same = |other: &&CaseTableRow| other.aspect() == row.aspect();
        let last = self.table.rows.iter().filter(same).count() == at + 1;
        if let Some(range) = wrap(text, room).get(at) {
            // Everything that is left goes to the last line, where the canvas cuts it.
            let end = if last { text.len() } else { range.end };
            canvas.put(
                position.x,
                position.y,
                room as u16,
                &text[range.start..end],
                style,
            );
        }
    }

    /// Arrows at the right edge where the questions go on above or below.
    fn draw_more_rows(&self, canvas: &mut Canvas) {
        let (area, top) = (self.table.area, self.app.location().cases.top);
        let x = area.x + area.width - 1;
        let style = if self.app.location().pane == Pane::List {
            self.styles.accent()
        } else {
            self.styles.dim()
        };
        if top > 0 {
            canvas.glyph(x, area.y + HEADER, glyphs::MORE[0], style);
        }
        if top + self.table.height() < self.table.rows.len() {
            canvas.glyph(x, area.y + area.height - 1, glyphs::MORE[1], style);
        }
    }
}

/// The first figure of the years, where there is no room for all: "1990" of "1990–2014".
fn first_figure(when: &str) -> &str {
    let end = when.find(|character: char| !character.is_numeric());
    let figure = &when[..end.unwrap_or(when.len())];
    if figure.is_empty() { when } else { figure }
}
