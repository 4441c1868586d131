//! Parts of totals.

use super::draft::Draft;
use crate::claims::context::Context;
use crate::lexicon::Cue;
use samesky_model::reading::{Measure, QuantityKind};

/// A total stands at most so many figures before its parts.
const REACH: usize = 60;

/// Finds for every figure the total of which it is a part: told by 其中, うち, of which; by a colon behind the total; or by
/// going on from such a part with the next place in the same paragraph.
pub(super) fn parts(context: &Context<'_>, drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let whole = if drafts[at].converts.is_some() { None } else { told(context, drafts, at).or_else(|| listed(context, drafts, at)).or_else(|| goes_on(context, drafts, at)) };
        drafts[at].whole = whole;
    }
}

/// A part cue in the clause or in the clause before it.
fn told(context: &Context<'_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let draft = &drafts[at];
    let sentence = context.sentences.get(draft.sentence)?;
    let cue = context.cues(&(sentence.bytes.start..draft.bytes.start), Cue::Part).last()?;
    let earlier = drafts[..at].iter().rev().take(REACH).filter(|other| other.bytes.end <= cue.start);
    let mut earlier = earlier.filter(|other| context.sentences.get(other.sentence).is_some_and(|of| sentence.paragraph - of.paragraph <= 1));
    earlier.find(|other| can_hold(other, draft)).map(|other| other.key)
}

/// `总投资5亿美元:甲项目2亿美元,乙项目3亿美元`.
fn listed(context: &Context<'_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let draft = &drafts[at];
    let sentence = context.sentences.get(draft.sentence)?;
    let before = context.text.folded_slice(&(sentence.bytes.start..draft.bytes.start));
    let colon = sentence.bytes.start + before.rfind([':', '：'])?;
    let earlier = drafts[..at].iter().rev().take_while(|other| other.sentence == draft.sentence);
    let whole = earlier.filter(|other| other.bytes.end <= colon).find(|other| can_hold(other, draft))?;
    (draft.is_money() && draft.claim.measure == Measure::Investment && whole.claim.measure == Measure::TotalInvestment).then_some(whole.key)
}

/// After `其中,甲区…` the sentences `乙区…`, `丙区…` of the same paragraph tell of further parts.
fn goes_on(context: &Context<'_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let draft = &drafts[at];
    let sentence = context.sentences.get(draft.sentence)?;
    let owner = draft.owner.as_ref().filter(|owner| owner.start <= sentence.bytes.start + 24)?;
    let earlier = drafts[..at].iter().rev().take(REACH).take_while(|other| {
        context.sentences.get(other.sentence).is_some_and(|of| of.paragraph == sentence.paragraph)
    });
    let mut brothers = earlier.filter(|other| other.sentence != draft.sentence && other.whole.is_some() && other.owner.is_some());
    let brother = brothers.find(|other| {
        let other_owner = other.owner.as_ref().map(|owner| context.text.folded_slice(owner));
        alike(other, draft) && other_owner != Some(context.text.folded_slice(owner))
    })?;
    brother.whole
}

fn alike(one: &Draft, other: &Draft) -> bool {
    one.claim.measure == other.claim.measure && (one.kind == other.kind) && (!one.is_money() || one.claim.unit == other.claim.unit)
}

/// A total of the same unit, or of projects where companies sign, and not smaller; size classes are parts of counts only.
fn can_hold(whole: &Draft, part: &Draft) -> bool {
    if whole.claim.tier.is_some() || whole.converts.is_some() || whole.claim.value < part.claim.value {
        return false;
    }
    let money = whole.is_money() && part.is_money() && whole.claim.unit == part.claim.unit && is_investment(whole.claim.measure) == is_investment(part.claim.measure);
    let counts = whole.kind == QuantityKind::Count && part.kind == QuantityKind::Count;
    let same = whole.claim.unit == part.claim.unit;
    let signed = [Measure::ProjectsSigned, Measure::Agreements].contains(&whole.claim.measure)
        && (part.claim.measure == Measure::ProjectsSigned || part.claim.tier.is_some());
    money || (counts && (same || signed))
}

const fn is_investment(measure: Measure) -> bool {
    matches!(measure, Measure::Investment | Measure::TotalInvestment)
}
