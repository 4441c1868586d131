//! Projects: what is built, whose it is, where.

mod built;
mod name;

use super::context::Context;
use super::event::Event;
use super::industry::industries;
use super::organisation::Organisation;
use crate::lexicon::Cue;
use samesky_model::explanation::Explained;
use samesky_model::reading::{EventType, ProjectClaim};
use std::ops::Range;

/// A project with its name's place, in bytes.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    pub(crate) claim: ProjectClaim,
    pub(crate) bytes: Range<usize>,
}

/// The projects that are named, in the order of the text, each once.
pub(crate) fn projects(context: &Context<'_>, events: &[Event], organisations: &[Organisation]) -> Vec<Project> {
    let mut projects: Vec<Project> = Vec::new();
    if events.is_empty() {
        return projects;
    }
    let body = context.sentences.iter().filter(|sentence| sentence.paragraph > 0);
    for sentence in body {
        let built = built::names(context, &sentence.bytes);
        let named = name::names(context, &sentence.bytes).into_iter().map(|bytes| (bytes, "project/name"));
        for (bytes, rule) in named.chain(built.into_iter().map(|bytes| (bytes, "project/built"))) {
            let words = context.text.folded_slice(&bytes);
            let known = projects.iter().any(|project| same(context.text.folded_slice(&project.bytes), words));
            if !known && projects.len() < 200 {
                context.ask();
                context.decided((Explained::Project, &bytes), "name", rule, || Some(words.to_owned()));
                projects.push(project(context, bytes, &sentence.bytes, events, organisations));
            }
        }
    }
    for (at, project) in projects.iter_mut().enumerate() {
        project.claim.id = format!("p{}", at + 1);
    }
    projects
}

/// The same name, or one with 项目 behind it or somebody's name before it.
fn same(one: &str, other: &str) -> bool {
    let bare = |name: &str| name.trim_end_matches("项目").to_owned();
    let (one, other) = (bare(one), bare(other));
    one == other || (one.len() > 24 && other.len() > 24 && (one.ends_with(&other) || other.ends_with(&one)))
}

fn project(
    context: &Context<'_>,
    bytes: Range<usize>,
    sentence: &Range<usize>,
    events: &[Event],
    organisations: &[Organisation],
) -> Project {
    let span = context.text.span(&bytes);
    let of = (Explained::Project, &bytes);
    let signed = context.has(sentence, Cue::Sign);
    let event = events.iter().find(|event| event.claim.kind == EventType::Signing).or_else(|| events.first());
    let event = event.filter(|_| signed).map(|event| event.claim.id.clone());
    context.decided(of, "event", "project", || event.clone());
    let owners = owners(&bytes, sentence, organisations, context);
    context.decided(of, "organisations", "project/owners", || (!owners.is_empty()).then(|| owners.join(", ")));
    let place = place(context, &bytes, sentence)
        .or_else(|| events.first().and_then(|event| event.claim.places.first().cloned()));
    context.decided(of, "place", "project/place", || place.clone());
    let claim = ProjectClaim {
        id: String::new(),
        name: span.quote,
        organisations: owners,
        place,
        event,
        industries: industries(context, &bytes),
        start: span.start,
        end: span.end,
        remarks: Vec::new(),
    };
    Project { claim, bytes }
}

/// A place below the level of a country, in the name or else in its sentence.
fn place(context: &Context<'_>, bytes: &Range<usize>, sentence: &Range<usize>) -> Option<String> {
    let local = |stretch: &Range<usize>| {
        let places = context.places(stretch).into_iter();
        let local =
            places.filter(|(row, _)| context.gazetteer.place_at(*row).is_some_and(|place| place.kind != "country"));
        local.map(|(_, at)| context.text.slice(&at).to_owned()).next()
    };
    local(bytes).or_else(|| local(sentence))
}

/// What an organisation does with a project (folded).
const ACTS: &[&str] = &[
    "将",
    "签署",
    "设立",
    "建设",
    "投资",
    "打造",
    "新建",
    "计划",
    "拟",
    "は",
    "が",
    " will ",
    " invest",
    " build",
    " broke ground",
    " to ",
    " plans",
    " breaks ground",
    " opened",
    "จะ",
    "ลงทุน",
    "จัดพิธี",
    "เตรียม",
    "ตั้ง",
];

/// Organisations named in the project's name, else the one that acts in the same clause before it.
fn owners(
    bytes: &Range<usize>,
    sentence: &Range<usize>,
    organisations: &[Organisation],
    context: &Context<'_>,
) -> Vec<String> {
    let inside = |mention: &&Range<usize>| bytes.start <= mention.start && mention.end <= bytes.end;
    let named =
        organisations.iter().filter(|organisation| organisation.mentions.iter().any(|mention| inside(&mention)));
    let named: Vec<String> = named.map(|organisation| organisation.claim.name.clone()).collect();
    if !named.is_empty() {
        return named;
    }
    let between = |mention: &Range<usize>| {
        sentence.start <= mention.start && mention.end <= bytes.start && {
            let words = context.text.folded_slice(&(mention.end..bytes.start));
            let spaced = words.bytes().filter(u8::is_ascii_lowercase).count() * 2 > words.len() || words.contains('า');
            words.chars().count() <= if spaced { 90 } else { 40 }
                && (!words.contains('、') || words.starts_with('は'))
                && ACTS.iter().any(|verb| words.contains(verb))
        }
    };
    let acting = organisations.iter().rev().find(|organisation| organisation.mentions.iter().any(between));
    acting.map(|organisation| organisation.claim.name.clone()).into_iter().collect()
}
