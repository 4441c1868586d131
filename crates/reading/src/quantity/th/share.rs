//! Ranges and shares in Thai: 5-10, 3 ถึง 5, ร้อยละ 5.6, ครึ่งปี, สามในสี่.

use super::number;
use super::units::SUFFIXES;
use crate::quantity::amount;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::{self, Item, Number};
use crate::quantity::units::Suffix;
use rust_decimal::Decimal;
use samesky_model::reading::{Qualifier, QuantityKind};

/// 5-10, 3 ถึง 5, the scale shared.
pub(super) fn range(ctx: &Ctx<'_>, first: Number) -> Number {
    let line = ctx.line;
    let k = line.space(first.end);
    let begin = match line.get(k) {
        '-' | '–' | '~' => k + 1,
        _ if line.is(k, "ถึง") => k + 3,
        _ => return first,
    };
    let Some(second) = number::parse(ctx, line.space(begin)) else { return first };
    let mut low = first.value;
    if second.scaled && !first.scaled {
        let scale = scale(ctx, begin, second.value);
        low = low.checked_mul(scale).filter(|low| *low < second.value).unwrap_or(low);
    }
    if low >= second.value || first.code || second.code || line.get(second.end) == '-' {
        return first;
    }
    Number {
        value: low,
        high: Some(second.value),
        end: second.end,
        single: false,
        scaled: first.scaled || second.scaled,
        plain: first.plain && second.plain,
        ..first
    }
}

/// What the words behind the digits at `begin` multiply with: a million in 2,000 ล้าน.
fn scale(ctx: &Ctx<'_>, begin: usize, value: Decimal) -> Decimal {
    let start = ctx.line.space(begin);
    let digits = ctx.line.c.get(start..).unwrap_or_default().iter().take(24);
    let digits: String =
        digits.take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).filter(|c| **c != ',').collect();
    let written = digits.parse::<Decimal>().ok().filter(|written| !written.is_zero());
    written.and_then(|written| value.checked_div(written)).unwrap_or_else(|| leading(value))
}

/// The power of ten that words multiplied with, as far as it can be told from the value.
fn leading(value: Decimal) -> Decimal {
    let mut scale = Decimal::ONE;
    while value >= scale * Decimal::from(1000) && scale < Decimal::from(1_000_000_000_000_i64) {
        scale *= Decimal::from(1000);
    }
    scale
}

/// ร้อยละ 5.6.
pub(super) fn percent(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    ctx.line.is(i, "ร้อยละ").then_some(())?;
    let number = range(ctx, number::parse(ctx, ctx.line.space(i + 6))?);
    amount::scaled(QuantityKind::Percent, (i, number.end), number, Decimal::ONE, "percent")
}

/// ครึ่งปี, ครึ่งชั่วโมง, ครึ่งหนึ่ง.
pub(super) fn half(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    line.is(i, "ครึ่ง").then_some(())?;
    if line.is(i, "ครึ่งหนึ่ง") {
        return Some(Item::new(QuantityKind::Number, (i, i + 10), "0.5".to_owned(), "half"));
    }
    if line.is(i + 5, "ล้าน") {
        let number = Number { end: i + 9, value: Decimal::from(500_000), scaled: true, ..half_number(i + 5) };
        return super::read::with_unit(ctx, i, number);
    }
    let unit = ["ปี", "ชั่วโมง", "เดือน", "วัน", "กิโลกรัม", "กิโลเมตร", "ล้าน"].iter().any(|word| line.is(i + 5, word));
    let course = line.is(i + 5, "ปีแรก") || line.is(i + 5, "ปีหลัง");
    let (length, suffix) = SUFFIXES.at(&line.c, i + 5).filter(|_| unit && !course)?;
    amount::plain((i, i + 5 + length), half_number(i + 5), suffix)
}

/// ครึ่ง.
fn half_number(end: usize) -> Number {
    Number {
        end,
        value: Decimal::new(5, 1),
        high: None,
        qualifier: Qualifier::Exact,
        plain: false,
        single: true,
        scaled: false,
        bare: false,
        broken: false,
        positional: false,
        code: false,
        whole: 0,
        marked: true,
    }
}

/// 1/2.
fn slash(ctx: &Ctx<'_>, i: usize, upper: Number) -> Option<Item> {
    let line = ctx.line;
    if line.get(upper.end) != '/' || !upper.plain || line.before(i) == '/' || !line.get(upper.end + 1).is_ascii_digit()
    {
        return None;
    }
    let lower = number::parse(ctx, upper.end + 1).filter(|n| n.plain && !n.marked && !n.code)?;
    let small = lower.value < Decimal::TEN && upper.value < lower.value && !upper.value.is_zero();
    let alone = !matches!(line.get(lower.end), '/' | '-') && !line.ends(line.space_back(i), "ที่");
    let value = item::text(upper.value.checked_div(lower.value)?.round_dp(15));
    (small && alone).then(|| Item::new(QuantityKind::Number, (i, lower.end), value, "fraction"))
}

/// สามในสี่, 1 ใน 3, เศษสองส่วนสาม.
pub(super) fn fraction(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let begin = if line.is(i, "เศษ") { line.space(i + 3) } else { i };
    let upper = number::parse(ctx, begin).filter(|n| !n.marked && !n.bare && !n.scaled && !n.code)?;
    let k = line.space(upper.end);
    if let Some(item) = slash(ctx, i, upper).filter(|_| begin == i) {
        return Some(item);
    }
    let mark = ["ส่วน", "ใน"].into_iter().find(|word| line.is(k, word) && (*word == "ส่วน" || begin == i))?;
    let lower = number::parse(ctx, line.space(k + mark.chars().count()))
        .filter(|n| !n.marked && !n.bare && !n.scaled && !n.code)?;
    let small = lower.value <= Decimal::TEN && upper.value < lower.value && !upper.value.is_zero();
    let unit = SUFFIXES.at(&line.c, line.space(lower.end)).is_some_and(|(_, suffix)| !matches!(suffix, Suffix::Other));
    if !small || mark == "ใน" && (line.is(line.space(k + 2), "อีก") || unit && upper.plain) {
        return None;
    }
    let mut item = Item::new(
        QuantityKind::Number,
        (i, lower.end),
        item::text(upper.value.checked_div(lower.value)?.round_dp(15)),
        "fraction",
    );
    item.values.push(format!("{}/{}", item::text(upper.value), item::text(lower.value)));
    Some(item)
}
