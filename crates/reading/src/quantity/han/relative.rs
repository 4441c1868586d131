//! Dates counted from another: 昨日, 上周五, 来週の月曜, 三年前, 今后五年, 去年上半年, 今年3月5日; and lengths of time.

use super::{date, numeral, period};
use crate::quantity::amount;
use crate::quantity::calendar::{self, Rel, When, holiday};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::{self, Item, Number};
use crate::quantity::units::{DAY, Suffix};
use crate::quantity::{ja, zh};
use rust_decimal::Decimal;
use samesky_model::date::PartialDate;
use samesky_model::reading::{Qualifier, QuantityKind};

/// The relative date, holiday or course of time that begins at `i`.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    course(ctx, i)
        .or_else(|| numbered(ctx, i))
        .or_else(|| word(ctx, i))
        .or_else(|| week_day(ctx, i))
        .or_else(|| feast(ctx, i))
}

/// 今(12)日, 昨(11)日: the day of the month is the nearest such one to the reference.
fn numbered(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let word = matches!(line.get(i), '今' | '昨' | '明' | '前' | '后') && line.get(i + 1) == '(';
    let (day, end) = date::small(ctx, i + 2, 31).filter(|_| word)?;
    if line.get(end) != ')' || line.get(end + 1) != '日' {
        return None;
    }
    let reference = ctx.reference?;
    let months = [-1, 0, 1].into_iter().filter_map(|n| calendar::add(reference.first_of_month(), n, "months"));
    let days = months.filter_map(|month| jiff::civil::Date::new(month.year(), month.month(), day).ok());
    let far = |day: &jiff::civil::Date| day.since(reference).map_or(i32::MAX, |span| span.get_days().abs());
    let date = days.min_by_key(far)?;
    Some(stated(i, end + 2, When::On(date.into()), "relative-date"))
}

fn word(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let table = if ctx.chinese { &zh::calendar::RELATIVES } else { &ja::calendar::RELATIVES };
    let (length, rel) = table.at(&line.c, i)?;
    let end = i + length;
    if ctx.chinese && length == 1 && !matches!(line.get(end), '上' | '下' | '晚') || refused(ctx, i, end) {
        return None;
    }
    let when = calendar::resolve(rel, ctx)?;
    let j = line.space(if matches!(line.get(end), 'の' | '的') { end + 1 } else { end });
    let narrower = match (rel, &when) {
        (Rel::Week(n), _) => of_week(ctx, i, n, end),
        (Rel::FiscalApril(_), When::From(range)) => of_fiscal_year(ctx, i, range, end),
        (Rel::Year(_) | Rel::SameYear(_) | Rel::YearBefore(_), When::On(date)) => of_year(ctx, i, date.year()?, j),
        (Rel::Month(_) | Rel::SameMonth(_), When::On(date)) => of_month(ctx, i, *date, j),
        _ => None,
    };
    Some(narrower.or_else(|| end_of_year(ctx, i, end, rel, &when)).unwrap_or_else(|| stated(i, end, when, rel.rule())))
}

/// 昨年末, 去年底: the year, and as another reading its last month.
fn end_of_year(ctx: &Ctx<'_>, i: usize, end: usize, rel: Rel, when: &When) -> Option<Item> {
    let (Rel::Year(_) | Rel::YearBefore(_), When::On(date)) = (rel, when) else { return None };
    let ends = matches!(ctx.line.get(end), '末' | '底') && !matches!(ctx.line.get(end + 1), '端' | '线' | '盘');
    let mut item = ends.then(|| stated(i, end + 1, When::On(*date), "relative-date"))?;
    item.values.push(calendar::partial(date.year(), Some(12), None)?.to_string());
    Some(item)
}

