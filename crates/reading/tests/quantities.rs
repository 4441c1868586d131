//! The corpora of quantities: every example reads as written beside it, every counter-example reads as nothing.
//!
//! `corpus/quantities/LANGUAGE/examples.tsv`: a text, a tab, and what is read in it, ` | ` between several readings:
//! kind, value, currency or unit, qualifier where not exact, `low..high`, `tier=VALUE UNIT`, `[quote]`.
//! `counter.tsv`: a text a line. The reference date is 20 November 2020, a Friday; the hint is the language.

use samesky_model::reading::Qualifier;
use samesky_reading::quantity::{Found, Options, read};
use std::fs;

fn corpus(language: &str, name: &str) -> Vec<String> {
    let path = format!("{}/corpus/quantities/{language}/{name}.tsv", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).map(str::to_owned).collect()
}

fn options(language: &str) -> Options {
    Options { reference_date: Some(jiff::civil::date(2020, 11, 20)), language: Some(language.to_owned()) }
}

/// One reading as the corpus writes it.
fn said(found: &Found) -> String {
    let q = &found.quantity;
    let mut words = vec![q.kind.as_str().to_owned(), q.value.clone()];
    words.extend(q.currency.clone().or_else(|| q.unit.clone()));
    words.extend((q.qualifier != Qualifier::Exact).then(|| q.qualifier.as_str().to_owned()));
    words.extend(q.low.clone().zip(q.high.clone()).map(|(low, high)| format!("{low}..{high}")));
    words.extend(found.tier.as_ref().map(|tier| format!("tier={} {}", tier.value, tier.unit)));
    words.push(format!("[{}]", q.quote));
    words.join(" ")
}

fn all_said(text: &str, language: &str) -> String {
    read(text, &options(language)).iter().map(said).collect::<Vec<_>>().join(" | ")
}

fn check(language: &str) {
    let mut wrong = Vec::new();
    let examples = corpus(language, "examples");
    for line in &examples {
        let (text, expected) = line.split_once('\t').unwrap_or((line.as_str(), ""));
        let got = all_said(text, language);
        if got != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  got      {got}"));
        }
    }
    let counter = corpus(language, "counter");
    for text in &counter {
        let got = all_said(text, language);
        if !got.is_empty() {
            wrong.push(format!("{text}\n  expected nothing\n  got      {got}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} wrong in {language}:\n{}",
        wrong.len(),
        examples.len() + counter.len(),
        wrong.join("\n")
    );
    assert!(
        examples.len() >= 250 && counter.len() >= 80,
        "{language}: {} examples, {} counter-examples",
        examples.len(),
        counter.len()
    );
}

#[test]
fn corpus_chinese_reads_as_written() {
    check("zh");
}

#[test]
fn corpus_japanese_reads_as_written() {
    check("ja");
}

#[test]
fn corpus_thai_reads_as_written() {
    check("th");
}

#[test]
fn corpus_english_reads_as_written() {
    check("en");
}
