//! Two events are one, or one is two. Each can be undone by the other.

use super::{detail, same};
use crate::pages::draft::{Draft, Sent};
use crate::pages::frame::{Answer, go};
use crate::pages::query::{address, filled};
use crate::state::{Officer, WebState};
use crate::ui::{Ctx, Flash, Tone};
use axum::extract::{Path, State};
use samesky_app::AppError;
use samesky_model::id::{ClaimId, EventId};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(super) struct Join {
    #[serde(default)]
    other: String,
    why: Option<String>,
}

pub(super) async fn join(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<EventId>,
    Sent { form, typed }: Sent<Join>,
) -> Answer {
    let session = state.session(&officer);
    let joined = match event_in(&form.other) {
        Some(other) => state.app().join_events(&session, id, other, filled(form.why.as_ref())).await,
        None => Err(AppError::invalid_value("other", "no-event-address", form.other.trim())),
    };
    match joined {
        Ok(()) => Ok(go(&format!("/events/{id}"), &Flash::new(Tone::Ok, "flash-event-joined", &[]))),
        Err(error) => {
            let draft = Draft::refused(&ctx, same::ANY, typed, error)?;
            detail::refused(&state, &session, ctx, id, &draft).await
        }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Separate {
    claim: ClaimId,
    why: Option<String>,
}

pub(super) async fn separate(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<EventId>,
    Sent { form, typed }: Sent<Separate>,
) -> Answer {
    let session = state.session(&officer);
    match state.app().separate_event(&session, form.claim, filled(form.why.as_ref())).await {
        Ok(made) => {
            let to = address(&format!("/events/{id}"), &[("other", &made.to_string())]);
            Ok(go(&to, &Flash::new(Tone::Ok, "flash-event-separated", &[])))
        }
        Err(error) => {
            let draft = Draft::refused(&ctx, &form.claim.to_string(), typed, error)?;
            detail::refused(&state, &session, ctx, id, &draft).await
        }
    }
}

/// The event that an identifier or the address of its page names.
pub(super) fn event_in(text: &str) -> Option<EventId> {
    let path = text.trim().split(['?', '#']).next()?.trim_end_matches('/');
    path.rsplit('/').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::event_in;

    #[test]
    fn event_in_an_address_or_an_identifier() {
        let id = "0190d5a0-0000-7000-8000-000000000001";
        for text in
            [id.to_owned(), format!(" /events/{id} "), format!("http://localhost:8090/events/{id}/?lang=ja#same")]
        {
            assert_eq!(event_in(&text).map(|found| found.to_string()).as_deref(), Some(id), "{text}");
        }
        for text in ["", "/events", "deadbeef", "<script>"] {
            assert_eq!(event_in(text), None, "{text}");
        }
    }
}
