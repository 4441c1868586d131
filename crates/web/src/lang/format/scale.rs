//! The large-number words of each language.

use super::super::Lang;
use samesky_model::Decimal;

/// A power of ten with a word of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    /// The exponent of ten.
    pub(super) power: u32,
    /// The word after an amount of money, with the space that the language sets before it.
    pub(super) money: &'static str,
    /// The word after a count.
    pub(super) count: &'static str,
    /// How many decimals may stand before the word; with more of them a smaller word, or all digits, read better.
    decimals: u32,
}

const fn scale(power: u32, money: &'static str, count: &'static str, decimals: u32) -> Scale {
    Scale { power, money, count, decimals }
}

/// No word: all digits.
pub(super) const UNIT: Scale = scale(0, "", "", 28);

const CHINESE: &[Scale] = &[scale(12, "万亿", "万亿", 4), scale(8, "亿", "亿", 4), scale(4, "万", "万", 2)];
const JAPANESE: &[Scale] = &[scale(12, "兆", "兆", 4), scale(8, "億", "億", 4), scale(4, "万", "万", 2)];
const ENGLISH: &[Scale] =
    &[scale(12, " tn", " trillion", 3), scale(9, " bn", " billion", 3), scale(6, " m", " million", 3)];
const THAI: &[Scale] = &[scale(12, " ล้านล้าน", " ล้านล้าน", 3), scale(6, " ล้าน", " ล้าน", 3)];

const fn of(lang: Lang) -> &'static [Scale] {
    match lang {
        Lang::ZhHans => CHINESE,
        Lang::Ja => JAPANESE,
        Lang::En => ENGLISH,
        Lang::Th => THAI,
    }
}

/// The largest word with which the largest value can be written and none loses a digit; zero fits any word.
pub(super) fn common(lang: Lang, values: &[Decimal]) -> Scale {
    let largest = values.iter().map(Decimal::abs).max().unwrap_or_default();
    let fits = |scale: &Scale| {
        largest >= Decimal::from(10_u64.pow(scale.power))
            && values.iter().all(|value| decimals(*value, *scale) <= scale.decimals)
    };
    of(lang).iter().copied().find(fits).unwrap_or(UNIT)
}

/// How many decimals the value has when written with the word.
fn decimals(value: Decimal, scale: Scale) -> u32 {
    let value = value.normalize();
    let mut zeros = 0;
    let mut digits = value.mantissa();
    if digits == 0 {
        return 0;
    }
    while digits % 10 == 0 {
        digits /= 10;
        zeros += 1;
    }
    (scale.power + value.scale()).saturating_sub(zeros)
}

/// The number that stands before the word: the point is moved, nothing is divided.
pub(super) fn before(value: Decimal, scale: Scale) -> Decimal {
    let value = value.normalize();
    let mut mantissa = value.mantissa();
    let mut places = value.scale() + scale.power;
    while places > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        places -= 1;
    }
    Decimal::try_from_i128_with_scale(mantissa, places).unwrap_or(value)
}
