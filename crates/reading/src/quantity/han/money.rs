//! Amounts of money: units and their parts, size classes, amounts whose unit is in the words around.

use super::numeral;
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::{self, Item, Number};
use crate::quantity::units::Suffix;
use crate::quantity::{ja, zh};
use rust_decimal::Decimal;
use samesky_model::reading::{Qualifier, QuantityKind};

/// The amount whose unit ends at `end`.
pub(super) fn amount(
    ctx: &Ctx<'_>,
    start: usize,
    number: Number,
    code: &'static str,
    part: u32,
    end: usize,
) -> Option<Item> {
    let code = if code == "元" { ctx.facts.yuan() } else { code };
    let divide = |value: Decimal| value.checked_div(Decimal::from(part));
    let (more, end) = parts(ctx, code, part, end);
    // What follows a tenth is a tenth of it.
    let more = if part == 10 { more.checked_div(Decimal::ONE_HUNDRED)? } else { more };
    let value = divide(number.value)?.checked_add(more)?;
    let mut item = Item::new(
        QuantityKind::Money,
        (start, end),
        item::text(value),
        if number.broken { "source-error" } else { "money" },
    );
    item.currency = Some(code);
    item.qualifier = number.qualifier;
    if let Some(high) = number.high {
        item.low = Some(item::text(divide(number.value)?));
        item.high = Some(item::text(divide(high)?));
    }
    let end = item.end;
    if matches!(ctx.line.get(end), '多' | '余')
        && !matches!(ctx.line.get(end + 1), '样' | '元' | '额' | '次' | '出' | '于')
    {
        item.end += if ctx.line.get(end + 1) == 'り' { 2 } else { 1 };
        item.qualifier = Qualifier::Over;
    }
    Some(item)
}

/// 3角2分, 五毛, 三块五, 50銭: parts of the main unit after it.
fn parts(ctx: &Ctx<'_>, code: &str, part: u32, end: usize) -> (Decimal, usize) {
    let mut sum = Decimal::ZERO;
    let mut end = end;
    if part == 10
        && let Some(digit) = last_digit(ctx, end)
    {
        return (Decimal::from(digit), end + 1);
    }
    if part != 1 {
        return (sum, end);
    }
    let units: &[(&str, i64)] = match code {
        "JPY" => &[("钱", 100)],
        "USD" => &[("美分", 100), ("セント", 100), ("分", 100)],
        "EUR" => &[("欧分", 100), ("ユーロセント", 100), ("セント", 100)],
        "GBP" => &[("便士", 100), ("ペンス", 100)],
        _ => &[("角", 10), ("毛", 10), ("分", 100)],
    };
    for &(word, count) in units {
        let j = if ctx.line.get(end) == '零' { end + 1 } else { end };
        let Some(number) =
            numeral::parse(ctx.line, j, ctx.chinese).filter(|n| n.value < Decimal::ONE_HUNDRED && !n.marked)
        else {
            break;
        };
        if ctx.line.is(number.end, word) && !matches!(ctx.line.get(number.end + word.chars().count()), '钟' | '之') {
            sum += number.value / Decimal::from(count);
            end = number.end + word.chars().count();
        } else if ctx.line.before(end) == '块'
            && number.end == j + 1
            && !units.iter().any(|(word, _)| ctx.line.is(number.end, word))
            && !class::of(ctx.line.get(number.end)).numeral()
            && !is_counted(ctx.line.get(number.end))
        {
            return (sum + number.value / Decimal::TEN, number.end);
        }
    }
    if end > 0 && ctx.line.get(end) == '钱' {
        end += 1;
    }
    (sum, end)
}

/// The last 五 of 八毛五: so many of the next smaller part.
pub(super) fn last_digit(ctx: &Ctx<'_>, end: usize) -> Option<u32> {
    let digit = numeral::digit(ctx.line.get(end)).filter(|digit| *digit > 0)?;
    let next = ctx.line.get(end + 1);
    (!class::of(next).cjk() || matches!(next, '的' | '一')).then_some(digit)
}

const fn is_counted(c: char) -> bool {
    matches!(c, '个' | '家' | '名' | '人' | '年' | '月' | '天' | '次' | '件' | '倍' | '成' | '折')
}

/// The word for a size class stands within so many characters behind the number: behind the longest name of a currency.
const NEAR: usize = 16;

