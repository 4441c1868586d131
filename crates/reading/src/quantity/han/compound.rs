//! What follows a unit and belongs to it: 三米五, 一米七八, 五斤二两, 2吨半, 3米50厘米, 1分30秒.

use super::numeral;
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::run;
use crate::quantity::item::Number;
use crate::quantity::units::Suffix;
use crate::quantity::{ja, zh};
use rust_decimal::Decimal;

/// The number with what stands behind its unit at `j..end`, and the place after it.
pub(super) fn with_more(ctx: &Ctx<'_>, number: Number, unit: Suffix, j: usize, end: usize) -> Option<(Number, usize)> {
    let found = if number.high.is_some() || number.scaled {
        None
    } else {
        half(ctx, end).or_else(|| decimals(ctx, j, end)).or_else(|| smaller(ctx, unit, end))
    };
    let Some((more, stop)) = found else { return Some((number, end)) };
    Some((Number { value: number.value.checked_add(more)?, ..number }, stop))
}

/// 2吨半.
fn half(ctx: &Ctx<'_>, end: usize) -> Option<(Decimal, usize)> {
    let next = ctx.line.get(end + 1);
    let word = matches!(next, '挂' | '径' | '导' | '岛' | '成' | '自' | '年' | '决' | '山' | '数' | '程');
    (ctx.line.get(end) == '半' && !word).then(|| (Decimal::new(5, 1), end + 1))
}

/// 三米五, 一米七八, 1米75: one or two digits behind metres.
fn decimals(ctx: &Ctx<'_>, j: usize, end: usize) -> Option<(Decimal, usize)> {
    let line = ctx.line;
    if line.get(j) != '米' || end != j + 1 || !ctx.chinese {
        return None;
    }
    let value = |k: usize| numeral::digit(line.get(k)).or_else(|| line.get(k).to_digit(10));
    let stop = (end..end + 3).find(|&k| value(k).is_none())?;
    let next = line.get(stop);
    let free = !class::of(next).letter() || matches!(next, '的' | '高' | '长' | '宽' | '深' | '左' | '以' | '多');
    if stop == end || !free || next == '.' || run(line, end) > stop {
        return None;
    }
    let digits = (end..stop).try_fold(0, |sum, k| Some(sum * 10 + value(k)?))?;
    Some((Decimal::new(i64::from(digits), u32::try_from(stop - end).ok()?), stop))
}

/// 五斤二两, 3米50厘米: a number of a smaller unit of the same kind, right behind.
fn smaller(ctx: &Ctx<'_>, unit: Suffix, end: usize) -> Option<(Decimal, usize)> {
    let Suffix::Dim(symbol, factor, divisor) = unit else { return None };
    let line = ctx.line;
    let next = line.get(end);
    if !(next.is_ascii_digit() || class::of(next).numeral()) {
        return None;
    }
    if line.ends(end, "斤") && line.get(end + 1) == '两' && !class::of(line.get(end + 2)).letter() {
        let tenths = numeral::digit(next).or_else(|| next.to_digit(10))?;
        return Some((Decimal::new(i64::from(tenths), 1), end + 2));
    }
    let number = numeral::parse(line, end, ctx.chinese).filter(|n| n.high.is_none() && !n.bare && !n.code)?;
    let table = if ctx.chinese { &zh::units::SUFFIXES } else { &ja::units::SUFFIXES };
    let (length, part) = table.at(&line.c, number.end)?;
    let Suffix::Dim(same, small, by) = part else { return None };
    let ratio = small.checked_mul(divisor)?.checked_div(by.checked_mul(factor)?)?;
    let more = number.value.checked_mul(ratio)?;
    (same == symbol && more < Decimal::ONE && !more.is_zero()).then_some((more, number.end + length))
}

/// The 分 of 1分30秒 is of time.
pub(super) fn minutes(ctx: &Ctx<'_>, j: usize, end: usize) -> bool {
    ctx.line.get(j) == '分'
        && ctx.line.get(end).is_ascii_digit()
        && numeral::parse(ctx.line, end, ctx.chinese).is_some_and(|n| ctx.line.get(n.end) == '秒')
}
