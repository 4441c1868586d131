//! The order in which the rules are tried at one place of an English line, or at Latin letters elsewhere.

use super::units::{SUFFIXES, SYMBOLS};
use super::{count, date, number, ordinal, qualifier, relative, time};
use crate::quantity::amount;
use crate::quantity::begin::Begin;
use crate::quantity::class;
use crate::quantity::code;
use crate::quantity::ctx::{Ctx, Outcome};
use crate::quantity::currency;
use crate::quantity::item::{self, Item, Number};
use crate::quantity::names;
use crate::quantity::units::Suffix;
use rust_decimal::Decimal;
use samesky_model::reading::{Qualifier, QuantityKind};
use std::sync::LazyLock;

/// The beginnings of every word at which an expression may begin.
static BEGIN: LazyLock<Begin> = LazyLock::new(|| {
    let others = [
        "the ",
        "next ",
        "last ",
        "past ",
        "this ",
        "coming ",
        "following ",
        "previous ",
        "within ",
        "preceding ",
        "noon",
        "midnight",
        "midday",
        "half",
        "quarter",
        "a ",
        "an ",
        "fy",
        "fiscal",
        "financial",
        "q1",
        "q2",
        "q3",
        "q4",
        "h1",
        "h2",
        "no.",
        "nos.",
        "number ",
        "final ",
    ];
    Begin::of_three(words().chain(others))
});

/// The beginnings of what may stand behind “the”.
static AFTER_THE: LazyLock<Begin> = LazyLock::new(|| {
    let behind = words().filter_map(|word| word.strip_prefix("the "));
    let others = [
        "next ",
        "last ",
        "past ",
        "coming ",
        "following ",
        "previous ",
        "preceding ",
        "final ",
        "fiscal",
        "financial",
        "h1",
        "h2",
        "q1",
        "q2",
        "q3",
        "q4",
        "half",
        "quarter",
    ];
    Begin::of_three(words().chain(behind).chain(others))
});

fn words() -> impl Iterator<Item = &'static str> {
    super::calendar::words().chain(number::words_of()).chain(ordinal::words_of())
}

/// What stands at `i`.
pub(in crate::quantity) fn read(ctx: &Ctx<'_>, i: usize) -> Outcome {
    let line = ctx.line;
    if let Some(outcome) = prefixed(ctx, i) {
        return outcome;
    }
    let digit = line.get(i).is_ascii_digit();
    if !digit && !begins(ctx, i) {
        return Outcome::Skip(word_end(ctx, i));
    }
    if digit && code::is_code(ctx, i, |k| latin_unit(ctx, k)) {
        return Outcome::Skip(code::end(ctx, i));
    }
    if digit && let Some(end) = names::latin_at(&line.c, i) {
        return Outcome::Skip(end);
    }
    if let Some(item) = date::read(ctx, i).or_else(|| time::read(ctx, i)).or_else(|| relative::read(ctx, i)) {
        return item.into();
    }
    if let Some(item) =
        ordinal::read(ctx, i).filter(|item| number::parse(ctx, i, false).is_none_or(|n| n.end < item.end && !n.marked))
    {
        return item.into();
    }
    if let Some(found) = number::parse(ctx, i, false)
        && let Outcome::Found(item) = measured(ctx, i, i, found, None)
    {
        return Outcome::Found(item);
    }
    if let Some(item) = ordinal::read(ctx, i) {
        return item.into();
    }
    let next = if digit {
        number::parse(ctx, i, false).map_or_else(|| crate::quantity::digits::run(line, i), |n| n.end)
    } else {
        word_end(ctx, i)
    };
    Outcome::Skip(next)
}

/// Whether an expression may begin with the word at `i`; behind an article the next word tells.
fn begins(ctx: &Ctx<'_>, i: usize) -> bool {
    let line = ctx.line;
    let may = |set: &Begin, k: usize| set.may_three(line.get(k), line.get(k + 1), line.get(k + 2));
    let behind = line.space(i + 4);
    may(&BEGIN, i) && (!qualifier::is(line, i, "the ") || line.get(behind).is_ascii_digit() || may(&AFTER_THE, behind))
}

/// One past the letters at `i`.
pub(in crate::quantity) fn word_end(ctx: &Ctx<'_>, i: usize) -> usize {
    let mut end = i;
    while class::of(ctx.line.get(end)).latin() {
        end += 1;
    }
    end.max(i + 1)
}

