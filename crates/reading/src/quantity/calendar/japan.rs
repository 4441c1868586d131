//! Japanese public holidays whose day was moved: by the law of 1998 and 2001 to a Monday, for the Olympic year 2020 and
//! for 2021, with a new emperor (国民の祝日に関する法律 and its amendments).

use super::nth;
use jiff::civil::{Date, Weekday};

/// A holiday whose day depends on the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::quantity) enum Moved {
    /// 成人の日
    ComingOfAge,
    /// 天皇誕生日
    Emperor,
    /// 海の日
    Sea,
    /// 山の日
    Mountain,
    /// 敬老の日
    Aged,
    /// スポーツの日, before 2020 体育の日
    Sports,
}

/// The day of the holiday in a year.
pub(in crate::quantity) fn date(holiday: Moved, year: i16) -> Option<Date> {
    let on = |month, day| Date::new(year, month, day).ok();
    let monday = |month, n| nth(year, month, n, Weekday::Monday);
    match (holiday, year) {
        (Moved::ComingOfAge, ..=1999) => on(1, 15),
        (Moved::ComingOfAge, _) => monday(1, 2),
        (Moved::Emperor, ..=1988) => on(4, 29),
        (Moved::Emperor, ..=2018) => on(12, 23),
        (Moved::Emperor, 2019) => None,
        (Moved::Emperor, _) => on(2, 23),
        (Moved::Sea, 2020) => on(7, 23),
        (Moved::Sea, 2021) => on(7, 22),
        (Moved::Sea, ..=2002) => on(7, 20),
        (Moved::Sea, _) => monday(7, 3),
        (Moved::Mountain, 2020) => on(8, 10),
        (Moved::Mountain, 2021) => on(8, 8),
        (Moved::Mountain, _) => on(8, 11),
        (Moved::Aged, ..=2002) => on(9, 15),
        (Moved::Aged, _) => monday(9, 3),
        (Moved::Sports, 2020) => on(7, 24),
        (Moved::Sports, 2021) => on(7, 23),
        (Moved::Sports, ..=1999) => on(10, 10),
        (Moved::Sports, _) => monday(10, 2),
    }
}

#[cfg(test)]
mod tests {
    use super::{Moved, date};

    #[test]
    fn moved_holidays_fall_on_the_day_of_their_year() {
        let said = |holiday, year| date(holiday, year).map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(
            [said(Moved::Sea, 2002), said(Moved::Sea, 2019), said(Moved::Sea, 2020)],
            ["2002-07-20", "2019-07-15", "2020-07-23"]
        );
        assert_eq!([said(Moved::Sports, 2019), said(Moved::Sports, 2021)], ["2019-10-14", "2021-07-23"]);
        assert_eq!([said(Moved::Emperor, 2018), said(Moved::Emperor, 2019)], ["2018-12-23", ""]);
        assert_eq!([said(Moved::Aged, 2022), said(Moved::ComingOfAge, 1999)], ["2022-09-19", "1999-01-15"]);
        assert_eq!(said(Moved::Mountain, 2021), "2021-08-08");
    }
}
