//! Chips: the parts of the filter over the panes, each lifted by a click.
//!
//! Pure geometry, the same for drawing and for the mouse. Where there is no room for all, the last ones become a
//! count; on a narrow screen all of them do. The count opens the panel.

use super::layout::Area;
use crate::app::App;
use crate::selection::filter::FilterPart;
use crate::text;
use crate::words::{count as counted, fill};

/// The longest words of a chip, in columns.
const LONGEST: usize = 44;

/// Below this width chips that do not all fit are one count.
const NARROW: u16 = 60;

/// Columns that a chip has beside its words: a space, a space, the sign that lifts it, a space.
const AROUND: u16 = 4;

/// A chip and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// The part that a click lifts; `None` for a count, which opens the panel.
    pub part: Option<FilterPart>,
    /// What stands on it.
    pub words: String,
    /// Its first column on the screen.
    pub x: u16,
    /// How many columns it takes.
    pub width: u16,
}

/// The chips and where they stand; none when nothing is filtered.
pub(super) fn chips(app: &App, area: Area) -> Vec<Chip> {
    let filter = app.location.selection.filter();
    let words = |part: &FilterPart| {
        let words = filter.describe(*part, &app.document.timeline);
        (*part, text::truncate(&words, LONGEST).into_owned())
    };
    let words: Vec<(FilterPart, String)> = filter.parts_on().iter().map(words).collect();
    lay_out(&words, area)
}

fn lay_out(words: &[(FilterPart, String)], area: Area) -> Vec<Chip> {
    let right = area.x + area.width.saturating_sub(1);
    let wide = |words: &str| text::columns(words) + AROUND;
    let mut x = area.x + 1;
    let mut chips: Vec<Chip> = Vec::new();
    for (part, words) in words {
        let width = wide(words);
        chips.push(Chip {
            part: Some(*part),
            words: words.clone(),
            x,
            width,
        });
        x += width + 1;
    }
    let fits = |chip: &Chip| chip.x + chip.width <= right;
    if chips.last().is_none_or(fits) {
        return chips;
    }
    // The count stands where the first chip stood that has to make room for it.
    let count = |shown: usize| match shown {
        0 => counted(words.len(), "filter"),
        _ => fill("+{0} more", &[&(words.len() - shown)]),
    };
    let has_room = |shown: &usize| chips[*shown].x + wide(&count(*shown)) <= right;
    let shown = if area.width < NARROW {
        0
    } else {
        (0..chips.len()).rev().find(has_room).unwrap_or(0)
    };
    let (x, words) = (chips[shown].x, count(shown));
    chips.truncate(shown);
    chips.push(Chip {
        part: None,
        width: wide(&words) - 2,
        words,
        x,
    });
    chips
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::selection::facet::Facet;

    #[test]
    fn what_finds_no_room_becomes_a_count() {
        let check = |columns: u16, words: &[&str], expected: &[&str]| {
            let part = |word: &&str| (FilterPart::Include(Facet::Kind), (*word).to_owned());
            let words: Vec<(FilterPart, String)> = words.iter().map(part).collect();
            let area = Area {
                width: columns,
                height: 1,
                ..Area::default()
            };
            let chips = lay_out(&words, area);
            let found: Vec<&str> = chips.iter().map(|chip| chip.words.as_str()).collect();
            assert_eq!(found, expected, "{columns}");
            for pair in chips.windows(2) {
                assert!(pair[0].x + pair[0].width < pair[1].x, "{chips:?}");
            }
            let last = chips.last().map_or(0, |chip| chip.x + chip.width);
            assert!(last < columns, "{chips:?}");
        };
        let three = ["Belgium or Luxembourg", "as guarantor", "1914–1918"];
        check(80, &[], &[]);
        check(80, &three, &three);
        let five = [&three[..], &["not war", "importance 1"]].concat();
        check(
            70,
            &five,
            &[
                "Belgium or Luxembourg",
                "as guarantor",
                "1914–1918",
                "+2 more",
            ],
        );
        check(
            60,
            &["Belgium"; 30],
            &["Belgium", "Belgium", "Belgium", "+27 more"],
        );
        check(40, &three, &["3 filters"]);
        check(40, &["Belgium", "not war"], &["Belgium", "not war"]);
        check(
            40,
            &["A name that is much longer than the screen"],
            &["1 filter"],
        );
    }
}
