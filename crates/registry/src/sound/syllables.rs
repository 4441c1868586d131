//! Whether two writings with the same consonants also have vowels that go together: `wickviklowhar` is not ケフケケレ.

use super::{consonants, hangul, kana, main_script};
use crate::fold::Script;

/// A consonant with the vowels that follow it; `-` where the writing begins with a vowel.
struct Syllable {
    class: char,
    vowels: String,
}

/// Whether the vowels between the consonants agree: a shared one counts two, a neighbour one, and two of three points at least are
/// needed. Thai is not asked: it leaves vowels out.
pub(super) fn agree(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (syllables(one), syllables(other)) else { return true };
    if one.len() != other.len() || one.iter().zip(&other).any(|(left, right)| left.class != right.class) {
        return false;
    }
    let points: Vec<usize> =
        one.iter().zip(&other).filter_map(|(left, right)| points(&left.vowels, &right.vowels)).collect();
    points.iter().sum::<usize>() * 3 >= points.len() * 4
}

fn syllables(text: &str) -> Option<Vec<Syllable>> {
    match main_script(text) {
        Script::Kana => Some(of_latin(&kana::romaji(text))),
        Script::Hangul => Some(of_latin(&hangul::romanised(text))),
        Script::Latin => Some(of_latin(text)),
        _ => None,
    }
}

fn of_latin(text: &str) -> Vec<Syllable> {
    let chars: Vec<char> = text.chars().collect();
    let mut out: Vec<Syllable> = Vec::new();
    for (at, char) in chars.iter().enumerate() {
        if matches!(char, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') {
            match out.last_mut() {
                Some(last) => last.vowels.push(*char),
                None => out.push(Syllable { class: '-', vowels: char.to_string() }),
            }
            continue;
        }
        for class in consonants::class(&chars, at).chars() {
            let doubled = out.last().is_some_and(|last| last.class == class && last.vowels.is_empty());
            if !doubled {
                out.push(Syllable { class, vowels: String::new() });
            }
        }
    }
    out
}

/// Loan words put i, o or u where there was no vowel: that says nothing. They hear others by their neighbours.
fn points(one: &str, other: &str) -> Option<usize> {
    if one.is_empty() || other.is_empty() {
        let put_in = |vowels: &str| vowels.chars().all(|vowel| matches!(vowel, 'i' | 'o' | 'u'));
        return (!put_in(one) || !put_in(other)).then_some(0);
    }
    let any = |alike: fn(char, char) -> bool| one.chars().any(|left| other.chars().any(|right| alike(left, right)));
    Some(if any(|left, right| left == right) { 2 } else { usize::from(any(near)) })
}

/// a is heard as e, o or u, e as i, o as u.
fn near(one: char, other: char) -> bool {
    let order = |vowel| "iyeaou".find(vowel);
    let apart = order(one).zip(order(other)).map(|(left, right)| left.abs_diff(right));
    apart == Some(1) || matches!((one, other), ('i', 'e') | ('e', 'i') | ('a', 'u') | ('u', 'a'))
}
