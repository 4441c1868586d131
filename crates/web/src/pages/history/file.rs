//! The history as files: the changes that the filter lets through, and the end of the chain.

use super::list::Asked;
use crate::audit_file::{self, Format};
use crate::pages::frame::Answer;
use crate::state::{Officer, WebState};
use crate::ui::Ctx;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::IntoResponse;

pub(super) async fn csv(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer {
    Ok(audit_file::file(state.app(), state.session(&officer), asked.filter(&ctx), Format::Csv).await?)
}

pub(super) async fn json_lines(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer {
    Ok(audit_file::file(state.app(), state.session(&officer), asked.filter(&ctx), Format::JsonLines).await?)
}

/// The end of the team's chain, to be kept elsewhere.
pub(super) async fn head(State(state): State<WebState>, officer: Officer) -> Answer {
    let found = state.app().audit_head(&state.session(&officer)).await?;
    let disposition = (header::CONTENT_DISPOSITION, "attachment; filename=\"audit-head.json\"");
    Ok(([disposition, (header::CACHE_CONTROL, "no-store")], axum::Json(found)).into_response())
}
