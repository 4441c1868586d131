//! What an officer should look at before accepting a figure.

use super::draft::Draft;
use crate::claims::context::Context;
use samesky_model::reading::{Flow, Measure, Qualifier};
use samesky_model::remark::{Remark, RemarkCode};

pub(super) fn remark(context: &Context<'_>, draft: &mut Draft) {
    let quote = draft.claim.quote.clone();
    let unclear = draft.claim.measure == Measure::FdiActual && flow_is_unclear(context, draft);
    let mut remarks = Vec::new();
    let mut say = |code, args: &[(&str, &str)]| remarks.push(Remark::new(code, args));
    if draft.claim.tier.is_some() || draft.claim.qualifier == Qualifier::Tier {
        say(RemarkCode::TierNotAmount, &[("quote", &quote)]);
    } else if draft.unit_from_context {
        let unit = draft.claim.unit.clone().unwrap_or_default();
        say(RemarkCode::UnitFromContext, &[("quote", &quote), ("unit", &unit)]);
    }
    if draft.kind == samesky_model::reading::QuantityKind::Money
        && draft.claim.unit.is_none()
        && draft.claim.qualifier != Qualifier::Tier
    {
        say(RemarkCode::UnknownCurrency, &[("quote", &quote)]);
    }
    if is_garbled(&quote) {
        say(RemarkCode::SourceError, &[("quote", &quote)]);
    }
    if unclear {
        draft.claim.flow = None;
        say(RemarkCode::FlowUnclear, &[]);
    }
    draft.claim.remarks.extend(remarks);
}

/// 4兆亿: a unit of ten thousand after a larger one that already takes it in.
fn is_garbled(quote: &str) -> bool {
    let mut before = '\0';
    quote.chars().any(|char| {
        let two = (std::mem::replace(&mut before, char), char);
        matches!(two, ('兆', '亿' | '億') | ('亿', '兆' | '亿') | ('億', '兆' | '億') | ('万', '万'))
    })
}

/// The period stands in another clause, and nothing says cumulative.
fn flow_is_unclear(context: &Context<'_>, draft: &Draft) -> bool {
    if draft.claim.flow == Some(Flow::Cumulative) || draft.whole.is_some() {
        return false;
    }
    let own = context.found_in(&(draft.clause.start..draft.bytes.start)).any(|(_, found)| {
        matches!(
            found.quantity.kind,
            samesky_model::reading::QuantityKind::Date | samesky_model::reading::QuantityKind::DateRange
        )
    });
    !own
}
