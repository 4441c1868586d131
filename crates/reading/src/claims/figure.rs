//! Figures: what is measured, of what, as which money, part of what, and where else it is said.

mod background;
mod class;
mod draft;
mod explain;
mod link;
mod measure;
mod part;
mod period;
mod remark;
mod repeat;
mod status;
mod subject;
mod unit;

use super::context::Context;
use super::event::Event;
use super::organisation::Organisation;
use super::project::Project;
use draft::Draft;
use samesky_model::reading::FigureClaim;
use std::collections::BTreeMap;

/// The figures of an announcement, in the order of the text.
pub(crate) fn figures(
    context: &Context<'_>,
    events: &[Event],
    organisations: &[Organisation],
    projects: &[Project],
) -> Vec<FigureClaim> {
    let mut drafts = draft::drafts(context);
    for at in 0..drafts.len() {
        context.ask();
        measure::measure(context, &mut drafts, at);
        explain::measure(context, &drafts[at]);
        class::class(context, &mut drafts[at]);
        explain::class(context, &drafts[at]);
        if events.is_empty() {
            background::demote(context, &mut drafts[at]);
            explain::background(context, &drafts[at]);
        }
        period::period(context, &mut drafts[at]);
        explain::period(context, &drafts[at]);
        subject::subject(context, &mut drafts, at);
        explain::subject(context, &drafts[at]);
    }
    if events.is_empty() {
        background::parts_of_inflow(context, &mut drafts);
    }
    part::parts(context, &mut drafts);
    let mentions = link::mentions(organisations);
    for draft in &mut drafts {
        context.ask();
        link::link(context, draft, events, &mentions, projects);
        explain::links(context, draft);
        remark::remark(context, draft);
    }
    claims(repeat::once(context, drafts))
}

/// Numbers the figures and names wholes by number.
fn claims(drafts: Vec<Draft>) -> Vec<FigureClaim> {
    let places: BTreeMap<usize, usize> = drafts.iter().enumerate().map(|(at, draft)| (draft.key, at)).collect();
    let id = |key: usize| places.get(&key).map(|at| format!("f{}", at + 1));
    let name = |(at, draft): (usize, Draft)| {
        let mut claim = draft.claim;
        claim.id = format!("f{}", at + 1);
        claim.part_of = draft.whole.and_then(id);
        claim
    };
    drafts.into_iter().enumerate().map(name).collect()
}
