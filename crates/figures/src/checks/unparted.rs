//! Headline totals that cannot be added up because the text states no parts. Only there would an officer ask.

use super::occurrence::{Outcome, Scene, is_plain};
use crate::interval::Measured;
use crate::measure::is_money;
use samesky_model::reading::{Check, Measure, Rule, Verdict};
use samesky_model::remark::{Remark, RemarkCode};
use std::collections::BTreeMap;

/// One check for each event whose headline total of money has no parts: on the most exact telling of that total.
pub(super) fn checks(scene: &Scene<'_>, known: &[Check]) -> Vec<Check> {
    let mut best = BTreeMap::<(Option<&str>, Option<&str>), usize>::new();
    for place in scene.occurrences.iter().filter(|place| place.heading) {
        let headed = scene.figure(place.figure);
        let total = headed.measure == Measure::TotalInvestment && is_money(headed.unit.as_deref()) && is_plain(headed);
        if total && !is_added_up(&headed.id, known) && !is_part(scene, place.figure, known) {
            let exact = exact_telling(scene, place.figure, known);
            best.entry((headed.event.as_deref(), headed.unit.as_deref())).or_insert(exact);
        }
    }
    let told: Vec<usize> = best.into_values().collect();
    let apart = told.into_iter().filter(|index| !is_added_up(&scene.figure(*index).id, known));
    apart.map(|index| scene.check(Rule::Sum, index, &[], no_parts())).collect()
}

fn is_added_up(id: &str, known: &[Check]) -> bool {
    known.iter().any(|check| check.total == id && matches!(check.rule, Rule::Sum | Rule::Count))
}

fn is_part(scene: &Scene<'_>, index: usize, known: &[Check]) -> bool {
    let figure = scene.figure(index);
    let in_sum = |check: &Check| check.rule != Rule::Repeated && check.parts.contains(&figure.id);
    figure.part_of.is_some() || known.iter().any(in_sum)
}

/// The body's telling of a headline number, where it is stated without reserve.
fn exact_telling(scene: &Scene<'_>, headline: usize, known: &[Check]) -> usize {
    let headed = scene.figure(headline);
    let told = known.iter().filter(|check| check.rule == Rule::Repeated && check.total == headed.id);
    let mut others = told.flat_map(|check| &check.parts).filter_map(|id| scene.by_id(id));
    others.find(|other| Measured::of(scene.figure(*other)).exact).unwrap_or(headline)
}

fn no_parts() -> Outcome {
    Outcome { verdict: Verdict::Unknown, difference: None, remark: Some(Remark::new(RemarkCode::NoParts, &[])) }
}
