//! How the cores of two names stand to one another: what they are called by.

use super::names::Spoken;
use crate::fold::Script;
use crate::name::Name;
use crate::sound::{self, Reading};
use unicode_normalization::UnicodeNormalization;

/// Why two cores are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CoreRelation {
    /// The same letters.
    Same,
    /// Words of one known group.
    Group,
    /// One read aloud.
    Read(Reading),
    /// The whole name without places and form read aloud, its trades too (精機, Seiki).
    Whole(Reading),
    /// Letters in one, their names in kana in the other.
    Letters,
    /// Neither name has a core.
    None,
}

pub(super) fn relation(one: &Spoken, other: &Spoken) -> Option<CoreRelation> {
    let (left, right) = (&one.name.core, &other.name.core);
    if left.is_empty() && right.is_empty() {
        return Some(CoreRelation::None);
    }
    if left.is_empty() || right.is_empty() {
        return None;
    }
    if left == right {
        return Some(CoreRelation::Same);
    }
    if one.found.core.is_some() && one.found.core == other.found.core {
        return Some(CoreRelation::Group);
    }
    if sound::letters_in_kana(left) == sound::letters_in_kana(right)
        || (hangul(left) || hangul(right)) && sound::letters_in_hangul(left) == sound::letters_in_hangul(right)
    {
        return Some(CoreRelation::Letters);
    }
    if !across(&one.name, &other.name) {
        return None;
    }
    let whole = || sound::alike(&one.name.rest, &other.name.rest).map(CoreRelation::Whole);
    sound::alike(left, right).map(CoreRelation::Read).or_else(whole)
}

fn hangul(text: &str) -> bool {
    text.chars().any(|char| Script::of(char) == Script::Hangul)
}

/// Traditional characters that became one simplified character, but are two characters of names.
const MERGED: [(char, char); 34] = [
    ('乾', '干'),
    ('幹', '干'),
    ('鬥', '斗'),
    ('裏', '里'),
    ('裡', '里'),
    ('衝', '沖'),
    ('麵', '面'),
    ('發', '髮'),
    ('註', '注'),
    ('併', '并'),
    ('係', '系'),
    ('嶽', '岳'),
    ('昇', '升'),
    ('鐘', '鍾'),
    ('乾', '幹'),
    ('雲', '云'),
    ('豐', '丰'),
    ('後', '后'),
    ('範', '范'),
    ('餘', '余'),
    ('鬆', '松'),
    ('葉', '叶'),
    ('薑', '姜'),
    ('誌', '志'),
    ('遊', '游'),
    ('週', '周'),
    ('佈', '布'),
    ('築', '筑'),
    ('曆', '歷'),
    ('匯', '彙'),
    ('復', '複'),
    ('徵', '征'),
    ('穀', '谷'),
    ('鬱', '郁'),
];

/// Whether two names in traditional characters differ by two characters that only the simplified writing makes one.
pub(super) fn parted(one: &str, other: &str) -> bool {
    let han = |text: &str| text.chars().filter(|char| Script::of(*char) == Script::Han).collect::<Vec<_>>();
    let (left, right) = (han(one), han(other));
    let merged = |left: char, right: char| MERGED.contains(&(left, right)) || MERGED.contains(&(right, left));
    let differ = left.len() == right.len() && left.iter().zip(&right).any(|(left, right)| merged(*left, *right));
    let traditional = |text: &[char], own: &[char]| {
        text.iter().zip(own).any(|(char, other)| char == other && crate::fold::simplified(*char) != *char)
    };
    differ && traditional(&left, &right)
}

/// Whether two names differ in small and large kana: one company in sloppy writing, or two.
pub(super) fn kana_differ(one: &str, other: &str) -> bool {
    let kana = |text: &str| {
        text.nfkc().filter(|char| *char != '・' && Script::of(*char) == Script::Kana).collect::<Vec<char>>()
    };
    let (left, right) = (kana(one), kana(other));
    left.len() == right.len() && left != right
}

/// Whether two names are written in different scripts: words of one meaning are then one word.
pub(super) fn across(one: &Name, other: &Name) -> bool {
    let script = |name: &Name| sound::main_script(if name.core.is_empty() { &name.rest } else { &name.core });
    let kana_only = |name: &Name| name.core.chars().all(|char| Script::of(char) == Script::Kana);
    let (left, right) = (script(one), script(other));
    let japanese = matches!((left, right), (Script::Han, Script::Kana) | (Script::Kana, Script::Han));
    left != right && !(japanese && (kana_only(one) || kana_only(other)))
}

/// Fewer letters than these are another word when one differs.
const LONG: usize = 8;

/// Whether two cores differ by a slip: a letter more or less in a long word, kana for characters of one reading, or two
/// characters that are often taken for one another.
pub(super) fn near(one: &Name, other: &Name) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (one.core.chars().collect(), other.core.chars().collect());
    if left.is_empty() || right.is_empty() || one.core == other.core {
        return false;
    }
    let latin = one.core.is_ascii() && other.core.is_ascii();
    if latin {
        return left.len().min(right.len()) >= LONG && one_letter_more(&left, &right);
    }
    let long_marks = |chars: &[char]| chars.iter().filter(|char| **char != 'ー').copied().collect::<Vec<_>>();
    confused(&left, &right) || long_marks(&left) == long_marks(&right) || kana_for_characters(&one.core, &other.core)
}

fn one_letter_more(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(long).take_while(|(left, right)| left == right).count();
    long.len() == short.len() + 1 && short.get(same..) == long.get(same + 1..)
        || long.len() == short.len() && same > 0 && swapped(short, long, same)
}

fn swapped(one: &[char], other: &[char], at: usize) -> bool {
    one.get(at) == other.get(at + 1) && one.get(at + 1) == other.get(at) && one.get(at + 2..) == other.get(at + 2..)
}

/// Characters of names that are taken for one another. Each line of usage: 斎 and 斉, 太 and 大.
const CONFUSED: [(char, char); 10] = [
    ('岛', '嶋'),
    ('富', '冨'),
    ('斋', '齐'),
    ('太', '大'),
    ('己', '巳'),
    ('未', '末'),
    ('泸', '滤'),
    ('崎', '埼'),
    ('荻', '萩'),
    ('管', '菅'),
];

fn confused(one: &[char], other: &[char]) -> bool {
    let mut differing = one.iter().zip(other).filter(|(left, right)| left != right);
    let first = differing.next();
    let pair = |left: char, right: char| CONFUSED.contains(&(left, right)) || CONFUSED.contains(&(right, left));
    one.len() == other.len() && differing.next().is_none() && first.is_some_and(|(left, right)| pair(*left, *right))
}

/// Kana on one side where the other has characters, in names of Japan.
fn kana_for_characters(one: &str, other: &str) -> bool {
    let has_kana = |text: &str| text.chars().any(|char| Script::of(char) == Script::Kana);
    if !(has_kana(one) || has_kana(other)) {
        return false;
    }
    sound::same_in_kana(one, other)
}
