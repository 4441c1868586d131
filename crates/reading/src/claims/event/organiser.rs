//! Who stands behind an event.

use crate::claims::context::Context;
use crate::claims::organisation::names_in;
use crate::lexicon::{Cue, Sense};
use samesky_model::reading::{Organiser, OrganiserRole};
use std::ops::Range;

/// How far from the word for the role a name may stand, in bytes.
const REACH: usize = 420;

/// The organisers that a sentence names, else the subject of its holding.
pub(super) fn organisers(context: &Context<'_>, whole: &Range<usize>) -> Vec<Organiser> {
    let mut organisers = named(context, whole);
    if organisers.is_empty() {
        organisers.extend(subject(context, whole));
    }
    organisers
}

/// The organisers that a sentence names with their roles, in its order.
pub(super) fn named(context: &Context<'_>, whole: &Range<usize>) -> Vec<Organiser> {
    let mut organisers: Vec<Organiser> = Vec::new();
    let mut from = whole.start;
    for mark in context.marks_in(whole) {
        let Sense::Cue(Cue::Role(role)) = mark.sense else { continue };
        if mark.start < from {
            continue;
        }
        let stretch = stretch(context, whole, from, mark.start, mark.end);
        let names = names_in(context, &stretch);
        for name in &names {
            push(&mut organisers, context.text.slice(name).to_owned(), role);
        }
        if names.is_empty() {
            organisers.extend(area(context, &stretch, role).filter(|_| !context.starts_with(mark.end, "者")));
        }
        from = mark.end;
    }
    organisers
}

/// `京都府主催`: an area that stands right before the word acts for itself.
fn area(context: &Context<'_>, stretch: &Range<usize>, role: OrganiserRole) -> Option<Organiser> {
    let end = ["が", "の", "、"]
        .iter()
        .find(|sign| context.ends_with(stretch.end, sign))
        .map_or(stretch.end, |sign| stretch.end - sign.len());
    let bytes = context.areas(&(stretch.start..end)).into_iter().next_back().filter(|bytes| bytes.end == end)?;
    let name = context.text.slice(&bytes).to_owned();
    name.ends_with(['府', '県', '都', '省', '市', '区', '町', '县', '縣', '區']).then_some(Organiser { name, role })
}

/// `…协会在大阪举办…`, `…協会は…を開いた`, `… Agency held …`: the subject of the holding.
fn subject(context: &Context<'_>, whole: &Range<usize>) -> Option<Organiser> {
    let near = whole.start..context.text.floor(whole.end.min(whole.start + 300));
    let hold = context.cues(whole, Cue::Hold).next()?;
    let name = names_in(context, &near)
        .into_iter()
        .find(|name| name.end <= hold.start || context.starts_with(name.end, "は"))?;
    // 在…高新区举行: a place, no host.
    if ["在", "于", "at ", "in "].iter().any(|word| context.ends_with(name.start, word)) {
        return None;
    }
    let after = context.text.folded_slice(&(name.end..whole.end)).trim_start();
    let after =
        after.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）'])).map_or(after, |(_, rest)| rest);
    let ja = after.starts_with('は')
        && ["开いた", "开催した", "主催した", "実施した"].iter().any(|verb| after.contains(verb));
    let verbs = ["举办", "举行", "召开", "办", "在"];
    let zh = verbs.iter().any(|verb| after.starts_with(verb))
        && ["举办", "召开", "举行"].iter().any(|verb| after.chars().take(30).collect::<String>().contains(verb));
    let en = [" held", " hosted", " staged", " organized", " organised"].iter().any(|verb| after.starts_with(verb));
    let th = after.trim_start().starts_with("จัด");
    (ja || zh || en || th).then(|| Organiser { name: context.text.slice(&name).to_owned(), role: OrganiserRole::Host })
}

/// Chinese and Japanese name them before the word (由…主办), English and Thai behind it (hosted by …); `主办方是…` too.
fn stretch(context: &Context<'_>, whole: &Range<usize>, from: usize, start: usize, end: usize) -> Range<usize> {
    let word = context.text.folded_slice(&(start..end));
    let named_behind =
        ["は", ":", "：", "者は", "方为", "单位为", "单位:"].iter().any(|sign| context.starts_with(end, sign));
    let behind = named_behind
        || word.ends_with('是')
        || word.is_ascii()
        || word.chars().any(|char| ('\u{0E01}'..='\u{0E5B}').contains(&char));
    let executed = word == "เป็นผู้ดำเนินการ";
    if behind && !executed {
        let words = context.text.slice(&(end..whole.end));
        // …hosted by A and B, drew more than 400 participants: a comma before a verb ends the list.
        let verb = words
            .match_indices(", ")
            .find(|(at, comma)| words[at + comma.len()..].starts_with(|char: char| char.is_ascii_lowercase()));
        let verb = verb.map_or(usize::MAX, |(at, _)| end + at);
        let next =
            context.marks_in(&(end..whole.end)).iter().find(|mark| matches!(mark.sense, Sense::Cue(Cue::Role(_))));
        return end..context
            .text
            .floor(whole.end.min(end + REACH))
            .min(next.map_or(usize::MAX, |mark| mark.start))
            .min(verb);
    }
    context.text.floor(from.max(start.saturating_sub(REACH)))..start
}

fn push(organisers: &mut Vec<Organiser>, name: String, role: OrganiserRole) {
    if organisers.len() < 30 && !organisers.iter().any(|known| known.name == name) {
        organisers.push(Organiser { name, role });
    }
}
