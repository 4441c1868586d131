//! Japanese words of days, months, years and holidays, with folded characters.

use crate::quantity::calendar::Rel;
use crate::quantity::calendar::holiday::Holiday::{self, AutumnEquinox, Days, Fixed, Japan, Nth, SpringEquinox};
use crate::quantity::calendar::japan::Moved;
use crate::quantity::words::{Table, rows};
use jiff::civil::Weekday::{Sunday, Thursday};
use std::sync::LazyLock;

const RELATIVE: &[(&str, Rel)] = &[
    ("一昨々日|さきおととい", Rel::Day(-3)),
    ("一昨日|おととい|おとつい", Rel::Day(-2)),
    ("昨日|きのう|昨夜|昨晩|ゆうべ", Rel::Day(-1)),
    ("今日|本日|きょう|今夜|今晩|今朝|けさ", Rel::Day(0)),
    ("明日|あす|あした|みょうにち", Rel::Day(1)),
    ("明後日|あさって|明后日", Rel::Day(2)),
    ("しあさって|明々後日", Rel::Day(3)),
    ("同日|当日|同じ日", Rel::SameDay(0)),
    ("翌日|あくる日", Rel::SameDay(1)),
    ("前日", Rel::SameDay(-1)),
    ("先々週", Rel::Week(-2)),
    ("先週|前の週", Rel::Week(-1)),
    ("今週|本週|この週", Rel::Week(0)),
    ("来週|次の週|来周", Rel::Week(1)),
    ("再来週|さ来週|さらいしゅう", Rel::Week(2)),
    ("先週末", Rel::Weekend(-1)),
    ("今週末|週末", Rel::Weekend(0)),
    ("来週末", Rel::Weekend(1)),
    ("先々月", Rel::Month(-2)),
    ("先月|前月", Rel::Month(-1)),
    ("今月|本月|当月", Rel::Month(0)),
    ("来月", Rel::Month(1)),
    ("再来月", Rel::Month(2)),
    ("同月", Rel::SameMonth(0)),
    ("翌月", Rel::SameMonth(1)),
    ("前四半期", Rel::Quarter(-1)),
    ("今四半期|当四半期", Rel::Quarter(0)),
    ("来四半期", Rel::Quarter(1)),
    ("一昨年|おととし", Rel::Year(-2)),
    ("昨年|去年|昨年度分|きょねん", Rel::Year(-1)),
    ("今年|本年|ことし|当年", Rel::Year(0)),
    ("来年|らいねん", Rel::Year(1)),
    ("再来年|さらいねん", Rel::Year(2)),
    ("同年", Rel::SameYear(0)),
    ("翌年", Rel::SameYear(1)),
    ("前年", Rel::YearBefore(-1)),
    ("前年同期|昨年同期|去年同期|前年の同期|昨年の同期|前年同時期", Rel::SamePeriod(-1)),
    ("一昨年度", Rel::FiscalApril(-2)),
    ("昨年度|前年度|昨会計年度", Rel::FiscalApril(-1)),
    ("今年度|本年度|今会計年度", Rel::FiscalApril(0)),
    ("来年度|翌年度", Rel::FiscalApril(1)),
];

