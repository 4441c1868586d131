//! Years as written: 2020年, 25年, 二〇二〇年, 令和6年, 民国113年.

use super::date::{month_range, small};
use super::numeral;
use super::period::half_or_quarter;
use crate::quantity::calendar::two_digit_year;
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::{parsed, run};
use crate::quantity::{ja, zh};

/// The year at `i` and the place after 年; the same year in brackets behind it is passed over: 2020年(令和2年).
pub(super) fn year(ctx: &Ctx<'_>, i: usize) -> Option<(i16, usize)> {
    let (found, end) = single(ctx, i)?;
    let again = (ctx.line.get(end) == '(').then(|| single(ctx, end + 1)).flatten();
    let same = again.filter(|(year, stop)| *year == found && ctx.line.get(*stop) == ')');
    Some((found, same.map_or(end, |(_, stop)| stop + 1)))
}

/// The year at `i`, with nothing behind it.
fn single(ctx: &Ctx<'_>, i: usize) -> Option<(i16, usize)> {
    let line = ctx.line;
    let eras = if ctx.chinese { &zh::calendar::ERA } else { &ja::calendar::ERA };
    let glued = class::of(line.get(i)).latin() && class::of(line.before(i)).latin();
    if let Some((length, zero)) = eras.at(&line.c, i).filter(|_| !glued) {
        return era(ctx, line.space(i + length), zero);
    }
    let stop = run(line, i);
    match stop - i {
        4 => four(ctx, i).filter(|_| is_year(ctx, line.space(stop))).map(|year| (year, line.space(stop) + 1)),
        2 => two(ctx, i, stop),
        3 => republic(ctx, i, stop),
        0 => by_position(ctx, i),
        _ => None,
    }
}

pub(super) fn four(ctx: &Ctx<'_>, i: usize) -> Option<i16> {
    parsed(ctx.line.c.get(i..i + 4)?).filter(|year| (1000..2200).contains(year))
}

fn is_year(ctx: &Ctx<'_>, j: usize) -> bool {
    ctx.line.get(j) == '年' && !matches!(ctx.line.get(j + 1), '级' | '来' | '间')
}

/// 113年5月20日, 109年度: a year of the Republic as Taiwan writes it, where a month or a part of the year follows.
fn republic(ctx: &Ctx<'_>, i: usize, stop: usize) -> Option<(i16, usize)> {
    let line = ctx.line;
    let value: i16 = parsed(line.c.get(i..stop)?).filter(|value| (90..=150).contains(value))?;
    let end = stop + 1;
    let month = small(ctx, end, 12).is_some_and(|(_, k)| line.get(k) == '月' && line.get(k + 1) != '间');
    let told = month || line.get(end) == '度' || half_or_quarter(ctx, end, None).is_some();
    (ctx.chinese && line.get(stop) == '年' && told && line.before(i) != '第').then(|| Some((value + 1911, end)))?
}

/// 25年 where the words around say that it is a year and not a length of time.
fn two(ctx: &Ctx<'_>, i: usize, stop: usize) -> Option<(i16, usize)> {
    let line = ctx.line;
    if line.get(stop) != '年' {
        return None;
    }
    let value: i16 = parsed(&line.c[i..stop])?;
    let next = line.get(stop + 1);
    let month = small(ctx, stop + 1, 12).is_some_and(|(_, k)| line.get(k) == '月')
        || month_range(ctx, i, None, stop + 1).is_some();
    let led = matches!(line.before(i), '到' | '至' | '自' | '从' | '于' | '\'' | '比' | '较' | '在' | '截')
        && !matches!(next, '前' | '后' | '间' | '来' | '以' | '内' | '多' | '的' | '期' | '之' | '时');
    let part = half_or_quarter(ctx, stop + 1, None).is_some() || next == '度' || matches!(next, '底' | '末' | '初');
    let old = value >= 70 && !class::of(next).letter() && ctx.chinese;
    let spring = old || matches!(next, '春' | '秋') && !ctx.chinese;
    (month || led && ctx.chinese || part && (10..40).contains(&value) || spring)
        .then_some((two_digit_year(value), stop + 1))
}

/// 二〇二〇年, 一九九八年, 九八年.
fn by_position(ctx: &Ctx<'_>, i: usize) -> Option<(i16, usize)> {
    let line = ctx.line;
    let stop = (i..i + 5).find(|&k| numeral::digit(line.get(k)).is_none())?;
    let value =
        (i..stop).try_fold(0_i16, |value, k| Some(value * 10 + i16::try_from(numeral::digit(line.get(k))?).ok()?))?;
    let good = match stop - i {
        4 => (1000..2200).contains(&value) && is_year(ctx, stop),
        2 => {
            line.get(stop) == '年'
                && (value >= 70 || line.get(i) == '〇' || line.get(i) == '零')
                && !matches!(line.get(i), '两')
        }
        _ => false,
    };
    good.then(|| (if stop - i == 2 { two_digit_year(value) } else { value }, stop + 1))
}

/// The year of an era: 令和6年, 令和元年, 民国113年.
fn era(ctx: &Ctx<'_>, j: usize, zero: i16) -> Option<(i16, usize)> {
    let line = ctx.line;
    if line.get(j) == '元' && line.get(j + 1) == '年' {
        return Some((zero + 1, j + 2));
    }
    let number = numeral::parse(line, j, false).filter(|n| n.high.is_none() && !n.marked)?;
    let value: i16 = number.value.try_into().ok()?;
    let end = line.space(number.end);
    // 令和2(2020)年.
    let inside = end + 1;
    let both = line.get(end) == '(' && line.get(inside + 4) == ')' && four(ctx, inside) == zero.checked_add(value);
    let end = if both { inside + 5 } else { end };
    (line.get(end) == '年' && (1..3000).contains(&value)).then(|| Some((zero.checked_add(value)?, end + 1)))?
}
