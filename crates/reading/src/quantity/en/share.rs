//! English shares of a whole: two thirds, one and a half, three quarters of a million, one in five.

use super::number::{blank, next, parse, part, scale};
use super::qualifier;
use super::vocabulary::Part;
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::Number;
use crate::quantity::units::Suffix;
use rust_decimal::Decimal;

/// two thirds, three-quarters, one and a half, two and a half million.
pub(super) fn share(ctx: &Ctx<'_>, number: Number) -> Number {
    shared(ctx, number).unwrap_or(number)
}

fn shared(ctx: &Ctx<'_>, number: Number) -> Option<Number> {
    let k = next(ctx, number.end);
    if number.value < Decimal::TWO || number.value < Decimal::from(20) {
        let by = match part(ctx, k) {
            Some((length, Part::Share(n))) => Some((length, n)),
            Some((length, Part::Quarter))
                if !number.scaled && (number.value > Decimal::ONE || ctx.line.is(ctx.line.space(k + length), "of")) =>
            {
                Some((length, 4))
            }
            Some((length, Part::Half)) if (number.value == Decimal::ONE) => Some((length, 2)),
            _ => None,
        };
        if let Some((length, n)) = by {
            let value = number.value.checked_div(Decimal::from(n))?;
            return Some(Number { marked: true, single: false, ..blank(k + length, value) });
        }
    }
    let (length, _) = part(ctx, k).filter(|(_, part)| *part == Part::And)?;
    let m = next(ctx, k + length);
    let (a, _) =
        part(ctx, m).filter(|(_, part)| *part == Part::A || *part == Part::Unit(1) || matches!(part, Part::Unit(3)))?;
    let h = next(ctx, m + a);
    let more = match part(ctx, h) {
        Some((length, Part::Half)) => (length, Decimal::new(5, 1)),
        Some((length, Part::Quarter)) if ctx.line.is(m, "three") => (length, Decimal::new(75, 2)),
        Some((length, Part::Quarter)) => (length, Decimal::new(25, 2)),
        Some((length, Part::Share(n))) => (length, Decimal::ONE.checked_div(Decimal::from(n))?),
        _ => return None,
    };
    let mut end = h + more.0;
    if let Some(by) = last_scale(ctx, number.end).filter(|_| number.scaled) {
        // two million and a half: half a million more.
        let value = number.value.checked_add(more.1.checked_mul(Decimal::from(by))?)?;
        return Some(Number { single: false, bare: false, ..blank_scaled(end, value) });
    }
    let mut value = number.value.checked_add(more.1)?;
    let mut scaled = number.scaled;
    if let Some((stop, by)) = scale(ctx, end, false, true) {
        value = value.checked_mul(Decimal::from(by))?;
        end = stop;
        scaled = true;
    }
    Some(Number { marked: true, single: false, scaled, ..blank(end, value) })
}

fn blank_scaled(end: usize, value: Decimal) -> Number {
    Number { scaled: true, ..blank(end, value) }
}

/// The scale in whose word a number ends: million.
fn last_scale(ctx: &Ctx<'_>, end: usize) -> Option<i64> {
    let letters = (1..=end).take_while(|back| class::of(ctx.line.get(end - back)).latin()).count();
    match part(ctx, end - letters) {
        Some((length, Part::Scale(by))) if length == letters => Some(by),
        _ => None,
    }
}

/// three quarters of a million, a quarter of a billion: the share of the number behind it.
pub(super) fn of_whole(ctx: &Ctx<'_>, number: Number) -> Number {
    let share = || {
        let fraction = number.marked && number.value < Decimal::ONE && !number.value.is_zero() && !number.scaled;
        let k = ctx.line.space(number.end);
        let of = ["of a ", "of one "].into_iter().find(|word| fraction && qualifier::is(ctx.line, k, word))?;
        let j = ctx.line.space(k + of.len());
        let Some((length, Part::Scale(by))) = part(ctx, j) else { return None };
        let value = number.value.checked_mul(Decimal::from(by))?.round_dp(6).normalize();
        (by > 100).then(|| blank_scaled(j + length, value))
    };
    share().unwrap_or(number)
}

/// one in five, two out of three, 9 in 10: so many of so many, at most ten, as a share.
pub(super) fn one_in(ctx: &Ctx<'_>, i: usize, number: Number) -> Number {
    let share = || {
        let line = ctx.line;
        let few =
            |n: Number| !n.marked && !n.scaled && !n.code && !n.bare && n.high.is_none() && n.value.fract().is_zero();
        let k = line.space(number.end);
        let word = ["in every ", "out of every ", "out of ", "in "]
            .into_iter()
            .find(|word| k > number.end && few(number) && qualifier::is(line, k, word))?;
        let lower = parse(ctx, line.space(k + word.len()), false).filter(|n| few(*n) && n.value <= Decimal::TEN)?;
        let same = line.get(i).is_ascii_digit() == lower.plain;
        let j = line.space(lower.end);
        let time = super::units::SUFFIXES.all(&line.c, j).any(|(_, suffix)| matches!(suffix, Suffix::Span(..)));
        let goes_on = class::of(line.get(j)).latin() || word != "in ";
        let fits = same && !time && goes_on && number.value < lower.value && !number.value.is_zero();
        let glued = matches!(line.get(lower.end), '-' | '/' | ':') || line.get(j) == '%';
        (fits && !glued && lower.value >= Decimal::TWO)
            .then(|| Some(Number { marked: true, ..blank(lower.end, number.value.checked_div(lower.value)?) }))?
    };
    share().unwrap_or(number)
}
