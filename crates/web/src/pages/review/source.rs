//! The original as it came, and what is known of its source.

use super::page::refused;
use crate::pages::draft::{Draft, Sent, Sheet};
use crate::pages::frame::{Answer, go};
use crate::state::{Officer, WebState};
use crate::ui::control::Button;
use crate::ui::{Ctx, Flash, Icon, Tone, control};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samesky_app::AppError;
use samesky_app::announcements::SourceDetails;
use samesky_model::id::AnnouncementId;
use samesky_model::record::Announcement;
use serde::Deserialize;

/// The bytes are never shown in the browser, only handed over: they are somebody else's.
pub(super) async fn original(
    State(state): State<WebState>,
    officer: Officer,
    Path(id): Path<AnnouncementId>,
) -> Answer {
    let (announcement, bytes) = state.app().original(&state.session(&officer), id).await?;
    let name = announcement.file_name.unwrap_or_else(|| format!("{id}.txt"));
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let encoded = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{encoded}")),
    ];
    Ok((headers, bytes).into_response())
}

/// The form's number on its page.
const FORM: &str = "source";

#[derive(Deserialize)]
pub(super) struct Described {
    version: i64,
    source_address: String,
    publisher: String,
    published: String,
    language: String,
}

pub(super) async fn describe(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<AnnouncementId>,
    Sent { form, typed }: Sent<Described>,
) -> Answer {
    let session = state.session(&officer);
    let version = form.version;
    let kept = match details(form) {
        Ok(details) => state.app().describe_source(&session, id, version, details).await,
        Err(error) => Err(error),
    };
    match kept {
        Ok(_) => {
            let here = format!("/announcements/{id}#source");
            Ok(go(&here, &Flash::new(Tone::Ok, "flash-source-kept", &[])))
        }
        Err(error) => {
            let draft = Draft::refused(&ctx, FORM, typed, error)?;
            refused(&state, &session, ctx, id, &draft).await
        }
    }
}

fn details(form: Described) -> Result<SourceDetails, AppError> {
    let published = match form.published.trim() {
        "" => None,
        date => Some(date.parse().map_err(|_| AppError::invalid_value("published", "no-date", date))?),
    };
    Ok(SourceDetails {
        source_address: Some(form.source_address),
        publisher: Some(form.publisher),
        published,
        language: Some(form.language),
    })
}

pub(super) fn form(ctx: &Ctx, announcement: &Announcement, draft: &Draft) -> Markup {
    let published = announcement.published.as_ref().map(|published| published.date.to_string()).unwrap_or_default();
    let kept = |value: &Option<String>| value.clone().unwrap_or_default();
    let sheet = Sheet::new(ctx, FORM, draft);
    html! {
        details.add-box #source open[sheet.is_refused()] {
            summary { (crate::ui::icon(Icon::File)) (ctx.t("review-source")) }
            form.edit method="post" action={ "/announcements/" (announcement.id) "/source" } {
                input type="hidden" name="version" value=(announcement.version);
                (sheet.field("source_address", &kept(&announcement.source_address), |field| field.url()))
                (sheet.text("publisher", &kept(&announcement.publisher)))
                (sheet.text("published", &published))
                (sheet.text("language", &kept(&announcement.language)))
                div.row { (control::submit(Button::Small, None, &ctx.t("do-save"))) }
            }
        }
    }
}
