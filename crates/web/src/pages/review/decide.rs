//! Decisions sent from the page.

use super::add::{Fields, claim_from};
use super::page::refused;
use super::undo;
use crate::pages::draft::{Draft, Sent};
use crate::pages::frame::{Answer, go, go_back};
use crate::state::{Officer, WebState};
use crate::ui::{Ctx, Flash, Tone};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use samesky_app::AppError;
use samesky_app::review::{Batch, Decision};
use samesky_model::id::{AnnouncementId, ClaimId};
use samesky_model::record::{ClaimRecord, ClaimState};
use serde::Deserialize;

/// Where the words of a claim are, from anywhere.
pub(super) async fn find(State(state): State<WebState>, officer: Officer, Path(id): Path<ClaimId>) -> Answer {
    let claim = state.app().claim(&state.session(&officer), id).await?;
    Ok(Redirect::to(&address(&claim)).into_response())
}

fn address(claim: &ClaimRecord) -> String {
    format!("/announcements/{}#c{}", claim.announcement, claim.ordinal)
}

pub(super) async fn decide(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<ClaimId>,
    Sent { form: fields, typed }: Sent<Fields>,
) -> Answer {
    let session = state.session(&officer);
    let claim = state.app().claim(&session, id).await?;
    let decided = match decision(&state, &officer, &claim, &fields).await {
        Ok(decision) => {
            let why = fields.why.clone();
            state.app().decide(&session, id, fields.version.unwrap_or_default(), decision, why).await
        }
        Err(error) => Err(error),
    };
    let error = match decided {
        Ok(after) => return Ok(Redirect::to(&next(&state, &officer, &after).await?).into_response()),
        Err(error) => error,
    };
    match form_of(&claim, &fields) {
        Some(form) => {
            let draft = Draft::refused(&ctx, &form, typed, error)?;
            refused(&state, &session, ctx, claim.announcement, &draft).await
        }
        None => go_back(&ctx, &address(&claim), error),
    }
}

/// The form in which something was typed; a button alone has none.
fn form_of(claim: &ClaimRecord, fields: &Fields) -> Option<String> {
    match fields.what.as_str() {
        "correct" => Some(claim.ordinal.to_string()),
        "undo" if claim.state.is_taken() => Some(undo::number(claim)),
        _ => None,
    }
}

async fn decision(
    state: &WebState,
    officer: &Officer,
    claim: &ClaimRecord,
    fields: &Fields,
) -> Result<Decision, AppError> {
    match fields.what.as_str() {
        "accept" => Ok(Decision::Accept),
        "reject" => Ok(Decision::Reject),
        "undo" => Ok(Decision::Undo),
        "correct" => {
            let view = state.app().review(&state.session(officer), claim.announcement).await?;
            let claim = claim_from(fields, &view.text.text, &claim.current)?;
            Ok(Decision::Correct(Box::new(claim)))
        }
        other => Err(AppError::invalid_value("do", "unknown-decision", other)),
    }
}

/// After a decision the next waiting claim is at hand; after an undo the claim itself.
async fn next(state: &WebState, officer: &Officer, after: &ClaimRecord) -> Result<String, AppError> {
    if after.state == ClaimState::Pending {
        return Ok(address(after));
    }
    let view = state.app().review(&state.session(officer), after.announcement).await?;
    let waiting = |claim: &&ClaimRecord| claim.state == ClaimState::Pending;
    let later = view.claims.iter().filter(|claim| claim.ordinal > after.ordinal).find(waiting);
    Ok(address(later.or_else(|| view.claims.iter().find(waiting)).unwrap_or(after)))
}

#[derive(Deserialize)]
pub(super) struct Seen {
    seen: String,
    why: Option<String>,
}

pub(super) async fn accept_clear(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<AnnouncementId>,
    Form(form): Form<Seen>,
) -> Answer {
    let here = format!("/announcements/{id}");
    match state.app().accept_clear(&state.session(&officer), id, &seen(&form.seen)).await {
        Ok(batch) => Ok(told(&here, undo::ACCEPTED, &batch)),
        Err(error) => go_back(&ctx, &here, error),
    }
}

pub(super) async fn undo_many(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<AnnouncementId>,
    Sent { form, typed }: Sent<Seen>,
) -> Answer {
    let session = state.session(&officer);
    let why = form.why.as_deref().map(str::trim).filter(|why| !why.is_empty());
    match state.app().decide_many(&session, id, &seen(&form.seen), Decision::Undo, why).await {
        Ok(batch) => Ok(told(&format!("/announcements/{id}"), "flash-undone", &batch)),
        Err(error) => {
            let draft = Draft::refused(&ctx, undo::ALL, typed, error)?;
            refused(&state, &session, ctx, id, &draft).await
        }
    }
}

fn told(here: &str, key: &str, batch: &Batch) -> Response {
    let args = [("count", batch.decided.len().to_string()), ("overtaken", batch.overtaken.len().to_string())];
    go(here, &Flash::new(if batch.overtaken.is_empty() { Tone::Ok } else { Tone::Warn }, key, &args))
}

/// `id:version,id:version`: what the page showed. Anything else in it is passed over.
fn seen(text: &str) -> Vec<(ClaimId, i64)> {
    text.split(',')
        .filter_map(|pair| {
            let (id, version) = pair.split_once(':')?;
            Some((id.parse().ok()?, version.parse().ok()?))
        })
        .collect()
}
