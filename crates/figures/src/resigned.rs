//! Projects that were signed before.

use crate::events::Evidence;
use crate::name::{name_key, name_similarity_permille};
use rust_decimal::Decimal;
use samesky_model::date::PartialDate;
use samesky_model::id::{EventId, ProjectId};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of a project.
#[derive(Debug, Clone)]
pub struct ProjectFacts<'a> {
    /// The project.
    pub project: ProjectId,
    /// Its names, as written.
    pub names: Vec<&'a str>,
    /// Whose it is: canonical keys where known, else as written.
    pub organisations: Vec<&'a str>,
    /// Where, as canonical keys.
    pub place_keys: Vec<&'a str>,
    /// The event at which it was signed; the whole event where it was signed at a part of one.
    pub event: Option<EventId>,
    /// When that was.
    pub date: Option<PartialDate>,
    /// Its amounts with their units.
    pub amounts: Vec<(Decimal, &'a str)>,
}

/// A project signed again at a later event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resigning {
    /// The project as it was signed first.
    pub earlier: ProjectId,
    /// The same project signed again; its figures are not counted again.
    pub later: ProjectId,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// Of the projects that share an organisation or a name at most this many are compared with one another.
const BLOCK: usize = 60;

/// Finds projects signed again at a later event, each beside the earliest signing.
///
/// Both have an event and a date, the later one is certainly later, the places are not disjoint, and either the
/// name is the same and an organisation or an amount is shared, or an organisation is shared and the name is much alike.
/// A bare organisation is not enough: companies sign many projects.
#[must_use]
pub fn resigned(projects: &[ProjectFacts<'_>]) -> Vec<Resigning> {
    let mut dated: Vec<&ProjectFacts<'_>> =
        projects.iter().filter(|facts| facts.event.is_some() && facts.date.is_some()).collect();
    dated.sort_by_key(|facts| (facts.date, facts.project));
    let mut found = BTreeMap::<ProjectId, Resigning>::new();
    for (later, earlier) in pairs(&dated) {
        let (new, old) = (dated[later], dated[earlier]);
        if let Some(evidence) = compare(old, new).filter(|_| !found.contains_key(&new.project)) {
            let first = found.get(&old.project).map_or(old.project, |resigning| resigning.earlier);
            found.insert(new.project, Resigning { earlier: first, later: new.project, evidence });
        }
    }
    found.into_values().collect()
}

/// Pairs worth comparing, later first, in order of time.
fn pairs(dated: &[&ProjectFacts<'_>]) -> BTreeSet<(usize, usize)> {
    let mut blocks = BTreeMap::<String, Vec<usize>>::new();
    for (at, facts) in dated.iter().enumerate() {
        let keys = facts.names.iter().chain(&facts.organisations).map(|name| name_key(name));
        for key in keys.filter(|key| !key.is_empty()).collect::<BTreeSet<_>>() {
            blocks.entry(key).or_default().push(at);
        }
    }
    let members = blocks.into_values();
    members
        .flat_map(|block| {
            let block: Vec<usize> = block.into_iter().take(BLOCK).collect();
            let pair = |later: usize| block[..later].to_vec();
            (1..block.len())
                .flat_map(|later| pair(later).into_iter().map(|e| (block[later], e)).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        })
        .collect()
}

fn compare(earlier: &ProjectFacts<'_>, later: &ProjectFacts<'_>) -> Option<Vec<Evidence>> {
    let later_event = earlier.event != later.event && is_before(earlier.date?, later.date?);
    if !later_event || places_disjoint(earlier, later) {
        return None;
    }
    let (name, organisation) = (likeness(earlier, later), shared_organisation(earlier, later));
    let amount = later.amounts.iter().any(|amount| earlier.amounts.contains(amount));
    let mut evidence = Vec::new();
    match name {
        1000 if organisation.is_some() || amount => evidence.push(Evidence::SameName),
        700.. if organisation.is_some() => evidence.push(Evidence::SimilarName),
        _ => return None,
    }
    evidence.extend(organisation.map(|name| Evidence::SharedOrganisation(name.to_owned())));
    Some(evidence)
}

/// Certainly before: at the first part in which they differ, both being stated.
fn is_before(a: PartialDate, b: PartialDate) -> bool {
    match (a.full(), b.full()) {
        (Some(a), Some(b)) => a < b,
        _ => match (a.year(), b.year()) {
            (Some(x), Some(y)) if x != y => x < y,
            (Some(_), Some(_)) => matches!((a.month(), b.month()), (Some(a), Some(b)) if a < b),
            _ => false,
        },
    }
}

fn places_disjoint(a: &ProjectFacts<'_>, b: &ProjectFacts<'_>) -> bool {
    let shared = a.place_keys.iter().any(|a| b.place_keys.iter().any(|b| a.starts_with(b) || b.starts_with(a)));
    !a.place_keys.is_empty() && !b.place_keys.is_empty() && !shared
}

fn likeness(a: &ProjectFacts<'_>, b: &ProjectFacts<'_>) -> u16 {
    let pairs = a.names.iter().flat_map(|a| b.names.iter().map(move |b| (a, b)));
    pairs.map(|(a, b)| name_similarity_permille(a, b)).max().unwrap_or(0)
}

fn shared_organisation<'a>(a: &ProjectFacts<'a>, b: &ProjectFacts<'_>) -> Option<&'a str> {
    let keys: BTreeSet<String> = b.organisations.iter().map(|name| name_key(name)).collect();
    a.organisations.iter().copied().find(|name| keys.contains(&name_key(name)))
}
