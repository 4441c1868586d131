//! Whether two writings of different scripts sound alike: pinyin, Wade-Giles, Cantonese, kana and Japanese readings,
//! Hangul, Thai.

mod consonants;
mod han;
mod hangul;
mod kana;
mod syllables;

pub(crate) use consonants::consonants;
pub(crate) use han::mandarin;
pub(crate) use kana::{katakana, letters_in_hangul, letters_in_kana, short, table as kana_table};

use crate::fold::Script;

/// How the sound of one writing was found in the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Mandarin in pinyin.
    Pinyin,
    /// Mandarin in the spelling of Wade and Giles.
    WadeGiles,
    /// Cantonese.
    Cantonese,
    /// Japanese in Latin letters.
    Romaji,
    /// Korean reading of Chinese characters.
    SinoKorean,
    /// Hangul in Latin letters.
    Hangul,
    /// The same consonants in the same order: a loose match, for loan words.
    Consonants,
}

/// Fewer consonants than these are shared by chance.
const FEW: usize = 4;

/// How a writing is read in Latin letters, the usual readings first: what a candidate is looked up by.
pub(crate) fn readings(text: &str) -> Vec<String> {
    match main_script(text) {
        Script::Han => han::usual_readings(text),
        Script::Kana => vec![kana::romaji(text)],
        Script::Hangul => vec![hangul::romanised(text)],
        Script::Latin => vec![text.to_owned(), kana::short(text)],
        _ => Vec::new(),
    }
}

/// The usual Japanese reading of a whole name, where all of its characters have one: trades are often read, not translated.
pub(crate) fn whole_reading(text: &str) -> Option<String> {
    (main_script(text) == Script::Han).then(|| han::first_japanese(text)).flatten()
}

/// Whether one writing is the other read aloud. Both are compact and folded.
pub(crate) fn alike(one: &str, other: &str) -> Option<Reading> {
    if one.is_empty() || other.is_empty() {
        return None;
    }
    spelled(one, other).or_else(|| spelled(other, one)).or_else(|| loose(one, other))
}

/// Whether the second, in Latin letters or Hangul, spells the first.
fn spelled(written: &str, spelling: &str) -> Option<Reading> {
    let latin = spelling.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let hangul = spelling.chars().all(|char| Script::of(char) == Script::Hangul);
    let script = main_script(written);
    match script {
        Script::Han | Script::Kana if latin => han::spelled(written, spelling),
        Script::Hangul if latin => hangul::spelled(written, spelling).then_some(Reading::Hangul),
        Script::Han if hangul => han::sino_korean(written, spelling).then_some(Reading::SinoKorean),
        Script::Han if is_kana(spelling) => han::japanese(written, &kana::romaji(spelling)).then_some(Reading::Romaji),
        _ => None,
    }
}

fn loose(one: &str, other: &str) -> Option<Reading> {
    let (left, right) = (main_script(one), main_script(other));
    let loan = |script| matches!(script, Script::Kana | Script::Hangul | Script::Thai);
    if left == right || !(loan(left) || loan(right)) || [left, right].contains(&Script::Han) {
        return None;
    }
    let (left, right) = (consonants(one), consonants(other));
    (left == right && left.len() >= FEW && syllables::agree(one, other)).then_some(Reading::Consonants)
}

/// Whether two writings in kana and characters of Japan may be read alike.
pub(crate) fn same_in_kana(one: &str, other: &str) -> bool {
    let all = |text: &str| is_kana(text).then(|| kana::romaji(text));
    match (all(one), all(other)) {
        (Some(left), Some(right)) => left == right,
        (Some(kana), None) => han::japanese(other, &kana),
        (None, Some(kana)) => han::japanese(one, &kana),
        (None, None) => han::parts_alike(one, other),
    }
}

fn is_kana(text: &str) -> bool {
    text.chars().all(|char| Script::of(char) == Script::Kana)
}

/// The script of a writing; Han where characters and kana are mixed.
pub(crate) fn main_script(text: &str) -> Script {
    let scripts = || text.chars().map(Script::of);
    let order = [Script::Han, Script::Kana, Script::Hangul, Script::Thai];
    order.into_iter().find(|wanted| scripts().any(|script| script == *wanted)).unwrap_or(Script::Latin)
}

#[cfg(test)]
mod tests {
    use super::{Reading, alike};
    use crate::fold::fold;

    fn read(one: &str, other: &str) -> Option<Reading> {
        let compact = |text| fold(text).replace(' ', "");
        alike(&compact(one), &compact(other))
    }

    #[test]
    fn writing_and_its_reading_are_alike() {
        for (one, other, reading) in [
            ("锐禾", "Ruihe", Reading::Pinyin),
            ("重庆", "Chongqing", Reading::Pinyin),
            ("吕", "Lü", Reading::Pinyin),
            ("協昇", "Hsieh Sheng", Reading::WadeGiles),
            ("正崴", "Cheng Uei", Reading::WadeGiles),
            ("恒生", "Hang Sang", Reading::Cantonese),
            ("斎藤", "Saito", Reading::Romaji),
            ("大林", "Ōbayashi", Reading::Romaji),
            ("架空", "Kaku", Reading::Romaji),
            ("サクラ架空", "Sakura Kaku", Reading::Romaji),
            ("山田", "ヤマダ", Reading::Romaji),
            ("三星", "삼성", Reading::SinoKorean),
            ("하늘", "Haneul", Reading::Hangul),
            ("가상", "Kasang", Reading::Hangul),
            ("フィクティバ", "Fictiva", Reading::Consonants),
            ("サムソナイト", "Samsonite", Reading::Consonants),
            ("ロックウェルコリンズ", "Rockwell Collins", Reading::Consonants),
            ("콘티넨탈", "Continental", Reading::Consonants),
            ("ボストンコンサルティング", "Boston Consulting", Reading::Consonants),
            ("สมมติรุ่งเรือง", "Sommot Rungrueang", Reading::Consonants),
        ] {
            assert_eq!(read(one, other), Some(reading), "{one} {other}");
            assert_eq!(read(other, one), Some(reading), "{other} {one}");
        }
    }

    #[test]
    fn other_sounds_are_not_alike() {
        for (one, other) in [
            ("锐禾", "Ruihua"),
            ("佐藤", "Saito"),
            ("デンソー", "Zensho"),
            ("", ""),
            ("三菱", "Mitsui"),
            ("ปตท", "BTS"),
            ("ケフケケレ", "Wickviklowhar"),
            ("ラトレムレ", "Lowtaramhar"),
            ("セテシテラ", "Estestderhar"),
            ("クラモヒチ", "Greramseysey"),
            ("ルセワトレ", "Lowestalal"),
        ] {
            assert_eq!(read(one, other), None, "{one} {other}");
        }
    }
}
