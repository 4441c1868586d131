//! Files beside announcements, events and projects.

use super::announcement::Bytes;
use super::body::{Body, media_type, unsupported};
use super::caller::Caller;
use super::etag::Known;
use super::parts::{Stamp, many};
use super::problem::{Kind, Problem};
use super::query::Id;
use super::upload::broken;
use super::words::{AttachmentKind, RecordKind};
use crate::attached::{self, NotSent, Sent, receive};
use axum::Json;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use samesky_app::access::Action;
use samesky_app::attachments::Beside;
use samesky_model::id::{AnnouncementId, AttachmentId, EventId, ProjectId};
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A file beside a record, without its bytes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Attachment {
    /// Its identifier.
    id: Uuid,
    /// What kind of record it stands beside.
    record_kind: RecordKind,
    /// Which record.
    record: Uuid,
    /// The file's name as it came: a text, never a path.
    name: String,
    /// What it is, told by its content.
    kind: AttachmentKind,
    /// SHA-256 of its bytes, hexadecimal.
    sha256: String,
    /// Length in bytes.
    size: i64,
    /// Who attached it, and when.
    attached: Stamp,
}

impl From<record::Attachment> for Attachment {
    fn from(kept: record::Attachment) -> Self {
        Self {
            id: kept.id.0,
            record_kind: kept.record_kind.into(),
            record: kept.record,
            name: kept.name,
            kind: kept.kind.into(),
            sha256: kept.sha256,
            size: kept.size,
            attached: kept.attached.into(),
        }
    }
}

/// The files beside a record.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Attachments {
    /// Oldest first.
    items: Vec<Attachment>,
}

/// A form with one file.
#[derive(ToSchema)]
#[allow(dead_code)] // a name for the OpenAPI document
pub(super) struct AttachmentFile {
    /// The file: a picture (PNG, JPEG, WebP, GIF), a PDF, or an office document without macros.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Why a file goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"why": "the wrong file"}))]
pub(super) struct Removal {
    /// The reason; it stands in the history of the record.
    why: String,
}

async fn listed(caller: &Caller, beside: Beside) -> Result<Json<Attachments>, Problem> {
    let found = caller.app().attachments(&caller.session, beside).await?;
    Ok(Json(Attachments { items: many(found) }))
}

/// Asks who may before it takes the file.
async fn attached_to(caller: &Caller, beside: Beside, form: Request) -> Result<Response, Problem> {
    caller.session.may(Action::Write)?;
    caller.app().attachments(&caller.session, beside).await?;
    if media_type(form.headers()) != "multipart/form-data" {
        return Err(unsupported("multipart/form-data"));
    }
    let form = Multipart::from_request(form, &()).await;
    let form = form.map_err(|error| Problem::new(Kind::Malformed, error.body_text()))?;
    let Sent { name, file } = receive(form, caller.app().attachment_rules()).await.map_err(|error| match error {
        NotSent::Broken(error) => broken(&error),
        NotSent::Refused(error) => error.into(),
    })?;
    let kept = caller.app().attach(&caller.session, beside, &name, file).await?;
    Ok((StatusCode::CREATED, Json(Attachment::from(kept))).into_response())
}

/// List the files of an announcement
///
/// Oldest first, 200 at most.
#[utoipa::path(
    get, path = "/announcements/{id}/attachments", tag = "attachments", params(("id" = Uuid, Path, description = "The announcement.")),
    responses((status = OK, description = "The files, without their bytes.", body = Attachments))
)]
pub(super) async fn list_announcement_attachments(
    caller: Caller,
    Id(id): Id<AnnouncementId>,
) -> Result<Json<Attachments>, Problem> {
    listed(&caller, Beside { kind: record::RecordKind::Announcement, record: id.0 }).await
}

/// Attach a file to an announcement
///
/// Pictures, PDF and office documents without macros, told by their content. The same bytes again are recognised.
#[utoipa::path(
    post, path = "/announcements/{id}/attachments", tag = "attachments", params(("id" = Uuid, Path, description = "The announcement.")),
    request_body(content((AttachmentFile = "multipart/form-data"))),
    responses((status = CREATED, description = "The file is there.", body = Attachment))
)]
pub(super) async fn attach_to_announcement(
    caller: Caller,
    Id(id): Id<AnnouncementId>,
    form: Request,
) -> Result<Response, Problem> {
    attached_to(&caller, Beside { kind: record::RecordKind::Announcement, record: id.0 }, form).await
}

