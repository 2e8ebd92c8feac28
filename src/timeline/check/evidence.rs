//! Marks of evidence in running text: `[@event]` and `[@@source, pinpoint]`, taken out of the text and resolved.

use std::ops::Range;

use super::Names;
use super::lookup::Lookup;
use crate::timeline::diagnostic::Faults;
use crate::timeline::document::Paragraphs;
use crate::timeline::model::{EventId, Evidence, EvidenceMark, Prose, SourceId};
use crate::timeline::table_reader::Located;

const OPENS: &str = "[@";

/// What is needed to resolve marks, and to say where in the file they stand.
pub(super) struct Marks<'c> {
    pub names: &'c Names,
    /// The text of the file.
    pub source: &'c str,
    pub faults: &'c Faults,
}

impl Marks<'_> {
    pub(super) fn paragraphs(&self, written: &Paragraphs) -> Vec<Prose> {
        let Some(text) = written else {
            return Vec::new();
        };
        let read = |paragraph: &String| self.read(paragraph, &text.span);
        text.value.iter().map(read).collect()
    }

    pub(super) fn line(&self, written: Option<&Located<String>>) -> Option<Prose> {
        written.map(|text| self.read(&text.value, &text.span))
    }

    /// The text without its marks; a mark goes with the space before it.
    fn read(&self, written: &str, span: &Range<usize>) -> Prose {
        let mut text = String::with_capacity(written.len());
        let mut marks = Vec::new();
        let mut rest = written;
        while let Some((before, opened)) = rest.split_once(OPENS) {
            text.push_str(before);
            let Some((inside, after)) = opened.split_once(']') else {
                let help = Some("end it with `]`, as `[@event-id]`".to_owned());
                let mark = self.find(&format!("{OPENS}{opened}"), span);
                self.faults
                    .error(&mark, "the mark of evidence is not closed", help);
                rest = "";
                break;
            };
            text.truncate(text.trim_end().len());
            let evidence = self.resolve(inside, span);
            marks.extend(evidence.map(|evidence| EvidenceMark {
                after: text.len(),
                evidence,
            }));
            rest = if text.is_empty() {
                after.trim_start()
            } else {
                after
            };
        }
        text.push_str(rest);
        Prose::new(text, marks)
    }

    fn resolve(&self, inside: &str, span: &Range<usize>) -> Option<Evidence> {
        let Some(source) = inside.strip_prefix('@') else {
            let found = self.index(&self.names.events, inside, inside, span);
            return Some(Evidence::Event(EventId::new(found?)));
        };
        let (id, at) = source.split_once(',').unwrap_or((source, ""));
        let found = self.index(&self.names.sources, id, inside, span);
        let at = Some(at.trim().to_owned()).filter(|at| !at.is_empty());
        Some(Evidence::Source(SourceId::new(found?), at))
    }

    /// What an id names; the mark around it is looked for in the file only where the id names nothing.
    fn index(&self, names: &Lookup, id: &str, inside: &str, span: &Range<usize>) -> Option<usize> {
        names.index(id.trim()).or_else(|| {
            let written = Located {
                value: id.trim().to_owned(),
                span: self.find(&format!("{OPENS}{inside}]"), span),
            };
            names.find(&written, self.faults)
        })
    }

    /// Where a mark stands in the file; the full text where it is written with an escape or a line break.
    fn find(&self, mark: &str, span: &Range<usize>) -> Range<usize> {
        let text = self.source.get(span.clone());
        let text = text.filter(|_| self.faults.are_few()).unwrap_or_default();
        text.find(mark).map_or(span.clone(), |at| {
            span.start + at..span.start + at + mark.len()
        })
    }
}
