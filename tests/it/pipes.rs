//! Files that are none: FIFOs, devices and what is open already, to be read or to be written.

use std::fs;
use std::os::unix::fs::FileTypeExt as _;

use crate::common::files::{SMALL, folder};
use crate::common::process::{command, export, program, run};

/// What a script of the shell says, run in a fresh folder; `$0` is the program and `$1` the small timeline.
fn script(script: &str) -> (i32, String, String) {
    let folder = folder();
    let mut shell = command("sh");
    shell
        .args(["-c", script, env!("CARGO_BIN_EXE_neutrality"), SMALL])
        .current_dir(&*folder);
    run(&mut shell)
}

#[test]
fn settings_that_are_no_file_are_refused_and_not_waited_for() {
    let folder = folder();
    let fifo = folder.join("fifo");
    assert!(command("mkfifo").arg(&fifo).status().unwrap().success());
    for path in [
        fifo.to_str().unwrap(),
        "/dev/zero",
        folder.to_str().unwrap(),
    ] {
        let (status, printed, warned) =
            run(program(&["info", "-f", SMALL]).env("NEUTRALITY_CONFIG", path));
        assert_eq!(status, 0);
        assert!(printed.contains("9 events"), "{printed}");
        assert!(
            warned.contains(&format!("cannot read '{path}'")),
            "{warned}"
        );
    }
    let (_, _, warned) = run(program(&["info", "-f", SMALL]).env("NEUTRALITY_CONFIG", "/dev/null"));
    assert_eq!(warned, "");
}

#[test]
fn a_timeline_that_is_open_already_is_read_by_name() {
    for path in ["/dev/stdin", "/dev/fd/0", "-"] {
        let (status, printed, _) = script(&format!("cat \"$1\" | \"$0\" list -f {path}"));
        assert_eq!(status, 0, "{path}");
        assert!(printed.contains("London"), "{path}: {printed}");
    }
    let (status, _, told) = script("mkfifo f; \"$0\" list -f f");
    assert_eq!(status, 2);
    assert!(told.contains("it is no regular file"), "{told}");
}

#[test]
fn what_is_open_already_is_written_on_and_loses_nothing() {
    let csv = export(SMALL, "csv", &[]);
    for (path, more) in [
        ("/dev/stdout", ""),
        ("/dev/stdout", "--force"),
        ("/dev/fd/1", ""),
        ("link", "--force"),
    ] {
        let line = format!(
            "ln -s /dev/stdout link; {{ echo before; \"$0\" export -f \"$1\" --format csv -o {path} {more}; echo after; }} > out; cat out"
        );
        let (status, printed, told) = script(&line);
        assert_eq!((status, told.as_str()), (0, ""), "{path} {more}");
        assert_eq!(printed, format!("before\n{csv}after\n"), "{path} {more}");
    }
    let line =
        "{ echo before >&3; \"$0\" export -f \"$1\" --format csv -o /dev/fd/3; } 3> out; cat out";
    assert_eq!(script(line).1, format!("before\n{csv}"));
}

#[test]
fn a_fifo_and_a_device_are_written_to_and_stay_what_they_are() {
    let line = "mkfifo f; cat f > out & \"$0\" export -f \"$1\" --format csv -o f --force; wait; test -p f && cat out";
    assert_eq!(script(line), (0, export(SMALL, "csv", &[]), String::new()));
    let (status, _, told) = script("\"$0\" export -f \"$1\" --format csv -o /dev/null --force");
    assert_eq!((status, told.as_str()), (0, ""));
    assert!(
        fs::metadata("/dev/null")
            .unwrap()
            .file_type()
            .is_char_device()
    );
    let (status, _, told) = script("\"$0\" export -f \"$1\" --format csv -o /dev/full");
    assert_eq!(
        (status, told.as_str()),
        (
            2,
            "neutrality: cannot write '/dev/full': the disk is full\n"
        )
    );
}
