//! Records of two teams that are one organisation become one record: for others there is the one that stays; each team keeps what it
//! entered, and the announcements, figures and people that it has. Only an owner of a team above both (or of the upper one) does it.
//!
//! What others are told of each goes to the other side; nothing else leaves its team. The team of the other record sees the one that stays as
//! something that is shared with it, and its own record goes on as its part of it, shown to nobody else.

use super::super::write;
use super::{MOST, Valued, stands};
use crate::access::{Action, Session};
use crate::audit::reason;
use crate::error::AppError;
use crate::ledger::Work;
use crate::sharing::{bare_organisation, each_once, told};
use crate::{App, Page, PageOf};
use samesky_model::id::{OrganisationId, OrganisationMergeId, TeamId};
use samesky_model::record::{
    BeforeMerge, Fact, FactField, FactSource, KeptFact, MergeKind, Moved, NameKind, OrganisationMerge,
    OrganisationName, OrganisationRecord, RecordRef, Scope, Share, Shareable, Stamp, Team, WrittenName,
};
use samesky_store::organisation::merge::{self as kept, Rederived};
use samesky_store::{self as store, Sight};
use std::collections::BTreeSet;

/// What others are told of a record, beside another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The record, as others see it.
    pub record: OrganisationRecord,
    /// Its places and numbers.
    pub told: Vec<Fact>,
    /// Whose it is.
    pub team: Team,
}

/// A merge across teams that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Across {
    /// What was done; its `before` holds the names that others are told.
    pub merge: OrganisationMerge,
    /// The team of the record that stays.
    pub team: Team,
}

impl App {
    /// Records of several teams side by side, as others see them.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for one that is not shown to the own team or whose team is not below it;
    /// [`AppError::Invalid`] for fewer than two, too many, one that is merged already, or records of one team.
    pub async fn faces(&self, session: &Session, ids: &[OrganisationId]) -> Result<Vec<Face>, AppError> {
        session.may(Action::MergeAcross)?;
        let view = self.store.snapshot().await?;
        let mut faces = Vec::new();
        for one in self.chosen_across(session, &view, ids).await? {
            faces.push(Face {
                team: store::team::get(&view, one.record.team).await?,
                told: told(one.facts),
                record: bare_organisation(TeamId(uuid::Uuid::nil()), one.record),
            });
        }
        Ok(faces)
    }

    /// Makes one record of those of several teams.
    ///
    /// # Errors
    /// As [`App::faces`].
    pub async fn merge_across(
        &self,
        session: &Session,
        survivor: OrganisationId,
        others: &[OrganisationId],
        why: Option<String>,
    ) -> Result<OrganisationMerge, AppError> {
        session.may(Action::MergeAcross)?;
        let tx = self.store.write().await?;
        let ids: Vec<OrganisationId> = std::iter::once(survivor).chain(others.iter().copied()).collect();
        let all = self.chosen_across(session, &tx, &ids).await?;
        let Some((stays, parts)) = all.split_first() else { return Err(needs_others()) };
        let joining = Joining { app: self, session, tx: &tx, stamp: self.stamp(session), why: reason(why) };
        let merge = joining.survivor(stays, parts).await?;
        for part in parts {
            joining.part(stays, part).await?;
        }
        tx.commit().await?;
        Ok(merge)
    }

    /// Takes a merge across teams back: each record is as it was, and what its team entered since stays with it.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`] for one out of reach; [`AppError::Invalid`] when it was taken back already
    /// (`nothing-to-undo`), or when one of the records became part of another since (`merged-since`).
    pub async fn undo_merge_across(
        &self,
        session: &Session,
        id: OrganisationMergeId,
    ) -> Result<OrganisationMerge, AppError> {
        session.may(Action::MergeAcross)?;
        let tx = self.store.write().await?;
        let merge = kept::any(&tx, id).await?;
        let parts = self.parts_in_reach(session, &tx, &merge).await?.ok_or(AppError::NotFound { kind: "merge" })?;
        if merge.undone.is_some() {
            return Err(AppError::invalid("merge", "nothing-to-undo"));
        }
        let joining = Joining { app: self, session, tx: &tx, stamp: self.stamp(session), why: None };
        joining.take_back(&merge, &parts).await?;
        tx.commit().await?;
        Ok(merge)
    }

    /// The merges across teams within reach that stand, the latest first.
    ///
    /// # Errors
    /// [`AppError::Forbidden`], or when the store does not answer.
    pub async fn merges_across(&self, session: &Session, page: &Page) -> Result<PageOf<Across>, AppError> {
        session.may(Action::MergeAcross)?;
        let view = self.store.snapshot().await?;
        let mut items = Vec::new();
        for merge in kept::standing_across(&view).await? {
            if self.parts_in_reach(session, &view, &merge).await?.is_some() {
                items.push(Across { team: store::team::get(&view, merge.team).await?, merge });
            }
        }
        let total = i64::try_from(items.len()).unwrap_or(i64::MAX);
        items.truncate(usize::try_from(page.limit).unwrap_or(usize::MAX));
        Ok(PageOf { items, next: None, previous: None, total })
    }

