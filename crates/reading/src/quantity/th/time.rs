//! Thai times of day: 15.30 น., 09:00 น., 9 โมงเช้า, บ่าย 3 โมง, 2 ทุ่ม, เที่ยงคืน.

use crate::quantity::ctx::Ctx;
use crate::quantity::digits::{parsed, run};
use crate::quantity::item::Item;
use samesky_model::reading::QuantityKind;

/// The time of day that begins at `i`.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    clock(ctx, i).or_else(|| spoken(ctx, i))
}

/// 15.30 น., 09:00, 9.00-17.00 น., 13 น.
fn clock(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let (first, a, sure) = hour_minute(ctx, i)?;
    let mut item = Item::new(QuantityKind::Time, (i, a), first.clone(), "time");
    let mut end = a;
    let mut certain = sure;
    let k = line.space(a);
    if matches!(line.get(k), '-' | '–' | '~') || line.is(k, "ถึง") {
        let begin = line.space(if line.is(k, "ถึง") { k + 3 } else { k + 1 });
        if let Some((second, b, sure)) = hour_minute(ctx, begin) {
            item.low = Some(first);
            item.high = Some(second);
            end = b;
            certain = certain || sure;
        }
    }
    let k = line.space(end);
    if let Some(word) = ["น.", "นาฬิกา", "น "].into_iter().find(|word| line.is(k, word)) {
        item.end = k + word.trim_end().chars().count();
        return Some(item);
    }
    item.end = end;
    certain.then_some(item)
}

/// An hour with minutes, and whether it cannot be a decimal number.
fn hour_minute(ctx: &Ctx<'_>, i: usize) -> Option<(String, usize, bool)> {
    let line = ctx.line;
    let a = run(line, i);
    let hour: u32 = parsed(line.c.get(i..a)?)?;
    if a - i > 2 || hour > 24 {
        return None;
    }
    let mark = line.get(a);
    if !matches!(mark, ':' | '.') || run(line, a + 1) != a + 3 {
        let hours = line.space(a);
        return (line.is(hours, "น.") || line.is(hours, "นาฬิกา")).then(|| (format!("{hour:02}:00"), a, false));
    }
    let minute: u32 = parsed(line.c.get(a + 1..a + 3)?)?;
    (minute < 60).then(|| (format!("{hour:02}:{minute:02}"), a + 3, mark == ':'))
}

/// 9 โมงเช้า, บ่าย 3 โมง, 2 ทุ่ม, ตี 3, เที่ยง.
fn spoken(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    for (word, time) in [("เที่ยงคืน", "00:00"), ("เที่ยงวัน", "12:00"), ("เที่ยงตรง", "12:00"), ("เที่ยงครึ่ง", "12:30")]
    {
        if line.is(i, word) {
            return Some(Item::new(QuantityKind::Time, (i, i + word.chars().count()), time.to_owned(), "time"));
        }
    }
    if line.is(i, "บ่ายโมง") {
        let (value, end) = if line.is(i + 7, "ครึ่ง") { ("13:30", i + 12) } else { ("13:00", i + 7) };
        return Some(Item::new(QuantityKind::Time, (i, end), value.to_owned(), "time"));
    }
    let (word, add) = [("บ่าย", 12), ("ตี", 0)].into_iter().find(|(word, _)| line.is(i, word)).unwrap_or(("", 24));
    let begin = line.space(i + word.chars().count());
    let number = super::number::parse(ctx, begin).filter(|n| !n.marked && !n.scaled && !n.bare)?;
    let hour: u32 = number.value.try_into().ok()?;
    let k = line.space(number.end);
    let (hour, end) = match add {
        12 if hour <= 6 && line.is(k, "โมง") => (hour + 12, k + 3),
        0 if hour <= 6 => (hour, number.end),
        24 if line.is(k, "โมงเช้า") && hour <= 11 => (hour, k + 7),
        24 if line.is(k, "โมงเย็น") && hour <= 7 => (hour + 12, k + 7),
        24 if line.is(k, "ทุ่ม") && hour <= 6 => (hour + 18, k + 4),
        24 if line.is(k, "โมง") && hour <= 11 => (hour, k + 3),
        _ => return None,
    };
    let half = line.is(end, "ครึ่ง");
    let value = format!("{:02}:{}", hour % 24, if half { "30" } else { "00" });
    Some(Item::new(QuantityKind::Time, (i, if half { end + 5 } else { end }), value, "time"))
}
