//! Dates in figures: 2020-07-31, 20200731, 7/30(木), R2.11.20, 2020Q2.

use super::date::{connector, on, range_after, small, weekday_note};
use crate::quantity::calendar::numeric::{self, Order};
use crate::quantity::calendar::{self, partial};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::{parsed, run};
use crate::quantity::item::Item;
use samesky_model::reading::QuantityKind;

/// The date in figures that begins at `i`.
pub(super) fn figures(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    if !ctx.line.get(i).is_ascii_digit() {
        return short_era(ctx, i);
    }
    if let Some(item) = glued_quarter(ctx, i) {
        return Some(item);
    }
    if let Some((end, date, others)) = numeric::read(ctx.line, i, Order::YearMonthDay, |year| year) {
        let end = weekday_note(ctx, end);
        let mut item = range_after(ctx, i, end, date).unwrap_or_else(|| on(ctx, i, end, date, "date-figures"));
        item.values.extend(others.iter().map(ToString::to_string));
        return Some(item);
    }
    eight(ctx, i).or_else(|| month_slash_day(ctx, i))
}

/// R2.11.20, S60.4.1, H31/4/30: an era by its letter.
fn short_era(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let zero = match line.get(i) {
        'R' => 2018,
        'H' => 1988,
        'S' => 1925,
        _ => return None,
    };
    if ctx.chinese || class::of(line.before(i)).latin() || !line.get(i + 1).is_ascii_digit() {
        return None;
    }
    let (year, a) = small(ctx, i + 1, 64)?;
    let mark = line.get(a);
    let (month, b) = small(ctx, a + 1, 12).filter(|_| matches!(mark, '.' | '/'))?;
    let (day, c) = small(ctx, b + 1, 31).filter(|_| line.get(b) == mark)?;
    let date = partial(Some(zero + i16::from(year)), Some(month), Some(day))?;
    let ends = !class::of(line.get(c)).latin() && line.get(c) != mark;
    ends.then(|| on(ctx, i, weekday_note(ctx, c), date, "date-figures"))
}

/// 2020Q2.
fn glued_quarter(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if line.get(i + 4) != 'Q' || run(line, i) != i + 4 {
        return None;
    }
    let year = parsed::<i16>(&line.c[i..i + 4]).filter(|year| (1990..2100).contains(year))?;
    let quarter = i8::try_from(line.get(i + 5).to_digit(10)?).ok()?;
    let value = calendar::quarter(Some(year), quarter)?;
    let ends = !class::of(line.get(i + 6)).latin() && !line.get(i + 6).is_ascii_digit();
    ends.then(|| Item::new(QuantityKind::DateRange, (i, i + 6), value, "part-of-year"))
}

/// 20200731.
fn eight(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let end = run(line, i);
    let next = line.get(end);
    if end - i != 8
        || !matches!(line.get(i), '1' | '2')
        || class::of(next).latin()
        || class::of(next).cjk() && next != '日'
        || ctx.labelled(i)
        || next == '-'
    {
        return None;
    }
    let value = |from: usize, to: usize| parsed::<i16>(&line.c[i + from..i + to]);
    let year = value(0, 4).filter(|year| (1900..2100).contains(year))?;
    let date = partial(Some(year), i8::try_from(value(4, 6)?).ok(), i8::try_from(value(6, 8)?).ok())?;
    Some(on(ctx, i, end, date, "date-figures"))
}

/// 7/30(木), 11/19に: a month and a day, where a weekday or a particle follows.
fn month_slash_day(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let (month, a) = small(ctx, i, 12)?;
    if line.get(a) != '/' {
        return None;
    }
    let (day, b) = small(ctx, a + 1, 31)?;
    let noted = weekday_note(ctx, b);
    let good = noted > b
        || day > 12
            && !class::of(line.get(b)).latin()
            && !matches!(line.get(b), '/' | '.')
            && !class::of(line.before(i)).latin();
    let date = partial(None, Some(month), Some(day)).filter(|_| good)?;
    // 11/24(火)~26(木)
    let to = connector(ctx, noted).filter(|_| noted > b).and_then(|k| small(ctx, k, 31));
    let to = to.filter(|(to, stop)| *to > day && weekday_note(ctx, *stop) > *stop);
    if let Some((to, stop)) = to {
        let value = calendar::range(date, partial(None, Some(month), Some(to))?)?;
        return Some(Item::new(QuantityKind::DateRange, (i, weekday_note(ctx, stop)), value, "date-range"));
    }
    Some(on(ctx, i, noted, date, "date-figures"))
}
