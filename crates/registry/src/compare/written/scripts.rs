//! One name in two scripts: in brackets, behind a stroke, or side by side.

use crate::fold::{Script, fold};
use crate::lexicon::Lexicon;
use crate::name::segment;

/// A name and the same name in another script, where a bracket or a stroke says so.
pub(super) fn marked(text: &str) -> Option<[String; 2]> {
    let other =
        |[name, foreign]: &[String; 2]| (is_other(name, foreign) || is_short_for(foreign, name)) && tells(foreign);
    bracketed(text).or_else(|| stroked(text)).filter(other)
}

/// Whether letters are the first ones of words, in their order: Board of Investment (BOI).
fn is_short_for(letters: &str, name: &str) -> bool {
    let short = (2..=7).contains(&letters.len()) && letters.chars().all(|char| char.is_ascii_uppercase());
    let mut initials =
        name.split_whitespace().filter_map(|word| word.chars().next()).map(|char| char.to_ascii_uppercase());
    short && letters.chars().all(|letter| initials.any(|initial| initial == letter))
}

/// Two runs of different scripts with a space between: perhaps one name twice (丰田汽车 TOYOTA), perhaps not (TCL 科技).
pub(super) fn beside(text: &str) -> Option<[String; 2]> {
    let gaps = text.char_indices().filter(|(_, char)| char.is_whitespace());
    let halves = gaps.filter_map(|(at, space)| Some([text.get(..at)?, text.get(at + space.len_utf8()..)?]));
    let mut apart = halves.filter(|[left, right]| pure(left) && pure(right) && is_other(left, right));
    let [left, right] = apart.next()?;
    Some([left.trim().to_owned(), right.trim().to_owned()])
}

fn bracketed(text: &str) -> Option<[String; 2]> {
    let begin = text.strip_suffix([')', '）', ']', '］', '】', '〕'])?;
    let (name, note) = begin.rsplit_once(['(', '（', '[', '［', '【', '〔'])?;
    (!name.trim().is_empty()).then(|| [name.trim().to_owned(), note.trim().to_owned()])
}

fn stroked(text: &str) -> Option<[String; 2]> {
    let (left, right) = text.split_once(['/', '／', '|', '｜'])?;
    let both = [left.trim(), right.trim()];
    both.iter().all(|half| half.chars().count() >= 3).then(|| both.map(str::to_owned))
}

/// Whether the second is in a script that the first is not in.
fn is_other(one: &str, other: &str) -> bool {
    match (script(one), script(other)) {
        (Some(left), Some(right)) => left != right,
        _ => false,
    }
}

/// Whether all letters are of one kind of script: with spaces between words, or without.
fn pure(text: &str) -> bool {
    let mut kinds = text.chars().map(Script::of).filter(|script| !matches!(script, Script::Other | Script::Digit));
    let first = kinds.next().map(Script::spaced);
    first.is_some() && kinds.all(|kind| Some(kind.spaced()) == first)
}

/// The script that says most: characters and kana are told apart only where a text has no characters.
fn script(text: &str) -> Option<Script> {
    let has = |wanted: Script| text.chars().any(|char| Script::of(char) == wanted);
    [Script::Han, Script::Kana, Script::Hangul, Script::Thai, Script::Latin].into_iter().find(|script| has(*script))
}

/// Whether a text says more than places, forms and branches do.
fn tells(text: &str) -> bool {
    let folded = fold(text);
    let said: usize = segment(Lexicon::get(), &folded)
        .iter()
        .filter(|piece| !piece.is_place() && piece.form().is_none() && piece.branch().is_none())
        .map(|piece| piece.text(&folded).chars().count())
        .sum();
    said >= if folded.is_ascii() { 3 } else { 2 }
}
