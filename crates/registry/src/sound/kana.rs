//! Kana to Latin letters (Hepburn, long vowels short).

use std::collections::HashMap;
use std::sync::LazyLock;

static TABLE: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| SYLLABLES.split_whitespace().filter_map(|pair| pair.split_once(':')).collect());

/// Syllables of katakana. Small kana were made large before, so pairs stand with large ones.
const SYLLABLES: &str = "ア:a イ:i ウ:u エ:e オ:o カ:ka キ:ki ク:ku ケ:ke コ:ko ガ:ga ギ:gi グ:gu ゲ:ge ゴ:go サ:sa シ:shi ス:su セ:se ソ:so \
ザ:za ジ:ji ズ:zu ゼ:ze ゾ:zo タ:ta チ:chi ツ:tsu テ:te ト:to ダ:da ヂ:ji ヅ:zu デ:de ド:do ナ:na ニ:ni ヌ:nu ネ:ne ノ:no ハ:ha ヒ:hi フ:fu ヘ:he ホ:ho \
バ:ba ビ:bi ブ:bu ベ:be ボ:bo パ:pa ピ:pi プ:pu ペ:pe ポ:po マ:ma ミ:mi ム:mu メ:me モ:mo ヤ:ya ユ:yu ヨ:yo ラ:ra リ:ri ル:ru レ:re ロ:ro \
ワ:wa ヰ:i ヱ:e ヲ:o ン:n ヴ:v キヤ:kya キユ:kyu キヨ:kyo ギヤ:gya ギユ:gyu ギヨ:gyo シヤ:sha シユ:shu シヨ:sho シエ:she ジヤ:ja ジユ:ju ジヨ:jo ジエ:je \
チヤ:cha チユ:chu チヨ:cho チエ:che ニヤ:nya ニユ:nyu ニヨ:nyo ヒヤ:hya ヒユ:hyu ヒヨ:hyo ビヤ:bya ビユ:byu ビヨ:byo ピヤ:pya ピユ:pyu ピヨ:pyo \
ミヤ:mya ミユ:myu ミヨ:myo リヤ:rya リユ:ryu リヨ:ryo フア:fa フイ:fi フエ:fe フオ:fo テイ:ti デイ:di ウイ:wi ウエ:we ウオ:wo ヴア:va ヴイ:vi ヴエ:ve ヴオ:vo";

/// The reading of a text of kana; other characters stay.
pub(crate) fn romaji(text: &str) -> String {
    let chars: Vec<char> = text.chars().map(katakana).collect();
    let mut out = String::new();
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        let pair: String = chars.iter().skip(at).take(2).collect();
        if let Some(sound) = sound(&pair).filter(|_| pair.chars().count() == 2) {
            out.push_str(sound);
            at += 2;
        } else {
            one(char, chars.get(at + 1).copied(), &mut out);
            at += 1;
        }
    }
    short(&out)
}

fn one(char: char, next: Option<char>, out: &mut String) {
    if char == 'ー' {
        return;
    }
    // The sign of a doubled consonant was made large with the other small kana; before a consonant it is taken as one.
    let doubled = char == 'ツ' && next.is_some_and(|next| "カキクケコサシスセソタチツテトパピプペポ".contains(next));
    match sound(char.encode_utf8(&mut [0; 4])) {
        Some(_) if doubled && !out.is_empty() => {}
        Some(sound) => out.push_str(sound),
        None => out.push(char),
    }
}

fn sound(kana: &str) -> Option<&'static str> {
    TABLE.get(kana).copied()
}

/// The syllables with their sounds.
pub(crate) fn table() -> &'static HashMap<&'static str, &'static str> {
    &TABLE
}

/// Hiragana become katakana.
pub(crate) fn katakana(char: char) -> char {
    match u32::from(char) {
        code @ 0x3041..=0x3096 => char::from_u32(code + 0x60).unwrap_or(char),
        _ => char,
    }
}

/// Long vowels written short, m before a lip sound as n: spellings differ in these.
pub(crate) fn short(text: &str) -> String {
    let pairs =
        [("ou", "o"), ("oo", "o"), ("oh", "o"), ("uu", "u"), ("mb", "nb"), ("mp", "np"), ("mm", "nm"), ("tch", "ch")];
    let text = pairs.iter().fold(text.to_owned(), |text, (long, short)| text.replace(long, short));
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        let double = out.ends_with(char) && matches!(char, 'k' | 's' | 't' | 'p');
        if !double {
            out.push(char);
        }
    }
    out
}

/// The names of the Latin letters in katakana, as folded: small kana large.
const LETTERS: [&str; 26] = [
    "エー",
    "ビー",
    "シー",
    "デイー",
    "イー",
    "エフ",
    "ジー",
    "エイチ",
    "アイ",
    "ジエイ",
    "ケー",
    "エル",
    "エム",
    "エヌ",
    "オー",
    "ピー",
    "キユー",
    "アール",
    "エス",
    "テイー",
    "ユー",
    "ブイ",
    "ダブリユー",
    "エツクス",
    "ワイ",
    "ゼツト",
];
/// The names of the Latin letters in Hangul.
const HANGUL: [&str; 26] = [
    "에이",
    "비",
    "씨",
    "디",
    "이",
    "에프",
    "지",
    "에이치",
    "아이",
    "제이",
    "케이",
    "엘",
    "엠",
    "엔",
    "오",
    "피",
    "큐",
    "알",
    "에스",
    "티",
    "유",
    "브이",
    "더블유",
    "엑스",
    "와이",
    "지트",
];
/// Longer runs of letters are words.
const INITIALS: usize = 4;

/// A writing with short runs of Latin letters spelled in kana: ABC as エービーシー.
pub(crate) fn letters_in_kana(text: &str) -> String {
    spelled(text, &LETTERS)
}

/// A writing with short runs of Latin letters spelled in Hangul: SK as 에스케이.
pub(crate) fn letters_in_hangul(text: &str) -> String {
    spelled(text, &HANGUL)
}

fn spelled(text: &str, names: &[&str; 26]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for char in text.chars() {
        if char.is_ascii_lowercase() {
            run.push(char);
            continue;
        }
        spell(&std::mem::take(&mut run), names, &mut out);
        out.push(char);
    }
    spell(&run, names, &mut out);
    out
}

fn spell(run: &str, names: &[&str; 26], out: &mut String) {
    if run.len() > INITIALS {
        out.push_str(run);
        return;
    }
    for byte in run.bytes() {
        out.push_str(names.get(usize::from(byte - b'a')).copied().unwrap_or_default());
    }
}
