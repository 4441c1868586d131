//! Publishing: one officer asks, another confirms, and everybody sees what was confirmed, word for word, until somebody
//! confirms another edition or it is withdrawn (docs/decisions says why).

mod public;
mod queue;

pub use public::{PublicFilter, PublicRecord};
pub use queue::{Published, Request, Requests};

use crate::access::{Action, Session, Who};
use crate::error::AppError;
use crate::sharing::{action, content_of, digest, record_kind, state_of};
use crate::{App, audit};
use samesky_model::id::{AccountId, EditionId, PublicationId};
use samesky_model::record::{Edition, EditionState, Publication, RecordRef, RecordState};
use samesky_store as store;
use samesky_store::publication::edition;

/// How long a reason may be, in characters.
const LONGEST: usize = 2_000;

impl App {
    /// Asks to publish a record of the own team as it is now.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Invalid`] when it rests on no claim any more, when a request waits already, or
    /// when just this is published already.
    pub async fn ask_to_publish(
        &self,
        session: &Session,
        record: RecordRef,
        why: Option<String>,
    ) -> Result<Edition, AppError> {
        session.may(Action::Publish)?;
        let why = reason("why", why)?;
        let tx = self.store.write().await?;
        if state_of(&tx, session.team, record).await? != RecordState::Active {
            return Err(AppError::invalid("record", "record-withdrawn"));
        }
        let content = content_of(&tx, session.team, record).await?;
        let publication = self.address_of(session, &tx, record).await?;
        let before = edition::of(&tx, publication.id).await?;
        let digest = digest(&content);
        may_ask(&publication, &before, &digest)?;
        let edition = Edition {
            id: self.sources.id(),
            publication: publication.id,
            team: session.team,
            number: before.first().map_or(1, |last| last.number + 1),
            state: EditionState::Waiting,
            content,
            digest,
            requested: self.stamp(session),
            requester: account_of(session),
            why,
            decided: None,
            decided_for: None,
            reason: None,
        };
        edition::insert(&tx, &edition).await?;
        self.note(session, &tx, &publication, &edition, ("publish-ask", edition.why.clone())).await?;
        tx.commit().await?;
        Ok(edition)
    }

    /// Lets everybody see what somebody else asked to publish.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a request out of reach; [`AppError::Invalid`] with `own-request`;
    /// [`AppError::Conflict`] when it was decided already.
    pub async fn confirm(&self, session: &Session, id: EditionId) -> Result<Publication, AppError> {
        let (tx, before, publication) = self.to_decide(session, id).await?;
        let edition = Edition { state: EditionState::Published, ..self.decided(session, before, None) };
        edition::decide(&tx, &edition).await?;
        let after = Publication {
            version: publication.version + 1,
            edition: Some(edition.number),
            changed_at: self.sources.now(),
            withdrawn: None,
            withdrawn_why: None,
            ..publication.clone()
        };
        store::publication::update(&tx, &after, Some(&edition.content), publication.version).await?;
        self.note(session, &tx, &after, &edition, ("publish-confirm", None)).await?;
        tx.commit().await?;
        Ok(after)
    }

    /// Says no to what somebody else asked to publish.
    ///
    /// # Errors
    /// As [`App::confirm`]; [`AppError::Invalid`] without a reason.
    pub async fn refuse(&self, session: &Session, id: EditionId, why: Option<String>) -> Result<(), AppError> {
        let why = reason("why", why)?.ok_or_else(|| AppError::invalid("why", "reason-missing"))?;
        let (tx, before, publication) = self.to_decide(session, id).await?;
        let edition = Edition { state: EditionState::Refused, ..self.decided(session, before, Some(why.clone())) };
        edition::decide(&tx, &edition).await?;
        self.note(session, &tx, &publication, &edition, ("publish-refuse", Some(why))).await?;
        Ok(tx.commit().await?)
    }

    /// Takes a request of the own team back before anybody decided.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Conflict`] when it was decided already.
    pub async fn take_back(&self, session: &Session, id: EditionId, why: Option<String>) -> Result<(), AppError> {
        session.may(Action::Publish)?;
        let why = reason("why", why)?;
        let tx = self.store.write().await?;
        let before = edition::get(&tx, id).await?;
        if before.team != session.team {
            return Err(AppError::NotFound { kind: "edition" });
        }
        waits(&before)?;
        let publication = store::publication::get(&tx, before.publication).await?;
        let edition = Edition { state: EditionState::TakenBack, ..self.decided(session, before, why.clone()) };
        edition::decide(&tx, &edition).await?;
        self.note(session, &tx, &publication, &edition, ("publish-take-back", why)).await?;
        Ok(tx.commit().await?)
    }

