//! Thai words of days, months, years and holidays.

use crate::quantity::calendar::Rel;
use crate::quantity::calendar::holiday::Holiday::{self, Days, Fixed, Lunar, Nth, Thai};
use crate::quantity::calendar::thai::Feast;
use crate::quantity::words::{Table, rows};
use jiff::civil::Weekday::Saturday;
use std::sync::LazyLock;

const MONTHS: &[(&str, i8)] = &[
    ("มกราคม|ม.ค.|มกรา|ม.ค", 1),
    ("กุมภาพันธ์|ก.พ.|กุมภา|ก.พ", 2),
    ("มีนาคม|มี.ค.|มีนา|มี.ค", 3),
    ("เมษายน|เม.ย.|เมษา|เม.ย", 4),
    ("พฤษภาคม|พ.ค.|พฤษภา|พ.ค", 5),
    ("มิถุนายน|มิ.ย.|มิถุนา|มิ.ย", 6),
    ("กรกฎาคม|ก.ค.|กรกฎา|กรกฏาคม|ก.ค", 7),
    ("สิงหาคม|ส.ค.|สิงหา|ส.ค", 8),
    ("กันยายน|ก.ย.|กันยา|ก.ย", 9),
    ("ตุลาคม|ต.ค.|ตุลา|ต.ค", 10),
    ("พฤศจิกายน|พ.ย.|พฤศจิกา|พ.ย", 11),
    ("ธันวาคม|ธ.ค.|ธันวา|ธ.ค", 12),
];

const RELATIVE: &[(&str, Rel)] = &[
    ("เมื่อวานซืน|เมื่อวานซืนนี้|วานซืน", Rel::Day(-2)),
    ("เมื่อวาน|เมื่อวานนี้|วานนี้|เมื่อคืน|เมื่อคืนนี้", Rel::Day(-1)),
    ("วันนี้|คืนนี้|เช้านี้|เย็นนี้|บ่ายนี้", Rel::Day(0)),
    ("พรุ่งนี้|วันพรุ่งนี้", Rel::Day(1)),
    ("มะรืน|มะรืนนี้|วันมะรืน|วันมะรืนนี้", Rel::Day(2)),
    ("วันเดียวกัน|ในวันเดียวกัน", Rel::SameDay(0)),
    ("วันรุ่งขึ้น|วันถัดมา", Rel::SameDay(1)),
    ("สัปดาห์ที่แล้ว|สัปดาห์ก่อน|อาทิตย์ที่แล้ว|อาทิตย์ก่อน|สัปดาห์ที่ผ่านมา", Rel::Week(-1)),
    ("สัปดาห์นี้|อาทิตย์นี้", Rel::Week(0)),
    ("สัปดาห์หน้า|อาทิตย์หน้า|สัปดาห์ถัดไป", Rel::Week(1)),
    ("สุดสัปดาห์นี้|สุดสัปดาห์", Rel::Weekend(0)),
    ("สุดสัปดาห์ที่แล้ว|สุดสัปดาห์ที่ผ่านมา", Rel::Weekend(-1)),
    ("สุดสัปดาห์หน้า", Rel::Weekend(1)),
    ("เดือนที่แล้ว|เดือนก่อน|เดือนก่อนหน้า|เดือนที่ผ่านมา", Rel::Month(-1)),
    ("เดือนนี้", Rel::Month(0)),
    ("เดือนหน้า|เดือนถัดไป", Rel::Month(1)),
    ("เดือนเดียวกัน", Rel::SameMonth(0)),
    ("ไตรมาสที่แล้ว|ไตรมาสก่อน|ไตรมาสก่อนหน้า|ไตรมาสที่ผ่านมา", Rel::Quarter(-1)),
    ("ไตรมาสนี้", Rel::Quarter(0)),
    ("ไตรมาสหน้า|ไตรมาสถัดไป", Rel::Quarter(1)),
    ("ปีที่แล้ว|ปีที่ผ่านมา|ปีกลาย", Rel::Year(-1)),
    ("ปีก่อน|ปีก่อนหน้า|ปีก่อนหน้านี้", Rel::YearBefore(-1)),
    (
        "ช่วงเดียวกันของปีก่อน|ช่วงเดียวกันของปีที่แล้ว|ช่วงเดียวกันของปีก่อนหน้า|ช่วงเดียวกันปีก่อน|ช่วงเดียวกันปีที่แล้ว|\
         ระยะเดียวกันของปีก่อน|ระยะเดียวกันของปีที่แล้ว|ระยะเดียวกันปีก่อน|ช่วงเดียวกันในปีก่อน|ช่วงเวลาเดียวกันของปีก่อน|ช่วงเวลาเดียวกันของปีที่แล้ว",
        Rel::SamePeriod(-1),
    ),
    ("ปีนี้", Rel::Year(0)),
    ("ปีหน้า|ปีถัดไป", Rel::Year(1)),
    ("ปีเดียวกัน", Rel::SameYear(0)),
];

