//! Claims that an officer adds by selecting words of the text.

use super::valid;
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::{App, audit, ledger};
use samesky_model::id::AnnouncementId;
use samesky_model::record::{Claim, ClaimDecision, ClaimRecord, ClaimState, RecordKind};
use samesky_store as store;

/// A claim that the reader did not find. Its local name is given by the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewClaim {
    /// The claim, with its place in the text.
    pub claim: Claim,
    /// Why, where the officer says so.
    pub why: Option<String>,
}

impl App {
    /// Adds a claim that stands in the text; it is accepted at once, for the officer read it.
    ///
    /// # Errors
    /// When there is no such announcement, or the place or a field is wrong.
    pub async fn add_claim(
        &self,
        session: &Session,
        id: AnnouncementId,
        new: NewClaim,
    ) -> Result<ClaimRecord, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let text = store::announcement::text(&tx, session.team, id).await?;
        let claims = store::claim::list(&tx, session.team, id).await?;
        let ordinal = claims.iter().map(|claim| claim.ordinal).max().unwrap_or_default() + 1;
        let claim = valid::check(named(new.claim, ordinal), &text.text)?;
        let record = self.added(session, id, ordinal, claim);
        store::claim::insert(&tx, &record).await?;
        let decision = ClaimDecision {
            claim: record.id,
            version: 1,
            state: ClaimState::Accepted,
            current: record.current.clone(),
            stamp: self.stamp(session),
            why: new.why.clone(),
        };
        store::claim::decide(&tx, session.team, &decision, 0).await?;
        let change =
            audit::Change::new("claim.add", RecordKind::Claim, record.id.0).after(&record.current).why(new.why);
        self.append_audit(session, &tx, change).await?;
        ledger::settle(self, session, &tx, id).await?;
        let kept = store::claim::get(&tx, session.team, record.id).await?;
        tx.commit().await?;
        Ok(kept)
    }

    fn added(&self, session: &Session, announcement: AnnouncementId, ordinal: i64, claim: Claim) -> ClaimRecord {
        ClaimRecord {
            id: self.sources.id(),
            team: session.team,
            announcement,
            ordinal,
            version: 0,
            state: ClaimState::Pending,
            original: None,
            current: claim,
            remarks: Vec::new(),
            decided: None,
            why: None,
            record: None,
        }
    }
}

/// `x7` for the seventh claim: no reader gives such a name.
fn named(mut claim: Claim, ordinal: i64) -> Claim {
    let id = format!("x{ordinal}");
    match &mut claim {
        Claim::Event(claim) => claim.id = id,
        Claim::Figure(claim) => claim.id = id,
        Claim::Organisation(claim) => claim.id = id,
        Claim::Project(claim) => claim.id = id,
    }
    claim
}
