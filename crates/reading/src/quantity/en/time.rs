//! English times of day: 9:30 am, 3 p.m., 15:00, noon, half past three.

use super::{number, qualifier};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::{parsed, run};
use crate::quantity::item::Item;
use samesky_model::reading::QuantityKind;

/// The time of day that begins at `i`.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if line.get(i).is_ascii_digit() {
        return figures(ctx, i);
    }
    if class::of(line.before(i)).letter() {
        return None;
    }
    if let Some(item) = in_words(ctx, i) {
        return Some(item);
    }
    let half = half_day(ctx, i).map(|(value, end)| until(ctx, i, value, end));
    half.or_else(|| past(ctx, i))
}

/// noon, midnight: the time, and the end of the word.
fn half_day(ctx: &Ctx<'_>, i: usize) -> Option<(&'static str, usize)> {
    let line = ctx.line;
    let whole = |word: &str| qualifier::is(line, i, word) && !class::of(line.get(i + word.len())).letter();
    let words = [("noon", "12:00"), ("midnight", "00:00"), ("midday", "12:00")];
    words.into_iter().find(|(word, _)| whole(word)).map(|(word, value)| (value, i + word.len()))
}

/// noon, noon to 2 p.m.
fn until(ctx: &Ctx<'_>, i: usize, value: &str, end: usize) -> Item {
    let line = ctx.line;
    let k = line.space(end);
    let begin = match line.get(k) {
        '-' | '–' => Some(line.space(k + 1)),
        't' if qualifier::is(line, k, "to ") => Some(line.space(k + 3)),
        _ => None,
    };
    let later = begin.and_then(|begin| {
        let (found, b) = clock(ctx, begin)?;
        let (late, stop) = meridiem(ctx, b)?;
        Some((text(found, Some(late))?, stop))
    });
    let mut item = Item::new(QuantityKind::Time, (i, end), value.to_owned(), "time");
    if let Some((high, stop)) = later {
        (item.low, item.high, item.end) = (Some(value.to_owned()), Some(high), stop);
    }
    item
}

/// seven-thirty p.m., eleven fifteen am.
fn in_words(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let (hour, a) = super::number::one_word(ctx, i).filter(|(hour, _)| (1..=12).contains(hour))?;
    let k = if ctx.line.get(a) == '-' { a + 1 } else { ctx.line.space(a) };
    let (minute, b) = super::number::one_word(ctx, k).filter(|(minute, _)| (10..=50).contains(minute) && k > a)?;
    let (late, end) = meridiem(ctx, b)?;
    let minute = (minute, None);
    let value = text((u32::try_from(hour).ok()?, Some((u32::try_from(minute.0).ok()?, minute.1))), Some(late))?;
    Some(Item::new(QuantityKind::Time, (i, end), value, "time"))
}

/// 12 noon, 12 midnight.
fn half_day_after(ctx: &Ctx<'_>, i: usize, a: usize, (hour, minute): Clock) -> Option<Item> {
    let k = ctx.line.space(a);
    let (value, end) = half_day(ctx, k).filter(|_| hour == 12 && minute.is_none() && k > a)?;
    Some(Item::new(QuantityKind::Time, (i, end), value.to_owned(), "time"))
}

/// 8 in the morning, 7:30 in the evening.
fn of_day(ctx: &Ctx<'_>, i: usize, a: usize, (hour, minute): Clock) -> Option<Item> {
    let line = ctx.line;
    let parts = [("in the morning", 0), ("in the afternoon", 12), ("in the evening", 12), ("at night", 12)];
    let k = line.space(a);
    let (word, more) = parts.into_iter().find(|(word, _)| k > a && qualifier::is(line, k, word))?;
    let hour = if (1..12).contains(&hour) { hour + more } else { return None };
    let value = text((hour, minute), None)?;
    Some(Item::new(QuantityKind::Time, (i, k + word.len()), value, "time"))
}

fn figures(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let (first, a) = clock(ctx, i)?;
    if let Some(item) = half_day_after(ctx, i, a, first).or_else(|| of_day(ctx, i, a, first)) {
        return Some(item);
    }
    if let Some(item) = past(ctx, i).filter(|_| first.1.is_none() && ctx.line.get(a) == ' ') {
        return Some(item);
    }
    let mut own = meridiem(ctx, a);
    let end = own.map_or(a, |(_, end)| end);
    let mut item = Item::new(QuantityKind::Time, (i, end), String::new(), "time");
    let k = ctx.line.space(end);
    let begin = match ctx.line.get(k) {
        '-' | '–' | '~' => Some(ctx.line.space(k + 1)),
        't' if qualifier::is(ctx.line, k, "to ") => Some(ctx.line.space(k + 3)),
        'a' if qualifier::is(ctx.line, k, "and ") && super::date::back(ctx, i, "between ") => {
            Some(ctx.line.space(k + 4))
        }
        _ => None,
    };
    let noon = begin.and_then(|begin| half_day(ctx, begin)).filter(|_| own.is_some());
    if let Some((value, end)) = noon {
        item.value = text(first, own.map(|o| o.0))?;
        (item.low, item.high, item.end) = (Some(item.value.clone()), Some(value.to_owned()), end);
        return Some(item);
    }
    let second = begin.and_then(|begin| clock(ctx, begin)).and_then(|(found, b)| {
        let tail = meridiem(ctx, b);
        (tail.is_some() || found.1.is_some()).then(|| (found, tail, tail.map_or(b, |(_, end)| end)))
    });
    if let Some((found, tail, end)) = second {
        own = own.or(tail);
        item.end = end;
        item.high = Some(text(found, tail.map(|t| t.0))?);
    }
    if first.1.is_none() && own.is_none() {
        return None;
    }
    item.value = text(first, own.map(|o| o.0))?;
    item.low = item.high.as_ref().map(|_| item.value.clone());
    Some(item)
}