const HOLIDAYS: &[(&str, Holiday)] = &[
    ("สงกรานต์|เทศกาลสงกรานต์|วันสงกรานต์", Days((4, 13), (4, 16))),
    ("วันขึ้นปีใหม่|วันปีใหม่|ปีใหม่|เทศกาลปีใหม่", Fixed(1, 1)),
    ("วันเด็กแห่งชาติ|วันเด็ก", Nth(1, 2, Saturday)),
    ("วันครู", Fixed(1, 16)),
    ("วันวาเลนไทน์|วาเลนไทน์", Fixed(2, 14)),
    ("ตรุษจีน|วันตรุษจีน|เทศกาลตรุษจีน", Lunar(1, 1)),
    ("วันจักรี", Fixed(4, 6)),
    ("วันแรงงาน|วันแรงงานแห่งชาติ", Fixed(5, 1)),
    ("วันฉัตรมงคล", Fixed(5, 4)),
    ("วันแม่|วันแม่แห่งชาติ", Fixed(8, 12)),
    ("วันปิยมหาราช", Fixed(10, 23)),
    ("วันนวมินทรมหาราช", Fixed(10, 13)),
    ("วันพ่อ|วันพ่อแห่งชาติ", Fixed(12, 5)),
    ("วันรัฐธรรมนูญ", Fixed(12, 10)),
    ("วันคริสต์มาส|คริสต์มาส", Fixed(12, 25)),
    ("วันสิ้นปี", Fixed(12, 31)),
    ("วันฮาโลวีน|ฮาโลวีน", Fixed(10, 31)),
    ("วันไหว้พระจันทร์|ไหว้พระจันทร์|เทศกาลไหว้พระจันทร์", Lunar(8, 15)),
    ("วันลอยกระทง|ลอยกระทง|ประเพณีลอยกระทง", Thai(Feast::AfterAsalha(118))),
    ("วันมาฆบูชา|มาฆบูชา", Thai(Feast::Makha)),
    ("วันวิสาขบูชา|วิสาขบูชา", Thai(Feast::Visakha)),
    ("วันอาสาฬหบูชา|อาสาฬหบูชา", Thai(Feast::Asalha)),
    ("วันเข้าพรรษา|เข้าพรรษา", Thai(Feast::AfterAsalha(1))),
    ("วันออกพรรษา|ออกพรรษา", Thai(Feast::AfterAsalha(89))),
    ("วันเฉลิมพระชนมพรรษาพระราชินี", Fixed(6, 3)),
    ("วันสุนทรภู่", Fixed(6, 26)),
    ("เทศกาลกินเจ", Lunar(9, 1)),
    ("วันอีสเตอร์|อีสเตอร์", Holiday::Easter(0)),
    ("วันชาติจีน", Fixed(10, 1)),
    ("สารทจีน|วันสารทจีน", Lunar(7, 15)),
];

/// Days of the week, Monday 0.
const WEEKDAYS: &[(&str, i32)] =
    &[("วันจันทร์", 0), ("วันอังคาร", 1), ("วันพุธ", 2), ("วันพฤหัสบดี|วันพฤหัส", 3), ("วันศุกร์", 4), ("วันเสาร์", 5), ("วันอาทิตย์", 6)];

pub(super) static MONTH: LazyLock<Table<i8>> = LazyLock::new(|| Table::exact(rows(MONTHS)));
pub(super) static RELATIVES: LazyLock<Table<Rel>> = LazyLock::new(|| Table::exact(rows(RELATIVE)));
pub(super) static HOLIDAY: LazyLock<Table<Holiday>> = LazyLock::new(|| Table::exact(rows(HOLIDAYS)));
pub(super) static WEEKDAY: LazyLock<Table<i32>> = LazyLock::new(|| Table::exact(rows(WEEKDAYS)));

/// The Gregorian year of a year as written: from 2400 on it is of the Buddhist era.
pub(super) const fn gregorian(year: i16) -> i16 {
    if year >= 2400 { year - 543 } else { year }
}

/// A year of two digits: of the Buddhist era (67 is 2567).
pub(super) const fn short(year: i16) -> i16 {
    2500 + year - 543
}

/// Every word of these tables.
/// Words of which one stands in every day of the year that is written in words.
pub(in crate::quantity) fn days() -> impl Iterator<Item = &'static str> {
    rows(MONTHS).map(|row| row.0).chain(rows(HOLIDAYS).map(|row| row.0))
}

pub(super) fn words() -> impl Iterator<Item = &'static str> {
    rows(MONTHS)
        .map(|row| row.0)
        .chain(rows(RELATIVE).map(|row| row.0))
        .chain(rows(HOLIDAYS).map(|row| row.0))
        .chain(rows(WEEKDAYS).map(|row| row.0))
}
