//! The browsers that the own account is signed in with.

use super::super::frame::{Answer, go};
use super::profile::HERE;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::table::{Cell, Column, Row};
use crate::ui::{Ctx, Flash, Tone, table, time};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::routing::post;
use maud::{Markup, html};
use samesky_app::{AppError, Session, Who};
use samesky_model::record::SignIn;

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route("/profile/sessions/{id}/end", post(end).get(|| async { Redirect::to(HERE) }))
}

async fn end(State(state): State<WebState>, officer: Officer, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| AppError::NotFound { kind: "sign-in" })?;
    state.app().end_sign_in(&state.session(&officer), id).await?;
    Ok(go(HERE, &Flash::new(Tone::Ok, "flash-session-ended", &[])))
}

/// The sessions, the one that asks marked as such.
pub(super) fn list(ctx: &Ctx, session: &Session, found: &[SignIn]) -> Markup {
    let columns = [
        Column::new(ctx.t("sessions-place")),
        Column::new(ctx.t("sessions-since")),
        Column::new(ctx.t("sessions-seen")),
        Column::new(""),
    ];
    let rows: Vec<_> = found.iter().map(|one| row(ctx, session, one)).collect();
    table::dense(ctx.lang, &ctx.t("sessions-title"), &columns, &rows)
}

fn row(ctx: &Ctx, session: &Session, one: &SignIn) -> Row {
    let own = matches!(session.who, Who::Account { sign_in, .. } if sign_in == one.id);
    let place = html! {
        bdi { (one.origin.address.as_deref().unwrap_or("–")) }
        @if let Some(agent) = &one.origin.agent { div class="xs mute" { bdi { (agent) } } }
    };
    let end = html! {
        @if own { (ctx.t("sessions-this")) } @else {
            form method="post" action={ "/profile/sessions/" (one.id) "/end" } {
                (control::submit(Button::Small, None, &ctx.t("do-end-session")))
            }
        }
    };
    let cells = [place, time::moment(ctx, one.created_at), time::moment(ctx, one.seen_at), end];
    let [place, since, seen, end] = cells;
    Row::new(vec![Cell::title(place), Cell::new(since), Cell::new(seen), Cell::new(end)])
}
