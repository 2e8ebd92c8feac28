//! The thread that waits for signals and for the terminal to vanish.
//!
//! It only tells the main thread, which acts. A signal that ends the program is also backed by
//! this thread: when the main thread does not come to it in time, the program ends from here.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::Sender;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, getpid, kill_process};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level;

use super::{Message, modes};

const SIGNALS: [i32; 7] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCONT, SIGTSTP, SIGWINCH];
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
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || wait(signals, &to))
        .map_err(|error| super::no_thread("waits for signals", &error))?;
    Ok(())
}

fn wait(mut signals: Signals, to: &Sender<Message>) {
    loop {
        let hung_up = wait_for_one(signals.get_read());
        // Signals that end the program have lower numbers than SIGCONT and so come first: a job
        // that is killed while stopped ends and does not try to take the terminal back.
        for signal in signals.pending() {
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

/// Asks the main thread to end the program, and ends it from here if that takes too long, whatever it is at.
pub(super) fn end(to: &Sender<Message>, signal: i32) -> ! {
    if to.send(Message::Signal(signal)).is_ok() {
        thread::sleep(PATIENCE);
        modes::leave_by_force();
    }
    low_level::exit(128 + signal)
}
