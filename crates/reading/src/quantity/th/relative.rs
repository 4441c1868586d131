//! Thai dates counted from another: วันศุกร์ที่ผ่านมา, 3 ปีก่อน, ภายใน 5 ปี, สงกรานต์, เดือนกันยายนที่ผ่านมา.

use super::calendar::{HOLIDAY, RELATIVES, WEEKDAY};
use super::date::{dash, number, year_words};
use crate::quantity::calendar::holiday;
use crate::quantity::calendar::{self, When, partial};
use crate::quantity::ctx::Ctx;
use crate::quantity::item::Item;
use samesky_model::reading::QuantityKind;

/// เดือนกันยายนที่ผ่านมา, เดือนธันวาคมนี้: the last such month, or this year's.
pub(super) fn near_year(ctx: &Ctx<'_>, month: i8, a: usize) -> Option<(i16, usize)> {
    let line = ctx.line;
    let k = line.space(a);
    let words = [("ที่ผ่านมา", -1), ("ที่แล้ว", -1), ("นี้", 0)];
    let (word, sign) = words.into_iter().find(|(word, _)| line.is(k, word))?;
    let day = ctx.reference?;
    let year = if sign < 0 && month >= day.month() { day.year() - 1 } else { day.year() };
    Some((year, k + word.chars().count()))
}

pub(super) fn relative(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let (length, rel) = RELATIVES.at(&ctx.line.c, i)?;
    if ["กี่", "หลาย", "บาง", "แต่ละ", "ทุก"].iter().any(|word| ctx.line.ends(i, word))
    {
        return None;
    }
    let value = match calendar::resolve(rel, ctx)? {
        When::On(date) => Item::new(QuantityKind::Date, (i, i + length), date.to_string(), rel.rule()),
        When::From(range) => Item::new(QuantityKind::DateRange, (i, i + length), range, rel.rule()),
    };
    Some(value)
}

/// วันศุกร์ที่ผ่านมา, วันจันทร์หน้า, วันพุธนี้, วันพุธ.
pub(super) fn weekday(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let (length, day) = WEEKDAY.at(&line.c, i)?;
    let end = i + length;
    if line.is(line.space(end), "ที่") && line.get(line.space(line.space(end) + 3)).is_ascii_digit() {
        return None;
    }
    if ["ทุก", "ทุก ๆ", "ทุกๆ"].iter().any(|word| line.ends(i, word)) {
        return None;
    }
    let reference = ctx.reference?;
    let k = line.space(end);
    let to = dash(ctx, end).and_then(|begin| WEEKDAY.at(&line.c, begin).map(|(length, to)| (begin + length, to)));
    if let Some((stop, to)) = to.filter(|(_, to)| *to > day) {
        let (from, to) = (calendar::weekday(reference, 0, day)?, calendar::weekday(reference, 0, to + 1)?);
        return Some(Item::new(QuantityKind::DateRange, (i, stop), calendar::between(from, to, false), "weekdays"));
    }
    let tail = [("ที่ผ่านมา", -1), ("ที่แล้ว", -1), ("ก่อน", -1), ("หน้า", 1), ("นี้", 0)]
        .into_iter()
        .find(|(word, _)| line.is(k, word));
    let date = match tail {
        Some((_, -1)) => calendar::latest_weekday(reference.yesterday().ok()?, day)?,
        Some((_, weeks)) => calendar::weekday(reference, weeks, day)?,
        None => calendar::latest_weekday(reference, day)?,
    };
    let end = tail.map_or(end, |(word, _)| k + word.chars().count());
    let mut item = Item::new(QuantityKind::Date, (i, end), date.to_string(), "weekday");
    if tail.is_none() {
        item.values.extend(calendar::add(date, 1, "weeks").map(|date| date.to_string()));
    }
    Some(item)
}

pub(super) fn feast(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let (length, found) = HOLIDAY.at(&ctx.line.c, i)?;
    let end = i + length;
    let (year, stop) = year_words(ctx, end).unwrap_or((None, end));
    let value = match year {
        Some(year) => holiday::on(found, Some(year)),
        None => ctx.reference.and_then(|day| holiday::on(found, Some(day.year()))).or_else(|| holiday::on(found, None)),
    }?;
    let kind = if value.contains('/') { QuantityKind::DateRange } else { QuantityKind::Date };
    let mut item = Item::new(kind, (i, stop), value, "holiday");
    if let (None, Some(day)) = (year, ctx.reference) {
        item.values = [-1, 1].iter().filter_map(|n| holiday::on(found, calendar::shift(day.year(), *n))).collect();
    }
    Some(item)
}

/// 3 ปีก่อน, 5 วันที่แล้ว, 3 ปีข้างหน้า: from a length of time already read.
pub(super) fn ago(ctx: &Ctx<'_>, item: &Item) -> Option<Item> {
    let unit = item.unit.filter(|_| item.kind == QuantityKind::Duration)?;
    let k = ctx.line.space(item.end);
    let (word, sign, course) = [
        ("ที่แล้ว", -1, false),
        ("ที่ผ่านมา", -1, true),
        ("ก่อนหน้า", -1, false),
        ("ก่อน", -1, false),
        ("ข้างหน้า", 1, true),
        ("หลังจากนี้", 1, false),
        ("ต่อมา", 0, false),
    ]
    .into_iter()
    .find(|(word, ..)| ctx.line.is(k, word))?;
    let count: i32 = item.number?.fract().is_zero().then(|| item.number?.try_into().ok())??;
    let end = k + word.chars().count();
    if sign == 0 {
        return None;
    }
    let made = if course {
        Item::new(
            QuantityKind::DateRange,
            (item.start, end),
            calendar::stretch(ctx.reference?, count.checked_mul(sign)?, unit)?,
            "course",
        )
    } else {
        let day = calendar::add(ctx.reference?, count.checked_mul(sign)?, unit)?;
        let date = match unit {
            "years" => partial(Some(day.year()), None, None)?,
            "months" => partial(Some(day.year()), Some(day.month()), None)?,
            _ => day.into(),
        };
        Item::new(QuantityKind::Date, (item.start, end), date.to_string(), "ago")
    };
    Some(Item { number: item.number, ..made })
}

/// อีก 5 ปีข้างหน้า is read from its number; ในอีก 3 ปี here.
pub(super) fn course(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if !matches!(line.get(i), 'ภ' | 'ใ') {
        return None;
    }
    let word = ["ภายใน", "ในอีก", "ในช่วง"].into_iter().find(|word| line.is(i, word))?;
    let j = line.space(i + word.chars().count());
    let (count, a) = number(ctx, j, 99)?;
    let k = line.space(a);
    let (unit, length) = [("ปี", "years", 2), ("เดือน", "months", 5), ("วัน", "days", 3), ("สัปดาห์", "weeks", 7)]
        .into_iter()
        .find(|(word, ..)| line.is(k, word))
        .map(|(_, unit, length)| (unit, length))?;
    if word == "ในช่วง" || line.is(line.space(k + length), "ที่ผ่าน") || line.is(k + length, "ที่")
    {
        return None;
    }
    let value = calendar::stretch(ctx.reference?, i32::from(count), unit)?;
    let mut end = k + length;
    if line.is(line.space(end), "ข้างหน้า") {
        end = line.space(end) + 8;
    }
    Some(Item::new(QuantityKind::DateRange, (i, end), value, "course"))
}
