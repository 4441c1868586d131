//! Thai numbers: หนึ่งร้อยยี่สิบ, 4.65 หมื่นล้าน, แสนล้าน, ครึ่ง.

use crate::quantity::ctx::Ctx;
use crate::quantity::digits;
use crate::quantity::item::Number;
use crate::quantity::words::Table;
use rust_decimal::Decimal;
use samesky_model::reading::Qualifier;
use std::sync::LazyLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Digit(u32),
    /// สิบ to แสน.
    Power(u32),
    /// ล้าน.
    Million,
    Point,
    Half,
}

const WORDS: &[(&str, Part)] = &[
    ("ศูนย์", Part::Digit(0)),
    ("หนึ่ง", Part::Digit(1)),
    ("เอ็ด", Part::Digit(1)),
    ("สอง", Part::Digit(2)),
    ("ยี่", Part::Digit(2)),
    ("สาม", Part::Digit(3)),
    ("สี่", Part::Digit(4)),
    ("ห้า", Part::Digit(5)),
    ("หก", Part::Digit(6)),
    ("เจ็ด", Part::Digit(7)),
    ("แปด", Part::Digit(8)),
    ("เก้า", Part::Digit(9)),
    ("สิบ", Part::Power(10)),
    ("ร้อย", Part::Power(100)),
    ("พัน", Part::Power(1000)),
    ("หมื่น", Part::Power(10_000)),
    ("แสน", Part::Power(100_000)),
    ("ล้าน", Part::Million),
    ("จุด", Part::Point),
    ("ครึ่ง", Part::Half),
];

static PARTS: LazyLock<Table<Part>> = LazyLock::new(|| Table::exact(WORDS.iter().copied()));

/// Every number word.
pub(super) fn words_of() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|row| row.0)
}

/// More words than this are no number that anybody states.
const MOST: usize = 40;

/// The number at `i`, in digits, words or both.
pub(in crate::quantity) fn parse(ctx: &Ctx<'_>, i: usize) -> Option<Number> {
    if ctx.line.get(i).is_ascii_digit() { with_digits(ctx, i) } else { words(ctx, i) }
}

/// 4.65 หมื่นล้าน: digits, then words that multiply.
fn with_digits(ctx: &Ctx<'_>, i: usize) -> Option<Number> {
    let first = digits::parse(ctx.line, i)?;
    let mut number = Number {
        end: first.end,
        value: first.value,
        high: None,
        qualifier: Qualifier::Exact,
        plain: true,
        single: false,
        scaled: false,
        bare: false,
        broken: false,
        positional: false,
        code: first.padded,
        whole: first.whole,
        marked: first.grouped || first.decimals,
    };
    let over = ctx.line.space(number.end);
    let begin = if ctx.line.is(over, "กว่า") { ctx.line.space(over + 4) } else { over };
    let mut j = begin;
    for _ in 0..4 {
        match PARTS.at(&ctx.line.c, j) {
            Some((length, part @ (Part::Power(_) | Part::Million))) if !clipped(ctx, j, j + length) => {
                let by = if let Part::Power(power) = part { Decimal::from(power) } else { Decimal::from(1_000_000) };
                number.value = number.value.checked_mul(by)?;
                j += length;
                number.end = j;
                number.scaled = true;
                number.plain = false;
            }
            _ => break,
        }
    }
    if begin > over && number.scaled {
        number.qualifier = Qualifier::Over;
    }
    Some(number)
}

