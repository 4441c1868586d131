//! One writing to compare names in: half width, small letters without accents, simplified characters, plain brackets.

use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// A name is read up to so many characters; what is longer is no name.
pub(crate) const LONGEST: usize = 300;

static TABLE: LazyLock<HashMap<char, char>> = LazyLock::new(|| pairs(include_str!("../data/fold.tsv")));

/// The script that a character belongs to, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Script {
    Latin,
    Digit,
    Han,
    Kana,
    Hangul,
    Thai,
    Other,
}

impl Script {
    pub(crate) fn of(char: char) -> Self {
        match char {
            '0'..='9' => Self::Digit,
            'a'..='z' | 'A'..='Z' => Self::Latin,
            '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' => Self::Kana,
            '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '々' | '〇' => Self::Han,
            '\u{AC00}'..='\u{D7AF}' | '\u{1100}'..='\u{11FF}' => Self::Hangul,
            '\u{0E00}'..='\u{0E7F}' => Self::Thai,
            other if other.is_alphabetic() => Self::Latin,
            _ => Self::Other,
        }
    }

    /// Whether words of the script have spaces between them.
    pub(crate) fn spaced(self) -> bool {
        matches!(self, Self::Latin | Self::Digit)
    }
}

/// The folded writing: words of Latin script with single spaces between them, everything else without spaces, `(` and
/// `)` for all brackets, no other punctuation.
pub(crate) fn fold(text: &str) -> String {
    let chars: Vec<char> = text.nfkc().take(LONGEST).collect();
    let mut out = Folding { text: String::with_capacity(text.len()), gap: false };
    for (at, char) in chars.iter().enumerate() {
        match char {
            '(' | '[' | '{' | '〔' | '【' | '〈' | '<' | '［' => out.bracket('('),
            ')' | ']' | '}' | '〕' | '】' | '〉' | '>' | '］' => out.bracket(')'),
            '&' | '+' => out.word("and"),
            '.' if joins(&chars, at) => {}
            '\'' | '’' | '‘' | '`' | 'ʻ' | '´' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}' => {}
            char if char.is_alphanumeric() || is_combining_mark(*char) => out.letter(*char),
            _ => out.gap = true,
        }
    }
    spelled(numbered(toned(out.text)))
}

/// The English ending -tion is written with and without the tone mark in Thai: คอร์ปอเรชั่น and คอร์ปอเรชัน.
fn toned(text: String) -> String {
    if text.contains("ชั่น") { text.replace("ชั่น", "ชัน") } else { text }
}

/// Words that British and American English spell in two ways, and words that are often shortened; the second is kept.
const SPELLINGS: [(&str, &str); 14] = [
    ("gebr", "gebrueder"),
    ("bros", "brothers"),
    ("tyre", "tire"),
    ("tyres", "tires"),
    ("centre", "center"),
    ("centres", "centers"),
    ("fibre", "fiber"),
    ("fibres", "fibers"),
    ("aluminium", "aluminum"),
    ("colour", "color"),
    ("labour", "labor"),
    ("theatre", "theater"),
    ("jewellery", "jewelry"),
    ("programme", "program"),
];

fn spelled(text: String) -> String {
    if !SPELLINGS.iter().any(|(british, _)| text.contains(british)) {
        return text;
    }
    let word =
        |word: &str| SPELLINGS.iter().find(|(british, _)| *british == word).map_or(word, |(_, kept)| kept).to_owned();
    let is_letter = |char: char| char.is_ascii_lowercase();
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find(is_letter) {
        let (before, from) = rest.split_at(start);
        let (letters, after) = from.split_at(from.find(|char| !is_letter(char)).unwrap_or(from.len()));
        out.push_str(before);
        out.push_str(&word(letters));
        rest = after;
    }
    out + rest
}

/// 第1 is written 第一: ordinals up to ten in names of schools, hospitals and works.
fn numbered(text: String) -> String {
    const NUMERALS: [&str; 10] = ["第一", "第二", "第三", "第四", "第五", "第六", "第七", "第八", "第九", "第十"];
    if !text.contains('第') {
        return text;
    }
    let ordinals = NUMERALS.iter().zip(1..11_u8).rev();
    ordinals.fold(text, |text, (numeral, number)| {
        let digits = format!("第{number}");
        let followed = |at: usize| {
            text.get(at + digits.len()..).is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_digit()))
        };
        match text.find(&digits).filter(|at| !followed(*at)) {
            Some(_) => text.replacen(&digits, numeral, 1),
            None => text,
        }
    })
}

