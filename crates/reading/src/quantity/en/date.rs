//! English dates as written: Nov. 14, 2023, 30 August 2023, July 29-31, Q3 2023, the 1990s, FY2023.

use super::calendar::{HOLIDAY, MONTH, WEEKDAY};
use super::part::{decade, part};
use super::{ordinal, qualifier};
use crate::quantity::calendar::numeric::{self, Order};
use crate::quantity::calendar::{self, partial};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::{parsed, run};
use crate::quantity::item::Item;
use samesky_model::date::PartialDate;
use samesky_model::reading::QuantityKind;

/// The date that begins at `i`.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let digit = ctx.line.get(i).is_ascii_digit();
    let item = if digit {
        figures(ctx, i).or_else(|| day_first(ctx, i)).or_else(|| decade(ctx, i)).or_else(|| part(ctx, i))
    } else {
        None
    };
    let item = item.or_else(|| {
        if digit {
            None
        } else {
            nth_weekday(ctx, i)
                .or_else(|| day_in_words(ctx, i))
                .or_else(|| month_first(ctx, i))
                .or_else(|| weekday_date(ctx, i))
                .or_else(|| part(ctx, i))
        }
    })?;
    Some(closest(ctx, item))
}

/// the first Friday of July 2021, the last Monday in May: without a year in that of the reference.
fn nth_weekday(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let begin = if qualifier::is(line, i, "the ") { i + 4 } else { i };
    let (n, a) = if qualifier::is(line, begin, "last ") && begin > i {
        (-1, begin + 4)
    } else {
        ordinal::parse(ctx, begin).filter(|(n, _)| (1..=5).contains(n))?
    };
    let (b, day) = weekday(ctx, line.space(a)).filter(|_| line.get(a) == ' ')?;
    let k = line.space(b);
    let joint = ["of ", "in "].into_iter().find(|word| qualifier::is(line, k, word))?;
    let (month, c) = month(ctx, k + joint.len())?;
    let (year, end) = year_near(ctx, c).map_or((None, c), |(year, end)| (Some(year), end));
    let year = year.or_else(|| ctx.reference.map(|day| day.year()))?;
    let weekday = jiff::civil::Weekday::from_monday_zero_offset(i8::try_from(day).ok()?).ok()?;
    let date = calendar::nth(year, month, i8::try_from(n).ok()?, weekday)?;
    Some(Item::new(QuantityKind::Date, (i, end), date.to_string(), "nth-weekday"))
}

/// the twenty-second of June, the first of May 2021.
fn day_in_words(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let begin = if qualifier::is(line, i, "the ") { i + 4 } else { i };
    let (day, a) = ordinal::parse(ctx, begin).filter(|(day, _)| (1..=31).contains(day))?;
    let (month, b) = month(ctx, a + 4).filter(|_| qualifier::is(line, a, " of "))?;
    let (year, end) = year_near(ctx, b).map_or((None, b), |(year, end)| (Some(year), end));
    let date = partial(year, Some(month), i8::try_from(day).ok())?;
    Some(Item::new(QuantityKind::Date, (begin, end), date.to_string(), "date"))
}

/// A year behind a month or day, also as next year, last year, this year.
fn year_near(ctx: &Ctx<'_>, j: usize) -> Option<(i16, usize)> {
    year(ctx, j).or_else(|| of_year(ctx, j)).or_else(|| relative_year(ctx, j))
}

/// May last year, June of this year.
fn relative_year(ctx: &Ctx<'_>, j: usize) -> Option<(i16, usize)> {
    let line = ctx.line;
    let k = line.space(if line.get(j) == ',' { j + 1 } else { j });
    let k = if qualifier::is(line, k, "of ") { k + 3 } else { k };
    let words = [("last year", -1), ("this year", 0), ("next year", 1)];
    let (word, n) = words.into_iter().find(|(word, _)| k > j && qualifier::is(line, k, word))?;
    let ends = !class::of(line.get(k + word.len())).latin();
    Some((calendar::shift(ctx.reference.filter(|_| ends)?.year(), n)?, k + word.len()))
}

