//! A pseudo-terminal with the real program in it, for tests that only a terminal can answer.
//!
//! It types, reads the screen, and follows the process through stop, continue and end. Nothing
//! sleeps: every wait blocks on a channel with a time limit, and says what is on the screen when
//! the limit passes. It knows nothing of what the program shows.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};

use super::process::{PROGRAM, foreign_variables};

/// How long a test waits for what must come; long, because the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// What happened to the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    Stopped,
    Continued,
    /// Ended with this status; 128 and the number if a signal killed it.
    Ended(i32),
}

/// What the thread that reads the terminal's output may do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gate {
    Open,
    Held,
    Closed,
}

/// A program running in a terminal.
pub struct Session {
    parser: vt100::Parser,
    /// Everything that the program has written.
    log: Vec<u8>,
    output: Receiver<Vec<u8>>,
    life: Receiver<Life>,
    gate: Arc<(Mutex<Gate>, Condvar)>,
    reader: Option<JoinHandle<()>>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    process: Pid,
    ended: Option<i32>,
    /// The line settings before the program started.
    settings: String,
}

impl Session {
    /// Starts `neutrality` with these arguments.
    pub fn start(arguments: &[&str], columns: u16, rows: u16) -> Self {
        Self::start_with(arguments, columns, rows, &[])
    }

    /// The same with variables set in its environment.
    pub fn start_with(
        arguments: &[&str],
        columns: u16,
        rows: u16,
        environment: &[(&str, &str)],
    ) -> Self {
        let mut command = command(PROGRAM);
        command.args(arguments);
        for (name, value) in environment {
            command.env(name, value);
        }
        Self::run(command, columns, rows)
    }

    /// Starts a shell that runs this script; `$0` is the program.
    pub fn start_in_shell(script: &str, arguments: &[&str], columns: u16, rows: u16) -> Self {
        let mut command = command("sh");
        command.args(["-c", script, PROGRAM]);
        command.args(arguments);
        Self::run(command, columns, rows)
    }

    fn run(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let settings = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command).unwrap();
        let process = Pid::from_raw(child.process_id().unwrap().cast_signed()).unwrap();
        drop(pair.slave);

