//! Digits with separators.

use samesky_model::Decimal;

/// A decimal in full, with a comma at every third digit, a point before the fraction and U+2212 as minus: all four
/// languages of the interface write digits so (CLDR 48, default numbering `latn`). Zeros at the end of the fraction are dropped.
///
/// ```
/// use samesky_web::lang::format::number;
/// assert_eq!(number("20450000000.50".parse().unwrap()), "20,450,000,000.5");
/// assert_eq!(number("-28000".parse().unwrap()), "−28,000");
/// ```
#[must_use]
pub fn number(value: Decimal) -> String {
    group(&value.normalize().to_string())
}

/// The same for digits that are written already; anything that is no plain decimal comes back unchanged.
#[must_use]
pub fn group(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    if whole.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return plain.to_owned();
    }
    let mut out = String::with_capacity(plain.len() + plain.len() / 3 + 2);
    out.push_str(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn group_every_length_is_separated_by_threes() {
        let made: Vec<String> = ["0", "12", "999", "1000", "123456", "1234567.1234", "-1000"].map(group).to_vec();
        assert_eq!(made, ["0", "12", "999", "1,000", "123,456", "1,234,567.1234", "−1,000"]);
    }

    #[test]
    fn group_no_decimal_is_left_alone() {
        let made: Vec<String> = ["", "1e9", "about 5", ".5", "１２３４"].map(group).to_vec();
        assert_eq!(made, ["", "1e9", "about 5", ".5", "１２３４"]);
    }
}
