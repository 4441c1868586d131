//! Claims under review: lists, decisions, claims that an officer adds.

use super::announcement::Source;
use super::body::Body;
use super::caller::Caller;
use super::claim_document::ClaimDocument;
use super::etag::{Expected, IfMatch, Known, tagged};
use super::parts::{Remark, Stamp, many};
use super::problem::{FieldProblem, Problem};
use super::query::Id;
use super::words::{ClaimKind, ClaimState};
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use samesky_app::ledger::SourceRow as Row;
use samesky_app::review;
use samesky_model::id::{AnnouncementId, ClaimId};
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A claim with the decision taken on it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Claim {
    /// Its identifier.
    id: Uuid,
    /// The announcement that states it.
    announcement: Uuid,
    /// Its place in the list, from 1, in the order of the text.
    ordinal: i64,
    /// Counts the decisions.
    version: i64,
    /// What was decided.
    state: ClaimState,
    /// What it speaks of.
    kind: ClaimKind,
    /// As the reader found it; nothing where an officer added the claim.
    original: Option<ClaimDocument>,
    /// As it stands now.
    current: ClaimDocument,
    /// The reader's remarks.
    remarks: Vec<Remark>,
    /// Who decided last, and when.
    decided: Option<Stamp>,
    /// Why, where the officer said so.
    why: Option<String>,
    /// The event, organisation or project of the ledger that it became.
    record: Option<Uuid>,
}

impl From<record::ClaimRecord> for Claim {
    fn from(kept: record::ClaimRecord) -> Self {
        Self {
            id: kept.id.0,
            announcement: kept.announcement.0,
            ordinal: kept.ordinal,
            version: kept.version,
            state: kept.state.into(),
            kind: kept.current.kind().into(),
            original: kept.original.map(ClaimDocument::from),
            current: kept.current.into(),
            remarks: many(kept.remarks),
            decided: kept.decided.map(Stamp::from),
            why: kept.why,
            record: kept.record,
        }
    }
}

/// The claims of an announcement.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Claims {
    /// All of them, in the order of the text.
    items: Vec<Claim>,
    /// How many.
    total: usize,
}

/// One decision on a claim.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ClaimDecision {
    /// The claim.
    claim: Uuid,
    /// The claim's version after the decision, from 1.
    version: i64,
    /// What was decided.
    state: ClaimState,
    /// What it speaks of.
    kind: ClaimKind,
    /// The claim as it stood after the decision.
    current: ClaimDocument,
    /// Who, and when.
    decided: Stamp,
    /// Why, where the officer said so.
    why: Option<String>,
}

impl From<record::ClaimDecision> for ClaimDecision {
    fn from(made: record::ClaimDecision) -> Self {
        Self {
            claim: made.claim.0,
            version: made.version,
            state: made.state.into(),
            kind: made.current.kind().into(),
            current: made.current.into(),
            decided: made.stamp.into(),
            why: made.why,
        }
    }
}

/// The decisions on a claim.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Decisions {
    /// All of them, oldest first.
    items: Vec<ClaimDecision>,
    /// How many.
    total: usize,
}

/// A claim on which a record rests, with its announcement.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ClaimSource {
    /// The claim.
    claim: Claim,
    /// The announcement that states it.
    source: Source,
}

impl From<Row> for ClaimSource {
    fn from(row: Row) -> Self {
        Self { claim: row.claim.into(), source: row.announcement.into() }
    }
}

/// What is to be decided on a claim. Its schema stands in `claim_schema`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewDecision {
    /// What.
    decision: DecisionWord,
    /// The kind of `claim`, with `correct`.
    kind: Option<ClaimKind>,
    /// The claim as it should stand, with `correct`.
    claim: Option<serde_json::Value>,
    /// Why. Needed where the claim is in the ledger already.
    why: Option<String>,
}

/// What is decided.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum DecisionWord {
    Accept,
    Reject,
    Correct,
    Undo,
}

impl NewDecision {
    fn read(self) -> Result<(review::Decision, Option<String>), FieldProblem> {
        let decision = match self.decision {
            DecisionWord::Accept => review::Decision::Accept,
            DecisionWord::Reject => review::Decision::Reject,
            DecisionWord::Undo => review::Decision::Undo,
            DecisionWord::Correct => {
                let kind = self.kind.ok_or_else(|| missing("kind"))?;
                let claim = ClaimDocument::read(kind, self.claim.ok_or_else(|| missing("claim"))?)?;
                review::Decision::Correct(Box::new(claim))
            }
        };
        Ok((decision, self.why))
    }
}

fn missing(field: &str) -> FieldProblem {
    FieldProblem { field: field.into(), problem: "missing".into(), found: None, detail: "is needed".into() }
}

/// A claim that the reader did not find. Its schema stands in `claim_schema`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewClaim {
    /// What it speaks of.
    kind: ClaimKind,
    /// The claim, with its place in the text.
    claim: serde_json::Value,
    /// Why, where the officer says so.
    why: Option<String>,
}

/// A claim as an officer saw it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Seen {
    /// The claim.
    claim: Uuid,
    /// The version it had, or has now.
    version: i64,
}

/// The claims that the officer saw.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AcceptClear {
    /// With their versions: a claim that somebody else decided on since is left alone.
    seen: Vec<Seen>,
}

