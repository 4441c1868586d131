//! Events told of by the word in which their name ends.

use super::{Event, name, told};
use crate::claims::context::Context;
use crate::lexicon::{Cue, Sense};
use samesky_model::reading::EventType;
use std::ops::Range;

/// A head word in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) kind: EventType,
    pub(super) bytes: Range<usize>,
}

/// Every event that is said to have been held, or that stands in the title.
pub(super) fn candidates(context: &Context<'_>) -> Vec<Event> {
    let mut events = Vec::new();
    for at in 0..context.sentences.len() {
        let heads = heads(context, at);
        for head in &heads {
            if let Some(event) = candidate(context, at, head, &heads) {
                events.push(event);
            }
        }
    }
    events
}

/// The head words of a sentence, the longest at each spot.
fn heads(context: &Context<'_>, sentence: usize) -> Vec<Head> {
    let Some(whole) = context.sentences.get(sentence).map(|sentence| sentence.bytes.clone()) else { return Vec::new() };
    let mut heads: Vec<Head> = Vec::new();
    for mark in context.marks_in(&whole) {
        let Sense::Cue(Cue::Head(kind)) = mark.sense else { continue };
        let bytes = mark.start..mark.end;
        if is_inside_thai_word(context, &bytes) {
            continue;
        }
        if heads.last().is_some_and(|last| last.bytes.end >= bytes.end) {
            continue;
        }
        match heads.last_mut() {
            // 合作推介 and 推介会 in 合作推介会: one head, of the kind in which it ends.
            Some(last) if last.bytes.end > bytes.start => (last.kind, last.bytes.end) = (kind, bytes.end),
            _ => heads.push(Head { kind, bytes }),
        }
    }
    heads
}

/// งาน in สำนักงาน, พลังงาน, โรงงาน: the end of another word, no event.
fn is_inside_thai_word(context: &Context<'_>, head: &Range<usize>) -> bool {
    context.text.folded_slice(head).starts_with("งาน")
        && ["สำนัก", "พลัง", "พนัก", "โรง", "หน่วย", "แรง", "คณะทำ", "ราย"]
            .iter()
            .any(|word| context.ends_with(head.start, word))
}

fn candidate(context: &Context<'_>, at: usize, head: &Head, heads: &[Head]) -> Option<Event> {
    context.ask();
    context.met(&head.bytes);
    let sentence = context.sentences.get(at)?;
    let in_title = sentence.paragraph == 0;
    if is_one_of_many(context, head) || belongs_to_another(context, head, heads) {
        return None;
    }
    let name = name::extent(context, &sentence.bytes, &head.bytes);
    if name::is_mere_reference(context, &name, &head.bytes) || is_counted(context, &name) {
        return None;
    }
    let before = sentence.bytes.start..name.start;
    if !in_title && (is_future(context, &before, &sentence.bytes, &name) || !is_held(context, &sentence.bytes, &name)) {
        return None;
    }
    if in_title && is_future(context, &before, &sentence.bytes, &name) {
        return None;
    }
    Some(told(context, head.kind, name.clone(), Some(name), at))
}

/// `…等活动`, `…会议など`: an example of many.
fn is_one_of_many(context: &Context<'_>, head: &Head) -> bool {
    // 会议 names an event in Japanese; in Chinese it is any meeting, and 会议中心 is a building.
    let words = context.text.folded_slice(&head.bytes);
    if words == "会议"
        && (context.language != "ja"
            || ["展", "室", "厅", "所"].iter().any(|word| context.starts_with(head.bytes.end, word)))
    {
        return true;
    }
    if ["ビデオ", "テレビ", "ウェブ", "视频", "电话", "オンライン", "video ", "press ", "新闻"]
        .iter()
        .any(|word| context.ends_with(head.bytes.start, word))
    {
        return true;
    }
    [
        "等",
        "など",
        "和参与",
        "的支持",
        "上表示",
        "期间",
        "センター",
        "ホール",
        "中心",
        "馆",
        "场馆",
        "会场",
        "场",
        "ルーム",
        "室",
        "所",
        " centre",
        " center",
        " hall",
        " room",
        " grounds",
        " members",
        " member ",
        " statute",
        " committee",
        " secretariat",
        " website",
        " agenda",
        " calendar",
        " venue",
        " organisers",
        " organizers",
        " staff",
        " fees",
        " tickets",
    ]
    .iter()
    .any(|sign| context.starts_with(head.bytes.end, sign))
}

/// `…洽谈会的…对接活动`: what is held is the other.
fn belongs_to_another(context: &Context<'_>, head: &Head, heads: &[Head]) -> bool {
    let of = ["的", "の"].iter().any(|sign| context.starts_with(head.bytes.end, sign));
    of && heads.iter().any(|other| other.bytes.start > head.bytes.end && other.bytes.start - head.bytes.end < 120)
}

/// `九届…博览会`: so many of them.
fn is_counted(context: &Context<'_>, name: &Range<usize>) -> bool {
    let from = context.text.floor(name.start.saturating_sub(40));
    let before = context.found_in(&(from..name.end)).map(|(_, found)| found);
    let mut counts = before.filter(|found| found.bytes.start <= name.start && found.bytes.end + 6 >= name.start);
    // 3都市でセミナー: so many places are no number of events.
    let places =
        ["cities", "countries", "places", "sites", "prefectures", "provinces", "venues", "people", "companies"];
    counts.any(|found| {
        found.quantity.kind == samesky_model::reading::QuantityKind::Count
            && !found.quantity.unit.as_deref().is_some_and(|unit| places.contains(&unit))
    })
}

fn is_future(context: &Context<'_>, before: &Range<usize>, whole: &Range<usize>, name: &Range<usize>) -> bool {
    let after = name.end..whole.end;
    let late = context.cues(&after, Cue::Future).next().is_some_and(|mark| mark.start < name.end + 24);
    let clause = context
        .sentence_at(name.start)
        .and_then(|at| context.sentences.get(at))
        .map_or(name.end, |of| of.clause(name.start).end);
    let held = context.has(&(name.end..clause.max(name.end)), Cue::Hold) && !late;
    late || (context.has(before, Cue::Future) && !held)
}

/// Somebody held it, took part in it, or it is dated.
fn is_held(context: &Context<'_>, whole: &Range<usize>, name: &Range<usize>) -> bool {
    let around = whole.start..whole.end;
    let said = |cue| context.cues(&around, cue).any(|mark| mark.end <= name.start || mark.start >= name.end);
    let held = said(Cue::Hold) || said(Cue::Attend) || said(Cue::Attending);
    let words = [
        "办",
        "办了",
        "另办",
        "另设",
        "设",
        "开出",
        "推出",
        "at a ",
        "at the ",
        "at an ",
        "during the ",
        "名为",
        "开",
        "「",
        "“",
    ];
    let there = context.starts_with(name.end, "上") || context.starts_with(name.end, "现场");
    held || there || words.iter().any(|word| context.ends_with(name.start, word)) || opens(context, whole, name)
}

/// `…交流会9月11日在太仓开`.
fn opens(context: &Context<'_>, whole: &Range<usize>, name: &Range<usize>) -> bool {
    let after = name.end..whole.end.min(name.end + 90);
    let words = context.text.folded_slice(&(after.start..context.text.floor(after.end)));
    let dated = context.found_in(&after).any(|(_, found)| super::date::start_of(found).is_some());
    (dated && words.contains('在')) || words.starts_with('在') || words.starts_with("于")
}