fn closest(ctx: &Ctx<'_>, mut item: Item) -> Item {
    if item.kind == QuantityKind::Date && item.value.starts_with("--") {
        let near = item.value.parse().ok().zip(ctx.reference).and_then(|(date, day)| calendar::closest(date, day));
        item.values.extend(near.map(|date| date.to_string()));
    }
    item
}

fn figures(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let order = if ctx.facts.day_first() { Order::DayMonthYear } else { Order::MonthDayYear };
    let (end, date, others) = numeric::read(ctx.line, i, order, |year| year)?;
    let mut item = Item::new(QuantityKind::Date, (i, end), date.to_string(), "date-figures");
    item.values = others.iter().map(ToString::to_string).collect();
    let second = dash(ctx, end).and_then(|k| numeric::read(ctx.line, k, order, |year| year));
    if let Some((stop, to, _)) = second
        && let Some(value) = calendar::range(date, to)
    {
        return Some(Item::new(QuantityKind::DateRange, (i, stop), value, "date-range"));
    }
    Some(item)
}

/// 30 August 2023, 1-3 May, 30th of August.
fn day_first(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let (day, a) = day(ctx, i)?;
    let of = line.space(a);
    let of = if qualifier::is(line, of, "of ") { line.space(of + 3) } else { of };
    if let Some((month, b)) = month(ctx, of)
        && of > a
    {
        let (year, end) =
            year(ctx, b).or_else(|| relative_year(ctx, b)).map_or((None, b), |(year, end)| (Some(year), end));
        let date = partial(year, Some(month), Some(day))?;
        return Some(
            through(ctx, i, end, date)
                .unwrap_or_else(|| Item::new(QuantityKind::Date, (i, end), date.to_string(), "date")),
        );
    }
    if line.get(a) == '-'
        && let Some((month, b)) = month(ctx, a + 1)
    {
        let (year, end) = year(ctx, b).map_or((None, b), |(year, end)| (Some(year), end));
        let date = partial(year, Some(month), Some(day))?;
        return Some(Item::new(QuantityKind::Date, (i, end), date.to_string(), "date"));
    }
    let begin = dash(ctx, a).or_else(|| {
        let k = line.space(a);
        qualifier::is(line, k, "and ").then(|| line.space(k + 4))
    })?;
    let (to, b) = self::day(ctx, begin)?;
    let (month, c) = month(ctx, line.space(b))?;
    let (year, end) = year(ctx, c).map_or((None, c), |(year, end)| (Some(year), end));
    let value = calendar::range(partial(year, Some(month), Some(day))?, partial(year, Some(month), Some(to))?)?;
    (to > day).then(|| Item::new(QuantityKind::DateRange, (i, end), value, "date-range"))
}

/// Nov. 14, 2023, July 29-31, August 2023, in May.
fn month_first(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let (month, a) = month(ctx, i)?;
    if HOLIDAY.at(&line.c, i).is_some() {
        return None; // April Fools' Day
    }
    let j = line.space(a);
    let the = if qualifier::is(line, j, "the ") { line.space(j + 4) } else { j };
    if let Some((day, b)) =
        day(ctx, the).filter(|(_, b)| !(class::of(line.get(*b)).latin() || line.get(*b) == ':' || line.get(*b) == '%'))
    {
        if let Some(begin) = dash(ctx, b).or_else(|| and(ctx, b))
            && let Some((to, c)) = self::day(ctx, begin).filter(|(to, c)| {
                *to > day && self::month(ctx, line.space(*c)).is_none() && !line.get(*c).is_ascii_digit()
            })
        {
            let (year, end) = year(ctx, c).map_or((None, c), |(year, end)| (Some(year), end));
            let value = calendar::range(partial(year, Some(month), Some(day))?, partial(year, Some(month), Some(to))?)?;
            return Some(Item::new(QuantityKind::DateRange, (i, end), value, "date-range"));
        }
        let (year, end) =
            year(ctx, b).or_else(|| relative_year(ctx, b)).map_or((None, b), |(year, end)| (Some(year), end));
        let date = partial(year, Some(month), Some(day))?;
        return Some(
            through(ctx, i, end, date)
                .unwrap_or_else(|| Item::new(QuantityKind::Date, (i, end), date.to_string(), "date")),
        );
    }
    month_alone(ctx, i, month, a)
}

