//! `neutrality cases`: the cases side by side where there is room, else one after the other.
//!
//! Nothing is cut in either form: under a table the promises and the notes follow, a block a case.

use super::{ascii_if, columns, filter, print, progress, read_out, terminal_columns};
use crate::cli::{CasesArgs, TableFormat};
use crate::error::Error;
use crate::export::{csv, json};
use crate::files::Origin;
use crate::page::cases::{self, Signs, kept, table};
use crate::page::evidence::Numbers;
use crate::page::glyphs::ascii::in_ascii;
use crate::text;
use crate::timeline::{CaseId, CriterionId, Timeline};

pub(super) fn run(args: &CasesArgs) -> Result<u8, Error> {
    let origin = Origin::new(args.file.path());
    let mut timeline = progress::timeline(origin)?;
    let filter = filter::filter(&args.filter, &timeline, origin)?;
    let has_none = timeline.cases.is_empty();
    let kept: Vec<bool> = CaseId::all(&timeline)
        .map(|case| kept::keeps(&filter, &timeline, case))
        .collect();
    let mut kept = kept.into_iter();
    timeline
        .cases
        .change(|cases| cases.retain(|_| kept.next() == Some(true)));
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
    let (questions, all): (Vec<_>, Vec<_>) = (
        CriterionId::all(timeline).collect(),
        CaseId::all(timeline).collect(),
    );
    let mut text = table::table(timeline, &questions, &all, &|_| false, ascii)
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
