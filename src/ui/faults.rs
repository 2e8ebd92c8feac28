//! What is wrong with the file while it cannot be shown: a line that says so.

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::App;
use crate::app::action::Action;
use crate::app::keys::Context;
use crate::app::picker::source::PickerSource;
use crate::app::screen::layout::{Area, Layout};
use crate::page::Tone;

/// Says over the panes that the file is at fault; what is shown is the file as it was.
pub(super) fn draw_banner(app: &App, styles: &Styles, layout: &Layout, canvas: &mut Canvas) {
    let Some(file) = app.document().file_at_fault() else {
        return;
    };
    let key = app
        .setup
        .keymap
        .binding(Context::List, Action::Pick(PickerSource::Faults))
        .and_then(|binding| binding.labels().into_iter().next())
        .unwrap_or_default();
    let message = format!("{file}; shown as it was before; {key} lists the faults");
    let Area { y, width, .. } = layout.banner;
    canvas.clear(layout.banner);
    canvas.put(
        1,
        y,
        width.saturating_sub(2),
        &message,
        styles.tone(Tone::Violation),
    );
}
