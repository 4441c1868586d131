//! Whom a row means: by what an earlier list made of it, by its numbers, by its names, and by the registry's verdict on the likeliest
//! of those that are kept and of the rows above it.

use super::candidate::{Candidate, candidates};
use super::draft::Draft;
use super::earlier::{self, Waits};
use super::message::{notes, of_file};
use crate::error::AppError;
use crate::ledger::names;
use crate::organisations::apart::Apart;
use crate::organisations::likeness::{blocking, comparer, verdict_of};
use samesky_model::id::{OrganisationId, TeamId};
use samesky_model::record::{PairVerdict, RowCandidate};
use samesky_registry::{Answer, Comparer, EvidenceCode, Index, Party, Profile, Verdict};
use samesky_store::{self as store, Db};
use std::collections::HashMap;
use std::sync::Arc;

/// Records that are compared with a row at most.
const LIKELIEST: usize = 20;
/// Of these so many are shown at most.
const SHOWN: usize = 6;
/// Records that are read at a time while the index is filled.
const AT_A_TIME: u64 = 2_000;
/// Profiles of rows that are kept ready at most; others are made again.
const READY: usize = 20_000;

/// Whom a row means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Means {
    /// An organisation that is kept.
    Kept(OrganisationId),
    /// The same as a row above (its place among the drafts).
    Row(usize),
    /// None that is known.
    New,
    /// It cannot be told.
    Unknown,
}

/// Finds out whom rows mean. Memory grows with the number of records by some hundred bytes each.
pub(super) struct Identity {
    team: TeamId,
    /// It knows what officers of the team merged.
    comparer: Arc<Comparer>,
    layout: String,
    /// The records' identifiers, by their row in the index.
    ids: Vec<OrganisationId>,
    index: Index,
    rows: Index,
    /// Rows by the numbers they carry.
    numbers: HashMap<String, usize>,
    ready: HashMap<usize, Profile>,
    /// Of the rows in hand those that waited for an officer when they came last, by content.
    waiting: HashMap<String, Waits>,
    /// Those of which an officer said that they are two.
    apart: Apart,
}

/// A kept organisation with the registry's answer on it and a row.
type Answered<'a> = (OrganisationId, &'a Candidate, Answer);

impl Identity {
    /// Files all records of the team.
    pub(super) async fn new(db: &dyn Db, team: TeamId, layout: &str) -> Result<Self, AppError> {
        let comparer = comparer(db, team).await?;
        let (mut ids, mut index, mut after) = (Vec::new(), Index::new(), None);
        loop {
            let some = store::organisation::active_after(db, team, after, AT_A_TIME).await?;
            let Some(last) = some.last() else { break };
            after = Some(last.id);
            let names: Vec<Vec<String>> =
                some.iter().map(|one| one.names.iter().map(|name| name.text.clone()).collect()).collect();
            let first = u32::try_from(ids.len()).unwrap_or(u32::MAX);
            let with = comparer.clone();
            index = blocking(move || {
                for (row, names) in (first..).zip(names) {
                    index.push(row, &with.profile(&Party { names, ..Party::default() }));
                }
                index
            })
            .await?;
            ids.extend(some.iter().map(|one| one.id));
        }
        let index = blocking(move || {
            index.sort();
            index
        })
        .await?;
        let layout = layout.to_owned();
        Ok(Self {
            team,
            comparer,
            layout,
            ids,
            index,
            rows: Index::new(),
            numbers: HashMap::new(),
            ready: HashMap::new(),
            waiting: HashMap::new(),
            apart: Apart::of(db, team).await?,
        })
    }

