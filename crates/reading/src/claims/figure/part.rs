//! Parts of totals.

use super::draft::Draft;
use super::explain;
use crate::claims::context::Context;
use crate::lexicon::Cue;
use samesky_model::reading::{Measure, QuantityKind};

/// A total stands at most so many figures before its parts.
const REACH: usize = 60;

/// Finds for every figure the total of which it is a part: told by 其中, うち, of which; by a colon behind the total; or by
/// going on from such a part with the next place in the same paragraph.
pub(super) fn parts(context: &Context<'_>, drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        context.ask();
        let (whole, rule) = whole(context, drafts, at).unzip();
        drafts[at].whole = whole;
        explain::whole(context, &drafts[at], rule.unwrap_or_default());
    }
    for at in 0..drafts.len() {
        adds_up(context, drafts, at);
    }
    for at in 0..drafts.len() {
        share(drafts, at);
    }
}

/// The total of a figure, as a key, and the rule that found it.
fn whole(context: &Context<'_>, drafts: &[Draft], at: usize) -> Option<(usize, &'static str)> {
    if drafts[at].converts.is_some() {
        return None;
    }
    let told = told(context, drafts, at).map(|whole| (whole, "figure/part/told"));
    let listed = || listed(context, drafts, at).map(|whole| (whole, "figure/part/listed"));
    let goes_on = || goes_on(context, drafts, at).map(|whole| (whole, "figure/part/goes_on"));
    told.or_else(listed).or_else(goes_on)
}

/// Figures of the same measure that follow a total in one paragraph and come to about the same are its parts, though no
/// word says so. A sum that is a little off is a part all the same: the check will tell.
fn adds_up(context: &Context<'_>, drafts: &mut [Draft], at: usize) {
    let total = &drafts[at];
    if total.whole.is_some() || total.converts.is_some() || total.is_target() || total.claim.measure == Measure::Other {
        return;
    }
    let paragraph = |draft: &Draft| context.sentences.get(draft.sentence).map(|sentence| sentence.paragraph);
    let later = drafts.iter().enumerate().skip(at + 1).take(REACH).filter(|(_, other)| {
        other.sentence != total.sentence
            && other.converts.is_none()
            && alike_part(total, other)
            && other.claim.value < total.claim.value
    });
    let later: Vec<(usize, Option<usize>)> = later.map(|(place, other)| (place, paragraph(other))).collect();
    let Some((_, first)) = later.first().copied() else { return };
    if first.zip(paragraph(total)).is_none_or(|(first, own)| own > 0 && first > own + 1) {
        return;
    }
    let run: Vec<usize> = later.iter().take_while(|(_, other)| *other == first).map(|(place, _)| *place).collect();
    for end in (2..=run.len()).rev() {
        let group = &run[..end];
        let sum: rust_decimal::Decimal = group.iter().map(|place| drafts[*place].claim.value).sum();
        let free = group.iter().all(|place| drafts[*place].whole.is_none());
        if free && is_near(sum, drafts[at].claim.value, drafts[at].is_money()) {
            let key = drafts[at].key;
            for place in group {
                drafts[*place].whole = Some(key);
                explain::whole(context, &drafts[*place], "figure/part/adds_up");
            }
            return;
        }
    }
}

/// Counts must come to the total; money within a twentieth of it.
fn is_near(sum: rust_decimal::Decimal, total: rust_decimal::Decimal, money: bool) -> bool {
    let off = (sum - total).abs();
    if money { off * rust_decimal::Decimal::from(20) <= total } else { off.is_zero() }
}

fn alike_part(total: &Draft, part: &Draft) -> bool {
    let measure = total.claim.measure == part.claim.measure
        || is_investment(total.claim.measure) && is_investment(part.claim.measure);
    let unit = total.claim.unit == part.claim.unit || total.claim.measure == Measure::ProjectsSigned;
    measure && total.kind == part.kind && unit && part.claim.tier.is_none()
}

/// A part is of the period of its whole, and flows as it does, unless it says otherwise.
fn share(drafts: &mut [Draft], at: usize) {
    let Some(key) = drafts[at].whole else { return };
    let from = at.saturating_sub(REACH);
    let Some(whole) = drafts[from..at].iter().find(|other| other.key == key) else { return };
    let (period, flow, same) =
        (whole.claim.period.clone(), whole.claim.flow, whole.claim.measure == drafts[at].claim.measure);
    if same && drafts[at].claim.period.is_none() {
        drafts[at].claim.period = period;
        drafts[at].claim.flow = drafts[at].claim.flow.or(flow);
    }
}

/// A part cue in the clause or in the clause before it.
fn told(context: &Context<'_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let draft = &drafts[at];
    let sentence = context.sentences.get(draft.sentence)?;
    let cue = context.cues(&(sentence.bytes.start..draft.bytes.start), Cue::Part).last()?;
    let earlier = drafts[..at].iter().rev().take(REACH).filter(|other| other.bytes.end <= cue.start);
    let mut earlier = earlier
        .filter(|other| context.sentences.get(other.sentence).is_some_and(|of| sentence.paragraph - of.paragraph <= 2));
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
    (draft.is_money() && draft.claim.measure == Measure::Investment && whole.claim.measure == Measure::TotalInvestment)
        .then_some(whole.key)
}

/// After `其中,甲区…` the sentences `乙区…`, `丙区…` of the same paragraph tell of further parts.
fn goes_on(context: &Context<'_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let draft = &drafts[at];
    let sentence = context.sentences.get(draft.sentence)?;
    let owner = draft.owner.as_ref().filter(|owner| owner.start <= sentence.bytes.start + 24)?;
    let earlier =
        drafts[..at].iter().rev().take(REACH).take_while(|other| {
            context.sentences.get(other.sentence).is_some_and(|of| of.paragraph == sentence.paragraph)
        });
    let mut brothers =
        earlier.filter(|other| other.sentence != draft.sentence && other.whole.is_some() && other.owner.is_some());
    let brother = brothers.find(|other| {
        let other_owner = other.owner.as_ref().map(|owner| context.text.folded_slice(owner));
        alike(other, draft) && other_owner != Some(context.text.folded_slice(owner))
    })?;
    brother.whole
}

fn alike(one: &Draft, other: &Draft) -> bool {
    one.claim.measure == other.claim.measure
        && (one.kind == other.kind)
        && (!one.is_money() || one.claim.unit == other.claim.unit)
}

/// A total of the same unit, or of projects where companies sign, and not smaller; size classes are parts of counts only.
fn can_hold(whole: &Draft, part: &Draft) -> bool {
    if whole.claim.tier.is_some() || whole.converts.is_some() || whole.claim.value < part.claim.value {
        return false;
    }
    let money = whole.is_money()
        && part.is_money()
        && whole.claim.unit == part.claim.unit
        && is_investment(whole.claim.measure) == is_investment(part.claim.measure);
    let counts = whole.kind == QuantityKind::Count && part.kind == QuantityKind::Count;
    let same = whole.claim.unit == part.claim.unit;
    let signed = [Measure::ProjectsSigned, Measure::Agreements].contains(&whole.claim.measure)
        && (part.claim.measure == Measure::ProjectsSigned || part.claim.tier.is_some());
    money || (counts && (same || signed))
}

const fn is_investment(measure: Measure) -> bool {
    matches!(measure, Measure::Investment | Measure::TotalInvestment)
}
