//! Review: an officer decides on each claim of an announcement.
//!
//! A decision names the version of the claim that the officer saw. If somebody decided in the meantime, nothing is
//! overwritten: the answer is a conflict that names the other. Decisions are only ever added; an undo adds the state
//! before.

mod add;
mod valid;

pub use add::NewClaim;
pub use samesky_figures::TierSummary;

use crate::access::{Action, Session};
use crate::error::AppError;
use crate::{App, audit, ledger};
use samesky_model::id::{AnnouncementId, ClaimId};
use samesky_model::reading::Verdict;
use samesky_model::record::{
    Announcement, AnnouncementText, CheckRecord, Claim, ClaimDecision, ClaimRecord, ClaimState, RecordKind, Stamp,
};
use samesky_model::remark::RemarkCode;
use samesky_store as store;
use samesky_store::check::CheckFilter;

/// Everything that stands on an announcement's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewView {
    /// The announcement.
    pub announcement: Announcement,
    /// Its text.
    pub text: AnnouncementText,
    /// Its claims in the order of the text.
    pub claims: Vec<ClaimRecord>,
    /// Its checks, contradicted first, those across announcements among them.
    pub checks: Vec<CheckRecord>,
    /// The size classes that its figures count, which are no amounts.
    pub tiers: Option<TierSummary>,
    /// The announcement before this one in the list to be worked through.
    pub previous: Option<AnnouncementId>,
    /// The one after it.
    pub next: Option<AnnouncementId>,
}

/// What an officer decides on a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Take it as read.
    Accept,
    /// Take it with changes.
    Correct(Box<Claim>),
    /// Do not take it.
    Reject,
    /// Take the last decision back.
    Undo,
}

impl Decision {
    const fn action(&self) -> &'static str {
        match self {
            Self::Accept => "claim.accept",
            Self::Correct(_) => "claim.correct",
            Self::Reject => "claim.reject",
            Self::Undo => "claim.undo",
        }
    }
}

/// What came of deciding on many claims at once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch {
    /// The claims decided, with their new versions: what an undo of the whole needs.
    pub decided: Vec<(ClaimId, i64)>,
    /// The claims left alone because somebody else decided on them in the meantime.
    pub overtaken: Vec<ClaimId>,
    /// By whom and when: one moment for the whole, by which its claims are known as decided in one go.
    pub stamp: Option<Stamp>,
}

