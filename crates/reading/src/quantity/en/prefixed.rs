//! Amounts whose currency stands before them: US$5 million, RMB 3.2亿, 新台币一百二十亿元.

use super::number;
use super::read::measured;
use crate::quantity::amount;
use crate::quantity::class;
use crate::quantity::ctx::{Ctx, Outcome};
use crate::quantity::currency;
use crate::quantity::item::Number;
use crate::quantity::names;
use crate::quantity::units::Suffix;

/// A currency sign or code and the number after it.
pub(in crate::quantity) fn prefixed(ctx: &Ctx<'_>, i: usize) -> Option<Outcome> {
    let line = ctx.line;
    let class = line.class(i);
    if class.digit() || class.latin() && i > 0 && line.class(i - 1).latin() {
        return None;
    }
    if class.latin() && !(i + 1..i + 8).any(|k| line.class(k).digit()) {
        return None;
    }
    let (length, code) = currency::prefix(&line.c, i)?;
    let begin = line.space(i + length);
    let named = class::of(line.before(i + length)).cjk();
    if named && ctx.chinese && class::of(line.get(begin)).numeral() {
        return in_numerals(ctx, i, begin, code);
    }
    if !line.get(begin).is_ascii_digit() {
        return None;
    }
    let number = number::parse(ctx, begin, true)?;
    if length == 1 && code == "ZAR" && !number.scaled {
        return None; // R2 is a name; R250 million are rand.
    }
    if begin == i + length && length == 3 && code == "COP" && number.plain && number.whole < 4 {
        return None; // A conference.
    }
    if length == 4 && line.is(i, "Euro") && number.plain && number.whole == 1 {
        return None; // A standard of emissions.
    }
    let number = if class::of(line.get(begin)).digit() { han_scale(ctx, begin, number) } else { number };
    if named && !number.scaled && before_other(line.get(number.end)) {
        return None; // 泰铢30年
    }
    let negative = matches!(line.before(i), '-' | '(')
        && line.before(i) == '-'
        && !class::of(i.checked_sub(1).map_or('\0', |k| line.before(k))).letter();
    let (start, number) = if negative { (i - 1, Number { value: -number.value, ..number }) } else { (i, number) };
    Some(measured(ctx, start, begin, number, Some(ctx.sign(code))))
}

/// 新台币一百二十亿元: the name of a currency before an amount in numerals, which is of a size or has its unit.
fn in_numerals(ctx: &Ctx<'_>, i: usize, begin: usize, code: &'static str) -> Option<Outcome> {
    let line = ctx.line;
    let number = crate::quantity::han::parse(ctx, begin).filter(|n| !n.bare && !n.positional && n.high.is_none())?;
    let unit = matches!(line.get(number.end), '元' | '圆');
    if !(number.scaled || unit)
        || names::at(&line.c, begin, true).is_some()
        || !unit && before_other(line.get(number.end))
    {
        return None;
    }
    let mut end = number.end + usize::from(unit);
    end += usize::from(unit && line.get(end) == '整');
    amount::plain((i, end), number, Suffix::Money(code, 1)).map(|item| item.into())
}

/// Whether a number before this character is of something else than money.
fn before_other(c: char) -> bool {
    let amount = matches!(
        c,
        '元' | '円'
            | '圆'
            | '多'
            | '余'
            | '以'
            | '左'
            | '的'
            | '和'
            | '至'
            | '到'
            | '与'
            | '及'
            | '或'
            | '上'
            | '之'
            | '等'
            | '起'
            | '、'
    );
    class::of(c).cjk() && !class::of(c).numeral() && !amount
}

/// 人民币204.5亿元, US$3亿: the number is written as in the language around.
fn han_scale(ctx: &Ctx<'_>, begin: usize, number: Number) -> Number {
    let next = ctx.line.get(ctx.line.space(number.end));
    if class::of(next).numeral() || matches!(next, '多' | '余') {
        return crate::quantity::han::parse(ctx, begin).unwrap_or(number);
    }
    if class::of(next).thai() {
        return crate::quantity::th::parse(ctx, begin).unwrap_or(number);
    }
    number
}