    /// Whom some rows mean, in their order; `drafts` holds all rows so far, the new ones from `from` on.
    pub(super) async fn find(
        &mut self,
        db: &dyn Db,
        drafts: &mut [Draft],
        from: usize,
    ) -> Result<Vec<Means>, AppError> {
        let parties: Vec<Party> = drafts.iter().skip(from).map(party).collect();
        let index = std::mem::take(&mut self.index);
        let with = self.comparer.clone();
        let (index, found) = blocking(move || {
            let profiles: Vec<Profile> = parties.iter().map(|party| with.profile(party)).collect();
            let found: Vec<(Profile, Vec<u32>)> = profiles
                .into_iter()
                .map(|profile| {
                    let near = index.candidates(&profile, LIKELIEST).iter().map(|one| one.row).collect();
                    (profile, near)
                })
                .collect();
            (index, found)
        })
        .await?;
        self.index = index;
        let near = self.near(db, &drafts[from..], &found).await?;
        let near_any = near.iter().flatten().copied().collect();
        let kept = candidates(db, self.team, near_any, (&self.layout, self.comparer.clone())).await?;
        self.waiting = earlier::waiting(db, self.team, &drafts[from..]).await?;
        let mut means = Vec::with_capacity(found.len());
        for (at, ((profile, _), near)) in (from..).zip(found.into_iter().zip(near)) {
            let meant = self.one(drafts, at, &profile, &near, &kept);
            let is_known = matches!(meant, Means::Kept(id) if kept.get(&id).is_some_and(|one| one.knows(&drafts[at])));
            if !is_known {
                self.file(drafts, at, profile);
            }
            means.push(meant);
        }
        Ok(means)
    }

    /// The records that each row may mean: by number, by name, by the index.
    async fn near(
        &self,
        db: &dyn Db,
        drafts: &[Draft],
        found: &[(Profile, Vec<u32>)],
    ) -> Result<Vec<Vec<OrganisationId>>, AppError> {
        if self.ids.is_empty() {
            return Ok(vec![Vec::new(); drafts.len()]);
        }
        let numbers: Vec<String> =
            drafts.iter().flat_map(|draft| draft.numbers().map(|(one, _)| one.lookup())).collect();
        let keys: Vec<String> =
            drafts.iter().flat_map(|draft| draft.names().map(|name| names::key(&name.text))).collect();
        let by_number = store::organisation::fact::by_lookup(db, self.team, &numbers).await?;
        let by_name = store::organisation::ids_by_keys(db, self.team, &keys).await?;
        let one = |(draft, (_, rows)): (&Draft, &(Profile, Vec<u32>))| {
            let numbers = draft.numbers().filter_map(|(one, _)| by_number.get(&one.lookup())).flatten().take(LIKELIEST);
            let names = draft.names().filter_map(|name| by_name.get(&names::key(&name.text))).flatten().take(LIKELIEST);
            let index = rows.iter().filter_map(|row| self.ids.get(*row as usize));
            let mut near: Vec<OrganisationId> = Vec::new();
            for id in numbers.chain(names).chain(index) {
                if !near.contains(id) {
                    near.push(*id);
                }
            }
            near
        };
        Ok(drafts.iter().zip(found).map(one).collect())
    }

    fn one(
        &mut self,
        drafts: &mut [Draft],
        at: usize,
        profile: &Profile,
        near: &[OrganisationId],
        kept: &HashMap<OrganisationId, Candidate>,
    ) -> Means {
        if drafts[at].refused {
            return Means::Unknown;
        }
        let candidates: Vec<(OrganisationId, &Candidate)> =
            near.iter().filter_map(|id| kept.get(id).map(|one| (*id, one))).collect();
        if let Some(own) = own(&drafts[at], &candidates) {
            return Means::Kept(own);
        }
        let answers: Vec<Answered<'_>> = candidates
            .into_iter()
            .map(|(id, one)| (id, one, self.comparer.compare_profiles(profile, &one.profile)))
            .collect();
        let meant = self.meant(drafts, at, profile, &answers);
        if drafts[at].doubtful {
            rank(&mut drafts[at].candidates, &answers);
        }
        meant
    }

