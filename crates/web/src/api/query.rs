//! What stands in the address: identifiers, filters and the page of a list. A name that is not known is refused: a
//! misspelt filter would give other numbers than were asked for.

use super::body::{not_expected, nul, typed};
use super::page::Paging;
use super::problem::{FieldProblem, Kind, Problem};
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::str::FromStr;

/// A record's identifier from the address. What is no identifier names no record.
pub(super) struct Id<T>(pub(super) T);

/// Filters from the query.
pub(super) struct Query<F>(pub(super) F);

/// Filters, the order and the page of a list, from the query.
pub(super) struct Listing<F, O = Plain> {
    pub(super) filter: F,
    pub(super) order: O,
    pub(super) paging: Paging,
}

/// Names of the query that say in which order a list comes.
pub(super) trait Order: DeserializeOwned {
    /// The names.
    const NAMES: &'static [&'static str];
}

/// No filters, or the one order that a list has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plain {}

impl Order for Plain {
    const NAMES: &'static [&'static str] = &[];
}

impl<T: FromStr, S: Send + Sync> FromRequestParts<S> for Id<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let unknown = || Problem::new(Kind::NotFound, "there is no record with this identifier");
        let path = axum::extract::Path::<String>::from_request_parts(parts, state).await.map_err(|_| unknown())?;
        path.0.parse().map(Self).map_err(|_| unknown())
    }
}

impl<F: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<F> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self(filter(pairs(parts.uri.query().unwrap_or_default())?)?))
    }
}

impl<F: DeserializeOwned, O: Order, S: Send + Sync> FromRequestParts<S> for Listing<F, O> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let mut pairs = pairs(parts.uri.query().unwrap_or_default())?;
        let Ok(uri) = OriginalUri::from_request_parts(parts, state).await.map_err(|never: Infallible| never);
        let paging = Paging::take(&mut pairs, uri.0)?;
        let (order, filters) = pairs.into_iter().partition(|(name, _)| O::NAMES.contains(&name.as_str()));
        Ok(Self { filter: filter(filters)?, order: filter(order)?, paging })
    }
}

fn pairs(query: &str) -> Result<BTreeMap<String, String>, Problem> {
    let listed: Vec<(String, String)> = serde_html_form::from_str(query)
        .map_err(|error| Problem::new(Kind::Malformed, format!("the query cannot be understood: {error}")))?;
    let mut pairs = BTreeMap::new();
    for (name, value) in listed {
        if value.contains('\0') || name.contains('\0') {
            return Err(nul(&name.replace('\0', "\u{FFFD}")).into());
        }
        if pairs.insert(name.clone(), value).is_some() {
            return Err(not_expected(&name, "is given twice".to_owned()).into());
        }
    }
    Ok(pairs)
}

fn filter<F: DeserializeOwned>(pairs: BTreeMap<String, String>) -> Result<F, FieldProblem> {
    typed(pairs.into_iter().map(|(name, value)| (name, Value::String(value))).collect(), "")
        .map_err(|error| if error.field == "body" { not_expected("query", error.detail) } else { error })
}

#[cfg(test)]
mod tests {
    use super::{filter, pairs};
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)] // `text` is read for its name alone
    struct Years {
        #[serde(default, deserialize_with = "super::super::scalar::year")]
        year: Option<i16>,
        text: Option<String>,
    }

    #[test]
    fn query_wrong_values_and_unknown_names_are_named() {
        let read = |query: &str| filter::<Years>(pairs(query).expect("pairs")).map(|years| years.year);
        assert_eq!(read("year=2020").expect("a year"), Some(2020));
        assert_eq!(read("text=a%20b").expect("nothing"), None);
        for wrong in ["year=", "year=0", "year=10000", "year=+2020"] {
            assert_eq!(read(wrong).expect_err("no year").field, "year", "{wrong}");
        }
        let wrong = read("year=x").expect_err("no number");
        assert_eq!((wrong.field.as_str(), wrong.detail.as_str()), ("year", "“x” is no year; expected 1 to 9999"));
        assert!(read("yaer=2020").expect_err("misspelt").detail.contains("unknown field `yaer`, expected `year`"));
    }

    #[test]
    fn query_given_twice_or_with_a_nul_is_refused() {
        assert!(pairs("a=1&a=2").is_err());
        assert!(pairs("a=%00").is_err());
    }
}
