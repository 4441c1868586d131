//! The labelled pairs: precision and recall, as a promise about the product. `SHOW=1 cargo test … -- --nocapture` names
//! the pairs for development that are answered otherwise than labelled; those held out are counted only. With `WITHOUT_NAMES=1`
//! the rules work without known names, with `FILE=third` one file alone is measured; no floor is asked for then.
#![allow(clippy::expect_used, clippy::print_stderr, clippy::disallowed_methods)]

use samesky_registry::{Comparer, Known, Party, Verdict};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

const VERDICTS: [Verdict; 4] = [Verdict::Same, Verdict::Branch, Verdict::Ask, Verdict::Different];

struct Labelled {
    id: String,
    one: Party,
    other: Party,
    label: String,
}

fn party(value: &serde_json::Value) -> Party {
    let names = value["names"].as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned));
    let identifiers = value["identifiers"].as_object().into_iter().flatten();
    Party {
        names: names.collect(),
        identifiers: identifiers.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))).collect(),
        place: value["place"].as_str().map(str::to_owned),
    }
}

fn pairs(part: &str) -> Vec<Labelled> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/pairs").join(part);
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder of pairs").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    if let Some(only) = std::env::var_os("FILE") {
        files.retain(|file| file.file_stem() == Some(&only));
    }
    let lines = files.iter().map(|file| fs::read_to_string(file).expect("a file of pairs"));
    lines
        .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(&line).expect("a pair");
            let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
            Labelled { id: text("id"), one: party(&value["a"]), other: party(&value["b"]), label: text("verdict") }
        })
        .collect()
}

/// How often each label was given each verdict.
fn table(part: &str, show: bool) -> BTreeMap<(String, &'static str), usize> {
    let known = if std::env::var_os("WITHOUT_NAMES").is_some() { Known::default() } else { Known::built_in() };
    let comparer = Comparer::new(known);
    let mut table = BTreeMap::new();
    let pairs = pairs(part);
    let (begin, count) = (Instant::now(), pairs.len().max(1) as u128);
    for pair in pairs {
        let answer = comparer.compare(&pair.one, &pair.other);
        let verdict = answer.verdict.code();
        if show && pair.label != verdict {
            let evidence: Vec<String> = answer.evidence.iter().map(ToString::to_string).collect();
            eprintln!(
                "{} {} -> {verdict} | {:?} | {:?} | {}",
                pair.id,
                pair.label,
                pair.one.names,
                pair.other.names,
                evidence.join("; ")
            );
        }
        *table.entry((pair.label, verdict)).or_default() += 1;
    }
    eprintln!("{part}: {} microseconds a pair", begin.elapsed().as_micros() / count);
    table
}

fn print(part: &str, table: &BTreeMap<(String, &'static str), usize>) {
    eprintln!("{part}: rows are labels, columns verdicts: same branch ask different");
    for label in VERDICTS {
        let counts: Vec<usize> = VERDICTS.iter().map(|verdict| count(table, label.code(), verdict.code())).collect();
        eprintln!("{:>10} {counts:?}", label.code());
    }
}

fn count(table: &BTreeMap<(String, &'static str), usize>, label: &str, verdict: &str) -> usize {
    table.iter().filter(|((of, given), _)| of == label && *given == verdict).map(|(_, count)| count).sum()
}

/// What a part must hold: precision and recall of `same` in percent, and how many `different` may be called `same`.
struct Floor {
    precision: usize,
    recall: usize,
    different: usize,
}

fn holds(part: &str, floor: &Floor) {
    let table = table(part, part == "dev" && std::env::var_os("SHOW").is_some());
    print(part, &table);
    let same = count(&table, "same", "same");
    let said: usize = VERDICTS.iter().map(|label| count(&table, label.code(), "same")).sum();
    let labelled: usize = VERDICTS.iter().map(|verdict| count(&table, "same", verdict.code())).sum();
    eprintln!("{part}: precision of same {same}/{said}, recall {same}/{labelled}");
    if std::env::var_os("FILE").or(std::env::var_os("WITHOUT_NAMES")).is_some() {
        return;
    }
    assert!(same * 100 >= said * floor.precision, "{part}: precision of same {same}/{said}");
    assert!(same * 100 >= labelled * floor.recall, "{part}: recall of same {same}/{labelled}");
    assert!(count(&table, "different", "same") <= floor.different, "{part}: different called same");
}

#[test]
fn pairs_for_development_same_is_precise_and_found() {
    holds("dev", &Floor { precision: 99, recall: 97, different: 0 });
}

/// The aim is 99 and 90; this is what is reached, and must not be lost.
#[test]
fn pairs_held_out_same_is_precise_and_found() {
    holds("held-out", &Floor { precision: 99, recall: 92, different: 0 });
}
