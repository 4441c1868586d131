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

/// So many texts are read at once, as the stream of the program does it.
const AT_ONCE: usize = 128;

fn main() -> io::Result<()> {
    let mut spent = Spent { layers: [Duration::ZERO; Layer::ALL.len()], json: Duration::ZERO, alone: Duration::ZERO };
    let gazetteer = Gazetteer::built_in();
    let alone = std::env::args().any(|arg| arg == "--quantities-only");
    let mut bytes = 0;
    let mut lines = io::stdin().lock().lines();
    loop {
        let texts: Vec<String> = lines.by_ref().take(AT_ONCE).map(|line| text(&line?)).collect::<io::Result<_>>()?;
        if texts.is_empty() {
            break;
        }
        bytes += texts.iter().map(String::len).sum::<usize>();
        if !alone {
            measure(&texts, gazetteer, &mut spent)?;
        }
        texts.iter().for_each(|text| quantities(text, &mut spent));
    }
    print(&spent, bytes);
    Ok(())
}

fn text(line: &str) -> io::Result<String> {
    let line: Line = serde_json::from_str(line)?;
    Ok(line.text)
}

fn measure(texts: &[String], gazetteer: &Gazetteer, spent: &mut Spent) -> io::Result<()> {
    let inputs: Vec<Input<'_>> = texts.iter().map(|text| Input::text(text)).collect();
    let mut before = Instant::now();
    let mut done = |layer: Layer| {
        let now = Instant::now();
        spent.layers[layer as usize] += now - before;
        before = now;
    };
    let readings = read_watched(&inputs, &Options::default(), gazetteer, &mut done);
    let before = Instant::now();
    readings.iter().try_for_each(|reading| serde_json::to_writer(io::sink(), reading))?;
    spent.json += before.elapsed();
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
