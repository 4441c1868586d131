//! Chinese words of days, months, years and holidays.

use crate::quantity::calendar::Rel;
use crate::quantity::calendar::holiday::Holiday::{self, Days, Fixed, Lunar, Nth, Qingming, WinterSolstice};
use crate::quantity::words::{Table, rows};
use jiff::civil::Weekday::{Sunday, Thursday};
use std::sync::LazyLock;

/// Words counted from the reference, or from the date read last.
const RELATIVE: &[(&str, Rel)] = &[
    ("大前天", Rel::Day(-3)),
    ("前天|前日", Rel::Day(-2)),
    ("昨天|昨日|昨晚|昨夜|昨", Rel::Day(-1)),
    ("今天|今日|今早|今晨|今晚|本日", Rel::Day(0)),
    ("明天|明日|明早|明晚", Rel::Day(1)),
    ("后天|后日", Rel::Day(2)),
    ("大后天", Rel::Day(3)),
    ("当天|当日|同日|同一天|当晚", Rel::SameDay(0)),
    ("次日|翌日|第二天|隔天|隔日", Rel::SameDay(1)),
    ("上上周|上上个星期|上上星期", Rel::Week(-2)),
    ("上周|上星期|上个星期|上礼拜|上个礼拜|上一周", Rel::Week(-1)),
    ("本周|这周|这个星期|这星期|这个礼拜|本星期|这礼拜", Rel::Week(0)),
    ("下周|下星期|下个星期|下礼拜|下个礼拜|下一周", Rel::Week(1)),
    ("下下周|下下个星期|下下星期", Rel::Week(2)),
    ("上周末|上个周末", Rel::Weekend(-1)),
    ("本周末|这周末|这个周末|周末", Rel::Weekend(0)),
    ("下周末|下个周末", Rel::Weekend(1)),
    ("上上个月|上上月", Rel::Month(-2)),
    ("上月|上个月", Rel::Month(-1)),
    ("本月|这个月|本月份", Rel::Month(0)),
    ("下月|下个月", Rel::Month(1)),
    ("下下个月", Rel::Month(2)),
    ("当月|同月", Rel::SameMonth(0)),
    ("次月|翌月", Rel::SameMonth(1)),
    ("上季度|上个季度|上一季度", Rel::Quarter(-1)),
    ("本季度|这个季度", Rel::Quarter(0)),
    ("下季度|下个季度|下一季度", Rel::Quarter(1)),
    ("大前年", Rel::Year(-3)),
    ("前年", Rel::Year(-2)),
    ("去年|昨年|去年度", Rel::Year(-1)),
    ("上年|上一年|上年度", Rel::YearBefore(-1)),
    ("去年同期|上年同期|昨年同期|上一年同期|去年同时期", Rel::SamePeriod(-1)),
    ("前年同期", Rel::SamePeriod(-2)),
    ("今年|本年|本年度|今年度|今年内", Rel::Year(0)),
    ("明年|来年|下一年|下年|明年度", Rel::Year(1)),
    ("后年", Rel::Year(2)),
    ("大后年", Rel::Year(3)),
    ("当年|同年|该年", Rel::SameYear(0)),
    ("次年|翌年", Rel::SameYear(1)),
];

