//! The legal form: before the name, behind it, or in brackets.

use super::piece::Piece;
use crate::lexicon::{Form, Lexicon, Meaning, Stands};

/// The form of a name and where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LegalForm {
    pub(crate) class: &'static str,
    pub(crate) country: &'static str,
    pub(crate) rank: u8,
    /// In front of the name (株式会社デンソー).
    pub(crate) front: bool,
}

/// Takes the forms off a name. Of several the highest counts.
pub(super) fn take(lexicon: &'static Lexicon, pieces: &mut Vec<Piece>) -> Option<LegalForm> {
    let mut found: Vec<(&'static Form, bool)> = Vec::new();
    while let Some(form) = pieces.first().filter(|_| pieces.len() > 1).and_then(|piece| front(lexicon, piece)) {
        found.push((form, true));
        pieces.remove(0);
    }
    take_back(lexicon, pieces, &mut found);
    for piece in pieces.iter_mut().filter(|piece| piece.form().is_some() && !piece.is_place() && piece.word().is_none())
    {
        piece.meanings = &[];
    }
    let (form, front) = found.into_iter().max_by_key(|(form, _)| form.rank)?;
    Some(LegalForm { class: form.class, country: form.country, rank: form.rank, front })
}

/// Takes forms off the end; places may follow them (Siemens AG Österreich), and brackets.
fn take_back(lexicon: &'static Lexicon, pieces: &mut Vec<Piece>, found: &mut Vec<(&'static Form, bool)>) {
    let mut at = pieces.len();
    while at > 1 {
        at -= 1;
        let Some(piece) = pieces.get(at) else { break };
        if let Some(form) = back(lexicon, piece) {
            found.push((form, false));
            pieces.remove(at);
        } else if !(piece.is_place() || piece.bracket || piece.has(Meaning::Noise)) {
            break;
        }
    }
}

fn front(lexicon: &'static Lexicon, piece: &Piece) -> Option<&'static Form> {
    piece.form().and_then(|row| lexicon.forms.get(row)).filter(|form| form.stands != Stands::Back)
}

fn back(lexicon: &'static Lexicon, piece: &Piece) -> Option<&'static Form> {
    piece.form().and_then(|row| lexicon.forms.get(row)).filter(|form| form.stands != Stands::Front)
}
