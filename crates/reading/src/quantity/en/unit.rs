//! A number with its unit: money, physical units, lengths of time, shares.

use super::units::{SUFFIXES, SYMBOLS};
use super::{count, number, qualifier, relative};
use crate::quantity::amount;
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::{self, Item, Number};
use crate::quantity::units::Suffix;
use rust_decimal::Decimal;

/// Units of any kind but counts.
pub(super) fn with_unit(ctx: &Ctx<'_>, start: usize, number: Number) -> Option<Item> {
    let line = ctx.line;
    let hyphen = line.get(number.end) == '-' && class::of(line.get(number.end + 1)).latin();
    let glued = number.end + usize::from(hyphen);
    let j = line.space(glued);
    let j = if number.bare && qualifier::is(line, j, "of ") { line.space(j + 3) } else { j };
    let symbol = SYMBOLS
        .all(&line.c, j)
        .find(|(length, suffix)| *suffix != Suffix::Other && ends(ctx, j, j + length))
        .filter(|_| symbol_fits(ctx, number, j));
    let word = || {
        SUFFIXES.all(&line.c, j).find(|(length, suffix)| {
            (!matches!(suffix, Suffix::Count(_)) || *suffix == Suffix::Count("years_old"))
                && ends(ctx, j, j + length)
                && (j > number.end || !class::of(line.get(j)).latin() || glued_word(ctx, j))
        })
    };
    let (length, suffix) = symbol.or_else(word)?;
    let end = j + length;
    if !sensible(ctx, number, suffix, j, end) {
        return None;
    }
    let suffix = match suffix {
        Suffix::Money("$", part) => Suffix::Money(ctx.facts.dollar(), part),
        other => other,
    };
    let mut item = amount::plain((start, end), number, suffix)?;
    if matches!(suffix, Suffix::Span(..)) {
        item.head = Some((j, end));
        item = half_more(ctx, item);
        if let Suffix::Span(seconds, _) = suffix {
            let mut above = seconds;
            for _ in 0..3 {
                let end = item.end;
                (item, above) = smaller(ctx, item, above);
                if item.end == end {
                    break;
                }
            }
        }
        item = relative::ago(ctx, &item).or_else(|| relative::months_to(ctx, &item)).unwrap_or(item);
    }
    if let (Suffix::Dim(symbol, num, den), Some((more, stop))) = (suffix, inches(ctx, suffix, end)) {
        let whole = Number { value: number.value.checked_add(more)?, ..number };
        item = amount::plain((start, stop), whole, Suffix::Dim(symbol, num, den))?;
    }
    if let (Suffix::Money(code, 1), Some((value, end))) = (suffix, cents(ctx, end)) {
        item.value = item::text(item.value.parse::<Decimal>().ok()?.checked_add(value)?);
        item.end = end;
        item.currency = Some(code);
    }
    Some(item)
}

/// five dollars and twenty cents, 3 pounds 50 pence.
fn cents(ctx: &Ctx<'_>, end: usize) -> Option<(Decimal, usize)> {
    let k = ctx.line.space(end);
    let k = if qualifier::is(ctx.line, k, "and ") { k + 4 } else { k };
    let number = number::parse(ctx, k, false).filter(|n| n.value < Decimal::ONE_HUNDRED && !n.scaled)?;
    let j = ctx.line.space(number.end);
    let word = ["cents", "cent", "pence", "sen", "paise"]
        .into_iter()
        .find(|word| qualifier::is(ctx.line, j, word) && !class::of(ctx.line.get(j + word.len())).latin())?;
    Some((number.value.checked_div(Decimal::ONE_HUNDRED)?, j + word.len()))
}

/// The 2 inches of 6 feet 2 inches: so much of the larger unit.
fn inches(ctx: &Ctx<'_>, unit: Suffix, end: usize) -> Option<(Decimal, usize)> {
    let Suffix::Dim(symbol, factor, _) = unit else { return None };
    let line = ctx.line;
    let k = line.space(end);
    if k > end && qualifier::is(line, k, "and a half") {
        return Some((Decimal::new(5, 1), k + 10));
    }
    let k = if qualifier::is(line, k, "and ") { k + 4 } else { k };
    if k == end || !line.get(k).is_ascii_digit() {
        return None;
    }
    let number = number::parse(ctx, k, false).filter(|n| !n.scaled && !n.code)?;
    let j = line.space(number.end);
    let table = SUFFIXES.all(&line.c, j).chain(SYMBOLS.all(&line.c, j));
    let mut words = table.filter(|(length, _)| ends(ctx, j, j + length));
    let (length, Suffix::Dim(same, small, _)) = words.next()? else { return None };
    let more = number.value.checked_mul(small.checked_div(factor)?)?;
    (same == symbol && small < factor && more < Decimal::ONE).then_some((more, j + length))
}

/// two years and a half.
fn half_more(ctx: &Ctx<'_>, mut item: Item) -> Item {
    let k = ctx.line.space(item.end);
    let per = item.number.and_then(|n| item.value.parse::<Decimal>().ok()?.checked_div(n));
    if let (true, Some(per), Some(n)) = (qualifier::is(ctx.line, k, "and a half"), per, item.number) {
        let n = n + Decimal::new(5, 1);
        if let Some(value) = per.checked_mul(n) {
            item.value = item::text(value);
            item.number = Some(n);
            item.end = k + 10;
        }
    }
    item
}