    /// The records that are to be one, the one that stays first.
    async fn chosen_across(
        &self,
        session: &Session,
        db: &dyn store::Db,
        ids: &[OrganisationId],
    ) -> Result<Vec<Valued>, AppError> {
        let distinct: BTreeSet<OrganisationId> = ids.iter().copied().collect();
        if distinct.len() < 2 || distinct.len() < ids.len() || ids.len() > MOST {
            return Err(needs_others());
        }
        let mut all: Vec<Valued> = Vec::new();
        for id in ids {
            let record = store::organisation::get(db, Sight::of(session.team, Scope::All), *id).await?;
            self.reaches(session, db, record.team).await.map_err(|_| AppError::NotFound { kind: "organisation" })?;
            stands(&record)?;
            if kept::part_of(db, *id).await?.is_some() {
                return Err(AppError::invalid("others", "is-part"));
            }
            if all.first().is_some_and(|stays| stays.record.team == record.team) {
                return Err(AppError::invalid("others", "one-team"));
            }
            let facts = store::organisation::fact::of_one(db, record.team, *id).await?;
            all.push(Valued { record, facts });
        }
        Ok(all)
    }

    /// The notes of the parts of a merge across teams, where all its teams are within reach.
    async fn parts_in_reach(
        &self,
        session: &Session,
        db: &dyn store::Db,
        merge: &OrganisationMerge,
    ) -> Result<Option<Vec<OrganisationMerge>>, AppError> {
        if merge.kind != MergeKind::Across || self.reaches(session, db, merge.team).await.is_err() {
            return Ok(None);
        }
        let mut parts = Vec::new();
        for other in &merge.others {
            let Some(part) = kept::part_of(db, *other).await? else { continue };
            if self.reaches(session, db, part.team).await.is_err() {
                return Ok(None);
            }
            parts.push(part);
        }
        Ok(Some(parts))
    }
}

/// What a merge across teams is made with.
struct Joining<'a> {
    app: &'a App,
    session: &'a Session,
    tx: &'a store::Tx,
    stamp: Stamp,
    why: Option<String>,
}

