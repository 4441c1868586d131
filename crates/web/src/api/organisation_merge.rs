//! Organisations that become one record, and the way back.

use super::body::Body;
use super::caller::Caller;
use super::etag::{Expected, IfMatch};
use super::parts::{Stamp, many};
use super::problem::Problem;
use super::query::Id;
use super::words::MergeKind;
use axum::Json;
use samesky_app::organisations::FactField;
use samesky_app::organisations::merge::{Merged, Merging};
use samesky_model::id::{OrganisationId, OrganisationMergeId};
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// An organisation with the version that was read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SeenOrganisation {
    /// The organisation.
    id: Uuid,
    /// Its version as it was read; when somebody changed it since, the answer is 412.
    version: i64,
}

/// Whose value stays, where there can be one only. Where nothing is said, that of the organisation that stays, else the first that
/// there is.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct KeepValues {
    /// Whose kind.
    kind: Option<Uuid>,
    /// Whose country/region.
    country: Option<Uuid>,
    /// Whose parent.
    parent: Option<Uuid>,
    /// Whose size.
    size: Option<Uuid>,
    /// Whose date of foundation.
    founded: Option<Uuid>,
}

/// Which organisations become part of this one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MergeRequest {
    /// The others.
    others: Vec<SeenOrganisation>,
    /// Whose value stays.
    #[serde(default)]
    keep: KeepValues,
    /// Why.
    why: Option<String>,
}

impl From<MergeRequest> for Merging {
    fn from(said: MergeRequest) -> Self {
        let KeepValues { kind, country, parent, size, founded } = said.keep;
        let keep = [
            (FactField::Kind, kind),
            (FactField::Country, country),
            (FactField::Parent, parent),
            (FactField::Size, size),
            (FactField::Founded, founded),
        ];
        Self {
            others: said.others.into_iter().map(|one| (OrganisationId(one.id), one.version)).collect(),
            keep: keep.into_iter().filter_map(|(field, id)| Some((field, OrganisationId(id?)))).collect(),
            why: said.why,
        }
    }
}

/// A merge of organisations, or a split of one.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganisationMerge {
    /// Its identifier.
    id: Uuid,
    /// What was done.
    kind: MergeKind,
    /// The organisation that stays; of a split the one that was split.
    survivor: Uuid,
    /// Those that became part of it; of a split the one that was made.
    others: Vec<Uuid>,
    /// Who did it, and when.
    made: Stamp,
    /// Why.
    why: Option<String>,
    /// Who took it back, and when.
    undone: Option<Stamp>,
}

impl From<record::OrganisationMerge> for OrganisationMerge {
    fn from(merge: record::OrganisationMerge) -> Self {
        Self {
            id: merge.id.0,
            kind: merge.kind.into(),
            survivor: merge.survivor.0,
            others: merge.others.into_iter().map(|id| id.0).collect(),
            made: merge.made.into(),
            why: merge.why,
            undone: merge.undone.map(Stamp::from),
        }
    }
}

impl From<Merged> for OrganisationMerge {
    fn from(merged: Merged) -> Self {
        merged.merge.into()
    }
}

/// What became part of an organisation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganisationMerges {
    /// The latest first.
    items: Vec<OrganisationMerge>,
}

/// Merge organisations
///
/// The others become part of this one: everything that pointed to them points to it, and their addresses lead to it.
#[utoipa::path(
    post, path = "/organisations/{id}/merge", tag = "organisations",
    params(("id" = Uuid, Path, description = "The organisation that stays."), IfMatch), request_body = MergeRequest,
    responses((status = OK, description = "They are one.", body = OrganisationMerge))
)]
pub(super) async fn merge_organisations(
    caller: Caller,
    Id(id): Id<OrganisationId>,
    Expected(version): Expected,
    Body(said): Body<MergeRequest>,
) -> Result<Json<OrganisationMerge>, Problem> {
    let merged = caller.app().merge_organisations(&caller.session, (id, version), said.into()).await;
    Ok(Json(merged.map_err(Problem::of_change)?.into()))
}

/// List the merges of an organisation
///
/// What became part of it and what was split from it, and was not taken back.
#[utoipa::path(
    get, path = "/organisations/{id}/merges", tag = "organisations", params(("id" = Uuid, Path, description = "The organisation.")),
    responses((status = OK, description = "The merges.", body = OrganisationMerges))
)]
pub(super) async fn list_merges(
    caller: Caller,
    Id(id): Id<OrganisationId>,
) -> Result<Json<OrganisationMerges>, Problem> {
    let items = many(caller.app().merges(&caller.session, id).await?);
    Ok(Json(OrganisationMerges { items }))
}

/// Take a merge or a split back
///
/// Every row is as it was before. What came since stays with the organisation that stayed.
#[utoipa::path(
    post, path = "/organisation-merges/{id}/undo", tag = "organisations", params(("id" = Uuid, Path, description = "The merge.")),
    responses((status = OK, description = "It was taken back.", body = OrganisationMerge))
)]
pub(super) async fn undo_merge(
    caller: Caller,
    Id(id): Id<OrganisationMergeId>,
) -> Result<Json<OrganisationMerge>, Problem> {
    Ok(Json(caller.app().undo_merge(&caller.session, id).await?.into()))
}
