//! Two organisations with their names, numbers and places.

use super::identifiers::{self, Held, Numbers};
use super::names::{self, Spoken};
use super::written::{self, Written};
use super::{Answer, Evidence, EvidenceCode, Verdict, places};
use crate::identifier::Scheme;
use crate::known::Known;
use crate::name::branch_named;
use std::collections::BTreeMap;

/// An organisation as somebody wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    /// Its names, in any language.
    pub names: Vec<String>,
    /// Its numbers by scheme ([`Scheme::code`], or any other).
    pub identifiers: BTreeMap<String, String>,
    /// Where it is, in words.
    pub place: Option<String>,
}

/// An organisation made ready to be compared. It belongs to the comparer that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub(super) names: Vec<Spoken>,
    pub(super) held: Held,
}

impl Profile {
    /// Its numbers that hold.
    pub fn identifiers(&self) -> impl Iterator<Item = (Scheme, &str)> {
        self.held.good()
    }

    pub(crate) fn spoken(&self) -> &[Spoken] {
        &self.names
    }
}

/// Compares organisations. Make one and keep it: it holds the tables.
pub struct Comparer {
    known: Known,
}

/// More names of one organisation than these are not looked at: it keeps two long lists from being multiplied.
const NAMES: usize = 16;

impl Comparer {
    /// With what is known of names.
    #[must_use]
    pub fn new(known: Known) -> Self {
        Self { known }
    }

    /// Makes an organisation ready to be compared.
    #[must_use]
    pub fn profile(&self, party: &Party) -> Profile {
        let places = party.place.as_deref().map(places::places_of).unwrap_or_default();
        let names = party.names.iter().flat_map(|name| self.spoken(&written::names(name), &places)).take(NAMES);
        Profile { names: names.filter(|name| !name.name.is_empty()).collect(), held: Held::of(&party.identifiers) }
    }

    /// The names of one writing. What stands beside a name that is known says nothing more, and the bare word of a group beside
    /// the name of a member is not that member's name.
    fn spoken(&self, written: &Written, places: &[String]) -> Vec<Spoken> {
        let of = |name: &String| {
            let mut spoken = Spoken::of(&self.known, name, places);
            spoken.name.branch = written.part.as_deref().map(branch_named).or(spoken.name.branch);
            spoken
        };
        if let Some(names) = written.beside.as_ref().map(|both| both.each_ref().map(of)).filter(says_twice) {
            return kept(names.into());
        }
        kept(written.names.iter().map(of).collect())
    }

    /// All that the known organisations are called which these names may mean, folded, in the order of code points; none for names that are not known.
    #[must_use]
    pub fn also_called(&self, profile: &Profile) -> Vec<String> {
        let found = profile.names.iter().map(|spoken| &spoken.found);
        let entities: Vec<u32> = found.flat_map(|found| found.entities.iter().chain(&found.base)).copied().collect();
        self.known.names_of(&entities)
    }

    /// Compares two organisations.
    #[must_use]
    pub fn compare(&self, one: &Party, other: &Party) -> Answer {
        self.compare_profiles(&self.profile(one), &self.profile(other))
    }

    /// Compares two organisations that are ready. The answer is the same whichever comes first, but for the order of
    /// the arguments of its evidence.
    #[must_use]
    pub fn compare_profiles(&self, one: &Profile, other: &Profile) -> Answer {
        let by_name = self.by_names(one, other);
        let remarks: Vec<Evidence> = one.held.remarks.iter().chain(&other.held.remarks).cloned().collect();
        let mut answer = match identifiers::relation(&one.held, &other.held) {
            Numbers::Same(evidence) => same_number(evidence, by_name),
            Numbers::Other(evidence) => other_number(evidence, by_name),
            Numbers::Slipped(evidence) => slipped_number(evidence, by_name),
            Numbers::Doubtful(evidence) => doubtful_number(evidence, by_name),
            Numbers::Silent => by_name.unwrap_or_else(no_name),
        };
        answer.evidence.extend(remarks);
        answer
    }

