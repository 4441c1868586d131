//! Bringing announcements in, and what came of it.

use super::body::{Body, is_json, media_type, unsupported};
use super::caller::Caller;
use super::etag::{Known, tagged};
use super::page::{List, PageParams};
use super::parts::{Remark, Stamp, many};
use super::problem::{FieldProblem, Kind, Problem};
use super::query::{Id, Listing, Plain, Query};
use super::scalar::{Date, Instant};
use super::upload;
use super::words::{FileOutcome, ImportSource, ImportState};
use crate::state::WebState;
use axum::Json;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use samesky_app::import::{Content, ImportOptions, ImportReport as Report, Incoming};
use samesky_app::{App, AppError, Session};
use samesky_model::id::ImportId;
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// One import.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Import {
    /// Its identifier.
    id: Uuid,
    /// How it came.
    source: ImportSource,
    /// Who began it, and when.
    started: Stamp,
    /// When it ended.
    finished_at: Option<Instant>,
    /// How far it has come.
    state: ImportState,
    /// Number of files.
    total: i64,
    /// Number of files read so far.
    done: i64,
    /// Somebody asked for it to stop.
    cancel_requested: bool,
}

impl From<record::Import> for Import {
    fn from(kept: record::Import) -> Self {
        Self {
            id: kept.id.0,
            source: kept.source.into(),
            started: kept.started.into(),
            finished_at: kept.finished_at.map(Instant),
            state: kept.state.into(),
            total: kept.total,
            done: kept.done,
            cancel_requested: kept.cancel_requested,
        }
    }
}

/// One file of an import, with what came of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ImportFile {
    /// Its place in the import, from 1.
    ordinal: i64,
    /// Its name.
    name: String,
    /// What came of it.
    outcome: FileOutcome,
    /// The announcement that it is, new or known.
    announcement: Option<Uuid>,
    /// Number of claims read.
    claims: i64,
    /// Why it was refused, or what the reader has to say.
    remarks: Vec<Remark>,
}

impl From<record::ImportFile> for ImportFile {
    fn from(kept: record::ImportFile) -> Self {
        Self {
            ordinal: kept.ordinal,
            name: kept.name,
            outcome: kept.outcome.into(),
            announcement: kept.announcement.map(|id| id.0),
            claims: kept.claims,
            remarks: many(kept.remarks),
        }
    }
}

/// An import with what came of each file.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ImportReport {
    #[serde(flatten)]
    import: Import,
    /// Its files in order.
    files: Vec<ImportFile>,
}

impl From<Report> for ImportReport {
    fn from(report: Report) -> Self {
        Self { import: report.import.into(), files: many(report.files) }
    }
}

/// A text to be imported.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "text": "虚构市投资推介会在大阪举行\n3月5日，12个项目现场签约，计划投资总额86.4亿元。", "name": "osaka.txt",
    "publisher": "架空日报", "source_address": "https://example.org/osaka", "published": "2021-03-06", "language": "zh-Hans"
}))]
pub(super) struct NewAnnouncement {
    /// The text as it is.
    text: String,
    /// A name for it, as a file would have one.
    name: Option<String>,
    /// Where it was published: an http or https address.
    source_address: Option<String>,
    /// Who published it.
    publisher: Option<String>,
    /// When.
    published: Option<Date>,
    /// BCP 47 tag of its language.
    language: Option<String>,
}

/// Files to be imported. The fields besides the files hold for all of them.
#[derive(ToSchema)]
#[allow(dead_code)] // names for the OpenAPI document; `upload::read` reads the form
pub(super) struct AnnouncementFiles {
    /// The files: text, HTML, PDF or docx, in any usual encoding.
    #[schema(value_type = Vec<String>, format = Binary, min_items = 1)]
    files: Vec<Vec<u8>>,
    /// Where they were published: an http or https address.
    source_address: Option<String>,
    /// Who published them.
    publisher: Option<String>,
    /// When. An empty field says nothing.
    #[schema(
        value_type = Option<String>,
        pattern = "^(([0-9]{4}|([0-9]{4}|-)-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?$"
    )]
    published: Option<Date>,
    /// BCP 47 tag of their language.
    language: Option<String>,
}

