//! Thai dates: 2 กรกฎาคม 2563, ๒ ก.ค. ๖๓, 14 – 16 ตุลาคม 2564, ไตรมาส 3/67, ปี 2563, เมื่อวานนี้, 3 ปีก่อน.

use super::calendar::{MONTH, RELATIVES, gregorian, short};
use super::relative;
use crate::quantity::calendar::numeric::{self, Order};
use crate::quantity::calendar::{self, Rel, When, partial};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::{parsed, run};
use crate::quantity::item::Item;
use samesky_model::date::PartialDate;
use samesky_model::reading::QuantityKind;

/// The date that begins at `i`.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let item = if ctx.line.get(i).is_ascii_digit() { digits(ctx, i) } else { words(ctx, i) };
    item.map(|item| dated(ctx, item))
}

/// The year closest to the reference among the other readings of a date without a year.
fn dated(ctx: &Ctx<'_>, mut item: Item) -> Item {
    if item.kind == QuantityKind::Date && item.value.starts_with("--") {
        let closest = item.value.parse().ok().zip(ctx.reference).and_then(|(date, day)| calendar::closest(date, day));
        item.values.extend(closest.map(|date| date.to_string()));
    }
    item
}

fn digits(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    if let Some((end, date, others)) =
        numeric::read(ctx.line, i, Order::DayMonthYear, |year| if year < 100 { short(year) } else { gregorian(year) })
    {
        let mut item = Item::new(QuantityKind::Date, (i, end), date.to_string(), "date-figures");
        item.values = others.iter().map(ToString::to_string).collect();
        return Some(item);
    }
    let (day, a) = number(ctx, i, 31)?;
    if let Some(item) = first_months(ctx, i, day, a) {
        return Some(item);
    }
    if let Some(item) = days(ctx, i, day, a) {
        return Some(item);
    }
    let Some((month, b)) = month(ctx, a) else { return day_alone(ctx, i, day, a) };
    let (year, end) = year_after(ctx, b).map_or((None, b), |(year, end)| (Some(year), end));
    let date = partial(year, Some(month), Some(day))?;
    Some(
        through(ctx, i, end, date).unwrap_or_else(|| Item::new(QuantityKind::Date, (i, end), date.to_string(), "date")),
    )
}

/// วันที่ 15: in the month of the date read last, else in that of the reference or the one before.
fn day_alone(ctx: &Ctx<'_>, i: usize, day: i8, a: usize) -> Option<Item> {
    let line = ctx.line;
    let alone =
        !matches!(line.get(a), '/' | '-' | '–' | '.' | ':' | ',') && !matches!(line.get(line.space(a)), '-' | '–');
    if !line.ends(line.space_back(i), "วันที่") || !alone {
        return None;
    }
    let known = ctx.memory.last.filter(|last| last.month().is_some());
    let date = match (known, ctx.reference) {
        (Some(last), _) => partial(last.year(), last.month(), Some(day))?,
        (None, Some(today)) => {
            let back = i32::from(day > today.day());
            let month = calendar::add(today.first_of_month(), -back, "months")?;
            partial(Some(month.year()), Some(month.month()), Some(day))?
        }
        (None, None) => return None,
    };
    Some(Item::new(QuantityKind::Date, (i, a), date.to_string(), "day-of-month"))
}

/// 9 เดือนแรกของปี 2563: from January on.
fn first_months(ctx: &Ctx<'_>, i: usize, count: i8, a: usize) -> Option<Item> {
    let k = ctx.line.space(a);
    let word = "เดือนแรก";
    if !ctx.line.is(k, word) || count > 12 {
        return None;
    }
    let stop = k + word.chars().count();
    let (year, end) = year_words(ctx, stop).unwrap_or((ctx.reference.map(|day| day.year()), stop));
    let value = calendar::months(year, 1, i32::from(count))?;
    Some(Item::new(QuantityKind::DateRange, (i, end), value, "months"))
}

/// 14 – 16 ตุลาคม 2564.
fn days(ctx: &Ctx<'_>, i: usize, day: i8, a: usize) -> Option<Item> {
    let begin = dash(ctx, a)?;
    let (to, b) = number(ctx, begin, 31)?;
    let (month, c) = month(ctx, b)?;
    let (year, end) = year_after(ctx, c).map_or((None, c), |(year, end)| (Some(year), end));
    let value = calendar::range(partial(year, Some(month), Some(day))?, partial(year, Some(month), Some(to))?)?;
    Some(Item::new(QuantityKind::DateRange, (i, end), value, "date-range"))
}

