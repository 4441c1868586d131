//! What every rule looks at: the text, its words, its numbers, its sentences.

use super::area;
use super::sentence::{self, Sentence};
use super::trace::Trace;
use crate::block::{Layout, LineKind};
use crate::gazetteer::Gazetteer;
use crate::lexicon::{Cue, List, Mark, Sense, Signs};
use crate::page::{Head, Page, Words};
use crate::quantity::Found;
use crate::text::Text;
use std::ops::Range;

pub(crate) struct Context<'a> {
    pub(crate) text: &'a Text<'a>,
    pub(crate) marks: &'a [Mark],
    pub(crate) signs: &'a Signs,
    pub(crate) found: &'a [Found],
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) head: &'a Head,
    pub(crate) language: &'a str,
    /// Where decisions are noted, if somebody asks why.
    pub(crate) trace: Option<&'a Trace>,
    /// Sentences of the title and the body, in the order of the text.
    pub(crate) sentences: Vec<Sentence>,
    /// Full dates with a written year, by where they stand, and the years that names carry.
    pub(crate) years: super::year::Years,
    /// For every so many bytes, the first mark there or behind.
    blocks: Vec<u32>,
    /// The cues that stand anywhere in the text.
    cues: u64,
}

/// Bytes between two places whose first mark is noted.
const BLOCK: usize = 16;

/// The first mark in each block of bytes or behind it.
fn blocks(marks: &[Mark], length: usize) -> Vec<u32> {
    let mut at = 0;
    let first = |block: usize| {
        while marks.get(at).is_some_and(|mark| mark.start < block * BLOCK) {
            at += 1;
        }
        u32::try_from(at).unwrap_or(u32::MAX)
    };
    (0..=length / BLOCK).map(first).collect()
}

impl<'a> Context<'a> {
    pub(crate) fn new(page: &'a Page<'a>, gazetteer: &'a Gazetteer, trace: Option<&'a Trace>) -> Self {
        let Page { words: Words { text, marks, signs }, body, head, found, .. } = page;
        let sentences = sentences(text, &body.layout, head.title.as_ref());
        let years = super::year::Years::of(text, found, &sentences);
        Self {
            text,
            marks,
            signs,
            found,
            gazetteer,
            head,
            language: body.language.as_deref().unwrap_or_default(),
            trace,
            sentences,
            years,
            blocks: blocks(marks, text.raw().len()),
            cues: marks
                .iter()
                .fold(0, |cues, mark| if let Sense::Cue(cue) = mark.sense { cues | cue.bit() } else { cues }),
        }
    }