type Clock = (u32, Option<(u32, Option<u32>)>);

fn clock(ctx: &Ctx<'_>, i: usize) -> Option<(Clock, usize)> {
    let line = ctx.line;
    let a = run(line, i);
    let hour: u32 = parsed(line.c.get(i..a)?)?;
    if a - i > 2 || hour > 24 || line.before(i) == ':' {
        return None;
    }
    let two =
        |k: usize| -> Option<u32> { (run(line, k) == k + 2).then(|| parsed(&line.c[k..k + 2]))?.filter(|n| *n < 60) };
    let mark = line.get(a);
    if mark == ':' || mark == '.' && meridiem(ctx, a + 3).is_some() {
        let minute = two(a + 1)?;
        if line.get(a + 3) == ':' {
            let second = two(a + 4)?;
            return Some(((hour, Some((minute, Some(second)))), a + 6));
        }
        return Some(((hour, Some((minute, None))), a + 3));
    }
    Some(((hour, None), a))
}

/// am, p.m. at `a`: whether after noon, and the end.
fn meridiem(ctx: &Ctx<'_>, a: usize) -> Option<(bool, usize)> {
    let k = ctx.line.space(a);
    let (word, late) = [("a.m.", false), ("p.m.", true), ("a.m", false), ("p.m", true), ("am", false), ("pm", true)]
        .into_iter()
        .find(|(word, _)| qualifier::is(ctx.line, k, word))?;
    let end = k + word.len();
    (!class::of(ctx.line.get(end)).letter()).then_some((late, end))
}

fn text((hour, rest): Clock, late: Option<bool>) -> Option<String> {
    let hour = match (late, hour) {
        (Some(_), 0 | 13..) => return None,
        (Some(false), 12) => 0,
        (Some(true), h) if h < 12 => h + 12,
        (_, h) => h,
    };
    Some(match rest {
        Some((minute, Some(second))) => format!("{hour:02}:{minute:02}:{second:02}"),
        Some((minute, None)) => format!("{hour:02}:{minute:02}"),
        None => format!("{hour:02}:00"),
    })
}

/// ten to nine, twenty past four; “five to six” may be a range and is none of the clock's.
fn minutes_to(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let words = [("twenty-five", 25), ("twenty", 20), ("ten", 10), ("five", 5)];
    let (word, minutes) = words.into_iter().find(|(word, _)| qualifier::is(line, i, word))?;
    let at = i + word.len();
    let past = qualifier::is(line, at, " past ");
    if !past && !qualifier::is(line, at, " to ") {
        return None;
    }
    let begin = at + if past { 6 } else { 4 };
    let hour = number::parse(ctx, begin, false).filter(|n| !n.marked && !n.scaled && !n.bare && !n.plain)?;
    let value: i32 = hour.value.try_into().ok().filter(|hour| (1..=12).contains(hour))?;
    let next = line.get(line.space(hour.end));
    if !past && (value >= minutes || class::of(next).letter() || next == '%') {
        return None;
    }
    let sum = value * 60 + if past { minutes } else { -minutes };
    Some(Item::new(QuantityKind::Time, (i, hour.end), format!("{:02}:{:02}", sum / 60, sum % 60), "time"))
}

/// half past three, quarter to nine, nine o'clock.
fn past(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if let Some(item) = minutes_to(ctx, i) {
        return Some(item);
    }
    let lead = [
        ("half past ", 30),
        ("a quarter past ", 15),
        ("quarter past ", 15),
        ("a quarter to ", -15),
        ("quarter to ", -15),
    ]
    .into_iter()
    .find(|(word, _)| qualifier::is(line, i, word));
    let begin = lead.map_or(i, |(word, _)| i + word.len());
    let hour = number::parse(ctx, begin, false).filter(|n| !n.marked && !n.scaled && !n.bare)?;
    let value: i32 = hour.value.try_into().ok()?;
    let k = line.space(hour.end);
    let clock = qualifier::is(line, k, "o'clock");
    if !(1..=12).contains(&value) || lead.is_none() && !clock {
        return None;
    }
    let minutes = value * 60 + lead.map_or(0, |lead| lead.1);
    let end = if clock { k + 7 } else { hour.end };
    let tail = line.space(end);
    let late = [(" in the morning", 0), (" in the afternoon", 12), (" in the evening", 12), (" at night", 12)];
    let part = late.into_iter().find(|(word, _)| tail > end && qualifier::is(line, tail - 1, word));
    let (end, later) = part.map_or((end, 0), |(word, hours)| (tail - 1 + word.len(), hours));
    let minutes = if minutes < 720 { minutes + later * 60 } else { minutes };
    Some(Item::new(QuantityKind::Time, (i, end), format!("{:02}:{:02}", minutes / 60, minutes % 60), "time"))
}
