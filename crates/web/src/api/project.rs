//! Projects of the ledger.

use super::caller::Caller;
use super::claim::ClaimSource;
use super::etag::{Known, tagged};
use super::figure::FigureRow;
use super::page::{List, PageParams};
use super::parts::{Named, Stamp, WrittenName, many};
use super::problem::Problem;
use super::query::{Id, Listing};
use super::words::{RecordState, Scope, Stage};
use axum::response::Response;
use samesky_app::ledger::{ProjectFilter, ProjectView};
use samesky_model::id::{EventId, ProjectId};
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// A project.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Project {
    /// Its identifier.
    id: Uuid,
    /// The team that owns it.
    team: Uuid,
    /// Counts the changes.
    version: i64,
    /// Whether it still rests on an accepted claim.
    state: RecordState,
    /// Its names.
    names: Vec<WrittenName>,
    /// Whose project, names as written.
    organisations: Vec<String>,
    /// Where, as written.
    place: Option<String>,
    /// The event at which it was signed or begun.
    event: Option<Uuid>,
    /// How far it has come, where stated.
    stage: Option<Stage>,
    /// ISIC Rev.4 sections or divisions.
    industries: Vec<String>,
    /// Who made the record, and when.
    created: Stamp,
}

impl From<record::ProjectRecord> for Project {
    fn from(kept: record::ProjectRecord) -> Self {
        Self {
            id: kept.id.0,
            team: kept.team.0,
            version: kept.version,
            state: kept.state.into(),
            names: many(kept.names),
            organisations: kept.organisations,
            place: kept.place,
            event: kept.event.map(|id| id.0),
            stage: kept.stage.map(Stage),
            industries: kept.industries,
            created: kept.created.into(),
        }
    }
}

/// A project with everything that rests on it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProjectDetail {
    #[serde(flatten)]
    project: Project,
    /// The names of the event, where it belongs to one.
    of_event: Option<Named>,
    /// The claims on which it rests.
    sources: Vec<ClaimSource>,
    /// Its figures.
    figures: Vec<FigureRow>,
}

impl From<ProjectView> for ProjectDetail {
    fn from(view: ProjectView) -> Self {
        Self {
            project: view.project.into(),
            of_event: view.event.map(Named::from),
            sources: many(view.sources),
            figures: many(view.figures),
        }
    }
}

/// Which projects.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct ProjectQuery {
    /// Words in a name, an organisation or the place; case does not matter.
    text: Option<String>,
    /// Signed or begun at this event.
    event: Option<Uuid>,
    /// This far.
    stage: Option<Stage>,
    /// Signed or begun at an event of this year.
    #[serde(default, deserialize_with = "super::scalar::year")]
    #[param(minimum = 1, maximum = 9999)]
    year: Option<i16>,
    /// Whether still resting on a claim.
    state: Option<RecordState>,
    /// Whose. Only the own team's where nothing is said.
    scope: Option<Scope>,
}

impl From<ProjectQuery> for ProjectFilter {
    fn from(query: ProjectQuery) -> Self {
        Self {
            text_contains: query.text.filter(|text| !text.is_empty()),
            event: query.event.map(EventId),
            stage: query.stage.map(|stage| stage.0),
            year: query.year,
            state: query.state.map(|state| state.0),
            scope: query.scope.map(|scope| scope.0).unwrap_or_default(),
        }
    }
}

/// List projects
///
/// By name.
#[utoipa::path(
    get, path = "/projects", tag = "projects", params(PageParams, ProjectQuery),
    responses((status = OK, description = "One page of projects.", body = List<Project>))
)]
pub(super) async fn list_projects(caller: Caller, listing: Listing<ProjectQuery>) -> Result<Response, Problem> {
    let found = caller.app().projects(&caller.session, &listing.filter.into(), &listing.paging.page).await?;
    Ok(listing.paging.answer::<_, Project>(found))
}

/// Get a project
///
/// With its event, sources and figures.
#[utoipa::path(
    get, path = "/projects/{id}", tag = "projects", params(("id" = Uuid, Path, description = "The project.")),
    responses((status = OK, description = "The project.", body = ProjectDetail, headers(("ETag" = String, description = "For If-None-Match."))))
)]
pub(super) async fn get_project(caller: Caller, Id(id): Id<ProjectId>, known: Known) -> Result<Response, Problem> {
    let view = caller.app().project(&caller.session, id).await?;
    Ok(tagged(&known, view.project.version, ProjectDetail::from(view)))
}
