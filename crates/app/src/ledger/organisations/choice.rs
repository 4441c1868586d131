//! Which record a claim of an organisation is linked to: by its name where that is certain, else as an officer chooses, before or
//! after the claim is decided.

use super::{Named, by_name, keys, rebuild};
use crate::App;
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::ledger::{Work, settle};
use crate::organisations::likeness::Candidate;
use crate::organisations::merge::stands;
use samesky_model::id::{AnnouncementId, ClaimId, OrganisationId};
use samesky_model::record::{Claim, ClaimKind, ClaimRecord, OrganisationChoice, OrganisationRecord, RecordKind};
use samesky_registry::Party;
use samesky_store as store;
use serde::Serialize;

/// What an officer chooses for a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// This record.
    To(OrganisationId),
    /// A record of its own.
    New,
    /// Whatever has its name; what was chosen before goes.
    ByName,
}

/// A claim of an organisation with the record that it is or would be linked to, and those that it may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimLink {
    /// The claim.
    pub claim: ClaimId,
    /// The record that it is linked to, or would be; none where a new one is or would be made.
    pub record: Option<OrganisationRecord>,
    /// Whether the claim is linked already.
    pub is_linked: bool,
    /// Whether an officer chose.
    pub is_chosen: bool,
    /// Whether it waits for a choice: its name belongs to records of which an officer said that they are not the same.
    pub is_unclear: bool,
    /// What else it may be, the nearest first.
    pub candidates: Vec<Candidate>,
}

/// A choice as the audit has it.
#[derive(Serialize)]
struct Linked {
    organisation: Option<OrganisationId>,
    chosen: bool,
}

/// Candidates that are shown with a claim at most.
const SHOWN: usize = 5;
/// Claims of one announcement for which candidates are looked for at most.
const CLAIMS: usize = 100;

impl App {
    /// The organisation claims of an announcement with the records that they are or would be linked to.
    ///
    /// # Errors
    /// When there is no such announcement.
    pub async fn claim_links(&self, session: &Session, id: AnnouncementId) -> Result<Vec<ClaimLink>, AppError> {
        session.may(Action::Read)?;
        let claims = store::claim::list_of_kind(&self.store, session.team, id, ClaimKind::Organisation).await?;
        self.links(session, claims.into_iter().take(CLAIMS).collect()).await
    }

    /// The same of one claim.
    ///
    /// # Errors
    /// When there is no such claim, or it is none of an organisation.
    pub async fn claim_link(&self, session: &Session, id: ClaimId) -> Result<ClaimLink, AppError> {
        session.may(Action::Read)?;
        let claim = store::claim::get(&self.store, session.team, id).await?;
        self.links(session, vec![claim]).await?.pop().ok_or(AppError::NotFound { kind: "organisation" })
    }

    async fn links(&self, session: &Session, claims: Vec<ClaimRecord>) -> Result<Vec<ClaimLink>, AppError> {
        let stated = |claim: &ClaimRecord| match &claim.current {
            Claim::Organisation(stated) => {
                let names: Vec<String> = std::iter::once(&stated.name).chain(&stated.aliases).cloned().collect();
                Some((claim.clone(), keys(stated), Party { names, ..Party::default() }))
            }
            _ => None,
        };
        let stated: Vec<_> = claims.iter().filter_map(stated).collect();
        let likely = self.likely(session, stated.iter().map(|(_, _, party)| party.clone()).collect()).await?;
        let ids: Vec<ClaimId> = stated.iter().map(|(claim, ..)| claim.id).collect();
        let choices = store::organisation::choice::of(&self.store, session.team, &ids).await?;
        let mut links = Vec::with_capacity(stated.len());
        for ((claim, keys, _), mut candidates) in stated.into_iter().zip(likely) {
            let choice = choices.get(&claim.id);
            let (record, is_unclear) = match self.would_be(session, &claim, &keys, choice).await? {
                Named::One(record) => (Some(record), false),
                Named::Apart => (None, true),
                Named::None => (None, false),
            };
            candidates.retain(|one| record.as_ref().is_none_or(|record| record.id != one.record.id));
            candidates.truncate(SHOWN);
            let (is_linked, is_chosen) = (claim.record.is_some(), choice.is_some());
            links.push(ClaimLink { claim: claim.id, record, is_linked, is_chosen, is_unclear, candidates });
        }
        Ok(links)
    }

    /// The record that a claim is linked to, else the one that [`super::link`] would find.
    async fn would_be(
        &self,
        session: &Session,
        claim: &ClaimRecord,
        keys: &[String],
        choice: Option<&OrganisationChoice>,
    ) -> Result<Named<OrganisationRecord>, AppError> {
        let (db, team) = (&self.store, session.team);
        let record = async |ids: &[OrganisationId]| {
            let found = store::organisation::get_many(db, team, ids).await?.pop();
            Ok(found.map_or(Named::None, Named::One))
        };
        if let Some(linked) = claim.record {
            return record(&[linked.into()]).await;
        }
        match choice {
            Some(choice) => {
                let ids: Vec<_> = choice.organisation.into_iter().collect();
                record(&ids).await
            }
            None => by_name(db, team, keys).await,
        }
    }

    /// Gives a claim of an organisation a record. A claim that is taken already changes hands at once; one that is not, when it is.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a claim or record of another team, or a claim of something else; [`AppError::Invalid`] for a record
    /// that became part of another.
    pub async fn choose_organisation(
        &self,
        session: &Session,
        id: ClaimId,
        link: Link,
    ) -> Result<ClaimRecord, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let work = Work { app: self, session, tx: &tx };
        let claim = store::claim::get(&tx, session.team, id).await?;
        if claim.current.kind() != ClaimKind::Organisation {
            return Err(AppError::NotFound { kind: "organisation" });
        }
        let target = match link {
            Link::To(organisation) => {
                stands(&store::organisation::get(&tx, session.team, organisation).await?)?;
                Some(organisation)
            }
            Link::New | Link::ByName => None,
        };
        match link {
            Link::ByName => store::organisation::choice::remove(&tx, id).await?,
            Link::To(_) | Link::New => {
                let made = self.stamp(session);
                let choice = OrganisationChoice { claim: id, team: session.team, organisation: target, made };
                store::organisation::choice::set(&tx, &choice).await?;
            }
        }
        relink(work, &claim, target).await?;
        let after = store::claim::get(&tx, session.team, id).await?;
        let said = |record: Option<uuid::Uuid>, chosen| Linked { organisation: record.map(OrganisationId), chosen };
        let change = Change::new("claim.link", RecordKind::Claim, id.0)
            .before(&said(claim.record, false))
            .after(&said(after.record.or(target.map(|id| id.0)), link != Link::ByName));
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(after)
    }
}

/// A taken claim goes from the record it is linked to to the chosen one.
async fn relink(work: Work<'_>, claim: &ClaimRecord, target: Option<OrganisationId>) -> Result<(), AppError> {
    let same = claim.record.is_some() && claim.record == target.map(|id| id.0);
    if !claim.state.is_taken() || same {
        return Ok(());
    }
    let lost = claim.record;
    store::claim::set_record(work.tx, claim.id, None).await?;
    if let Some(lost) = lost {
        rebuild(work, lost.into()).await?;
    }
    settle(work.app, work.session, work.tx, claim.announcement).await
}
