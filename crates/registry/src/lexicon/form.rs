//! Legal forms.

use super::rows::rows;

/// A legal form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// Two writings of one class are one form.
    pub(crate) class: &'static str,
    /// The country/region of the law; `-` for several.
    pub(crate) country: &'static str,
    /// Of several in one name the highest counts.
    pub(crate) rank: u8,
    pub(crate) stands: Stands,
}

/// Where a form stands in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    Front,
    Back,
    Both,
}

pub(crate) struct Forms {
    forms: Vec<Form>,
}

impl Forms {
    pub(super) fn load(add: &mut dyn FnMut(&str, u16)) -> Self {
        let mut forms = Vec::new();
        for (row, columns) in (0_u16..).zip(rows(include_str!("../../data/forms.tsv"))) {
            let &[class, country, rank, stands, names] = columns.as_slice() else { continue };
            let stands = match stands {
                "front" => Stands::Front,
                "back" => Stands::Back,
                _ => Stands::Both,
            };
            forms.push(Form { class, country, rank: rank.parse().unwrap_or(1), stands });
            names.split('|').for_each(|name| add(name, row));
        }
        Self { forms }
    }

    pub(crate) fn get(&self, row: u16) -> Option<&Form> {
        self.forms.get(usize::from(row))
    }
}
