//! The reading process: one document in, one answer out, with limits that end it rather than the machine.

use crate::error::{Death, ExtractError};
use crate::wire::{Answer, Job, MARK, SheetAnswer, SheetWish};
use crate::{Format, Limits, docx, html, pdf, sheet};
use serde::Serialize;
use std::any::Any;
use std::io::{self, BufRead, BufWriter, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

/// Room for parsers that go down into a document by calling themselves.
const STACK_BYTES: usize = 64 * 1024 * 1024;

/// Reads one job from standard input and writes its answer to standard output.
///
/// The process puts limits on its own memory and processor time first, so run it as a process of its own: the `samesky`
/// binary has it as a hidden subcommand. It exits with failure only where it was not given a job.
#[must_use]
pub fn worker_main() -> ExitCode {
    match work() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn work() -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut header = String::new();
    input.by_ref().take(4096).read_line(&mut header)?;
    let job: Job = serde_json::from_str(&header)?;
    limit_this_process(&job.limits)?;
    let mut bytes = Vec::new();
    input.take(job.limits.input_bytes.saturating_mul(4)).read_to_end(&mut bytes)?;
    match job.sheet.clone() {
        Some(wish) => answer(&with_room(job, bytes, move |job, bytes| read_sheet(job, &wish, bytes))?),
        None => answer(&with_room(job, bytes, read)?),
    }
}

fn answer(answer: &impl Serialize) -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    output.write_all(MARK)?;
    serde_json::to_writer(&mut output, answer)?;
    output.flush()
}

fn with_room<T: Send + 'static>(
    job: Job,
    bytes: Vec<u8>,
    read: impl FnOnce(&Job, &[u8]) -> Result<T, ExtractError> + Send + 'static,
) -> io::Result<Result<T, ExtractError>> {
    let format = job.format;
    let reading = std::thread::Builder::new().stack_size(STACK_BYTES);
    let reading = reading.spawn(move || catch_unwind(AssertUnwindSafe(|| read(&job, &bytes))))?;
    let answer = reading.join().and_then(|caught| caught);
    Ok(answer.unwrap_or_else(|panic| Err(broke(format, panic.as_ref()))))
}

fn read(job: &Job, bytes: &[u8]) -> Answer {
    match job.format {
        Format::Docx => docx::read(bytes, &job.limits),
        Format::Pdf => pdf::read(bytes),
        _ => html::read(&String::from_utf8_lossy(bytes)),
    }
}

fn read_sheet(job: &Job, wish: &SheetWish, bytes: &[u8]) -> SheetAnswer {
    sheet::read(job.format, wish.name.as_deref(), bytes, &job.limits)
}

fn broke(format: Format, panic: &(dyn Any + Send)) -> ExtractError {
    ExtractError::ParserDied { format, reason: Death::Broke, detail: said(panic) }
}

/// What a panic said, at most 200 characters.
pub(crate) fn said(panic: &(dyn Any + Send)) -> String {
    let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    said.unwrap_or_default().chars().take(200).collect()
}

#[cfg(unix)]
fn limit_this_process(limits: &Limits) -> io::Result<()> {
    use rlimit::Resource;
    let wanted = [
        (Resource::CORE, 0, 0),
        (Resource::FSIZE, 0, 0),
        (Resource::CPU, limits.cpu_seconds, limits.cpu_seconds.saturating_add(1)),
        (Resource::AS, limits.memory_bytes, limits.memory_bytes),
    ];
    wanted.into_iter().try_for_each(|(resource, soft, hard)| lower(resource, soft, hard))
}

/// A limit is lowered, never raised: raising needs rights that this process should not have.
#[cfg(unix)]
fn lower(resource: rlimit::Resource, soft: u64, hard: u64) -> io::Result<()> {
    if !resource.is_supported() {
        return Ok(());
    }
    let (_, allowed) = resource.get()?;
    resource.set(soft.min(allowed), hard.min(allowed))
}

#[cfg(not(unix))]
fn limit_this_process(_limits: &Limits) -> io::Result<()> {
    Ok(())
}
