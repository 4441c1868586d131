//! Places in an order in Thai: ครั้งที่ 2, อันดับ 1, ครั้งแรก, ครั้งที่ 12 และ 13.

use super::number;
use super::units::SUFFIXES;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::{self, Item};
use crate::quantity::words::Table;
use samesky_model::reading::QuantityKind;
use std::sync::LazyLock;

/// Words before a number that make it a place in an order.
pub(super) const RANKS: &[&str] = &[
    "ครั้งที่",
    "อันดับที่",
    "อันดับ",
    "ลำดับที่",
    "รุ่นที่",
    "ฉบับที่",
    "ระยะที่",
    "เฟสที่",
    "เฟส",
    "ตอนที่",
    "บทที่",
    "ปีที่",
    "รอบที่",
    "ชุดที่",
    "สมัยที่",
    "ชั้นที่",
    "แห่งที่",
    "คนที่",
    "ลำดับ",
    "ข้อที่",
    "มาตรา",
    "หมายเลข",
    "เวอร์ชัน",
    "กลุ่มที่",
    "ขั้นที่",
    "สัปดาห์ที่",
    "งวดที่",
    "เบอร์",
    "คู่ที่",
];

/// The first of its kind.
const FIRST: [&str; 8] = ["ครั้งแรก", "แห่งแรก", "เฟสแรก", "ระยะแรก", "รุ่นแรก", "ฉบับแรก", "รอบแรก", "งวดแรก"];

static RANK: LazyLock<Table<()>> = LazyLock::new(|| Table::exact(RANKS.iter().map(|word| (*word, ()))));

/// ครั้งที่ 2, อันดับ 1, ที่สอง.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if let Some(word) = FIRST.iter().find(|word| line.is(i, word)) {
        let end = i + word.chars().count();
        let mut item = Item::new(QuantityKind::Ordinal, (i, end), "1".to_owned(), "ordinal");
        item.head = Some((i, end - 3));
        return Some(item);
    }
    if line.get(i).is_ascii_digit() {
        return listed(ctx, i);
    }
    let (length, ()) = RANK.at(&line.c, i)?;
    let end = i + length;
    let number = number::parse(ctx, line.space(end)).filter(|n| !n.marked && !n.bare && !n.scaled)?;
    let decimal = number.value.fract().is_zero();
    decimal.then(|| {
        let mut item = Item::new(QuantityKind::Ordinal, (i, number.end), item::text(number.value), "ordinal");
        item.head = Some((i, end));
        item
    })
}

/// The 13 of ครั้งที่ 12 และ 13: a number that goes on with what a word of order began.
fn listed(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    let behind = line.space_back(i);
    let joint = ["และ", "กับ", ","].into_iter().find(|word| line.ends(behind, word))?;
    let first = line.space_back(behind - joint.chars().count());
    let digits = (1..=4).take_while(|n| first.checked_sub(*n).is_some_and(|k| line.get(k).is_ascii_digit())).count();
    let word = line.space_back(first - digits);
    if digits == 0 || !RANKS.iter().any(|rank| line.ends(word, rank)) {
        return None;
    }
    let number = number::parse(ctx, i).filter(|n| n.plain && !n.marked && !n.code)?;
    let alone = SUFFIXES.at(&line.c, line.space(number.end)).is_none();
    alone.then(|| Item::new(QuantityKind::Ordinal, (i, number.end), item::text(number.value), "ordinal"))
}
