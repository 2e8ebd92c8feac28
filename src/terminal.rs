use crate::app::input::*;
use std::io;
pub trait Program {
    fn handle(&mut self, input: Input) -> Effect;
    fn draw(&self, frame: &mut ratatui::Frame);
}
pub struct Options {
    pub mouse: bool,
}
pub enum Exit {
    Quit,
    Signal(i32),
}
pub enum Background {
    Dark,
    Light,
}
pub fn background() -> Option<Background> {
    None
}
pub fn run(_p: &mut dyn Program, _o: &Options) -> io::Result<Exit> {
    Ok(Exit::Quit)
}
