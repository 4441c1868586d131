//! Totals and their parts: sums of money, and counts.
//!
//! Parts that the reader stated are taken first, then figures that stand near. Figures nobody called parts make a check
//! only where they close exactly, or where the text says that they are the breakdown and nothing can be missing.

use super::occurrence::{Occurrence, Outcome, Scene, is_plain};
use super::owner;
use super::run::{self, Mark};
use crate::interval::{Agreement, Measured, agreement};
use crate::measure::{Family, companies_as_projects, is_money};
use rust_decimal::Decimal;
use samesky_model::reading::{Check, FigureClaim, MoneyClass, Rule, Verdict};
use samesky_model::remark::{Remark, RemarkCode};
use std::collections::{BTreeMap, BTreeSet};

/// Checks of totals that can be broken down, one for each total and set of parts.
pub(super) fn checks(scene: &Scene<'_>) -> Vec<Check> {
    let mut broken = closed(scene);
    let complete: Vec<usize> = broken.values().map(Vec::len).collect();
    for (whole, parts) in open(scene, &broken, &complete) {
        broken.entry(whole).or_insert(parts);
    }
    let mut taken = BTreeSet::new();
    let mut totals: Vec<(usize, Vec<usize>)> = broken.into_iter().collect();
    totals.sort_by_key(|(whole, _)| (!Measured::of(scene.figure(*whole)).exact, *whole));
    totals.retain(|(_, parts)| taken.insert(parts.iter().copied().collect::<BTreeSet<_>>()));
    totals.iter().filter_map(|(whole, parts)| compare(scene, *whole, parts)).collect()
}

/// Totals whose parts close exactly.
fn closed(scene: &Scene<'_>) -> BTreeMap<usize, Vec<usize>> {
    let mut found = BTreeMap::new();
    for (whole, parts) in stated(scene) {
        if closes(scene, whole, &parts) {
            found.insert(whole, parts);
        }
    }
    for place in wholes(scene) {
        if found.contains_key(&place.figure) {
            continue;
        }
        let runs = [run::after(scene, place), run::before(scene, place)];
        if let Some(parts) = runs.iter().find_map(|run| closing(scene, place.figure, run)) {
            found.insert(place.figure, parts);
        }
    }
    found
}

/// Totals whose parts do not close although the text or the reader says that they are all there.
fn open(scene: &Scene<'_>, closed: &BTreeMap<usize, Vec<usize>>, complete: &[usize]) -> Vec<(usize, Vec<usize>)> {
    let used: BTreeSet<usize> = closed.values().flatten().copied().collect();
    let steps = steps(scene, closed);
    let mut found = Vec::new();
    for place in wholes(scene).filter(|place| !closed.contains_key(&place.figure)) {
        let parts = run::after(scene, place);
        let free = parts.iter().all(|part| !used.contains(&part.figure));
        let told =
            parts.len() >= 2 && (is_complete(scene, place, &parts, complete) || keeps_step(&steps, &starts(&parts)));
        if free && told {
            found.push((place.figure, parts.iter().map(|part| part.figure).collect()));
        }
    }
    let stated = stated(scene).into_iter().filter(|(whole, parts)| {
        let starts: Vec<usize> = parts.iter().map(|part| scene.figure(*part).start).collect();
        let told = owner::of_one_kind(scene, parts) && nothing_missing(scene, *whole, parts);
        !closed.contains_key(whole) && (told || keeps_step(&steps, &starts))
    });
    stated.chain(found).collect()
}

fn wholes<'b>(scene: &'b Scene<'_>) -> impl Iterator<Item = &'b Occurrence> {
    scene.occurrences.iter().filter(|place| {
        let figure = scene.figure(place.figure);
        let adds = matches!(
            Family::of(figure.measure),
            Family::Projects | Family::Agreements | Family::Investment | Family::Attending | Family::Settled
        );
        adds && is_plain(figure)
    })
}

/// Parts by their total, where the reader said so.
fn stated(scene: &Scene<'_>) -> BTreeMap<usize, Vec<usize>> {
    let mut found = BTreeMap::<usize, Vec<usize>>::new();
    for (index, part) in scene.figures.iter().enumerate() {
        let whole = part.part_of.as_deref().and_then(|id| scene.by_id(id));
        if let Some(whole) = whole.filter(|whole| run::may_be_part(scene, part, scene.figure(*whole))) {
            found.entry(whole).or_default().push(index);
        }
    }
    found.retain(|_, parts| parts.len() >= 2);
    found
}

fn closes(scene: &Scene<'_>, whole: usize, parts: &[usize]) -> bool {
    sum(scene, parts) == Some(scene.figure(whole).value)
}

/// The first figures of a run, two or more, that add up to the total.
fn closing(scene: &Scene<'_>, whole: usize, run: &[Occurrence]) -> Option<Vec<usize>> {
    let target = scene.figure(whole).value;
    let mut sum = Decimal::ZERO;
    for (index, part) in run.iter().enumerate() {
        sum = sum.checked_add(scene.figure(part.figure).value)?;
        if sum == target && index > 0 {
            let mut parts: Vec<usize> = run[..=index].iter().map(|part| part.figure).collect();
            parts.sort_by_key(|part| scene.figure(*part).start);
            return distinct(scene, &parts).then_some(parts);
        }
        if sum > target {
            return None;
        }
    }
    None
}

