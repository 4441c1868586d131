//! Dates as text: partial dates, ranges whose end is exclusive, and what words like last Friday come to.

pub(super) mod holiday;
pub(super) mod japan;
pub(super) mod lunar;
pub(super) mod numeric;
pub(super) mod thai;

use super::ctx::Ctx;
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use samesky_model::date::PartialDate;

/// A relative expression: how many units from the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rel {
    Day(i32),
    Week(i32),
    Weekend(i32),
    Month(i32),
    Quarter(i32),
    Year(i32),
    /// A fiscal year that begins in April.
    FiscalApril(i32),
    /// The day, month or year of the date named last, and so many after.
    SameDay(i32),
    SameMonth(i32),
    SameYear(i32),
    /// So many years from the one named last, else from that of the reference: 上年, a year earlier.
    YearBefore(i32),
    /// The same months of another year: 上年同期.
    SamePeriod(i32),
}

impl Rel {
    /// The name of the rule that reads it.
    pub(super) const fn rule(self) -> &'static str {
        match self {
            Self::YearBefore(_) => "year-before",
            Self::SamePeriod(_) => "same-period",
            _ => "relative-date",
        }
    }
}

/// What a date expression means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum When {
    /// A day, month or year, each as far as stated.
    On(PartialDate),
    /// From the first day to the day after the last.
    From(String),
}

/// A date of these parts, where there is one.
pub(super) fn partial(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Option<PartialDate> {
    PartialDate::new(year, month, day).ok()
}

/// The range from the first day of `a` to the last day of `b`.
pub(super) fn range(a: PartialDate, b: PartialDate) -> Option<String> {
    let year = a.year().or(b.year());
    let a = if let (None, Some(year)) = (a.year(), year) { a.with_year(year)? } else { a };
    let b = if let (None, Some(year)) = (b.year(), year) { b.with_year(year)? } else { b };
    let (start, stop) = (first(a)?, after(b)?);
    let cyclic = year.is_none();
    (start < stop || cyclic).then(|| between(start, stop, cyclic))
}

/// `A/B` of two days; without years where the year is not known.
pub(super) fn between(start: Date, stop: Date, cyclic: bool) -> String {
    if cyclic {
        return format!("--{:02}-{:02}/--{:02}-{:02}", start.month(), start.day(), stop.month(), stop.day());
    }
    format!("{start}/{stop}")
}

fn first(date: PartialDate) -> Option<Date> {
    Date::new(date.year().unwrap_or(2000), date.month().unwrap_or(1), date.day().unwrap_or(1)).ok()
}

fn after(date: PartialDate) -> Option<Date> {
    let start = first(date)?;
    let length: Span = match (date.month(), date.day()) {
        (_, Some(_)) => 1.day(),
        (Some(_), None) => 1.month(),
        (None, None) => 1.year(),
    };
    start.checked_add(length).ok()
}

/// The months `from` (1–12) for `count` months, of a year that may be unknown.
pub(super) fn months(year: Option<i16>, from: i8, count: i32) -> Option<String> {
    let start = Date::new(year.unwrap_or(2000), from, 1).ok()?;
    let stop = start.checked_add(count.months()).ok()?;
    Some(between(start, stop, year.is_none()))
}

/// A quarter (1–4) of the calendar year.
pub(super) fn quarter(year: Option<i16>, quarter: i8) -> Option<String> {
    (1..=4).contains(&quarter).then(|| months(year, quarter * 3 - 2, 3)).flatten()
}

/// The first, second or last third of a month: to the 10th, to the 20th, to its end.
pub(super) fn third(date: PartialDate, third: i8) -> Option<String> {
    let month = date.month().filter(|_| date.day().is_none())?;
    let last = match third {
        3 => Date::new(date.year().unwrap_or(2000), month, 1).ok()?.days_in_month(),
        _ => third * 10,
    };
    let day = |day| partial(date.year(), Some(month), Some(day));
    range(day(third * 10 - 9)?, day(last)?)
}

/// The first or second half of ten years that begin with this one.
pub(super) fn half_of_decade(first: i16, half: i16) -> Option<String> {
    let from = first.checked_add(5 * (half - 1))?;
    range(partial(Some(from), None, None)?, partial(Some(from + 4), None, None)?)
}

/// The first or second half of the calendar year.
pub(super) fn half(year: Option<i16>, half: i8) -> Option<String> {
    (1..=2).contains(&half).then(|| months(year, half * 6 - 5, 6)).flatten()
}

/// The Monday of the week of `day`, so many weeks on.
pub(super) fn monday(day: Date, weeks: i32) -> Option<Date> {
    let back = i32::from(day.weekday().to_monday_zero_offset());
    day.checked_add((weeks * 7 - back).days()).ok()
}

/// A weekday (0 is Monday) of the week so many weeks on.
pub(super) fn weekday(day: Date, weeks: i32, weekday: i32) -> Option<Date> {
    monday(day, weeks)?.checked_add(weekday.days()).ok()
}

/// The last such weekday on or before `day`.
pub(super) fn latest_weekday(day: Date, weekday: i32) -> Option<Date> {
    let back = (i32::from(day.weekday().to_monday_zero_offset()) - weekday).rem_euclid(7);
    day.checked_sub(back.days()).ok()
}

/// The nth (1–5, or −1 for the last) weekday of a month.
pub(super) fn nth(year: i16, month: i8, nth: i8, weekday: Weekday) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

/// What a relative word means, from the reference or from the date read last.
pub(super) fn resolve(rel: Rel, ctx: &Ctx<'_>) -> Option<When> {
    let (day, last) = (ctx.reference, ctx.memory.last);
    match rel {
        Rel::Day(n) => Some(When::On(day?.checked_add(n.days()).ok()?.into())),
        Rel::Week(n) => span(monday(day?, n)?, 7),
        Rel::Weekend(n) => span(weekday(day?, n, 5)?, 2),
        Rel::Month(n) => {
            let day = day?.first_of_month().checked_add(n.months()).ok()?;
            Some(When::On(partial(Some(day.year()), Some(day.month()), None)?))
        }
        Rel::Quarter(n) => {
            let day = day?;
            let start =
                Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).ok()?.checked_add((n * 3).months()).ok()?;
            Some(When::From(months(Some(start.year()), start.month(), 3)?))
        }
        Rel::Year(n) => Some(When::On(partial(Some(shift(day?.year(), n)?), None, None)?)),
        Rel::FiscalApril(n) => {
            let day = day?;
            let year = if day.month() < 4 { day.year() - 1 } else { day.year() };
            Some(When::From(months(Some(shift(year, n)?), 4, 12)?))
        }
        // Where no date was named before, the day of the reference is meant.
        Rel::SameDay(n) => {
            let here = day.filter(|_| n == 0).map(PartialDate::from);
            Some(When::On(moved(last.or(here)?, n)?))
        }
        Rel::SameMonth(n) => {
            let here = day.filter(|_| n == 0).map(PartialDate::from);
            let last = last.or(here)?;
            let day = Date::new(last.year().unwrap_or(2001), last.month()?, 1).ok()?.checked_add(n.months()).ok()?;
            Some(When::On(partial(last.year().map(|_| day.year()), Some(day.month()), None)?))
        }
        Rel::SameYear(n) => {
            let here = day.filter(|_| n == 0).map(PartialDate::from);
            Some(When::On(partial(Some(shift(last.or(here)?.year()?, n)?), None, None)?))
        }
        Rel::YearBefore(n) => Some(When::On(ctx.memory.year_before(n, day)?)),
        Rel::SamePeriod(n) => {
            let period = ctx.memory.same_period(n, day)?;
            Some(period.parse().map_or(When::From(period), When::On))
        }
    }
}

