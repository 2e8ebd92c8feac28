//! `neutrality article [PASSAGE]`: the argument claim by claim, with the record and the events beside each.

use super::{columns, filter, print, progress, read_out_page};
use crate::cli::{ArticleArgs, Format};
use crate::error::Error;
use crate::export::json;
use crate::files::Origin;
use crate::page::article;
use crate::page::evidence::Numbers;
use crate::selection::filter::Filter;
use crate::timeline::{PassageId, Timeline};

pub(super) fn run(args: &ArticleArgs) -> Result<u8, Error> {
    let origin = Origin::new(args.file.file.as_deref());
    let mut timeline = progress::timeline(origin)?;
    let passages: Vec<PassageId> = match &args.passage {
        Some(name) => vec![filter::passage(name, &timeline)?],
        None => PassageId::all(&timeline).collect(),
    };
    let filter = filter::filter(&args.filter, &timeline, origin)?;
    let has_none = passages.is_empty();
    let passages = narrowed(&mut timeline, &filter, passages);
    match args.format {
        Format::Json => print(&json::article(&timeline, &passages)),
        Format::Text if has_none => print("this timeline accompanies no article\n"),
        Format::Text if passages.is_empty() => {
            filter::warn_of_no_match("passage", &filter, &timeline);
            Ok(0)
        }
        Format::Text => {
            let numbers = Numbers::for_ascii(args.ascii);
            let page = article::full(&timeline, &passages, columns(), numbers);
            read_out_page(&page, args.ascii)
        }
    }
}

/// Prints passages as the reader shows them.
pub(super) fn print_text(timeline: &Timeline, passages: &[PassageId]) -> Result<u8, Error> {
    let page = article::full(timeline, passages, columns(), Numbers::for_ascii(false));
    read_out_page(&page, false)
}

/// Prints passages for programs.
pub(super) fn print_json(timeline: &Timeline, passages: &[PassageId]) -> Result<u8, Error> {
    print(&json::article(timeline, passages))
}

/// Leaves with each passage the events that the filter shows, and of the passages those that have any.
fn narrowed(
    timeline: &mut Timeline,
    filter: &Filter,
    mut passages: Vec<PassageId>,
) -> Vec<PassageId> {
    if filter.is_empty() {
        return passages;
    }
    let events = &timeline.events;
    timeline.passages.change(|all| {
        for id in &passages {
            all[id.index()].events.retain(|(event, stance)| {
                filter.keeps(&events[event.index()]) && filter.choices.allow_link(*id, *stance)
            });
        }
    });
    passages.retain(|id| !timeline[*id].events.is_empty());
    passages
}
