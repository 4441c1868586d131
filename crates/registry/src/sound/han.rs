//! Readings of Chinese characters. Facts: data/readings.tsv.

use super::{Reading, kana};
use crate::fold::Script;
use std::collections::HashMap;
use std::sync::LazyLock;

static READINGS: LazyLock<HashMap<char, Readings>> = LazyLock::new(|| load(include_str!("../../data/readings.tsv")));

/// A writing is read up to so many letters.
const LONGEST: usize = 120;

/// Readings that occur in names of families and places only. Common knowledge.
const IN_NAMES: [(char, &str); 16] = [
    ('大', "o"),
    ('三', "mi"),
    ('新', "nii"),
    ('边', "nabe"),
    ('部', "be"),
    ('谷', "ya"),
    ('日', "ka"),
    ('菱', "bishi"),
    ('本', "mo"),
    ('长', "osa"),
    ('田', "ta"),
    ('井', "i"),
    ('木', "gi"),
    ('城', "gi"),
    ('丰', "toyo"),
    ('和', "wa"),
];

struct Readings {
    mandarin: &'static str,
    cantonese: &'static str,
    hangul: &'static str,
    japanese: &'static str,
}

/// Whether Latin letters spell a writing of characters and kana, and in which system.
pub(super) fn spelled(written: &str, spelling: &str) -> Option<Reading> {
    let kana = written.chars().any(|char| Script::of(char) == Script::Kana);
    if !kana && reads(written, spelling, &pinyin) {
        return Some(Reading::Pinyin);
    }
    if japanese(written, &kana::short(spelling)) {
        return Some(Reading::Romaji);
    }
    if !kana && reads(written, spelling, &wade_giles) {
        return Some(Reading::WadeGiles);
    }
    (!kana && reads(written, spelling, &cantonese)).then_some(Reading::Cantonese)
}

/// Whether Latin letters, long vowels written short, are a Japanese reading.
pub(super) fn japanese(written: &str, spelling: &str) -> bool {
    let written: Vec<String> = runs(written);
    let pieces: Vec<Vec<String>> = written.iter().enumerate().map(|(at, run)| run_readings(run, at > 0)).collect();
    walk(&pieces, spelling)
}

/// Whether two mixed writings are alike but for a part that one has in kana and the other in characters.
pub(super) fn parts_alike(one: &str, other: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = left.iter().zip(&right).take_while(|(left, right)| left == right).count();
    let rest = |chars: &[char]| chars.iter().skip(same).copied().collect::<Vec<char>>();
    let (left, right) = (rest(&left), rest(&right));
    let end = left.iter().rev().zip(right.iter().rev()).take_while(|(left, right)| left == right).count();
    let middle = |chars: &[char]| chars.iter().take(chars.len() - end).collect::<String>();
    let (left, right) = (middle(&left), middle(&right));
    let kana = |text: &str| !text.is_empty() && text.chars().all(|char| Script::of(char) == Script::Kana);
    kana(&left) && japanese(&right, &kana::romaji(&left)) || kana(&right) && japanese(&left, &kana::romaji(&right))
}

/// Whether Hangul are the Korean reading of characters.
pub(super) fn sino_korean(written: &str, spelling: &str) -> bool {
    let readings = |char: char| READINGS.get(&char).map_or("", |readings| readings.hangul);
    let pieces: Vec<Vec<String>> =
        written.chars().map(|char| readings(char).split(',').map(str::to_owned).collect()).collect();
    walk(&pieces, spelling)
}

fn reads(written: &str, spelling: &str, system: &dyn Fn(char) -> Vec<String>) -> bool {
    let pieces: Vec<Vec<String>> = written.chars().map(system).collect();
    walk(&pieces, spelling)
}

