//! Dates as written: 2020年7月30日, 11月19日, 令和6年, 到25年, 1至6月, 7月29日から31日, 2024年春节, 21世紀.

use super::period::{decade_of_era, fiscal, half_or_quarter, part_of_year, plan, years};
use super::year::year;
use super::{figures, numeral};
use crate::quantity::calendar::numeric::{self, Order};
use crate::quantity::calendar::{self, partial};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::{parsed, run};
use crate::quantity::item::Item;
use samesky_model::date::PartialDate;
use samesky_model::reading::QuantityKind;

/// The date that begins at `i`.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    if let Some(day) = lunar(ctx, i) {
        return day;
    }
    figures::figures(ctx, i).or_else(|| with_year(ctx, i)).or_else(|| without_year(ctx, i))
}

/// 农历八月十五, 旧暦1月1日: the day of our calendar in the year that is known, else nothing is read of it.
fn lunar(ctx: &Ctx<'_>, i: usize) -> Option<Option<Item>> {
    let line = ctx.line;
    let behind = line.space_back(i);
    let word = ["农历", "阴历", "旧历"].into_iter().find(|word| line.before(behind) == '历' && line.ends(behind, word));
    // 正月十五 needs no other word.
    if word.is_none() && !(ctx.chinese && line.is(i, "正月")) {
        return None;
    }
    let start = word.map_or(i, |word| behind - word.chars().count());
    let first = if line.get(i) == '正' { (line.get(i + 1) == '月').then_some((1, i + 1)) } else { small(ctx, i, 12) };
    let (month, a) = first.filter(|(_, a)| line.get(*a) == '月')?;
    let begin = a + 1 + usize::from(line.get(a + 1) == '初');
    let (day, b) = small(ctx, begin, 30)?;
    let end = b + usize::from(line.get(b) == '日');
    let month = u32::try_from(month).ok()?;
    let date = ctx.reference.and_then(|reference| calendar::lunar::date(reference.year(), month, i32::from(day)));
    Some(date.map(|date| Item::new(QuantityKind::Date, (start, end), date.to_string(), "lunar-date")))
}

/// A year and what follows it.
fn with_year(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    if let Some(item) = years(ctx, i).or_else(|| plan(ctx, i)) {
        return Some(item);
    }
    let (year, end) = year(ctx, i)?;
    if let Some(item) = decade_of_era(ctx, i, year, end) {
        return Some(item);
    }
    let line = ctx.line;
    let j = line.space(end);
    let j = if line.get(j) == '的' || line.get(j) == 'の' { j + 1 } else { j };
    if let Some(item) = part_of_year(ctx, i, Some(year), j) {
        return Some(item);
    }
    if let Some(item) = month_range(ctx, i, Some(year), j) {
        return Some(item);
    }
    if let Some((date, stop)) = month_day(ctx, j, Some(year)) {
        let stop = weekday_note(ctx, stop);
        return Some(
            range_after(ctx, i, stop, date)
                .or_else(|| nth_weekday(ctx, i, stop, date))
                .or_else(|| third(ctx, i, stop, date))
                .unwrap_or_else(|| on(ctx, i, stop, date, "date")),
        );
    }
    let date = partial(Some(year), None, None)?;
    fiscal(ctx, i, year, end).or_else(|| range_after(ctx, i, end, date)).or_else(|| Some(on(ctx, i, end, date, "year")))
}

/// 2023年度, 2023财年, 2023财政年度.
/// 2020年度上半期, 2020年度第3四半期: counted from April.
/// 2018–2020年, 2018年至2020年, 90年代, 21世纪.
/// 2023财年, 2023财政年度.
/// 上半年, 第三季度, 第1四半期, 春节 after a year (or alone).
/// The range and end of a half or a quarter of a year at `j`.
/// 前三季度, 前10个月: from January on.
/// 11月19日, 7月, 19日.
fn without_year(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    // 十月稻田 is a company.
    let named = !ctx.line.get(i).is_ascii_digit()
        && crate::quantity::names::at(&ctx.line.c, i, ctx.chinese).is_some_and(|end| end > i + 2);
    if named {
        return None;
    }
    if let Some(item) = month_range(ctx, i, None, i) {
        return Some(item);
    }
    if let Some((date, end)) = month_day(ctx, i, None) {
        let end = weekday_note(ctx, end);
        return Some(
            range_after(ctx, i, end, date)
                .or_else(|| nth_weekday(ctx, i, end, date))
                .or_else(|| third(ctx, i, end, date))
                .unwrap_or_else(|| on(ctx, i, end, date, "date-without-year")),
        );
    }
    if let Some(item) = from_january(ctx, i) {
        return Some(item);
    }
    if let Some((value, end)) = half_or_quarter(ctx, i, None)
        .filter(|_| ctx.line.get(i) != 'Q' && ctx.line.get(i) != '前' && ctx.line.get(i) != '后')
    {
        let year = ctx.reference.map(|day| day.year());
        let known = year.and_then(|year| half_or_quarter(ctx, i, Some(year))).map(|found| found.0);
        let mut item = Item::new(QuantityKind::DateRange, (i, end), value.clone(), "part-of-year");
        if let Some(known) = known {
            item.values.push(known);
        }
        return Some(item);
    }
    day_only(ctx, i)
}

