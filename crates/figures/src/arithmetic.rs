//! A check as it would be written by hand, in pieces without a language.

use crate::interval::{Agreement, Measured, agreement};
use rust_decimal::Decimal;
use samesky_model::reading::{Qualifier, Rule, Verdict};
use samesky_model::record::{CheckRecord, CheckTerm};

/// How the two sides stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// `=`: equal, without reserve on either side.
    Equal,
    /// `≈`: within the qualifiers.
    Approximately,
    /// `≠`: not equal.
    NotEqual,
    /// `≤`: not above.
    AtMost,
    /// `>`: above, where it should not be.
    Above,
    /// `?`: cannot be told.
    Unknown,
}

impl Relation {
    /// The sign, the same in every language of the interface.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Approximately => "≈",
            Self::NotEqual => "≠",
            Self::AtMost => "≤",
            Self::Above => ">",
            Self::Unknown => "?",
        }
    }
}

/// One number of the arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operand {
    /// The number, in units.
    pub value: Decimal,
    /// Its qualifier, to be shown before it.
    pub qualifier: Qualifier,
}

/// A check as it would be written: `51 + 62 + 57 = 170 亿元`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arithmetic {
    /// What is added on the left side; nothing where there are no parts.
    pub terms: Vec<Operand>,
    /// How the sides stand to one another.
    pub relation: Relation,
    /// The right side.
    pub right: Operand,
    /// The unit of every number; nothing where they differ (companies counted as projects).
    pub unit: Option<String>,
    /// The shared power of ten among 12, 8 and 4 (兆 or 万亿, 亿, 万) at which all numbers are best written; 0 for none.
    /// Languages that group by thousands ask [`Arithmetic::scale_among`].
    pub scale: u32,
    /// Right side less left side, where it can be told.
    pub difference: Option<Decimal>,
}

impl Arithmetic {
    /// The largest of the given powers of ten (largest first, as `[12, 9, 6]` for English) at which the largest number is
    /// at least one and no number needs more than two decimals; 0 where none fits.
    #[must_use]
    pub fn scale_among(&self, powers: &[u32]) -> u32 {
        scale(self.terms.iter().chain([&self.right]), powers)
    }
}

/// The arithmetic of a check over `total` and `parts`.
///
/// Sums, counts, parts and lists have the parts on the left and the total on the right; headline against body and
/// announcement against announcement have the total on the left and the other on the right (`逾 200 ≈ 204.5`).
#[must_use]
pub fn arithmetic(rule: Rule, total: &CheckTerm, parts: &[CheckTerm]) -> Arithmetic {
    let whole = operand(total);
    let parts_of: Vec<Operand> = parts.iter().map(operand).collect();
    let swapped = matches!(rule, Rule::Repeated | Rule::Across) && !parts.is_empty();
    let (terms, right) = if swapped { (vec![whole], farthest(whole, &parts_of)) } else { (parts_of, whole) };
    let relation = relation(rule, &terms, right);
    let left = sum(&terms).filter(|_| !terms.is_empty());
    let difference = left.and_then(|left| right.value.checked_sub(left));
    let scale = scale(terms.iter().chain([&right]), &[12, 8, 4]);
    Arithmetic { terms, relation, right, unit: common_unit(total, parts), scale, difference }
}

/// The arithmetic of a kept check, with its verdict. A list's names are no figures: their number is on the left.
#[must_use]
pub fn arithmetic_of(check: &CheckRecord) -> Arithmetic {
    let mut written = arithmetic(check.rule, &check.total, &check.parts);
    if check.rule == Rule::Listed
        && let Some(named) = check.difference.and_then(|missing| check.total.value.checked_sub(missing))
    {
        written.terms = vec![Operand { value: named, qualifier: Qualifier::Exact }];
        written.difference = check.difference;
        written.relation = relation(Rule::Listed, &written.terms, written.right);
    }
    if check.verdict == Verdict::Unknown {
        written.relation = Relation::Unknown;
    }
    written
}

fn operand(term: &CheckTerm) -> Operand {
    Operand { value: term.value, qualifier: term.qualifier }
}

fn farthest(whole: Operand, parts: &[Operand]) -> Operand {
    let distance = |part: &&Operand| (part.value - whole.value).abs();
    parts.iter().rev().max_by_key(distance).copied().unwrap_or(whole)
}

fn sum(terms: &[Operand]) -> Option<Decimal> {
    terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(term.value))
}

fn relation(rule: Rule, terms: &[Operand], right: Operand) -> Relation {
    if terms.is_empty() {
        return Relation::Unknown;
    }
    let left: Vec<Measured> = terms.iter().map(|term| Measured::qualified(term.value, term.qualifier)).collect();
    let right = Measured::qualified(right.value, right.qualifier);
    let Some(left) = Measured::sum(&left) else { return Relation::Unknown };
    match rule {
        Rule::PartOf if left.can_be_at_most(&right) => Relation::AtMost,
        Rule::PartOf => Relation::Above,
        _ => match agreement(&left, &right) {
            Agreement::Equal => Relation::Equal,
            Agreement::Within => Relation::Approximately,
            Agreement::Apart => Relation::NotEqual,
            Agreement::Incomparable => Relation::Unknown,
        },
    }
}

fn common_unit(total: &CheckTerm, parts: &[CheckTerm]) -> Option<String> {
    total.unit.clone().filter(|unit| parts.iter().all(|part| part.unit.as_ref() == Some(unit)))
}

fn scale<'a>(operands: impl IntoIterator<Item = &'a Operand>, powers: &[u32]) -> u32 {
    let values: Vec<Decimal> = operands.into_iter().map(|operand| operand.value.abs()).collect();
    let fits = |power: &u32| {
        let unit = Decimal::from(10_u64.checked_pow(*power).unwrap_or(u64::MAX));
        values.iter().any(|value| *value >= unit) && values.iter().all(|value| (value / unit).normalize().scale() <= 2)
    };
    powers.iter().copied().find(fits).unwrap_or(0)
}