/// Characters around the word that make it another one: 次日 in 此次日中.
fn refused(ctx: &Ctx<'_>, i: usize, end: usize) -> bool {
    let line = ctx.line;
    let before = line.before(i);
    let next = line.get(end);
    let next_day = line.is(i, "次日")
        && (matches!(before, '此' | '本' | '这' | '该' | '每' | '两' | '三' | '多' | '首')
            || matches!(next, '本' | '中'));
    let same = (line.is(i, "前日") || line.is(i, "后日")) && ctx.chinese && matches!(next, '本' | '产' | '立' | '野');
    let after = (line.is(i, "后年") || line.is(i, "前年"))
        && (matches!(before, '产' | '投' | '毕' | '婚' | '生' | '战' | '此' | '目')
            || matches!(next, '产' | '销' | '收' | '均' | '营' | '利' | '税'));
    if after {
        return true;
    }
    let year = line.is(i, "当年") && next == '度'
        || line.is(i, "后年") && before == '之'
        || line.is(i, "上年") && before == '以';
    let name = line.is(i, "明年") && before == '乾' || line.is(i, "今日") && next == '美';
    let last = line.is(i, "上周") && next == '边' || line.is(i, "周末") && matches!(before, '上' | '下' | '本' | '这');
    let back = (line.is(i, "前天") || line.is(i, "后天")) && matches!(next, '津' | '然' | '下')
        || line.is(i, "前年") && before == '之';
    // 前年同期比 is a comparison, not a time.
    let compared = (next == '比' || line.is(end, "同月比") || line.is(end, "同四半期比"))
        && !ctx.chinese
        && matches!(line.before(end), '年' | '期' | '月' | '度');
    compared
        || next_day
        || same
        || year
        || name
        || last
        || back
        || line.is(i, "本年") && before == '日'
        || line.is(i, "同日") && next == '本'
        || line.is(i, "当日") && next == '本'
        || line.is(i, "同日") && next == '方'
        || line.is(i, "本月") && before == '日'
}

/// 上周五, 来週の月曜日.
fn of_week(ctx: &Ctx<'_>, i: usize, weeks: i32, end: usize) -> Option<Item> {
    let j = if ctx.line.get(end) == 'の' { end + 1 } else { end };
    let (day, stop) = weekday_name(ctx, j)?;
    let date = calendar::weekday(ctx.reference?, weeks, day)?;
    Some(stated(i, stop, When::On(date.into()), "relative-weekday"))
}

/// 今年度上半期, 昨年度の第3四半期.
fn of_fiscal_year(ctx: &Ctx<'_>, i: usize, range: &str, end: usize) -> Option<Item> {
    let (value, end) = period::part_of_fiscal(ctx, range.get(..4)?.parse().ok()?, end)?;
    Some(Item::new(QuantityKind::DateRange, (i, end), value, "relative-date"))
}

/// 今年3月5日, 去年上半年, 今年春节, 去年底.
fn of_year(ctx: &Ctx<'_>, i: usize, year: i16, j: usize) -> Option<Item> {
    if let Some(item) = period::part_of_year(ctx, i, Some(year), j) {
        return Some(item);
    }
    let inner = date::read(ctx, j).filter(|item| {
        item.rule == "date-without-year"
            || item.rule == "months"
            || item.rule == "date-range"
            || item.rule == "third-of-month"
    })?;
    let whole = |text: &str| text.parse::<PartialDate>().ok().and_then(|date| date.with_year(year));
    if inner.kind == QuantityKind::Date {
        return Some(stated(i, inner.end, When::On(whole(&inner.value)?), "relative-date"));
    }
    let (a, b) = inner.value.split_once('/')?;
    let (start, mut stop) = (whole(a)?, whole(b)?);
    if stop < start {
        stop = stop.with_year(year)?;
        stop = calendar::partial(Some(year + 1), stop.month(), stop.day())?;
    }
    Some(Item::new(QuantityKind::DateRange, (i, inner.end), format!("{start}/{stop}"), "relative-date"))
}

