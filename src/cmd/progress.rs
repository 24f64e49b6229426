//! One line that says what a long command is doing: on a terminal only, and only after half a second.

use super::{Voice, complain};
use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

const SILENT: Duration = Duration::from_millis(500);
const PAUSE: Duration = Duration::from_millis(100);
/// Back to the line's beginning, and clear it.
const CLEAR: &str = "\r\x1b[K";

/// The line; gone when stopped or dropped.
#[derive(Debug)]
pub struct Progress {
    count: Arc<AtomicUsize>,
    line: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins to show `zh` or `en` with the count, when there is somebody to see it.
    pub fn start(voice: &Voice, zh: &str, en: &str) -> Self {
        let count = Arc::new(AtomicUsize::new(0));
        if voice.quiet || !std::io::stderr().is_terminal() {
            return Self { count, line: None };
        }
        let (words, seen) = (voice.say(zh, en).to_owned(), Arc::clone(&count));
        let (stop, stopped) = channel();
        let thread = std::thread::spawn(move || {
            let mut pause = SILENT;
            while stopped.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                let count = match seen.load(Ordering::Relaxed) {
                    0 => String::new(),
                    n => format!(" {n}"),
                };
                complain(&format!("{CLEAR}{words}{count} …"));
                pause = PAUSE;
            }
            if pause == PAUSE {
                complain(CLEAR);
            }
        });
        Self { count, line: Some((stop, thread)) }
    }

    /// How many are done by now.
    pub fn set(&self, count: usize) {
        self.count.fetch_max(count, Ordering::Relaxed);
    }

    /// Clears the line.
    pub fn stop(self) {}
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.line.take() {
            drop(stop);
            let _ = thread.join();
        }
    }
}
