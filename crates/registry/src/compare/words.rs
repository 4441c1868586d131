//! How the words for trades in two names stand to one another, across languages.

use crate::lexicon::{Kind, Lexicon};
use crate::name::Name;
use std::collections::BTreeSet;

/// What the trades of two names say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordRelation {
    /// The same words, in whatever language.
    Same,
    /// The same trades; words that say little differ.
    Loose,
    /// One name says more.
    More,
    /// Each says something that the other does not.
    Other,
}

/// Words of one meaning that other languages write as several.
const COMPOUNDS: [(&str, &[&str]); 17] = [
    ("biotech", &["biology", "technology"]),
    ("biopharma", &["biology", "pharmaceutical"]),
    ("medical-device", &["medical", "equipment"]),
    ("auto-parts", &["motor", "parts"]),
    ("information-technology", &["information", "technology"]),
    ("construction-engineering", &["construction", "engineering"]),
    ("heavy-industry", &["machinery-heavy", "industry"]),
    ("building-materials", &["construction", "materials"]),
    ("commercial-bank", &["commerce", "bank"]),
    ("life-insurance", &["life", "insurance"]),
    ("e-commerce", &["electronics", "commerce"]),
    ("import-export", &["trading"]),
    ("property-management", &["real-estate", "management"]),
    ("new-energy", &["energy"]),
    ("environment-tech", &["environment"]),
    ("farm-machinery", &["agriculture", "machinery"]),
    ("high-tech-zone", &["zone-high-tech"]),
];

/// Meanings that translators take for one another.
const ALIKE: [(&str, &str); 10] = [
    ("manufacturing", "works"),
    ("commerce", "trading"),
    ("power", "electric"),
    ("business", "trading"),
    ("vehicle", "motor"),
    ("petrochemical", "chemical"),
    ("freight", "logistics"),
    ("ironworks", "ironworks"),
    ("research", "research-institute"),
    ("department-store", "retail"),
];

pub(super) fn relation(one: &Name, other: &Name) -> WordRelation {
    let (left, right) = (trades(one, true), trades(other, true));
    let (left_all, right_all) = (trades(one, false), trades(other, false));
    if left_all == right_all {
        WordRelation::Same
    } else if left == right && !left.is_empty() {
        WordRelation::Loose
    } else if left_all.is_subset(&right_all) || right_all.is_subset(&left_all) {
        WordRelation::More
    } else {
        WordRelation::Other
    }
}

/// The trades of a name in words, for the evidence.
pub(super) fn said(name: &Name) -> String {
    trades(name, false).into_iter().collect::<Vec<_>>().join(", ")
}

fn trades(name: &Name, only_trades: bool) -> BTreeSet<&'static str> {
    let lexicon = Lexicon::get();
    let kept = name.words.iter().filter(|(_, kind)| !only_trades || *kind != Kind::General);
    let body = name.is_body();
    if matches!(name.rest.as_str(), "厅" | "庁") {
        return BTreeSet::from(["government"]);
    }
    let office =
        body && name.words.iter().any(|(row, _)| matches!(lexicon.word(*row), "foreign-affairs" | "state-assets"));
    kept.flat_map(|(row, _)| parts(lexicon.word(*row), body))
        .filter(|word| !(office && *word == "government"))
        .filter(|word| !only_trades || !matches!(*word, "parts" | "equipment" | "management"))
        .collect()
}

/// Short words for bodies, and the long ones.
const BODIES: [(&str, &[&str]); 2] =
    [("commerce-commission", &["commerce", "commission"]), ("technology", &["science-technology-body"])];

/// A body's words are taken as they are: a ministry of trade is not one of commerce.
fn parts(word: &'static str, body: bool) -> Vec<&'static str> {
    if body {
        let office = matches!(word, "city-hall" | "prefecture-office" | "ward-office");
        let long = BODIES.iter().find(|(short, _)| *short == word).map(|(_, long)| long.to_vec());
        return long.unwrap_or_else(|| vec![if office { "government" } else { word }]);
    }
    let compound = COMPOUNDS.iter().find(|(whole, _)| *whole == word);
    let parts = compound.map_or_else(|| vec![word], |(_, parts)| parts.to_vec());
    parts.into_iter().map(|part| ALIKE.iter().find(|(one, _)| *one == part).map_or(part, |(_, alike)| *alike)).collect()
}