/// August 2023, in August, January to June 2024.
fn month_alone(ctx: &Ctx<'_>, i: usize, month: i8, a: usize) -> Option<Item> {
    let line = ctx.line;
    let capital = line.get(i).is_ascii_uppercase();
    if let Some((which, start)) = third_named(ctx, i).filter(|_| capital) {
        let (year, end) = year(ctx, a).or_else(|| of_year(ctx, a)).map_or((None, a), |(year, end)| (Some(year), end));
        let value = calendar::third(partial(year, Some(month), None)?, which)?;
        return Some(Item::new(QuantityKind::DateRange, (start, end), value, "third-of-month"));
    }
    if let Some((year, end)) = year_near(ctx, a) {
        let date = partial(Some(year), Some(month), None)?;
        return Some(
            through(ctx, i, end, date)
                .unwrap_or_else(|| Item::new(QuantityKind::Date, (i, end), date.to_string(), "month")),
        );
    }
    if let Some((to, b)) = dash(ctx, a).and_then(|k| self::month(ctx, k)).filter(|(to, _)| *to != month && capital) {
        let (year, end) = year(ctx, b).or_else(|| of_year(ctx, b)).map_or((None, b), |(year, end)| (Some(year), end));
        let value = calendar::range(partial(year, Some(month), None)?, partial(year, Some(to), None)?)?;
        return Some(Item::new(QuantityKind::DateRange, (i, end), value, "months"));
    }
    let doubtful = matches!(month, 3 | 5) && a - i <= 5 || a - i == 3 || line.get(a - 1) == '.';
    let led = [
        "in ", "since ", "until ", "by ", "during ", "early ", "late ", "mid-", "last ", "next ", "this ", "of ",
        "from ", "to ", "through ", "before ", "after ", "till ",
    ]
    .iter()
    .any(|word| back(ctx, i, word));
    (capital && (!doubtful || led))
        .then(|| Some(Item::new(QuantityKind::Date, (i, a), partial(None, Some(month), None)?.to_string(), "month")))?
}

/// early, mid- or late before the month at `i`: which third it is, and where the word begins.
fn third_named(ctx: &Ctx<'_>, i: usize) -> Option<(i8, usize)> {
    let words = [("early ", 1), ("early-", 1), ("mid-", 2), ("mid ", 2), ("late ", 3), ("late-", 3)];
    let (word, which) = words.into_iter().find(|(word, _)| back(ctx, i, word))?;
    let start = i - word.len();
    (!class::of(ctx.line.before(start)).latin()).then_some((which, start))
}

pub(super) fn back(ctx: &Ctx<'_>, i: usize, word: &str) -> bool {
    i.checked_sub(word.len()).is_some_and(|start| qualifier::is(ctx.line, start, word))
}

/// from July 29 to July 31, 2024; 28 September – 2 October 2020.
fn through(ctx: &Ctx<'_>, i: usize, end: usize, date: PartialDate) -> Option<Item> {
    let begin = dash(ctx, end).or_else(|| and_after_between(ctx, i, end))?;
    let second = day_first_part(ctx, begin).or_else(|| month_first_part(ctx, begin))?;
    let (to, stop) = second;
    let to = if to.year().is_none() { date.year().map_or(Some(to), |year| to.with_year(year))? } else { to };
    let from = if date.year().is_none() { to.year().map_or(Some(date), |year| date.with_year(year))? } else { date };
    let value = calendar::range(from, to)?;
    Some(Item::new(QuantityKind::DateRange, (i, stop), value, "date-range"))
}

fn day_first_part(ctx: &Ctx<'_>, j: usize) -> Option<(PartialDate, usize)> {
    let (day, a) = day(ctx, j)?;
    let (month, b) = month(ctx, ctx.line.space(a))?;
    let (year, end) = year(ctx, b).map_or((None, b), |(year, end)| (Some(year), end));
    Some((partial(year, Some(month), Some(day))?, end))
}

