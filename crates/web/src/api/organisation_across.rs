//! Organisations of several teams that become one record for others, and the way back. Only an owner above all of these teams does it, signed in.

use super::body::Body;
use super::caller::Caller;
use super::organisation_merge::OrganisationMerge;
use super::page::PageParams;
use super::parts::many;
use super::problem::Problem;
use super::query::{Id, Listing};
use axum::Json;
use samesky_app::organisations::merge::Across;
use samesky_model::id::{OrganisationId, OrganisationMergeId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which organisations become one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AcrossRequest {
    /// The organisation that stays; others see it in the place of all of them.
    survivor: Uuid,
    /// The others, each of another team than the one that stays.
    others: Vec<Uuid>,
    /// Why.
    why: Option<String>,
}

/// Merges across teams.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MergesAcross {
    /// The latest first.
    items: Vec<OrganisationMerge>,
    /// How many there are.
    total: i64,
}

/// No filters.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct NoFilter {}

impl From<Across> for OrganisationMerge {
    fn from(across: Across) -> Self {
        across.merge.into()
    }
}

/// List the merges across teams
///
/// Those that stand, of the teams at and below the own one. For an owner who signed in.
#[utoipa::path(
    get, path = "/organisation-merges/across", tag = "organisations", params(PageParams),
    responses((status = OK, description = "The merges.", body = MergesAcross))
)]
pub(super) async fn list_merges_across(
    caller: Caller,
    listing: Listing<NoFilter>,
) -> Result<Json<MergesAcross>, Problem> {
    let found = caller.app().merges_across(&caller.session, &listing.paging.page).await?;
    Ok(Json(MergesAcross { items: many(found.items), total: found.total }))
}

/// Merge organisations of several teams
///
/// Others see the one that stays in the place of all of them, with the names, places and numbers of all. Each team keeps what it entered, for itself.
/// Each record must be the own team's or be shared with it. For an owner of a team above all of theirs, who signed in.
#[utoipa::path(
    post, path = "/organisation-merges/across", tag = "organisations", request_body = AcrossRequest,
    responses((status = OK, description = "They are one.", body = OrganisationMerge))
)]
pub(super) async fn merge_across_teams(
    caller: Caller,
    Body(said): Body<AcrossRequest>,
) -> Result<Json<OrganisationMerge>, Problem> {
    let others: Vec<OrganisationId> = said.others.into_iter().map(OrganisationId).collect();
    let survivor = OrganisationId(said.survivor);
    Ok(Json(caller.app().merge_across(&caller.session, survivor, &others, said.why).await?.into()))
}

/// Take a merge across teams back
///
/// Each record is as it was; what its team entered since stays with it. For an owner of a team above all of theirs, who signed in.
#[utoipa::path(
    post, path = "/organisation-merges/across/{id}/undo", tag = "organisations",
    params(("id" = Uuid, Path, description = "The merge.")),
    responses((status = OK, description = "It was taken back.", body = OrganisationMerge))
)]
pub(super) async fn undo_merge_across(
    caller: Caller,
    Id(id): Id<OrganisationMergeId>,
) -> Result<Json<OrganisationMerge>, Problem> {
    Ok(Json(caller.app().undo_merge_across(&caller.session, id).await?.into()))
}