/// Whether one reading of each piece after the other makes the spelling. Time grows with pieces times letters.
fn walk(pieces: &[Vec<String>], spelling: &str) -> bool {
    if spelling.len() > LONGEST || pieces.len() > spelling.len() {
        return false;
    }
    let mut at = vec![0];
    for readings in pieces {
        let mut next = Vec::new();
        for from in &at {
            let rest = spelling.get(*from..).unwrap_or_default();
            let ends = readings.iter().filter(|reading| !reading.is_empty() && rest.starts_with(reading.as_str()));
            next.extend(ends.map(|reading| from + reading.len()));
        }
        next.sort_unstable();
        next.dedup();
        at = next;
    }
    at.contains(&spelling.len())
}

/// The usual reading of a character in Mandarin, without its tone; `v` for ü.
pub(crate) fn mandarin(char: char) -> Option<&'static str> {
    READINGS.get(&char)?.mandarin.split(',').next().filter(|reading| !reading.is_empty())
}

fn pinyin(char: char) -> Vec<String> {
    if char.is_ascii_alphanumeric() {
        return vec![char.to_string()];
    }
    let readings = READINGS.get(&char).map_or("", |readings| readings.mandarin);
    readings
        .split(',')
        .flat_map(|reading| [reading.to_owned(), reading.replace('v', "u"), reading.replace('v', "ue")])
        .collect()
}

fn cantonese(char: char) -> Vec<String> {
    let readings = READINGS.get(&char).map_or("", |readings| readings.cantonese);
    readings.split(',').flat_map(loose_cantonese).collect()
}

/// The spellings of Hong Kong differ from those of the dictionary in vowels above all.
fn loose_cantonese(reading: &str) -> Vec<String> {
    let swaps = [
        ("aa", "a"),
        ("j", "y"),
        ("eo", "u"),
        ("oe", "eu"),
        ("z", "ch"),
        ("c", "ts"),
        ("z", "ts"),
        ("ei", "ee"),
        ("ou", "o"),
        ("yu", "u"),
        ("au", "ow"),
        ("c", "ch"),
        ("gw", "kw"),
        ("g", "k"),
        ("ung", "oong"),
    ];
    let mut all = vec![reading.to_owned()];
    for (from, to) in swaps {
        let more: Vec<String> =
            all.iter().filter(|one| one.contains(from)).map(|one| one.replacen(from, to, 1)).collect();
        all.extend(more);
        all.truncate(64);
    }
    all
}

fn wade_giles(char: char) -> Vec<String> {
    let mut all = Vec::new();
    for reading in pinyin(char) {
        let (initial, last) = split(&reading);
        for initial in wade_initials(initial, last) {
            all.extend(wade_finals(initial, last).into_iter().map(|last| format!("{initial}{last}")));
        }
    }
    all
}

fn split(pinyin: &str) -> (&str, &str) {
    let vowel = pinyin.find(['a', 'e', 'i', 'o', 'u', 'v']).unwrap_or(0);
    pinyin.split_at(vowel)
}

/// Initials of Wade and Giles as companies of Taiwan write them, without apostrophes.
fn wade_initials<'a>(initial: &'a str, last: &str) -> Vec<&'a str> {
    match initial {
        "b" => vec!["p"],
        "d" => vec!["t"],
        "g" => vec!["k"],
        "j" | "q" => vec!["ch"],
        "x" => vec!["hs", "sh"],
        "zh" => vec!["ch", "j"],
        "z" | "c" => vec!["ts", "tz"],
        "r" => vec!["j"],
        "y" if last.starts_with('i') => vec!["", "y"],
        "y" => vec!["y"],
        "w" => vec!["w", "u"],
        "" => vec![""],
        other => vec![other],
    }
}

