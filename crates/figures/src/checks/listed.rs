//! Lists of names beside a number: as many as it says?
//!
//! Only lists that plainly belong to the number are looked at: those that begin right after it with a word for lists or
//! a colon, and those that end right before it with 等 or など. A list that may go on cannot be too short; a list before
//! the number may begin earlier than it seems and cannot be too long.

use super::names::{self, Names};
use super::occurrence::{Occurrence, Outcome, Scene, is_plain};
use super::words::{CLOSED_LIST, LIST, LIST_THEN_NUMBER, OPEN};
use crate::measure::is_count;
use rust_decimal::Decimal;
use samesky_model::reading::{Check, FigureClaim, Qualifier, Rule, Verdict};
use samesky_model::remark::{Remark, RemarkCode};
use std::collections::BTreeMap;
use std::ops::Range;

/// Longer lists than this are not written out in an announcement.
const MOST: usize = 60;
/// Between the number and the word for a list stand at most this many code points (the noun that is counted).
const NOUN: usize = 16;

/// A list right before the number without 等 is taken for one from this many names, and only where it fits.
const BARE: usize = 3;
/// Nobody expects more names than this before 等: a list of a few of 59 companies asks for nothing.
const ASKED: usize = 30;

/// What a list beside a number comes to.
struct Found {
    names: usize,
    verdict: Verdict,
}

/// One check for each number with a list: the longest list that is found for it.
pub(super) fn checks(scene: &Scene<'_>) -> Vec<Check> {
    let mut best = BTreeMap::<usize, Found>::new();
    for place in &scene.occurrences {
        let Some(stated) = countable(scene.figure(place.figure)) else { continue };
        for found in [after(scene, place, stated), before(scene, place, stated)].into_iter().flatten() {
            let better = |old: &Found| (holds(&found), found.names) > (holds(old), old.names);
            if best.get(&place.figure).is_none_or(better) {
                best.insert(place.figure, found);
            }
        }
    }
    best.into_iter().map(|(index, found)| written(scene, index, &found)).collect()
}

fn holds(found: &Found) -> bool {
    found.verdict == Verdict::Reconciled
}

/// The number of a count of things, from 2, stated without reserve.
fn countable(figure: &FigureClaim) -> Option<usize> {
    let counted = is_plain(figure) && figure.qualifier == Qualifier::Exact && is_count(figure.unit.as_deref());
    let number = usize::try_from(figure.value).ok().filter(|number| Decimal::from(*number) == figure.value);
    number.filter(|number| counted && (2..=MOST).contains(number))
}

/// A list that begins right after the number: 共有9个提案，包括…
fn after(scene: &Scene<'_>, place: &Occurrence, stated: usize) -> Option<Found> {
    let sentence = scene.prose.sentence(place.start);
    let reach = place.end..(place.end + NOUN).min(sentence.end);
    let (begin, closed) = opening(scene, reach)?;
    let mut stretch = begin..sentence.end.min(begin + names::LIST);
    let open = scene.prose.find(stretch.clone(), OPEN);
    let says_open = open.is_some() || scene.prose.find(place.end..begin, OPEN).is_some();
    if let Some(open) = &open {
        stretch.end = open.start;
    }
    let end = until_clause(scene, &stretch);
    let list = begin..end;
    if scene.within(list.clone()).iter().any(|other| other.figure != place.figure) {
        return None;
    }
    let names = names::count(scene.prose.chars(list)).filter(|names| names.most >= 2)?;
    judged(names, stated, closed && !says_open)
}

/// Where a list begins, and whether the word for it says that the list is complete. A colon does.
fn opening(scene: &Scene<'_>, reach: Range<usize>) -> Option<(usize, bool)> {
    let closed = scene.prose.find(reach.clone(), CLOSED_LIST).map(|word| (word.end, true));
    let list = scene.prose.find(reach.clone(), LIST).map(|word| (word.end, false));
    let colon = scene.prose.find(reach.clone(), &[":"]).map(|word| (word.end, true));
    let (begin, closed) = [closed, list, colon].into_iter().flatten().min()?;
    let figure_between = scene.within(reach.start..begin).iter().next().is_some();
    (!figure_between && !new_clause(scene.prose.chars(reach.start..begin))).then_some((begin, closed))
}

