//! Entries of the ledger for tests.
#![allow(dead_code, unreachable_pub, clippy::expect_used, missing_docs)]

use crate::support::Short;
use samesky_figures::{EntryFacts, Group};
use samesky_model::id::EntryId;
use samesky_model::reading::FigureClaim;
use samesky_model::record::{EntryKind, FigureEntry, Stamp};

/// An identifier of any kind from a small number.
pub fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(number: u32) -> T {
    format!("00000000-0000-0000-0000-{number:012x}").parse().expect("an identifier")
}

/// What the ledger knows of an entry, with numbers for identifiers.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub entry: u32,
    pub announcement: u32,
    pub event: Option<u32>,
    pub event_is_part_of: Option<u32>,
    pub project: Option<u32>,
    pub organisation: Option<u32>,
    pub part_of: Option<u32>,
    pub parties: Vec<String>,
}

/// A ledger that owns its entries.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    pub entries: Vec<(FigureEntry, Known)>,
}

impl Ledger {
    /// Adds an entry; a later number was entered later.
    pub fn add(&mut self, known: Known, figure: FigureClaim) -> &mut Self {
        let entered = Stamp {
            by: "林澄（虚构）".to_owned(),
            at: jiff::Timestamp::from_second(1_700_000_000 + i64::from(known.entry)).expect("a time"),
        };
        let entry = FigureEntry {
            id: id(known.entry),
            team: id(1),
            claim: id(known.entry),
            announcement: id(known.announcement),
            kind: EntryKind::Entry,
            replaces: None,
            figure,
            entered,
            why: None,
        };
        self.entries.push((entry, known));
        self
    }

    pub fn facts(&self) -> Vec<EntryFacts<'_>> {
        self.entries
            .iter()
            .map(|(entry, known)| EntryFacts {
                entry,
                event: known.event.map(id),
                event_is_part_of: known.event_is_part_of.map(id),
                project: known.project.map(id),
                organisation: known.organisation.map(id),
                part_of_entry: known.part_of.map(id),
                year: None,
                announcement_parties: &known.parties,
            })
            .collect()
    }
}

/// A figure from `measure value unit`, then words such as `over`, `planned`, `target`, `cumulative`; its quote is its
/// value.
pub fn figure(written: &str) -> FigureClaim {
    let mut words = written.split(' ');
    let mut next = || words.next().expect("measure value unit").to_owned();
    let (measure, value, unit) = (next(), next(), next());
    let mut json = serde_json::json!({"id": "f1", "quote": value, "measure": measure, "value": value, "unit": unit});
    let mut flow = None;
    for word in words {
        match word {
            "over" | "under" | "about" => json["qualifier"] = word.into(),
            "target" | "forecast" => json["status"] = word.into(),
            "flow" | "cumulative" => flow = Some(word.parse().expect("a flow")),
            class if class.parse::<samesky_model::reading::MoneyClass>().is_ok() => json["class"] = class.into(),
            period if period.starts_with(|c: char| c.is_ascii_digit()) => json["period"] = period.into(),
            subject => json["subject"] = subject.into(),
        }
    }
    let short: Short = serde_json::from_value(json).expect("a figure");
    FigureClaim { flow, ..short.claim(&value) }
}

/// `1+3 agreed 15 counted` for entries 1 and 3; `^0` names the group of which it is a part.
pub fn line(group: &Group) -> String {
    let number = |entry: &EntryId| entry.0.as_u128().to_string();
    let entries: Vec<String> = group.entries.iter().map(number).collect();
    let value = group.value.map_or("-".to_owned(), |value| value.normalize().to_string());
    let part = group.part_of.map(|whole| format!(" ^{whole}")).unwrap_or_default();
    format!("{} {} {value} {}{part}", entries.join("+"), group.state, group.counting)
}
