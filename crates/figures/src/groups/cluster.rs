//! Entries about one thing that agree: which of them speak of one figure.
//!
//! Within one announcement two numbers are two figures unless one is the other told less exactly. Every entry is compared
//! with a bounded number of clusters near its value, and with a bounded number of tellings of each.

use super::EntryFacts;
use super::contest::join_contested;
use crate::interval::{Agreement, same_number};
use crate::measure::{is_of_whole_event, is_statistic};
use crate::name::{is_telling_subject, name_key, name_similarity_permille};
use rust_decimal::Decimal;
use samesky_model::id::AnnouncementId;
use samesky_model::reading::{FigureClaim, MoneyClass};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Entries that speak of one figure, by their places in the ordered entries.
#[derive(Debug, Default)]
pub(super) struct Cluster {
    pub(super) members: Vec<usize>,
    /// One member for each different telling, the first ones.
    pub(super) tellings: Vec<usize>,
    pub(super) announcements: BTreeMap<AnnouncementId, Vec<usize>>,
    pub(super) is_part: bool,
}

/// At most this many tellings of one figure are kept for comparing.
const TELLINGS: usize = 12;
/// At most this many clusters of the same value, and as many below and above, are tried for one entry.
const NEAR: usize = 32;

impl Cluster {
    fn add(&mut self, entries: &[&EntryFacts<'_>], member: usize) {
        let facts = entries[member];
        let told = |old: &usize| is_same_telling(entries[*old], facts);
        if self.tellings.len() < TELLINGS && !self.tellings.iter().any(told) {
            self.tellings.push(member);
        }
        self.members.push(member);
        self.announcements.entry(facts.entry.announcement).or_default().push(member);
        self.is_part |= facts.part_of_entry.is_some();
    }
}

fn is_same_telling(a: &EntryFacts<'_>, b: &EntryFacts<'_>) -> bool {
    let key = |facts: &EntryFacts<'_>| {
        let figure = &facts.entry.figure;
        let kind = (figure.value, figure.qualifier, figure.money_class, figure.flow, facts.part_of_entry.is_some());
        (kind, figure.period.clone(), figure.subject.clone(), figure.quote.clone())
    };
    key(a) == key(b)
}

/// Members are places in the ordered entries, oldest first.
pub(super) fn bring_together(entries: &[&EntryFacts<'_>], members: &[usize]) -> Vec<Vec<usize>> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut by_value = BTreeMap::<Decimal, Vec<usize>>::new();
    for member in members {
        let value = entries[*member].entry.figure.value;
        let near = near(&by_value, value).into_iter();
        let fitting = near.filter_map(|at| Some((fit(entries, &clusters[at], *member)?, Reverse(at))));
        let at = fitting.max().map_or(clusters.len(), |(_, Reverse(at))| at);
        if at == clusters.len() {
            clusters.push(Cluster::default());
            by_value.entry(value).or_default().push(at);
        }
        clusters[at].add(entries, *member);
    }
    join_contested(entries, clusters)
}

/// Clusters begun with the same value, and some below and above within the room of the widest qualifier.
fn near(by_value: &BTreeMap<Decimal, Vec<usize>>, value: Decimal) -> Vec<usize> {
    let twice = value.checked_mul(Decimal::TWO).unwrap_or(value).max(value);
    let half = (value / Decimal::TWO).min(value);
    let same = by_value.get(&value).into_iter().flatten().copied().take(NEAR);
    let below = by_value.range(half..value).rev().flat_map(|(_, at)| at).copied().take(NEAR);
    let above =
        by_value.range(value..=twice).filter(|(at, _)| **at != value).flat_map(|(_, at)| at).copied().take(NEAR);
    same.chain(below).chain(above).collect()
}

/// How well an entry fits a cluster with which it agrees: the same part or whole, the same number, the same subject.
fn fit(entries: &[&EntryFacts<'_>], cluster: &Cluster, member: usize) -> Option<(bool, bool, u16)> {
    let new = entries[member];
    let same_source = cluster.announcements.get(&new.entry.announcement).into_iter().flatten().take(TELLINGS);
    let mut best = (false, false, 0);
    for old in cluster.tellings.iter().chain(same_source).map(|old| entries[*old]) {
        best = best.max(agree(old, new)?);
    }
    Some(best)
}

fn agree(old: &EntryFacts<'_>, new: &EntryFacts<'_>) -> Option<(bool, bool, u16)> {
    let (told, tells) = (&old.entry.figure, &new.entry.figure);
    let agreement = same_number(told, tells);
    let same_tier = told.tier.is_some() && told.value == tells.value;
    let same_part = old.part_of_entry.is_some() == new.part_of_entry.is_some();
    let number = same_tier || matches!((agreement, same_part), (Agreement::Equal, _) | (Agreement::Within, true));
    let fits = number && compatible(told, tells) && speak_of_one(old, new, agreement);
    fits.then(|| (same_part, told.value == tells.value, alike(told, tells).unwrap_or(300)))
}

/// Classes, periods and flows that are not both stated, or are the same.
pub(super) fn compatible(a: &FigureClaim, b: &FigureClaim) -> bool {
    let class = a.money_class == b.money_class || [a.money_class, b.money_class].contains(&MoneyClass::None);
    let period = a.period == b.period || a.period.is_none() || b.period.is_none();
    let flow = a.flow == b.flow || a.flow.is_none() || b.flow.is_none();
    class && period && flow
}

/// Whether two numbers that agree are told of one thing.
fn speak_of_one(a: &EntryFacts<'_>, b: &EntryFacts<'_>, agreement: Agreement) -> bool {
    let (old, new) = (&a.entry.figure, &b.entry.figure);
    let whole = is_of_whole_event(old.measure) && is_of_whole_event(new.measure);
    if a.entry.announcement == b.entry.announcement {
        let parts = a.part_of_entry.is_some() || b.part_of_entry.is_some();
        let less_exact = whole && agreement == Agreement::Within;
        let same_subject = old.subject == new.subject && old.tier.is_none();
        return !parts && (less_exact || same_subject);
    }
    let equal = old.value == new.value;
    let alike = alike(old, new);
    let clash = alike.is_some_and(|alike| alike < 150);
    whole || (is_statistic(old.measure) || equal) && !clash || alike.is_some_and(|alike| alike >= 500)
}

/// How much two subjects are alike, where both say of what the figure is, in one script.
pub(super) fn alike(a: &FigureClaim, b: &FigureClaim) -> Option<u16> {
    let (a, b) = (a.subject.as_deref()?, b.subject.as_deref()?);
    let ideographs = |text: &str| name_key(text).chars().any(|c| ('\u{3040}'..='\u{9FFF}').contains(&c));
    let comparable = ideographs(a) == ideographs(b) && is_telling_subject(a) && is_telling_subject(b);
    comparable.then(|| name_similarity_permille(a, b))
}
