//! Two names.

use super::rules::{self, Pair};
use super::{Answer, Evidence, EvidenceCode as Code, Verdict};
use crate::known::{Found, Known};
use crate::name::{Branch, Name};
use unicode_normalization::UnicodeNormalization;

/// A name with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spoken {
    pub(crate) raw: String,
    pub(crate) name: Name,
    pub(crate) found: Found,
    /// What a known office is an office of.
    pub(super) part_of: Option<u32>,
    /// Where the organisation is, as given beside the name.
    pub(super) given: Vec<String>,
    /// Letters with accents, where there are any: to tell Gia from Giả.
    pub(super) accents: Option<String>,
}

impl Spoken {
    pub(super) fn of(known: &Known, text: &str, given: &[String]) -> Self {
        let raw: String = text.trim().chars().take(crate::fold::LONGEST).collect();
        let mut name = Name::parse(&raw);
        let found = known.find(&name);
        let part_of = name.branch.as_ref().and(found.base).filter(|_| known.is_whole(&name));
        if part_of.is_some() || name.branch.is_some() && known.is_whole(&name) {
            name.branch = None;
        }
        Self { accents: accents(&raw, &name.rest), raw, name, found, part_of, given: given.to_vec() }
    }
}

/// The letters of a name without its form, where some of them carry accents of Vietnamese (Latin Extended Additional).
fn accents(raw: &str, rest: &str) -> Option<String> {
    let letters: Vec<char> = raw.nfc().flat_map(char::to_lowercase).filter(|char| char.is_alphanumeric()).collect();
    let plain: Vec<String> = letters.iter().map(|char| crate::fold::fold(char.encode_utf8(&mut [0; 4]))).collect();
    let start = (0..plain.len()).find(|at| {
        plain.iter().skip(*at).flat_map(|part| part.chars()).zip(rest.chars()).all(|(left, right)| left == right)
    })?;
    let own: String = letters.into_iter().skip(start).take(rest.chars().count()).collect();
    own.chars().any(|char| matches!(u32::from(char), 0x1EA0..=0x1EFF | 0x1A0..=0x1B0)).then_some(own)
}

pub(super) fn compare(known: &Known, one: &Spoken, other: &Spoken) -> Answer {
    if one.name.key.is_empty() && other.name.key.is_empty() {
        return Answer::new(Verdict::Ask, 500, vec![Evidence::one(Code::NoName, "")]);
    }
    if let Some(answer) = regional(known, one, other) {
        return answer;
    }
    let base = rules::decide(&Pair { known, one, other });
    match (&one.name.branch, &other.name.branch) {
        (None, None) => base,
        (Some(left), Some(right)) => two_branches(base, left, right),
        (Some(branch), None) | (None, Some(branch)) => one_branch(base, branch),
    }
}

fn one_branch(base: Answer, branch: &Branch) -> Answer {
    let evidence = Evidence::one(Code::OneBranch, said(branch));
    match base.verdict {
        Verdict::Same | Verdict::Branch => with(Verdict::Branch, 390, evidence, base),
        Verdict::Ask => with(Verdict::Ask, 400, evidence, base),
        Verdict::Different => with(Verdict::Different, base.score, evidence, base),
    }
}

fn two_branches(base: Answer, left: &Branch, right: &Branch) -> Answer {
    let same = left.places == right.places && left.label == right.label;
    match base.verdict {
        Verdict::Same if same => base,
        Verdict::Same | Verdict::Branch => {
            with(Verdict::Branch, 350, Evidence::new(Code::OtherBranch, said(left), said(right)), base)
        }
        _ => base,
    }
}

fn said(branch: &Branch) -> String {
    let mut words = branch.places.clone();
    words.push(branch.label.clone());
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

fn with(verdict: Verdict, score: u16, first: Evidence, base: Answer) -> Answer {
    let mut evidence = vec![first];
    evidence.extend(base.evidence);
    Answer::new(verdict, score, evidence)
}

/// A body known by name, at a place: JETRO成都 and 日本贸易振兴机构成都代表处 are one office.
fn regional(known: &Known, one: &Spoken, other: &Spoken) -> Option<Answer> {
    let (left, left_places) = office(known, one)?;
    let (right, right_places) = office(known, other)?;
    let part = |spoken: &Spoken| spoken.name.branch.as_ref().map(|branch| branch.label.clone()).unwrap_or_default();
    if left != right
        || one.found.entities == other.found.entities && one.name.branch.is_none() && other.name.branch.is_none()
    {
        return None;
    }
    let title = Evidence::one(Code::KnownOrganisation, known.title(left));
    if left_places == right_places && part(one) == part(other) {
        return Some(Answer::new(Verdict::Same, 940, vec![title]));
    }
    let evidence = Evidence::new(Code::OtherBranch, left_places.join(" "), right_places.join(" "));
    Some(Answer::new(Verdict::Branch, 350, vec![evidence, title]))
}

/// The body that a name is an office of, and the places that say which office.
fn office<'a>(known: &Known, spoken: &'a Spoken) -> Option<(u32, Vec<&'a str>)> {
    if let [entity] = spoken.found.entities.as_slice() {
        let places = spoken.name.branch.as_ref().map(|branch| branch.places.iter().map(String::as_str).collect());
        return Some((*entity, places.unwrap_or_default()));
    }
    let body = spoken.found.base?;
    let seat = known.seat(body)?;
    let branch = spoken.name.branch.iter().flat_map(|branch| branch.places.iter().map(String::as_str));
    let mut places: Vec<&str> = spoken.name.places();
    places.extend(branch);
    places.retain(|place| *place != seat);
    places.dedup();
    if places.iter().any(|place| place.len() == 2) {
        return None;
    }
    Some((body, places))
}
