//! The order in which the rules are tried at one place of a Chinese or Japanese line.

use super::{date, measure, ordinal, qualifier, range, relative, share, time};
use crate::quantity::begin::Begin;
use crate::quantity::class;
use crate::quantity::ctx::{Ctx, Outcome};
use crate::quantity::item::{self, Item, Number};
use crate::quantity::{code, digits, en, ja, names, zh};
use samesky_model::reading::{Qualifier, QuantityKind};
use std::sync::LazyLock;

/// The beginnings of every word at which an expression may begin.
static BEGIN: LazyLock<Begin> = LazyLock::new(|| Begin::of_three(zh::triggers().chain(ja::triggers())));

/// What stands at `i`.
pub(in crate::quantity) fn read(ctx: &Ctx<'_>, i: usize) -> Outcome {
    let c = ctx.line.get(i);
    let kind = ctx.line.class(i);
    if !kind.digit() && !kind.numeral() && !BEGIN.may_three(c, ctx.line.get(i + 1), ctx.line.get(i + 2)) {
        return Outcome::Skip(i + 1);
    }
    if kind.digit() && code::is_code(ctx, i, |k| measure::latin_unit(ctx, k)) {
        return Outcome::Skip(code::end(ctx, i));
    }
    if let Some(item) = share::read(ctx, i) {
        return qualified(ctx, range::widen(ctx, item), false).into();
    }
    if let Some(item) = date::read(ctx, i).or_else(|| time::read(ctx, i)) {
        return item.into();
    }
    if let Some(end) = names::at(&ctx.line.c, i, ctx.chinese).filter(|&end| !cut_short(ctx, i, end)) {
        return Outcome::Skip(end);
    }
    if let Some(item) = relative::read(ctx, i).or_else(|| ordinal::read(ctx, i)) {
        return item.into();
    }
    if !(kind.digit() || kind.numeral()) {
        return match en::prefixed(ctx, i) {
            Some(Outcome::Found(item)) => Outcome::Found(Box::new(dress(ctx, *item))),
            other => other.unwrap_or(Outcome::Skip(i + 1)),
        };
    }
    number(ctx, i, i)
}

/// A number at `i` of an expression that begins at `start` (before it a sign or a currency).
pub(in crate::quantity) fn number(ctx: &Ctx<'_>, start: usize, i: usize) -> Outcome {
    let Some(first) = super::numeral::parse(ctx.line, i, ctx.chinese) else {
        return Outcome::Skip(skip(ctx, i));
    };
    let first = signed(ctx, i, first);
    let number = range::numbers(ctx, i, first);
    let begin = if number.value.is_sign_negative() { sign_start(ctx, i) } else { start };
    if let Some(item) = measure::read(ctx, begin, i, number) {
        return finish(ctx, item, number).into();
    }
    if let Some(item) = bare(ctx, begin, i, number) {
        return finish(ctx, item, number).into();
    }
    let end = if ctx.line.get(i).is_ascii_digit() { number.end.max(i + 1) } else { i + 1 };
    Outcome::Skip(end)
}

/// Adds qualifier words around the expression.
fn finish(ctx: &Ctx<'_>, mut item: Item, number: Number) -> Item {
    if item.qualifier == Qualifier::Exact {
        item.qualifier = number.qualifier;
    }
    if item.kind == QuantityKind::Ordinal || item.qualifier == Qualifier::Tier {
        return item;
    }
    let item = range::widen(ctx, item);
    qualified(ctx, item, number.bare)
}

/// Adds qualifier words around an amount that was read in Latin letters (逾US$3亿).
pub(in crate::quantity) fn dress(ctx: &Ctx<'_>, item: Item) -> Item {
    if matches!(item.kind, QuantityKind::Date | QuantityKind::DateRange | QuantityKind::Time | QuantityKind::Ordinal) {
        item
    } else {
        qualified(ctx, item, false)
    }
}

fn qualified(ctx: &Ctx<'_>, mut item: Item, bare: bool) -> Item {
    if let Some((start, said)) = qualifier::before(ctx.line, item.start, bare) {
        item.start = start;
        if item.qualifier == Qualifier::Exact {
            item.qualifier = said;
        }
    }
    if let Some((end, said)) = qualifier::after(ctx.line, item.end, ctx.chinese) {
        item.end = end;
        if item.qualifier == Qualifier::Exact {
            item.qualifier = said;
        }
    }
    item
}

