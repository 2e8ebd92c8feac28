//! `neutrality new EVENT-ID`: an event to be filled in, on standard output.

use std::fmt::Write as _;

use super::{filter, print};
use crate::cli::NewArgs;
use crate::error::Error;
use crate::files::Origin;
use crate::text;
use crate::timeline::HistoricDate;
use crate::timeline::date::era::year_label;
use crate::timeline::format::event_texts;
use crate::timeline::source_position::{self, TableId};

pub(super) fn run(args: &NewArgs) -> Result<u8, Error> {
    let date = args.date.as_deref().map(filter::date).transpose()?;
    let source = match &args.file {
        Some(path) => Some(Origin::new(Some(path)).text()?),
        None => None,
    };
    let line = |id: &str| {
        let source = source.as_ref()?;
        source_position::line_of(source, &TableId::Event(id.to_owned()))
    };
    let title = args.title.as_deref().unwrap_or_default();
    let made = match &args.id {
        Some(id) => id.clone(),
        None => free_id(title, date.as_ref(), |id| line(id).is_some())?,
    };
    let id = made.as_str();
    if let Some(proposal) = better_id(id) {
        let proposal = match proposal.as_str() {
            "" => "treaty-of-london-1839",
            better => better,
        };
        return Err(Error::Request {
            message: format!(
                "'{}' is no good id: small letters, figures and hyphens, as in '{proposal}'",
                text::clean(id)
            ),
        });
    }
    if let (Some(path), Some(line)) = (&args.file, line(id)) {
        let name = Origin::new(Some(path)).name();
        return Err(Error::Request {
            message: format!(
                "'{}' has an event '{id}' already, at line {line}",
                text::clean(&name)
            ),
        });
    }
    let date = date.as_ref().map_or("", |date| date.written());
    print(&stub(id, date, title))
}

/// An id out of the title and the year of its date, with a number behind it where the file has that id already.
fn free_id(
    title: &str,
    date: Option<&HistoricDate>,
    is_taken: impl Fn(&str) -> bool,
) -> Result<String, Error> {
    let slug = better_id(title).unwrap_or_else(|| title.to_owned());
    if slug.is_empty() {
        return Err(Error::Usage {
            message: "an event needs an id, or a --title out of which one is made".to_owned(),
        });
    }
    let year = date.map(|date| year_label(date.year()));
    let year = year.map(|year| better_id(&year).unwrap_or(year));
    let named = match year {
        Some(year) if !format!("-{slug}-").contains(&format!("-{year}-")) => {
            format!("{slug}-{year}")
        }
        _ => slug,
    };
    let numbered = (2..).map(|number| format!("{named}-{number}"));
    let mut ids = std::iter::once(named.clone()).chain(numbered);
    Ok(ids.find(|id| !is_taken(id)).unwrap_or(named))
}

/// The id as it should be, if it is not so: small letters, figures and hyphens.
fn better_id(id: &str) -> Option<String> {
    let mut better = String::new();
    for character in text::fold::fold(id).chars() {
        match character {
            'a'..='z' | '0'..='9' => better.push(character),
            _ if better.is_empty() || better.ends_with('-') => {}
            _ => better.push('-'),
        }
    }
    let better = better.trim_end_matches('-');
    (better != id || id.is_empty()).then(|| better.to_owned())
}

/// What is needed stands ready, and what is not behind `#`.
fn stub(id: &str, date: &str, title: &str) -> String {
    let string = |value: &str| {
        let escaped = text::clean(value)
            .replace('\\', "\\\\")
            .replace('"', "\\\"");
        format!("\"{escaped}\"")
    };
    let mut stub = String::from("[[events]]\n");
    let mut line = |written: &str, note: &str| {
        let _ = writeln!(stub, "{written:<44} # {note}");
    };
    line(&format!("id = \"{id}\""), "unique in the file");
    line(
        &format!("date = {}", string(date)),
        "EDTF: \"1914-08-04\", \"1914-08\", \"1914\", \"1914~\" (about), \"1914/1918\"",
    );
    line(
        &format!("title = {}", string(title)),
        "what happened, in a line",
    );
    for (written, note) in [
        ("basis = \"\"", "why the date is uncertain, if it is"),
        ("place = \"\"", "where"),
        ("short = \"\"", "the title in a few words"),
        ("kind = \"\"", "an id of [kinds]"),
        ("importance = 2", "1 high, 2 middle, 3 low"),
        (
            "parties = [{ country = \"\", role = \"\" }]",
            "ids of [countries] and [roles]",
        ),
        ("tags = [\"\"]", "words of your own"),
        (
            "image = { url = \"\", alt = \"\", credit = \"\" }",
            "a picture, by its address",
        ),
        ("memo = \"\"", "a note to yourself, which nobody is shown"),
        ("provision = \"\"", "the article of the treaty or law"),
        ("summary = \"\"", "a sentence"),
        ("text = \"\"\"", ""),
        ("\"\"\"", "paragraphs, parted by empty lines"),
        (
            "sources = [{ source = \"\", at = \"\" }]",
            "an id of [sources], and the place in it",
        ),
        (
            "article = [{ passage = \"\" }]",
            "an id of [[article.passages]]",
        ),
        (
            "related = [{ event = \"\", relation = \"\" }]",
            "another event, and a word of [relations]",
        ),
    ] {
        let written = format!("# {written}");
        if note.is_empty() {
            stub.extend([written.as_str(), "\n"]);
        } else {
            let _ = writeln!(stub, "{written:<44} # {note}");
        }
    }
    // Texts that have no line above are described by the format.
    for (key, _) in event_texts() {
        if !stub.contains(&format!("\n# {} = ", key.name)) {
            let written = format!("# {} = \"\"", key.name);
            let _ = writeln!(stub, "{written:<44} # {}", key.about);
        }
    }
    stub
}