impl App {
    /// Everything that stands on an announcement's page.
    ///
    /// # Errors
    /// When there is no such announcement.
    pub async fn review(&self, session: &Session, id: AnnouncementId) -> Result<ReviewView, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let team = session.team;
        let filter = CheckFilter { announcement: Some(id), ..CheckFilter::default() };
        let (previous, next) = store::announcement::neighbours(&view, team, id).await?;
        let claims = store::claim::list(&view, team, id).await?;
        Ok(ReviewView {
            announcement: store::announcement::get(&view, team, id).await?,
            text: store::announcement::text(&view, team, id).await?,
            tiers: tiers(&claims),
            claims,
            checks: store::check::list(&view, team, &filter, &crate::Page::first(500)).await?.items,
            previous,
            next,
        })
    }

    /// One claim.
    ///
    /// # Errors
    /// When there is no such claim.
    pub async fn claim(&self, session: &Session, id: ClaimId) -> Result<ClaimRecord, AppError> {
        session.may(Action::Read)?;
        Ok(store::claim::get(&self.store, session.team, id).await?)
    }

    /// The decisions on a claim, oldest first.
    ///
    /// # Errors
    /// When there is no such claim.
    pub async fn decisions(&self, session: &Session, id: ClaimId) -> Result<Vec<ClaimDecision>, AppError> {
        session.may(Action::Read)?;
        store::claim::get(&self.store, session.team, id).await?;
        Ok(store::claim::decisions(&self.store, session.team, id).await?)
    }

    /// Decides on one claim, and carries what follows into the ledger in the same transaction.
    ///
    /// # Errors
    /// [`AppError::Conflict`] when the claim's version is not the expected one; [`AppError::Invalid`] when a
    /// correction does not fit the text or its kind, or a change of what is in the ledger, an undo too, gives no reason.
    pub async fn decide(
        &self,
        session: &Session,
        id: ClaimId,
        expected: i64,
        decision: Decision,
        why: Option<String>,
    ) -> Result<ClaimRecord, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let before = store::claim::get(&tx, session.team, id).await?;
        self.decide_in(session, &tx, (&before, expected), decision, why, self.stamp(session)).await?;
        ledger::settle(self, session, &tx, before.announcement).await?;
        let after = store::claim::get(&tx, session.team, id).await?;
        tx.commit().await?;
        Ok(after)
    }

    /// Accepts every waiting claim that has no remark and stands in no contradicted check, as far as the officer saw
    /// it: `seen` names the claims on the page with their versions.
    ///
    /// # Errors
    /// When there is no such announcement.
    pub async fn accept_clear(
        &self,
        session: &Session,
        id: AnnouncementId,
        seen: &[(ClaimId, i64)],
    ) -> Result<Batch, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let claims = store::claim::list(&tx, session.team, id).await?;
        let filter =
            CheckFilter { announcement: Some(id), verdict: Some(Verdict::Contradicted), ..CheckFilter::default() };
        let contradicted = store::check::list(&tx, session.team, &filter, &crate::Page::first(500)).await?.items;
        let mut batch = Batch::default();
        // A table of data is no announcement: what was read in it wants looking at one by one.
        let announcement = store::announcement::get(&tx, session.team, id).await?;
        let is_table = announcement.remarks.iter().any(|remark| remark.code == RemarkCode::LooksLikeTable);
        for claim in claims.iter().filter(|claim| !is_table && is_clear(claim, &contradicted)) {
            let Some((_, version)) = seen.iter().find(|(id, _)| *id == claim.id) else { continue };
            self.decide_or_leave(session, &tx, (claim, *version), Decision::Accept, None, &mut batch).await?;
        }
        ledger::settle(self, session, &tx, id).await?;
        tx.commit().await?;
        Ok(batch)
    }

    /// Decides the same on many claims of one announcement, for one reason; those that somebody else decided on are
    /// left alone.
    ///
    /// # Errors
    /// When there is no such announcement or claim, or what is in the ledger would change without a reason.
    pub async fn decide_many(
        &self,
        session: &Session,
        id: AnnouncementId,
        seen: &[(ClaimId, i64)],
        decision: Decision,
        why: Option<&str>,
    ) -> Result<Batch, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let claims = store::claim::list(&tx, session.team, id).await?;
        let mut batch = Batch::default();
        for (claim, version) in seen {
            let before =
                claims.iter().find(|record| record.id == *claim).ok_or(AppError::NotFound { kind: "claim" })?;
            self.decide_or_leave(session, &tx, (before, *version), decision.clone(), why, &mut batch).await?;
        }
        ledger::settle(self, session, &tx, id).await?;
        tx.commit().await?;
        Ok(batch)
    }

    async fn decide_or_leave(
        &self,
        session: &Session,
        tx: &store::Tx,
        (claim, version): (&ClaimRecord, i64),
        decision: Decision,
        why: Option<&str>,
        batch: &mut Batch,
    ) -> Result<(), AppError> {
        if claim.version == version {
            let stamp = batch.stamp.get_or_insert_with(|| self.stamp(session)).clone();
            self.decide_in(session, tx, (claim, version), decision, why.map(str::to_owned), stamp).await?;
            batch.decided.push((claim.id, version + 1));
        } else {
            batch.overtaken.push(claim.id);
        }
        Ok(())
    }

    async fn decide_in(
        &self,
        session: &Session,
        tx: &store::Tx,
        (before, expected): (&ClaimRecord, i64),
        decision: Decision,
        why: Option<String>,
        stamp: Stamp,
    ) -> Result<(), AppError> {
        if before.version != expected {
            return Err(conflict(before));
        }
        let why = audit::reason(why);
        let action = decision.action();
        let (state, current) = self.outcome(session, tx, before, decision, why.as_deref()).await?;
        let made = ClaimDecision { claim: before.id, version: expected + 1, state, current, stamp, why: why.clone() };
        store::claim::decide(tx, session.team, &made, expected).await?;
        let change = audit::Change::new(action, RecordKind::Claim, before.id.0)
            .before(&Stand::of(before))
            .after(&Stand { state, current: &made.current })
            .why(why);
        self.append_audit(session, tx, change).await
    }

    async fn outcome(
        &self,
        session: &Session,
        tx: &store::Tx,
        before: &ClaimRecord,
        decision: Decision,
        why: Option<&str>,
    ) -> Result<(ClaimState, Claim), AppError> {
        match decision {
            Decision::Accept => {
                Ok((ClaimState::Accepted, before.original.clone().unwrap_or_else(|| before.current.clone())))
            }
            Decision::Reject => {
                needs_reason(before, why)?;
                Ok((ClaimState::Rejected, before.current.clone()))
            }
            Decision::Correct(claim) => {
                needs_reason(before, why)?;
                let text = store::announcement::text(tx, session.team, before.announcement).await?;
                let claim = valid::corrected(before, *claim, &text.text)?;
                Ok((ClaimState::Corrected, claim))
            }
            Decision::Undo => {
                needs_reason(before, why)?;
                self.state_before(session, tx, before).await
            }
        }
    }

    async fn state_before(
        &self,
        session: &Session,
        tx: &store::Tx,
        claim: &ClaimRecord,
    ) -> Result<(ClaimState, Claim), AppError> {
        let decisions = store::claim::decisions(tx, session.team, claim.id).await?;
        let before = undone(&decisions);
        match (before, &claim.original) {
            (Some(decision), _) => Ok((decision.state, decision.current.clone())),
            (None, Some(original)) if !decisions.is_empty() => Ok((ClaimState::Pending, original.clone())),
            (None, None) if decisions.len() == 1 => Ok((ClaimState::Rejected, claim.current.clone())),
            _ => Err(AppError::invalid("claim", "nothing-to-undo")),
        }
    }
}