        let gate = Arc::new((Mutex::new(Gate::Open), Condvar::new()));
        let (to_output, output) = channel();
        let terminal = pair.master.try_clone_reader().unwrap();
        let reader = thread::spawn({
            let gate = Arc::clone(&gate);
            move || read_output(terminal, &gate, &to_output)
        });
        let (to_life, life) = channel();
        thread::spawn(move || follow(process, &to_life));
        Session {
            parser: vt100::Parser::new(rows, columns, 0),
            log: Vec::new(),
            output,
            life,
            gate,
            reader: Some(reader),
            writer: Some(pair.master.take_writer().unwrap()),
            master: Some(pair.master),
            process,
            ended: None,
            settings,
        }
    }

    /// Types; keys are written as the terminal sends them.
    pub fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().expect("the terminal is there");
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Sends a signal to the process.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.process, signal).unwrap();
    }

    /// Changes the size of the terminal, which tells the program.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.drain();
        self.parser.screen_mut().set_size(rows, columns);
        self.master
            .as_ref()
            .expect("the terminal is there")
            .resize(size(columns, rows))
            .unwrap();
    }

    /// Waits until this text is on the screen.
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(&format!("{text:?}"), |screen| {
            screen.contents().contains(text)
        });
    }

    /// Waits until a whole frame is as it should be; `what` names it when it does not come.
    pub fn wait_until(&mut self, what: &str, condition: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while self.is_mid_frame() || !condition(self.parser.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.show(&bytes),
                Err(error) => panic!("{error}: no {what} on this screen:\n{}", self.contents()),
            }
        }
    }

    /// Whether only a part of a frame has arrived.
    fn is_mid_frame(&self) -> bool {
        let mark = b"\x1b[?2026";
        let last = self
            .log
            .windows(mark.len() + 1)
            .rev()
            .find(|window| window.starts_with(mark));
        last.is_some_and(|window| window.ends_with(b"h"))
    }

    /// Waits for the next stop, continuation or end of the process.
    pub fn wait_for_life(&mut self, expected: Life) {
        let life = self.next_life(PATIENCE);
        assert_eq!(life, Some(expected), "on this screen:\n{}", self.contents());
        self.drain();
    }

    /// Waits for the end and returns the exit status; 128 and the number after a signal.
    pub fn exit_status(&mut self) -> i32 {
        loop {
            match self
                .ended
                .map(Life::Ended)
                .or_else(|| self.next_life(PATIENCE))
            {
                Some(Life::Ended(status)) => {
                    self.drain();
                    return status;
                }
                Some(Life::Stopped | Life::Continued) => {}
                None => panic!("it has not ended, on this screen:\n{}", self.contents()),
            }
        }
    }

    /// Whether the process ends within this time; its output is left unread.
    pub fn ends_within(&mut self, time: Duration) -> bool {
        matches!(self.next_life(time), Some(Life::Ended(_)))
    }

    /// The screen as it is now.
    pub fn screen(&mut self) -> &vt100::Screen {
        self.drain();
        self.parser.screen()
    }

    /// The text on the screen.
    pub fn contents(&mut self) -> String {
        self.screen().contents()
    }

    /// Whether the program has taken the alternate screen.
    pub fn alternate_screen(&mut self) -> bool {
        self.screen().alternate_screen()
    }

    /// Whether the program has ever written these bytes.
    pub fn has_written(&mut self, bytes: &str) -> bool {
        self.drain();
        self.log
            .windows(bytes.len())
            .any(|window| window == bytes.as_bytes())
    }

    /// What the program has switched and not switched back: DEC's private modes, the lines.
    pub fn not_restored(&mut self) -> Vec<String> {
        self.drain();
        let mut left: Vec<_> = changed_modes(&self.log)
            .into_iter()
            .map(|mode| format!("mode {mode}"))
            .collect();
        let settings = self.line_settings();
        if settings != self.settings {
            left.push(format!("lines {settings} instead of {}", self.settings));
        }
        left
    }

    /// Whether the terminal hands over every key as it is typed.
    pub fn is_raw(&self) -> bool {
        !self.line_settings().contains("ICANON")
    }

    /// Sets the lines as a shell does after a job has stopped.
    pub fn make_cooked(&self) {
        let lines = self.slave();
        let mut settings = rustix::termios::tcgetattr(&lines).unwrap();
        settings.local_modes |=
            rustix::termios::LocalModes::ICANON | rustix::termios::LocalModes::ECHO;
        rustix::termios::tcsetattr(&lines, rustix::termios::OptionalActions::Now, &settings)
            .unwrap();
    }

    /// Shows bytes that come from elsewhere, such as a shell's prompt.
    pub fn write_over(&mut self, bytes: &str) {
        self.drain();
        self.parser.process(bytes.as_bytes());
    }

    /// Stops reading what the program writes, so that its writes block after a while.
    pub fn stop_reading(&mut self) {
        self.set_gate(Gate::Held);
    }

    /// Closes the terminal as a lost connection does.
    pub fn hang_up(&mut self) {
        self.set_gate(Gate::Closed);
        // The reader is inside a read and holds the terminal open. A new frame lets it out.
        self.master
            .as_ref()
            .expect("the terminal is there")
            .resize(size(50, 10))
            .unwrap();
        self.reader.take().expect("the reader runs").join().unwrap();
        self.writer = None;
        self.master = None;
    }

    /// The path of the terminal's device.
    fn slave(&self) -> File {
        let master = self.master.as_ref().expect("the terminal is there");
        let path: PathBuf = master.tty_name().unwrap();
        File::open(path).unwrap()
    }

    fn line_settings(&self) -> String {
        format!(
            "{:?}",
            self.master
                .as_ref()
                .expect("the terminal is there")
                .get_termios()
        )
    }

    fn set_gate(&self, gate: Gate) {
        *self.gate.0.lock().unwrap() = gate;
        self.gate.1.notify_all();
    }

    /// Takes in what has been written so far; after the end, everything.
    fn drain(&mut self) {
        let held = *self.gate.0.lock().unwrap() != Gate::Open;
        if self.ended.is_some() && !held {
            while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
                self.show(&bytes);
            }
        }
        while let Ok(bytes) = self.output.try_recv() {
            self.show(&bytes);
        }
    }

    fn show(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.log.extend_from_slice(bytes);
        // Every terminal answers what it is; a question about colours ends with this one.
        if bytes.windows(3).any(|window| window == b"\x1b[c") {
            self.send("\x1b[?62c");
        }
    }

    fn next_life(&mut self, patience: Duration) -> Option<Life> {
        let deadline = Instant::now() + patience;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            // Output is taken in between, so that a program that still writes is not held up.
            match self.life.recv_timeout(left.min(Duration::from_millis(50))) {
                Ok(life) => {
                    if let Life::Ended(status) = life {
                        self.ended = Some(status);
                    }
                    return Some(life);
                }
                Err(_) if left.is_zero() => return None,
                Err(_) => self.drain(),
            }
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.set_gate(Gate::Closed);
        if self.ended.is_none() {
            let _ = kill_process(self.process, Signal::KILL);
        }
    }
}

