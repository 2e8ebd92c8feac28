//! A file with its faults, and how they are told: each with its line, underlined, or in one line.

use std::fmt::Write as _;
use std::iter;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Fault, Faults, Severity};
use crate::text;

/// Columns of a source line that a message shows around the fault.
const EXCERPT: usize = 160;

/// Faults that a report keeps; nobody reads more, and a hostile file could have millions.
const MOST: usize = 1000;

/// Faults that are told in words; behind them stands how many more there are.
const MOST_TOLD: usize = 100;

/// A file with its faults, in the order of the file.
#[derive(Debug, Default)]
pub struct Report {
    /// The file as the person named it, cleaned.
    pub name: String,
    /// Of a timeline of several files where each begins in the text, and its name.
    parts: Vec<(usize, String)>,
    source: String,
    /// The line of every fault, by the byte where it begins, counted once for all.
    lines: Vec<(usize, usize)>,
    /// In the order in which they stand in the file.
    pub faults: Vec<Fault>,
    /// Errors and warnings past the most that a report keeps.
    left_out: [usize; 2],
    /// The file that is no longer there, where nothing could be read for that.
    pub gone: Option<String>,
}

impl Report {
    /// A report on `source`; faults of one position keep the order in which they were found.
    #[must_use]
    pub fn new(name: &str, source: impl Into<String>, faults: Faults) -> Self {
        let mut faults = faults.found.into_inner();
        faults.sort_by_key(|fault| fault.span.start);
        faults.dedup();
        let found = number_of_each(&faults);
        let faults: Vec<Fault> = errors_before_warnings(&faults, MOST).cloned().collect();
        let kept = number_of_each(&faults);
        let left_out = [found[0] - kept[0], found[1] - kept[1]];
        // The text is only needed to underline a fault.
        let source = if faults.is_empty() {
            String::new()
        } else {
            source.into()
        };
        let lines = lines(&source, &faults);
        Report {
            name: text::clean(name).into_owned(),
            parts: Vec::new(),
            source,
            lines,
            faults,
            left_out,
            gone: None,
        }
    }

    /// Adds faults that are found where more is known than here; `source` is the text that was reported on.
    pub fn add(&mut self, source: &str, found: Vec<Fault>) {
        if found.is_empty() {
            return;
        }
        if self.source.is_empty() {
            source.clone_into(&mut self.source);
        }
        self.faults.extend(found);
        self.faults.sort_by_key(|fault| fault.span.start);
        let kept: Vec<Fault> = errors_before_warnings(&self.faults, MOST)
            .cloned()
            .collect();
        for (left_out, (all, kept)) in self.left_out.iter_mut().zip(
            number_of_each(&self.faults)
                .into_iter()
                .zip(number_of_each(&kept)),
        ) {
            *left_out += all - kept;
        }
        self.faults = kept;
        self.lines = lines(&self.source, &self.faults);
    }

    /// Says that nothing could be read because this file is no longer there.
    pub fn name_gone(&mut self, name: &str) {
        self.gone = Some(text::clean(name).into_owned());
    }

    /// Where the text of each file begins.
    pub fn starts(&self) -> impl Iterator<Item = usize> {
        let others = self.parts.iter().skip(1).map(|(start, _)| *start);
        iter::once(0).chain(others)
    }

    /// A report on a timeline of several files, whose texts stand behind one another.
    #[must_use]
    pub fn of_parts(
        parts: Vec<(usize, String)>,
        source: impl Into<String>,
        faults: Faults,
    ) -> Self {
        let name = parts.first().map_or("", |(_, name)| name.as_str());
        let mut report = Report::new(name, source, faults);
        let clean = |(start, name): (usize, String)| (start, text::clean(&name).into_owned());
        report.parts = parts.into_iter().map(clean).collect();
        report
    }