const FIELDS: [&str; 4] = ["source_address", "publisher", "published", "language"];

/// How an import goes about its files.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct ImportQuery {
    /// Keep the readable files though others are refused. Otherwise one refused file keeps all of them out.
    #[serde(default, deserialize_with = "super::scalar::parsed")]
    skip_refused: Option<bool>,
}

/// What the client would rather have (RFC 7240).
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code)] // the name for the OpenAPI document
pub(super) struct Prefer {
    /// `respond-async`: answer 202 at once and read in the background; the import's address tells how far it has come.
    #[param(rename = "Prefer", example = "respond-async")]
    prefer: Option<String>,
}

/// What was sent to be imported.
pub(super) struct Brought(Vec<Incoming>);

impl FromRequest<WebState> for Brought {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &WebState) -> Result<Self, Problem> {
        if is_json(request.headers()) {
            let Body(new) = Body::<NewAnnouncement>::from_request(request, state).await?;
            return Ok(Self(vec![new.into()]));
        }
        if media_type(request.headers()) != "multipart/form-data" {
            return Err(unsupported("application/json or multipart/form-data"));
        }
        let form = Multipart::from_request(request, state).await;
        let form = form.map_err(|error| Problem::new(Kind::Malformed, error.body_text()))?;
        files(upload::read(form, "files", &FIELDS).await?).map(Self)
    }
}

fn files(form: upload::Form) -> Result<Vec<Incoming>, Problem> {
    let mut words = form.words;
    let published = upload::take(&mut words, "published")?;
    let word = |name: &str| words.get(name).cloned();
    let incoming = form.files.into_iter().map(|file| Incoming {
        content_type: file.content_type,
        source_address: word("source_address"),
        publisher: word("publisher"),
        published,
        language: word("language"),
        ..Incoming::new(file.name, Content::Bytes(file.bytes))
    });
    Ok(incoming.collect())
}

impl From<NewAnnouncement> for Incoming {
    fn from(new: NewAnnouncement) -> Self {
        Self {
            content_type: Some("text/plain; charset=utf-8".to_owned()),
            source_address: filled(new.source_address),
            publisher: filled(new.publisher),
            published: new.published.map(|date| date.0),
            language: filled(new.language),
            ..Self::new(filled(new.name).unwrap_or_else(|| "text".to_owned()), Content::Bytes(new.text.into_bytes()))
        }
    }
}

fn filled(value: Option<String>) -> Option<String> {
    value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
}

/// Import announcements
///
/// A text as JSON, or files as a form. All files are kept or none, unless `skip_refused` says otherwise. The same bytes
/// again are recognised: the answer is 200 and names the announcement that is there. With new announcements it is 201;
/// `Location` leads to the announcement where there is one, else to the import.
#[utoipa::path(
    post, path = "/announcements", tag = "announcements", params(ImportQuery, Prefer),
    request_body(content((NewAnnouncement = "application/json"), (AnnouncementFiles = "multipart/form-data"))),
    responses(
        (status = CREATED, description = "Something new is kept.", body = ImportReport, headers(("Location" = String, description = "Where the new thing is."))),
        (status = OK, description = "Nothing new: everything was known already.", body = ImportReport, headers(("Location" = String, description = "Where the known thing is."))),
        (status = ACCEPTED, description = "The import began; its address tells how far it has come.", body = Import, headers(("Location" = String, description = "The import's address.")))
    )
)]
pub(super) async fn import_announcements(
    caller: Caller,
    Query(query): Query<ImportQuery>,
    headers: HeaderMap,
    Brought(files): Brought,
) -> Result<Response, Problem> {
    let options =
        ImportOptions { source: record::ImportSource::Api, skip_refused: query.skip_refused.unwrap_or(false) };
    let import = caller.app().begin_import(&caller.session, &files, options).await?;
    let running = tokio::spawn(run(caller.app().clone(), caller.session.clone(), import.clone(), files, options));
    if prefers_async(&headers) {
        let location = format!("/api/v1/imports/{}", import.id);
        return Ok((StatusCode::ACCEPTED, [(header::LOCATION, location)], Json(Import::from(import))).into_response());
    }
    running.await.map_err(|stopped| AppError::Stopped(stopped.to_string()))??;
    reported(caller.app().import_report(&caller.session, import.id).await?)
}

