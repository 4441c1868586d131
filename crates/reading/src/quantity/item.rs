//! What a rule hands back: one expression in a line, before it is placed in the text.

use rust_decimal::Decimal;
use samesky_model::reading::{Qualifier, QuantityKind};

/// One expression found in a line.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: QuantityKind,
    pub(super) value: String,
    pub(super) currency: Option<&'static str>,
    pub(super) unit: Option<&'static str>,
    pub(super) qualifier: Qualifier,
    pub(super) low: Option<String>,
    pub(super) high: Option<String>,
    pub(super) values: Vec<String>,
    /// Nominal size and unit of a size class that is counted.
    pub(super) tier: Option<(Decimal, &'static str)>,
    pub(super) context: bool,
    /// The stretch of the classifier or noun.
    pub(super) head: Option<(usize, usize)>,
    pub(super) number: Option<Decimal>,
    pub(super) rule: &'static str,
}

impl Item {
    pub(super) fn new(kind: QuantityKind, span: (usize, usize), value: String, rule: &'static str) -> Self {
        Self {
            start: span.0,
            end: span.1,
            kind,
            value,
            currency: None,
            unit: None,
            qualifier: Qualifier::Exact,
            low: None,
            high: None,
            values: Vec::new(),
            tier: None,
            context: false,
            head: None,
            number: None,
            rule,
        }
    }
}

/// A number as read, before a unit is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// One past its last character.
    pub(super) end: usize,
    pub(super) value: Decimal,
    /// The upper end where two are named (三五个, 3～5億); `value` is then the lower one.
    pub(super) high: Option<Decimal>,
    pub(super) qualifier: Qualifier,
    /// It is written with digits only.
    pub(super) plain: bool,
    /// It is one numeral character (三) or one word (five).
    pub(super) single: bool,
    /// It holds a unit of ten thousand or more, or a word for one.
    pub(super) scaled: bool,
    /// It is only a unit (亿, 百万): a number of its own only beside certain words.
    pub(super) bare: bool,
    /// It is written in a way that cannot be right (4兆亿).
    pub(super) broken: bool,
    /// Numeral characters by position (二〇二〇), without units.
    pub(super) positional: bool,
    /// It begins with a zero that counts nothing (08), or has more digits than amounts have.
    pub(super) code: bool,
    /// Digits before the decimal point, where `plain`.
    pub(super) whole: usize,
    /// It has separators or decimals.
    pub(super) marked: bool,
}

/// A decimal as text: no exponent, no needless zeros.
pub(super) fn text(value: Decimal) -> String {
    value.normalize().to_string()
}
