//! Writing a page from top to bottom: paragraphs, links and rows of facts, wrapped at its width with matches marked.

use std::ops::Range;

use super::{Line, Link, LinkPlace, Page, Piece, Tone};
use crate::text;
use crate::text::fold::find_all;
use crate::text::hyperlink::is_address;
use crate::text::wrap::wrap;

/// Columns between a label and what it stands for, at least.
const GAP: usize = 2;

/// Writes a page from top to bottom.
pub struct Writer<'q> {
    page: Page,
    columns: usize,
    /// Folded words that the search looks for.
    words: &'q [String],
}

impl<'q> Writer<'q> {
    /// An empty page of so many columns, on which folded words are marked where they stand.
    #[must_use]
    pub fn new(columns: usize, words: &'q [String]) -> Self {
        Writer {
            page: Page::default(),
            columns,
            words,
        }
    }

    /// The width of the page.
    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// The page as it has been written.
    #[must_use]
    pub fn finish(mut self) -> Page {
        while self
            .page
            .lines
            .last()
            .is_some_and(|line| line.pieces.is_empty())
        {
            self.page.lines.pop();
        }
        self.page
    }

    /// Number of lines written so far.
    #[must_use]
    pub fn line(&self) -> usize {
        self.page.lines.len()
    }

    /// An empty line, unless the page begins or one stands there already.
    pub fn blank(&mut self) {
        self.space(1);
    }

    /// At least so many empty lines, unless the page begins.
    pub fn space(&mut self, lines: usize) {
        let written = &mut self.page.lines;
        let empty = written
            .iter()
            .rev()
            .take_while(|line| line.pieces.is_empty());
        let missing = lines.saturating_sub(empty.count());
        if !written.is_empty() {
            written.resize(written.len() + missing, Line::default());
        }
    }

    /// Marks the next line as the first of the sources.
    pub fn begin_sources(&mut self) {
        self.page.sources_line = Some(self.line());
    }

    /// Marks the next line as the first of the events that the page rests on, unless one is.
    pub fn begin_events(&mut self) {
        let line = self.line();
        self.page.events_line.get_or_insert(line);
    }

    /// A piece that leads somewhere.
    #[must_use]
    pub fn link(&mut self, text: impl Into<String>, tone: Tone, link: Link) -> Piece {
        let at = self.page.links.len();
        let address = match &link {
            Link::Address(address) => Some(self.place_address(address)),
            Link::Event(_)
            | Link::Passage(_)
            | Link::Country(_)
            | Link::Tour(_)
            | Link::Line(_)
            | Link::Signs => None,
        };
        self.page.links.push(LinkPlace { link, lines: 0..0 });
        Piece {
            link: Some(at),
            address,
            ..Piece::new(text, tone)
        }
    }

    /// An address that is written out and is no link of the page.
    #[must_use]
    pub fn address(&mut self, address: &str, tone: Tone) -> Piece {
        Piece {
            address: Some(self.place_address(address)),
            ..Piece::new(address, tone)
        }
    }

    fn place_address(&mut self, address: &str) -> usize {
        let addresses = &mut self.page.addresses;
        let known = addresses.iter().position(|known| known == address);
        known.unwrap_or_else(|| {
            addresses.push(address.to_owned());
            addresses.len() - 1
        })
    }

    /// Text of one tone, wrapped.
    pub fn paragraph(&mut self, text: &str, tone: Tone) {
        self.flow(0, Vec::new(), vec![Piece::new(text, tone)]);
    }

    /// A part's heading, with an empty line before it.
    pub fn heading(&mut self, text: &str) {
        self.blank();
        self.paragraph(text, Tone::Dim);
    }

    /// A label in its column, and the pieces behind it; they wrap under themselves.
    ///
    /// Where less than 20 columns would be left for the pieces, they go under the label.
    pub fn field(&mut self, label: &str, label_tone: Tone, column: usize, pieces: Vec<Piece>) {
        if self.columns < column + 20 {
            self.flow(0, Vec::new(), vec![Piece::new(label, label_tone)]);
            return self.flow(2, vec![Piece::new("  ", Tone::Plain)], pieces);
        }
        if text::width(label) + GAP > column {
            // A label that is too long for its column stands above what it stands for, and the column holds.
            self.flow(0, Vec::new(), vec![Piece::new(label, label_tone)]);
            let indent = Piece::new(" ".repeat(column), Tone::Plain);
            return self.flow(column, vec![indent], pieces);
        }
        let label = Piece::new(text::pad(label, column), label_tone);
        self.flow(column, vec![label], pieces);
    }

