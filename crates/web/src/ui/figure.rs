//! Figures, and the way from a figure to its words.

use super::{Icon, icon};
use crate::lang::{
    Lang,
    format::{Amount, amount, full, qualified, range},
    tr,
};
use maud::{Markup, html};
use samesky_model::{
    Decimal,
    reading::{FigureClaim, Qualifier},
};

/// A figure, compact: the number, its unit smaller beside it.
#[must_use]
pub fn figure_value(lang: Lang, value: Decimal, unit: Option<&str>) -> Markup {
    parts(&amount(lang, value, unit))
}

/// A figure as a ledger row writes it: all digits, the currency's code.
#[must_use]
pub fn figure_full(lang: Lang, value: Decimal, unit: Option<&str>) -> Markup {
    parts(&full(lang, value, unit))
}

/// A figure with its qualifier where the language writes it.
#[must_use]
pub fn figure_qualified(lang: Lang, value: Decimal, unit: Option<&str>, qualifier: Qualifier) -> Markup {
    let around = qualified::around_qualified(lang, qualifier);
    html! {
        span.nw {
            (word(&around.before)) (parts(&amount(lang, value, unit))) (word(&around.after))
        }
    }
}

/// What a claim states: a range, or the value with its qualifier; a count of a size class names the class.
#[must_use]
pub fn claimed_value(lang: Lang, claim: &FigureClaim) -> Markup {
    let unit = claim.unit.as_deref();
    html! {
        @match (claim.low, claim.high) {
            (Some(low), Some(high)) => (parts(&range(lang, low, high, unit))),
            _ => (figure_qualified(lang, claim.value, unit, untiered(claim))),
        }
        @if let Some(tier) = &claim.tier {
            " " span.qual { (qualified(lang, tier.value, Some(&tier.unit), Qualifier::Tier)) }
        }
    }
}

/// A count of members of a size class is itself exact.
fn untiered(claim: &FigureClaim) -> Qualifier {
    if claim.tier.is_some() && claim.qualifier == Qualifier::Tier { Qualifier::Exact } else { claim.qualifier }
}

/// An amount made elsewhere.
#[must_use]
pub fn parts(amount: &Amount) -> Markup {
    html! {
        span.nw {
            @if !amount.before.is_empty() { span.u { (amount.before) } }
            (amount.number)
            @if !amount.after.is_empty() { span.u { (amount.after) } }
        }
    }
}

fn word(around: &str) -> Markup {
    html! { @if !around.is_empty() { span.qual { (around) } } }
}

/// A shown number leads to its quote, row or account.
#[must_use]
pub fn source_link(href: &str, number: &Markup) -> Markup {
    html! { a.src href=(href) { (number) } }
}

/// Names where something is from, with the sign of the kind of source.
#[must_use]
pub fn from(sign: Icon, source: &Markup) -> Markup {
    html! { span.from { (icon(sign)) (source) } }
}

/// Stands where a value is not stated: never a zero, never an empty cell.
#[must_use]
pub fn not_stated(lang: Lang) -> Markup {
    html! { span.missing { (tr(lang, "not-stated", &[])) } }
}

/// Where something is not applicable.
#[must_use]
pub fn dash() -> Markup {
    html! { span.missing { "—" } }
}

/// The names of one thing as its sources write them, the reader's language first, each marked with its own language.
#[must_use]
pub fn names(lang: Lang, written: &[(&str, Option<&str>)]) -> Markup {
    let mut order: Vec<_> = written.to_vec();
    order.sort_by_key(|(_, tag)| tag.and_then(Lang::from_tag) != Some(lang));
    let mut seen = std::collections::HashSet::new();
    order.retain(|(name, _)| seen.insert(*name));
    html! {
        span.names {
            @if let Some(((first, tag), others)) = order.split_first() {
                bdi lang=[*tag] { (first) }
                @for (name, tag) in others { span lang=[*tag] { (name) } }
            }
        }
    }
}
