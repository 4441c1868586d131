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
    out.text
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
fn large_kana(char: char) -> char {
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
            ("\u{0}\u{FFFD}!!", ""),
        ] {
            assert_eq!(fold(name), folded);
        }
    }
}
