//! The picture of an event, shown in place of the screen where the terminal can.

use super::input::{Effect, PictureRequest};
use super::overlay::{Overlay, TextViewer};
use super::{App, here};
use crate::text;
use crate::timeline::{EventId, Image, Timeline};
use crate::words::translated;

/// Asks for the picture of the event that is looked at, or says why there is none to be seen.
pub(super) fn see(app: &mut App) -> Effect {
    let Some(event) = here::event(app) else {
        app.say(here::why_nothing(app));
        return Effect::Draw;
    };
    let timeline = &app.document.timeline;
    let Some(image) = &timeline[event].image else {
        app.say("this event has no picture");
        return Effect::Draw;
    };
    if image.file.is_none() {
        app.say("this picture is elsewhere; Enter on its link opens it in the browser");
        return Effect::Draw;
    }
    if !app.setup.shows_pictures {
        let place = place(timeline, image);
        show(
            app,
            format!("this terminal shows no pictures; this one is {place}"),
        );
        return Effect::Draw;
    }
    Effect::Picture(PictureRequest {
        event,
        caption: line(app, &caption(timeline, event, image)),
        way_back: line(app, translated("(any key goes back to the reader)")),
    })
}

/// What the picture is: the event, what can be seen, and whose it is.
fn caption(timeline: &Timeline, event: EventId, image: &Image) -> String {
    let parts = [
        Some(timeline[event].title.as_str()),
        image.alt.as_deref(),
        image.credit.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// As much of a text as a row of the screen holds.
fn line(app: &App, text: &str) -> String {
    let line = match app.setup.ascii {
        true => text::ascii::to_ascii(text),
        false => text.to_owned(),
    };
    text::truncate(&line, app.size().columns.into()).into_owned()
}

/// Where the picture lies.
fn place(timeline: &Timeline, image: &Image) -> String {
    let Some(file) = &image.file else {
        return String::new();
    };
    match timeline.file_with(file.at.start) {
        Some(from) => {
            let path = from.with_file_name("").join(&file.written);
            text::clean(&path.display().to_string()).into_owned()
        }
        None => file.written.clone(),
    }
}

/// Says something in the foot, or over the panes where it is too long for that.
fn show(app: &mut App, words: String) {
    let room = usize::from(app.size().columns).saturating_sub(BESIDE_MESSAGE);
    if text::width(&words) <= room {
        return app.say(words);
    }
    let viewer = TextViewer::new(translated("Image").to_owned(), words);
    app.overlay = Some(Overlay::Text(viewer));
}

/// Columns of the foot that are not the message's.
const BESIDE_MESSAGE: usize = 24;

/// Tells why a picture is not shown, and where it lies.
pub(super) fn report_unshown(app: &mut App, event: EventId, why: &str) {
    let timeline = &app.document.timeline;
    let image = timeline[event].image.as_ref();
    let place = image.map_or_else(String::new, |image| place(timeline, image));
    show(app, format!("{why}; it is {place}"));
}
