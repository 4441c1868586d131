//! A server that runs as long as a test needs it.

use crate::http::{Answer, ask};
use crate::support::samesky;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::thread::JoinHandle;

/// A running server. It is killed when this is dropped.
pub(crate) struct Server {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// What it said on standard output until it listened.
    pub(crate) greeting: String,
    child: Child,
    out: BufReader<ChildStdout>,
    log: Option<JoinHandle<String>>,
}

impl Server {
    /// `samesky serve` on a free port.
    pub(crate) fn on(database: &str) -> Self {
        let mut command = samesky();
        command.args(["serve", "--listen", "127.0.0.1:0", "--database", database]);
        Self::start(command)
    }

    /// Starts a command that serves, and waits until it says where.
    pub(crate) fn start(mut command: Command) -> Self {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("started");
        let mut err = child.stderr.take().expect("a pipe");
        let log = std::thread::spawn(move || {
            let mut log = Vec::new();
            drop(err.read_to_end(&mut log));
            String::from_utf8_lossy(&log).into_owned()
        });
        let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut greeting = String::new();
        while out.read_line(&mut greeting).expect("UTF-8") > 0 {
            if let Some(address) = address(&greeting) {
                return Self { address, greeting, child, out, log: Some(log) };
            }
        }
        let status = child.wait().expect("an end");
        panic!("it ended with {status} before it served: {greeting}{}", log.join().expect("a log"));
    }

    /// The next line on its standard output.
    pub(crate) fn line(&mut self) -> String {
        let mut line = String::new();
        self.out.read_line(&mut line).expect("UTF-8");
        line
    }

    /// `GET`.
    pub(crate) fn get(&self, path: &str) -> Answer {
        ask(self.address, "GET", path, &["Host: localhost"], b"")
    }

    /// The answer to a `GET` of the API, which must be 200.
    pub(crate) fn api(&self, path: &str) -> Value {
        let answer = self.get(&format!("/api/v1{path}"));
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.json()
    }

    /// `POST` of a body.
    pub(crate) fn post(&self, path: &str, content_type: &str, body: &[u8]) -> Answer {
        let header = format!("Content-Type: {content_type}");
        ask(self.address, "POST", path, &["Host: localhost", &header], body)
    }

    /// `POST` of a form with files.
    pub(crate) fn upload(&self, files: &[(&str, &[u8])], words: &[(&str, &str)]) -> Answer {
        let (header, body) = crate::http::form("files", files, words);
        ask(self.address, "POST", "/api/v1/announcements", &["Host: localhost", &header], &body)
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal (`TERM`, `INT`, `HUP`).
    pub(crate) fn signal(&self, name: &str) {
        signal(self.child.id(), name);
    }

    /// Waits for its end and gives what it logged.
    pub(crate) fn ended(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().expect("an end");
        (status, self.log.take().expect("a log").join().expect("a log"))
    }

    /// Stops it as systemd does.
    pub(crate) fn stop(self) -> String {
        self.signal("TERM");
        let (status, log) = self.ended();
        assert_eq!(status.code(), Some(0), "{log}");
        log
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Sends a signal to a process.
pub(crate) fn signal(process: u32, name: &str) {
    let command = format!("kill -{name} {process}");
    assert!(Command::new("sh").args(["-c", &command]).status().expect("a shell").success(), "{command}");
}

fn address(greeting: &str) -> Option<SocketAddr> {
    let (_, rest) = greeting.rsplit_once("http://")?;
    rest.split('/').next()?.parse().ok()
}