fn moved(last: PartialDate, n: i32) -> Option<PartialDate> {
    last.day()?;
    let day = first(last)?.checked_add(n.days()).ok()?;
    partial(last.year().map(|_| day.year()), Some(day.month()), Some(day.day()))
}

fn span(start: Date, days: i32) -> Option<When> {
    Some(When::From(between(start, start.checked_add(days.days()).ok()?, false)))
}

/// A year so many years on.
pub(super) fn shift(year: i16, n: i32) -> Option<i16> {
    i16::try_from(i32::from(year).checked_add(n)?).ok().filter(|year| (1..=9999).contains(year))
}

/// The year with which a date without a year falls closest to the reference.
pub(super) fn closest(date: PartialDate, reference: Date) -> Option<PartialDate> {
    (-1..=1).filter_map(|n| date.with_year(shift(reference.year(), n)?)).min_by_key(|date| {
        first(*date).map_or(i32::MAX, |day| day.since(reference).map_or(i32::MAX, |span| span.get_days().abs()))
    })
}

/// A two-digit year in full: 25 is 2025, 98 is 1998.
pub(super) const fn two_digit_year(year: i16) -> i16 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

/// The range from `reference` over a number of years, months, weeks or days, backwards where `count` is negative.
pub(super) fn stretch(reference: Date, count: i32, unit: &str) -> Option<String> {
    let moved = add(reference, count, unit)?;
    let (start, stop) = if count < 0 { (moved, reference) } else { (reference, moved) };
    Some(between(start, stop, false))
}

/// A day so many units on.
pub(super) fn add(day: Date, count: i32, unit: &str) -> Option<Date> {
    if count.abs() > 9000 && unit != "days" {
        return None;
    }
    let span = match unit {
        "years" => count.checked_mul(1)?.years(),
        "months" => count.months(),
        "weeks" => count.weeks(),
        "quarters" => count.checked_mul(3)?.months(),
        "days" if count.abs() < 1_000_000 => count.days(),
        "centuries" if count.abs() < 90 => (count * 100).years(),
        _ => return None,
    };
    day.checked_add(span).ok()
}
