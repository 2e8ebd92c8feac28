//! Org: an outline whose headings bear timestamps, of their own or on the lines under them.

use super::table::{Row, Table, TitledTable};
use crate::text::count;

const NAMES: [&str; 5] = ["date", "title", "text", "kind", "tags"];

/// What a heading may begin with that is no word of its title, as Org has them by itself.
const STATES: [&str; 2] = ["TODO", "DONE"];

/// The headings with a timestamp, a row each; one above them without any is their kind.
pub(super) fn read(text: &str) -> TitledTable {
    let mut org = TitledTable::made(&NAMES);
    let mut groups = UndatedHeadings::default();
    let mut before = 0;
    let mut open: Option<(usize, OrgHeading)> = None;
    for (at, line) in text.lines().enumerate() {
        if let Some(heading) = OrgHeading::read(line) {
            close(open.take(), &mut groups, &mut org.table);
            open = Some((at + 1, heading));
            continue;
        }
        match &mut open {
            Some((_, heading)) => heading.add(line),
            None => match keyword(line, "#+title:") {
                Some(title) => title.clone_into(&mut org.title),
                None if line.trim().is_empty() || line.starts_with('#') => {}
                None => before += 1,
            },
        }
    }
    close(open, &mut groups, &mut org.table);
    groups.leave(0);
    if before > 0 {
        let lines = count(before, "line");
        org.remarks
            .push(format!("{lines} before the first heading left out"));
    }
    groups.left_out.sort_unstable();
    if let Some(first) = groups.left_out.first() {
        let headings = count(groups.left_out.len(), "heading");
        let remark = format!("{headings} without a timestamp left out, from line {first}");
        org.remarks.push(remark);
    }
    org
}

/// Headings without a date: each is the kind of those below it that have one.
#[derive(Debug, Default)]
struct UndatedHeadings {
    /// Those above the present line.
    above: Vec<UndatedHeading>,
    /// The lines of those that say more, or are the kind of nothing.
    left_out: Vec<usize>,
}

impl UndatedHeadings {
    /// Leaves those that are as deep or deeper.
    fn leave(&mut self, depth: usize) {
        let left_out = &mut self.left_out;
        self.above.retain(|group| {
            let stays = group.depth < depth;
            left_out.extend((!stays && !group.counts).then_some(group.line));
            stays
        });
    }
}

#[derive(Debug)]
struct UndatedHeading {
    line: usize,
    depth: usize,
    title: String,
    /// Whether it is the kind of something, or is left out already.
    counts: bool,
}

/// Makes a row of a heading with a date; one without stands over those that are deeper.
fn close(heading: Option<(usize, OrgHeading)>, groups: &mut UndatedHeadings, table: &mut Table) {
    let Some((line, heading)) = heading else {
        return;
    };
    groups.leave(heading.depth);
    if heading.dates.is_empty() {
        let says_more = !heading.text.trim().is_empty();
        groups.left_out.extend(says_more.then_some(line));
        groups.above.push(UndatedHeading {
            line,
            depth: heading.depth,
            title: heading.title,
            counts: says_more,
        });
        return;
    }
    let kind = groups.above.last_mut().map(|group| {
        group.counts = true;
        group.title.clone()
    });
    table.rows.push(Row {
        location: format!("line {line}"),
        cells: vec![
            heading.date(),
            heading.title,
            heading.text.trim().to_owned(),
            kind.unwrap_or_default(),
            heading.tags.join("; "),
        ],
    });
}

/// A heading with what stands under it.
#[derive(Debug, Default)]
struct OrgHeading {
    depth: usize,
    title: String,
    tags: Vec<String>,
    /// The first timestamp, or both ends of a range, without the day of the week.
    dates: Vec<String>,
    text: String,
    /// Whether the lines are those of a drawer, which are for programs.
    in_drawer: bool,
}

impl OrgHeading {
    fn read(line: &str) -> Option<Self> {
        let depth = line.find(|sign| sign != '*').filter(|depth| *depth > 0)?;
        let rest = line.get(depth..)?.strip_prefix(' ')?.trim();
        let mut heading = OrgHeading {
            depth,
            ..OrgHeading::default()
        };
        let rest = heading.take_tags(rest);
        let rest = heading.take_date(rest);
        let words = rest.split_whitespace();
        let is_priority = |word: &str| word.starts_with("[#") && word.ends_with(']');
        let words = words.skip_while(|word| STATES.contains(word) || is_priority(word));
        heading.title = words.collect::<Vec<_>>().join(" ");
        Some(heading)
    }

    /// Takes ":war:treaty:" from the end of a heading.
    fn take_tags<'l>(&mut self, line: &'l str) -> &'l str {
        let (rest, last) = line.rsplit_once(' ').unwrap_or(("", line));
        let inner = last
            .strip_prefix(':')
            .and_then(|last| last.strip_suffix(':'));
        let Some(inner) = inner.filter(|inner| !inner.is_empty()) else {
            return line;
        };
        self.tags = inner.split(':').map(str::to_owned).collect();
        rest
    }

    /// Takes the first timestamp out of a line, with the second end of a range.
    fn take_date(&mut self, line: &str) -> String {
        let Some((start, end, day)) = timestamp(line) else {
            return line.to_owned();
        };
        let (before, mut after) = (&line[..start], &line[end..]);
        if !self.dates.is_empty() {
            return line.to_owned();
        }
        self.dates.push(day);
        if let Some(rest) = after.strip_prefix("--")
            && let Some((0, end, day)) = timestamp(rest)
        {
            self.dates.push(day);
            after = &rest[end..];
        }
        format!("{before}{after}")
    }

    fn add(&mut self, line: &str) {
        let line = line.trim();
        let is_mark = line.len() > 2 && line.starts_with(':') && line.ends_with(':');
        if is_mark {
            self.in_drawer = !line.eq_ignore_ascii_case(":end:");
            return;
        }
        if self.in_drawer || line.starts_with("# ") {
            return;
        }
        let rest = self.take_date(line);
        let rest = ["SCHEDULED:", "DEADLINE:", "CLOSED:"]
            .iter()
            .fold(rest, |rest, word| rest.replace(word, ""));
        self.text.push_str(rest.trim());
        self.text.push('\n');
    }

    fn date(&self) -> String {
        self.dates.join("/")
    }
}

/// Where the first timestamp of a line begins and ends, and what it says: "<1914-08-04 Tue 09:00>", "[1914-08-04]".
fn timestamp(line: &str) -> Option<(usize, usize, String)> {
    line.match_indices(['<', '[']).find_map(|(start, sign)| {
        let close = if sign == "<" { '>' } else { ']' };
        let inner = line.get(start + 1..)?;
        let inner = inner.get(..inner.find(close)?)?;
        let day = inner.split_whitespace().next()?;
        let is_day = day.len() >= "0001-01-01".len()
            && day.matches('-').count() >= 2
            && day
                .bytes()
                .all(|sign| sign.is_ascii_digit() || sign == b'-');
        let time = inner.split_whitespace().find(|word| word.contains(':'));
        let written = time.map_or_else(|| day.to_owned(), |time| format!("{day} {time}"));
        is_day.then_some((start, start + inner.len() + 2, written))
    })
}

/// What stands behind a keyword of the file, in any case.
fn keyword<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    let found = line.get(..name.len())?.eq_ignore_ascii_case(name);
    found.then(|| line[name.len()..].trim())
}