/// 前三季度, 前11个月 without a year: from January on.
fn from_january(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if line.get(i) != '前' || !ctx.chinese || matches!(line.before(i), '之' | '此' | '以' | '目' | '年' | '月') {
        return None;
    }
    let (value, end) = super::period::first_months(ctx, i, None)?;
    let mut item = Item::new(QuantityKind::DateRange, (i, end), value, "part-of-year");
    let known = ctx.reference.and_then(|day| super::period::first_months(ctx, i, Some(day.year())));
    item.values.extend(known.map(|found| found.0));
    Some(item)
}

/// 1-6月, 1至6月 with or without a year before.
pub(super) fn month_range(ctx: &Ctx<'_>, i: usize, year: Option<i16>, j: usize) -> Option<Item> {
    let line = ctx.line;
    let (first, a) = small(ctx, j, 12)?;
    let begin = connector(ctx, a)?;
    let (second, b) = small(ctx, begin, 12)?;
    if line.get(b) != '月' || second <= first {
        return None;
    }
    let end = if line.get(b + 1) == '份' || line.get(b + 1) == '期' { b + 2 } else { b + 1 };
    if small(ctx, end, 31).is_some_and(|(_, k)| matches!(line.get(k), '日' | '号')) {
        return None;
    }
    let value = calendar::range(partial(year, Some(first), None)?, partial(year, Some(second), None)?)?;
    Some(Item::new(QuantityKind::DateRange, (i, end), value, "months"))
}

/// A month, with a day or a third where they follow.
fn month_day(ctx: &Ctx<'_>, j: usize, year: Option<i16>) -> Option<(PartialDate, usize)> {
    let line = ctx.line;
    let (month, a) = small(ctx, j, 12)?;
    let a = line.space(a);
    if line.get(a) != '月'
        || matches!(line.get(a + 1), '球' | '饼' | '刊' | '台' | '间' | '子' | '薪' | '均' | '租' | '额' | '亮')
    {
        return None;
    }
    let end = if matches!(line.get(a + 1), '份' | '度') || line.get(a + 1) == '期' && !ctx.chinese {
        a + 2
    } else {
        a + 1
    };
    let k = line.space(end);
    if let Some((day, b)) = small(ctx, k, 31) {
        if matches!(line.get(b), '日' | '号') && !line.is(b, "号线") {
            return Some((partial(year, Some(month), Some(day))?, b + 1));
        }
        if let Some(date) = day_of_range(ctx, b, year, month, day) {
            return Some((date, b));
        }
    }
    let single = !line.get(j).is_ascii_digit() && year.is_none() && line.get(j) == '一' && line.get(end) == '个';
    (!single).then(|| Some((partial(year, Some(month), None)?, end)))?
}

/// The 13 of 5月13-14日: a day without its sign before a range.
fn day_of_range(ctx: &Ctx<'_>, b: usize, year: Option<i16>, month: i8, day: i8) -> Option<PartialDate> {
    let next = if matches!(ctx.line.get(b), '、' | ',' | '・') { Some(b + 1) } else { connector(ctx, b) };
    let (_, c) = small(ctx, next?, 31)?;
    matches!(ctx.line.get(c), '日' | '号').then(|| partial(year, Some(month), Some(day)))?
}

/// 7月29日から31日, 9月20日至28日, 2023年5月1日至2024年3月2日.
pub(super) fn range_after(ctx: &Ctx<'_>, i: usize, end: usize, date: PartialDate) -> Option<Item> {
    let line = ctx.line;
    let begin = connector(ctx, end)?;
    let (date_to, stop) = full(ctx, begin, date)?;
    let to = if date_to.year().is_none() {
        date.year().map_or(Some(date_to), |year| date_to.with_year(year))?
    } else {
        date_to
    };
    let value = calendar::range(date, to)?;
    let stop = weekday_note(ctx, stop);
    let item = Item::new(QuantityKind::DateRange, (i, stop), value, "date-range");
    Some(line.get(stop)).map(|_| item)
}