    /// Pieces that follow each other, wrapped to the page; `lead` stands before the first line, and the
    /// other lines are indented by `indent` columns.
    pub fn flow(&mut self, indent: usize, lead: Vec<Piece>, pieces: Vec<Piece>) {
        let room = self.columns.saturating_sub(indent).max(1);
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let found = FoundWords::new(&text, self.words);
        // Lines go forward through the pieces, so each begins no earlier than in the piece where the last one ended.
        let (mut first, mut offset) = (0, 0);
        let mut lead = Some(lead);
        let mut above: Option<(Range<usize>, usize)> = None;
        for range in wrap(&text, room) {
            let word = word_of(&text, &range, above.as_ref());
            let mut line = Line {
                continues: word < range.start && is_address(&text[word..]),
                wrapped: above.is_some(),
                ..Line::default()
            };
            above = Some((range.clone(), word));
            match lead.take() {
                Some(lead) => line.pieces.extend(lead),
                None if indent > 0 => line
                    .pieces
                    .push(Piece::new(" ".repeat(indent), Tone::Plain)),
                None => {}
            }
            while let Some(piece) = pieces.get(first)
                && offset + piece.text.len() <= range.start
            {
                offset += piece.text.len();
                first += 1;
            }
            let pieces = pieces.get(first..).unwrap_or_default();
            self.push_range(&mut line, pieces, offset, &range, &found);
            self.page.lines.push(line);
        }
    }

    /// Cuts out of the pieces what lies in `range` of their joined text, splitting them where the search found words;
    /// the first of them begins at `offset` of that text.
    fn push_range(
        &mut self,
        line: &mut Line,
        pieces: &[Piece],
        mut offset: usize,
        range: &Range<usize>,
        found: &FoundWords,
    ) {
        let row = self.page.lines.len();
        for piece in pieces {
            if offset >= range.end {
                return;
            }
            let here = offset..offset + piece.text.len();
            let (start, end) = (range.start.max(here.start), range.end.min(here.end));
            offset = here.end;
            if start >= end {
                continue;
            }
            if let Some(link) = piece.link.and_then(|at| self.page.links.get_mut(at)) {
                let first = if link.lines.is_empty() {
                    row
                } else {
                    link.lines.start
                };
                link.lines = first..row + 1;
            }
            for part in found.split(start..end) {
                // The no-break space has done its work; who copies the line wants a plain one.
                let text = piece.text[part.range.start - here.start..part.range.end - here.start]
                    .replace('\u{a0}', " ");
                line.pieces.push(Piece {
                    text,
                    tone: piece.tone,
                    matched: part.matched,
                    link: piece.link,
                    address: piece.address,
                });
            }
        }
    }
}

/// Where the word begins that a line begins with or goes on with; the line above comes with the same of its own, so that
/// a word of a million lines is not looked for from each of them.
fn word_of(text: &str, line: &Range<usize>, above: Option<&(Range<usize>, usize)>) -> usize {
    match above {
        Some((above, word)) if above.end == line.start => text[above.clone()]
            .rfind(' ')
            .map_or(*word, |space| above.start + space + 1),
        _ => line.start,
    }
}

struct Segment {
    range: Range<usize>,
    matched: bool,
}

/// Where the words of a search stand in a text.
struct FoundWords {
    /// Where a match begins or ends, in order.
    cuts: Vec<usize>,
    /// What is covered by matches: apart from each other, and in order.
    covered: Vec<Range<usize>>,
}