    /// Lets nobody see any more what the own team published. Its address stays, and answers as if nothing had been there.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for what the own team did not publish or withdrew already; [`AppError::Invalid`] without a
    /// reason.
    pub async fn withdraw(&self, session: &Session, id: PublicationId, why: Option<String>) -> Result<(), AppError> {
        session.may(Action::Publish)?;
        let why = reason("why", why)?.ok_or_else(|| AppError::invalid("why", "reason-missing"))?;
        let tx = self.store.write().await?;
        let before = store::publication::get(&tx, id).await?;
        if before.team != session.team || before.edition.is_none() {
            return Err(AppError::NotFound { kind: "publication" });
        }
        let after = Publication {
            version: before.version + 1,
            edition: None,
            changed_at: self.sources.now(),
            withdrawn: Some(self.stamp(session)),
            withdrawn_why: Some(why.clone()),
            ..before.clone()
        };
        store::publication::update(&tx, &after, None, before.version).await?;
        let change = change("publish-withdraw", before.record).before(&before).after(&after).why(Some(why));
        self.append_audit(session, &tx, change.of_team(before.team)).await?;
        Ok(tx.commit().await?)
    }

    /// The address of a record, made where it has none yet.
    async fn address_of(&self, session: &Session, tx: &store::Tx, record: RecordRef) -> Result<Publication, AppError> {
        if let Some(known) = store::publication::of_record(tx, session.team, record).await? {
            return Ok(known);
        }
        let new = Publication {
            id: self.sources.id(),
            team: session.team,
            record,
            version: 1,
            edition: None,
            changed_at: self.sources.now(),
            withdrawn: None,
            withdrawn_why: None,
        };
        store::publication::insert(tx, &new).await?;
        Ok(new)
    }

    /// A request that waits for the session's decision.
    async fn to_decide(&self, session: &Session, id: EditionId) -> Result<(store::Tx, Edition, Publication), AppError> {
        session.may(Action::Confirm)?;
        let tx = self.store.write().await?;
        let edition = edition::get(&tx, id).await?;
        self.reaches(session, &tx, edition.team).await.map_err(hidden)?;
        if edition.requester.is_some() && edition.requester == account_of(session) {
            return Err(AppError::invalid("edition", "own-request"));
        }
        waits(&edition)?;
        let publication = store::publication::get(&tx, edition.publication).await?;
        Ok((tx, edition, publication))
    }

    fn decided(&self, session: &Session, edition: Edition, reason: Option<String>) -> Edition {
        Edition { decided: Some(self.stamp(session)), decided_for: Some(session.team), reason, ..edition }
    }

    async fn note(
        &self,
        session: &Session,
        tx: &store::Tx,
        publication: &Publication,
        edition: &Edition,
        (what, why): (&str, Option<String>),
    ) -> Result<(), AppError> {
        let shown = Shown {
            publication: publication.id,
            edition: edition.number,
            state: edition.state,
            digest: &edition.digest,
        };
        let change = change(what, publication.record).of_team(publication.team).after(&shown).why(why);
        self.append_audit(session, tx, change).await
    }
}

fn change(what: &str, record: RecordRef) -> audit::Change {
    audit::Change::new(action(record, what), record_kind(record.kind), record.id)
}

fn may_ask(publication: &Publication, before: &[Edition], digest: &str) -> Result<(), AppError> {
    if before.iter().any(|edition| edition.state == EditionState::Waiting) {
        return Err(AppError::invalid("record", "publication-waits"));
    }
    let seen = before.iter().find(|edition| Some(edition.number) == publication.edition);
    if seen.is_some_and(|edition| edition.digest == digest) {
        return Err(AppError::invalid("record", "publication-same"));
    }
    Ok(())
}

/// A request out of reach answers as one that is not there.
fn hidden(error: AppError) -> AppError {
    match error {
        AppError::NotFound { .. } | AppError::Forbidden { .. } => AppError::NotFound { kind: "edition" },
        other => other,
    }
}

fn waits(edition: &Edition) -> Result<(), AppError> {
    if edition.state == EditionState::Waiting {
        return Ok(());
    }
    let by = edition.decided.as_ref().map(|stamp| stamp.by.clone()).unwrap_or_default();
    let at = edition.decided.as_ref().map(|stamp| stamp.at);
    Err(AppError::Conflict { kind: "edition", by, at, version: edition.number })
}

/// The account that asks, also by way of a token.
pub(crate) const fn account_of(session: &Session) -> Option<AccountId> {
    match session.who {
        Who::Account { id, .. } => Some(id),
        Who::Token { account, .. } => Some(account),
        Who::Nobody | Who::Local | Who::Program => None,
    }
}

fn reason(field: &str, why: Option<String>) -> Result<Option<String>, AppError> {
    let why = why.map(|why| why.trim().to_owned()).filter(|why| !why.is_empty());
    match &why {
        Some(text) if text.chars().count() > LONGEST => Err(AppError::invalid(field, "reason-too-long")),
        _ => Ok(why),
    }
}

/// An edition as the audit keeps it: its content stands in the edition, which nobody changes.
#[derive(serde::Serialize)]
struct Shown<'a> {
    publication: PublicationId,
    edition: i64,
    state: EditionState,
    digest: &'a str,
}
