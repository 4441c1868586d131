//! Any bytes into the readers: nothing panics, every span re-slices to its quote, and time stays in proportion.
//!
//! The first byte says how the rest is taken: as bytes of text or as a list of pieces that rules look for, once or
//! many times over, with or without a hint, a reference date, and blocks.

#![no_main]

mod check;
mod pieces;

use libfuzzer_sys::{Corpus, fuzz_target};
use samesky_model::span::Block;
use samesky_reading::quantity;
use samesky_reading::{Input, Options, read};

/// A text that is repeated is repeated up to this many bytes.
const MANY: usize = 200_000;
/// Microseconds of processor time that a byte may take, in a build that counts branches and checks overflow.
const SLOWEST: u128 = 10;
/// Microseconds beside those for bytes.
const START: u128 = 500_000;

const LANGUAGES: [Option<&str>; 8] =
    [None, Some("zh"), Some("ja"), Some("th"), Some("en"), Some("zh-Hant"), None, Some("\u{301}x")];

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some((way, rest)) = data.split_first() else { return Corpus::Reject };
    let text = text(*way, rest);
    let language = LANGUAGES[usize::from(way & 7)];
    let reference_date = (way & 8 != 0).then(|| jiff::civil::date(2020, 11, 20));
    let before = spent();
    let blocks = (way & 16 != 0).then(|| blocks(rest, &text));
    let url = (way & 16 != 0).then_some(text.as_str());
    let input = Input { id: None, text: &text, language, reference_date, url, blocks: blocks.as_deref() };
    let reading = read(&input, &Options { quantities: true, explain: way & 32 != 0 });
    let options = quantity::Options { reference_date, language: language.map(str::to_owned) };
    let found = quantity::read(&text, &options);
    let took = spent() - before;
    assert!(took < START + SLOWEST * text.len() as u128, "{took} µs for {} bytes", text.len());
    check::reading(&text, &reading);
    check::quantities(&text, &found);
    Corpus::Keep
});

fn text(way: u8, rest: &[u8]) -> String {
    let once = if way & 64 != 0 { pieces::text(rest) } else { String::from_utf8_lossy(rest).into_owned() };
    if way & 128 == 0 || once.is_empty() || rest.first().is_some_and(|byte| byte & 7 != 0) {
        return once;
    }
    once.repeat((MANY / once.len()).max(1))
}

/// Blocks as extraction could give them, and as it never would.
fn blocks(rest: &[u8], text: &str) -> Vec<Block> {
    let last = text.chars().count() + 2;
    let block = |two: &[u8]| Block {
        start: usize::from(two[0]) * last / 256,
        end: usize::from(two[1]) * last / 256,
        language: None,
    };
    rest.chunks_exact(2).take(4).map(block).collect()
}

/// Microseconds of processor time that this thread has taken: the clock on the wall also counts what others do.
fn spent() -> u128 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<u128>().ok()).unwrap_or_default() / 1000
}
