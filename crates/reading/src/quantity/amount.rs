//! A number and what its unit means, as an item: what all languages share.

use super::item::{self, Item, Number};
use super::units::Suffix;
use rust_decimal::Decimal;
use samesky_model::reading::QuantityKind;

/// An item whose value is the number times a factor.
pub(super) fn scaled(
    kind: QuantityKind,
    span: (usize, usize),
    number: Number,
    factor: Decimal,
    rule: &'static str,
) -> Option<Item> {
    fraction(kind, span, number, (factor, Decimal::ONE), rule)
}

/// An item whose value is the number times a fraction. The number as written is kept beside a converted one.
pub(super) fn fraction(
    kind: QuantityKind,
    span: (usize, usize),
    number: Number,
    (num, den): (Decimal, Decimal),
    rule: &'static str,
) -> Option<Item> {
    // A factor such as 2000/3 has no last digit: twelve significant digits are more than any announcement means.
    let convert = |value: Decimal| {
        let exact = value.checked_mul(num)?.checked_div(den)?;
        if den == Decimal::ONE || den == Decimal::TEN || den == Decimal::ONE_HUNDRED {
            Some(exact)
        } else {
            exact.round_sf(12)
        }
    };
    let mut item = Item::new(kind, span, item::text(convert(number.value)?), rule);
    if let Some(high) = number.high {
        item.low = Some(item.value.clone());
        item.high = Some(item::text(convert(high)?));
    }
    item.qualifier = number.qualifier;
    item.number = (num != den).then_some(number.value);
    Some(item)
}

/// A temperature: (F − 32) × 5/9 degrees Celsius.
pub(super) fn fahrenheit(span: (usize, usize), number: Number) -> Option<Item> {
    let celsius = |value: Decimal| {
        value.checked_sub(Decimal::from(32))?.checked_mul(Decimal::from(5))?.checked_div(Decimal::from(9))
    };
    let mut item =
        Item::new(QuantityKind::Dimension, span, item::text(celsius(number.value)?.round_dp(6)), "fahrenheit");
    item.unit = Some("°C");
    item.number = Some(number.value);
    item.qualifier = number.qualifier;
    Some(item)
}

/// What a unit makes of a number, where no rule of the language has more to say.
pub(super) fn plain(span: (usize, usize), number: Number, suffix: Suffix) -> Option<Item> {
    let mut item = match suffix {
        Suffix::Money(_, part) => {
            fraction(QuantityKind::Money, span, number, (Decimal::ONE, Decimal::from(part)), "money")?
        }
        Suffix::Percent(factor) => scaled(QuantityKind::Percent, span, number, factor, "percent")?,
        Suffix::Points(factor) => scaled(QuantityKind::Percent, span, number, factor, "percentage-points")?,
        Suffix::Dim(_, num, den) => fraction(QuantityKind::Dimension, span, number, (num, den), "dimension")?,
        Suffix::Fahrenheit => fahrenheit(span, number)?,
        Suffix::Span(seconds, _) => scaled(QuantityKind::Duration, span, number, Decimal::from(seconds), "duration")?,
        Suffix::Count(_) => scaled(QuantityKind::Count, span, number, Decimal::ONE, "count")?,
        Suffix::Times => scaled(QuantityKind::Number, span, number, Decimal::ONE, "multiple")?,
        Suffix::Other => return None,
    };
    match suffix {
        Suffix::Money(code, _) => item.currency = Some(code),
        Suffix::Points(_) => item.unit = Some("percentage_points"),
        Suffix::Dim(unit, ..) | Suffix::Count(unit) => item.unit = Some(unit),
        Suffix::Times => item.unit = Some("times"),
        Suffix::Span(_, unit) => {
            item.unit = Some(unit);
            item.number = Some(number.value);
        }
        _ => (),
    }
    Some(item)
}
