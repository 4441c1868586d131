//! Figures that stand near a total and may be its parts.

use super::occurrence::{Occurrence, Scene, is_plain};
use super::words::{ALL_PARTS, SOME_PARTS};
use crate::measure::{Family, units_add};
use samesky_model::reading::FigureClaim;
use std::ops::Range;

/// At most this many figures are looked at around one total.
const NEAR: usize = 40;
/// At most this many lines are read as a list after a line that ends in a colon.
const LIST_LINES: usize = 20;

/// The passage after a place that may break a total down: the rest of its line, and the lines of a list after a colon.
pub(super) fn passage_after(scene: &Scene<'_>, at: usize) -> Range<usize> {
    let line = scene.prose.line(at);
    let opens_list = scene.prose.chars(line.clone()).iter().rev().find(|c| !c.is_whitespace()) == Some(&':');
    let last = if opens_list { scene.prose.lines_after(at, LIST_LINES).pop() } else { None };
    at..last.map_or(line.end, |last| last.end)
}

/// The figures after `whole` that may be its parts, in the order of the text.
pub(super) fn after(scene: &Scene<'_>, whole: &Occurrence) -> Vec<Occurrence> {
    let near = scene.within(passage_after(scene, whole.end));
    possible(scene, whole, near.iter().take(3 * NEAR))
}

/// The figures before `whole` in its line that may be its parts, the nearest first.
pub(super) fn before(scene: &Scene<'_>, whole: &Occurrence) -> Vec<Occurrence> {
    let near = scene.within(scene.prose.line(whole.start).start..whole.start);
    possible(scene, whole, near.iter().rev().take(3 * NEAR))
}

fn possible<'b>(scene: &Scene<'_>, whole: &Occurrence, near: impl Iterator<Item = &'b Occurrence>) -> Vec<Occurrence> {
    let total = scene.figure(whole.figure);
    let mut parts: Vec<Occurrence> = Vec::new();
    for place in near.filter(|place| place.figure != whole.figure) {
        let seen = parts.iter().any(|part| part.figure == place.figure);
        if !seen && parts.len() < NEAR && may_be_part(scene, scene.figure(place.figure), total) {
            parts.push(*place);
        }
    }
    parts
}

/// Same family and status, units that add, of one occasion, smaller, and not said to be a part of something else.
pub(super) fn may_be_part(scene: &Scene<'_>, part: &FigureClaim, whole: &FigureClaim) -> bool {
    Family::of(part.measure) == Family::of(whole.measure)
        && part.status == whole.status
        && part.period == whole.period
        && part.value < whole.value
        && is_plain(part)
        && units_add(part, whole)
        && scene.same_occasion(part, whole)
        && part.part_of.as_ref().is_none_or(|id| *id == whole.id)
}

/// How the text says that parts follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// All of them follow.
    All,
    /// Some follow, perhaps all.
    Some,
}

/// The word between a total and its first part that says so.
pub(super) fn mark(scene: &Scene<'_>, whole: &Occurrence, first: &Occurrence) -> Option<Mark> {
    let between = whole.end..first.start;
    if scene.prose.find(between.clone(), ALL_PARTS).is_some() {
        Some(Mark::All)
    } else {
        scene.prose.find(between, SOME_PARTS).map(|_| Mark::Some)
    }
}
