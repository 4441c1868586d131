//! To which event, project and organisation a figure belongs.

use super::draft::Draft;
use crate::claims::context::Context;
use crate::claims::event::Event;
use crate::claims::organisation::Organisation;
use crate::claims::project::Project;
use crate::lexicon::Cue;
use samesky_model::reading::{EventType, Measure};

pub(super) fn link(context: &Context<'_>, draft: &mut Draft, events: &[Event], organisations: &[Organisation], projects: &[Project]) {
    draft.claim.event = event(context, draft, events).map(|event| event.claim.id.clone());
    let project = project(draft, projects);
    draft.claim.project = project.map(|project| project.claim.id.clone());
    draft.claim.organisation = organisation(context, draft, organisations).map(|organisation| organisation.claim.name.clone());
}

/// What is signed belongs to the signing, else to the meeting; who attends belongs to the meeting that is told of last.
fn event<'a>(context: &Context<'_>, draft: &Draft, events: &'a [Event]) -> Option<&'a Event> {
    let background = draft.claim.period.is_some() || draft.is_target();
    let sentence = context.sentences.get(draft.sentence)?;
    let signing = || events.iter().find(|event| event.claim.kind == EventType::Signing);
    let broken = || events.iter().find(|event| event.claim.kind == EventType::Groundbreaking);
    let meeting = || {
        let before = events.iter().rev().find(|event| event.sentence <= draft.sentence && event.claim.kind != EventType::Signing);
        before.or_else(|| events.iter().find(|event| event.claim.kind != EventType::Signing))
    };
    if background {
        return None;
    }
    let starts = context.has(&sentence.bytes, Cue::BreakGround);
    match draft.claim.measure {
        Measure::ProjectsSigned | Measure::Agreements | Measure::TotalInvestment => {
            (if starts { broken() } else { None }).or_else(signing).or_else(meeting)
        }
        Measure::CompaniesAttending => meeting(),
        Measure::Other if draft.has_unit("people") => meeting(),
        Measure::Other if draft.claim.tier.is_some() => signing().or_else(meeting),
        _ => None,
    }
}

/// The project whose name stands right before the amount, in the same clause.
fn project<'a>(draft: &Draft, projects: &'a [Project]) -> Option<&'a Project> {
    let single = matches!(draft.claim.measure, Measure::Investment | Measure::Area | Measure::Jobs);
    let within = |project: &&Project| project.bytes.end <= draft.bytes.start && project.bytes.start >= draft.clause.start;
    projects.iter().rev().find(|project| single && within(project))
}

/// The organisation named last before a figure of sales, or of its own investment.
fn organisation<'a>(context: &Context<'_>, draft: &Draft, organisations: &'a [Organisation]) -> Option<&'a Organisation> {
    let own = matches!(draft.claim.measure, Measure::Sales | Measure::Target | Measure::Investment | Measure::Jobs);
    let sentence = context.sentences.get(draft.sentence).filter(|_| own)?;
    let mentions = organisations.iter().flat_map(|organisation| organisation.mentions.iter().map(move |bytes| (bytes, organisation)));
    let before = mentions.filter(|(bytes, _)| bytes.start >= sentence.bytes.start && bytes.end <= draft.bytes.start);
    before.max_by_key(|(bytes, _)| bytes.start).map(|(_, organisation)| organisation)
}