/// The decision that was in force before the last one. Undoing twice goes back to where one was.
fn undone(decisions: &[ClaimDecision]) -> Option<&ClaimDecision> {
    decisions.len().checked_sub(2).and_then(|index| decisions.get(index))
}

/// What is in the ledger changes only with a reason beside it.
fn needs_reason(before: &ClaimRecord, why: Option<&str>) -> Result<(), AppError> {
    if before.state.is_taken() && why.is_none() {
        return Err(AppError::invalid("why", "reason-missing"));
    }
    Ok(())
}

fn tiers(claims: &[ClaimRecord]) -> Option<TierSummary> {
    let standing = claims.iter().filter(|claim| claim.state != ClaimState::Rejected);
    let figures: Vec<_> = standing
        .filter_map(|claim| match &claim.current {
            Claim::Figure(figure) => Some(figure.clone()),
            _ => None,
        })
        .collect();
    samesky_figures::tiers(&figures)
}

fn is_clear(claim: &ClaimRecord, contradicted: &[CheckRecord]) -> bool {
    claim.state == ClaimState::Pending
        && claim.remarks.is_empty()
        && !contradicted
            .iter()
            .any(|check| check.total.claim == claim.id || check.parts.iter().any(|part| part.claim == claim.id))
}

fn conflict(now: &ClaimRecord) -> AppError {
    let (by, at) = match &now.decided {
        Some(Stamp { by, at }) => (by.clone(), Some(*at)),
        None => (String::new(), None),
    };
    AppError::Conflict { kind: "claim", by, at, version: now.version }
}

/// A claim as the audit keeps it.
#[derive(serde::Serialize)]
struct Stand<'a> {
    state: ClaimState,
    current: &'a Claim,
}

impl<'a> Stand<'a> {
    const fn of(record: &'a ClaimRecord) -> Self {
        Self { state: record.state, current: &record.current }
    }
}
