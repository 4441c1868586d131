//! Shares: 百分之五, 三分之二, 3分の2, 一又三分之二, 半.

use super::{measure, numeral, range};
use crate::quantity::amount;
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::{self, Item, Number};
use rust_decimal::Decimal;
use samesky_model::reading::{Qualifier, QuantityKind};

/// The share that begins at `i`.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    hundredths(ctx, i)
        .or_else(|| vulgar(ctx, i))
        .or_else(|| half(ctx, i))
        .or_else(|| doubled(ctx, i))
        .or_else(|| one_of(ctx, i))
}

/// 翻番, 翻一番, 翻了两番: twice, four times.
fn doubled(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if line.get(i) != '翻' {
        return None;
    }
    let begin = i + 1 + usize::from(line.get(i + 1) == '了');
    let times = numeral::digit(line.get(begin)).or_else(|| line.get(begin).to_digit(10));
    let (times, end) = times.map_or((1, begin), |times| (times, begin + 1));
    let fits = line.get(end) == '番' && (1..=6).contains(&times) && line.get(end + 1) != '茄';
    fits.then(|| {
        let mut item = Item::new(QuantityKind::Number, (i, end + 1), 2_u32.pow(times).to_string(), "multiple");
        item.unit = Some("times");
        item
    })
}

/// 5人に1人, 3社に1社: one of so many.
fn one_of(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if ctx.chinese || !(line.get(i).is_ascii_digit() || class::of(line.get(i)).numeral()) {
        return None;
    }
    let lower = numeral::parse(line, i, false).filter(|n| !n.marked && n.high.is_none() && !n.bare)?;
    let counter = line.get(lower.end);
    if !matches!(counter, '人' | '社' | '件' | '台' | '回' | '名') || line.get(lower.end + 1) != 'に' {
        return None;
    }
    let upper = numeral::parse(line, lower.end + 2, false).filter(|n| !n.marked && n.high.is_none() && !n.bare)?;
    let fits = line.get(upper.end) == counter && upper.value < lower.value && lower.value <= Decimal::ONE_HUNDRED;
    fits.then(|| build(i, upper.end + 1, Decimal::ZERO, upper, lower))?
}

/// 百分之五, 千分之三, 万分之一.
fn hundredths(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    if !matches!(ctx.line.get(i + 1), '分') {
        return None;
    }
    let factor = [
        ("百分之", Decimal::ONE),
        ("千分之", Decimal::new(1, 1)),
        ("万分之", Decimal::new(1, 2)),
        ("百分の", Decimal::ONE),
    ]
    .into_iter()
    .find_map(|(word, factor)| ctx.line.is(i, word).then_some((word, factor)))?;
    let begin = ctx.line.space(i + factor.0.chars().count());
    let negative = ctx.line.get(begin) == '负';
    let mut number = numeral::parse(ctx.line, begin + usize::from(negative), ctx.chinese)?;
    if negative {
        number.value = -number.value;
    }
    let mut number = range::numbers(ctx, begin, number);
    let start = if ctx.line.before(i) == '负' { i - 1 } else { i };
    if start < i {
        number.value = -number.value;
    }
    amount::scaled(QuantityKind::Percent, (start, number.end), number, factor.1, "percent")
}

/// 三分之二, 3分の2, 五又四分之一, 1/3.
fn vulgar(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if !(line.class(i).digit() || line.class(i).numeral()) || line.get(i) == '数' {
        return None;
    }
    let first = numeral::parse(line, i, ctx.chinese)?;
    let (whole, lower) = match line.get(first.end) {
        '又' | 'と' => (first.value, numeral::parse(line, first.end + 1, ctx.chinese)?),
        _ => (Decimal::ZERO, first),
    };
    let mark = lower.end;
    let begin =
        if line.is(mark, "分之") || line.is(mark, "分の") { mark + 2 } else { return slash(ctx, i, first) };
    let upper = numeral::parse(line, begin, ctx.chinese)?;
    build(i, upper.end, whole, upper, lower)
}

fn slash(ctx: &Ctx<'_>, i: usize, first: Number) -> Option<Item> {
    let line = ctx.line;
    if line.get(first.end) != '/' || !first.plain || first.marked || line.before(i) == '/' {
        return None;
    }
    let lower = numeral::parse(line, first.end + 1, ctx.chinese)?;
    let small = lower.plain
        && !lower.marked
        && first.value < lower.value
        && lower.value < Decimal::TEN
        && first.value > Decimal::ZERO;
    let alone = !matches!(line.get(lower.end), '/' | '月' | '日' | '(' | '-') && !line.get(lower.end).is_ascii_digit();
    (small && alone).then(|| build(i, lower.end, Decimal::ZERO, first, lower)).flatten()
}

fn build(i: usize, end: usize, whole: Decimal, upper: Number, lower: Number) -> Option<Item> {
    let value = whole.checked_add(upper.value.checked_div(lower.value)?)?;
    let mut item = Item::new(QuantityKind::Number, (i, end), item::text(value.round_dp(15)), "fraction");
    if whole.is_zero() {
        item.values.push(format!("{}/{}", item::text(upper.value), item::text(lower.value)));
    }
    item.qualifier = Qualifier::Exact;
    Some(item)
}

/// 半年, 半个月, 一半, 半分.
fn half(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let number = |end: usize| Number {
        end,
        value: Decimal::new(5, 1),
        high: None,
        qualifier: Qualifier::Exact,
        plain: false,
        single: false,
        scaled: false,
        bare: false,
        broken: false,
        positional: false,
        code: false,
        whole: 0,
        marked: true,
    };
    if !matches!(line.get(i), '一' | '半') {
        return None;
    }
    if line.is(i, "一半") || line.is(i, "半分") && !ctx.chinese {
        return Some(Item::new(QuantityKind::Number, (i, i + 2), "0.5".to_owned(), "half"));
    }
    let taken = matches!(
        line.before(i),
        '上' | '下' | '前' | '后' | '大' | '多' | '过' | '参' | '减' | '一' | '四' | '夜' | '两'
    );
    if line.get(i) != '半' || taken {
        return None;
    }
    let unit = [
        "个百分点",
        "个月",
        "个小时",
        "个世纪",
        "年",
        "天",
        "小时",
        "个钟头",
        "日",
        "时间",
        "个学期",
        "月",
        "斤",
        "公斤",
        "吨",
        "亩",
        "公里",
    ]
    .iter()
    .any(|word| line.is(i + 1, word));
    let item = measure::read(ctx, i, i, number(i + 1)).filter(|item| unit && item.end > i + 1)?;
    Some(item)
}
