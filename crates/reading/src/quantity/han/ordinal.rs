//! Places in an order: 第二届, 第17回, 首批, 3番目, 17回目.

use super::{numeral, range};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::{self, Item};
use crate::quantity::names;
use samesky_model::reading::QuantityKind;

/// What is ordered, after 第 and a number.
const RANKED: &[&str] = &[
    "届",
    "回",
    "次",
    "批",
    "期",
    "轮",
    "场",
    "个",
    "名",
    "位",
    "家",
    "条",
    "章",
    "节",
    "项",
    "代",
    "号",
    "版",
    "版本",
    "卷",
    "册",
    "集",
    "部",
    "阶段",
    "方阵",
    "大",
    "天",
    "年",
    "日",
    "周",
    "回目",
    "期目",
    "世代",
    "会场",
    "站",
    "辑",
    "篇",
    "层",
    "级",
    "档",
    "类",
    "款",
    "弹",
    "戦",
    "战",
    "位",
    "室",
    "话",
    "課",
    "编",
    "页",
    "届大会",
    "楼",
    "梯队",
    "产业",
    "经济体",
    "大经济体",
];

/// Counted things of which 首 names the first.
const FIRST: &[&str] = &[
    "批", "届", "次", "个", "家", "期", "轮", "场", "条", "台", "套", "只", "座", "部", "款", "项", "单", "例", "艘",
    "架", "列", "笔", "支", "位", "站", "班", "季",
];

/// The ordinal that begins at `i`.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    match ctx.line.get(i) {
        '第' => numbered(ctx, i),
        '首' => first(ctx, i),
        _ => suffixed(ctx, i).or_else(|| listed(ctx, i)),
    }
}

fn numbered(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let begin = line.space(i + 1);
    if names::at(&line.c, i, ctx.chinese).is_some() {
        return None;
    }
    let number = numeral::parse(line, begin, false).filter(|n| !n.bare && !n.marked)?;
    let number = range::numbers(ctx, begin, number);
    let end = RANKED.iter().filter(|word| line.is(number.end, word)).map(|word| word.chars().count()).max();
    let mut item =
        Item::new(QuantityKind::Ordinal, (i, number.end + end.unwrap_or(0)), item::text(number.value), "ordinal");
    item.low = number.high.map(|_| item.value.clone());
    item.high = number.high.map(item::text);
    item.head = end.map(|length| (number.end, number.end + length));
    Some(item)
}

/// The 13届 of 第12、13届: a number that goes on with what 第 began.
fn listed(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    const LONGEST: usize = 24;
    let line = ctx.line;
    let joins = |c: char| matches!(c, '、' | ',' | '和' | '与' | '及' | '・');
    let numeral = |c: char| c.is_ascii_digit() || class::of(c).numeral();
    if !joins(line.before(i)) {
        return None;
    }
    let behind = (1..=LONGEST).filter_map(|n| i.checked_sub(n)).map(|k| line.get(k));
    if behind.into_iter().find(|c| !joins(*c) && !numeral(*c)) != Some('第') {
        return None;
    }
    let number = numeral::parse(line, i, false).filter(|n| !n.bare && !n.marked && !n.code && n.high.is_none())?;
    let length = RANKED.iter().filter(|word| line.is(number.end, word)).map(|word| word.chars().count()).max()?;
    let end = number.end + length;
    let mut item = Item::new(QuantityKind::Ordinal, (i, end), item::text(number.value), "ordinal");
    item.head = Some((number.end, end));
    Some(item)
}

fn first(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let word = FIRST.iter().find(|word| ctx.line.is(i + 1, word))?;
    let joined = ctx.line.is(i, "首次公开")
        || matches!(ctx.line.before(i), '元' | '榜' | '岁' | '部' | '居')
        || ctx.line.is(i, "首席");
    let end = i + 1 + word.chars().count();
    (!joined).then(|| {
        let mut item = Item::new(QuantityKind::Ordinal, (i, end), "1".to_owned(), "ordinal-first");
        item.head = Some((i + 1, end));
        item
    })
}

/// 3番目, 17回目, 2位, 5年連続 is none.
fn suffixed(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if ctx.chinese || !(line.get(i).is_ascii_digit() || class::of(line.get(i)).numeral()) {
        return None;
    }
    let number = numeral::parse(line, i, false).filter(|n| !n.marked && !n.bare && !n.code)?;
    let word = [
        "番目",
        "回目",
        "年目",
        "人目",
        "件目",
        "度目",
        "日目",
        "つ目",
        "社目",
        "位",
        "期目",
        "代目",
        "号店",
        "号机",
        "等",
        "カ国目",
        "本目",
        "番",
    ]
    .into_iter()
    .find(|word| line.is(number.end, word))?;
    let end = number.end + word.chars().count();
    if word == "位" && line.get(end) == '置'
        || word == "番" && matches!(line.get(end), '組' | '组' | '号' | '地')
        || word == "等" && !number.plain
    {
        return None;
    }
    let mut item = Item::new(QuantityKind::Ordinal, (i, end), item::text(number.value), "ordinal");
    item.head = Some((number.end, end));
    Some(item)
}
