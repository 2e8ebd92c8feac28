//! What the program says in its other languages: English, then German and Ukrainian.
//!
//! One table in parts, by where the words are met. A text that has no row is said in English: the sentences of the
//! help, what signs mean in full, and messages.

mod dates;
mod menus;
mod pages;
mod screen;

use super::InOthers;

/// A text in English, and in the others.
type Translation = (&'static str, InOthers);

/// The forms of a noun behind one, behind two to four, and behind more; German has only the first two.
pub(super) type Forms = [[&'static str; 3]; 2];

/// All parts of the table.
pub(super) const TABLES: &[&[Translation]] = &[dates::ROWS, menus::ROWS, pages::ROWS, screen::ROWS];

/// The nouns that are counted.
pub(super) const NOUNS: &[(&str, Forms)] = &[
    (
        "event",
        [["Ereignis", "Ereignisse", ""], ["подія", "події", "подій"]],
    ),
    (
        "span",
        [
            ["Zeitraum", "Zeiträume", ""],
            ["проміжок", "проміжки", "проміжків"],
        ],
    ),
    (
        "passage",
        [["Stelle", "Stellen", ""], ["уривок", "уривки", "уривків"]],
    ),
    (
        "case",
        [["Fall", "Fälle", ""], ["випадок", "випадки", "випадків"]],
    ),
    (
        "question",
        [["Frage", "Fragen", ""], ["питання", "питання", "питань"]],
    ),
    (
        "title",
        [["Titel", "Titel", ""], ["статус", "статуси", "статусів"]],
    ),
    ("claim", [["These", "Thesen", ""], ["теза", "тези", "тез"]]),
    (
        "row",
        [["Zeile", "Zeilen", ""], ["рядок", "рядки", "рядків"]],
    ),
    (
        "stop",
        [["Halt", "Halte", ""], ["зупинка", "зупинки", "зупинок"]],
    ),
    (
        "filter",
        [["Filter", "Filter", ""], ["фільтр", "фільтри", "фільтрів"]],
    ),
    (
        "mark",
        [
            ["Markierung", "Markierungen", ""],
            ["позначка", "позначки", "позначок"],
        ],
    ),
    ("place", [["Ort", "Orte", ""], ["місце", "місця", "місць"]]),
    (
        "country",
        [["Land", "Länder", ""], ["країна", "країни", "країн"]],
    ),
];
