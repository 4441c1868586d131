//! Parts and spans of years in English: Q3 2023, the first half, FY2023, the 1990s, the 21st century.

use super::date::{back, of_year, year};
use super::{ordinal, qualifier};
use crate::quantity::calendar::{self, partial, two_digit_year};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::{parsed, run};
use crate::quantity::item::Item;
use samesky_model::reading::QuantityKind;

/// Quarters, halves, fiscal years.
pub(super) fn part(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if class::of(line.before(i)).letter() {
        return None;
    }
    if let Some(item) = year_first(ctx, i) {
        return Some(item);
    }
    if let Some(item) = century(ctx, i) {
        return Some(item);
    }
    if let Some(item) = fiscal(ctx, i) {
        return Some(item);
    }
    if let Some(item) = first_months(ctx, i) {
        return Some(item);
    }
    let (half, n, a) = short_part(ctx, i).or_else(|| long_part(ctx, i))?;
    let (year, end) = part_year(ctx, a)?;
    let made = |year| if half { calendar::half(year, n) } else { calendar::quarter(year, n) };
    let mut item =
        Item::new(QuantityKind::DateRange, (i, end), made(year)?, if half { "half-year" } else { "quarter" });
    if year.is_none() {
        item.values.extend(ctx.reference.and_then(|day| made(Some(day.year()))));
    }
    Some(item)
}

/// 2020 Q4, 2020Q4, 2020 H1.
fn year_first(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let end = run(line, i);
    if end != i + 4 {
        return None;
    }
    let year = parsed::<i16>(&line.c[i..end]).filter(|year| (1990..2100).contains(year))?;
    let (half, n, stop) = short_part(ctx, line.space(end)).filter(|_| !line.get(line.space(end)).is_ascii_digit())?;
    let value = if half { calendar::half(Some(year), n) } else { calendar::quarter(Some(year), n) }?;
    let rule = if half { "half-year" } else { "quarter" };
    (!line.get(stop).is_ascii_digit()).then(|| Item::new(QuantityKind::DateRange, (i, stop), value, rule))
}

/// the first eight months of 2020, first four months of this year.
fn first_months(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let word = ["the first ", "first "].into_iter().find(|word| qualifier::is(line, i, word))?;
    // “three quarters” behind it are nine months, no share.
    for (words, months) in [("two quarters", 6), ("three quarters", 9)] {
        if qualifier::is(line, i + word.len(), words) {
            let (year, end) = part_year(ctx, i + word.len() + words.len())?;
            let year = year.or_else(|| ctx.reference.map(|day| day.year()));
            return Some(Item::new(QuantityKind::DateRange, (i, end), calendar::months(year, 1, months)?, "months"));
        }
    }
    let number = super::number::parse(ctx, i + word.len(), false)?;
    let count: i32 = number.value.try_into().ok().filter(|count| (2..=11).contains(count))?;
    let k = line.space(number.end);
    qualifier::is(line, k, "months").then_some(())?;
    let (year, end) = part_year(ctx, k + 6)?;
    let year = year.or_else(|| ctx.reference.map(|day| day.year()));
    Some(Item::new(QuantityKind::DateRange, (i, end), calendar::months(year, 1, count)?, "months"))
}

/// the 21st century, nineteenth century.
fn century(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let (n, end) = ordinal::parse(ctx, i)?;
    let k = ctx.line.space(if ctx.line.get(end) == '-' { end + 1 } else { end });
    let fits =
        qualifier::is(ctx.line, k, "century") && !class::of(ctx.line.get(k + 7)).latin() && (2..=30).contains(&n);
    let first = i16::try_from(n).ok().filter(|_| fits)?.checked_sub(1)?.checked_mul(100)?.checked_add(1)?;
    let value = calendar::range(partial(Some(first), None, None)?, partial(Some(first + 99), None, None)?)?;
    Some(Item::new(QuantityKind::DateRange, (i, k + 7), value, "century"))
}

/// The year after a quarter or half; a bare Q3 has none.
fn part_year(ctx: &Ctx<'_>, a: usize) -> Option<(Option<i16>, usize)> {
    let line = ctx.line;
    if let Some((year, end)) = year(ctx, a).or_else(|| of_year(ctx, a)) {
        return Some((Some(year), end));
    }
    let mut j = line.space(a);
    for word in ["of the year", "of ", "in "] {
        if qualifier::is(line, j, word) {
            if word == "of the year" {
                return Some((None, j + word.len()));
            }
            j = line.space(j + word.len());
            break;
        }
    }
    let relative = [("last year", -1), ("this year", 0), ("next year", 1)]
        .into_iter()
        .find(|(word, _)| qualifier::is(line, j, word));
    if let Some((word, n)) = relative {
        return Some((Some(calendar::shift(ctx.reference?.year(), n)?), j + word.len()));
    }
    let glued = j == a && line.before(a).is_ascii_uppercase();
    if matches!(line.get(j), '\'' | '/') || j == a && line.get(a) == ' ' || glued {
        let k = j + usize::from(matches!(line.get(j), '\'' | '/'));
        let end = run(line, k);
        if end == k + 2 {
            let value: i16 = parsed(&line.c[k..end])?;
            return Some((Some(two_digit_year(value)), end));
        }
    }
    Some((None, a))
}

