//! All words that rules look for, found in one pass over the folded text.

mod cue;
mod sign;

pub(crate) use cue::Cue;
pub(crate) use sign::{List, Signs};

use crate::fold::fold;
use crate::needles::Needles;
use samesky_model::reading::OrganisationKind;
use std::collections::HashMap;

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
    /// A word of a rule's list: its number in that list.
    Sign(List, usize),
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
    /// The longer first.
    words: Needles<String>,
    /// What each of them stands for.
    senses: Vec<Vec<Sense>>,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Lexicon").field("words", &self.senses.len()).finish()
    }
}

impl Lexicon {
    /// Makes these words ready to be looked for. Words are folded; a word may have several senses.
    pub(crate) fn new(words: impl Iterator<Item = (String, Sense)>) -> Self {
        let mut senses: HashMap<String, Vec<Sense>> = HashMap::new();
        for (word, sense) in words.filter(|(word, _)| !word.is_empty()) {
            let of = senses.entry(fold(&word)).or_default();
            if !of.contains(&sense) {
                of.push(sense);
            }
        }
        let mut words: Vec<(String, Vec<Sense>)> = senses.into_iter().collect();
        words.sort_unstable_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        let (words, senses): (Vec<String>, Vec<Vec<Sense>>) = words.into_iter().unzip();
        Self { words: Needles::new(words), senses }
    }

    /// Every word in the folded text, by start, the longer first. A word of Latin letters must stand by itself.
    pub(crate) fn marks(&self, folded: &str) -> (Vec<Mark>, Signs) {
        let (mut marks, mut signs) = (Vec::with_capacity(folded.len() / 16), Signs::default());
        for (start, number) in self.words.at_words(folded) {
            let end = start + self.words.length(number);
            if !ends_alone(folded.as_bytes(), end) {
                continue;
            }
            let senses = self.senses.get(number).map(Vec::as_slice).unwrap_or_default();
            for sense in senses {
                match *sense {
                    Sense::Sign(list, number) => signs.add(list, start, number),
                    sense => marks.push(Mark { start, end, sense }),
                }
            }
        }
        (marks, signs)
    }
}

/// Whether no Latin word goes on behind this byte.
fn ends_alone(text: &[u8], end: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    !(letter(end.checked_sub(1)) && letter(Some(end)))
}

/// The marks that start within these bytes.
pub(crate) fn within(marks: &[Mark], bytes: std::ops::Range<usize>) -> &[Mark] {
    let from = marks.partition_point(|mark| mark.start < bytes.start);
    let to = marks.partition_point(|mark| mark.start < bytes.end);
    marks.get(from..to.max(from)).unwrap_or_default()
}
