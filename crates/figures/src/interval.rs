//! Qualifiers as intervals: the one place that says how much room “over”, “under” and “about” leave.
//!
//! | qualifier | the true number lies |
//! | --- | --- |
//! | exact | at the number |
//! | over | from the number up to twice it: who could say “over 200” would not say “over 100” |
//! | under | from half the number up to it |
//! | about | within 5 % on either side: a number rounded to two digits is never further off |
//! | tier | nowhere: a size class is no number |
//!
//! Beside another telling of the same amount, money written with fewer digits leaves the room of those digits: 204亿 and
//! 204.5亿 may be one amount, cut or rounded; 204亿 and 205亿 may not ([`same_number`]). Sums leave no such room.

use crate::measure::is_money;
use rust_decimal::Decimal;
use samesky_model::reading::{FigureClaim, Qualifier};
use std::cmp::Ordering;

/// The room on either side of “about”, in percent.
pub const ABOUT_PERCENT: u32 = 5;

/// How two numbers with their qualifiers stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// The same number, both stated without reserve.
    Equal,
    /// Both may be true.
    Within,
    /// Not both may be true.
    Apart,
    /// One of them is no number (a size class), or too large to compare.
    Incomparable,
}

/// A number with the room that its qualifier leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// The number as stated.
    pub value: Decimal,
    /// Whether it is stated without reserve.
    pub exact: bool,
    /// The least that may be true.
    pub low: Decimal,
    /// The most that may be true.
    pub high: Decimal,
    /// Whether it is a number at all.
    pub comparable: bool,
}

impl Measured {
    /// A number with a qualifier.
    #[must_use]
    pub fn qualified(value: Decimal, qualifier: Qualifier) -> Self {
        let part = |percent: u32| value.checked_mul(Decimal::new(i64::from(percent), 2)).unwrap_or(value);
        let (low, high) = match qualifier {
            Qualifier::Exact | Qualifier::Tier => (value, value),
            Qualifier::Over => (value, part(200)),
            Qualifier::Under => (part(50), value),
            Qualifier::About => (part(100 - ABOUT_PERCENT), part(100 + ABOUT_PERCENT)),
        };
        let exact = qualifier == Qualifier::Exact;
        Self { value, exact, low: low.min(high), high: low.max(high), comparable: qualifier != Qualifier::Tier }
    }

    /// A figure, with its range where one is stated.
    #[must_use]
    pub fn of(figure: &FigureClaim) -> Self {
        let plain = Self::qualified(figure.value, figure.qualifier);
        let (low, high) = (figure.low.unwrap_or(plain.low), figure.high.unwrap_or(plain.high));
        let ranged = figure.low.is_some() || figure.high.is_some();
        Self {
            exact: plain.exact && !ranged,
            low: low.min(high),
            high: low.max(high),
            comparable: plain.comparable && figure.tier.is_none(),
            ..plain
        }
    }

    /// The sum of several; nothing where it cannot be kept exactly or one is no number.
    #[must_use]
    pub fn sum(parts: &[Self]) -> Option<Self> {
        let zero = Self::qualified(Decimal::ZERO, Qualifier::Exact);
        parts.iter().try_fold(zero, |sum, part| {
            Some(Self {
                value: sum.value.checked_add(part.value)?,
                exact: sum.exact && part.exact,
                low: sum.low.checked_add(part.low)?,
                high: sum.high.checked_add(part.high)?,
                comparable: sum.comparable && part.comparable,
            })
        })
    }

    /// Whether this may be a part of the other: its least is not above the other's most.
    #[must_use]
    pub fn can_be_at_most(&self, whole: &Self) -> bool {
        self.low <= whole.high
    }
}

/// Compares two numbers within their qualifiers.
#[must_use]
pub fn agreement(a: &Measured, b: &Measured) -> Agreement {
    if !a.comparable || !b.comparable {
        Agreement::Incomparable
    } else if a.value == b.value {
        if a.exact && b.exact { Agreement::Equal } else { Agreement::Within }
    } else if a.low <= b.high && b.low <= a.high {
        Agreement::Within
    } else {
        Agreement::Apart
    }
}