/// 本月15日.
fn of_month(ctx: &Ctx<'_>, i: usize, month: PartialDate, j: usize) -> Option<Item> {
    let line = ctx.line;
    if let Some(item) = date::third(ctx, i, j, month) {
        return Some(item);
    }
    let (day, end) = date::small(ctx, j, 31)?;
    if !matches!(line.get(end), '日' | '号') || line.get(end + 1) == '间' {
        return None;
    }
    let date = calendar::partial(month.year(), month.month(), Some(day))?;
    let range = date::range_after(ctx, i, end + 1, date);
    Some(range.unwrap_or_else(|| stated(i, end + 1, When::On(date), "relative-date")))
}

/// 周五, 星期三, 月曜日: the last such day up to the reference.
fn week_day(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let (day, end) = weekday_name(ctx, i)?;
    let before = ctx.line.before(i);
    if before == '毎' || ["每周", "每", "毎週", "毎周", "每個"].iter().any(|word| ctx.line.ends(i, word)) {
        return None;
    }
    if let Some(item) = week_days(ctx, i, day, end) {
        return Some(item);
    }
    if ctx.chinese && matches!(before, '每' | '四' | '一' | '逢')
        || ctx.line.get(i) == '周'
            && class::of(before).cjk()
            && !matches!(before, '日' | '本' | '在' | '于' | '到' | '至' | '的' | '由' | ',' | '从')
            && ctx.line.get(end) == '年'
    {
        return None;
    }
    let reference = ctx.reference?;
    let latest = calendar::latest_weekday(reference, day)?;
    let next = calendar::add(latest, 1, "weeks")?;
    let mut item = stated(i, end, When::On(latest.into()), "weekday");
    item.values.push(next.to_string());
    Some(item)
}

/// 周一到周五, 月曜日から金曜日: in the week of the reference.
fn week_days(ctx: &Ctx<'_>, i: usize, day: i32, end: usize) -> Option<Item> {
    let (to, stop) = weekday_name(ctx, date::connector_to(ctx, end)?)?;
    let reference = ctx.reference.filter(|_| to > day)?;
    let (from, to) = (calendar::weekday(reference, 0, day)?, calendar::weekday(reference, 0, to + 1)?);
    Some(Item::new(QuantityKind::DateRange, (i, stop), calendar::between(from, to, false), "weekdays"))
}

/// The weekday named at `j`, from Monday, and the place after it.
pub(super) fn weekday_name(ctx: &Ctx<'_>, j: usize) -> Option<(i32, usize)> {
    let line = ctx.line;
    if !ctx.chinese {
        let day = "月火水木金土日".chars().position(|c| c == line.get(j))?;
        if line.get(j + 1) != '曜' {
            return None;
        }
        let end = if line.get(j + 2) == '日' { j + 3 } else { j + 2 };
        return Some((i32::try_from(day).ok()?, end));
    }
    let k = ["星期", "礼拜", "周"].iter().find(|word| line.is(j, word)).map_or(j, |word| j + word.chars().count());
    let day =
        "一二三四五六日".chars().position(|c| c == line.get(k)).or_else(|| matches!(line.get(k), '天').then_some(6))?;
    let behind = k.checked_sub(1).map_or('\0', |at| line.before(at));
    let week = line.before(k) == '周' && !matches!(behind, '每' | '逢');
    let named = k > j || week || line.ends(k, "星期") || line.ends(k, "礼拜");
    let apart = !matches!(line.get(k + 1), '十' | '百' | '年' | '大' | '福' | '个');
    (named && apart).then(|| Some((i32::try_from(day).ok()?, k + 1)))?
}

/// 国庆节, 春节, ゴールデンウィーク without a year: this year's, with the next and the last.
/// What a place or a name goes on with behind a day: 五一广场, 八一大道.
const PLACES: [&str; 14] =
    ["广场", "大道", "大桥", "公园", "商圈", "小学", "中学", "学校", "站", "桥", "居士", "水库", "农场", "阳光"];

