//! To which event, project and organisation a figure belongs.

use super::draft::Draft;
use crate::claims::context::Context;
use crate::claims::event::Event;
use crate::claims::organisation::Organisation;
use crate::claims::project::Project;
use crate::lexicon::Cue;
use samesky_model::reading::{EventType, Measure, OrganisationKind, QuantityKind};
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

/// The project whose name stands beside the amount, else the one that the text goes on to speak of.
fn project<'a>(context: &Context<'_>, draft: &Draft, projects: &'a [Project]) -> Option<&'a Project> {
    let single = matches!(draft.claim.measure, Measure::Investment | Measure::Area | Measure::Jobs);
    if !single {
        return None;
    }
    beside(context, draft, projects)
        .or_else(|| named_behind(context, draft, projects))
        .or_else(|| goes_on(context, draft, projects))
}

/// `投资52亿元建设…基地`: named behind the amount in its clause, with no other amount between.
fn named_behind<'a>(context: &Context<'_>, draft: &Draft, projects: &'a [Project]) -> Option<&'a Project> {
    let near = draft.clause.end.min(draft.bytes.end + 150);
    let mut after =
        projects.iter().filter(|project| draft.bytes.end <= project.bytes.start && project.bytes.end <= near);
    after.find(|project| {
        let between = draft.bytes.end..project.bytes.start;
        !context.found_in(&between).any(|(_, found)| found.quantity.kind == QuantityKind::Money)
    })
}

/// Words (folded) at the beginning of a sentence or clause that speak of the project named before.
const REFERENCES: &[&str] = &[
    "项目",
    "该项目",
    "本项目",
    "上述项目",
    "这一项目",
    "一期",
    "首期",
    "二期",
    "建成后",
    "投产后",
    "达产后",
    "占地",
    "总投资",
    "计划投资",
    "计划总投资",
    "同プロジェクト",
    "新工场",
    "同工场",
    "本工场",
    "投资额",
    "投资総额",
    "総投资额",
    "総事业费",
    "敷地",
    "延床",
    "延べ床",
    "従业员",
    "the project",
    "the facility",
    "the plant",
    "the factory",
    "the new",
    "it will",
    "the two-phase",
    "once ",
    "โครงการ",
    "โรงงาน",
    "บนพื้นที่",
    "มูลค่า",
    "เมื่อแล้วเสร็จ",
];

/// `项目计划投资12亿元,占地152亩`: the last project named before, within two sentences; or the only one of the text.
fn goes_on<'a>(context: &Context<'_>, draft: &Draft, projects: &'a [Project]) -> Option<&'a Project> {
    let last = projects.iter().rev().find(|project| project.bytes.end <= draft.bytes.start)?;
    let named = context.sentence_at(last.bytes.start)?;
    let own = context.sentences.get(draft.sentence)?;
    let begins = |bytes: &Range<usize>| {
        let words = context.text.folded_slice(bytes);
        REFERENCES.iter().any(|reference| words.starts_with(reference))
    };
    let told = begins(&own.bytes) || begins(&draft.clause);
    let near = draft.sentence - named <= if projects.len() == 1 { 4 } else { 2 };
    let whole = draft.whole.is_none();
    (told && near && whole && own.paragraph > 0).then_some(last)
}

/// The project whose name stands right before the amount.
fn beside<'a>(context: &Context<'_>, draft: &Draft, projects: &'a [Project]) -> Option<&'a Project> {
    let start = context.sentences.get(draft.sentence).map_or(draft.clause.start, |sentence| sentence.bytes.start);
    let within = |project: &&Project| {
        project.bytes.end <= draft.bytes.start
            && draft.bytes.start - project.bytes.end <= 120
            && project.bytes.start >= start
    };
    projects.iter().rev().find(within)
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
