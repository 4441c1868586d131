//! Candidates among many without comparing all: organisations are filed under keys, and only those that share a key with
//! the one in hand are looked at.
//!
//! Memory: eight bytes a key, about ten keys an organisation. Rows are numbers that the caller gives.

mod keys;

use crate::compare::Profile;
use std::collections::HashMap;

/// Organisations that share a key with more than so many others are not found by that key alone.
const CROWD: usize = 400;
/// The same for keys that are nearly the whole name: the first of them are taken.
const CROWD_OF_NAMES: usize = 2000;

/// An organisation that may be the one in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The row that it was filed under.
    pub row: u32,
    /// How much the two share; the more, the likelier.
    pub weight: u32,
}

/// The files. Filled with [`Index::file`], then [`Index::settle`]d; more may be filed later.
#[derive(Debug, Default)]
pub struct Index {
    /// Key and row, sorted.
    settled: Vec<(u32, u32)>,
    fresh: HashMap<u32, Vec<u32>>,
    rows: usize,
}

impl Index {
    /// An empty index.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An index of many at once: nothing is kept twice on the way.
    pub fn of<'a>(profiles: impl IntoIterator<Item = (u32, &'a Profile)>) -> Self {
        let mut index = Self::default();
        for (row, profile) in profiles {
            index.push(row, profile);
        }
        index.sort();
        index
    }

    /// Files an organisation; it is found at once.
    pub fn file(&mut self, row: u32, profile: &Profile) {
        self.rows += 1;
        for (key, _) in keys::of(profile) {
            self.fresh.entry(key).or_default().push(row);
        }
    }

    /// Files an organisation that is found after [`Index::sort`] only: for filling an empty index.
    pub fn push(&mut self, row: u32, profile: &Profile) {
        self.rows += 1;
        self.settled.extend(keys::of(profile).into_iter().map(|(key, _)| (key, row)));
    }

    /// Brings what was pushed and filed into order.
    pub fn sort(&mut self) {
        let fresh = std::mem::take(&mut self.fresh);
        self.settled.extend(fresh.into_iter().flat_map(|(key, rows)| rows.into_iter().map(move |row| (key, row))));
        self.settled.sort_unstable();
        self.settled.dedup();
    }

    /// How many organisations are filed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether none is filed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The bytes that the settled part takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.settled.capacity() * size_of::<(u32, u32)>()
    }

    /// The likeliest of those that share a key with an organisation, the likeliest first, at most so many. Time grows
    /// with what is found, and that is bounded; not with what is filed.
    #[must_use]
    pub fn candidates(&self, profile: &Profile, most: usize) -> Vec<Candidate> {
        let mut weights: HashMap<u32, u32> = HashMap::new();
        for (key, weight) in keys::of(profile) {
            let settled = self.filed(key);
            let fresh = self.fresh.get(&key).map_or(&[][..], Vec::as_slice);
            let most = if weight >= keys::NAME { CROWD_OF_NAMES } else { CROWD };
            if settled.len() + fresh.len() > most && weight < keys::NAME {
                continue;
            }
            let rows = settled.iter().map(|(_, row)| row).chain(fresh);
            rows.take(most).for_each(|row| *weights.entry(*row).or_default() += weight);
        }
        let mut found: Vec<Candidate> = weights.into_iter().map(|(row, weight)| Candidate { row, weight }).collect();
        found.sort_unstable_by_key(|candidate| (std::cmp::Reverse(candidate.weight), candidate.row));
        found.truncate(most);
        found
    }

    fn filed(&self, key: u32) -> &[(u32, u32)] {
        let start = self.settled.partition_point(|(other, _)| *other < key);
        let rest = self.settled.get(start..).unwrap_or_default();
        let length = rest.partition_point(|(other, _)| *other == key);
        rest.get(..length).unwrap_or_default()
    }
}