impl Joining<'_> {
    /// The record that stays is given what others are told of the parts, and is shown to whom these were shown and to their teams.
    async fn survivor(&self, stays: &Valued, parts: &[Valued]) -> Result<OrganisationMerge, AppError> {
        let added = self.added(stays, parts);
        let mut shown: BTreeSet<TeamId> = parts.iter().map(|part| part.record.team).collect();
        for part in parts {
            let shares = store::share::of_record(self.tx, part.record.team, record_of(part.record.id)).await?;
            shown.extend(shares.iter().map(|share| share.with));
        }
        let shown = self.show(&stays.record, shown).await?;
        let mut before = vec![own(stays)];
        before.extend(parts.iter().map(foreign));
        let merge = OrganisationMerge {
            kind: MergeKind::Across,
            survivor: stays.record.id,
            others: parts.iter().map(|part| part.record.id).collect(),
            moved: Moved { before, shown, ..Moved::default() },
            ..self.noted(stays.record.team)
        };
        self.keep(stays, &merge, added, "organisation.merge_across").await?;
        Ok(merge)
    }

    /// A part is given what others are told of the one that stays, so that both are found by the same names.
    async fn part(&self, stays: &Valued, part: &Valued) -> Result<(), AppError> {
        let added = self.added(part, std::slice::from_ref(stays));
        let merge = OrganisationMerge {
            kind: MergeKind::Part,
            survivor: part.record.id,
            others: vec![stays.record.id],
            moved: Moved { before: vec![own(part), foreign(stays)], ..Moved::default() },
            ..self.noted(part.record.team)
        };
        self.keep(part, &merge, added, "organisation.part_across").await
    }

    fn noted(&self, team: TeamId) -> OrganisationMerge {
        OrganisationMerge {
            id: self.app.sources.id(),
            team,
            kind: MergeKind::Across,
            survivor: OrganisationId(uuid::Uuid::nil()),
            others: Vec::new(),
            moved: Moved::default(),
            made: self.stamp.clone(),
            why: self.why.clone(),
            undone: None,
        }
    }

    async fn keep(
        &self,
        one: &Valued,
        merge: &OrganisationMerge,
        added: Vec<KeptFact>,
        action: &'static str,
    ) -> Result<(), AppError> {
        let after = vec![(one.record.id, added.clone())];
        kept::insert(self.tx, merge, (&Vec::new(), &after), &Rederived::default()).await?;
        let mut facts = one.facts.clone();
        facts.extend(added);
        facts.sort_by_key(|kept| kept.fact.field());
        self.write(one, facts, action).await
    }

    /// Writes the values of a record on behalf of its team; the trail is that team's.
    async fn write(&self, one: &Valued, facts: Vec<KeptFact>, action: &'static str) -> Result<(), AppError> {
        let there = Session { team: one.record.team, ..self.session.clone() };
        let work = Work { app: self.app, session: &there, tx: self.tx };
        let (_, change) = write::put(work, action, (&one.record, &one.facts), facts).await?;
        let change = change.of_team(one.record.team).why(self.why.clone());
        self.app.append_audit(self.session, self.tx, change).await
    }

    /// What others are told of some records and this one does not say yet. Where it has names by announcements only, its own come first, so that
    /// it is called as before.
    fn added(&self, one: &Valued, others: &[Valued]) -> Vec<KeptFact> {
        let mut facts: Vec<Fact> = Vec::new();
        if !one.facts.iter().any(|kept| kept.fact.field() == FactField::Name) {
            facts.extend(one.record.names.first().map(name));
        }
        for other in others {
            facts.extend(each_once(other.record.names.clone()).iter().filter(|name| !has(&one.record, name)).map(name));
            facts.extend(told(other.facts.clone()));
            let country = other.record.country.clone().filter(|_| one.record.country.is_none());
            facts.extend(country.filter(|_| !facts.iter().any(is_country)).map(Fact::Country));
        }
        let mut added: Vec<KeptFact> = Vec::new();
        for fact in facts {
            if !one.facts.iter().chain(&added).any(|known| known.fact == fact) {
                added.push(KeptFact { fact, source: FactSource::Officer, added: self.stamp.clone() });
            }
        }
        added
    }

    /// Shows the record that stays to teams that do not see it yet; says to which.
    async fn show(&self, stays: &OrganisationRecord, teams: BTreeSet<TeamId>) -> Result<Vec<TeamId>, AppError> {
        let mut shown = Vec::new();
        for with in teams.into_iter().filter(|with| *with != stays.team) {
            let record = record_of(stays.id);
            if store::share::find(self.tx, record, with).await?.is_none() {
                let share = Share { team: stays.team, record, with, made: self.stamp.clone() };
                store::share::insert(self.tx, &share).await?;
                shown.push(with);
            }
        }
        Ok(shown)
    }

    async fn take_back(&self, merge: &OrganisationMerge, parts: &[OrganisationMerge]) -> Result<(), AppError> {
        for one in std::iter::once(merge).chain(parts) {
            let record = store::organisation::get(self.tx, one.team, one.survivor).await?;
            stands(&record).map_err(|_| AppError::invalid("merge", "merged-since"))?;
            if one.kind == MergeKind::Across && kept::part_of(self.tx, record.id).await?.is_some() {
                return Err(AppError::invalid("merge", "merged-since"));
            }
            let (_, mut after, _) = kept::sides(self.tx, one.team, one.id).await?;
            let added = after.remove(&record.id).unwrap_or_default();
            let facts = store::organisation::fact::of_one(self.tx, one.team, record.id).await?;
            let left: Vec<KeptFact> = facts.iter().filter(|kept| !added.contains(kept)).cloned().collect();
            kept::set_undone(self.tx, one.id, &self.stamp).await?;
            self.hide(one).await?;
            self.write(&Valued { record, facts }, left, "organisation.unmerge_across").await?;
        }
        Ok(())
    }

    /// Whoever saw the record by the merge alone sees it no more.
    async fn hide(&self, merge: &OrganisationMerge) -> Result<(), AppError> {
        let record = record_of(merge.survivor);
        for with in &merge.moved.shown {
            let share = store::share::find(self.tx, record, *with).await?;
            if share.is_some_and(|share| share.made.at == merge.made.at) {
                store::share::remove(self.tx, merge.team, record, *with).await?;
            }
        }
        Ok(())
    }
}

const fn is_country(fact: &Fact) -> bool {
    matches!(fact, Fact::Country(_))
}

fn has(record: &OrganisationRecord, name: &WrittenName) -> bool {
    record.names.iter().any(|known| known.text == name.text)
}

fn name(written: &WrittenName) -> Fact {
    let (text, language) = (written.text.clone(), written.language.clone());
    Fact::Name(OrganisationName { text, language, kind: NameKind::Short, reading: None })
}

const fn record_of(id: OrganisationId) -> RecordRef {
    RecordRef { kind: Shareable::Organisation, id: id.0 }
}

fn own(one: &Valued) -> BeforeMerge {
    let record = one.record.clone();
    BeforeMerge {
        organisation: record.id,
        state: record.state,
        kind: record.kind,
        names: record.names,
        country: record.country,
        readings: record.readings,
    }
}

/// The same of a record of another team: what others are told.
fn foreign(one: &Valued) -> BeforeMerge {
    BeforeMerge { names: each_once(one.record.names.clone()), readings: Vec::new(), ..own(one) }
}

fn needs_others() -> AppError {
    AppError::invalid("others", "merge-needs-others")
}

/// The record that others see in the place of a part.
pub(crate) async fn face_of(db: &dyn store::Db, id: OrganisationId) -> Result<OrganisationId, AppError> {
    let mut at = id;
    for _ in 0..MOST {
        let Some(next) = kept::part_of(db, at).await?.and_then(|part| part.others.first().copied()) else { break };
        at = next;
    }
    Ok(at)
}
