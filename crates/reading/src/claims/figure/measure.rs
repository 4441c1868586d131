//! What a figure measures.

mod count;
pub(super) mod money;

use super::draft::Draft;
use crate::claims::context::Context;
use crate::lexicon::Cue;
use samesky_model::reading::{Measure, Qualifier, QuantityKind};

/// Areas, in the symbols of the quantities layer.
const AREAS: &[&str] = &["km2", "m2", "ha", "mu", "rai", "ft2", "acre", "acres", "tsubo"];

/// Sets the measure of the figure at this place; earlier figures may be looked at.
pub(super) fn measure(context: &Context<'_>, drafts: &mut [Draft], at: usize) {
    let (earlier, rest) = drafts.split_at_mut(at);
    let Some(draft) = rest.first_mut() else { return };
    draft.claim.measure = match draft.kind {
        QuantityKind::Money => money::measure(context, draft, earlier),
        QuantityKind::Dimension if draft.claim.unit.as_deref().is_some_and(|unit| AREAS.contains(&unit)) => {
            Measure::Area
        }
        QuantityKind::Dimension => Measure::Other,
        _ => count::measure(context, draft, earlier),
    };
    if draft.kind == QuantityKind::Money && money::is_class(context, draft) {
        draft.claim.qualifier = Qualifier::Tier;
    }
    if draft.claim.measure == Measure::Other {
        inherit(context, draft, earlier);
    }
    if draft.is_target() && draft.kind != QuantityKind::Dimension {
        draft.claim.measure = Measure::Target;
    }
}

/// A part named by a mere number (地区別では…9件で31億元) measures what its whole does.
fn inherit(context: &Context<'_>, draft: &mut Draft, earlier: &[Draft]) {
    let Some(sentence) = context.sentences.get(draft.sentence) else { return };
    if draft.claim.tier.is_some()
        || draft.claim.qualifier == Qualifier::Tier
        || !is_parted(context, &(sentence.bytes.start..draft.bytes.start))
    {
        return;
    }
    let near = earlier.iter().rev().take(20).filter(|other| draft.sentence - other.sentence <= 1);
    let mut wholes = near.filter(|other| {
        other.kind == draft.kind && other.claim.value >= draft.claim.value && other.claim.tier.is_none()
    });
    let whole = wholes.find(|other| {
        let money = draft.is_money() && other.claim.unit == draft.claim.unit;
        let count = draft.has_unit("items")
            || is_elided(context, draft) && is_counted(other)
            || other.claim.unit == draft.claim.unit && !draft.is_money() && !count::is_predicated(context, draft);
        let elided = is_elided(context, draft) && is_counted(other);
        (money || count)
            && (elided || !matches!(other.claim.measure, Measure::Other))
            && other.claim.measure != Measure::Target
    });
    if let Some(whole) = whole {
        draft.claim.measure = whole.claim.measure;
        draft.claim.unit.clone_from(&whole.claim.unit);
    }
}

/// A word like 其中, or a colon, stands before.
fn is_parted(context: &Context<'_>, before: &std::ops::Range<usize>) -> bool {
    context.has(before, Cue::Part) || context.text.folded_slice(before).contains([':', '：'])
}

/// `機械が9件で31億元`: a count whose noun was said before, with the total.
fn is_elided(context: &Context<'_>, draft: &Draft) -> bool {
    if draft.elided {
        return true;
    }
    let quote = context.text.folded_slice(&draft.bytes);
    let general = quote.ends_with(['个', '件', '项', '宗', 'つ']);
    let next = context.text.folded().get(draft.bytes.end..).and_then(|rest| rest.chars().next());
    draft.kind == QuantityKind::Count
        && general
        && next.is_none_or(|next| !crate::letter::is_letter(next) || "でにがをとは".contains(next))
}

fn is_counted(whole: &Draft) -> bool {
    ["projects", "agreements", "companies"].iter().any(|unit| whole.has_unit(unit))
}
