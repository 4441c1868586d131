//! Lines as they come in: cut where they grow too long, and held back while too many bytes wait.

use std::io::{BufRead, Read};
use std::sync::mpsc::SyncSender;
use std::sync::{Condvar, Mutex, PoisonError};

/// A line is not longer than this, in bytes; what is longer is passed over and answered as unreadable.
pub(super) const LONGEST: usize = 100_000_000;

/// A line of the stream.
pub(super) enum Incoming {
    /// Its bytes, without the line break.
    Line(Vec<u8>),
    /// It was longer than [`LONGEST`].
    TooLong,
}

impl Incoming {
    /// How much of the budget it takes.
    pub(super) fn held(&self) -> usize {
        match self {
            Self::Line(line) => line.len(),
            Self::TooLong => 0,
        }
    }
}

/// Sends every line that is not blank until the end of the input, or until nobody listens.
pub(super) fn send_lines(mut input: impl BufRead, budget: &Budget, send: &SyncSender<std::io::Result<Incoming>>) {
    loop {
        let line = match next_line(&mut input, LONGEST) {
            Ok(None) => return,
            Ok(Some(Incoming::Line(line))) if line.iter().all(u8::is_ascii_whitespace) => continue,
            Ok(Some(line)) => Ok(line),
            Err(error) => Err(error),
        };
        let failed = line.is_err();
        budget.take(line.as_ref().map_or(0, Incoming::held));
        if send.send(line).is_err() || failed {
            return;
        }
    }
}

/// The next line, of which no more than so many bytes are held.
fn next_line(input: &mut impl BufRead, longest: usize) -> std::io::Result<Option<Incoming>> {
    let mut line = Vec::new();
    let limit = u64::try_from(longest).unwrap_or(u64::MAX).saturating_add(1);
    input.by_ref().take(limit).read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    if line.pop_if(|last| *last == b'\n').is_some() || line.len() <= longest {
        return Ok(Some(Incoming::Line(line)));
    }
    input.skip_until(b'\n')?;
    Ok(Some(Incoming::TooLong))
}

/// So many bytes may be held; who would hold more waits, unless nothing is held.
pub(super) struct Budget {
    most: usize,
    held: Mutex<usize>,
    given: Condvar,
}

impl Budget {
    pub(super) const fn new(most: usize) -> Self {
        Self { most, held: Mutex::new(0), given: Condvar::new() }
    }

    /// Waits until so many bytes may be held too.
    fn take(&self, bytes: usize) {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |held: &mut usize| *held > 0 && *held + bytes > self.most;
        let mut held = self.given.wait_while(held, full).unwrap_or_else(PoisonError::into_inner);
        *held += bytes;
    }

    /// So many bytes are held no more.
    pub(super) fn give(&self, bytes: usize) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        *held = held.saturating_sub(bytes);
        self.given.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::{Incoming, next_line};

    #[test]
    fn next_line_too_long_is_passed_over() {
        let mut input: &[u8] = b"abc\nabcde\nabcd\n\nab";
        let mut said = Vec::new();
        while let Some(line) = next_line(&mut input, 4).expect("bytes") {
            said.push(match line {
                Incoming::Line(line) => String::from_utf8_lossy(&line).into_owned(),
                Incoming::TooLong => "-".to_owned(),
            });
        }
        assert_eq!(said, ["abc", "-", "abcd", "", "ab"]);
    }
}
