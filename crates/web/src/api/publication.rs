//! Publishing: requests, decisions on them, what is published, and what everybody sees.

use super::body::Body;
use super::caller::Caller;
use super::content::Content;
use super::page::{List, PageParams};
use super::parts::Stamp;
use super::problem::Problem;
use super::query::{Id, Listing};
use super::scalar::Instant;
use super::sharing::Record;
use super::team::TeamNames;
use super::words::{EditionState, Shareable};
use crate::state::WebState;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use samesky_app::publishing::{self, PublicFilter, PublicRecord, Requests};
use samesky_app::{AppError, Standing};
use samesky_model::id::{EditionId, PublicationId, TeamId};
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// A request to publish: what is to be seen, word for word, and what became of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublicationRequest {
    /// Its identifier.
    id: Uuid,
    /// The address it is for.
    publication: Uuid,
    /// The team that asks.
    team: Uuid,
    /// 1, 2, 3, … under this address.
    edition: i64,
    /// What became of it.
    state: EditionState,
    /// What is to be seen.
    content: Content,
    /// SHA-256 of the content, hexadecimal.
    digest: String,
    /// Who asked, and when.
    requested: Stamp,
    /// Why it is to be published.
    why: Option<String>,
    /// Who decided, and when.
    decided: Option<Stamp>,
    /// The team on whose behalf it was decided.
    decided_for: Option<Uuid>,
    /// Why it was refused or taken back.
    reason: Option<String>,
}

impl From<record::Edition> for PublicationRequest {
    fn from(kept: record::Edition) -> Self {
        Self {
            id: kept.id.0,
            publication: kept.publication.0,
            team: kept.team.0,
            edition: kept.number,
            state: kept.state.into(),
            content: kept.content.into(),
            digest: kept.digest,
            requested: kept.requested.into(),
            why: kept.why,
            decided: kept.decided.map(Stamp::from),
            decided_for: kept.decided_for.map(|team| team.0),
            reason: kept.reason,
        }
    }
}

impl From<publishing::Request> for PublicationRequest {
    fn from(found: publishing::Request) -> Self {
        found.edition.into()
    }
}

/// The address under which a record is published, now or before.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Publication {
    /// Its identifier; its page is `/public/` and this.
    id: Uuid,
    /// What kind of record.
    record_kind: Shareable,
    /// The record.
    record: Uuid,
    /// Counts the changes.
    version: i64,
    /// The number of the edition that everybody sees; nothing while there is none.
    edition: Option<i64>,
    /// Whether the record says something else today than what everybody sees.
    changed_since: bool,
    /// When it was last confirmed or withdrawn.
    changed_at: Instant,
    /// Who withdrew it, and when.
    withdrawn: Option<Stamp>,
    /// Why it was withdrawn.
    withdrawn_why: Option<String>,
}

impl From<publishing::Published> for Publication {
    fn from(found: publishing::Published) -> Self {
        let changed = found.changed;
        let kept = found.publication;
        Self {
            id: kept.id.0,
            record_kind: kept.record.kind.into(),
            record: kept.record.id,
            version: kept.version,
            edition: kept.edition,
            changed_since: changed,
            changed_at: kept.changed_at.into(),
            withdrawn: kept.withdrawn.map(Stamp::from),
            withdrawn_why: kept.withdrawn_why,
        }
    }
}

/// How a record stands in public.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublicStanding {
    /// Its address, where it was ever asked to be published.
    publication: Option<Publication>,
    /// The request that waits.
    waiting: Option<PublicationRequest>,
}

/// Something that everybody sees.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublicDocument {
    /// Its identifier; its page is `/public/` and this.
    id: Uuid,
    /// What kind of record.
    record_kind: Shareable,
    /// The team that published it.
    team: PublicTeam,
    /// The number of the edition.
    edition: i64,
    /// When it was confirmed.
    published_at: Instant,
    /// What it says.
    content: Content,
}

/// A team as everybody knows it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublicTeam {
    /// Its identifier.
    id: Uuid,
    /// Its names.
    names: TeamNames,
}