/// A currency sign or code and the number after it.
pub(in crate::quantity) fn prefixed(ctx: &Ctx<'_>, i: usize) -> Option<Outcome> {
    let line = ctx.line;
    let class = class::of(line.get(i));
    if class.digit() || class.latin() && class::of(line.before(i)).latin() {
        return None;
    }
    if class.latin() && !(i + 1..i + 8).any(|k| line.get(k).is_ascii_digit()) {
        return None;
    }
    let (length, code) = currency::prefix(&line.c, i)?;
    let begin = line.space(i + length);
    if !line.get(begin).is_ascii_digit() {
        return None;
    }
    let number = number::parse(ctx, begin, true)?;
    let number = if class::of(line.get(begin)).digit() { han_scale(ctx, begin, number) } else { number };
    let negative = matches!(line.before(i), '-' | '(')
        && line.before(i) == '-'
        && !class::of(i.checked_sub(1).map_or('\0', |k| line.before(k))).letter();
    let (start, number) = if negative { (i - 1, Number { value: -number.value, ..number }) } else { (i, number) };
    Some(measured(ctx, start, begin, number, Some(ctx.sign(code))))
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

/// An expression that begins at `start`, whose number stands at `i`.
fn measured(ctx: &Ctx<'_>, start: usize, i: usize, number: Number, currency: Option<&'static str>) -> Outcome {
    let line = ctx.line;
    let number = range(ctx, number, currency.is_some());
    let (start, number) = below_zero(ctx, start, number);
    if number.code && currency.is_none() {
        return Outcome::Skip(number.end);
    }
    let minus = currency.is_none()
        && line.before(i) == '-'
        && line.get(i).is_ascii_digit()
        && !class::of(i.checked_sub(1).map_or('\0', |k| line.before(k))).letter()
        && i > 0
        && line.before(i - 1) != ')';
    let (start, number) =
        if minus { (start - 1, Number { value: -number.value, high: number.high, ..number }) } else { (start, number) };
    let item = match currency {
        Some(code) => money(ctx, start, number, code),
        None => with_unit(ctx, start, number)
            .or_else(|| years(ctx, i, number))
            .or_else(|| count::read(ctx, start, number))
            .or_else(|| bare(ctx, start, i, number)),
    };
    match item {
        Some(item) => finish(ctx, item).into(),
        None => Outcome::Skip(if line.get(i).is_ascii_digit() { number.end } else { word_end(ctx, i) }),
    }
}

/// minus 5, negative 5.
fn below_zero(ctx: &Ctx<'_>, start: usize, number: Number) -> (usize, Number) {
    for word in ["several ", "a few ", "many "] {
        let several = start.checked_sub(word.len()).filter(|&k| number.bare && qualifier::is(ctx.line, k, word));
        if let Some(start) = several {
            return (start, Number { qualifier: Qualifier::Over, ..number });
        }
    }
    for word in ["minus ", "negative "] {
        if start
            .checked_sub(word.len())
            .is_some_and(|k| qualifier::is(ctx.line, k, word) && !class::of(ctx.line.before(k)).letter())
        {
            return (start - word.len(), Number { value: -number.value, ..number });
        }
    }
    (start, number)
}

/// The amount, with a currency name after it passed over (US$5 million dollars, RMB 5亿元).
fn money(ctx: &Ctx<'_>, start: usize, number: Number, code: &'static str) -> Option<Item> {
    let line = ctx.line;
    let mut end = number.end;
    if matches!(line.get(end), '元' | '円') && class::of(line.before(end)).letter() {
        end += 1;
    }
    let k = line.space(end);
    if let Some((length, Suffix::Money(..))) =
        SUFFIXES.at(&line.c, k).filter(|(length, _)| !class::of(line.get(k + length)).latin() && k > end)
        && class::of(line.get(k)).latin()
    {
        end = k + length;
    }
    amount::plain((start, end), number, Suffix::Money(code, 1))
}

fn years(ctx: &Ctx<'_>, i: usize, number: Number) -> Option<Item> {
    (count::like_year(number) && number.high.is_none() || number.high.is_some() && number.plain)
        .then(|| date::bare_year(ctx, i))?
}

/// Units of any kind but counts.
fn with_unit(ctx: &Ctx<'_>, start: usize, number: Number) -> Option<Item> {
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
            item = smaller(ctx, item, seconds);
        }
        item = relative::ago(ctx, &item).unwrap_or(item);
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
fn smaller(ctx: &Ctx<'_>, item: Item, seconds: u64) -> Item {
    let k = ctx.line.space(item.end);
    let k = if qualifier::is(ctx.line, k, "and ") { k + 4 } else { k };
    let rest = || {
        let number = number::parse(ctx, k, false).filter(|n| !n.scaled && !n.code && k > item.end)?;
        let j = ctx.line.space(number.end);
        let found = SUFFIXES.all(&ctx.line.c, j).find(|(length, _)| ends(ctx, j, j + length))?;
        let (length, Suffix::Span(small, _)) = found else { return None };
        let more = number.value.checked_mul(Decimal::from(small))?;
        let sum = item.value.parse::<Decimal>().ok()?.checked_add(more)?;
        (small < seconds).then_some((item::text(sum), j + length))
    };
    match rest() {
        Some((value, end)) => Item { value, end, ..item },
        None => item,
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
fn latin_unit(ctx: &Ctx<'_>, j: usize) -> bool {
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

/// A number alone: digits, or several number words.
fn bare(ctx: &Ctx<'_>, start: usize, i: usize, number: Number) -> Option<Item> {
    let line = ctx.line;
    let next = line.get(number.end);
    let apart = |c: char| !class::of(c).letter();
    let before = line.before(line.space_back(i));
    let good = if number.plain && named(ctx, i, number) {
        false
    } else if number.plain {
        !number.code && (number.marked || number.whole < 5 || number.whole < 11 && !ctx.labelled(i)) && apart(next)
    } else if number.single && of_those(ctx, i, number) {
        true
    } else if number.single || number.bare {
        apart(before) && apart(line.get(line.space(number.end))) || number.marked && !number.value.fract().is_zero()
    } else {
        true
    };
    good.then(|| {
        let rule = if number.marked && !number.plain && !number.value.fract().is_zero() && !number.scaled {
            "fraction"
        } else {
            "number"
        };
        let mut item =
            Item::new(QuantityKind::Number, (start, number.end), item::text(number.value.round_dp(15)), rule);
        item.qualifier = number.qualifier;
        item.low = number.high.map(|_| item.value.clone());
        item.high = number.high.map(item::text);
        item
    })
}

/// `Boeing 737`, `Route 66`, `ISO 9001`: a number right behind a name is a part of it.
fn named(ctx: &Ctx<'_>, i: usize, number: Number) -> bool {
    const PLAIN: [&str; 22] = [
        "About", "Some", "Over", "Nearly", "Around", "Almost", "Only", "Total", "Top", "In", "By", "From", "To", "Of",
        "And", "The", "Than", "At", "Between", "Under", "Chapter", "Is",
    ];
    let line = ctx.line;
    if number.marked || line.before(i) != ' ' {
        return false;
    }
    let end = i - 1;
    let start =
        (end.saturating_sub(12)..end).rev().take_while(|&k| class::of(line.get(k)).latin()).last().unwrap_or(end);
    let word: String = line.c.get(start..end).map(|word| word.iter().collect()).unwrap_or_default();
    let next = line.get(number.end);
    let goes_on = next == ' ' && class::of(line.get(number.end + 1)).latin();
    word.len() >= 3 && word.starts_with(|c: char| c.is_ascii_uppercase()) && !PLAIN.contains(&word.as_str()) && !goes_on
}

/// `four of the nine`, `… and seven in food`: a number word whose noun was said before.
fn of_those(ctx: &Ctx<'_>, i: usize, number: Number) -> bool {
    let after = |word: &str| qualifier::is(ctx.line, number.end, word);
    let listed = ["and ", ", ", "other ", "remaining "]
        .iter()
        .any(|word| i.checked_sub(word.len()).is_some_and(|k| qualifier::is(ctx.line, k, word)));
    let goes_on = [" in ", " from ", " for ", " are ", " were ", ","].iter().any(|word| after(word));
    let of = [" of the ", " of them", " of these", " of those"].iter().any(|word| after(word));
    number.value > Decimal::ONE && (of || listed && goes_on)
}

fn finish(ctx: &Ctx<'_>, mut item: Item) -> Item {
    if matches!(item.kind, QuantityKind::Date | QuantityKind::DateRange | QuantityKind::Ordinal | QuantityKind::Time) {
        return item;
    }
    item = widen(ctx, item);
    if let Some((start, said)) = qualifier::before(ctx.line, item.start) {
        item.start = start;
        if item.qualifier == Qualifier::Exact {
            item.qualifier = said;
        }
    }
    if let Some((end, said)) = qualifier::after(ctx.line, item.end) {
        item.end = end;
        if item.qualifier == Qualifier::Exact {
            item.qualifier = said;
        }
    }
    item
}

/// 50-60, five to ten, $1.5-2 billion, between 5 and 10; the scale is shared.
fn range(ctx: &Ctx<'_>, first: Number, money: bool) -> Number {
    ranged(ctx, first, money).unwrap_or(first)
}

fn ranged(ctx: &Ctx<'_>, first: Number, money: bool) -> Option<Number> {
    let line = ctx.line;
    let k = line.space(first.end);
    let between = || {
        [first.end.saturating_sub(24)]
            .iter()
            .any(|&from| (from..first.end).any(|at| qualifier::is(line, at, "between ")))
    };
    let begin = match line.get(k) {
        '-' | '–' | '~' if line.get(k + 1) != '-' => k + 1,
        't' | 'T' if k > first.end && qualifier::is(line, k, "to ") => k + 3,
        'a' if k > first.end && qualifier::is(line, k, "and ") && between() => k + 4,
        _ => return None,
    };
    let mut begin = line.space(begin);
    if money {
        begin = currency::prefix(&line.c, begin).map_or(begin, |(length, _)| line.space(begin + length));
    }
    let second = number::parse(ctx, begin, money).filter(|n| !n.code && n.value > Decimal::ZERO)?;
    let words = !line.get(begin).is_ascii_digit() && first.plain;
    if first.code
        || words && line.get(k) == '-'
        || line.get(second.end) == '-' && line.get(second.end + 1).is_ascii_digit()
        || class::of(line.get(second.end)).latin() && !latin_unit(ctx, second.end)
    {
        return None;
    }
    let mut low = first.value;
    if second.scaled && !first.scaled {
        let unit = [1_000_i64, 1_000_000, 1_000_000_000, 1_000_000_000_000]
            .into_iter()
            .map(Decimal::from)
            .filter(|unit| second.value >= *unit)
            .max()
            .unwrap_or(Decimal::ONE);
        low = low.checked_mul(unit).filter(|low| *low < second.value).unwrap_or(low);
    }
    (low < second.value).then_some(Number {
        value: low,
        high: Some(second.value),
        end: second.end,
        plain: first.plain && second.plain,
        single: false,
        scaled: first.scaled || second.scaled,
        marked: first.marked || second.marked,
        ..first
    })
}

/// 50% to 60%, $3m to $5m: joins two expressions of one kind.
fn widen(ctx: &Ctx<'_>, item: Item) -> Item {
    wider(ctx, &item).unwrap_or(item)
}

fn wider(ctx: &Ctx<'_>, item: &Item) -> Option<Item> {
    let line = ctx.line;
    if item.high.is_some()
        || !matches!(item.kind, QuantityKind::Percent | QuantityKind::Dimension | QuantityKind::Duration)
    {
        return None;
    }
    let k = line.space(item.end);
    let begin = match line.get(k) {
        '-' | '–' | '~' => k + 1,
        't' if k > item.end && qualifier::is(line, k, "to ") => k + 3,
        _ => return None,
    };
    let begin = line.space(begin);
    let second = with_unit(ctx, begin, number::parse(ctx, begin, false)?)?;
    let (low, high): (Decimal, Decimal) = (item.value.parse().ok()?, second.value.parse().ok()?);
    (second.kind == item.kind && second.unit == item.unit && low < high).then(|| Item {
        end: second.end,
        low: Some(item.value.clone()),
        high: Some(second.value),
        ..item.clone()
    })
}

impl Ctx<'_> {
    /// The currency that a sign names in this text.
    fn sign(&self, code: &'static str) -> &'static str {
        match code {
            "$" => self.facts.dollar(),
            "¥" => self.facts.yen_sign(self.chinese),
            other => other,
        }
    }
}
