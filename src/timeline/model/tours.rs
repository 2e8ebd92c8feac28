//! Tours: paths through the record that an author writes and a reader walks.

use serde::{Deserialize, Serialize};

use super::{
    CaseId, CountryId, CriterionId, Deferred, EventId, PassageId, Prose, Timeline, TourId,
};
use crate::timeline::HistoricDate;

/// A path through the record, stop by stop.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Tour {
    /// As written in the file.
    pub id: String,
    /// The title of the tour.
    pub title: String,
    /// What it shows and how long it takes, in a sentence or two.
    pub summary: Option<String>,
    /// In the order in which they are walked; never empty.
    pub stops: Vec<Stop>,
}

/// What a stop of a tour says, and what the reader has before the eyes there.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Stop {
    /// What the stop is about.
    pub title: String,
    /// Paragraphs.
    pub text: Deferred<Vec<Prose>>,
    /// The view that it is seen in.
    pub view: StopView,
    /// In the order of the file: the first is selected, all are lit.
    pub events: Vec<EventId>,
    /// Brought out in the lanes.
    pub countries: Vec<CountryId>,
    /// What the lanes show.
    pub window: Option<HistoricDate>,
    /// The claim that the stop speaks to.
    pub passage: Option<PassageId>,
    /// The case that it looks at.
    pub case: Option<CaseId>,
    /// With a case: the cell.
    pub criterion: Option<CriterionId>,
    /// What a reader may ask here.
    pub question: Option<String>,
}

/// The view in which a stop is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StopView {
    /// The list of events.
    Timeline,
    /// Every country’s status over time.
    Lanes,
    /// The article, claim by claim.
    Article,
    /// The cases, side by side.
    Cases,
}

impl StopView {
    /// All, in the order of the views.
    pub const ALL: [StopView; 4] = [
        StopView::Timeline,
        StopView::Lanes,
        StopView::Article,
        StopView::Cases,
    ];

    /// The word in the file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            StopView::Timeline => "timeline",
            StopView::Lanes => "lanes",
            StopView::Article => "article",
            StopView::Cases => "cases",
        }
    }
}

impl Timeline {
    /// The tour of an id.
    #[must_use]
    pub fn tour_called(&self, id: &str) -> Option<TourId> {
        TourId::all(self).find(|tour| self[*tour].id == id)
    }
}