impl FoundWords {
    fn new(text: &str, words: &[String]) -> Self {
        let found = words.iter().flat_map(|word| find_all(text, word));
        let mut found: Vec<Range<usize>> = found.collect();
        found.sort_unstable_by_key(|found| found.start);
        let mut cuts: Vec<usize> = found
            .iter()
            .flat_map(|found| [found.start, found.end])
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut covered: Vec<Range<usize>> = Vec::new();
        for range in found {
            match covered.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => covered.push(range),
            }
        }
        FoundWords { cuts, covered }
    }

    /// Divides a range into what lies inside of a match and what does not.
    fn split(&self, range: Range<usize>) -> Vec<Segment> {
        let from = self.cuts.partition_point(|cut| *cut <= range.start);
        let to = self.cuts.partition_point(|cut| *cut < range.end);
        let within = self.cuts.get(from..to).unwrap_or_default();
        let ends = within.iter().copied().chain([range.end]);
        let mut start = range.start;
        let part = |end| {
            let range = start..end;
            start = end;
            Segment {
                matched: self.covers(&range),
                range,
            }
        };
        ends.map(part).collect()
    }

    /// Whether a range, which no match begins or ends in, lies in one.
    fn covers(&self, range: &Range<usize>) -> bool {
        let next = self
            .covered
            .partition_point(|covered| covered.start <= range.start);
        let last = next.checked_sub(1).and_then(|at| self.covered.get(at));
        last.is_some_and(|covered| range.end <= covered.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hyperlink::linked;

    #[test]
    fn a_link_keeps_its_lines_when_it_wraps() {
        let mut writer = Writer::new(12, &[]);
        writer.paragraph("before", Tone::Plain);
        let link = writer.link(
            "German invasion of Belgium",
            Tone::Link,
            Link::Address("https://a".into()),
        );
        writer.flow(2, vec![Piece::new("→ ", Tone::Dim)], vec![link]);
        let page = writer.finish();
        assert_eq!(page.plain(), "before\n→ German\n  invasion\n  of Belgium\n");
        assert_eq!(page.links[0].lines, 1..4);
    }

    #[test]
    fn an_address_is_whole_as_text_and_one_link_on_a_terminal() {
        let mut writer = Writer::new(16, &[]);
        let (address, title) = ("https://example.org/a-long-way", "A source");
        let link = Link::Address(address.to_owned());
        let pieces = vec![writer.link(title, Tone::Plain, link)];
        writer.flow(3, vec![Piece::new("1  ", Tone::Accent)], pieces);
        let pieces = vec![writer.address(address, Tone::Dim)];
        writer.flow(3, vec![Piece::new("   ", Tone::Plain)], pieces);
        writer.paragraph("and then a word", Tone::Plain);
        let page = writer.finish();
        let expected = format!("1  {title}\n   {address}\nand then a word\n");
        assert_eq!(page.plain(), expected);
        let [title, first, second, third] =
            [title, "https://examp", "le.org/a-long", "-way"].map(|part| linked(part, address));
        let lines = format!("1  {title}\n   {first}\n   {second}\n   {third}\nand then a word\n");
        assert_eq!(page.for_terminal(), lines);
        assert_eq!(page.addresses, [address]);
    }

    #[test]
    fn what_the_search_found_is_marked_where_it_stands() {
        let words = ["neutral".to_owned()];
        let mut writer = Writer::new(40, &words);
        writer.paragraph("perpetually neutral State", Tone::Plain);
        let page = writer.finish();
        let matched: Vec<&str> = page.lines[0]
            .pieces
            .iter()
            .filter(|piece| piece.matched)
            .map(|piece| piece.text.as_str())
            .collect();
        assert_eq!(matched, ["neutral"]);
        assert_eq!(page.lines[0].plain(), "perpetually neutral State");
    }

    #[test]
    fn a_label_too_long_for_its_column_keeps_its_words() {
        let mut writer = Writer::new(40, &[]);
        let date = vec![Piece::new("31 May 1867 at London", Tone::Plain)];
        writer.field("Ratifications exchanged", Tone::Dim, 13, date);
        let expected = "Ratifications exchanged\n             31 May 1867 at London\n";
        assert_eq!(writer.finish().plain(), expected);
    }

    #[test]
    fn fields_wrap_under_themselves_and_give_way_when_there_is_no_room() {
        let write = |columns| {
            let mut writer = Writer::new(columns, &[]);
            writer.field(
                "Guarantors",
                Tone::Dim,
                13,
                vec![Piece::new("Austria · France · Great Britain", Tone::Plain)],
            );
            writer.finish().plain()
        };
        assert_eq!(
            write(34),
            "Guarantors   Austria · France ·\n             Great Britain\n"
        );
        assert_eq!(
            write(20),
            "Guarantors\n  Austria · France ·\n  Great Britain\n"
        );
    }
}