/// Letters after a number word that make it another word: พันธมิตร, ห้าง, ร้อยเอ็ด.
fn clipped(ctx: &Ctx<'_>, i: usize, end: usize) -> bool {
    let line = ctx.line;
    let next = line.get(end);
    matches!(next, '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
        || OTHERS.at(&line.c, i).is_some()
        || line.is(i, "ร้อยเอ็ด") && !line.is(end, "เอ็ดบาท") && !line.is(end, "เอ็ดคน") && !counted_before(ctx, i)
        || line.is(i, "หนึ่งใน") && !matches!(PARTS.at(&line.c, i + 7), Some((_, Part::Digit(2..=9))))
}

/// Whether a digit's word ends before `i`: หนึ่งร้อยเอ็ด is 101, ร้อยเอ็ด a province.
fn counted_before(ctx: &Ctx<'_>, i: usize) -> bool {
    ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"].iter().any(|word| ctx.line.ends(i, word))
}

/// Words that begin like numbers and are none.
static OTHERS: LazyLock<Table<()>> = LazyLock::new(|| {
    let words = [
        "พันธ",
        "ห้าง",
        "ห้าม",
        "เก้าอี้",
        "ล้านนา",
        "ล้านช้าง",
        "แสนสิริ",
        "แสนรู้",
        "หกล้ม",
        "สี่แยก",
        "สองแคว",
        "ศูนย์กลาง",
        "ร้อยละ",
        "ร้อยตรี",
        "ร้อยโท",
        "พันตรี",
        "พันเอก",
        "พันโท",
        "สิบเอก",
        "สิบตรี",
        "ร้อยเอก",
        "ห้าเสือ",
        "เจ็ดเสมียน",
        "สามารถ",
        "สามี",
        "สามัญ",
        "สามเหลี่ยม",
        "สี่เหลี่ยม",
        "สามเณร",
        "สามัคคี",
        "หกเหลี่ยม",
        "แสนดี",
        "สองแถว",
        "สิบสองปันนา",
        "ศูนย์การ",
        "ศูนย์ข้อมูล",
        "ศูนย์วิจัย",
        "ศูนย์บริการ",
        "ศูนย์ประชุม",
        "ศูนย์ราชการ",
        "ศูนย์แสดง",
        "ศูนย์อาหาร",
        "ศูนย์เรียนรู้",
        "ศูนย์กระจาย",
        "ศูนย์รวม",
        "ศูนย์พัฒนา",
        "ศูนย์ปฏิบัติ",
        "ศูนย์ฝึก",
        "ศูนย์ซ่อม",
        "ร้อยแก้ว",
        "ร้อยกรอง",
        "ร้อยเรียง",
        "พันธุ์",
        "สามก๊ก",
        "สี่พระยา",
        "สามย่าน",
        "สามพราน",
        "สองพี่น้อง",
        "สองคอน",
    ];
    Table::exact(words.map(|word| (word, ())))
});

fn words(ctx: &Ctx<'_>, i: usize) -> Option<Number> {
    let line = ctx.line;
    let (mut total, mut section) = (Decimal::ZERO, Decimal::ZERO);
    let mut current: Option<Decimal> = None;
    let (mut j, mut parts, mut last_power) = (i, 0, u32::MAX);
    let (mut scaled, mut digits) = (false, 0);
    while parts < MOST {
        let Some((length, part)) = PARTS.at(&line.c, j) else { break };
        if clipped(ctx, j, j + length) {
            break;
        }
        match part {
            Part::Digit(d) => {
                if current.is_some()
                    || (line.is(j, "ศูนย์") && parts > 0)
                    || line.is(j, "เอ็ด") && !matches!(last_power, 10 | 100)
                    || line.is(j, "ยี่") && !line.is(j + length, "สิบ")
                {
                    break;
                }
                current = Some(Decimal::from(d));
                digits += 1;
            }
            Part::Power(power) => {
                if power >= last_power {
                    if current.is_some() {
                        break;
                    }
                    section = section.checked_mul(Decimal::from(power))?;
                } else {
                    section = section
                        .checked_add(current.take().unwrap_or(Decimal::ONE).checked_mul(Decimal::from(power))?)?;
                }
                last_power = power;
            }
            Part::Million => {
                let lead = section.checked_add(current.take().unwrap_or_default())?;
                if parts == 0 {
                    total = Decimal::from(1_000_000);
                } else if lead.is_zero() {
                    total = total.checked_mul(Decimal::from(1_000_000))?;
                } else {
                    total = total.checked_add(lead.checked_mul(Decimal::from(1_000_000))?)?;
                }
                section = Decimal::ZERO;
                last_power = u32::MAX;
                scaled = true;
            }
            Part::Point => {
                let Some((value, end)) = decimals(ctx, j + length) else { break };
                if current.is_none() {
                    break;
                }
                current = Some(current?.checked_add(value)?);
                j = end;
                parts += 1;
                continue;
            }
            Part::Half => break,
        }
        j += length;
        parts += 1;
    }
    (parts > 0 && parts < MOST).then_some(())?;
    let value = total.checked_add(section)?.checked_add(current.unwrap_or_default())?;
    Some(Number {
        end: j,
        value,
        high: None,
        qualifier: Qualifier::Exact,
        plain: false,
        single: parts == 1,
        scaled,
        bare: digits == 0,
        broken: false,
        positional: false,
        code: false,
        whole: 0,
        marked: false,
    })
}

/// The digits after จุด.
fn decimals(ctx: &Ctx<'_>, j: usize) -> Option<(Decimal, usize)> {
    let mut end = j;
    let (mut value, mut scale) = (Decimal::ZERO, Decimal::ONE);
    for _ in 0..10 {
        let Some((length, Part::Digit(d))) = PARTS.at(&ctx.line.c, end) else { break };
        scale = scale.checked_div(Decimal::TEN)?;
        value = value.checked_add(scale.checked_mul(Decimal::from(d))?)?;
        end += length;
    }
    (end > j).then_some((value, end))
}
