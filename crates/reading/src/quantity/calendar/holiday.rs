//! Holidays whose date is fixed or can be computed.

use super::{japan, lunar, nth, partial, thai};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// How a holiday's date is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::quantity) enum Holiday {
    /// Month and day.
    Fixed(i8, i8),
    /// From one day to the day after another.
    Days((i8, i8), (i8, i8)),
    /// Month and day of the Chinese lunar calendar.
    Lunar(u32, i32),
    /// The nth weekday of a month; −1 is the last.
    Nth(i8, i8, Weekday),
    /// So many days after the nth weekday of a month.
    After(i8, i8, Weekday, i32),
    /// A Japanese holiday whose day was moved.
    Japan(japan::Moved),
    /// A day of the Thai lunar calendar.
    Thai(thai::Feast),
    /// So many days from Easter Sunday.
    Easter(i32),
    /// The solar term of early April (4 or 5 April).
    Qingming,
    /// 20 or 21 March.
    SpringEquinox,
    /// 22 or 23 September.
    AutumnEquinox,
    /// 21 or 22 December.
    WinterSolstice,
}

/// The holiday in a year: its date, or `A/B` for one of several days.
pub(in crate::quantity) fn on(holiday: Holiday, year: Option<i16>) -> Option<String> {
    match (holiday, year) {
        (Holiday::Fixed(month, day), _) => partial(year, Some(month), Some(day)).map(|date| date.to_string()),
        (Holiday::Days(from, to), _) => {
            let y = year.unwrap_or(2001);
            let (a, b) = (Date::new(y, from.0, from.1).ok()?, Date::new(y, to.0, to.1).ok()?);
            Some(super::between(a, b, year.is_none()))
        }
        (other, Some(year)) => day(other, year).map(|date| date.to_string()),
        _ => None,
    }
}

fn day(holiday: Holiday, year: i16) -> Option<Date> {
    match holiday {
        Holiday::Fixed(month, day) | Holiday::Days((month, day), _) => Date::new(year, month, day).ok(),
        Holiday::Lunar(month, day) => lunar::date(year, month, day),
        Holiday::Nth(month, n, weekday) => nth(year, month, n, weekday),
        Holiday::After(month, n, weekday, more) => nth(year, month, n, weekday)?.checked_add(more.days()).ok(),
        Holiday::Japan(moved) => japan::date(moved, year),
        Holiday::Thai(feast) => thai::date(feast, year),
        Holiday::Easter(offset) => easter(year)?.checked_add(offset.days()).ok(),
        Holiday::Qingming => Date::new(year, 4, solar(year, 481, 2000)).ok(),
        Holiday::SpringEquinox => Date::new(year, 3, solar(year, 2084, 1980)).ok(),
        Holiday::AutumnEquinox => Date::new(year, 9, solar(year, 2325, 1980)).ok(),
        Holiday::WinterSolstice => Date::new(year, 12, solar(year, 2194, 2000)).ok(),
    }
}

/// The day of a solar term in a year 1980–2099: a constant in hundredths of a day, 0.2422 days a year, less the leap
/// days (the usual short formula of Japanese almanacs for the equinoxes, of Chinese ones for 清明).
fn solar(year: i16, constant: i32, base: i32) -> i8 {
    let n = i32::from(year) - base;
    let days = (constant * 100 + n * 2422) / 10_000 - n.div_euclid(4);
    i8::try_from(days.clamp(1, 28)).unwrap_or(1)
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Holiday, on};
    use jiff::civil::Weekday;

    #[test]
    fn holidays_fall_on_their_days() {
        let said = |holiday, year| on(holiday, Some(year)).unwrap_or_default();
        assert_eq!(said(Holiday::Easter(0), 2024), "2024-03-31");
        assert_eq!(said(Holiday::Easter(-2), 2023), "2023-04-07");
        assert_eq!(said(Holiday::Nth(11, 4, Weekday::Thursday), 2023), "2023-11-23");
        assert_eq!(said(Holiday::Qingming, 2024), "2024-04-04");
        assert_eq!(said(Holiday::Qingming, 2023), "2023-04-05");
        assert_eq!(said(Holiday::SpringEquinox, 2024), "2024-03-20");
        assert_eq!(said(Holiday::SpringEquinox, 2023), "2023-03-21");
        assert_eq!(said(Holiday::AutumnEquinox, 2024), "2024-09-22");
        assert_eq!(said(Holiday::AutumnEquinox, 2023), "2023-09-23");
        assert_eq!(said(Holiday::WinterSolstice, 2023), "2023-12-22");
        assert_eq!(said(Holiday::WinterSolstice, 2024), "2024-12-21");
        assert_eq!(said(Holiday::Lunar(8, 15), 2023), "2023-09-29");
    }
}
