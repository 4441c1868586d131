//! Organisations that may be one: pairs to be answered, candidates for a name, the record of a claim; and taking a record apart.

use super::body::Body;
use super::caller::Caller;
use super::etag::{Expected, IfMatch};
use super::organisation::Organisation;
use super::organisation_merge::OrganisationMerge;
use super::page::{List, PageParams};
use super::parts::{Stamp, many};
use super::problem::Problem;
use super::query::{Id, Listing};
use super::scalar::Instant;
use super::words::{PairAnswer, PairVerdict};
use axum::Json;
use axum::response::Response;
use samesky_app::ledger::{ClaimLink, Link};
use samesky_app::organisations::duplicates::Duplicate;
use samesky_app::organisations::merge::Splitting;
use samesky_app::organisations::{self as app, Party};
use samesky_model::id::{ClaimId, OrganisationId};
use samesky_model::record;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// What speaks for or against two organisations being one.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LikenessEvidence {
    /// What was found.
    #[schema(example = "same-core")]
    code: String,
    /// The first argument; empty where there is none.
    a: String,
    /// The second argument; empty where there is none.
    b: String,
}

impl From<record::EvidenceNote> for LikenessEvidence {
    fn from(record::EvidenceNote { code, a, b }: record::EvidenceNote) -> Self {
        Self { code, a, b }
    }
}

/// An organisation that may be meant.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganisationCandidate {
    /// The organisation.
    organisation: Organisation,
    /// What the comparison says.
    verdict: PairVerdict,
    /// How near to one record, in thousandths.
    score: i64,
    /// What speaks for and against, the weightiest first.
    evidence: Vec<LikenessEvidence>,
}

impl From<app::Candidate> for OrganisationCandidate {
    fn from(found: app::Candidate) -> Self {
        Self {
            organisation: found.record.into(),
            verdict: found.verdict.into(),
            score: found.score,
            evidence: many(found.evidence),
        }
    }
}

/// Candidates, the nearest first.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganisationCandidates {
    /// The candidates.
    items: Vec<OrganisationCandidate>,
}

/// Two organisations that may be one record.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganisationPair {
    /// The one.
    one: Organisation,
    /// The other.
    other: Organisation,
    /// What the comparison says.
    verdict: PairVerdict,
    /// How near to one record, in thousandths.
    score: i64,
    /// What speaks for and against.
    evidence: Vec<LikenessEvidence>,
    /// What an officer says.
    answer: PairAnswer,
    /// Who said so, and when.
    answered: Option<Stamp>,
    /// When it was found.
    found: Instant,
}

impl From<Duplicate> for OrganisationPair {
    fn from(Duplicate { pair, one, other }: Duplicate) -> Self {
        Self {
            one: one.into(),
            other: other.into(),
            verdict: pair.verdict.into(),
            score: pair.score,
            evidence: many(pair.evidence),
            answer: pair.answer.into(),
            answered: pair.answered.map(Stamp::from),
            found: pair.found.into(),
        }
    }
}

/// Which pairs.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct PairQuery {
    /// With this answer; those without one where nothing is said.
    answer: Option<PairAnswer>,
}

/// What two organisations are to one another.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PairAnswerRequest {
    /// The one.
    one: Uuid,
    /// The other.
    other: Uuid,
    /// `apart`: they are two and stay two.
    answer: PairAnswer,
    /// Why.
    why: Option<String>,
}

/// An answer that was kept.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PairAnswered {
    /// The one.
    one: Uuid,
    /// The other.
    other: Uuid,
    /// The answer.
    answer: PairAnswer,
}

/// How far the search has come.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DuplicatesLooked {
    /// Organisations that were looked at now.
    looked: i64,
    /// Organisations that nobody looked at since they were made or changed.
    left: i64,
}

/// An organisation as somebody writes it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenOrganisation {
    /// Its names, in any language.
    names: Vec<String>,
    /// Its numbers by scheme.
    #[serde(default)]
    identifiers: BTreeMap<String, String>,
    /// Where it is, in words.
    place: Option<String>,
}

/// The record of a claim of an organisation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ClaimOrganisation {
    /// The organisation that it is linked to, or would be; none where one is or would be made.
    organisation: Option<Organisation>,
    /// Whether it is linked already.
    linked: bool,
    /// Whether an officer chose.
    chosen: bool,
    /// Whether it waits for a choice: its name belongs to organisations of which an officer said that they are not the same.
    unclear: bool,
    /// What else it may be, the nearest first.
    candidates: Vec<OrganisationCandidate>,
}

impl From<ClaimLink> for ClaimOrganisation {
    fn from(link: ClaimLink) -> Self {
        Self {
            organisation: link.record.map(Organisation::from),
            linked: link.is_linked,
            chosen: link.is_chosen,
            unclear: link.is_unclear,
            candidates: many(link.candidates),
        }
    }
}

/// Which record a claim is to have. With neither, whatever has its name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ClaimOrganisationChoice {
    /// This organisation.
    organisation: Option<Uuid>,
    /// A new one.
    #[serde(default)]
    new: bool,
}

/// What is taken out of an organisation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SplitRequest {
    /// Its values, by their place in `values`, from 0.
    #[serde(default)]
    values: BTreeSet<usize>,
    /// Claims that are linked to it.
    #[serde(default)]
    claims: BTreeSet<Uuid>,
    /// Why.
    why: Option<String>,
}

