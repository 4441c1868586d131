//! Money and counts, compact and in full.

use super::{
    super::{Lang, messages::lookup, tr},
    Around, HERE,
    digits::{group, number},
    scale::{self, Scale},
};
use samesky_model::Decimal;
use std::fmt;

/// A number with what the language writes before and after it: `CNY `, `20.45`, ` bn`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// What stands before the number, with its space.
    pub before: String,
    /// The number.
    pub number: String,
    /// What stands after the number, with its space.
    pub after: String,
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.before, self.number, self.after)
    }
}

/// A figure as short as the language writes it without losing a digit.
///
/// `unit` is ISO 4217, an SI symbol or an English plural (`projects`); a unit that is not known is shown as it is.
///
/// ```
/// use samesky_web::lang::{Lang, format::amount};
/// let value = "20450000000".parse().unwrap();
/// assert_eq!(amount(Lang::ZhHans, value, Some("CNY")).to_string(), "204.5亿元");
/// assert_eq!(amount(Lang::Ja, value, Some("CNY")).to_string(), "204.5億元");
/// assert_eq!(amount(Lang::En, value, Some("CNY")).to_string(), "CNY 20.45 bn");
/// assert_eq!(amount(Lang::Th, value, Some("CNY")).to_string(), "20,450 ล้านหยวน");
/// ```
#[must_use]
pub fn amount(lang: Lang, value: Decimal, unit: Option<&str>) -> Amount {
    with_scale(lang, value, unit, scale::common(lang, &[value]))
}

/// Several figures of one unit with one large-number word, so that they can be added by eye.
#[must_use]
pub fn amounts(lang: Lang, values: &[Decimal], unit: Option<&str>) -> Vec<Amount> {
    let scale = scale::common(lang, values);
    values.iter().map(|value| with_scale(lang, *value, unit, scale)).collect()
}

/// A ledger row: all digits; money with its code before it, in every language.
///
/// ```
/// use samesky_web::lang::{Lang, format::full};
/// assert_eq!(full(Lang::Ja, "20450000000".parse().unwrap(), Some("CNY")).to_string(), "CNY 20,450,000,000");
/// assert_eq!(full(Lang::Ja, "28000".parse().unwrap(), Some("people")).to_string(), "28,000人");
/// ```
#[must_use]
pub fn full(lang: Lang, value: Decimal, unit: Option<&str>) -> Amount {
    match unit {
        Some(code) if is_currency(code) => {
            Amount { before: format!("{code} "), number: number(value), after: String::new() }
        }
        _ => with_scale(lang, value, unit, scale::UNIT),
    }
}

pub(super) fn with_scale(lang: Lang, value: Decimal, unit: Option<&str>, scale: Scale) -> Amount {
    let number = group(&scale::before(value, scale).to_string());
    let around = around(lang, value, unit);
    let word = if unit.is_some_and(is_currency) { scale.money } else { scale.count };
    Amount { before: around.before, number, after: join(lang, word, &around.after) }
}

/// Thai writes the unit next to the large-number word (ล้านหยวน, ล้านคน); its space then stands before that word.
fn join(lang: Lang, word: &str, unit: &str) -> String {
    match (lang, word.is_empty()) {
        (Lang::Th, false) => format!("{word}{}", unit.trim_start()),
        _ => format!("{word}{unit}"),
    }
}

fn around(lang: Lang, value: Decimal, unit: Option<&str>) -> Around {
    let Some(unit) = unit.filter(|unit| !unit.is_empty()) else {
        return Around { before: String::new(), after: String::new() };
    };
    let known = format!("unit-{unit}");
    let one = i64::from(value != Decimal::ONE) + 1;
    let said = if has_unit(lang, unit, &known) {
        tr(lang, &known, &[("number", HERE.into()), ("n", one.into())])
    } else {
        let general = if is_currency(unit) { "unit-money" } else { "unit-other" };
        tr(lang, general, &[("number", HERE.into()), ("unit", unit.into())])
    };
    Around::of(&said)
}

/// Units come from announcements: only plain words may be looked up among the messages.
fn has_unit(lang: Lang, unit: &str, key: &str) -> bool {
    unit.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !matches!(unit, "money" | "other")
        && lookup(lang, key, &[("number", HERE.into()), ("n", 2.into())]).is_some()
}

/// Whether a unit is written like an ISO 4217 code.
#[must_use]
pub fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A unit on its own, for the side of an input or the head of a column: 元, 个项目, CNY.
#[must_use]
pub fn unit_name(lang: Lang, unit: &str) -> String {
    let Around { before, after } = around(lang, Decimal::TWO, Some(unit));
    format!("{}{}", before.trim(), after.trim())
}
