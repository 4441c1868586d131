//! What the list of organisations is asked for, as it stands in its address.

use crate::lang::Lang;
use crate::pages::query::{address, filled, word};
use crate::pages::records::state;
use samesky_app::organisations::find::{ListLanguage, OrganisationQuestion, OrganisationSort};
use serde::{Deserialize, Serialize};

/// The address of the list.
pub(super) const LIST: &str = "/organisations";

/// Pages back that an address remembers: it must not grow for ever.
const TRAIL: usize = 20;

/// The questions of the address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) q: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) country: Option<String>,
    pub(super) place: Option<String>,
    pub(super) industry: Option<String>,
    pub(super) size: Option<String>,
    pub(super) zone: Option<String>,
    pub(super) state: Option<String>,
    pub(super) scope: Option<String>,
    pub(super) sort: Option<String>,
    #[serde(skip_serializing)]
    pub(super) after: Option<String>,
    /// The cursors of the pages before this one, with commas between them: a cursor only leads on.
    #[serde(skip_serializing)]
    pub(super) trail: Option<String>,
    /// `found` for what was found alone, without the page around it.
    #[serde(skip_serializing)]
    pub(super) part: Option<String>,
}

impl Asked {
    /// As the use case takes it.
    pub(super) fn question(&self, lang: Lang) -> OrganisationQuestion {
        OrganisationQuestion {
            text: filled(self.q.as_ref()).unwrap_or_default(),
            kind: word(self.kind.as_ref()),
            state: state::asked(self.state.as_ref()),
            country: filled(self.country.as_ref()),
            place: filled(self.place.as_ref()),
            industry: filled(self.industry.as_ref()),
            size: filled(self.size.as_ref()),
            zone: filled(self.zone.as_ref()),
            scope: word(self.scope.as_ref()).unwrap_or_default(),
            sort: self.sort(),
            language: match lang {
                Lang::ZhHans => ListLanguage::Zh,
                Lang::Ja => ListLanguage::Ja,
                Lang::Th => ListLanguage::Th,
                Lang::En => ListLanguage::En,
            },
        }
    }

    /// The order; a word that is none asks for the first one.
    pub(super) fn sort(&self) -> OrganisationSort {
        let known = |sort: &&OrganisationSort| Some(sort.as_str()) == self.sort.as_deref();
        OrganisationSort::ALL.iter().find(known).copied().unwrap_or_default()
    }

    /// Whether anything narrows the list.
    pub(super) fn is_filtered(&self) -> bool {
        self.pairs().iter().any(|(name, value)| *name != "sort" && !value.is_empty())
    }

    /// The address of the first page.
    pub(super) fn first(&self) -> String {
        address(LIST, &self.pairs())
    }

    /// The address of the page behind a cursor.
    pub(super) fn next(&self, cursor: &str) -> String {
        let mut trail = self.behind();
        trail.extend(self.after.clone());
        let kept = trail.split_off(trail.len().saturating_sub(TRAIL));
        self.at(cursor, &kept)
    }

    /// The address of the page before this one, as far as the trail goes; nothing on the first page.
    pub(super) fn previous(&self) -> Option<String> {
        self.after.as_ref()?;
        let mut trail = self.behind();
        Some(match trail.pop() {
            Some(cursor) => self.at(&cursor, &trail),
            None => self.first(),
        })
    }

    fn at(&self, cursor: &str, trail: &[String]) -> String {
        let trail = trail.join(",");
        let mut pairs = self.pairs();
        pairs.extend([("after", cursor), ("trail", trail.as_str())]);
        address(LIST, &pairs)
    }

    fn behind(&self) -> Vec<String> {
        let cursors = self.trail.iter().flat_map(|trail| trail.split(','));
        cursors.filter(|cursor| !cursor.is_empty()).map(str::to_owned).collect()
    }

    /// Names and values, the empty ones among them.
    pub(super) fn pairs(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("q", &self.q),
            ("kind", &self.kind),
            ("country", &self.country),
            ("place", &self.place),
            ("industry", &self.industry),
            ("size", &self.size),
            ("zone", &self.zone),
            ("state", &self.state),
            ("scope", &self.scope),
            ("sort", &self.sort),
        ];
        all.into_iter().map(|(name, value)| (name, value.as_deref().unwrap_or_default())).collect()
    }
}
