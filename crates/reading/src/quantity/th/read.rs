//! The order in which the rules are tried at one place of a Thai line.

use super::share::{fraction, half, percent, range};
use super::units::SUFFIXES;
use super::{date, number, ordinal, qualifier, relative, time};
use crate::quantity::amount;
use crate::quantity::begin::Begin;
use crate::quantity::class;
use crate::quantity::ctx::{Ctx, Outcome};
use crate::quantity::item::{self, Item, Number};
use crate::quantity::units::{DAY, Suffix};
use crate::quantity::{code, digits};
use rust_decimal::Decimal;
use samesky_model::reading::{Qualifier, QuantityKind};
use std::sync::LazyLock;

/// The beginnings of every word at which an expression may begin.
static BEGIN: LazyLock<Begin> = LazyLock::new(|| {
    let others = [
        "ร้อยละ",
        "ครึ่ง",
        "เศษ",
        "ไตรมาส",
        "ปี",
        "พ.ศ",
        "พศ.",
        "พุทธ",
        "ค.ศ",
        "คศ.",
        "คริสต์",
        "ภายใน",
        "ในอีก",
        "ในช่วง",
        "เที่ยง",
        "บ่าย",
        "ตี",
        "เดือน",
        "ต้นเดือน",
        "กลางเดือน",
        "ปลายเดือน",
        "ศตวรรษ",
    ];
    Begin::of_three(
        super::calendar::words().chain(number::words_of()).chain(ordinal::RANKS.iter().copied()).chain(others),
    )
});

/// What stands at `i`.
pub(in crate::quantity) fn read(ctx: &Ctx<'_>, i: usize) -> Outcome {
    let line = ctx.line;
    let may = |k: usize| BEGIN.may_three(line.get(k), line.get(k + 1), line.get(k + 2));
    if !line.get(i).is_ascii_digit() && !may(i) {
        let passed = (i + 1..line.c.len()).take_while(|&k| line.class(k).thai() && !may(k)).count();
        return Outcome::Skip(i + 1 + passed);
    }
    if line.get(i).is_ascii_digit() && code::is_code(ctx, i, |k| SUFFIXES.at(&line.c, k).is_some()) {
        return Outcome::Skip(code::end(ctx, i));
    }
    if let Some(item) = percent(ctx, i) {
        return finish(ctx, item).into();
    }
    if let Some(item) = date::read(ctx, i)
        .or_else(|| time::read(ctx, i))
        .or_else(|| ordinal::read(ctx, i))
        .or_else(|| half(ctx, i))
        .or_else(|| fraction(ctx, i))
    {
        return item.into();
    }
    if let Some(number) = number::parse(ctx, i) {
        return measured(ctx, i, number);
    }
    let next = if line.get(i).is_ascii_digit() { digits::run(line, i) } else { i + 1 };
    Outcome::Skip(next)
}

/// An expression whose number stands at `i`.
fn measured(ctx: &Ctx<'_>, i: usize, number: Number) -> Outcome {
    let number = range(ctx, number);
    let behind = ctx.line.space_back(i);
    // ลบ 5 is −5.
    let word = behind.checked_sub(2).filter(|&at| ctx.line.is(at, "ลบ"));
    let word = word.and_then(|at| if ctx.line.ends(at, "ติด") { at.checked_sub(3) } else { Some(at) });
    let word = word.filter(|&at| ctx.line.is(at, "ติดลบ") || !class::of(ctx.line.before(at)).thai());
    let start = if let Some(at) = word {
        at
    } else if ctx.line.before(i) == '-'
        && ctx.line.get(i).is_ascii_digit()
        && !class::of(i.checked_sub(1).map_or('\0', |k| ctx.line.before(k))).letter()
    {
        i - 1
    } else {
        i
    };
    let number = if start < i { Number { value: -number.value, ..number } } else { number };
    let item = with_unit(ctx, start, number).or_else(|| bare(ctx, start, i, number));
    match item {
        Some(item) => finish(ctx, item).into(),
        None => Outcome::Skip(if ctx.line.get(i).is_ascii_digit() { number.end } else { i + 1 }),
    }
}