/// List pairs of organisations that may be one
///
/// The nearest first. Only organisations of the own team are compared.
#[utoipa::path(
    get, path = "/organisation-pairs", tag = "organisations", params(PageParams, PairQuery),
    responses((status = OK, description = "One page of pairs.", body = List<OrganisationPair>))
)]
pub(super) async fn list_organisation_pairs(caller: Caller, listing: Listing<PairQuery>) -> Result<Response, Problem> {
    let answer = listing.filter.answer.map_or(record::PairAnswer::Open, |word| word.0);
    let found = caller.app().duplicates(&caller.session, answer, &listing.paging.page).await?;
    Ok(listing.paging.answer::<_, OrganisationPair>(found))
}

/// Say what two organisations are to one another
///
/// Also of two that were not found by the search.
#[utoipa::path(
    post, path = "/organisation-pairs", tag = "organisations", request_body = PairAnswerRequest,
    responses((status = OK, description = "The answer is kept.", body = PairAnswered))
)]
pub(super) async fn answer_organisation_pair(
    caller: Caller,
    Body(said): Body<PairAnswerRequest>,
) -> Result<Json<PairAnswered>, Problem> {
    let pair = (OrganisationId(said.one), OrganisationId(said.other));
    let kept = caller.app().answer_duplicate(&caller.session, pair, said.answer.0, said.why).await?;
    Ok(Json(PairAnswered { one: kept.one.0, other: kept.other.0, answer: kept.answer.into() }))
}

/// Look for organisations that may be one
///
/// Compares up to 1000 that are new or were changed with those that share something with them.
#[utoipa::path(
    post, path = "/organisation-pairs/look", tag = "organisations",
    responses((status = OK, description = "How far it came.", body = DuplicatesLooked))
)]
pub(super) async fn look_for_organisation_pairs(caller: Caller) -> Result<Json<DuplicatesLooked>, Problem> {
    let done = caller.app().look_for_duplicates(&caller.session, 1_000).await?;
    Ok(Json(DuplicatesLooked { looked: done.looked, left: done.left }))
}

/// Find the organisations that may be meant
///
/// For a name that is being entered. Only organisations of the own team are told.
#[utoipa::path(
    post, path = "/organisations/candidates", tag = "organisations", request_body = WrittenOrganisation,
    responses((status = OK, description = "The candidates.", body = OrganisationCandidates))
)]
pub(super) async fn find_organisation_candidates(
    caller: Caller,
    Body(written): Body<WrittenOrganisation>,
) -> Result<Json<OrganisationCandidates>, Problem> {
    let WrittenOrganisation { names, identifiers, place } = written;
    let found = caller.app().likely_organisations(&caller.session, Party { names, identifiers, place }).await?;
    Ok(Json(OrganisationCandidates { items: many(found) }))
}

/// Get the organisation of a claim
///
/// The one that it is or would be linked to, and what else it may be.
#[utoipa::path(
    get, path = "/claims/{id}/organisation", tag = "claims", params(("id" = Uuid, Path, description = "A claim of an organisation.")),
    responses((status = OK, description = "The organisation and the candidates.", body = ClaimOrganisation))
)]
pub(super) async fn get_claim_organisation(
    caller: Caller,
    Id(id): Id<ClaimId>,
) -> Result<Json<ClaimOrganisation>, Problem> {
    Ok(Json(caller.app().claim_link(&caller.session, id).await?.into()))
}

/// Choose the organisation of a claim
///
/// Before or after it is decided.
#[utoipa::path(
    put, path = "/claims/{id}/organisation", tag = "claims", params(("id" = Uuid, Path, description = "A claim of an organisation.")),
    request_body = ClaimOrganisationChoice,
    responses((status = OK, description = "As it is now.", body = ClaimOrganisation))
)]
pub(super) async fn choose_claim_organisation(
    caller: Caller,
    Id(id): Id<ClaimId>,
    Body(choice): Body<ClaimOrganisationChoice>,
) -> Result<Json<ClaimOrganisation>, Problem> {
    let link = match (choice.organisation, choice.new) {
        (Some(organisation), _) => Link::To(OrganisationId(organisation)),
        (None, true) => Link::New,
        (None, false) => Link::ByName,
    };
    caller.app().choose_organisation(&caller.session, id, link).await?;
    Ok(Json(caller.app().claim_link(&caller.session, id).await?.into()))
}

/// Split an organisation
///
/// What is picked becomes a record of its own and stays there.
#[utoipa::path(
    post, path = "/organisations/{id}/split", tag = "organisations",
    params(("id" = Uuid, Path, description = "The organisation that is split."), IfMatch), request_body = SplitRequest,
    responses((status = OK, description = "The split.", body = OrganisationMerge))
)]
pub(super) async fn split_organisation(
    caller: Caller,
    Id(id): Id<OrganisationId>,
    Expected(version): Expected,
    Body(said): Body<SplitRequest>,
) -> Result<Json<OrganisationMerge>, Problem> {
    let claims = said.claims.into_iter().map(ClaimId).collect();
    let splitting = Splitting { facts: said.values, claims, why: said.why };
    let split = caller.app().split_organisation(&caller.session, (id, version), splitting).await;
    Ok(Json(split.map_err(Problem::of_change)?.into()))
}
