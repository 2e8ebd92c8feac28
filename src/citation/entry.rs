//! The citation of what the timeline itself says: a claim with its record, a cell of the cases, a stop of a tour.
//!
//! As that of an event it belongs to no style: such an entry of a versioned data set has no settled form.

use crate::timeline::{CaseId, PassageId, Timeline, TourId};

/// "“The test of 1914” (¶8 of Mart Kuldkepp, “Permanent Neutrality …”), in Permanent neutrality, neutrality 1.0,
/// passage war."
#[must_use]
pub fn of_passage(timeline: &Timeline, passage: PassageId) -> String {
    let passage = &timeline[passage];
    let article = timeline.article.as_ref().map(|article| {
        let author = article.author.as_ref();
        let author = author.map_or_else(String::new, |author| format!("{author}, "));
        format!(" of {author}“{}”", article.title)
    });
    let source = format!("{}{}", passage.mark(), article.unwrap_or_default());
    entry(timeline, &passage.heading, &source, "passage", &passage.id)
}

/// "“Was the state small?” (Belgium 1839: yes), in Permanent neutrality, neutrality 1.0, case belgium-1839."
#[must_use]
pub fn of_cell(timeline: &Timeline, case: CaseId, question: &str, answer: &str) -> String {
    let case = &timeline[case];
    let about = match answer {
        "" => case.title.clone(),
        answer => format!("{}: {answer}", case.title),
    };
    entry(timeline, question, &about, "case", &case.id)
}

/// "“A promise of two” (stop 1 of “What the promises were worth”), in …, tour promises."
#[must_use]
pub fn of_stop(timeline: &Timeline, tour: TourId, at: usize) -> String {
    let tour = &timeline[tour];
    let title = tour.stops.get(at).map_or(&tour.title, |stop| &stop.title);
    let about = format!("stop {} of “{}”", at + 1, tour.title);
    entry(timeline, title, &about, "tour", &tour.id)
}

fn entry(timeline: &Timeline, title: &str, about: &str, table: &str, id: &str) -> String {
    let (of, version) = (&timeline.title, env!("CARGO_PKG_VERSION"));
    format!("“{title}” ({about}), in {of}, neutrality {version}, {table} {id}.")
}