const HOLIDAYS: &[(&str, Holiday)] = &[
    ("元旦|元旦节|元旦佳节|阳历新年", Fixed(1, 1)),
    ("情人节", Fixed(2, 14)),
    ("妇女节|三八节|三八妇女节|国际妇女节|女神节", Fixed(3, 8)),
    ("植树节", Fixed(3, 12)),
    ("消费者权益日", Fixed(3, 15)),
    ("愚人节", Fixed(4, 1)),
    ("地球日|世界地球日", Fixed(4, 22)),
    ("清明节|清明", Qingming),
    ("劳动节|五一|五一节|五一劳动节|国际劳动节|五一假期", Fixed(5, 1)),
    ("青年节|五四青年节", Fixed(5, 4)),
    ("护士节", Fixed(5, 12)),
    ("母亲节", Nth(5, 2, Sunday)),
    ("儿童节|六一|六一儿童节|六一节", Fixed(6, 1)),
    ("环境日|世界环境日", Fixed(6, 5)),
    ("父亲节", Nth(6, 3, Sunday)),
    ("建党节|七一", Fixed(7, 1)),
    ("建军节|八一建军节", Fixed(8, 1)),
    ("教师节", Fixed(9, 10)),
    ("国庆节|国庆|十一国庆", Fixed(10, 1)),
    ("国庆黄金周|十一黄金周|国庆长假", Days((10, 1), (10, 8))),
    ("五一黄金周", Days((5, 1), (5, 6))),
    ("双十节", Fixed(10, 10)),
    ("万圣节", Fixed(10, 31)),
    ("光棍节|双十一|双11", Fixed(11, 11)),
    ("双十二|双12", Fixed(12, 12)),
    ("感恩节", Nth(11, 4, Thursday)),
    ("平安夜|圣诞夜", Fixed(12, 24)),
    ("圣诞节|圣诞", Fixed(12, 25)),
    ("冬至", WinterSolstice),
    ("跨年夜|跨年", Fixed(12, 31)),
    ("春节|农历新年|大年初一|农历春节|中国新年|农历正月初一|过年", Lunar(1, 1)),
    ("除夕|大年三十|年三十|除夕夜", Lunar(1, 0)),
    ("元宵节|元宵|上元节", Lunar(1, 15)),
    ("端午节|端午|龙舟节", Lunar(5, 5)),
    ("七夕|七夕节|七夕情人节", Lunar(7, 7)),
    ("中元节|盂兰盆节", Lunar(7, 15)),
    ("中秋节|中秋", Lunar(8, 15)),
    ("重阳节|重阳", Lunar(9, 9)),
    ("腊八节|腊八", Lunar(12, 8)),
    ("小年", Lunar(12, 23)),
    ("复活节", Holiday::Easter(0)),
    ("耶稣受难节|受难节", Holiday::Easter(-2)),
    ("浴佛节|佛诞", Lunar(4, 8)),
    ("和平纪念日|二二八纪念日", Fixed(2, 28)),
    ("香港回归日|香港特区成立日", Fixed(7, 1)),
    ("澳门回归日", Fixed(12, 20)),
    ("行宪纪念日", Fixed(12, 25)),
];

/// Eras with their year 0.
const ERAS: &[(&str, i16)] = &[
    ("民国|中华民国", 1911),
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("明治", 1867),
    ("公元|西元|公历", 0),
];

/// Words of the time of day; the number says how hours count: 1 before noon, 2 after noon, 3 noon, 4 night.
const PERIODS: &[(&str, u8)] = &[
    ("上午|早上|早晨|清晨|凌晨|今晨|早间|今早|今天上午|晨间|午前|早", 1),
    ("下午|晚上|傍晚|夜间|今晚|晚间|当晚|夜晚|午后|昨晚|明晚|下晝|晚|夜", 2),
    ("深夜|夜里|午夜|半夜|子夜", 4),
    ("中午|正午|午间", 3),
];

/// Spans counted on or back from the reference: 今后五年, 近三年.
const COURSES: &[(&str, i32)] = &[
    ("今后|未来|接下来|往后|此后的|接下来的|未来的|今后的|未来的", 1),
    ("过去|过去的|近|最近|近来|刚刚过去的|此前|最近的|前|上", -1),
];

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
        .chain(crate::quantity::currency::han_names())
        .chain([
            "人民币",
            "新台币",
            "港币",
            "美元",
            "欧元",
            "英镑",
            "台币",
            "港元",
            "澳门元",
            "日元",
            "美金",
            "第",
            "首",
            "星期",
            "周",
            "礼拜",
            "上半年",
            "下半年",
            "全年",
            "年底",
            "季",
            "今(",
            "昨(",
            "明(",
            "前(",
        ])
}