/// List the files of an event
///
/// Oldest first, 200 at most.
#[utoipa::path(
    get, path = "/events/{id}/attachments", tag = "attachments", params(("id" = Uuid, Path, description = "The event.")),
    responses((status = OK, description = "The files, without their bytes.", body = Attachments))
)]
pub(super) async fn list_event_attachments(caller: Caller, Id(id): Id<EventId>) -> Result<Json<Attachments>, Problem> {
    listed(&caller, Beside { kind: record::RecordKind::Event, record: id.0 }).await
}

/// Attach a file to an event
///
/// Pictures, PDF and office documents without macros, told by their content. The same bytes again are recognised.
#[utoipa::path(
    post, path = "/events/{id}/attachments", tag = "attachments", params(("id" = Uuid, Path, description = "The event.")),
    request_body(content((AttachmentFile = "multipart/form-data"))),
    responses((status = CREATED, description = "The file is there.", body = Attachment))
)]
pub(super) async fn attach_to_event(caller: Caller, Id(id): Id<EventId>, form: Request) -> Result<Response, Problem> {
    attached_to(&caller, Beside { kind: record::RecordKind::Event, record: id.0 }, form).await
}

/// List the files of a project
///
/// Oldest first, 200 at most.
#[utoipa::path(
    get, path = "/projects/{id}/attachments", tag = "attachments", params(("id" = Uuid, Path, description = "The project.")),
    responses((status = OK, description = "The files, without their bytes.", body = Attachments))
)]
pub(super) async fn list_project_attachments(
    caller: Caller,
    Id(id): Id<ProjectId>,
) -> Result<Json<Attachments>, Problem> {
    listed(&caller, Beside { kind: record::RecordKind::Project, record: id.0 }).await
}

/// Attach a file to a project
///
/// Pictures, PDF and office documents without macros, told by their content. The same bytes again are recognised.
#[utoipa::path(
    post, path = "/projects/{id}/attachments", tag = "attachments", params(("id" = Uuid, Path, description = "The project.")),
    request_body(content((AttachmentFile = "multipart/form-data"))),
    responses((status = CREATED, description = "The file is there.", body = Attachment))
)]
pub(super) async fn attach_to_project(
    caller: Caller,
    Id(id): Id<ProjectId>,
    form: Request,
) -> Result<Response, Problem> {
    attached_to(&caller, Beside { kind: record::RecordKind::Project, record: id.0 }, form).await
}

/// Get a file's description
///
/// Without its bytes.
#[utoipa::path(
    get, path = "/attachments/{id}", tag = "attachments", params(("id" = Uuid, Path, description = "The attachment.")),
    responses((status = OK, description = "The file.", body = Attachment))
)]
pub(super) async fn get_attachment(caller: Caller, Id(id): Id<AttachmentId>) -> Result<Json<Attachment>, Problem> {
    Ok(Json(caller.app().attachment(&caller.session, id).await?.into()))
}

/// Download a file
///
/// The bytes as they came, for saving.
#[utoipa::path(
    get, path = "/attachments/{id}/content", tag = "attachments", params(("id" = Uuid, Path, description = "The attachment.")),
    responses((
        status = OK, description = "The bytes, under the media type of the file's kind.", body = inline(Bytes), content_type = "*/*",
        headers(("Content-Disposition" = String, description = "`attachment` with the file's name."), ("ETag" = String, description = "The SHA-256 of the bytes."))
    ))
)]
pub(super) async fn get_attachment_content(
    caller: Caller,
    Id(id): Id<AttachmentId>,
    known: Known,
) -> Result<Response, Problem> {
    let (kept, pieces) = caller.app().attachment_bytes(&caller.session, id).await?;
    if known.has(&attached::tag(&kept)) {
        return Ok((StatusCode::NOT_MODIFIED, attached::headers(&kept, false)).into_response());
    }
    Ok(attached::handed_out(&kept, pieces, false))
}

/// Remove a file
///
/// What it was, with its hash, and the reason stay in the history of its record.
#[utoipa::path(
    post, path = "/attachments/{id}/remove", tag = "attachments", params(("id" = Uuid, Path, description = "The attachment.")),
    request_body = Removal, responses((status = OK, description = "What was removed.", body = Attachment))
)]
pub(super) async fn remove_attachment(
    caller: Caller,
    Id(id): Id<AttachmentId>,
    Body(removal): Body<Removal>,
) -> Result<Json<Attachment>, Problem> {
    Ok(Json(caller.app().remove_attachment(&caller.session, id, Some(removal.why)).await?.into()))
}
