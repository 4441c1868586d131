//! One pair in, one verdict out.

use samesky_registry::{Comparer, Party};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Pair {
    #[serde(default)]
    id: serde_json::Value,
    a: Side,
    b: Side,
}

#[derive(Deserialize)]
struct Side {
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    identifiers: Option<BTreeMap<String, Option<Number>>>,
    #[serde(default)]
    place: Option<String>,
}

/// An identifier: a text, or a number as programs that take it for one write it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Text(String),
    Number(serde_json::Number),
}

#[derive(Serialize)]
struct Said<'a> {
    id: &'a serde_json::Value,
    verdict: &'static str,
    score: serde_json::Number,
    evidence: Vec<String>,
}

/// A line that cannot be read still has its answer.
#[derive(Serialize)]
struct Unreadable {
    id: Option<String>,
    remarks: Vec<String>,
}

/// The answer to one line, without its line break.
pub(super) fn answer(comparer: &Comparer, line: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(line);
    let said = match serde_json::from_str::<Pair>(text.trim_start_matches('\u{FEFF}')) {
        Ok(pair) => compare(comparer, pair),
        Err(error) => {
            serde_json::to_vec(&Unreadable { id: None, remarks: vec![format!("not a pair of organisations: {error}")] })
        }
    };
    said.unwrap_or_else(|_| br#"{"id":null,"remarks":[]}"#.to_vec())
}

fn compare(comparer: &Comparer, pair: Pair) -> serde_json::Result<Vec<u8>> {
    let answer = comparer.compare(&party(pair.a), &party(pair.b));
    let score = serde_json::from_str(&decimal(answer.score))?;
    let evidence = answer.evidence.iter().map(ToString::to_string).collect();
    serde_json::to_vec(&Said { id: &pair.id, verdict: answer.verdict.code(), score, evidence })
}

fn party(side: Side) -> Party {
    let number = |(scheme, number)| match number? {
        Number::Text(text) => Some((scheme, text)),
        Number::Number(number) => Some((scheme, number.to_string())),
    };
    let identifiers = side.identifiers.unwrap_or_default().into_iter().filter_map(number).collect();
    Party { names: side.names, identifiers, place: side.place }
}

/// Thousandths as a decimal.
pub(super) fn decimal(thousandths: u16) -> String {
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000).trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{answer, decimal};
    use samesky_registry::{Comparer, Known};

    #[test]
    fn scores_are_short_decimals() {
        assert_eq!([1000, 990, 950, 50, 5, 0].map(decimal), ["1", "0.99", "0.95", "0.05", "0.005", "0"]);
    }

    #[test]
    fn identifier_written_as_a_number_is_read() {
        let comparer = Comparer::new(Known::default());
        let line = br#"{"id":7,"a":{"names":["A"],"identifiers":{"jp-corporate-number":1180301018771}},"b":{"names":["B"],"identifiers":{"jp-corporate-number":"1180301018771","lei":null}}}"#;
        let said: serde_json::Value = serde_json::from_slice(&answer(&comparer, line)).expect("JSON");
        assert_eq!((&said["id"], &said["verdict"]), (&7.into(), &"same".into()));
    }
}
