//! Branches and offices: the part of a name that says which.

use super::compact;
use super::piece::Piece;
use crate::lexicon::{Lexicon, Side, Stands};

/// That a name is of a branch, and of which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Branch {
    /// Keys of places that say which.
    pub(crate) places: Vec<String>,
    /// The words that say which, compact.
    pub(crate) label: String,
}

/// Takes the branch off a name. What remains is the name of what it is a branch of.
pub(super) fn take(lexicon: &Lexicon, folded: &str, pieces: &mut Vec<Piece>) -> Option<Branch> {
    let taken = marked(lexicon, pieces).or_else(|| behind_form(lexicon, pieces))?;
    let branch = of(lexicon, folded, &taken);
    pieces.retain(|piece| !taken.iter().any(|gone| gone.start == piece.start));
    Some(branch)
}

/// The branch that a text by itself names: 海外事業部.
pub(crate) fn named(text: &str) -> Branch {
    let (lexicon, folded) = (Lexicon::get(), crate::fold::fold(text));
    of(lexicon, &folded, &super::segment(lexicon, &folded))
}

fn of(lexicon: &Lexicon, folded: &str, taken: &[Piece]) -> Branch {
    let places = taken.iter().filter_map(|piece| piece.places().next());
    let label = taken.iter().filter(|piece| piece.branch().is_none() && !piece.is_place());
    Branch {
        places: places.map(|row| lexicon.places.key(row).to_owned()).collect(),
        label: label.map(|piece| compact(piece.text(folded))).collect(),
    }
}

/// The pieces of a branch that a word marks: 重庆分公司, สาขาสีลม.
fn marked(lexicon: &Lexicon, pieces: &[Piece]) -> Option<Vec<Piece>> {
    if let Some(taken) = before_company(pieces) {
        return Some(taken);
    }
    let at = pieces.iter().rposition(|piece| piece.branch().is_some()).filter(|at| *at > 0)?;
    let side = pieces.get(at)?.branch()?;
    let right: Vec<Piece> = pieces.get(at + 1..)?.iter().filter(|piece| !final_form(lexicon, piece)).copied().collect();
    let mark = *pieces.get(at)?;
    if side != Side::Back && (side == Side::Before || !right.is_empty()) {
        return Some([vec![mark], right].concat());
    }
    if !right.iter().all(|piece| piece.bracket) {
        return None;
    }
    let label = label_before(lexicon, pieces.get(..at)?);
    let label = if bare(pieces.get(..at - label.len())?) { label.get(1..)?.to_vec() } else { label };
    let whole = label.len() == at;
    let known = !label.is_empty() || ends_in_form(lexicon, pieces.get(..at)?);
    (known && !whole).then(|| [label, vec![mark], right].concat())
}

/// A mark in front of the whole name of the company, and the places behind it: Chi nhánh Công ty … Đà Nẵng.
fn before_company(pieces: &[Piece]) -> Option<Vec<Piece>> {
    let (mark, company) = pieces.split_first()?;
    let leads =
        matches!(mark.branch(), Some(Side::Before | Side::Both)) && company.iter().any(|piece| piece.form().is_some());
    let last = company.iter().rposition(|piece| !piece.is_place()).filter(|_| leads)?;
    let places = company.get(last + 1..).unwrap_or_default();
    Some([&[*mark], places].concat())
}

/// Whether nothing is left of a name but words that many use: then the first place belongs to it (Bank of China Tokyo Branch).
fn bare(pieces: &[Piece]) -> bool {
    !pieces.is_empty() && pieces.iter().all(|piece| !piece.is_text() && !piece.is_place() && piece.form().is_none())
}

/// What says which branch it is: all that follows the company's form, or the places in front of the mark.
fn label_before(lexicon: &Lexicon, before: &[Piece]) -> Vec<Piece> {
    let form = before.iter().rposition(|piece| back_form(lexicon, piece)).filter(|at| *at > 0);
    let from = match form {
        Some(at) => at + 1,
        None => before.iter().rposition(|piece| !piece.is_place()).map_or(0, |at| at + 1),
    };
    before.get(from..).unwrap_or_default().to_vec()
}

/// What follows a company's form without a mark: 有限公司成都工厂. Brackets behind a name are a note, not a branch.
fn behind_form(lexicon: &Lexicon, pieces: &[Piece]) -> Option<Vec<Piece>> {
    let at = pieces.iter().rposition(|piece| long_form(lexicon, piece)).filter(|at| *at > 0)?;
    let behind = pieces.get(at + 1..)?;
    let says = behind.iter().any(|piece| !piece.bracket && (piece.is_text() || piece.word().is_some()));
    (says && behind.iter().all(|piece| !piece.bracket && piece.form().is_none())).then(|| behind.to_vec())
}

fn back_form(lexicon: &Lexicon, piece: &Piece) -> bool {
    let form = piece.form().and_then(|row| lexicon.forms.get(row));
    form.is_some_and(|form| form.stands != Stands::Front && form.rank > 1)
}

/// Forms of scripts without spaces that end a name: what follows them is no more of the name.
fn long_form(lexicon: &Lexicon, piece: &Piece) -> bool {
    let form = piece.form().and_then(|row| lexicon.forms.get(row));
    form.is_some_and(|form| matches!(form.country, "CN" | "TH") && form.stands != Stands::Front && form.rank > 1)
}

fn final_form(lexicon: &Lexicon, piece: &Piece) -> bool {
    back_form(lexicon, piece)
}

fn ends_in_form(lexicon: &Lexicon, pieces: &[Piece]) -> bool {
    pieces.last().is_some_and(|piece| back_form(lexicon, piece))
}
