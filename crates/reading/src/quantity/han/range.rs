//! Ranges: 三到五, 3～5億, 50%-60%, 3亿元至5亿元.

use super::{measure, numeral};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::{Item, Number};
use rust_decimal::Decimal;

/// The number at the other end of a range, joined to `first`; a scale is shared (3～5億 is 3億 to 5億).
pub(super) fn numbers(ctx: &Ctx<'_>, i: usize, first: Number) -> Number {
    joined(ctx, i, first).unwrap_or(first)
}

fn joined(ctx: &Ctx<'_>, i: usize, first: Number) -> Option<Number> {
    let line = ctx.line;
    let begin = connector(ctx, first.end).or_else(|| neighbour(ctx, i, first))?;
    if first.code || first.high.is_some() || line.before(i) == '-' && first.value.is_sign_positive() {
        return None;
    }
    let second = numeral::parse(line, begin, ctx.chinese).filter(|n| n.high.is_none() && !n.code && !n.bare)?;
    if line.get(second.end) == '-' && line.get(second.end + 1).is_ascii_digit() {
        return None;
    }
    let mut low = first.value;
    if second.scaled && !first.scaled {
        let scale = scale(second.value);
        let shared = low.checked_mul(scale)?;
        if shared < second.value {
            low = shared;
        }
    }
    // 3到5千: both are thousands.
    if first.plain && !first.marked && !second.scaled && line.before(second.end) == '千' && second.end == begin + 2 {
        low = low.checked_mul(Decimal::ONE_THOUSAND).filter(|low| *low < second.value)?;
    }
    (low < second.value).then_some(Number {
        value: low,
        high: Some(second.value),
        end: second.end,
        qualifier: first.qualifier,
        scaled: first.scaled || second.scaled,
        single: false,
        positional: false,
        plain: first.plain && second.plain,
        marked: first.marked || second.marked,
        ..first
    })
}

/// The unit that the second number is written in: 5亿 is written in 亿.
fn scale(value: Decimal) -> Decimal {
    let mut scale = Decimal::ONE;
    for unit in [10_000_i64, 100_000_000, 1_000_000_000_000] {
        if value >= Decimal::from(unit) {
            scale = Decimal::from(unit);
        }
    }
    scale
}

/// One past a word or sign that joins the two ends of a range.
fn connector(ctx: &Ctx<'_>, j: usize) -> Option<usize> {
    let line = ctx.line;
    let k = line.space(j);
    let end = match line.get(k) {
        '至' | '到' if !matches!(line.get(k + 1), '少' | '今' | '于' | '多' | '此' | '目') => k + 1,
        '~' | '-' | '–' => k + 1,
        '—' => k + if line.get(k + 1) == '—' { 2 } else { 1 },
        'か' if line.get(k + 1) == 'ら' => k + 2,
        '乃' if line.get(k + 1) == '至' => k + 2,
        'な' if line.is(k, "ないし") => k + 3,
        _ => return None,
    };
    let next = line.get(line.space(end));
    (next.is_ascii_digit() || class::of(next).numeral()).then(|| line.space(end))
}

/// The 3 of 2、3社: the next digit, of which either may be right.
fn neighbour(ctx: &Ctx<'_>, i: usize, first: Number) -> Option<usize> {
    let line = ctx.line;
    let (k, value) = (first.end, |k: usize| line.get(k).to_digit(10));
    let next = value(i)? + 1 == value(k + 1)? && k == i + 1 && line.get(k) == '、';
    let counted =
        matches!(line.get(k + 2), '人' | '社' | '件' | '名' | '家' | '回' | '年' | '亿' | '万' | '千' | '个' | '倍');
    (next && counted && line.before(i) != '第' && line.before(i) != '、').then_some(k + 1)
}

/// 3亿元至5亿元, 50%-60%: joins the expression with a second one of the same kind and unit.
pub(super) fn widen(ctx: &Ctx<'_>, item: Item) -> Item {
    wider(ctx, &item).unwrap_or(item)
}

fn wider(ctx: &Ctx<'_>, item: &Item) -> Option<Item> {
    if item.high.is_some() || item.tier.is_some() {
        return None;
    }
    let between = || {
        let line = ctx.line;
        let joins =
            matches!(line.get(item.end), '和' | '与') && (line.ends(item.start, "介于") || line.ends(item.start, "在"));
        joins.then_some(item.end + 1)
    };
    let joined = connector(ctx, item.end);
    let begin = joined.or_else(between)?;
    let second = super::share::read(ctx, begin).or_else(|| {
        let number = numeral::parse(ctx.line, begin, ctx.chinese).filter(|n| n.high.is_none() && !n.code)?;
        measure::read(ctx, begin, begin, number)
    })?;
    if second.kind != item.kind || second.unit != item.unit || second.currency != item.currency || second.high.is_some()
    {
        return None;
    }
    let (low, high): (Decimal, Decimal) = (item.value.parse().ok()?, second.value.parse().ok()?);
    (low < high && (joined.is_some() || ctx.line.is(second.end, "之间"))).then(|| Item {
        end: second.end,
        low: Some(item.value.clone()),
        high: Some(second.value),
        ..item.clone()
    })
}
