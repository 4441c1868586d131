//! Starting the reading process, and what became of it.

use crate::error::{Death, ExtractError};
use crate::wire::{Job, answer_in};
use serde::de::DeserializeOwned;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// How the reading process is started.
#[derive(Debug, Clone)]
pub(crate) struct Start {
    pub(crate) program: PathBuf,
    pub(crate) args: Vec<OsString>,
}

/// What came out of a process that has ended.
struct Ended {
    output: Vec<u8>,
    errors: Vec<u8>,
    status: ExitStatus,
    timed_out: bool,
    too_much: bool,
}

/// Runs one job in a process of its own.
///
/// # Errors
/// The job's own error; [`ExtractError::ParserDied`] when the process ends without an answer; and
/// [`ExtractError::ParserUnavailable`] when it cannot be started.
pub(crate) fn run<T: DeserializeOwned>(start: &Start, job: &Job, bytes: &[u8]) -> Result<T, ExtractError> {
    let unavailable = |error: io::Error| ExtractError::ParserUnavailable { reason: error.to_string() };
    let mut header = serde_json::to_vec(job).map_err(|error| unavailable(error.into()))?;
    header.push(b'\n');
    let child = spawn(start).map_err(unavailable)?;
    let ended = attend(child, job, &header, bytes).map_err(unavailable)?;
    if !ended.timed_out
        && !ended.too_much
        && let Some(answer) = answer_in(&ended.output)
    {
        return answer;
    }
    Err(cause_of_death(job, &ended))
}

/// No environment goes along. One arena and one thread keep the address space of the C library and of thread pools small;
/// mimalloc, where the program has it, would take a gigabyte of it at once (in KiB).
fn spawn(start: &Start) -> io::Result<Child> {
    Command::new(&start.program)
        .args(&start.args)
        .env_clear()
        .env("MALLOC_ARENA_MAX", "1")
        .env("MIMALLOC_ARENA_RESERVE", "32768")
        .env("RAYON_NUM_THREADS", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

fn attend(mut child: Child, job: &Job, header: &[u8], bytes: &[u8]) -> io::Result<Ended> {
    let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (told, heard) = channel();
    thread::scope(|scope| {
        let (input, output, errors) = pipes;
        let start = |name: &str| thread::Builder::new().name(name.to_owned());
        let writing = start("extract-in").spawn_scoped(scope, move || feed(input, header, bytes));
        let limit = job.limits.answer_bytes;
        let reading = start("extract-out").spawn_scoped(scope, move || drain(output, limit, Some(&told)));
        let complaining = start("extract-err").spawn_scoped(scope, move || drain(errors, 4096, None));
        let timed_out = heard.recv_timeout(job.limits.wall_time).is_err() && reading.is_ok();
        // A process that has closed its output is ending or gone: then this changes nothing.
        let _ = child.kill();
        let status = child.wait()?;
        writing?;
        let (output, too_much) = reading?.join().unwrap_or_default();
        let (errors, _) = complaining?.join().unwrap_or_default();
        Ok(Ended { output, errors, status, timed_out, too_much })
    })
}

/// A process that dies stops listening; that is no error here.
fn feed(input: Option<impl Write>, header: &[u8], bytes: &[u8]) {
    if let Some(mut input) = input {
        let _ = input.write_all(header).and_then(|()| input.write_all(bytes));
    }
}

/// Reads to the end or to the limit; says so when done. The flag tells that there was more.
fn drain(pipe: Option<impl Read>, limit: u64, done: Option<&Sender<()>>) -> (Vec<u8>, bool) {
    let mut taken = Vec::new();
    if let Some(mut pipe) = pipe {
        let _ = pipe.by_ref().take(limit.saturating_add(1)).read_to_end(&mut taken);
        // The answer's length is bounded; of complaints the rest is let go, so that complaining never blocks.
        if done.is_none() {
            let _ = io::copy(&mut pipe, &mut io::sink());
        }
    }
    if let Some(done) = done {
        let _ = done.send(());
    }
    let too_much = taken.len() as u64 > limit;
    (taken, too_much)
}

fn cause_of_death(job: &Job, ended: &Ended) -> ExtractError {
    let said = String::from_utf8_lossy(&ended.errors);
    let reason = if ended.too_much || said.contains("memory allocation of") || was_killed(ended) {
        Death::OutOfMemory
    } else if ended.timed_out || was_out_of_time(ended.status) {
        Death::TooSlow
    } else {
        Death::Broke
    };
    let printable = |c: char| if c.is_control() { ' ' } else { c };
    let detail = format!("{}: {}", ended.status, said.trim()).chars().take(200).map(printable).collect();
    ExtractError::ParserDied { format: job.format, reason, detail }
}

/// `SIGKILL` that did not come from here is how a system short of memory ends a process.
#[cfg(unix)]
fn was_killed(ended: &Ended) -> bool {
    use std::os::unix::process::ExitStatusExt;
    !ended.timed_out && ended.status.signal() == Some(9)
}

#[cfg(not(unix))]
fn was_killed(_ended: &Ended) -> bool {
    false
}

/// `SIGXCPU` ends a process that has used up its processor time; it has this number on Linux, macOS and the BSDs.
#[cfg(unix)]
fn was_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(24)
}

#[cfg(not(unix))]
fn was_out_of_time(_status: ExitStatus) -> bool {
    false
}
