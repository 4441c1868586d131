//! Words that so many names carry that they say nothing: legal forms, and their parts.

use crate::fold::{Script, fold};
use crate::lexicon::{Hit, Lexicon, Meaning};
use std::collections::HashSet;
use std::sync::LazyLock;

static PARTS: LazyLock<HashSet<String>> = LazyLock::new(parts);

/// Whether a folded word of a script without spaces is a legal form or a part of one.
pub(super) fn is_part(word: &str) -> bool {
    PARTS.contains(word)
}

fn parts() -> HashSet<String> {
    let rows = include_str!("../../data/forms.tsv").lines().filter(|line| !line.starts_with('#'));
    let written = rows.filter_map(|row| row.split('\t').nth(4)).flat_map(|names| names.split('|'));
    let mut parts = HashSet::new();
    for form in written {
        let folded = fold(form);
        let chars: Vec<char> = folded.chars().filter(|char| !matches!(char, '(' | ')' | ' ')).collect();
        let thai = chars.iter().any(|char| Script::of(*char) == Script::Thai);
        if chars.iter().any(|char| Script::of(*char).spaced()) {
            continue;
        }
        for start in 0..chars.len() {
            for end in start + if thai { 3 } else { 2 }..=chars.len() {
                parts.insert(chars.iter().skip(start).take(end - start).collect());
            }
        }
    }
    parts
}

/// Words of the lexicon in a folded name, by bytes.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Where the name begins behind a legal form in front.
    pub(super) front: usize,
    /// Where the legal form behind begins.
    pub(super) back: usize,
    /// Where words begin.
    pub(super) words: HashSet<usize>,
}

impl Marks {
    pub(super) fn of(folded: &str) -> Self {
        let lexicon = Lexicon::get();
        let hits = lexicon.hits(folded);
        let (mut front, mut back) = (0, folded.len());
        let form = |hit: &Hit| lexicon.meanings(hit).iter().any(|one| matches!(one, Meaning::Form(_)));
        let unspaced = |hit: &Hit| {
            folded.get(hit.start..hit.end).is_some_and(|text| !text.chars().any(|char| Script::of(char).spaced()))
        };
        for hit in &hits {
            if hit.start == front && hit.end < folded.len() && form(hit) && unspaced(hit) {
                front = hit.end;
            }
        }
        for hit in hits.iter().rev() {
            if hit.end >= back && hit.start < back && hit.start > front && form(hit) && unspaced(hit) {
                back = hit.start;
            }
        }
        let mut words = HashSet::new();
        for hit in &hits {
            words.insert(hit.start);
            if lexicon.meanings(hit).iter().any(|one| matches!(one, Meaning::Place(_))) || form(hit) {
                words.insert(hit.end);
            }
        }
        Self { front, back, words }
    }
}