/// The second date of a range: what it leaves out is as in the first.
fn full(ctx: &Ctx<'_>, j: usize, first: PartialDate) -> Option<(PartialDate, usize)> {
    if let Some((end, date, _)) = numeric::read(ctx.line, j, Order::YearMonthDay, |year| year) {
        return Some((date, end));
    }
    if let Some((year, end)) = year(ctx, j) {
        return month_day(ctx, ctx.line.space(end), Some(year))
            .or(Some((partial(Some(year), None, None)?, end)))
            .filter(|found| found.0.month().is_some() == first.month().is_some() || first.day().is_none());
    }
    if let Some(found) = month_day(ctx, j, first.year()) {
        return (first.month().is_some()).then_some(found);
    }
    let (day, end) = small(ctx, j, 31)?;
    let sign = matches!(ctx.line.get(end), '日' | '号');
    first.day()?;
    sign.then(|| Some((partial(first.year(), first.month(), Some(day))?, end + 1)))?
}

/// 7月上旬, 7月中旬: a third of a month.
pub(super) fn third(ctx: &Ctx<'_>, i: usize, end: usize, date: PartialDate) -> Option<Item> {
    let line = ctx.line;
    let which = match line.get(end) {
        '上' => 1,
        '中' => 2,
        '下' => 3,
        _ => return None,
    };
    let value = calendar::third(date, which).filter(|_| line.get(end + 1) == '旬')?;
    Some(Item::new(QuantityKind::DateRange, (i, end + 2), value, "third-of-month"))
}

/// 13日, 7号: the month is that of the date read last, or of the reference.
fn day_only(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let (day, end) = small(ctx, i, 31)?;
    // 十日町 is a city; 2泊3日 are three days.
    let named = !line.get(i).is_ascii_digit() && crate::quantity::names::at(&line.c, i, ctx.chinese).is_some();
    if named || line.before(i) == '泊' {
        return None;
    }
    if let Some(item) = days_only(ctx, i, day, end) {
        return Some(item);
    }
    let next = line.get(end + 1);
    if line.get(end) != '日'
        || matches!(
            next,
            '间' | '内'
                | '游'
                | '元'
                | '本'
                | '系'
                | '资'
                | '企'
                | '线'
                | '目'
                | '均'
                | '语'
                | '后'
                | '前'
                | '程'
                | '常'
                | '连'
                | 'ぶ'
        )
        || class::of(line.before(i)).numeral()
        || (line.is(end + 1, "市") && !ctx.chinese)
    {
        return None;
    }
    if line.get(i) == '一' && !ctx.chinese && next != 'に' && next != '、' {
        return None;
    }
    let end = weekday_note(ctx, end + 1);
    let date = of_known_month(ctx, day)?;
    Some(range_after(ctx, i, end, date).unwrap_or_else(|| on(ctx, i, end, date, "day-of-month")))
}

/// 18至20日, 18〜20日: the month is that of the date read last, or of the reference.
fn days_only(ctx: &Ctx<'_>, i: usize, day: i8, end: usize) -> Option<Item> {
    let line = ctx.line;
    let begin = connector(ctx, end)?;
    let (to, stop) = small(ctx, begin, 31)?;
    let fits = to > day && line.get(stop) == '日' && !matches!(line.get(stop + 1), '元' | '本' | '间' | '游' | '程');
    let glued = class::of(line.before(i)).numeral() || matches!(line.before(i), '-' | '/' | '.' | '月' | '第');
    if !fits || glued {
        return None;
    }
    let (from, to) = (of_known_month(ctx, day)?, of_known_month(ctx, to)?);
    Some(Item::new(
        QuantityKind::DateRange,
        (i, weekday_note(ctx, stop + 1)),
        calendar::range(from, to)?,
        "days-of-month",
    ))
}

/// The day in the month of the date read last, else in that of the reference or the one before.
fn of_known_month(ctx: &Ctx<'_>, day: i8) -> Option<PartialDate> {
    if let Some(last) = ctx.memory.last.filter(|last| last.month().is_some()) {
        return partial(last.year(), last.month(), Some(day));
    }
    let reference = ctx.reference?;
    let here = partial(Some(reference.year()), Some(reference.month()), Some(day));
    here.filter(|_| day <= reference.day()).or_else(|| {
        let before = reference.first_of_month().yesterday().ok()?;
        partial(Some(before.year()), Some(before.month()), Some(day))
    })
}

/// A date as an item; without its year, the year closest to the reference stands among the other readings.
pub(super) fn on(ctx: &Ctx<'_>, start: usize, end: usize, date: PartialDate, rule: &'static str) -> Item {
    let mut item = Item::new(QuantityKind::Date, (start, end), date.to_string(), rule);
    if date.year().is_none() {
        item.values.extend(ctx.reference.and_then(|day| calendar::closest(date, day)).map(|date| date.to_string()));
    }
    item
}

