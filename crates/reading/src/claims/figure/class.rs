//! Which money is meant.

use super::draft::Draft;
use crate::claims::context::Context;
use crate::lexicon::Cue;
use samesky_model::reading::{Measure, MoneyClass};

/// By the words beside the amount; a stock of past investment is of no class.
pub(super) fn class(context: &Context<'_>, draft: &mut Draft) {
    if !draft.is_money() {
        return;
    }
    let near = draft.before.start..draft.after.end;
    let has = |cue| context.has(&near, cue) || context.has(&draft.clause, cue);
    draft.claim.money_class = match draft.claim.measure {
        Measure::Sales => MoneyClass::Turnover,
        Measure::FdiActual => MoneyClass::PaidIn,
        Measure::Target if has(Cue::Sales) => MoneyClass::Turnover,
        Measure::TotalInvestment | Measure::Investment | Measure::Target => {
            if has(Cue::Contracted) {
                MoneyClass::Contracted
            } else if has(Cue::Paid) {
                MoneyClass::PaidIn
            } else if has(Cue::Fixed) {
                MoneyClass::FixedAssets
            } else if has(Cue::Signed) {
                MoneyClass::Signed
            } else if draft.claim.measure == Measure::TotalInvestment || !is_stock(context, draft) {
                MoneyClass::Planned
            } else {
                MoneyClass::None
            }
        }
        _ => MoneyClass::None,
    };
}

/// What was invested until now, beside a number of companies that are there.
fn is_stock(context: &Context<'_>, draft: &Draft) -> bool {
    let Some(sentence) = context.sentences.get(draft.sentence) else { return false };
    context.has(&sentence.bytes, Cue::Cumulative) || context.has(&sentence.bytes, Cue::Settle)
}
