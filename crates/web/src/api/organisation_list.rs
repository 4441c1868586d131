//! Lists of organisations: brought, mapped, compared, decided on, kept; and taken back.

mod answer;

use answer::{ImportUndo, ListRows, OrganisationImport, OrganisationList};

use super::body::{Body, media_type, not_expected, unsupported};
use super::caller::Caller;
use super::page::{List, PageParams};
use super::parts::many;
use super::problem::{Kind, Problem};
use super::query::{Id, Listing, Plain, Query};
use super::upload::broken;
use super::words::RowOutcome;
use axum::Json;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use samesky_app::access::Action;
use samesky_app::organisations::list as app;
use samesky_app::organisations::list::job::{self, NewList, RowFilter};
use samesky_model::id::{ListJobId, OrganisationImportId};
use samesky_model::record;
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// Rows of one answer at most.
const MOST: u64 = 1_000;

/// A form with a list.
#[derive(ToSchema)]
#[allow(dead_code)] // a name for the OpenAPI document
pub(super) struct OrganisationListFile {
    /// The file: XLSX, XLS, ODS or text with delimiters.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// The sheet, where it is not the first that says something.
    sheet: Option<String>,
}

/// What is said of a list's sheet, head and columns; what is not said is guessed.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"header_rows": [3], "columns": {"B": "name.zh-Hans.legal", "F": "skip"}}))]
pub(super) struct ListMapping {
    /// The sheet.
    sheet: Option<String>,
    /// The rows that are the head; an empty list for a sheet without one.
    header_rows: Option<Vec<u32>>,
    /// What columns hold, by their letters.
    columns: BTreeMap<String, String>,
}

/// What columns hold.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"columns": {"B": "name.zh-Hans.legal"}}))]
pub(super) struct ListColumns {
    /// What columns hold, by their letters; what is not said stays as it is.
    columns: BTreeMap<String, String>,
}

/// What is decided of doubtful rows.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"rows": {"17": "new", "18": "skip"}}))]
pub(super) struct ListDecisions {
    /// By row: `new`, `skip`, `row:17` for a row above, the identifier of an organisation; an empty word takes a decision back.
    rows: BTreeMap<i64, String>,
}

/// How a list is kept.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"skip_refused": false}))]
pub(super) struct ListKeeping {
    /// Leave refused rows out; otherwise one keeps all of them out.
    skip_refused: bool,
}

/// Which rows.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct ListRowQuery {
    /// Those that come to this.
    outcome: Option<RowOutcome>,
    /// Those behind this row of the spreadsheet.
    #[serde(default, deserialize_with = "super::scalar::parsed")]
    #[param(minimum = 0)]
    after_row: Option<u32>,
    /// How many at most: 1 to 1000; 50 without it.
    #[serde(default, deserialize_with = "super::scalar::parsed")]
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<u32>,
}

/// Goes on with the step that a list is at, though nobody waits for the answer.
fn run(caller: &Caller, job: record::ListJob) -> Response {
    let (app, session, id) = (caller.app().clone(), caller.session.clone(), job.id);
    tokio::spawn(async move {
        if let Err(error) = app.run_list(&session, id).await {
            tracing::error!(list = %id, %error, "a step of a list failed");
        }
    });
    let location = format!("/api/v1/organisation-lists/{id}");
    (StatusCode::ACCEPTED, [(header::LOCATION, location)], Json(OrganisationList::from(job))).into_response()
}

/// Bring a list of organisations
///
/// The file is read in the background; its columns are guessed. Nothing is kept before `keep`.
#[utoipa::path(
    post, path = "/organisation-lists", tag = "organisations",
    request_body(content((OrganisationListFile = "multipart/form-data"))),
    responses((status = ACCEPTED, description = "The list is being read; its address tells how far it has come.", body = OrganisationList, headers(("Location" = String, description = "The list's address."))))
)]
pub(super) async fn bring_list(caller: Caller, form: Request) -> Result<Response, Problem> {
    caller.session.may(Action::Write)?;
    if media_type(form.headers()) != "multipart/form-data" {
        return Err(unsupported("multipart/form-data"));
    }
    let form = Multipart::from_request(form, &()).await;
    let mut form = form.map_err(|error| Problem::new(Kind::Malformed, error.body_text()))?;
    let mut list = NewList { file_name: String::new(), bytes: Vec::new(), said: job::ListSaid::default() };
    while let Some(field) = form.next_field().await.map_err(|error| broken(&error))? {
        match field.name() {
            Some("file") => {
                list.file_name = field.file_name().unwrap_or_default().replace('\0', "\u{FFFD}");
                list.bytes = field.bytes().await.map_err(|error| broken(&error))?.to_vec();
            }
            Some("sheet") => list.said.sheet = Some(field.text().await.map_err(|error| broken(&error))?),
            other => {
                let name = other.unwrap_or_default().replace('\0', "\u{FFFD}");
                return Err(not_expected(&name, "unknown field; expected file, sheet".to_owned()).into());
            }
        }
    }
    let begun = caller.app().begin_list(&caller.session, list).await?;
    Ok(run(&caller, begun))
}