/// 50亿元级, 千亿级, 百亿美元级: a size class.
pub(super) fn tier(ctx: &Ctx<'_>, start: usize, number: Number) -> Option<Item> {
    let line = ctx.line;
    let j = line.space(number.end);
    if !(j..j + NEAR).any(|k| matches!(line.get(k), '级' | '量' | '规' | '規' | 'ク')) {
        return None;
    }
    let table = if ctx.chinese { &zh::units::SUFFIXES } else { &ja::units::SUFFIXES };
    let currency = table.at(&line.c, j).and_then(|(length, suffix)| match suffix {
        Suffix::Money(code, 1) => Some((j + length, code)),
        _ => None,
    });
    let (end, code) = currency.unwrap_or((number.end, if ctx.chinese { "元" } else { "JPY" }));
    let mut stop = end;
    for word in ["级别", "量级", "级", "规模级", "クラス", "規模"] {
        if line.is(end, word) {
            stop = end + word.chars().count();
            break;
        }
    }
    let sized = number.scaled || number.bare || currency.is_some();
    if stop == end
        || !sized
        || currency.is_none() && (!number.scaled || people(ctx, stop) || number.value < Decimal::from(100_000_000))
    {
        return None;
    }
    let code = if code == "元" { ctx.facts.yuan() } else { code };
    let mut item = Item::new(QuantityKind::Money, (start, stop), item::text(number.value), "tier");
    item.currency = Some(code);
    item.qualifier = Qualifier::Tier;
    item.context = currency.is_none();
    Some(item)
}

fn people(ctx: &Ctx<'_>, j: usize) -> bool {
    ["人口", "用户", "粉丝", "流量", "城市", "大市场", "人"].iter().any(|word| ctx.line.is(j, word))
}

/// Words of money in whose neighbourhood a large number without a unit is money.
const CHINESE: &[&str] = &[
    "投资",
    "总额",
    "金额",
    "营收",
    "收入",
    "产值",
    "销售额",
    "利润",
    "贸易额",
    "出口",
    "进口",
    "进出口",
    "签约额",
    "资金",
    "融资",
    "市值",
    "成交",
    "GDP",
    "生产总值",
    "税收",
    "募资",
    "产出",
    "估值",
    "总投",
    "合同额",
    "交易额",
    "消费额",
    "零售额",
    "预算",
    "造价",
    "外资",
    "引资",
    "营业额",
    "赤字",
    "贷款",
    "授信",
    "存款",
    "净利",
    "引资额",
    "利税",
    "损失",
    "注资",
];
const JAPANESE: &[&str] = &[
    "投资额",
    "総额",
    "总额",
    "金额",
    "売上",
    "卖上",
    "利益",
    "予算",
    "资金",
    "输出额",
    "输入额",
    "贸易额",
    "调达",
    "时価総额",
    "资本金",
    "事业费",
    "补助金",
    "赤字",
    "收入",
    "年商",
];

/// 总投资逾200亿: the unit is in the words before.
pub(super) fn context(ctx: &Ctx<'_>, start: usize, number: Number) -> Option<Item> {
    let line = ctx.line;
    let next = line.get(number.end);
    let free =
        !class::of(next).letter() && next != '%' || matches!(next, '的' | '以' | '左' | '规' | '大' | '元' | '、');
    if !number.scaled
        || number.bare && super::qualifier::before(line, start, true).is_none()
        || !free
        || number.value < Decimal::from(1_000_000)
    {
        return None;
    }
    let words = if ctx.chinese { CHINESE } else { JAPANESE };
    let from = (start.saturating_sub(12)..start)
        .rev()
        .take_while(|&k| !matches!(line.get(k), '。' | ';' | '；' | '\n' | '!' | '?'))
        .last()?;
    let found = (from..start).any(|k| words.iter().any(|word| line.is(k, word) && k + word.chars().count() <= start));
    found.then(|| {
        let mut item =
            Item::new(QuantityKind::Money, (start, number.end), item::text(number.value), "money-from-context");
        item.currency = Some(if ctx.chinese { ctx.facts.yuan() } else { "JPY" });
        item.qualifier = number.qualifier;
        item.context = true;
        item.low = number.high.map(|_| item.value.clone());
        item.high = number.high.map(item::text);
        item
    })
}