pub(super) fn with_unit(ctx: &Ctx<'_>, start: usize, number: Number) -> Option<Item> {
    let line = ctx.line;
    let mut number = number;
    let mut j = line.space(number.end);
    let counted = |k: usize| SUFFIXES.at(&line.c, k).is_some_and(|(_, suffix)| matches!(suffix, Suffix::Count(_)));
    if line.is(j, "กว่า") && (!number.scaled || j == number.end && counted(j + 4)) {
        number.qualifier = Qualifier::Over;
        j = line.space(j + 4);
    }
    for (length, suffix) in SUFFIXES.all(&line.c, j) {
        let end = j + length;
        // 3 วันที่แล้ว: three days ago, not the third day.
        let past = line.is(end, "แล้ว") || line.is(end, "ผ่านมา");
        if suffix == Suffix::Other && past && line.ends(end, "ที่") {
            continue;
        }
        if suffix == Suffix::Other {
            return None;
        }
        if !fits(ctx, number, suffix, j, end) {
            continue;
        }
        let mut item = amount::plain((start, end), number, suffix)?;
        if let Suffix::Count(_) = suffix {
            item.head = Some((j, end));
        }
        if let Suffix::Span(..) = suffix {
            item.head = Some((j, end));
        }
        if let Some(more) = half_after(ctx, end)
            && let (Suffix::Span(seconds, _), Some(written)) = (suffix, item.number)
        {
            let half = Decimal::from(seconds).checked_div(Decimal::TWO)?;
            item.value = item::text(item.value.parse::<Decimal>().ok()?.checked_add(half)?);
            item.number = Some(written.checked_add(Decimal::new(5, 1))?);
            item.end = more;
        }
        if let Suffix::Span(seconds, _) = suffix
            && let Some((more, stop)) = smaller(ctx, item.end, seconds)
        {
            item.value = item::text(item.value.parse::<Decimal>().ok()?.checked_add(more)?);
            item.end = stop;
        }
        if let (Suffix::Times, Some(more)) = (suffix, half_after(ctx, end)) {
            item.value = item::text(item.value.parse::<Decimal>().ok()?.checked_add(Decimal::new(5, 1))?);
            item.end = more;
        }
        if let (Suffix::Dim(symbol, num, den), Some((more, stop))) = (suffix, part_of(ctx, suffix, end)) {
            let whole = Number { value: number.value.checked_add(more)?, ..number };
            item = amount::plain((start, stop), whole, Suffix::Dim(symbol, num, den))?;
        }
        if let (Suffix::Money(..), Some((value, end))) = (suffix, satang(ctx, end)) {
            item.value = item::text(item.value.parse::<Decimal>().ok()?.checked_add(value)?);
            item.end = end;
        }
        return Some(tenure(ctx, land(ctx, item)));
    }
    None
}

/// The 30 นาที of 3 ชั่วโมง 30 นาที: a smaller part after a length of time, in seconds.
fn smaller(ctx: &Ctx<'_>, end: usize, seconds: u64) -> Option<(Decimal, usize)> {
    let number = number::parse(ctx, ctx.line.space(end)).filter(|n| !n.scaled && !n.code && !n.bare)?;
    let j = ctx.line.space(number.end);
    let found = SUFFIXES.all(&ctx.line.c, j).find_map(|(length, suffix)| match suffix {
        Suffix::Span(less, _) if less < seconds && (seconds <= DAY || less >= DAY) => Some((less, j + length)),
        _ => None,
    });
    let (less, stop) = found?;
    Some((number.value.checked_mul(Decimal::from(less))?, stop))
}

/// The 50 เซนติเมตร of 2 เมตร 50 เซนติเมตร: so much of the larger unit.
fn part_of(ctx: &Ctx<'_>, unit: Suffix, end: usize) -> Option<(Decimal, usize)> {
    let Suffix::Dim(symbol, factor, _) = unit else { return None };
    let begin = ctx.line.space(end);
    if begin == end || symbol == "m2" || !ctx.line.get(begin).is_ascii_digit() {
        return None;
    }
    let number = number::parse(ctx, begin).filter(|n| !n.scaled && !n.code)?;
    let j = ctx.line.space(number.end);
    let (length, Suffix::Dim(same, small, _)) = SUFFIXES.at(&ctx.line.c, j)? else { return None };
    let more = number.value.checked_mul(small.checked_div(factor)?)?;
    (same == symbol && small < factor && more < Decimal::ONE).then_some((more, j + length))
}

