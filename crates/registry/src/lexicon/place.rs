//! Places: which names they have, and which lies in which.

use super::rows::rows;
use std::collections::HashMap;
use std::sync::LazyLock;

pub(crate) struct Places {
    keys: Vec<String>,
}

impl Places {
    pub(super) fn load(add: &mut dyn FnMut(&str, u32)) -> Self {
        let mut keys = Vec::new();
        for (row, columns) in (0_u32..).zip(rows(include_str!("../../data/places.tsv"))) {
            let &[key, names] = columns.as_slice() else { continue };
            keys.push(key.to_owned());
            names.split('|').for_each(|name| add(name, row));
        }
        Self { keys }
    }

    /// The key of a place: a country/region, its province, its city.
    pub(crate) fn key(&self, row: u32) -> &str {
        self.keys.get(row as usize).map_or("", String::as_str)
    }
}

/// The names of a place by its key (ISO 3166-1 or 3166-2, then the city), in all languages; none where there is no such key.
///
/// ```
/// assert_eq!(samesky_registry::place_names("CN-SC/chengdu")[0], "成都");
/// ```
#[must_use]
pub fn place_names(key: &str) -> &'static [&'static str] {
    static NAMES: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
        let rows = rows(include_str!("../../data/places.tsv")).into_iter();
        let columns = rows.filter_map(|columns| <[&str; 2]>::try_from(columns).ok());
        columns.map(|[key, names]| (key, names.split('|').collect())).collect()
    });
    NAMES.get(key).map_or(&[], Vec::as_slice)
}

/// Whether the second place is the first or lies in it.
pub(crate) fn covers(outer: &str, inner: &str) -> bool {
    let rest = inner.strip_prefix(outer);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '-']))
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn place_covers_itself_and_what_lies_in_it() {
        assert!(covers("CN", "CN-SC/chengdu") && covers("CN-SC", "CN-SC/chengdu") && covers("CN-SC", "CN-SC"));
        assert!(!covers("CN-SC/chengdu", "CN-SC") && !covers("CN-S", "CN-SC"));
    }
}
