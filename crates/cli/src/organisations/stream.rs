//! The stream of pairs: lines are read as they come, compared by all processors, and answered in order.

use super::line;
use crate::failure::Failure;
use rayon::prelude::*;
use samesky_registry::Comparer;
use std::io::{BufRead, BufWriter, Write};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, sync_channel};

/// Lines that wait at most; with [`AT_ONCE`] this bounds the memory of a stream.
const WAITING: usize = 2048;
/// Lines compared at once at most.
const AT_ONCE: usize = 1024;
/// Bytes compared at once at most, but for a single longer line.
const BYTES_AT_ONCE: usize = 4 << 20;

pub(super) fn run(threads: Option<usize>, comparer: &Comparer) -> Result<ExitCode, Failure> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads.unwrap_or(0))
        .build()
        .map_err(|error| std::io::Error::other(error.to_string()))?;
    let (send, receive) = sync_channel::<std::io::Result<Vec<u8>>>(WAITING);
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().split(b'\n') {
            if send.send(line).is_err() {
                return;
            }
        }
    });
    let mut out = BufWriter::new(std::io::stdout().lock());
    while let Some(batch) = next_batch(&receive)? {
        let answers: Vec<_> = pool.install(|| batch.par_iter().map(|line| line::answer(comparer, line)).collect());
        for answer in answers {
            out.write_all(&answer)?;
            out.write_all(b"\n")?;
        }
        out.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What has come so far: the first line is waited for, no other is. Blank lines ask for nothing.
fn next_batch(lines: &Receiver<std::io::Result<Vec<u8>>>) -> std::io::Result<Option<Vec<Vec<u8>>>> {
    let Ok(first) = lines.recv() else { return Ok(None) };
    let mut batch = vec![first?];
    let mut bytes = batch[0].len();
    while batch.len() < AT_ONCE && bytes < BYTES_AT_ONCE {
        let Ok(line) = lines.try_recv() else { break };
        let line = line?;
        bytes += line.len();
        batch.push(line);
    }
    batch.retain(|line| !line.iter().all(u8::is_ascii_whitespace));
    Ok(Some(batch))
}
