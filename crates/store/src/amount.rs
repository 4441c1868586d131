//! Exact numbers as two integers: coefficient × 10^-scale. A database that adds such coefficients adds exactly.

use crate::StoreError;
use rust_decimal::Decimal;
use sea_orm::sea_query::{Expr, ExprTrait, Func};

/// A coefficient is added in two halves, so that no sum of fewer than a thousand million of them can overflow.
const HALF: i64 = 1_000_000_000;

/// A number as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) coefficient: i64,
    /// Digits after the point; below zero, zeros before it.
    pub(crate) scale: i16,
}

impl Amount {
    /// The shortest writing of a number. More than 18 significant digits are refused.
    pub(crate) fn of(value: Decimal) -> Result<Self, StoreError> {
        let value = value.normalize();
        let (mut coefficient, mut scale) = (value.mantissa(), i16::try_from(value.scale()).unwrap_or(i16::MAX));
        while i64::try_from(coefficient).is_err() && coefficient % 10 == 0 {
            (coefficient, scale) = (coefficient / 10, scale - 1);
        }
        let coefficient =
            i64::try_from(coefficient).map_err(|_| StoreError::TooManyDigits { what: value.to_string() })?;
        Ok(Self { coefficient, scale })
    }

    /// The number.
    pub(crate) fn value(self) -> Result<Decimal, StoreError> {
        scaled(i128::from(self.coefficient), self.scale)
    }
}

/// The two sums that [`sum`] makes a number of.
pub(crate) fn halves(coefficient: Expr) -> (Expr, Expr) {
    let whole = |part: Expr| Expr::expr(Func::sum(part)).cast_as("bigint");
    (whole(coefficient.clone().div(HALF)), whole(coefficient.modulo(HALF)))
}

/// The number that the sums of both halves of coefficients of one scale stand for.
pub(crate) fn sum(high: i64, low: i64, scale: i16) -> Result<Decimal, StoreError> {
    scaled(i128::from(high) * i128::from(HALF) + i128::from(low), scale)
}

/// Adds without losing a digit.
pub(crate) fn add(one: Decimal, other: Decimal) -> Result<Decimal, StoreError> {
    one.checked_add(other).ok_or_else(|| StoreError::TooManyDigits { what: format!("{one} + {other}") })
}

/// A text that sorts as the number does: sign, 29 digits before the point, what stands behind it. Below zero every digit is
/// its complement to nine. No number is the least.
pub(crate) fn sort_key(value: Option<Decimal>) -> String {
    let Some(value) = value.map(|value| value.normalize()) else { return String::new() };
    let digits = value.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let key = format!("{whole:0>29}{fraction}");
    if value.is_sign_negative() && !value.is_zero() {
        let flipped: String = key.bytes().map(|digit| char::from(b'9' - (digit - b'0'))).collect();
        format!("0{flipped}~")
    } else {
        format!("1{key}")
    }
}

fn scaled(coefficient: i128, scale: i16) -> Result<Decimal, StoreError> {
    let said = || StoreError::TooManyDigits { what: format!("{coefficient}e{}", -i32::from(scale)) };
    let places = u32::try_from(scale).unwrap_or(0);
    let zeros = u32::try_from(-i32::from(scale)).unwrap_or(0);
    let grown = 10_i128.checked_pow(zeros).and_then(|factor| coefficient.checked_mul(factor)).ok_or_else(said)?;
    Decimal::try_from_i128_with_scale(grown, places).map(|value| value.normalize()).map_err(|_| said())
}

#[cfg(test)]
mod tests {
    use super::{Amount, sort_key, sum};
    use rust_decimal::Decimal;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn amount_every_number_of_18_digits_round_trips() {
        for text in ["0", "20450000000", "-3.5", "0.0000000001", "79000000000000000000000000000", "9223372036854775807"]
        {
            let value = decimal(text);
            assert_eq!(Amount::of(value).and_then(Amount::value).expect("kept"), value, "{text}");
        }
    }

    #[test]
    fn amount_too_many_digits_is_refused() {
        let refused = Amount::of(decimal("92233720368547758071.5")).expect_err("must not be kept");
        assert_eq!(refused.to_string(), "92233720368547758071.5 has too many digits to be kept exactly");
    }

    #[test]
    fn sum_halves_give_the_whole() {
        assert_eq!(sum(20, 450_000_000, 0).expect("a sum"), decimal("20450000000"));
        assert_eq!(sum(0, 5, -20).expect("a sum"), decimal("500000000000000000000"));
        assert_eq!(sum(0, -25, 1).expect("a sum"), decimal("-2.5"));
    }

    #[test]
    fn sort_key_texts_sort_as_numbers() {
        let numbers = ["-100", "-99.5", "-99", "-0.5", "0", "0.05", "0.5", "9", "10", "10.01", "20450000000"];
        let keys: Vec<_> = numbers.iter().map(|text| sort_key(Some(decimal(text)))).collect();
        assert!(keys.is_sorted(), "{keys:?}");
        assert!(sort_key(None) < keys[0]);
    }
}
