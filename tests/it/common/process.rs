//! The program as a process: arguments and input go in, its status and what it prints come out.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};
use std::thread;

use neutrality::VARIABLES;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_neutrality");

/// Variables by which whoever runs the tests would change what the program does, beside its own.
const FOREIGN: [&str; 14] = [
    "NEUTRALITY_LIMIT",
    "NO_COLOR",
    "COLORFGBG",
    "COLUMNS",
    "RUST_BACKTRACE",
    "LESS",
    "PAGER",
    "VISUAL",
    "EDITOR",
    "TERM_PROGRAM",
    "KITTY_WINDOW_ID",
    "TMUX",
    "STY",
    "ZELLIJ",
];

/// All variables that a test sets itself or that are not set.
pub fn foreign_variables() -> impl Iterator<Item = &'static str> {
    FOREIGN.into_iter().chain(VARIABLES)
}

/// Status, standard output and standard error.
pub type Answer = (i32, String, String);

/// A command without input, in an environment that does not depend on the one of the tests.
pub fn command(name: &str) -> Command {
    let mut command = Command::new(name);
    command.stdin(Stdio::null()).env("NEUTRALITY_CONFIG", "");
    // Nobody’s marks are seen, and none are made.
    command.env("XDG_STATE_HOME", "/proc");
    for variable in foreign_variables() {
        command.env_remove(variable);
    }
    command
}

/// The program with these arguments.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = command(PROGRAM);
    command.args(arguments);
    command
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Answer {
    answer_in(command.output().unwrap())
}

/// Runs a command to its end with something on standard input.
pub fn feed(command: &mut Command, input: &str) -> Answer {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // Beside the reading of the output, so that neither waits for the other.
    let feeding = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    // A program that refuses its arguments does not read its input.
    let _ = feeding.join();
    answer_in(output)
}

fn answer_in(output: Output) -> Answer {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap_or(-1),
        text(output.stdout),
        text(output.stderr),
    )
}

/// What the program answers to arguments alone.
pub fn answer(arguments: &[&str]) -> Answer {
    run(&mut program(arguments))
}

/// What the program answers to arguments and this input.
pub fn answer_to(arguments: &[&str], input: &str) -> Answer {
    feed(&mut program(arguments), input)
}

/// What a script for bash answers, in which `$0` is the program and `$1` the argument.
pub fn shell(script: &str, argument: &str) -> Answer {
    run(command("bash").args(["-c", script, PROGRAM, argument]))
}

/// What the program prints when nothing is amiss.
#[track_caller]
pub fn output(arguments: &[&str]) -> String {
    let (status, output, error) = answer(arguments);
    assert_eq!((status, error.as_str()), (0, ""), "{arguments:?}");
    output
}

/// An export that succeeds, to standard output.
#[track_caller]
pub fn export(file: &str, format: &str, more: &[&str]) -> String {
    output(&[&["export", "-f", file, "--format", format], more].concat())
}

/// Looks at cases at the same time that mostly wait, for a signal or for an end; fails where one of them does.
pub fn at_once<C: Send>(cases: impl IntoIterator<Item = C>, look: impl Fn(C) + Sync) {
    std::thread::scope(|scope| {
        for case in cases {
            scope.spawn(|| look(case));
        }
    });
}
