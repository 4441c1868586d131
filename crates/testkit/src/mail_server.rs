//! A small mail server on loopback that takes letters and keeps them, or misbehaves in one way.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// How the server behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// It takes every letter, in the clear.
    Takes,
    /// It refuses every recipient.
    Refuses,
    /// It takes the connection and says nothing.
    Hangs,
}

/// A letter that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The sender of the envelope.
    pub from: String,
    /// The recipients of the envelope.
    pub to: Vec<String>,
    /// Headers and text as they travelled.
    pub data: String,
}

/// A mail server. It goes away with the test's process.
#[derive(Debug)]
pub struct MailServer {
    address: SocketAddr,
    letters: Receiver<Letter>,
}

impl MailServer {
    /// Starts one.
    ///
    /// # Panics
    /// When loopback has no free port.
    #[must_use]
    pub fn start(manner: Manner) -> Self {
        let Ok(listener) = TcpListener::bind("127.0.0.1:0") else { panic!("no port on loopback") };
        let Ok(address) = listener.local_addr() else { panic!("a listener without an address") };
        let (kept, letters) = channel();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = kept.clone();
                std::thread::spawn(move || talk(&stream, manner, &kept));
            }
        });
        Self { address, letters }
    }

    /// Where it listens.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.address.port()
    }

    /// The next letter; `None` when none comes for a minute.
    #[must_use]
    pub fn next(&self) -> Option<Letter> {
        self.letters.recv_timeout(Duration::from_secs(60)).ok()
    }

    /// Whether a letter came that nobody asked for yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.letters.try_recv().is_err()
    }
}

impl Letter {
    /// The lines of the headers.
    #[must_use]
    pub fn headers(&self) -> Vec<&str> {
        self.data.split("\r\n\r\n").next().unwrap_or_default().split("\r\n").collect()
    }

    /// The text, where it is ASCII: quoted-printable taken away.
    #[must_use]
    pub fn text(&self) -> String {
        let body = self.data.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        body.replace("=\r\n", "").replace("=3D", "=").replace("\r\n", "\n")
    }
}

fn talk(stream: &TcpStream, manner: Manner, kept: &Sender<Letter>) -> Option<()> {
    let mut lines = BufReader::new(stream).lines();
    if manner == Manner::Hangs {
        while lines.next().is_some() {}
        return None;
    }
    let say = |text: &str| (&mut &*stream).write_all(format!("{text}\r\n").as_bytes()).ok();
    say("220 test.invalid ESMTP")?;
    let (mut from, mut to) = (String::new(), Vec::new());
    while let Some(Ok(line)) = lines.next() {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match word.as_str() {
            "EHLO" | "HELO" => say("250 test.invalid")?,
            "MAIL" => {
                from = bracketed(&line);
                say("250 ok")?;
            }
            "RCPT" if manner == Manner::Refuses => say("550 5.1.1 nobody here")?,
            "RCPT" => {
                to.push(bracketed(&line));
                say("250 ok")?;
            }
            "DATA" => {
                say("354 go on")?;
                let data: Vec<_> = lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
                let letter =
                    Letter { from: std::mem::take(&mut from), to: std::mem::take(&mut to), data: data.join("\r\n") };
                kept.send(letter).ok()?;
                say("250 kept")?;
            }
            "QUIT" => {
                say("221 bye")?;
                return Some(());
            }
            _ => say("250 ok")?,
        }
    }
    Some(())
}

fn bracketed(line: &str) -> String {
    line.split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'))
        .map_or_else(String::new, |(found, _)| found.to_owned())
}
