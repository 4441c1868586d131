//! English dates counted from another: yesterday, last Friday, 3 days ago, the next five years, Christmas.

use super::calendar::{HOLIDAY, RELATIVES};
use super::{date, number, qualifier};
use crate::quantity::calendar::{self, When, holiday, partial};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::{parsed, run};
use crate::quantity::item::Item;
use crate::quantity::units::Suffix;
use samesky_model::reading::QuantityKind;

/// The relative date, weekday or holiday that begins at `i`.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    if class::of(ctx.line.before(i)).letter() {
        return None;
    }
    feast(ctx, i)
        .or_else(|| term_to(ctx, i))
        .or_else(|| word(ctx, i))
        .or_else(|| weekday(ctx, i))
        .or_else(|| course(ctx, i))
        .or_else(|| last_month(ctx, i))
}

fn word(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let (length, rel) = RELATIVES.all(&line.c, i).find(|(length, _)| !class::of(line.get(i + length)).latin())?;
    let end = i + length;
    if line.get(end) == '-' && class::of(line.get(end + 1)).latin() {
        return None;
    }
    Some(stated(i, end, calendar::resolve(rel, ctx)?, rel.rule()))
}

fn stated(start: usize, end: usize, when: When, rule: &'static str) -> Item {
    match when {
        When::On(date) => Item::new(QuantityKind::Date, (start, end), date.to_string(), rule),
        When::From(range) => Item::new(QuantityKind::DateRange, (start, end), range, rule),
    }
}

/// last Friday, this Monday, next Tuesday, on Sunday.
fn weekday(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let lead = [("last ", -1), ("this ", 0), ("next ", 1), ("coming ", 2), ("past ", -1)]
        .into_iter()
        .find(|(word, _)| qualifier::is(line, i, word));
    let begin = lead.map_or(i, |(word, _)| line.space(i + word.len()));
    let (end, day) = date::weekday(ctx, begin)?;
    if ["every ", "each ", "Every ", "Each "].iter().any(|word| line.ends(begin, word)) {
        return None;
    }
    let reference = ctx.reference?;
    if let Some(item) = weekdays(ctx, i, lead.map_or(0, |lead| lead.1.clamp(-1, 1)), day, end) {
        return Some(item);
    }
    let mut others = Vec::new();
    let date = match lead.map(|lead| lead.1) {
        Some(-1) => calendar::latest_weekday(reference.yesterday().ok()?, day)?,
        Some(0) => calendar::weekday(reference, 0, day)?,
        Some(1) => {
            let coming = calendar::add(calendar::latest_weekday(reference, day)?, 1, "weeks")?;
            let next = calendar::weekday(reference, 1, day)?;
            if coming != next {
                others.push(coming.to_string());
            }
            next
        }
        Some(_) => calendar::add(calendar::latest_weekday(reference, day)?, 1, "weeks")?,
        None => {
            let latest = calendar::latest_weekday(reference, day)?;
            others.extend(calendar::add(latest, 1, "weeks").map(|day| day.to_string()));
            latest
        }
    };
    let mut item = Item::new(QuantityKind::Date, (i, end), date.to_string(), "weekday");
    item.values = others;
    Some(item)
}

/// Monday to Friday, next Tuesday through Thursday.
fn weekdays(ctx: &Ctx<'_>, i: usize, weeks: i32, day: i32, end: usize) -> Option<Item> {
    let line = ctx.line;
    let k = line.space(end);
    let begin = match line.get(k) {
        '-' | '–' => line.space(k + 1),
        _ => ["to ", "through "].into_iter().find(|word| qualifier::is(line, k, word)).map(|word| k + word.len())?,
    };
    let (stop, to) = date::weekday(ctx, begin).filter(|(_, to)| *to > day)?;
    let reference = ctx.reference?;
    let (from, to) = (calendar::weekday(reference, weeks, day)?, calendar::weekday(reference, weeks, to + 1)?);
    Some(Item::new(QuantityKind::DateRange, (i, stop), calendar::between(from, to, false), "weekdays"))
}

