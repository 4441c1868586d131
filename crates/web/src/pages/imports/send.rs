//! Files and texts sent from the page.

use crate::pages::frame::{Answer, Failed, go_back};
use crate::state::{Officer, WebState};
use crate::ui::Ctx;
use axum::Form;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use samesky_app::AppError;
use samesky_app::announcements::SourceDetails;
use samesky_app::import::{Content, ImportOptions, Incoming};
use samesky_model::id::ImportId;
use samesky_model::record::ImportSource;
use serde::Deserialize;

const HERE: &str = "/imports";

/// What both forms say of the source.
#[derive(Debug, Default, Deserialize)]
struct Details {
    #[serde(default)]
    source_address: String,
    #[serde(default)]
    publisher: String,
    #[serde(default)]
    published: String,
    #[serde(default)]
    language: String,
}

pub(super) async fn upload(State(state): State<WebState>, officer: Officer, ctx: Ctx, form: Multipart) -> Answer {
    let sent = match sent(form).await {
        Ok(sent) => sent,
        Err(error) => return go_back(&ctx, HERE, too_large(&error)),
    };
    let options = ImportOptions { source: ImportSource::Upload, skip_refused: sent.skip_refused };
    begin(&state, &officer, &ctx, sent.files, sent.details, options).await
}

#[derive(Debug, Deserialize)]
pub(super) struct Pasted {
    text: String,
    #[serde(default)]
    name: String,
    #[serde(flatten)]
    details: Details,
}

pub(super) async fn paste(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Form(form): Form<Pasted>,
) -> Answer {
    // Browsers send line ends of a text area as CR LF; they were LF when they were pasted.
    let text = form.text.replace("\r\n", "\n");
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let name = if form.name.trim().is_empty() { first.chars().take(60).collect() } else { form.name };
    let file = Incoming {
        content_type: Some("text/plain; charset=utf-8".to_owned()),
        ..Incoming::new(name, Content::Bytes(text.into_bytes()))
    };
    let options = ImportOptions { source: ImportSource::Paste, skip_refused: false };
    begin(&state, &officer, &ctx, vec![file], form.details, options).await
}

pub(super) async fn cancel(
    State(state): State<WebState>,
    officer: Officer,
    Path(id): Path<ImportId>,
) -> Result<Redirect, Failed> {
    state.app().cancel_import(&state.session(&officer), id).await?;
    Ok(Redirect::to(&format!("{HERE}/{id}")))
}

/// The import goes on in the background; its page shows how far it has come.
async fn begin(
    state: &WebState,
    officer: &Officer,
    ctx: &Ctx,
    files: Vec<Incoming>,
    details: Details,
    options: ImportOptions,
) -> Answer {
    let files = match described(files, details) {
        Ok(files) => files,
        Err(error) => return go_back(ctx, HERE, error),
    };
    let session = state.session(officer);
    let import = match state.app().begin_import(&session, &files, options).await {
        Ok(import) => import,
        Err(error) => return go_back(ctx, HERE, error),
    };
    let (app, id) = (state.app().clone(), import.id);
    tokio::spawn(async move {
        if let Err(error) = app.run_import(&session, import, files, options).await {
            tracing::error!(import = %id, %error, "an import failed");
        }
    });
    Ok(Redirect::to(&format!("{HERE}/{id}")).into_response())
}

fn described(files: Vec<Incoming>, details: Details) -> Result<Vec<Incoming>, AppError> {
    let published = match details.published.trim() {
        "" => None,
        date => Some(date.parse().map_err(|_| AppError::invalid_value("published", "no-date", date))?),
    };
    let source = SourceDetails {
        source_address: Some(details.source_address),
        publisher: Some(details.publisher),
        published,
        language: Some(details.language),
    }
    .valid()?;
    Ok(files
        .into_iter()
        .map(|file| Incoming {
            source_address: source.source_address.clone(),
            publisher: source.publisher.clone(),
            published: source.published,
            language: source.language.clone(),
            ..file
        })
        .collect())
}

#[derive(Default)]
struct Sent {
    files: Vec<Incoming>,
    details: Details,
    skip_refused: bool,
}

async fn sent(mut form: Multipart) -> Result<Sent, MultipartError> {
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        match name.as_str() {
            "files" => sent.files.extend(file(field).await?),
            "source_address" => sent.details.source_address = field.text().await?,
            "publisher" => sent.details.publisher = field.text().await?,
            "published" => sent.details.published = field.text().await?,
            "language" => sent.details.language = field.text().await?,
            "skip_refused" => sent.skip_refused = field.text().await? == "yes",
            _ => {}
        }
    }
    Ok(sent)
}

/// A browser sends an empty part where no file was chosen.
async fn file(field: Field<'_>) -> Result<Option<Incoming>, MultipartError> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let content_type = field.content_type().map(ToOwned::to_owned);
    let bytes = field.bytes().await?;
    if name.is_empty() && bytes.is_empty() {
        return Ok(None);
    }
    Ok(Some(Incoming { content_type, ..Incoming::new(name, Content::Bytes(bytes.to_vec())) }))
}

fn too_large(error: &MultipartError) -> AppError {
    AppError::invalid_value("files", "upload-broken", error.body_text())
}

impl From<Failed> for Response {
    fn from(failed: Failed) -> Self {
        failed.into_response()
    }
}
