//! The consonants of a writing as classes, to recognise loan words across scripts. Vowels differ too much to count.

use super::{hangul, kana, main_script};
use crate::fold::Script;

/// Classes of the consonants in order, doubled ones once: k t p s m n r. Every script gives the same classes.
pub(crate) fn consonants(text: &str) -> String {
    let classes = match main_script(text) {
        Script::Kana => latin(&kana::romaji(text)),
        Script::Hangul => latin(&hangul::romanised(text)),
        Script::Thai => thai(text),
        _ => latin(text),
    };
    once(&classes)
}

fn once(classes: &str) -> String {
    let mut out = String::with_capacity(classes.len());
    for class in classes.chars().filter(|class| *class != '-') {
        if !out.ends_with(class) {
            out.push(class);
        }
    }
    out
}

fn latin(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).map(|at| class(&chars, at)).collect()
}

/// The classes of the letter at a place of a writing in Latin letters; none for vowels and what is not spoken.
pub(super) fn class(chars: &[char], at: usize) -> &'static str {
    let next = chars.get(at + 1).copied().unwrap_or(' ');
    let soft = matches!(next, 'e' | 'i' | 'y' | 'h');
    match chars[at] {
        'g' if at > 0 && chars[at - 1] == 'n' => "",
        'c' | 'g' if soft => "s",
        'k' | 'c' | 'q' | 'g' => "k",
        'x' => "ks",
        't' if next == 's' => "",
        't' | 'd' => "t",
        'p' if next == 'h' => "p",
        'p' | 'b' | 'v' | 'f' => "p",
        's' | 'z' | 'j' => "s",
        'm' => "m",
        'n' => "n",
        'r' | 'l' => "r",
        digit if digit.is_ascii_digit() => "0",
        _ => "",
    }
}

/// Consonants of Thai letters by their Royal spelling (RTGS, 1999); vowels, tones and the silent letter are passed over.
fn thai(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (at, char) in chars.iter().enumerate() {
        let silent = chars.get(at + 1) == Some(&'์')
            || chars.get(at + 2) == Some(&'์') && matches!(chars.get(at + 1), Some('ิ' | 'ุ'));
        if !silent {
            out.push_str(thai_class(*char));
        }
    }
    out
}

fn thai_class(char: char) -> &'static str {
    match char {
        'ก'..='ฆ' => "k",
        'ง' | 'ณ' | 'น' => "n",
        'จ'..='ฌ' | 'ศ'..='ส' => "s",
        'ฎ'..='ฒ' | 'ด'..='ธ' => "t",
        'บ'..='ภ' => "p",
        'ม' => "m",
        'ร' | 'ล' | 'ฬ' => "r",
        'ญ' | 'ย' | 'ว' | 'ห' | 'อ' | 'ฮ' => "",
        _ => "",
    }
}
