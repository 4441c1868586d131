//! Organisations of the ledger.

use super::caller::Caller;
use super::claim::ClaimSource;
use super::etag::{Known, tagged};
use super::figure::FigureRow;
use super::page::{List, PageParams};
use super::parts::{Stamp, WrittenName, many};
use super::problem::Problem;
use super::project::Project;
use super::query::{Id, Listing};
use super::words::{OrganisationKind, RecordState};
use axum::response::Response;
use samesky_app::ledger::{OrganisationFilter, OrganisationView};
use samesky_model::id::OrganisationId;
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// An organisation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Organisation {
    /// Its identifier.
    id: Uuid,
    /// Counts the changes.
    version: i64,
    /// Whether it still rests on an accepted claim.
    state: RecordState,
    /// Its names, fullest first.
    names: Vec<WrittenName>,
    /// What kind.
    kind: OrganisationKind,
    /// Who made the record, and when.
    created: Stamp,
}

impl From<record::OrganisationRecord> for Organisation {
    fn from(kept: record::OrganisationRecord) -> Self {
        Self {
            id: kept.id.0,
            version: kept.version,
            state: kept.state.into(),
            names: many(kept.names),
            kind: kept.kind.into(),
            created: kept.created.into(),
        }
    }
}

/// An organisation with everything that rests on it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganisationDetail {
    #[serde(flatten)]
    organisation: Organisation,
    /// The claims on which it rests.
    sources: Vec<ClaimSource>,
    /// The figures that are its own.
    figures: Vec<FigureRow>,
    /// The projects that name it.
    projects: Vec<Project>,
}

impl From<OrganisationView> for OrganisationDetail {
    fn from(view: OrganisationView) -> Self {
        Self {
            organisation: view.organisation.into(),
            sources: many(view.sources),
            figures: many(view.figures),
            projects: many(view.projects),
        }
    }
}

/// Which organisations.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationQuery {
    /// Words in a name; case does not matter.
    text: Option<String>,
    /// Of this kind.
    kind: Option<OrganisationKind>,
    /// Whether still resting on a claim.
    state: Option<RecordState>,
}

impl From<OrganisationQuery> for OrganisationFilter {
    fn from(query: OrganisationQuery) -> Self {
        Self {
            text_contains: query.text.filter(|text| !text.is_empty()),
            kind: query.kind.map(|kind| kind.0),
            state: query.state.map(|state| state.0),
        }
    }
}

/// List organisations
///
/// By name.
#[utoipa::path(
    get, path = "/organisations", tag = "organisations", params(PageParams, OrganisationQuery),
    responses((status = OK, description = "One page of organisations.", body = List<Organisation>))
)]
pub(super) async fn list_organisations(
    caller: Caller,
    listing: Listing<OrganisationQuery>,
) -> Result<Response, Problem> {
    let found = caller.app().organisations(&caller.session, &listing.filter.into(), &listing.paging.page).await?;
    Ok(listing.paging.answer::<_, Organisation>(found))
}

/// Get an organisation
///
/// With its sources, figures and projects.
#[utoipa::path(
    get, path = "/organisations/{id}", tag = "organisations", params(("id" = Uuid, Path, description = "The organisation.")),
    responses((status = OK, description = "The organisation.", body = OrganisationDetail, headers(("ETag" = String, description = "For If-None-Match."))))
)]
pub(super) async fn get_organisation(
    caller: Caller,
    Id(id): Id<OrganisationId>,
    known: Known,
) -> Result<Response, Problem> {
    let view = caller.app().organisation(&caller.session, id).await?;
    Ok(tagged(&known, view.organisation.version, OrganisationDetail::from(view)))
}