const HOLIDAYS: &[(&str, Holiday)] = &[
    ("元日|元旦|お正月|正月", Fixed(1, 1)),
    ("成人の日", Japan(Moved::ComingOfAge)),
    ("節分", Fixed(2, 3)),
    ("建国記念の日|建国記念日", Fixed(2, 11)),
    ("バレンタインデー|バレンタイン", Fixed(2, 14)),
    ("天皇誕生日", Japan(Moved::Emperor)),
    ("ひな祭り|雛祭り|桃の節句", Fixed(3, 3)),
    ("ホワイトデー", Fixed(3, 14)),
    ("春分の日|春分", SpringEquinox),
    ("エイプリルフール", Fixed(4, 1)),
    ("昭和の日", Fixed(4, 29)),
    ("憲法記念日", Fixed(5, 3)),
    ("みどりの日", Fixed(5, 4)),
    ("こどもの日|子どもの日|子供の日|端午の節句", Fixed(5, 5)),
    ("ゴールデンウィーク|ゴールデンウイーク|GW", Days((4, 29), (5, 6))),
    ("メーデー", Fixed(5, 1)),
    ("母の日", Nth(5, 2, Sunday)),
    ("父の日", Nth(6, 3, Sunday)),
    ("七夕", Fixed(7, 7)),
    ("海の日", Japan(Moved::Sea)),
    ("山の日", Japan(Moved::Mountain)),
    ("清明節", Holiday::Qingming),
    ("端午節", Holiday::Lunar(5, 5)),
    ("元宵節", Holiday::Lunar(1, 15)),
    ("重陽節", Holiday::Lunar(9, 9)),
    ("ソンクラーン", Days((4, 13), (4, 16))),
    ("冬至", Holiday::WinterSolstice),
    ("七五三", Fixed(11, 15)),
    ("お盆", Days((8, 13), (8, 17))),
    ("終戦記念日|終戦の日", Fixed(8, 15)),
    ("敬老の日", Japan(Moved::Aged)),
    ("秋分の日|秋分", AutumnEquinox),
    ("スポーツの日|体育の日", Japan(Moved::Sports)),
    ("ハロウィン|ハロウィーン", Fixed(10, 31)),
    ("文化の日", Fixed(11, 3)),
    ("勤労感謝の日", Fixed(11, 23)),
    ("感謝祭", Nth(11, 4, Thursday)),
    ("クリスマスイブ|クリスマス・イブ|クリスマスイヴ", Fixed(12, 24)),
    ("クリスマス", Fixed(12, 25)),
    ("大晦日|大みそか", Fixed(12, 31)),
    ("春節|旧正月", Holiday::Lunar(1, 1)),
    ("国慶節", Fixed(10, 1)),
    ("中秋節|中秋の名月|十五夜", Holiday::Lunar(8, 15)),
    ("復活祭|イースター", Holiday::Easter(0)),
    ("年末年始", Days((12, 29), (12, 31))),
];

const ERAS: &[(&str, i16)] = &[
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("明治", 1867),
    ("西暦|西历", 0),
    ("民国", 1911),
    ("R", 2018),
    ("H", 1988),
    ("S", 1925),
];

const PERIODS: &[(&str, u8)] = &[
    ("午前|朝|早朝|未明|明け方|AM|am", 1),
    ("午後|夜|夕方|夕|昼過ぎ|PM|pm|晩", 2),
    ("正午|昼", 3),
    ("深夜|真夜中", 4),
];

const COURSES: &[(&str, i32)] = &[("今後|これから|向こう|この先|今后", 1), ("過去|この|ここ|直近|最近", -1)];

pub(in crate::quantity) static RELATIVES: LazyLock<Table<Rel>> = LazyLock::new(|| Table::exact(rows(RELATIVE)));
pub(in crate::quantity) static HOLIDAY: LazyLock<Table<Holiday>> = LazyLock::new(|| Table::exact(rows(HOLIDAYS)));
pub(in crate::quantity) static ERA: LazyLock<Table<i16>> = LazyLock::new(|| Table::exact(rows(ERAS)));
pub(in crate::quantity) static PERIOD: LazyLock<Table<u8>> = LazyLock::new(|| Table::exact(rows(PERIODS)));
pub(in crate::quantity) static COURSE: LazyLock<Table<i32>> = LazyLock::new(|| Table::exact(rows(COURSES)));

/// Every word of these tables, and the others at which an expression may begin.
pub(in crate::quantity) fn words() -> impl Iterator<Item = &'static str> {
    rows(RELATIVE)
        .map(|row| row.0)
        .chain(rows(HOLIDAYS).map(|row| row.0))
        .chain(rows(ERAS).map(|row| row.0))
        .chain(rows(PERIODS).map(|row| row.0))
        .chain(rows(COURSES).map(|row| row.0))
        .chain(["月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜", "上半期", "下半期", "年末", "ひとり", "ふたり"])
}