/// Christmas 2023, Easter, Thanksgiving.
fn feast(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let (length, found) = HOLIDAY.all(&line.c, i).find(|(length, _)| !class::of(line.get(i + length)).letter())?;
    if !line.get(i).is_ascii_uppercase() && !line.get(i).is_ascii_digit() && length < 9 {
        return None;
    }
    let end = i + length;
    if matches!(line.get(end), '-') || qualifier::is(line, line.space(end), "island") {
        return None;
    }
    let k = line.space(if line.get(end) == ',' { end + 1 } else { end });
    let stop = run(line, k);
    let year = (k > end && stop == k + 4)
        .then(|| parsed::<i16>(&line.c[k..stop]))
        .flatten()
        .filter(|year| (1900..2100).contains(year));
    if let Some(year) = year {
        return Some(dated(i, stop, holiday::on(found, Some(year))?));
    }
    let here = ctx.reference.and_then(|day| holiday::on(found, Some(day.year())));
    let mut item = dated(i, end, here.or_else(|| holiday::on(found, None))?);
    if let Some(day) = ctx.reference {
        item.values = [-1, 1].iter().filter_map(|n| holiday::on(found, calendar::shift(day.year(), *n))).collect();
    }
    Some(item)
}

fn dated(start: usize, end: usize, value: String) -> Item {
    let kind = if value.contains('/') { QuantityKind::DateRange } else { QuantityKind::Date };
    Item::new(kind, (start, end), value, "holiday")
}

/// the next five years, the past three months, the last decade.
fn course(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let begin = if qualifier::is(line, i, "the ") { line.space(i + 4) } else { i };
    let (word, sign) = [
        ("next ", 1),
        ("coming ", 1),
        ("following ", 1),
        ("past ", -1),
        ("last ", -1),
        ("previous ", -1),
        ("within ", 1),
        ("preceding ", -1),
    ]
    .into_iter()
    .find(|(word, _)| qualifier::is(line, begin, word))?;
    let j = line.space(begin + word.len());
    let found = number::parse(ctx, j, false).filter(|n| !n.marked && !n.code && n.value.fract().is_zero());
    let (count, after) = match found {
        Some(number) => (i32::try_from(number.value).ok()?, line.space(number.end)),
        None if qualifier::is(line, j, "decade") => return stretch(ctx, i, 10 * sign, "years", j + 6),
        None if qualifier::is(line, j, "century") => return stretch(ctx, i, 100 * sign, "years", j + 7),
        None => return None,
    };
    let (length, unit) = unit(ctx, after)?;
    let (count, unit) = match unit {
        "decades" => (count.checked_mul(10)?, "years"),
        "centuries" => (count.checked_mul(100)?, "years"),
        _ => (count, unit),
    };
    stretch(ctx, i, count.checked_mul(sign)?, unit, after + length)
}

fn stretch(ctx: &Ctx<'_>, i: usize, count: i32, unit: &'static str, end: usize) -> Option<Item> {
    let value = calendar::stretch(ctx.reference?, count, unit)?;
    let mut item = Item::new(QuantityKind::DateRange, (i, end), value, "course");
    item.number = Some(count.abs().into());
    Some(item)
}

/// The length of a word of time at `j`, and its plural.
fn unit(ctx: &Ctx<'_>, j: usize) -> Option<(usize, &'static str)> {
    super::units::SUFFIXES.all(&ctx.line.c, j).find_map(|(length, suffix)| match suffix {
        Suffix::Span(_, unit) if !class::of(ctx.line.get(j + length)).latin() => Some((length, unit)),
        _ => None,
    })
}

/// last August, next May.
fn last_month(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let (word, sign) =
        [("last ", -1), ("next ", 1), ("this ", 0)].into_iter().find(|(word, _)| qualifier::is(line, i, word))?;
    let begin = line.space(i + word.len());
    let (length, month) =
        super::calendar::MONTH.all(&line.c, begin).find(|(length, _)| !class::of(line.get(begin + length)).latin())?;
    let reference = ctx.reference.filter(|_| line.get(begin).is_ascii_uppercase())?;
    let year = match sign {
        -1 if month >= reference.month() => reference.year() - 1,
        1 if month <= reference.month() => reference.year() + 1,
        _ => reference.year(),
    };
    Some(Item::new(
        QuantityKind::Date,
        (i, begin + length),
        partial(Some(year), Some(month), None)?.to_string(),
        "relative-date",
    ))
}

