//! English words of days, months, years and holidays.

use crate::quantity::calendar::Rel;
use crate::quantity::calendar::holiday::Holiday::{self, After, Days, Easter, Fixed, Lunar, Nth, Thai};
use crate::quantity::calendar::thai::Feast;
use crate::quantity::words::{Table, rows};
use jiff::civil::Weekday::{Monday, Sunday, Thursday, Tuesday};
use std::sync::LazyLock;

const MONTHS: &[(&str, i8)] = &[
    ("january|jan|jan.", 1),
    ("february|feb|feb.", 2),
    ("march|mar|mar.", 3),
    ("april|apr|apr.", 4),
    ("may", 5),
    ("june|jun|jun.", 6),
    ("july|jul|jul.", 7),
    ("august|aug|aug.", 8),
    ("september|sept|sep|sept.|sep.", 9),
    ("october|oct|oct.", 10),
    ("november|nov|nov.", 11),
    ("december|dec|dec.", 12),
];

const WEEKDAYS: &[(&str, i32)] = &[
    ("monday|mon|mon.", 0),
    ("tuesday|tue|tues|tue.|tues.", 1),
    ("wednesday|wed|wed.", 2),
    ("thursday|thu|thur|thurs|thu.|thurs.", 3),
    ("friday|fri|fri.", 4),
    ("saturday|sat|sat.", 5),
    ("sunday|sun|sun.", 6),
];

const RELATIVE: &[(&str, Rel)] = &[
    ("the day before yesterday|day before yesterday", Rel::Day(-2)),
    ("yesterday|last night|yesterday's", Rel::Day(-1)),
    ("a week ago|one week ago|a week earlier", Rel::Day(-7)),
    ("a fortnight ago|a fortnight earlier", Rel::Day(-14)),
    ("today|tonight|this morning|this afternoon|this evening", Rel::Day(0)),
    ("tomorrow|tomorrow night|tomorrow morning", Rel::Day(1)),
    ("the day after tomorrow|day after tomorrow", Rel::Day(2)),
    ("the same day|same day|that day", Rel::SameDay(0)),
    ("the next day|the following day|next day", Rel::SameDay(1)),
    ("last week|the previous week|past week", Rel::Week(-1)),
    ("this week", Rel::Week(0)),
    ("next week|the coming week", Rel::Week(1)),
    ("last weekend", Rel::Weekend(-1)),
    ("this weekend|the weekend", Rel::Weekend(0)),
    ("next weekend", Rel::Weekend(1)),
    ("last month|the previous month|previous month|a month ago|one month ago|a month earlier", Rel::Month(-1)),
    ("this month|the current month", Rel::Month(0)),
    ("next month|the coming month", Rel::Month(1)),
    ("last quarter|the previous quarter|previous quarter", Rel::Quarter(-1)),
    ("this quarter|the current quarter|current quarter", Rel::Quarter(0)),
    ("next quarter|the coming quarter", Rel::Quarter(1)),
    ("last year|a year ago|one year ago", Rel::Year(-1)),
    (
        "the previous year|previous year|a year earlier|one year earlier|the year before|the prior year|the preceding year",
        Rel::YearBefore(-1),
    ),
    (
        "the same period last year|same period last year|the same period of last year|same period of last year|\
         the same period a year earlier|same period a year earlier|the same period of the previous year|\
         same period of the previous year|the same period in the previous year|the corresponding period last year|\
         the corresponding period of last year|the same period a year ago|same period a year ago",
        Rel::SamePeriod(-1),
    ),
    ("this year|the current year", Rel::Year(0)),
    ("next year|the coming year", Rel::Year(1)),
    ("the same month|same month", Rel::SameMonth(0)),
    ("the same year|same year", Rel::SameYear(0)),
];