/// Q3, 3Q, H1, 1H.
fn short_part(ctx: &Ctx<'_>, i: usize) -> Option<(bool, i8, usize)> {
    let line = ctx.line;
    let (letter, digit) = match (line.get(i), line.get(i + 1)) {
        (letter @ ('Q' | 'H'), digit @ '1'..='4') | (digit @ '1'..='4', letter @ ('Q' | 'H')) => (letter, digit),
        _ => return None,
    };
    let n = i8::try_from(digit.to_digit(10)?).ok()?;
    let next = line.get(i + 2);
    let fits = !(class::of(next).latin() || letter == 'H' && n > 2);
    let glued = next.is_ascii_digit();
    (fits && (!glued || line.get(i) != 'Q' && line.get(i) != 'H')).then_some((letter == 'H', n, i + 2))
}

/// third quarter, the first half, second-quarter.
fn long_part(ctx: &Ctx<'_>, i: usize) -> Option<(bool, i8, usize)> {
    let line = ctx.line;
    let begin = if qualifier::is(line, i, "the ") { i + 4 } else { i };
    let (n, end) = ordinal::parse(ctx, begin).or_else(|| {
        [("final", 4), ("last", 4)]
            .into_iter()
            .find(|(word, _)| begin > i && qualifier::is(line, begin, word))
            .map(|(word, n)| (n, begin + word.len()))
    })?;
    let j = if line.get(end) == '-' { end + 1 } else { line.space(end) };
    let (half, word) = if qualifier::is(line, j, "quarter") {
        (false, 7)
    } else if qualifier::is(line, j, "half") {
        (true, 4)
    } else {
        return None;
    };
    let stop = j + word;
    let fits = n <= if half { 2 } else { 4 } && !class::of(line.get(stop)).latin();
    let clear = !half
        || ["of ", "last year", "this year", "in "].iter().any(|word| qualifier::is(line, line.space(stop), word))
        || year(ctx, stop).is_some();
    let game = half
        && qualifier::is(line, line.space(stop), "of the ")
        && !qualifier::is(line, line.space(stop), "of the year");
    (fits && clear && !game).then(|| Some((half, i8::try_from(n).ok()?, stop)))?
}

/// FY2023, FY24, fiscal 2023, fiscal year 2023, FY2023/24.
fn fiscal(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let word = ["financial year ", "fiscal year ", "fiscal ", "fy ", "fy"]
        .into_iter()
        .find(|word| qualifier::is(line, i, word))?;
    let begin = line.space(i + word.len());
    let begin = if line.get(begin) == '\'' { begin + 1 } else { begin };
    let end = run(line, begin);
    let value: i16 = parsed(line.c.get(begin..end)?)?;
    let year = match end - begin {
        4 if (1900..2200).contains(&value) => value,
        2 => two_digit_year(value),
        _ => return None,
    };
    let stop = match line.get(end) {
        '/' | '-' if run(line, end + 1) == end + 3 || run(line, end + 1) == end + 5 => run(line, end + 1),
        _ => end,
    };
    let april = |year: i16| calendar::months(Some(year), 4, 12);
    let (best, others) = if stop > end {
        (april(year)?, vec![])
    } else {
        (
            calendar::months(Some(year), 1, 12)?,
            [calendar::months(year.checked_sub(1), 10, 12), april(year - 1), april(year)]
                .into_iter()
                .flatten()
                .collect(),
        )
    };
    let mut item = Item::new(QuantityKind::DateRange, (i, stop), best, "fiscal-year");
    item.values = others;
    Some(item)
}

/// 1990s, '90s.
pub(super) fn decade(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let end = run(line, i);
    let value: i16 = parsed(line.c.get(i..end)?)?;
    if line.get(end) != 's' || class::of(line.get(end + 1)).latin() || value % 10 != 0 {
        return None;
    }
    let start = match end - i {
        4 if (1000..2100).contains(&value) => value,
        2 => {
            if value < 30 {
                2000 + value
            } else {
                1900 + value
            }
        }
        _ => return None,
    };
    let begin = if line.before(i) == '\'' { i - 1 } else { i };
    let half = [("early ", 1), ("late ", 2)].into_iter().find(|(word, _)| back(ctx, begin, word));
    if let Some((word, half)) = half.filter(|_| value % 100 != 0 || start >= 2000) {
        let value = calendar::half_of_decade(start, half)?;
        return Some(Item::new(QuantityKind::DateRange, (begin - word.len(), end + 1), value, "decade"));
    }
    let years = if value % 100 == 0 && end - i == 4 && value < 2000 { 100 } else { 10 };
    let value = calendar::range(partial(Some(start), None, None)?, partial(Some(start + years - 1), None, None)?)?;
    Some(Item::new(QuantityKind::DateRange, (begin, end + 1), value, "decade"))
}
