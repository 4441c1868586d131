//! Places: which names they have, and which lies in which.

use super::rows::rows;

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
