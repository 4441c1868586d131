//! Entries about one thing that differ although they must be one figure: no value is chosen between them.

use super::EntryFacts;
use super::cluster::{Cluster, alike, compatible};
use crate::measure::{is_of_whole_event, is_statistic};
use rust_decimal::Decimal;
use samesky_model::id::AnnouncementId;
use std::collections::{BTreeMap, BTreeSet};

/// Above this number of clusters about one thing nothing is called contested: it is no telling of one event.
const MOST: usize = 100;

/// Joins clusters of different announcements that must be one figure, the closest first.
pub(super) fn join_contested(entries: &[&EntryFacts<'_>], clusters: Vec<Cluster>) -> Vec<Vec<usize>> {
    if clusters.len() > MOST {
        return clusters.into_iter().map(|cluster| cluster.members).collect();
    }
    let pairs = Contest::new(entries, &clusters).pairs();
    let mut sources: Vec<BTreeSet<AnnouncementId>> =
        clusters.iter().map(|cluster| cluster.announcements.keys().copied().collect()).collect();
    let mut into: Vec<usize> = (0..clusters.len()).collect();
    for (_, a, b) in pairs {
        let (a, b) = (into[a], into[b]);
        if a != b && sources[a].is_disjoint(&sources[b]) {
            let moved = std::mem::take(&mut sources[b]);
            sources[a].extend(moved);
            into.iter_mut().filter(|at| **at == b).for_each(|at| *at = a);
        }
    }
    let mut joined = BTreeMap::<usize, Vec<usize>>::new();
    for (at, cluster) in into.into_iter().zip(clusters) {
        joined.entry(at).or_default().extend(cluster.members);
    }
    joined.into_values().map(sorted).collect()
}

fn sorted(mut members: Vec<usize>) -> Vec<usize> {
    members.sort_unstable();
    members
}

struct Contest<'a, 'b> {
    entries: &'a [&'a EntryFacts<'b>],
    clusters: &'a [Cluster],
    /// Values told as parts of something.
    parts: BTreeSet<Decimal>,
    /// Number of clusters that are no parts, by announcement.
    wholes: BTreeMap<AnnouncementId, usize>,
}

impl<'a, 'b> Contest<'a, 'b> {
    fn new(entries: &'a [&'a EntryFacts<'b>], clusters: &'a [Cluster]) -> Self {
        let parts = clusters.iter().filter(|cluster| cluster.is_part).flat_map(|cluster| &cluster.tellings);
        let parts = parts.map(|member| entries[*member].entry.figure.value).collect();
        let mut wholes = BTreeMap::new();
        for announcement in clusters.iter().filter(|cluster| !cluster.is_part).flat_map(|c| c.announcements.keys()) {
            *wholes.entry(*announcement).or_default() += 1;
        }
        Self { entries, clusters, parts, wholes }
    }

    fn pairs(&self) -> Vec<(Decimal, usize, usize)> {
        let all = (0..self.clusters.len()).flat_map(|a| (a + 1..self.clusters.len()).map(move |b| (a, b)));
        let mut pairs: Vec<(Decimal, usize, usize)> =
            all.filter_map(|(a, b)| Some((self.distance(a, b)?, a, b))).collect();
        pairs.sort_unstable();
        pairs
    }

    /// How far apart two clusters are that must be one figure; nothing where they need not be.
    ///
    /// They are of other announcements, of compatible classes, and either both of the whole event (or project) or of
    /// the same subject; and they are within a factor of two, or each is the only one of its announcements.
    fn distance(&self, a: usize, b: usize) -> Option<Decimal> {
        let (one, two) = (&self.clusters[a], &self.clusters[b]);
        let value = |cluster: &Cluster| self.entries[cluster.members[0]].entry.figure.value;
        let (x, y) = (value(one), value(two));
        let far = x.max(y).checked_div(x.min(y))?;
        let apart = one.announcements.keys().all(|source| !two.announcements.contains_key(source));
        let figure = |member: &usize| &self.entries[*member].entry.figure;
        let all_compatible = one.tellings.iter().all(|a| two.tellings.iter().all(|b| compatible(figure(a), figure(b))));
        let believable = far <= Decimal::TWO || (self.is_only(one) && self.is_only(two));
        (apart && all_compatible && believable && self.must_be_one(one, two)).then_some(far)
    }

    fn must_be_one(&self, a: &Cluster, b: &Cluster) -> bool {
        let (one, two) = (self.entries[a.members[0]], self.entries[b.members[0]]);
        let (old, new) = (&one.entry.figure, &two.entry.figure);
        let same_subject = alike(old, new).is_some_and(|alike| alike >= 800);
        let same_period = !is_statistic(old.measure) || (old.period.is_some() && old.period == new.period);
        if a.is_part || b.is_part {
            return a.is_part == b.is_part && same_subject;
        }
        let whole = is_of_whole_event(old.measure) && is_of_whole_event(new.measure);
        let of_project = one.project.is_some() && one.project == two.project && old.measure == new.measure;
        let told_as_part = self.parts.contains(&old.value) || self.parts.contains(&new.value);
        old.tier.is_none() && (((whole || of_project) && !told_as_part) || (same_subject && same_period))
    }

    /// Whether its announcements have no other cluster that is a whole.
    fn is_only(&self, cluster: &Cluster) -> bool {
        cluster.announcements.keys().all(|source| self.wholes.get(source).is_none_or(|wholes| *wholes <= 1))
    }
}
