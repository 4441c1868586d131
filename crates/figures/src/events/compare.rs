//! Each kind of evidence for and against two tellings being of one event.

use super::{EventFacts, Evidence, weigh};
use crate::interval::{Agreement, same_number};
use crate::measure::{Family, is_of_whole_event, is_statistic};
use crate::name::{editions, is_telling, name_key, name_similarity_permille};
use samesky_model::date::PartialDate;
use samesky_model::reading::{EventType, FigureClaim, Measure};
use std::collections::{BTreeMap, BTreeSet};

/// What one kind of evidence comes to.
#[derive(Debug, Default)]
pub(super) struct Weight {
    pub(super) score: i32,
    pub(super) evidence: Vec<Evidence>,
}

impl Weight {
    fn of(score: i32, evidence: Evidence) -> Self {
        Self { score, evidence: vec![evidence] }
    }
}

/// How two dates stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dates {
    Unknown,
    Agree,
    /// Days differ, but one may be the day it was reported.
    Near,
    Apart,
}

pub(super) fn dates(a: Option<PartialDate>, b: Option<PartialDate>) -> (Dates, Weight) {
    let (Some(a), Some(b)) = (a, b) else { return (Dates::Unknown, Weight::default()) };
    if a.agrees_with(b) {
        return (Dates::Agree, Weight::of(agreed(a, b), Evidence::SameDate));
    }
    let gap = gap_in_days(a, b);
    let near = gap.is_some_and(|gap| gap <= 1);
    let kind = if near { Dates::Near } else { Dates::Apart };
    (kind, Weight::of(weigh::NEAR_DATE, Evidence::DateContradicts))
}

fn agreed(a: PartialDate, b: PartialDate) -> i32 {
    let both = |part: fn(PartialDate) -> bool| part(a) && part(b);
    let (year, month) = (both(|date| date.year().is_some()), both(|date| date.month().is_some()));
    match (year, month, both(|date| date.day().is_some())) {
        (true, true, true) => weigh::FULL_DATE,
        (false, true, true) => weigh::MONTH_AND_DAY,
        (_, true, _) => weigh::MONTH,
        (true, ..) => weigh::YEAR,
        _ => 0,
    }
}

/// Days between two dates; the year of one stands in where the other states none.
fn gap_in_days(a: PartialDate, b: PartialDate) -> Option<i32> {
    let year = a.year().or(b.year()).unwrap_or(2000);
    let (a, b) = (a.with_year(year)?.full()?, b.with_year(year)?.full()?);
    Some((a - b).get_days().abs())
}

/// Whether two places are one, or one lies within the other: the narrower key.
fn place_in_common<'a>(a: &'a str, b: &'a str) -> Option<(&'a str, bool)> {
    let within =
        |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with(['/', '-', ':', '.']));
    if a == b {
        Some((a, true))
    } else if within(a, b) {
        Some((a, false))
    } else {
        within(b, a).then_some((b, false))
    }
}

/// Shared places; the flag says that both have places and none in common.
///
/// A country says little: it weighs little where it is shared, and does not make places shared where both name
/// narrower ones.
pub(super) fn places(a: &EventFacts<'_>, b: &EventFacts<'_>) -> (bool, Weight) {
    let (a, b) = (narrowest(&a.place_keys), narrowest(&b.place_keys));
    if a.is_empty() || b.is_empty() {
        return (false, Weight::default());
    }
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (*a, *b)));
    let shared: BTreeMap<&str, i32> =
        pairs.filter_map(|(a, b)| Some((place_in_common(a, b)?.0, place_weight(a, b)))).collect();
    let Some(score) = shared.values().max() else {
        return (true, Weight::of(weigh::NO_PLACE, Evidence::PlacesDisjoint));
    };
    let evidence = shared.keys().map(|key| Evidence::SharedPlace((*key).to_owned())).collect();
    (false, Weight { score: *score, evidence })
}