/// What came of deciding on many claims at once.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Batch {
    /// The claims decided, with their new versions.
    decided: Vec<Seen>,
    /// The claims left alone because somebody else decided on them in the meantime.
    overtaken: Vec<Uuid>,
}

impl From<review::Batch> for Batch {
    fn from(batch: review::Batch) -> Self {
        let decided = batch.decided.into_iter().map(|(claim, version)| Seen { claim: claim.0, version }).collect();
        Self { decided, overtaken: batch.overtaken.into_iter().map(|claim| claim.0).collect() }
    }
}

/// List the claims of an announcement
///
/// All of them, in the order of the text.
#[utoipa::path(
    get, path = "/announcements/{id}/claims", tag = "claims", params(("id" = Uuid, Path, description = "The announcement.")),
    responses((status = OK, description = "The claims.", body = Claims))
)]
pub(super) async fn list_claims(caller: Caller, Id(id): Id<AnnouncementId>) -> Result<Json<Claims>, Problem> {
    let claims = caller.app().review(&caller.session, id).await?.claims;
    Ok(Json(Claims { total: claims.len(), items: many(claims) }))
}

/// Add a claim to an announcement
///
/// A claim that the reader did not find, with its place in the text. It is accepted at once, for the officer read it.
#[utoipa::path(
    post, path = "/announcements/{id}/claims", tag = "claims", params(("id" = Uuid, Path, description = "The announcement.")),
    request_body = NewClaim,
    responses((status = CREATED, description = "The claim as it is kept.", body = Claim, headers(("Location" = String, description = "The claim's address."), ("ETag" = String, description = "Its version, for If-Match."))))
)]
pub(super) async fn add_claim(
    caller: Caller,
    Id(id): Id<AnnouncementId>,
    Body(new): Body<NewClaim>,
) -> Result<Response, Problem> {
    let claim = ClaimDocument::read(new.kind, new.claim)?;
    let kept = caller.app().add_claim(&caller.session, id, review::NewClaim { claim, why: new.why }).await?;
    Ok(made(kept))
}

/// Accept every clear claim of an announcement
///
/// Accepts the waiting claims that have no remark and stand in no contradicted check, as far as the officer saw them.
#[utoipa::path(
    post, path = "/announcements/{id}/accept-clear", tag = "claims", params(("id" = Uuid, Path, description = "The announcement.")),
    request_body = AcceptClear, responses((status = OK, description = "What was accepted and what was not.", body = Batch))
)]
pub(super) async fn accept_clear_claims(
    caller: Caller,
    Id(id): Id<AnnouncementId>,
    Body(asked): Body<AcceptClear>,
) -> Result<Json<Batch>, Problem> {
    let seen: Vec<_> = asked.seen.into_iter().map(|seen| (ClaimId(seen.claim), seen.version)).collect();
    Ok(Json(caller.app().accept_clear(&caller.session, id, &seen).await?.into()))
}

/// Get a claim
///
/// As the reader found it, and as it stands now.
#[utoipa::path(
    get, path = "/claims/{id}", tag = "claims", params(("id" = Uuid, Path, description = "The claim.")),
    responses((status = OK, description = "The claim.", body = Claim, headers(("ETag" = String, description = "Its version, for If-Match."))))
)]
pub(super) async fn get_claim(caller: Caller, Id(id): Id<ClaimId>, known: Known) -> Result<Response, Problem> {
    let kept = caller.app().claim(&caller.session, id).await?;
    Ok(tagged(&known, kept.version, Claim::from(kept)))
}

/// Decide on a claim
///
/// Accept it as read, correct it (the original stays visible), reject it, or take the last decision back. What follows
/// for the ledger is done in the same transaction.
#[utoipa::path(
    patch, path = "/claims/{id}", tag = "claims", params(("id" = Uuid, Path, description = "The claim."), IfMatch),
    request_body = NewDecision,
    responses((status = OK, description = "The claim as it stands now.", body = Claim, headers(("ETag" = String, description = "Its version, for If-Match."))))
)]
pub(super) async fn decide_claim(
    caller: Caller,
    Id(id): Id<ClaimId>,
    Expected(version): Expected,
    Body(asked): Body<NewDecision>,
) -> Result<Response, Problem> {
    let (decision, why) = asked.read()?;
    let decided = caller.app().decide(&caller.session, id, version, decision, why).await;
    let kept = decided.map_err(Problem::of_change)?;
    Ok(tagged(&Known::nothing(), kept.version, Claim::from(kept)))
}

/// List the decisions on a claim
///
/// All of them, oldest first. Decisions are only ever added; an undo adds the state before.
#[utoipa::path(
    get, path = "/claims/{id}/decisions", tag = "claims", params(("id" = Uuid, Path, description = "The claim.")),
    responses((status = OK, description = "The decisions.", body = Decisions))
)]
pub(super) async fn list_decisions(caller: Caller, Id(id): Id<ClaimId>) -> Result<Json<Decisions>, Problem> {
    let made = caller.app().decisions(&caller.session, id).await?;
    Ok(Json(Decisions { total: made.len(), items: many(made) }))
}

/// 201 with the claim and its address.
pub(super) fn made(kept: record::ClaimRecord) -> Response {
    let location = format!("/api/v1/claims/{}", kept.id);
    let tagged = tagged(&Known::nothing(), kept.version, Claim::from(kept));
    (StatusCode::CREATED, [(header::LOCATION, location)], tagged).into_response()
}
