//! The name without form and branch: its places, trades, tiers, and the core that remains.

use super::piece::Piece;
use super::{Name, compact};
use crate::fold::Script;
use crate::lexicon::{Kind, Lexicon, Meaning, covers};

#[derive(Default)]
pub(super) struct Base {
    name: Name,
}

impl Base {
    pub(super) fn of(lexicon: &Lexicon, folded: &str, pieces: &[Piece]) -> Self {
        let mut base = Self::default();
        let first = pieces.iter().position(|piece| !piece.is_place() && !noise(piece)).unwrap_or(pieces.len());
        let last = pieces.iter().rposition(|piece| !piece.is_place() && !tier(piece)).map_or(0, |at| at + 1);
        let body = pieces.iter().any(|piece| matches!(piece.word(), Some((_, Kind::Body))));
        let worded = pieces.iter().rposition(Piece::is_text).map_or(0, |at| at + 1);
        for (at, piece) in pieces.iter().enumerate() {
            base.write(folded, piece);
            if piece.is_place() && at < first {
                base.place(lexicon, piece, true);
            } else if piece.is_place()
                && (at >= last || at >= worded && !base.inner(lexicon, folded, piece) || piece.bracket || body)
            {
                base.place(lexicon, piece, false);
            } else {
                base.piece(folded, piece, body);
            }
        }
        base
    }

    pub(super) fn name(mut self, folded: String) -> Name {
        let all: Vec<String> = self.name.lead.iter().chain(&self.name.tail).cloned().collect();
        let narrow = |key: &String| !all.iter().any(|other| other != key && covers(key, other));
        self.name.lead.retain(narrow);
        self.name.tail.retain(narrow);
        if self.name.is_body() && self.name.core.chars().count() > 2 && self.name.core.ends_with('市') {
            self.name.core.pop();
        }
        let tail = self.name.tail.iter().map(|key| format!("@{key}"));
        self.name.key = self.name.lead.iter().map(|key| format!("{key}:")).collect::<String>() + &self.name.rest;
        self.name.key.extend(tail);
        Name { folded, ..self.name }
    }

    /// Whether a place in Latin letters behind a name with another place in front is a part of the name: Zhongshan may be 中山
    /// or 钟山.
    fn inner(&self, lexicon: &Lexicon, folded: &str, piece: &Piece) -> bool {
        let latin = piece.text(folded).chars().next().is_some_and(|char| Script::of(char) == Script::Latin);
        let key = piece.places().next().map(|row| lexicon.places.key(row)).unwrap_or_default();
        latin && key.len() > 2 && !self.name.lead.is_empty() && !self.name.lead.iter().any(|lead| covers(lead, key))
    }

    fn write(&mut self, folded: &str, piece: &Piece) {
        let text = piece.text(folded);
        let spaced = |char: Option<char>| char.is_some_and(|char| Script::of(char).spaced());
        if spaced(self.name.base.chars().next_back()) && spaced(text.chars().next()) {
            self.name.base.push(' ');
        }
        self.name.base.push_str(text);
    }

    fn place(&mut self, lexicon: &Lexicon, piece: &Piece, lead: bool) {
        let places = if lead { &mut self.name.lead } else { &mut self.name.tail };
        if let Some(row) = piece.places().next() {
            let key = lexicon.places.key(row).to_owned();
            if !places.contains(&key) {
                places.push(key);
            }
        }
    }

    fn piece(&mut self, folded: &str, piece: &Piece, body: bool) {
        let text = compact(piece.text(folded));
        if noise(piece) || body && matches!(text.as_str(), "在" | "国" | "驻" | "city" | "district" | "county") {
            return;
        }
        self.name.rest.push_str(&text);
        if piece.has(Meaning::Group) {
            self.name.group = true;
        } else if piece.has(Meaning::Holding) {
            self.name.holding = true;
        } else if let Some(word) = piece.word() {
            self.name.words.push(word);
        } else {
            self.name.core.push_str(&text);
        }
    }
}

fn noise(piece: &Piece) -> bool {
    piece.has(Meaning::Noise)
}

fn tier(piece: &Piece) -> bool {
    piece.has(Meaning::Group) || piece.has(Meaning::Holding)
}
