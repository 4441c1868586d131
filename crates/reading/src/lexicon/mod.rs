//! All words that rules look for, found in one pass over the folded text.

mod cue;

pub(crate) use cue::Cue;

use crate::fold::fold;
use daachorse::CharwiseDoubleArrayAhoCorasick as Automaton;
use samesky_model::reading::OrganisationKind;
use std::collections::BTreeMap;

/// What a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    /// It tells a rule something.
    Cue(Cue),
    /// A place: its row in the gazetteer.
    Place(usize),
    /// A widely known organisation: its row in the gazetteer.
    Known(usize),
    /// The ending of an organisation's name.
    Ending(OrganisationKind),
    /// A word for an industry: its row in the list of industries.
    Industry(usize),
}

/// A word found in a text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) sense: Sense,
}

/// The words with what they stand for.
pub(crate) struct Lexicon {
    automaton: Option<Automaton<u32>>,
    senses: Vec<Vec<Sense>>,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Lexicon").field("words", &self.senses.len()).finish()
    }
}

impl Lexicon {
    /// Builds the automaton of these words. Words are folded; a word may have several senses.
    pub(crate) fn new(words: impl Iterator<Item = (String, Sense)>) -> Self {
        let mut senses: BTreeMap<String, Vec<Sense>> = BTreeMap::new();
        for (word, sense) in words.filter(|(word, _)| !word.is_empty()) {
            let of = senses.entry(fold(&word)).or_default();
            if !of.contains(&sense) {
                of.push(sense);
            }
        }
        let words: Vec<(&String, u32)> = senses.keys().zip(0..).collect();
        let automaton = Automaton::with_values(words).ok();
        Self { automaton, senses: senses.into_values().collect() }
    }

    /// Every word in the folded text, by start, the longer first. A word of Latin letters must stand by itself.
    pub(crate) fn marks(&self, folded: &str) -> Vec<Mark> {
        let mut marks = Vec::new();
        let Some(automaton) = &self.automaton else { return marks };
        for found in automaton.find_overlapping_iter(folded) {
            let (start, end) = (found.start(), found.end());
            if !stands_alone(folded.as_bytes(), start, end) {
                continue;
            }
            let senses = usize::try_from(found.value()).ok().and_then(|at| self.senses.get(at));
            marks.extend(senses.into_iter().flatten().map(|sense| Mark { start, end, sense: *sense }));
        }
        marks.sort_by(|a, b| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
        marks
    }
}

fn stands_alone(text: &[u8], start: usize, end: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let cut_left = letter(Some(start)) && letter(start.checked_sub(1));
    let cut_right = letter(end.checked_sub(1)) && letter(Some(end));
    !cut_left && !cut_right
}

/// The marks that start within these bytes.
pub(crate) fn within(marks: &[Mark], bytes: std::ops::Range<usize>) -> &[Mark] {
    let from = marks.partition_point(|mark| mark.start < bytes.start);
    let to = marks.partition_point(|mark| mark.start < bytes.end);
    marks.get(from..to.max(from)).unwrap_or_default()
}