/// ห้าบาทครึ่ง, สองปีครึ่ง.
fn half_after(ctx: &Ctx<'_>, end: usize) -> Option<usize> {
    ctx.line.is(end, "ครึ่ง").then_some(end + 5)
}

/// 50 สตางค์ after บาท, 50 เซนต์ after ดอลลาร์.
fn satang(ctx: &Ctx<'_>, end: usize) -> Option<(Decimal, usize)> {
    let begin = ctx.line.space(end);
    let number = number::parse(ctx, begin).filter(|n| n.value < Decimal::ONE_HUNDRED && !n.scaled)?;
    let k = ctx.line.space(number.end);
    if ctx.line.is(k, "เซนต์") && ["ดอลลาร์", "เหรียญ", "สหรัฐ", "ยูโร"].iter().any(|word| ctx.line.ends(end, word))
    {
        return Some((number.value.checked_div(Decimal::ONE_HUNDRED)?, k + 5));
    }
    ctx.line.is(k, "สตางค์").then(|| Some((number.value.checked_div(Decimal::ONE_HUNDRED)?, k + 6)))?
}

/// 5 ไร่ 2 งาน 30 ตารางวา: smaller units of land after ไร่.
fn land(ctx: &Ctx<'_>, mut item: Item) -> Item {
    if !ctx.line.ends(item.end, "ไร่") {
        return item;
    }
    for (word, factor) in [("งาน", 400), ("ตารางวา", 4)] {
        let begin = ctx.line.space(item.end);
        let Some(number) = number::parse(ctx, begin).filter(|n| !n.scaled) else { continue };
        let k = ctx.line.space(number.end);
        if !ctx.line.is(k, word) {
            continue;
        }
        let sum = item
            .value
            .parse::<Decimal>()
            .ok()
            .and_then(|value| value.checked_add(number.value.checked_mul(Decimal::from(factor))?));
        if let Some(sum) = sum {
            item.value = item::text(sum);
            item.end = k + word.chars().count();
        }
    }
    item
}

/// 3 ปีก่อน, 5 วันที่แล้ว: the date a length of time leads to.
fn tenure(ctx: &Ctx<'_>, item: Item) -> Item {
    relative::ago(ctx, &item).unwrap_or(item)
}

fn fits(ctx: &Ctx<'_>, number: Number, suffix: Suffix, j: usize, end: usize) -> bool {
    let line = ctx.line;
    let next = line.get(end);
    let latin = class::of(line.get(j)).latin();
    if latin && (class::of(next).latin() || next.is_ascii_digit() || j > number.end + 1) {
        return false;
    }
    // A vowel or tone mark that would belong to the next syllable shows that the word goes on.
    if matches!(next, '\u{E30}'..='\u{E3A}' | '\u{E45}' | '\u{E47}'..='\u{E4E}') && class::of(line.get(j)).thai() {
        return false;
    }
    if number.code {
        return false;
    }
    if line.is(j, "ปี") && number.whole == 4 && number.plain && !number.marked {
        return false;
    }
    if line.is(j, "งาน") && number.single && line.is(end, "ใน") {
        return false;
    }
    let whole = matches!(suffix, Suffix::Count(_));
    let broken = whole && number.marked && !number.value.fract().is_zero() && !number.scaled;
    !broken && (!number.bare || ctx.bare_thai(number, suffix))
}

