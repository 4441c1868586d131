//! Interpreters that differ in nothing but their name.

use std::collections::{BTreeMap, BTreeSet};

use super::build::{Index, Unknown, find, small};
use super::{Class, Slots};
use crate::instance::Instance;

/// What a class of interpreters can do.
pub(super) struct Spoken {
    pub(super) venue: Option<u32>,
    pub(super) languages: BTreeSet<String>,
}

type Key = (Option<u32>, BTreeSet<String>, Slots, u32, Option<usize>);

/// Puts interpreters into classes; those of `alone` each into one of their own.
pub(super) fn classes(
    instance: &Instance,
    index: &Index<'_>,
    alone: &BTreeSet<usize>,
) -> Result<(Vec<Class>, Vec<Spoken>), Unknown> {
    let mut groups: BTreeMap<Key, Vec<u32>> = BTreeMap::new();
    for at in 0..instance.interpreters.len() {
        groups.entry(key(instance, index, alone, at)?).or_default().push(small(at));
    }
    let mut pairs: Vec<_> = groups.into_iter().collect();
    pairs.sort_by_key(|(_, members)| members.first().copied());
    Ok(pairs.into_iter().map(|(key, members)| class(key, members)).unzip())
}

fn key(instance: &Instance, index: &Index<'_>, alone: &BTreeSet<usize>, at: usize) -> Result<Key, Unknown> {
    let one = &instance.interpreters[at];
    let path = || format!("interpreters[{at}].venue");
    let venue = one.venue.as_deref().map(|id| find(&index.venues, "venue", id, &path)).transpose()?;
    let free = index.but(&one.unavailable, || format!("interpreters[{at}].unavailable"))?;
    let most = one.max_meetings.unwrap_or(u32::MAX).min(small(free.len()));
    Ok((venue.map(small), one.languages.iter().cloned().collect(), free, most, alone.contains(&at).then_some(at)))
}

fn class((venue, languages, free, most, _): Key, members: Vec<u32>) -> (Class, Spoken) {
    let cap = most.saturating_mul(small(members.len()));
    (Class { members, free, cap }, Spoken { venue, languages })
}
