//! Drawing of the cases.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::theme::Looks;
use crate::app::App;
use crate::app::layout::Area;

pub fn draw(_app: &App, _looks: &Looks, _area: Area, _canvas: &mut Canvas) -> Option<Position> {
    None
}