    /// The best that two of the names say; nothing where a side has no name.
    fn by_names(&self, one: &Profile, other: &Profile) -> Option<Answer> {
        let pairs = one.names.iter().flat_map(|left| other.names.iter().map(move |right| (left, right)));
        pairs.map(|(left, right)| names::compare(&self.known, left, right)).max_by_key(|answer| answer.score)
    }
}

/// Whether two names side by side are one name: both have a legal form, or one is known and the other is of its group.
fn says_twice(names: &[Spoken; 2]) -> bool {
    let [one, other] = names;
    let forms = [one, other].iter().all(|spoken| spoken.name.form.as_ref().is_some_and(|form| form.rank > 2));
    let known = !one.found.entities.is_empty() || !other.found.entities.is_empty();
    forms || known && one.found.groups.iter().any(|group| other.found.groups.contains(group))
}

/// The names that say who is meant: those that are known, where one is; else all but bare words of a group.
fn kept(mut names: Vec<Spoken>) -> Vec<Spoken> {
    if names.len() > 1 {
        let known = names.iter().any(|spoken| !spoken.found.entities.is_empty() && spoken.name.form.is_some());
        let first = names.first().is_some_and(|spoken| !spoken.found.entities.is_empty());
        if known || first {
            let full = |spoken: &Spoken| !spoken.found.entities.is_empty() && (!known || spoken.name.form.is_some());
            names.retain(full);
        } else if names.first().is_some_and(|spoken| !spoken.found.groups.is_empty()) {
            let mut at = 0;
            names.retain(|spoken| {
                at += 1;
                at == 1 || spoken.name.form.is_some() || spoken.found.groups.is_empty()
            });
        }
    }
    names
}

fn no_name() -> Answer {
    Answer::new(Verdict::Ask, 500, vec![Evidence::one(EvidenceCode::NoName, "")])
}

/// One number is one record, but for a branch that carries the number of its company.
fn same_number(evidence: Evidence, by_name: Option<Answer>) -> Answer {
    let branch = by_name.as_ref().is_some_and(|answer| {
        answer.verdict == Verdict::Branch
            && answer
                .evidence
                .iter()
                .any(|found| matches!(found.code, EvidenceCode::OneBranch | EvidenceCode::OtherBranch))
    });
    let mut all = vec![evidence];
    all.extend(by_name.map(|answer| answer.evidence).unwrap_or_default());
    if branch { Answer::new(Verdict::Branch, 390, all) } else { Answer::new(Verdict::Same, 1000, all) }
}

/// Two numbers of one register are two records; how they are related the names say.
fn other_number(evidence: Evidence, by_name: Option<Answer>) -> Answer {
    let mut all = vec![evidence];
    let Some(answer) = by_name else { return Answer::new(Verdict::Different, 20, all) };
    let converted =
        answer.verdict == Verdict::Ask && answer.evidence.iter().any(|found| found.code == EvidenceCode::OtherForm);
    all.extend(answer.evidence);
    match answer.verdict {
        Verdict::Branch => Answer::new(Verdict::Branch, 300, all),
        Verdict::Ask if converted => Answer::new(Verdict::Ask, 420, all),
        _ => Answer::new(Verdict::Different, 60, all),
    }
}

/// Names that are one with numbers that are not quite: enough to ask.
fn slipped_number(evidence: Evidence, by_name: Option<Answer>) -> Answer {
    let mut answer = by_name.unwrap_or_else(no_name);
    if answer.verdict == Verdict::Same {
        answer = Answer::new(Verdict::Ask, 650, answer.evidence);
    }
    answer.evidence.insert(0, evidence);
    answer
}

/// A number that does not hold still says something when it is written twice: enough to ask.
fn doubtful_number(evidence: Evidence, by_name: Option<Answer>) -> Answer {
    let mut answer = by_name.unwrap_or_else(no_name);
    if answer.verdict == Verdict::Different {
        answer = Answer::new(Verdict::Ask, 450, answer.evidence);
    }
    answer.evidence.insert(0, evidence);
    answer
}