fn month_first_part(ctx: &Ctx<'_>, j: usize) -> Option<(PartialDate, usize)> {
    let (month, a) = month(ctx, j)?;
    let found = day(ctx, ctx.line.space(a));
    let (day, b) = found.map_or((None, a), |(day, b)| (Some(day), b));
    let (year, end) = year(ctx, b).map_or((None, b), |(year, end)| (Some(year), end));
    Some((partial(year, Some(month), day)?, end))
}

/// Friday, Nov. 10; Sunday 5 July 2020: the weekday is passed over.
fn weekday_date(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let (end, _) = weekday(ctx, i)?;
    let j = ctx.line.space(if ctx.line.get(end) == ',' { end + 1 } else { end });
    let j = if qualifier::is(ctx.line, j, "the ") { j + 4 } else { j };
    if j == end {
        return None;
    }
    let item = if ctx.line.get(j).is_ascii_digit() {
        day_first(ctx, j).or_else(|| figures(ctx, j))
    } else {
        month_first(ctx, j).filter(|item| item.rule == "date" || item.rule == "date-range")
    }?;
    Some(Item { start: i, ..item })
}

/// The end of a weekday's name, and its number from Monday.
pub(super) fn weekday(ctx: &Ctx<'_>, i: usize) -> Option<(usize, i32)> {
    let line = ctx.line;
    let (length, day) = WEEKDAY.all(&line.c, i).find(|(length, _)| !class::of(line.get(i + length)).latin())?;
    let short = length <= 4;
    let capital = line.get(i).is_ascii_uppercase();
    (capital
        && !class::of(line.before(i)).latin()
        && (!short
            || matches!(line.get(i + length), ',' | ' ' | '.') && class::of(line.get(line.space(i + length))).letter()
            || line.get(i + length) == ','))
        .then_some((i + length, day))
}

/// A month name at `j`; May and March must begin with a capital.
fn month(ctx: &Ctx<'_>, j: usize) -> Option<(i8, usize)> {
    let line = ctx.line;
    let (length, month) = MONTH.all(&line.c, j).find(|(length, _)| !class::of(line.get(j + length)).latin())?;
    let capital = line.get(j).is_ascii_uppercase();
    let long = length > 5 || month == 6 || month == 7 || month == 4;
    (!class::of(line.before(j)).latin() && (capital || long && length > 3)).then_some((month, j + length))
}

/// The month at `j`, with the day and the year that may stand beside it.
pub(super) fn month_at(ctx: &Ctx<'_>, j: usize) -> Option<(PartialDate, usize)> {
    day_first_part(ctx, j).or_else(|| month_first_part(ctx, j)).filter(|(date, _)| date.month().is_some())
}

/// A day of the month, 14 or 14th.
fn day(ctx: &Ctx<'_>, j: usize) -> Option<(i8, usize)> {
    let end = run(ctx.line, j);
    let value: i8 = parsed(ctx.line.c.get(j..end)?)?;
    if end - j > 2
        || !(1..=31).contains(&value)
        || matches!(ctx.line.get(end), '.' | ',') && ctx.line.get(end + 1).is_ascii_digit()
    {
        return None;
    }
    let end = ordinal::parse(ctx, j).map_or(end, |(_, end)| end);
    Some((value, end))
}

/// A year after a month or day: `, 2023` or ` 2023`.
pub(super) fn year(ctx: &Ctx<'_>, j: usize) -> Option<(i16, usize)> {
    let line = ctx.line;
    let k = if line.get(j) == ',' { line.space(j + 1) } else { line.space(j) };
    let k = if line.get(k) == '-' && k == j { k + 1 } else { k };
    if line.get(k) == '\'' && k > j && run(line, k + 1) == k + 3 {
        let short = parsed(&line.c[k + 1..k + 3])?;
        return Some((calendar::two_digit_year(short), k + 3));
    }
    let end = run(line, k);
    let value: i16 = parsed(line.c.get(k..end)?)?;
    let fits = end - k == 4
        && k > j
        && (1000..2200).contains(&value)
        && !class::of(line.get(end)).latin()
        && !(matches!(line.get(end), ',' | '.') && line.get(end + 1).is_ascii_digit());
    fits.then_some((value, end))
}

