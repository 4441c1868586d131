//! Of which period a figure is, and whether of the period alone.

use super::draft::Draft;
use crate::claims::context::Context;
use crate::lexicon::Cue;
use samesky_model::date::PartialDate;
use samesky_model::reading::{Flow, Measure, QuantityKind};

/// The period is the year, month or range named before the figure in its sentence. What is signed at an event has the
/// event's date and no period.
pub(super) fn period(context: &Context<'_>, draft: &mut Draft) {
    let Some(sentence) = context.sentences.get(draft.sentence) else { return };
    let before = sentence.bytes.start..draft.bytes.start;
    let near = if context.language != "zh" && context.language != "zh-Hant" {
        draft.before.clone()
    } else {
        draft.clause.clone()
    };
    let cumulative = context.has(&near, Cue::Cumulative);
    // 截至2022年底,…,…: holds for the whole sentence.
    let until = ["截至", "截止"].iter().any(|word| context.text.folded_slice(&before).contains(word));
    let cumulative = cumulative || until;
    if cumulative && !draft.is_target() {
        draft.claim.flow = Some(Flow::Cumulative);
    }
    if !has_period(draft) {
        return;
    }
    let named = context.found_in(&before).filter_map(|(_, found)| match found.quantity.kind {
        QuantityKind::DateRange => {
            let mut readings = [&found.quantity.value].into_iter().chain(&found.quantity.values);
            readings.find(|value| !value.starts_with("--")).cloned()
        }
        QuantityKind::Date => {
            let date: PartialDate = found.quantity.value.parse().ok()?;
            (date.day().is_none() && date.year().is_some()).then(|| date.to_string())
        }
        _ => None,
    });
    let named: Vec<String> = named.collect();
    let after = after(context, draft);
    draft.claim.period = after.or(named.last().cloned());
    if draft.claim.flow.is_none() && draft.claim.period.is_some() && is_flow(draft.claim.measure) {
        draft.claim.flow = Some(Flow::Flow);
    }
}

/// English and Thai name the year behind the amount too: `CNY 31.48 billion in 2019`.
fn after(context: &Context<'_>, draft: &Draft) -> Option<String> {
    if context.language != "en" && context.language != "th" {
        return None;
    }
    let near = draft.bytes.end..context.text.floor(draft.after.end.min(draft.bytes.end + 40));
    let dates = context.found_in(&near).filter(|(_, found)| found.quantity.kind == QuantityKind::Date);
    let mut years =
        dates.filter_map(|(_, found)| found.quantity.value.parse::<PartialDate>().ok().zip(Some(found.bytes.start)));
    let (date, start) = years.find(|(date, _)| date.month().is_none())?;
    let between = context.text.folded_slice(&(draft.bytes.end..start));
    (between.contains("in ") || between.contains("for ") || between.contains("ปี") || between.trim().is_empty())
        .then(|| date.to_string())
}

const fn is_flow(measure: Measure) -> bool {
    matches!(measure, Measure::TradeVolume | Measure::FdiActual | Measure::Sales)
}

fn has_period(draft: &Draft) -> bool {
    let measure = draft.claim.measure;
    let at_event = matches!(
        measure,
        Measure::ProjectsSigned | Measure::Agreements | Measure::TotalInvestment | Measure::CompaniesAttending
    );
    (!at_event && draft.is_money()) || measure == Measure::CompaniesSettled || draft.is_target()
}
