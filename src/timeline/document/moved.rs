//! An event that stands in another place of the file than before: all its positions move by so many bytes.
//!
//! Each table is taken apart field by field, so that a new position in it cannot be forgotten.

use std::ops::Range;

use super::{
    CitationTable, EventTable, ImageTable, LinkTable, MilestoneTable, PartyTable, ReadingTable,
};
use crate::timeline::table_reader::Located;

impl EventTable {
    /// Moves it on by so many bytes, or back.
    pub(in crate::timeline) fn move_by(&mut self, bytes: isize) {
        if bytes == 0 {
            return;
        }
        let EventTable {
            span,
            id,
            date,
            readings,
            title: _,
            kind,
            importance: _,
            parties,
            tags: _,
            image,
            own: _,
            milestones,
            sources,
            unsourced: _,
            links,
            related,
        } = self;
        move_span(span, bytes);
        id.iter_mut().for_each(|id| locate(id, bytes));
        date.iter_mut().for_each(|date| locate(date, bytes));
        kind.iter_mut().for_each(|kind| locate(kind, bytes));
        if let Some(image) = image {
            let ImageTable {
                url,
                file,
                alt: _,
                credit: _,
            } = &mut **image;
            url.iter_mut().for_each(|url| locate(url, bytes));
            file.iter_mut().for_each(|file| locate(file, bytes));
        }
        for reading in readings {
            let ReadingTable {
                date: _,
                source,
                at: _,
            } = reading;
            locate(source, bytes);
        }
        for party in parties {
            let PartyTable {
                country,
                role,
                called: _,
            } = party;
            locate(country, bytes);
            locate(role, bytes);
        }
        for milestone in milestones {
            let MilestoneTable { stage, date: _ } = milestone;
            locate(stage, bytes);
        }
        for citation in sources {
            let CitationTable {
                source,
                at: _,
                primary: _,
            } = citation;
            locate(source, bytes);
        }
        for link in links {
            let LinkTable {
                passage,
                stance: _,
                because: _,
            } = link;
            locate(passage, bytes);
        }
        for (event, label) in related {
            locate(event, bytes);
            locate(label, bytes);
        }
    }
}

fn locate<T>(located: &mut Located<T>, bytes: isize) {
    let Located { value: _, span } = located;
    move_span(span, bytes);
}

fn move_span(span: &mut Range<usize>, bytes: isize) {
    span.start = span.start.saturating_add_signed(bytes);
    span.end = span.end.saturating_add_signed(bytes);
}