impl From<PublicRecord> for PublicDocument {
    fn from(found: PublicRecord) -> Self {
        Self {
            id: found.publication.id.0,
            record_kind: found.publication.record.kind.into(),
            team: PublicTeam { id: found.team.id.0, names: found.team.names.into() },
            edition: found.edition.number,
            published_at: found.publication.changed_at.into(),
            content: found.edition.content.into(),
        }
    }
}

/// Why something is done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Why {
    /// Why.
    why: Option<String>,
}

/// What to do with a request.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Verb {
    /// Let everybody see it. Not by whoever asked for it.
    Confirm,
    /// Say no, with a reason. Not by whoever asked for it.
    Refuse,
    /// Take it back, by the team that asked.
    TakeBack,
}

/// A decision on a request.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PublicationDecision {
    /// What to do.
    decision: Verb,
    /// Why.
    why: Option<String>,
}

/// Which requests.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Which {
    /// Those of the own team, whatever became of them.
    #[default]
    Own,
    /// Those that wait for this account's confirmation, of the own team and of those below it.
    ToConfirm,
}

/// Which requests.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct RequestQuery {
    /// Whose.
    #[param(inline)]
    which: Option<Which>,
}

/// What everybody sees of a publication.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Seen {
    /// Everybody sees it.
    #[default]
    Public,
    /// It was withdrawn.
    Withdrawn,
}

/// Which publications.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct PublicationQuery {
    /// Whether everybody sees it.
    #[param(inline)]
    standing: Option<Seen>,
}

/// Which published records.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct PublicQuery {
    /// Of this kind.
    kind: Option<Shareable>,
    /// Words in a name or a place; case does not matter.
    text: Option<String>,
    /// Published by this team.
    team: Option<Uuid>,
}

/// Get how a record stands in public
///
/// Its address, whether it has changed since it was confirmed, and the request that waits.
#[utoipa::path(
    get, path = "/records/{kind}/{id}/publication", tag = "publishing",
    params(("kind" = Shareable, Path, description = "What kind of record."), ("id" = Uuid, Path, description = "The record.")),
    responses((status = OK, description = "Its address, and the request that waits.", body = PublicStanding))
)]
pub(super) async fn get_standing(caller: Caller, Record(record): Record) -> Result<Json<PublicStanding>, Problem> {
    let (published, waiting) = caller.app().publication_of(&caller.session, record).await?;
    Ok(Json(PublicStanding {
        publication: published.map(Publication::from),
        waiting: waiting.map(PublicationRequest::from),
    }))
}

/// Ask to publish a record
///
/// As it is now. Somebody else of the team, or of a team above it, has to confirm.
#[utoipa::path(
    post, path = "/records/{kind}/{id}/publication", tag = "publishing",
    params(("kind" = Shareable, Path, description = "What kind of record."), ("id" = Uuid, Path, description = "The record.")),
    request_body = Why, responses((status = CREATED, description = "It waits.", body = PublicationRequest))
)]
pub(super) async fn ask_to_publish(
    caller: Caller,
    Record(record): Record,
    Body(body): Body<Why>,
) -> Result<(StatusCode, Json<PublicationRequest>), Problem> {
    let asked = caller.app().ask_to_publish(&caller.session, record, body.why).await?;
    Ok((StatusCode::CREATED, Json(asked.into())))
}

/// List requests to publish
///
/// The latest first.
#[utoipa::path(
    get, path = "/publication-requests", tag = "publishing", params(PageParams, RequestQuery),
    responses((status = OK, description = "One page of requests.", body = List<PublicationRequest>))
)]
pub(super) async fn list_requests(caller: Caller, listing: Listing<RequestQuery>) -> Result<Response, Problem> {
    let which = match listing.filter.which.unwrap_or_default() {
        Which::Own => Requests::Own,
        Which::ToConfirm => Requests::ToConfirm,
    };
    let found = caller.app().requests(&caller.session, which, &listing.paging.page).await?;
    Ok(listing.paging.answer::<_, PublicationRequest>(found))
}

/// Get a request to publish
///
/// Of the own team, or of one below it for those who may confirm.
#[utoipa::path(
    get, path = "/publication-requests/{id}", tag = "publishing", params(("id" = Uuid, Path, description = "The request.")),
    responses((status = OK, description = "The request.", body = PublicationRequest))
)]
pub(super) async fn get_request(caller: Caller, Id(id): Id<EditionId>) -> Result<Json<PublicationRequest>, Problem> {
    Ok(Json(caller.app().request(&caller.session, id).await?.into()))
}

