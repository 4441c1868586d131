//! Times of day: 16:53, 上午9时30分, 午後3時半, 9:00-17:00.

use super::numeral;
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::{parsed, run};
use crate::quantity::item::Item;
use crate::quantity::{ja, zh};
use samesky_model::reading::QuantityKind;

/// Hours, minutes, and seconds where stated.
type Hms = (u32, u32, Option<u32>);

/// A time of day, and the place after it.
type Clock = (Hms, usize);

/// The time of day that begins at `i`.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let table = if ctx.chinese { &zh::calendar::PERIOD } else { &ja::calendar::PERIOD };
    let period = table.at(&ctx.line.c, i);
    // 今晩8時: the word before was read as the day.
    let period = period.or_else(|| (ctx.line.get(i).is_ascii_digit() && ctx.line.before(i) == '晚').then_some((0, 2)));
    let begin = period.map_or(i, |(length, _)| ctx.line.space(i + length));
    if period.is_some_and(|period| period.0 > 0) && begin == i {
        return None;
    }
    let found = clock(ctx, begin, period.is_some());
    if found.is_none() && ctx.line.is(i, "正午") {
        return Some(Item::new(QuantityKind::Time, (i, i + 2), "12:00".to_owned(), "time"));
    }
    if found.is_none() && (ctx.line.is(i, "午夜") || ctx.line.is(i, "子夜")) && ctx.chinese {
        return Some(Item::new(QuantityKind::Time, (i, i + 2), "00:00".to_owned(), "time"));
    }
    let (clock, end) = found?;
    let clock = shifted(clock, period.map(|p| p.1))?;
    let (end, clock) = meridiem(ctx, end, clock);
    let mut item = Item::new(QuantityKind::Time, (i, end), text(clock), "time");
    if let Some((second, stop)) = second(ctx, end, period.map(|p| p.1)) {
        item.end = stop;
        item.low = Some(item.value.clone());
        item.high = Some(text(second));
    }
    Some(item)
}

/// The later end of a range of times.
fn second(ctx: &Ctx<'_>, end: usize, period: Option<u8>) -> Option<Clock> {
    let line = ctx.line;
    let k = line.space(end);
    let begin = match line.get(k) {
        '至' | '到' | '~' | '-' | '–' | '—' => k + 1,
        'か' if line.get(k + 1) == 'ら' => k + 2,
        _ => return None,
    };
    let begin = line.space(begin);
    if line.is(begin, "正午") && !line.get(begin + 2).is_ascii_digit() {
        return Some(((12, 0, None), begin + 2));
    }
    let table = if ctx.chinese { &zh::calendar::PERIOD } else { &ja::calendar::PERIOD };
    let own = table.at(&line.c, begin);
    let at = own.map_or(begin, |(length, _)| line.space(begin + length));
    let (found, stop) = clock(ctx, at, true)?;
    Some((shifted(found, own.map(|p| p.1).or(period))?, stop))
}

fn clock(ctx: &Ctx<'_>, j: usize, led: bool) -> Option<Clock> {
    colon(ctx, j).or_else(|| words(ctx, j, led))
}

/// 16:53, 16:53:20.
fn colon(ctx: &Ctx<'_>, j: usize) -> Option<Clock> {
    let line = ctx.line;
    let (hour, a) = two(ctx, j, 24)?;
    if line.get(a) != ':' && line.get(a) != '：' || line.before(j) == ':' {
        return None;
    }
    let b = run(line, a + 1);
    if b != a + 3 {
        return None;
    }
    let (minute, b) = two(ctx, a + 1, 59)?;
    if line.get(b) == ':' && run(line, b + 1) == b + 3 {
        let (second, c) = two(ctx, b + 1, 59)?;
        return (!line.get(c).is_ascii_digit()).then_some(((hour, minute, Some(second)), c));
    }
    Some(((hour, minute, None), b))
}