/// the year to March 2020, the quarter ended June 30: so many months that end with the one named.
fn term_to(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let terms = [
        ("the year ", 12),
        ("the financial year ", 12),
        ("the fiscal year ", 12),
        ("the half year ", 6),
        ("the half-year ", 6),
        ("the quarter ", 3),
    ];
    let (word, count) = terms.into_iter().find(|(word, _)| qualifier::is(line, i, word))?;
    let k = i + word.len();
    let joins = ["to the end of ", "to end-", "to ", "ended in ", "ended ", "ending in ", "ending ", "through "];
    let join = joins.into_iter().find(|join| qualifier::is(line, k, join))?;
    let (date, end) = date::month_at(ctx, k + join.len())?;
    let month = date.month()?;
    let from = (month - count).rem_euclid(12) + 1;
    let before = |year: i16| if from > month { year - 1 } else { year };
    let made = |year: Option<i16>| calendar::months(year.map(before), from, i32::from(count));
    let mut item = Item::new(QuantityKind::DateRange, (i, end), made(date.year())?, "months");
    if let (None, Some(day)) = (date.year(), ctx.reference) {
        let past = if month < day.month() { day.year() } else { day.year() - 1 };
        item.values.extend(made(Some(past)));
    }
    Some(item)
}

/// the three months to September, the six months ended June 30, 2020: from a length of time already read.
pub(super) fn months_to(ctx: &Ctx<'_>, item: &Item) -> Option<Item> {
    let line = ctx.line;
    if item.unit != Some("months") || item.kind != QuantityKind::Duration {
        return None;
    }
    let k = line.space(item.end);
    let words = ["to the end of ", "to end-", "to ", "ended in ", "ended ", "ending in ", "ending ", "through "];
    let word = words.into_iter().find(|word| k > item.end && qualifier::is(line, k, word))?;
    let (date, end) = date::month_at(ctx, k + word.len())?;
    let count: i8 = item.number?.try_into().ok().filter(|count| (1..=12).contains(count))?;
    let month = date.month()?;
    let from = (month - count).rem_euclid(12) + 1;
    let before = date.year().map(|year| if from > month { year - 1 } else { year });
    let value = calendar::months(before, from, i32::from(count))?;
    let led = |word: &str| item.start.checked_sub(word.len()).is_some_and(|at| qualifier::is(line, at, word));
    let start = if led("the ") { item.start - 4 } else { item.start };
    let mut made = Item::new(QuantityKind::DateRange, (start, end), value, "months");
    if let (None, Some(day)) = (before, ctx.reference) {
        let past = if month < day.month() { day.year() } else { day.year() - 1 };
        let first = if from > month { past - 1 } else { past };
        made.values.extend(calendar::months(Some(first), from, i32::from(count)));
    }
    Some(made)
}

/// 3 days ago, two weeks later, five years from now: from a length of time already read.
pub(super) fn ago(ctx: &Ctx<'_>, item: &Item) -> Option<Item> {
    let line = ctx.line;
    let unit = item.unit.filter(|_| item.kind == QuantityKind::Duration)?;
    let k = line.space(item.end);
    let (word, sign) =
        [("ago", -1), ("earlier", -1), ("before", -1), ("from now", 1), ("later", 1), ("hence", 1), ("from today", 1)]
            .into_iter()
            .find(|(word, _)| qualifier::is(line, k, word) && !class::of(line.get(k + word.len())).latin())?;
    let far = word == "before" || word == "earlier" || word == "later";
    let number = item.number?;
    let count: i32 = number.fract().is_zero().then(|| number.try_into().ok())??;
    if far
        && line.get(item.start).is_ascii_digit()
        && word == "before"
        && class::of(line.get(line.space(k + 6))).letter()
        && unit == "years"
    {
        return None;
    }
    let day = calendar::add(ctx.reference?, count.checked_mul(sign)?, unit).or_else(|| {
        calendar::add(ctx.reference?, count.checked_mul(sign * 10)?, "years").filter(|_| unit == "decades")
    })?;
    let date = match unit {
        "years" | "decades" | "centuries" => partial(Some(day.year()), None, None)?,
        "months" => partial(Some(day.year()), Some(day.month()), None)?,
        _ => day.into(),
    };
    let mut made = Item::new(QuantityKind::Date, (item.start, k + word.len()), date.to_string(), "ago");
    made.number = item.number;
    Some(made)
}
