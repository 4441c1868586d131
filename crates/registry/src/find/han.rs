//! Chinese names as they are read: pinyin, and the first letters of it.

use super::{Class, TERM};
use crate::fold::Script;
use crate::sound::mandarin;

/// Characters that names of companies and places carry in two readings; of all others the first of the dictionary counts.
/// Common knowledge.
const TWO: [(char, [&str; 2]); 22] = [
    ('重', ["zhong", "chong"]),
    ('长', ["chang", "zhang"]),
    ('行', ["hang", "xing"]),
    ('乐', ["le", "yue"]),
    ('都', ["du", "dou"]),
    ('绿', ["lv", "lu"]),
    ('地', ["di", "de"]),
    ('朝', ["chao", "zhao"]),
    ('厦', ["xia", "sha"]),
    ('藏', ["cang", "zang"]),
    ('传', ["chuan", "zhuan"]),
    ('会', ["hui", "kuai"]),
    ('盛', ["sheng", "cheng"]),
    ('曾', ["zeng", "ceng"]),
    ('车', ["che", "ju"]),
    ('番', ["fan", "pan"]),
    ('调', ["tiao", "diao"]),
    ('单', ["dan", "shan"]),
    ('六', ["liu", "lu"]),
    ('蚌', ["bang", "beng"]),
    ('系', ["xi", "ji"]),
    ('和', ["he", "huo"]),
];
/// Initials of a name that are kept.
const INITIALS: usize = 8;
/// Ways to read a beginning that are kept.
const WAYS: usize = 4;

/// Whether a folded name may be read in Chinese: characters, no kana, and not said to be of another language.
pub(super) fn is_chinese(folded: &str, language: Option<&str>) -> bool {
    let has = |wanted: Script| folded.chars().any(|char| Script::of(char) == wanted);
    let other = language.is_some_and(|tag| ["ja", "ko", "vi"].iter().any(|code| is_language(tag, code)));
    !other && has(Script::Han) && !has(Script::Kana) && !has(Script::Hangul)
}

pub(super) fn is_language(tag: &str, code: &str) -> bool {
    tag.get(..code.len()).is_some_and(|start| start.eq_ignore_ascii_case(code))
        && tag.as_bytes().get(code.len()).is_none_or(|byte| *byte == b'-')
}

/// Readings of a character, the usual one first; `v` stands for ü.
pub(super) fn readings(char: char) -> Vec<&'static str> {
    match TWO.iter().find(|(one, _)| *one == char) {
        Some((_, both)) => both.to_vec(),
        None => mandarin(char).into_iter().collect(),
    }
}

/// Adds the readings from each of the places (and whether it is the beginning of the name).
pub(super) fn terms(compact: &str, starts: &[(usize, bool)], terms: &mut Vec<String>) {
    for (start, first) in starts {
        let rest = compact.get(*start..).unwrap_or_default();
        let is_han = |text: &str| text.chars().take(TERM).any(|char| Script::of(char) == Script::Han);
        if !is_han(rest) {
            continue;
        }
        let (whole, initials) =
            if *first { (Class::Reading, Class::Initials) } else { (Class::ReadingInside, Class::InitialsInside) };
        for (read, letters) in ways(rest) {
            if read.contains('v') {
                terms.push(whole.term(&read.replace('v', "u")));
            }
            terms.push(whole.term(&read));
            if letters.len() > 1 {
                terms.push(initials.term(&letters));
            }
        }
    }
}

/// The beginning of a text read aloud, and its first letters, in a few ways.
fn ways(text: &str) -> Vec<(String, String)> {
    let mut ways = vec![(String::new(), String::new())];
    for char in text.chars().take(TERM) {
        let read: Vec<String> = match Script::of(char) {
            Script::Han => readings(char).into_iter().map(str::to_owned).collect(),
            Script::Latin | Script::Digit => vec![char.to_string()],
            _ => Vec::new(),
        };
        if read.is_empty() || ways.iter().all(|(read, letters)| read.len() >= TERM && letters.len() >= INITIALS) {
            break;
        }
        let room = ways.len() * read.len() <= WAYS;
        let taken = if room { read.len() } else { 1 };
        ways = ways
            .iter()
            .flat_map(|(whole, letters)| {
                read.iter().take(taken).map(move |sound| {
                    let initial = sound.chars().next().filter(|_| letters.len() < INITIALS);
                    (format!("{whole}{sound}"), letters.chars().chain(initial).collect::<String>())
                })
            })
            .collect();
    }
    ways.retain(|(read, _)| !read.is_empty());
    ways
}
