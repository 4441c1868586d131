//! Public bodies, schools and associations: named by place and trade, often without a word of their own.

use super::core;
use super::rules::Pair;
use super::words::WordRelation;
use super::{Answer, Evidence, EvidenceCode as Code, Verdict};
use crate::lexicon::Lexicon;
use crate::name::Name;

/// A public body is no company.
pub(super) fn other_kind(pair: &Pair<'_>) -> Option<Answer> {
    let (one, other) = pair.names();
    let body = |name: &Name| name.form.is_none() && name.core.is_empty() && name.is_body() || government(name);
    let company = |name: &Name| name.form.as_ref().is_some_and(|form| form.rank > 2) && !name.is_body();
    let apart = body(one) && company(other) || body(other) && company(one);
    apart.then(|| Answer::new(Verdict::Different, 40, vec![Evidence::one(Code::OtherKind, "")]))
}

fn government(name: &Name) -> bool {
    let lexicon = Lexicon::get();
    name.words
        .iter()
        .any(|(row, _)| matches!(lexicon.word(*row), "government" | "city-hall" | "prefecture-office" | "ward-office"))
}

/// Bodies and firms that are named by place and trade alone (四川大学, 成都市商务局).
pub(super) fn body(pair: &Pair<'_>, trades: WordRelation, tiers: bool, evidence: Evidence) -> Option<Answer> {
    let (one, other) = pair.names();
    let across = core::across(one, other);
    let (mut left, mut right) = (one.places(), other.places());
    left.sort_unstable();
    right.sort_unstable();
    if trades != WordRelation::Same
        || !tiers
        || one.words.is_empty()
        || !(across || one.rest == other.rest || official(one))
    {
        return None;
    }
    let countries = left.iter().filter(|place| place.len() == 2).count();
    if left == right && countries > 1 && one.places() != other.places() {
        let verdict = if across { (Verdict::Ask, 500) } else { (Verdict::Different, 150) };
        return Some(Answer::new(
            verdict.0,
            verdict.1,
            vec![Evidence::one(Code::PlaceMoved, left.join(" ")), evidence],
        ));
    }
    if left == right && !left.is_empty() {
        return Some(Answer::new(Verdict::Same, 930, vec![evidence]));
    }
    let places = Evidence::new(Code::OtherPlace, left.join(" "), right.join(" "));
    if ministry(one) && !across && national(&left, &right) {
        return Some(Answer::new(
            Verdict::Same,
            920,
            vec![evidence, Evidence::one(Code::OnePlace, left.join(" ") + &right.join(" "))],
        ));
    }
    if left.is_empty() || right.is_empty() {
        return Some(Answer::new(
            Verdict::Ask,
            500,
            vec![Evidence::one(Code::OnePlace, left.join(" ") + &right.join(" ")), evidence],
        ));
    }
    Some(Answer::new(Verdict::Different, 120, vec![places, evidence]))
}

/// Bodies whose short names are as official as the long ones (管委会, 管理委员会). Others of one meaning are others.
const OFFICIAL: [&str; 10] = [
    "government",
    "investment-promotion",
    "admin-committee",
    "high-tech-zone",
    "economic-zone",
    "free-trade-zone",
    "bonded-zone",
    "reform-commission",
    "industry-information",
    "ccpit",
];

fn official(name: &Name) -> bool {
    let lexicon = Lexicon::get();
    let mut words = name.words.iter().map(|(row, _)| lexicon.word(*row));
    words.all(|word| OFFICIAL.contains(&word) || matches!(word, "commission" | "bureau" | "department"))
}

fn ministry(name: &Name) -> bool {
    name.branch.is_none() && name.words.iter().any(|(row, _)| Lexicon::get().word(*row) == "ministry")
}

/// The country/region on one side, nothing on the other: people leave off their own.
fn national(left: &[&str], right: &[&str]) -> bool {
    let country = |places: &[&str]| matches!(places, [place] if place.len() == 2);
    left.is_empty() && country(right) || right.is_empty() && country(left)
}

/// A hospital of a university, an institute of an academy: the name of the body and more.
pub(super) fn part_of_body(pair: &Pair<'_>) -> Option<Answer> {
    let (one, other) = pair.names();
    let (short, long) = if one.base.len() < other.base.len() { (one, other) } else { (other, one) };
    let begins = short.form.as_ref().is_none_or(|form| form.rank <= 2)
        && short.is_body()
        && long.base.starts_with(&short.base)
        && short.base.chars().count() > 3;
    let whole = begins
        && !short.places().is_empty() | !short.core.is_empty()
        && long.form.as_ref().is_none_or(|form| form.rank <= 2);
    whole.then(|| Answer::new(Verdict::Branch, 320, vec![Evidence::one(Code::OneBranch, &long.base)]))
}
