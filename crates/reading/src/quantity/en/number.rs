//! English numbers: digits with a scale, words, fractions, dozens, lakh and crore.

use super::qualifier;
use super::share::{of_whole, one_in, share};
use super::vocabulary::{PARTS, Part, SHORT};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits;
use crate::quantity::item::Number;
use rust_decimal::Decimal;
use samesky_model::reading::Qualifier;

pub(super) fn part(ctx: &Ctx<'_>, j: usize) -> Option<(usize, Part)> {
    if class::of(ctx.line.before(j)).latin() {
        return None;
    }
    PARTS
        .all(&ctx.line.c, j)
        .find(|(length, _)| !class::of(ctx.line.get(j + length)).latin() && !ctx.line.get(j + length).is_ascii_digit())
}

/// The place of the next word after a space or hyphen.
pub(super) fn next(ctx: &Ctx<'_>, j: usize) -> usize {
    match ctx.line.get(j) {
        ' ' => ctx.line.space(j),
        '-' if class::of(ctx.line.get(j + 1)).latin() => j + 1,
        _ => j,
    }
}

/// A number of one word, zero to ninety, and the place after it.
pub(super) fn one_word(ctx: &Ctx<'_>, j: usize) -> Option<(i64, usize)> {
    match part(ctx, j)? {
        (length, Part::Unit(n) | Part::Ten(n)) => Some((n, j + length)),
        _ => None,
    }
}

/// A number with nothing said of it yet.
pub(super) fn blank(end: usize, value: Decimal) -> Number {
    Number {
        end,
        value,
        high: None,
        qualifier: Qualifier::Exact,
        plain: false,
        single: false,
        scaled: false,
        bare: false,
        broken: false,
        positional: false,
        code: false,
        whole: 0,
        marked: false,
    }
}

/// The number at `i`. `money`: a currency stands before it, so that m is million.
pub(super) fn parse(ctx: &Ctx<'_>, i: usize, money: bool) -> Option<Number> {
    let number = if ctx.line.get(i).is_ascii_digit() { with_digits(ctx, i, money)? } else { words(ctx, i)? };
    Some(and_more(ctx, of_whole(ctx, one_in(ctx, i, number))))
}

/// 30-plus exhibitors, sixty-odd firms.
fn and_more(ctx: &Ctx<'_>, number: Number) -> Number {
    let said = [("-plus ", Qualifier::Over), ("-odd ", Qualifier::About)];
    let found = said.into_iter().find(|(word, _)| qualifier::is(ctx.line, number.end, word));
    found.map_or(number, |(word, qualifier)| Number { end: number.end + word.len() - 1, qualifier, ..number })
}

fn with_digits(ctx: &Ctx<'_>, i: usize, money: bool) -> Option<Number> {
    let line = ctx.line;
    let first = digits::parse(line, i)?;
    let mut number = Number {
        plain: true,
        code: first.padded && !first.decimals,
        whole: first.whole,
        marked: first.grouped || first.decimals,
        ..blank(first.end, first.value)
    };
    if let Some(mixed) = vulgar(ctx, &number) {
        number = mixed;
    }
    for _ in 0..3 {
        let Some((end, by)) = scale(ctx, number.end, money, number.scaled) else { break };
        number.value = number.value.checked_mul(Decimal::from(by))?;
        number.end = end;
        number.scaled = true;
        number.plain = false;
    }
    Some(number)
}

/// A word or letter that multiplies the number before `j`.
pub(super) fn scale(ctx: &Ctx<'_>, j: usize, money: bool, again: bool) -> Option<(usize, i64)> {
    let line = ctx.line;
    let k = next(ctx, j);
    match part(ctx, k) {
        Some((length, Part::Scale(by))) => return Some((k + length, by)),
        Some((length, Part::Hundred)) if !again => return Some((k + length, 100)),
        _ => (),
    }
    if again {
        return None;
    }
    let (length, by) = SHORT
        .all(&line.c, k)
        .find(|(length, _)| !class::of(line.get(k + length)).latin() && !line.get(k + length).is_ascii_digit())?;
    let glued = k == j;
    let letter = line.get(k);
    let fits = match (length, letter) {
        (1, 'm') if glued && !money => counted(ctx, k + 1),
        (1, 'm' | 'b' | 't') => money && (glued || letter != 't'),
        (1, 'M' | 'B' | 'K') => glued || money && letter != 'K',
        (1, 'k') => glued,
        (1, 'T' | 'L') => money && glued,
        (2.., 'c' | 'C') => true,
        _ => true,
    };
    (fits && line.get(k + length) != '/' && line.get(k + length) != '²').then_some((k + length, by))
}

