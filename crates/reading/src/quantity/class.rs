//! What kind of character stands somewhere: the table that the scanner runs over.

use std::sync::LazyLock;

/// A character's kind and whether an expression may begin with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Class(u16);

const DIGIT: u16 = 1;
const NUMERAL: u16 = 1 << 1;
const LATIN: u16 = 1 << 2;
const HAN: u16 = 1 << 3;
const KANA: u16 = 1 << 4;
const THAI: u16 = 1 << 5;
const SIGN: u16 = 1 << 6;
/// A word of the Chinese or Japanese tables may begin here.
const WORD: u16 = 1 << 7;
/// Kana that is a particle between words.
const PARTICLE: u16 = 1 << 8;
/// Invisible: left out.
const IGNORABLE: u16 = 1 << 9;

impl Class {
    pub(super) const fn digit(self) -> bool {
        self.0 & DIGIT != 0
    }
    /// A Chinese or Japanese numeral character.
    pub(super) const fn numeral(self) -> bool {
        self.0 & NUMERAL != 0
    }
    pub(super) const fn latin(self) -> bool {
        self.0 & LATIN != 0
    }
    /// Chinese or Japanese writing.
    pub(super) const fn cjk(self) -> bool {
        self.0 & (HAN | KANA) != 0
    }
    pub(super) const fn han(self) -> bool {
        self.0 & (HAN | KANA) == HAN
    }
    pub(super) const fn kana(self) -> bool {
        self.0 & KANA != 0
    }
    pub(super) const fn thai(self) -> bool {
        self.0 & THAI != 0
    }
    /// A sign of a currency.
    pub(super) const fn sign(self) -> bool {
        self.0 & SIGN != 0
    }
    /// Whether an expression may begin here.
    pub(super) const fn trigger(self) -> bool {
        self.0 & (DIGIT | NUMERAL | LATIN | THAI | SIGN | WORD) != 0
    }
    pub(super) const fn particle(self) -> bool {
        self.0 & PARTICLE != 0
    }
    pub(super) const fn ignorable(self) -> bool {
        self.0 & IGNORABLE != 0
    }
    /// A letter or digit of any of our scripts.
    pub(super) const fn letter(self) -> bool {
        self.0 & (DIGIT | LATIN | HAN | KANA | THAI) != 0
    }
}

/// Numeral characters of Chinese and Japanese, folded.
pub(super) const NUMERALS: &str = "零〇一二三四五六七八九十百千万亿兆京壹贰叁肆伍陆柒捌玖拾佰仟廿卅卌两半数几";

static TABLE: LazyLock<Vec<Class>> = LazyLock::new(|| {
    let mut table: Vec<Class> =
        (0..0x1_0000_u32).map(|c| char::from_u32(c).map_or(Class(0), |c| Class(computed(c)))).collect();
    for c in NUMERALS.chars() {
        table[c as usize].0 |= NUMERAL;
    }
    for word in super::zh::triggers().chain(super::ja::triggers()) {
        if let Some(c) = word.chars().next() {
            table[super::fold::fold(c) as usize].0 |= WORD;
        }
    }
    table
});

/// The class of a folded character.
pub(super) fn of(c: char) -> Class {
    TABLE.get(c as usize).copied().unwrap_or_default()
}

/// What the pass over a text asks of each character as it came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    /// The character it counts as, below U+10000 too.
    folded: u16,
    /// The class of that one.
    pub(super) class: Class,
}

impl Cell {
    /// The character that `raw` counts as.
    pub(super) fn folded(self, raw: char) -> char {
        char::from_u32(u32::from(self.folded)).unwrap_or(raw)
    }
}

static CELLS: LazyLock<Vec<Cell>> = LazyLock::new(|| {
    let cell = |code: u32| {
        let char = char::from_u32(code).unwrap_or_default();
        let folded = super::fold::fold(char);
        let mut class = of(folded).0;
        if "をがはにでとも".contains(folded) {
            class |= PARTICLE;
        }
        if super::fold::ignorable(char) {
            class |= IGNORABLE;
        }
        Cell { folded: u16::try_from(folded as u32).unwrap_or_default(), class: Class(class) }
    };
    (0..0x1_0000_u32).map(cell).collect()
});

/// The cells of all characters below U+10000, by code point.
pub(super) fn cells() -> &'static [Cell] {
    &CELLS
}

fn computed(c: char) -> u16 {
    match c {
        '0'..='9' => DIGIT,
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}' => LATIN,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '々' | '〇' => HAN,
        '\u{3041}'..='\u{30FA}' | 'ー' | '\u{FF66}'..='\u{FF9F}' => KANA,
        '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' => THAI,
        '$' | '¢' | '£' | '¥' | '฿' | '\u{20A0}'..='\u{20CF}' => SIGN,
        _ => 0,
    }
}
