//! Which organisations are alike: the registry's index of a team's records, kept between questions, and its comparer, which knows what
//! officers merged.

use crate::error::AppError;
use samesky_model::id::{OrganisationId, OrganisationMergeId, TeamId};
use samesky_model::record::{EvidenceNote, Fact, KeptFact, OrganisationMerge, OrganisationRecord, PairVerdict};
use samesky_registry::{Answer, Comparer, Index, Known, Party, Profile, Verdict};
use samesky_store::{self as store, Db};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Records that are read at a time while the index is filled.
const AT_A_TIME: usize = 2_000;
/// Records that are compared with one at most.
pub(crate) const LIKELIEST: usize = 8;

/// The tables of the registry take a moment to load.
static BUILT_IN: LazyLock<Arc<Comparer>> = LazyLock::new(|| Arc::new(Comparer::new(Known::built_in())));

/// A comparer with the merges that it knows.
type Knowing = (Vec<OrganisationMergeId>, Arc<Comparer>);

/// The registries of all teams, as far as somebody asked for them.
#[derive(Default)]
pub(crate) struct Registries {
    teams: Mutex<HashMap<TeamId, Arc<tokio::sync::Mutex<Registry>>>>,
    /// Comparers by themselves, for whoever needs no index.
    comparers: Mutex<HashMap<TeamId, Knowing>>,
}

impl Registries {
    /// The registry of a team; whoever has it has it alone.
    pub(crate) fn of(&self, team: TeamId) -> Arc<tokio::sync::Mutex<Registry>> {
        let mut teams = self.teams.lock().unwrap_or_else(PoisonError::into_inner);
        teams.entry(team).or_default().clone()
    }

    /// The comparer of a team, made again only when its officers merged something since.
    pub(crate) async fn comparer(&self, db: &dyn Db, team: TeamId) -> Result<Arc<Comparer>, AppError> {
        let ids = store::organisation::merge::standing_ids(db, team).await?;
        let kept = |comparers: &HashMap<TeamId, Knowing>| {
            comparers.get(&team).filter(|(known, _)| *known == ids).map(|(_, comparer)| comparer.clone())
        };
        if let Some(comparer) = kept(&self.comparers.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(comparer);
        }
        let comparer = comparer(db, team).await?;
        let mut comparers = self.comparers.lock().unwrap_or_else(PoisonError::into_inner);
        comparers.insert(team, (ids, comparer.clone()));
        Ok(comparer)
    }
}

/// The records of a team by their keys. Memory: about a hundred bytes each.
#[derive(Default)]
pub(crate) struct Registry {
    comparer: Option<Arc<Comparer>>,
    merges: Vec<OrganisationMergeId>,
    index: Index,
    /// The records, by their row in the index. A record that was changed has several rows.
    rows: Vec<OrganisationId>,
    versions: HashMap<OrganisationId, i64>,
}

/// A record that may be the one in question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The record.
    pub record: OrganisationRecord,
    /// What the comparison says.
    pub verdict: PairVerdict,
    /// How near to one record, in thousandths.
    pub score: i64,
    /// What speaks for and against, the weightiest first.
    pub evidence: Vec<EvidenceNote>,
}

/// The comparer of a team: with what is known everywhere, and with what its officers merged.
pub(crate) async fn comparer(db: &dyn Db, team: TeamId) -> Result<Arc<Comparer>, AppError> {
    let merges = store::organisation::merge::standing(db, team).await?;
    made(merges).await
}

async fn made(merges: Vec<OrganisationMerge>) -> Result<Arc<Comparer>, AppError> {
    if merges.is_empty() {
        return Ok(BUILT_IN.clone());
    }
    let groups = groups(&merges);
    blocking(move || Arc::new(Comparer::new(Known::built_in_with(&groups)))).await
}

/// The names that mean one organisation since officers merged records; merges into one organisation are one group.
fn groups(merges: &[OrganisationMerge]) -> Vec<Vec<String>> {
    let into: HashMap<OrganisationId, OrganisationId> =
        merges.iter().flat_map(|merge| merge.others.iter().map(|other| (*other, merge.survivor))).collect();
    let mut names: HashMap<OrganisationId, Vec<String>> = HashMap::new();
    for merge in merges {
        let (mut last, mut steps) = (merge.survivor, 0);
        while let Some(next) = into.get(&last).filter(|_| steps < merges.len()) {
            (last, steps) = (*next, steps + 1);
        }
        let written = merge.moved.before.iter().flat_map(|before| &before.names);
        names.entry(last).or_default().extend(written.map(|name| name.text.clone()));
    }
    let mut groups: Vec<(OrganisationId, Vec<String>)> = names.into_iter().collect();
    groups.sort();
    groups.into_iter().map(|(_, names)| names).collect()
}

