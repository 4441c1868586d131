//! The order in which the rules are tried at one place of an English line, or at Latin letters elsewhere.

use super::prefixed::prefixed;
use super::range::{range, widen};
use super::unit::{latin_unit, with_unit};
use super::units::SUFFIXES;
use super::{count, date, number, ordinal, qualifier, relative, time};
use crate::quantity::amount;
use crate::quantity::begin::Begin;
use crate::quantity::class;
use crate::quantity::code;
use crate::quantity::ctx::{Ctx, Outcome};
use crate::quantity::item::{self, Item, Number};
use crate::quantity::names;
use crate::quantity::units::Suffix;
use crate::quantity::words::Table;
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
    super::calendar::words().chain(super::vocabulary::words_of()).chain(ordinal::words_of())
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
    if let Some(item) = many_fold(ctx, i).or_else(|| one_and_a_half(ctx, i)) {
        return finish(ctx, item).into();
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

static FOLDS: LazyLock<Table<i64>> = LazyLock::new(|| {
    let words =
        ["twofold", "threefold", "fourfold", "fivefold", "sixfold", "sevenfold", "eightfold", "ninefold", "tenfold"];
    let hyphens = [
        "two-fold",
        "three-fold",
        "four-fold",
        "five-fold",
        "six-fold",
        "seven-fold",
        "eight-fold",
        "nine-fold",
        "ten-fold",
    ];
    let many = [("twentyfold", 20), ("fiftyfold", 50), ("hundredfold", 100), ("thousandfold", 1000)];
    Table::any_case((2..).zip(words).chain((2..).zip(hyphens)).map(|(n, word)| (word, n)).chain(many))
});

/// threefold, ten-fold.
fn many_fold(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let (length, times) = FOLDS.at(&ctx.line.c, i)?;
    let whole = !class::of(ctx.line.get(i + length)).latin() && !class::of(ctx.line.before(i)).letter();
    whole.then(|| {
        let mut item = Item::new(QuantityKind::Number, (i, i + length), times.to_string(), "multiple");
        item.unit = Some("times");
        item
    })
}

/// a year and a half, an hour and a half; a fortnight.
fn one_and_a_half(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let article = ["a ", "an ", "one "].into_iter().find(|word| qualifier::is(line, i, word))?;
    if class::of(line.before(i)).letter() {
        return None;
    }
    let j = line.space(i + article.len());
    let whole = |length: usize| !class::of(line.get(j + length)).latin();
    let (length, suffix) = SUFFIXES.all(&line.c, j).find(|(length, _)| whole(*length))?;
    let Suffix::Span(..) = suffix else { return None };
    let end = j + length;
    let half = qualifier::is(line, line.space(end), "and a half");
    let fortnight = qualifier::is(line, j, "fortnight");
    if !half && !fortnight {
        return None;
    }
    let more = if half { Decimal::new(15, 1) } else { Decimal::ONE };
    let number = Number { marked: half, ..number::blank(end, more) };
    let stop = if half { line.space(end) + "and a half".len() } else { end };
    amount::plain((i, stop), number, suffix)
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
    while ctx.line.class(end).latin() {
        end += 1;
    }
    end.max(i + 1)
}

/// An expression that begins at `start`, whose number stands at `i`.
pub(super) fn measured(
    ctx: &Ctx<'_>,
    start: usize,
    i: usize,
    number: Number,
    currency: Option<&'static str>,
) -> Outcome {
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
    } else if number.single && next == '-' && class::of(line.get(number.end + 1)).letter() {
        false // one-stop, two-way
    } else if number.single || number.bare {
        (apart(before) || start < i) && apart(line.get(line.space(number.end)))
            || number.marked && !number.value.fract().is_zero()
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

impl Ctx<'_> {
    /// The currency that a sign names in this text.
    pub(super) fn sign(&self, code: &'static str) -> &'static str {
        match code {
            "$" => self.facts.dollar(),
            "¥" => self.facts.yen_sign(self.chinese),
            other => other,
        }
    }
}
