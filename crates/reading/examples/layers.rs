//! Where the time goes: reads JSON lines `{text}` from standard input and prints how long each layer took.
//!
//! ```sh
//! cargo run --release -p samesky-reading --example layers < lines.jsonl
//! time cargo run --release -p samesky-reading --example layers -- --quantities-only < lines.jsonl
//! ```
//!
//! The table is by the clock. Where other programs run at the same time, `--quantities-only` with `time` tells the processor
//! time of that layer, and `read_jsonl` that of all of them.

#![allow(clippy::print_stdout)] // The table is what it is for.
#![allow(clippy::disallowed_methods)] // A measurement needs a clock; the reader itself has none.

use samesky_reading::gazetteer::Gazetteer;
use samesky_reading::{Input, Layer, Options, quantity, read_watched};
use serde::Deserialize;
use std::io::{self, BufRead};
use std::time::{Duration, Instant};

#[derive(Deserialize)]
struct Line {
    text: String,
}

/// Time by layer, with what the layers do not cover.
struct Spent {
    layers: [Duration; Layer::ALL.len()],
    /// The answer made into JSON.
    json: Duration,
    /// The quantities layer alone, as a caller of `quantity::read` has it.
    alone: Duration,
}

fn main() -> io::Result<()> {
    let mut spent = Spent { layers: [Duration::ZERO; Layer::ALL.len()], json: Duration::ZERO, alone: Duration::ZERO };
    let gazetteer = Gazetteer::built_in();
    let alone = std::env::args().any(|arg| arg == "--quantities-only");
    let mut bytes = 0;
    for line in io::stdin().lock().lines() {
        let line: Line = serde_json::from_str(&line?)?;
        bytes += line.text.len();
        if alone {
            quantities(&line.text, &mut spent);
        } else {
            measure(&line.text, gazetteer, &mut spent)?;
        }
    }
    print(&spent, bytes);
    Ok(())
}

fn measure(text: &str, gazetteer: &Gazetteer, spent: &mut Spent) -> io::Result<()> {
    let mut before = Instant::now();
    let mut done = |layer: Layer| {
        let now = Instant::now();
        spent.layers[layer as usize] += now - before;
        before = now;
    };
    let reading = read_watched(&Input::text(text), &Options::default(), gazetteer, &mut done);
    let before = Instant::now();
    serde_json::to_writer(io::sink(), &reading)?;
    spent.json += before.elapsed();
    quantities(text, spent);
    Ok(())
}

fn quantities(text: &str, spent: &mut Spent) {
    let before = Instant::now();
    let found = quantity::read(text, &quantity::Options::default());
    spent.alone += before.elapsed();
    drop(found);
}

fn print(spent: &Spent, bytes: usize) {
    let all: Duration = spent.layers.iter().sum();
    if all.is_zero() {
        return row("quantities alone", spent.alone, spent.alone, bytes);
    }
    for layer in Layer::ALL {
        row(&format!("{layer:?}"), spent.layers[layer as usize], all, bytes);
    }
    row("all layers", all, all, bytes);
    row("JSON", spent.json, all, bytes);
    row("quantities alone", spent.alone, all, bytes);
}

fn row(name: &str, took: Duration, all: Duration, bytes: usize) {
    let nanoseconds = took.as_nanos().max(1);
    let tenths = (bytes as u128 * 10_000 / nanoseconds, took.as_nanos() * 1000 / all.as_nanos().max(1));
    let ((whole, part), (percent, tenth)) = ((tenths.0 / 10, tenths.0 % 10), (tenths.1 / 10, tenths.1 % 10));
    println!("{name:<18} {:>7} ms {percent:>4}.{tenth} % {whole:>7}.{part} MB/s", took.as_millis());
}