/// List the lists of organisations
///
/// Newest first: those on their way and those that came.
#[utoipa::path(
    get, path = "/organisation-lists", tag = "organisations", params(PageParams),
    responses((status = OK, description = "One page of lists.", body = List<OrganisationList>))
)]
pub(super) async fn list_lists(caller: Caller, Listing { paging, .. }: Listing<Plain>) -> Result<Response, Problem> {
    let found = caller.app().list_jobs(&caller.session, &paging.page).await?;
    Ok(paging.answer::<_, OrganisationList>(found))
}

/// Get a list of organisations
///
/// How far it has come, and how its columns are taken.
#[utoipa::path(
    get, path = "/organisation-lists/{id}", tag = "organisations", params(("id" = Uuid, Path, description = "The list.")),
    responses((status = OK, description = "The list.", body = OrganisationList))
)]
pub(super) async fn get_list(caller: Caller, Id(id): Id<ListJobId>) -> Result<Json<OrganisationList>, Problem> {
    Ok(Json(caller.app().list_job(&caller.session, id).await?.into()))
}

/// Say how a list is laid out
///
/// It is read again in the background.
#[utoipa::path(
    post, path = "/organisation-lists/{id}/mapping", tag = "organisations", params(("id" = Uuid, Path, description = "The list.")),
    request_body = ListMapping,
    responses((status = ACCEPTED, description = "The list is being read again.", body = OrganisationList, headers(("Location" = String, description = "The list's address."))))
)]
pub(super) async fn map_list(
    caller: Caller,
    Id(id): Id<ListJobId>,
    Body(ListMapping { sheet, header_rows, columns }): Body<ListMapping>,
) -> Result<Response, Problem> {
    let said = job::ListSaid { sheet, header_rows, columns };
    let begun = caller.app().map_list(&caller.session, id, said).await?;
    Ok(run(&caller, begun))
}

/// Compare a list with what is kept
///
/// In the background; then `rows` tells what would come of each row.
#[utoipa::path(
    post, path = "/organisation-lists/{id}/compare", tag = "organisations", params(("id" = Uuid, Path, description = "The list.")),
    request_body = ListColumns,
    responses((status = ACCEPTED, description = "The list is being compared.", body = OrganisationList, headers(("Location" = String, description = "The list's address."))))
)]
pub(super) async fn compare_list(
    caller: Caller,
    Id(id): Id<ListJobId>,
    Body(ListColumns { columns }): Body<ListColumns>,
) -> Result<Response, Problem> {
    let begun = caller.app().compare_list(&caller.session, id, columns).await?;
    Ok(run(&caller, begun))
}

/// Get what would come of the rows of a list
///
/// In the order of the spreadsheet. Rows are dropped when the list is over.
#[utoipa::path(
    get, path = "/organisation-lists/{id}/rows", tag = "organisations", params(("id" = Uuid, Path, description = "The list."), ListRowQuery),
    responses((status = OK, description = "Some rows.", body = ListRows))
)]
pub(super) async fn list_rows(
    caller: Caller,
    Id(id): Id<ListJobId>,
    Query(query): Query<ListRowQuery>,
) -> Result<Json<ListRows>, Problem> {
    let filter = RowFilter { outcome: query.outcome.map(|outcome| outcome.0), undecided: false };
    let limit = u64::from(query.limit.unwrap_or(50));
    if !(1..=MOST).contains(&limit) {
        return Err(not_expected("limit", format!("expected a number from 1 to {MOST}")).into());
    }
    let after = i64::from(query.after_row.unwrap_or(0));
    let found = caller.app().list_job_rows(&caller.session, id, filter, (after, 0, limit)).await?;
    Ok(Json(ListRows { items: many(found.items), total: found.total, undecided: found.undecided }))
}

/// Decide doubtful rows of a list
///
/// All of the decisions are taken or none.
#[utoipa::path(
    post, path = "/organisation-lists/{id}/decisions", tag = "organisations", params(("id" = Uuid, Path, description = "The list.")),
    request_body = ListDecisions, responses((status = OK, description = "They are noted.", body = OrganisationList))
)]
pub(super) async fn decide_rows(
    caller: Caller,
    Id(id): Id<ListJobId>,
    Body(ListDecisions { rows }): Body<ListDecisions>,
) -> Result<Json<OrganisationList>, Problem> {
    Ok(Json(caller.app().decide_list_rows(&caller.session, id, &rows).await?.into()))
}

