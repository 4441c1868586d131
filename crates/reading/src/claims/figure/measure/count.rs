//! What a count measures.

use super::super::draft::Draft;
use crate::claims::context::Context;
use crate::lexicon::Cue;
use samesky_model::reading::Measure;
use std::ops::Range;

pub(super) fn measure(context: &Context<'_>, draft: &Draft, earlier: &[Draft]) -> Measure {
    if draft.claim.tier.is_some() {
        return Measure::Other;
    }
    match draft.claim.unit.as_deref() {
        Some("projects") => projects(context, draft),
        Some("agreements") => Measure::Agreements,
        Some("companies") => companies(context, draft, earlier),
        Some("jobs") => Measure::Jobs,
        Some("people") if context.has(&(draft.before.start..draft.after.end), Cue::Jobs) => Measure::Jobs,
        _ => Measure::Other,
    }
}

/// Projects that are signed in the same sentence.
fn projects(context: &Context<'_>, draft: &Draft) -> Measure {
    let Some(sentence) = context.sentences.get(draft.sentence) else { return Measure::Other };
    let told = |sentence: &Range<usize>| context.has(sentence, Cue::Sign) || context.has(sentence, Cue::SignEvent);
    // A mere list with its number goes on with the sentence before: 「…契約が結ばれた。太陽光発電など11件。」
    let list = sentence.bytes.end.saturating_sub(draft.bytes.end) <= 3 && context.ends_with(draft.bytes.start, "など");
    let before = draft.sentence.checked_sub(1).and_then(|at| context.sentences.get(at)).filter(|_| list);
    let signed = told(&sentence.bytes) || before.is_some_and(|before| told(&before.bytes));
    if signed { Measure::ProjectsSigned } else { Measure::Other }
}

/// Companies that sign, take part, or are settled; a part of such companies without a verb of its own is the same.
fn companies(context: &Context<'_>, draft: &Draft, earlier: &[Draft]) -> Measure {
    let clause = &draft.clause;
    let around = draft.before.start..draft.after.end;
    let near = |cue| context.has(&around, cue);
    if is_predicated(context, draft) {
        return Measure::Other;
    }
    if context.has(clause, Cue::Part) && !near(Cue::Sign) {
        let whole = earlier
            .iter()
            .rev()
            .take_while(|other| other.sentence == draft.sentence)
            .find(|other| other.has_unit("companies"));
        if let Some(whole) = whole {
            return whole.claim.measure;
        }
    }
    if near(Cue::Sign) {
        return if near(Cue::Intent) { Measure::Agreements } else { Measure::ProjectsSigned };
    }
    if near(Cue::Attending) {
        return Measure::CompaniesAttending;
    }
    let served = ["给", "为", "同", "与", "向", "组织", "帮助"].iter().any(|word| before_count(context, draft, word));
    if !served && (near(Cue::Settle) || settled_before(context, clause, draft)) {
        return Measure::CompaniesSettled;
    }
    Measure::Other
}

/// `38家是世界500强`: the count is the subject of another statement.
pub(super) fn is_predicated(context: &Context<'_>, draft: &Draft) -> bool {
    ["是", "为世界", "属于", "系", " of them are", " are"].iter().any(|word| context.starts_with(draft.bytes.end, word))
}

fn before_count(context: &Context<'_>, draft: &Draft, word: &str) -> bool {
    context.ends_with(draft.bytes.start, word)
}

/// A word of settling earlier in the clause, with only a list of names between.
fn settled_before(context: &Context<'_>, clause: &Range<usize>, draft: &Draft) -> bool {
    let before = clause.start..draft.bytes.start;
    context.has(&before, Cue::Settle) && !context.has(&before, Cue::Attending)
}
