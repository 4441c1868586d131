//! Qualifiers as intervals: the one place that says how much room “over”, “under” and “about” leave.
//!
//! | qualifier | the true number lies |
//! | --- | --- |
//! | exact | at the number; for money also anywhere that is written so with the digits given (204亿 for 204.5亿) |
//! | over | from the number up to twice it: who could say “over 200” would not say “over 100” |
//! | under | from half the number up to it |
//! | about | within 5 % on either side: a number rounded to two digits is never further off |
//! | tier | nowhere: a size class is no number |

use rust_decimal::Decimal;
use samesky_model::reading::{FigureClaim, Qualifier};

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
