//! `neutrality article [PASSAGE]`: the argument claim by claim, with the record and the events beside each.

use super::{columns, filter, print, read_out, typed};
use crate::cli::{ArticleArgs, Format};
use crate::error::Error;
use crate::export::json;
use crate::files::Origin;
use crate::page::article;
use crate::timeline::PassageId;

pub fn run(args: &ArticleArgs) -> Result<u8, Error> {
    let timeline = Origin::new(args.file.file.as_deref()).timeline()?;
    let passages: Vec<PassageId> = match &args.passage {
        Some(name) => vec![filter::passage(name, &timeline)?],
        None => PassageId::all(&timeline).collect(),
    };
    match args.format {
        Format::Json => print(&json::article(&timeline, &passages)),
        Format::Text if passages.is_empty() => print("this timeline accompanies no article\n"),
        Format::Text => {
            let whole = article::whole(&timeline, &passages, columns());
            read_out(&typed(whole.plain(), args.ascii))
        }
    }
}
