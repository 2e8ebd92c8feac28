//! Writing a timeline in a real terminal: what is saved is shown, and the editor gets the terminal and gives it back.

use std::fs;
use std::path::Path;

use crate::common::files::{self, Folder, script};
use crate::common::terminal::{Life, Session};
use crate::common::texts::SMALL;
use rustix::process::Signal;

/// A fresh folder with the small timeline in it.
fn folder() -> Folder {
    let folder = files::folder();
    fs::write(folder.join("mine.toml"), SMALL).unwrap();
    folder
}

/// The reader on the file of a folder, with this editor.
fn start(folder: &Path, editor: &str) -> Session {
    let line = "cd \"$1\" && VISUAL=\"$2\" && export VISUAL && exec \"$0\" --theme dark mine.toml";
    let mut session = Session::start_in_shell(line, &[folder.to_str().unwrap(), editor], 120, 40);
    session.wait_for("9 of 9 shown");
    session
}

/// Saves as many editors do: a new file takes the place of the old one.
fn save(folder: &Path, text: &str) {
    let new = folder.join("mine.toml~");
    fs::write(&new, text).unwrap();
    fs::rename(new, folder.join("mine.toml")).unwrap();
}

fn quit(mut session: Session) {
    session.send("Q");
    assert_eq!(session.exit_status(), 0);
    assert_eq!(session.not_restored(), Vec::<String>::new());
}

#[test]
fn what_is_saved_is_shown_at_the_place_where_one_reads() {
    let folder = folder();
    let mut session = start(&folder, "");
    session.send("G");
    session.wait_for("23 December 2014");
    let other = SMALL.replace("Small neutralities", "Great neutralities");
    save(&folder, &other);
    session.wait_for("Great neutralities");
    session.wait_for("23 December 2014");
    // Written into the file itself, as other editors do.
    fs::write(folder.join("mine.toml"), SMALL).unwrap();
    session.wait_for("Small neutralities");
    quit(session);
}

#[test]
fn a_broken_save_keeps_the_last_good_view_until_it_is_mended() {
    let folder = folder();
    let mut session = start(&folder, "");
    save(&folder, &SMALL.replace("\"1839-04-19\"", "\"c. 1839\""));
    session.wait_for("mine.toml: 1 error; shown as it was before; F lists the faults");
    session.wait_for("9 of 9 shown");
    session.send("F");
    session.wait_for("`c. 1839` is no date");
    fs::remove_file(folder.join("mine.toml")).unwrap();
    // Why stands behind the path, which may be longer than the line.
    session.wait_for("cannot read");
    session.wait_for("mine.toml is no longer there");
    save(&folder, SMALL);
    session.wait_until("a screen without faults", |screen| {
        let shown = screen.contents();
        shown.contains("9 of 9 shown") && !shown.contains("mine.toml")
    });
    quit(session);
}

#[test]
fn e_opens_the_editor_at_the_line_of_the_event_and_shows_what_it_saved() {
    let folder = folder();
    // Asks for a line in between, to see that the keyboard is the editor's.
    let body = "echo \"the arguments are: $*\"\nread answer\nsed -i \"s/Small neutralities/$answer/\" \"$2\"";
    let editor = script(&folder, "vim", body);
    let mut session = start(&folder, &editor);
    session.send("jjje");
    let header = "[[events]]\nid = \"london-1839\"";
    let line = 1 + SMALL[..SMALL.find(header).unwrap()].matches('\n').count();
    session.wait_for(&format!("the arguments are: +{line} mine.toml"));
    assert!(!session.alternate_screen() && !session.is_raw());
    session.send("Edited by hand\n");
    session.wait_for("Edited by hand 1815–2014");
    assert!(session.alternate_screen() && session.is_raw());
    session.wait_for("19 April 1839");
    quit(session);
}

#[test]
fn ctrl_c_is_for_the_editor_and_not_for_the_reader() {
    let folder = folder();
    let editor = script(&folder, "ed", "echo the editor waits\nread answer");
    let mut session = start(&folder, &editor);
    session.send("e");
    session.wait_for("the editor waits");
    session.send("\x03");
    session.wait_for("was ended by a signal");
    session.wait_for("9 of 9 shown");
    // The reader's own again.
    session.send("\x03");
    assert_eq!(session.exit_status(), 0);
    assert_eq!(session.not_restored(), Vec::<String>::new());
}

#[test]
fn ctrl_z_in_the_editor_stops_the_whole_job_and_both_go_on() {
    let folder = folder();
    let editor = script(&folder, "ed", "echo the editor waits\nread answer\nexit 7");
    let mut session = start(&folder, &editor);
    session.send("e");
    session.wait_for("the editor waits");
    session.send("\x1a");
    session.wait_for_life(Life::Stopped);
    session.signal(Signal::CONT);
    session.wait_for_life(Life::Continued);
    // The terminal is still the editor's.
    assert!(!session.alternate_screen() && !session.is_raw());
    session.send("\n");
    session.wait_for("ended with status 7");
    session.wait_for("9 of 9 shown");
    quit(session);
}