/// A comma other than right before the word for a list begins a clause of its own (6家企业签约，项目涵盖…).
fn new_clause(between: &[char]) -> bool {
    let comma = between.iter().position(|c| *c == ',');
    let words: Vec<char> = comma.map_or(Vec::new(), |at| between[at + 1..].to_vec());
    let after: String = words.into_iter().collect();
    let word = after.trim();
    !word.is_empty() && !CLOSED_LIST.contains(&word) && !LIST.contains(&word)
}

/// A 、 list ends at the comma, a comma list at the semicolon or full stop.
fn until_clause(scene: &Scene<'_>, stretch: &Range<usize>) -> usize {
    let chars = scene.prose.chars(stretch.clone());
    let ends: &[char] = if chars.contains(&'、') { &[',', ';', '。', '\n'] } else { &[';', '。', '\n', '.'] };
    stretch.start + chars.iter().position(|c| ends.contains(c)).unwrap_or(chars.len())
}

fn judged(names: Names, stated: usize, closed: bool) -> Option<Found> {
    let verdict = if names.can_be(stated) {
        return Some(Found { names: stated, verdict: Verdict::Reconciled });
    } else if names.most < stated && !closed {
        Verdict::Unknown
    } else {
        Verdict::Contradicted
    };
    let listed = if names.most < stated { names.most } else { names.least };
    let believable = verdict == Verdict::Unknown || listed.abs_diff(stated) <= 1 + stated / 4;
    believable.then_some(Found { names: listed, verdict })
}

/// A list that ends right before the number: 甲、乙等6个站点.
fn before(scene: &Scene<'_>, place: &Occurrence, stated: usize) -> Option<Found> {
    let sentence = scene.prose.sentence(place.start);
    let close = place.start.saturating_sub(3).max(sentence.start)..place.start;
    let word = scene.prose.find_last(close, LIST_THEN_NUMBER);
    let end = word.as_ref().map_or(place.start, |word| word.start);
    let start = clause_start(scene, sentence.start.max(end.saturating_sub(names::LIST))..end);
    if scene.within(start..end).iter().next().is_some() {
        return None;
    }
    let list = scene.prose.chars(start..end);
    if word.is_none() && list.iter().filter(|c| matches!(c, '、' | ',')).count() + 1 < BARE {
        return None;
    }
    let names = names::count(list)?;
    let plainly = word.is_some() || names.least >= BARE;
    if names.can_be(stated) && plainly {
        return Some(Found { names: stated, verdict: Verdict::Reconciled });
    }
    let asks = word.is_some() && names.most < stated && stated <= ASKED;
    asks.then_some(Found { names: names.most, verdict: Verdict::Unknown })
}

fn clause_start(scene: &Scene<'_>, stretch: Range<usize>) -> usize {
    let chars = scene.prose.chars(stretch.clone());
    let ends = |c: &char| matches!(c, ',' | ';' | ':' | '。' | '\n');
    stretch.start + chars.iter().rposition(ends).map_or(0, |at| at + 1)
}

fn written(scene: &Scene<'_>, index: usize, found: &Found) -> Check {
    let stated = scene.figure(index).value;
    let difference = stated.checked_sub(Decimal::from(found.names));
    let (listed, said) = (found.names.to_string(), stated.normalize().to_string());
    let remark = (found.verdict == Verdict::Unknown)
        .then(|| Remark::new(RemarkCode::OpenList, &[("listed", &listed), ("stated", &said)]));
    scene.check(Rule::Listed, index, &[], Outcome { verdict: found.verdict, difference, remark })
}