/// 9时30分, 九点半, 3時, 9点钟. `led`: a word of the time of day stands before.
fn words(ctx: &Ctx<'_>, j: usize, led: bool) -> Option<Clock> {
    let line = ctx.line;
    let (hour, a) = hours(ctx, j)?;
    let sign = line.get(a);
    if !matches!(sign, '时' | '点')
        || sign == '时' && matches!(line.get(a + 1), '间' | '代' | '速' | '段' | '限' | '差' | '期')
    {
        return None;
    }
    let k = a + 1;
    if ctx.chinese
        && sign == '点'
        && run(line, k) == k + 2
        && line.get(j).is_ascii_digit()
        && let Some((minute, b)) = minutes(ctx, k)
        && !class::of(line.get(b)).numeral()
        && !matches!(line.get(b), '%' | '个' | '度' | '倍' | '元' | '.' | '分' | '米')
    {
        return Some(((hour, minute, None), b));
    }
    if line.get(k) == '半' {
        return Some(((hour, 30, None), k + 1));
    }
    if line.get(k) == '钟' || line.get(k) == '整' || line.is(k, "ちょうど") {
        return Some(((hour, 0, None), k + 1));
    }
    let m = if line.get(k) == '零' || line.get(k) == '过' { k + 1 } else { k };
    if let Some((minute, b)) = minutes(ctx, m) {
        if line.get(b) == '分' && !line.is(b, "分钟") && !line.is(b, "分之") {
            if let Some((second, c)) = minutes(ctx, b + 1).filter(|(_, c)| line.get(*c) == '秒') {
                return Some(((hour, minute, Some(second)), c + 1));
            }
            return Some(((hour, minute, None), b + 1));
        }
        if line.get(b) == '刻' && minute < 4 {
            return Some(((hour, minute * 15, None), b + 1));
        }
        if led && sign == '点' && m > k
            || led && minute >= 10 && !line.get(m).is_ascii_digit() && !class::of(line.get(b)).numeral()
        {
            return Some(((hour, minute, None), b));
        }
    }
    // 八点到十点
    let ranged = sign == '点'
        && ctx.chinese
        && matches!(line.get(k), '到' | '至')
        && !class::of(line.before(j)).numeral()
        && hours(ctx, k + 1).is_some_and(|(later, b)| line.get(b) == '点' && later > hour && line.get(b + 1) != '点');
    if ranged {
        return Some(((hour, 0, None), k));
    }
    let alone =
        sign == '点' && !class::of(line.get(k)).letter() && !class::of(line.before(j)).letter() && line.get(k) != '%';
    if alone {
        return Some(((hour, 0, None), k));
    }
    let before = matches!(line.before(j), '日' | '号' | '天' | '晨' | '于' | ')' | '早' | '晚');
    let after = !class::of(line.get(k)).letter()
        || matches!(line.get(k), '许' | '开' | '起' | '左' | 'か' | 'に' | 'ご' | 'ま' | '前' | '后' | '、')
        || !ctx.chinese && matches!(line.get(k), 'は' | 'の' | 'で' | '顷');
    (led || before && sign == '点' || sign == '时' && (ctx.chinese || after || before)).then_some(((hour, 0, None), k))
}

fn hours(ctx: &Ctx<'_>, j: usize) -> Option<(u32, usize)> {
    let line = ctx.line;
    if line.get(j).is_ascii_digit() {
        return two(ctx, j, 24);
    }
    if line.get(j) == '两' {
        return Some((2, j + 1));
    }
    if matches!(line.get(j), '零' | '〇') {
        return Some((0, j + 1));
    }
    let (value, end) = super::date::small(ctx, j, 24)?;
    Some((u32::try_from(value).ok()?, end))
}

fn minutes(ctx: &Ctx<'_>, j: usize) -> Option<(u32, usize)> {
    if ctx.line.get(j).is_ascii_digit() {
        return two(ctx, j, 59);
    }
    let number = numeral::parse(ctx.line, j, false).filter(|n| !n.bare && n.high.is_none())?;
    let value: u32 = number.value.try_into().ok()?;
    (value < 60).then_some((value, number.end))
}

/// One or two digits at `j`, at most `most`.
fn two(ctx: &Ctx<'_>, j: usize, most: u32) -> Option<(u32, usize)> {
    let end = run(ctx.line, j);
    let value: u32 = parsed(ctx.line.c.get(j..end)?)?;
    (end - j <= 2 && value <= most).then_some((value, end))
}

/// am or pm after a clock.
fn meridiem(ctx: &Ctx<'_>, end: usize, clock: Hms) -> (usize, Hms) {
    let k = ctx.line.space(end);
    for (word, period) in [("am", 1), ("AM", 1), ("pm", 2), ("PM", 2)] {
        if ctx.line.is(k, word) && !class::of(ctx.line.get(k + 2)).latin() {
            return shifted(clock, Some(period)).map_or((end, clock), |clock| (k + 2, clock));
        }
    }
    (end, clock)
}

/// The hour of the day by the word before it: 1 before noon, 2 after noon, 3 noon, 4 around midnight.
fn shifted(clock: Hms, period: Option<u8>) -> Option<Hms> {
    let (hour, minute, second) = clock;
    let hour = match (period, hour) {
        (Some(1), 12) => 0,
        (Some(2), 1..=11) => hour + 12,
        (Some(2), 12 | 0) => 12,
        (Some(4), 12) => 0,
        (Some(4), 6..=11) => hour + 12,
        (Some(3), 1..=3) => hour + 12,
        (_, 24) if minute > 0 => return None,
        _ => hour,
    };
    Some((hour, minute, second))
}

/// ISO 8601.
fn text((hour, minute, second): Hms) -> String {
    second.map_or_else(|| format!("{hour:02}:{minute:02}"), |second| format!("{hour:02}:{minute:02}:{second:02}"))
}
