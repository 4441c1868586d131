//! By what a figure can be looked at: parties, zone, event, industries, year.

use super::facts::Facts;
use samesky_figures::Group;
use samesky_model::record::{Facet, FacetKind};
use samesky_reading::gazetteer::place_key;
use std::collections::BTreeSet;

pub(super) fn of(facts: &Facts, group: &Group) -> BTreeSet<Facet> {
    let mut found = BTreeSet::new();
    parties(facts, group, &mut found);
    if let Some(event) = group.event.and_then(|id| facts.event(id)) {
        let label = event.names.first().map_or_else(String::new, |name| name.text.clone());
        found.insert(facet(FacetKind::Event, event.id.to_string(), label));
        found
            .extend(event.zone.iter().map(|zone| facet(FacetKind::Zone, super::super::names::key(zone), zone.clone())));
        found.extend(event.industries.iter().map(|code| facet(FacetKind::Industry, code.clone(), code.clone())));
    }
    if let Some(project) = group.project.and_then(|id| facts.project(id)) {
        found.extend(project.industries.iter().map(|code| facet(FacetKind::Industry, code.clone(), code.clone())));
    }
    found.extend(group.year.map(|year| facet(FacetKind::Year, year.to_string(), year.to_string())));
    one_label_each(found)
}

fn parties(facts: &Facts, group: &Group, found: &mut BTreeSet<Facet>) {
    let tellers = group.entries.iter().filter_map(|id| facts.entry(*id)).map(|entry| entry.announcement);
    for announcement in tellers.filter_map(|id| facts.announcement(id)) {
        for party in &announcement.parties {
            let key = place_key(party).unwrap_or_else(|| super::super::names::key(party));
            found.insert(facet(FacetKind::Party, key, party.clone()));
        }
    }
}

fn facet(kind: FacetKind, key: String, label: String) -> Facet {
    Facet { kind, key, label }
}

/// 成都 and Chengdu are one party: the first writing is shown.
fn one_label_each(found: BTreeSet<Facet>) -> BTreeSet<Facet> {
    let mut keys = BTreeSet::new();
    found.into_iter().filter(|facet| keys.insert((facet.kind, facet.key.clone()))).collect()
}