/// A number of at most `most` at `j`, in digits or numerals.
pub(super) fn small(ctx: &Ctx<'_>, j: usize, most: i8) -> Option<(i8, usize)> {
    let line = ctx.line;
    let stop = run(line, j);
    let (value, end) = match stop - j {
        1 | 2 => (parsed::<i8>(&line.c[j..stop])?, stop),
        0 if class::of(line.get(j)).numeral() => numerals(ctx, j)?,
        _ => return None,
    };
    ((1..=most).contains(&value)).then_some((value, end))
}

/// 一 to 三十一, 廿一, 卅.
fn numerals(ctx: &Ctx<'_>, j: usize) -> Option<(i8, usize)> {
    let line = ctx.line;
    let digit = |k: usize| numeral::digit(line.get(k)).filter(|&d| d > 0).and_then(|d| i8::try_from(d).ok());
    let tens = |c: char| match c {
        '十' => Some(10),
        '廿' => Some(20),
        '卅' => Some(30),
        _ => None,
    };
    if line.get(j) == '两' {
        return None;
    }
    let (ten, k) = match (digit(j), tens(line.get(j))) {
        (_, Some(ten)) => (ten, j + 1),
        (Some(d), None) if line.get(j + 1) == '十' => (d.checked_mul(10)?, j + 2),
        (Some(d), None) => return Some((d, j + 1)),
        _ => return None,
    };
    Some(digit(k).map_or((ten, k), |d| (ten.saturating_add(d), k + 1)))
}

/// One past what joins the two ends of a range of dates.
pub(super) fn connector(ctx: &Ctx<'_>, j: usize) -> Option<usize> {
    let line = ctx.line;
    let k = line.space(j);
    let end = match line.get(k) {
        '至' | '到' | '~' | '-' | '–' => k + 1,
        '起' if matches!(line.get(k + 1), '至' | '到') => k + 2,
        '—' => k + if line.get(k + 1) == '—' { 2 } else { 1 },
        'か' if line.get(k + 1) == 'ら' => k + 2,
        _ => return None,
    };
    let next = line.get(line.space(end));
    (next.is_ascii_digit() || class::of(next).numeral() || matches!(next, '令' | '平' | '昭' | '民'))
        .then(|| line.space(end))
}

/// One past a word that joins two weekdays.
pub(super) fn connector_to(ctx: &Ctx<'_>, j: usize) -> Option<usize> {
    match ctx.line.get(j) {
        '至' | '到' | '~' | '-' | '–' => Some(j + 1),
        'か' if ctx.line.get(j + 1) == 'ら' => Some(j + 2),
        _ => None,
    }
}

/// 5月的第一个星期一, 10月の第2月曜日: the day in the year that is known, else in that of the reference.
fn nth_weekday(ctx: &Ctx<'_>, i: usize, end: usize, date: PartialDate) -> Option<Item> {
    let line = ctx.line;
    let month = date.month().filter(|_| date.day().is_none())?;
    let j = if matches!(line.get(end), '的' | 'の') { end + 1 } else { end };
    let last = line.is(j, "最后一个") || line.is(j, "最後の");
    let (n, k) = if last {
        (-1, j + if ctx.chinese { 4 } else { 3 })
    } else {
        let (n, k) = small(ctx, j + 1, 5).filter(|_| line.get(j) == '第')?;
        (n, if line.get(k) == '个' { k + 1 } else { k })
    };
    let (day, stop) = super::relative::weekday_name(ctx, k)?;
    let weekday = jiff::civil::Weekday::from_monday_zero_offset(i8::try_from(day).ok()?).ok()?;
    let year = date.year().or_else(|| ctx.reference.map(|day| day.year()))?;
    let found = calendar::nth(year, month, n, weekday)?;
    Some(Item::new(QuantityKind::Date, (i, stop), found.to_string(), "nth-weekday"))
}

/// (木), (周五), (星期三), (水曜日), 金曜日, 星期五 after a date.
pub(super) fn weekday_note(ctx: &Ctx<'_>, end: usize) -> usize {
    let line = ctx.line;
    if line.get(end) != '(' {
        let named = line.is(line.space(end), "星期") || line.get(line.space(end) + 1) == '曜';
        let found = named.then(|| super::relative::weekday_name(ctx, line.space(end))).flatten();
        return found.map_or(end, |(_, stop)| stop);
    }
    let inside = (end + 1..end + 6).take_while(|&k| line.get(k) != ')').count();
    let close = end + 1 + inside;
    let known = (end + 1..close).all(|k| {
        matches!(
            line.get(k),
            '月' | '火'
                | '水'
                | '木'
                | '金'
                | '土'
                | '日'
                | '曜'
                | '祝'
                | '・'
                | '周'
                | '星'
                | '期'
                | '礼'
                | '拜'
                | '一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '天'
        )
    });
    if inside > 0 && known && line.get(close) == ')' { close + 1 } else { end }
}
