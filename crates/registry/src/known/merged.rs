//! Names that mean one organisation because officers made one record of several.

use super::{Entry, NameIn};
use crate::name::Name;
use std::collections::HashMap;

/// The entries with these groups of names: each group means one organisation. Where one of its names is known, it is that
/// organisation; where its names are of several, these are one from now on.
pub(super) fn joined(mut entries: Vec<Entry>, groups: &[Vec<String>]) -> Vec<Entry> {
    let mut of: HashMap<String, usize> = HashMap::new();
    for (at, entry) in entries.iter().enumerate() {
        for name in &entry.names {
            of.entry(Name::parse(&name.name).full).or_insert(at);
        }
    }
    for group in groups {
        let named = |text: &String| (Name::parse(text).full, NameIn { lang: String::new(), name: text.clone() });
        let names: Vec<(String, NameIn)> = group.iter().map(named).filter(|(full, _)| !full.is_empty()).collect();
        let mut known: Vec<usize> = names.iter().filter_map(|(full, _)| of.get(full).copied()).collect();
        known.sort_unstable();
        known.dedup();
        let target = known.first().copied().unwrap_or_else(|| {
            entries.push(Entry::default());
            entries.len() - 1
        });
        let mut more: Vec<NameIn> = names.iter().map(|(_, name)| name.clone()).collect();
        for other in known.into_iter().skip(1) {
            more.extend(entries.get_mut(other).map(|entry| std::mem::take(&mut entry.names)).unwrap_or_default());
        }
        for name in more {
            of.insert(Name::parse(&name.name).full, target);
            if let Some(entry) = entries.get_mut(target)
                && !entry.names.contains(&name)
            {
                entry.names.push(name);
            }
        }
    }
    entries.retain(|entry| !entry.names.is_empty());
    entries
}