fn feast(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let table = if ctx.chinese { &zh::calendar::HOLIDAY } else { &ja::calendar::HOLIDAY };
    let (length, found) = table.at(&ctx.line.c, i)?;
    let end = i + length;
    let next = ctx.line.get(end);
    if matches!(next, '路' | '街' | '区' | '村' | '镇' | '杯' | '奖' | '山' | '县' | '度' | '市')
        || length == 2 && matches!(next, '后' | '新') && ctx.line.is(i, "五一")
        || length == 2 && PLACES.iter().any(|word| ctx.line.is(end, word))
        || ctx.line.is(i, "七一") && next == '1'
    {
        return None;
    }
    if ctx.line.is(i, "GW") && class::of(ctx.line.get(end)).latin() {
        return None;
    }
    let alone = holiday::on(found, None);
    let here = ctx.reference.and_then(|day| holiday::on(found, Some(day.year())));
    let value = here.clone().or(alone)?;
    let kind = if value.contains('/') { QuantityKind::DateRange } else { QuantityKind::Date };
    let mut item = Item::new(kind, (i, end), value, "holiday");
    if let Some(day) = ctx.reference {
        item.values = [-1, 1].iter().filter_map(|n| holiday::on(found, calendar::shift(day.year(), *n))).collect();
    }
    Some(item)
}

/// 今后五年, 过去三个月, 近三年, 前三个月 of a year are not read here.
fn course(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let table = if ctx.chinese { &zh::calendar::COURSE } else { &ja::calendar::COURSE };
    let (length, sign) = table.at(&line.c, i)?;
    let mut j = line.space(i + length);
    if line.get(j) == 'の' {
        j += 1;
    }
    if matches!(line.get(i), '前' | '上') && ctx.chinese {
        return None;
    }
    let number = numeral::parse(line, j, ctx.chinese).filter(|n| !n.marked && !n.positional && !n.code)?;
    let (_, unit, end) = time_unit(ctx, number.end)?;
    let count: i32 = number.value.try_into().ok()?;
    let reference = ctx.reference?;
    let value = calendar::stretch(reference, count.checked_mul(sign)?, unit)?;
    if line.get(i) == '近' && matches!(line.before(i), '最' | '附') || count > 1000 {
        return None;
    }
    let end = if line.get(end) == '内' || line.get(end) == '来' || line.get(end) == '间' { end + 1 } else { end };
    let mut item = Item::new(QuantityKind::DateRange, (i, end), value, "course");
    item.number = Some(number.value);
    item.qualifier = if line.get(i) == '近' { Qualifier::About } else { number.qualifier };
    Some(item)
}

/// The unit of time at `j`: its seconds, its name, its end.
fn time_unit(ctx: &Ctx<'_>, j: usize) -> Option<(u64, &'static str, usize)> {
    let table = if ctx.chinese { &zh::units::SUFFIXES } else { &ja::units::SUFFIXES };
    let j = ctx.line.space(j);
    table.all(&ctx.line.c, j).find_map(|(length, suffix)| match suffix {
        Suffix::Span(seconds, unit) => Some((seconds, unit, j + length)),
        _ => None,
    })
}

