//! Saved views of the list of organisations.

use super::body::Body;
use super::caller::Caller;
use super::etag::{Expected, IfMatch};
use super::parts::{Stamp, many};
use super::problem::Problem;
use super::query::Id;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use samesky_app::organisations::views::NewView;
use samesky_model::id::SavedViewId;
use samesky_model::record;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// A saved view.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SavedView {
    /// Its identifier.
    id: Uuid,
    /// Whether the whole team sees it.
    of_team: bool,
    /// Counts the changes.
    version: i64,
    /// Its name.
    name: String,
    /// Questions of the list by their names in its address, and `columns` with the words of columns, parted by full stops.
    content: BTreeMap<String, String>,
    /// Who saved it, and when.
    created: Stamp,
}

/// A view that is to be saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ViewToSave {
    /// Its name.
    name: String,
    /// Whether the whole team sees it.
    #[serde(default)]
    of_team: bool,
    /// Questions of the list by their names in its address, and `columns`.
    #[serde(default)]
    content: BTreeMap<String, String>,
}

/// Another name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ViewName {
    /// The name.
    name: String,
}

/// The views that one sees.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SavedViews {
    /// Those of the team, and one's own.
    items: Vec<SavedView>,
}

impl From<record::SavedView> for SavedView {
    fn from(view: record::SavedView) -> Self {
        Self {
            id: view.id.0,
            of_team: view.account.is_none(),
            version: view.version,
            name: view.name,
            content: view.content,
            created: view.created.into(),
        }
    }
}

/// List saved views of the list of organisations
///
/// Those of the team, and one's own.
#[utoipa::path(
    get, path = "/organisations/views", tag = "organisations",
    responses((status = OK, description = "The views.", body = SavedViews))
)]
pub(super) async fn list_organisation_views(caller: Caller) -> Result<Json<SavedViews>, Problem> {
    let views = caller.app().saved_views(&caller.session).await?;
    Ok(Json(SavedViews { items: many(views) }))
}

/// Save a view of the list of organisations
///
/// For oneself, or for the whole team.
#[utoipa::path(
    post, path = "/organisations/views", tag = "organisations", request_body = ViewToSave,
    responses((status = CREATED, description = "The view.", body = SavedView))
)]
pub(super) async fn save_organisation_view(
    caller: Caller,
    Body(said): Body<ViewToSave>,
) -> Result<impl IntoResponse, Problem> {
    let ViewToSave { name, of_team, content } = said;
    let view = caller.app().save_view(&caller.session, NewView { name, of_team, content }).await?;
    Ok((StatusCode::CREATED, Json(SavedView::from(view))))
}

/// Rename a saved view
///
/// What it asks for stays.
#[utoipa::path(
    patch, path = "/organisations/views/{id}", tag = "organisations",
    params(("id" = Uuid, Path, description = "The view."), IfMatch), request_body = ViewName,
    responses((status = OK, description = "The view.", body = SavedView))
)]
pub(super) async fn rename_organisation_view(
    caller: Caller,
    Id(id): Id<SavedViewId>,
    Expected(version): Expected,
    Body(said): Body<ViewName>,
) -> Result<Json<SavedView>, Problem> {
    let renamed = caller.app().rename_saved_view(&caller.session, id, version, &said.name).await;
    Ok(Json(renamed.map_err(Problem::of_change)?.into()))
}

/// Delete a saved view
///
/// Its trace stays in the audit.
#[utoipa::path(
    delete, path = "/organisations/views/{id}", tag = "organisations",
    params(("id" = Uuid, Path, description = "The view.")),
    responses((status = NO_CONTENT, description = "It is gone."))
)]
pub(super) async fn remove_organisation_view(caller: Caller, Id(id): Id<SavedViewId>) -> Result<StatusCode, Problem> {
    caller.app().remove_saved_view(&caller.session, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