/// 28 กันยายน - 2 ตุลาคม 2563.
fn through(ctx: &Ctx<'_>, i: usize, end: usize, date: PartialDate) -> Option<Item> {
    let begin = dash(ctx, end)?;
    let begin = if ctx.line.is(begin, "วันที่") { ctx.line.space(begin + 6) } else { begin };
    let (to, a) = number(ctx, begin, 31)?;
    let (month, b) = month(ctx, a)?;
    let (year, stop) = year_after(ctx, b).map_or((date.year(), b), |(year, stop)| (Some(year), stop));
    let from = if date.year().is_none() { year.map_or(Some(date), |year| date.with_year(year))? } else { date };
    let value = calendar::range(from, partial(year, Some(month), Some(to))?)?;
    Some(Item::new(QuantityKind::DateRange, (i, stop), value, "date-range"))
}

pub(super) fn dash(ctx: &Ctx<'_>, j: usize) -> Option<usize> {
    let k = ctx.line.space(j);
    let end = match ctx.line.get(k) {
        '-' | '–' | '—' | '~' => k + 1,
        _ if ctx.line.is(k, "ถึง") => k + 3,
        _ => return None,
    };
    Some(ctx.line.space(end))
}

/// A month name at `j`, after เดือน and spaces.
fn month(ctx: &Ctx<'_>, j: usize) -> Option<(i8, usize)> {
    let line = ctx.line;
    let k = line.space(j);
    let k = if line.is(k, "เดือน") { line.space(k + 5) } else { k };
    MONTH.at(&line.c, k).map(|(length, month)| (month, k + length))
}

/// A year after a month: 2563, พ.ศ. 2563, ค.ศ. 2020, ปี 2563, 63.
fn year_after(ctx: &Ctx<'_>, j: usize) -> Option<(i16, usize)> {
    let line = ctx.line;
    let k = line.space(j);
    if let Some(found) = era(ctx, k).or_else(|| relative_year(ctx, k)) {
        return Some(found);
    }
    let end = run(line, k);
    let value: i16 = parsed(line.c.get(k..end)?)?;
    if class::of(line.get(end)).latin()
        || matches!(line.get(end), ':' | ',') && line.get(end + 1).is_ascii_digit()
        || line.get(end) == '.' && line.get(end + 1).is_ascii_digit()
    {
        return None;
    }
    match end - k {
        4 if (1900..2700).contains(&value) => Some((gregorian(value), end)),
        2 if value >= 30 => Some((short(value), end)),
        2 if line.get(k) == '2' && k == j + 1 => None,
        _ => None,
    }
}

/// ปีนี้, ของปีหน้า, ปีที่แล้ว behind a month.
fn relative_year(ctx: &Ctx<'_>, k: usize) -> Option<(i16, usize)> {
    let k = if ctx.line.is(k, "ของ") { ctx.line.space(k + 3) } else { k };
    if ctx.line.get(k) != 'ป' {
        return None;
    }
    let (length, Rel::Year(n)) = RELATIVES.at(&ctx.line.c, k)? else { return None };
    Some((calendar::shift(ctx.reference?.year(), n)?, k + length))
}

/// ศตวรรษที่ 21.
fn century(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if !line.is(i, "ศตวรรษที่") {
        return None;
    }
    let (n, end) = number(ctx, line.space(i + 9), 30)?;
    let first = (i16::from(n) - 1) * 100 + 1;
    let value = calendar::range(partial(Some(first), None, None)?, partial(Some(first + 99), None, None)?)?;
    Some(Item::new(QuantityKind::DateRange, (i, end), value, "century"))
}

