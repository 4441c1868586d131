//! Which figures are parts of which, and so not added again.

use super::scope::whole_event;
use super::{EntryFacts, Group};
use crate::measure::is_money;
use samesky_model::id::{AnnouncementId, EntryId, EventId};
use samesky_model::reading::{Measure, MoneyClass, Qualifier};
use std::collections::BTreeMap;

/// Sets `part_of` of every group: as entries state it, else the original of a conversion, else the event's total of
/// which a project's own amount is a part.
pub(super) fn link(entries: &[&EntryFacts<'_>], clusters: &[Vec<usize>], groups: &mut [Group]) {
    let mut place = BTreeMap::<EntryId, usize>::new();
    for (at, members) in clusters.iter().enumerate() {
        place.extend(members.iter().map(|member| (entries[*member].entry.id, at)));
    }
    let originals = originals(entries);
    let totals = totals(entries, clusters, groups);
    for (at, members) in clusters.iter().enumerate() {
        let facts = || members.iter().map(|member| entries[*member]);
        let stated = facts().find_map(|facts| place.get(&facts.part_of_entry?).copied());
        let converted = facts().find_map(|facts| place.get(originals.get(&facts.entry.id)?).copied());
        let total = facts().find_map(|facts| total_of(facts, &groups[at], &totals));
        groups[at].part_of = [stated, converted, total].into_iter().flatten().find(|whole| *whole != at);
    }
    break_rings(groups);
}

type Total = (EventId, MoneyClass, Option<String>);

/// The first total of each event, class and unit.
fn totals(entries: &[&EntryFacts<'_>], clusters: &[Vec<usize>], groups: &[Group]) -> BTreeMap<Total, usize> {
    let mut totals = BTreeMap::new();
    for (at, (members, group)) in clusters.iter().zip(groups).enumerate() {
        let whole = members.iter().all(|member| entries[*member].part_of_entry.is_none());
        let event = members.iter().find_map(|member| whole_event(entries[*member]));
        if let (Measure::TotalInvestment, None, true, Some(event)) = (group.measure, group.project, whole, event) {
            totals.entry((event, group.money_class, group.unit.clone())).or_insert(at);
        }
    }
    totals
}

/// The total of the event to which a project's (or a company's) own amount belongs.
fn total_of(facts: &EntryFacts<'_>, group: &Group, totals: &BTreeMap<Total, usize>) -> Option<usize> {
    let own = group.measure == Measure::Investment || group.project.is_some();
    let key = (whole_event(facts)?, group.money_class, group.unit.clone());
    totals.get(&key).copied().filter(|_| own && is_money(group.unit.as_deref()))
}

/// A conversion begins at most this many code points after its original: `5.215亿美元（约40.7亿港元）`.
const CONVERSION: usize = 12;

/// Amounts “about” in another currency right after an amount of the same measure: that amount again.
fn originals(entries: &[&EntryFacts<'_>]) -> BTreeMap<EntryId, EntryId> {
    let mut by_text: Vec<(AnnouncementId, usize, &EntryFacts<'_>)> = entries
        .iter()
        .filter(|facts| is_money(facts.entry.figure.unit.as_deref()))
        .map(|facts| (facts.entry.announcement, facts.entry.figure.start, *facts))
        .collect();
    by_text.sort_by_key(|(announcement, start, facts)| (*announcement, *start, facts.entry.id));
    let pairs = by_text.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    pairs
        .filter(|pair| {
            let (original, converted) = (&pair[0].2.entry.figure, &pair[1].2.entry.figure);
            original.unit != converted.unit
                && original.measure == converted.measure
                && converted.qualifier == Qualifier::About
                && converted.start >= original.end
                && converted.start - original.end <= CONVERSION
        })
        .map(|pair| (pair[1].2.entry.id, pair[0].2.entry.id))
        .collect()
}

/// A part of a part of itself is a part of nothing.
fn break_rings(groups: &mut [Group]) {
    for at in 0..groups.len() {
        let mut seen = vec![at];
        let mut whole = groups[at].part_of;
        while let Some(next) = whole {
            if seen.contains(&next) {
                groups[at].part_of = None;
                break;
            }
            seen.push(next);
            whole = groups[next].part_of;
        }
    }
}
