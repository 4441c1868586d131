//! Parts and spans of years: 上半年, 第三季度, 2023财年, 2018–2020年, 90年代, 21世纪, 2024年春节.

use super::date::{connector, on, small};
use super::numeral;
use super::year::{four, year};
use crate::quantity::calendar::holiday;
use crate::quantity::calendar::{self, partial};
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::run;
use crate::quantity::item::Item;
use crate::quantity::{ja, zh};
use samesky_model::reading::QuantityKind;

pub(super) fn fiscal(ctx: &Ctx<'_>, i: usize, year: i16, end: usize) -> Option<Item> {
    let line = ctx.line;
    let word = ["财政年度", "会计年度", "度", "财年"]
        .into_iter()
        .find(|word| line.is(end, word) || *word == "财年" && line.is(end - 1, "财年"))?;
    let stop = end + word.chars().count() - usize::from(word == "财年");
    let april = calendar::months(Some(year), 4, 12)?;
    let january = calendar::months(Some(year), 1, 12)?;
    if !ctx.chinese
        && let Some((value, end)) = part_of_fiscal(ctx, year, stop)
    {
        return Some(Item::new(QuantityKind::DateRange, (i, end), value, "fiscal-year"));
    }
    let (best, other) = if !ctx.chinese {
        (april, Vec::new())
    } else if word == "度" {
        return Some(on(ctx, i, stop, partial(Some(year), None, None)?, "year"));
    } else {
        (january, vec![april])
    };
    let mut item = Item::new(QuantityKind::DateRange, (i, stop), best, "fiscal-year");
    item.values = other;
    Some(item)
}

pub(super) fn part_of_fiscal(ctx: &Ctx<'_>, year: i16, stop: usize) -> Option<(String, usize)> {
    let j = if ctx.line.get(stop) == 'の' { stop + 1 } else { stop };
    let (calendar_range, end) = half_or_quarter(ctx, j, Some(year))?;
    let (from, to) = calendar_range.split_once('/')?;
    let later = |day: &str| calendar::add(day.parse().ok()?, 3, "months");
    Some((calendar::between(later(from)?, later(to)?, false), end))
}

/// “十四五”期间: the years of a Chinese five-year plan. The third began in 1966, and one follows another.
pub(super) fn plan(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let unit = |k: usize| numeral::digit(line.get(k)).filter(|n| (1..10).contains(n));
    let (number, end) = match (line.get(i), line.get(i + 1), line.get(i + 2)) {
        ('十', _, '五') => (10 + unit(i + 1)?, i + 3),
        ('十', '五', _) => (10, i + 2),
        ('三' | '四' | '五' | '六' | '七' | '八' | '九', '五', _) => (unit(i)?, i + 2),
        _ => return None,
    };
    let quoted = matches!(line.get(end), '”' | '"' | '」' | '\'') && matches!(line.before(i), '“' | '"' | '「' | '\'');
    let behind = end + usize::from(quoted);
    let word = ["规划期间", "期间", "时期"].into_iter().find(|word| line.is(behind, word))?;
    let first = i16::try_from(1951 + 5 * number).ok().filter(|_| ctx.chinese)?;
    let value = calendar::range(partial(Some(first), None, None)?, partial(Some(first + 4), None, None)?)?;
    let span = (i - usize::from(quoted), behind + word.chars().count());
    Some(Item::new(QuantityKind::DateRange, span, value, "five-year-plan"))
}

/// 昭和50年代: ten years of an era, from the year that ends before `end`.
pub(super) fn decade_of_era(ctx: &Ctx<'_>, i: usize, year: i16, end: usize) -> Option<Item> {
    let named = !ctx.line.get(i).is_ascii_digit() && numeral::digit(ctx.line.get(i)).is_none();
    if !named || ctx.line.get(end) != '代' || ctx.line.get(end - 2) != '0' && ctx.line.get(end - 2) != '十' {
        return None;
    }
    let value = calendar::range(partial(Some(year), None, None)?, partial(Some(year + 9), None, None)?)?;
    Some(Item::new(QuantityKind::DateRange, (i, end + 1), value, "era-of-years"))
}

