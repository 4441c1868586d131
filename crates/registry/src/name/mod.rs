//! A name taken apart: what it is called by, and the places, trades, forms and branches that stand around it.

mod base;
mod branch;
mod form;
mod piece;
mod superior;

pub(crate) use branch::{Branch, named as branch_named};
pub(crate) use form::LegalForm;
pub(crate) use piece::segment;

use crate::fold::fold;
use crate::lexicon::{Kind, Lexicon};
use base::Base;

/// A name, taken apart. Two names are compared by these parts; none of them is for people to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Name {
    /// The folded writing, with spaces between words of Latin script.
    pub(crate) folded: String,
    /// The folded writing of everything, compact.
    pub(crate) full: String,
    /// The folded writing without legal form and branch, spaces kept: what known names are looked for in.
    pub(crate) base: String,
    /// Everything but legal form and branch, places by their keys.
    pub(crate) key: String,
    /// The key without places.
    pub(crate) rest: String,
    /// What remains when places, trades, tiers and forms are taken off; may be empty (成都银行).
    pub(crate) core: String,
    /// The words for trades and bodies, in order.
    pub(crate) words: Vec<(u16, Kind)>,
    /// Keys of places in front of the name.
    pub(crate) lead: Vec<String>,
    /// Keys of places in brackets or behind.
    pub(crate) tail: Vec<String>,
    pub(crate) form: Option<LegalForm>,
    pub(crate) group: bool,
    pub(crate) holding: bool,
    pub(crate) branch: Option<Branch>,
    /// The body above that the name began with, compact.
    pub(crate) superior: Option<String>,
}

impl Name {
    pub(crate) fn parse(text: &str) -> Self {
        let lexicon = Lexicon::get();
        let (folded, superior) = superior::part(lexicon, fold(text));
        let mut pieces = segment(lexicon, &folded);
        let branch = branch::take(lexicon, &folded, &mut pieces);
        let form = form::take(lexicon, &mut pieces);
        let base = Base::of(lexicon, &folded, &pieces);
        let full = compact(&folded);
        Self { full, form, branch, superior, ..base.name(folded) }
    }

    /// All keys of places, the narrower ones only.
    pub(crate) fn places(&self) -> Vec<&str> {
        self.lead.iter().chain(&self.tail).map(String::as_str).collect()
    }

    /// Whether the name has a word of a public body, school or association in it.
    pub(crate) fn is_body(&self) -> bool {
        self.words.iter().any(|(_, kind)| *kind == Kind::Body)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.key.is_empty() && self.branch.is_none()
    }
}

/// A folded text without spaces and brackets.
pub(crate) fn compact(text: &str) -> String {
    text.chars().filter(|char| !matches!(char, ' ' | '(' | ')')).collect()
}