/// 4.2m visitors, 4.2m TEU: what is counted follows, so that m is no length.
fn counted(ctx: &Ctx<'_>, j: usize) -> bool {
    const PLURALS: [&str; 6] = ["people", "teu", "hectares", "acres", "tonnes", "square"];
    const LINKS: [&str; 8] =
        ["across", "towards", "upwards", "downwards", "inwards", "outwards", "afterwards", "wears"];
    let begin = ctx.line.space(j);
    let letters = ctx.line.c.get(begin..).unwrap_or_default().iter().take(24).take_while(|c| c.is_ascii_alphabetic());
    let word: String = letters.map(char::to_ascii_lowercase).collect();
    let plural = word.len() > 4 && word.ends_with('s') && !word.ends_with("ss") && !LINKS.contains(&word.as_str());
    begin == j + 1 && (plural || PLURALS.contains(&word.as_str()))
}

/// 1/2, 2 1/2, ½.
fn vulgar(ctx: &Ctx<'_>, first: &Number) -> Option<Number> {
    let line = ctx.line;
    if first.marked || first.code {
        return None;
    }
    let glyph = match line.get(first.end) {
        '½' => Some(Decimal::new(5, 1)),
        '¼' => Some(Decimal::new(25, 2)),
        '¾' => Some(Decimal::new(75, 2)),
        _ => None,
    };
    if let Some(more) = glyph {
        return Some(Number { marked: true, ..blank(first.end + 1, first.value.checked_add(more)?) });
    }
    let (whole, upper, mark) = if line.get(first.end) == '/' {
        (Decimal::ZERO, first.value, first.end)
    } else {
        let second = digits::parse(line, first.end + 1)
            .filter(|d| line.get(first.end) == ' ' && !d.decimals && line.get(d.end) == '/')?;
        (first.value, second.value, second.end)
    };
    let lower = digits::parse(line, mark + 1).filter(|d| !d.decimals && !d.grouped && line.get(d.end) != '/')?;
    let small = upper < lower.value
        && !upper.is_zero()
        && (lower.value < Decimal::TEN
            || !whole.is_zero() && lower.value <= Decimal::from(64)
            || [16, 32, 100, 1000].iter().any(|n| lower.value == Decimal::from(*n)));
    small.then(|| {
        Some(Number { marked: true, ..blank(lower.end, whole.checked_add(upper.checked_div(lower.value)?)?) })
    })?
}

/// Words: one hundred and twenty, two and a half million, half a dozen, two thirds.
fn words(ctx: &Ctx<'_>, i: usize) -> Option<Number> {
    let (length, first) = part(ctx, i)?;
    match first {
        Part::Half => half_of(ctx, i, i + length),
        Part::A => article(ctx, i, i + length),
        Part::Unit(_) | Part::Ten(_) | Part::Hundred | Part::Scale(_) => sum(ctx, i).map(|number| share(ctx, number)),
        _ => None,
    }
}

/// half a million, half a dozen, half.
fn half_of(ctx: &Ctx<'_>, i: usize, end: usize) -> Option<Number> {
    let line = ctx.line;
    let k = next(ctx, end);
    if let Some((length, Part::A)) = part(ctx, k) {
        let m = next(ctx, k + length);
        if let Some((length, Part::Scale(by))) = part(ctx, m) {
            let end = m + length;
            let rest = scale(ctx, end, false, true);
            let value = Decimal::from(by)
                .checked_mul(rest.map_or(Decimal::ONE, |(_, by)| Decimal::from(by)))?
                .checked_div(Decimal::TWO)?;
            return Some(Number { scaled: by > 100, ..blank(rest.map_or(end, |(end, _)| end), value) });
        }
        return Some(Number { single: true, marked: true, ..blank(k + length, Decimal::new(5, 1)) });
    }
    let _ = (line, i);
    Some(Number { single: true, marked: true, ..blank(end, Decimal::new(5, 1)) })
}

/// a hundred, a million, a dozen, a half, a quarter, an hour is none.
fn article(ctx: &Ctx<'_>, i: usize, end: usize) -> Option<Number> {
    let k = next(ctx, end);
    let (length, second) = part(ctx, k)?;
    match second {
        Part::Hundred | Part::Scale(_) => {
            let number = share(ctx, sum(ctx, k)?);
            (ctx.line.get(k + length - 1) != 's').then_some(Number { single: false, bare: false, ..number })
        }
        Part::Half => Some(Number { marked: true, single: true, ..blank(k + length, Decimal::new(5, 1)) }),
        Part::Quarter => {
            let _ = i;
            let of = ctx.line.is(ctx.line.space(k + length), "of");
            of.then(|| Number { marked: true, single: true, ..blank(k + length, Decimal::new(25, 2)) })
        }
        Part::Share(n) => ctx.line.is(ctx.line.space(k + length), "of").then(|| {
            Some(Number {
                marked: true,
                single: true,
                ..blank(k + length, Decimal::ONE.checked_div(Decimal::from(n))?)
            })
        })?,
        _ => None,
    }
}

