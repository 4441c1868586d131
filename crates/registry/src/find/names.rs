//! The terms of a name.

use super::form::Marks;
use super::{Class, han, kana};
use crate::fold::Script;

/// Adds the terms of a folded name, and gives the name without spaces and brackets.
pub(super) fn terms(folded: &str, chinese: bool, terms: &mut Vec<String>) -> String {
    let marks = Marks::of(folded);
    let mut compact = String::with_capacity(folded.len());
    let mut starts: Vec<(usize, Class)> = Vec::new();
    let mut before: Option<char> = None;
    for (at, char) in folded.char_indices() {
        if matches!(char, ' ' | '(' | ')') {
            before = Some(char);
            continue;
        }
        if let Some(class) = class_at(at, char, before, &marks) {
            starts.push((compact.len(), class));
        }
        compact.push(kana::katakana(char));
        before = Some(char);
    }
    for (at, class) in &starts {
        terms.push(class.term(compact.get(*at..).unwrap_or_default()));
    }
    if chinese {
        let readable: Vec<(usize, bool)> = starts.iter().map(|(at, class)| (*at, *class == Class::Name)).collect();
        han::terms(&compact, &readable, terms);
    }
    compact
}

/// Adds the terms of a reading in Latin letters: from the beginning of each word.
pub(super) fn latin_reading(folded: &str, terms: &mut Vec<String>) {
    let words: Vec<&str> = folded.split([' ', '(', ')']).filter(|word| !word.is_empty()).collect();
    for at in 0..words.len() {
        let class = if at == 0 { Class::Reading } else { Class::ReadingInside };
        let joined = words.get(at..).unwrap_or_default().concat();
        terms.push(class.term(&kana::plain(&joined)));
        terms.push(class.term(&joined));
    }
}

/// Whether a term begins at a character, and of which class.
fn class_at(at: usize, char: char, before: Option<char>, marks: &Marks) -> Option<Class> {
    if at == 0 || at == marks.front {
        return Some(Class::Name);
    }
    if at < marks.front || at >= marks.back && !Script::of(char).spaced() {
        return None;
    }
    let script = Script::of(char);
    let change = before.is_none_or(|before| Script::of(before) != script);
    let parted = before.is_some_and(|before| matches!(before, ' ' | '(' | ')'));
    let word = marks.words.contains(&at) || parted;
    match script {
        Script::Latin | Script::Digit => {
            let inside = before.is_some_and(|before| Script::of(before).spaced());
            (!inside || parted).then_some(Class::Word)
        }
        Script::Thai if !thai_start(char, before) => None,
        _ if char == 'ー' => None,
        _ => Some(if word || change { Class::Word } else { Class::Inside }),
    }
}

/// Whether a syllable of Thai may begin here: at a consonant that no vowel stands before, or at such a vowel.
fn thai_start(char: char, before: Option<char>) -> bool {
    let leading = |char: char| ('เ'..='ไ').contains(&char);
    let consonant = ('ก'..='ฮ').contains(&char);
    leading(char) || (consonant && !before.is_some_and(leading)) || char.is_ascii_digit()
}