/// พ.ศ. 2563, ค.ศ. 2020, ปี 2563, ปี พ.ศ. 2563.
fn era(ctx: &Ctx<'_>, i: usize) -> Option<(i16, usize)> {
    let line = ctx.line;
    let after_word = if line.is(i, "ปี") { line.space(i + 2) } else { i };
    let marks = [
        ("พ.ศ.", -543),
        ("พศ.", -543),
        ("พ.ศ", -543),
        ("พุทธศักราช", -543),
        ("ค.ศ.", 0),
        ("คศ.", 0),
        ("ค.ศ", 0),
        ("คริสต์ศักราช", 0),
        ("ค.ศ", 0),
    ];
    let may = matches!(line.get(after_word), 'พ' | 'ค');
    let mark = marks.iter().find(|(word, _)| may && line.is(after_word, word));
    if mark.is_none() && after_word == i {
        return None;
    }
    let k = mark.map_or(after_word, |(word, _)| line.space(after_word + word.chars().count()));
    let end = run(line, k);
    let value: i16 = parsed(line.c.get(k..end)?)?;
    if end - k == 2 && value >= 40 && !line.get(end).is_ascii_digit() {
        return Some((short(value), end));
    }
    if end - k != 4 || !(1000..2700).contains(&value) {
        return None;
    }
    let year = mark.map_or_else(|| gregorian(value), |(_, shift)| value + shift);
    Some((year, end))
}

fn words(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    quarter(ctx, i)
        .or_else(|| half_year(ctx, i))
        .or_else(|| fiscal(ctx, i))
        .or_else(|| relative::course(ctx, i))
        .or_else(|| relative::feast(ctx, i))
        .or_else(|| third(ctx, i))
        .or_else(|| year_alone(ctx, i))
        .or_else(|| month_alone(ctx, i))
        .or_else(|| relative::relative(ctx, i))
        .or_else(|| relative::weekday(ctx, i))
        .or_else(|| century(ctx, i))
}

/// ไตรมาส 3/67, ไตรมาสที่ 3 ปี 2566, ไตรมาสแรก.
fn quarter(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    line.is(i, "ไตรมาส").then_some(())?;
    let mut j = line.space(i + 6);
    if line.is(j, "ที่") && !line.is(j, "ที่แล้ว") && !line.is(j, "ที่ผ่าน") {
        j = line.space(j + 3);
    }
    let (quarter, end) = [("แรก", 1), ("หนึ่ง", 1), ("สอง", 2), ("สาม", 3), ("สี่", 4), ("สุดท้าย", 4)]
        .into_iter()
        .find(|(word, _)| line.is(j, word))
        .map(|(word, quarter)| (quarter, j + word.chars().count()))
        .or_else(|| number(ctx, j, 4))?;
    let slash = line.get(end) == '/';
    let (year, end) = if slash { short_or_long(ctx, end + 1)? } else { year_words(ctx, end).unwrap_or((None, end)) };
    let value = calendar::quarter(year, quarter)?;
    let mut item = Item::new(QuantityKind::DateRange, (i, end), value, "quarter");
    if year.is_none() {
        item.values.extend(ctx.reference.and_then(|day| calendar::quarter(Some(day.year()), quarter)));
    }
    Some(item)
}

fn short_or_long(ctx: &Ctx<'_>, j: usize) -> Option<(Option<i16>, usize)> {
    let end = run(ctx.line, j);
    let value: i16 = parsed(ctx.line.c.get(j..end)?)?;
    match end - j {
        2 => Some((Some(short(value)), end)),
        4 => Some((Some(gregorian(value)), end)),
        _ => None,
    }
}

/// ของปี 2567, ปีนี้, ปีที่แล้ว after a quarter or half.
pub(super) fn year_words(ctx: &Ctx<'_>, j: usize) -> Option<(Option<i16>, usize)> {
    let line = ctx.line;
    let k = line.space(j);
    let k = if line.is(k, "ของ") { line.space(k + 3) } else { k };
    if let Some((year, end)) = era(ctx, k) {
        return Some((Some(year), end));
    }
    match RELATIVES.at(&line.c, k) {
        Some((length, Rel::Year(n))) => Some((Some(calendar::shift(ctx.reference?.year(), n)?), k + length)),
        _ => short_or_long(ctx, k)
            .filter(|found| found.0.is_some_and(|year| (1900..2100).contains(&year)) && run(line, k) == k + 4),
    }
}