/// 2 hours and 30 minutes: a smaller part after a length of time.
fn smaller(ctx: &Ctx<'_>, item: Item, seconds: u64) -> (Item, u64) {
    let k = ctx.line.space(item.end);
    let k = if qualifier::is(ctx.line, k, "and ") { k + 4 } else { k };
    let rest = || {
        let number = number::parse(ctx, k, false).filter(|n| !n.scaled && !n.code && k > item.end)?;
        let j = ctx.line.space(number.end);
        let found = SUFFIXES.all(&ctx.line.c, j).find(|(length, _)| ends(ctx, j, j + length))?;
        let (length, Suffix::Span(small, _)) = found else { return None };
        let more = number.value.checked_mul(Decimal::from(small))?;
        let sum = item.value.parse::<Decimal>().ok()?.checked_add(more)?;
        (small < seconds).then_some((item::text(sum), j + length, small))
    };
    match rest() {
        Some((value, end, small)) => (Item { value, end, ..item }, small),
        None => (item, seconds),
    }
}

fn symbol_fits(ctx: &Ctx<'_>, number: Number, j: usize) -> bool {
    let apart = j > number.end + 1
        || j > number.end && !class::of(ctx.line.get(j)).latin() && ctx.line.get(j) != '%' && ctx.line.get(j) != '°';
    let words = !number.plain
        && !number.marked
        && number.whole == 0
        && class::of(ctx.line.get(j)).latin()
        && !ctx.line.get(j).is_ascii_uppercase();
    let article = j > number.end && matches!(ctx.line.get(j), 'a' | 'A') && !class::of(ctx.line.get(j + 1)).latin();
    let initial = j > number.end
        && ctx.line.get(j).is_ascii_uppercase()
        && !class::of(ctx.line.get(j + 1)).latin()
        && ctx.line.get(j + 1) == '.';
    !(apart || words || article || initial)
}

fn glued_word(ctx: &Ctx<'_>, j: usize) -> bool {
    [
        "hrs", "hr", "min", "mins", "sec", "secs", "yrs", "yr", "pct", "percent", "fold", "lbs", "hp", "kms", "kgs",
        "mt", "baht", "won", "yen", "yuan",
    ]
    .iter()
    .any(|word| qualifier::is(ctx.line, j, word))
}

fn ends(ctx: &Ctx<'_>, j: usize, end: usize) -> bool {
    let next = ctx.line.get(end);
    !class::of(ctx.line.before(end)).latin() || !(class::of(next).latin() || next.is_ascii_digit()) || end == j
}

/// What the words around a unit say against it.
fn sensible(ctx: &Ctx<'_>, number: Number, suffix: Suffix, j: usize, end: usize) -> bool {
    let line = ctx.line;
    let is = |word: &str| qualifier::is(line, j, word);
    match suffix {
        // Three Mile Island
        Suffix::Dim(..)
            if number.single && line.get(j).is_ascii_uppercase() && line.get(j + 1).is_ascii_lowercase() =>
        {
            false
        }
        Suffix::Span(..) if is("second") && end - j == 6 => {
            (number.value == Decimal::ONE) || number.plain && line.get(number.end) == '-'
        }
        Suffix::Span(..) if count::like_year(number) && !number.scaled => false,
        Suffix::Money("KRW", _) if is("won") => {
            number.scaled
                || number.marked
                || number.value >= Decimal::from(1000) && !qualifier::is(line, line.space(end), "the ")
        }
        Suffix::Money("GBP", _) if is("pounds") => !qualifier::is(line, line.space(end), "of "),
        Suffix::Money("VND", _) | Suffix::Money("LAK", _) => number.scaled || number.value >= Decimal::from(100),
        Suffix::Money("ZAR", _) if is("rand") => line.get(j).is_ascii_lowercase(),
        Suffix::Money("RON", _) if is("lei") => line.get(j).is_ascii_lowercase(),
        _ => true,
    }
}

/// Whether Latin letters at `j` are a unit or a scale.
pub(super) fn latin_unit(ctx: &Ctx<'_>, j: usize) -> bool {
    let line = ctx.line;
    let whole = |length: usize| ends(ctx, j, j + length);
    let hyphen = line.before(j) == '-';
    SYMBOLS.all(&line.c, j).any(|(length, suffix)| suffix != Suffix::Other && whole(length))
        || SUFFIXES.all(&line.c, j).any(|(length, suffix)| {
            whole(length) && (hyphen || matches!(suffix, Suffix::Span(..) | Suffix::Percent(_)) || glued_word(ctx, j))
        })
        || [
            "k", "m", "bn", "mn", "mln", "tn", "trn", "b", "million", "billion", "trillion", "st", "nd", "rd", "th",
            "s", "am", "pm", "q", "h", "cr", "plus", "odd", "t",
        ]
        .iter()
        .any(|word| qualifier::is(line, j, word) && whole(word.len()))
        || hyphen && plural(ctx, j)
        || [
            "million", "billion", "trillion", "month", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec", "plus",
        ]
        .iter()
        .any(|word| hyphen && qualifier::is(line, j, word))
}

/// 5-year, 40-hour, 12-nation: a hyphen and a lower-case word.
fn plural(ctx: &Ctx<'_>, j: usize) -> bool {
    ctx.line.get(j).is_ascii_lowercase()
}
