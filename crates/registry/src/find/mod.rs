//! By which words an organisation is found, and what a question looks for: one rule for both sides.
//!
//! [`prepare`] brings names, readings and numbers into one short text that is kept. [`Findable`] makes the terms of it: a
//! term begins with a letter for what it is (`Class`), and a question looks for the beginnings of terms. Whoever
//! keeps terms in order therefore answers any question by ranges.

mod form;
mod han;
mod kana;
mod names;
mod question;
mod sort;
mod stems;

pub use question::{Question, Word};
pub use sort::{SortLanguage, sort_key};
pub use stems::stems;

use crate::fold::fold;
use std::fmt::Write as _;
use unicode_normalization::UnicodeNormalization;

/// What makes terms; another number when the rules change, so that what was kept can be told from what would be made.
pub const VERSION: i64 = 1;

/// Names of one organisation that are looked at.
const NAMES: usize = 24;
/// Characters of a name that are looked at.
const LONGEST: usize = 100;
/// Characters of a term, without the letter of its class.
pub(crate) const TERM: usize = 16;
/// Terms of one organisation at most.
const TERMS: usize = 800;

/// A name as it is to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundName<'a> {
    /// The name as written.
    pub text: &'a str,
    /// BCP 47 tag of its language.
    pub language: Option<&'a str>,
}

/// What is told of an organisation that it may be found by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findables<'a> {
    /// Its names, the first the one it is shown under.
    pub names: Vec<FoundName<'a>>,
    /// How its names are read: kana, pinyin, or Latin letters.
    pub readings: Vec<&'a str>,
    /// Its numbers in registers.
    pub numbers: Vec<&'a str>,
    /// Exact values, each of a letter (A to Z) and a text without line breaks: what lists are narrowed by.
    pub facets: Vec<(char, String)>,
}

/// What a term says of the organisation. The order is that of the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// A name from its beginning, the legal form in front left out or not.
    Name = 1,
    /// A name from the beginning of a word.
    Word,
    /// A name from somewhere inside.
    Inside,
    /// A number.
    Number,
    /// A reading from its beginning.
    Reading,
    /// A reading from somewhere inside.
    ReadingInside,
    /// First letters of pinyin, from the beginning.
    Initials,
    /// First letters of pinyin, from somewhere inside.
    InitialsInside,
}

impl Class {
    /// A term of this class: its beginning, as long as terms are.
    pub(crate) fn term(self, text: &str) -> String {
        let mut term = String::with_capacity(text.len().min(4 * TERM) + 1);
        term.push(char::from(b'0' + self as u8));
        term.extend(text.chars().take(TERM));
        term
    }
}

/// The text from which the terms of an organisation are made: one line for each thing, the first letter says what.
#[must_use]
pub fn prepare(told: &Findables<'_>) -> String {
    let mut out = String::new();
    let mut line = |kind: char, text: &str| {
        if !text.is_empty() && !out.split('\n').any(|one| one.strip_prefix(kind) == Some(text)) {
            let _ = writeln!(out, "{kind}{text}");
        }
    };
    for name in told.names.iter().take(NAMES) {
        let cut: String = name.text.chars().take(LONGEST).collect();
        let folded = fold(&cut);
        line(if han::is_chinese(&folded, name.language) { 'z' } else { 'n' }, &folded);
        kana::runs(&cut).iter().for_each(|run| line('m', run));
    }
    for reading in told.readings.iter().take(NAMES) {
        let cut: String = reading.nfkc().take(LONGEST).collect();
        let kana = kana::runs(&cut).concat();
        if kana.is_empty() { line('p', &fold(&cut)) } else { line('k', &kana) }
    }
    for number in told.numbers.iter().take(NAMES) {
        line('i', &number_of(number));
    }
    for (class, value) in told.facets.iter().filter(|(class, _)| class.is_ascii_uppercase()) {
        line('f', &facet(*class, value));
    }
    out
}

/// The term of an exact value; a value behind a tab in it is for people and does not count.
#[must_use]
pub fn facet(class: char, value: &str) -> String {
    let clean: String = value.chars().filter(|char| *char == '\t' || !char.is_control()).take(120).collect();
    let end = if clean.contains('\t') { "" } else { "\t" };
    format!("{class}{clean}{end}")
}

/// Letters and digits of a number, small.
fn number_of(number: &str) -> String {
    fold(number).chars().filter(|char| char.is_alphanumeric()).take(40).collect()
}

/// An organisation as it is found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findable {
    /// In order, each once.
    terms: Vec<String>,
    /// Names without spaces and brackets.
    names: Vec<String>,
}

impl Findable {
    /// The terms of what was prepared.
    #[must_use]
    pub fn of(prepared: &str) -> Self {
        let mut found = Self::default();
        for line in prepared.lines() {
            let Some(kind) = line.chars().next() else { continue };
            let text = line.get(kind.len_utf8()..).unwrap_or_default();
            match kind {
                'n' | 'z' => found.names.push(names::terms(text, kind == 'z', &mut found.terms)),
                'm' => kana::romaji(text, &mut found.terms),
                'k' => kana::reading(text, &mut found.terms),
                'p' => names::latin_reading(text, &mut found.terms),
                'i' => found.terms.push(Class::Number.term(text)),
                'f' => found.terms.push(text.to_owned()),
                _ => {}
            }
        }
        found.terms.truncate(TERMS);
        found.terms.sort_unstable();
        found.terms.dedup();
        found
    }

    /// The terms in order, each once.
    #[must_use]
    pub fn terms(&self) -> &[String] {
        &self.terms
    }

    /// The terms in order, each once.
    #[must_use]
    pub fn into_terms(self) -> Vec<String> {
        self.terms
    }

    /// The first term that begins so.
    #[must_use]
    pub fn first(&self, beginning: &str) -> Option<&str> {
        let at = self.terms.partition_point(|term| term.as_str() < beginning);
        self.terms.get(at).map(String::as_str).filter(|term| term.starts_with(beginning))
    }

    /// Whether a word of a question finds the organisation.
    #[must_use]
    pub fn has(&self, word: &Word) -> bool {
        let contains = |text: &str| self.names.iter().any(|name| name.contains(text));
        match &word.within {
            Some(text) if word.beginnings.is_empty() => contains(text),
            Some(text) => contains(text) && self.starts(word),
            None => self.starts(word),
        }
    }

    fn starts(&self, word: &Word) -> bool {
        word.beginnings.iter().any(|beginning| self.first(beginning).is_some())
    }
}