/// Keep a list
///
/// In the background and as a whole; `import` then names the import.
#[utoipa::path(
    post, path = "/organisation-lists/{id}/keep", tag = "organisations", params(("id" = Uuid, Path, description = "The list.")),
    request_body = ListKeeping,
    responses((status = ACCEPTED, description = "The list is being kept.", body = OrganisationList, headers(("Location" = String, description = "The list's address."))))
)]
pub(super) async fn keep_list(
    caller: Caller,
    Id(id): Id<ListJobId>,
    Body(ListKeeping { skip_refused }): Body<ListKeeping>,
) -> Result<Response, Problem> {
    let begun = caller.app().keep_list(&caller.session, id, skip_refused).await?;
    Ok(run(&caller, begun))
}

/// Stop a list
///
/// At any step; nothing of it is kept. One that is over stays as it is.
#[utoipa::path(
    post, path = "/organisation-lists/{id}/cancel", tag = "organisations", params(("id" = Uuid, Path, description = "The list.")),
    responses((status = OK, description = "The list; it stops within a moment.", body = OrganisationList))
)]
pub(super) async fn cancel_list(caller: Caller, Id(id): Id<ListJobId>) -> Result<Json<OrganisationList>, Problem> {
    Ok(Json(caller.app().cancel_list(&caller.session, id).await?.into()))
}

/// List imports of organisations
///
/// Newest first, with those that were taken back.
#[utoipa::path(
    get, path = "/organisation-imports", tag = "organisations", params(PageParams),
    responses((status = OK, description = "One page of imports.", body = List<OrganisationImport>))
)]
pub(super) async fn list_organisation_imports(
    caller: Caller,
    Listing { paging, .. }: Listing<Plain>,
) -> Result<Response, Problem> {
    let found = caller.app().organisation_imports(&caller.session, &paging.page).await?;
    Ok(paging.answer::<_, OrganisationImport>(found))
}

/// Get an import of organisations
///
/// Who, when, and how many rows came to what.
#[utoipa::path(
    get, path = "/organisation-imports/{id}", tag = "organisations", params(("id" = Uuid, Path, description = "The import.")),
    responses((status = OK, description = "The import.", body = OrganisationImport))
)]
pub(super) async fn get_organisation_import(
    caller: Caller,
    Id(id): Id<OrganisationImportId>,
) -> Result<Json<OrganisationImport>, Problem> {
    let (import, _) = caller.app().organisation_import_rows(&caller.session, id, None, (0, 1)).await?;
    Ok(Json(import.into()))
}

/// Ask what taking an import back would do
///
/// Nothing is changed.
#[utoipa::path(
    get, path = "/organisation-imports/{id}/undo", tag = "organisations", params(("id" = Uuid, Path, description = "The import.")),
    responses((status = OK, description = "What would go and what would change.", body = ImportUndo))
)]
pub(super) async fn preview_undo(
    caller: Caller,
    Id(id): Id<OrganisationImportId>,
) -> Result<Json<ImportUndo>, Problem> {
    let app::UndoPreview { counts, gone, changed } = caller.app().preview_undo(&caller.session, id).await?;
    let (first_gone, first_changed) = (many(gone), many(changed));
    Ok(Json(ImportUndo { gone: counts.gone, changed: counts.changed, first_gone, first_changed }))
}

/// Take an import of organisations back
///
/// As a whole. What officers entered since stays.
#[utoipa::path(
    post, path = "/organisation-imports/{id}/undo", tag = "organisations", params(("id" = Uuid, Path, description = "The import.")),
    responses((status = OK, description = "What went and what changed.", body = ImportUndo))
)]
pub(super) async fn undo_organisation_import(
    caller: Caller,
    Id(id): Id<OrganisationImportId>,
) -> Result<Json<ImportUndo>, Problem> {
    let app::Undone { gone, changed } = caller.app().undo_organisation_import(&caller.session, id).await?;
    Ok(Json(ImportUndo { gone, changed, first_gone: Vec::new(), first_changed: Vec::new() }))
}

/// Export all organisations
///
/// As a list that imports again as unchanged: UTF-8 with a byte-order mark, no formula in any cell.
#[utoipa::path(
    get, path = "/organisation-export", tag = "organisations",
    responses((status = OK, description = "The list.", content((String = "text/csv"))))
)]
pub(super) async fn export_organisations(caller: Caller) -> Result<Response, Problem> {
    let text = caller.app().export_organisations(&caller.session).await?;
    let disposition = "attachment; filename=\"samesky-organisations.csv\"";
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, text).into_response())
}
