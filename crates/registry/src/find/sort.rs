//! Texts by which names are sorted in a language's own order, compared by code points.
//!
//! Chinese by pinyin (tones do not count), Japanese by kana, Thai by consonants as dictionaries do (Royal Institute: the
//! vowel in front counts behind its consonant, tone marks last), English by letters. A legal form in front does not count.

use super::form::Marks;
use super::{FoundName, han, kana};
use crate::fold::{Script, fold, large_kana};
use unicode_normalization::UnicodeNormalization;

/// Characters of a name that are sorted by.
const LONGEST: usize = 24;

/// A language that lists are sorted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortLanguage {
    /// Chinese.
    Zh,
    /// Japanese.
    Ja,
    /// Thai.
    Th,
    /// English, and everything else.
    En,
}

impl SortLanguage {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Zh, Self::Ja, Self::Th, Self::En];

    const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::Ja => "ja",
            Self::Th => "th",
            Self::En => "en",
        }
    }
}

/// What an organisation is sorted by in a language: its first name in the language, else its first name.
#[must_use]
pub fn sort_key(language: SortLanguage, names: &[FoundName<'_>], readings: &[&str]) -> String {
    let of = |name: &&FoundName<'_>| name.language.is_some_and(|tag| han::is_language(tag, language.code()));
    let Some(name) = names.iter().find(of).or_else(|| names.first()) else { return String::new() };
    let cut: String = name.text.chars().take(100).collect();
    let reading = readings.iter().map(|reading| kana::runs(reading).concat()).find(|kana| !kana.is_empty());
    if let (SortLanguage::Ja, Some(kana), true) = (language, reading, cut.chars().any(is_japanese)) {
        return kana_key(&kana);
    }
    let folded = fold(&cut);
    let rest = folded.get(Marks::of(&folded).front..).unwrap_or_default();
    let rest = rest.trim_start_matches(['(', ')', ' ']);
    key(language, if rest.is_empty() { &folded } else { rest })
}

fn is_japanese(char: char) -> bool {
    matches!(Script::of(char), Script::Han | Script::Kana)
}

fn key(language: SortLanguage, text: &str) -> String {
    let mut out = String::new();
    let chars: Vec<char> = text.chars().take(LONGEST).collect();
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        match (language, Script::of(char)) {
            (SortLanguage::Zh, Script::Han) => {
                out.push('~');
                // The one place of which the rarer reading is known to everybody.
                let chongqing = char == '重' && chars.get(at + 1) == Some(&'庆');
                out.push_str(if chongqing { "chong" } else { han::readings(char).first().copied().unwrap_or("~") });
                out.push(' ');
                out.push(char);
            }
            (_, Script::Kana) => {
                let rest: String =
                    chars.iter().skip(at).take_while(|char| Script::of(**char) == Script::Kana).collect();
                at += rest.chars().count() - 1;
                out.push_str(&kana_key(&rest));
            }
            (_, Script::Thai)
                if ('เ'..='ไ').contains(&char) && chars.get(at + 1).is_some_and(|next| ('ก'..='ฮ').contains(next)) =>
            {
                out.extend(chars.get(at + 1));
                out.push(char);
                at += 1;
            }
            (_, Script::Thai) if ('\u{0E47}'..='\u{0E4E}').contains(&char) => {}
            _ => out.push(char),
        }
        at += 1;
    }
    out
}

/// Kana without marks of voice, then as written: が stands beside か and behind it.
fn kana_key(kana: &str) -> String {
    let plain: String = kana
        .chars()
        .take(LONGEST)
        .filter(|char| *char != 'ー')
        .map(|char| voiceless(large_kana(kana::katakana(char))))
        .collect();
    let written: String = kana.chars().take(LONGEST).map(kana::katakana).collect();
    format!("{plain} {written}")
}

fn voiceless(char: char) -> char {
    if char == 'ヴ' { 'ウ' } else { std::iter::once(char).nfd().next().unwrap_or(char) }
}