/// Compares two tellings of what may be one number: within their qualifiers, and for exact money within the digits of
/// the one that is written with fewer, if it has at least two.
#[must_use]
pub fn same_number(a: &FigureClaim, b: &FigureClaim) -> Agreement {
    let plain = agreement(&Measured::of(a), &Measured::of(b));
    let exact_money = |figure: &FigureClaim| figure.qualifier == Qualifier::Exact && is_money(figure.unit.as_deref());
    if plain != Agreement::Apart || !exact_money(a) || !exact_money(b) || a.unit != b.unit {
        return plain;
    }
    let (Some(step_a), Some(step_b)) = (written_step(a), written_step(b)) else { return plain };
    let room = |coarse: &FigureClaim, step: Decimal, fine: &FigureClaim| {
        fine.value >= coarse.value - step / Decimal::TWO && fine.value < coarse.value + step
    };
    let may_be = match step_a.cmp(&step_b) {
        Ordering::Greater => room(a, step_a, b),
        Ordering::Less => room(b, step_b, a),
        Ordering::Equal => false,
    };
    if may_be { Agreement::Within } else { plain }
}

/// What one more in the last written digit is worth: 1亿 for 204亿元. Nothing where the digits cannot be found in the
/// quote, or are fewer than two.
#[must_use]
pub(crate) fn written_step(figure: &FigureClaim) -> Option<Decimal> {
    let digit = |c: char| if ('０'..='９').contains(&c) { char::from_u32(u32::from(c) - 0xFEE0) } else { Some(c) };
    let number: String = figure
        .quote
        .chars()
        .filter_map(digit)
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        .filter(|c| *c != ',')
        .collect();
    let written: Decimal = number.trim_end_matches('.').parse().ok()?;
    if number.chars().filter(char::is_ascii_digit).count() < 2 || written.is_zero() {
        return None;
    }
    let mut unit = figure.value.checked_div(written)?.normalize();
    let mut last_digit = Decimal::new(1, written.scale());
    while unit >= Decimal::TEN {
        unit = (unit / Decimal::TEN).normalize();
        last_digit = last_digit.checked_mul(Decimal::TEN)?;
    }
    (unit == Decimal::ONE && last_digit > Decimal::ONE).then_some(last_digit)
}

#[cfg(test)]
mod tests {
    use super::{Agreement, Measured, agreement};
    use rust_decimal::Decimal;
    use samesky_model::reading::Qualifier;

    fn compare(a: (i64, Qualifier), b: (i64, Qualifier)) -> Agreement {
        let measured = |(value, qualifier)| Measured::qualified(Decimal::from(value), qualifier);
        let there = agreement(&measured(a), &measured(b));
        assert_eq!(there, agreement(&measured(b), &measured(a)), "the order must not matter");
        there
    }

    #[test]
    fn agreement_qualifiers_leave_their_room_and_no_more() {
        use Qualifier::{About, Exact, Over, Tier, Under};
        let cases = [
            ((15, Exact), (15, Exact), Agreement::Equal),
            ((15, Exact), (16, Exact), Agreement::Apart),
            ((200, Over), (204, Exact), Agreement::Within),
            ((200, Over), (200, Exact), Agreement::Within),
            ((200, Over), (199, Exact), Agreement::Apart),
            ((200, Over), (401, Exact), Agreement::Apart),
            ((200, Under), (180, Exact), Agreement::Within),
            ((200, Under), (201, Exact), Agreement::Apart),
            ((100, About), (105, Exact), Agreement::Within),
            ((100, About), (106, Exact), Agreement::Apart),
            ((50, Tier), (50, Exact), Agreement::Incomparable),
        ];
        for (a, b, expected) in cases {
            assert_eq!(compare(a, b), expected, "{a:?} {b:?}");
        }
    }

    #[test]
    fn measured_sum_adds_the_room() {
        let parts = [(10, Qualifier::Exact), (20, Qualifier::About)];
        let parts = parts.map(|(value, qualifier)| Measured::qualified(Decimal::from(value), qualifier));
        let sum = Measured::sum(&parts).expect("a sum");
        assert_eq!((sum.low, sum.value, sum.high), (29.into(), 30.into(), 31.into()));
        assert_eq!(Measured::sum(&[Measured { value: Decimal::MAX, ..parts[0] }, parts[0]]), None);
    }
}
