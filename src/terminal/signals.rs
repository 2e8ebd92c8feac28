//! The thread that waits for signals and for the terminal to vanish.
//!
//! It only tells the main thread, which acts. A signal that ends the program is also backed by
//! this thread: when the main thread does not come to it in time, the program ends from here.
//!
//! A process that is aborted, as when memory ends, has no time left for anything of its own. It is held at the signal
//! that aborts it, whichever thread that comes from, until this thread has given the terminal back.

use std::io::{self, PipeReader, Write};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::Sender;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{OFlags, fcntl_setfl};
use rustix::process::{Signal, getpid, kill_process};
use signal_hook::consts::{SIGABRT, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level;

use super::{Message, modes};

const SIGNALS: [i32; 8] = [
    SIGABRT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCONT, SIGTSTP, SIGWINCH,
];
/// What is left to say when the process is aborted; the reason was written on a screen that is gone.
const ABORTED: &[u8] = b"neutrality was aborted; most likely there was no memory left\n";
/// How long a main thread may take to end before it counts as stuck.
const PATIENCE: Duration = Duration::from_millis(1500);

/// Whose the terminal is, as far as signals go.
static LENT: Mutex<Lent> = Mutex::new(Lent::No);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lent {
    No,
    /// Another program has it: Ctrl-C and Ctrl-\ are meant for that one.
    Yes,
    /// It came back, and signals from before may still be on their way here.
    ComingBack,
}

fn lent() -> MutexGuard<'static, Lent> {
    LENT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Leaves the keys' signals to the program that the terminal is lent to.
pub(super) fn lend() {
    *lent() = Lent::Yes;
}

/// Takes signals again, behind all those that were meant for the other program.
///
/// Signals that wait are taken in the order of their numbers, so one that comes after SIGINT and SIGQUIT, sent to
/// ourselves, marks the end of what was theirs.
pub(super) fn take_back() -> io::Result<()> {
    *lent() = Lent::ComingBack;
    Ok(kill_process(getpid(), Signal::CONT)?)
}

type Signals = SignalDelivery<UnixStream, SignalOnly>;

/// Takes the signals over at once and starts to wait for them.
pub(super) fn watch(to: Sender<Message>) -> io::Result<()> {
    let (read, write) = UnixStream::pair()?;
    let signals = Signals::with_pipe(read, write, SignalOnly, SIGNALS)?;
    let held = hold_aborts()?;
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            // Its other end is full only as long as this one is open.
            let _held = held;
            wait(signals, &to);
        })
        .map_err(|error| super::no_thread("waits for signals", &error))?;
    Ok(())
}

/// Has whoever aborts the process wait, in the handler of the signal, for room in a pipe that is full.
///
/// Handlers run in the order in which they were registered, so that the thread here is woken before.
fn hold_aborts() -> io::Result<PipeReader> {
    let (reader, mut writer) = io::pipe()?;
    fcntl_setfl(&writer, OFlags::NONBLOCK)?;
    while writer.write(&[0; 4096]).is_ok() {}
    let same = writer.try_clone()?;
    low_level::pipe::register(SIGABRT, writer)?;
    // Registering a pipe has its writers never wait.
    fcntl_setfl(&same, OFlags::empty())?;
    Ok(reader)
}

fn wait(mut signals: Signals, to: &Sender<Message>) {
    loop {
        let hung_up = wait_for_one(signals.get_read());
        // Signals that end the program have lower numbers than SIGCONT and so come first: a job
        // that is killed while stopped ends and does not try to take the terminal back.
        for signal in signals.pending() {
            if signal == SIGABRT {
                abort();
            }
            let mut lent = lent();
            match (*lent, signal) {
                (Lent::Yes | Lent::ComingBack, SIGINT | SIGQUIT) | (Lent::Yes, SIGCONT) => continue,
                // The other program stops its whole job, and the shell waits for us too.
                (Lent::Yes, SIGTSTP) => {
                    drop(lent);
                    let _ = low_level::emulate_default_handler(SIGTSTP);
                    continue;
                }
                (Lent::ComingBack, SIGCONT) => {
                    *lent = Lent::No;
                    continue;
                }
                _ => drop(lent),
            }
            match signal {
                SIGCONT | SIGTSTP | SIGWINCH => drop(to.send(Message::Signal(signal))),
                _ => end(to, signal),
            }
        }
        if hung_up {
            end(to, SIGHUP);
        }
    }
}

/// Blocks until a signal arrives; true when the terminal is gone.
///
/// The kernel sends SIGHUP only to the leader of the session, so a hang-up is watched for here. No events are asked for: a hang-up always shows.
fn wait_for_one(signals: &UnixStream) -> bool {
    let mut sources = [
        PollFd::new(signals, PollFlags::IN),
        PollFd::from_borrowed_fd(modes::keyboard(), PollFlags::empty()),
    ];
    // An interruption is a signal, and the caller looks for those anyway.
    let arrived = poll(&mut sources, None).is_ok();
    arrived
        && sources
            .last()
            .is_some_and(|terminal| !terminal.revents().is_empty())
}

/// Gives the terminal back and lets the process end as it would have, without asking for any memory.
fn abort() {
    modes::leave_by_force();
    let _ = io::stderr().write_all(ABORTED);
    let _ = low_level::emulate_default_handler(SIGABRT);
}

/// Asks the main thread to end the program, and ends it from here if that takes too long, whatever it is at.
pub(super) fn end(to: &Sender<Message>, signal: i32) -> ! {
    if to.send(Message::Signal(signal)).is_ok() {
        thread::sleep(PATIENCE);
        modes::leave_by_force();
    }
    low_level::exit(128 + signal)
}
