//! Kana as they are typed in Latin letters: Hepburn, and what keyboards take (si, tu, ti, sya), long vowels long or short.

use super::Class;
use crate::fold::{Script, large_kana};
pub(super) use crate::sound::katakana;
use crate::sound::{kana_table, short};
use unicode_normalization::UnicodeNormalization;

/// Spellings of a keyboard, and Hepburn, the longer first.
const TYPED: [(&str, &str); 23] = [
    ("sya", "sha"),
    ("syu", "shu"),
    ("syo", "sho"),
    ("tya", "cha"),
    ("tyu", "chu"),
    ("tyo", "cho"),
    ("cya", "cha"),
    ("cyu", "chu"),
    ("cyo", "cho"),
    ("zya", "ja"),
    ("zyu", "ju"),
    ("zyo", "jo"),
    ("jya", "ja"),
    ("jyu", "ju"),
    ("jyo", "jo"),
    ("tu", "tsu"),
    ("si", "shi"),
    ("ti", "chi"),
    ("zi", "ji"),
    ("di", "ji"),
    ("du", "zu"),
    ("hu", "fu"),
    ("wo", "o"),
];

/// The runs of kana in a text, as katakana, small ones small.
pub(super) fn runs(text: &str) -> Vec<String> {
    let mut runs: Vec<String> = vec![String::new()];
    for char in text.nfkc() {
        if Script::of(char) == Script::Kana {
            if let Some(run) = runs.last_mut() {
                run.push(katakana(char));
            }
        } else if char.is_alphanumeric() {
            runs.push(String::new());
        }
    }
    runs.retain(|run| run.chars().count() > 1);
    runs
}

/// Adds a reading in kana, in kana and in Latin letters, from each of its syllables.
pub(super) fn reading(kana: &str, terms: &mut Vec<String>) {
    let large: String = kana.chars().map(large_kana).collect();
    for (at, _) in large.char_indices().filter(|(_, char)| *char != 'ー') {
        let class = if at == 0 { Class::Reading } else { Class::ReadingInside };
        terms.push(class.term(large.get(at..).unwrap_or_default()));
    }
    romaji(kana, terms);
}

/// Adds kana in Latin letters from each of their syllables.
pub(super) fn romaji(kana: &str, terms: &mut Vec<String>) {
    let syllables = syllables(kana);
    for at in 0..syllables.len() {
        let Some(rest) = syllables.get(at..).filter(|rest| rest.first().is_some_and(|one| !one.is_empty())) else {
            continue;
        };
        let class = if at == 0 { Class::Reading } else { Class::ReadingInside };
        terms.push(class.term(&short(&rest.concat())));
    }
}

/// Each syllable in Hepburn; the sign of a doubled consonant and of a long vowel are nothing.
fn syllables(kana: &str) -> Vec<&'static str> {
    let chars: Vec<char> = kana.chars().collect();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        let small = chars.get(at + 1).filter(|next| "ャュョァィゥェォヮ".contains(**next));
        let pair = small.and_then(|next| {
            kana_table().get([large_kana(char), large_kana(*next)].iter().collect::<String>().as_str())
        });
        if let Some(sound) = pair {
            out.push(*sound);
            at += 2;
            continue;
        }
        if char != 'ッ' && char != 'ー' {
            let one = large_kana(char);
            out.push(kana_table().get(one.encode_utf8(&mut [0; 4]) as &str).copied().unwrap_or_default());
        }
        at += 1;
    }
    out
}

/// Latin letters as a keyboard takes them, in the spelling of the terms.
pub(super) fn plain(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    let mut rest = typed;
    'next: while let Some(char) = rest.chars().next() {
        for (from, to) in TYPED {
            if let Some(after) = rest.strip_prefix(from).filter(|_| !out.ends_with(['s', 'c', 't'])) {
                out.push_str(to);
                rest = after;
                continue 'next;
            }
        }
        out.push(char);
        rest = rest.get(char.len_utf8()..).unwrap_or_default();
    }
    short(&out.replace("nn", "n"))
}
