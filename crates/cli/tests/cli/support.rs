//! Starting the command and looking at what it says.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a command left behind.
#[derive(Debug)]
pub(crate) struct Said {
    /// The exit code.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

/// The command with nothing of this machine's environment that could change what it says.
pub(crate) fn samesky() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samesky"));
    let ours = std::env::vars().map(|(name, _)| name).filter(|name| name.starts_with("SAMESKY_"));
    for name in ours.chain(["LC_ALL", "LC_MESSAGES", "RUST_LOG"].map(str::to_owned)) {
        command.env_remove(name);
    }
    command.env("LANG", "C.UTF-8").env("USER", "officer").stdin(Stdio::null());
    command
}

/// Runs the command and waits for its end.
pub(crate) fn run<A: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = A>) -> Said {
    said(samesky().args(arguments).output().expect("started"))
}

/// The same with this on standard input.
pub(crate) fn run_with<A: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = A>, input: &[u8]) -> Said {
    let mut child = samesky()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // A command that refuses its input closes the pipe; what it says is what counts.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("an end");
    writer.join().expect("written");
    said(output)
}

pub(crate) fn said(output: Output) -> Said {
    Said {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("UTF-8 on standard output"),
        err: String::from_utf8(output.stderr).expect("UTF-8 on standard error"),
    }
}

impl Said {
    /// Standard output as one JSON document.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Standard output as one JSON document a line.
    pub(crate) fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect()
    }
}

/// A file with this content.
pub(crate) fn file(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::fs::write(&path, content).expect("written");
    path
}

/// What is said of a database that was not there before.
pub(crate) fn made(url: &str) -> String {
    if url.starts_with("sqlite:") { format!("A new, empty database was made: {url}\n") } else { String::new() }
}

/// A path as text.
pub(crate) fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// A file of the shared folder beside the repository; nothing, said on standard error, where it is absent.
pub(crate) fn shared(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: {} is absent", path.display());
    None
}

/// A file of the repository.
pub(crate) fn repository(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// Every place with `start`, `end` and `quote` in a reading, compared with the slice of the text. Gives their number.
pub(crate) fn assert_spans(reading: &Value, source: &str) -> usize {
    let characters: Vec<char> = source.chars().collect();
    let mut seen = 0;
    visit(reading, &mut |place| {
        let (Some(start), Some(end)) = (place["start"].as_u64(), place["end"].as_u64()) else { return };
        let (start, end) = (usize::try_from(start).expect("small"), usize::try_from(end).expect("small"));
        assert!(start <= end && end <= characters.len(), "{place} lies outside of {} characters", characters.len());
        if let Some(quote) = place["quote"].as_str() {
            let slice: String = characters[start..end].iter().collect();
            assert_eq!(slice, quote, "{start}–{end}");
            seen += 1;
        }
    });
    seen
}

fn visit(value: &Value, look: &mut impl FnMut(&Value)) {
    match value {
        Value::Object(fields) => {
            look(value);
            fields.values().for_each(|value| visit(value, look));
        }
        Value::Array(items) => items.iter().for_each(|item| visit(item, look)),
        _ => {}
    }
}

/// The value and unit of every figure, in order.
pub(crate) fn amounts(reading: &Value) -> Vec<(String, String)> {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let figures = reading["figures"].as_array().expect("figures");
    figures.iter().map(|figure| (word(&figure["value"]), word(&figure["unit"]))).collect()
}