impl Registry {
    /// Files what was added or changed since.
    pub(crate) async fn refresh(&mut self, db: &dyn Db, team: TeamId) -> Result<Arc<Comparer>, AppError> {
        let merges = store::organisation::merge::standing(db, team).await?;
        let ids: Vec<_> = merges.iter().map(|merge| merge.id).collect();
        if !ids.starts_with(&self.merges) {
            *self = Self::default();
        }
        let comparer = match &self.comparer {
            Some(comparer) if ids == self.merges => comparer.clone(),
            _ => made(merges).await?,
        };
        (self.comparer, self.merges) = (Some(comparer.clone()), ids);
        let there = store::organisation::versions(db, team).await?;
        let changed: Vec<OrganisationId> = there
            .into_iter()
            .filter(|(id, version)| self.versions.get(id) != Some(version))
            .map(|(id, _)| id)
            .collect();
        let many = changed.len() > AT_A_TIME;
        for some in changed.chunks(AT_A_TIME) {
            let records = store::organisation::get_many(db, team, some).await?;
            let facts = store::organisation::fact::of(db, team, some).await?;
            self.file(&comparer, records, facts, many).await?;
        }
        if many {
            self.index = settled(std::mem::take(&mut self.index)).await?;
        }
        Ok(comparer)
    }

    async fn file(
        &mut self,
        comparer: &Arc<Comparer>,
        records: Vec<OrganisationRecord>,
        mut facts: HashMap<OrganisationId, Vec<KeptFact>>,
        many: bool,
    ) -> Result<(), AppError> {
        let first = self.rows.len();
        for record in &records {
            self.rows.push(record.id);
            self.versions.insert(record.id, record.version);
        }
        let (mut index, comparer) = (std::mem::take(&mut self.index), comparer.clone());
        self.index = blocking(move || {
            for (at, record) in (first..).zip(&records) {
                let profile = comparer.profile(&party(record, &facts.remove(&record.id).unwrap_or_default()));
                let row = u32::try_from(at).unwrap_or(u32::MAX);
                if many { index.push(row, &profile) } else { index.file(row, &profile) }
            }
            index
        })
        .await?;
        Ok(())
    }

    /// The records that share most with this one, the likeliest first.
    pub(crate) fn near(&self, profile: &Profile) -> Vec<OrganisationId> {
        let mut seen = HashSet::new();
        let found = self.index.candidates(profile, 2 * LIKELIEST);
        let ids = found.iter().filter_map(|one| self.rows.get(one.row as usize).copied());
        ids.filter(|id| seen.insert(*id)).take(LIKELIEST).collect()
    }
}

async fn settled(mut index: Index) -> Result<Index, AppError> {
    blocking(move || {
        index.sort();
        index
    })
    .await
}

/// Compares one with some records of the team that stand, and says what each is; the nearest first, and none that is another.
pub(crate) async fn compared(
    db: &dyn Db,
    team: TeamId,
    comparer: &Arc<Comparer>,
    (profile, near): (&Profile, &[OrganisationId]),
) -> Result<Vec<Candidate>, AppError> {
    let records = store::organisation::get_many(db, team, near).await?;
    let facts = store::organisation::fact::of(db, team, near).await?;
    let one = |record: OrganisationRecord| {
        let facts = facts.get(&record.id).map(Vec::as_slice).unwrap_or_default();
        let answer = comparer.compare_profiles(profile, &comparer.profile(&party(&record, facts)));
        candidate(record, &answer)
    };
    let stands = |record: &OrganisationRecord| record.state == samesky_model::record::RecordState::Active;
    let mut found: Vec<Candidate> = records.into_iter().filter(stands).map(one).collect();
    found.retain(|one| one.verdict != PairVerdict::Different);
    found.sort_by_key(|one| (std::cmp::Reverse(one.score), one.record.id));
    Ok(found)
}

fn candidate(record: OrganisationRecord, answer: &Answer) -> Candidate {
    let verdict = verdict_of(answer);
    let evidence = answer.evidence.iter().take(6).map(|one| EvidenceNote {
        code: one.code.as_str().to_owned(),
        a: one.a.clone(),
        b: one.b.clone(),
    });
    Candidate { record, verdict, score: i64::from(answer.score), evidence: evidence.collect() }
}

/// The registry's verdict as it is kept.
pub(crate) const fn verdict_of(answer: &Answer) -> PairVerdict {
    match answer.verdict {
        Verdict::Same => PairVerdict::Same,
        Verdict::Ask => PairVerdict::Ask,
        Verdict::Branch => PairVerdict::Branch,
        Verdict::Different => PairVerdict::Different,
    }
}

/// A record as the comparison takes it.
#[must_use]
pub fn party(record: &OrganisationRecord, facts: &[KeptFact]) -> Party {
    party_of(record.names.iter().map(|name| name.text.clone()).collect(), facts)
}

/// Names with the numbers and the first place of values.
pub(crate) fn party_of(names: Vec<String>, facts: &[KeptFact]) -> Party {
    let mut party = Party { names, ..Party::default() };
    for kept in facts {
        match &kept.fact {
            Fact::Identifier(number) => {
                party.identifiers.insert(number.scheme.clone(), number.value.clone());
            }
            Fact::Place(place) => party.place = party.place.or_else(|| Some(place.clone())),
            _ => {}
        }
    }
    party
}

pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.map_err(|stopped| AppError::Stopped(stopped.to_string()))
}
