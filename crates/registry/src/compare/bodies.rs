//! Public bodies, schools and associations: named by place and trade, often without a word of their own.

use super::core;
use super::rules::Pair;
use super::words::WordRelation;
use super::{Answer, Evidence, EvidenceCode as Code, Verdict};
use crate::fold::Script;
use crate::lexicon::Lexicon;
use crate::name::Name;
use crate::sound::main_script;

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

/// A place with its ending is its government: 福岡市 and 福岡市役所, 경기도 and 경기도청. Without one it may be anything there.
pub(super) fn place_itself(pair: &Pair<'_>) -> Option<Answer> {
    let (one, other) = pair.names();
    if one.form.is_some() || other.form.is_some() {
        return None;
    }
    let unlisted = !one.core.is_empty() && !other.core.is_empty() && one.full != other.full;
    if unlisted && seat(&one.full) == seat(&other.full) && seat(&one.full).is_some() {
        return Some(Answer::new(Verdict::Same, 920, vec![pair.both(Code::SameMeaning)]));
    }
    let bare = |name: &Name| name.rest.is_empty() && !name.group && !name.holding;
    if ![one, other].into_iter().all(|name| bare(name) || governs(name)) || places(one) != places(other) {
        return None;
    }
    let evidence = pair.both(Code::SameMeaning);
    if [one, other].into_iter().all(|name| !bare(name) || ended(name)) {
        return Some(Answer::new(Verdict::Same, 920, vec![evidence]));
    }
    let short = if bare(one) { one } else { other };
    Some(Answer::new(Verdict::Ask, 500, vec![Evidence::one(Code::ShortName, &short.base), evidence]))
}

/// The place whose government a name means, also where the place is in no table: 架空県庁 and 架空県.
fn seat(full: &str) -> Option<&str> {
    let place = ["人民政府", "政府", "役所", "役场", "厅", "庁"]
        .iter()
        .find_map(|hall| full.strip_suffix(hall))
        .unwrap_or(full);
    let told = place.ends_with(['市', '县', '区', '町', '村', '镇', '省', '都', '府', '道']);
    (told && place.chars().count() > 2).then_some(place)
}

fn places(name: &Name) -> Vec<&str> {
    let mut places = name.places();
    places.sort_unstable();
    places
}

/// Whether a name is of nothing but the government of a place.
fn governs(name: &Name) -> bool {
    let lexicon = Lexicon::get();
    let office =
        |word: &str| matches!(word, "government" | "city-hall" | "prefecture-office" | "ward-office" | "municipal");
    let words = !name.words.is_empty() && name.words.iter().all(|(row, _)| office(lexicon.word(*row)));
    let hall = matches!(name.rest.as_str(), "厅" | "庁" | "청" | "役所" | "役场");
    !name.places().is_empty() && (words && name.core.is_empty() || hall)
}

/// Whether the last word says what kind of place it is.
fn ended(name: &Name) -> bool {
    const ENDINGS: [&str; 13] = ["市", "县", "都", "府", "道", "省", "区", "町", "村", "自治区", "시", "도", "군"];
    const WORDS: [&str; 6] = ["city", "prefecture", "province", "municipality", "county", "district"];
    ENDINGS.iter().any(|ending| name.full.ends_with(ending) && name.full.chars().count() > 2)
        || WORDS.iter().any(|word| name.folded.split(' ').any(|part| part == *word))
        || name.full.starts_with("จังหวัด")
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
        || !(across || one.rest == other.rest || official(one) || initials(one) || initials(other))
    {
        return None;
    }
    let countries = left.iter().filter(|place| place.len() == 2).count();
    let turned = countries > 1 || countries == 0 && left.len() > 1;
    if left == right && turned && one.places() != other.places() {
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
    if ministry(one) && !across && national(&left, &right, &one.rest) {
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
const OFFICIAL: [&str; 23] = [
    "commerce",
    "commerce-commission",
    "technology",
    "foreign-affairs",
    "science-technology-body",
    "health-commission",
    "finance-body",
    "market-supervision",
    "culture-tourism",
    "state-assets",
    "human-resources-body",
    "housing-construction",
    "city-hall",
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

pub(super) fn official(name: &Name) -> bool {
    let lexicon = Lexicon::get();
    let mut words = name.words.iter().map(|(row, _)| lexicon.word(*row));
    words.all(|word| OFFICIAL.contains(&word) || matches!(word, "commission" | "bureau" | "department"))
}

/// Whether a body is written by its initials: IHK Köln, TU München.
fn initials(name: &Name) -> bool {
    name.rest.is_ascii() && name.rest.len() <= 4
}

fn ministry(name: &Name) -> bool {
    name.branch.is_none() && name.words.iter().any(|(row, _)| Lexicon::get().word(*row) == "ministry")
}

/// The country/region on one side, nothing on the other: people leave off their own, in their own language.
fn national(left: &[&str], right: &[&str], text: &str) -> bool {
    let own = |places: &[&str]| matches!(places, [place] if place.len() == 2 && spoken_in(place, text));
    left.is_empty() && own(right) || right.is_empty() && own(left)
}

/// Whether the script of a text is one that the country/region writes in.
fn spoken_in(country: &str, text: &str) -> bool {
    match main_script(text) {
        Script::Han => match country {
            "CN" | "TW" | "HK" | "MO" | "SG" => !text.ends_with('省'),
            "JP" => text.ends_with(['省', '厅', '府', '院']),
            _ => false,
        },
        Script::Kana => country == "JP",
        Script::Thai => country == "TH",
        Script::Hangul => country == "KR",
        _ => !matches!(country, "CN" | "TW" | "JP" | "TH" | "KR"),
    }
}

/// A body, and one that names it as the body above.
pub(super) fn under(pair: &Pair<'_>) -> Option<Answer> {
    let (one, other) = pair.names();
    let names = |part: &Name, whole: &Name| part.superior.as_ref().is_some_and(|above| *above == whole.full);
    let part = if names(one, other) { pair.one } else { pair.other };
    let holds = names(one, other) || names(other, one);
    holds.then(|| Answer::new(Verdict::Branch, 320, vec![Evidence::one(Code::OneBranch, &part.raw)]))
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
