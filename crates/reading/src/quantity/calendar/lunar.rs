//! The Chinese lunar calendar, 1950 to 2098, as a table: a fact of astronomy as the Purple Mountain Observatory
//! publishes it (GB/T 33661-2017), so that 春节 and 中秋 have dates.

use jiff::ToSpan;
use jiff::civil::Date;

const FIRST_YEAR: i16 = 1950;

/// A year a number: bits 0–5 the day of the year (from 0) on which it begins, bits 6–9 its leap month or 0, from bit 10
/// one bit a month in order, set where the month has 30 days.
const YEARS: &[u32] = &[
    0x14D82F, 0x2AB424, 0x56A95A, 0x16C82C, 0x2E9421, 0x7528D7, 0x35282A, 0x2A561E, 0x2A5C30, 0x155826, 0x2AD59B,
    0x2B542D, 0x1B4823, 0x3A9518, 0x3A942B, 0x192820, 0x325CD4, 0x2A6C27, 0x5569DD, 0x15A82F, 0x2DA424, 0x5D495A,
    0x2D482D, 0x2C9421, 0x592D16, 0x292C29, 0x52AE1E, 0x0AB430, 0x16B425, 0x2DA59B, 0x36A42E, 0x364823, 0x749518,
    0x34942B, 0x6936A0, 0x295832, 0x0AD827, 0x16D59C, 0x1B542F, 0x3AA424, 0x7A495A, 0x3A482D, 0x349822, 0x2958D6,
    0x295C28, 0x535A1E, 0x0D6831, 0x1B5425, 0x5B255B, 0x1D242E, 0x1A4C23, 0x54AD17, 0x14AC2A, 0x296C1F, 0x556895,
    0x15A827, 0x6D55DC, 0x2E9030, 0x2D2425, 0x6A4D59, 0x2A542C, 0x14B421, 0x2AB516, 0x2AD428, 0x56AA5E, 0x174831,
    0x369426, 0x75299B, 0x35282E, 0x325423, 0x54B918, 0x15582A, 0x2AD41F, 0x56C895, 0x1B4828, 0x3A959C, 0x1C942F,
    0x192C24, 0x325D59, 0x32AC2B, 0x156821, 0x2B58D6, 0x2DA429, 0x5D4ADE, 0x2D4831, 0x2C9426, 0x692D9B, 0x292C2D,
    0x12AC22, 0x156D57, 0x16B42A, 0x2DA81F, 0x6D4895, 0x364828, 0x7495DD, 0x34942F, 0x295424, 0x52B559, 0x12D82C,
    0x16D420, 0x36A8D6, 0x3B2429, 0x7A4A1F, 0x3A4831, 0x349826, 0x29599B, 0x295C2D, 0x155822, 0x1B5517, 0x1D542A,
    0x1D2420, 0x3A4CD4, 0x1A4C27, 0x54ADDC, 0x14AC2F, 0x296C23, 0x556959, 0x15A82C, 0x2D9421, 0x5D2916, 0x2D2829,
    0x6A561E, 0x2A5431, 0x14B425, 0x2AB59A, 0x2AD42D, 0x16A823, 0x2E9517, 0x36942A, 0x352820, 0x7254D5, 0x325827,
    0x6539DC, 0x15582F, 0x2AD424, 0x56C959, 0x1B482C, 0x3A9421, 0x392917, 0x1A2C28, 0x325E1D, 0x12AC30, 0x156C25,
    0x2B599A, 0x2DA82D, 0x1D4823, 0x5C9518, 0x2D142A, 0x2A2C1F,
];

/// The Gregorian date of a day of the lunar year (the leap month is never meant by a festival).
pub(in crate::quantity) fn date(year: i16, month: u32, day: i32) -> Option<Date> {
    let index = usize::try_from(year.checked_sub(FIRST_YEAR)?).ok()?;
    let row = *YEARS.get(index)?;
    let leap = (row >> 6) & 0xF;
    let before = if leap != 0 && month > leap { month } else { month.checked_sub(1)? };
    let length = |k: u32| if row >> (10 + k) & 1 == 1 { 30 } else { 29 };
    let days: i32 = (0..before).map(length).sum();
    let first = i32::try_from(row & 0x3F).ok()?;
    Date::new(year, 1, 1).ok()?.checked_add((first + days + day - 1).days()).ok()
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn lunar_festivals_fall_on_their_days() {
        let said = |y, m, d| date(y, m, d).map(|date| date.to_string());
        assert_eq!(said(2024, 1, 1).as_deref(), Some("2024-02-10"));
        assert_eq!(said(2023, 8, 15).as_deref(), Some("2023-09-29"));
        assert_eq!(said(2020, 5, 5).as_deref(), Some("2020-06-25"));
        assert_eq!(said(1900, 1, 1), None);
    }
}
