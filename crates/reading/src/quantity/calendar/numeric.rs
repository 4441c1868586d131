//! Dates in figures: 2020-07-31, 2020/7/31, 20/11/19, 31.12.2020.

use super::{partial, two_digit_year};
use crate::quantity::class;
use crate::quantity::digits::{parsed, run};
use crate::quantity::line::Line;
use samesky_model::date::PartialDate;

/// The order of the parts where no part has four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::quantity) enum Order {
    YearMonthDay,
    MonthDayYear,
    DayMonthYear,
}

/// A date in figures: its end, the date, and other right readings.
pub(in crate::quantity) type Numeric = (usize, PartialDate, Vec<PartialDate>);

/// The date in figures at `i`. `year` makes the Gregorian year of a written one.
pub(in crate::quantity) fn read(line: &Line, i: usize, order: Order, year: impl Fn(i16) -> i16) -> Option<Numeric> {
    let (first, a) = part(line, i)?;
    let mark = line.get(a);
    if !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    let (second, b) = part(line, a + 1)?;
    if line.get(b) != mark {
        return year_month(line, i, a, b, mark, first, second, &year);
    }
    let (third, c) = part(line, b + 1)?;
    if class::of(line.get(c)).latin() && line.get(c) != 'T' || line.get(c) == mark && line.get(c + 1).is_ascii_digit() {
        return None;
    }
    let widths = (a - i, b - a - 1, c - b - 1);
    let readings = match widths {
        (4, 1..=2, 1..=2) => vec![partial(Some(year(first)), month(second), month(third))],
        (1..=2, 1..=2, 4) if mark != '-' || widths.0 == 2 => ordered(order, first, second, year(third)),
        (2, 2, 2) | (2, 1..=2, 1..=2) | (1..=2, 1..=2, 2)
            if mark == '/' || mark == '.' && order == Order::YearMonthDay && widths == (2, 2, 2) =>
        {
            short(order, first, second, third, &year)
        }
        _ => return None,
    };
    let mut readings: Vec<PartialDate> = readings.into_iter().flatten().collect();
    readings.dedup();
    let best = *readings.first()?;
    Some((c, best, readings.split_off(1)))
}

#[allow(clippy::too_many_arguments)]
fn year_month(
    line: &Line,
    i: usize,
    a: usize,
    b: usize,
    mark: char,
    first: i16,
    second: i16,
    year: &impl Fn(i16) -> i16,
) -> Option<Numeric> {
    let ends = !class::of(line.get(b)).latin() && !line.get(b).is_ascii_digit() && line.get(b) != '-';
    let date = match (a - i, b - a - 1) {
        (4, 2) if ends && mark != '.' && (1900..2700).contains(&first) => {
            partial(Some(year(first)), month(second), None)?
        }
        (4, 1) if ends && mark == '/' && (1900..2700).contains(&first) => {
            partial(Some(year(first)), month(second), None)?
        }
        (1..=2, 4) if ends && mark == '/' && (1900..2700).contains(&second) => {
            partial(Some(year(second)), month(first), None)?
        }
        _ => return None,
    };
    Some((b, date, Vec::new()))
}

fn ordered(order: Order, first: i16, second: i16, year: i16) -> Vec<Option<PartialDate>> {
    let month_first = partial(Some(year), month(first), month(second));
    let day_first = partial(Some(year), month(second), month(first));
    if order == Order::DayMonthYear { vec![day_first, month_first] } else { vec![month_first, day_first] }
}

fn short(order: Order, first: i16, second: i16, third: i16, year: &impl Fn(i16) -> i16) -> Vec<Option<PartialDate>> {
    let full = |y: i16| if y < 100 && year(2500) == 2500 { two_digit_year(y) } else { year(y) };
    let ymd = partial(Some(full(first)), month(second), month(third));
    match order {
        Order::YearMonthDay => vec![ymd],
        _ => {
            let mut readings = ordered(order, first, second, full(third));
            readings.push(ymd);
            readings
        }
    }
}

fn month(value: i16) -> Option<i8> {
    i8::try_from(value).ok().filter(|&value| value > 0).or(Some(99))
}

fn part(line: &Line, i: usize) -> Option<(i16, usize)> {
    let end = run(line, i);
    let value = (end > i && end - i <= 4).then(|| line.c.get(i..end).and_then(parsed));
    Some((value??, end))
}