    /// Where the file of a fault begins in the text, and its name.
    fn part(&self, fault: &Fault) -> (usize, &str) {
        let before = self.parts.iter().rev();
        let mut before = before.filter(|(start, _)| *start <= fault.span.start);
        let part = before.next().map(|(start, name)| (*start, name.as_str()));
        part.unwrap_or((0, &self.name))
    }

    /// The name of the file in which a fault stands.
    #[must_use]
    pub fn file_of(&self, fault: &Fault) -> &str {
        self.part(fault).1
    }

    /// The file that a fault is in where it is not the first one, by the way that leads there from its folder.
    #[must_use]
    pub fn other_file_of(&self, fault: &Fault) -> Option<&str> {
        let file = Some(self.file_of(fault)).filter(|file| *file != self.name)?;
        let folder = self.name.rfind('/').map_or("", |end| &self.name[..=end]);
        Some(file.strip_prefix(folder).unwrap_or(file))
    }

    /// Number of faults of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let left_out = self.left_out[usize::from(severity == Severity::Warning)];
        self.faults
            .iter()
            .filter(|fault| fault.severity == severity)
            .count()
            + left_out
    }

    /// Line and column of a fault, counted from 1; the column counts characters.
    #[must_use]
    pub fn position(&self, fault: &Fault) -> (usize, usize) {
        let start = boundary(&self.source, fault.span.start);
        let before = &self.source[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let known = self
            .lines
            .binary_search_by_key(&fault.span.start, |(at, _)| *at);
        let line = known.ok().and_then(|at| self.lines.get(at));
        let line = line.map_or_else(|| count_lines(before) + 1, |(_, line)| *line);
        let others = self.source.get(..self.part(fault).0).unwrap_or_default();
        let line = line - count_lines(others).min(line - 1);
        (line, before[line_start..].chars().count() + 1)
    }

    /// Every fault with its line underlined, as compilers print them.
    #[must_use]
    pub fn render(&self, colour: bool, unicode: bool) -> String {
        let mut rendered = self.render_all(&self.faults, colour, unicode);
        let untold = self.faults.len().saturating_sub(MOST_TOLD);
        match untold + self.left_out.iter().sum::<usize>() {
            0 => {}
            more => rendered.push_str(&format!("and {}\n\n", text::count(more, "more fault"))),
        }
        rendered
    }

    /// Only what keeps the file out, and how many faults there are of each sort: `check` lists the others.
    #[must_use]
    pub fn render_errors(&self) -> String {
        let faults = self.faults.iter();
        let errors: Vec<Fault> = faults
            .filter(|fault| fault.severity == Severity::Error)
            .cloned()
            .collect();
        let rendered = self.render_all(&errors, false, false);
        match self.faults.len() > errors.len().min(MOST_TOLD) {
            false => format!("{rendered}{}", self.tally()),
            true => format!("{rendered}{}; `neutrality check` lists them", self.tally()),
        }
    }

    fn render_all(&self, faults: &[Fault], colour: bool, unicode: bool) -> String {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let renderer = renderer.decor_style(if unicode {
            DecorStyle::Unicode
        } else {
            DecorStyle::Ascii
        });
        let mut rendered = String::new();
        for fault in errors_before_warnings(faults, MOST_TOLD) {
            rendered.push_str(&self.render_fault(fault, &renderer));
            rendered.push_str("\n\n");
        }
        rendered
    }

    fn render_fault(&self, fault: &Fault, renderer: &Renderer) -> String {
        let level = match fault.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let (line, column) = self.position(fault);
        let excerpt = Excerpt::new(&self.source, &fault.span);
        let snippet = Snippet::source(excerpt.text)
            .line_start(line)
            .annotation(AnnotationKind::Primary.span(excerpt.marked));
        let title = level.primary_title(fault.message.as_str());
        let mut group = if excerpt.complete_line {
            title.element(snippet.path(self.file_of(fault)))
        } else {
            // The renderer would count the column from where the excerpt was cut.
            let origin = Origin::path(self.file_of(fault))
                .line(line)
                .char_column(column);
            title.element(origin).element(snippet)
        };
        if let Some(help) = &fault.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        renderer.render(&[group])
    }

    /// "3 errors, 1 warning"; "no faults" for a clean file.
    #[must_use]
    pub fn tally(&self) -> String {
        let mut parts = Vec::new();
        for (severity, noun) in [(Severity::Error, "error"), (Severity::Warning, "warning")] {
            match self.count(severity) {
                0 => {}
                number => parts.push(text::count(number, noun)),
            }
        }
        if parts.is_empty() {
            "no faults".to_owned()
        } else {
            parts.join(", ")
        }
    }

    /// One line a fault, `FILE:LINE:COLUMN: message`, as editors read them.
    #[must_use]
    pub fn lines(&self) -> String {
        let mut lines = String::new();
        for fault in &self.faults {
            let (line, column) = self.position(fault);
            let help = fault
                .help
                .as_ref()
                .map_or(String::new(), |help| format!("; {help}"));
            let _ = writeln!(
                lines,
                "{}:{line}:{column}: {}{help}",
                self.file_of(fault),
                fault.message
            );
        }
        lines
    }
}

