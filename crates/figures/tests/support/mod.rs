//! Figures and texts for tests, written shortly.
#![allow(dead_code, unreachable_pub, clippy::expect_used, clippy::print_stderr, missing_docs)]

use samesky_model::Decimal;
use samesky_model::reading::{EventClaim, FigureClaim, Measure, MoneyClass, Qualifier, Status, Tier, Title};
use samesky_model::span::Span;
use serde::Deserialize;
use std::path::PathBuf;

/// A figure as the corpus writes it: what is left out is the usual.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Short {
    pub id: String,
    pub quote: String,
    pub measure: Measure,
    pub value: Decimal,
    pub unit: Option<String>,
    #[serde(default = "exact")]
    pub qualifier: Qualifier,
    #[serde(default = "no_class")]
    pub class: MoneyClass,
    #[serde(default = "actual")]
    pub status: Status,
    pub period: Option<String>,
    pub subject: Option<String>,
    pub organisation: Option<String>,
    pub event: Option<String>,
    pub part_of: Option<String>,
    pub tier: Option<Tier>,
    /// Only this occurrence of the quote, from 0; all of them where left out.
    pub nth: Option<usize>,
}

fn exact() -> Qualifier {
    Qualifier::Exact
}
fn no_class() -> MoneyClass {
    MoneyClass::None
}
fn actual() -> Status {
    Status::Actual
}

impl Short {
    pub fn claim(&self, text: &str) -> FigureClaim {
        let mut places = occurrences(text, &self.quote);
        assert!(!places.is_empty(), "{} does not stand in {text}", self.quote);
        if let Some(nth) = self.nth {
            places = vec![places[nth].clone()];
        }
        let first = places.remove(0);
        FigureClaim {
            id: self.id.clone(),
            measure: self.measure,
            value: self.value,
            low: None,
            high: None,
            unit: self.unit.clone(),
            qualifier: self.qualifier,
            money_class: self.class,
            status: self.status,
            period: self.period.clone(),
            flow: None,
            subject: self.subject.clone(),
            event: self.event.clone(),
            project: None,
            organisation: self.organisation.clone(),
            part_of: self.part_of.clone(),
            tier: self.tier.clone(),
            start: first.start,
            end: first.end,
            quote: first.quote,
            spans: places,
            remarks: Vec::new(),
        }
    }
}

/// Every place of a quote in a text.
pub fn occurrences(text: &str, quote: &str) -> Vec<Span> {
    let length = quote.chars().count();
    text.match_indices(quote)
        .map(|(at, _)| {
            let start = text[..at].chars().count();
            Span { start, end: start + length, quote: quote.to_owned() }
        })
        .collect()
}

pub fn title(text: &str, title: &str) -> Title {
    let place = occurrences(text, title).remove(0);
    Title { text: place.quote, start: place.start, end: place.end }
}

pub fn event(id: &str, part_of: Option<&str>) -> EventClaim {
    serde_json::from_value(serde_json::json!({
        "id": id, "type": "signing", "name": null, "date": null, "date_basis": "unknown", "places": [], "mode": null,
        "organisers": [], "part_of": part_of, "start": 0, "end": 0
    }))
    .expect("an event")
}

/// A file of the shared folder beside the repository; nothing, said on standard error, where it is absent.
pub fn shared(path: &str) -> Option<PathBuf> {
    let file = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")).join(path);
    if file.exists() {
        return Some(file);
    }
    eprintln!("skipped: {} is absent", file.display());
    None
}