#[test]
fn an_editor_that_does_not_run_or_fails_is_named() {
    let folder = folder();
    let failing = script(&folder, "failing", "exit 3");
    for (editor, printed) in [
        ("", "no editor is known: set VISUAL or EDITOR"),
        (
            "no-such-editor --wait",
            "VISUAL names “no-such-editor”, and there is no such command",
        ),
        (
            "'unclosed",
            "VISUAL has a quotation mark that is not closed",
        ),
        (failing.as_str(), "ended with status 3"),
    ] {
        let mut session = start(&folder, editor);
        session.send("e");
        session.wait_for(printed);
        session.wait_for("9 of 9 shown");
        quit(session);
    }
}

#[test]
fn e_on_a_fault_opens_the_editor_at_its_line() {
    let folder = folder();
    let body = "echo \"the arguments are: $*\"\nread answer\nsed -i 's/c. 1839/1839/' \"$3\"";
    let editor = script(&folder, "nano", body);
    let mut session = start(&folder, &format!("{editor} --quiet"));
    let broken = SMALL.replace("\"1839-04-19\"", "\"c. 1839\"");
    save(&folder, &broken);
    session.wait_for("1 error");
    session.send("F");
    session.wait_for("`c. 1839` is no date");
    session.send("e");
    let line = 1 + broken[..broken.find("\"c. 1839\"").unwrap()]
        .matches('\n')
        .count();
    session.wait_for(&format!("the arguments are: --quiet +{line} mine.toml"));
    session.send("\n");
    session.wait_until("the list of faults gone", |screen| {
        let shown = screen.contents();
        shown.contains("9 of 9 shown") && !shown.contains("is no date")
    });
    quit(session);
}

#[test]
fn an_included_file_is_followed_edited_and_named_like_the_first() {
    let folder = folder();
    let editor = script(
        &folder,
        "vim",
        "echo \"the arguments are: $*\"\nread answer",
    );
    let included = format!("include = \"parts/more.toml\"\n{SMALL}");
    save(&folder, &included.replace("include = ", "# include = "));
    let mut session = start(&folder, &editor);
    // One that is not there yet is waited for.
    save(&folder, &included);
    session.wait_for("mine.toml: 1 error");
    let more = "[[events]]\nid = \"zeta\"\ndate = 2015\ntitle = \"From the other file\"\n";
    fs::create_dir(folder.join("parts")).unwrap();
    fs::write(folder.join("parts/more.toml"), more).unwrap();
    session.wait_for("10 of 10 shown");
    session.send("Ge");
    session.wait_for("the arguments are: +1 parts/more.toml");
    session.send("\n");
    session.wait_for("From the other file");
    let broken = more.replace("2015", "\"2015-13\"");
    fs::write(folder.join("parts/more.toml"), broken).unwrap();
    session.wait_for("mine.toml: 1 error");
    session.send("F");
    session.wait_for("parts/more.toml:3:8");
    session.send("e");
    session.wait_for("the arguments are: +3 ");
    session.wait_for("parts/more.toml");
    session.send("\n");
    fs::write(folder.join("parts/more.toml"), more).unwrap();
    session.wait_until("the list of faults gone", |screen| {
        let shown = screen.contents();
        shown.contains("10 of 10 shown") && !shown.contains("is no date")
    });
    quit(session);
}

#[test]
fn a_folder_that_is_moved_away_and_made_anew_is_followed() {
    let folder = folder();
    let mine = folder.join("mine");
    let make = |text: &str| {
        fs::create_dir(&mine).unwrap();
        fs::write(mine.join("mine.toml"), text).unwrap();
    };
    make(SMALL);
    let mut session = start(&mine, "");
    for (number, title) in ["First", "Second", "Third"].iter().enumerate() {
        fs::rename(&mine, folder.join(format!("old-{number}"))).unwrap();
        make(&SMALL.replace("Small neutralities", title));
        session.wait_for(title);
    }
    // Saves in the folder as it is now are followed too.
    save(&mine, SMALL);
    session.wait_for("Small neutralities");
    quit(session);
}

#[test]
fn links_that_are_swapped_are_followed() {
    let folder = folder();
    let version = |number: usize, title: &str| {
        let data = folder.join(format!("..{number}"));
        fs::create_dir(&data).unwrap();
        fs::write(
            data.join("mine.toml"),
            SMALL.replace("Small neutralities", title),
        )
        .unwrap();
        std::os::unix::fs::symlink(format!("..{number}"), folder.join("..new")).unwrap();
        fs::rename(folder.join("..new"), folder.join("..data")).unwrap();
    };
    fs::remove_file(folder.join("mine.toml")).unwrap();
    version(0, "Small neutralities");
    std::os::unix::fs::symlink("..data/mine.toml", folder.join("mine.toml")).unwrap();
    let mut session = start(&folder, "");
    for (number, title) in [(1, "First"), (2, "Second"), (3, "Third")] {
        version(number, title);
        fs::remove_dir_all(folder.join(format!("..{}", number - 1))).unwrap();
        session.wait_for(title);
    }
    quit(session);
}

#[test]
fn what_an_editor_leaves_switched_on_is_switched_off() {
    let folder = folder();
    let left =
        "printf '\\033[?1000h\\033[?1003h\\033[?1004h\\033[?1h\\033[>1u\\033[>4;2m\\033[?69h'";
    let editor = script(&folder, "ed", left);
    let mut session = start(&folder, &editor);
    session.send("e");
    session.wait_until("the reader again", |screen| {
        screen.alternate_screen() && screen.contents().contains("9 of 9 shown")
    });
    session.send("j");
    quit(session);
}
