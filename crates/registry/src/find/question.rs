//! What somebody types, as beginnings of terms.

use super::{Class, TERM, form, kana};
use crate::fold::{Script, fold};
use crate::name::compact;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of a question that are looked at.
const LONGEST: usize = 200;
/// Words of a question that are looked at.
const WORDS: usize = 8;

/// A question: every word must be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// The words, each once.
    pub words: Vec<Word>,
}

/// A word of a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Word {
    /// An organisation is found that has a term with one of these beginnings; the earlier, the better it fits. Without any the
    /// word says so little that nothing is filed under it.
    pub beginnings: Vec<String>,
    /// What must stand in a name besides.
    pub within: Option<String>,
}

impl Question {
    /// The words of what is typed; none where it has no letters or digits. Later words of a very long question are passed over.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let cut: String = typed.chars().take(LONGEST).collect();
        if let Some(number) = number(&cut) {
            return Self { words: vec![Word { beginnings: vec![Class::Number.term(&number)], within: None }] };
        }
        let mut words: Vec<Word> = Vec::new();
        for piece in cut.split(|char: char| char.is_whitespace() || matches!(char, '、' | '，' | ',' | ';' | '；')) {
            for folded in fold(piece).split([' ', '(', ')']).filter(|word| !word.is_empty()) {
                let word = Word::of(folded, piece);
                if words.len() < WORDS && !words.contains(&word) {
                    words.push(word);
                }
            }
        }
        Self { words }
    }
}

/// Digits of a number that are written in groups at least.
const DIGITS: usize = 6;

/// A number of a register that is typed in groups, as one.
fn number(typed: &str) -> Option<String> {
    let joined: String = typed.nfkc().filter(|char| !matches!(char, ' ' | '-')).flat_map(char::to_lowercase).collect();
    let parted = joined.len() < typed.trim().len();
    let digits = joined.bytes().filter(u8::is_ascii_digit).count();
    let alone = joined.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (parted && alone && digits >= DIGITS).then_some(joined)
}

impl Word {
    /// A word that stands for an exact value.
    #[must_use]
    pub fn facet(class: char, value: &str) -> Self {
        Self { beginnings: vec![super::facet(class, value)], within: None }
    }

    fn of(folded: &str, piece: &str) -> Self {
        let word: String = compact(folded).chars().map(kana::katakana).collect();
        let within = (word.chars().count() > TERM).then(|| word.clone());
        if form::is_part(&word) {
            return Self { beginnings: Vec::new(), within: Some(word) };
        }
        let latin = word.chars().all(|char| Script::of(char).spaced());
        let beginnings = if latin { latin_beginnings(&word, piece) } else { other_beginnings(&word) };
        Self { beginnings, within }
    }
}

fn other_beginnings(word: &str) -> Vec<String> {
    let kana = word.chars().all(|char| Script::of(char) == Script::Kana);
    let mut classes = vec![Class::Name, Class::Word, Class::Inside];
    if kana {
        classes.extend([Class::Reading, Class::ReadingInside]);
    }
    classes.into_iter().map(|class| class.term(word)).collect()
}

fn latin_beginnings(word: &str, piece: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |class: Class, text: &str| {
        let term = class.term(text);
        if !text.is_empty() && !found.contains(&term) {
            found.push(term);
        }
    };
    for class in [Class::Name, Class::Word, Class::Number] {
        add(class, word);
    }
    let readings = read(word, piece);
    for class in [Class::Reading, Class::ReadingInside] {
        readings.iter().for_each(|reading| add(class, reading));
    }
    if (2..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        add(Class::Initials, word);
        add(Class::InitialsInside, word);
    }
    found
}

/// A word as pinyin and as kana in Latin letters.
fn read(word: &str, piece: &str) -> Vec<String> {
    let mut readings = vec![word.to_owned()];
    if piece.split_whitespace().count() == 1 {
        readings.push(pinyin(piece));
    }
    let kana = kana::plain(word);
    if let Some(cut) = kana.strip_suffix('m') {
        readings.push(format!("{cut}n"));
    }
    readings.push(kana);
    readings.retain(|reading| reading.chars().all(|char| char.is_ascii_alphanumeric()));
    readings
}

/// Pinyin without its tones, written as marks or as digits; `v` for ü.
fn pinyin(typed: &str) -> String {
    let (mut out, mut letters) = (String::new(), 0);
    for char in typed.nfd().flat_map(char::to_lowercase) {
        match char {
            '\u{308}' if out.ends_with('u') => {
                out.pop();
                out.push('v');
            }
            '1'..='5' if letters > 0 => letters = 0,
            char if is_combining_mark(char) => {}
            char if char.is_ascii_alphanumeric() => {
                letters += 1;
                out.push(char);
            }
            '\'' | '’' | '-' => {}
            _ => return String::new(),
        }
    }
    out
}
