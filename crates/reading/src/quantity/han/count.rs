//! Counts: a number, a classifier, and the noun that says what is counted.

use super::{money, numeral};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::{self, Item, Number};
use crate::quantity::{ja, zh};
use rust_decimal::Decimal;
use samesky_model::reading::QuantityKind;

/// How far the noun may stand after its classifier, and before it.
const AHEAD: usize = 14;
const BEHIND: usize = 26;

/// The count whose classifier stands at `j..end`.
pub(super) fn read(
    ctx: &Ctx<'_>,
    start: usize,
    number: Number,
    unit: &'static str,
    j: usize,
    end: usize,
) -> Option<Item> {
    if number.marked && number.value.fract() != Decimal::ZERO && !number.scaled && unit != "points" {
        return None;
    }
    let mut item = Item::new(QuantityKind::Count, (start, end), item::text(number.value), "count");
    item.qualifier = number.qualifier;
    item.low = number.high.map(|_| item.value.clone());
    item.high = number.high.map(item::text);
    item.head = Some((j, end));
    item.unit = Some(unit);
    if let Some(tier) = sized(ctx, end) {
        item.end = tier.end;
        item.tier = tier.value.parse().ok().zip(tier.currency);
        item.rule = "count-of-tier";
    }
    let from = item.end;
    if let Some((unit, length)) = noun(ctx, start, unit, j, from) {
        item.unit = Some(unit);
        if length > 0 {
            item.head = Some((j, from + length));
            if item.tier.is_some() {
                item.end = from + length;
            }
        }
    } else if matches!(ctx.line.get(j), '大') {
        return None;
    }
    Some(item)
}

/// 18项目, 5部门: a noun right after digits, without a classifier.
pub(super) fn bare(ctx: &Ctx<'_>, start: usize, number: Number, j: usize) -> Option<Item> {
    if !number.plain || number.code || j > number.end {
        return None;
    }
    let table = if ctx.chinese { &zh::nouns::NOUN } else { &ja::nouns::NOUN };
    let (length, unit) = table.at(&ctx.line.c, j).filter(|found| found.0 > 1)?;
    let year =
        number.whole == 4 && !number.marked && number.value > Decimal::from(1900) && number.value < Decimal::from(2100);
    let (unit, end) = extend(ctx, unit, j + length);
    (!year).then(|| {
        let mut item = Item::new(QuantityKind::Count, (start, end), item::text(number.value), "count-of-noun");
        item.qualifier = number.qualifier;
        item.unit = Some(unit);
        item.head = Some((j, end));
        item
    })
}

/// 个50亿元级项目: the size class between classifier and noun.
fn sized(ctx: &Ctx<'_>, end: usize) -> Option<Item> {
    let begin = if ctx.line.get(end) == '总' { ctx.line.space(end + 3) } else { end };
    let number = numeral::parse(ctx.line, begin, ctx.chinese)?;
    money::tier(ctx, begin, number)
}

/// What is counted: its English plural, and how many characters the noun takes after `from` where it is adjacent.
fn noun(ctx: &Ctx<'_>, start: usize, unit: &'static str, j: usize, from: usize) -> Option<(&'static str, usize)> {
    let general = unit == "items" || (!ctx.chinese && unit == "times");
    if matches!(unit, "companies" | "sites") && ctx.chinese {
        return shop(ctx, from, ctx.line.get(j) == '间');
    }
    if unit == "households" && ctx.line.get(j) == '户' && behind(ctx, start) == Some("companies") {
        return Some(("companies", 0));
    }
    if !general {
        return None;
    }
    if unit != "times"
        && let Some(found) = ahead(ctx, from)
    {
        return Some(found);
    }
    if matches!(ctx.line.get(j), '大' | '款' | '批' | '倍') {
        return None;
    }
    let next = ctx.line.get(from);
    if ctx.chinese && class::of(next).letter() && !matches!(next, '以' | '左' | '上' | '多') {
        return None;
    }
    behind(ctx, start).map(|unit| (unit, 0)).or_else(|| {
        let projects = ctx.line.get(j) == '件' && ctx.facts.projects() && !ctx.chinese;
        projects.then_some(("projects", 0))
    })
}

/// 40家店, 5家医院: a noun right after 家 that is no company.
/// 32间公司: in Hong Kong and Macao companies are counted so (`general`).
fn shop(ctx: &Ctx<'_>, from: usize, general: bool) -> Option<(&'static str, usize)> {
    let (length, unit) = zh::nouns::NOUN.at(&ctx.line.c, from)?;
    if general && unit == "companies" {
        return Some((unit, length));
    }
    matches!(unit, "stores" | "hospitals" | "schools" | "organisations" | "media" | "factories" | "facilities")
        .then_some((unit, length))
}

fn ahead(ctx: &Ctx<'_>, from: usize) -> Option<(&'static str, usize)> {
    let line = ctx.line;
    let table = if ctx.chinese { &zh::nouns::NOUN } else { &ja::nouns::NOUN };
    let mut k = from;
    let stop = from + AHEAD;
    while k < stop && is_phrase(line.get(k), ctx.chinese) && !line.is(k, "对于") && !line.is(k, "关于") {
        if let Some((length, unit)) = table.at(&line.c, k) {
            let (unit, end) = extend(ctx, unit, k + length);
            return Some((unit, end - from));
        }
        k += 1;
    }
    None
}

/// 产业 in 产业项目 only describes: the last of adjacent nouns is counted.
fn extend(ctx: &Ctx<'_>, unit: &'static str, end: usize) -> (&'static str, usize) {
    if !ctx.chinese {
        return (unit, end);
    }
    let (mut unit, mut end) = (unit, end);
    for _ in 0..4 {
        let mut k = end;
        for _ in 0..2 {
            k += zh::nouns::LINK.at(&ctx.line.c, k).map_or(0, |(length, ())| length);
        }
        let Some((length, next)) = zh::nouns::NOUN.at(&ctx.line.c, k) else { break };
        if ctx.line.get(end) == '和' || ctx.line.get(end) == '及' {
            break;
        }
        (unit, end) = (next, k + length);
    }
    (unit, end)
}

/// The nearest noun before the number, in the same sentence.
fn behind(ctx: &Ctx<'_>, start: usize) -> Option<&'static str> {
    let line = ctx.line;
    let table = if ctx.chinese { &zh::nouns::NOUN } else { &ja::nouns::NOUN };
    let mut k = start;
    while k > 0 && start - k < BEHIND {
        k -= 1;
        if matches!(line.get(k), '。' | '；' | ';' | '\n' | '!' | '?' | '！' | '？') {
            return None;
        }
        if let Some((length, unit)) = table.at(&line.c, k)
            && k + length <= start
        {
            return Some(unit);
        }
    }
    None
}

/// Whether the noun phrase goes on over this character.
fn is_phrase(c: char, chinese: bool) -> bool {
    let stops = if chinese {
        matches!(c, '在' | '被' | '将' | '把' | '向' | '让' | '是' | '有' | '已' | '了' | '约' | '超' | '从' | '由')
    } else {
        matches!(c, 'が' | 'は' | 'に' | 'で')
    };
    class::of(c).letter() && !c.is_ascii_digit() && !stops
        || matches!(c, '“' | '”' | '"' | '·' | '-' | '「' | '」' | '・' | '(' | ')' | '+')
}