/// The lines of faults that stand in the order of the file, in one walk through it.
fn lines(source: &str, faults: &[Fault]) -> Vec<(usize, usize)> {
    let (mut walked, mut line) = (0, 1);
    let line_of = |fault: &Fault| {
        let start = boundary(source, fault.span.start);
        line += count_lines(source.get(walked..start).unwrap_or_default());
        walked = start;
        (fault.span.start, line)
    };
    faults.iter().map(line_of).collect()
}

/// Errors and warnings.
fn number_of_each(faults: &[Fault]) -> [usize; 2] {
    [Severity::Error, Severity::Warning].map(|severity| {
        let of_this = faults.iter().filter(|fault| fault.severity == severity);
        of_this.count()
    })
}

/// At most so many of some faults, in their order: no warning takes the place of an error.
fn errors_before_warnings(faults: &[Fault], most: usize) -> impl Iterator<Item = &Fault> {
    let [errors, _] = number_of_each(faults);
    let mut room = [most, most.saturating_sub(errors)];
    faults.iter().filter(move |fault| {
        let room = &mut room[usize::from(fault.severity == Severity::Warning)];
        let has_room = *room > 0;
        *room = room.saturating_sub(1);
        has_room
    })
}

fn count_lines(text: &str) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes()).count()
}

/// The last index at or before `at` where a character begins; `str::floor_char_boundary` needs Rust 1.91.
fn boundary(source: &str, at: usize) -> usize {
    let at = at.min(source.len());
    (0..=at)
        .rev()
        .find(|at| source.is_char_boundary(*at))
        .unwrap_or(0)
}

/// The line of a fault, cleaned, and cut to a window when it is very long.
struct Excerpt {
    text: String,
    marked: Range<usize>,
    /// Whether the excerpt begins where the line begins.
    complete_line: bool,
}

impl Excerpt {
    fn new(source: &str, span: &Range<usize>) -> Self {
        let start = boundary(source, span.start);
        let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = source[start..]
            .find('\n')
            .map_or(source.len(), |at| start + at);
        // A line that ends as on Windows ends before its carriage return.
        let line_end = if source[start..line_end].ends_with('\r') {
            line_end - 1
        } else {
            line_end
        };
        let from = if start - line_start > EXCERPT {
            boundary(source, start - EXCERPT / 4)
        } else {
            line_start
        };
        let to = boundary(source, line_end.min(from + 2 * EXCERPT)).max(start);
        let end = boundary(source, span.end.clamp(start, to));
        let before = text::clean(&source[from..start]);
        let marked = text::clean(&source[start..end]);
        let after = text::clean(source[end..to].trim_end());
        let marked_range = before.len()..before.len() + marked.len();
        Excerpt {
            text: format!("{before}{marked}{after}"),
            marked: marked_range,
            complete_line: from == line_start,
        }
    }
}

#[cfg(test)]
mod tests;