/// Decide on a request to publish
///
/// Confirming and refusing need somebody who signed in; a token may only take back.
#[utoipa::path(
    post, path = "/publication-requests/{id}/decision", tag = "publishing",
    params(("id" = Uuid, Path, description = "The request.")), request_body = PublicationDecision,
    responses((status = OK, description = "The request as it is now.", body = PublicationRequest),
        (status = CONFLICT, description = "Somebody decided first.", body = super::problem::Document, content_type = "application/problem+json"))
)]
pub(super) async fn decide_request(
    caller: Caller,
    Id(id): Id<EditionId>,
    Body(body): Body<PublicationDecision>,
) -> Result<Json<PublicationRequest>, Problem> {
    let (app, session) = (caller.app(), &caller.session);
    match body.decision {
        Verb::Confirm => app.confirm(session, id).await.map(|_| ())?,
        Verb::Refuse => app.refuse(session, id, body.why).await?,
        Verb::TakeBack => app.take_back(session, id, body.why).await?,
    }
    Ok(Json(app.request(session, id).await?.into()))
}

/// List what the own team published
///
/// The last changed first.
#[utoipa::path(
    get, path = "/publications", tag = "publishing", params(PageParams, PublicationQuery),
    responses((status = OK, description = "One page of publications.", body = List<Publication>))
)]
pub(super) async fn list_publications(caller: Caller, listing: Listing<PublicationQuery>) -> Result<Response, Problem> {
    let standing = match listing.filter.standing.unwrap_or_default() {
        Seen::Public => Standing::Public,
        Seen::Withdrawn => Standing::Withdrawn,
    };
    let found = caller.app().publications(&caller.session, standing, &listing.paging.page).await?;
    Ok(listing.paging.answer::<_, Publication>(found))
}

/// Withdraw what was published
///
/// Its address stays, and answers as if nothing had been there.
#[utoipa::path(
    post, path = "/publications/{id}/withdraw", tag = "publishing",
    params(("id" = Uuid, Path, description = "The publication.")), request_body = Why,
    responses((status = NO_CONTENT, description = "Nobody sees it any more."))
)]
pub(super) async fn withdraw(
    caller: Caller,
    Id(id): Id<PublicationId>,
    Body(body): Body<Why>,
) -> Result<StatusCode, Problem> {
    caller.app().withdraw(&caller.session, id, body.why).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// List what is published
///
/// The last confirmed first. Nobody needs to sign in.
#[utoipa::path(
    get, path = "/public", tag = "public", params(PageParams, PublicQuery),
    responses((status = OK, description = "One page of published records.", body = List<PublicDocument>))
)]
pub(super) async fn list_public(
    State(state): State<WebState>,
    listing: Listing<PublicQuery>,
) -> Result<Response, Problem> {
    let PublicQuery { kind, text, team } = listing.filter;
    let text_contains = text.filter(|text| !text.is_empty());
    let filter = PublicFilter { kind: kind.map(|kind| kind.0), text_contains, team: team.map(TeamId) };
    let found = state.app().public_records(&filter, &listing.paging.page).await?;
    Ok(open(listing.paging.answer::<_, PublicDocument>(found)))
}

/// Get a published record
///
/// Nobody needs to sign in. One that was withdrawn and one that never was answer alike.
#[utoipa::path(
    get, path = "/public/{id}", tag = "public", params(("id" = Uuid, Path, description = "The publication.")),
    responses((status = OK, description = "The record as it was confirmed.", body = PublicDocument))
)]
pub(super) async fn get_public(State(state): State<WebState>, Id(id): Id<PublicationId>) -> Result<Response, Problem> {
    let found = state.app().public_record(id).await.map_err(|error| match error {
        AppError::NotFound { .. } => AppError::NotFound { kind: "publication" },
        other => other,
    })?;
    Ok(open(Json(PublicDocument::from(found)).into_response()))
}

/// The same for everybody; whoever keeps it asks again each time.
fn open(mut answer: Response) -> Response {
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    answer
}
