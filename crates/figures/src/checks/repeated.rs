//! Headline and body.
//!
//! A figure that stands in both is one figure with two places and needs no check. Here are headline figures whose
//! number stands nowhere in the body, beside the one number of the body that they can speak of.

use super::occurrence::{Outcome, Scene, is_plain};
use crate::interval::{Agreement, same_number};
use crate::measure::{Family, is_of_whole_event};
use rust_decimal::Decimal;
use samesky_model::reading::{Check, FigureClaim, MoneyClass, Qualifier, Rule, Verdict};
use samesky_model::remark::{Remark, RemarkCode};
use std::collections::{BTreeMap, BTreeSet};

/// One check for each headline figure that has its match in the body.
pub(super) fn checks(scene: &Scene<'_>, known: &[Check]) -> Vec<Check> {
    let parts: BTreeSet<&str> = known.iter().flat_map(|check| check.parts.iter().map(String::as_str)).collect();
    let totals: BTreeSet<&str> =
        known.iter().filter(|check| check.rule != Rule::PartOf).map(|check| check.total.as_str()).collect();
    let body = body_figures(scene, &parts);
    let headlines = headline_figures(scene, &parts);
    headlines
        .into_iter()
        .filter_map(|headline| {
            let headed = scene.figure(headline);
            let candidates: Vec<usize> =
                body.get(&key(headed))?.iter().copied().filter(|other| fits(scene, headline, *other)).collect();
            let other = choose(scene, headed, &candidates)?;
            let summed = totals.contains(headed.id.as_str()) && apart(headed, scene.figure(other));
            (!summed).then(|| compare(scene, headline, other)).flatten()
        })
        .collect()
}

type Key<'a> = (Family, Option<&'a str>);

fn key(figure: &FigureClaim) -> Key<'_> {
    (Family::of(figure.measure), figure.unit.as_deref())
}

fn headline_figures(scene: &Scene<'_>, parts: &BTreeSet<&str>) -> Vec<usize> {
    let headed: BTreeSet<usize> =
        scene.occurrences.iter().filter(|place| place.heading).map(|place| place.figure).collect();
    headed
        .into_iter()
        .filter(|index| {
            let figure = scene.figure(*index);
            is_of_whole_event(figure.measure) && is_plain(figure) && !parts.contains(figure.id.as_str())
        })
        .collect()
}

/// Figures that stand in the body alone and are no parts, by what they can be compared with.
fn body_figures<'a>(scene: &Scene<'a>, parts: &BTreeSet<&str>) -> BTreeMap<Key<'a>, Vec<usize>> {
    let headed: BTreeSet<usize> =
        scene.occurrences.iter().filter(|place| place.heading).map(|place| place.figure).collect();
    let mut found = BTreeMap::<Key<'a>, Vec<usize>>::new();
    for (index, figure) in scene.figures.iter().enumerate() {
        let whole = figure.part_of.is_none() && !parts.contains(figure.id.as_str());
        if whole && is_plain(figure) && is_of_whole_event(figure.measure) && !headed.contains(&index) {
            found.entry(key(figure)).or_default().push(index);
        }
    }
    found
}

fn fits(scene: &Scene<'_>, headline: usize, other: usize) -> bool {
    let (headed, other) = (scene.figure(headline), scene.figure(other));
    let classes = [headed.money_class, other.money_class];
    let class = classes[0] == classes[1] || classes.contains(&MoneyClass::None) || in_headline_only(classes);
    class && headed.status == other.status && headed.period == other.period && scene.same_occasion(headed, other)
}

/// A headline's 总投资 or 签约额 may be the other in the body; paid-in money is never one of them.
fn in_headline_only(classes: [MoneyClass; 2]) -> bool {
    classes.iter().all(|class| matches!(class, MoneyClass::Planned | MoneyClass::Signed))
}

/// The body's number that says the same; else the only one, where the headline's own number is not in the body.
///
/// Where the body has numbers without reserve, only those count: 超200亿 beside 204.5亿 excuses no headline of 210亿.
fn choose(scene: &Scene<'_>, headed: &FigureClaim, candidates: &[usize]) -> Option<usize> {
    let exact = |index: &usize| scene.figure(*index).qualifier == Qualifier::Exact;
    let certain: Vec<usize> = candidates.iter().copied().filter(exact).collect();
    let candidates = if certain.is_empty() { candidates } else { &certain };
    let agreeing = candidates.iter().copied().find(|other| !apart(headed, scene.figure(*other)));
    let alone = match candidates {
        [only] => Some(*only).filter(|only| !stands_in_body(scene, headed) && believable(headed, scene.figure(*only))),
        _ => None,
    };
    agreeing.or(alone)
}

/// Whether the number stands outside headlines too, be it as another figure.
fn stands_in_body(scene: &Scene<'_>, figure: &FigureClaim) -> bool {
    scene
        .occurrences
        .iter()
        .filter(|place| !place.heading)
        .map(|place| scene.figure(place.figure))
        .any(|other| other.value == figure.value && other.unit == figure.unit)
}

/// Whether one number can be a slip for the other: within a factor of two, or off by a power of ten (204.5 for 20.45).
fn believable(a: &FigureClaim, b: &FigureClaim) -> bool {
    let factor = a.value.max(b.value).checked_div(a.value.min(b.value)).map(|factor| factor.normalize());
    factor.is_some_and(|factor| {
        factor <= Decimal::TWO || [10, 100, 1000, 10_000].contains(&factor.try_into().unwrap_or(0_i64))
    })
}

fn apart(a: &FigureClaim, b: &FigureClaim) -> bool {
    same_number(a, b) == Agreement::Apart
}

fn compare(scene: &Scene<'_>, headline: usize, other: usize) -> Option<Check> {
    let (headed, body) = (scene.figure(headline), scene.figure(other));
    let verdict = match same_number(headed, body) {
        Agreement::Equal => Verdict::Reconciled,
        Agreement::Within => Verdict::Consistent,
        Agreement::Apart => Verdict::Contradicted,
        Agreement::Incomparable => return None,
    };
    let difference = headed.value.checked_sub(body.value);
    let within = [("stated", headed.quote.as_str()), ("found", body.quote.as_str())];
    let remark = (verdict == Verdict::Consistent).then(|| Remark::new(RemarkCode::WithinQualifier, &within));
    Some(scene.check(Rule::Repeated, headline, &[other], Outcome { verdict, difference, remark }))
}