/// A length of time, or the date that it leads to (三年前, 3日後).
pub(super) fn span(
    ctx: &Ctx<'_>,
    start: usize,
    number: Number,
    seconds: u64,
    unit: &'static str,
    j: usize,
    end: usize,
) -> Option<Item> {
    let line = ctx.line;
    let days = matches!(line.get(end), '前' | '后' | '以')
        || !ctx.chinese && (line.before(start) == '泊' || number.value == Decimal::new(5, 1));
    if line.get(j) == '日' && end == j + 1 && !days {
        return None;
    }
    if number.code
        || number.plain
            && number.whole == 4
            && line.get(j) == '年'
            && !number.marked
            && number.value > Decimal::from(1900)
    {
        return None;
    }
    if let Some(item) = ago(ctx, start, number, unit, end) {
        return Some(item);
    }
    let per = Decimal::from(seconds);
    let (half, end) = if line.get(end) == '半' && !matches!(line.get(end + 1), '数' | '载') {
        (Decimal::new(5, 1), end + 1)
    } else {
        (Decimal::ZERO, end)
    };
    let more = matches!(line.get(end), '多' | '余')
        && !matches!(line.get(end + 1), '次' | '家' | '项' | '个' | '种' | '元' | '来')
        || line.is(end, "多来");
    let number = Number { value: number.value.checked_add(half)?, ..number };
    let mut item = amount::scaled(QuantityKind::Duration, (start, end + usize::from(more)), number, per, "duration")?;
    if more || line.is(j, "个多") {
        item.qualifier = Qualifier::Over;
    }
    item.unit = Some(unit);
    item.number = Some(number.value);
    item.head = Some((j, end));
    if let Some(next) = rest(ctx, item.end, seconds) {
        item.value = item::text(item.value.parse::<Decimal>().ok()?.checked_add(next.0)?);
        item.end = next.1;
    }
    Some(item)
}

/// The 30分 of 2小时30分: a smaller part after a length of time.
fn rest(ctx: &Ctx<'_>, end: usize, seconds: u64) -> Option<(Decimal, usize)> {
    let line = ctx.line;
    let j = if line.get(end) == '零' || line.get(end) == '又' { end + 1 } else { end };
    let number = numeral::parse(line, j, ctx.chinese).filter(|n| !n.code && n.high.is_none())?;
    let (smaller, _, stop) = time_unit(ctx, number.end)
        .or_else(|| (line.get(number.end) == '分').then_some((60, "minutes", number.end + 1)))?;
    let further = matches!(line.get(stop), '前' | '后');
    (smaller < seconds && seconds <= 366 * DAY && !further)
        .then(|| Some((number.value.checked_mul(Decimal::from(smaller))?, stop)))?
}

/// 三年前, 3日後, 两周以前.
fn ago(ctx: &Ctx<'_>, start: usize, number: Number, unit: &'static str, end: usize) -> Option<Item> {
    let line = ctx.line;
    let (sign, length) =
        [("之前", -1, 2), ("以前", -1, 2), ("前", -1, 1), ("之后", 1, 2), ("以后", 1, 2), ("后", 1, 1)]
            .into_iter()
            .find_map(|(word, sign, length)| line.is(end, word).then_some((sign, length)))?;
    // 半年前 is six months ago.
    let (number, unit) = if unit == "years" && number.value == Decimal::new(5, 1) {
        (Number { value: Decimal::from(6), ..number }, "months")
    } else {
        (number, unit)
    };
    let count: i32 = number.value.fract().is_zero().then(|| number.value.try_into().ok())??;
    let next = line.get(end + length);
    if length == 1 && matches!(next, '往' | '期' | '半' | '提' | '来' | '者' | '沿' | '后' | '景') {
        return None;
    }
    let day = calendar::add(ctx.reference?, count.checked_mul(sign)?, unit)?;
    let date = match unit {
        "years" if number.high.is_none() => calendar::partial(Some(day.year()), None, None)?,
        "months" => calendar::partial(Some(day.year()), Some(day.month()), None)?,
        _ => day.into(),
    };
    let mut item = stated(start, end + length, When::On(date), "ago");
    item.number = Some(number.value);
    item.qualifier = number.qualifier;
    Some(item)
}

fn stated(start: usize, end: usize, when: When, rule: &'static str) -> Item {
    match when {
        When::On(date) => Item::new(QuantityKind::Date, (start, end), date.to_string(), rule),
        When::From(range) => Item::new(QuantityKind::DateRange, (start, end), range, rule),
    }
}
