//! Reads JSON lines `{id, text, lang?, reference_date?, url?}` from standard input and writes one reading a line.

use samesky_reading::{Input, Options, read};
use serde::Deserialize;
use std::io::{self, BufRead, Write};

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    lang: Option<String>,
    reference_date: Option<jiff::civil::Date>,
    url: Option<String>,
}

fn main() -> io::Result<()> {
    let options = Options {
        explain: std::env::args().any(|arg| arg == "--explain"),
        quantities: std::env::args().any(|arg| arg == "--quantities"),
    };
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line: Line = serde_json::from_str(&line?)?;
        let input = Input {
            id: Some(&line.id),
            text: &line.text,
            language: line.lang.as_deref(),
            reference_date: line.reference_date,
            url: line.url.as_deref(),
            blocks: None,
        };
        let mut answer = serde_json::to_vec(&read(&input, &options))?;
        answer.push(b'\n');
        out.write_all(&answer)?;
    }
    Ok(())
}
