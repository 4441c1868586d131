//! The Thai lunar calendar, 1990 to 2060, so that the Buddhist holy days and ลอยกระทง have dates.
//!
//! A year has twelve months of 29 and 30 days in turn, 354 days. Some years have an eighth month twice (อธิกมาส, 384
//! days), some a seventh month of 30 days (อธิกวาร, 355 days). Which, is published and follows no plain rule: the lists
//! are those of the Thai calendar for พ.ศ. 2300 to 2700, as myhora.com prints it; the days of 2015 to 2026 that they give
//! are the public holidays of those years.

use jiff::ToSpan;
use jiff::civil::Date;

const FIRST_YEAR: i16 = 1990;
const LAST_YEAR: i16 = 2060;

/// Years with an eighth month twice.
const LONG: [i16; 26] = [
    1991, 1994, 1996, 1999, 2002, 2004, 2007, 2010, 2012, 2015, 2018, 2021, 2023, 2026, 2029, 2031, 2034, 2037, 2040,
    2042, 2045, 2048, 2050, 2053, 2056, 2059,
];

/// Years with a day more.
const DAY_MORE: [i16; 14] = [1990, 1997, 2000, 2006, 2009, 2016, 2020, 2025, 2032, 2035, 2043, 2046, 2052, 2055];

/// A day of the Thai lunar year that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::quantity) enum Feast {
    /// The full moon of the third month, in a long year of the fourth.
    Makha,
    /// The full moon of the sixth month, in a long year of the seventh.
    Visakha,
    /// The full moon of the eighth month, in a long year of the second one.
    Asalha,
    /// So many days after it: the rains retreat, its end, the floating of ลอยกระทง.
    AfterAsalha(i32),
}

/// The Gregorian date of the day in a year.
pub(in crate::quantity) fn date(feast: Feast, year: i16) -> Option<Date> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return None;
    }
    let long = LONG.contains(&year);
    let days = match feast {
        Feast::Makha => {
            if long {
                102
            } else {
                73
            }
        }
        Feast::Visakha => {
            if long {
                191
            } else {
                161
            }
        }
        Feast::Asalha => asalha(year, long),
        Feast::AfterAsalha(more) => asalha(year, long) + more,
    };
    new_year(year)?.checked_add(days.days()).ok()
}

fn asalha(year: i16, long: bool) -> i32 {
    if long { 250 } else { 220 + i32::from(DAY_MORE.contains(&year)) }
}

/// The first day of the first month, which falls in November or December of the year before.
fn new_year(year: i16) -> Option<Date> {
    let length = |year: i16| if LONG.contains(&year) { 384 } else { 354 + i32::from(DAY_MORE.contains(&year)) };
    let days: i32 = (FIRST_YEAR..year).map(length).sum();
    Date::new(1989, 11, 28).ok()?.checked_add(days.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::{Feast, date};

    #[test]
    fn thai_feasts_fall_on_the_public_holidays_of_their_years() {
        let said = |feast, year| date(feast, year).map(|date| date.to_string()).unwrap_or_default();
        let (makha, visakha, asalha) = (Feast::Makha, Feast::Visakha, Feast::Asalha);
        for (year, days) in [
            (2015, ["2015-03-04", "2015-06-01", "2015-07-30"]),
            (2016, ["2016-02-22", "2016-05-20", "2016-07-19"]),
            (2019, ["2019-02-19", "2019-05-18", "2019-07-16"]),
            (2020, ["2020-02-08", "2020-05-06", "2020-07-05"]),
            (2021, ["2021-02-26", "2021-05-26", "2021-07-24"]),
            (2023, ["2023-03-06", "2023-06-03", "2023-08-01"]),
            (2024, ["2024-02-24", "2024-05-22", "2024-07-20"]),
            (2025, ["2025-02-12", "2025-05-11", "2025-07-10"]),
        ] {
            assert_eq!([said(makha, year), said(visakha, year), said(asalha, year)], days);
        }
        assert_eq!(said(Feast::AfterAsalha(118), 2020), "2020-10-31");
        assert_eq!(said(Feast::AfterAsalha(118), 2023), "2023-11-27");
        assert_eq!(said(makha, 1960), "");
    }
}
