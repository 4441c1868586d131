//! Records side by side, value by value, before they become one; and the merges that a record rests on.

use super::{MOST, Valued};
use crate::App;
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::ledger::{SourceRow, source_rows};
use samesky_model::id::OrganisationId;
use samesky_model::record::{
    KeptFact, OrganisationMerge, OrganisationRecord, ProjectRecord, RecordRef, Share, Shareable,
};
use samesky_store as store;

/// A record beside others, with all that points to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideBySide {
    /// The record.
    pub record: OrganisationRecord,
    /// Its values, each with its source.
    pub facts: Vec<KeptFact>,
    /// The organisation it belongs to.
    pub parent: Option<OrganisationRecord>,
    /// The claims that are linked to it.
    pub sources: Vec<SourceRow>,
    /// How many figures are its own.
    pub figures: usize,
    /// The projects that name it.
    pub projects: Vec<ProjectRecord>,
    /// The organisations that belong to it.
    pub children: Vec<OrganisationRecord>,
    /// How many guests it has.
    pub guests: usize,
    /// To whom it is shown.
    pub shares: Vec<Share>,
    /// Whether it is published, or asked to be.
    pub published: bool,
}

/// A merge or a split with the names of those it was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// What was done.
    pub merge: OrganisationMerge,
    /// The other records.
    pub others: Vec<OrganisationRecord>,
}

impl App {
    /// Records of the own team side by side.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for one that is not there; [`AppError::Invalid`] for fewer than two or too many.
    pub async fn side_by_side(&self, session: &Session, ids: &[OrganisationId]) -> Result<Vec<SideBySide>, AppError> {
        session.may(Action::Write)?;
        let view = self.store.snapshot().await?;
        let mut distinct: Vec<OrganisationId> = Vec::new();
        ids.iter().for_each(|id| {
            if !distinct.contains(id) {
                distinct.push(*id);
            }
        });
        if distinct.len() < 2 || distinct.len() > MOST {
            return Err(AppError::invalid("others", "merge-needs-others"));
        }
        let mut all = Vec::new();
        for id in distinct {
            let record = super::own(&view, session.team, id).await?;
            super::stands(&record)?;
            let facts = store::organisation::fact::of_one(&view, session.team, id).await?;
            all.push(side(&view, session, Valued { record, facts }).await?);
        }
        Ok(all)
    }

    /// What became part of an organisation and what was taken out of it, and stands; the latest first.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub async fn merges(&self, session: &Session, id: OrganisationId) -> Result<Vec<Merged>, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        store::organisation::get(&view, session.team, id).await?;
        let mut found = Vec::new();
        for merge in store::organisation::merge::of(&view, session.team, id).await? {
            if merge.undone.is_none() {
                let others = store::organisation::get_many(&view, session.team, &merge.others).await?;
                found.push(Merged { merge, others });
            }
        }
        Ok(found)
    }
}

async fn side(db: &dyn store::Db, session: &Session, one: Valued) -> Result<SideBySide, AppError> {
    let (team, id) = (session.team, one.record.id);
    let parents: Vec<_> = one.facts.iter().filter_map(crate::ledger::parent_of).collect();
    let names: Vec<_> = one.record.names.iter().map(|name| name.text.clone()).collect();
    let record = RecordRef { kind: Shareable::Organisation, id: id.0 };
    let children = store::organisation::merge::children(db, team, &[id]).await?;
    Ok(SideBySide {
        parent: store::organisation::get_many(db, team, &parents).await?.pop(),
        sources: source_rows(db, team, id.0).await?,
        figures: store::figure::of_organisation(db, team, id).await?.len(),
        projects: store::project::naming(db, team, &names).await?,
        children: store::organisation::get_many(db, team, &children).await?,
        guests: store::account::of_organisation(db, id).await?.len(),
        shares: store::share::of_record(db, team, record).await?,
        published: store::publication::of_record(db, team, record).await?.is_some(),
        record: one.record,
        facts: one.facts,
    })
}
