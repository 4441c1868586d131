//! To which event, project and organisation a figure belongs.

use super::draft::Draft;
use crate::claims::context::Context;
use crate::claims::event::Event;
use crate::claims::organisation::Organisation;
use crate::claims::project::Project;
use crate::lexicon::Cue;
use samesky_model::reading::{EventType, Measure, OrganisationKind};
use std::ops::Range;

/// A place where an organisation is named.
pub(super) type Mention<'a> = (Range<usize>, &'a Organisation);

/// Every mention of an organisation, in the order of the text.
pub(super) fn mentions(organisations: &[Organisation]) -> Vec<Mention<'_>> {
    let all = organisations
        .iter()
        .flat_map(|organisation| organisation.mentions.iter().map(move |bytes| (bytes.clone(), organisation)));
    let mut mentions: Vec<Mention<'_>> = all.collect();
    mentions.sort_by_key(|(bytes, _)| bytes.end);
    mentions
}

pub(super) fn link(
    context: &Context<'_>,
    draft: &mut Draft,
    events: &[Event],
    mentions: &[Mention<'_>],
    projects: &[Project],
) {
    draft.claim.event = event(context, draft, events).map(|event| event.claim.id.clone());
    let project = project(context, draft, projects);
    draft.claim.project = project.map(|project| project.claim.id.clone());
    draft.claim.organisation =
        organisation(context, draft, mentions).map(|organisation| organisation.claim.name.clone());
}

/// What is signed belongs to the signing, else to the meeting; who attends belongs to the meeting that is told of last.
fn event<'a>(context: &Context<'_>, draft: &Draft, events: &'a [Event]) -> Option<&'a Event> {
    let background = draft.claim.period.is_some() || draft.is_target();
    let sentence = context.sentences.get(draft.sentence)?;
    let signing = || events.iter().find(|event| event.claim.kind == EventType::Signing);
    let broken = || events.iter().find(|event| event.claim.kind == EventType::Groundbreaking);
    let meeting = || {
        let before = events
            .iter()
            .rev()
            .find(|event| event.sentence <= draft.sentence && event.claim.kind != EventType::Signing);
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
fn project<'a>(context: &Context<'_>, draft: &Draft, projects: &'a [Project]) -> Option<&'a Project> {
    let single = matches!(draft.claim.measure, Measure::Investment | Measure::Area | Measure::Jobs);
    let start = context.sentences.get(draft.sentence).map_or(draft.clause.start, |sentence| sentence.bytes.start);
    let within = |project: &&Project| {
        project.bytes.end <= draft.bytes.start
            && draft.bytes.start - project.bytes.end <= 120
            && project.bytes.start >= start
    };
    projects.iter().rev().find(|project| single && within(project))
}

/// The organisation named last before a figure of sales, or of its own investment.
fn organisation<'a>(context: &Context<'_>, draft: &Draft, mentions: &[Mention<'a>]) -> Option<&'a Organisation> {
    let own = matches!(draft.claim.measure, Measure::Sales | Measure::Target | Measure::Investment | Measure::Jobs);
    let sentence = context.sentences.get(draft.sentence).filter(|_| own)?;
    let jobs = draft.claim.measure == Measure::Jobs;
    let before = mentions.partition_point(|(bytes, _)| bytes.end <= draft.bytes.start);
    let last = mentions.get(before.checked_sub(1)?)?;
    let fits = !jobs || last.1.claim.kind == OrganisationKind::Company;
    (fits && last.0.start >= sentence.bytes.start).then_some(last.1)
}
