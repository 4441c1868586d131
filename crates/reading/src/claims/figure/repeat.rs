//! The same figure said again is one figure with all its places.

use super::draft::Draft;
use crate::claims::context::Context;
use rust_decimal::Decimal;
use samesky_model::reading::{Measure, MoneyClass};
use std::collections::BTreeMap;

/// Joins repetitions; the telling with the clearest words stands, the others are its spans.
pub(super) fn once(context: &Context<'_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::new();
    let mut by_value: BTreeMap<(Decimal, Option<String>, &str), Vec<usize>> = BTreeMap::new();
    let mut gone: BTreeMap<usize, usize> = BTreeMap::new();
    for draft in drafts {
        let value = (draft.claim.value, draft.claim.unit.clone(), draft.claim.qualifier.as_str());
        let places = by_value.entry(value).or_default();
        let same = places.iter().rev().take(20).copied().find(|at| is_same(context, &kept[*at], &draft));
        if let Some(at) = same {
            gone.insert(draft.key, kept[at].key);
            join(context, &mut kept[at], draft);
        } else {
            places.push(kept.len());
            kept.push(draft);
        }
    }
    for draft in &mut kept {
        draft.claim.spans.sort_by_key(|span| span.start);
        draft.whole =
            draft.whole.map(|whole| gone.get(&whole).copied().unwrap_or(whole)).filter(|whole| *whole != draft.key);
    }
    kept
}

/// The same measure of the same owner. In one sentence nothing is said twice.
fn is_same(context: &Context<'_>, known: &Draft, draft: &Draft) -> bool {
    let tier = |draft: &Draft| draft.claim.tier.clone();
    let owner = |draft: &Draft| draft.owner.as_ref().and_then(|owner| key(context, owner));
    let owners = match (owner(known), owner(draft)) {
        (Some(one), Some(other)) => one == other || one.starts_with(&other) || other.starts_with(&one),
        _ => true,
    };
    let definite =
        ["of the ", "these ", "the ", "这", "上述", "该"].iter().any(|word| context.ends_with(draft.bytes.start, word));
    let telling = definite || known.is_money() || known.claim.value >= rust_decimal::Decimal::from(20);
    let invested = |draft: &Draft| matches!(draft.claim.measure, Measure::Investment | Measure::TotalInvestment);
    let compatible = known.claim.measure == draft.claim.measure
        || invested(known) && invested(draft)
        || known.claim.measure == Measure::Other && (telling || in_title(context, known))
        || draft.claim.measure == Measure::Other && (telling || in_title(context, draft));
    let both = known.claim.measure == Measure::Other && draft.claim.measure == Measure::Other;
    let small = both && !known.is_money() && known.claim.value < rust_decimal::Decimal::from(20);
    let subjects = !small || known.claim.subject == draft.claim.subject || noun(context, known) == noun(context, draft);
    known.sentence != draft.sentence
        && tier(known) == tier(draft)
        && compatible
        && owners
        && subjects
        && known.converts.is_some() == draft.converts.is_some()
}

fn key(context: &Context<'_>, owner: &std::ops::Range<usize>) -> Option<String> {
    let words = context.text.slice(owner);
    context.gazetteer.place(words).map_or_else(|| Some(words.to_owned()), |place| Some(place.key.clone()))
}

fn in_title(context: &Context<'_>, draft: &Draft) -> bool {
    context.in_title(draft.bytes.start)
}

/// The words right behind the number.
fn noun(context: &Context<'_>, draft: &Draft) -> String {
    context.text.folded_slice(&draft.after).chars().take(4).collect()
}

/// The body's telling stands before the headline's, the one that is linked to more before the other.
fn join(context: &Context<'_>, known: &mut Draft, other: Draft) {
    let title = in_title(context, known) && !in_title(context, &other);
    let part = known.whole.is_none() && other.whole.is_some();
    let total = known.claim.measure == Measure::TotalInvestment || other.claim.measure == Measure::TotalInvestment;
    let vague = known.claim.measure == Measure::Other && other.claim.measure != Measure::Other;
    // The kept figure keeps the key of its first place, so that parts find it.
    let (key, mut side) = (known.key, other);
    if title || vague || (part && known.claim.measure == Measure::Other) {
        std::mem::swap(known, &mut side);
        known.claim.spans = std::mem::take(&mut side.claim.spans);
    }
    known.key = key;
    if total && known.is_money() {
        known.claim.measure = Measure::TotalInvestment;
        known.claim.money_class =
            if known.claim.money_class == MoneyClass::None { MoneyClass::Planned } else { known.claim.money_class };
    }
    known.claim.spans.push(context.text.span(&side.bytes));
    known.whole = known.whole.or(side.whole);
    if known.claim.event.is_none() {
        known.claim.event = side.claim.event;
    }
}