    pub(crate) fn marks_in(&self, bytes: &Range<usize>) -> &'a [Mark] {
        let from = self.first_mark(bytes.start);
        let to = self.first_mark(bytes.end);
        self.marks.get(from..to.max(from)).unwrap_or_default()
    }

    /// The same, or none where the cue stands nowhere in the text.
    fn cued(&self, bytes: &Range<usize>, cue: Cue) -> &'a [Mark] {
        if self.cues & cue.bit() == 0 { &[] } else { self.marks_in(bytes) }
    }

    /// The first mark that starts at this byte or behind it.
    fn first_mark(&self, byte: usize) -> usize {
        let from = self.blocks.get(byte / BLOCK).or(self.blocks.last()).map_or(0, |from| *from as usize);
        let rest = self.marks.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|mark| mark.start < byte).count()
    }

    pub(crate) fn has(&self, bytes: &Range<usize>, cue: Cue) -> bool {
        self.cues(bytes, cue).next().is_some()
    }

    /// The same, of which nothing is noted.
    pub(crate) fn holds(&self, bytes: &Range<usize>, cue: Cue) -> bool {
        self.cued(bytes, cue).iter().any(|mark| mark.sense == Sense::Cue(cue) && mark.end <= bytes.end)
    }

    pub(crate) fn cues(&self, bytes: &Range<usize>, cue: Cue) -> impl Iterator<Item = &'a Mark> + use<'a> {
        let (end, trace) = (bytes.end, self.trace);
        let marks = self.cued(bytes, cue).iter();
        marks.filter(move |mark| mark.sense == Sense::Cue(cue) && mark.end <= end).inspect(move |mark| {
            if let Some(trace) = trace {
                trace.meet(mark.start..mark.end);
            }
        })
    }

    /// Number expressions that start within these bytes, with their indices.
    pub(crate) fn found_in(&self, bytes: &Range<usize>) -> impl Iterator<Item = (usize, &'a Found)> + use<'a> {
        let from = self.found.partition_point(|found| found.bytes.start < bytes.start);
        let to = self.found.partition_point(|found| found.bytes.start < bytes.end);
        self.found
            .get(from..to.max(from))
            .unwrap_or_default()
            .iter()
            .enumerate()
            .map(move |(at, found)| (from + at, found))
    }

    /// The sentence in which this byte stands.
    pub(crate) fn sentence_at(&self, byte: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.bytes.end <= byte);
        self.sentences.get(at).filter(|sentence| sentence.bytes.start <= byte).map(|_| at)
    }

    /// Place names within these bytes, the longest at each spot, not overlapping: row and bytes.
    pub(crate) fn places(&self, bytes: &Range<usize>) -> Vec<(usize, Range<usize>)> {
        let mut places: Vec<(usize, Range<usize>)> = Vec::new();
        for mark in self.marks_in(bytes) {
            let Sense::Place(row) = mark.sense else { continue };
            let covered = places.last().is_some_and(|(_, last)| mark.start < last.end);
            if mark.end <= bytes.end && !covered && !inside_word(self.text.folded(), mark) {
                places.push((row, mark.start..mark.end));
            }
        }
        places
    }

    /// Place names within these bytes and, beside them, words that end like one (…市, …区, …县), in order.
    pub(crate) fn areas(&self, bytes: &Range<usize>) -> Vec<Range<usize>> {
        let mut areas: Vec<Range<usize>> = self.places(bytes).into_iter().map(|(_, at)| at).collect();
        let signs = self.signs.within(List::Area, bytes).map(|(at, _)| at - bytes.start);
        let unknown = area::areas(self.text.folded_slice(bytes), signs).into_iter();
        let unknown = unknown.map(|at| bytes.start + at.start..bytes.start + at.end);
        let apart: Vec<Range<usize>> =
            unknown.filter(|at| areas.iter().all(|known| known.end <= at.start || at.end <= known.start)).collect();
        areas.extend(apart);
        areas.sort_by_key(|at| at.start);
        areas
    }

    /// Whether the folded text goes on so at this byte.
    pub(crate) fn starts_with(&self, byte: usize, words: &str) -> bool {
        let text = self.text.folded();
        // Most words are told by their first byte.
        let starts = text.as_bytes().get(byte) == words.as_bytes().first()
            && text.get(byte..).is_some_and(|rest| rest.starts_with(words));
        if starts && self.trace.is_some() {
            self.met(&(byte..byte + words.len()));
        }
        starts
    }

    /// Whether the folded text before this byte ends so.
    pub(crate) fn ends_with(&self, byte: usize, words: &str) -> bool {
        let text = self.text.folded();
        let last = byte.checked_sub(1).and_then(|last| text.as_bytes().get(last));
        let ends = last == words.as_bytes().last() && text.get(..byte).is_some_and(|before| before.ends_with(words));
        if ends && self.trace.is_some() {
            self.met(&(byte - words.len()..byte));
        }
        ends
    }

    /// Whether this byte stands in the title.
    pub(crate) fn in_title(&self, byte: usize) -> bool {
        self.head.title.as_ref().is_some_and(|title| title.contains(&byte))
    }
}

fn sentences(text: &Text<'_>, layout: &Layout, title: Option<&Range<usize>>) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    if let Some(title) = title {
        sentence::split(text, title, 0, &mut sentences);
    }
    let after_title = title.map_or(0, |title| title.end);
    for (paragraph, line) in (1..).zip(layout.body_lines()) {
        if (line.bytes.start >= after_title || title.is_some_and(|title| line.bytes.end <= title.start))
            && line.kind != LineKind::Blank
        {
            sentence::split(text, &line.bytes, paragraph, &mut sentences);
        }
    }
    sentences
}

/// A place's name within a longer word: 三重 in 三重大, 中山 in 孙中山. Thai names stand inside words everywhere.
fn inside_word(folded: &str, mark: &Mark) -> bool {
    let after = folded.get(mark.end..).unwrap_or_default();
    let word = folded.get(mark.start..mark.end).unwrap_or_default();
    (word == "印度" && after.starts_with("尼")) || (word == "九州" && after.starts_with("通"))
}