pub(super) fn years(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let stop = run(line, i);
    if stop == i {
        return centuries(ctx, i);
    }
    if stop - i == 4 {
        let after = connector(ctx, stop);
        if let Some((second, end)) = after.and_then(|k| year(ctx, k)).filter(|_| line.get(stop) != '年') {
            let a = partial(four(ctx, i), None, None)?;
            let b = partial(Some(second), None, None)?;
            let end = if line.get(end) == '度' { end + 1 } else { end };
            return Some(Item::new(QuantityKind::DateRange, (i, end), calendar::range(a, b)?, "years"));
        }
    }
    if let Some(item) = named_fiscal(ctx, i, stop) {
        return Some(item);
    }
    if line.is(stop, "年代") || line.is(stop, "世纪") {
        return centuries(ctx, i);
    }
    None
}

fn named_fiscal(ctx: &Ctx<'_>, i: usize, stop: usize) -> Option<Item> {
    let word = ["财年", "财政年度", "会计年度", "财政年", "学年"].into_iter().find(|word| ctx.line.is(stop, word))?;
    let year = four(ctx, i).filter(|_| stop - i == 4)?;
    let (april, january) = (calendar::months(Some(year), 4, 12)?, calendar::months(Some(year), 1, 12)?);
    let (best, other) = if ctx.chinese { (january, vec![april]) } else { (april, Vec::new()) };
    let mut item = Item::new(QuantityKind::DateRange, (i, stop + word.chars().count()), best, "fiscal-year");
    item.values = other;
    Some(item)
}

fn centuries(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let number = numeral::parse(line, i, false).filter(|n| !n.marked && !n.bare)?;
    let value: i32 = number.value.try_into().ok()?;
    let end = number.end + 2;
    let (start, length) = if line.is(number.end, "世纪") && (1..=30).contains(&value) && !line.is(end, "ぶり") {
        ((value - 1) * 100 + 1, 100)
    } else if line.is(number.end, "年代") && (value < 100 && value % 10 == 0 || (1000..2100).contains(&value)) {
        (
            if value < 30 {
                2000 + value
            } else if value < 100 {
                1900 + value
            } else {
                value
            },
            10,
        )
    } else {
        return None;
    };
    if line.is(end, "经济报道") || line.is(end, "海上") || line.is(end, "教育") || line.is(end, "不动产") {
        return None;
    }
    let decade = if length == 100 {
        numeral::parse(line, end, false)
            .filter(|n| line.is(n.end, "年代") && n.value < rust_decimal::Decimal::ONE_HUNDRED)
    } else {
        None
    };
    let (start, length, end) = match decade {
        Some(n) => (start - 1 + i32::try_from(n.value).ok()?, 10, n.end + 2),
        None => (start, length, end),
    };
    if let Some((half, stop)) = half_named(ctx, end).filter(|_| length == 10) {
        let value = calendar::half_of_decade(i16::try_from(start).ok()?, half)?;
        return Some(Item::new(QuantityKind::DateRange, (i, stop), value, "era-of-years"));
    }
    // 20世紀後半: from its fiftieth year on, or to it.
    let (start, length, end) = match half_named(ctx, end).filter(|_| length == 100) {
        Some((half, stop)) => (start + 50 * i32::from(half - 1), 50, stop + usize::from(line.get(stop) == '叶')),
        None => (start, length, end),
    };
    let date = |year: i32| jiff::civil::Date::new(i16::try_from(year).ok()?, 1, 1).ok();
    Some(Item::new(
        QuantityKind::DateRange,
        (i, end),
        calendar::between(date(start)?, date(start + length)?, false),
        "era-of-years",
    ))
}

/// 1990年代後半: which half of the ten years is named at `j`, and its end.
fn half_named(ctx: &Ctx<'_>, j: usize) -> Option<(i16, usize)> {
    let line = ctx.line;
    let j = if matches!(line.get(j), 'の' | '的') { j + 1 } else { j };
    let half = match line.get(j) {
        '前' => 1,
        '后' => 2,
        _ => return None,
    };
    let end = if line.is(j + 1, "半期") || line.is(j + 1, "半叶") { j + 3 } else { j + 2 };
    (line.get(j + 1) == '半' && line.get(j + 2) != '生').then_some((half, end))
}

