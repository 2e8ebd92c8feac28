//! Where the notebook of a timeline lies, and what is done with it from outside of the reader.

use std::path::PathBuf;

use etcetera::base_strategy::{BaseStrategy as _, Xdg};

use super::named_filters;
use crate::app::App;
use crate::error::Error;
use crate::files::{NotebookFile, Origin};
use crate::notes::Notebook;
use crate::settings::Settings;
use crate::text;

/// The folder of the notebooks, below that for the state of programs.
const FOLDER: &str = "neutrality/marks";

/// The file of a timeline's notebook, whether it is there or not.
///
/// # Errors
/// Why there can be none.
pub(super) fn file(origin: Origin) -> Result<NotebookFile, Error> {
    let timeline = match origin {
        Origin::Shipped => None,
        Origin::File(path) => Some(path),
        Origin::Files(paths) => paths.first().map(PathBuf::as_path),
        Origin::StandardInput => {
            return Err(no_place(
                "this timeline came through a pipe, and is no file",
            ));
        }
    };
    let state = Xdg::new().ok().and_then(|base| base.state_dir());
    let folder =
        state.ok_or_else(|| no_place("no home is known; XDG_STATE_HOME names a folder"))?;
    Ok(NotebookFile::new(&folder.join(FOLDER), timeline))
}

fn no_place(reason: &str) -> Error {
    Error::Usage {
        message: format!("marks cannot be kept: {reason}"),
    }
}

/// The notebook of a timeline; an empty one where there is none yet, or can be none.
///
/// # Errors
/// When there is a file that cannot be read, or is no notebook.
pub(super) fn load(origin: Origin) -> Result<Notebook, Error> {
    match file(origin) {
        Ok(file) => file.load(),
        Err(_) => Ok(Notebook::default()),
    }
}

/// Begins the reader with the notebook and with the filters that have names; what cannot be read is named once, and left
/// alone.
pub(super) fn begin(app: &mut App, origin: Origin, settings: &Settings) {
    let opened = match file(origin) {
        Ok(file) => {
            let opened = file.load();
            if let Err(error) = &opened {
                super::warn(&error.to_string());
                app.say(error.to_string());
            }
            if let Some(elsewhere) = elsewhere(&file, &app.timeline().title, origin) {
                app.say(elsewhere);
            }
            opened
        }
        Err(error) => Err(error),
    };
    let none = Notebook::default();
    let opened_or_none = opened.as_ref().unwrap_or(&none);
    for taken in named_filters::give(app, origin, settings, opened_or_none) {
        app.say(taken);
    }
    match opened {
        Ok(notebook) => app.open_notebook(notebook),
        Err(error) => app.close_notebook(error.to_string()),
    }
}

/// Where a timeline has no notebook and another one of the same title has: where that lies, and how it is taken in.
pub(super) fn elsewhere(file: &NotebookFile, title: &str, origin: Origin) -> Option<String> {
    let found = file.elsewhere(title)?;
    let timeline = match origin {
        Origin::File(path) => format!(" {}", text::clean(&path.display().to_string())),
        _ => String::new(),
    };
    let found = found.display().to_string();
    Some(format!(
        "marks of a timeline with this title lie elsewhere; to take them in: neutrality notes --import {}{timeline}",
        text::clean(&found)
    ))
}
