//! Exact numbers, dates and instants on the wire.

use jiff::Timestamp;
use samesky_model::{Decimal, date::PartialDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::borrow::Cow;
use std::str::FromStr;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

/// The most digits that the store keeps exactly, and so the most that are taken.
const DIGITS: usize = 28;

/// An exact decimal, written as a string: `"20450000000"`, `"0.5"`. A JSON number would pass through a float.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exact(pub(super) Decimal);

/// A date of which parts may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date(pub(super) PartialDate);

/// An instant in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Instant(pub(super) Timestamp);

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

impl From<PartialDate> for Date {
    fn from(value: PartialDate) -> Self {
        Self(value)
    }
}

impl From<Timestamp> for Instant {
    fn from(value: Timestamp) -> Self {
        Self(value)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        exact(&text).map(Self).ok_or_else(|| {
            D::Error::custom(format!(
                "“{}” is no exact decimal; expected digits with at most one point, as in \"20450000000\" or \"-0.5\", \
                 at most {DIGITS} digits",
                shortened(&text)
            ))
        })
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<str>::deserialize(deserializer)?.parse().map(Self).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map(Self).map_err(|_| {
            D::Error::custom(format!(
                "“{}” is no instant; expected RFC 3339 with an offset, as in 2026-11-20T08:30:00Z",
                shortened(&text)
            ))
        })
    }
}

/// A value of a query string that is not text: a number, a yes or no.
pub(super) fn parsed<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr,
    T::Err: std::fmt::Display,
{
    let text = Cow::<str>::deserialize(deserializer)?;
    let value =
        text.parse().map_err(|error| D::Error::custom(format!("“{}” does not fit: {error}", shortened(&text))))?;
    Ok(Some(value))
}

/// A year of a query string.
pub(super) fn year<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i16>, D::Error> {
    let text = Cow::<str>::deserialize(deserializer)?;
    let year = text.parse().ok().filter(|year| (1..=9999).contains(year) && !text.starts_with('+'));
    let said = || D::Error::custom(format!("“{}” is no year; expected 1 to 9999", shortened(&text)));
    Ok(Some(year.ok_or_else(said)?))
}

/// The beginning of a text that is quoted back.
pub(super) fn shortened(text: &str) -> String {
    const REACH: usize = 60;
    if text.chars().nth(REACH).is_none() { text.to_owned() } else { text.chars().take(REACH).chain(['…']).collect() }
}

fn exact(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let numeric = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let plain = numeric(whole) && part.is_none_or(numeric) && text.len() <= DIGITS + 2;
    plain.then(|| Decimal::from_str_exact(text).ok()).flatten()
}

fn text(pattern: Option<&str>, format: Option<SchemaFormat>, description: &str, example: &str) -> RefOr<Schema> {
    let object = ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(pattern)
        .format(format)
        .description(Some(description))
        .examples([example]);
    RefOr::T(Schema::Object(object.build()))
}

impl PartialSchema for Exact {
    fn schema() -> RefOr<Schema> {
        let said = "An exact decimal in units (not in 万 or 亿), written as a string so that no digit is lost. A \
                    currency stands beside it, never in it.";
        text(Some("^-?[0-9]{1,28}(\\.[0-9]{1,28})?$"), None, said, "20450000000")
    }
}

impl PartialSchema for Date {
    fn schema() -> RefOr<Schema> {
        let said = "A date per ISO 8601, partial where its source is: `2020-07-30`, `2020-07`, `2020`, and `--07-02` \
                    or `--07` where the year is not stated.";
        text(Some("^([0-9]{4}|([0-9]{4}|-)-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)$"), None, said, "2020-11-19")
    }
}

impl PartialSchema for Instant {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::DateTime);
        text(None, Some(format), "An instant per RFC 3339, in UTC.", "2026-11-20T08:30:00Z")
    }
}

impl ToSchema for Exact {
    fn name() -> Cow<'static, str> {
        "Exact".into()
    }
}

impl ToSchema for Date {
    fn name() -> Cow<'static, str> {
        "Date".into()
    }
}

impl ToSchema for Instant {
    fn name() -> Cow<'static, str> {
        "Instant".into()
    }
}

#[cfg(test)]
mod tests {
    use super::{Exact, exact};

    #[test]
    fn exact_takes_plain_digits_only() {
        for text in ["0", "20450000000", "-0.5", "1.50", "9999999999999999999999999999"] {
            assert_eq!(exact(text).map(|number| number.to_string()), Some(text.to_owned()), "{text}");
        }
        for text in
            ["", "-", "1e5", "+1", "1_000", "1,000", ".5", "5.", "١", "1.2.3", &"9".repeat(40), &"0.1".repeat(9)]
        {
            assert_eq!(exact(text), None, "{text}");
        }
    }

    #[test]
    fn exact_of_a_json_number_is_refused() {
        assert!(serde_json::from_str::<Exact>("204.5").is_err());
    }
}
