//! Mentions of one organisation become one claim.

use super::{Mention, Organisation, alias};
use crate::claims::context::Context;
use samesky_model::reading::OrganisationClaim;
use std::collections::BTreeMap;
use std::ops::Range;

/// At most so many other names are looked for in the text.
const MOST_ALIASES: usize = 20;

/// One claim for every organisation: mentions of the same name, and those of its other names, are its spans.
pub(super) fn join(context: &Context<'_>, mentions: Vec<Mention>) -> Vec<Organisation> {
    let mut order: Vec<(String, Vec<Mention>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for mention in mentions {
        let name: String = context.text.folded_slice(&mention.bytes).split_whitespace().collect();
        let at = *places.entry(name.clone()).or_insert(order.len());
        if at == order.len() {
            order.push((name, Vec::new()));
        }
        order[at].1.push(mention);
    }
    let mut organisations: Vec<Organisation> =
        order.into_iter().filter_map(|(_, mentions)| claim(context, &mentions)).collect();
    absorb(context, &mut organisations);
    for (at, organisation) in organisations.iter_mut().enumerate() {
        organisation.claim.id = format!("o{}", at + 1);
    }
    organisations
}

fn claim(context: &Context<'_>, mentions: &[Mention]) -> Option<Organisation> {
    let first = mentions.first()?;
    let span = context.text.span(&first.bytes);
    let claim = OrganisationClaim {
        id: String::new(),
        name: span.quote,
        kind: mentions.iter().min_by_key(|mention| mention.rank)?.kind,
        aliases: Vec::new(),
        start: span.start,
        end: span.end,
        spans: mentions[1..].iter().map(|mention| context.text.span(&mention.bytes)).collect(),
        remarks: Vec::new(),
    };
    Some(Organisation { claim, mentions: mentions.iter().map(|mention| mention.bytes.clone()).collect() })
}

/// An organisation named by what the text calls another's other name is that other one.
fn absorb(context: &Context<'_>, organisations: &mut Vec<Organisation>) {
    let mut gone: Vec<usize> = Vec::new();
    for at in (0..organisations.len()).take(200) {
        let ends: Vec<usize> = organisations[at].mentions.iter().map(|bytes| bytes.end).collect();
        let named = ends.into_iter().find_map(|end| alias::after(context, end));
        let inside = named.is_none().then(|| inside(context, &organisations[at].mentions[0])).flatten();
        let Some(name) = named.or(inside).filter(|_| gone.len() < MOST_ALIASES) else { continue };
        let alias = context.text.slice(&name).to_owned();
        let other = organisations.iter().position(|other| other.claim.name == alias);
        if let Some(other) = other.filter(|other| *other != at) {
            let more = organisations[other].mentions.clone();
            organisations[at].claim.spans.extend(more.iter().map(|bytes| context.text.span(bytes)));
            organisations[at].mentions.extend(more);
            gone.push(other);
        } else {
            add_spans(context, &mut organisations[at], &alias);
        }
        organisations[at].claim.aliases.push(alias);
    }
    gone.sort_unstable();
    gone.dedup();
    for at in gone.into_iter().rev() {
        organisations.remove(at);
    }
}

/// The abbreviation in brackets at the end of a name that was taken along with it.
fn inside(context: &Context<'_>, bytes: &Range<usize>) -> Option<Range<usize>> {
    let name = context.text.slice(bytes);
    let open = name.rfind('(')?;
    let short = name.get(open + 1..)?.strip_suffix(')')?;
    let upper = short.chars().all(|char| char.is_ascii_uppercase() || char == '-' || char == '&');
    (upper && short.len() >= 2).then_some(bytes.start + open + 1..bytes.end - 1)
}

fn add_spans(context: &Context<'_>, organisation: &mut Organisation, alias: &str) {
    for sentence in &context.sentences {
        let words = context.text.slice(&sentence.bytes);
        for (at, _) in words.match_indices(alias).take(50) {
            let bytes = sentence.bytes.start + at..sentence.bytes.start + at + alias.len();
            let covered = organisation.mentions.iter().any(|known| known.start < bytes.end && bytes.start < known.end);
            if !covered && organisation.mentions.len() < 100 {
                organisation.claim.spans.push(context.text.span(&bytes));
                organisation.mentions.push(bytes);
            }
        }
    }
}
