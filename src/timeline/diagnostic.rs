//! Faults of a file, and how they are reported: position, value, suggestion.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::text;

/// Columns of a source line that a message shows around the fault.
const EXCERPT: usize = 160;

/// Columns of a value that a message repeats.
const QUOTED: usize = 80;

/// Faults that a report keeps; nobody reads more, and a hostile file could have millions.
const MOST: usize = 1000;

/// Faults that are told in words; behind them stands how many more there are.
const MOST_TOLD: usize = 100;

/// Faults for which the nearest name is looked for; with long lists of names that is the slow part.
const MOST_PROPOSALS: usize = 100;

/// How much a fault weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The timeline cannot be shown.
    Error,
    /// The timeline can be shown; its author should look.
    Warning,
}

/// Something that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Whether it keeps the file from being shown.
    pub severity: Severity,
    /// Bytes of the file that are at fault.
    pub span: Range<usize>,
    /// What is wrong, with the value that is at fault.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
}

/// Faults as they are found; shared by the readers of one file.
#[derive(Debug, Default)]
pub struct Faults {
    found: RefCell<Vec<Fault>>,
    lost: RefCell<BTreeSet<&'static str>>,
}

impl Faults {
    /// Notes a fault that keeps the file from being shown; `span` is in bytes of the file.
    pub fn error(&self, span: &Range<usize>, message: impl Into<String>, help: Option<String>) {
        self.push(Severity::Error, span, message.into(), help);
    }

    /// Notes a fault with which the file can be shown; `span` is in bytes of the file.
    pub fn warning(&self, span: &Range<usize>, message: impl Into<String>, help: Option<String>) {
        self.push(Severity::Warning, span, message.into(), help);
    }

    fn push(&self, severity: Severity, span: &Range<usize>, message: String, help: Option<String>) {
        self.found.borrow_mut().push(Fault {
            severity,
            span: span.clone(),
            message,
            help,
        });
    }

    /// Adds faults that were found in a part of the file, which begins at this byte.
    pub fn add_moved(&self, faults: Faults, by: usize) {
        for Fault {
            severity,
            span,
            message,
            help,
        } in faults.found.into_inner()
        {
            self.push(severity, &(span.start + by..span.end + by), message, help);
        }
    }

    /// Notes that a thing of this sort could not be read or understood.
    ///
    /// What seems to be missing may be that very thing, so one fault would be reported as two.
    pub fn lose(&self, what: &'static str) {
        self.lost.borrow_mut().insert(what);
    }

    /// Whether nothing of any of these sorts was lost.
    #[must_use]
    pub fn kept(&self, sorts: &[&'static str]) -> bool {
        let lost = self.lost.borrow();
        sorts.iter().all(|what| !lost.contains(what))
    }

    /// "did you mean …?" for a word that is not one of those that exist.
    pub fn did_you_mean<'a>(
        &self,
        query: &str,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        self.nearest(query, words)
            .map(|near| format!("did you mean {}?", quoted(near)))
    }

    /// The nearest of the words that exist; nothing is looked for in a file that is nothing but faults.
    pub fn nearest<'a>(
        &self,
        query: &str,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        if query.len() > QUOTED || self.found.borrow().len() > MOST_PROPOSALS {
            return None;
        }
        text::nearest(
            query,
            words.into_iter().filter(|word| word.len() <= 2 * QUOTED),
        )
    }

    /// Whether any fault so far forbids showing the timeline.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found
            .borrow()
            .iter()
            .any(|fault| fault.severity == Severity::Error)
    }
}

/// A value of the file within a message: in backticks, and cut when it is long.
#[must_use]
pub fn quoted(value: &str) -> String {
    format!("`{}`", text::truncate(value, QUOTED))
}

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
}

impl Report {
    /// A report on `source`; faults of one position keep the order in which they were found.
    #[must_use]
    pub fn new(name: &str, source: impl Into<String>, faults: Faults) -> Self {
        let mut faults = faults.found.into_inner();
        faults.sort_by_key(|fault| fault.span.start);
        faults.dedup();
        let left_out = [Severity::Error, Severity::Warning].map(|severity| {
            faults
                .iter()
                .skip(MOST)
                .filter(|fault| fault.severity == severity)
                .count()
        });
        faults.truncate(MOST);
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
        }
    }

    /// Adds a fault that is found where more is known than here; `source` is the text that was reported on.
    pub fn add_error(&mut self, source: &str, span: Range<usize>, message: String) {
        if self.source.is_empty() {
            source.clone_into(&mut self.source);
        }
        self.faults.push(Fault {
            severity: Severity::Error,
            span,
            message,
            help: None,
        });
        self.faults.sort_by_key(|fault| fault.span.start);
        self.lines = lines(&self.source, &self.faults);
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
        for fault in self.faults.iter().take(MOST_TOLD) {
            rendered.push_str(&self.render_fault(fault, &renderer));
            rendered.push_str("\n\n");
        }
        let untold = self.faults.len().saturating_sub(MOST_TOLD);
        match untold + self.left_out.iter().sum::<usize>() {
            0 => {}
            more => rendered.push_str(&format!("and {}\n\n", text::count(more, "more fault"))),
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
mod tests {
    use super::*;

    fn report(source: &str, span: Range<usize>) -> Report {
        let faults = Faults::default();
        faults.error(
            &span,
            "no country is called `germny`",
            Some("did you mean `germany`?".to_owned()),
        );
        Report::new("a.toml", source.to_owned(), faults)
    }

    #[test]
    fn a_fault_names_its_position_and_a_suggestion() {
        let report = report("format = 1\nparty = \"germny\"\n", 19..27);
        assert_eq!(
            report.lines(),
            "a.toml:2:9: no country is called `germny`; did you mean `germany`?\n"
        );
        assert_eq!(
            report.render(false, false).trim_end(),
            "error: no country is called `germny`\n --> a.toml:2:9\n  |\n2 | party = \"germny\"\n  |         ^^^^^^^^\n  |\n  = help: did you mean `germany`?"
        );
    }

    #[test]
    fn what_the_file_holds_never_reaches_the_terminal_raw() {
        let rendered = report("x = \"\u{1b}]0;owned\u{7}\u{202e}\"", 4..8).render(false, false);
        assert!(
            !rendered
                .chars()
                .any(|c| c.is_control() && c != '\n' || c == '\u{202e}'),
            "{rendered:?}"
        );
    }

    #[test]
    fn a_very_long_line_is_shown_in_part() {
        let source = format!("x = \"{}\"", "y".repeat(100_000));
        assert!(report(&source, 50_000..50_010).render(false, false).len() < 2_000);
    }

    #[test]
    fn a_file_of_nothing_but_faults_is_reported_in_part_and_counted_in_full() {
        let faults = Faults::default();
        for at in 0..1500 {
            faults.warning(&(at..at + 1), "a warning", None);
        }
        faults.error(&(2000..2001), "an error", None);
        let report = Report::new("a.toml", "\n".repeat(3000), faults);
        assert_eq!(report.tally(), "1 error, 1500 warnings");
        let rendered = report.render(false, false);
        assert!(
            rendered.ends_with("and 1401 more faults\n\n"),
            "{}",
            &rendered[rendered.len() - 200..]
        );
    }

    #[test]
    fn a_fault_at_the_end_of_the_file_or_past_it_is_still_reported() {
        for span in [0..0, 3..3, 90..99] {
            assert!(report("é\n", span).render(false, false).contains("germny"));
        }
    }
}
