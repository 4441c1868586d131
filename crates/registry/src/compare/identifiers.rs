//! Numbers first: what they alone decide.

use super::{Evidence, EvidenceCode};
use crate::identifier::{Scheme, check};
use std::collections::BTreeMap;

/// What the numbers of two organisations say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Numbers {
    /// One number in common, that holds.
    Same(Evidence),
    /// The same writing of a number that does not hold.
    Doubtful(Evidence),
    /// A number that holds on one side, and on the other one as long that does not: a slip, or another organisation.
    Slipped(Evidence),
    /// Two numbers of one register.
    Other(Evidence),
    /// Nothing either way.
    Silent,
}

/// The numbers of an organisation, by scheme: as they should be, or as written with the reason why they do not hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Held {
    good: BTreeMap<Scheme, String>,
    bad: BTreeMap<String, String>,
    pub(super) remarks: Vec<Evidence>,
}

impl Held {
    pub(super) fn of(identifiers: &BTreeMap<String, String>) -> Self {
        let mut held = Self::default();
        for (scheme, written) in identifiers.iter().filter(|(_, written)| !written.trim().is_empty()) {
            match scheme.parse::<Scheme>() {
                Ok(known) => held.add(known, written),
                Err(_) => {
                    held.bad.insert(scheme.clone(), crate::name::compact(&crate::fold::fold(written)));
                }
            }
        }
        held
    }

    /// The numbers that hold.
    pub(super) fn good(&self) -> impl Iterator<Item = (Scheme, &str)> {
        self.good.iter().map(|(scheme, value)| (*scheme, value.as_str()))
    }

    fn add(&mut self, scheme: Scheme, written: &str) {
        match check(scheme, written) {
            Ok(checked) => {
                if !checked.repairs.is_empty() {
                    self.remarks.push(Evidence::new(EvidenceCode::RepairedIdentifier, written, &checked.value));
                }
                self.good.insert(scheme, checked.value);
            }
            Err(fault) => {
                self.remarks.push(Evidence::new(EvidenceCode::BadIdentifier, written, fault.to_string()));
                self.bad.insert(scheme.code().to_owned(), crate::name::compact(&crate::fold::fold(written)));
            }
        }
    }
}

pub(super) fn relation(one: &Held, other: &Held) -> Numbers {
    let shared = one.good.iter().filter_map(|(scheme, value)| Some((scheme, value, other.good.get(scheme)?)));
    let mut apart = None;
    for (scheme, left, right) in shared {
        if left == right {
            return Numbers::Same(Evidence::new(EvidenceCode::SameIdentifier, scheme.code(), left));
        }
        apart = Some(Evidence::new(EvidenceCode::OtherIdentifier, left, right));
    }
    if let Some(apart) = apart {
        return Numbers::Other(apart);
    }
    if let Some(evidence) = slipped(one, other).or_else(|| slipped(other, one)) {
        return Numbers::Slipped(evidence);
    }
    let doubtful = one.bad.iter().find(|(scheme, value)| other.bad.get(*scheme) == Some(*value));
    doubtful.map_or(Numbers::Silent, |(scheme, value)| {
        Numbers::Doubtful(Evidence::new(EvidenceCode::SameIdentifier, scheme, value))
    })
}

fn slipped(held: &Held, other: &Held) -> Option<Evidence> {
    let mut pairs = held.good.iter().filter_map(|(scheme, good)| Some((good, other.bad.get(scheme.code())?)));
    let long = |good: &str, bad: &str| bad.len() == good.len() && bad.chars().all(|char| char.is_ascii_alphanumeric());
    pairs.find(|(good, bad)| long(good, bad)).map(|(good, bad)| Evidence::new(EvidenceCode::OtherIdentifier, good, bad))
}
