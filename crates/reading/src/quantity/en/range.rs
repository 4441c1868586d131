//! Ranges: 50-60, five to ten, $1.5-2 billion, between 5 and 10, $3m to $5m.

use super::unit::{latin_unit, with_unit};
use super::{number, qualifier};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::currency;
use crate::quantity::item::{Item, Number};
use rust_decimal::Decimal;
use samesky_model::reading::QuantityKind;

/// 50-60, five to ten, $1.5-2 billion, between 5 and 10; the scale is shared.
pub(super) fn range(ctx: &Ctx<'_>, first: Number, money: bool) -> Number {
    ranged(ctx, first, money).unwrap_or(first)
}

fn ranged(ctx: &Ctx<'_>, first: Number, money: bool) -> Option<Number> {
    let line = ctx.line;
    let k = line.space(first.end);
    let between = || {
        [first.end.saturating_sub(24)]
            .iter()
            .any(|&from| (from..first.end).any(|at| qualifier::is(line, at, "between ")))
    };
    let begin = match line.get(k) {
        '-' | '–' | '~' if line.get(k + 1) != '-' => k + 1,
        't' | 'T' if k > first.end && qualifier::is(line, k, "to ") => k + 3,
        'a' if k > first.end && qualifier::is(line, k, "and ") && between() => k + 4,
        _ => return None,
    };
    let mut begin = line.space(begin);
    if money {
        begin = currency::prefix(&line.c, begin).map_or(begin, |(length, _)| line.space(begin + length));
    }
    let second = number::parse(ctx, begin, money).filter(|n| !n.code && n.value > Decimal::ZERO)?;
    let words = !line.get(begin).is_ascii_digit() && first.plain;
    if first.code
        || words && line.get(k) == '-'
        || line.get(second.end) == '-' && line.get(second.end + 1).is_ascii_digit()
        || class::of(line.get(second.end)).latin() && !latin_unit(ctx, second.end)
    {
        return None;
    }
    let mut low = first.value;
    if second.scaled && !first.scaled {
        let unit = [1_000_i64, 1_000_000, 1_000_000_000, 1_000_000_000_000]
            .into_iter()
            .map(Decimal::from)
            .filter(|unit| second.value >= *unit)
            .max()
            .unwrap_or(Decimal::ONE);
        low = low.checked_mul(unit).filter(|low| *low < second.value).unwrap_or(low);
    }
    (low < second.value).then_some(Number {
        value: low,
        high: Some(second.value),
        end: second.end,
        plain: first.plain && second.plain,
        single: false,
        scaled: first.scaled || second.scaled,
        marked: first.marked || second.marked,
        ..first
    })
}

/// 50% to 60%, $3m to $5m: joins two expressions of one kind.
pub(super) fn widen(ctx: &Ctx<'_>, item: Item) -> Item {
    wider(ctx, &item).unwrap_or(item)
}

fn wider(ctx: &Ctx<'_>, item: &Item) -> Option<Item> {
    let line = ctx.line;
    if item.high.is_some()
        || !matches!(item.kind, QuantityKind::Percent | QuantityKind::Dimension | QuantityKind::Duration)
    {
        return None;
    }
    let k = line.space(item.end);
    let begin = match line.get(k) {
        '-' | '–' | '~' => k + 1,
        't' if k > item.end && qualifier::is(line, k, "to ") => k + 3,
        _ => return None,
    };
    let begin = line.space(begin);
    let second = with_unit(ctx, begin, number::parse(ctx, begin, false)?)?;
    let (low, high): (Decimal, Decimal) = (item.value.parse().ok()?, second.value.parse().ok()?);
    (second.kind == item.kind && second.unit == item.unit && low < high).then(|| Item {
        end: second.end,
        low: Some(item.value.clone()),
        high: Some(second.value),
        ..item.clone()
    })
}
