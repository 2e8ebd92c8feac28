//! `neutrality new EVENT-ID`: an event to be filled in, on standard output.

use std::fmt::Write as _;

use super::{filter, print};
use crate::cli::NewArgs;
use crate::error::Error;
use crate::files::Origin;
use crate::text;
use crate::timeline::format::event_texts;
use crate::timeline::source_position::{self, TableId};

pub(super) fn run(args: &NewArgs) -> Result<u8, Error> {
    let id = args.id.as_str();
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
    let date = args.date.as_deref().map(filter::date).transpose()?;
    if let Some(path) = &args.file {
        let origin = Origin::new(Some(path));
        let source = origin.text()?;
        if let Some(line) = source_position::line_of(&source, &TableId::Event(id.to_owned())) {
            let name = origin.name();
            return Err(Error::Request {
                message: format!(
                    "'{}' has an event '{id}' already, at line {line}",
                    text::clean(&name)
                ),
            });
        }
    }
    let date = date.as_ref().map_or("", |date| date.written());
    print(&stub(id, date, args.title.as_deref().unwrap_or_default()))
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
