//! The stream: lines are read as they come, worked on by all processors, and answered in order.

use super::incoming::{self, Budget, Incoming};
use super::lines::answers;
use crate::args::Read;
use crate::failure::Failure;
use rayon::prelude::*;
use samesky_app::read::{How, Known};
use std::io::{BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};

/// Lines that wait at most, however short.
const WAITING: usize = 1024;
/// Lines that one thread works on together, at most.
const TOGETHER: usize = 128;
/// Bytes worked on at once at most, but for a single longer line.
const BYTES_AT_ONCE: usize = 1 << 20;
/// Bytes of lines held at once at most, but for a single longer line: this bounds the memory of a stream.
const BYTES_HELD: usize = 4 << 20;

pub(super) fn run(options: &Read, how: How<'_>) -> Result<ExitCode, Failure> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(options.threads.unwrap_or(0))
        .build()
        .map_err(|error| std::io::Error::other(error.to_string()))?;
    let (language, reference_date) = (options.lang.as_deref(), options.reference_date);
    let defaults = Known { language, reference_date, ..Known::default() };
    let budget = Arc::new(Budget::new(BYTES_HELD));
    let (send, receive) = sync_channel(WAITING);
    let reader = Arc::clone(&budget);
    std::thread::spawn(move || incoming::send_lines(std::io::stdin().lock(), &reader, &send));
    let mut out = BufWriter::new(std::io::stdout().lock());
    let threads = pool.current_num_threads();
    while let Some(batch) = next_batch(&receive, TOGETHER * threads)? {
        let together = batch.len().div_ceil(threads);
        let answers: Vec<_> =
            pool.install(|| batch.par_chunks(together).map(|lines| answers(lines, &defaults, how)).collect());
        batch.iter().for_each(|line| budget.give(line.held()));
        answers.iter().try_for_each(|answers| out.write_all(answers))?;
        out.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What has come so far: the first line is waited for, no other is.
fn next_batch(lines: &Receiver<std::io::Result<Incoming>>, most: usize) -> std::io::Result<Option<Vec<Incoming>>> {
    let Ok(first) = lines.recv() else { return Ok(None) };
    let mut batch = vec![first?];
    let mut bytes = batch[0].held();
    while batch.len() < most && bytes < BYTES_AT_ONCE {
        let Ok(line) = lines.try_recv() else { break };
        let line = line?;
        bytes += line.held();
        batch.push(line);
    }
    Ok(Some(batch))
}