pub(super) fn part_of_year(ctx: &Ctx<'_>, i: usize, year: Option<i16>, j: usize) -> Option<Item> {
    let line = ctx.line;
    if let Some((value, end)) = half_or_quarter(ctx, j, year) {
        return Some(Item::new(QuantityKind::DateRange, (i, end), value, "part-of-year"));
    }
    let table = if ctx.chinese { &zh::calendar::HOLIDAY } else { &ja::calendar::HOLIDAY };
    let (length, found) = table.at(&line.c, j).filter(|_| year.is_some())?;
    let value = holiday::on(found, year)?;
    let kind = if value.contains('/') { QuantityKind::DateRange } else { QuantityKind::Date };
    Some(Item::new(kind, (i, j + length), value, "holiday"))
}

pub(super) fn half_or_quarter(ctx: &Ctx<'_>, j: usize, year: Option<i16>) -> Option<(String, usize)> {
    let line = ctx.line;
    let begins = line.get(j);
    let may = matches!(begins, '上' | '下' | '前' | '后' | '年' | '头' | 'Q' | '第' | '首')
        || begins.is_ascii_digit()
        || numeral::digit(begins).is_some();
    if !may {
        return None;
    }
    let word = |words: &[&str]| words.iter().find(|word| line.is(j, word)).map(|word| j + word.chars().count());
    if let Some(end) = word(&["上半年度", "上半年", "上半期", "前半", "年上半"]) {
        return Some((calendar::half(year, 1)?, end));
    }
    if let Some(end) = word(&["下半年度", "下半年", "下半期", "后半"]) {
        return Some((calendar::half(year, 2)?, end));
    }
    if let Some((half, end)) = term(ctx, j).filter(|_| year.is_some()) {
        return Some((calendar::half(year, half)?, end));
    }
    if let Some(found) = first_months(ctx, j, year).filter(|_| year.is_some()) {
        return Some(found);
    }
    if line.get(j) == 'Q' {
        let q = line.get(j + 1).to_digit(10).and_then(|q| i8::try_from(q).ok())?;
        return (!line.get(j + 2).is_ascii_digit()).then(|| Some((calendar::quarter(year, q)?, j + 2)))?;
    }
    let k = if line.get(j) == '第' { line.space(j + 1) } else { j };
    let c = line.get(k);
    let q = match c {
        '首' => 1,
        _ => numeral::digit(c).or_else(|| c.to_digit(10))?,
    };
    let q = i8::try_from(q).ok()?;
    let end = ["个季度", "季度", "季", "四半期"]
        .iter()
        .find(|word| line.is(k + 1, word))
        .map(|word| k + 1 + word.chars().count())?;
    let bare_season = line.get(end - 1) == '季'
        && c != '首'
        && (k == j && year.is_none() || matches!(line.get(end), '节' | '报' | '稻'));
    let count = line.get(k + 1) == '个' && k == j && c != '首';
    (!bare_season && !count).then(|| Some((calendar::quarter(year, q)?, end)))?
}

/// 上期, 下期 of a Japanese year.
fn term(ctx: &Ctx<'_>, j: usize) -> Option<(i8, usize)> {
    let half = match ctx.line.get(j) {
        '上' => 1,
        '下' => 2,
        _ => return None,
    };
    (!ctx.chinese && ctx.line.get(j + 1) == '期').then_some((half, j + 2))
}

/// 前三季度, 前10个月: from January on.
pub(super) fn first_months(ctx: &Ctx<'_>, j: usize, year: Option<i16>) -> Option<(String, usize)> {
    let line = ctx.line;
    if !matches!(line.get(j), '前' | '头') {
        return None;
    }
    let (count, a) = small(ctx, j + 1, 11).or_else(|| (line.get(j + 1) == '两').then_some((2, j + 2)))?;
    for (word, months) in [("个季度", 3), ("季度", 3), ("季", 3), ("个月", 1), ("月", 1)] {
        if line.is(a, word) && i32::from(count) * months <= 12 {
            return Some((calendar::months(year, 1, i32::from(count) * months)?, a + word.chars().count()));
        }
    }
    None
}