fn wade_finals(initial: &str, last: &str) -> Vec<String> {
    let mut all = vec![last.to_owned()];
    let more: &[&str] = match last {
        "ong" => &["ung"],
        "ie" => &["ieh"],
        "ian" => &["ien"],
        "ui" => &["uei"],
        "uo" => &["o"],
        "e" => &["eh", "o"],
        "i" => &["ih", "u", "ee"],
        "iong" => &["iung"],
        "ei" => &["uei"],
        "ue" | "ve" => &["ueh"],
        "uan" | "van" => &["uan", "uen"],
        "an" if initial == "y" => &["en"],
        "ou" if initial == "y" => &["u", "o"],
        "ao" => &["au"],
        "iu" => &["iou"],
        "un" => &["uen"],
        _ => &[],
    };
    all.extend(more.iter().map(|last| (*last).to_owned()));
    all
}

/// Single characters, and runs of kana as one.
fn runs(written: &str) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    for char in written.chars() {
        let joins = |run: &&mut String| {
            Script::of(char) != Script::Han && run.chars().all(|last| Script::of(last) == Script::of(char))
        };
        match runs.last_mut().filter(joins) {
            Some(run) => run.push(char),
            None => runs.push(char.to_string()),
        }
    }
    runs
}

fn run_readings(run: &str, inside: bool) -> Vec<String> {
    let mut chars = run.chars();
    let first = chars.next().unwrap_or_default();
    if Script::of(first) != Script::Han {
        return vec![kana::romaji(run)];
    }
    let readings = READINGS.get(&first).map_or("", |readings| readings.japanese);
    let mut all: Vec<String> = readings.split(',').filter(|reading| !reading.is_empty()).map(kana::short).collect();
    all.extend(IN_NAMES.iter().filter(|(char, _)| *char == first).map(|(_, reading)| (*reading).to_owned()));
    if inside {
        let voiced: Vec<String> = all.iter().filter_map(|reading| voice(reading)).collect();
        all.extend(voiced);
    }
    all
}

/// The first consonant of a later part of a compound becomes voiced: hayashi, Obayashi.
fn voice(reading: &str) -> Option<String> {
    let pairs = [("ch", "j"), ("sh", "j"), ("ts", "z"), ("h", "b"), ("f", "b"), ("k", "g"), ("s", "z"), ("t", "d")];
    pairs.iter().find_map(|(plain, voiced)| reading.strip_prefix(plain).map(|rest| format!("{voiced}{rest}")))
}

/// The usual readings of a whole writing: Mandarin by the first reading of each character, Wade and Giles of that, and
/// Japanese by the first two.
pub(super) fn usual_readings(written: &str) -> Vec<String> {
    let first = |system: &dyn Fn(char) -> Vec<String>| {
        written.chars().map(|char| system(char).into_iter().next()).collect::<Option<String>>()
    };
    let mut all: Vec<String> = [first(&pinyin), first(&wade_giles)].into_iter().flatten().collect();
    all.extend(japanese_readings(written));
    all.dedup();
    all
}

/// The first Japanese reading of each character.
pub(super) fn first_japanese(written: &str) -> Option<String> {
    runs(written).iter().map(|run| run_readings(run, false).into_iter().next()).collect()
}

/// At most so many readings of a writing are filed.
const FILED: usize = 6;

fn japanese_readings(written: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for (at, run) in runs(written).iter().enumerate() {
        let readings: Vec<String> = run_readings(run, at > 0).into_iter().take(2).collect();
        if readings.is_empty() {
            return Vec::new();
        }
        all = readings
            .iter()
            .flat_map(|reading| all.iter().map(move |before| format!("{before}{reading}")))
            .take(FILED)
            .collect();
    }
    all
}

fn load(data: &'static str) -> HashMap<char, Readings> {
    let rows = data.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let mut columns = line.split('\t');
        let char = columns.next()?.chars().next()?;
        let [mandarin, cantonese, hangul, japanese] =
            [columns.next()?, columns.next()?, columns.next()?, columns.next()?];
        Some((char, Readings { mandarin, cantonese, hangul, japanese }))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::sound::hangul;

    #[test]
    fn romanised_hangul_is_within_reach() {
        assert_eq!(hangul::romanised("삼성"), "samseong");
    }
}