/// of 2023, in 2023.
pub(super) fn of_year(ctx: &Ctx<'_>, j: usize) -> Option<(i16, usize)> {
    let k = ctx.line.space(j);
    let word = ["of ", "in ", "of the year ", "of fiscal "]
        .into_iter()
        .find(|word| k > j && qualifier::is(ctx.line, k, word))?;
    year(ctx, k + word.len() - 1)
}

/// One past what joins the two ends of a range of dates.
fn dash(ctx: &Ctx<'_>, j: usize) -> Option<usize> {
    let line = ctx.line;
    let k = line.space(j);
    if matches!(line.get(k), '-' | '–' | '—' | '~') {
        return Some(line.space(k + 1));
    }
    let word = ["to ", "through ", "until ", "till "].into_iter().find(|word| k > j && qualifier::is(line, k, word))?;
    Some(line.space(k + word.len()))
}

/// May 3 and 4: the day after, where nothing is counted by it.
fn and(ctx: &Ctx<'_>, j: usize) -> Option<usize> {
    let line = ctx.line;
    let k = line.space(j);
    let begin = line.space(k + 4);
    let end = run(line, begin);
    let start = (j.saturating_sub(2)..j).find(|&at| line.get(at).is_ascii_digit())?;
    let (first, second): (i8, i8) = (parsed(line.c.get(start..j)?)?, parsed(line.c.get(begin..end)?)?);
    let alone = !class::of(line.get(end)).letter() && matches!(line.get(end), ',' | '.' | ')' | ';' | '\0')
        || ["in ", "at ", "with ", "for "].iter().any(|word| qualifier::is(line, line.space(end), word));
    (k > j && qualifier::is(line, k, "and ") && first.checked_add(1) == Some(second) && alone).then_some(begin)
}

/// between 2016 and 2020.
fn and_after_between(ctx: &Ctx<'_>, i: usize, end: usize) -> Option<usize> {
    let k = ctx.line.space(end);
    (k > end && back(ctx, i, "between ") && qualifier::is(ctx.line, k, "and ")).then(|| ctx.line.space(k + 4))
}

/// A year alone, where the word before or the range says so: in 2023, 2018-2020.
pub(super) fn bare_year(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let end = run(line, i);
    let value: i16 = parsed(line.c.get(i..end)?)?;
    if end - i != 4
        || !(1500..2200).contains(&value)
        || matches!(line.get(end), ',' | '.') && line.get(end + 1).is_ascii_digit()
    {
        return None;
    }
    let date = partial(Some(value), None, None)?;
    if let Some(begin) = dash(ctx, end).or_else(|| and_after_between(ctx, i, end)) {
        let stop = run(line, begin);
        let second: Option<i16> = line.c.get(begin..stop).and_then(parsed);
        let second = match (stop - begin, second) {
            (4, Some(year)) => Some(year),
            (2, Some(short)) if begin == end + 1 && value % 100 < short => Some(value - value % 100 + short),
            _ => None,
        };
        if let Some(to) = second.filter(|to| (value..2200).contains(to) && (1900..2100).contains(&value)) {
            return Some(Item::new(
                QuantityKind::DateRange,
                (i, stop),
                calendar::range(date, partial(Some(to), None, None)?)?,
                "years",
            ));
        }
    }
    let led = [
        "in ", "since ", "of ", "from ", "by ", "until ", "during ", "year ", "early ", "late ", "to ", "for ",
        "through ", "mid-", "before ", "after ", "till ", "end-", "and ",
    ]
    .iter()
    .any(|word| back(ctx, i, word));
    (led || (1900..2100).contains(&value))
        .then(|| Item::new(QuantityKind::Date, (i, end), date.to_string(), "bare-year"))
}
