//! `neutrality frame`: one frame of the reader after some keys, through the very same update and drawing.

use ratatui::buffer::Buffer;

use super::{named_filters, print, progress, start};
use crate::app::Theme;
use crate::app::input::{Code, Effect, Input, Key, Saving, Size};
use crate::cli::{ColoursArg, FrameArgs, FrameFormat, ThemeArg};
use crate::error::Error;
use crate::files::Origin;
use crate::notes::Notebook;
use crate::settings::Settings;
use crate::ui::picture;
use crate::ui::{self, theme::Depth};

/// The largest frame, in columns and in rows.
const LARGEST: u16 = 1000;

pub(super) fn run(args: &FrameArgs) -> Result<u8, Error> {
    let origin = Origin::new(args.file.file.as_deref());
    let timeline = progress::timeline(origin)?;
    let settings = Settings::of_flags(&args.look);
    let mut app = start::app(timeline, &settings, &args.look, &args.filter, origin)?;
    for taken in named_filters::give(&mut app, origin, &settings, &Notebook::default()) {
        app.say(taken);
    }
    app.setup.theme = match args.look.theme {
        None | Some(ThemeArg::Auto | ThemeArg::Dark) => Theme::Dark,
        Some(ThemeArg::Light) => Theme::Light,
        Some(ThemeArg::Mono) => Theme::Mono,
    };
    app.handle(Input::Resize(size(&args.size)?));
    for key in keys(&args.keys) {
        // A picture of a mark is no mark.
        if let Effect::Save(saving) = app.handle(Input::Key(key))
            && let Saving::Change(change) = *saving
        {
            app.change_notebook(change);
        }
    }
    let mut buffer = Buffer::empty(ui::screen(&app));
    let depth = match (args.format, args.colours) {
        (FrameFormat::Ansi, ColoursArg::Indexed) => Depth::Indexed,
        (FrameFormat::Ansi, ColoursArg::Sixteen) => Depth::Sixteen,
        _ => Depth::True,
    };
    ui::draw(&app, depth, &mut buffer);
    print(&match args.format {
        FrameFormat::Text => picture::text(&buffer),
        FrameFormat::Ansi => picture::ansi(&buffer),
        FrameFormat::Svg => picture::svg(&buffer, app.setup.theme, &app.timeline().title),
    })
}

/// "120x40": columns and rows.
fn size(written: &str) -> Result<Size, Error> {
    let parts = written.split_once(['x', 'X', '×']);
    let number = |part: &str| {
        part.trim()
            .parse()
            .ok()
            .filter(|number| (1..=LARGEST).contains(number))
    };
    let parsed = parts.and_then(|(columns, rows)| {
        Some(Size {
            columns: number(columns)?,
            rows: number(rows)?,
        })
    });
    parsed.ok_or_else(|| {
        let value = crate::text::clean(written);
        Error::Usage {
            message: format!(
                "'{value}' is no size; columns and rows are written as 120x40, up to {LARGEST}"
            ),
        }
    })
}

/// Keys parted by spaces; a word that is no key's name is pressed letter by letter.
fn keys(written: &str) -> Vec<Key> {
    let letters = |word: &str| {
        word.chars()
            .map(|letter| Key::plain(Code::Char(letter)))
            .collect()
    };
    written
        .split_whitespace()
        .flat_map(|word| Key::named(word).map_or_else(|| letters(word), |key| vec![key]))
        .collect()
}