/// A number without a unit, where it stands well enough alone.
fn bare(ctx: &Ctx<'_>, start: usize, i: usize, number: Number) -> Option<Item> {
    let line = ctx.line;
    let next = line.get(number.end);
    if ratio(ctx, i, number.end) || number.high.is_some() && next == '日' {
        return None;
    }
    let open = !class::of(next).cjk() && !class::of(line.before(i)).cjk();
    let qualified = qualifier::before(line, start, number.bare).is_some();
    let good = if number.plain {
        // 90后 are people, 2桁 are digits.
        let counts = next == '后' && number.whole <= 2 || next == '桁';
        !counts && !number.code && (number.marked || number.whole < 5 || number.whole < 11 && !ctx.labelled(i))
    } else if number.bare {
        qualified || (open && number.end - i > 1)
    } else if number.single || number.positional {
        open || number.value.is_sign_negative() && !class::of(next).cjk()
    } else {
        number.end - i > 1 && (number.scaled || !class::of(next).cjk() || is_particle(next))
    };
    if good && number.plain && !number.marked && number.whole == 4 && class::of(next).cjk() && year_like(number) {
        return Some(Item::new(QuantityKind::Date, (start, number.end), item::text(number.value), "bare-year"));
    }
    good.then(|| {
        let mut item = Item::new(
            QuantityKind::Number,
            (start, number.end),
            item::text(number.value),
            if number.plain { "number" } else { "numeral" },
        );
        item.qualifier = number.qualifier;
        item.low = number.high.map(|_| item::text(number.value));
        item.high = number.high.map(item::text);
        item
    })
}

/// 1:3, 2比1: neither side is a number by itself.
fn ratio(ctx: &Ctx<'_>, i: usize, end: usize) -> bool {
    let line = ctx.line;
    let sign = |c: char| matches!(c, ':' | '：' | '比' | '∶');
    let digit = |c: char| c.is_ascii_digit();
    digit(line.before(end)) && sign(line.get(end)) && digit(line.get(end + 1))
        || digit(line.get(i)) && sign(line.before(i)) && i >= 2 && digit(line.get(i - 2))
}

/// 2024 in 2024对话山东 is a year.
fn year_like(number: Number) -> bool {
    number.value >= rust_decimal::Decimal::from(1990) && number.value < rust_decimal::Decimal::from(2040)
}

const fn is_particle(c: char) -> bool {
    matches!(
        c,
        '的' | '是'
            | '和'
            | '到'
            | '至'
            | '以'
            | '左'
            | 'の'
            | 'は'
            | 'が'
            | 'を'
            | 'に'
            | 'と'
            | 'も'
            | 'で'
            | 'か'
            | '加'
            | '减'
            | '乘'
            | '除'
            | '等'
            | '多'
            | '余'
    )
}

/// −5, 负5, 零下5, マイナス5, ▲5: the same number below zero.
fn signed(ctx: &Ctx<'_>, i: usize, number: Number) -> Number {
    if sign_start(ctx, i) == i {
        return number;
    }
    Number { value: -number.value, high: number.high.map(|high| -high), ..number }
}

fn sign_start(ctx: &Ctx<'_>, i: usize) -> usize {
    let line = ctx.line;
    if !matches!(line.before(i), '下' | 'ス' | '▲' | '△' | '负' | '的' | '-') {
        return i;
    }
    for word in ["零下", "氷点下", "マイナス", "▲", "△", "负的", "负"] {
        if line.ends(i, word) {
            return i - word.chars().count();
        }
    }
    let free = i.checked_sub(1).is_some_and(|k| {
        let c = line.before(k);
        !class::of(c).letter() && !matches!(c, ')' | ']' | '-' | '%' | '"' | '”')
    });
    if line.before(i) == '-' && free && line.get(i).is_ascii_digit() { i - 1 } else { i }
}

/// Where to go on after what is no number at `i`.
fn skip(ctx: &Ctx<'_>, i: usize) -> usize {
    if ctx.line.get(i).is_ascii_digit() {
        return digits::run(ctx.line, i);
    }
    let run = (i..ctx.line.c.len()).take_while(|&k| class::of(ctx.line.get(k)).numeral()).take(4096).count();
    if run > 40 { i + run } else { i + 1 }
}

/// A name that is only the beginning of an expression: 十分钟, 三角两分.
fn cut_short(ctx: &Ctx<'_>, i: usize, end: usize) -> bool {
    let line = ctx.line;
    (line.is(i, "十分") && matches!(line.get(end), '钟' | '间' | '之' | '前' | '后'))
        || (line.is(i, "一方") && line.get(end) == '平')
        || (line.get(end) == '钱')
        || (line.is(i, "三级") && line.get(end) == '地')
        || line.is(i, "一点") && matches!(line.get(end), '钟' | '半' | '零' | '五' | '整')
}

impl Ctx<'_> {
    /// Whether the word before `i` says that a number of a telephone, an account, a licence or a share follows.
    pub(in crate::quantity) fn labelled(&self, i: usize) -> bool {
        const LABELS: &[&str] = &[
            "电话",
            "手机",
            "热线",
            "传真",
            "号码",
            "代码",
            "编号",
            "邮编",
            "证号",
            "备",
            "账号",
            "QQ",
            "微信",
            "Tel",
            "TEL",
            "tel",
            "Fax",
            "FAX",
            "ISBN",
            "ID",
            "No",
            "コード",
            "番号",
            "〒",
            "号",
            "群",
            "SH",
            "SZ",
            "HK",
            "主页",
            "AsiaNet",
        ];
        let from = i.saturating_sub(8);
        (from..i).any(|k| LABELS.iter().any(|word| self.line.is(k, word)))
    }
}
