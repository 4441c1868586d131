//! Organisations of the ledger.

use super::body::Body;
use super::caller::Caller;
use super::claim::ClaimSource;
use super::etag::{Expected, IfMatch, Known, tagged};
use super::figure::FigureRow;
use super::organisation_facts::{KeptFact, OrganisationFacts};
use super::page::{List, PageParams};
use super::parts::{Stamp, WrittenName, many};
use super::problem::Problem;
use super::project::Project;
use super::query::{Id, Listing, Query};
use super::words::{BelongsAs, OrganisationKind, RecordState, Scope};
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use samesky_app::AppError;
use samesky_app::ledger::{self, OrganisationFilter, OrganisationView};
use samesky_app::organisations::Addition;
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
    /// The team that owns it.
    team: Uuid,
    /// Counts the changes; 0 for a record of another team.
    version: i64,
    /// Whether it still rests on an accepted claim, or on what an officer or a list says.
    state: RecordState,
    /// Its names: those of officers and lists first, then those of announcements.
    names: Vec<WrittenName>,
    /// What kind.
    kind: OrganisationKind,
    /// Its country/region: ISO 3166-1, two letters.
    country: Option<String>,
    /// Who made the record, and when; nothing of another team's.
    created: Option<Stamp>,
}

impl From<record::OrganisationRecord> for Organisation {
    fn from(kept: record::OrganisationRecord) -> Self {
        Self {
            id: kept.id.0,
            team: kept.team.0,
            version: kept.version,
            state: kept.state.into(),
            names: many(kept.names),
            kind: kept.kind.into(),
            country: kept.country,
            created: (kept.version > 0).then(|| kept.created.into()),
        }
    }
}

/// An organisation that belongs to another.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Child {
    #[serde(flatten)]
    organisation: Organisation,
    /// How it belongs to it.
    how: BelongsAs,
}

impl From<ledger::Child> for Child {
    fn from(kept: ledger::Child) -> Self {
        Self { organisation: kept.organisation.into(), how: kept.how.into() }
    }
}

/// An organisation with everything that rests on it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganisationDetail {
    #[serde(flatten)]
    organisation: Organisation,
    /// What officers and lists say of it, each value with its source.
    values: Vec<KeptFact>,
    /// The organisation it belongs to.
    parent: Option<Organisation>,
    /// The organisations that belong to it, at most 100.
    children: Vec<Child>,
    /// How many belong to it.
    #[schema(example = 3)]
    children_total: usize,
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
            values: many(view.facts),
            parent: view.parent.map(Organisation::from),
            children_total: view.children.total,
            children: many(view.children.some),
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
    /// Whose. Only the own team's where nothing is said.
    scope: Option<Scope>,
}

impl From<OrganisationQuery> for OrganisationFilter {
    fn from(query: OrganisationQuery) -> Self {
        Self {
            text_contains: query.text.filter(|text| !text.is_empty()),
            kind: query.kind.map(|kind| kind.0),
            state: query.state.map(|state| state.0),
            scope: query.scope.map(|scope| scope.0).unwrap_or_default(),
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
    responses(
        (status = OK, description = "The organisation.", body = OrganisationDetail, headers(("ETag" = String, description = "For If-None-Match."))),
        (status = TEMPORARY_REDIRECT, description = "It became part of another.", headers(("Location" = String, description = "The other's address.")))
    )
)]
pub(super) async fn get_organisation(
    caller: Caller,
    Id(id): Id<OrganisationId>,
    known: Known,
) -> Result<Response, Problem> {
    let view = caller.app().organisation(&caller.session, id).await?;
    if let Some(survivor) = view.merged_into {
        return Ok(Redirect::temporary(&format!("/api/v1/organisations/{survivor}")).into_response());
    }
    Ok(tagged(&known, view.organisation.version, OrganisationDetail::from(view)))
}

/// How it is added.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct AddQuery {
    /// Refuse it where the comparison calls a record of the team the same; `POST /organisations/candidates` names these.
    #[serde(default, deserialize_with = "super::scalar::parsed")]
    if_new: Option<bool>,
}

/// Add an organisation
///
/// It needs a name. A number that holds and that another organisation has already is refused.
#[utoipa::path(
    post, path = "/organisations", tag = "organisations", params(AddQuery), request_body = OrganisationFacts,
    responses((status = CREATED, description = "The organisation.", body = OrganisationDetail, headers(("Location" = String, description = "The organisation's address."))))
)]
pub(super) async fn add_organisation(
    caller: Caller,
    Query(query): Query<AddQuery>,
    Body(said): Body<OrganisationFacts>,
) -> Result<Response, Problem> {
    let view = match query.if_new.unwrap_or(false) {
        true => if_new(caller.app().add_organisation_if_new(&caller.session, said.into()).await?)?,
        false => caller.app().add_organisation(&caller.session, said.into()).await?,
    };
    let location = format!("/api/v1/organisations/{}", view.organisation.id);
    let document = Json(OrganisationDetail::from(view));
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], document).into_response())
}

fn if_new(addition: Addition) -> Result<OrganisationView, AppError> {
    match addition {
        Addition::Made(view) => Ok(*view),
        Addition::Known(known) => {
            let ids: Vec<String> = known.iter().map(|one| one.record.id.to_string()).collect();
            Err(AppError::invalid_value("names", "is-known", ids.join(" ")))
        }
    }
}

/// Take an addition back
///
/// An organisation that an officer added, while nobody changed it since and nothing speaks of it. The audit keeps what it said.
#[utoipa::path(
    delete, path = "/organisations/{id}", tag = "organisations",
    params(("id" = Uuid, Path, description = "The organisation."), IfMatch),
    responses((status = NO_CONTENT, description = "It is gone."))
)]
pub(super) async fn take_back_organisation(
    caller: Caller,
    Id(id): Id<OrganisationId>,
    Expected(version): Expected,
) -> Result<StatusCode, Problem> {
    let done = caller.app().take_back_addition(&caller.session, id, version).await;
    done.map_err(Problem::of_change)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Change an organisation
///
/// Fields that are left out stay as they are; so does everything that announcements tell.
#[utoipa::path(
    patch, path = "/organisations/{id}", tag = "organisations",
    params(("id" = Uuid, Path, description = "The organisation."), IfMatch), request_body = OrganisationFacts,
    responses((status = OK, description = "The organisation as it is now.", body = OrganisationDetail, headers(("ETag" = String, description = "Its version, for If-Match."))))
)]
pub(super) async fn change_organisation(
    caller: Caller,
    Id(id): Id<OrganisationId>,
    Expected(version): Expected,
    Body(said): Body<OrganisationFacts>,
) -> Result<Response, Problem> {
    let changed = caller.app().change_organisation(&caller.session, id, version, said.into()).await;
    let view = changed.map_err(Problem::of_change)?;
    Ok(tagged(&Known::nothing(), view.organisation.version, OrganisationDetail::from(view)))
}
