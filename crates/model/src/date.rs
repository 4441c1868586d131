//! Dates as announcements state them: often without a year, a month or a day.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// A calendar date (proleptic Gregorian) of which any part but one may be unknown.
///
/// Written per ISO 8601: `2020-07-30`, `2020-07`, `2020`, and `--07-02` or `--07` where the year is not stated.
///
/// ```
/// use samesky_model::date::PartialDate;
/// let stated: PartialDate = "--07-02".parse().unwrap();
/// assert_eq!(stated.to_string(), "--07-02");
/// assert!(stated.agrees_with("2020-07-02".parse().unwrap()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
}

/// Why a text is no [`PartialDate`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("“{0}” is not a date; expected YYYY-MM-DD, YYYY-MM, YYYY, --MM-DD or --MM")]
pub struct DateError(pub String);

impl PartialDate {
    /// Makes a date of the known parts.
    ///
    /// # Errors
    /// When there is no part at all, a day without a month, a month outside 1–12, or a day that the month has not
    /// (29 February is allowed where the year is not known).
    pub fn new(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Result<Self, DateError> {
        let said = || DateError(format!("{year:?}-{month:?}-{day:?}"));
        let possible = match (year, month, day) {
            (None, None, None) | (_, None, Some(_)) => false,
            (Some(y), None, None) => (1..=9999).contains(&y),
            (y, Some(m), None) => (1..=12).contains(&m) && y.is_none_or(|y| (1..=9999).contains(&y)),
            (y, Some(m), Some(d)) => {
                jiff::civil::Date::new(y.unwrap_or(2000), m, d).is_ok() && y.is_none_or(|y| y >= 1)
            }
        };
        if possible { Ok(Self { year, month, day }) } else { Err(said()) }
    }

    /// The year, where stated.
    #[must_use]
    pub const fn year(self) -> Option<i16> {
        self.year
    }

    /// The month (1–12), where stated.
    #[must_use]
    pub const fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month (1–31), where stated.
    #[must_use]
    pub const fn day(self) -> Option<i8> {
        self.day
    }

    /// The same date with the year filled in where it was not stated; `None` when that day does not exist in the year.
    #[must_use]
    pub fn with_year(self, year: i16) -> Option<Self> {
        Self::new(Some(self.year.unwrap_or(year)), self.month, self.day).ok()
    }

    /// The full date, where every part is stated.
    #[must_use]
    pub fn full(self) -> Option<jiff::civil::Date> {
        jiff::civil::Date::new(self.year?, self.month?, self.day?).ok()
    }

    /// Whether no stated part of one contradicts the other: what is not stated agrees with anything.
    #[must_use]
    pub fn agrees_with(self, other: Self) -> bool {
        fn same<T: PartialEq + Copy>(a: Option<T>, b: Option<T>) -> bool {
            a.is_none() || b.is_none() || a == b
        }
        same(self.year, other.year) && same(self.month, other.month) && same(self.day, other.day)
    }
}

impl From<jiff::civil::Date> for PartialDate {
    fn from(date: jiff::civil::Date) -> Self {
        Self { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("-")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || DateError(text.to_owned());
        let (year, rest) = match text.strip_prefix("--") {
            Some(rest) => (None, Some(rest)),
            None => match text.split_once('-') {
                Some((year, rest)) => (Some(digits::<i16>(year, 4).ok_or_else(wrong)?), Some(rest)),
                None => (Some(digits::<i16>(text, 4).ok_or_else(wrong)?), None),
            },
        };
        let (month, day) = match rest.map(|rest| rest.split_once('-').map_or((rest, None), |(m, d)| (m, Some(d)))) {
            None => (None, None),
            Some((m, None)) => (Some(digits(m, 2).ok_or_else(wrong)?), None),
            Some((m, Some(d))) => (Some(digits(m, 2).ok_or_else(wrong)?), Some(digits(d, 2).ok_or_else(wrong)?)),
        };
        Self::new(year, month, day).map_err(|_| wrong())
    }
}

fn digits<T: FromStr>(text: &str, length: usize) -> Option<T> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    #[test]
    fn partial_date_every_writing_round_trips() {
        for text in ["2020-07-30", "2020-07", "2020", "--07-02", "--07", "--02-29", "0794-01-01"] {
            assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn partial_date_impossible_is_refused() {
        for text in
            ["", "-", "--", "2023-02-31", "2023-13", "--02-30", "20-01-01", "2020-7-3", "2020-07-30T00:00", "٢٠٢٠"]
        {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn partial_date_agreement_needs_no_contradiction() {
        let date = |text: &str| text.parse::<PartialDate>().expect("a date");
        assert!(date("2020-11").agrees_with(date("2020-11-19")));
        assert!(date("--11-19").agrees_with(date("2020-11-19")));
        assert!(!date("2020-11-18").agrees_with(date("2020-11-19")));
        assert!(!date("2019").agrees_with(date("2020-11-19")));
    }
}
