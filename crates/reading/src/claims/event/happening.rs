//! Events told of by what happened: agreements were signed, a zone opened, ground was broken, a delegation came.

use super::{Event, merge, told};
use crate::claims::context::Context;
use crate::lexicon::{Cue, Sense};
use samesky_model::reading::{EventType, OrganisationKind, QuantityKind};
use std::ops::Range;

/// Adds what the sentences of the body tell beyond events by name.
pub(super) fn add(context: &Context<'_>, events: &mut Vec<Event>) {
    for at in 0..context.sentences.len() {
        let Some(sentence) = context.sentences.get(at).filter(|sentence| sentence.paragraph > 0) else { continue };
        let whole = sentence.bytes.clone();
        let tell: [(EventType, Option<Range<usize>>); 4] = [
            (EventType::Signing, signing(context, &whole)),
            (EventType::ZoneLaunch, launch(context, &whole)),
            (EventType::Groundbreaking, groundbreaking(context, &whole)),
            (EventType::Visit, visit(context, &whole)),
        ];
        let told_here = events.iter().any(|event| event.sentence == at && event.named);
        let travels = ["拜访", "走访", "考察"].iter().any(|word| context.text.folded_slice(&whole).contains(word));
        let tell = tell.into_iter().filter(|(kind, _)| *kind != EventType::Visit || !told_here || travels);
        for (kind, bytes) in tell.filter_map(|(kind, bytes)| Some((kind, bytes?))) {
            merge::add(context, events, told(context, kind, bytes, None, at));
        }
    }
}

/// A ceremony, or projects that were signed on the stage; not every agreement that is mentioned.
fn signing(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let past = |mark: &Range<usize>| !is_future(context, whole, mark) && !is_relative(context, mark);
    let ceremony = context.cues(whole, Cue::SignEvent).map(|mark| mark.start..mark.end).find(past);
    let ceremony = ceremony.filter(|mark| !names_projects(context, mark) && !negated(context, mark));
    ceremony.or_else(|| projects_sign(context, whole).filter(past))
}

/// `12个项目集中签约`, `会上24个项目签约`: projects are signed, as a statement of its own.
fn projects_sign(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let mut counts =
        context.found_in(whole).map(|(_, found)| found).filter(|found| found.quantity.kind == QuantityKind::Count);
    counts.find_map(|found| {
        let rest =
            context.text.folded_slice(&(found.bytes.end..context.text.floor(whole.end.min(found.bytes.end + 60))));
        let rest = ["重点项目", "项目", "产业项目", "重大项目"]
            .iter()
            .find_map(|noun| rest.strip_prefix(noun))
            .unwrap_or(rest);
        let projects = context.text.folded_slice(&found.bytes).contains("项目")
            || context.starts_with(found.bytes.end, "项目")
            || context.starts_with(found.bytes.end, "重点项目")
            || context.starts_with(found.bytes.end, "产业项目");
        let adverbs = ["", "集中", "现场", "现场集中", "当场", "正式", "在会上", "会上", "成功", "同步", "在现场"];
        let predicate =
            adverbs.iter().any(|adverb| rest.strip_prefix(adverb).is_some_and(|rest| rest.starts_with("签约")));
        let object = ["就", "与", "对", "将"].iter().any(|word| context.ends_with(found.bytes.start, word));
        (projects && predicate && !object).then(|| found.bytes.clone())
    })
}

/// `集中签约项目`: projects of a signing, told of in passing.
fn names_projects(context: &Context<'_>, mark: &Range<usize>) -> bool {
    context.starts_with(mark.end, "项目当中") || context.starts_with(mark.end, "项目中")
}

/// Thai `ที่ลงนาม`: that were signed.
fn is_relative(context: &Context<'_>, mark: &Range<usize>) -> bool {
    ["ที่", "to be ", "that ", "which ", "were previously "].iter().any(|word| context.ends_with(mark.start, word))
}

fn negated(context: &Context<'_>, mark: &Range<usize>) -> bool {
    context.ends_with(mark.start, "未")
        || context.ends_with(mark.start, "没有")
        || context.ends_with(mark.start, "not ")
}

/// A zone, park or service point opens, or its plan is issued.
fn launch(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let thing = |bytes: &Range<usize>| {
        let near = context.text.floor(bytes.start.saturating_sub(160)).max(whole.start)..bytes.end.min(whole.end);
        let zones = context.marks_in(&near).iter().filter(|mark| mark.sense == Sense::Ending(OrganisationKind::Zone));
        let zones = zones.map(|mark| mark.start..mark.end);
        let words = context.text.folded_slice(&near);
        let points = ["服务点", "zone", "拠点", "นิคม"]
            .iter()
            .filter_map(|word| Some(near.start + words.find(word)?..near.start + words.find(word)? + word.len()));
        let adjoins = |thing: &Range<usize>| {
            let between = context.text.folded_slice(&(thing.end.min(bytes.start)..bytes.start));
            between.chars().count() <= 12
                && !["系统", "项目", "平台", "企业", "、"].iter().any(|word| between.contains(word))
        };
        zones.chain(points).filter(adjoins).map(|thing| thing.start).min()
    };
    let marks = context.cues(whole, Cue::Launch).map(|mark| mark.start..mark.end);
    let mut marks = marks.filter(|mark| !is_future(context, whole, mark) && !negated(context, mark));
    let opened = marks.find_map(|mark| thing(&mark).map(|start| start.min(mark.start)..mark.end));
    opened.or_else(|| plan(context, whole))
}

/// `示范区总体方案…发布`.
fn plan(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let words = context.text.folded_slice(whole);
    let at = words.find("总体方案")?;
    let issued = words[at..].find("发布").filter(|far| *far < 60)?;
    let zone = words[..at].ends_with("区");
    zone.then(|| whole.start + at..whole.start + at + issued + "发布".len())
}

fn groundbreaking(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let ceremony = ["集中开工", "举行开工", "broke ground", "起工式", "着工式", "วางศิลาฤกษ์"];
    let words = context.text.folded_slice(whole);
    let (at, word) = ceremony.iter().filter_map(|word| words.find(word).map(|at| (at, word))).min()?;
    let bytes = whole.start + at..whole.start + at + word.len();
    (!is_future(context, whole, &bytes)).then_some(bytes)
}

/// A delegation went somewhere.
fn visit(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let mark = context.cues(whole, Cue::Visit).find(|mark| !is_future(context, whole, &(mark.start..mark.end)))?;
    let words = context.text.folded_slice(whole);
    let travels = [
        "访",
        "考察",
        "赴",
        "訪",
        "代表団",
        "代表团",
        "visit",
        "took to",
        "delegation to",
        "trip",
        "เยือน",
        "เยี่ยมชม",
        "ผู้แทน",
    ];
    let sent = travels.iter().any(|word| words.contains(word));
    let english = words.is_ascii()
        && !["took to", "delegation to", "delegation visited", "visited", "delegation that"]
            .iter()
            .any(|word| words.contains(word));
    (sent && !english && !context.places(whole).is_empty()).then_some(mark.start..mark.end)
}

fn is_future(context: &Context<'_>, whole: &Range<usize>, mark: &Range<usize>) -> bool {
    let from = context.text.floor(mark.start.saturating_sub(60)).max(whole.start);
    context.cues(&(from..mark.start), Cue::Future).next().is_some()
}