    fn meant(&mut self, drafts: &mut [Draft], at: usize, profile: &Profile, answers: &[Answered<'_>]) -> Means {
        let same: Vec<&Answered<'_>> =
            answers.iter().filter(|(_, _, answer)| answer.verdict == Verdict::Same).collect();
        match same.as_slice() {
            [(id, one, answer)] => {
                if let Some(number) = number_in_common(answer)
                    && !one.own_numbers().contains(&number)
                    && is_other_name(&self.comparer, &drafts[at], one)
                {
                    doubt(&mut drafts[at], "number-of-another", &[("number", &number), ("name", &one.name)]);
                    return Means::Unknown;
                }
                let twin = answers.iter().find(|other| self.is_said_apart(&drafts[at], (*id, answer), other));
                if let Some((_, twin, _)) = twin {
                    let names = format!("{}; {}", one.name, twin.name);
                    doubt(&mut drafts[at], "said-apart", &[("names", &names)]);
                    return Means::Unknown;
                }
                return Means::Kept(*id);
            }
            [] => {}
            several => {
                let list: Vec<&str> = several.iter().map(|(_, one, _)| one.name.as_str()).collect();
                doubt(&mut drafts[at], "several", &[("names", &list.join("; "))]);
                return Means::Unknown;
            }
        }
        if let Some(above) = self.above(drafts, at, profile) {
            return above;
        }
        if let Some((_, one, answer)) = answers.iter().find(|(_, _, answer)| answer.verdict == Verdict::Ask) {
            perhaps(&mut drafts[at], "perhaps", &[("name", &one.name)], answer);
            return Means::Unknown;
        }
        if let Some(Waits { file, row }) = self.waiting.get(&drafts[at].content) {
            doubt(&mut drafts[at], "doubtful-before", &[("file", file), ("row", &row.to_string())]);
            return Means::Unknown;
        }
        if let Some((_, one, _)) = answers.iter().find(|(_, _, answer)| answer.verdict == Verdict::Branch) {
            drafts[at].messages.push(of_file("related", &[("name", &one.name)]));
        }
        Means::New
    }

    /// Whether a row that seems to be one record has a name of another, of which an officer said that it is not the same. A number in
    /// common decides.
    fn is_said_apart(
        &self,
        draft: &Draft,
        (id, answer): (OrganisationId, &Answer),
        (other, candidate, verdict): &Answered<'_>,
    ) -> bool {
        let keys: Vec<String> = draft.names().map(|name| names::key(&name.text)).collect();
        let has_name = || candidate.named.names.iter().any(|name| keys.contains(&names::key(name)));
        number_in_common(answer).is_none()
            && self.apart.are(id, *other)
            && (verdict.verdict == Verdict::Ask || has_name())
    }

    /// A row above that is the same, or may be.
    fn above(&mut self, drafts: &mut [Draft], at: usize, profile: &Profile) -> Option<Means> {
        let numbers: Vec<(String, u32)> = drafts[at].numbers().map(|(one, column)| (one.lookup(), column)).collect();
        let by_number =
            numbers.iter().find_map(|(number, column)| Some((*self.numbers.get(number)?, number.clone(), *column)));
        if let Some((other, number, column)) = by_number
            && names_differ(&self.comparer, &drafts[at], &drafts[other])
        {
            let (name, row) = (shown(&drafts[other]), drafts[other].row.to_string());
            drafts[at].doubt(column, "number-twice", &[("number", &number), ("row", &row), ("name", &name)]);
            let (name, row) = (shown(&drafts[at]), drafts[at].row.to_string());
            let there = drafts[other].numbers().find(|(one, _)| one.lookup() == number).map_or(0, |(_, column)| column);
            drafts[other].doubt(there, "number-twice", &[("number", &number), ("row", &row), ("name", &name)]);
            return Some(Means::Unknown);
        }
        let mut ask = None;
        let near = self.rows.candidates(profile, LIKELIEST);
        for other in near.iter().map(|one| one.row as usize).filter(|other| *other < at) {
            let comparer = self.comparer.clone();
            let answer = comparer.compare_profiles(profile, self.ready(drafts, other));
            match answer.verdict {
                Verdict::Same => return Some(Means::Row(other)),
                Verdict::Ask if ask.is_none() => ask = Some((other, answer)),
                Verdict::Ask | Verdict::Branch | Verdict::Different => {}
            }
        }
        let (other, answer) = ask?;
        let (name, row) = (shown(&drafts[other]), drafts[other].row);
        perhaps(&mut drafts[at], "perhaps-row", &[("name", &name), ("row", &row.to_string())], &answer);
        drafts[at].candidates.push(candidate(None, Some(row), name, &answer));
        Some(Means::Unknown)
    }

    fn ready(&mut self, drafts: &[Draft], row: usize) -> &Profile {
        if self.ready.len() >= READY && !self.ready.contains_key(&row) {
            self.ready.clear();
        }
        let comparer = &self.comparer;
        self.ready.entry(row).or_insert_with(|| comparer.profile(&party(&drafts[row])))
    }

    /// Rows below are compared with this one; where it stands for another, they do too.
    fn file(&mut self, drafts: &[Draft], at: usize, profile: Profile) {
        if drafts[at].refused {
            return;
        }
        for (number, _) in drafts[at].numbers() {
            self.numbers.entry(number.lookup()).or_insert(at);
        }
        self.rows.file(u32::try_from(at).unwrap_or(u32::MAX), &profile);
        if self.ready.len() < READY {
            self.ready.insert(at, profile);
        }
    }
}

/// The record that an earlier list made of the same row, whatever else is alike.
fn own(draft: &Draft, candidates: &[(OrganisationId, &Candidate)]) -> Option<OrganisationId> {
    let mut own: Vec<_> = candidates.iter().filter(|(_, one)| one.came_from(draft)).collect();
    if own.len() > 1 {
        own.retain(|(_, one)| one.says_all(draft));
    }
    if let [(id, _)] = own.as_slice() { Some(*id) } else { None }
}

fn party(draft: &Draft) -> Party {
    Party {
        names: draft.names().map(|name| name.text.clone()).collect(),
        identifiers: draft.numbers().map(|(one, _)| (one.scheme.clone(), one.value.clone())).collect(),
        place: draft.place().map(str::to_owned),
    }
}

fn number_in_common(answer: &Answer) -> Option<String> {
    let found = answer.evidence.iter().find(|one| one.code == EvidenceCode::SameIdentifier)?;
    Some(format!("{}:{}", found.a, found.b))
}

fn is_other_name(comparer: &Comparer, draft: &Draft, one: &Candidate) -> bool {
    let named = comparer.profile(&Party { identifiers: Default::default(), ..party(draft) });
    comparer.compare_profiles(&named, &comparer.profile(&one.named)).verdict == Verdict::Different
}

fn names_differ(comparer: &Comparer, one: &Draft, other: &Draft) -> bool {
    let named = |draft: &Draft| comparer.profile(&Party { identifiers: Default::default(), ..party(draft) });
    comparer.compare_profiles(&named(one), &named(other)).verdict == Verdict::Different
}

fn doubt(draft: &mut Draft, code: &str, args: &[(&str, &str)]) {
    draft.doubtful = true;
    draft.messages.push(of_file(code, args));
}

fn shown(draft: &Draft) -> String {
    draft.name().unwrap_or_default().to_owned()
}

/// The same for what the registry asks about. Programs read the reasons in English.
fn perhaps(draft: &mut Draft, code: &str, args: &[(&str, &str)], answer: &Answer) {
    let why = answer.evidence.iter().take(3).map(ToString::to_string).collect::<Vec<_>>().join("; ");
    let mut message = of_file(code, &[args, &[("why", &why)]].concat());
    message.evidence = notes(&answer.evidence);
    draft.doubtful = true;
    draft.messages.push(message);
}

fn candidate(organisation: Option<OrganisationId>, row: Option<u32>, name: String, answer: &Answer) -> RowCandidate {
    let (verdict, score) = (verdict_of(answer), answer.score);
    RowCandidate { organisation, row, name, verdict, score, evidence: notes(&answer.evidence) }
}

/// Puts whom a row may mean in order: the likeliest first; those that the registry calls different are left out while there are
/// others.
fn rank(found: &mut Vec<RowCandidate>, answers: &[Answered<'_>]) {
    found.extend(answers.iter().map(|(id, one, answer)| candidate(Some(*id), None, one.name.clone(), answer)));
    found.sort_by_key(|one| std::cmp::Reverse(one.score));
    if found.iter().any(|one| one.verdict != PairVerdict::Different) {
        found.retain(|one| one.verdict != PairVerdict::Different);
    }
    found.truncate(SHOWN);
}