/// The sum of number words from `i`.
fn sum(ctx: &Ctx<'_>, i: usize) -> Option<Number> {
    let (mut total, mut section) = (Decimal::ZERO, Decimal::ZERO);
    let (mut j, mut end, mut parts, mut scaled) = (i, i, 0, false);
    let mut last = Part::And;
    let mut least_scale = i64::MAX;
    while parts < 24 {
        let Some((length, here)) = part(ctx, j) else { break };
        match here {
            Part::Unit(n)
                if parts == 0
                    || matches!(last, Part::Hundred | Part::Scale(_))
                    || matches!(last, Part::Ten(_)) && n < 10 && n > 0 =>
            {
                section = section.checked_add(Decimal::from(n))?;
            }
            Part::Ten(n) if parts == 0 || matches!(last, Part::Hundred | Part::Scale(_)) => {
                section = section.checked_add(Decimal::from(n))?;
            }
            Part::Hundred if parts == 0 || matches!(last, Part::Unit(_) | Part::Ten(_)) => {
                section = section.max(Decimal::ONE).checked_mul(Decimal::ONE_HUNDRED)?;
            }
            Part::Scale(by) if by < least_scale || section.is_zero() || parts == 1 => {
                let by_value = Decimal::from(by);
                if section.is_zero() && !total.is_zero() {
                    total = total.checked_mul(by_value)?;
                } else {
                    total = total.checked_add(section.max(Decimal::ONE).checked_mul(by_value)?)?;
                }
                section = Decimal::ZERO;
                least_scale = by;
                scaled |= by > 100;
            }
            Part::And if parts > 0 && matches!(last, Part::Hundred | Part::Scale(_)) => {
                let k = next(ctx, j + length);
                if !matches!(part(ctx, k), Some((_, Part::Unit(_) | Part::Ten(_)))) || ctx.line.get(j + length) == '-' {
                    break;
                }
                j = k;
                continue;
            }
            Part::Point if parts > 0 => {
                let (value, stop) = decimals(ctx, j + length)?;
                section = section.checked_add(value)?;
                end = stop;
                j = next(ctx, stop);
                last = Part::Unit(1);
                parts += 1;
                continue;
            }
            _ => break,
        }
        last = here;
        end = j + length;
        j = next(ctx, end);
        parts += 1;
        if j == end {
            break;
        }
    }
    if parts == 1
        && let Some((by, stop)) = of_scale(ctx, end, last)
    {
        let value = total.checked_add(section)?.checked_mul(Decimal::from(by))?;
        return Some(Number { scaled: true, bare: true, qualifier: Qualifier::Over, ..blank(stop, value) });
    }
    let one_word = parts == 1;
    let bare = one_word && matches!(last, Part::Hundred | Part::Scale(_));
    let several = bare && ctx.line.before(end) == 's';
    let qualifier = if several { Qualifier::Over } else { Qualifier::Exact };
    (parts > 0).then(|| {
        Some(Number { single: one_word, scaled, bare, qualifier, ..blank(end, total.checked_add(section)?) })
    })?
}

/// hundreds of thousands, tens of millions: the scale after `of`.
fn of_scale(ctx: &Ctx<'_>, end: usize, last: Part) -> Option<(i64, usize)> {
    let k = ctx.line.space(end);
    if ctx.line.before(end) != 's' || !matches!(last, Part::Hundred | Part::Scale(_)) || !ctx.line.is(k, "of ") {
        return None;
    }
    let j = ctx.line.space(k + 3);
    match part(ctx, j) {
        Some((length, Part::Scale(by))) if ctx.line.before(j + length) == 's' => Some((by, j + length)),
        _ => None,
    }
}

/// The digits after point.
fn decimals(ctx: &Ctx<'_>, j: usize) -> Option<(Decimal, usize)> {
    let (mut value, mut scale, mut end) = (Decimal::ZERO, Decimal::ONE, j);
    let mut k = next(ctx, j);
    for _ in 0..9 {
        let Some((length, Part::Unit(n @ 0..=9))) = part(ctx, k) else { break };
        scale = scale.checked_div(Decimal::TEN)?;
        value = value.checked_add(scale.checked_mul(Decimal::from(n))?)?;
        end = k + length;
        k = next(ctx, end);
    }
    (end > j).then_some((value, end))
}
