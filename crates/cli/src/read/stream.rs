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
        let shares = shares(&batch, threads);
        let answers: Vec<_> =
            pool.install(|| shares.into_par_iter().map(|lines| answers(lines, &defaults, how)).collect());
        batch.iter().for_each(|line| budget.give(line.held()));
        answers.iter().try_for_each(|answers| out.write_all(answers))?;
        out.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

/// As many shares of the lines as there are threads, in their order and of about as many bytes each, so that none waits long for
/// another; fewer where there are fewer lines.
fn shares(mut lines: &[Incoming], threads: usize) -> Vec<&[Incoming]> {
    let mut shares = Vec::with_capacity(threads);
    for left in (1..=threads).rev() {
        let fair = lines.iter().map(Incoming::held).sum::<usize>().div_ceil(left);
        let mut bytes = 0;
        let before = lines.iter().take_while(|line| {
            let fits = bytes == 0 || bytes + line.held().div_ceil(2) <= fair;
            bytes += line.held();
            fits
        });
        let (share, rest) = lines.split_at(if left == 1 { lines.len() } else { before.count() });
        shares.push(share);
        lines = rest;
    }
    shares.retain(|share| !share.is_empty());
    shares
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

#[cfg(test)]
mod tests {
    use super::{Incoming, shares};

    fn sizes(lines: &[usize], threads: usize) -> Vec<Vec<usize>> {
        let lines: Vec<Incoming> = lines.iter().map(|size| Incoming::Line(vec![b'x'; *size])).collect();
        shares(&lines, threads).into_iter().map(|share| share.iter().map(Incoming::held).collect()).collect()
    }

    #[test]
    fn shares_hold_about_as_many_bytes_each_in_the_order_of_the_lines() {
        assert_eq!(sizes(&[1, 1, 1, 1], 2), [vec![1, 1], vec![1, 1]]);
        assert_eq!(sizes(&[8, 1, 1, 2, 4], 2), [vec![8], vec![1, 1, 2, 4]]);
        assert_eq!(sizes(&[1, 1, 9, 1, 1], 3), [vec![1, 1], vec![9], vec![1, 1]]);
        assert_eq!(sizes(&[5], 4), [vec![5]]);
        assert_eq!(sizes(&[0, 0, 0], 2), [vec![0, 0, 0]]);
        assert_eq!(sizes(&[3, 4, 5], 1), [vec![3, 4, 5]]);
    }
}