/// A command in an environment that does not depend on the one of the tests.
fn command(name: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new(name);
    for variable in foreign_variables() {
        command.env_remove(variable);
    }
    command.env("NEUTRALITY_CONFIG", "");
    command.env("XDG_STATE_HOME", "/proc");
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "C.UTF-8");
    command
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn read_output(
    mut terminal: Box<dyn Read + Send>,
    gate: &(Mutex<Gate>, Condvar),
    to: &Sender<Vec<u8>>,
) {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let open = gate
            .1
            .wait_while(gate.0.lock().unwrap(), |gate| *gate == Gate::Held)
            .unwrap();
        if *open == Gate::Closed {
            return;
        }
        drop(open);
        match terminal.read(&mut buffer) {
            Ok(0) | Err(_) => return,
            Ok(length) => drop(to.send(buffer[..length].to_vec())),
        }
    }
}

fn follow(process: Pid, to: &Sender<Life>) {
    while let Ok(Some((_, status))) = waitpid(
        Some(process),
        WaitOptions::UNTRACED | WaitOptions::CONTINUED,
    ) {
        let life = if status.stopped() {
            Life::Stopped
        } else if status.continued() {
            Life::Continued
        } else {
            Life::Ended(
                status
                    .exit_status()
                    .or(status.terminating_signal().map(|signal| 128 + signal))
                    .unwrap_or(-1),
            )
        };
        if to.send(life).is_err() || matches!(life, Life::Ended(_)) {
            return;
        }
    }
}

/// The private modes that are not as a terminal has them at first: all off but the cursor, 25.
fn changed_modes(log: &[u8]) -> BTreeSet<u16> {
    let mut changed = BTreeSet::new();
    for sequence in String::from_utf8_lossy(log).split("\x1b[?").skip(1) {
        let Some(end) =
            sequence.find(|character: char| !character.is_ascii_digit() && character != ';')
        else {
            continue;
        };
        let (modes, rest) = sequence.split_at(end);
        let on = match rest.chars().next() {
            Some('h') => true,
            Some('l') => false,
            _ => continue,
        };
        for mode in modes.split(';').filter_map(|mode| mode.parse().ok()) {
            let usual = on == (mode == 25);
            if usual {
                changed.remove(&mode);
            } else {
                changed.insert(mode);
            }
        }
    }
    changed
}
