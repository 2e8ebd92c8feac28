//! The thread that reads what a person does.
//!
//! It reads on while the main thread is busy, so that a Ctrl-C is seen behind any number of keys; and it reads
//! nothing while the terminal is lent to another program. What bytes mean is the decoder's, what a key does is not
//! known here.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGINT;

use super::decoder::Decoder;
use super::{Message, modes, signals};
use crate::app::input::{Input, Key};

/// As much as the kernel hands over at once.
const BLOCK: usize = 64 * 1024;
/// So many inputs may wait for the main thread. Of what comes then only Ctrl-C is heard: nobody types so far ahead,
/// and without an end the memory would be filled.
const MOST_WAITING: usize = 1 << 18;

/// The main thread's end of the keyboard's thread.
pub(super) struct Keyboard {
    control: UnixStream,
    paused: Receiver<()>,
    waiting: Arc<AtomicUsize>,
    interrupted: Arc<AtomicBool>,
}

impl Keyboard {
    /// Starts to read.
    pub(super) fn start(to: Sender<Message>) -> io::Result<Self> {
        let (control, listening) = UnixStream::pair()?;
        let (to_main, paused) = mpsc::channel();
        let waiting = Arc::new(AtomicUsize::new(0));
        let interrupted = Arc::new(AtomicBool::new(false));
        let reader = KeyReader {
            decoder: Decoder::default(),
            control: listening,
            paused: to_main,
            waiting: Arc::clone(&waiting),
            interrupted: Arc::clone(&interrupted),
            to,
        };
        let thread = thread::Builder::new().name("keyboard".into());
        thread
            .spawn(move || reader.run())
            .map_err(|error| super::no_thread("reads the keyboard", &error))?;
        Ok(Keyboard {
            control,
            paused,
            waiting,
            interrupted,
        })
    }

    /// Hears that a Ctrl-C is being handled.
    pub(super) fn interrupt(&self) {
        self.interrupted.store(false, Ordering::Relaxed);
    }

    /// Hears that so many inputs have been handled or dropped.
    pub(super) fn done(&self, number: usize) {
        self.waiting.fetch_sub(number, Ordering::Relaxed);
    }

    /// Reads nothing from now on; what has been typed in part is forgotten.
    pub(super) fn pause(&mut self) {
        // A thread that has ended reads nothing either, and has told why.
        if self.control.write_all(&[0]).is_ok() {
            let _ = self.paused.recv();
        }
    }

    /// Reads again.
    pub(super) fn resume(&mut self) {
        let _ = self.control.write_all(&[0]);
    }
}

/// Whether it is Ctrl-C, before which nothing has to wait.
pub(super) fn interrupts(input: &Input) -> bool {
    *input == Input::Key(Key::ctrl('c'))
}

struct KeyReader {
    decoder: Decoder,
    control: UnixStream,
    paused: Sender<()>,
    waiting: Arc<AtomicUsize>,
    /// Whether a Ctrl-C has been handed over that nobody has come to yet.
    interrupted: Arc<AtomicBool>,
    to: Sender<Message>,
}

/// What a wait for input ended with.
enum Wakeup {
    Read(usize),
    TimedOut,
    Pause,
    /// The main thread is gone.
    Over,
}

impl KeyReader {
    fn run(mut self) {
        if let Err(error) = self.read_on() {
            let _ = self.to.send(Message::Failed(error));
        }
    }

    fn read_on(&mut self) -> io::Result<()> {
        let mut block = vec![0; BLOCK];
        let mut since = Instant::now();
        loop {
            let idle = self.decoder.patience().is_none();
            let mut inputs = Vec::new();
            match self.wait(&mut block, since)? {
                Wakeup::Read(length) => {
                    #[cfg(debug_assertions)]
                    rehearse("worker");
                    let bytes = block.get(..length).unwrap_or_default();
                    self.decoder.feed(bytes, &mut inputs);
                    if idle || self.decoder.is_pasting() || self.decoder.patience().is_none() {
                        since = Instant::now();
                    }
                }
                Wakeup::TimedOut => self.decoder.give_up(&mut inputs),
                Wakeup::Pause => {
                    self.decoder = Decoder::default();
                    // A main thread that is gone ends the next read.
                    let _ = self.paused.send(());
                    self.control.read_exact(&mut [0])?;
                }
                Wakeup::Over => return Ok(()),
            }
            if self.waiting.load(Ordering::Relaxed) > MOST_WAITING {
                inputs.retain(interrupts);
            }
            self.waiting.fetch_add(inputs.len(), Ordering::Relaxed);
            // A second one while the first still waits: the main thread is at something long.
            if inputs.iter().any(interrupts) && self.interrupted.swap(true, Ordering::Relaxed) {
                signals::end(&self.to, SIGINT);
            }
            if !inputs.is_empty() && self.to.send(Message::Inputs(inputs)).is_err() {
                return Ok(());
            }
        }
    }

    /// Blocks until something is read, or what has begun since then is not waited for any longer.
    fn wait(&self, block: &mut [u8], since: Instant) -> io::Result<Wakeup> {
        let keyboard = modes::keyboard();
        loop {
            let patience = self.decoder.patience();
            let left = patience.map(|patience| patience.saturating_sub(since.elapsed()));
            let mut sources = [
                PollFd::from_borrowed_fd(keyboard, PollFlags::IN),
                PollFd::new(&self.control, PollFlags::IN),
            ];
            match poll(&mut sources, left.map(timespec).as_ref()) {
                Ok(0) => return Ok(Wakeup::TimedOut),
                Ok(_) => {}
                Err(Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
            }
            let [from_keyboard, from_main] = sources;
            if !from_main.revents().is_empty() {
                let read = (&self.control).read(&mut [0])?;
                return Ok(if read == 0 {
                    Wakeup::Over
                } else {
                    Wakeup::Pause
                });
            }
            if from_keyboard.revents().is_empty() {
                continue;
            }
            match rustix::io::read(keyboard, &mut *block) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(length) => return Ok(Wakeup::Read(length)),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

fn timespec(duration: Duration) -> Timespec {
    Timespec {
        tv_sec: i64::try_from(duration.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: i64::from(duration.subsec_nanos()),
    }
}

/// Panics, aborts or goes no further if the environment asks for it, so that tests can see the terminal restored.
#[cfg(debug_assertions)]
pub(super) fn rehearse(place: &str) {
    let requested = |name: &str| std::env::var(name).as_deref() == Ok(place);
    assert!(
        !requested("NEUTRALITY_PANIC"),
        "a rehearsed panic in {place}"
    );
    if requested("NEUTRALITY_ABORT") {
        std::process::abort();
    }
    while requested("NEUTRALITY_STUCK") {
        thread::park();
    }
}