fn place_weight(a: &str, b: &str) -> i32 {
    let is_country = |key: &str| key.len() <= 3;
    match (is_country(a) || is_country(b), a == b) {
        (true, _) => weigh::COUNTRY,
        (false, true) => weigh::PLACE,
        (false, false) => weigh::WITHIN_PLACE,
    }
}

/// At most this many places of one event are compared.
const PLACES: usize = 40;

/// The keys within which no other key lies.
fn narrowest<'a>(keys: &[&'a str]) -> Vec<&'a str> {
    let keys = &keys[..keys.len().min(PLACES)];
    let holds = |outer: &str| {
        keys.iter().any(|inner| *inner != outer && place_in_common(inner, outer) == Some((*inner, false)))
    };
    keys.iter().copied().filter(|key| !holds(key)).collect()
}

/// At least this much alike, in thousandths.
const ALIKE: u16 = 550;
/// Less than this much alike: other names.
const UNLIKE: u16 = 150;

/// At most this many names of one event are compared, the earliest.
const NAMES: usize = 16;
/// A name of nothing but event words is evidence only when it is long and the same to the letter.
const LONG: usize = 8;

pub(super) fn names(a: &EventFacts<'_>, b: &EventFacts<'_>) -> Weight {
    let pairs = a.names.iter().take(NAMES).flat_map(|a| b.names.iter().take(NAMES).map(move |b| (*a, *b)));
    let weights = pairs.filter(|(a, b)| script(a) == script(b)).map(|(a, b)| name(a, b));
    weights.max_by_key(|weight| weight.score).unwrap_or_default()
}

fn name(a: &str, b: &str) -> Weight {
    let alike = name_similarity_permille(a, b);
    match (is_telling(a) && is_telling(b), alike) {
        (true, 1000) => Weight::of(weigh::NAME, Evidence::SameName),
        (true, ALIKE..) => Weight::of(weigh::LIKE_NAME, Evidence::SimilarName),
        (true, ..UNLIKE) => Weight { score: weigh::OTHER_NAME, evidence: Vec::new() },
        (false, 1000) if name_key(a).chars().count() >= LONG => Weight::of(weigh::LIKE_NAME, Evidence::SimilarName),
        _ => Weight::default(),
    }
}

/// 0 for Chinese and Japanese, 1 for Thai, 2 for Latin and all others.
fn script(name: &str) -> u8 {
    let key = name_key(name);
    if key.chars().any(|c| ('\u{3040}'..='\u{9FFF}').contains(&c)) {
        0
    } else if key.chars().any(|c| ('\u{0E00}'..='\u{0E7F}').contains(&c)) {
        1
    } else {
        2
    }
}

/// Whether the names say other years, or other numbers in the series.
pub(super) fn editions_differ(a: &EventFacts<'_>, b: &EventFacts<'_>) -> bool {
    let all = |facts: &EventFacts<'_>| {
        facts.names.iter().take(NAMES).map(|name| editions(name)).fold(
            (BTreeSet::new(), BTreeSet::new()),
            |mut all, one| {
                all.0.extend(one.0);
                all.1.extend(one.1);
                all
            },
        )
    };
    let (a, b) = (all(a), all(b));
    let differ = |a: &BTreeSet<u32>, b: &BTreeSet<u32>| !a.is_empty() && !b.is_empty() && a.is_disjoint(b);
    differ(&a.0, &b.0) || differ(&a.1, &b.1)
}

/// At most this many figures of one event are compared.
const FIGURES: usize = 60;

