//! The program that drives Chromium, one for each test, on a port that the system chooses.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// A running chromedriver. It and its browsers end when this is dropped.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// Chromium.
    pub(crate) chromium: PathBuf,
}

impl Driver {
    /// Starts one, where both programs are installed.
    ///
    /// # Panics
    /// When one is missing and `SAMESKY_TEST_REQUIRE` is set, or when it does not start.
    pub(crate) fn start() -> Option<Self> {
        if std::env::var_os("SAMESKY_TEST_NO_BROWSER").is_some() {
            return skip("tests with a browser are left out");
        }
        let found =
            (program("SAMESKY_TEST_CHROMEDRIVER", &["chromedriver"]), program("SAMESKY_TEST_CHROMIUM", &BROWSERS));
        let (Some(chromedriver), Some(chromium)) = found else {
            assert!(std::env::var_os("SAMESKY_TEST_REQUIRE").is_none(), "no browser to test with: {found:?}");
            return skip("chromedriver and Chromium are not installed");
        };
        let mut process = Command::new(chromedriver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let port = port_of(&mut process);
        Some(Self { process, port, chromium })
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks it to close its browsers and to end.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut line = TcpStream::connect(("127.0.0.1", self.port))?;
        line.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(line, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port)?;
        line.read_to_end(&mut Vec::new()).map(|_| ())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.shut_down();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Tests talk on standard error only.
#[allow(clippy::print_stderr)]
fn skip(reason: &str) -> Option<Driver> {
    eprintln!("skipped: {reason}");
    None
}

fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return Some(path.into());
    }
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file())
}

/// It says on which port it listens once it does.
fn port_of(process: &mut Child) -> u16 {
    let mut said = BufReader::new(process.stdout.take().expect("its output"));
    let mut line = String::new();
    while said.read_line(&mut line).expect("its words") > 0 {
        if let Some((_, rest)) = line.split_once("successfully on port ") {
            let port = rest.trim_end().trim_end_matches('.').parse().expect("a port");
            // Whatever else it says must find a reader.
            std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
            return port;
        }
        line.clear();
    }
    panic!("chromedriver ended without listening");
}
