//! Cutting a folded name into words of the lexicon and what lies between them.

use crate::fold::Script;
use crate::lexicon::{Hit, Kind, Lexicon, Meaning, Side};

/// A piece of a folded name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// What it may mean; nothing for a piece that is in no table.
    pub(crate) meanings: &'static [Meaning],
    /// Whether it stands in brackets.
    pub(crate) bracket: bool,
}

impl Piece {
    pub(crate) fn text<'a>(&self, folded: &'a str) -> &'a str {
        folded.get(self.start..self.end).unwrap_or_default()
    }

    pub(crate) fn places(&self) -> impl Iterator<Item = u32> + '_ {
        self.meanings.iter().filter_map(|meaning| if let Meaning::Place(row) = meaning { Some(*row) } else { None })
    }

    pub(crate) fn is_place(&self) -> bool {
        self.places().next().is_some()
    }

    pub(crate) fn form(&self) -> Option<u16> {
        self.meanings.iter().find_map(|meaning| if let Meaning::Form(row) = meaning { Some(*row) } else { None })
    }

    pub(crate) fn word(&self) -> Option<(u16, Kind)> {
        let word = |meaning: &Meaning| if let Meaning::Word(row, kind) = meaning { Some((*row, *kind)) } else { None };
        self.meanings.iter().find_map(word)
    }

    pub(crate) fn branch(&self) -> Option<Side> {
        self.meanings.iter().find_map(|meaning| if let Meaning::Branch(side) = meaning { Some(*side) } else { None })
    }

    pub(crate) fn has(&self, wanted: Meaning) -> bool {
        self.meanings.contains(&wanted)
    }

    /// In no table, or in one that does not count where it stands.
    pub(crate) fn is_text(&self) -> bool {
        self.meanings.is_empty()
    }
}

/// The pieces of a folded name, from left to right, the longest word first.
pub(crate) fn segment(lexicon: &'static Lexicon, folded: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut at, mut bracket) = (0, false);
    for hit in lexicon.hits(folded) {
        if hit.start < at || !counts(folded, &hit) {
            continue;
        }
        gap(folded, at, hit.start, &mut bracket, &mut pieces);
        pieces.push(Piece { start: hit.start, end: hit.end, meanings: lexicon.meanings(&hit), bracket });
        at = hit.end;
    }
    gap(folded, at, folded.len(), &mut bracket, &mut pieces);
    pieces
}

/// Cuts what lies between two words at brackets and spaces.
fn gap(folded: &str, start: usize, end: usize, bracket: &mut bool, pieces: &mut Vec<Piece>) {
    let mut from = start;
    let inside = folded.get(start..end).unwrap_or_default();
    let marks = inside.char_indices().filter(|(_, char)| matches!(char, '(' | ')' | ' '));
    for (offset, mark) in marks {
        text(from, start + offset, *bracket, pieces);
        from = start + offset + 1;
        if mark != ' ' {
            *bracket = mark == '(';
        }
    }
    text(from, end, *bracket, pieces);
}

fn text(start: usize, end: usize, bracket: bool, pieces: &mut Vec<Piece>) {
    if start < end {
        pieces.push(Piece { start, end, meanings: &[], bracket });
    }
}

/// Short words of scripts without spaces stand inside of other words by chance; they count only where the name ends.
fn counts(folded: &str, hit: &Hit) -> bool {
    let inside = folded.get(hit.start..hit.end).unwrap_or_default();
    let length = inside.chars().count();
    let last = matches!(folded.get(hit.end..).and_then(|rest| rest.chars().next()), None | Some('(' | ')'));
    match inside.chars().next().map(Script::of) {
        Some(Script::Han) => length > 1 || inside == "驻" || (last && hit.start > 0),
        Some(Script::Hangul) => length > 1,
        Some(Script::Thai) => length > 3 || hit.start == 0 || hit.end == folded.len(),
        _ => true,
    }
}
