//! Files and texts sent from the page.

use super::HERE;
use super::form::{FILES, TEXT, refused};
use crate::pages::draft::{Draft, Sent, Typed};
use crate::pages::frame::{Answer, Failed};
use crate::state::{Officer, WebState};
use crate::ui::Ctx;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Path, State};
use axum::response::{IntoResponse, Redirect};
use samesky_app::AppError;
use samesky_app::announcements::SourceDetails;
use samesky_app::import::{Content, ImportOptions, Incoming};
use samesky_model::id::ImportId;
use samesky_model::record::ImportSource;
use serde::Deserialize;

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
    let mut sent = Upload::default();
    let begun = match sent.take(form).await {
        Ok(()) => {
            let options =
                ImportOptions { source: ImportSource::Upload, skip_refused: sent.says("skip_refused") == "yes" };
            let details = sent.details();
            begin(&state, &officer, sent.files, details, options).await
        }
        Err(error) => Err(too_large(&error)),
    };
    answer(&state, &officer, ctx, (FILES, sent.typed), begun).await
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
    Sent { form, typed }: Sent<Pasted>,
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
    let begun = begin(&state, &officer, vec![file], form.details, options).await;
    answer(&state, &officer, ctx, (TEXT, typed), begun).await
}

pub(super) async fn cancel(
    State(state): State<WebState>,
    officer: Officer,
    Path(id): Path<ImportId>,
) -> Result<Redirect, Failed> {
    state.app().cancel_import(&state.session(&officer), id).await?;
    Ok(Redirect::to(&format!("{HERE}/{id}")))
}

/// The page of the import, or the form again with what was typed.
async fn answer(
    state: &WebState,
    officer: &Officer,
    ctx: Ctx,
    (form, typed): (&str, Typed),
    begun: Result<ImportId, AppError>,
) -> Answer {
    match begun {
        Ok(id) => Ok(Redirect::to(&format!("{HERE}/{id}")).into_response()),
        Err(error) => {
            let draft = Draft::refused(&ctx, form, typed, error)?;
            refused(state, officer, ctx, &draft).await
        }
    }
}

/// The import goes on in the background; its page shows how far it has come.
async fn begin(
    state: &WebState,
    officer: &Officer,
    files: Vec<Incoming>,
    details: Details,
    options: ImportOptions,
) -> Result<ImportId, AppError> {
    let files = described(files, details)?;
    let session = state.session(officer);
    let import = state.app().begin_import(&session, &files, options).await?;
    let (app, id) = (state.app().clone(), import.id);
    tokio::spawn(async move {
        if let Err(error) = app.run_import(&session, import, files, options).await {
            tracing::error!(import = %id, %error, "an import failed");
        }
    });
    Ok(id)
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

/// Files, and what was typed beside them.
#[derive(Default)]
struct Upload {
    files: Vec<Incoming>,
    typed: Typed,
}

impl Upload {
    /// Takes the parts as they come; those before a broken one stay.
    async fn take(&mut self, mut form: Multipart) -> Result<(), MultipartError> {
        while let Some(field) = form.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "files" {
                self.files.extend(file(field).await?);
            } else {
                self.typed.push((name, field.text().await?));
            }
        }
        Ok(())
    }

    fn says(&self, name: &str) -> &str {
        self.typed.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    fn details(&self) -> Details {
        let said = |name| self.says(name).to_owned();
        Details {
            source_address: said("source_address"),
            publisher: said("publisher"),
            published: said("published"),
            language: said("language"),
        }
    }
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
