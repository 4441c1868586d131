//! Entries of several announcements brought together into figures.

mod across;
mod cluster;
mod contest;
mod counting;
mod describe;
mod parts;
mod scope;

pub use across::across;

use crate::resigned::Resigning;
use rust_decimal::Decimal;
use samesky_model::id::{EntryId, EventId, OrganisationId, ProjectId};
use samesky_model::reading::{Flow, Measure, MoneyClass, Qualifier, Status, Verdict};
use samesky_model::record::{Counting, FigureEntry, FigureState};
use samesky_model::remark::Remark;
use scope::Scope;
use std::collections::BTreeMap;

/// A current entry with what the ledger knows of it. Withdrawn and replaced entries are not given.
#[derive(Debug, Clone, Copy)]
pub struct EntryFacts<'a> {
    /// The entry.
    pub entry: &'a FigureEntry,
    /// The event of the ledger it belongs to.
    pub event: Option<EventId>,
    /// The event of which that event is a part.
    pub event_is_part_of: Option<EventId>,
    /// The project of the ledger it belongs to.
    pub project: Option<ProjectId>,
    /// The organisation of the ledger it belongs to.
    pub organisation: Option<OrganisationId>,
    /// The entry of which it is a part.
    pub part_of_entry: Option<EntryId>,
    /// The year it is reported under.
    pub year: Option<i16>,
    /// The parties of its announcement, as canonical keys where known.
    pub announcement_parties: &'a [String],
}

/// Entries that speak of one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its entries, oldest first.
    pub entries: Vec<EntryId>,
    /// How they stand to one another.
    pub state: FigureState,
    /// The entry whose value is shown; nothing where the sources differ.
    pub representative: Option<EntryId>,
    /// Whether it is added into totals.
    pub counting: Counting,
    /// The place of the group of which this is a part.
    pub part_of: Option<usize>,
    /// What is measured.
    pub measure: Measure,
    /// Which money.
    pub money_class: MoneyClass,
    /// Its unit.
    pub unit: Option<String>,
    /// What is, is aimed at, or expected.
    pub status: Status,
    /// The period.
    pub period: Option<String>,
    /// Of the period or cumulative.
    pub flow: Option<Flow>,
    /// The event it belongs to; the whole event where entries name a part of it.
    pub event: Option<EventId>,
    /// The project it belongs to.
    pub project: Option<ProjectId>,
    /// The organisation it belongs to.
    pub organisation: Option<OrganisationId>,
    /// What it is of, as the representative (else the oldest entry) writes it.
    pub subject: Option<String>,
    /// The representative's value.
    pub value: Option<Decimal>,
    /// The representative's qualifier (else the oldest entry's).
    pub qualifier: Qualifier,
    /// The size class counted, as `50000000 CNY`.
    pub tier_label: Option<String>,
    /// The year it is reported under.
    pub year: Option<i16>,
    /// Number of announcements that speak of it.
    pub announcements: usize,
}

/// A check of announcements against one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcrossCheck {
    /// The entry that is compared: the representative, else the oldest.
    pub total: EntryId,
    /// The entries of other announcements that it is compared with.
    pub parts: Vec<EntryId>,
    /// What it came to.
    pub verdict: Verdict,
    /// The total less the other value, where there is one other value.
    pub difference: Option<Decimal>,
    /// What must be known to judge it.
    pub remark: Option<Remark>,
}

/// Brings entries together into figures. Every entry is in exactly one group.
///
/// The same entries give the same groups in the same order, whatever their order. A figure on which sources differ has no
/// representative and no value.
#[must_use]
pub fn group(entries: &[EntryFacts<'_>]) -> Vec<Group> {
    let mut ordered: Vec<&EntryFacts<'_>> = entries.iter().collect();
    ordered.sort_by_key(|facts| (facts.entry.entered.at, facts.entry.id));
    let mut buckets = BTreeMap::<Scope, Vec<usize>>::new();
    for (index, facts) in ordered.iter().enumerate() {
        buckets.entry(Scope::of(facts)).or_default().push(index);
    }
    let mut clusters: Vec<Vec<usize>> =
        buckets.values().flat_map(|members| cluster::bring_together(&ordered, members)).collect();
    clusters.sort_unstable();
    let mut groups: Vec<Group> = clusters.iter().map(|members| describe::group_of(&ordered, members)).collect();
    parts::link(&ordered, &clusters, &mut groups);
    for (members, group) in clusters.iter().zip(&mut groups) {
        group.counting = counting::of(ordered[members[0]].entry, group);
    }
    groups
}

/// Takes the figures of projects that were signed before out of the totals.
pub fn mark_resigned(groups: &mut [Group], resignings: &[Resigning]) {
    for group in groups.iter_mut().filter(|group| group.counting == Counting::Counted) {
        if resignings.iter().any(|resigning| Some(resigning.later) == group.project) {
            group.counting = Counting::Resigned;
        }
    }
}
