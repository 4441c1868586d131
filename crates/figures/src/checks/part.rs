//! Parts that are not above their whole, where they do not make a whole breakdown.

use super::occurrence::{Occurrence, Outcome, Scene, is_plain};
use super::words::SOME_PARTS;
use crate::interval::Measured;
use crate::measure::{companies_as_projects, units_add};
use samesky_model::reading::{Check, FigureClaim, Rule, Verdict};
use samesky_model::remark::{Remark, RemarkCode};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A part begins at most this many code points after the word that calls it one.
const REACH: usize = 40;

/// One check for each part that belongs to no sum among `sums`.
pub(super) fn checks(scene: &Scene<'_>, sums: &[Check]) -> Vec<Check> {
    let summed: BTreeSet<&str> = sums.iter().flat_map(|check| check.parts.iter().map(String::as_str)).collect();
    let mut wholes = inferred(scene);
    wholes.extend(stated(scene));
    wholes.retain(|part, _| !summed.contains(scene.figure(*part).id.as_str()));
    wholes.into_iter().filter_map(|(part, whole)| compare(scene, part, whole)).collect()
}

fn stated(scene: &Scene<'_>) -> BTreeMap<usize, usize> {
    let figures = scene.figures.iter().enumerate();
    figures
        .filter_map(|(index, part)| Some((index, scene.by_id(part.part_of.as_deref()?)?)))
        .filter(|(part, whole)| part != whole && comparable(scene.figure(*part), scene.figure(*whole)))
        .collect()
}

fn comparable(part: &FigureClaim, whole: &FigureClaim) -> bool {
    is_plain(part) && is_plain(whole) && units_add(part, whole) && part.status == whole.status
}

/// Parts that stand right after a word for parts, with the nearest figure of their unit before that word.
fn inferred(scene: &Scene<'_>) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    for place in &scene.occurrences {
        let sentence = scene.prose.sentence(place.start);
        let reach = place.start.saturating_sub(REACH).max(sentence.start)..place.start;
        if let Some(word) = scene.prose.find_last(reach, SOME_PARTS)
            && let Some(whole) = whole_before(scene, sentence.start..word.start, word.end..place.start, place)
        {
            found.entry(place.figure).or_insert(whole);
        }
    }
    found
}

/// The nearest figure that the word can refer to; none where another figure stands between the word and the part.
fn whole_before(scene: &Scene<'_>, before: Range<usize>, between: Range<usize>, place: &Occurrence) -> Option<usize> {
    let part = scene.figure(place.figure);
    let fits = |whole: &FigureClaim| comparable(part, whole) && scene.same_occasion(part, whole);
    if scene.within(between).iter().any(|other| other.figure != place.figure) {
        return None;
    }
    let nearest = scene.within(before).iter().rev().take(8).find(|other| fits(scene.figure(other.figure)))?;
    (nearest.figure != place.figure).then_some(nearest.figure)
}

/// A part above its whole is a contradiction only where both are of one measure: 其中 may refer further back.
fn compare(scene: &Scene<'_>, part: usize, whole: usize) -> Option<Check> {
    let (small, large) = (scene.figure(part), scene.figure(whole));
    let (a, b) = (Measured::of(small), Measured::of(large));
    let holds = a.can_be_at_most(&b);
    let said = small.part_of.as_deref() == Some(large.id.as_str());
    if !holds && !said && small.measure != large.measure {
        return None;
    }
    let verdict = match (holds, a.value <= b.value) {
        (true, true) => Verdict::Reconciled,
        (true, false) => Verdict::Consistent,
        (false, _) => Verdict::Contradicted,
    };
    let difference = if holds { None } else { large.value.checked_sub(small.value) };
    let remark = companies_as_projects(small, large).then(|| Remark::new(RemarkCode::CompaniesAsProjects, &[]));
    Some(scene.check(Rule::PartOf, whole, &[part], Outcome { verdict, difference, remark }))
}