/// Runs on its own, so that an import ends as it should though nobody waits for the answer any more.
async fn run(
    app: App,
    session: Session,
    import: record::Import,
    files: Vec<Incoming>,
    options: ImportOptions,
) -> Result<(), AppError> {
    app.run_import(&session, import, files, options).await
}

fn prefers_async(headers: &HeaderMap) -> bool {
    let asked = headers.get_all("prefer").iter().filter_map(|value| value.to_str().ok());
    asked.flat_map(|value| value.split(',')).any(|wish| wish.trim().eq_ignore_ascii_case("respond-async"))
}

fn reported(report: Report) -> Result<Response, Problem> {
    let kept_nothing = matches!(report.import.state, record::ImportState::Refused | record::ImportState::Cancelled);
    let refused = refusals(&report);
    let none_kept = report.files.iter().all(|file| file.announcement.is_none());
    if kept_nothing || (none_kept && !refused.is_empty()) {
        return Err(Problem::refused(refused, report.into()));
    }
    let status = if report.count(record::FileOutcome::New) > 0 { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, [(header::LOCATION, location(&report))], Json(ImportReport::from(report))).into_response())
}

fn refusals(report: &Report) -> Vec<FieldProblem> {
    let refused = report.files.iter().filter(|file| file.outcome == record::FileOutcome::Refused);
    refused
        .map(|file| FieldProblem {
            field: format!("files[{}]", file.ordinal - 1),
            problem: file.remarks.first().map_or_else(|| "refused".to_owned(), |remark| remark.code.to_string()),
            found: Some(file.name.clone()),
            detail: file.remarks.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        })
        .collect()
}

fn location(report: &Report) -> String {
    match report.files.as_slice() {
        [record::ImportFile { announcement: Some(id), .. }] => format!("/api/v1/announcements/{id}"),
        _ => format!("/api/v1/imports/{}", report.import.id),
    }
}

/// List imports
///
/// Newest first.
#[utoipa::path(
    get, path = "/imports", tag = "imports", params(PageParams),
    responses((status = OK, description = "One page of imports.", body = List<Import>))
)]
pub(super) async fn list_imports(caller: Caller, Listing { paging, .. }: Listing<Plain>) -> Result<Response, Problem> {
    let found = caller.app().imports(&caller.session, &paging.page).await?;
    Ok(paging.answer::<_, Import>(found))
}

/// Get an import
///
/// How far it has come, and what came of each file.
#[utoipa::path(
    get, path = "/imports/{id}", tag = "imports", params(("id" = Uuid, Path, description = "The import.")),
    responses((status = OK, description = "The import.", body = ImportReport, headers(("ETag" = String, description = "For If-None-Match."))))
)]
pub(super) async fn get_import(caller: Caller, Id(id): Id<ImportId>, known: Known) -> Result<Response, Problem> {
    let report = caller.app().import_report(&caller.session, id).await?;
    Ok(tagged(&known, report.import.done, ImportReport::from(report)))
}

/// Cancel an import
///
/// It stops before its next file and keeps nothing. One that has ended stays as it is.
#[utoipa::path(
    post, path = "/imports/{id}/cancel", tag = "imports", params(("id" = Uuid, Path, description = "The import.")),
    responses((status = NO_CONTENT, description = "It was asked to stop."))
)]
pub(super) async fn cancel_import(caller: Caller, Id(id): Id<ImportId>) -> Result<StatusCode, Problem> {
    caller.app().cancel_import(&caller.session, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