const HOLIDAYS: &[(&str, Holiday)] = &[
    ("new year's day|new years day|new year's", Fixed(1, 1)),
    ("martin luther king day|martin luther king jr. day|mlk day", Nth(1, 3, Monday)),
    ("groundhog day", Fixed(2, 2)),
    ("valentine's day|valentines day|saint valentine's day", Fixed(2, 14)),
    ("presidents' day|presidents day|president's day|washington's birthday", Nth(2, 3, Monday)),
    ("international women's day|women's day", Fixed(3, 8)),
    ("st. patrick's day|st patrick's day|saint patrick's day", Fixed(3, 17)),
    ("april fools' day|april fool's day|april fools day|april fools", Fixed(4, 1)),
    ("earth day", Fixed(4, 22)),
    ("ash wednesday", Easter(-46)),
    ("shrove tuesday|pancake day|mardi gras", Easter(-47)),
    ("palm sunday", Easter(-7)),
    ("maundy thursday", Easter(-3)),
    ("good friday", Easter(-2)),
    ("easter sunday|easter|easter day", Easter(0)),
    ("easter monday", Easter(1)),
    ("ascension day", Easter(39)),
    ("pentecost|whit sunday", Easter(49)),
    ("whit monday|pentecost monday", Easter(50)),
    ("may day|labour day holiday|international workers' day", Fixed(5, 1)),
    ("cinco de mayo", Fixed(5, 5)),
    ("mother's day|mothers day|mothers' day", Nth(5, 2, Sunday)),
    ("memorial day", Nth(5, -1, Monday)),
    ("juneteenth", Fixed(6, 19)),
    ("father's day|fathers day|fathers' day", Nth(6, 3, Sunday)),
    ("canada day", Fixed(7, 1)),
    ("independence day|fourth of july|the fourth of july|4th of july|us independence day", Fixed(7, 4)),
    ("bastille day", Fixed(7, 14)),
    ("labor day|labour day", Nth(9, 1, Monday)),
    ("columbus day|indigenous peoples' day", Nth(10, 2, Monday)),
    ("halloween|hallowe'en|all hallows' eve", Fixed(10, 31)),
    ("all saints' day|all saints day", Fixed(11, 1)),
    ("guy fawkes night|bonfire night", Fixed(11, 5)),
    ("veterans day|remembrance day|armistice day|veterans' day", Fixed(11, 11)),
    ("election day", Nth(11, 1, Tuesday)),
    ("thanksgiving|thanksgiving day", Nth(11, 4, Thursday)),
    ("black friday", After(11, 4, Thursday, 1)),
    ("cyber monday", After(11, 4, Thursday, 4)),
    ("giving tuesday", After(11, 4, Thursday, 5)),
    ("christmas eve|xmas eve", Fixed(12, 24)),
    ("christmas|christmas day|xmas|x-mas", Fixed(12, 25)),
    ("boxing day", Fixed(12, 26)),
    ("new year's eve|new years eve", Fixed(12, 31)),
    ("chinese new year|lunar new year|spring festival|chinese new year's day|the spring festival", Lunar(1, 1)),
    ("lantern festival", Lunar(1, 15)),
    ("dragon boat festival", Lunar(5, 5)),
    ("qixi festival", Lunar(7, 7)),
    ("mid-autumn festival|moon festival|mid-autumn day", Lunar(8, 15)),
    ("double ninth festival|chung yeung festival", Lunar(9, 9)),
    ("qingming festival|tomb-sweeping day|tomb sweeping day", Holiday::Qingming),
    ("songkran|songkran festival", Days((4, 13), (4, 16))),
    ("makha bucha|makha bucha day|magha puja", Thai(Feast::Makha)),
    ("visakha bucha|visakha bucha day|vesak|vesak day", Thai(Feast::Visakha)),
    ("asalha bucha|asanha bucha|asalha puja|asarnha bucha day", Thai(Feast::Asalha)),
    ("khao phansa|buddhist lent day", Thai(Feast::AfterAsalha(1))),
    ("loy krathong|loi krathong", Thai(Feast::AfterAsalha(118))),
    ("hungry ghost festival|ghost festival", Lunar(7, 15)),
    ("holy saturday|easter saturday", Easter(-1)),
    ("corpus christi", Easter(60)),
    ("chinese valentine's day", Lunar(7, 7)),
    ("winter solstice festival|dongzhi festival", Holiday::WinterSolstice),
    ("golden week", Days((4, 29), (5, 6))),
    ("australia day", Fixed(1, 26)),
    ("anzac day", Fixed(4, 25)),
    ("singles' day|singles day", Fixed(11, 11)),
];

pub(super) static MONTH: LazyLock<Table<i8>> = LazyLock::new(|| Table::any_case(rows(MONTHS)));
pub(super) static WEEKDAY: LazyLock<Table<i32>> = LazyLock::new(|| Table::any_case(rows(WEEKDAYS)));
pub(super) static RELATIVES: LazyLock<Table<Rel>> = LazyLock::new(|| Table::any_case(rows(RELATIVE)));
pub(super) static HOLIDAY: LazyLock<Table<Holiday>> = LazyLock::new(|| Table::any_case(rows(HOLIDAYS)));

/// Every word of these tables.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    rows(MONTHS)
        .map(|row| row.0)
        .chain(rows(RELATIVE).map(|row| row.0))
        .chain(rows(HOLIDAYS).map(|row| row.0))
        .chain(rows(WEEKDAYS).map(|row| row.0))
}