/// A full stop joins single letters (S.A., J.P.) and parts everything else.
fn joins(chars: &[char], at: usize) -> bool {
    let letter =
        |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|char| Script::of(*char) == Script::Latin);
    let inside = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|char| char.is_alphanumeric());
    letter(at.checked_sub(1)) && !inside(at.checked_sub(2)) && letter(Some(at + 1)) && !inside(Some(at + 2))
}

struct Folding {
    text: String,
    gap: bool,
}

impl Folding {
    fn bracket(&mut self, bracket: char) {
        self.text.push(bracket);
        self.gap = false;
    }

    fn word(&mut self, word: &str) {
        self.gap = true;
        word.chars().for_each(|char| self.plain(char));
        self.gap = true;
    }

    fn letter(&mut self, char: char) {
        for lower in simplified(char).to_lowercase() {
            match lower {
                'ä' | 'æ' => self.letters("ae"),
                'ö' | 'ø' | 'œ' => self.letters("oe"),
                'ü' => self.letters("ue"),
                'ß' => self.letters("ss"),
                'å' => self.letters("aa"),
                'đ' => self.plain('d'),
                'ł' => self.plain('l'),
                'ı' => self.plain('i'),
                thai @ '๐'..='๙' => self.plain(char::from_digit(u32::from(thai) - 0xE50, 10).unwrap_or(thai)),
                other => self.plain(base(other)),
            }
        }
    }

    fn letters(&mut self, letters: &str) {
        letters.chars().for_each(|char| self.plain(char));
    }

    fn plain(&mut self, char: char) {
        if matches!(u32::from(char), 0x300..=0x36F) {
            return;
        }
        let parted = std::mem::take(&mut self.gap);
        let after = self.text.chars().next_back().is_some_and(|last| Script::of(last).spaced());
        if parted && after && Script::of(char).spaced() {
            self.text.push(' ');
        }
        self.text.push(large_kana(char));
    }
}

/// The simplified character.
pub(crate) fn simplified(char: char) -> char {
    TABLE.get(&char).copied().unwrap_or(char)
}

/// The letter without its accent.
fn base(char: char) -> char {
    let mut first = char;
    if matches!(u32::from(char), 0xC0..=0x24F | 0x1E00..=0x1EFF) {
        let mut taken = false;
        decompose_canonical(char, |part| {
            if !taken {
                first = part;
                taken = true;
            }
        });
    }
    first
}

/// Small kana are written large: キャノン and キヤノン, フィルム and フイルム are one.
pub(crate) fn large_kana(char: char) -> char {
    const SMALL: &str = "ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ";
    const LARGE: &str = "アイウエオツヤユヨワカケあいうえおつやゆよわ";
    let found = SMALL.chars().zip(LARGE.chars()).find(|(small, _)| *small == char);
    found.map_or(char, |(_, large)| large)
}

fn pairs(data: &str) -> HashMap<char, char> {
    let lines = data.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(from, to)| Some((from.chars().next()?, to.chars().next()?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn writings_of_one_name_fold_to_one() {
        for (name, folded) in [
            ("㈱デンソー", "(株)デンソー"),
            ("株式会社ﾃﾞﾝｿｰ", "株式会社デンソー"),
            ("三菱重工業（株）", "三菱重工业(株)"),
            ("ＡＢＢ（中国）有限公司", "abb(中国)有限公司"),
            ("Ateliers du Rhône S.A.R.L.", "ateliers du rhone sarl"),
            ("J.P. Morgan Chase & Co", "jp morgan chase and co"),
            ("JETRO 成都 事務所", "jetro成都事务所"),
            ("Müller Straßenbau GmbH", "mueller strassenbau gmbh"),
            ("Công ty TNHH Giả Định", "cong ty tnhh gia dinh"),
            ("杭州·云栖", "杭州云栖"),
            ("キャノン", "キヤノン"),
            ("บมจ. ปตท. ๒๐๒๐", "บมจปตท2020"),
            ("Xi'an Co.,Ltd.", "xian co ltd"),
            ("架空市第１人民病院", "架空市第一人民病院"),
            ("第10製薬 第12工場", "第十制药第12工场"),
            ("Fictive Tyre Centre", "fictive tire center"),
            ("\u{0}\u{FFFD}!!", ""),
        ] {
            assert_eq!(fold(name), folded);
        }
    }
}