/// Whether the text leaves no doubt that the figures after a total are all its parts.
///
/// It says so (内訳); or it says that they are parts (其中), they are of distinct things of one kind, and what is
/// missing is smaller than the smallest of them; or as many parts close another total of the same announcement.
fn is_complete(scene: &Scene<'_>, whole: &Occurrence, parts: &[Occurrence], complete: &[usize]) -> bool {
    let figures: Vec<usize> = parts.iter().map(|part| part.figure).collect();
    let sentence = scene.prose.sentence(whole.start);
    match run::mark(scene, whole, &parts[0]) {
        Some(Mark::All) => {
            parts.iter().all(|part| sentence.contains(&part.start)) || owner::of_one_kind(scene, &figures)
        }
        Some(Mark::Some) if !owner::of_one_kind(scene, &figures) => false,
        Some(Mark::Some) => complete.contains(&parts.len()) || nothing_missing(scene, whole.figure, &figures),
        None => false,
    }
}

fn starts(parts: &[Occurrence]) -> Vec<usize> {
    parts.iter().map(|part| part.start).collect()
}

/// The breakdowns that close, as the places of their parts, by the place of the first one.
fn steps(scene: &Scene<'_>, closed: &BTreeMap<usize, Vec<usize>>) -> BTreeMap<usize, Vec<usize>> {
    let starts = closed.values().map(|parts| {
        let mut starts: Vec<usize> = parts.iter().map(|part| scene.figure(*part).start).collect();
        starts.sort_unstable();
        starts
    });
    starts.filter_map(|starts| Some((*starts.first()?, starts))).collect()
}

/// Each part stands with one part of a breakdown that closes (5个项目，14.2亿元；4个项目，11.9亿元；…): where all the
/// projects are told, so is all the money. Only the breakdowns that begin next to the first part can keep step with it.
fn keeps_step(steps: &BTreeMap<usize, Vec<usize>>, parts: &[usize]) -> bool {
    let Some(first) = parts.iter().copied().min() else { return false };
    let near = steps.range(..first).next_back().into_iter().chain(steps.range(first..).next());
    near.map(|(_, other)| other).any(|other| {
        let mut all: Vec<(usize, bool)> = parts.iter().map(|start| (*start, true)).collect();
        all.extend(other.iter().map(|start| (*start, false)));
        all.sort_unstable();
        parts.len() == other.len() && all.windows(2).all(|pair| pair[0].1 != pair[1].1)
    })
}

/// What is missing is smaller than the smallest part, so that no part of the list can have been left out.
fn nothing_missing(scene: &Scene<'_>, whole: usize, parts: &[usize]) -> bool {
    let smallest = parts.iter().map(|part| scene.figure(*part).value).min();
    match (sum(scene, parts), smallest) {
        (Some(sum), Some(smallest)) => scene.figure(whole).value - sum < smallest,
        _ => false,
    }
}

/// No two parts are of the same thing.
fn distinct(scene: &Scene<'_>, parts: &[usize]) -> bool {
    let subjects: Vec<&str> = parts.iter().filter_map(|part| scene.figure(*part).subject.as_deref()).collect();
    subjects.iter().collect::<BTreeSet<_>>().len() == subjects.len() || subjects.len() < parts.len()
}

fn sum(scene: &Scene<'_>, parts: &[usize]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(scene.figure(*part).value))
}

fn compare(scene: &Scene<'_>, whole: usize, parts: &[usize]) -> Option<Check> {
    let total = scene.figure(whole);
    let members: Vec<&FigureClaim> = parts.iter().map(|part| scene.figure(*part)).collect();
    let added = Measured::sum(&members.iter().map(|part| Measured::of(part)).collect::<Vec<_>>())?;
    let verdict = match agreement(&Measured::of(total), &added) {
        Agreement::Equal => Verdict::Reconciled,
        Agreement::Within => Verdict::Consistent,
        Agreement::Apart => Verdict::Contradicted,
        Agreement::Incomparable => return None,
    };
    let rule = if is_money(total.unit.as_deref()) { Rule::Sum } else { Rule::Count };
    let difference = total.value.checked_sub(added.value);
    let remark = remark(total, &members, verdict, added.value);
    Some(scene.check(rule, whole, parts, Outcome { verdict, difference, remark }))
}

fn remark(total: &FigureClaim, parts: &[&FigureClaim], verdict: Verdict, found: Decimal) -> Option<Remark> {
    let classes: BTreeSet<MoneyClass> = parts.iter().chain([&total]).map(|figure| figure.money_class).collect();
    if classes.len() > 1 {
        let names = classes.iter().map(|class| class.as_str()).collect::<Vec<_>>().join(", ");
        return Some(Remark::new(RemarkCode::ClassesDiffer, &[("classes", &names)]));
    }
    if parts.iter().any(|part| companies_as_projects(part, total)) {
        return Some(Remark::new(RemarkCode::CompaniesAsProjects, &[]));
    }
    let stated = &total.quote;
    (verdict == Verdict::Consistent).then(|| {
        Remark::new(RemarkCode::WithinQualifier, &[("stated", stated), ("found", &found.normalize().to_string())])
    })
}
