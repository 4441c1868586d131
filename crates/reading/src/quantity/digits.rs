//! Numbers written with digits: separators, decimals, powers of ten.

use super::line::Line;
use rust_decimal::Decimal;

/// More digits than this are no number that anybody states; they are passed over.
const MOST: usize = 25;

/// So many digits always fit into a decimal, and so many into its fast half.
const LARGEST: usize = 28;
const SMALL: usize = 18;

/// A number written with digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    /// One past its last character.
    pub(super) end: usize,
    pub(super) value: Decimal,
    /// How many digits stand before the decimal point.
    pub(super) whole: usize,
    /// It has thousands separators.
    pub(super) grouped: bool,
    /// It has a decimal point.
    pub(super) decimals: bool,
    /// It begins with a zero and another digit follows: a code or a clock, not an amount.
    pub(super) padded: bool,
}

/// One past the last digit of the run at `i`.
pub(super) fn run(line: &Line, i: usize) -> usize {
    let rest = line.c.get(i..).unwrap_or_default();
    i + rest.iter().position(|c| !c.is_ascii_digit()).unwrap_or(rest.len())
}

/// The number that begins with the digit at `i`.
pub(super) fn parse(line: &Line, i: usize) -> Option<Digits> {
    let mut end = run(line, i);
    if end == i || end - i > MOST {
        return None;
    }
    let padded = end - i > 1 && line.get(i) == '0';
    let mut grouped = false;
    let mut whole = end - i;
    while !padded && whole <= MOST {
        let Some(next) = group(line, i, end, grouped) else { break };
        whole += next - end - 1;
        end = next;
        grouped = true;
    }
    let decimals = decimal_end(line, end);
    let stop = decimals.unwrap_or(end);
    let value = decimal(&line.c[i..end], &line.c[end..stop])?;
    let end = stop;
    let digits = Digits { end, value, whole, grouped, decimals: decimals.is_some(), padded };
    Some(scientific(line, digits).unwrap_or(digits))
}

/// The value of digits before the point, between which separators may stand, and of the point with the digits behind it.
fn decimal(whole: &[char], part: &[char]) -> Option<Decimal> {
    let all = || whole.iter().chain(part).filter(|c| c.is_ascii_digit());
    if all().count() > LARGEST {
        // More than can be kept exactly: rounded, as decimals are.
        let kept = whole.iter().filter(|c| c.is_ascii_digit()).chain(part);
        return kept.collect::<String>().parse().ok();
    }
    let scale = u32::try_from(part.len().saturating_sub(1)).ok()?;
    if all().count() <= SMALL {
        let value = all().try_fold(0_i64, |value, c| Some(value * 10 + i64::from(c.to_digit(10)?)))?;
        return Some(Decimal::new(value, scale));
    }
    let value = all().try_fold(0_i128, |value, c| Some(value * 10 + i128::from(c.to_digit(10)?)))?;
    Decimal::try_from_i128_with_scale(value, scale).ok()
}

/// The value of these digits, where there are any and nothing else.
pub(super) fn parsed<T: TryFrom<u64>>(digits: &[char]) -> Option<T> {
    let add = |value: u64, c: &char| value.checked_mul(10)?.checked_add(u64::from(c.to_digit(10)?));
    (!digits.is_empty()).then(|| digits.iter().try_fold(0, add))?.and_then(|value| T::try_from(value).ok())
}

/// The end of one more group of thousands after `end`: a separator and exactly three digits, or two where the lakh
/// grouping (1,00,000) makes them.
fn group(line: &Line, start: usize, end: usize, grouped: bool) -> Option<usize> {
    let mark = line.get(end);
    let width = run(line, end + 1).min(end + 5) - end - 1;
    let fits = match mark {
        ',' | '\'' => width == 3 || (width == 2 && mark == ',' && line.get(end + 3) == ',' && end - start <= 3),
        '.' => width == 3 && (grouped || dots(line, end)) && line.get(start) != '0',
        _ => false,
    };
    let first_group = grouped || end - start <= 3;
    (fits && first_group).then_some(end + 1 + width)
}

/// Whether the dot at `end` is the first of two or more thousands dots (1.234.567).
fn dots(line: &Line, end: usize) -> bool {
    line.get(end + 4) == '.' && run(line, end + 5) == end + 8 && line.get(end + 8) != '.'
}

fn decimal_end(line: &Line, end: usize) -> Option<usize> {
    if line.get(end) != '.' || !line.get(end + 1).is_ascii_digit() {
        return None;
    }
    let stop = run(line, end + 1);
    (stop - end <= MOST).then_some(stop)
}

/// 1.5e10, 2.6×10^5, 3 x 10^8.
fn scientific(line: &Line, number: Digits) -> Option<Digits> {
    let end = number.end;
    let mut j = match line.get(end) {
        'e' | 'E' => end + 1,
        '×' | 'x' | 'X' | '*' if line.is(end + 1, "10^") => end + 4,
        '^' if number.value == Decimal::TEN => end + 1,
        _ => return None,
    };
    let alone = line.get(end) == '^';
    let negative = line.get(j) == '-';
    if negative || line.get(j) == '+' {
        j += 1;
    }
    let stop = run(line, j);
    if stop == j || stop - j > 2 || super::class::of(line.get(stop)).latin() {
        return None;
    }
    let power: u32 = parsed(&line.c[j..stop])?;
    let scale = Decimal::TEN.powu_checked(power)?;
    let base = if alone { Decimal::ONE } else { number.value };
    let value = if negative { base.checked_div(scale)? } else { base.checked_mul(scale)? };
    Some(Digits { end: stop, value, decimals: true, ..number })
}

/// Powers that say when they are too large.
trait Power: Sized {
    fn powu_checked(self, power: u32) -> Option<Self>;
}

impl Power for Decimal {
    fn powu_checked(self, power: u32) -> Option<Self> {
        (0..power).try_fold(Decimal::ONE, |product, _| product.checked_mul(self))
    }
}