/// ครึ่งปีแรก, ครึ่งแรกของปี 2567, ครึ่งหลัง.
fn half_year(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if line.get(i) != 'ค' {
        return None;
    }
    let (word, half) = [("ครึ่งปีแรก", 1), ("ครึ่งแรก", 1), ("ครึ่งปีหลัง", 2), ("ครึ่งหลัง", 2)]
        .into_iter()
        .find(|(word, _)| line.is(i, word))?;
    let after = i + word.chars().count();
    let (year, end) = year_words(ctx, after).unwrap_or((None, after));
    let mut item = Item::new(QuantityKind::DateRange, (i, end), calendar::half(year, half)?, "half-year");
    if year.is_none() {
        item.values.extend(ctx.reference.and_then(|day| calendar::half(Some(day.year()), half)));
    }
    Some(item)
}

/// ปีงบประมาณ 2567: from October of the year before.
fn fiscal(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if line.get(i) != 'ป' {
        return None;
    }
    let word = ["ปีงบประมาณ พ.ศ.", "ปีงบประมาณ", "ปีงบฯ", "ปีงบ"].into_iter().find(|word| line.is(i, word))?;
    let (year, end) = short_or_long(ctx, line.space(i + word.chars().count()))?;
    let value = calendar::months(Some(year?.checked_sub(1)?), 10, 12)?;
    Some(Item::new(QuantityKind::DateRange, (i, end), value, "fiscal-year"))
}

/// ปี 2563, พ.ศ. 2563, ปี 2560-2563.
fn year_alone(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let (year, end) = era(ctx, i)?;
    let date = partial(Some(year), None, None)?;
    if let Some(begin) = dash(ctx, end) {
        let begin = if ctx.line.is(begin, "ปี") { ctx.line.space(begin + 2) } else { begin };
        if let Some((Some(to), stop)) = short_or_long(ctx, begin)
            && let Some(value) = calendar::range(date, partial(Some(to), None, None)?)
        {
            return Some(Item::new(QuantityKind::DateRange, (i, stop), value, "years"));
        }
    }
    Some(Item::new(QuantityKind::Date, (i, end), date.to_string(), "year"))
}

/// ต้นเดือนตุลาคม 2563, กลางเดือนนี้, ปลายเดือนตุลาคม: a third of a month.
fn third(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if !matches!(line.get(i), 'ต' | 'ก' | 'ป') {
        return None;
    }
    let words = [("ต้นเดือน", 1), ("กลางเดือน", 2), ("ปลายเดือน", 3)];
    let (word, which) = words.into_iter().find(|(word, _)| line.is(i, word))?;
    let at = i + word.chars().count() - 5;
    let (date, end) = match RELATIVES.at(&line.c, at) {
        Some((length, rel)) => match calendar::resolve(rel, ctx)? {
            When::On(date) => (date, at + length),
            When::From(_) => return None,
        },
        None => {
            let (month, a) = month(ctx, at)?;
            let (year, end) = year_after(ctx, a).map_or((None, a), |(year, end)| (Some(year), end));
            (partial(year, Some(month), None)?, end)
        }
    };
    Some(Item::new(QuantityKind::DateRange, (i, end), calendar::third(date, which)?, "third-of-month"))
}

/// กรกฎาคม 2563, เดือนกรกฎาคม, ม.ค.-มิ.ย. 2567.
fn month_alone(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let (from, a) = month(ctx, i)?;
    if let Some((to, b)) = dash(ctx, a).and_then(|k| month(ctx, k)) {
        let (year, end) = year_after(ctx, b).map_or((None, b), |(year, end)| (Some(year), end));
        let value = calendar::range(partial(year, Some(from), None)?, partial(year, Some(to), None)?)?;
        return Some(Item::new(QuantityKind::DateRange, (i, end), value, "months"));
    }
    let (year, end) = year_after(ctx, a)
        .or_else(|| relative::near_year(ctx, from, a))
        .map_or((None, a), |(year, end)| (Some(year), end));
    let date = partial(year, Some(from), None)?;
    let short = line.c.get(i..a)?.iter().filter(|&&c| c == '.').count() == 1;
    (!short).then(|| Item::new(QuantityKind::Date, (i, end), date.to_string(), "month"))
}

/// A number of at most `most`, digits only.
pub(super) fn number(ctx: &Ctx<'_>, j: usize, most: i8) -> Option<(i8, usize)> {
    let end = run(ctx.line, j);
    let value: i8 = parsed(ctx.line.c.get(j..end)?)?;
    (end - j <= 2 && (1..=most).contains(&value)).then_some((value, end))
}