pub(super) fn figures(a: &EventFacts<'_>, b: &EventFacts<'_>) -> Weight {
    let own = |facts: &EventFacts<'_>| -> Vec<FigureClaim> {
        facts
            .figures
            .iter()
            .filter(|figure| is_of_event(figure))
            .take(FIGURES)
            .map(|figure| (*figure).clone())
            .collect()
    };
    let (a, b) = (own(a), own(b));
    let mut weight = Weight::default();
    let mut used = BTreeSet::new();
    for one in &a {
        let free = b.iter().enumerate().find(|(index, other)| !used.contains(index) && is_same(one, other));
        if let Some((index, _)) = free {
            used.insert(index);
            weight.score += weigh::figure(one);
            weight.evidence.push(Evidence::SameFigure { measure: one.measure, value: one.value });
        }
    }
    weight.score = weight.score.min(weigh::FIGURES);
    let differing = differing(&a, &b);
    weight.score += weigh::OTHER_FIGURE * i32::try_from(differing.len()).unwrap_or(0);
    weight.evidence.extend(differing);
    weight
}

fn is_of_event(figure: &FigureClaim) -> bool {
    !is_statistic(figure.measure) && figure.measure != Measure::Target && figure.tier.is_none()
}

/// The same number of the same unit, under measures that different writers use for one number.
fn is_same(a: &FigureClaim, b: &FigureClaim) -> bool {
    let families = [Family::of(a.measure), Family::of(b.measure)];
    let family = families[0] == families[1] || families.contains(&Family::Only(Measure::Other));
    family && a.unit == b.unit && a.value == b.value
}

/// Measures of the whole event on which no two numbers of the same unit agree: the largest on each side.
fn differing(a: &[FigureClaim], b: &[FigureClaim]) -> Vec<Evidence> {
    let wholes = |figures: &[FigureClaim]| {
        let mut found = BTreeMap::<(Measure, Option<String>), Vec<FigureClaim>>::new();
        for figure in figures.iter().filter(|figure| is_of_whole_event(figure.measure) && figure.part_of.is_none()) {
            found.entry((figure.measure, figure.unit.clone())).or_default().push(figure.clone());
        }
        found
    };
    let (a, b) = (wholes(a), wholes(b));
    let apart = |a: &[FigureClaim], b: &[FigureClaim]| {
        a.iter().all(|a| b.iter().all(|b| same_number(a, b) == Agreement::Apart))
    };
    let largest = |figures: &[FigureClaim]| figures.iter().map(|figure| figure.value).max().unwrap_or_default();
    a.iter()
        .filter_map(|(key, a)| Some((key.0, a, b.get(key)?)))
        .filter(|(_, a, b)| apart(a, b))
        .map(|(measure, a, b)| Evidence::DifferentFigure { measure, a: largest(a), b: largest(b) })
        .collect()
}

pub(super) fn zones(a: &EventFacts<'_>, b: &EventFacts<'_>) -> Weight {
    match (a.zone, b.zone) {
        (Some(a), Some(b)) if name_key(a) == name_key(b) => Weight::of(weigh::ZONE, Evidence::SharedZone),
        _ => Weight::default(),
    }
}

pub(super) fn parties(a: &EventFacts<'_>, b: &EventFacts<'_>) -> Weight {
    let keys = |facts: &EventFacts<'_>| -> BTreeMap<String, String> {
        facts.parties.iter().map(|party| (name_key(party), (*party).to_owned())).collect()
    };
    let (a, b) = (keys(a), keys(b));
    let shared: Vec<Evidence> = a
        .iter()
        .filter(|(key, _)| b.contains_key(*key))
        .map(|(_, party)| Evidence::SharedParty(party.clone()))
        .collect();
    let counted = i32::try_from(shared.len().min(2)).unwrap_or(0);
    Weight { score: weigh::PARTY * counted, evidence: shared }
}

/// How two kinds of event stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kinds {
    Same,
    /// Meetings of different names: a signing may be told of as the promotion meeting at which it was held.
    Related,
    /// A fair and a meeting held at it.
    Distant,
    /// A visit is no meeting.
    Apart,
}

pub(super) fn kinds(a: EventType, b: EventType) -> Kinds {
    let has = |kind| a == kind || b == kind;
    if a == b {
        Kinds::Same
    } else if has(EventType::Visit) {
        Kinds::Apart
    } else if has(EventType::Exhibition) {
        Kinds::Distant
    } else {
        Kinds::Related
    }
}
