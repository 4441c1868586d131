//! Records shown to other teams, and records that other teams show.

use super::body::Body;
use super::caller::Caller;
use super::content::{Content, PublicFigure, PublicSource};
use super::parts::{Stamp, many};
use super::problem::{Kind, Problem};
use super::query::Id;
use super::team::Team;
use super::words::{RecordState, Shareable};
use axum::Json;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use samesky_app::AppError;
use samesky_app::sharing::{self, ShareWith, SharedWith};
use samesky_model::id::{FigureId, TeamId};
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A record from the address: its kind and its identifier. What is neither names no record.
pub(super) struct Record(pub(super) record::RecordRef);

impl<S: Send + Sync> FromRequestParts<S> for Record {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let unknown = || Problem::new(Kind::NotFound, "there is no record with this identifier");
        let path = Path::<Vec<(String, String)>>::from_request_parts(parts, state).await.map_err(|_| unknown())?;
        let named = |name: &str| path.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let kind = named("kind").and_then(|kind| kind.parse().ok()).ok_or_else(unknown)?;
        let id = named("id").and_then(|id| id.parse().ok()).ok_or_else(unknown)?;
        Ok(Self(record::RecordRef { kind, id }))
    }
}

/// A record is shown to a team.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Share {
    /// The team that sees it.
    with: Team,
    /// Who shared it, and when.
    made: Stamp,
}

impl From<SharedWith> for Share {
    fn from(found: SharedWith) -> Self {
        Self { with: found.team.into(), made: found.share.made.into() }
    }
}

/// With whom to share a record: one of both.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewShare {
    /// The team that is to see it.
    with: Option<Uuid>,
    /// `true`: the team above the own one.
    #[serde(default)]
    parent: bool,
}

impl NewShare {
    fn target(&self) -> Result<ShareWith, AppError> {
        match (self.with, self.parent) {
            (Some(team), false) => Ok(ShareWith::Team(TeamId(team))),
            (None, true) => Ok(ShareWith::Parent),
            _ => Err(AppError::invalid("with", "share-target")),
        }
    }
}

/// A record that another team shares.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SharedRecord {
    /// What kind.
    record_kind: Shareable,
    /// Its identifier.
    id: Uuid,
    /// The team that shares it.
    owner: Team,
    /// Whether it still rests on an accepted claim of that team.
    state: RecordState,
    /// What it says.
    content: Content,
    /// The text, where it is an announcement.
    text: Option<String>,
}

impl From<sharing::SharedRecord> for SharedRecord {
    fn from(found: sharing::SharedRecord) -> Self {
        Self {
            record_kind: found.record.kind.into(),
            id: found.record.id,
            owner: found.owner.into(),
            state: found.state.into(),
            content: found.content.into(),
            text: found.text.map(|text| text.text),
        }
    }
}

/// A figure that another team shares.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SharedFigure {
    /// Its identifier.
    id: Uuid,
    /// The team that shares it.
    owner: Team,
    /// The figure with its words.
    figure: PublicFigure,
    /// The announcements whose words they are.
    sources: Vec<PublicSource>,
}

/// How many records of a kind other teams share.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SharedCount {
    /// The kind.
    record_kind: Shareable,
    /// How many.
    count: i64,
}

/// List the teams a record can be shared with
///
/// All but the own one.
#[utoipa::path(get, path = "/teams", tag = "sharing", responses((status = OK, description = "The teams.", body = Vec<Team>)))]
pub(super) async fn list_teams(caller: Caller) -> Result<Json<Vec<Team>>, Problem> {
    Ok(Json(many(caller.app().other_teams(&caller.session).await?)))
}

/// List who sees a record
///
/// The teams that a record of the own team is shared with.
#[utoipa::path(
    get, path = "/records/{kind}/{id}/shares", tag = "sharing",
    params(("kind" = Shareable, Path, description = "What kind of record."), ("id" = Uuid, Path, description = "The record.")),
    responses((status = OK, description = "The teams.", body = Vec<Share>))
)]
pub(super) async fn list_shares(caller: Caller, Record(record): Record) -> Result<Json<Vec<Share>>, Problem> {
    Ok(Json(many(caller.app().shares(&caller.session, record).await?)))
}

/// Share a record
///
/// The team sees the record as it is at any time, with its figures, and nothing beside it.
#[utoipa::path(
    post, path = "/records/{kind}/{id}/shares", tag = "sharing",
    params(("kind" = Shareable, Path, description = "What kind of record."), ("id" = Uuid, Path, description = "The record.")),
    request_body = NewShare, responses((status = CREATED, description = "It is shared.", body = Share))
)]
pub(super) async fn share(
    caller: Caller,
    Record(record): Record,
    Body(new): Body<NewShare>,
) -> Result<(StatusCode, Json<Share>), Problem> {
    let shared = caller.app().share(&caller.session, record, new.target()?).await?;
    Ok((StatusCode::CREATED, Json(shared.into())))
}

/// Share a record no more
///
/// The team does not see it any more from now on.
#[utoipa::path(
    delete, path = "/records/{kind}/{id}/shares/{team}", tag = "sharing",
    params(
        ("kind" = Shareable, Path, description = "What kind of record."), ("id" = Uuid, Path, description = "The record."),
        ("team" = Uuid, Path, description = "The team that is to see it no more.")
    ),
    responses((status = NO_CONTENT, description = "The team sees it no more."))
)]
pub(super) async fn unshare(
    caller: Caller,
    Record(record): Record,
    path: Path<(String, String, String)>,
) -> Result<StatusCode, Problem> {
    let team = path.0.2.parse().map_err(|_| AppError::NotFound { kind: "share" })?;
    caller.app().unshare(&caller.session, record, team).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Count what others share
///
/// By kind of record. The lists show them with `scope=shared` or `scope=all`.
#[utoipa::path(get, path = "/shared", tag = "sharing", responses((status = OK, description = "The counts.", body = Vec<SharedCount>)))]
pub(super) async fn count_shared(caller: Caller) -> Result<Json<Vec<SharedCount>>, Problem> {
    let counts = caller.app().shared_counts(&caller.session).await?;
    Ok(Json(counts.into_iter().map(|(kind, count)| SharedCount { record_kind: kind.into(), count }).collect()))
}

/// Get a record that another team shares
///
/// One that is not shared and one that is not there answer alike.
#[utoipa::path(
    get, path = "/shared/{kind}/{id}", tag = "sharing",
    params(("kind" = Shareable, Path, description = "What kind of record."), ("id" = Uuid, Path, description = "The record.")),
    responses((status = OK, description = "The record.", body = SharedRecord))
)]
pub(super) async fn get_shared(caller: Caller, Record(record): Record) -> Result<Json<SharedRecord>, Problem> {
    Ok(Json(caller.app().shared_record(&caller.session, record).await?.into()))
}

/// Get a figure that another team shares
///
/// It goes with the record that it belongs to most closely.
#[utoipa::path(
    get, path = "/shared/figure/{id}", tag = "sharing", params(("id" = Uuid, Path, description = "The figure.")),
    responses((status = OK, description = "The figure.", body = SharedFigure))
)]
pub(super) async fn get_shared_figure(caller: Caller, Id(id): Id<FigureId>) -> Result<Json<SharedFigure>, Problem> {
    let found = caller.app().shared_figure(&caller.session, id).await?;
    Ok(Json(SharedFigure {
        id: found.id.0,
        owner: found.owner.into(),
        figure: found.figure.into(),
        sources: many(found.sources),
    }))
}
