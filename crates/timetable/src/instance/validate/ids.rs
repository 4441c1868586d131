//! The ids of one list, each once.

use crate::refusal::{Reason, Refusals};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The ids of one list of the instance, with the place of each.
pub(crate) struct Ids<'a> {
    list: &'static str,
    kind: &'static str,
    at: HashMap<&'a str, usize>,
}

impl<'a> Ids<'a> {
    /// Takes the ids of a list, and refuses those that are empty or there twice.
    pub(crate) fn of(
        list: &'static str,
        kind: &'static str,
        ids: impl Iterator<Item = &'a String>,
        found: &mut Refusals,
    ) -> Self {
        let mut at = HashMap::new();
        for (place, id) in ids.enumerate() {
            if id.is_empty() {
                found.add(|| format!("{list}[{place}].id"), || Reason::EmptyId);
            }
            match at.entry(id.as_str()) {
                Entry::Vacant(entry) => drop(entry.insert(place)),
                Entry::Occupied(entry) => {
                    let first = format!("{list}[{}]", entry.get());
                    found.add(|| format!("{list}[{place}].id"), || Reason::DuplicateId { id: id.clone(), first });
                }
            }
        }
        Self { list, kind, at }
    }

    /// Where an id stands in the list; refused if it does not.
    pub(crate) fn find(&self, id: &str, path: impl FnOnce() -> String, found: &mut Refusals) -> Option<usize> {
        let place = self.at.get(id).copied();
        if place.is_none() {
            let reason = || Reason::UnknownId { kind: self.kind, id: id.to_owned(), list: self.list };
            found.add(path, reason);
        }
        place
    }

    /// Refuses what the list does not have, of a field that may be left out.
    pub(crate) fn find_if(&self, id: Option<&String>, path: impl FnOnce() -> String, found: &mut Refusals) {
        if let Some(id) = id {
            self.find(id, path, found);
        }
    }

    /// Refuses what the list does not have, of a field of many.
    pub(crate) fn find_all(&self, ids: &[String], path: impl Fn() -> String, found: &mut Refusals) {
        for (at, id) in ids.iter().enumerate() {
            self.find(id, || format!("{}[{at}]", path()), found);
        }
    }
}
