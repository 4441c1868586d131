//! The shape of the files of names: what a line must have.
#![allow(clippy::expect_used)]

use samesky_registry::Known;
use std::fs;
use std::path::PathBuf;

const KINDS: [&str; 5] = ["company", "government", "chamber", "institute", ""];

#[test]
fn names_lines_are_whole() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut wrong = Vec::new();
    for file in ["names", "names-more", "names-china", "names-world", "names-asia"] {
        let text = fs::read_to_string(folder.join(format!("{file}.jsonl"))).expect("a file of names");
        let (entries, errors) = Known::read(&text);
        wrong.extend(errors.iter().map(|error| format!("{file}: {error}")));
        for entry in entries {
            let mut names: Vec<(&str, &str)> =
                entry.names.iter().map(|name| (name.lang.as_str(), name.name.as_str())).collect();
            names.sort_unstable();
            let twice = names.windows(2).any(|pair| pair.first() == pair.last());
            let empty = names.is_empty() || names.iter().any(|(_, name)| name.trim() != *name || name.is_empty());
            let country = entry.country.is_empty()
                || entry.country.len() == 2 && entry.country.chars().all(|char| char.is_ascii_uppercase());
            if entry.key.is_empty() || twice || empty || !country || !KINDS.contains(&entry.kind.as_str()) {
                wrong.push(format!("{file}: {}", entry.key));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
