//! What each step decided about a figure, for those who ask why.

use super::draft::Draft;
use crate::claims::context::Context;
use crate::quantity::Found;
use samesky_model::explanation::Explained;
use samesky_model::reading::{Measure, MoneyClass, QuantityKind, Status};

pub(super) fn made(context: &Context<'_>, found: &Found, unit: Option<&str>) {
    let unit = || Some(unit.unwrap_or("none").to_owned());
    context.decided((Explained::Figure, &found.bytes), "unit", "figure/unit", unit);
    context.decided((Explained::Figure, &found.bytes), "number", found.rule, || Some(found.quantity.value.clone()));
}

pub(super) fn status(context: &Context<'_>, found: &Found, status: Status) {
    let gave = || (status != Status::Actual).then(|| status.as_str().to_owned());
    context.decided((Explained::Figure, &found.bytes), "status", "figure/status", gave);
}

pub(super) fn measure(context: &Context<'_>, draft: &Draft) {
    let rule = match draft.kind {
        QuantityKind::Money => "figure/measure/money",
        QuantityKind::Dimension => "figure/measure",
        _ => "figure/measure/count",
    };
    decided(context, draft, "measure", rule, || Some(draft.claim.measure.as_str().to_owned()));
}

pub(super) fn class(context: &Context<'_>, draft: &Draft) {
    let class = draft.claim.money_class;
    decided(context, draft, "money_class", "figure/class", || {
        (class != MoneyClass::None).then(|| class.as_str().to_owned())
    });
}

pub(super) fn background(context: &Context<'_>, draft: &Draft) {
    let other = draft.claim.measure == Measure::Other;
    decided(context, draft, "background", "figure/background", || other.then(|| "no event: a statistic".to_owned()));
}

pub(super) fn period(context: &Context<'_>, draft: &Draft) {
    let flow = || draft.claim.flow.map(|flow| flow.as_str().to_owned());
    decided(context, draft, "period", "figure/period", || listed(draft.claim.period.clone().into_iter().chain(flow())));
}

pub(super) fn subject(context: &Context<'_>, draft: &Draft) {
    decided(context, draft, "subject", "figure/subject", || draft.claim.subject.clone());
}

pub(super) fn links(context: &Context<'_>, draft: &Draft) {
    let claim = &draft.claim;
    let links = || [&claim.event, &claim.project, &claim.organisation].into_iter().flatten().cloned();
    decided(context, draft, "belongs_to", "figure/link", || listed(links()));
}

fn listed(words: impl Iterator<Item = String>) -> Option<String> {
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// The total of which it is a part.
pub(super) fn whole(context: &Context<'_>, draft: &Draft, rule: &'static str) {
    let whole = || draft.whole.and_then(|key| context.found.get(key)).map(|found| found.quantity.quote.clone());
    decided(context, draft, "part_of", rule, whole);
}

fn decided(
    context: &Context<'_>,
    draft: &Draft,
    step: &'static str,
    rule: &'static str,
    gave: impl FnOnce() -> Option<String>,
) {
    context.decided((Explained::Figure, &draft.bytes), step, rule, gave);
}