/// A number alone: digits, or several number words.
fn bare(ctx: &Ctx<'_>, start: usize, i: usize, number: Number) -> Option<Item> {
    let line = ctx.line;
    let apart = |c: char| !class::of(c).letter();
    let name = [
        "ชั้น ",
        "อาคาร ",
        "เลขที่ ",
        "หมู่ ",
        "หมู่ที่ ",
        "พระราม ",
        "รหัสไปรษณีย์ ",
        "มอก. ",
        "ช่อง",
        "ช่อง ",
        "โควิด-",
        "โควิด ",
        "รัชกาลที่ ",
        "โทร ",
        "โทร. ",
        "สาย ",
        "สายด่วน ",
        "สายด่วน",
        "ห้อง ",
        "ห้องประชุม ",
        "ประตู ",
        "ซอย ",
        "ฮอลล์ ",
        "รหัส ",
        "ปณ. ",
        "แยก ",
        "ทะเบียน ",
        "สุขุมวิท ",
        "ม. ",
    ]
    .iter()
    .any(|word| line.ends(start, word));
    let good = if name {
        false
    } else if number.plain {
        !number.code && (number.marked || number.whole < 11 && !ctx.labelled(i))
    } else if line.get(i).is_ascii_digit() {
        true
    } else if number.single || number.bare {
        (apart(line.before(i)) || start < i) && apart(line.get(number.end))
    } else {
        number.end - i > 6 || number.end - i > 4 && apart(line.before(i)) && apart(line.get(number.end))
    };
    let plain_year = number.plain
        && !number.marked
        && number.whole == 4
        && (2500..2600).any(|year| number.value == Decimal::from(year));
    if plain_year {
        let year = number.value.checked_sub(Decimal::from(543))?;
        return Some(Item::new(QuantityKind::Date, (start, number.end), item::text(year), "bare-year"));
    }
    good.then(|| {
        let mut item = Item::new(QuantityKind::Number, (start, number.end), item::text(number.value), "number");
        item.qualifier = number.qualifier;
        item.low = number.high.map(|_| item.value.clone());
        item.high = number.high.map(item::text);
        item
    })
}

/// Adds qualifier words around an amount that was read in Latin letters (กว่า US$3 ล้าน).
pub(in crate::quantity) fn dress(ctx: &Ctx<'_>, item: Item) -> Item {
    if matches!(item.kind, QuantityKind::Date | QuantityKind::DateRange | QuantityKind::Time | QuantityKind::Ordinal) {
        item
    } else {
        finish(ctx, item)
    }
}

fn finish(ctx: &Ctx<'_>, item: Item) -> Item {
    let mut item = widen(ctx, item);
    if let Some((start, said)) = qualifier::before(ctx.line, item.start) {
        item.start = start;
        if item.qualifier == Qualifier::Exact {
            item.qualifier = said;
        }
    }
    if let Some((end, said)) = qualifier::after(ctx.line, item.end)
        && item.kind != QuantityKind::Date
        && !ctx.line.is(end, "ปี")
    {
        item.end = end;
        if item.qualifier == Qualifier::Exact {
            item.qualifier = said;
        }
    }
    item
}

/// 5 ล้านบาทถึง 10 ล้านบาท: joins the amount with a second one of the same unit, behind ระหว่าง or จาก or without.
fn widen(ctx: &Ctx<'_>, item: Item) -> Item {
    wider(ctx, &item).unwrap_or(item)
}

fn wider(ctx: &Ctx<'_>, item: &Item) -> Option<Item> {
    let line = ctx.line;
    let amount = matches!(item.kind, QuantityKind::Money | QuantityKind::Percent | QuantityKind::Dimension);
    if !amount || item.high.is_some() {
        return None;
    }
    let k = line.space(item.end);
    let begin = match line.get(k) {
        '-' | '–' => k + 1,
        'ถ' if line.is(k, "ถึง") => k + 3,
        _ => return None,
    };
    let number = number::parse(ctx, line.space(begin)).filter(|n| !n.code)?;
    let second = with_unit(ctx, begin, number)?;
    let same = second.kind == item.kind && second.unit == item.unit && second.currency == item.currency;
    let (low, high): (Decimal, Decimal) = (item.value.parse().ok()?, second.value.parse().ok()?);
    (same && second.high.is_none() && low < high).then(|| Item {
        end: second.end,
        low: Some(item.value.clone()),
        high: Some(second.value),
        ..item.clone()
    })
}

impl Ctx<'_> {
    /// Whether a bare unit (พันล้าน, แสน) before this unit is an amount.
    fn bare_thai(&self, number: Number, suffix: Suffix) -> bool {
        number.scaled || !number.single || !matches!(suffix, Suffix::Dim(..) | Suffix::Other)
    }
}
