//! What may follow a number: currencies, physical units, lengths of time, percents, classifiers.

use rust_decimal::Decimal;

/// The meaning of a word after a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Suffix {
    /// A currency (ISO 4217), or its part: so many of them make one.
    Money(&'static str, u32),
    /// A share of a hundred: the value is the number times the factor.
    Percent(Decimal),
    /// Percentage points.
    Points(Decimal),
    /// A physical unit: the symbol, and the factor as a fraction.
    Dim(&'static str, Decimal, Decimal),
    /// Degrees Fahrenheit, which need more than a factor.
    Fahrenheit,
    /// A length of time: seconds, and the English plural.
    Span(u64, &'static str),
    /// A classifier or counted noun, with the English plural of what it counts.
    Count(&'static str),
    /// A multiple (倍, times, เท่า).
    Times,
    /// A clock, calendar or rank word that other rules read; no unit of a bare number.
    Other,
}

/// Seconds of the units of time. Months and years are taken as 30 and 365 days.
pub(super) const MINUTE: u64 = 60;
pub(super) const HOUR: u64 = 3600;
pub(super) const DAY: u64 = 86_400;
pub(super) const WEEK: u64 = 7 * DAY;
pub(super) const MONTH: u64 = 30 * DAY;
pub(super) const YEAR: u64 = 365 * DAY;

/// A row of a table of physical units: names, symbol, factor (`"2000/3"` or a decimal).
pub(super) type DimRow = (&'static str, &'static str, &'static str);

/// The words of the rows with their meaning.
pub(super) fn dims(rows: &'static [DimRow]) -> impl Iterator<Item = (&'static str, Suffix)> {
    rows.iter().flat_map(|&(words, unit, factor)| {
        let (num, den) = factor.split_once('/').unwrap_or((factor, "1"));
        let one = |text: &str| text.parse::<Decimal>().unwrap_or(Decimal::ONE);
        let suffix = Suffix::Dim(unit, one(num), one(den));
        words.split('|').map(move |word| (word, suffix))
    })
}

/// The words of currency rows with their meaning.
pub(super) fn money(
    rows: &'static [(&'static str, &'static str)],
    part: u32,
) -> impl Iterator<Item = (&'static str, Suffix)> {
    rows.iter().flat_map(move |&(code, words)| words.split('|').map(move |word| (word, Suffix::Money(code, part))))
}

/// The words of rows of counted things with their meaning.
pub(super) fn counts(rows: &'static [(&'static str, &'static str)]) -> impl Iterator<Item = (&'static str, Suffix)> {
    rows.iter().flat_map(|&(unit, words)| words.split('|').map(move |word| (word, Suffix::Count(unit))))
}

/// Symbols that every language uses. Case matters. Factors: the SI brochure (BIPM, 9th edition), for US and
/// imperial units NIST Special Publication 811.
pub(super) const SYMBOLS: &[DimRow] = &[
    ("km²|km2|km^2|㎢|sq km|sq. km|sq km.|sqkm", "km2", "1"),
    ("m²|m2|m^2|㎡|sq m|sq. m|sqm|sq.m.", "m2", "1"),
    ("cm²|cm2|㎠", "m2", "0.0001"),
    ("ha", "m2", "10000"),
    ("sq ft|sq. ft.|sqft|ft²", "m2", "0.09290304"),
    ("km|㎞|KM|Km", "m", "1000"),
    ("m", "m", "1"),
    ("cm|㎝", "m", "0.01"),
    ("mm|㎜", "m", "0.001"),
    ("μm|µm|um", "m", "0.000001"),
    ("nm", "m", "0.000000001"),
    ("ft", "m", "0.3048"),
    ("kg|㎏|Kg|KG", "kg", "1"),
    ("g", "kg", "0.001"),
    ("mg|㎎", "kg", "0.000001"),
    ("t|ton", "t", "1"),
    ("kt", "t", "1000"),
    ("Mt", "t", "1000000"),
    ("lb|lbs", "kg", "0.45359237"),
    ("oz", "kg", "0.028349523125"),
    ("L|l|ℓ", "L", "1"),
    ("mL|ml|㎖", "L", "0.001"),
    ("kL|kl|KL", "L", "1000"),
    ("m³|m3|㎥|cbm", "m3", "1"),
    ("W", "W", "1"),
    ("kW|KW|㎾", "W", "1000"),
    ("MW|㎿|Mw", "W", "1000000"),
    ("GW", "W", "1000000000"),
    ("TW", "W", "1000000000000"),
    ("Wh", "Wh", "1"),
    ("kWh|KWh|kwh|KWH", "Wh", "1000"),
    ("MWh|MWH", "Wh", "1000000"),
    ("GWh|GWH|Gwh", "Wh", "1000000000"),
    ("TWh|TWH", "Wh", "1000000000000"),
    ("V", "V", "1"),
    ("kV|KV", "V", "1000"),
    ("mAh", "Ah", "0.001"),
    ("Ah", "Ah", "1"),
    ("Hz", "Hz", "1"),
    ("kHz", "Hz", "1000"),
    ("MHz", "Hz", "1000000"),
    ("GHz", "Hz", "1000000000"),
    ("°C|℃|° C", "°C", "1"),
    ("km/h|kph|km/hr", "km/h", "1"),
    ("mph", "km/h", "1.609344"),
    ("m/s", "m/s", "1"),
    ("KB|kB", "B", "1000"),
    ("MB", "B", "1000000"),
    ("GB", "B", "1000000000"),
    ("TB", "B", "1000000000000"),
    ("PB", "B", "1000000000000000"),
    ("kbps|Kbps", "bit/s", "1000"),
    ("Mbps|Mb/s", "bit/s", "1000000"),
    ("Gbps|Gb/s", "bit/s", "1000000000"),
    ("kPa", "Pa", "1000"),
    ("MPa", "Pa", "1000000"),
    ("hPa", "Pa", "100"),
    ("TEU|TEUs", "TEU", "1"),
    ("dB", "dB", "1"),
    ("kcal", "J", "4184"),
    ("kJ", "J", "1000"),
    ("ppm", "ppm", "1"),
    ("°|º", "°", "1"),
];

/// Words of every language that are no physical unit.
pub(super) fn common() -> Vec<(&'static str, Suffix)> {
    let mut words: Vec<_> = dims(SYMBOLS).collect();
    words.extend([
        ("%", Suffix::Percent(Decimal::ONE)),
        ("‰", Suffix::Percent(Decimal::new(1, 1))),
        ("bp", Suffix::Points(Decimal::new(1, 2))),
        ("bps", Suffix::Points(Decimal::new(1, 2))),
        ("pp", Suffix::Points(Decimal::ONE)),
        ("°F", Suffix::Fahrenheit),
        ("℉", Suffix::Fahrenheit),
        ("pct", Suffix::Percent(Decimal::ONE)),
        ("$", Suffix::Money("USD", 1)),
        ("US$", Suffix::Money("USD", 1)),
        ("HK$", Suffix::Money("HKD", 1)),
        ("NT$", Suffix::Money("TWD", 1)),
        ("€", Suffix::Money("EUR", 1)),
        ("£", Suffix::Money("GBP", 1)),
        ("¢", Suffix::Money("USD", 100)),
        ("฿", Suffix::Money("THB", 1)),
        ("₫", Suffix::Money("VND", 1)),
        ("₽", Suffix::Money("RUB", 1)),
        ("RMB", Suffix::Money("CNY", 1)),
        ("K", Suffix::Other),
    ]);
    words.extend(super::currency::CODES.split(' ').map(|code| (code, Suffix::Money(code, 1))));
    words
}
