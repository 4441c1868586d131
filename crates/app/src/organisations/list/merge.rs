//! What a list adds to an organisation, and what of an earlier list of the same layout it takes the place of.

use super::draft::Draft;
use super::message::{At, of_cell};
use samesky_model::record::{Fact, FactField, FactSource, KeptFact, OrganisationName, Ranking, WrittenName};
use std::collections::BTreeSet;

/// A fact that a row states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Desired {
    pub(super) fact: Fact,
    pub(super) draft: usize,
    pub(super) column: u32,
}

/// What changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Merge {
    /// Facts that are added.
    pub(super) added: Vec<Desired>,
    /// Places among the kept facts of those that are taken away.
    pub(super) removed: BTreeSet<usize>,
}

impl Merge {
    /// Whether a row adds something.
    pub(super) fn adds(&self, draft: usize) -> bool {
        self.added.iter().any(|one| one.draft == draft)
    }

    /// Whether nothing changes.
    pub(super) fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }
}

/// Compares what rows state with what is kept, and with the names that announcements tell. What an officer entered stays, whatever a
/// list says.
pub(super) fn merge(
    (kept, names): (&[KeptFact], &[WrittenName]),
    desired: &[Desired],
    layout: &str,
    drafts: &mut [Draft],
) -> Merge {
    let mut merge = Merge::default();
    for (place, one) in desired.iter().enumerate().filter(|(_, one)| !is_told(names, &one.fact)) {
        if merge.added.iter().any(|known| is_same(&known.fact, &one.fact)) {
            continue;
        }
        if kept.iter().enumerate().any(|(at, known)| !merge.removed.contains(&at) && is_same(&known.fact, &one.fact)) {
            continue;
        }
        if one.fact.field().is_single() {
            single(kept, (one, &desired[..place]), &mut merge, drafts);
        } else {
            merge.added.push(one.clone());
        }
    }
    for (at, known) in kept.iter().enumerate().filter(|(_, known)| is_of(known, layout)) {
        let stated = desired.iter().any(|one| is_same(&one.fact, &known.fact));
        let replaced = merge.added.iter().any(|one| slot(&one.fact) == slot(&known.fact));
        if !stated && replaced {
            merge.removed.insert(at);
        }
    }
    merge
}

/// Of some fields there is one value: that of the officer, else that of the latest list; within a list, that of the first row.
fn single(kept: &[KeptFact], (one, above): (&Desired, &[Desired]), merge: &mut Merge, drafts: &mut [Draft]) {
    let field = one.fact.field();
    let mut say = |code| {
        let at = At { row: drafts[one.draft].row, column: one.column };
        drafts[one.draft].messages.push(of_cell(at, code, &[]));
    };
    let there = kept.iter().enumerate().find(|(at, known)| known.fact.field() == field && !merge.removed.contains(at));
    match there {
        Some((_, known)) if known.source == FactSource::Officer => say("officer-stays"),
        _ if above.iter().any(|known| known.fact.field() == field) => say("row-contradicts"),
        Some((place, _)) => {
            merge.removed.insert(place);
            merge.added.push(one.clone());
        }
        None => merge.added.push(one.clone()),
    }
}

/// A name that an announcement writes is known.
fn is_told(names: &[WrittenName], fact: &Fact) -> bool {
    let Fact::Name(stated) = fact else { return false };
    let told = |name: &&WrittenName| name.announcement.is_some() && name.text == stated.text;
    stated.reading.is_none() && names.iter().any(|name| told(&name))
}

fn is_of(kept: &KeptFact, wanted: &str) -> bool {
    matches!(&kept.source, FactSource::Import { layout, .. } if layout == wanted)
}

/// Two names are one when text and kind are; a reading that is told only now makes another of it.
pub(super) fn is_same(known: &Fact, other: &Fact) -> bool {
    match (known, other) {
        (Fact::Name(known), Fact::Name(other)) => is_same_name(known, other),
        (Fact::Identifier(known), Fact::Identifier(other)) => known.lookup() == other.lookup(),
        (Fact::Zone(known), Fact::Zone(other)) => {
            known.name == other.name
                && (other.place.is_none() || known.place == other.place)
                && (other.since.is_none() || known.since == other.since)
        }
        (Fact::Ranking(known), Fact::Ranking(other)) => {
            let edition = |one: &Ranking| (one.list.clone(), one.year, one.rank);
            edition(known) == edition(other) && (other.source.is_none() || known.source == other.source)
        }
        (known, other) => known == other,
    }
}

fn is_same_name(known: &OrganisationName, other: &OrganisationName) -> bool {
    let reading = other.reading.is_none() || known.reading == other.reading;
    known.text == other.text && known.kind == other.kind && reading
}

/// Values of one slot take the place of one another when a list is corrected.
fn slot(fact: &Fact) -> (FactField, String) {
    let detail = match fact {
        Fact::Name(name) => format!("{}.{}", name.language.as_deref().unwrap_or_default(), name.kind),
        Fact::Identifier(number) => number.scheme.clone(),
        Fact::Industry(industry) => industry.scheme.clone(),
        Fact::Ranking(ranking) => format!("{}.{}", ranking.list, ranking.year),
        _ => String::new(),
    };
    (fact.field(), detail)
}
